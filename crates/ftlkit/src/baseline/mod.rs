//! Findings that were there before, and are left out until they are mended.
//!
//! A finding is known by its file, locale, entry, attribute and rule, and by what its text says: never by its line.
//! So it stays known when the file is moved about in, and becomes new when somebody works on the text.

mod file;
mod key;
mod texts;

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use crate::check::Report;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::fingerprint::Files;
use crate::mend::Mended;
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
/// assert_eq!(report.diagnostics[0].rule(), "unknown-variable");
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

/// What became of findings that a baseline knows when others were fixed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Followed {
    /// How many are known by another text now.
    pub moved: usize,
    /// How many were fixed, too.
    pub gone: usize,
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
        let keys = self.keys(report, &report.diagnostics);
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
        let looked_at = LookedAt::new(&self.folder, report, config, paths);
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

    /// By what findings of a report are known.
    pub fn keys<'d>(
        &self,
        report: &Report,
        findings: impl IntoIterator<Item = &'d Diagnostic>,
    ) -> Vec<Known> {
        let here = here();
        let mut files = Files::new(report);
        let place = |diagnostic: &Diagnostic| relative(&self.folder, &resolve(&here, diagnostic.path()));
        findings.into_iter().map(|one| Known::of(one, place(one), &mut files)).collect()
    }

    /// Goes on knowing findings after others in their texts were fixed: a finding is known by its text, and that has
    /// changed. Those that were fixed, too, are forgotten.
    ///
    /// `before` is by what those were known that [were left alone](Report::mend_all_but). What still occurs in `written`
    /// as before stays known so: a file may not have been written, and else it is the report of `mended`. Findings of rules and
    /// locales that were not looked at are followed by their texts.
    ///
    /// ```
    /// use std::path::Path;
    /// use ftlkit::{Baseline, Config, Fixes, check_texts};
    ///
    /// let files = |nl| [("i18n/en/a.ftl", "a = A\n"), ("i18n/nl/a.ftl", nl)];
    /// let mut config = Config { select: vec!["unknown-variable".to_owned()], ..Config::default() };
    /// let mut report = check_texts(&files("a = A dit dit { $x }\n"), &config)?;
    /// let leave = report.diagnostics.clone();
    /// let mut baseline = Baseline::new(Path::new("b.toml")).settle(&mut report, &config, &["."]).all;
    ///
    /// config.select.push("repeated-word".to_owned());
    /// let report = check_texts(&files("a = A dit dit { $x }\n"), &config)?;
    /// let before = baseline.keys(&report, &leave);
    /// let mended = report.mend_all_but(&leave, Fixes::All, &config)?;
    /// baseline.follow(&before, &mended, &mended.report);
    ///
    /// let mut report = check_texts(&files("a = A dit { $x }\n"), &config)?;
    /// baseline.settle(&mut report, &config, &["."]);
    /// assert_eq!((report.diagnostics.len(), report.baselined), (0, 1));
    /// # Ok::<(), ftlkit::Error>(())
    /// ```
    pub fn follow(&mut self, before: &[Known], mended: &Mended, written: &Report) -> Followed {
        let mut staying: BTreeMap<Known, usize> = BTreeMap::new();
        for key in self.keys(written, &written.diagnostics) {
            *staying.entry(key).or_default() += 1;
        }
        let left = || mended.left.iter().map(|index| mended.report.diagnostics.get((*index)?));
        let mut keys = self.keys(&mended.report, left().flatten()).into_iter();
        let now: Vec<Option<Known>> = left().map(|found| found.and_then(|_| keys.next())).collect();
        let pairs = || before.iter().zip(&now);
        let is_same = |(old, now): &(&Known, &Option<Known>)| now.as_ref() == Some(*old);
        let mut followed = Followed::default();
        for (old, now) in pairs().filter(is_same).chain(pairs().filter(|pair| !is_same(pair))) {
            if let Some(count) = staying.get_mut(old).filter(|count| **count > 0) {
                *count -= 1;
                continue;
            }
            // What is hidden for another reason may not be known at all.
            let Some(count) = self.known.get(old).copied() else { continue };
            self.set(old, count.saturating_sub(1));
            match now {
                Some(now) => {
                    *self.known.entry(now.clone()).or_default() += 1;
                    followed.moved += 1;
                }
                None => followed.gone += 1,
            }
        }
        // What was not looked at has nobody to tell where it went, but for its text.
        if std::ptr::eq(written, &raw const mended.report) {
            let before: HashSet<&Known> = before.iter().collect();
            let others = self.known.keys().filter(|known| !before.contains(known));
            for (old, now) in texts::moved(others, mended, (&self.folder, &here())) {
                let count = self.known.remove(&old).unwrap_or_default();
                *self.known.entry(now).or_default() += count;
                followed.moved += count;
            }
        }
        followed
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
    fn new<P: AsRef<Path>>(folder: &'r str, report: &Report, config: &'r Config, paths: &[P]) -> Self {
        let here = here();
        let absolute =
            |path: &Path| resolve("", &slashes(&real(&std::path::absolute(path).unwrap_or_default())));
        Self {
            folder,
            skipped: skipped(report, config),
            config,
            paths: paths.iter().map(|path| absolute(path.as_ref())).collect(),
            unreadable: report.faults.iter().map(|fault| resolve(&here, &fault.path)).collect(),
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

/// The working directory.
fn here() -> String {
    std::env::current_dir().map(|here| slashes(&real(&here))).unwrap_or_default()
}

/// A path without links, as far as it exists.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests;
