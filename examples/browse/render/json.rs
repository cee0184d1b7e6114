//! The content as JSON: data, texts and provenance.

use serde::Serialize;
use whole_comm::{AnyEntity, Edition, Section};

use crate::selection::Selection;

/// The whole edition, a section with its entities, a list of entities, or one entity.
pub(crate) fn render(edition: &Edition, selection: &Selection) -> serde_json::Result<String> {
    let mut json = match *selection {
        Selection::Page => serde_json::to_string_pretty(edition),
        Selection::Section(id) => {
            let section = edition.section(id);
            serde_json::to_string_pretty(&SectionDocument { section, entities: section.entities().collect() })
        }
        Selection::Kind(kind) => {
            let entities: Vec<AnyEntity<'_>> = kind.ids().iter().copied().map(|id| edition.any(id)).collect();
            serde_json::to_string_pretty(&entities)
        }
        Selection::Entity(id) => serde_json::to_string_pretty(&edition.any(id)),
    }?;
    json.push('\n');
    Ok(json)
}

#[derive(Serialize)]
struct SectionDocument<'a> {
    section: Section<'a>,
    entities: Vec<AnyEntity<'a>>,
}
