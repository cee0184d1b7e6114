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
}
