//! What has changed since another state of the files, and which findings that concerns.
//!
//! Entries are compared by what they say, never by their place: moving a message, also to another file of its locale,
//! is no change. Nothing is read here; whoever knows the other state hands it over.

mod entry;
mod state;

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::check::Report;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::error::Error;
use crate::model::{EntryRef, FileRef};
use crate::project::Project;
use crate::rules::{Group, rule};
use entry::Place;
use state::State;

/// Files as they were, by the paths that a report shows.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    files: BTreeMap<String, Vec<u8>>,
}

impl Snapshot {
    /// A state of files: path, bytes.
    ///
    /// It is to hold the files of the report that were there then, also those that belong to no project, and those
    /// that are gone since.
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self { files: files.into_iter().collect() }
    }

    /// Takes out of a report the findings that do not concern what has changed since, and counts them there.
    ///
    /// A finding concerns its entry, the entry of the reference, and those that it shows beside it. What has changed
    /// is an entry that was added, removed or worded anew; one that refers to an entry which is gone, or whose
    /// variables, attributes or variants are others; and everything in a locale that had no file.
    ///
    /// # Errors
    ///
    /// Where a text that was let go cannot be read again as it was; see [`Report::read_again`].
    ///
    /// ```
    /// let was = [("i18n/en/a.ftl", "a = A\nb = B\n"), ("i18n/nl/a.ftl", "a = A { $x }\n")];
    /// let is = [("i18n/en/a.ftl", "c = C\nb = B\na = A\n"), ("i18n/nl/a.ftl", "a = A { $x }\n")];
    /// let config = ftlkit::Config::default();
    /// let mut report = ftlkit::check_texts(&is, &config)?;
    /// let before = ftlkit::Snapshot::new(was.map(|(path, text)| (path.to_owned(), text.into())));
    /// // The new message of the reference is a gap; the old gap and the old fault are left out.
    /// before.keep_changed(&mut report, &config)?;
    /// assert_eq!(report.unchanged, 2);
    /// assert_eq!(report.diagnostics[0].message(), "message `c` is missing");
    /// # Ok::<(), ftlkit::Error>(())
    /// ```
    pub fn keep_changed(&self, report: &mut Report, config: &Config) -> Result<(), Error> {
        report.read_again(config)?;
        let mut diagnostics = std::mem::take(&mut report.diagnostics);
        let before = diagnostics.len();
        let state = State::new(&self.files, report, config);
        let mut changes = Changes { state: &state, blocks: HashMap::new(), seen: HashMap::new() };
        diagnostics.retain(|diagnostic| changes.concerns(diagnostic));
        report.unchanged += before - diagnostics.len();
        report.diagnostics = diagnostics;
        Ok(())
    }
}

struct Changes<'r, 's> {
    state: &'s State<'r>,
    /// What stood outside of entries, by file.
    blocks: HashMap<String, HashSet<Digest>>,
    /// Whether what stands somewhere is new: many findings can be about one comment.
    seen: HashMap<(String, Place), bool>,
}

impl Changes<'_, '_> {
    /// Whether a finding concerns what has changed.
    fn concerns(&mut self, diagnostic: &Diagnostic) -> bool {
        let state = self.state;
        let path: &str = diagnostic.path();
        // What is about no locale is about a configuration file, and that holds for everything.
        let Some(locale) = diagnostic.locale() else { return true };
        if diagnostic.project().is_some_and(|project| state.is_new(project, locale)) {
            return true;
        }
        let file = state.now(path);
        let offset = diagnostic.range().map(|range| range.start.offset);
        let around = file.zip(offset).and_then(|(file, offset)| file.entry_at(offset));
        let counterpart = state.counterpart(path);
        if let Some(id) = diagnostic.id().or(around.map(EntryRef::id))
            && (state.differs(path, id) || counterpart.is_some_and(|path| state.differs(path, id)))
        {
            return true;
        }
        let related = diagnostic.related().iter().any(|related| {
            let entry = state.now(&related.path).and_then(|file| file.entry_at(related.range.start.offset));
            entry.is_some_and(|entry| state.differs(&related.path, entry.id()))
        });
        if related {
            return true;
        }
        match (file, offset) {
            (Some(file), Some(offset)) => {
                // Where the entry says the same, only rules about comments look at what stands around it.
                let is_about_comments =
                    || rule(diagnostic.rule()).is_some_and(|rule| rule.group() == Group::Comments);
                let in_comment = || around.and_then(EntryRef::comment).is_some_and(|it| offset < it.end);
                let entry_says = around.is_some() && !in_comment() && !is_about_comments();
                !entry_says && self.is_new_block(path, file, offset)
            }
            _ if diagnostic.id().is_some() => false,
            _ => {
                let related = diagnostic.related().iter().map(|related| &*related.path);
                let mut paths = std::iter::once(path).chain(counterpart).chain(related);
                paths.any(|path| state.has_come_or_gone(path))
            }
        }
    }

    /// Whether what stands around an offset, outside of what entries say, did not stand there.
    fn is_new_block(&mut self, path: &str, file: FileRef<'_>, offset: u32) -> bool {
        let then = match self.state.then(path) {
            Some(_) if self.state.is_same(path) => return false,
            Some(then) => then,
            None => return true,
        };
        let blocks = self.blocks.entry(path.to_owned()).or_insert_with(|| entry::blocks(then).collect());
        let place = entry::place(file, offset);
        let seen = self.seen.entry((path.to_owned(), place));
        *seen.or_insert_with(|| !blocks.contains(&entry::block(file, place)))
    }
}

/// The paths of a project's files, with their keys.
fn files(project: &Project) -> impl Iterator<Item = (usize, &str, FileRef<'_>)> {
    project.locales.iter().enumerate().flat_map(|(index, locale)| {
        let files = locale.files.iter().enumerate();
        files.filter_map(move |(at, file)| Some((index, &*file.key, locale.file(at)?)))
    })
}

#[cfg(test)]
mod tests;
