//! Checks a project locale by locale, each as a whole and file by file, on all threads.
//!
//! The reference is in memory all the time, and so are the locales that others inherit from; their files are checked like
//! those of any locale. All others are read, checked and let go, so that memory is touched once and not once a locale. What
//! is asked of the first as a whole comes last, because it can be about all the others.

use std::collections::HashSet;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::hash::Set;
use crate::model::FileRef;
use crate::parallel;
use crate::project::{Loader, LocaleFiles, Project, ProjectFile};
use crate::rules::{Context, LocaleLookups, Lookups, Notes, Pass, ProjectIndex, Rule, Sink, Site};
use crate::statistics::{FileStatistics, LocaleStatistics, extra_units};
use crate::suppression::{Common, Silencer, Suppressions};

/// What is found in a project.
#[derive(Debug, Default)]
pub(crate) struct Examined {
    /// In lists, each of which is sorted.
    pub(crate) diagnostics: Vec<Vec<Diagnostic>>,
    /// The state of each locale, the reference left out.
    pub(crate) statistics: Vec<LocaleStatistics>,
    /// How many findings were kept quiet.
    pub(crate) suppressed: usize,
    /// For each entry of the configuration that keeps findings quiet: whether it has kept none.
    pub(crate) unused_ignored: Vec<bool>,
}

/// What is to be done with one project of several.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Task<'a> {
    /// The place of the project among them.
    pub(crate) project: usize,
    pub(crate) config: &'a Config,
    pub(crate) rules: &'a [&'static dyn Rule],
    /// The paths that findings are to be about, where not all are wanted.
    pub(crate) only: Option<&'a HashSet<Arc<str>>>,
}

/// What is found in a locale.
struct Found {
    /// In lists, each of which is sorted: they are put together once, when all are known.
    diagnostics: Vec<Vec<Diagnostic>>,
    suppressed: usize,
    /// Nothing for the reference, and where no file was looked at.
    statistics: Option<LocaleStatistics>,
}

/// What is left of a locale that was checked; of one that is held, all but what is asked of it as a whole.
struct Done {
    place: usize,
    found: Found,
    suppressions: Suppressions,
    notes: Notes,
    is_held: bool,
}

/// A locale that is to be checked: one that is held, or one that is still to be read.
enum Candidate<'a> {
    Held(usize, &'a LocaleFiles),
    Unread(usize, LocaleFiles),
}

/// What does not change while locales come and go.
#[derive(Clone, Copy)]
struct Lasting<'a> {
    task: Task<'a>,
    project: &'a Project,
    lookups: &'a Lookups,
    common: &'a Common,
    held: &'a [(usize, &'a LocaleFiles, &'a LocaleLookups)],
}

impl Task<'_> {
    /// Checks a project that is in memory.
    pub(crate) fn examine(self, project: &Project) -> Examined {
        let (lookups, own) = (Lookups::new(project, self.config), no_lookups(project));
        self.conclude(project, (&lookups, &own), &self.common(project), Vec::new())
    }

    /// Reads a project and checks it. Of the texts only those are kept that findings show, and what cannot be read again.
    ///
    /// The reference must have been chosen, and the locales that others inherit from must have been read. Gives nothing
    /// where the project turns out to have no files.
    pub(crate) fn read_and_examine(
        self,
        loader: &mut Loader<'_>,
        complete: impl FnOnce(&mut Project),
    ) -> Option<Examined> {
        let mut lookups = Lookups::new(&loader.project, self.config);
        let unread = loader.take_unread();
        let (reader, project) = (loader.reader(), &loader.project);
        let common = self.common(project);
        let own = no_lookups(project);
        let is_unread = |place| unread.binary_search_by_key(&place, |(place, _)| *place).is_ok();
        let held: Vec<_> = with_lookups(project, &own).filter(|(place, ..)| !is_unread(*place)).collect();
        let lasting = Lasting { task: self, project, lookups: &lookups, common: &common, held: &held };
        // Of what has no files it is not known yet whether it is there.
        let has_files = |locale: &LocaleFiles| !locale.files.is_empty();
        let begun = held.iter().filter(|(_, locale, _)| has_files(locale));
        let begun = begun.map(|(place, locale, _)| Candidate::Held(*place, locale));
        let unread = unread.into_iter().map(|(place, locale)| Candidate::Unread(place, locale));
        let looked_at = parallel::map(begun.chain(unread).collect(), |candidate| match candidate {
            Candidate::Held(place, locale) => (None, lasting.begin(place, locale)),
            Candidate::Unread(place, LocaleFiles { locale, files }) => {
                let (files, faults) = reader.read(files);
                let mut files = LocaleFiles { locale, files };
                let done = if has_files(&files) { lasting.examine(place, &files) } else { None };
                if let Some(done) = &done {
                    let_go(&mut files.files, done);
                }
                (Some((place, files, faults)), done)
            }
        });
        let mut all_done = Vec::with_capacity(looked_at.len());
        for (read, done) in looked_at {
            if let Some((place, files, faults)) = read {
                loader.put(place, files.files);
                loader.faults.extend(faults);
            }
            all_done.extend(done);
        }
        let places = loader.settle();
        if loader.project.file_count() == 0 {
            return None;
        }
        all_done.retain_mut(|done| {
            let place = places.get(done.place).copied().flatten();
            done.place = place.unwrap_or_default();
            place.is_some()
        });
        all_done.sort_by_key(|done| done.place);
        let gone = all_done.iter_mut().filter(|done| !done.is_held);
        lookups.notes = gone.map(|done| (done.place, std::mem::take(&mut done.notes))).collect();
        complete(&mut loader.project);
        // What was looked up speaks of places.
        let own = if places.iter().all(Option::is_some) { own } else { no_lookups(&loader.project) };
        Some(self.conclude(&loader.project, (&lookups, &own), &common, all_done))
    }

    fn common(self, project: &Project) -> Common {
        let reference = project.reference_locale();
        let reference = reference.map(|locale| Suppressions::new(locale, self.config)).unwrap_or_default();
        Common::new(reference, self.config.ignored.len())
    }

    /// Checks the locales that were not checked yet, or not as a whole, all of which are in memory, and puts everything
    /// together. What is done must be in the order of the project.
    fn conclude(
        self,
        project: &Project,
        (lookups, own): (&Lookups, &[LocaleLookups]),
        common: &Common,
        done: Vec<Done>,
    ) -> Examined {
        let extent = |place: usize| {
            let done = done.binary_search_by_key(&place, |done| done.place).ok().and_then(|at| done.get(at));
            match done {
                None => Some((place, Extent::All)),
                Some(done) => done.is_held.then_some((place, Extent::Whole)),
            }
        };
        let left: Vec<(usize, Extent)> = (0..project.locales.len()).filter_map(extent).collect();
        let mut suppressions = Suppressions::default();
        let unread =
            left.iter().filter(|(place, extent)| *extent == Extent::All && *place != project.reference);
        for locale in unread.filter_map(|(place, _)| project.locales.get(*place)) {
            suppressions.extend(Suppressions::new(locale, self.config));
        }
        let mut parts = Vec::with_capacity(done.len());
        for done in done {
            suppressions.extend(done.suppressions);
            parts.push((done.place, done.found));
        }
        let mut found = {
            let is_held = |place: &usize| left.binary_search_by_key(place, |(place, _)| *place).is_ok();
            let held = with_lookups(project, own).filter(|(place, ..)| is_held(place));
            let index = ProjectIndex::new(project, self.config, lookups, held);
            let silencer = Silencer { own: &suppressions, common };
            parallel::map(left, |(place, extent)| {
                let context = Context::new(&index, place)?;
                Some((place, Prepared::new(self, context, silencer).examine(extent)))
            })
        };
        found.extend(parts.into_iter().map(Some));
        let mut found: Vec<(usize, Found)> = found.into_iter().flatten().collect();
        found.sort_by_key(|(place, _)| *place);
        let mut examined = Examined::default();
        for (_, found) in found {
            examined.diagnostics.extend(found.diagnostics);
            examined.suppressed += found.suppressed;
            examined.statistics.extend(found.statistics);
        }
        // Where only some files or locales are looked at, nobody knows what the others would have used.
        let is_whole = self.only.is_none() && self.config.locales.is_empty();
        if is_whole && !(suppressions.is_empty() && common.reference.is_empty()) {
            let index = ProjectIndex::new(project, self.config, lookups, with_lookups(project, own));
            for context in (0..project.locales.len()).filter_map(|place| Context::new(&index, place)) {
                let own = if context.is_reference() { &common.reference } else { &suppressions };
                let site = Site::new(self.project, context, self.config, None, Silencer { own, common });
                let mut sink = Sink::new(&site);
                for rule in self.rules {
                    sink.enter(*rule);
                    rule.check_suppressions(context, own, &mut sink);
                }
                examined.diagnostics.extend(sink.finish().0);
            }
        }
        examined.unused_ignored = common.unused_ignored().collect();
        examined
    }
}

impl Lasting<'_> {
    /// Checks all of a locale that is held, but for what is asked of it as a whole.
    fn begin(self, place: usize, files: &LocaleFiles) -> Option<Done> {
        let task = self.task;
        let index = ProjectIndex::new(self.project, task.config, self.lookups, self.held.iter().copied());
        let context = Context::new(&index, place)?;
        let is_reference = context.is_reference();
        let suppressions =
            if is_reference { Suppressions::default() } else { Suppressions::new(files, task.config) };
        let silencer = Silencer { own: &suppressions, common: self.common };
        let found = Prepared::new(task, context, silencer).examine(Extent::Parts);
        Some(Done { place, found, suppressions, notes: Notes::default(), is_held: true })
    }

    /// Checks a locale that is in memory besides those that are held.
    fn examine(self, place: usize, files: &LocaleFiles) -> Option<Done> {
        let (task, lookups) = (self.task, LocaleLookups::default());
        let (before, after) = self.held.split_at(self.held.partition_point(|(held, ..)| *held < place));
        let locales = before.iter().copied().chain([(place, files, &lookups)]).chain(after.iter().copied());
        let index = ProjectIndex::new(self.project, task.config, self.lookups, locales);
        let context = Context::new(&index, place)?;
        let suppressions = Suppressions::new(files, task.config);
        let silencer = Silencer { own: &suppressions, common: self.common };
        let found = Prepared::new(task, context, silencer).examine(Extent::All);
        let mut notes = Notes::default();
        task.rules.iter().for_each(|rule| rule.note(context, &mut notes));
        Some(Done { place, found, suppressions, notes, is_held: false })
    }
}

/// Nothing has been looked up yet in the locales of a project.
fn no_lookups(project: &Project) -> Vec<LocaleLookups> {
    project.locales.iter().map(|_| LocaleLookups::default()).collect()
}

/// The locales of a project with their places, and what is looked up in each.
fn with_lookups<'a>(
    project: &'a Project,
    own: &'a [LocaleLookups],
) -> impl Iterator<Item = (usize, &'a LocaleFiles, &'a LocaleLookups)> {
    project.locales.iter().zip(own).enumerate().map(|(place, (files, own))| (place, files, own))
}

/// Lets the texts go of which nothing is shown any more.
fn let_go(files: &mut [ProjectFile], done: &Done) {
    let (mut own, mut others) = (Shown::default(), Shown::default());
    for found in done.found.diagnostics.iter().flatten() {
        found.range().into_iter().for_each(|_| own.insert(found.shared_path()));
        let edits = found.fix().into_iter().flat_map(|fix| &fix.edits);
        edits.for_each(|edit| own.insert(&edit.path));
        found.related().iter().for_each(|related| others.insert(&related.path));
    }
    let is_shown = |path: &str| own.all.contains(path) || others.all.contains(path);
    // The comments that keep findings quiet are still to be looked at.
    for file in files.iter_mut().filter(|file| done.suppressions.at(&file.path).is_empty()) {
        file.let_go(is_shown(&file.path));
    }
}

/// The paths of files of which something is shown.
#[derive(Default)]
struct Shown<'f> {
    all: Set<&'f str>,
    /// Most findings show what the one before has shown.
    last: Option<&'f Arc<str>>,
}

impl<'f> Shown<'f> {
    fn insert(&mut self, path: &'f Arc<str>) {
        if self.last.is_none_or(|last| !Arc::ptr_eq(last, path)) {
            self.all.insert(path);
            self.last = Some(path);
        }
    }
}

/// A locale, ready to be checked.
struct Prepared<'a> {
    context: Context<'a>,
    pass: Pass,
    site: Site<'a>,
}

/// How much of a locale is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    All,
    /// All but the locale as a whole.
    Parts,
    /// The locale as a whole, and none of its files.
    Whole,
}

/// A piece of work: files differ less in size than locales do, and there are more of them.
#[derive(Clone, Copy)]
enum Part<'a> {
    /// The locale as a whole.
    Whole,
    /// One of its files.
    File(FileRef<'a>),
    /// What the locale has of a file of the reference.
    Counterpart(FileRef<'a>),
}

/// What comes of a piece of work.
struct Outcome {
    diagnostics: Vec<Vec<Diagnostic>>,
    suppressed: usize,
    /// What is counted of a file of the reference.
    counts: Option<FileStatistics>,
    /// How many units of a file the reference lacks.
    extra: usize,
}

impl<'a> Prepared<'a> {
    fn new(task: Task<'a>, context: Context<'a>, silencer: Silencer<'a>) -> Self {
        context.prepare();
        let site = Site::new(task.project, context, task.config, task.only, silencer);
        Self { context, pass: Pass::new(task.rules, context), site }
    }

    /// Checks the locale, and counts what is in its files.
    fn examine(&self, extent: Extent) -> Found {
        let parts: Vec<Part<'_>> = self.parts(extent).collect();
        let outcomes = parallel::map(parts.clone(), |part| self.check(part));
        let mut diagnostics = Vec::new();
        let (mut counts, mut suppressed) = (Vec::with_capacity(parts.len()), 0);
        for (part, outcome) in parts.into_iter().zip(outcomes) {
            diagnostics.extend(outcome.diagnostics);
            suppressed += outcome.suppressed;
            counts.push((part, (outcome.extra, outcome.counts)));
        }
        let is_counted = extent != Extent::Whole && !self.context.is_reference();
        let statistics = is_counted.then(|| statistics(self.context, counts));
        Found { diagnostics, suppressed, statistics }
    }

    fn parts(&self, extent: Extent) -> impl Iterator<Item = Part<'a>> + use<'a> {
        let context = self.context;
        let whole = (extent != Extent::Parts).then_some(Part::Whole);
        let counterparts = context.reference().files().filter(move |_| !context.is_reference());
        let parts = context.files().map(Part::File).chain(counterparts.map(Part::Counterpart));
        whole.into_iter().chain(parts.filter(move |_| extent != Extent::Whole))
    }

    fn check(&self, part: Part<'a>) -> Outcome {
        let (context, pass) = (self.context, &self.pass);
        let mut sink = Sink::new(&self.site);
        let (mut counts, mut extra) = (None, 0);
        match part {
            Part::Whole => pass.locale(context, &mut sink),
            Part::File(file) => {
                pass.file(context, file, &mut sink);
                if !context.is_reference() {
                    extra = extra_units(context, file);
                }
            }
            Part::Counterpart(file) => {
                let path = context.path_like(context.reference().key(file));
                let counts = counts.insert(FileStatistics::new(path));
                for (message, translation) in context.translations_of(file) {
                    if !counts.count(context, message, translation) {
                        pass.missing(context, message, translation, &mut sink);
                    }
                }
            }
        }
        let (diagnostics, suppressed) = sink.finish();
        Outcome { diagnostics, suppressed, counts, extra }
    }
}

/// Puts together what was counted of the parts of a locale.
fn statistics<'a>(
    context: Context<'a>,
    parts: Vec<(Part<'a>, (usize, Option<FileStatistics>))>,
) -> LocaleStatistics {
    let reference = context.reference();
    let (mut files, mut extra) = (Vec::new(), Vec::new());
    for (part, (units, counts)) in parts {
        files.extend(counts);
        match part {
            Part::File(file) if units > 0 => extra.push((file, units)),
            _ => {}
        }
    }
    for (file, units) in extra {
        // The counts are in the order of the reference's files.
        let counterpart = reference.file_like(context.key(file)).map(FileRef::index);
        if let Some(counts) = counterpart.and_then(|index| files.get_mut(index)) {
            counts.extra += units;
        } else {
            let mut counts = FileStatistics::new(Arc::clone(file.source().path()));
            counts.extra = units;
            files.push(counts);
        }
    }
    LocaleStatistics::new(context.locale(), files)
}
