//! What a text shows at most, and what it shows at least.

use std::collections::{BTreeSet, HashMap};

use ftlkit::model::{Index, PatternRef, Reference, TextKind};

use super::character;
use super::selection::Choices;

/// What a text shows when all that it refers to is put in its place.
#[derive(Debug, Clone, Default)]
pub(super) struct Extent<'a> {
    /// The most placeables that are shown at once.
    pub(super) placeables: u64,
    /// The most bytes of text, values aside.
    pub(super) bytes: u64,
    /// Whether somebody sees something, whatever is selected.
    pub(super) is_visible: bool,
    /// The variables that are shown, whatever is selected.
    pub(super) variables: BTreeSet<&'a str>,
}

/// What a pattern shows as a whole, under `None`, and what each variant shows.
pub(super) type Extents<'a> = HashMap<Option<Index>, Extent<'a>>;

impl Extent<'_> {
    /// What is shown one after the other.
    fn add(&mut self, other: &Self) {
        self.placeables = self.placeables.saturating_add(other.placeables);
        self.bytes = self.bytes.saturating_add(other.bytes);
        self.is_visible |= other.is_visible;
        self.variables.extend(&other.variables);
    }

    /// What is shown in one case or in the other.
    fn or(self, other: &Self) -> Self {
        Self {
            placeables: self.placeables.max(other.placeables),
            bytes: self.bytes.max(other.bytes),
            is_visible: self.is_visible && other.is_visible,
            variables: self.variables.intersection(&other.variables).copied().collect(),
        }
    }
}

/// Adds up what a pattern shows. `references` are its references with what they show; `choices` is nothing for an embedded
/// text, of which it is known that it shows its variables wherever that is right.
pub(super) fn of<'a, 'e>(
    pattern: PatternRef<'a>,
    references: impl Iterator<Item = (&'a Reference, Option<&'e Extent<'a>>)>,
    choices: Option<&Choices<'_>>,
) -> Extents<'a>
where
    'a: 'e,
{
    let mut inside = Extents::new();
    for text in pattern.texts() {
        let extent = inside.entry(text.variant).or_default();
        extent.bytes = extent.bytes.saturating_add(text.span.len() as u64);
        let is_visible = || character::is_visible(&character::shown(pattern, text));
        extent.is_visible = extent.is_visible || text.kind == TextKind::Number || is_visible();
    }
    for placeable in pattern.placeables() {
        let extent = inside.entry(placeable.variant).or_default();
        extent.placeables = extent.placeables.saturating_add(1);
    }
    for variable in pattern.variables().iter().filter(|variable| !variable.role.selects()) {
        let place = variable.variant.filter(|_| choices.is_some());
        inside.entry(place).or_default().variables.insert(pattern.slice(variable.name));
        inside.entry(variable.variant).or_default().is_visible = true;
    }
    for call in pattern.calls().iter().filter(|call| !call.role.selects()) {
        inside.entry(call.variant).or_default().is_visible = true;
    }
    for (reference, extent) in references {
        if let Some(extent) = extent.filter(|_| !reference.role.selects()) {
            inside.entry(reference.variant).or_default().add(extent);
        }
    }
    for (index, choice) in choices.into_iter().flatten().filter(|(_, choice)| choice.is_only) {
        // What is always the same here may be said in words.
        let name =
            pattern.variables().iter().map(|it| pattern.slice(it.name)).find(|it| *it == choice.variable);
        inside.entry(Some(*index)).or_default().variables.extend(name);
    }
    // Inner selections come behind those around them.
    for select in pattern.selects().iter().rev() {
        let variants = pattern.variants_of(select);
        let shown = variants.map(|variant| inside.get(&Some(variant.index)).cloned().unwrap_or_default());
        let either = shown.reduce(|either, other| either.or(&other)).unwrap_or_default();
        inside.entry(select.variant).or_default().add(&either);
    }
    inside.entry(None).or_default();
    inside
}
