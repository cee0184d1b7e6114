//! What is looked up while a project is checked.

use std::hash::BuildHasher;
use std::sync::atomic::AtomicU32;
use std::sync::{Arc, OnceLock};

use super::compare::{Described, Scripts, Uses};
use super::notes::Notes;
use super::pairs::{Pairs, Place};
use super::typography::Habits;
use crate::config::Config;
use crate::diagnostic::Statement;
use crate::hash::{Map, Set};
use crate::model::{EntryRef, FileRef};
use crate::plurals::Rules;
use crate::project::{LocaleFiles, Project};

/// The locales of a project that are in memory, the reference always among them: what rules see through a `Context`.
#[derive(Debug)]
pub(crate) struct ProjectIndex<'a> {
    pub(super) project: &'a Project,
    pub(super) config: &'a Config,
    lookups: &'a Lookups,
    /// In the order of the project.
    pub(super) locales: Vec<LocaleIndex<'a>>,
    /// The position of the reference among these.
    pub(super) reference: usize,
    /// For each file of the reference: the variables that its comments describe.
    described: OnceLock<Vec<OnceLock<Described<'a>>>>,
}

/// A locale in memory, and what is found in its texts when it is first asked for.
#[derive(Debug)]
pub(super) struct LocaleIndex<'a> {
    /// Its place in the project.
    pub(super) place: usize,
    pub(super) files: &'a LocaleFiles,
    pub(super) lookups: &'a LocaleLookups,
    pub(super) broken: OnceLock<Set<(&'a str, Option<&'a str>)>>,
    pub(super) uses: OnceLock<Uses<'a>>,
}

/// What is known of a project while its locales come and go: it holds none of their texts.
#[derive(Debug, Default)]
pub(crate) struct Lookups {
    /// For each file of the reference: its ids.
    reference_ids: Vec<OnceLock<ReferenceIds>>,
    /// For each file of the reference, by entry: one more than the words of its texts, or zero where nobody has asked.
    pub(super) words: Vec<OnceLock<Vec<AtomicU32>>>,
    /// For each file of the reference: what is said wherever something of it is missing.
    pub(super) missing: Vec<OnceLock<MissingStatements>>,
    /// By path: which of the configured domains a file belongs to.
    pub(super) domains: Map<Arc<str>, Vec<usize>>,
    /// The entries of the reference about whose variables in other locales somebody asks.
    pub(super) doubtful: OnceLock<Vec<Place>>,
    /// What was noted of the locales whose texts are gone, by their places in the project.
    pub(crate) notes: Vec<(usize, Notes)>,
}

/// What is known of one locale; each part is made when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct LocaleLookups {
    pub(super) messages: OnceLock<Ids>,
    pub(super) terms: OnceLock<Ids>,
    pub(super) pairs: OnceLock<Pairs>,
    /// The places of its parents in the project.
    pub(super) chain: OnceLock<Vec<usize>>,
    /// By configured domain.
    pub(super) ids_by_domain: OnceLock<Vec<Ids>>,
    /// By file of the reference.
    pub(super) missing_files: OnceLock<Vec<bool>>,
    pub(super) scripts: OnceLock<Option<Scripts>>,
    pub(super) declares_lengths: OnceLock<bool>,
    pub(super) has_messages_without_value: OnceLock<bool>,
    /// Those for cardinals, those for ordinals.
    pub(super) plural_rules: OnceLock<[Option<Rules>; 2]>,
    /// By file: what its typography is like.
    pub(super) habits: OnceLock<Vec<OnceLock<Habits>>>,
}

/// What is said of the messages and the attributes of a file, by their numbers, where a locale lacks them. Each is made
/// when it is first asked for: most locales lack the same.
#[derive(Debug)]
pub(super) struct MissingStatements {
    messages: Vec<OnceLock<Statement>>,
    attributes: Vec<OnceLock<Statement>>,
}

/// The ids of a file of the reference.
#[derive(Debug, Default)]
pub(super) struct ReferenceIds {
    /// The entries that define them first.
    first: Ids,
    /// The entries that define them again, in order.
    pub(super) repeated: Vec<usize>,
}

/// Where ids are defined first, found by their hashes: the texts stay with the models.
#[derive(Debug, Default)]
pub(super) struct Ids {
    places: Map<u64, Place>,
    /// The places of ids whose hashes other ids have too, of which there are hardly ever any.
    others: Vec<(u64, Place)>,
}

impl Lookups {
    /// For a project of which all files are known, read or not.
    pub(crate) fn new(project: &Project, config: &Config) -> Self {
        let files = project.reference_locale().map_or(0, |locale| locale.files.len());
        let reference_ids = (0..files).map(|_| OnceLock::new()).collect();
        let words = (0..files).map(|_| OnceLock::new()).collect();
        let missing = (0..files).map(|_| OnceLock::new()).collect();
        let all = project.locales.iter().flat_map(|locale| &locale.files);
        let all = all.map(|file| &file.path).filter(|_| !config.domains.is_empty());
        let domains = |path| config.domains_of(path).map(|(index, _)| index).collect();
        let domains = all.map(|path| (Arc::clone(path), domains(path))).collect();
        Self { reference_ids, words, missing, domains, doubtful: OnceLock::new(), notes: Vec::new() }
    }
}

impl<'a> ProjectIndex<'a> {
    /// An index of the locales that are in memory, each with its place in the project. They are in the order of these,
    /// and the reference is among them.
    pub(crate) fn new(
        project: &'a Project,
        config: &'a Config,
        lookups: &'a Lookups,
        locales: impl Iterator<Item = (usize, &'a LocaleFiles, &'a LocaleLookups)>,
    ) -> Self {
        let index = |(place, files, lookups)| LocaleIndex {
            place,
            files,
            lookups,
            broken: OnceLock::new(),
            uses: OnceLock::new(),
        };
        let locales: Vec<LocaleIndex<'_>> = locales.map(index).collect();
        let reference = locales.partition_point(|locale| locale.place < project.reference);
        Self { project, config, lookups, locales, reference, described: OnceLock::new() }
    }

    /// The locale at a place in the project, where it is in memory.
    pub(super) fn locale(&self, place: usize) -> Option<&LocaleIndex<'a>> {
        let found = self.locales.binary_search_by_key(&place, |locale| locale.place).ok()?;
        self.locales.get(found)
    }

    pub(super) fn lookups(&self) -> &'a Lookups {
        self.lookups
    }

    pub(super) fn reference(&self) -> Option<&'a LocaleFiles> {
        self.locales.get(self.reference).map(|locale| locale.files)
    }

    pub(super) fn described(&'a self, file: FileRef<'a>) -> Option<&'a Described<'a>> {
        let files = self.reference().map_or(0, |reference| reference.files.len());
        let described = self.described.get_or_init(|| (0..files).map(|_| OnceLock::new()).collect());
        Some(described.get(file.index())?.get_or_init(|| Described::of(file)))
    }

    pub(super) fn ids_of_reference_file(&self, file: FileRef<'a>) -> Option<&'a ReferenceIds> {
        let ids = self.lookups.reference_ids.get(file.index())?;
        Some(ids.get_or_init(|| {
            let entry = |place: Place| file.entry(place.entry());
            let (first, repeated) = Ids::new(file.entries(), file.entries().len(), entry);
            ReferenceIds { first, repeated: repeated.iter().map(|place| place.entry()).collect() }
        }))
    }
}

impl MissingStatements {
    pub(super) fn new(file: FileRef<'_>) -> Self {
        let none = |count: usize| (0..count).map(|_| OnceLock::new()).collect();
        Self { messages: none(file.entries().len()), attributes: none(file.attribute_count()) }
    }

    /// That of a message, or of one of its attributes by its place among them.
    pub(super) fn get(&self, entry: EntryRef<'_>, attribute: Option<usize>) -> Option<&OnceLock<Statement>> {
        match attribute {
            None => self.messages.get(entry.index()),
            Some(place) => self.attributes.get(entry.first_attribute() + place),
        }
    }
}

impl ReferenceIds {
    /// The entry of the file that defines an id first.
    pub(super) fn first(&self, file: FileRef<'_>, id: &str) -> Option<usize> {
        self.first.get(id, |place| file.entry(place.entry())).map(EntryRef::index)
    }
}

impl Ids {
    /// Looks where the ids of entries are defined first; also gives the places where they are defined again, in order.
    /// `count` is the number of entries, and `entry` gives that at a place.
    pub(super) fn new<'e>(
        entries: impl Iterator<Item = EntryRef<'e>>,
        count: usize,
        entry: impl Fn(Place) -> Option<EntryRef<'e>>,
    ) -> (Self, Vec<Place>) {
        let mut ids = Self::default();
        ids.places.reserve(count);
        let mut repeated = Vec::new();
        for new in entries {
            let hash = ids.places.hasher().hash_one(new.id());
            let place = Place::of(new);
            let first = *ids.places.entry(hash).or_insert(place);
            if first == place {
                continue;
            }
            if ids.get(new.id(), &entry).is_some() {
                repeated.push(place);
            } else {
                ids.others.push((hash, place));
            }
        }
        (ids, repeated)
    }

    /// The entry that defines an id first, where `entry` gives that at a place.
    pub(super) fn get<'e>(
        &self,
        id: &str,
        entry: impl Fn(Place) -> Option<EntryRef<'e>>,
    ) -> Option<EntryRef<'e>> {
        let hash = self.places.hasher().hash_one(id);
        let first = self.places.get(&hash).copied();
        let others = self.others.iter().filter(|(other, _)| *other == hash).map(|(_, place)| *place);
        first.into_iter().chain(others).filter_map(entry).find(|entry| entry.id() == id)
    }
}
