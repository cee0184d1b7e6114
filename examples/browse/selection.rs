//! What the reader asks to see.

use whole_comm::{AnyId, Kind, SectionId};

/// A part of the content.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Selection {
    /// All sections, and the timeline.
    Page,
    /// One section.
    Section(SectionId),
    /// All entities of a kind.
    Kind(Kind),
    /// One entity.
    Entity(AnyId),
}

/// What the reader asked for does not exist.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SelectionError {
    /// Neither a section nor a kind of entity has that name.
    #[error(
        "unknown section or kind `{name}`, expected a section ({}) or a kind ({})",
        section_names().join(", "),
        kind_names().join(", ")
    )]
    Name { name: String },
    /// An id follows, so the name must be that of a kind.
    #[error("unknown kind `{name}` in front of an id, expected one of: {}", kind_names().join(", "))]
    Kind { name: String },
    /// No entity of the kind has that id.
    #[error(transparent)]
    Id(#[from] whole_comm::Error),
}

impl Selection {
    /// Reads the two words of the command line. A section wins over a kind of the same name (`method`), unless an id
    /// follows; the plural of a kind is understood as well.
    pub(crate) fn parse(what: Option<&str>, id: Option<&str>) -> Result<Self, SelectionError> {
        match (what, id) {
            (None, _) => Ok(Self::Page),
            (Some(what), Some(id)) => {
                let kind = kind(what).ok_or_else(|| SelectionError::Kind { name: shown(what) })?;
                Ok(Self::Entity(kind.id(id)?))
            }
            (Some(what), None) => match what.parse() {
                Ok(section) => Ok(Self::Section(section)),
                Err(_) => {
                    kind(what).map(Self::Kind).ok_or_else(|| SelectionError::Name { name: shown(what) })
                }
            },
        }
    }
}

fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| [kind.as_str(), kind.plural()].contains(&name))
}

/// A name as it was typed, harmless on a terminal.
fn shown(name: &str) -> String {
    name.escape_debug().to_string()
}

/// The ids of the sections.
pub(crate) fn section_names() -> Vec<&'static str> {
    SectionId::ALL.iter().map(|section| section.as_str()).collect()
}

/// The names of the kinds.
pub(crate) fn kind_names() -> Vec<&'static str> {
    Kind::ALL.iter().map(|kind| kind.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_select() {
        use whole_comm::{MethodId, RegionId};
        let cases = [
            ((None, None), Selection::Page),
            ((Some("regions"), None), Selection::Section(SectionId::Regions)),
            ((Some("region"), None), Selection::Kind(Kind::Region)),
            ((Some("countries"), None), Selection::Kind(Kind::Country)),
            ((Some("method"), None), Selection::Section(SectionId::Method)),
            ((Some("methods"), None), Selection::Kind(Kind::Method)),
            ((Some("method"), Some("interviews")), Selection::Entity(MethodId::Interviews.into())),
            ((Some("regions"), Some("wallonia")), Selection::Entity(RegionId::Wallonia.into())),
        ];
        for ((what, id), expected) in cases {
            assert_eq!(Selection::parse(what, id).unwrap(), expected, "for {what:?} {id:?}");
        }
    }

    #[test]
    fn unknown_words_list_the_valid_ones() {
        let cases = [
            (("zone", None), "unknown section or kind `zone`", "lead, objectives"),
            (("zone", Some("x")), "unknown kind `zone` in front of an id", "project, programme"),
            (("lead", Some("x")), "unknown kind `lead` in front of an id", "project, programme"),
            (("region", Some("antwerp")), "unknown region `antwerp`", "flanders, wallonia, brussels-capital"),
        ];
        for ((what, id), problem, valid) in cases {
            let message = Selection::parse(Some(what), id).unwrap_err().to_string();
            assert!(message.contains(problem) && message.contains(valid), "{message}");
        }
    }
}
