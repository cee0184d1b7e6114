//! The variables that comments of the reference describe: an application passes them, used or not.

use std::collections::HashSet;

use super::super::Context;
use crate::distance;
use crate::model::{CommentKind, EntryRef, FileRef};

/// What the comments describe that stand above no entry of a file.
#[derive(Debug, Default)]
pub(in crate::rules) struct Described<'a> {
    everywhere: HashSet<&'a str>,
    /// Where each group begins, and what its comment describes.
    groups: Vec<(u32, HashSet<&'a str>)>,
}

/// Whether a comment on an entry of the reference, on its group or on its file describes a variable.
///
/// A name that is a slip for one in use is no promise, but a slip of the comment.
pub(in crate::rules) fn is_documented<'a>(
    context: Context<'a>,
    entry: EntryRef<'a>,
    name: &str,
    mut used: impl Iterator<Item = &'a str>,
) -> bool {
    let file = entry.file();
    let own = entry.comment().is_some_and(|comment| names(file.slice(comment)).any(|own| own == name));
    (own || context.described(file).is_some_and(|described| described.has(entry, name)))
        && !used.any(|other| distance::hint(name, [other]).is_some())
}

impl<'a> Described<'a> {
    fn has(&self, entry: EntryRef<'_>, name: &str) -> bool {
        let next = self.groups.partition_point(|(start, _)| *start < entry.id_span().start);
        let group = next.checked_sub(1).and_then(|last| self.groups.get(last));
        self.everywhere.contains(name) || group.is_some_and(|(_, names)| names.contains(name))
    }

    pub(in crate::rules) fn of(file: FileRef<'a>) -> Self {
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
