//! What a syntax error is, and where: the cause and not the place where the parser gave up.

use std::ops::Range;

use fluent_syntax::parser::{ErrorKind, ParserError};

use super::{Limits, wording};
use crate::source::Span;

/// Why a part of a file is not Fluent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// What the parser stumbled over.
    pub span: Span,
    /// The entry that is lost, up to the next one.
    pub entry: Span,
    /// The code of the error in Fluent's own list, such as `E0003`.
    pub code: &'static str,
    /// Which kind of fault it is.
    pub cause: Cause,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
}

/// What a syntax error goes back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Something is missing, or out of place.
    Grammar,
    /// A tab stands where only spaces are blank.
    Tab,
}

/// A byte order mark, which hides the first entry.
const MARK: &str = "\u{feff}";

/// The cause of an error; none where the entry is lost only to a byte order mark before it.
pub(super) fn explain(text: &str, error: ParserError, limits: &Limits) -> Option<SyntaxError> {
    let entry = error.slice.clone().unwrap_or(error.pos.clone());
    let mut error = error;
    let mut start = entry.start;
    if start == 0 && text.starts_with(MARK) {
        start = MARK.len();
        error = super::first_error(text, start..entry.end, limits)?;
        start = error.slice.as_ref().map_or(start, |slice| slice.start);
    }
    // A message of nothing but attributes seems to have none where the first is broken.
    let first = match error.kind {
        ErrorKind::ExpectedMessageField { .. } => value_start(text, start..entry.end),
        _ => start,
    };
    let attribute = attribute_start(text, first..entry.end);
    if let Some(from) = attribute {
        // The parser gives an attribute back whole, and then wonders about its dot.
        let value = value_start(text, from..entry.end);
        match super::first_error(text, from..entry.end, limits) {
            Some(cause) if !matches!(cause.kind, ErrorKind::ExpectedMessageField { .. }) => error = cause,
            None if value < entry.end && text.as_bytes().get(value) != Some(&b'.') => {}
            _ => error = ParserError { kind: ErrorKind::MissingValue, pos: from..entry.end, slice: None },
        }
    }
    Some(describe(text, &error, entry, attribute))
}

fn describe(text: &str, error: &ParserError, entry: Range<usize>, attribute: Option<usize>) -> SyntaxError {
    let junk = span(text, entry.start, entry.end);
    let (at, end) = (error.pos.start.min(text.len()), error.pos.end.min(text.len()));
    let is_tab = |offset: usize| text.as_bytes().get(offset) == Some(&b'\t');
    // What an entry lacks may be there, behind a tab.
    let lacks = matches!(
        error.kind,
        ErrorKind::ExpectedMessageField { .. }
            | ErrorKind::ExpectedTermField { .. }
            | ErrorKind::MissingValue
    );
    let stumbled = match (lacks, attribute) {
        (false, _) => at,
        (true, None) => end,
        (true, Some(_)) => value_start(text, at..end),
    };
    if is_tab(stumbled) {
        let tab = stumbled;
        return SyntaxError {
            span: span(text, tab, tab + 1),
            entry: junk,
            code: wording::code(&error.kind),
            cause: Cause::Tab,
            message: "a tab stands where Fluent takes only spaces".to_owned(),
            help: None,
        };
    }
    let here = if lacks {
        name_place(text, at)
    } else if at <= entry.start {
        // Before its first character nothing of an entry can be missing: the error is what stands there.
        entry_place(text, entry.start)
    } else {
        place(text, at)
    };
    let place = wording::Place { text, here, entry: entry.start };
    let (span, message, help) = wording::describe(&place, &error.kind, end);
    let (code, cause) = (wording::code(&error.kind), Cause::Grammar);
    SyntaxError { span, entry: junk, code, cause, message, help }
}

/// Where the name of an attribute begins that a junk entry begins with.
fn attribute_start(text: &str, junk: Range<usize>) -> Option<usize> {
    let content = text.get(junk.clone())?;
    let rest = content.trim_start_matches(' ').strip_prefix('.')?;
    let start = junk.end - rest.len();
    rest.starts_with(|first: char| first.is_ascii_alphabetic()).then_some(start)
}

/// Where the value of `name = value` would begin: behind the sign and all blanks.
fn value_start(text: &str, part: Range<usize>) -> usize {
    let content = text.get(part.clone()).unwrap_or_default();
    let behind = content.split_once('=').map_or("", |(_, behind)| behind);
    part.end - behind.trim_start_matches([' ', '\n', '\r']).len()
}

/// The character at an offset, or the end of the line before it where a line has ended too early.
fn place(text: &str, at: usize) -> Span {
    let before = text.get(..at).unwrap_or(text);
    let found = text.get(at..).unwrap_or_default().chars().next();
    if found.is_none() || at > 0 && before.ends_with('\n') {
        let end = before.trim_end_matches([' ', '\n', '\r']).len();
        return span(text, end, end);
    }
    let length = found.filter(|&found| found != '\n' && found != '\r').map_or(0, char::len_utf8);
    span(text, at, at + length)
}

/// The name that begins at an offset, with the dash of a term.
fn name_place(text: &str, at: usize) -> Span {
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let length = text.as_bytes().get(at..).unwrap_or_default().iter().take_while(is_name).count();
    span(text, at, at + length)
}

/// The first character of an entry, blanks left out.
fn entry_place(text: &str, start: usize) -> Span {
    let rest = text.get(start..).unwrap_or_default();
    let bare = rest.trim_start_matches(' ');
    let at = start + rest.len() - bare.len();
    let length = bare.chars().next().filter(|&first| first != '\n').map_or(0, char::len_utf8);
    span(text, at, at + length)
}

fn span(text: &str, start: usize, end: usize) -> Span {
    let clip = |offset: usize| u32::try_from(offset.min(text.len())).unwrap_or(u32::MAX);
    Span::new(clip(start), clip(end))
}

#[cfg(test)]
mod tests {
    use crate::syntax::{Cause, Guarded, Limits, SyntaxError, parse};

    #[track_caller]
    fn first(text: &str) -> SyntaxError {
        parse(&Guarded::new(text, &Limits::default()), &Limits::default())
            .errors
            .into_iter()
            .next()
            .expect("an error")
    }

    #[track_caller]
    fn check(text: &str, start: u32, end: u32, message: &str) {
        let error = first(text);
        assert_eq!((error.span.start, error.span.end, error.message.as_str()), (start, end, message));
        assert_eq!(error.cause, Cause::Grammar);
    }

    #[track_caller]
    fn tab(text: &str, at: u32) {
        let error = first(text);
        assert_eq!((error.cause, error.span.start, error.span.end), (Cause::Tab, at, at + 1), "{error:?}");
    }

    #[test]
    fn errors_stand_where_something_is_missing() {
        check("a = { $x\nb = y\n", 8, 8, "expected `}`, the line ends");
        check("a = { $x\r\nb = y\r\n", 8, 8, "expected `}`, the line ends");
        check("a = { $x b }\n", 9, 10, "expected `}`, found `b`");
        check("a = { $x", 8, 8, "expected `}`, the file ends");
        check("a b\n", 2, 3, "expected `=`, found `b`");
        check("a = x }\n", 6, 7, "`}` without an opening `{`");
        check("a = { 1é }\n", 7, 9, "expected `}`, found `é`");
        check("abc =\n", 0, 3, "message `abc` has neither a value nor an attribute");
        check("-t =\n", 0, 2, "term `-t` has no value");
    }

    #[test]
    fn a_tab_is_the_cause_of_what_it_breaks() {
        tab("a =\n\tb\n", 4);
        tab("a = b\n\tc\n", 6);
        tab("a\t= b\n", 1);
        tab("a = {\t$x }\n", 5);
        tab("a = { $x ->\n\t[one] b\n   *[other] c\n}\n", 12);
        tab("a = { $x ->\n    [one] b\n   *[other] c\n\t}\n", 38);
        tab("a = b\n\t.c = d\n", 6);
        tab("a = b\n    .c =\n\td\n", 15);
        tab("#\tcomment\n", 1);
        tab("a = {\n    $x\tb }\n", 12);
    }

    #[test]
    fn a_broken_attribute_is_explained_from_within() {
        check("a = b\n    .c = { $x\n", 19, 19, "expected `}`, the line ends");
        check("a = b\n    .c\n", 12, 12, "expected `=`, the line ends");
        check("a = b\n    .c =\nd = e\n", 10, 12, "attribute `.c` has no value");
        check("a = b\n    .c =\n    .d = e\n", 10, 12, "attribute `.c` has no value");
        check("a =\n    .c = { $x\n    .d = e\n", 22, 23, "expected `}`, found `.`");
        check("a =\n    .c = { F(b: “x”) }\n", 20, 23, "a named argument must be a string or a number");
        check("a =\n    .c =\n", 8, 10, "attribute `.c` has no value");
    }

    #[test]
    fn a_byte_order_mark_hides_no_other_error() {
        assert_eq!(
            parse(&Guarded::new("\u{feff}a = b\n", &Limits::default()), &Limits::default()).errors,
            []
        );
        check("\u{feff}a = { $x\n", 11, 11, "expected `}`, the line ends");
    }

    #[test]
    fn explaining_is_guarded_too() {
        // The parser has not been inside these braces, and must not go there to explain them.
        let deep = format!(".a = {}\n", "{".repeat(1_000_000));
        check(&deep, 0, 1, "an attribute stands below no message");
        let deep = format!("\u{feff}a = {}\n", "{".repeat(1_000_000));
        assert!(parse(&Guarded::new(&deep, &Limits::default()), &Limits::default()).errors.is_empty());
    }
}
