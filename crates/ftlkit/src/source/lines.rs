//! From byte offsets to lines and columns.

use std::sync::OnceLock;

/// A place as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1. A line ends after its LF.
    pub line: u32,
    /// The column, from 1, in Unicode scalar values.
    pub column: u32,
    /// The offset, from 0, in bytes.
    pub offset: u32,
}

/// Finds the line and column of an offset.
///
/// Columns count characters, and a line may be the whole file. Counting from the start of the line each
/// time would be quadratic there, so the number of characters before every block of bytes is kept, once there is such
/// a line.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    blocks: OnceLock<Vec<u32>>,
}

const BLOCK: usize = 1024;

/// So many lines are near.
const NEAR: usize = 8;

impl LineIndex {
    /// An index over a text.
    pub fn new(text: &str) -> Self {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes());
        // Counting them costs less than growing, and there is room for just these.
        let mut starts = Vec::with_capacity(ends.clone().count() + 1);
        starts.push(0);
        starts.extend(ends.map(|at| to_u32(at + 1)));
        Self { starts, blocks: OnceLock::new() }
    }

    /// The line and column of an offset; an offset past the end counts as the end.
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let offset = offset.min(to_u32(text.len()));
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = match text.as_bytes().get(start as usize..offset as usize) {
            // Nearly all lines are shorter than a block.
            Some(before) if before.len() <= BLOCK => characters(before),
            _ => self.characters_before(text, offset).saturating_sub(self.characters_before(text, start)),
        };
        Position { line: to_u32(line), column: column + 1, offset }
    }

    /// The line and column of an offset that comes after another one; most often it is on the same line or a near one.
    pub(crate) fn position_after(&self, text: &str, before: Position, offset: u32) -> Position {
        let later = self.starts.get(before.line as usize..).unwrap_or_default();
        let passed = later.iter().take(NEAR).take_while(|start| **start <= offset).count();
        let (start, first) = match passed.checked_sub(1) {
            None => (before.offset, before.column),
            Some(last) => (later.get(last).copied().unwrap_or_default(), 1),
        };
        match text.as_bytes().get(start as usize..offset as usize) {
            Some(between) if passed < NEAR && between.len() <= BLOCK => {
                Position { line: before.line + to_u32(passed), column: first + characters(between), offset }
            }
            _ => self.position(text, offset),
        }
    }

    /// The span of a line, from 1, with its line end.
    pub fn line_span(&self, text: &str, line: u32) -> super::Span {
        let index = (line as usize).saturating_sub(1);
        let end = to_u32(text.len());
        let start = self.starts.get(index).copied().unwrap_or(end);
        super::Span::new(start, self.starts.get(index + 1).copied().unwrap_or(end))
    }

    fn characters_before(&self, text: &str, offset: u32) -> u32 {
        let offset = offset as usize;
        let blocks = self.blocks.get_or_init(|| {
            let mut count = 0;
            let before = text.as_bytes().chunks(BLOCK).map(|block| {
                let before = count;
                count += characters(block);
                before
            });
            before.collect()
        });
        let block = (offset / BLOCK).min(blocks.len().saturating_sub(1));
        let rest = text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        blocks.get(block).copied().unwrap_or(0) + characters(rest)
    }
}

/// The number of characters that begin in these bytes.
fn characters(bytes: &[u8]) -> u32 {
    // Whether all are ASCII is told faster than they are counted.
    let count = || bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
    to_u32(if bytes.is_ascii() { bytes.len() } else { count() })
}

fn to_u32(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, offset: u32, line: u32, column: u32) {
        let position = LineIndex::new(text).position(text, offset);
        assert_eq!((position.line, position.column), (line, column), "offset {offset} of {text:?}");
    }

    #[test]
    fn columns_count_characters() {
        check("", 0, 1, 1);
        check("é = ü\n", 5, 1, 5);
        check("a\r\nb", 3, 2, 1);
        check("a\rb", 2, 1, 3);
        check("a\n", 2, 2, 1);
        check("a", 99, 1, 2);
        check("\u{feff}a", 3, 1, 2);
    }

    #[test]
    fn columns_are_right_across_blocks() {
        let text = format!("x\n{}", "é".repeat(3000));
        for characters in [0_u32, 1, 510, 511, 512, 513, 1023, 2999, 3000] {
            check(&text, 2 + 2 * characters, 2, characters + 1);
        }
    }
    #[test]
    fn what_comes_after_a_position_is_found_from_there() {
        let lines = ["é = ü", "", "x", &"ä".repeat(1500), "", "", "", "", "", "", "y\r", "z"];
        let text = lines.join("\n");
        let index = LineIndex::new(&text);
        let offsets = || 0..=to_u32(text.len()) + 2;
        for before in offsets().step_by(67).map(|offset| index.position(&text, offset)) {
            for offset in offsets().step_by(3) {
                let found = index.position_after(&text, before, offset);
                assert_eq!(found, index.position(&text, offset), "{offset} after {before:?}");
            }
        }
    }
}
