//! What several rules need to set a translation beside its reference.

mod addresses;
mod branches;
mod documented;
mod markup;
mod names;
mod placeholders;
mod references;
mod scripts;
mod tags;
mod terms;
mod tokens;
mod unknown;

pub(super) use addresses::{addresses, emails};
pub(super) use branches::branches;
pub(super) use documented::{Described, is_documented};
pub(super) use markup::{Difference, compare_tags, unbalanced, unclosed_entities};
pub(super) use names::{Names, repeated};
pub(super) use placeholders::{is_foreign, percent_placeholders};
pub(super) use references::{Lacking, Uses, is_same_term, says, uses_of};
pub(super) use scripts::Scripts;
pub(super) use tags::{TagSet, key_of};
pub(super) use terms::Terms;
pub(super) use tokens::{TYPED, Token, TokenKind, tokens};
pub(super) use unknown::Unknown;

use crate::distance;
use crate::fix::with_blank_lines;
use crate::model::{EntryRef, PatternRef};
use crate::source::Span;

/// Looks for the nearest of many names, until so many were compared that a file full of slips would cost more
/// than its size allows.
pub(super) struct Suggester {
    left: usize,
}

impl Suggester {
    pub(super) fn new() -> Self {
        Self { left: 500_000 }
    }

    pub(super) fn nearest<'n>(
        &mut self,
        wanted: &str,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        self.guess(wanted, names).map(|guess| guess.name)
    }

    /// [`nearest`](Self::nearest), and how certain it is.
    pub(super) fn guess<'n>(
        &mut self,
        wanted: &str,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Option<distance::Guess<'n>> {
        let mut used = 0;
        let names = names.into_iter().take(self.left).inspect(|_| used += 1);
        let found = distance::guess(wanted, names);
        self.left -= used;
        found
    }
}

/// All lines of an entry, its comment and the blank lines around it that would be too many without it included.
pub(super) fn lines_of_entry(entry: EntryRef<'_>) -> Span {
    let text = entry.file().source().text();
    let start = entry.comment().map_or(entry.span().start, |comment| comment.start);
    with_blank_lines(text, Span::new(start, next_line(text, entry.span().end)))
}

/// All lines of an attribute, from the place of its name and its pattern.
pub(super) fn lines_of_attribute(name: Span, pattern: PatternRef<'_>) -> Span {
    let text = pattern.file().source().text();
    let before = text.get(..name.start as usize).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let start = u32::try_from(start).unwrap_or(name.start);
    Span::new(start, next_line(text, pattern.span().end))
}

/// One past the end of the line that an offset is on.
fn next_line(text: &str, offset: u32) -> u32 {
    let rest = text.get(offset as usize..).unwrap_or_default();
    let length = rest.find('\n').map_or(rest.len(), |at| at + 1);
    offset.saturating_add(u32::try_from(length).unwrap_or(u32::MAX))
}

/// The languages in which emphasis by slanted letters is not usual.
pub(super) fn is_cjk(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    matches!(language, "zh" | "ja" | "ko" | "yue" | "wuu" | "nan" | "hak" | "lzh")
}
