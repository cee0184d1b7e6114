//! Changes that mend a finding, and how they are made to a text.

use std::sync::Arc;

use crate::source::Span;

/// A change that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What the change does, in the imperative.
    pub title: String,
    /// Whether it is right without a person looking at it.
    pub safe: bool,
    /// The edits, sorted; they do not overlap.
    pub edits: Vec<Edit>,
    /// Whether the file is removed. The edits leave nothing in it then.
    pub removes: bool,
    /// Whether it gives a text that is still to be put into words.
    pub is_draft: bool,
}

/// The replacement of a part of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The file.
    pub path: Arc<str>,
    /// The part that is replaced.
    pub span: Span,
    /// What takes its place.
    pub text: String,
}

/// Makes the edits to a text. An edit that overlaps an earlier one, or does not fit, is left out.
///
/// ```
/// use ftlkit::{Edit, Span, apply_edits};
///
/// let edit = Edit { path: "nl.ftl".into(), span: Span::new(8, 12), text: "name".to_owned() };
/// assert_eq!(apply_edits("hoi = {$nmae}", &[edit]), "hoi = {$name}");
/// ```
pub fn apply_edits(text: &str, edits: &[Edit]) -> String {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for edit in sorted {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        if start < done || end < start || !text.is_char_boundary(start) || !text.is_char_boundary(end) {
            continue;
        }
        result.push_str(text.get(done..start).unwrap_or_default());
        result.push_str(&edit.text);
        done = end;
    }
    result.push_str(text.get(done..).unwrap_or_default());
    result
}

/// Lines that are removed, with the blank lines that would be too many then: of those above and those below the fewer, so
/// that what stays keeps its distance; at the end of a file those above, at its beginning those below.
///
/// What does not consist of whole lines stays as it is.
pub(crate) fn with_blank_lines(text: &str, lines: Span) -> Span {
    let (start, end) = (lines.start as usize, lines.end as usize);
    let (Some(before), Some(behind)) = (text.get(..start), text.get(end..)) else { return lines };
    let ends_line = behind.is_empty() || text.get(..end).is_some_and(|text| text.ends_with('\n'));
    if !(before.is_empty() || before.ends_with('\n')) || !ends_line {
        return lines;
    }
    let above = blank(before.split_inclusive('\n').rev());
    let below = blank(behind.split_inclusive('\n'));
    let goes_above = behind.is_empty() || (above.lines < below.lines && above.bytes < start);
    if goes_above {
        Span::new(lines.start.saturating_sub(u32::try_from(above.bytes).unwrap_or(0)), lines.end)
    } else {
        Span::new(lines.start, lines.end.saturating_add(u32::try_from(below.bytes).unwrap_or(0)))
    }
}

/// Whether a line is blank to Fluent.
pub(crate) fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' ' | b'\r' | b'\n'))
}

struct Blank {
    lines: usize,
    bytes: usize,
}

/// The blank lines at the beginning of a text.
fn blank<'t>(lines: impl Iterator<Item = &'t str>) -> Blank {
    let found = lines.take_while(|line| is_blank(line)).map(str::len);
    found.fold(Blank { lines: 0, bytes: 0 }, |sum, length| Blank {
        lines: sum.lines + 1,
        bytes: sum.bytes + length,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_edits_are_left_out() {
        let edit = |start, end, text: &str| Edit {
            path: "a.ftl".into(),
            span: Span::new(start, end),
            text: text.to_owned(),
        };
        assert_eq!(apply_edits("abcdef", &[edit(3, 5, "x"), edit(0, 1, ""), edit(4, 6, "y")]), "bcxf");
        assert_eq!(apply_edits("é", &[edit(1, 2, "x"), edit(0, 9, "x")]), "é");
    }

    /// The text without the lines of `-`.
    fn without(text: &str) -> String {
        let start = text.find('-').unwrap();
        let end = text.rfind('-').unwrap() + 1;
        let end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
        let lines = Span::new(u32::try_from(start).unwrap(), u32::try_from(end).unwrap());
        let gone = with_blank_lines(text, lines);
        text[..gone.start as usize].to_owned() + &text[gone.end as usize..]
    }

    #[test]
    fn what_stays_keeps_its_distance() {
        for (before, after) in [
            ("a\n-\nb\n", "a\nb\n"),
            ("a\n\n-\nb\n", "a\n\nb\n"),
            ("a\n-\n\nb\n", "a\n\nb\n"),
            ("a\n\n-\n-\n\nb\n", "a\n\nb\n"),
            ("a\r\n\r\n-\r\n  \r\nb\r\n", "a\r\n\r\nb\r\n"),
            ("a\n\n-\n\n\nb\n", "a\n\n\nb\n"),
            ("a\n\n\n-\n\nb\n", "a\n\n\nb\n"),
            ("a\n\n-\n", "a\n"),
            ("a\n\n-", "a\n"),
            ("a\n\n-\n\n", "a\n\n"),
            ("-\n\nb\n", "b\n"),
            ("\n-\n\n\nb\n", "\nb\n"),
            ("-", ""),
            ("a -\n\nb\n", "a \nb\n"),
            ("a\n\n-\n\t\n\nb\n", "a\n\n\t\n\nb\n"),
        ] {
            assert_eq!(without(before), after, "{before:?}");
        }
    }
}
