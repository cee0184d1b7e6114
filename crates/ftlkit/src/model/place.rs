//! What stands at a place in a file.

use super::{EntryRef, FileRef};
use crate::source::Span;

impl<'a> FileRef<'a> {
    /// The entry around an offset, its comment included.
    pub(crate) fn entry_at(self, offset: u32) -> Option<EntryRef<'a>> {
        let start = |entry: EntryRef<'_>| entry.comment().unwrap_or(entry.id_span()).start;
        let (mut low, mut high) = (0, self.entries().len());
        while low < high {
            let middle = low.midpoint(high);
            if start(self.entry(middle)?) <= offset {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        self.entry(low.checked_sub(1)?).filter(|entry| offset <= entry.span().end)
    }

    /// What is around an offset outside of all entries: a part that is not Fluent, or a comment.
    pub(crate) fn rest_at(self, offset: u32) -> Option<Span> {
        let (errors, comments) = (self.errors(), self.comments());
        let before = errors.partition_point(|error| error.entry.start <= offset).checked_sub(1);
        let junk = before.and_then(|index| errors.get(index)).map(|error| error.entry);
        let before = comments.partition_point(|comment| comment.span.start <= offset).checked_sub(1);
        let comment = before.and_then(|index| comments.get(index)).map(|comment| comment.span);
        junk.into_iter().chain(comment).find(|span| offset < span.end)
    }
}
