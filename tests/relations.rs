//! Relations lead somewhere, and back again.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; clippy.toml exempts test functions, not their helpers"
)]

use std::collections::BTreeSet;

use serde_json::Value;
use whole_comm::{
    ActorId, AnyId, ConceptId, CountryId, CrisisId, Edition, EventId, Kind, Library, Locale, MethodId,
    OrganisationId, ProgrammeId, ProjectId, PublicationId, RegionId, SectionId, VideoId,
};

fn edition() -> &'static Edition {
    Library::embedded().edition(Locale::English)
}

/// One relation: its name, every pair that it makes forwards, and every pair backwards.
type Relation = (&'static str, Vec<(AnyId, AnyId)>, Vec<(AnyId, AnyId)>);

/// Collects the pairs of a relation from all entities on its left.
macro_rules! pairs {
    ($all:ident, only $follow:ident) => {
        edition().$all().map(|left| (left.id().into(), left.$follow().id().into())).collect()
    };
    ($all:ident, $follow:ident) => {
        edition()
            .$all()
            .flat_map(|left| {
                left.$follow().into_iter().map(move |right| (left.id().into(), right.id().into()))
            })
            .collect()
    };
}

fn relations() -> Vec<Relation> {
    vec![
        ("publication and author", pairs!(publications, authors), pairs!(persons, publications)),
        ("publication and region", pairs!(publications, regions), pairs!(regions, publications)),
        ("publication and method", pairs!(publications, methods), pairs!(methods, publications)),
        ("publication and population", pairs!(publications, populations), pairs!(populations, publications)),
        ("publication and crisis", pairs!(publications, crises), pairs!(crises, publications)),
        ("publication and scope", pairs!(publications, scope), pairs!(scopes, publications)),
        ("event and region", pairs!(events, regions), pairs!(regions, events)),
        ("event and country", pairs!(events, country), pairs!(countries, events)),
        ("event and sector", pairs!(events, sectors), pairs!(sectors, events)),
        ("event and party", pairs!(events, parties), pairs!(parties, events)),
        ("event and crisis", pairs!(events, crisis), pairs!(crises, events)),
        ("event and challenge", pairs!(events, challenge), pairs!(challenges, events)),
        ("event and video", pairs!(events, video), pairs!(videos, events)),
        ("region and sector", pairs!(regions, sectors), pairs!(sectors, regions)),
        ("region and place", pairs!(regions, places), pairs!(places, reception_regions)),
        ("province and sector", pairs!(provinces, sectors), pairs!(sectors, provinces)),
        ("concept and actor", pairs!(concepts, actors), pairs!(actors, concepts)),
        ("concept and outcome", pairs!(concepts, outcomes), pairs!(outcomes, concepts)),
        ("concept and instrument", pairs!(concepts, instrument), pairs!(instruments, concepts)),
        ("concept and concept", pairs!(concepts, related_concept), pairs!(concepts, tied_in)),
        ("objective and actor", pairs!(objectives, actors), pairs!(actors, objectives)),
        ("objective and level", pairs!(objectives, levels), pairs!(levels, objectives)),
        ("objective and modality", pairs!(objectives, modalities), pairs!(modalities, objectives)),
        ("modality and actor", pairs!(modalities, actors), pairs!(actors, modalities)),
        ("video and organiser", pairs!(videos, organisers), pairs!(projects, videos)),
        ("video and actor", pairs!(videos, actors), pairs!(actors, videos)),
        ("method and population", pairs!(methods, populations), pairs!(populations, methods)),
        ("method and variable", pairs!(methods, variables), pairs!(variables, methods)),
        ("project and programme", pairs!(projects, programme), pairs!(programmes, projects)),
        ("project and funder", pairs!(projects, funder), pairs!(organisations, funded_projects)),
        ("project and country", pairs!(projects, countries), pairs!(countries, projects)),
        ("project and scope", pairs!(projects, scopes), pairs!(scopes, projects)),
        ("project and objective", pairs!(projects, objectives), pairs!(objectives, projects)),
        ("project and approach", pairs!(projects, approach), pairs!(concepts, projects)),
        ("project and population", pairs!(projects, population), pairs!(populations, projects)),
        ("project and method", pairs!(projects, methods), pairs!(methods, projects)),
        ("programme and funder", pairs!(programmes, only funder), pairs!(organisations, programmes)),
        ("event and province", pairs!(events, provinces), pairs!(provinces, events)),
        ("event and organisation", pairs!(events, across), pairs!(organisations, events)),
        ("crisis and country", pairs!(crises, country), pairs!(countries, crises)),
        ("crisis and region", pairs!(crises, region), pairs!(regions, crises)),
        ("population and crisis", pairs!(populations, crisis), pairs!(crises, populations)),
        ("scope and country", pairs!(scopes, countries), pairs!(countries, scopes)),
        ("scope and region", pairs!(scopes, regions), pairs!(regions, scopes)),
        ("objective and place", pairs!(objectives, places), pairs!(places, objectives)),
        ("video and place", pairs!(videos, only place), pairs!(places, videos)),
        ("video and country", pairs!(videos, only country), pairs!(countries, videos)),
        (
            "region and reception base",
            pairs!(regions, only reception_base),
            pairs!(populations, reception_regions),
        ),
        ("region and country", pairs!(regions, only country), pairs!(countries, regions)),
        ("province and region", pairs!(provinces, only region), pairs!(regions, provinces)),
        ("publication and country", pairs!(publications, only country), pairs!(countries, publications)),
        ("image and publication", pairs!(images, only publication), pairs!(publications, images)),
        ("instrument and issuer", pairs!(instruments, only issuer), pairs!(organisations, instruments)),
        ("policy and region", pairs!(policies, only region), pairs!(regions, policies)),
        ("policy and cause", pairs!(policies, only cause), pairs!(events, policies)),
        ("party and region", pairs!(parties, only region), pairs!(regions, parties)),
        ("variable and population", pairs!(variables, population), pairs!(populations, variables)),
    ]
}

#[test]
fn every_relation_leads_back() {
    for (name, forwards, backwards) in relations() {
        let forwards: BTreeSet<(AnyId, AnyId)> = forwards.into_iter().collect();
        let backwards: BTreeSet<(AnyId, AnyId)> =
            backwards.into_iter().map(|(left, right)| (right, left)).collect();
        assert!(!forwards.is_empty(), "{name} relates nothing");
        assert_eq!(forwards, backwards, "{name} differs from its way back");
    }
}

#[test]
fn relations_of_the_page() {
    let e = edition();
    let ids = |found: Vec<AnyId>| found.iter().map(ToString::to_string).collect::<Vec<_>>();
    let whole_comm = e.project(ProjectId::WholeComm);
    assert_eq!(whole_comm.programme().map(whole_comm::Entity::id), Some(ProgrammeId::Horizon2020));
    assert_eq!(e.programme(ProgrammeId::Horizon2020).funder().id(), OrganisationId::EuropeanUnion);
    assert_eq!(whole_comm.countries().count(), 10);
    assert_eq!(whole_comm.objectives().count(), 2);
    assert_eq!(whole_comm.scopes().count(), 4);
    assert_eq!(e.country(CountryId::Belgium).regions().count(), 3);
    assert_eq!(
        ids(e.region(RegionId::Flanders).events().map(|event| event.id().into()).collect()),
        [
            "event/labour-migration-flanders",
            "event/politicisation-flanders",
            "event/asylum-increase-2014",
            "event/reception-snapshot-2015-09"
        ]
    );
    assert_eq!(
        e.concept(ConceptId::WholeOfSociety).promoter().map(whole_comm::Entity::id),
        Some(OrganisationId::UnitedNations)
    );
    assert_eq!(e.publication(PublicationId::HousingExclusionFlanders).authors().count(), 3);
    assert_eq!(e.publication(PublicationId::HousingExclusionFlanders).images().count(), 1);
    assert_eq!(e.crisis(CrisisId::LongTermHousingCrisis).events().count(), 0);
    assert_eq!(e.event(EventId::PoliticisationFlanders).policies().count(), 1);
    assert_eq!(e.region(RegionId::Flanders).parties().count(), 1);
    assert_eq!(e.region(RegionId::Flanders).provinces().count(), 1);
    assert_eq!(e.actor(ActorId::Stakeholders).videos().count(), 1);
    assert_eq!(e.video(VideoId::Webinar).organisers().count(), 3);
    assert_eq!(e.method(MethodId::Interviews).publications().count(), 3);
    assert_eq!(e.organisation(OrganisationId::UnitedNations).instruments().count(), 1);
}

#[test]
fn events_stand_in_the_order_of_time() {
    let keys: Vec<_> =
        edition().events().map(|event| event.data().time.map(|time| time.date.sort_key())).collect();
    let (dated, undated) = keys.split_at(9);
    assert!(dated.iter().all(Option::is_some) && dated.is_sorted(), "{dated:?}");
    assert!(undated.len() == 2 && undated.iter().all(Option::is_none), "{undated:?}");
}

/// A section shows each entity once, and every part of the page that rests on lines of its own is in a section.
#[test]
fn sections_show_the_page() {
    let mut shown = BTreeSet::new();
    for section in edition().page() {
        for entity in section.entities() {
            assert!(shown.insert(entity.id()), "{} is shown twice", entity.id());
        }
    }
    for kind in [
        Kind::Objective,
        Kind::Modality,
        Kind::Region,
        Kind::Challenge,
        Kind::Outcome,
        Kind::Publication,
        Kind::Video,
    ] {
        for &id in kind.ids() {
            assert!(shown.contains(&id), "{id} is in no section");
        }
    }
    for id in &shown {
        let sections = match edition().any(*id) {
            whole_comm::AnyEntity::Region(region) => region.sections().count(),
            whole_comm::AnyEntity::Publication(publication) => publication.sections().count(),
            _ => continue,
        };
        assert_eq!(sections, 1, "{id} does not lead back to its section");
    }
    let order: Vec<SectionId> = edition().page().map(whole_comm::Entity::id).collect();
    assert_eq!(order, SectionId::ALL);
}

/// Whoever reads the JSON document alone finds every entity, its data, its texts and its provenance in it.
#[test]
fn the_document_of_an_edition_is_whole() {
    for edition in Library::embedded().editions() {
        let document = serde_json::to_value(edition).unwrap();
        assert_eq!(document["lang"], edition.locale().as_str());
        assert_eq!(document["locale"], edition.locale().regional_tag());
        for kind in Kind::ALL {
            let entities =
                document[kind.plural()].as_array().unwrap_or_else(|| panic!("no {}", kind.plural()));
            let ids: Vec<&str> = entities.iter().map(|entity| entity["id"].as_str().unwrap()).collect();
            assert_eq!(ids, kind.ids().iter().map(|id| id.as_str()).collect::<Vec<_>>());
            for (entity, id) in entities.iter().zip(kind.ids().iter().copied()) {
                assert_eq!(entity["kind"], kind.as_str());
                assert!(entity["data"].is_object() && entity["provenance"]["lines"].is_array(), "{id}");
                let texts: Vec<_> = edition.any(id).texts().collect();
                assert_eq!(entity["texts"].as_object().unwrap().len(), texts.len(), "{id}");
                for (field, text) in texts {
                    assert_eq!(
                        entity["texts"][field],
                        serde_json::json!({ "text": &*text, "lang": text.lang() }),
                        "{id}.{field}"
                    );
                }
            }
        }
        let Value::Object(labels) = &document["labels"] else { panic!("no labels") };
        assert_eq!(labels["read-more"]["text"], *edition.label(whole_comm::LabelId::ReadMore));
    }
}
