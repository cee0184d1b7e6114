//! Findings that were there before, and are left out until they are mended.
//!
//! A finding is known by its file, locale, entry, attribute and rule, and by what its text says: never by its line.
//! So it stays known when the file is moved about in, and becomes new when somebody works on the text.

mod file;
mod key;

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use crate::check::Report;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::fingerprint::Files;
use crate::project::resolve;
use crate::rules::RULES;

pub use key::Known;
use key::{relative, slashes};

/// Findings that are left out, and how many of each.
///
/// ```
/// use std::path::Path;
///
/// let files = |nl| [("i18n/en/a.ftl", "a = A\nb = B\n"), ("i18n/nl/a.ftl", nl)];
/// let config = ftlkit::Config::default();
/// let mut report = ftlkit::check_texts(&files("a = A\n"), &config)?;
/// let empty = ftlkit::Baseline::new(Path::new("ftlkit-baseline.toml"));
/// let baseline = empty.settle(&mut report, &config, &["."]).all;
///
/// // The message that was missing then is left out; what is new is not.
/// let mut report = ftlkit::check_texts(&files("a = A { $x }\n"), &config)?;
/// let settled = baseline.settle(&mut report, &config, &["."]);
/// assert_eq!(report.baselined, 1);
/// assert_eq!(report.diagnostics[0].rule, "unknown-variable");
/// assert!(settled.stale.is_empty());
/// # Ok::<(), ftlkit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// The folder of its file, absolute: paths are relative to it.
    folder: String,
    known: BTreeMap<Known, usize>,
}

/// What came of the findings of a report, and what can become of the baseline.
#[derive(Debug)]
pub struct Settled {
    /// What no longer occurs, and how often less.
    pub stale: Vec<(Known, usize)>,
    /// The baseline without what no longer occurs.
    pub left: Baseline,
    /// The baseline with exactly what occurs now, and with what was not looked at.
    pub all: Baseline,
}

impl Baseline {
    /// A baseline that knows nothing, for a file that need not exist.
    pub fn new(path: &Path) -> Self {
        let folder = std::path::absolute(path).ok().and_then(|path| Some(path.parent()?.to_owned()));
        Self { folder: slashes(&real(&folder.unwrap_or_default())), known: BTreeMap::new() }
    }

    /// The number of findings.
    pub fn len(&self) -> usize {
        self.known.values().sum()
    }

    /// Whether it knows nothing.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// What it knows, sorted, and how many of each.
    pub fn known(&self) -> impl ExactSizeIterator<Item = (&Known, usize)> {
        self.known.iter().map(|(known, count)| (known, *count))
    }

    /// Takes the findings that it knows out of a report, and counts them there.
    ///
    /// `config` and `paths` are those that the report was made with: what was not looked at has not ceased to occur.
    /// Both are counted in the report, too.
    pub fn settle<P: AsRef<Path>>(&self, report: &mut Report, config: &Config, paths: &[P]) -> Settled {
        let here = std::env::current_dir().map(|here| slashes(&real(&here))).unwrap_or_default();
        let keys: Vec<Known> = {
            let mut files = Files::new(report);
            let place = |diagnostic: &Diagnostic| relative(&self.folder, &resolve(&here, &diagnostic.path));
            report.diagnostics.iter().map(|one| Known::of(one, place(one), &mut files)).collect()
        };
        let mut occurring: BTreeMap<Known, usize> = BTreeMap::new();
        let diagnostics = std::mem::take(&mut report.diagnostics).into_iter().zip(keys);
        for (diagnostic, key) in diagnostics {
            let allowed = self.known.get(&key).copied().unwrap_or_default();
            let seen = occurring.entry(key).or_default();
            *seen += 1;
            if *seen <= allowed {
                report.baselined += 1;
            } else {
                report.diagnostics.push(diagnostic);
            }
        }
        let looked_at = LookedAt::new(&self.folder, &here, report, config, paths);
        let mut settled = Settled { stale: Vec::new(), left: self.clone(), all: self.clone() };
        for (known, &count) in self.known.iter().filter(|(known, _)| looked_at.includes(known)) {
            let now = occurring.get(known).copied().unwrap_or_default();
            if now < count {
                settled.stale.push((known.clone(), count - now));
                settled.left.set(known, now);
            }
            settled.all.set(known, now);
        }
        report.stale = settled.stale.iter().map(|(_, count)| count).sum();
        for (key, count) in occurring {
            let known = settled.all.known.entry(key).or_default();
            *known = count.max(*known);
        }
        settled
    }

    fn set(&mut self, known: &Known, count: usize) {
        if count == 0 {
            self.known.remove(known);
        } else {
            self.known.insert(known.clone(), count);
        }
    }
}

/// What a run has looked at.
struct LookedAt<'r> {
    folder: &'r str,
    skipped: HashSet<&'static str>,
    config: &'r Config,
    paths: Vec<String>,
    unreadable: HashSet<String>,
}

impl<'r> LookedAt<'r> {
    fn new<P: AsRef<Path>>(
        folder: &'r str,
        here: &str,
        report: &Report,
        config: &'r Config,
        paths: &[P],
    ) -> Self {
        let absolute =
            |path: &Path| resolve("", &slashes(&real(&std::path::absolute(path).unwrap_or_default())));
        Self {
            folder,
            skipped: skipped(report, config),
            config,
            paths: paths.iter().map(|path| absolute(path.as_ref())).collect(),
            unreadable: report.faults.iter().map(|fault| resolve(here, &fault.path)).collect(),
        }
    }

    fn includes(&self, known: &Known) -> bool {
        let path = resolve(self.folder, &known.path);
        let is_below = |folder: &String| {
            path.strip_prefix(folder).is_some_and(|rest| {
                rest.is_empty() || rest.starts_with('/') || folder.is_empty() || folder.ends_with('/')
            })
        };
        !self.skipped.contains(known.rule.as_str())
            && known.locale.as_ref().is_none_or(|locale| self.config.wants_locale(locale))
            && self.paths.iter().any(is_below)
            && !self.unreadable.contains(&path)
    }
}

/// The rules that did not run. One that this version does not have found nothing: what it knew of is gone.
fn skipped(report: &Report, config: &Config) -> HashSet<&'static str> {
    let ran: HashSet<&str> = config.rules().iter().map(|rule| rule.name()).collect();
    // Whether a comment is used is only known where everything was looked at.
    let is_whole = !report.is_partial() && config.locales.is_empty();
    let names = RULES.iter().map(|rule| rule.name());
    names.filter(|name| !ran.contains(name) || (*name == "unused-suppression" && !is_whole)).collect()
}

/// A path without links, as far as it exists.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests;
