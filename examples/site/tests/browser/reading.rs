//! What a reader does: arrive, read, change the language, follow a link, get lost.

use serde_json::json;
use site::Page;
use thirtyfour::prelude::*;
use whole_comm::{LabelId, Library, Locale, SectionId};

use crate::chromium::{Browser, DESKTOP, PHONE, browse};

#[tokio::test]
async fn every_page_is_read_in_its_language_and_the_console_is_silent() {
    browse(DESKTOP, "nl", async |browser: Browser| {
        for edition in Library::embedded().editions() {
            let locale = edition.locale();
            for &page in Page::ALL {
                browser.open(&page.path(locale)).await?;
                let lang = browser.evaluate("document.documentElement.lang").await?;
                assert_eq!(lang, locale.as_str());
                let heading = browser.driver.find(By::Css("h1")).await?.text().await?;
                let expected = match page {
                    Page::Home => edition.section(SectionId::Lead).name().capitalized().into_owned(),
                    Page::Register => edition.label(LabelId::Register).to_string(),
                };
                assert_eq!(heading, expected);
                assert!(browser.driver.title().await?.contains(&heading));
                // The style sheet was allowed to load, and is applied.
                let measure = "getComputedStyle(document.documentElement).getPropertyValue('--measure')";
                assert_eq!(browser.evaluate(measure).await?, "38rem");
            }
        }
        assert_eq!(browser.complaints().await?, [""; 0]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_reader_arrives_in_the_language_of_the_browser() {
    for (languages, expected) in [("fr-BE,nl", "/fr/"), ("en-US", "/en/"), ("de", "/nl/")] {
        browse(PHONE, languages, async move |browser: Browser| {
            browser.open("/").await?;
            assert_eq!(browser.path().await?, expected, "for {languages}");
            browser.open("/register/").await?;
            assert_eq!(browser.path().await?, format!("{expected}register/"), "for {languages}");
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn the_switcher_keeps_the_place() {
    browse(DESKTOP, "nl", async |browser: Browser| {
        for &page in Page::ALL {
            browser.open(&page.path(Locale::Dutch)).await?;
            for &locale in &[Locale::French, Locale::English, Locale::Dutch] {
                browser.driver.find(By::LinkText(locale.autonym())).await?.click().await?;
                assert_eq!(browser.path().await?, page.path(locale));
                let current = browser.driver.find(By::Css(".languages [aria-current]")).await?;
                assert_eq!(current.text().await?, locale.autonym());
            }
        }
        // A part of the page leads to the same part over there, which is then at the top of the screen.
        for (page, part) in [(Page::Home, SectionId::Publications.as_str()), (Page::Register, "sector")] {
            browser.open(&page.path(Locale::Dutch)).await?;
            let link = format!("#{part} .elsewhere a[lang=fr]");
            browser.driver.find(By::Css(link)).await?.click().await?;
            assert_eq!(browser.path().await?, format!("{}#{part}", page.path(Locale::French)));
            let top = format!("document.getElementById('{part}').getBoundingClientRect().top");
            let top = browser.evaluate(&top).await?.as_f64().expect("a place is a number");
            assert!((-1.0..200.0).contains(&top), "the part starts at {top}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn titles_are_in_their_own_language() {
    browse(DESKTOP, "nl", async |browser: Browser| {
        for &locale in Locale::ALL {
            browser.open(&Page::Home.path(locale)).await?;
            let languages = browser
                .evaluate(
                    "[...document.querySelectorAll('.publication h3 cite')]\
                     .map(cite => (cite.querySelector('[lang]') ?? cite.closest('[lang]')).lang)",
                )
                .await?;
            assert_eq!(languages, json!(["en", "en", "en", "en", "it"]), "{locale}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_unknown_address_is_answered_in_the_language_of_its_path() {
    browse(PHONE, "en", async |browser: Browser| {
        for (path, locale) in
            [("/fr/rien", Locale::French), ("/nl/niets", Locale::Dutch), ("/x", Locale::English)]
        {
            browser.open(path).await?;
            let label = Library::embedded().edition(locale).label(LabelId::NotFound);
            assert_eq!(browser.driver.find(By::Css("h1")).await?.text().await?, *label);
            let home = Library::embedded().edition(locale).label(LabelId::Home);
            browser.driver.find(By::LinkText(home.as_str())).await?.click().await?;
            assert_eq!(browser.path().await?, Page::Home.path(locale));
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_is_enough() {
    browse(DESKTOP, "nl", async |browser: Browser| {
        browser.open("/nl/").await?;
        let press = async |key: Key| browser.driver.action_chain().send_keys(key).perform().await;
        press(Key::Tab).await?;
        let skip = browser.driver.active_element().await?;
        assert_eq!(skip.attr("href").await?.as_deref(), Some("#content"));
        let top = browser.evaluate("document.activeElement.getBoundingClientRect().top").await?;
        assert!(top.as_f64().is_some_and(|top| top >= 0.0), "the link cannot be seen: {top}");
        press(Key::Enter).await?;
        assert_eq!(browser.evaluate("document.activeElement.id").await?, "content");
        press(Key::Tab).await?;
        let next = "document.activeElement.closest('main') !== null && document.activeElement.localName";
        assert_eq!(browser.evaluate(next).await?, "a");
        let outline = browser.evaluate("getComputedStyle(document.activeElement).outlineWidth").await?;
        assert_eq!(outline, "3px", "the focus cannot be seen");
        Ok(())
    })
    .await;
}
