//! What a rule wants to be shown.

use crate::model::Features;

/// The parts of a project for which a rule is called, beside [`check`](super::Rule::check), which is called for
/// every locale.
///
/// All texts are gone through once for all rules. A rule says here what a text must hold to be worth a call, so
/// that plain words reach nearly no rule; what it says may be wider than what it looks for, never narrower.
///
/// ```
/// use ftlkit::model::Features;
/// use ftlkit::rules::Interest;
///
/// // Calls `check_pattern` for texts with a percent sign, and `check_unit` where the reference has one.
/// let interest = Interest::patterns(Features::PERCENT).and_references(Features::PERCENT);
/// # let _ = interest;
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Interest {
    pub(super) files: bool,
    pub(super) entries: Entries,
    pub(super) patterns: Features,
    pub(super) selections: bool,
    pub(super) missing: bool,
    pub(super) translations: Features,
    pub(super) references: Features,
}

/// Which entries a rule is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Entries {
    #[default]
    None,
    WithAttributes,
    All,
}

impl Interest {
    /// Nothing: the rule looks at locales as a whole.
    pub const NONE: Self = Self {
        files: false,
        entries: Entries::None,
        patterns: Features::NONE,
        selections: false,
        missing: false,
        translations: Features::NONE,
        references: Features::NONE,
    };

    /// Every file: [`check_file`](super::Rule::check_file).
    pub const fn files() -> Self {
        Self { files: true, ..Self::NONE }
    }

    /// Every message and term: [`check_entry`](super::Rule::check_entry).
    pub const fn entries() -> Self {
        Self { entries: Entries::All, ..Self::NONE }
    }

    /// Every message and term that has attributes: [`check_entry`](super::Rule::check_entry).
    pub const fn attributes() -> Self {
        Self { entries: Entries::WithAttributes, ..Self::NONE }
    }

    /// Every message of the reference that a locale lacks, wholly or in part:
    /// [`check_missing`](super::Rule::check_missing).
    pub const fn missing() -> Self {
        Self { missing: true, ..Self::NONE }
    }

    /// Patterns that hold something: [`check_pattern`](super::Rule::check_pattern).
    pub const fn patterns(wanted: Features) -> Self {
        Self { patterns: wanted, ..Self::NONE }
    }

    /// Patterns that select: [`check_selections`](super::Rule::check_selections).
    pub const fn selections() -> Self {
        Self { selections: true, ..Self::NONE }
    }

    /// Pairs in which the translation holds something: [`check_unit`](super::Rule::check_unit).
    pub const fn translations(wanted: Features) -> Self {
        Self { translations: wanted, ..Self::NONE }
    }

    /// Pairs in which the reference holds something: [`check_unit`](super::Rule::check_unit).
    pub const fn references(wanted: Features) -> Self {
        Self { references: wanted, ..Self::NONE }
    }

    /// Pairs in which either side holds something: [`check_unit`](super::Rule::check_unit).
    pub const fn units(wanted: Features) -> Self {
        Self { translations: wanted, references: wanted, ..Self::NONE }
    }

    /// Files too.
    #[must_use]
    pub const fn and_files(self) -> Self {
        Self { files: true, ..self }
    }

    /// Pairs too in which the translation holds something.
    #[must_use]
    pub const fn and_translations(self, wanted: Features) -> Self {
        Self { translations: self.translations.or(wanted), ..self }
    }

    /// Pairs too in which the reference holds something.
    #[must_use]
    pub const fn and_references(self, wanted: Features) -> Self {
        Self { references: self.references.or(wanted), ..self }
    }
}
