//! What axe-core finds, which is nothing, on each screen; and a picture of each page.

use std::{env, fs};

use serde_json::{Value, json};
use site::Page;
use thirtyfour::prelude::*;
use whole_comm::Locale;

use crate::chromium::{Browser, DESKTOP, DESKTOP_DARK, NARROW, PHONE, PHONE_DARK, Screen, browse, target};

/// The source of axe-core.
fn axe() -> String {
    let path =
        env::var_os("AXE_CORE").map_or_else(|| target().join("axe-core/package/axe.min.js"), Into::into);
    fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("axe-core is not at {} ({error}); .ci/run puts it there, or AXE_CORE names it", path.display())
    })
}

/// Every page in every language, and what stands where there is none.
fn pages() -> Vec<(String, String)> {
    let of_language = |&locale: &Locale| {
        [
            (format!("home-{locale}"), Page::Home.path(locale)),
            (format!("register-{locale}"), Page::Register.path(locale)),
            (format!("not-found-{locale}"), format!("/{locale}/nothing")),
        ]
    };
    Locale::ALL.iter().flat_map(of_language).collect()
}

/// What is wrong with the page that is shown, one violation a line.
async fn violations(browser: &Browser) -> WebDriverResult<Vec<String>> {
    browser.driver.execute(axe(), []).await?;
    let run = "const done = arguments[0]; axe.run().then(done, error => done({ error: String(error) }));";
    let found = browser.driver.execute_async(run, []).await?.json().clone();
    assert!(found["error"].is_null(), "axe-core failed: {}", found["error"]);
    assert!(
        found["passes"].as_array().is_some_and(|rules| rules.len() > 20),
        "axe-core checked hardly anything"
    );
    let violations = found["violations"].as_array().cloned().unwrap_or_default();
    let line = |violation: &Value| {
        let nodes = violation["nodes"].as_array().into_iter().flatten().take(5);
        let nodes: Vec<String> =
            nodes.map(|node| format!("\n  {} {}", node["html"], node["failureSummary"])).collect();
        format!("{}: {}{}", violation["id"], violation["help"], nodes.concat())
    };
    Ok(violations.iter().map(line).collect())
}

async fn check(screen: Screen) {
    browse(screen, "nl", async move |browser: Browser| {
        for (name, path) in pages() {
            browser.open(&path).await?;
            browser.keep_picture(&name).await?;
            let violations = violations(&browser).await?;
            assert!(violations.is_empty(), "{path} on {}:\n{}", screen.name, violations.join("\n"));
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn nothing_is_wrong_on_a_desktop() {
    check(DESKTOP).await;
}

#[tokio::test]
async fn nothing_is_wrong_on_a_dark_desktop() {
    check(DESKTOP_DARK).await;
}

#[tokio::test]
async fn nothing_is_wrong_on_a_phone() {
    check(PHONE).await;
}

#[tokio::test]
async fn nothing_is_wrong_on_a_dark_phone() {
    check(PHONE_DARK).await;
}

/// What stands outside the screen, or outside the drawing that it belongs to.
const OUTSIDE: &str =
    "[...document.querySelectorAll('body *:not(.skyline *, .skyline, .unseen *, .unseen, .skip)')].filter(element => {
    const { left, right, width } = element.getBoundingClientRect();
    const frame = element.closest('.drawing')?.getBoundingClientRect() ?? { left: 0, right: innerWidth };
    return width > 0 && (left < frame.left - 1 || right > frame.right + 1);
}).map(element => element.outerHTML.slice(0, 120))";

#[tokio::test]
async fn nobody_has_to_scroll_sideways() {
    for screen in [NARROW, PHONE, DESKTOP] {
        browse(screen, "nl", async move |browser: Browser| {
            for (name, path) in pages() {
                browser.open(&path).await?;
                assert_eq!(browser.evaluate(OUTSIDE).await?, json!([]), "{name} on {}", screen.name);
                let scrolls = browser.evaluate("document.documentElement.scrollWidth > innerWidth").await?;
                assert_eq!(scrolls, json!(false), "{name} on {} is too wide", screen.name);
            }
            Ok(())
        })
        .await;
    }
}
