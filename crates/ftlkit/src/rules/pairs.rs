//! Which entries of a locale and of its reference correspond.

use std::ops::Range;

use super::Context;
use crate::hash;
use crate::model::{EntryRef, FileRef};
use crate::project::LocaleFiles;

/// The place of an entry in its locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    file: u32,
    entry: u32,
}

impl Place {
    /// That of what does not exist.
    const NOWHERE: Self = Self { file: u32::MAX, entry: u32::MAX };

    pub(super) fn new(file: usize, entry: usize) -> Self {
        // Places are counted in files of less than 2³² bytes each.
        Self { file: to_u32(file), entry: to_u32(entry) }
    }

    pub(super) fn of(entry: EntryRef<'_>) -> Self {
        Self::new(entry.file().index(), entry.index())
    }

    /// The place among the entries of its file.
    pub(super) fn entry(self) -> usize {
        self.entry as usize
    }

    pub(super) fn in_locale(self, locale: &LocaleFiles) -> Option<EntryRef<'_>> {
        if self == Self::NOWHERE {
            return None;
        }
        locale.file(self.file as usize)?.entry(self.entry as usize)
    }
}

/// A place for each entry of some files, one file after the other.
#[derive(Debug, Default)]
struct Places {
    /// Where each file begins, and where the last one ends.
    starts: Vec<u32>,
    places: Vec<Place>,
}

impl Places {
    fn new<'a>(files: impl Iterator<Item = FileRef<'a>>) -> Self {
        let mut count = 0;
        let ends = files.map(|file| {
            count += file.entries().len();
            to_u32(count)
        });
        let starts = std::iter::once(0).chain(ends).collect();
        Self { starts, places: vec![Place::NOWHERE; count] }
    }

    fn position(&self, place: Place) -> Option<usize> {
        let (file, entry) = (place.file as usize, place.entry as usize);
        let at = *self.starts.get(file)? as usize + entry;
        (at < *self.starts.get(file + 1)? as usize).then_some(at)
    }

    fn get(&self, place: Place) -> Place {
        let place = self.position(place).and_then(|at| self.places.get(at));
        place.copied().unwrap_or(Place::NOWHERE)
    }

    fn range(&self, file: usize) -> Option<Range<usize>> {
        let place = |file: usize| self.starts.get(file).map(|start| *start as usize);
        Some(place(file)?..place(file + 1)?)
    }

    /// Those for the entries of one file.
    fn of_file(&self, file: usize) -> &[Place] {
        self.range(file).and_then(|range| self.places.get(range)).unwrap_or_default()
    }

    /// Those for the entries of one file, to be set.
    fn of_file_mut(&mut self, file: usize) -> &mut [Place] {
        self.range(file).and_then(|range| self.places.get_mut(range)).unwrap_or_default()
    }

    /// Sets a place that nothing has been set to before.
    fn fill(&mut self, place: Place, value: Place) {
        let slot = self.position(place).and_then(|at| self.places.get_mut(at));
        if let Some(slot) = slot.filter(|slot| **slot == Place::NOWHERE) {
            *slot = value;
        }
    }
}

/// Which entries of a locale and of the reference correspond.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// By entry of the locale.
    counterparts: Places,
    /// By entry of the reference.
    translations: Places,
    /// The messages of the locale that translate none of the reference, in order.
    pub(super) unpaired: Vec<Place>,
    /// By file of the locale: whether an id may stand in it twice.
    pub(super) may_repeat: Vec<bool>,
}

impl Pairs {
    /// Pairs the entries of a locale with those of the reference, by file and id. Most files keep the order of the
    /// reference, so the entry after the last pair is tried before anything is looked up.
    pub(super) fn of(context: Context<'_>) -> Self {
        let reference = context.reference();
        let mut pairs = Self::new(context.files(), reference.files());
        let mut left = Vec::new();
        for file in context.files() {
            let Some(other) = reference.file_like(context.key(file)) else {
                left.extend(file.entries().filter(EntryRef::is_a_message));
                pairs.may_repeat.push(true);
                continue;
            };
            let (mut next, mut may_repeat) = (0, false);
            // Those that the reference lacks, which are few.
            let mut unknown: Vec<u64> = Vec::new();
            let translations = pairs.translations.of_file_mut(other.index());
            for (entry, counterpart) in file.entries().zip(pairs.counterparts.of_file_mut(file.index())) {
                let guess = other.entry(next).filter(|guess| guess.has_same_id(entry)).map(EntryRef::index);
                let lookup = || context.ids_of_reference_file(other)?.first(other, entry.id());
                if let Some(found) = guess.or_else(lookup) {
                    next = found + 1;
                    *counterpart = Place::new(other.index(), found);
                    // Of several that would correspond the first one does.
                    match translations.get_mut(found) {
                        Some(first) if *first == Place::NOWHERE => *first = Place::of(entry),
                        _ => may_repeat = true,
                    }
                } else {
                    unknown.push(hash::digest(entry.id()));
                    if entry.is_message() {
                        left.push(entry);
                    }
                }
            }
            unknown.sort_unstable();
            may_repeat |= unknown.windows(2).any(|pair| pair.first() == pair.last());
            let is_unique =
                || context.ids_of_reference_file(other).is_some_and(|ids| ids.repeated.is_empty());
            pairs.may_repeat.push(may_repeat || !is_unique());
        }
        // A message may stand in another file than in the reference, where one bundle loads them all.
        for entry in left {
            let found = reference.find(entry.file(), entry.id()).map(Place::of);
            match found.filter(|found| !pairs.is_translated(*found)) {
                Some(found) => pairs.connect(Place::of(entry), found),
                None => pairs.unpaired.push(Place::of(entry)),
            }
        }
        pairs
    }

    /// No pairs yet, between the files of a locale and those of the reference.
    fn new<'a>(
        files: impl Iterator<Item = FileRef<'a>>,
        reference: impl Iterator<Item = FileRef<'a>>,
    ) -> Self {
        Self {
            counterparts: Places::new(files),
            translations: Places::new(reference),
            unpaired: Vec::new(),
            may_repeat: Vec::new(),
        }
    }

    /// What an entry of the locale translates.
    pub(super) fn counterpart(&self, own: Place) -> Place {
        self.counterparts.get(own)
    }

    /// What the entries of a file of the locale translate, one after the other.
    pub(super) fn counterparts_of(&self, file: usize) -> &[Place] {
        self.counterparts.of_file(file)
    }

    /// What translates the entries of a file of the reference, one after the other.
    pub(super) fn translations_of(&self, file: usize) -> &[Place] {
        self.translations.of_file(file)
    }

    /// What translates an entry of the reference.
    pub(super) fn translation(&self, reference: Place) -> Place {
        self.translations.get(reference)
    }

    fn is_translated(&self, reference: Place) -> bool {
        self.translation(reference) != Place::NOWHERE
    }

    /// Of several that would correspond the first ones do.
    fn connect(&mut self, own: Place, reference: Place) {
        self.counterparts.fill(own, reference);
        self.translations.fill(reference, own);
    }
}

fn to_u32(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
