//! Tags in text: `<a href="…">`, `</a>`, `<br/>`.

use super::Index;
use crate::source::Span;

/// Something that looks like a tag of HTML or XML.
///
/// Whether it is one depends on the project: `<file>` in the help of a command is not.
#[derive(Debug, Clone, Copy)]
pub struct Tag {
    /// From `<` to `>`; to the end of the text where a placeable interrupts the tag.
    pub span: Span,
    /// The name.
    pub name: Span,
    /// Which kind of tag.
    pub kind: TagKind,
    /// The innermost variant around it.
    pub variant: Option<Index>,
}

/// The kinds of tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagKind {
    /// `<a>`
    Open,
    /// `</a>`
    Close,
    /// `<br/>`
    Empty,
}

/// Finds the tags of one run of text that begins at `offset`.
pub(super) fn scan(text: &str, offset: u32, variant: Option<Index>, tags: &mut Vec<Tag>) {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(start) = bytes.get(from..).and_then(|rest| memchr::memchr(b'<', rest)) {
        let start = from + start;
        from = start + 1;
        let close = bytes.get(from) == Some(&b'/');
        let name = from + usize::from(close);
        let rest = bytes.get(name..).unwrap_or_default();
        if !rest.first().is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':');
        let name_end = name + rest.iter().take_while(is_name).count();
        let end = tag_end(bytes, name_end);
        let kind = match bytes.get(end.saturating_sub(2)) {
            _ if close => TagKind::Close,
            Some(b'/') if end > name_end + 1 => TagKind::Empty,
            _ => TagKind::Open,
        };
        let place = |start: usize, end: usize| {
            let add = |at: usize| offset.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
            Span::new(add(start), add(end))
        };
        tags.push(Tag { span: place(start, end), name: place(name, name_end), kind, variant });
        from = end;
    }
}

/// One past the `>` that ends a tag, quoted attributes respected; the end of the text if a placeable or a
/// line end interrupts it.
fn tag_end(bytes: &[u8], from: usize) -> usize {
    let mut quote = None;
    for (index, &byte) in bytes.iter().enumerate().skip(from) {
        match (quote, byte) {
            (None, b'>') => return index + 1,
            (None, b'<') => return index,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, TagKind)]) {
        let mut tags = Vec::new();
        scan(text, 0, None, &mut tags);
        let found: Vec<_> = tags
            .iter()
            .map(|tag| (&text[tag.span.start as usize..tag.span.end as usize], tag.kind))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn tags_are_found() {
        check("a < b > c", &[]);
        check(
            "<b>x</b><br/>",
            &[("<b>", TagKind::Open), ("</b>", TagKind::Close), ("<br/>", TagKind::Empty)],
        );
        check("<a title=\"a > b\">", &[("<a title=\"a > b\">", TagKind::Open)]);
        check("<a href=\"", &[("<a href=\"", TagKind::Open)]);
    }
}
