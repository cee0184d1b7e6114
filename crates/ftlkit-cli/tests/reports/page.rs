//! The page of `ftlkit status --format html`.

use std::collections::HashSet;
use std::fs;

use crate::xml::Element;
use crate::{input, json_report, report};

/// The page as text and as a tree. It is well-formed, which HTML need not be: reading it is a test already.
fn page(folder: &std::path::Path, args: &[&str]) -> (String, Element) {
    let text = report(folder, &[&["status", "--format", "html"], args].concat());
    // What XML does not know.
    let start = text.find("<html").unwrap();
    let tree = Element::read(&text[start..]);
    (text, tree)
}

impl Element {
    /// The element and all below it.
    fn all(&self) -> Vec<&Element> {
        let mut found = vec![self];
        let mut next = 0;
        while let Some(element) = found.get(next) {
            let children: Vec<&Element> = element.children.iter().collect();
            found.extend(children);
            next += 1;
        }
        found
    }

    fn named<'e>(&'e self, name: &str) -> Vec<&'e Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// All text in it, without blanks around.
    fn content(&self) -> String {
        let own = self.text.trim().to_owned();
        let parts = self.children.iter().map(Element::content);
        std::iter::once(own).chain(parts).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

#[test]
fn the_page_needs_nothing_else() {
    let (text, tree) = page(&input("status"), &["--files"]);
    assert!(text.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>"));
    for name in ["script", "img", "iframe", "object", "form"] {
        assert!(tree.named(name).is_empty(), "a page that needs nothing has no <{name}>");
    }
    for element in tree.all() {
        for (key, value) in &element.attributes {
            assert!(!key.starts_with("on") && key != "style", "<{}> has {key}={value}", element.name);
            let leads_away = ["src", "href", "action"].contains(&key.as_str());
            let stays = value.starts_with('#') || value == "data:,";
            assert!(!leads_away || stays, "<{}> leads to {value}", element.name);
        }
    }
    for word in ["http", "url(", "@import", "@font-face"] {
        let inner = text.replace("url(#inherited-some)", "").replace("url(#inherited-all)", "");
        assert!(!inner.contains(word), "the page has `{word}`");
    }
}

#[test]
fn the_page_can_be_read_aloud() {
    let (_, tree) = page(&input("status"), &["--files"]);
    let all = tree.all();
    let ids: Vec<&str> = all.iter().filter_map(|element| element.attribute("id")).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "an id is there twice: {ids:?}");
    for element in &all {
        let link = element.attribute("href").and_then(|target| target.strip_prefix('#'));
        let target = link.or(element.attribute("aria-labelledby"));
        assert!(target.is_none_or(|id| ids.contains(&id)), "nothing has the id {target:?}");
    }
    assert!(tree.named("svg").iter().all(|svg| svg.attribute("aria-hidden") == Some("true")));
    assert!(tree.named("th").iter().all(|header| header.attribute("scope").is_some()));
    let tables = tree.named("table");
    assert!(tables.len() > 1);
    for table in tables {
        assert_eq!(table.children[0].name, "caption");
        let columns = table.children[1].named("th").len();
        for row in &table.children[2].children {
            let span = |cell: &Element| cell.attribute("colspan").map_or(1, |span| span.parse().unwrap());
            assert_eq!(row.children.iter().map(span).sum::<usize>(), columns, "{}", row.content());
        }
    }
}

/// The rows of a table: name, coverage, missing, extra, inherited, words.
fn rows(table: &Element) -> Vec<Vec<String>> {
    let rows = table.children[2].children.iter().filter(|row| row.attribute("class") != Some("files"));
    rows.map(|row| row.children.iter().map(Element::content).collect()).collect()
}

/// What the page says is what the document for programs says, for every project, locale and file.
#[test]
fn the_page_counts_as_other_formats_do() {
    let (_, tree) = page(&input("status"), &[]);
    let json = json_report(&input("status"), &["status", "--files", "--format", "json"]);
    let numbers = |of: &serde_json::Value| {
        let coverage = of["coverage"].as_f64().unwrap() * 100.0;
        let coverage = if coverage > 99.99 { "100%".to_owned() } else { format!("{coverage:.1}%") };
        let counts = ["missing", "extra", "inherited", "words"].map(|key| of[key].to_string());
        [vec![coverage], counts.to_vec()].concat()
    };
    let sections = tree.named("section");
    let projects = json["projects"].as_array().unwrap();
    assert_eq!(sections.len(), projects.len());
    for (section, project) in sections.iter().zip(projects) {
        assert_eq!(section.children[0].content(), project["root"].as_str().unwrap());
        let mut tables = section.named("table").into_iter();
        let shown = tables.next().map(rows).unwrap_or_default();
        let locales = project["locales"].as_array().unwrap();
        assert_eq!(shown.len(), locales.len());
        for (row, locale) in shown.iter().zip(locales) {
            assert!(row[0].ends_with(locale["locale"].as_str().unwrap()), "{}", row[0]);
            assert_eq!(row[1..], numbers(locale));
            let files = locale["files"].as_array().unwrap();
            let shown = if files.len() > 1 { rows(tables.next().unwrap()) } else { Vec::new() };
            for (row, file) in shown.iter().zip(files) {
                assert_eq!(row[0], file["path"].as_str().unwrap());
                assert_eq!(row[1..], numbers(file));
            }
        }
    }
}

#[test]
fn languages_call_themselves_by_their_names() {
    let (_, tree) = page(&input("status"), &[]);
    let names: Vec<(Option<&str>, String)> =
        tree.named("bdi").iter().map(|name| (name.attribute("lang"), name.content())).collect();
    for (tag, name) in [("en", "English"), ("nl", "Nederlands"), ("es-MX", "Español de México")] {
        assert!(names.contains(&(Some(tag), name.to_owned())), "{names:?}");
    }
}

#[test]
fn files_are_folded_unless_asked_for() {
    let open = |args: &[&str]| {
        let (_, tree) = page(&input("status"), args);
        let details = tree.named("details");
        assert!(!details.is_empty());
        details.iter().filter(|part| part.attribute("open").is_some()).count() == details.len()
    };
    assert!(!open(&[]));
    assert!(open(&["--files"]));
}

/// What a file is called is shown, and nothing more.
#[cfg(unix)]
#[test]
fn hostile_names_stay_text() {
    const NAME: &str = "<script>alert('1')<\u{202e}&amp;\" onload=\"x>.ftl";
    let folder = std::env::temp_dir().join(format!("ftlkit-page-{}", std::process::id()));
    for locale in ["en", "nl"] {
        let folder = folder.join("i18n").join(locale);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(NAME), "a = A\n").unwrap();
        fs::write(folder.join("b.ftl"), "b = B\n").unwrap();
    }
    let (_, tree) = page(&folder, &[]);
    fs::remove_dir_all(&folder).unwrap();
    assert!(tree.named("script").is_empty());
    let paths: Vec<String> = tree.named("code").iter().map(|code| code.content()).collect();
    assert!(paths.contains(&format!("i18n/nl/{NAME}")), "{paths:?}");
}

/// Colours of the page by their names, on a light screen and on a dark one.
fn colours(page: &str) -> [Vec<(&str, [f64; 3])>; 2] {
    let (light, dark) = page.split_once("prefers-color-scheme: dark").unwrap();
    [light, dark].map(|part| {
        let lines = part.lines().filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';'));
        lines
            .map(|line| {
                let (name, value) = line.split_once(": #").unwrap();
                let part = |at: usize| f64::from(u8::from_str_radix(&value[at..at + 2], 16).unwrap()) / 255.0;
                (name, [part(0), part(2), part(4)])
            })
            .collect()
    })
}

/// The contrast of two colours as WCAG 2 defines it.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    let luminance = |[r, g, b]: [f64; 3]| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn everybody_can_tell_the_colours_apart() {
    let (text, _) = page(&input("status"), &[]);
    for colours in colours(&text) {
        let get = |name: &str| colours.iter().find(|(key, _)| *key == name).unwrap().1;
        // Text needs 4.5, and parts of a picture 3.
        for (front, back, least) in [
            ("text", "page", 7.0),
            ("quiet", "page", 4.5),
            ("quiet", "raised", 4.5),
            ("some", "page", 4.5),
            ("some", "track", 3.0),
            ("all", "track", 3.0),
        ] {
            let found = contrast(get(front), get(back));
            assert!(found >= least, "--{front} on --{back} has a contrast of {found:.2}, less than {least}");
        }
    }
}
