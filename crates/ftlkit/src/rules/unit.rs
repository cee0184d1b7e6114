//! A text beside that of the reference.

use std::cell::OnceCell;

use crate::model::{EntryRef, PatternRef, Tag, Variable};

/// A value or an attribute beside the same one of the reference.
#[derive(Debug, Clone)]
pub struct UnitPair<'a> {
    /// The entry in the locale.
    pub entry: EntryRef<'a>,
    /// The attribute; nothing for the value.
    pub attribute: Option<&'a str>,
    /// The pattern in the locale.
    pub pattern: PatternRef<'a>,
    /// The entry in the reference.
    pub reference_entry: EntryRef<'a>,
    /// The pattern in the reference.
    pub reference: PatternRef<'a>,
    has_same_variables: OnceCell<bool>,
    has_same_tags: OnceCell<bool>,
}

impl<'a> UnitPair<'a> {
    /// The value or an attribute of an entry, beside the same one of the entry that it translates.
    pub(super) fn new(
        (entry, pattern): (EntryRef<'a>, PatternRef<'a>),
        attribute: Option<&'a str>,
        (reference_entry, reference): (EntryRef<'a>, PatternRef<'a>),
    ) -> Self {
        let (has_same_variables, has_same_tags) = (OnceCell::new(), OnceCell::new());
        Self { entry, attribute, pattern, reference_entry, reference, has_same_variables, has_same_tags }
    }

    /// Whether both texts use the same variables one after the other, which is nearly always so.
    pub(super) fn has_same_variables(&self) -> bool {
        let names = |(own, other): (&Variable, &Variable)| {
            self.pattern.slice(own.name) == self.reference.slice(other.name)
        };
        *self.has_same_variables.get_or_init(|| {
            let (own, others) = (self.pattern.variables(), self.reference.variables());
            own.len() == others.len() && own.iter().zip(others).all(names)
        })
    }

    /// Whether both texts select nothing and have the same tags, which is nearly always so.
    pub(super) fn has_same_tags(&self) -> bool {
        let (one, other) = (self.pattern, self.reference);
        let is_same = |(tag, other_tag): (&Tag, &Tag)| one.slice(tag.span) == other.slice(other_tag.span);
        *self.has_same_tags.get_or_init(|| {
            let (tags, others) = (one.tags(), other.tags());
            tags.len() == others.len()
                && one.selects().is_empty()
                && other.selects().is_empty()
                && tags.iter().zip(others).all(is_same)
        })
    }
}
