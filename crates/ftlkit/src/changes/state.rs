//! Two states of the files side by side.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::entry::{is_same, shape, wording};
use super::files;
use crate::check::Report;
use crate::config::Config;
use crate::digest::Digest;
use crate::model::{FileRef, Model};
use crate::parallel;
use crate::source::Source;

/// The files of a report, each with what it was.
pub(super) struct State<'r> {
    now: HashMap<&'r str, Now<'r>>,
    left_out: HashSet<&'r str>,
    /// What was at a path and says something else now, or nothing.
    then: HashMap<String, Then>,
    /// For files that are new: the path of the file that is gone, and that they were.
    renamed: HashMap<&'r str, String>,
    /// The paths at which there was a file.
    paths: HashSet<&'r str>,
    /// The ids that differ, by path.
    changed: HashMap<String, HashSet<String>>,
    /// The locales that had no file, by project.
    new_locales: HashSet<(usize, &'r str)>,
}

struct Now<'r> {
    file: FileRef<'r>,
    locale: Place,
    /// The path of the reference's file.
    counterpart: Option<String>,
}

/// The project, and the locale in it.
type Place = (usize, usize);

struct Then {
    source: Source,
    model: Model,
}

impl Then {
    fn file(&self) -> FileRef<'_> {
        FileRef::new(&self.source, &self.model, 0)
    }
}

/// The files that are gone and had an entry of some wording; of very many the first are enough.
const SIMILAR: usize = 16;

impl<'r> State<'r> {
    pub(super) fn new(snapshot: &'r BTreeMap<String, Vec<u8>>, report: &'r Report, config: &Config) -> Self {
        let mut now = HashMap::new();
        for (number, project) in report.projects.iter().enumerate() {
            let spelling = project.reference_locale().map(|locale| locale.locale.spelling());
            for (index, key, file) in files(project) {
                let counterpart = spelling
                    .filter(|_| index != project.reference)
                    .map(|spelling| key.replace("{locale}", spelling));
                let path: &str = file.source().path();
                now.insert(path, Now { file, locale: (number, index), counterpart });
            }
        }
        let read = |(path, bytes): (&String, &Vec<u8>)| {
            let source = Source::from_bytes(path.as_str(), bytes);
            let same = now.get(path.as_str()).is_some_and(|now| is_same(now.file.source(), &source));
            (!same).then(|| {
                let model = Model::new(&source, &config.limits);
                (path.clone(), Then { source, model })
            })
        };
        let then = parallel::map(snapshot.iter().collect(), read).into_iter().flatten().collect();
        let mut state = Self {
            now,
            left_out: report.left_out.iter().map(String::as_str).collect(),
            then,
            renamed: HashMap::new(),
            paths: snapshot.keys().map(String::as_str).collect(),
            changed: HashMap::new(),
            new_locales: HashSet::new(),
        };
        state.renamed = state.renames();
        let places = state.gone(report);
        state.compare(report, &places);
        state
    }

    /// A file as it is.
    pub(super) fn now(&self, path: &str) -> Option<FileRef<'r>> {
        self.now.get(path).map(|now| now.file)
    }

    /// A file as it was, also under another path.
    pub(super) fn then(&self, path: &str) -> Option<FileRef<'_>> {
        if let Some(then) = self.then.get(path) {
            return Some(then.file());
        }
        if self.paths.contains(path) {
            return self.now(path);
        }
        self.then.get(self.renamed.get(path)?).map(Then::file)
    }

    /// Whether a file says what it said.
    pub(super) fn is_same(&self, path: &str) -> bool {
        self.paths.contains(path) && !self.then.contains_key(path)
    }

    /// The path of the reference's file that a file is a translation of.
    pub(super) fn counterpart(&self, path: &str) -> Option<&str> {
        self.now.get(path)?.counterpart.as_deref()
    }

    /// Whether an entry of a file, by its id, differs from what it was.
    pub(super) fn differs(&self, path: &str, id: &str) -> bool {
        self.changed.get(path).is_some_and(|ids| ids.contains(id))
    }

    /// Whether a locale had no file.
    pub(super) fn is_new(&self, project: usize, tag: &str) -> bool {
        self.new_locales.contains(&(project, tag))
    }

    /// Whether there is a file with messages now and there was none, or the other way round.
    pub(super) fn has_come_or_gone(&self, path: &str) -> bool {
        let holds = |file: FileRef<'_>| file.entries().len() > 0 || !file.errors().is_empty();
        let now = self.now(path).is_some_and(holds) || self.left_out.contains(path);
        let then = match self.then.get(path) {
            Some(then) => holds(then.file()) || self.left_out.contains(path),
            None => self.paths.contains(path) && now,
        };
        now != then
    }

    /// Finds, for each file that is new, the one that is gone and shares most of the entries: at least half.
    fn renames(&self) -> HashMap<&'r str, String> {
        let mut gone: Vec<(&String, &Then)> =
            self.then.iter().filter(|(path, _)| !self.now.contains_key(path.as_str())).collect();
        gone.sort_by_key(|(path, _)| *path);
        let mut similar: HashMap<(&str, Digest), Vec<usize>> = HashMap::new();
        for (index, (_, then)) in gone.iter().enumerate() {
            for entry in then.file().entries() {
                let places = similar.entry((entry.id(), wording(entry))).or_default();
                if places.len() < SIMILAR {
                    places.push(index);
                }
            }
        }
        let new = self.now.iter().filter(|(path, _)| !self.paths.contains(**path) && !gone.is_empty());
        let best = |(path, now): (&&'r str, &Now<'r>)| {
            let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
            for entry in now.file.entries() {
                for index in similar.get(&(entry.id(), wording(entry))).into_iter().flatten() {
                    *shared.entry(*index).or_default() += 1;
                }
            }
            let (index, count) =
                shared.into_iter().max_by_key(|(index, count)| (*count, std::cmp::Reverse(*index)))?;
            let (from, then) = gone.get(index)?;
            let most = now.file.entries().len().max(then.file().entries().len());
            (2 * count >= most).then(|| (*path, (*from).clone()))
        };
        new.filter_map(best).collect()
    }

    /// The locales of the files that are gone and that no other file was: a part of their path names it.
    fn gone(&self, report: &Report) -> HashMap<String, Place> {
        let renamed: HashSet<&String> = self.renamed.values().collect();
        let mut places = HashMap::new();
        for (number, project) in report.projects.iter().enumerate() {
            let spellings = project.locales.iter().map(|locale| locale.locale.spelling());
            let spellings: HashMap<&str, usize> = spellings.zip(0..).collect();
            let root = if project.root == "." { "" } else { &project.root };
            for path in self
                .then
                .keys()
                .filter(|path| !self.now.contains_key(path.as_str()) && !renamed.contains(path))
            {
                let mut parts = path.strip_prefix(root).unwrap_or_default().split('/');
                let locale = parts.find_map(|part| spellings.get(part.strip_suffix(".ftl").unwrap_or(part)));
                if let Some(locale) = locale {
                    places.insert(path.clone(), (number, *locale));
                }
            }
        }
        places
    }

    /// Fills in what has changed, locale by locale.
    fn compare(&mut self, report: &'r Report, gone: &HashMap<String, Place>) {
        let mut paths: HashMap<Place, Vec<String>> = HashMap::new();
        for (path, now) in &self.now {
            paths.entry(now.locale).or_default().push((*path).to_owned());
        }
        for (path, place) in gone {
            paths.entry(*place).or_default().push(path.clone());
        }
        let mut all = HashMap::new();
        for (place, mut paths) in paths {
            paths.sort();
            if !paths.iter().any(|path| self.then(path).is_some()) {
                let project = report.projects.get(place.0);
                let locale = project.and_then(|project| project.locales.get(place.1));
                // Where there is nothing to compare with, there is no reference either.
                self.new_locales.extend(locale.map(|locale| (place.0, locale.locale.tag())));
            }
            self.compare_locale(&paths, &mut all);
        }
        self.changed = all;
    }

    fn compare_locale(&self, paths: &[String], all: &mut HashMap<String, HashSet<String>>) {
        let mut changes: Vec<(&str, &str, Change)> = Vec::new();
        for path in paths.iter().filter(|path| !self.is_same(path)) {
            let then = self.then(path).map(Entries::new).unwrap_or_default();
            let now = self.now(path).map(Entries::new).unwrap_or_default();
            changes.extend(then.compare(&now).into_iter().map(|(id, change)| (path.as_str(), id, change)));
        }
        if changes.is_empty() {
            return;
        }
        // What left one file and came into another as it was has only moved.
        let left: HashSet<(&str, &[Digest])> =
            changes.iter().filter_map(|(_, id, change)| Some((*id, change.removed()?))).collect();
        let came: HashSet<(&str, &[Digest])> =
            changes.iter().filter_map(|(_, id, change)| Some((*id, change.added()?))).collect();
        let has_moved = |id: &str, change: &Change| {
            change.added().is_some_and(|said| left.contains(&(id, said)))
                || change.removed().is_some_and(|said| came.contains(&(id, said)))
        };
        // Who refers to what has another shape is concerned too, and who refers to those.
        let mut seeds: Vec<&str> = Vec::new();
        for (path, id, change) in changes.iter().filter(|(_, id, change)| !has_moved(id, change)) {
            all.entry((*path).to_owned()).or_default().insert((*id).to_owned());
            if change.other_shape {
                seeds.push(id);
            }
        }
        if seeds.is_empty() {
            return;
        }
        let mut referring: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
        for (path, file) in paths.iter().filter_map(|path| Some((path.as_str(), self.now(path)?))) {
            for (entry, _, pattern) in file.patterns() {
                for reference in pattern.references() {
                    referring.entry(file.slice(reference.id)).or_default().push((path, entry.id()));
                }
            }
        }
        let mut seen: HashSet<&str> = seeds.iter().copied().collect();
        while let Some(id) = seeds.pop() {
            for (path, referrer) in referring.get(id).into_iter().flatten() {
                all.entry((*path).to_owned()).or_default().insert((*referrer).to_owned());
                if seen.insert(referrer) {
                    seeds.push(referrer);
                }
            }
        }
    }
}

/// What the entries of a file say, by id: an id may be defined more than once.
#[derive(Default)]
struct Entries<'f> {
    entries: BTreeMap<&'f str, (Vec<Digest>, Vec<Digest>)>,
}

/// How an entry differs.
struct Change {
    then: Vec<Digest>,
    now: Vec<Digest>,
    other_shape: bool,
}

impl Change {
    fn added(&self) -> Option<&[Digest]> {
        self.then.is_empty().then_some(&self.now)
    }

    fn removed(&self) -> Option<&[Digest]> {
        self.now.is_empty().then_some(&self.then)
    }
}

impl<'f> Entries<'f> {
    fn new(file: FileRef<'f>) -> Self {
        let mut entries: BTreeMap<&str, (Vec<Digest>, Vec<Digest>)> = BTreeMap::new();
        for entry in file.entries() {
            let (wordings, shapes) = entries.entry(entry.id()).or_default();
            wordings.push(wording(entry));
            shapes.push(shape(entry));
        }
        for (wordings, shapes) in entries.values_mut() {
            wordings.sort_unstable();
            shapes.sort_unstable();
        }
        Self { entries }
    }

    fn compare<'a>(&self, now: &Entries<'a>) -> Vec<(&'a str, Change)>
    where
        'f: 'a,
    {
        let ids: std::collections::BTreeSet<&'a str> =
            self.entries.keys().chain(now.entries.keys()).copied().collect();
        let of = |entries: &Entries<'_>, id| entries.entries.get(id).cloned().unwrap_or_default();
        let differing = ids.into_iter().filter_map(|id| {
            let ((then, then_shape), (now, now_shape)) = (of(self, id), of(now, id));
            let other_shape = then_shape != now_shape;
            (then != now).then_some((id, Change { then, now, other_shape }))
        });
        differing.collect()
    }
}
