//! The whole way: discover, load, check, report.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::{Error, Fault};
use crate::examine::{Examined, Task};
use crate::parallel;
use crate::project::{self, Discovery, Flaw, Links, Loader, LocaleFiles, Only, Origin, Project, ProjectFile};
use crate::rules::{self, Rule};
use crate::source::Source;
use crate::statistics::LocaleStatistics;

/// Finds the projects in some folders (or around some files) and checks them.
///
/// # Errors
///
/// Where a path cannot be looked at, nothing is found, or the configuration names what does not exist.
/// Files that cannot be read are no error: [`Report::faults`] lists them.
pub fn check<P: AsRef<Path> + Sync>(paths: &[P], config: &Config) -> Result<Report, Error> {
    config.validate()?;
    parallel::with_threads(config.jobs, || {
        let discovery = project::discover(paths)?;
        let read = |path: &str| project::read_limited(Path::new(path), config.limits.file_size).ok();
        finish(discovery, Origin::Disk, config, read, || {
            let searched: Vec<String> =
                paths.iter().map(|path| format!("`{}`", path.as_ref().display())).collect();
            searched.join(", ")
        })
    })?
}

/// Checks files that are in memory: path and text.
///
/// # Errors
///
/// As [`check`].
///
/// ```
/// let files = [("i18n/en/a.ftl", "hello = Hello\n"), ("i18n/nl/a.ftl", "hello = Hallo\n")];
/// let report = ftlkit::check_texts(&files, &ftlkit::Config::default())?;
/// assert!(report.diagnostics.is_empty());
/// # Ok::<(), ftlkit::Error>(())
/// ```
pub fn check_texts(files: &[(&str, &str)], config: &Config) -> Result<Report, Error> {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    check_bytes(&files, config)
}

/// Checks files that are in memory: path and bytes.
///
/// # Errors
///
/// As [`check`].
pub fn check_bytes(files: &[(&str, &[u8])], config: &Config) -> Result<Report, Error> {
    config.validate()?;
    parallel::with_threads(config.jobs, || {
        let texts: BTreeMap<&str, &[u8]> = files.iter().copied().collect();
        let read = |path: &str| texts.get(path).map(|bytes| bytes.to_vec());
        let searched = || "the files given".to_owned();
        finish(project::plan_texts(&texts), Origin::Memory(&texts), config, read, searched)
    })?
}

/// What a check has found.
#[derive(Debug)]
pub struct Report {
    /// The projects.
    pub projects: Vec<Project>,
    /// The state of each locale of each project, the reference left out.
    pub statistics: Vec<Vec<LocaleStatistics>>,
    /// The findings, sorted by path, place and rule.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that could not be looked at.
    pub faults: Vec<Fault>,
    /// The paths of `.ftl` files that belong to no project.
    pub left_out: Vec<String>,
    /// How many findings were kept quiet, by comments or by the configuration.
    pub suppressed: usize,
    /// How many findings were left out because a baseline knows them.
    pub baselined: usize,
    /// How many findings a baseline knows that no longer occur.
    pub stale: usize,
    /// How many findings were left out because they are about what has not changed.
    pub unchanged: usize,
    /// The configuration files of other tools that something is found in.
    pub settings: Vec<Arc<Source>>,
    /// What was named, where that is not everything.
    only: Option<Only>,
    /// The locales that findings are wanted in; all where empty.
    locales: Vec<String>,
    flaws: Vec<Flaw>,
    links: Links,
}

impl Report {
    /// The number of findings of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
    }

    /// Whether everything could be read and nothing was found.
    pub fn is_clean(&self) -> bool {
        self.diagnostics.is_empty() && self.faults.is_empty()
    }

    /// The sources that are in memory, by the path shown: all that findings show.
    pub fn sources(&self) -> HashMap<&str, &Source> {
        let locales = self.projects.iter().flat_map(|project| &project.locales);
        let contents = locales.flat_map(|locale| &locale.files).filter_map(|file| file.content.as_ref());
        let sources = contents.map(|content| &content.source);
        let sources = sources.chain(self.settings.iter().map(|source| &**source));
        sources.map(|source| (&**source.path(), source)).collect()
    }

    /// Reads again the texts that were let go once they were checked: [`check`] keeps only those that findings show.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read any more, or is not what it was.
    pub fn read_again(&mut self, config: &Config) -> Result<(), Error> {
        let locales = self.projects.iter_mut().flat_map(|project| &mut project.locales);
        let files: Vec<&mut ProjectFile> = locales.flat_map(|locale| &mut locale.files).collect();
        parallel::map(files, |file| file.read_again(&config.limits)).into_iter().collect()
    }

    /// Whether findings in a file of a locale are in this report: the file was not left out by the paths and the locales
    /// that were named. It may still have been read, to compare others with it.
    pub fn judges(&self, locale: &str, path: &str) -> bool {
        let is_wanted = self.locales.is_empty() || crate::config::names(&self.locales, locale);
        is_wanted && self.only.as_ref().is_none_or(|only| only.contains(path))
    }

    /// The number of files that the report [judges](Self::judges).
    pub fn judged_files(&self) -> usize {
        let locales = self.projects.iter().flat_map(|project| &project.locales);
        let files = locales.flat_map(|locale| locale.files.iter().map(|file| (locale.locale.tag(), file)));
        files.filter(|(locale, file)| self.judges(locale, &file.path)).count()
    }

    /// Whether only some files were looked at.
    #[cfg(feature = "config")]
    pub(crate) fn is_partial(&self) -> bool {
        self.only.is_some()
    }

    /// Where a file really is: links may lead there from elsewhere.
    pub(crate) fn place_of<'p>(&self, path: &'p str) -> Cow<'p, str> {
        self.links.target(path).map_or(Cow::Borrowed(path), Cow::Owned)
    }

    /// Checks the projects as they are in memory, which must be all of them.
    pub(crate) fn examine(&mut self, config: &Config) {
        let rules = config.rules();
        let examine = |(index, project): (usize, &Project)| {
            let only = self.only.as_ref().map(|only| with_counterparts(project, only));
            Task { project: index, config, rules: &rules, only: only.as_ref() }.examine(project)
        };
        let examined = self.projects.iter().enumerate().map(examine).collect();
        self.conclude(config, &rules, examined);
    }

    /// Takes what was found in the projects.
    fn conclude(&mut self, config: &Config, rules: &[&'static dyn Rule], examined: Vec<Examined>) {
        let only = self.only.as_ref();
        let mut diagnostics = vec![about_configuration(&self.flaws, only, &self.projects, rules, config)];
        let mut statistics = Vec::new();
        let mut suppressed = 0;
        let mut unused = vec![true; config.ignored.len()];
        for found in examined {
            diagnostics.extend(found.diagnostics);
            statistics.push(found.statistics);
            suppressed += found.suppressed;
            unused.iter_mut().zip(found.unused_ignored).for_each(|(unused, here)| *unused &= here);
        }
        if only.is_none() && config.locales.is_empty() {
            let unused = config.ignored.iter().zip(unused).filter(|(_, unused)| *unused).map(|(it, _)| it);
            diagnostics.push(rules::unused_ignored(unused, rules, config));
        }
        let mut diagnostics = Diagnostic::merge(diagnostics);
        leave_out_copies(&mut diagnostics, &self.links);
        (self.statistics, self.diagnostics, self.suppressed) = (statistics, diagnostics, suppressed);
        (self.baselined, self.stale, self.unchanged) = (0, 0, 0);
    }
}

/// One finding a line, as compilers write them.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.faults {
            writeln!(f, "error: {fault}")?;
        }
        self.diagnostics.iter().try_for_each(|diagnostic| writeln!(f, "{diagnostic}"))
    }
}

fn finish(
    mut discovery: Discovery,
    origin: Origin<'_>,
    config: &Config,
    read: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    searched: impl Fn() -> String,
) -> Result<Report, Error> {
    let rules = config.rules();
    let mut faults = std::mem::take(&mut discovery.faults);
    let (mut projects, mut examined) = (Vec::new(), Vec::new());
    let plans: Vec<_> = std::mem::take(&mut discovery.plans).into_iter().enumerate().collect();
    let all = parallel::map(plans, |(place, plan)| {
        let mut loader = Loader::new(plan, origin, &config.limits);
        let found = read_and_examine(&mut loader, place, &discovery, (config, &rules), &read);
        (place, found, loader.project, loader.faults)
    });
    for (place, found, project, more) in all {
        faults.extend(more);
        let Some(mut found) = found else { continue };
        if place != projects.len() {
            for diagnostics in &mut found.diagnostics {
                Diagnostic::renumber(diagnostics, projects.len());
            }
        }
        projects.push(project);
        examined.push(found);
    }
    let only = discovery.only.as_ref();
    if let Some(only) = only {
        faults.retain(|fault| concerns(fault, only, &projects));
    }
    let (only, flaws, links) = (discovery.only, discovery.flaws, discovery.links);
    if projects.is_empty()
        && faults.is_empty()
        && about_configuration(&flaws, only.as_ref(), &projects, &rules, config).is_empty()
    {
        return Err(Error::NothingFound { searched: searched() });
    }
    check_locale_names(&projects, config)?;
    faults.sort_by(|a, b| a.path.cmp(&b.path));
    let left_out = if only.is_some() { Vec::new() } else { discovery.left_out };
    let left_out = left_out.into_iter().map(|path| project::shorten(&discovery.here, path)).collect();
    let ignored = config.ignored.iter().filter_map(|it| it.place.as_ref()).map(|(source, _)| source);
    let settings = flaws.iter().map(|flaw| &flaw.source).chain(ignored.take(1)).cloned().collect();
    let (statistics, diagnostics) = (Vec::new(), Vec::new());
    let mut report = Report {
        projects,
        statistics,
        diagnostics,
        faults,
        left_out,
        suppressed: 0,
        baselined: 0,
        stale: 0,
        unchanged: 0,
        settings,
        only,
        locales: config.locales.clone(),
        flaws,
        links,
    };
    report.conclude(config, &rules, examined);
    Ok(report)
}

/// Reads and checks a project, unless it has nothing of what was named.
fn read_and_examine(
    loader: &mut Loader<'_>,
    project: usize,
    discovery: &Discovery,
    (config, rules): (&Config, &[&'static dyn Rule]),
    read: &impl Fn(&str) -> Option<Vec<u8>>,
) -> Option<Examined> {
    let only = discovery.only.as_ref();
    let is_wanted = |project: &Project| only.is_none_or(|only| touches(project, only));
    if !is_wanted(&loader.project) {
        // What cannot be read may concern others all the same.
        loader.hold(|_| true);
        return None;
    }
    loader.choose_reference(config.reference.as_deref());
    if let Some(required) = &config.required {
        required.iter().filter_map(|name| project::Locale::parse(name)).for_each(|it| loader.promise(&it));
        loader.hold_parents();
    }
    loader.project.adopt(&discovery.left_out);
    let beside = loader.project.beside(&discovery.left_out).into_iter().filter_map(read);
    loader.project.shared = beside.flat_map(|bytes| project::ids_of(&bytes, &config.limits)).collect();
    let counterparts = only.map(|only| with_counterparts(&loader.project, only));
    let task = Task { project, config, rules, only: counterparts.as_ref() };
    let found = task.read_and_examine(loader, |project| project.adopt(&discovery.left_out))?;
    is_wanted(&loader.project).then_some(found)
}

/// The findings about configuration files, sorted; they belong to the first project below their folder, if there is one.
fn about_configuration(
    flaws: &[Flaw],
    only: Option<&Only>,
    projects: &[Project],
    rules: &[&'static dyn Rule],
    config: &Config,
) -> Vec<Diagnostic> {
    let wanted = |flaw: &&Flaw| only.is_none_or(|only| only.contains(flaw.source.path()));
    let flaws: Vec<Flaw> = flaws.iter().filter(wanted).cloned().collect();
    let mut diagnostics = Vec::new();
    for rule in rules.iter().filter(|_| !flaws.is_empty()) {
        for (finding, flaw) in rule.check_flaws(&flaws).into_iter().zip(&flaws) {
            let folder = flaw.source.path().rsplit_once('/').map_or("", |(folder, _)| folder);
            let project = projects.iter().position(|project| Path::new(&project.root).starts_with(folder));
            diagnostics.extend(finding.without_locale(*rule, project, config));
        }
    }
    Diagnostic::sort(&mut diagnostics);
    diagnostics
}

/// Leaves out what is found once more where a link leads to the same file.
fn leave_out_copies(diagnostics: &mut Vec<Diagnostic>, links: &Links) {
    if links.is_empty() {
        return;
    }
    let mut order: Vec<&Diagnostic> = diagnostics.iter().collect();
    order.sort_by_key(|found| links.count(found.path()));
    let key = |found: &Diagnostic| (found.rule(), found.range(), found.message().to_owned());
    let mut first = HashSet::new();
    let mut copies = HashSet::new();
    for found in order {
        let path = links.target(found.path()).unwrap_or_else(|| found.path().to_string());
        if !first.insert((path, key(found))) {
            copies.insert((Arc::clone(found.shared_path()), key(found)));
        }
    }
    diagnostics.retain(|found| !copies.contains(&(Arc::clone(found.shared_path()), key(found))));
}

fn touches(project: &Project, only: &Only) -> bool {
    let mut files = project.locales.iter().flat_map(|locale| &locale.files);
    files.any(|file| only.contains(&file.path))
}

/// Whether a fault has to do with what was named: it is in there, in the reference, or in another file of the same
/// locale; or it is a file or a folder around that, of which nobody knows what it would have said.
fn concerns(fault: &Fault, only: &Only, projects: &[Project]) -> bool {
    let is_named = |files: &LocaleFiles| files.files.iter().any(|file| only.contains(&file.path));
    only.contains(&fault.path)
        || projects.iter().any(|project| {
            let is_of = |name: &str| {
                fault.path.split('/').any(|part| part.strip_suffix(".ftl").unwrap_or(part) == name)
            };
            let mut locales = project.locales.iter().enumerate();
            let is_of_another = locales.any(|(index, files)| {
                index != project.reference && !is_named(files) && is_of(files.locale.spelling())
            });
            only.is_around(&fault.path, &project.root) && !is_of_another
        })
}

/// The paths of the files that were named, also of those that are missing, and of the counterparts of those
/// that are the reference's.
fn with_counterparts(project: &Project, only: &Only) -> HashSet<Arc<str>> {
    let files = project.locales.iter().flat_map(|locale| &locale.files).map(|file| &file.path);
    let mut paths: HashSet<Arc<str>> = files.filter(|path| only.contains(path)).map(Arc::clone).collect();
    let reference = project.reference_locale().map(|locale| locale.files.as_slice()).unwrap_or_default();
    for file in reference {
        let counterparts = project.locales.iter().map(|locale| project.path_of(&file.key, &locale.locale));
        paths.extend(counterparts.filter(|path| only.contains(path)).map(Arc::from));
    }
    for file in reference.iter().filter(|file| only.contains(&file.path)) {
        // A counterpart that is missing has a path all the same.
        let counterparts = project.locales.iter().map(|locale| project.path_of(&file.key, &locale.locale));
        paths.extend(counterparts.map(Arc::from));
    }
    paths
}

/// Makes sure that the locales that were asked for exist in a project.
fn check_locale_names(projects: &[Project], config: &Config) -> Result<(), Error> {
    let locales = || projects.iter().flat_map(|project| &project.locales).map(|files| &files.locale);
    for asked in config.locales.iter().chain(&config.reference) {
        let tag = asked.replace('_', "-");
        if !locales().any(|locale| locale.tag().eq_ignore_ascii_case(&tag) || locale.spelling() == asked) {
            let mut found: Vec<&str> = locales().map(project::Locale::tag).collect();
            found.sort_unstable();
            found.dedup();
            return Err(Error::UnknownLocale { asked: asked.clone(), found: found.join(", ") });
        }
    }
    Ok(())
}
