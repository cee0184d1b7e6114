//! The pages: templates, and what fills them.

use askama::Template;
use whole_comm::{AnyEntity, Kind, LabelId, ProgrammeId, ProjectId, SectionId};

use crate::address::{self, Page};
use crate::chart::Chart;
use crate::frame::Frame;
use crate::relations;
use crate::timeline::Timeline;

/// A page in the language of its frame.
pub(crate) fn write(frame: Frame<'_>, page: Page) -> Result<String, askama::Error> {
    match page {
        Page::Home => Home { chart: Chart::new(&frame), timeline: Timeline::new(&frame), frame }.render(),
        Page::Register => Register { frame }.render(),
    }
}

/// A page that says what is not to be had.
pub(crate) fn refusal(frame: Frame<'_>, heading: LabelId, advice: LabelId) -> Result<String, askama::Error> {
    Refusal { frame, heading, advice }.render()
}

#[derive(Template)]
#[template(path = "home.html", whitespace = "minimize")]
struct Home<'a> {
    frame: Frame<'a>,
    chart: Chart<'a>,
    timeline: Timeline<'a>,
}

#[derive(Template)]
#[template(path = "register.html", whitespace = "minimize")]
struct Register<'a> {
    frame: Frame<'a>,
}

#[derive(Template)]
#[template(path = "refusal.html", whitespace = "minimize")]
struct Refusal<'a> {
    frame: Frame<'a>,
    heading: LabelId,
    advice: LabelId,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use scraper::{ElementRef, Html, Selector};
    use whole_comm::{Library, Locale};

    use super::*;
    use crate::frame::Assets;

    /// Every page, in French, as if all French texts were missing: Dutch answers each of them.
    fn untranslated() -> Vec<Html> {
        let library = Library::embedded();
        let frame = Frame {
            library,
            edition: library.edition(Locale::Dutch),
            locale: Locale::French,
            origin: &"https://site.example".parse().unwrap(),
            assets: &Assets { stylesheet: "/style.css".to_owned(), icon: "/icon.svg".to_owned() },
            page: None,
        };
        let pages = Page::ALL.iter().map(|&page| write(Frame { page: Some(page), ..frame }, page));
        let refusals = [
            refusal(frame, LabelId::NotFound, LabelId::NotFoundAdvice),
            refusal(frame, LabelId::NotAllowed, LabelId::NotAllowedAdvice),
        ];
        pages.chain(refusals).map(|html| Html::parse_document(&html.unwrap())).collect()
    }

    /// The language that an element is in: its own, or that of the nearest element around it that says.
    fn language(element: ElementRef<'_>) -> &str {
        let around = element.ancestors().filter_map(ElementRef::wrap);
        std::iter::once(element).chain(around).find_map(|element| element.attr("lang")).unwrap_or_default()
    }

    #[test]
    fn whatever_another_locale_answers_says_so() {
        // Dates are formatted for the page. The rest is the same in every language, or French: its own name.
        let of_the_page = [
            "Collegio Carlo Alberto",
            "Français",
            "brussels-school.be",
            "cordis.europa.eu/project/id/101004714",
            "whole-comm.eu",
            "· septembre 2015",
        ];
        let mut found = BTreeSet::new();
        for html in untranslated() {
            let mut marked = 0;
            for node in html.tree.nodes() {
                let Some(words) = node.value().as_text().filter(|text| text.contains(char::is_alphabetic))
                else {
                    continue;
                };
                let Some(element) = node.parent().and_then(ElementRef::wrap) else { continue };
                match language(element) {
                    "fr" if element.attr("translate") == Some("no") => {}
                    "fr" => _ = found.insert(words.trim().to_owned()),
                    _ => marked += 1,
                }
            }
            assert!(marked > 10, "only {marked} texts are marked");

            let all = |selector: &str| html.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
            for element in all("head > title, meta[name=description]") {
                assert_eq!(element.attr("lang"), Some("nl"), "{}", element.html());
            }
            // An attribute cannot say that it is in another language than its element.
            assert!(all("body [aria-label], body [alt], body [title]:not([lang] > abbr)").is_empty());
        }
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), of_the_page);
    }
}
