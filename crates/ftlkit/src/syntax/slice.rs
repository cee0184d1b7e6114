//! The piece of text that the parser hands out: it knows where it stands.

use std::ops::Range;

use fluent_syntax::parser::Slice;

use crate::source::Span;

/// A part of the source together with its offset, so that every node of the tree has its place.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'s> {
    text: &'s str,
    start: u32,
}

/// Two pieces are equal where their texts are: so the parser finds an argument that is given twice.
impl PartialEq for Piece<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<'s> Piece<'s> {
    /// The whole source.
    pub(super) fn whole(text: &'s str) -> Self {
        Self { text, start: 0 }
    }

    /// A part of the source; empty where the range does not fit it.
    pub(super) fn part(text: &'s str, range: Range<usize>) -> Self {
        let start = u32::try_from(range.start).unwrap_or(u32::MAX);
        Self { text: text.get(range).unwrap_or_default(), start }
    }

    /// The text.
    pub fn text(self) -> &'s str {
        self.text
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        Span::new(self.start, self.start + u32::try_from(self.text.len()).unwrap_or(0))
    }
}

impl AsRef<str> for Piece<'_> {
    fn as_ref(&self) -> &str {
        self.text
    }
}

impl<'s> Slice<'s> for Piece<'s> {
    fn slice(&self, range: Range<usize>) -> Self {
        if let Some(text) = self.text.get(range.clone()) {
            return Self { text, start: self.start + u32::try_from(range.start).unwrap_or(0) };
        }
        // For its error messages the parser may cut inside a character; the nearest cut that is
        // possible serves as well.
        let start = self.text.floor_char_boundary_at(range.start);
        let end = self.text.floor_char_boundary_at(range.end);
        let text = self.text.get(start..end).unwrap_or_default();
        Self { text, start: self.start + u32::try_from(start).unwrap_or(0) }
    }

    fn trim(&mut self) {
        self.text = self.text.trim_end_matches([' ', '\r', '\n']);
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
