//! `--fix` and `--diff`: what becomes of the files, and what there is to say about it.

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};
use std::path::{Component, Path, PathBuf};

use ftlkit::{Change, Config, Diagnostic, Fixes, Known, Mended, Refusal, Report};

use crate::baseline::Ratchet;
use crate::commands::{Failure, complain, remark, until_closed};
use crate::render::{count, printable};
use crate::{Status, diff, files, git};

/// So many fixes that were left out, and files, are named.
const NAMED: usize = 5;

/// What was done, and what there is to say about it.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Whether a file could not be changed.
    pub(crate) has_failed: bool,
    summary: String,
    notes: Vec<String>,
}

impl Outcome {
    fn new(verb: &str, changes: &[&Change], mended: &Mended) -> Self {
        Self { has_failed: false, summary: summary(verb, changes), notes: notes(changes, mended) }
    }

    /// Says on standard error what was done, and what is left to be done otherwise.
    pub(crate) fn tell(&self, left: &Report, fixes: Fixes) {
        self.say(counts(&left.diagnostics).1, fixes);
    }

    fn say(&self, more: usize, fixes: Fixes) {
        let noun = if more == 1 { "has a fix" } else { "have fixes" };
        match if fixes == Fixes::Safe { more } else { 0 } {
            0 => remark(&self.summary),
            more => remark(&format!(
                "{}; {more} more {noun} that `--unsafe-fixes` makes, to be looked at",
                self.summary
            )),
        }
        self.notes.iter().for_each(|note| remark(note));
    }
}

/// What is not shown, and so not fixed either: all that `hide` takes out of a report. The report itself stays as it is.
pub(crate) fn hidden(
    report: &mut Report,
    hide: impl FnOnce(&mut Report) -> Result<(), Failure>,
) -> Result<Vec<Diagnostic>, Failure> {
    let all = report.diagnostics.clone();
    let counts = (report.baselined, report.stale, report.unchanged);
    hide(report)?;
    (report.baselined, report.stale, report.unchanged) = counts;
    let mut shown = std::mem::replace(&mut report.diagnostics, all).into_iter().peekable();
    // What is shown are all findings in the same order, but for those that are not.
    let is_hidden = |one: &&Diagnostic| shown.next_if(|next| next == *one).is_none();
    Ok(report.diagnostics.iter().filter(is_hidden).cloned().collect())
}

/// Makes the fixes of what was found, but for what is left alone, and writes the files. Where that fails for some, only
/// `check` can tell what is left. The baseline, with what is known of what is left alone, follows the fixes.
pub(crate) fn fix(
    report: Report,
    fixes: Fixes,
    leave: &[Diagnostic],
    config: &Config,
    check: impl FnOnce() -> Result<Report, ftlkit::Error>,
    baseline: Option<(&mut Ratchet, &[Known])>,
) -> Result<(Report, Outcome), Failure> {
    let mended = report.mend_all_but(leave, fixes, config)?;
    if let Some((ratchet, known)) = &baseline {
        ratchet.verify(known, &mended)?;
    }
    let mut done = Vec::new();
    for change in &mended.changes {
        let path = Path::new(&*change.path);
        let written = match &change.after {
            Some(after) => files::replace(path, &change.before, after),
            None => files::remove(path, &change.before),
        };
        match written {
            Ok(()) => done.push(change),
            Err(reason) => complain(&format!("cannot fix `{}`: {reason}", printable(&change.path))),
        }
    }
    let mut outcome = Outcome::new("fixed", &done, &mended);
    outcome.has_failed = done.len() < mended.changes.len();
    let written = if outcome.has_failed { Some(check()?) } else { None };
    if let Some((ratchet, known)) = baseline {
        ratchet.follow(known, &mended, written.as_ref().unwrap_or(&mended.report));
    }
    Ok((written.unwrap_or(mended.report), outcome))
}

/// Shows on standard output what the fixes would change, with what would change besides in consequence.
pub(crate) fn show(
    report: Report,
    fixes: Fixes,
    leave: &[Diagnostic],
    config: &Config,
    besides: impl FnOnce(&Mended) -> Result<Option<Change>, Failure>,
) -> Result<Status, Failure> {
    let mended = report.mend_all_but(leave, fixes, config)?;
    let besides = besides(&mended)?;
    let changes: Vec<&Change> = mended.changes.iter().collect();
    let all: Vec<&Change> = changes.iter().copied().chain(&besides).collect();
    let mut out = BufWriter::new(io::stdout().lock());
    let shown = patch_paths(&all);
    let mut write = || -> io::Result<()> {
        for (change, path) in all.iter().zip(&shown) {
            diff::write(path, &change.before, change.after.as_deref(), &mut out)?;
        }
        out.flush()
    };
    let written = write();
    if written.is_err() {
        // What is left in the buffer has nowhere to go, and must not be tried again.
        drop(out.into_parts());
    }
    until_closed(written)?;
    mended.report.faults.iter().for_each(|fault| complain(fault));
    let more = counts(&mended.report.diagnostics).1.saturating_sub(counts(leave).1);
    Outcome::new("would fix", &changes, &mended).say(more, fixes);
    Ok(match (mended.report.faults.is_empty(), changes.is_empty()) {
        (false, _) => Status::Failure,
        (true, false) => Status::Findings,
        (true, true) => Status::Clean,
    })
}

/// The paths of changes in a patch: those shown, or where one leads out of this folder, all from the top of the working
/// tree. No program applies a patch to what lies outside.
fn patch_paths(changes: &[&Change]) -> Vec<String> {
    let leads_out = |change: &&Change| {
        let path = Path::new(&*change.path);
        path.is_absolute() || path.components().any(|part| part == Component::ParentDir)
    };
    let shown = || changes.iter().map(|change| change.path.to_string()).collect();
    if changes.iter().any(leads_out) { from_top(changes).unwrap_or_else(shown) } else { shown() }
}

/// The paths of changes from the top of the working tree that all of them are in, if there is one.
fn from_top(changes: &[&Change]) -> Option<Vec<String>> {
    let real = |change: &&Change| {
        let path = Path::new(&*change.path);
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        Some(folder.unwrap_or(Path::new(".")).canonicalize().ok()?.join(path.file_name()?))
    };
    let paths: Vec<PathBuf> = changes.iter().map(real).collect::<Option<_>>()?;
    let top = git::top(paths.first()?.parent()?)?;
    let below = |path: &PathBuf| {
        let path = path.strip_prefix(top).ok()?.to_string_lossy();
        Some(path.replace(std::path::MAIN_SEPARATOR, "/"))
    };
    paths.iter().map(below).collect()
}

/// Says what `--fix` could do, where that is anything.
pub(crate) fn tell_available(report: &Report) {
    let findings = |number| count(number, "finding", "findings");
    match counts(&report.diagnostics) {
        (0, 0) => {}
        (safe, 0) => remark(&format!("{} can be fixed with `--fix`", findings(safe))),
        (0, others) => {
            remark(&format!(
                "{} can be fixed with `--fix --unsafe-fixes`, to be looked at",
                findings(others)
            ));
        }
        (safe, others) => remark(&format!(
            "{} can be fixed with `--fix`, {others} more with `--fix --unsafe-fixes`, to be looked at",
            findings(safe)
        )),
    }
}

/// The findings that have a safe fix, and those that have another.
fn counts(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let is_safe: Vec<bool> = diagnostics.iter().filter_map(|found| Some(found.fix()?.safe)).collect();
    let safe = is_safe.iter().filter(|safe| **safe).count();
    (safe, is_safe.len() - safe)
}

fn summary(verb: &str, changes: &[&Change]) -> String {
    let number: usize = changes.iter().map(|change| change.rules.len()).sum();
    if number == 0 {
        return format!("{verb} nothing");
    }
    let removed = match changes.iter().filter(|change| change.after.is_none()).count() {
        0 => String::new(),
        removed => format!(" ({removed} removed)"),
    };
    let found = count(number, "finding", "findings");
    format!("{verb} {found} in {}{removed}", count(changes.len(), "file", "files"))
}

fn notes(changes: &[&Change], mended: &Mended) -> Vec<String> {
    let mut notes = Vec::new();
    let drafts = changes.iter().map(|change| change.drafts).sum();
    if drafts > 0 {
        let number = count(drafts, "fix gives", "fixes give");
        let places = places(changes);
        notes.push(format!(
            "{number} plural variants the text of the default: put them into words ({places})"
        ));
    }
    notes.extend(mended.refused.iter().take(NAMED).map(refusal));
    if let Some(more) = mended.refused.len().checked_sub(NAMED).filter(|more| *more > 0) {
        notes.push(format!("{more} more fixes were left out for such reasons"));
    }
    if mended.is_unfinished {
        notes.push("there is more to fix: run it again".to_owned());
    }
    notes
}

/// The first files in which there are texts to be put into words.
fn places(changes: &[&Change]) -> String {
    let drafts = changes.iter().filter(|change| change.drafts > 0);
    let paths: BTreeSet<&str> = drafts.map(|change| &*change.path).collect();
    let mut names: Vec<_> = paths.iter().take(NAMED).map(|path| printable(path)).collect();
    if paths.len() > NAMED {
        names.push("…".into());
    }
    names.join(", ")
}

fn refusal(refusal: &Refusal) -> String {
    let Refusal { diagnostic, brings } = refusal;
    let place = diagnostic.range().map(|range| format!(":{}:{}", range.start.line, range.start.column));
    let path = printable(diagnostic.path());
    let place = place.unwrap_or_default();
    format!("{path}{place}: `{}` is not fixed, since that would bring `{brings}`", diagnostic.rule())
}
