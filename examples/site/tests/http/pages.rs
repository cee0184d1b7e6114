//! What every page must be: well-formed, reachable by links, usable without a mouse, and free of scripts.

use std::collections::{BTreeMap, BTreeSet};

use whole_comm::{LabelId, SectionId};

use super::*;

/// What assistive technology calls an element that others name.
fn name(html: &Html, element: ElementRef<'_>) -> String {
    let ids = attribute(element, "aria-labelledby").split(' ');
    let named = |id: &str| {
        let named = all(html, &format!("#{id}"));
        text(*named.first().unwrap_or_else(|| panic!("there is no {id} to name an element")))
    };
    ids.map(named).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn pages_are_well_formed() {
    for (page, locale, html) in parsed().await {
        let place = page.path(locale);
        assert!(html.errors.is_empty(), "{place}: {:?}", html.errors);
        let ids: Vec<&str> = all(&html, "[id]").into_iter().map(|element| attribute(element, "id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{place} has an id twice");
        for element in all(&html, "[aria-labelledby]") {
            assert!(!name(&html, element).trim().is_empty(), "{place}: {}", element.html());
        }
        assert_eq!(attribute(html.root_element(), "lang"), locale.as_str());
        for (selector, count) in
            [("head > title", 1), ("h1", 1), ("main#content", 1), ("meta[name=viewport]", 1)]
        {
            assert_eq!(all(&html, selector).len(), count, "{selector} of {place}");
        }
        assert!(
            all(&html, "dl, ul, ol").iter().all(|list| list.child_elements().next().is_some()),
            "{place}"
        );
    }
}

#[tokio::test]
async fn headings_leave_out_no_level() {
    for (page, locale, html) in parsed().await {
        let mut level = 0;
        for heading in all(&html, "h1, h2, h3, h4, h5, h6") {
            let next: usize = heading.value().name()[1..].parse().unwrap();
            assert!(next <= level + 1, "{}: h{next} after h{level}: {}", page.path(locale), text(heading));
            assert!(!text(heading).is_empty(), "{}: an empty heading", page.path(locale));
            level = next;
        }
    }
}

#[tokio::test]
async fn the_first_link_leads_past_the_navigation() {
    for (page, locale, html) in parsed().await {
        let first = all(&html, "body a")[0];
        assert_eq!(attribute(first, "href"), "#content", "{}", page.path(locale));
        assert_eq!(text(first), *Library::embedded().edition(locale).label(LabelId::SkipToContent));
        let names: Vec<String> = all(&html, "nav").into_iter().map(|nav| name(&html, nav)).collect();
        let unique: BTreeSet<&String> = names.iter().collect();
        assert!(names.len() >= 2 && unique.len() == names.len(), "navigations need names: {names:?}");
    }
}

#[tokio::test]
async fn nothing_runs_and_nothing_comes_from_elsewhere() {
    for (page, locale, html) in parsed().await {
        let place = page.path(locale);
        for selector in ["script", "style", "iframe", "form", "object", "img", "[style]", "[src]"] {
            assert!(all(&html, selector).is_empty(), "{place} has {selector}");
        }
        for element in all(&html, "*") {
            for (name, value) in element.value().attrs() {
                assert!(!name.starts_with("on"), "{place} has {name}");
                assert!(!value.trim_start().to_lowercase().starts_with("javascript:"), "{place}: {value}");
            }
        }
    }
}

#[tokio::test]
async fn every_link_leads_somewhere() {
    let mut fragments = BTreeMap::new();
    let mut links = Vec::new();
    for (page, locale, html) in parsed().await {
        let path = page.path(locale);
        let ids: BTreeSet<String> =
            all(&html, "[id]").into_iter().map(|element| attribute(element, "id").to_owned()).collect();
        let found = all(&html, "[href]").into_iter().map(|link| attribute(link, "href").to_owned());
        links.extend(found.map(|link| (path.clone(), link)));
        fragments.insert(path, ids);
    }
    let mut others = BTreeSet::new();
    for (from, link) in &links {
        if link.starts_with("https://") && !link.starts_with(ORIGIN) {
            continue;
        }
        let link = link.strip_prefix(ORIGIN).unwrap_or(link);
        let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
        let path = if path.is_empty() { from.as_str() } else { path };
        match fragments.get(path) {
            Some(ids) => {
                assert!(
                    fragment.is_empty() || ids.contains(fragment),
                    "{from} links to {link}, which is not there"
                );
            }
            None => {
                others.insert(path);
            }
        }
    }
    for path in others {
        let status = get(path).await.status;
        assert!(status.is_success() || status == StatusCode::FOUND, "{path} answers {status}");
    }
    assert!(links.iter().filter(|(_, link)| link.contains('#')).count() > 500, "hardly any link is left");
}

#[tokio::test]
async fn languages_point_to_each_other() {
    let mut known = BTreeMap::new();
    for (page, locale, html) in parsed().await {
        let path = page.path(locale);
        let alternates: BTreeMap<String, String> = all(&html, "link[rel=alternate]")
            .into_iter()
            .map(|link| (attribute(link, "hreflang").to_owned(), attribute(link, "href").to_owned()))
            .collect();
        // Search engines want whole addresses.
        let url = format!("{ORIGIN}{path}");
        assert_eq!(
            alternates.keys().map(String::as_str).collect::<Vec<_>>(),
            ["en", "fr", "nl", "x-default"]
        );
        assert_eq!(alternates[locale.as_str()], url, "a page names itself among its translations");
        assert_eq!(alternates["x-default"], format!("{ORIGIN}{}", page.neutral_path()));
        assert_eq!(attribute(all(&html, "link[rel=canonical]")[0], "href"), url);
        known.insert(url, alternates);
    }
    for (path, alternates) in &known {
        for (lang, other) in alternates.iter().filter(|(lang, _)| *lang != "x-default") {
            assert_eq!(&known[other], alternates, "{path} and its {lang} translation disagree");
        }
    }
}

#[tokio::test]
async fn the_switcher_keeps_the_page_and_each_part_its_place() {
    for (page, locale, html) in parsed().await {
        let place = page.path(locale);
        let links = all(&html, ".languages a");
        assert_eq!(links.len(), Locale::ALL.len());
        for (link, &target) in links.into_iter().zip(Locale::ALL) {
            assert_eq!(attribute(link, "href"), page.path(target), "{place}");
            assert_eq!(
                (attribute(link, "lang"), attribute(link, "hreflang")),
                (target.as_str(), target.as_str())
            );
            assert_eq!(text(link), target.autonym());
            assert_eq!(link.attr("aria-current").is_some(), target == locale, "{place}");
        }
        let parts = all(&html, "section.part");
        assert!(parts.len() >= SectionId::ALL.len(), "{place} has {} parts", parts.len());
        for part in parts {
            let anchor = attribute(part, "id");
            let selector = Selector::parse(".elsewhere a").unwrap();
            let targets: Vec<(&str, &str)> = part
                .select(&selector)
                .map(|link| (attribute(link, "href"), attribute(link, "lang")))
                .collect();
            let expected: Vec<(String, &str)> = Locale::ALL
                .iter()
                .filter(|&&other| other != locale)
                .map(|&other| (format!("{}#{anchor}", page.path(other)), other.as_str()))
                .collect();
            let expected: Vec<(&str, &str)> =
                expected.iter().map(|(href, lang)| (href.as_str(), *lang)).collect();
            assert_eq!(targets, expected, "{place}#{anchor}");
        }
    }
}
