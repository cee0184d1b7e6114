//! Reads every text that overrides have a part in, before anybody else does: what the checks did not foresee is found here.

use std::collections::HashMap;

use fluent_bundle::{FluentArgs, FluentValue};
use ftlkit::model::{Index, Variant};

use super::draft::Draft;
use super::graph::{Found, Graph};
use super::merge::Files;
use super::values;
use crate::Locale;
use crate::bundle::Catalog;
use crate::contract::{self, Role, Unit};
use crate::format::Format;

/// The longest name or pattern, in bytes. Names stand in other texts, and lists of them do.
const LONGEST_NAME: usize = 1 << 10;

/// The longest other text, in bytes, with all its values in place.
const LONGEST_PROSE: usize = 64 << 10;

/// What is wrong with the texts of a locale. What others are given is read before those, and if something is wrong there,
/// that comes first.
pub(super) fn problems(draft: &Draft<'_>, locale: Locale, files: &Files) -> Vec<Found> {
    let Some(graph) = Graph::new(draft, locale) else { return Vec::new() };
    let catalog = Catalog::new(files.clone());
    let format = Format::new(&catalog, locale);
    let units = contract::units(&catalog, locale);
    for role in [Role::Pattern, Role::Name, Role::Prose] {
        let mut found: Vec<Found> = Vec::new();
        for unit in units.iter().filter(|unit| unit.role == role) {
            let overrides = graph.overrides_below(&unit.message, unit.attribute);
            let Some(&candidate) = overrides.first() else { continue };
            let read = |arguments: &FluentArgs<'_>| {
                catalog.message(locale, unit.file, &unit.message, unit.attribute, arguments)
            };
            let others = arguments(draft, unit, &overrides, format);
            let fault = std::iter::once(&unit.arguments)
                .chain(&others)
                .find_map(|arguments| fault(role, read(arguments).as_deref()));
            if let (Some((rule, what)), Some(blamed)) = (fault, draft.candidates.get(candidate)) {
                let name = unit.attribute.map_or_else(String::new, |name| format!(".{name}"));
                let message = format!("the text of `{}{name}` {what}", unit.message);
                let problem = Some(blamed.problem(rule, blamed.place, message));
                found.push(Found { candidate, problem });
            }
        }
        if !found.is_empty() {
            return Graph::once(found);
        }
    }
    Vec::new()
}

/// What is wrong with a text as it is read: rule, and the end of a sentence about it.
fn fault(role: Role, text: Option<&str>) -> Option<(&'static str, String)> {
    let limit = if role == Role::Prose { LONGEST_PROSE } else { LONGEST_NAME };
    match text {
        None => Some(("unresolvable", "cannot be resolved".to_owned())),
        Some(text) if !super::character::is_visible(text) => Some(("empty-value", "is empty".to_owned())),
        Some(text) if text.contains(['{', '}']) => {
            Some(("unshowable-character", "shows a brace, which looks like a fault".to_owned()))
        }
        Some(text) if text.len() > limit => {
            Some(("text-too-long", format!("is {} bytes long: at most {limit} are taken", text.len())))
        }
        Some(_) => None,
    }
}

/// What else a text can be given: values of every kind where it is the pattern of a value, and what leads to each variant of the
/// overrides that it shows.
fn arguments(
    draft: &Draft<'_>,
    unit: &Unit,
    overrides: &[usize],
    format: Format<'_>,
) -> Vec<FluentArgs<'static>> {
    let mut all = Vec::new();
    if unit.role == Role::Pattern {
        let samples: Vec<(&str, Vec<FluentValue<'static>>)> =
            unit.arguments.iter().map(|(name, _)| (name, values::of(unit, name, format).samples)).collect();
        let count = samples.iter().map(|(_, samples)| samples.len()).max().unwrap_or_default();
        for index in 0..count {
            let value = |samples: &[FluentValue<'static>]| samples.iter().cycle().nth(index).cloned();
            all.push(with(unit, samples.iter().filter_map(|(name, samples)| Some((*name, value(samples)?)))));
        }
    }
    for index in overrides {
        let (Some(candidate), Some(choices)) = (draft.candidates.get(*index), draft.choices.get(index))
        else {
            continue;
        };
        let variants = candidate.pattern.variants();
        let places: HashMap<Index, &Variant> = variants.iter().map(|it| (it.index, it)).collect();
        for variant in variants {
            // From the variant to the outermost around it.
            let way = std::iter::successors(Some(variant), |inner| places.get(&inner.parent?).copied());
            let chosen: Vec<_> = way.filter_map(|variant| choices.get(&variant.index)).collect();
            // Of two that select by the same variable, the inner one decides.
            all.push(with(unit, chosen.iter().rev().map(|it| (it.variable, it.value.clone()))));
        }
    }
    all
}

/// The arguments of a text with other values in the place of some.
fn with<'n>(
    unit: &Unit,
    values: impl Iterator<Item = (&'n str, FluentValue<'static>)>,
) -> FluentArgs<'static> {
    let own = unit.arguments.iter().map(|(name, value)| (name.to_owned(), value.into_owned()));
    let mut arguments: FluentArgs<'static> = own.collect();
    for (name, value) in values.filter(|(name, _)| unit.arguments.get(*name).is_some()) {
        arguments.set(name.to_owned(), value);
    }
    arguments
}
