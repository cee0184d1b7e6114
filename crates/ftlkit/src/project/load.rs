//! Reads, parses and analyses the files of a project, locale by locale, each on all threads.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use super::{Content, Locale, LocaleFiles, Plan, Project, ProjectFile};
use crate::error::{Error, Fault};
use crate::hash::Set;
use crate::model::{FileRef, Model};
use crate::parallel;
use crate::source::Source;
use crate::syntax::Limits;

/// Projects with their files, and the files that could not be read.
#[derive(Debug)]
pub struct Loaded {
    /// The projects that have at least one file.
    pub projects: Vec<Project>,
    /// What could not be read.
    pub faults: Vec<Fault>,
}

/// Where texts come from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Origin<'t> {
    /// The file system.
    Disk,
    /// Texts in memory, by the paths shown.
    Memory(&'t BTreeMap<&'t str, &'t [u8]>),
}

thread_local! {
    /// What is read into, for one file after the other.
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// A larger buffer than this is not kept.
const LARGE: usize = 1 << 20;

/// The bytes of a file, or its size if it is too large.
#[derive(Clone, Copy)]
enum Bytes<'b> {
    All(&'b [u8], Option<Stamp>),
    TooLarge(u64),
}

/// What a file was like when it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
}

/// A project whose locales are read one after the other.
#[derive(Debug)]
pub(crate) struct Loader<'l> {
    /// The project; what was not read yet has no content.
    pub(crate) project: Project,
    pub(crate) faults: Vec<Fault>,
    origin: Origin<'l>,
    limits: &'l Limits,
    /// The name of the locale that is translated from, where it is written down.
    written: Option<String>,
    /// By locale.
    states: Vec<State>,
}

#[derive(Debug, Clone, Copy, Default)]
struct State {
    is_read: bool,
    /// Whether the locale is there with files or without.
    is_promised: bool,
}

/// Reads the files of all plans.
///
/// `reference` names the locale to translate from; a project that lacks it chooses its own.
pub fn load(plans: Vec<Plan>, reference: Option<&str>, limits: &Limits) -> Loaded {
    load_from(Origin::Disk, plans, reference, limits)
}

/// Takes the texts of the plans' files from memory, by the paths shown.
pub fn load_texts(
    plans: Vec<Plan>,
    texts: &BTreeMap<&str, &[u8]>,
    reference: Option<&str>,
    limits: &Limits,
) -> Loaded {
    load_from(Origin::Memory(texts), plans, reference, limits)
}

fn load_from(origin: Origin<'_>, plans: Vec<Plan>, reference: Option<&str>, limits: &Limits) -> Loaded {
    let mut all = Loaded { projects: Vec::new(), faults: Vec::new() };
    for plan in plans {
        let mut loader = Loader::new(plan, origin, limits);
        loader.choose_reference(reference);
        loader.hold(|_| true);
        loader.settle();
        all.faults.append(&mut loader.faults);
        all.projects.extend(Some(loader.project).filter(|project| project.file_count() > 0));
    }
    all
}

impl<'l> Loader<'l> {
    pub(crate) fn new(plan: Plan, origin: Origin<'l>, limits: &'l Limits) -> Self {
        let mut locales: BTreeMap<(String, String), LocaleFiles> = BTreeMap::new();
        let mut files = plan.files.into_iter().peekable();
        while let Some(first) = files.next() {
            // Most files have the locale of the file before them.
            let locale = first.locale.clone();
            let more = std::iter::from_fn(|| files.next_if(|next| next.locale == locale));
            let unread = std::iter::once(first).chain(more).map(|file| {
                let (key, path, place) = (file.key, file.shown, file.path);
                ProjectFile { key, path, content: None, place, stamp: None }
            });
            let unread: Vec<ProjectFile> = unread.collect();
            let known = locales.entry(name(&locale));
            known.or_insert_with(|| LocaleFiles { locale, files: Vec::new() }).files.extend(unread);
        }
        let mut locales: Vec<LocaleFiles> = locales.into_values().collect();
        for locale in &mut locales {
            locale.files.sort_by(|a, b| a.key.cmp(&b.key));
        }
        let states = vec![State::default(); locales.len()];
        let project = Project {
            root: plan.root,
            layouts: plan.layouts,
            locales,
            reference: 0,
            scope: plan.scope,
            strays: Vec::new(),
            shared: HashSet::new(),
            fallback: plan.fallback,
            here: plan.here,
        };
        let faults = Vec::new();
        let mut loader = Self { project, faults, origin, limits, written: plan.reference, states };
        plan.locales.iter().for_each(|locale| loader.promise(locale));
        loader
    }

    /// Has a locale be there even if it has no files, unless it is there in another spelling.
    pub(crate) fn promise(&mut self, locale: &Locale) {
        let mut others = self.project.locales.iter().zip(&self.states);
        if others.any(|(other, state)| state.is_promised && other.locale.tag() == locale.tag()) {
            return;
        }
        let own = name(locale);
        let at = self.project.locales.partition_point(|other| name(&other.locale) < own);
        if self.project.locales.get(at).is_none_or(|other| name(&other.locale) != own) {
            self.project.locales.insert(at, LocaleFiles { locale: locale.clone(), files: Vec::new() });
            self.states.insert(at, State::default());
            self.project.reference += usize::from(at <= self.project.reference);
        }
        if let Some(state) = self.states.get_mut(at) {
            state.is_promised = true;
        }
    }

    /// Reads those of the locales that are wanted and were not read yet, and keeps them.
    pub(crate) fn hold(&mut self, is_wanted: impl Fn(usize) -> bool) {
        let wanted = self.take_if(is_wanted);
        let reader = self.reader();
        // File by file, since locales can be too few to keep all threads busy.
        let files = wanted
            .into_iter()
            .flat_map(|(place, locale)| locale.files.into_iter().map(move |it| (place, it)));
        let read = |(place, file): (usize, ProjectFile)| Some((place, reader.read_file(file)?));
        for (place, (file, fault)) in parallel::map(files.collect(), read).into_iter().flatten() {
            if let Some(locale) = self.project.locales.get_mut(place) {
                locale.files.push(file);
            }
            self.faults.extend(fault);
        }
    }

    /// Takes the locales that were not read yet, with their places in the project.
    pub(crate) fn take_unread(&mut self) -> Vec<(usize, LocaleFiles)> {
        self.take_if(|_| true)
    }

    fn take_if(&mut self, is_wanted: impl Fn(usize) -> bool) -> Vec<(usize, LocaleFiles)> {
        let mut taken = Vec::new();
        for (place, (locale, state)) in self.project.locales.iter_mut().zip(&mut self.states).enumerate() {
            if !state.is_read && is_wanted(place) {
                state.is_read = true;
                let files = std::mem::take(&mut locale.files);
                taken.push((place, LocaleFiles { locale: locale.locale.clone(), files }));
            }
        }
        taken
    }

    /// Gives back the files of a locale.
    pub(crate) fn put(&mut self, place: usize, files: Vec<ProjectFile>) {
        if let Some(locale) = self.project.locales.get_mut(place) {
            locale.files = files;
        }
    }

    /// What reads files for it.
    pub(crate) fn reader(&self) -> Reader<'l> {
        Reader { origin: self.origin, limits: self.limits }
    }

    /// Configuration, else `templates`, else the largest of en, en-US, en-GB, else the most complete. Of the locales that
    /// others do not inherit from only those are read that it can be.
    pub(crate) fn choose_reference(&mut self, asked: Option<&str>) {
        let written = self.written.take();
        let names: Vec<&str> = asked.into_iter().chain(written.as_deref()).collect();
        self.read_ahead(&names);
        let mut chosen = None;
        for name in names {
            chosen = chosen.or_else(|| self.first(|locale| is_named(locale, name)));
        }
        chosen = chosen.or_else(|| self.first(Locale::is_template));
        if chosen.is_none() {
            let english = ENGLISH.map(|name| self.first(|locale| is_named(locale, name)));
            chosen = self.largest(english.into_iter().flatten());
        }
        if chosen.is_none() {
            self.hold(|_| true);
            let all: Vec<usize> =
                (0..self.project.locales.len()).filter(|place| self.is_there(*place)).collect();
            chosen = self.largest(all.into_iter());
        }
        self.project.reference = chosen.unwrap_or(0);
    }

    /// Reads what is needed first, all of it at once: the locales that are the reference by their names, and those that
    /// others inherit from.
    fn read_ahead(&mut self, names: &[&str]) {
        let those = |is_wanted: &dyn Fn(&Locale) -> bool| -> Vec<bool> {
            self.project.locales.iter().map(|files| is_wanted(&files.locale)).collect()
        };
        let asked = names.iter().map(|name| those(&|locale| is_named(locale, name)));
        let templates = std::iter::once_with(|| those(&Locale::is_template));
        let is_english = |locale: &Locale| ENGLISH.iter().any(|name| is_named(locale, name));
        let english = std::iter::once_with(|| those(&is_english));
        let likely = asked.chain(templates).chain(english).find(|likely| likely.contains(&true));
        let (likely, parents) = (likely.unwrap_or_default(), self.parents());
        self.hold(|place| likely.get(place) == Some(&true) || parents.get(place) == Some(&true));
    }

    /// Reads the locales that others inherit from.
    pub(crate) fn hold_parents(&mut self) {
        let parents = self.parents();
        self.hold(|place| parents.get(place) == Some(&true));
    }

    /// For each locale whether others inherit from it.
    fn parents(&self) -> Vec<bool> {
        let locales = self.project.locales.iter();
        let parents: Set<&str> =
            locales.flat_map(|files| files.locale.parents()).map(String::as_str).collect();
        self.project.locales.iter().map(|files| parents.contains(files.locale.tag())).collect()
    }

    /// Takes out the locales that turned out not to be there; gives for each locale its place now. Everything must have
    /// been read.
    pub(crate) fn settle(&mut self) -> Vec<Option<usize>> {
        let is_there: Vec<bool> = (0..self.project.locales.len()).map(|place| self.is_there(place)).collect();
        let mut count = 0;
        let places: Vec<Option<usize>> = is_there
            .iter()
            .map(|is_there| {
                let place = is_there.then_some(count);
                count += usize::from(*is_there);
                place
            })
            .collect();
        let mut stays = is_there.into_iter();
        self.project.locales.retain(|_| stays.next() == Some(true));
        let reference = places.get(self.project.reference).copied().flatten();
        self.project.reference = reference.unwrap_or(0);
        places
    }

    /// The first locale of a kind that is there.
    fn first(&mut self, is_wanted: impl Fn(&Locale) -> bool) -> Option<usize> {
        (0..self.project.locales.len()).find(|&place| {
            self.project.locales.get(place).is_some_and(|files| is_wanted(&files.locale))
                && self.is_there(place)
        })
    }

    /// Whether a locale has files that are no templates of `FreeMarker`, or was promised and is nowhere else.
    fn is_there(&mut self, place: usize) -> bool {
        self.hold(|other| other == place);
        let Some(own) = self.project.locales.get(place) else { return false };
        if !own.files.is_empty() || !self.states.get(place).is_some_and(|state| state.is_promised) {
            return !own.files.is_empty();
        }
        let tags = self.project.locales.iter().map(|files| files.locale.tag() == own.locale.tag());
        let is_same: Vec<bool> = tags.collect();
        self.hold(|other| is_same.get(other) == Some(&true));
        let mut others = self.project.locales.iter().zip(is_same);
        others.all(|(other, is_same)| !is_same || other.files.is_empty())
    }

    /// The first of those that have the most values and attributes.
    fn largest(&self, places: impl Iterator<Item = usize>) -> Option<usize> {
        let size = |place: &usize| -> usize {
            let files = self.project.locales.get(*place).map(|locale| locale.files.as_slice());
            let contents = files.into_iter().flatten().filter_map(|file| file.content.as_ref());
            contents.map(|content| content.model().unit_count()).sum()
        };
        places.max_by_key(|place| (size(place), std::cmp::Reverse(*place)))
    }
}

/// English is nearly always translated from.
const ENGLISH: [&str; 3] = ["en", "en-US", "en-GB"];

/// The tag and the spelling, by which locales are sorted.
fn name(locale: &Locale) -> (String, String) {
    (locale.tag().to_owned(), locale.spelling().to_owned())
}

fn is_named(locale: &Locale, name: &str) -> bool {
    locale.spelling() == name || locale.tag().eq_ignore_ascii_case(&name.replace('_', "-"))
}

/// Reads files and makes models of them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'r> {
    origin: Origin<'r>,
    limits: &'r Limits,
}

impl Reader<'_> {
    /// Reads files; those that cannot be read are kept, and what `FreeMarker` reads is left out.
    pub(crate) fn read(self, files: Vec<ProjectFile>) -> (Vec<ProjectFile>, Vec<Fault>) {
        let count = files.len();
        let read = parallel::map(files, |file| self.read_file(file));
        let (mut files, mut faults) = (Vec::with_capacity(count), Vec::new());
        for (file, fault) in read.into_iter().flatten() {
            files.push(file);
            faults.extend(fault);
        }
        (files, faults)
    }

    fn read_file(self, mut file: ProjectFile) -> Option<(ProjectFile, Option<Fault>)> {
        match self.content(&file) {
            Ok(content) => {
                if is_freemarker(content.view(0)) {
                    return None;
                }
                file.content = Some(Box::new(content));
                Some((file, None))
            }
            Err(error) => {
                let fault = Fault { path: file.path.to_string(), reason: error.to_string() };
                // The file is there: what it says is unknown, not missing.
                let source = Source::new(Arc::clone(&file.path), String::new());
                let content = Content::new(source, Some(Model::unreadable()), *self.limits);
                file.content = Some(Box::new(content));
                Some((file, Some(fault)))
            }
        }
    }

    fn content(self, file: &ProjectFile) -> io::Result<Content> {
        match self.origin {
            Origin::Disk => file.read(self.limits),
            Origin::Memory(texts) => {
                let bytes = texts.get(&*file.path).copied().unwrap_or_default();
                let size = bytes.len() as u64;
                let is_too_large = size > self.limits.file_size;
                let bytes = if is_too_large { Bytes::TooLarge(size) } else { Bytes::All(bytes, None) };
                Ok(Content::of(Arc::clone(&file.path), bytes, self.limits))
            }
        }
    }
}

impl ProjectFile {
    /// Lets go of what can be had again: what the file says, and its text unless that is still to be shown.
    pub(crate) fn let_go(&mut self, is_shown: bool) {
        let Some(content) = self.content.as_mut().filter(|content| content.stamp.is_some()) else { return };
        content.model.take();
        if !is_shown {
            self.stamp = content.stamp;
            self.content = None;
        }
    }

    /// Reads again what was let go.
    pub(crate) fn read_again(&mut self, limits: &Limits) -> Result<(), Error> {
        let Some(stamp) = self.stamp.take() else { return Ok(()) };
        let fail = |source| Error::ReadAgain { path: self.path.to_string(), source };
        let content = self.read(limits).map_err(fail)?;
        if content.stamp != Some(stamp) {
            return Err(fail(io::Error::other("it has changed while it was checked")));
        }
        self.content = Some(Box::new(content));
        Ok(())
    }

    fn read(&self, limits: &Limits) -> io::Result<Content> {
        BUFFER.with_borrow_mut(|buffer| {
            let bytes = read(&self.place, limits.file_size, buffer)?;
            let content = Content::of(Arc::clone(&self.path), bytes, limits);
            buffer.shrink_to(LARGE);
            Ok(content)
        })
    }
}

impl Content {
    fn of(path: Arc<str>, bytes: Bytes<'_>, limits: &Limits) -> Self {
        match bytes {
            Bytes::All(bytes, stamp) => {
                let source = Source::from_bytes(path, bytes);
                let model = Some(Model::new(&source, limits));
                Self { stamp, ..Self::new(source, model, *limits) }
            }
            Bytes::TooLarge(size) => {
                Self::new(Source::new(path, String::new()), Some(Model::too_large(size)), *limits)
            }
        }
    }
}

/// Takes the ids that a file defines; none where it is too large, or no Fluent file.
pub(crate) fn ids_of(bytes: &[u8], limits: &Limits) -> Vec<String> {
    if bytes.len() as u64 > limits.file_size {
        return Vec::new();
    }
    let content = Content::of("".into(), Bytes::All(bytes, None), limits);
    if is_freemarker(content.view(0)) {
        return Vec::new();
    }
    content.view(0).entries().map(|entry| entry.id().to_owned()).collect()
}

fn read<'b>(path: &Path, limit: u64, buffer: &'b mut Vec<u8>) -> io::Result<Bytes<'b>> {
    let mut file = File::open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let size = metadata.len();
    if size > limit {
        return Ok(Bytes::TooLarge(size));
    }
    let expected = usize::try_from(size).unwrap_or(0);
    buffer.resize(expected + 1, 0);
    let mut length = match file.read(buffer) {
        Err(error) if error.kind() == io::ErrorKind::Interrupted => 0,
        read => read?,
    };
    buffer.truncate(length);
    // The file may have grown since, or comes in parts.
    if length != expected {
        let more = file.take((limit + 1).saturating_sub(length as u64)).read_to_end(buffer)?;
        length = length.saturating_add(more);
    }
    if length as u64 > limit {
        return Ok(Bytes::TooLarge(length as u64));
    }
    Ok(Bytes::All(buffer, Some(Stamp { size, modified: metadata.modified().ok() })))
}

/// Reads a small file: one that says where translations are.
pub(crate) fn read_small(path: &Path) -> io::Result<Vec<u8>> {
    read_limited(path, 1 << 20)
}

/// Reads a file that has at most so many bytes.
pub(crate) fn read_limited(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut buffer = Vec::new();
    match read(path, limit, &mut buffer)? {
        Bytes::All(..) => Ok(buffer),
        Bytes::TooLarge(size) => Err(io::Error::other(format!("it is too large, with {size} bytes"))),
    }
}

/// Templates of `FreeMarker` have the same ending.
pub(crate) fn is_freemarker(file: FileRef<'_>) -> bool {
    let text = file.source().text();
    let has_directive = || ["<#", "</#", "<@"].iter().any(|directive| text.contains(directive));
    file.errors().len() > file.entries().len() && has_directive()
}
