//! What must hold for every kind of entity.

use std::collections::BTreeSet;

use serde_json::Value;

use super::kind::{AnyId, Kind, VisitKind, visit_kinds};
use super::{EntityId, Field};
use crate::{Library, Locale};

/// The last line of the page.
const LAST_LINE: u16 = 66;

#[derive(Default)]
struct Checks {
    kinds: Vec<Kind>,
    entities: usize,
}

impl VisitKind for Checks {
    fn visit<I: EntityId>(&mut self) {
        self.kinds.push(I::KIND);
        self.entities += I::ALL.len();
        ids_are_well_formed::<I>();
        fields_are_well_formed::<I>();
        for (position, &id) in I::ALL.iter().enumerate() {
            assert_eq!(id.index(), position, "{id}: the order of the ids and of the enum differ");
            survives_json(id);
            provenance_is_honest(id);
            texts_are_in_place(id);
        }
    }
}

#[test]
fn every_kind_holds_to_the_rules() {
    let mut checks = Checks::default();
    visit_kinds(&mut checks);
    assert_eq!(checks.kinds, Kind::ALL);
    assert_eq!(checks.entities, Kind::ALL.iter().map(|kind| kind.ids().len()).sum::<usize>());
}

fn ids_are_well_formed<I: EntityId>() {
    let names: BTreeSet<&str> = I::ALL.iter().map(|id| id.as_str()).collect();
    assert_eq!(names.len(), I::ALL.len(), "two {} ids have the same name", I::KIND);
    for name in names {
        let kebab = name.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        assert!(kebab, "{name} is not kebab-case");
        assert_eq!(name.parse::<I>().map(|id| id.to_string()), Ok(name.to_owned()));
        assert_eq!(I::KIND.id(name).map(AnyId::as_str), Ok(name));
    }
    let error = "no-such-id".parse::<I>().unwrap_err();
    assert!(error.is_id() && I::ALL.iter().all(|id| error.to_string().contains(id.as_str())), "{error}");
}

fn fields_are_well_formed<I: EntityId>() {
    let names: Vec<&str> = I::FIELDS.iter().map(Field::name).collect();
    assert_eq!(names.first(), Some(&"name"), "the first field of a {} is not its name", I::KIND);
    assert!(names.contains(&"summary"), "a {} has no summary", I::KIND);
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "a {} has a field twice", I::KIND);
}

fn survives_json<I: EntityId>(id: I) {
    let json = serde_json::to_string(&id).unwrap();
    assert_eq!(json, format!("\"{id}\""));
    assert_eq!(serde_json::from_str::<I>(&json).unwrap(), id);
    let data = serde_json::to_string(id.data()).unwrap();
    assert_eq!(
        &serde_json::from_str::<I::Data>(&data).unwrap(),
        id.data(),
        "the data of {id} change in JSON"
    );
    let provenance = serde_json::to_string(id.provenance()).unwrap();
    assert_eq!(&serde_json::from_str::<crate::Provenance>(&provenance).unwrap(), id.provenance());
}

fn provenance_is_honest<I: EntityId>(id: I) {
    let provenance = id.provenance();
    assert!(!provenance.lines.is_empty(), "{id} rests on no line");
    assert!(provenance.lines.is_sorted(), "the lines of {id} are not in order");
    for lines in provenance.lines.iter() {
        assert!(1 <= lines.first && lines.first <= lines.last && lines.last <= LAST_LINE, "{id}: {lines:?}");
    }
    let covered = |line: u16| provenance.lines.iter().any(|lines| lines.first <= line && line <= lines.last);
    for emendation in provenance.emended.iter() {
        assert!(
            covered(emendation.line),
            "{id} is emended in line {}, on which it does not rest",
            emendation.line
        );
        assert_ne!(emendation.printed, emendation.read, "{id} is emended without a change");
    }
    if let Some(truncation) = &provenance.truncated {
        assert!(
            covered(truncation.line),
            "{id} breaks off in line {}, on which it does not rest",
            truncation.line
        );
    }
    let Value::Object(data) = serde_json::to_value(id.data()).unwrap() else {
        panic!("the data of {id} are no object")
    };
    let external: Vec<&str> = data
        .iter()
        .filter(|(_, value)| value.get("source").is_some())
        .map(|(name, _)| name.as_str())
        .collect();
    let named: BTreeSet<&str> = provenance.external.iter().map(AsRef::as_ref).collect();
    assert_eq!(named, external.into_iter().collect(), "{id}: the external fields and their list differ");
}

/// Each text of each entity has a slot of its own: a slot taken twice would show one entity's text for another.
fn texts_are_in_place<I: EntityId>(id: I) {
    for &locale in Locale::ALL {
        let edition = Library::embedded().edition(locale);
        let catalog_says = |field: &Field| edition.resolve_afresh(id, field);
        for (name, text) in edition.get(id).texts() {
            let field = I::FIELDS.iter().find(|field| field.name() == name).unwrap();
            assert_eq!(Some(text.to_string()), catalog_says(field), "{}/{id}.{name} in {locale}", I::KIND);
        }
    }
}

#[test]
fn names_of_any_kind_are_read_and_written() {
    for kind in Kind::ALL {
        for &id in kind.ids() {
            let written = id.to_string();
            assert_eq!(written.parse(), Ok(id));
            assert_eq!(serde_json::from_str::<AnyId>(&serde_json::to_string(&id).unwrap()).unwrap(), id);
        }
    }
    for wrong in ["", "region", "region/", "region/antwerp", "zone/x", "/wallonia"] {
        assert!(wrong.parse::<AnyId>().unwrap_err().is_id(), "for {wrong:?}");
    }
    assert_eq!(
        "wallonia".parse::<AnyId>().unwrap_err().to_string(),
        "`wallonia` names no entity, expected a kind and an id, such as region/wallonia"
    );
}
