//! The piece of text that the parser hands out.

use std::ops::Range;

use fluent_syntax::parser::Slice;

use crate::source::Span;

/// A part of the source. It is no larger than a string slice, because trees are made of little else, and it can be told
/// where in the source it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece<'s>(&'s str);

impl<'s> Piece<'s> {
    /// The whole source.
    pub(super) fn whole(text: &'s str) -> Self {
        Self(text)
    }

    /// A part of the source; empty where the range does not fit it.
    pub(super) fn part(text: &'s str, range: Range<usize>) -> Self {
        Self(text.get(range).unwrap_or_default())
    }

    /// The text.
    pub fn text(self) -> &'s str {
        self.0
    }

    /// Where it stands in the source that was parsed; nowhere, at its start, in any other text.
    pub fn span_in(self, source: &str) -> Span {
        let start = self.0.as_ptr().addr().checked_sub(source.as_ptr().addr());
        let end = |start: usize| Some(start + self.0.len()).filter(|end| *end <= source.len());
        let span = start
            .and_then(|start| Some(Span::new(u32::try_from(start).ok()?, u32::try_from(end(start)?).ok()?)));
        span.unwrap_or_default()
    }
}

impl AsRef<str> for Piece<'_> {
    fn as_ref(&self) -> &str {
        self.0
    }
}

impl<'s> Slice<'s> for Piece<'s> {
    fn slice(&self, range: Range<usize>) -> Self {
        if let Some(text) = self.0.get(range.clone()) {
            return Self(text);
        }
        // For its error messages the parser may cut inside a character; the nearest cut that is
        // possible serves as well.
        let start = self.0.floor_char_boundary_at(range.start);
        let end = self.0.floor_char_boundary_at(range.end);
        Self(self.0.get(start..end).unwrap_or_default())
    }

    fn trim(&mut self) {
        self.0 = self.0.trim_end_matches([' ', '\r', '\n']);
    }
}

trait Boundary {
    fn floor_char_boundary_at(&self, index: usize) -> usize;
}

impl Boundary for str {
    // `str::floor_char_boundary` is newer than the oldest supported compiler.
    fn floor_char_boundary_at(&self, index: usize) -> usize {
        let mut index = index.min(self.len());
        while !self.is_char_boundary(index) {
            index -= 1;
        }
        index
    }
}
