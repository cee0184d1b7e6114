//! Checks a project locale by locale, each as a whole and file by file, on all threads.
//!
//! The reference is in memory all the time, and so are the locales that others inherit from. All others are read,
//! checked and let go, so that memory is touched once and not once a locale; then the first are checked.

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
    pub(crate) diagnostics: Vec<Diagnostic>,
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
    /// Those of each piece of work: they are large, and are moved once, when all are known.
    diagnostics: Vec<Vec<Diagnostic>>,
    suppressed: usize,
    /// Nothing for the reference.
    statistics: Option<LocaleStatistics>,
}

/// What is left of a locale that was checked.
struct Done {
    place: usize,
    found: Found,
    suppressions: Suppressions,
    notes: Notes,
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
        self.conclude(project, &Lookups::new(project, self.config), &self.common(project), Vec::new())
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
        let own: Vec<LocaleLookups> = project.locales.iter().map(|_| LocaleLookups::default()).collect();
        let is_unread = |place| unread.binary_search_by_key(&place, |(place, _)| *place).is_ok();
        let held: Vec<_> = with_lookups(project, &own).filter(|(place, ..)| !is_unread(*place)).collect();
        let lasting = Lasting { task: self, project, lookups: &lookups, common: &common, held: &held };
        let read = parallel::map(unread, |(place, LocaleFiles { locale, files })| {
            let (files, faults) = reader.read(files);
            let mut files = LocaleFiles { locale, files };
            // Of what has no files it is not known yet whether it is there.
            let done = if files.files.is_empty() { None } else { lasting.examine(place, &files) };
            if let Some(done) = &done {
                let_go(&mut files.files, done);
            }
            (place, files, faults, done)
        });
        let mut all_done = Vec::with_capacity(read.len());
        for (place, files, faults, done) in read {
            loader.put(place, files.files);
            loader.faults.extend(faults);
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
        lookups.notes =
            all_done.iter_mut().map(|done| (done.place, std::mem::take(&mut done.notes))).collect();
        complete(&mut loader.project);
        Some(self.conclude(&loader.project, &lookups, &common, all_done))
    }

    fn common(self, project: &Project) -> Common {
        let reference = project.reference_locale();
        let reference = reference.map(|locale| Suppressions::new(locale, self.config)).unwrap_or_default();
        Common::new(reference, self.config.ignored.len())
    }

    /// Checks the locales that were not checked yet, all of which are in memory, and puts everything together.
    fn conclude(self, project: &Project, lookups: &Lookups, common: &Common, done: Vec<Done>) -> Examined {
        let (mut suppressions, mut found) = (Suppressions::default(), Vec::with_capacity(done.len()));
        for done in done {
            suppressions.extend(done.suppressions);
            found.push((done.place, done.found));
        }
        let is_done = |place| found.binary_search_by_key(&place, |(place, _)| *place).is_ok();
        let places = 0..project.locales.len();
        let left: Vec<usize> = places.filter(|place| !is_done(*place)).collect();
        for place in left.iter().filter(|place| **place != project.reference) {
            let locale = project.locales.get(*place);
            suppressions
                .extend(locale.map(|locale| Suppressions::new(locale, self.config)).unwrap_or_default());
        }
        let own: Vec<LocaleLookups> = project.locales.iter().map(|_| LocaleLookups::default()).collect();
        {
            let held = with_lookups(project, &own).filter(|(place, ..)| left.binary_search(place).is_ok());
            let index = ProjectIndex::new(project, self.config, lookups, held);
            let silencer = Silencer { own: &suppressions, common };
            let contexts = left.iter().filter_map(|place| Some((*place, Context::new(&index, *place)?)));
            let last = parallel::map(contexts.collect(), |(place, context): (usize, Context<'_>)| {
                (place, Prepared::new(self, context, silencer).examine())
            });
            found.extend(last);
        }
        found.sort_by_key(|(place, _)| *place);
        let mut examined = Examined::default();
        // Findings can be as large as the files that they are about: there is room for just these.
        let all = found.iter().flat_map(|(_, found)| &found.diagnostics);
        examined.diagnostics.reserve_exact(all.map(Vec::len).sum());
        for (_, found) in found {
            found.diagnostics.into_iter().for_each(|part| examined.diagnostics.extend(part));
            examined.suppressed += found.suppressed;
            examined.statistics.extend(found.statistics);
        }
        // Where only some files or locales are looked at, nobody knows what the others would have used.
        let is_whole = self.only.is_none() && self.config.locales.is_empty();
        if is_whole && !(suppressions.is_empty() && common.reference.is_empty()) {
            let index = ProjectIndex::new(project, self.config, lookups, with_lookups(project, &own));
            for context in (0..project.locales.len()).filter_map(|place| Context::new(&index, place)) {
                let own = if context.is_reference() { &common.reference } else { &suppressions };
                let site = Site::new(self.project, context, self.config, None, Silencer { own, common });
                let mut sink = Sink::new(&site);
                for rule in self.rules {
                    sink.enter(*rule);
                    rule.check_suppressions(context, own, &mut sink);
                }
                sink.finish().0.into_iter().for_each(|found| examined.diagnostics.extend(found));
            }
        }
        examined.unused_ignored = common.unused_ignored().collect();
        examined
    }
}

impl Lasting<'_> {
    /// Checks a locale that is in memory besides those that are held.
    fn examine(self, place: usize, files: &LocaleFiles) -> Option<Done> {
        let (task, lookups) = (self.task, LocaleLookups::default());
        let (before, after) = self.held.split_at(self.held.partition_point(|(held, ..)| *held < place));
        let locales = before.iter().copied().chain([(place, files, &lookups)]).chain(after.iter().copied());
        let index = ProjectIndex::new(self.project, task.config, self.lookups, locales);
        let context = Context::new(&index, place)?;
        let suppressions = Suppressions::new(files, task.config);
        let silencer = Silencer { own: &suppressions, common: self.common };
        let found = Prepared::new(task, context, silencer).examine();
        let mut notes = Notes::default();
        task.rules.iter().for_each(|rule| rule.note(context, &mut notes));
        Some(Done { place, found, suppressions, notes })
    }
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
    let mut shown: Set<&str> = Set::default();
    for found in done.found.diagnostics.iter().flatten() {
        let edited = found.fix.iter().flat_map(|fix| &fix.edits).map(|edit| &*edit.path);
        let related = found.related.iter().map(|related| &*related.path);
        shown.extend(found.range.map(|_| &*found.path).into_iter().chain(edited).chain(related));
    }
    // The comments that keep findings quiet are still to be looked at.
    for file in files.iter_mut().filter(|file| done.suppressions.at(&file.path).is_empty()) {
        file.let_go(shown.contains(&*file.path));
    }
}

/// A locale, ready to be checked.
struct Prepared<'a> {
    context: Context<'a>,
    pass: Pass,
    site: Site<'a>,
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

    /// Checks the locale, and counts what is in it.
    fn examine(&self) -> Found {
        let parts: Vec<Part<'_>> = self.parts().collect();
        let outcomes = parallel::map(parts.clone(), |part| self.check(part));
        let mut diagnostics = Vec::new();
        let (mut counts, mut suppressed) = (Vec::with_capacity(parts.len()), 0);
        for (part, outcome) in parts.into_iter().zip(outcomes) {
            diagnostics.extend(outcome.diagnostics);
            suppressed += outcome.suppressed;
            counts.push((part, (outcome.extra, outcome.counts)));
        }
        let statistics = (!self.context.is_reference()).then(|| statistics(self.context, counts));
        Found { diagnostics, suppressed, statistics }
    }

    fn parts(&self) -> impl Iterator<Item = Part<'a>> + use<'a> {
        let context = self.context;
        let counterparts = context.reference().files().filter(move |_| !context.is_reference());
        std::iter::once(Part::Whole)
            .chain(context.files().map(Part::File))
            .chain(counterparts.map(Part::Counterpart))
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
                for message in context.messages_of(file) {
                    let translation = context.translation(message);
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
