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
pub use guard::{Excess, Guarded, Refused};
pub use slice::Piece;

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
    /// The entries, junk included.
    pub body: Vec<ast::Entry<Piece<'s>>>,
    /// What is wrong with the junk entries, in the same order.
    pub errors: Vec<SyntaxError>,
}

/// Parses a text that was made sure of: this ends well.
///
/// ```
/// use ftlkit::Limits;
/// use ftlkit::syntax::{Guarded, parse};
///
/// let text = format!("a = A\nb = {}\n", "{".repeat(1000));
/// let guarded = Guarded::new(&text, &Limits::default());
/// assert_eq!(guarded.refused.len(), 1);
/// assert_eq!(parse(&guarded, &Limits::default()).body.len(), 1);
/// ```
pub fn parse<'g>(guarded: &'g Guarded<'_>, limits: &Limits) -> Parsed<'g> {
    let text: &str = &guarded.text;
    let (resource, errors) = match parser::parse(Piece::whole(text)) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let errors = errors.into_iter().filter_map(|error| cause::explain(text, error, limits)).collect();
    Parsed { body: resource.body, errors }
}

/// The first error of a part of a text, parsed by itself; offsets are those of the whole text.
fn first_error(text: &str, part: Range<usize>, limits: &Limits) -> Option<ParserError> {
    let piece = Piece::part(text, part.clone());
    // The part may begin where the parser has not been before, and the guard therefore neither.
    if guard::is_refused(piece.text(), limits) {
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
    use crate::source::Span;

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
            parse(&Guarded::new(text, &limits), &limits);
        }
        let refused = |text: &str| {
            let guarded = Guarded::new(text, &limits);
            assert!(parse(&guarded, &limits).body.is_empty());
            guarded.refused.iter().map(|refused| refused.place.start).collect::<Vec<u32>>()
        };
        assert_eq!(refused(&format!("a = {}", "{".repeat(1_000_000))), [68]);
        assert_eq!(refused(&format!("a = {{ {}", "F(".repeat(1_000_000))).len(), 1);
        assert_eq!(refused(&format!("a = {}\n", "{".repeat(65)).repeat(10_000)).len(), 10_000);
    }

    #[test]
    fn every_piece_knows_its_place() {
        let text = "# é\na = { $x }\n";
        let guarded = Guarded::new(text, &Limits::default());
        let parsed = parse(&guarded, &Limits::default());
        let Some(ast::Entry::Message(message)) = parsed.body.first() else { panic!("{parsed:?}") };
        assert_eq!(message.id.name.span_in(text), Span::new(5, 6));
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
