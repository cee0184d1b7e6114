//! What is noted of a locale before its texts are let go. The reference, and the locales that others inherit from, are
//! checked when all others are gone.

use super::pairs::Place;
use crate::hash::Set;
use crate::model::EntryRef;

/// What rules have noted of one locale.
#[derive(Debug, Default)]
pub struct Notes {
    uses: Set<Box<str>>,
    variables: Set<(Place, Box<str>)>,
}

impl Notes {
    /// Notes that the locale refers to an id.
    pub(super) fn add_use(&mut self, id: &str) {
        if !self.uses.contains(id) {
            self.uses.insert(id.into());
        }
    }

    /// Whether the locale refers to an id.
    pub(super) fn has_use(&self, id: &str) -> bool {
        self.uses.contains(id)
    }

    /// Notes a variable that the translation of an entry of the reference uses.
    pub(super) fn add_variable(&mut self, reference: EntryRef<'_>, name: &str) {
        self.variables.insert((Place::of(reference), name.into()));
    }

    /// Whether the translation of an entry of the reference uses a variable, as far as that was asked.
    pub(super) fn has_variable(&self, reference: EntryRef<'_>, name: &str) -> bool {
        !self.variables.is_empty() && self.variables.contains(&(Place::of(reference), name.into()))
    }
}
