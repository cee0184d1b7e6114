//! What the pages say: everything of the library, each language marked.

use whole_comm::{EntityId, EventId, Kind, LabelId, RegionId};

use super::*;

/// Forms of names that stand inside sentences only, and the list of countries, whose names are links of their own.
const FORMS: [&str; 6] = ["with-article", "in", "official", "short", "singular", "countries"];

#[tokio::test]
async fn everything_that_the_library_says_is_shown_in_each_language() {
    for edition in Library::embedded().editions() {
        let mut shown = String::new();
        for &page in Page::ALL {
            shown += &text(get(&page.path(edition.locale())).await.html().root_element());
        }
        let mut texts = 0;
        for id in Kind::ALL.iter().flat_map(|kind| kind.ids().iter().copied()) {
            for (field, told) in edition.any(id).texts().filter(|(field, _)| !FORMS.contains(field)) {
                let found = shown.contains(told.as_str()) || shown.contains(&*told.capitalized());
                assert!(found, "{}: {id} lacks its {field}: {told}", edition.locale());
                texts += 1;
            }
        }
        assert!(texts > 200, "only {texts} texts were looked for");
        for publication in edition.publications() {
            assert!(shown.contains(publication.title().as_str()), "{publication:?} lacks its title");
        }
        assert!(!shown.contains(['{', '}']), "a brace is shown");
        for label in [LabelId::Timeline, LabelId::ReceptionShares, LabelId::Register, LabelId::CutOff] {
            assert!(shown.contains(&*edition.label(label)), "{label} is not shown");
        }
    }
}

#[tokio::test]
async fn every_entity_has_an_entry_in_the_register() {
    for (_, locale, html) in parsed().await.into_iter().filter(|(page, ..)| *page == Page::Register) {
        for id in Kind::ALL.iter().flat_map(|kind| kind.ids().iter().copied()) {
            let entry = all(&html, &format!("article#{}-{}", id.kind(), id.as_str()));
            assert_eq!(entry.len(), 1, "{id} in {locale}");
            let entity = Library::embedded().edition(locale).any(id);
            assert!(text(entry[0]).contains(entity.summary().as_str()), "{id} in {locale}");
        }
    }
}

/// The language that an element is in: its own, or that of the nearest element around it that says.
fn language(element: ElementRef<'_>) -> &str {
    std::iter::once(element)
        .chain(element.ancestors().filter_map(ElementRef::wrap))
        .find_map(|element| element.attr("lang"))
        .unwrap_or_default()
}

#[tokio::test]
async fn titles_are_marked_with_their_language() {
    let edition = Library::embedded().edition(Locale::SOURCE);
    let publications = edition.publications().map(whole_comm::Publication::title);
    let videos = edition.videos().flat_map(|video| [video.title(), video.original_title()]);
    let projects = edition.projects().filter_map(whole_comm::Project::full_title);
    let titles: Vec<_> = publications.chain(videos).chain(projects).collect();
    for (page, locale, html) in parsed().await {
        let mut found = 0;
        for node in html.tree.nodes() {
            let Some(words) = node.value().as_text() else { continue };
            let Some(element) = node.parent().and_then(ElementRef::wrap) else { continue };
            for title in titles.iter().filter(|title| words.contains(title.as_str())) {
                assert_eq!(language(element), title.lang(), "{}: {}", page.path(locale), element.html());
                found += 1;
            }
        }
        assert!(found >= titles.len(), "{} quotes {found} titles", page.path(locale));
    }
}

#[tokio::test]
async fn only_what_is_foreign_is_marked() {
    for (page, locale, html) in parsed().await {
        let marked = all(&html, "body span[lang]");
        assert!(!marked.is_empty(), "{}", page.path(locale));
        for element in marked {
            assert_ne!(attribute(element, "lang"), locale.as_str(), "{}", element.html());
        }
        // The source breaks off in English, whatever the language of the page.
        for quote in all(&html, ".source q span[lang]") {
            assert_eq!(attribute(quote, "lang"), "en", "{}", page.path(locale));
        }
    }
    // The one correction of a Dutch line is Dutch on the French page, and needs no mark on the Dutch one.
    let count = |html: &Html| all(html, "#event-ukrainian-arrivals del span[lang=nl]").len();
    assert_eq!(count(&get("/fr/register/").await.html()), 1);
    assert_eq!(count(&get("/nl/register/").await.html()), 0);
}

#[tokio::test]
async fn the_chart_shows_the_shares() {
    for edition in Library::embedded().editions() {
        let html = get(&Page::Home.path(edition.locale())).await.html();
        let chart = all(&html, "svg.chart[role=img]")[0];
        let bars = all(&html, "svg.chart .bar");
        let lengths: Vec<&str> = bars.iter().map(|bar| attribute(*bar, "width")).collect();
        assert_eq!(lengths, ["49.9%", "42.5%", "7.6%"]);
        for region in edition.regions() {
            let told = text(chart);
            assert!(told.contains(&*region.name().capitalized()), "{told}");
            assert!(told.contains(region.reception_share().as_str()), "{told}");
        }
        let alternative = text(all(&html, "#chart-text")[0]);
        assert_eq!(alternative, *edition.event(EventId::ReceptionSnapshot).summary());
        // The colour of the bars has a meaning, and a key.
        let key = text(all(&html, "#regions .key")[0]);
        assert_eq!(key, edition.section(whole_comm::SectionId::Regions).name().capitalized());
        assert_eq!(all(&html, "svg.chart .in-focus").len(), 2);
        let total: u16 = RegionId::ALL.iter().map(|id| id.data().reception_share.permille()).sum();
        assert_eq!(total, 1000, "the tracks stand for the whole");
    }
}

#[tokio::test]
async fn the_timeline_draws_what_is_dated_and_tells_the_rest() {
    for edition in Library::embedded().editions() {
        let html = get(&Page::Home.path(edition.locale())).await.html();
        let dated: Vec<_> = edition.events().filter(|event| event.data().time.is_some()).collect();
        assert_eq!(all(&html, "svg.timeline .span").len(), dated.len());
        let alternative = text(all(&html, "#timeline-text")[0]);
        for event in dated {
            let when = event.when().unwrap().capitalized().into_owned();
            assert!(alternative.contains(&when), "{alternative}");
            assert!(alternative.contains(&*event.name().capitalized()), "{alternative}");
        }
        // Where there is room, the drawing names what it dates; and it says what its second colour means.
        assert_eq!(all(&html, "svg.timeline .title").len(), all(&html, "svg.timeline .span").len());
        assert_eq!(text(all(&html, "#timeline .key")[0]), *edition.label(LabelId::Crises));
        assert!(!all(&html, "svg.timeline .crisis .span").is_empty());
        let entries = all(&html, ".events > li");
        let crises = edition.crises().filter(|crisis| crisis.events().next().is_none()).count();
        assert_eq!(entries.len(), EventId::ALL.len() + crises);
        for entry in entries.iter().rev().take(crises + 2) {
            assert!(text(*entry).contains(&*edition.label(LabelId::Undated)), "what has no date comes last");
        }
    }
}
