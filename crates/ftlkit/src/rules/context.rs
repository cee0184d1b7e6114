//! What a rule sees: one locale of a project, beside its reference.

mod resolve;

use std::collections::{BTreeSet, HashSet};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use super::compare::{Described, Scripts, Uses, uses_of};
use super::index::{LocaleIndex, LocaleLookups, MissingStatements, ProjectIndex, ReferenceIds};
use super::max_length;
use super::pairs::{Pairs, Place};
use super::typography::{Habits, Profile};
use crate::config::Config;
use crate::diagnostic::{Severity, Statement};
use crate::hash::Set;
use crate::model::{EntryKind, EntryRef, Features, FileRef, PatternRef};
use crate::plurals::{Kind, Rules};
use crate::project::{Action, Locale, LocaleFiles, Project};

/// One locale of a project as a rule sees it.
///
/// Rules that are shown a file, an entry or a text find here what stands around it; rules about the locale as a
/// whole go through [`patterns_with`](Self::patterns_with), [`entries`](Self::entries) and
/// [`reference_messages`](Self::reference_messages). What takes long to find is kept.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    index: &'a ProjectIndex<'a>,
    locale: &'a LocaleIndex<'a>,
}

impl<'a> Context<'a> {
    /// The locale at a place in the project, which must be in memory.
    pub(crate) fn new(index: &'a ProjectIndex<'a>, place: usize) -> Option<Self> {
        Some(Self { index, locale: index.locale(place)? })
    }

    /// Pairs the entries of the locale with those of the reference, which nearly every rule asks for.
    pub(crate) fn prepare(self) {
        if !self.is_reference() {
            self.pairs();
        }
    }

    /// The project.
    pub fn project(self) -> &'a Project {
        self.index.project
    }

    /// What the run is asked to do: functions, limits, options of rules.
    pub fn config(self) -> &'a Config {
        self.index.config
    }

    /// The locale.
    pub fn locale(self) -> &'a Locale {
        &self.locale_files().locale
    }

    /// Whether the locale is the one that is translated from.
    pub fn is_reference(self) -> bool {
        self.locale.place == self.index.project.reference
    }

    /// Whether what is missing in the locale is an error.
    pub fn is_required(self) -> bool {
        self.config().is_required(self.locale().tag())
    }

    /// The reference of the project.
    #[must_use]
    pub fn reference(self) -> Context<'a> {
        #[expect(clippy::indexing_slicing, reason = "the reference is always in memory")]
        let locale = &self.index.locales[self.index.reference];
        Self { locale, ..self }
    }

    /// The locales of the project that are in memory.
    pub(super) fn locales(self) -> impl Iterator<Item = Context<'a>> {
        self.index.locales.iter().map(move |locale| Self { locale, ..self })
    }

    /// The locales that this one inherits from and that the project has, nearest first.
    pub fn chain(self) -> impl Iterator<Item = Context<'a>> {
        let make = || {
            let parents = self.locale().parents();
            let find = |tag: &String| {
                let mut locales = self.index.locales.iter();
                locales.find(|locale| locale.files.locale.tag() == tag).map(|locale| locale.place)
            };
            parents.iter().filter_map(find).collect()
        };
        let chain = self.lookup().chain.get_or_init(make);
        chain.iter().filter_map(move |&place| Self::new(self.index, place))
    }

    /// The files of the locale.
    pub fn files(self) -> impl Iterator<Item = FileRef<'a>> {
        let files = self.locale_files();
        (0..files.files.len()).filter_map(|index| files.file(index))
    }

    /// The file of this locale that corresponds to one of another locale of the project.
    pub fn file_like(self, key: &str) -> Option<FileRef<'a>> {
        let files = self.locale_files();
        files.file(files.position(key)?)
    }

    /// The key of a file of this locale: its path with `{locale}` for the locale.
    pub fn key(self, file: FileRef<'a>) -> &'a str {
        self.locale_files().files.get(file.index()).map(|file| &*file.key).unwrap_or_default()
    }

    /// Where the counterpart of a file of the reference is, or would be.
    pub fn path_like(self, key: &str) -> String {
        self.project().path_of(key, self.locale())
    }

    /// The messages and terms of all files.
    pub fn entries(self) -> impl Iterator<Item = EntryRef<'a>> {
        self.files().flat_map(FileRef::entries)
    }

    /// All values and attributes: entry, name of the attribute, pattern.
    pub fn patterns(self) -> impl Iterator<Item = (EntryRef<'a>, Option<&'a str>, PatternRef<'a>)> {
        self.files().flat_map(FileRef::patterns)
    }

    /// Those values and attributes that hold something.
    pub fn patterns_with(
        self,
        wanted: Features,
    ) -> impl Iterator<Item = (EntryRef<'a>, Option<&'a str>, PatternRef<'a>)> {
        self.files().flat_map(move |file| file.patterns_with(wanted))
    }

    /// All that the entries of the locale refer to, but for themselves.
    pub(super) fn uses(self) -> &'a Uses<'a> {
        self.locale.uses.get_or_init(|| uses_of(self))
    }

    /// Whether an entry of this locale, or of one that inherits from it, refers to an id.
    pub(super) fn is_used(self, id: &str) -> bool {
        let tag = self.locale().tag();
        let is_heir = |other: &Locale| self.is_reference() || other.parents().iter().any(|it| it == tag);
        let mut heirs = self.locales().filter(|other| is_heir(other.locale()));
        let locale = |place: usize| self.project().locales.get(place).map(|files| &files.locale);
        let mut notes = self.index.lookups().notes.iter();
        self.uses().contains(&(id, None))
            || heirs.any(|heir| heir.uses().contains(&(id, None)))
            || notes.any(|(place, notes)| notes.has_use(id) && locale(*place).is_some_and(is_heir))
    }

    /// Whether the translation of an entry of the reference uses a variable in any locale; only for those entries that
    /// were made out to be asked about.
    pub(super) fn is_in_a_translation(self, reference: EntryRef<'a>, name: &str) -> bool {
        let uses = |locale: Context<'a>| {
            let units = locale.translation(reference).into_iter().flat_map(EntryRef::units);
            let mut variables =
                units.flat_map(|(_, pattern)| pattern.variables().iter().map(move |it| (it, pattern)));
            variables.any(|(variable, pattern)| pattern.slice(variable.name) == name)
        };
        let mut notes = self.index.lookups().notes.iter();
        self.locales().any(uses) || notes.any(|(_, notes)| notes.has_variable(reference, name))
    }

    /// The entries of the reference that somebody asks about; `make` finds them, once for all locales.
    pub(super) fn doubtful(
        self,
        make: impl FnOnce() -> Vec<EntryRef<'a>>,
    ) -> impl Iterator<Item = EntryRef<'a>> {
        let make = || make().into_iter().map(Place::of).collect();
        let places = self.index.lookups().doubtful.get_or_init(make);
        places.iter().filter_map(move |place| place.in_locale(self.index.reference()?))
    }

    /// What the comments of a file of the reference describe.
    pub(super) fn described(self, file: FileRef<'a>) -> Option<&'a Described<'a>> {
        self.index.described(file)
    }

    /// The number of words in all texts of an entry of the reference; every locale that lacks it asks for them.
    pub(crate) fn words_of(self, reference: EntryRef<'a>) -> usize {
        let count = || reference.units().map(|(_, pattern)| pattern.words()).sum();
        let file = reference.file();
        let make = || file.entries().map(|_| AtomicU32::new(0)).collect();
        let known = self
            .index
            .lookups()
            .words
            .get(file.index())
            .and_then(|all| all.get_or_init(make).get(reference.index()));
        let Some(known) = known else { return count() };
        match known.load(Ordering::Relaxed) {
            0 => {
                let words = count();
                known.store(u32::try_from(words + 1).unwrap_or(0), Ordering::Relaxed);
                words
            }
            words => words as usize - 1,
        }
    }

    /// What is said of a message of the reference that a locale lacks, or of an attribute of it, by its place among them.
    /// It is the same in every locale.
    pub(super) fn said_of_missing(
        self,
        reference: EntryRef<'a>,
        attribute: Option<usize>,
        make: impl FnOnce() -> Statement,
    ) -> Statement {
        let file = reference.file();
        let of_file = self.index.lookups().missing.get(file.index());
        let said = of_file.map(|said| said.get_or_init(|| MissingStatements::new(file)));
        match said.and_then(|said| said.get(reference, attribute)) {
            Some(said) => said.get_or_init(make).clone(),
            None => make(),
        }
    }

    /// Whether a comment of the locale may limit the length of a text.
    pub(super) fn declares_lengths(self) -> bool {
        *self.lookup().declares_lengths.get_or_init(|| max_length::is_declared(self))
    }

    /// Whether a message of the locale has only attributes.
    pub(super) fn has_messages_without_value(self) -> bool {
        let is_bare = |entry: EntryRef<'_>| entry.is_message() && entry.value().is_none();
        *self.lookup().has_messages_without_value.get_or_init(|| self.entries().any(is_bare))
    }

    /// The letters that the locale is written in, where that is known.
    pub(super) fn scripts(self) -> Option<&'a Scripts> {
        self.lookup().scripts.get_or_init(|| Scripts::of(self.locale())).as_ref()
    }

    /// The plural rules of the locale.
    pub(crate) fn plural_rules(self, kind: Kind) -> Option<Rules> {
        let make = || [Kind::Cardinal, Kind::Ordinal].map(|kind| Rules::new(self.locale(), kind));
        let [cardinal, ordinal] = *self.lookup().plural_rules.get_or_init(make);
        match kind {
            Kind::Cardinal => cardinal,
            Kind::Ordinal => ordinal,
        }
    }

    /// The messages of the reference; of duplicates the first.
    pub fn reference_messages(self) -> impl Iterator<Item = EntryRef<'a>> {
        self.reference().files().flat_map(move |file| self.messages_of(file))
    }

    /// The messages of a file of the reference; of duplicates the first.
    pub(crate) fn messages_of(self, file: FileRef<'a>) -> impl Iterator<Item = EntryRef<'a>> {
        let ids = self.index.ids_of_reference_file(file);
        let repeated = ids.map(|ids| ids.repeated.as_slice()).unwrap_or_default();
        file.entries()
            .filter(EntryRef::is_a_message)
            .filter(|entry| repeated.binary_search(&entry.index()).is_err())
            .filter(move |entry| self.asks_for(*entry))
    }

    /// The messages of a file of the reference, of duplicates the first, each with what translates it here.
    pub(crate) fn translations_of(
        self,
        file: FileRef<'a>,
    ) -> impl Iterator<Item = (EntryRef<'a>, Option<EntryRef<'a>>)> {
        let places = if self.is_reference() { &[] } else { self.pairs().translations_of(file.index()) };
        let is_reference = self.is_reference();
        self.messages_of(file).map(move |entry| {
            let place = || places.get(entry.index())?.in_locale(self.locale_files());
            (entry, if is_reference { Some(entry) } else { place() })
        })
    }

    /// Whether the project asks this locale for a message of the reference.
    fn asks_for(self, reference: EntryRef<'a>) -> bool {
        let scope = &self.project().scope;
        let key = || self.reference().key(reference.file());
        scope.is_empty() || scope.action(key(), self.locale(), Some(reference.id())) != Action::Ignore
    }

    /// The entry of the reference that an entry of this locale translates.
    pub fn counterpart(self, entry: EntryRef<'a>) -> Option<EntryRef<'a>> {
        if self.is_reference() {
            return Some(entry);
        }
        self.pairs().counterpart(Place::of(entry)).in_locale(self.index.reference()?)
    }

    /// The entries of a file of this locale, each with that of the reference that it translates.
    pub(crate) fn counterparts(
        self,
        file: FileRef<'a>,
    ) -> impl Iterator<Item = (EntryRef<'a>, Option<EntryRef<'a>>)> {
        let places = if self.is_reference() { &[] } else { self.pairs().counterparts_of(file.index()) };
        let reference = self.index.reference();
        let is_reference = self.is_reference();
        file.entries().map(move |entry| {
            let place = || places.get(entry.index())?.in_locale(reference?);
            (entry, if is_reference { Some(entry) } else { place() })
        })
    }

    /// The messages of this locale that translate none of the reference.
    pub(super) fn without_counterpart(self) -> impl Iterator<Item = EntryRef<'a>> {
        let places = if self.is_reference() { &[] } else { self.pairs().unpaired.as_slice() };
        places.iter().filter_map(move |place| place.in_locale(self.locale_files()))
    }

    /// Whether an id may stand in a file twice. Where its entries translate different ones of the reference, and the others
    /// are different too, none does.
    pub(super) fn may_repeat_ids(self, file: FileRef<'a>) -> bool {
        if self.is_reference() {
            return self.index.ids_of_reference_file(file).is_none_or(|ids| !ids.repeated.is_empty());
        }
        self.pairs().may_repeat.get(file.index()) != Some(&false)
    }

    /// The entry of this locale that translates an entry of the reference.
    pub fn translation(self, reference: EntryRef<'a>) -> Option<EntryRef<'a>> {
        if self.is_reference() {
            return Some(reference);
        }
        self.pairs().translation(Place::of(reference)).in_locale(self.locale_files())
    }

    /// The pattern that this locale inherits for a value or an attribute of the reference.
    pub fn inherited(self, reference: EntryRef<'a>, attribute: Option<&str>) -> Option<PatternRef<'a>> {
        self.chain().find_map(|parent| parent.translation(reference)?.unit(attribute))
    }

    /// Whether this locale inherits the value and all attributes of a message of the reference.
    pub fn inherits_all(self, reference: EntryRef<'a>) -> bool {
        let is_inherited = |attribute| self.inherited(reference, attribute).is_some();
        self.chain().next().is_some() && reference.units().all(|(attribute, _)| is_inherited(attribute))
    }

    /// The variables that a pattern of this locale needs, those of the messages that it refers to included.
    /// Terms see only their own arguments.
    pub fn variables_of(self, pattern: PatternRef<'a>) -> BTreeSet<&'a str> {
        let mut names = BTreeSet::new();
        let mut seen = HashSet::new();
        let mut open = vec![pattern];
        while let Some(pattern) = open.pop() {
            names.extend(pattern.variables().iter().map(|variable| pattern.slice(variable.name)));
            for reference in
                pattern.references().iter().filter(|reference| reference.kind == EntryKind::Message)
            {
                let attribute = reference.attribute.map(|attribute| pattern.slice(attribute));
                let target = (pattern.slice(reference.id), attribute);
                // The resolver gives up after as many placeables.
                if seen.len() < 100 && seen.insert(target) {
                    open.extend(self.find(pattern.file(), target.0).and_then(|entry| entry.unit(attribute)));
                }
            }
        }
        names
    }

    /// How bad it is that something is missing here.
    pub fn severity_of_missing(self) -> Severity {
        if self.is_required() { Severity::Error } else { Severity::Warning }
    }

    /// The file of this locale that corresponds to one of the reference.
    pub fn counterpart_file(self, reference: FileRef<'a>) -> Option<FileRef<'a>> {
        self.file_like(self.reference().key(reference))
    }

    /// Whether the locale has neither a file of the reference nor one of its messages elsewhere.
    pub fn is_file_missing(self, reference: FileRef<'a>) -> bool {
        let is_missing = |file: FileRef<'a>| {
            let messages = file.entries().filter(EntryRef::is_a_message);
            let mut messages = messages.filter(|entry| self.asks_for(*entry)).peekable();
            messages.peek().is_some()
                && self.counterpart_file(file).is_none()
                && messages.all(|entry| self.translation(entry).is_none())
        };
        let make = || self.reference().files().map(is_missing).collect();
        let missing: &Vec<bool> = self.lookup().missing_files.get_or_init(make);
        missing.get(reference.index()) == Some(&true)
    }

    /// Whether a syntax error in this locale has swallowed an id, or this attribute of it.
    pub fn is_broken(self, id: &str, attribute: Option<&str>) -> bool {
        let make = || {
            let broken = self.files().flat_map(|file| file.broken().iter().map(move |broken| (file, broken)));
            broken
                .map(|(file, broken)| {
                    (file.slice(broken.id), broken.attribute.map(|attribute| file.slice(attribute)))
                })
                .collect()
        };
        let broken: &Set<_> = self.locale.broken.get_or_init(make);
        !broken.is_empty() && (broken.contains(&(id, None)) || broken.contains(&(id, attribute)))
    }

    /// What the typography of a file of this locale is like.
    pub(super) fn habits(self, file: FileRef<'a>) -> Habits {
        let make = || self.files().map(|_| OnceLock::new()).collect();
        let read = || {
            let spaces = matches!(self.locale().language(), "br" | "fr");
            Habits::of(file, Profile::of(self.locale(), self.config()), spaces)
        };
        let found = self.lookup().habits.get_or_init(make).get(file.index());
        found.map(|habits| *habits.get_or_init(read)).unwrap_or_default()
    }

    fn lookup(self) -> &'a LocaleLookups {
        self.locale.lookups
    }

    fn locale_files(self) -> &'a LocaleFiles {
        self.locale.files
    }

    /// The ids of a file of the reference.
    pub(super) fn ids_of_reference_file(self, file: FileRef<'a>) -> Option<&'a ReferenceIds> {
        self.index.ids_of_reference_file(file)
    }

    fn pairs(self) -> &'a Pairs {
        self.lookup().pairs.get_or_init(|| Pairs::of(self))
    }
}
