//! Reading is shared between threads and, once a text is known, costs no allocation.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; clippy.toml exempts test functions, not their helpers"
)]

use std::sync::Barrier;

use allocation_counter::measure;
use whole_comm::{AnyEntity, Edition, EntityId, Kind, LabelId, Library, Locale, RegionId};

/// Reads everything that the edition has, and adds up the lengths so that nothing is left out.
fn read_all(edition: &Edition) -> usize {
    fn length<I: EntityId>(edition: &Edition) -> usize {
        edition.all::<I>().map(|entity| entity.name().len() + entity.summary().len()).sum()
    }
    length::<RegionId>(edition)
        + length::<whole_comm::EventId>(edition)
        + length::<whole_comm::CountryId>(edition)
        + length::<whole_comm::PublicationId>(edition)
        + edition
            .regions()
            .map(|region| region.reception_share().len() + region.reception().len())
            .sum::<usize>()
        + edition.events().filter_map(whole_comm::Entity::when).map(|when| when.len()).sum::<usize>()
        + Kind::ALL
            .iter()
            .flat_map(|kind| kind.ids())
            .flat_map(|&id| edition.any(id).texts())
            .map(|(_, text)| text.len())
            .sum::<usize>()
        + LabelId::ALL.iter().map(|&label| edition.label(label).len()).sum::<usize>()
}

#[test]
fn a_text_that_was_read_once_costs_no_allocation() {
    for edition in Library::embedded().editions() {
        let cold = read_all(edition);
        let mut warm = 0;
        let allocations = measure(|| warm = read_all(edition));
        assert_eq!(warm, cold);
        assert_eq!(
            allocations.count_total,
            0,
            "reading {} again allocated {allocations:?}",
            edition.locale()
        );
    }
}

#[test]
fn a_text_lives_as_long_as_the_library() {
    let name: &'static str =
        Library::embedded().edition(Locale::French).region(RegionId::Wallonia).name().as_str();
    assert_eq!(name, "Wallonie");
}

#[test]
fn everything_can_be_shared_and_sent() {
    fn shared<T: Send + Sync>() {}
    shared::<Library>();
    shared::<Edition>();
    shared::<whole_comm::Region<'_>>();
    shared::<AnyEntity<'_>>();
    shared::<whole_comm::Text<'_>>();
    shared::<whole_comm::TextBuf>();
    shared::<whole_comm::Format<'_>>();
    shared::<whole_comm::Error>();
}

/// Many threads that read the same texts for the first time at the same moment see the same texts.
#[test]
fn threads_agree() {
    let threads = 8;
    let start = Barrier::new(threads);
    let documents: Vec<Vec<String>> = std::thread::scope(|scope| {
        let read = || {
            start.wait();
            Library::embedded()
                .editions()
                .flat_map(|edition| {
                    let ids = Kind::ALL.iter().flat_map(|kind| kind.ids().iter().copied());
                    ids.map(|id| format!("{:?}", edition.any(id).texts().collect::<Vec<_>>()))
                        .collect::<Vec<_>>()
                })
                .collect()
        };
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(read)).collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).collect()
    });
    assert!(documents.windows(2).all(|pair| pair[0] == pair[1]));
}

/// No global decides the language: two editions are read in turn, each in its own.
#[test]
fn editions_do_not_mix() {
    let library = Library::embedded();
    for _ in 0..2 {
        let names: Vec<&str> =
            library.editions().map(|edition| edition.region(RegionId::Flanders).name().as_str()).collect();
        assert_eq!(names, ["Vlaanderen", "Flandre", "Flanders"]);
    }
}
