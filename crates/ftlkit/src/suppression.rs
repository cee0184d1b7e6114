//! Comments that keep findings quiet: `# ftlkit-ignore: rule[, rule] -- reason`.
//!
//! A comment of an entry (`#`) is about that entry, one of a group (`##`) about what follows up to the next
//! group, one of the file (`###`) about the whole file. Comments of the reference hold for its translations.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::config::Config;
use crate::model::{CommentKind, EntryRef, FileRef};
use crate::project::LocaleFiles;
use crate::source::Span;

/// What such a comment begins with.
pub(crate) const MARKER: &str = "ftlkit-ignore";

/// The suppressions of some locales, by the paths of their files.
#[derive(Debug, Default)]
pub struct Suppressions {
    files: HashMap<Arc<str>, Vec<Suppression>>,
}

/// What keeps findings of every locale of a project quiet.
#[derive(Debug)]
pub(crate) struct Common {
    /// The comments of the reference, which hold for its translations.
    pub(crate) reference: Suppressions,
    /// For each entry of the configuration that keeps findings quiet: whether it has.
    ignored: Vec<AtomicBool>,
}

/// What keeps findings of a locale quiet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Silencer<'s> {
    pub(crate) own: &'s Suppressions,
    pub(crate) common: &'s Common,
}

/// The name of one rule or group in such a comment.
#[derive(Debug)]
pub struct Suppression {
    /// Where the name stands; the marker where there is none.
    pub name: Span,
    text: Box<str>,
    /// What it is about.
    pub reach: Reach,
    used: AtomicBool,
}

/// What a suppression is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Nothing: the comment stands alone.
    Nothing,
    /// A part of the file.
    Part(Span),
    /// The whole file.
    File,
}

/// Where a finding is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'p> {
    pub(crate) path: &'p str,
    /// The first byte; nothing for what is about a whole file.
    pub(crate) offset: Option<u32>,
}

impl Suppressions {
    /// Reads the comments of the files of a locale that are in memory, where these are to be heeded.
    pub(crate) fn new(locale: &LocaleFiles, config: &Config) -> Self {
        if !config.suppressions {
            return Self::default();
        }
        let files = (0..locale.files.len()).filter_map(|index| locale.file(index));
        let marked = files.filter(|file| is_marked(*file));
        Self { files: marked.map(|file| (Arc::clone(file.source().path()), read(file))).collect() }
    }

    /// Adds those of other files.
    pub(crate) fn extend(&mut self, others: Self) {
        self.files.extend(others.files);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Those of a file.
    pub fn of(&self, file: FileRef<'_>) -> &[Suppression] {
        self.at(file.source().path())
    }

    /// Those of the file with a path.
    pub(crate) fn at(&self, path: &str) -> &[Suppression] {
        self.files.get(path).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Common {
    /// `ignored` is the number of entries in the configuration.
    pub(crate) fn new(reference: Suppressions, ignored: usize) -> Self {
        Self { reference, ignored: (0..ignored).map(|_| AtomicBool::new(false)).collect() }
    }

    /// For each entry of the configuration whether it has kept no finding quiet.
    pub(crate) fn unused_ignored(&self) -> impl Iterator<Item = bool> {
        self.ignored.iter().map(|used| !used.load(Ordering::Relaxed))
    }
}

impl Silencer<'_> {
    /// Remembers which entries of the configuration have kept a finding quiet; gives whether there is one.
    pub(crate) fn ignore(self, by: impl Iterator<Item = usize>) -> bool {
        let mut any = false;
        for used in by.filter_map(|index| self.common.ignored.get(index)) {
            used.store(true, Ordering::Relaxed);
            any = true;
        }
        any
    }

    /// Whether a finding is to be kept quiet; remembers what kept it so.
    ///
    /// `names` are the rule and its group; `related` are places of the reference that the finding is about.
    pub(crate) fn silence<'p>(
        self,
        names: [&str; 3],
        place: Place<'p>,
        related: impl Iterator<Item = Place<'p>>,
    ) -> bool {
        let reference = &self.common.reference;
        if self.own.is_empty() && reference.is_empty() {
            return false;
        }
        let mut silent = false;
        let own = self.own.at(place.path).iter().map(|suppression| (place, suppression));
        let all = std::iter::once(place).chain(related);
        let others = all.flat_map(|place| reference.at(place.path).iter().map(move |it| (place, it)));
        for (place, suppression) in own.chain(others) {
            let reaches = match suppression.reach {
                Reach::Nothing => false,
                Reach::File => true,
                Reach::Part(part) => place.offset.is_some_and(|at| part.start <= at && at <= part.end),
            };
            if reaches && names.contains(&&*suppression.text) {
                suppression.used.store(true, Ordering::Relaxed);
                silent = true;
            }
        }
        silent
    }
}

impl Suppression {
    /// Whether it has kept a finding quiet.
    pub fn is_used(&self) -> bool {
        self.used.load(Ordering::Relaxed)
    }
}

/// Whether a comment of a file has the marker.
fn is_marked(file: FileRef<'_>) -> bool {
    let own = file.entries().filter_map(EntryRef::comment);
    let mut comments = own.chain(file.comments().iter().map(|comment| comment.span));
    comments.any(|comment| has_marker(file.slice(comment)))
}

/// Whether a text has the marker, in capitals or not. Of its letters `k` is the rarest.
pub(crate) fn has_marker(text: &str) -> bool {
    const RARE: usize = 3;
    memchr::memchr2_iter(b'k', b'K', text.as_bytes()).any(|at| {
        let start = at.checked_sub(RARE);
        start.and_then(|start| marker_end(text.get(start..)?)).is_some()
    })
}

/// What follows the marker that a text begins with. Nobody who writes `Ftlkit-Ignore` means something else.
fn marker_end(text: &str) -> Option<&str> {
    let (marker, rest) = text.split_at_checked(MARKER.len())?;
    marker.eq_ignore_ascii_case(MARKER).then_some(rest)
}

fn read(file: FileRef<'_>) -> Vec<Suppression> {
    let end = u32::try_from(file.source().text().len()).unwrap_or(u32::MAX);
    let mut found = Vec::new();
    for entry in file.entries() {
        if let Some(comment) = entry.comment() {
            names(file, comment, Reach::Part(Span::new(comment.start, entry.span().end)), &mut found);
        }
    }
    let comments = file.comments();
    let mut next_group = end;
    for comment in comments.iter().rev() {
        let reach = match comment.kind {
            CommentKind::Standalone => Reach::Nothing,
            CommentKind::Group => Reach::Part(Span::new(comment.span.start, next_group)),
            CommentKind::Resource => Reach::File,
        };
        if comment.kind == CommentKind::Group {
            next_group = comment.span.start;
        }
        names(file, comment.span, reach, &mut found);
    }
    found.sort_by_key(|suppression| suppression.name);
    found
}

/// Reads the names in the lines of a comment.
fn names(file: FileRef<'_>, comment: Span, reach: Reach, found: &mut Vec<Suppression>) {
    let mut offset = comment.start;
    let length = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
    let mut add = |start: u32, name: &str| {
        let span = Span::new(start, start + length(name));
        found.push(Suppression { name: span, text: name.into(), reach, used: AtomicBool::new(false) });
    };
    for line in file.slice(comment).split_inclusive('\n') {
        let start = offset;
        offset += length(line);
        let text = line.trim_start_matches('#').trim_start_matches(' ');
        let Some(rest) = marker_end(text) else { continue };
        let own = text.get(..MARKER.len()).unwrap_or(MARKER);
        let marker = start + length(line) - length(text);
        let Some(list) = rest.strip_prefix(':') else {
            // A longer word is another one.
            if rest.trim_start().is_empty() || rest.starts_with([' ', '-']) {
                add(marker, own);
            }
            continue;
        };
        let list = list.split_once("--").map_or(list, |(list, _)| list);
        let mut at = marker + length(MARKER) + 1;
        if list.trim().is_empty() {
            add(marker, own);
        }
        for name in list.split(',') {
            let trimmed = name.trim();
            if !trimmed.is_empty() {
                add(at + length(name) - length(name.trim_start()), trimmed);
            }
            at += length(name) + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_may_not_heed_comments() {
        let text = "### ftlkit-ignore: all\na = A\na = B\n";
        for (suppressions, expected) in [(true, 0), (false, 1)] {
            let config =
                Config { suppressions, select: vec!["duplicate-id".to_owned()], ..Config::default() };
            let report = crate::check_texts(&[("i18n/en/a.ftl", text)], &config).unwrap();
            assert_eq!(report.diagnostics.len(), expected, "{report}");
        }
    }
}
