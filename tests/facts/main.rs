//! Every fact of the page, F1 to F127, and where it is read.
//!
//! A fact is a typed value, or words in a text of each language, or a remark of the provenance. The numbers are those
//! under which the facts of the page are counted; the lines are the page's own.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; clippy.toml exempts test functions, not their helpers"
)]

mod lead;
mod method;
mod objectives;
mod publications;
mod regions;
mod videos;
mod why_small;

use std::panic::AssertUnwindSafe;

use whole_comm::{AnyId, Edition, EntityId, Kind, Library, Locale, ProjectId, PublicationId, ScopeId};

/// A fact's number, what it says, and the check that reads it in one edition.
type Fact = (u8, &'static str, fn(&Edition));

/// Asserts that a text holds words of the edition's language, given in the order Dutch, French, English.
#[track_caller]
fn says(edition: &Edition, id: impl Into<AnyId>, field: &str, words: [&str; 3]) {
    let id = id.into();
    let mut texts = edition.any(id).texts();
    let (_, text) = texts.find(|(name, _)| *name == field).unwrap_or_else(|| panic!("{id} has no {field}"));
    for word in words[edition.locale() as usize].split(" … ") {
        assert!(text.contains(word), "{id}.{field} in {} does not say “{word}”: {text}", edition.locale());
    }
}

#[track_caller]
fn rests_on(id: impl Into<AnyId>, line: u16) {
    let id = id.into();
    let provenance = Library::embedded().edition(Locale::Dutch).any(id).provenance();
    assert!(
        provenance.lines.iter().any(|lines| lines.first <= line && line <= lines.last),
        "{id} and line {line}"
    );
}

#[track_caller]
fn notes(id: impl Into<AnyId>, words: &str) {
    let id = id.into();
    let provenance = Library::embedded().edition(Locale::Dutch).any(id).provenance();
    assert!(provenance.notes.iter().any(|note| note.contains(words)), "no note of {id} says “{words}”");
}

#[track_caller]
fn breaks_off(publication: PublicationId, line: u16, after: &str) {
    let truncation = publication.provenance().truncated.as_ref().expect("the teaser is cut");
    assert_eq!((truncation.line, truncation.after.as_ref()), (line, after));
}

/// The facts in the order of the page, one file for each of its sections.
const SECTIONS: [&[Fact]; 7] = [
    lead::FACTS,
    objectives::FACTS,
    regions::FACTS,
    why_small::FACTS,
    method::FACTS,
    publications::FACTS,
    videos::FACTS,
];

#[test]
fn every_fact_is_in_the_table_once() {
    let numbers: Vec<u8> = SECTIONS.concat().iter().map(|(number, ..)| *number).collect();
    assert_eq!(numbers, (1..=127).collect::<Vec<u8>>());
}

#[test]
fn every_fact_has_its_value_in_every_language() {
    for (number, fact, check) in SECTIONS.concat() {
        for edition in Library::embedded().editions() {
            let checked = std::panic::catch_unwind(AssertUnwindSafe(|| check(edition)));
            assert!(checked.is_ok(), "F{number} ({fact}) does not hold in {}", edition.locale());
        }
    }
}

/// The two sizes of the study are two facts: with other numbers, other units and other lines.
#[test]
fn the_two_counts_are_never_merged() {
    let [communities, municipalities] = [ScopeId::LocalCommunities, ScopeId::Municipalities];
    assert_ne!(communities.data().count, municipalities.data().count);
    assert_ne!(communities.data().unit, municipalities.data().unit);
    assert_ne!(communities.provenance().lines, municipalities.provenance().lines);
    let sum = communities.data().count + municipalities.data().count;
    for edition in Library::embedded().editions() {
        for id in Kind::ALL.iter().flat_map(|kind| kind.ids().iter().copied()) {
            for (field, text) in edition.any(id).texts() {
                assert!(!text.contains(&sum.to_string()), "{id}.{field} adds the two counts: {text}");
            }
        }
    }
}

/// What the page does not say is not said.
#[test]
fn nothing_is_invented() {
    let unsaid = [
        "Fedasil",
        "2004",
        "2024",
        "2022",
        "2023",
        "13 partners",
        "12 partners",
        "German-speaking",
        "Duitstalig",
        "germanophone",
    ];
    for edition in Library::embedded().editions() {
        let document = serde_json::to_string(edition).unwrap();
        for word in unsaid {
            assert!(!document.contains(word), "the {} edition says {word}", edition.locale());
        }
    }
}

/// What comes from outside the page is marked so, with its source.
#[test]
fn outside_facts_are_marked() {
    let project = ProjectId::WholeComm.data();
    let value = |fact: &Option<whole_comm::External<whole_comm::Str>>| {
        fact.as_ref().map(|fact| fact.value.to_string())
    };
    assert_eq!(value(&project.grant_agreement).as_deref(), Some("101004714"));
    assert_eq!(value(&project.coordinator).as_deref(), Some("Collegio Carlo Alberto"));
    assert!(
        value(&project.full_title)
            .is_some_and(|title| title.starts_with("Exploring the Integration of Post-2014 Migrants"))
    );
    let addresses: Vec<bool> =
        PublicationId::ALL.iter().map(|publication| publication.data().url.is_some()).collect();
    assert_eq!(addresses, [true, true, false, false]);
    let marked: Vec<&str> = ProjectId::WholeComm.provenance().external.iter().map(AsRef::as_ref).collect();
    assert_eq!(marked, ["full_title", "grant_agreement", "coordinator", "website", "page"]);
}
