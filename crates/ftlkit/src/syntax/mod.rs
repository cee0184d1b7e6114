//! Parsing that cannot fail and cannot be made to crash.
//!
//! The parser is fluent-syntax itself, so that what is accepted here is what an application loads.

mod cause;
mod guard;
mod slice;
mod wording;

use std::ops::Range;

use fluent_syntax::parser::ParserError;
use fluent_syntax::{ast, parser};

pub use cause::{Cause, SyntaxError};
pub use slice::Piece;

use crate::source::Span;
use guard::Refusal;

/// How much is accepted of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest file that is read, in bytes.
    pub file_size: u64,
    /// How deep braces and calls may be nested.
    pub nesting: usize,
    /// How many placeables one pattern may show at once.
    pub placeables: u32,
    /// How many named arguments one call may have.
    pub arguments: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file_size: 128 << 20, nesting: 64, placeables: 100, arguments: 1000 }
    }
}

/// What a text turned out to be.
#[derive(Debug)]
pub struct Parsed<'s> {
    /// The entries, junk included; none where the text is not parsed.
    pub body: Vec<ast::Entry<Piece<'s>>>,
    /// What is wrong with the junk entries, in the same order.
    pub errors: Vec<SyntaxError>,
    /// Where braces or calls are nested too deep; such a text is not parsed.
    pub too_deep: Option<Span>,
    /// Where a call has too many named arguments; such a text is not parsed.
    pub too_many_arguments: Option<Span>,
}

/// Parses a text, having made sure that this ends well.
pub fn parse<'s>(text: &'s str, limits: &Limits) -> Parsed<'s> {
    let mut parsed =
        Parsed { body: Vec::new(), errors: Vec::new(), too_deep: None, too_many_arguments: None };
    match guard::refusal(text, limits) {
        Some(Refusal::TooDeep(at)) => parsed.too_deep = Some(Span::new(at, at + 1)),
        Some(Refusal::TooManyArguments(at)) => parsed.too_many_arguments = Some(Span::new(at, at + 1)),
        None => {
            let (resource, errors) = match parser::parse(Piece::whole(text)) {
                Ok(resource) => (resource, Vec::new()),
                Err((resource, errors)) => (resource, errors),
            };
            parsed.errors =
                errors.into_iter().filter_map(|error| cause::explain(text, error, limits)).collect();
            parsed.body = resource.body;
        }
    }
    parsed
}

/// The first error of a part of a text, parsed by itself; offsets are those of the whole text.
fn first_error(text: &str, part: Range<usize>, limits: &Limits) -> Option<ParserError> {
    let piece = Piece::part(text, part.clone());
    // The part may begin where the parser has not been before, and the guard therefore neither.
    if guard::refusal(piece.text(), limits).is_some() {
        return None;
    }
    let (_, errors) = parser::parse(piece).err()?;
    let mut error = errors.into_iter().next()?;
    error.pos = error.pos.start + part.start..error.pos.end + part.start;
    error.slice = error.slice.map(|slice| slice.start + part.start..slice.end + part.start);
    Some(error)
}

/// Reads `id =` or `-id =` at the start of a line: the length of the id (with its dash), and of the whole.
pub(crate) fn entry_id(line: &[u8]) -> Option<(usize, usize)> {
    let dash = usize::from(line.first() == Some(&b'-'));
    if !line.get(dash)?.is_ascii_alphabetic() {
        return None;
    }
    let is_id = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let id = dash + line.get(dash..)?.iter().take_while(is_id).count();
    let blank = line.get(id..)?.iter().take_while(|&&byte| byte == b' ').count();
    (line.get(id + blank) == Some(&b'=')).then_some((id, id + blank + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_texts_come_back() {
        let limits = Limits::default();
        for text in [
            "a = { \"\\u00é\" }",
            "a = { \"\\é\" }",
            "é",
            "a = é}",
            "\u{feff}a = b",
            "a\0 = \0",
            "a = b\rc = d\r",
            "#",
            "-",
            "a =",
            "a = {",
            "a = { $",
            "a = { \"",
            "a = { $x ->",
            "a = { $x ->\n [",
            "a = { \"\\",
            "a = { \"\\U",
        ] {
            parse(text, &limits);
        }
        let braces = format!("a = {}", "{".repeat(1_000_000));
        assert_eq!(parse(&braces, &limits).too_deep, Some(Span::new(68, 69)));
        let calls = format!("a = {{ {}", "F(".repeat(1_000_000));
        assert!(parse(&calls, &limits).too_deep.is_some());
    }

    #[test]
    fn every_piece_knows_its_place() {
        let text = "# é\na = { $x }\n";
        let parsed = parse(text, &Limits::default());
        let Some(ast::Entry::Message(message)) = parsed.body.first() else { panic!("{parsed:?}") };
        assert_eq!(message.id.name.span(), Span::new(5, 6));
    }

    #[test]
    fn ids_are_read_as_the_parser_reads_them() {
        assert_eq!(entry_id(b"a-b_1  = x"), Some((5, 8)));
        assert_eq!(entry_id(b"-t=x"), Some((2, 3)));
        assert_eq!(entry_id(b"1a = x"), None);
        assert_eq!(entry_id(b"a b = x"), None);
        assert_eq!(entry_id(b"-"), None);
    }
}
