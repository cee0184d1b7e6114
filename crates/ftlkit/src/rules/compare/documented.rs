//! The variables that comments of the reference describe: an application passes them, used or not.

use std::collections::HashSet;

use crate::distance;
use crate::model::{CommentKind, EntryRef, FileRef};

/// What comments describe, read when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Documented<'a> {
    file: Option<(FileRef<'a>, File<'a>)>,
    entry: Option<(EntryRef<'a>, HashSet<&'a str>)>,
}

#[derive(Debug, Default)]
struct File<'a> {
    everywhere: HashSet<&'a str>,
    /// Where each group begins, and what its comment describes.
    groups: Vec<(u32, HashSet<&'a str>)>,
}

impl<'a> Documented<'a> {
    /// Whether a comment on an entry of the reference, on its group or on its file describes a variable.
    ///
    /// A name that is a slip for one in use is no promise, but a slip of the comment.
    pub(crate) fn has<'n>(
        &mut self,
        entry: EntryRef<'a>,
        name: &str,
        mut used: impl Iterator<Item = &'n str>,
    ) -> bool {
        self.describes(entry, name) && !used.any(|other| distance::nearest(name, [other]).is_some())
    }

    fn describes(&mut self, entry: EntryRef<'a>, name: &str) -> bool {
        let file = entry.file();
        let is_same_file = |other: FileRef<'_>| other.source().path() == file.source().path();
        if !self.file.as_ref().is_some_and(|(other, _)| is_same_file(*other)) {
            self.file = Some((file, File::new(file)));
        }
        let is_same = |other: EntryRef<'_>| is_same_file(other.file()) && other.index() == entry.index();
        if !self.entry.as_ref().is_some_and(|(other, _)| is_same(*other)) {
            let text = entry.comment().map(|comment| file.slice(comment)).unwrap_or_default();
            self.entry = Some((entry, names(text).collect()));
        }
        let own = self.entry.as_ref().is_some_and(|(_, names)| names.contains(name));
        let around = |around: &File<'_>| {
            let next = around.groups.partition_point(|(start, _)| *start < entry.id_span().start);
            let group = next.checked_sub(1).and_then(|last| around.groups.get(last));
            around.everywhere.contains(name) || group.is_some_and(|(_, names)| names.contains(name))
        };
        own || self.file.as_ref().is_some_and(|(_, file)| around(file))
    }
}

impl<'a> File<'a> {
    fn new(file: FileRef<'a>) -> Self {
        let mut found = Self::default();
        for comment in file.comments() {
            let names = names(file.slice(comment.span));
            match comment.kind {
                CommentKind::Resource => found.everywhere.extend(names),
                CommentKind::Group => found.groups.push((comment.span.start, names.collect())),
                CommentKind::Standalone => {}
            }
        }
        found
    }
}

/// The names that follow a dollar sign.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('$').filter_map(move |(at, _)| {
        let rest = text.get(at + 1..)?;
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        rest.get(..end).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
    })
}
