//! Chooses fixes and makes them, in memory: from a report to texts that are put right.
//!
//! Nothing is believed. After each round the projects are checked again, and a fix that brings a finding which was not
//! there, or a syntax error, is taken back and never tried again.

mod census;
mod left;
mod places;
mod rewrite;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use census::{Blame, Census, Name, name};
use left::Left;
use places::Places;
use rewrite::Rewritten;

use crate::check::Report;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::fix::{Edit, Fix};
use crate::model::Model;
use crate::parallel;
use crate::project::ProjectFile;
use crate::source::Source;

/// Which fixes are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fixes {
    /// Those that are right without a person looking at them.
    Safe,
    /// These, and those that a person should look at.
    All,
}

/// What came of making fixes: nothing is written yet.
#[derive(Debug)]
pub struct Mended {
    /// What is found once the changes are made.
    pub report: Report,
    /// The files that change, sorted by path.
    pub changes: Vec<Change>,
    /// The fixes that were left out, since they would have brought something new.
    pub refused: Vec<Refusal>,
    /// Whether there was still something to mend after the last round; another run goes on.
    pub is_unfinished: bool,
    /// Where the findings that were to be left alone, in their order, are among those of the report; nothing for those
    /// that a fix has done away with, too.
    pub left: Vec<Option<usize>>,
}

/// A file whose text changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The path, as shown in diagnostics.
    pub path: Arc<str>,
    /// The text as it was read.
    pub before: String,
    /// The text as it is to be; nothing where the file is to be removed.
    pub after: Option<String>,
    /// The rules whose findings the change mends, one for each finding.
    pub rules: Vec<&'static str>,
    /// How many of these changes give a text that is still to be put into words.
    pub drafts: usize,
}

/// A fix that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The finding that it would have mended.
    pub diagnostic: Diagnostic,
    /// The rule that would have found something new.
    pub brings: &'static str,
}

/// So many times fixes are made and their results checked. One time is the rule, a second where fixes touched, more
/// where some bring something new.
const ATTEMPTS: usize = 200;

impl Fixes {
    /// Whether a fix is one of those that are made.
    pub fn include(self, fix: &Fix) -> bool {
        fix.safe || self == Self::All
    }
}

impl Report {
    /// Makes the fixes of what was found, round after round, until none is left.
    ///
    /// What was kept quiet or not asked for is not mended. A file with bytes that are not UTF-8 stays as it is.
    ///
    /// # Errors
    ///
    /// Where the threads that check cannot be started, or a text that was let go cannot be read again as it was; see
    /// [`read_again`](Self::read_again).
    ///
    /// ```
    /// use ftlkit::{Config, Fixes, check_texts};
    ///
    /// let files = [("en.ftl", "hi = Hi, { $name }!\n"), ("nl.ftl", "hi = Hoi, { $nmae }!\r\n")];
    /// let config = Config::default();
    /// let mended = check_texts(&files, &config)?.mend(Fixes::Safe, &config)?;
    /// assert_eq!(mended.changes[0].after.as_deref(), Some("hi = Hoi, { $name }!\r\n"));
    /// assert!(mended.report.is_clean());
    /// # Ok::<(), ftlkit::Error>(())
    /// ```
    pub fn mend(self, fixes: Fixes, config: &Config) -> Result<Mended, Error> {
        self.mend_all_but(&[], fixes, config)
    }

    /// [`mend`](Self::mend), but for some of what was found.
    ///
    /// # Errors
    ///
    /// As [`mend`](Self::mend).
    pub fn mend_all_but(
        mut self,
        leave: &[Diagnostic],
        fixes: Fixes,
        config: &Config,
    ) -> Result<Mended, Error> {
        parallel::with_threads(config.jobs, || {
            self.read_again(config)?;
            let left = Left::new(&self, leave);
            Ok(Mender::new(self, left, fixes, config).run())
        })?
    }

    /// Puts texts in the place of others, and gives those back with everything known about them.
    fn replace(&mut self, mut texts: BTreeMap<Arc<str>, Option<String>>, config: &Config) -> Vec<Taken> {
        let mut taken = Vec::new();
        for (project, locale) in self.locales() {
            let Some(files) = self.files(project, locale) else { continue };
            let mut kept = Vec::with_capacity(files.len());
            for (index, file) in std::mem::take(files).into_iter().enumerate() {
                let Some(text) = texts.remove(&file.path) else {
                    kept.push(file);
                    continue;
                };
                let key = Arc::clone(&file.key);
                let path = Arc::clone(&file.path);
                let is_removed = text.is_none();
                taken.push(Taken { project, locale, index, is_removed, file });
                kept.extend(text.map(|text| {
                    let source = Source::new(path, text);
                    let model = Model::new(&source, &config.limits);
                    ProjectFile::new(key, source, model)
                }));
            }
            *files = kept;
        }
        taken
    }

    /// Puts back what [`replace`](Self::replace) has taken.
    fn put_back(&mut self, taken: Vec<Taken>) {
        for Taken { project, locale, index, is_removed, file } in taken {
            let Some(files) = self.files(project, locale) else { continue };
            match files.get_mut(index).filter(|_| !is_removed) {
                Some(place) => *place = file,
                None => files.insert(index.min(files.len()), file),
            }
        }
    }

    fn locales(&self) -> Vec<(usize, usize)> {
        let projects = self.projects.iter().enumerate();
        projects
            .flat_map(|(project, it)| (0..it.locales.len()).map(move |locale| (project, locale)))
            .collect()
    }

    fn files(&mut self, project: usize, locale: usize) -> Option<&mut Vec<ProjectFile>> {
        Some(&mut self.projects.get_mut(project)?.locales.get_mut(locale)?.files)
    }
}

/// A file that another text has taken the place of.
struct Taken {
    project: usize,
    locale: usize,
    index: usize,
    is_removed: bool,
    file: ProjectFile,
}

/// What tells a fix from others wherever its text has moved to: the name of the finding, and the title.
type Key = (Name, String);

struct Mender<'c> {
    report: Report,
    left: Left,
    fixes: Fixes,
    config: &'c Config,
    /// Whether what fixes bring may stay for now, where it can be fixed in turn.
    is_patient: bool,
    original: Census,
    refused: HashSet<Key>,
    refusals: Vec<Refusal>,
    /// Fixes of which some bring something new: they are tried apart from the others.
    held: Vec<HashSet<Key>>,
    /// Whether what is counted in the report is that of an attempt which was taken back.
    is_stale: bool,
    had_second_chance: bool,
    /// What was replaced, attempt by attempt.
    history: Vec<Vec<Taken>>,
    /// By where the files really are.
    changes: BTreeMap<String, Change>,
}

impl<'c> Mender<'c> {
    fn new(report: Report, left: Left, fixes: Fixes, config: &'c Config) -> Self {
        let original = Census::new(&report);
        Self {
            report,
            left,
            fixes,
            config,
            is_patient: true,
            original,
            refused: HashSet::new(),
            refusals: Vec::new(),
            held: Vec::new(),
            is_stale: false,
            had_second_chance: false,
            history: Vec::new(),
            changes: BTreeMap::new(),
        }
    }

    /// A fix of the reference may bring findings in translations that other fixes do away with. Where something is left
    /// of that in the end, everything starts anew, and nothing new is taken.
    fn run(mut self) -> Mended {
        let mut is_unfinished = !self.settle();
        if is_unfinished || self.original.has_grown(&self.report) {
            self.undo();
            self.is_patient = false;
            is_unfinished = !self.settle();
        }
        if self.is_stale {
            self.report.examine(self.config);
        }
        let mut changes: Vec<Change> = self.changes.into_values().collect();
        changes.retain(|change| change.after.as_ref() != Some(&change.before));
        changes.sort_by(|a, b| a.path.cmp(&b.path));
        let left = self.left.find(&self.report);
        Mended { report: self.report, changes, refused: self.refusals, is_unfinished, left }
    }

    /// Makes fixes until none is left. Says whether it came so far.
    fn settle(&mut self) -> bool {
        for _ in 0..ATTEMPTS {
            let held: HashSet<&Key> = self.held.iter().flatten().collect();
            let mut chosen = self.choose(|key| !held.contains(key));
            if chosen.is_empty() {
                let Some(apart) = self.held.pop().or_else(|| self.second_chance()) else { return true };
                chosen = self.choose(|key| apart.contains(key));
            }
            if !chosen.is_empty() {
                self.attempt(&chosen);
            }
        }
        self.held.is_empty() && self.choose(|_| true).is_empty()
    }

    /// The fixes that were refused beside others, once: it may have been another that was to blame.
    fn second_chance(&mut self) -> Option<HashSet<Key>> {
        if std::mem::replace(&mut self.had_second_chance, true) || self.refused.is_empty() {
            return None;
        }
        self.refusals.clear();
        Some(std::mem::take(&mut self.refused))
    }

    /// The findings that can be fixed at once. Of fixes that touch, the first is taken.
    fn choose(&self, is_wanted: impl Fn(&Key) -> bool) -> Vec<Diagnostic> {
        let mut places: HashMap<&str, Places> = HashMap::new();
        let sources = self.report.sources();
        let is_text = |path: &str| sources.get(path).is_some_and(|source| source.invalid().is_empty());
        let mut chosen = Vec::new();
        for diagnostic in self.left.others(&self.report) {
            let Some(fix) = diagnostic.fix().filter(|fix| self.fixes.include(fix)) else { continue };
            let key = key(diagnostic);
            let may_be_made = !self.refused.contains(&key) && is_wanted(&key);
            if !may_be_made || !fix.edits.iter().all(|edit| is_text(&edit.path)) {
                continue;
            }
            let is_free =
                |edit: &Edit| places.get(&*edit.path).is_none_or(|places| places.is_free(edit.span));
            if fix.edits.iter().all(is_free) {
                for edit in &fix.edits {
                    places.entry(&edit.path).or_default().take(edit.span);
                }
                chosen.push(diagnostic.clone());
            }
        }
        chosen
    }

    /// Makes fixes, and takes them back where some bring something new: these are refused, or held back where it is not
    /// known yet which they are.
    fn attempt(&mut self, chosen: &[Diagnostic]) {
        let before = Census::new(&self.report);
        let diagnostics = std::mem::take(&mut self.report.diagnostics);
        let Rewritten { texts, moves } = Rewritten::new(&self.report, chosen);
        let taken = self.report.replace(texts, self.config);
        self.report.examine(self.config);
        let may_stay = |new: &Diagnostic| {
            self.is_patient
                && new.fix().is_some_and(|fix| self.fixes.include(fix))
                && !self.left.knows(new)
                && !self.refused.contains(&key(new))
        };
        let blamed = before.blame(&self.report, &taken, chosen, may_stay);
        if blamed.is_empty() {
            self.left.follow(&self.report, &moves);
            self.keep(taken, chosen);
            return;
        }
        self.report.put_back(taken);
        self.report.diagnostics = diagnostics;
        self.is_stale = true;
        let keys = |indices: &[usize]| -> Vec<Key> {
            let mut keys: Vec<Key> = indices.iter().filter_map(|index| chosen.get(*index)).map(key).collect();
            keys.dedup();
            keys
        };
        // Several findings may share a name: apart from each other they cannot be tried.
        let is_one = chosen.iter().map(key).collect::<HashSet<Key>>().len() <= 1;
        for Blame { suspects, brings, is_near } in blamed {
            let mut held = keys(&suspects);
            let is_certain = is_near || is_one || suspects.len() == chosen.len();
            if held.len() <= 1 && is_certain {
                for diagnostic in suspects.iter().filter_map(|index| chosen.get(*index)) {
                    self.refused.insert(key(diagnostic));
                    self.refusals.push(Refusal { diagnostic: diagnostic.clone(), brings });
                }
            } else if suspects.len() == chosen.len() {
                // Nothing tells them apart but trying.
                let others = held.split_off(held.len() / 2);
                self.held.extend([others.into_iter().collect(), held.into_iter().collect()]);
            } else {
                self.held.push(held.into_iter().collect());
            }
        }
    }

    fn keep(&mut self, taken: Vec<Taken>, made: &[Diagnostic]) {
        self.is_stale = false;
        let fixes = made.iter().filter_map(|diagnostic| Some((diagnostic.rule(), diagnostic.fix()?)));
        let edited =
            fixes.filter_map(|(rule, fix)| Some((rule, fix.is_draft, fix.edits.first()?.path.clone())));
        let edited: Vec<(&str, bool, Arc<str>)> = edited.collect();
        let paths: HashSet<&str> = edited.iter().map(|(.., path)| &**path).collect();
        // What links lead to changes once.
        for Taken { file, .. } in &taken {
            let path = Arc::clone(&file.path);
            if paths.contains(&*path) {
                let place = self.report.place_of(&path).into_owned();
                let before = file.view(0).map(|file| file.source().text().to_owned()).unwrap_or_default();
                let change = Change { path, before, after: None, rules: Vec::new(), drafts: 0 };
                self.changes.entry(place).or_insert(change);
            }
        }
        let sources = self.report.sources();
        for change in self.changes.values_mut() {
            change.after = sources.get(&*change.path).map(|source| source.text().to_owned());
        }
        for (rule, is_draft, path) in &edited {
            let place = self.report.place_of(path);
            if let Some(change) = self.changes.get_mut(&*place) {
                change.rules.push(rule);
                change.drafts += usize::from(*is_draft);
            }
        }
        self.original.rename(made);
        self.history.push(taken);
    }

    /// Puts everything back.
    fn undo(&mut self) {
        while let Some(taken) = self.history.pop() {
            self.report.put_back(taken);
        }
        self.report.examine(self.config);
        self.original = Census::new(&self.report);
        self.left.undo();
        self.changes.clear();
        self.refused.clear();
        self.refusals.clear();
        self.held.clear();
        self.had_second_chance = false;
    }
}

fn key(diagnostic: &Diagnostic) -> Key {
    let title = diagnostic.fix().map(|fix| fix.title.clone()).unwrap_or_default();
    (name(diagnostic), title)
}
