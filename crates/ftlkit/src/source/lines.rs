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
/// Only what comes before every block of bytes is kept: a place is found by looking at a part of one block, and making
/// the index costs next to nothing. A line may be the whole file, so counting columns from its start each time would be
/// quadratic: the number of characters before every block is kept too, once there is a line that is longer than one.
#[derive(Debug)]
pub struct LineIndex {
    blocks: Vec<Block>,
    characters: OnceLock<Vec<u32>>,
}

/// What comes before a block.
#[derive(Debug, Clone, Copy)]
struct Block {
    /// The line that it begins in, from 1.
    line: u32,
    /// Where that line begins.
    start: u32,
}

const BLOCK: usize = 1024;

impl LineIndex {
    /// An index over a text.
    pub fn new(text: &str) -> Self {
        let mut next = Block { line: 1, start: 0 };
        let mut offset = 0;
        let blocks = text.as_bytes().chunks(BLOCK).map(|bytes| {
            let block = next;
            next.line += line_ends(bytes);
            if let Some(at) = memchr::memrchr(b'\n', bytes) {
                next.start = to_u32(offset + at + 1);
            }
            offset += BLOCK;
            block
        });
        Self { blocks: blocks.collect(), characters: OnceLock::new() }
    }

    /// The line and column of an offset; an offset past the end counts as the end.
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let offset = offset.min(to_u32(text.len()));
        let (number, block) = self.block(offset);
        let before = text.as_bytes().get(number * BLOCK..offset as usize).unwrap_or_default();
        let line = block.line + line_ends(before);
        let start = match memchr::memrchr(b'\n', before) {
            Some(at) => to_u32(number * BLOCK + at + 1),
            None => block.start,
        };
        let column = match text.as_bytes().get(start as usize..offset as usize) {
            // Nearly all lines are shorter than a block.
            Some(before) if before.len() <= BLOCK => characters(before),
            _ => self.characters_before(text, offset).saturating_sub(self.characters_before(text, start)),
        };
        Position { line, column: column + 1, offset }
    }

    /// The line and column of an offset that comes after another one; most often it is on the same line or a near one.
    pub(crate) fn position_after(&self, text: &str, before: Position, offset: u32) -> Position {
        match text.as_bytes().get(before.offset as usize..offset as usize) {
            Some(between) if between.len() <= BLOCK => {
                let line = before.line + line_ends(between);
                let column = match memchr::memrchr(b'\n', between) {
                    Some(at) => 1 + characters(between.get(at + 1..).unwrap_or_default()),
                    None => before.column + characters(between),
                };
                Position { line, column, offset }
            }
            _ => self.position(text, offset),
        }
    }

    /// The span of a line, from 1, with its line end.
    pub fn line_span(&self, text: &str, line: u32) -> super::Span {
        super::Span::new(self.start_of(text, line), self.start_of(text, line.saturating_add(1)))
    }

    /// Where a line begins; past the last one, where the text ends.
    fn start_of(&self, text: &str, line: u32) -> u32 {
        // The last block that begins in an earlier line has the end of the line before, unless that is the first.
        let number = self.blocks.partition_point(|block| block.line < line).saturating_sub(1);
        let first = self.blocks.get(number).map_or(1, |block| block.line);
        let Some(passed) = line.saturating_sub(first).checked_sub(1) else { return 0 };
        let rest = text.as_bytes().get(number * BLOCK..).unwrap_or_default();
        let end = memchr::memchr_iter(b'\n', rest).nth(passed as usize);
        end.map_or(to_u32(text.len()), |at| to_u32(number * BLOCK + at + 1))
    }

    /// The block of an offset, or the last one, with its number.
    fn block(&self, offset: u32) -> (usize, Block) {
        let number = (offset as usize / BLOCK).min(self.blocks.len().saturating_sub(1));
        (number, self.blocks.get(number).copied().unwrap_or(Block { line: 1, start: 0 }))
    }

    fn characters_before(&self, text: &str, offset: u32) -> u32 {
        let counts = self.characters.get_or_init(|| {
            let mut count = 0;
            let before = text.as_bytes().chunks(BLOCK).map(|block| {
                let before = count;
                count += characters(block);
                before
            });
            before.collect()
        });
        let (number, _) = self.block(offset);
        let rest = text.as_bytes().get(number * BLOCK..offset as usize).unwrap_or_default();
        counts.get(number).copied().unwrap_or(0) + characters(rest)
    }
}

/// The number of lines that end in these bytes.
fn line_ends(bytes: &[u8]) -> u32 {
    to_u32(memchr::memchr_iter(b'\n', bytes).count())
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

    /// Lines that are empty, that end at the end of a block, and that are longer than blocks.
    fn lines() -> Vec<String> {
        let mut lines: Vec<String> =
            ["é = ü", "", "x", &"ä".repeat(1500), "", "", "", "", "", "", "y\r", "z", ""]
                .map(String::from)
                .into();
        let length = lines.join("\n").len();
        lines.push("b".repeat(BLOCK - 1 - length % BLOCK));
        lines.push("c".repeat(BLOCK - 1));
        lines.push("d".repeat(BLOCK - 2));
        lines.extend([String::new(), String::new(), "e".repeat(2 * BLOCK), "f".to_owned()]);
        lines
    }

    #[test]
    fn what_comes_after_a_position_is_found_from_there() {
        let text = lines().join("\n");
        let index = LineIndex::new(&text);
        let offsets = || 0..=to_u32(text.len()) + 2;
        for before in offsets().step_by(67).map(|offset| index.position(&text, offset)) {
            for offset in offsets().step_by(3) {
                let found = index.position_after(&text, before, offset);
                assert_eq!(found, index.position(&text, offset), "{offset} after {before:?}");
            }
        }
    }

    #[test]
    fn places_are_those_that_are_counted_one_by_one() {
        for count in 0..=lines().len() {
            for end in ["", "\n"] {
                let text = lines().get(..count).unwrap().join("\n") + end;
                let index = LineIndex::new(&text);
                let (mut line, mut start) = (1, 0);
                for (offset, character) in text.char_indices().chain([(text.len(), '\n')]) {
                    let column = to_u32(text[start..offset].chars().count()) + 1;
                    let found = index.position(&text, to_u32(offset));
                    assert_eq!(found, Position { line, column, offset: to_u32(offset) }, "{count} lines");
                    if character == '\n' {
                        let end = text.len().min(offset + 1);
                        let span = crate::source::Span::new(to_u32(start), to_u32(end));
                        assert_eq!(index.line_span(&text, line), span, "line {line} of {count}");
                        (line, start) = (line + 1, end);
                    }
                }
                let past = crate::source::Span::at(to_u32(text.len()));
                assert_eq!(index.line_span(&text, line + 1), past, "past {count} lines");
            }
        }
    }
}
