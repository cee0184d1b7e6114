//! Reads every text of a locale once, before anybody else does: what the checks did not foresee is found here.

use fluent_bundle::FluentArgs;

use super::draft::Draft;
use super::graph::{Found, Graph};
use super::merge::Files;
use crate::Locale;
use crate::bundle::Catalog;
use crate::contract::{self, Role};

/// The longest name or pattern, in bytes. Names stand in other texts, and lists of them do.
const LONGEST_NAME: usize = 1 << 10;

/// The longest other text, in bytes, with all its values in place.
const LONGEST_PROSE: usize = 64 << 10;

/// What is wrong with the texts of a locale. What others are given is read before those, and if something is wrong there,
/// that comes first.
pub(super) fn problems(draft: &Draft<'_>, locale: Locale, files: &Files) -> Vec<Found> {
    let Some(graph) = Graph::new(draft, locale) else { return Vec::new() };
    let catalog = Catalog::new(files.clone());
    let units = contract::units(&catalog, locale);
    for role in [Role::Pattern, Role::Name, Role::Prose] {
        let limit = if role == Role::Prose { LONGEST_PROSE } else { LONGEST_NAME };
        let mut found: Vec<Found> = Vec::new();
        for unit in units.iter().filter(|unit| unit.role == role) {
            let arguments: &FluentArgs<'_> = &unit.arguments;
            let text = catalog.message(locale, unit.file, &unit.message, unit.attribute, arguments);
            let (rule, what) = match text {
                None => ("unresolvable", "cannot be resolved".to_owned()),
                Some(text) if text.trim().is_empty() => ("empty-value", "is empty".to_owned()),
                Some(text) if text.contains(['{', '}']) => {
                    ("unshowable-character", "shows a brace, which looks like a fault".to_owned())
                }
                Some(text) if text.len() > limit => {
                    let what = format!("is {} bytes long: at most {limit} are taken", text.len());
                    ("text-too-long", what)
                }
                Some(_) => continue,
            };
            let name = unit.attribute.map_or_else(String::new, |name| format!(".{name}"));
            let message = format!("the text of `{}{name}` {what}", unit.message);
            let Some(index) = graph.overrides_below(&unit.message, unit.attribute) else { continue };
            if let Some(candidate) = draft.candidates.get(index) {
                found.push((index, candidate.problem(rule, candidate.place, message)));
            }
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}
