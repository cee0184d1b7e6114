//! Checks a project that is in memory: each locale as a whole, and all its files, on all threads.

use std::collections::HashSet;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::model::FileRef;
use crate::parallel;
use crate::project::Project;
use crate::rules::{Context, LocaleLookups, Lookups, Pass, ProjectIndex, Rule, Sink, Site};
use crate::statistics::{FileStatistics, LocaleStatistics, extra_units};
use crate::suppression::Suppressions;

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
    diagnostics: Vec<Diagnostic>,
    suppressed: usize,
    /// What is counted of a file of the reference.
    counts: Option<FileStatistics>,
    /// How many units of a file the reference lacks.
    extra: usize,
}

/// Checks the project at a place among several; findings are about some paths only where those are given.
pub(crate) fn examine(
    (place, project): (usize, &Project),
    config: &Config,
    rules: &[&'static dyn Rule],
    only: Option<&HashSet<Arc<str>>>,
) -> Examined {
    let lookups = Lookups::new(project.reference_locale().map_or(0, |locale| locale.files.len()));
    let own: Vec<LocaleLookups> = project.locales.iter().map(|_| LocaleLookups::default()).collect();
    let locales = project.locales.iter().zip(&own).enumerate();
    let locales = locales.map(|(place, (files, own))| (place, files, own));
    let index = ProjectIndex::new(project, config, &lookups, locales);
    let suppressions = Suppressions::of_run(project, config);
    let contexts = (0..project.locales.len()).filter_map(|place| Context::new(&index, place)).collect();
    let prepared = parallel::map(contexts, |context: Context<'_>| {
        context.prepare();
        let site = Site::new(place, context, config, only, &suppressions);
        Prepared { context, pass: Pass::new(rules, context), site }
    });
    let parts: Vec<(&Prepared<'_>, Part<'_>)> =
        prepared.iter().flat_map(|locale| locale.parts().map(move |part| (locale, part))).collect();
    let outcomes = parallel::map(parts.clone(), |(locale, part)| locale.check(part));
    let mut examined = Examined::default();
    // Findings can be as large as the files that they are about: there is room for just these.
    examined.diagnostics.reserve_exact(outcomes.iter().map(|outcome| outcome.diagnostics.len()).sum());
    let mut counts: Vec<(usize, Option<FileStatistics>)> = Vec::with_capacity(outcomes.len());
    for outcome in outcomes {
        examined.diagnostics.extend(outcome.diagnostics);
        examined.suppressed += outcome.suppressed;
        counts.push((outcome.extra, outcome.counts));
    }
    let mut counts = parts.iter().map(|(_, part)| *part).zip(counts);
    for locale in &prepared {
        let parts = locale.parts().count();
        let own: Vec<_> = counts.by_ref().take(parts).collect();
        if !locale.context.is_reference() {
            examined.statistics.push(statistics(locale.context, own));
        }
    }
    // Where only some files or locales are looked at, nobody knows what the others would have used.
    if only.is_none() && config.locales.is_empty() && !suppressions.is_empty() {
        for locale in &prepared {
            let mut sink = Sink::new(&locale.site);
            for rule in rules {
                sink.enter(*rule);
                rule.check_suppressions(locale.context, &suppressions, &mut sink);
            }
            examined.diagnostics.extend(sink.finish().0);
        }
    }
    examined.unused_ignored = suppressions.unused_ignored().collect();
    examined
}

impl<'a> Prepared<'a> {
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
