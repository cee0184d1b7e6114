//! What a rule is.

use std::fmt;

use super::{Context, Finding, Group, Interest, Notes, RuleOption, Selections, Sink, Suppressions, UnitPair};
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::model::{EntryRef, FileRef, PatternRef};
use crate::project::Flaw;

/// Something that can be wrong with a translation.
///
/// A rule looks at a part of the project that is as small as its question allows, in the method of that part, and
/// says in [`interest`](Self::interest) which parts are worth a call. Rules keep nothing between two calls: files
/// are checked in any order, on several threads.
pub trait Rule: Sync {
    /// The name, which reads well after "allow": `missing-message`.
    fn name(&self) -> &'static str;

    /// The group it belongs to.
    fn group(&self) -> Group;

    /// How bad its findings are by default.
    fn severity(&self) -> Severity;

    /// Whether it runs without being asked for.
    fn is_default(&self) -> bool {
        self.severity() != Severity::Info && self.group() != Group::Typography
    }

    /// What it looks for, and why.
    fn explanation(&self) -> &'static Explanation;

    /// What a project may set about it.
    fn options(&self) -> &'static [RuleOption] {
        &[]
    }

    /// What its examples need to be configured.
    fn example_config(&self) -> Config {
        Config::default()
    }

    /// Whether it has anything to say about a locale, be it the reference; asked once for each.
    fn applies(&self, _context: Context<'_>) -> bool {
        true
    }

    /// Which files, entries, patterns and pairs it is shown.
    fn interest(&self) -> Interest {
        Interest::NONE
    }

    /// Checks one locale as a whole; runs for the reference too. Only here can it ask about other locales.
    fn check(&self, _context: Context<'_>, _sink: &mut Sink<'_>) {}

    /// Checks one file of a locale.
    fn check_file<'a>(&self, _context: Context<'a>, _file: FileRef<'a>, _sink: &mut Sink<'_>) {}

    /// Checks one message or term of a locale.
    fn check_entry<'a>(&self, _context: Context<'a>, _entry: EntryRef<'a>, _sink: &mut Sink<'_>) {}

    /// Checks one value or attribute of a message or term: entry, name of the attribute, pattern.
    fn check_pattern<'a>(
        &self,
        _context: Context<'a>,
        _entry: EntryRef<'a>,
        _attribute: Option<&'a str>,
        _pattern: PatternRef<'a>,
        _sink: &mut Sink<'_>,
    ) {
    }

    /// Checks a message of the reference of which a locale lacks the whole, the value or an attribute; what is
    /// inherited counts as lacking here.
    fn check_missing<'a>(
        &self,
        _context: Context<'a>,
        _reference: EntryRef<'a>,
        _translation: Option<EntryRef<'a>>,
        _sink: &mut Sink<'_>,
    ) {
    }

    /// Checks the selections of one value or attribute that may be by number.
    fn check_selections<'a>(&self, _context: Context<'a>, _found: &Selections<'a>, _sink: &mut Sink<'_>) {}

    /// Checks one value or attribute of a message beside that of the reference; never runs for the reference.
    fn check_unit<'a>(&self, _context: Context<'a>, _unit: &UnitPair<'a>, _sink: &mut Sink<'_>) {}

    /// Checks what concerns the project as a whole; runs once, with the reference as the locale.
    fn check_project(&self, _context: Context<'_>, _sink: &mut Sink<'_>) {}

    /// Notes what it will ask about a locale when it looks at the reference, or at a locale that others inherit from, as
    /// a whole: the texts of this one are gone by then.
    fn note(&self, _context: Context<'_>, _notes: &mut Notes) {}

    /// Checks what configuration files name and what is not there; runs once, and without a project too.
    fn check_flaws(&self, _flaws: &[Flaw]) -> Vec<Finding> {
        Vec::new()
    }

    /// Checks the comments that keep findings quiet; runs when all rules have seen all locales.
    fn check_suppressions(&self, _context: Context<'_>, _suppressions: &Suppressions, _sink: &mut Sink<'_>) {}
}

impl fmt::Debug for dyn Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a rule says about itself. The examples are run as tests.
#[derive(Debug, Clone, Copy)]
pub struct Explanation {
    /// What it looks for.
    pub what: &'static str,
    /// Why that is bad.
    pub why: &'static str,
    /// Files in which exactly this rule finds something: path, text.
    pub bad: &'static [(&'static str, &'static str)],
    /// The same files put right: no rule finds anything.
    pub good: &'static [(&'static str, &'static str)],
    /// What can be mended by itself, and whether that is safe.
    pub fix: &'static str,
}
