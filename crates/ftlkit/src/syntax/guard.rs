//! Looks at a text before the parser does, and takes out the entries that would exhaust its stack.
//!
//! The parser calls itself for every `{` inside a placeable and every `(` of a call, without a limit,
//! and an overflowing stack ends the process. This scanner follows the same structure with a
//! list of its own. It is exact for every text that the parser has accepted so far; after an error
//! it may be out of step, until the next line that begins with an id and `=`, where the parser too
//! can only begin anew.

use std::borrow::Cow;
use std::ops::Range;

use super::Limits;
use crate::source::Span;

/// How what surrounds a byte is read.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Mode {
    /// Comments, blank lines and junk between entries.
    Top,
    /// Text of a pattern.
    Text,
    /// Inside braces.
    Code,
    /// Between the variants of a selector, and inside their keys.
    Variants,
}

#[derive(Debug, Clone, Copy)]
enum Open {
    /// A brace, and how to go on after its end.
    Brace(Mode),
    /// A parenthesis, and how many named arguments it holds so far.
    Parenthesis(u32),
}

/// An entry that is not handed to the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// Its id, with the dash of a term.
    pub id: Span,
    /// What is too much.
    pub place: Span,
    /// Of what there is too much.
    pub excess: Excess,
}

/// Of what an entry has too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// A brace or parenthesis is nested too deep.
    Nesting,
    /// A call has a named argument too many: the parser compares each with all before it.
    Arguments,
}

/// A text that the parser can be let at.
#[derive(Debug)]
pub struct Guarded<'s> {
    /// The text, with blanks in place of the entries that are refused.
    pub text: Cow<'s, str>,
    /// The entries that are not in it any more, in their order.
    pub refused: Vec<Refused>,
}

impl<'s> Guarded<'s> {
    /// Takes out of a text what the limits do not allow.
    pub fn new(text: &'s str, limits: &Limits) -> Self {
        let found = refusals(text, limits);
        let blanked = (!found.is_empty()).then(|| blanked(text, &found));
        let refused = found.into_iter().map(|(refused, _)| refused).collect();
        Self { text: blanked.map_or(Cow::Borrowed(text), Cow::Owned), refused }
    }
}

/// A text with blanks in place of entries and of the comments right above them; lines stay lines.
fn blanked(text: &str, refused: &[(Refused, Range<usize>)]) -> String {
    let mut out = String::with_capacity(text.len());
    for (_, entry) in refused {
        let before = text.get(out.len()..entry.start).unwrap_or_default();
        let is_comment = |line: &&str| line.starts_with('#') && !line.starts_with("##");
        let comment: usize = before.split_inclusive('\n').rev().take_while(is_comment).map(str::len).sum();
        let (kept, comment) = before.split_at_checked(before.len() - comment).unwrap_or((before, ""));
        out.push_str(kept);
        let gone = comment.bytes().chain(text.get(entry.clone()).unwrap_or_default().bytes());
        out.extend(gone.map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
    }
    let rest = text.get(out.len()..).unwrap_or_default();
    out.push_str(rest);
    // To the parser blanks are an entry where no line end follows.
    if rest.is_empty() {
        out.truncate(out.trim_end_matches(' ').len());
    }
    out
}

/// Whether anything in a text is more than the limits allow.
pub(super) fn is_refused(text: &str, limits: &Limits) -> bool {
    !refusals(text, limits).is_empty()
}

/// The entries of a text that have more of something than the limits allow, and where they stand.
fn refusals(text: &str, limits: &Limits) -> Vec<(Refused, Range<usize>)> {
    let bytes = text.as_bytes();
    if is_harmless(bytes, limits) { Vec::new() } else { look_closely(bytes, limits) }
}

fn look_closely(bytes: &[u8], limits: &Limits) -> Vec<(Refused, Range<usize>)> {
    let (nesting, arguments) = (limits.nesting, limits.arguments);
    let (open, refused) = (Vec::new(), Vec::new());
    let scanner = Scanner { bytes, at: 0, mode: Mode::Top, open, nesting, arguments, entry: 0..0, refused };
    scanner.run()
}

/// Whether a text is accepted for certain, without a closer look: no entry has so many braces and parentheses that
/// they could be nested too deep, nor so many colons that they could name too many arguments. Nearly all texts are.
fn is_harmless(bytes: &[u8], limits: &Limits) -> bool {
    let opening = |from| memchr::memchr2_iter(b'{', b'(', bytes.get(from..).unwrap_or_default());
    let colons = |from| memchr::memchr_iter(b':', bytes.get(from..).unwrap_or_default());
    are_few(bytes, limits.nesting, opening)
        && (memchr::memchr(b'(', bytes).is_none() || are_few(bytes, limits.arguments as usize, colons))
}

/// Whether no entry has more than so many of some signs, which are found from an offset on, as offsets from there.
fn are_few<I: Iterator<Item = usize>>(bytes: &[u8], most: usize, signs: impl Fn(usize) -> I) -> bool {
    let (mut from, mut count) = (0, 0);
    for at in signs(0) {
        count += 1;
        if count > most {
            // They were counted over several entries: what counts are those of the last one.
            let Some(entry) = last_entry(bytes, from, at) else { return false };
            from = entry;
            count = signs(from).take_while(|sign| from + sign <= at).count();
            if count > most {
                return false;
            }
        }
    }
    true
}

/// Where the last line begins that begins an entry, between two offsets; the first is left out.
fn last_entry(bytes: &[u8], from: usize, to: usize) -> Option<usize> {
    let part = bytes.get(from..to).unwrap_or_default();
    let mut lines = memchr::memrchr_iter(b'\n', part).map(|newline| from + newline + 1);
    lines.find(|line| bytes.get(*line..).is_some_and(|rest| super::entry_id(rest).is_some()))
}

struct Scanner<'s> {
    bytes: &'s [u8],
    at: usize,
    mode: Mode,
    open: Vec<Open>,
    nesting: usize,
    arguments: u32,
    /// The id of the entry that is being read.
    entry: Range<usize>,
    /// What is refused so far; the last one ends at its beginning while it is being passed over.
    refused: Vec<(Refused, Range<usize>)>,
}

impl Scanner<'_> {
    fn run(mut self) -> Vec<(Refused, Range<usize>)> {
        // A byte order mark makes the first line junk for the parser. Reading it all the same costs nothing.
        self.line_start();
        while self.at < self.bytes.len() {
            match self.mode {
                Mode::Top => self.skip_past_newline(),
                Mode::Text => self.text(),
                Mode::Code => self.code(),
                Mode::Variants => self.variants(),
            }
            if self.open.len() > self.nesting {
                self.refuse(self.at.saturating_sub(1), Excess::Nesting);
            }
        }
        self.end_entry();
        self.refused
    }

    /// Passes over the rest of the entry that is being read.
    fn refuse(&mut self, at: usize, excess: Excess) {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let (id, start) = (self.entry.clone(), self.entry.start);
        let refused = Refused {
            id: Span::new(offset(id.start), offset(id.end)),
            place: Span::new(offset(at), offset(at).saturating_add(1)),
            excess,
        };
        self.refused.push((refused, start..start));
        self.reset(Mode::Top);
    }

    /// Takes note that an entry ends here, if it is one that is refused.
    fn end_entry(&mut self) {
        if let Some((_, entry)) = self.refused.last_mut().filter(|(_, entry)| entry.is_empty()) {
            entry.end = self.at;
        }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn skip_past_newline(&mut self) {
        self.at += memchr::memchr(b'\n', self.rest()).map_or(self.rest().len(), |newline| newline + 1);
        self.line_start();
    }

    /// Decides how a line begins; leaves `at` behind what it has read.
    fn line_start(&mut self) {
        let first = self.peek(0);
        if first == Some(b'#') {
            self.end_entry();
            self.reset(Mode::Top);
            return;
        }
        if first.is_some_and(|byte| byte == b'-' || byte.is_ascii_alphabetic())
            && let Some((id, length)) = super::entry_id(self.rest())
        {
            self.end_entry();
            self.reset(Mode::Text);
            self.entry = self.at..self.at + id;
            self.at += length;
            return;
        }
        if self.mode != Mode::Text {
            return;
        }
        let indent = self.rest().iter().take_while(|&&byte| byte == b' ').count();
        match self.peek(indent) {
            Some(b'[' | b'*' | b'}') if !self.open.is_empty() => {
                self.at += indent;
                self.mode = Mode::Variants;
            }
            Some(b'{' | b'\n' | b'\r' | b'.') | None => self.at += indent,
            _ if indent > 0 => self.at += indent,
            _ => self.reset(Mode::Top),
        }
    }

    fn reset(&mut self, mode: Mode) {
        self.open.clear();
        self.mode = mode;
    }

    fn text(&mut self) {
        let Some(next) = memchr::memchr2(b'\n', b'{', self.rest()) else {
            self.at = self.bytes.len();
            return;
        };
        self.at += next;
        if self.peek(0) == Some(b'\n') {
            self.at += 1;
            self.line_start();
        } else {
            self.open_brace();
        }
    }

    fn open_brace(&mut self) {
        self.open.push(Open::Brace(self.mode));
        self.mode = Mode::Code;
        self.at += 1;
    }

    fn code(&mut self) {
        let byte = self.peek(0);
        match byte {
            Some(b'{') => return self.open_brace(),
            Some(b'}') => return self.close_brace(),
            Some(b'(') => self.open.push(Open::Parenthesis(0)),
            Some(b':') => self.count_argument(),
            Some(b')') => {
                if let Some(Open::Parenthesis(_)) = self.open.last() {
                    self.open.pop();
                }
            }
            Some(b'-') if self.peek(1) == Some(b'>') => {
                self.mode = Mode::Variants;
                self.at += 1;
            }
            Some(b'"') => return self.string(),
            _ => {}
        }
        self.at += 1;
        if byte == Some(b'\n') {
            self.line_start();
        }
    }

    fn count_argument(&mut self) {
        let Some(Open::Parenthesis(count)) = self.open.last_mut() else { return };
        *count += 1;
        if *count > self.arguments {
            self.refuse(self.at, Excess::Arguments);
        }
    }

    fn close_brace(&mut self) {
        self.at += 1;
        while let Some(open) = self.open.pop() {
            if let Open::Brace(mode) = open {
                self.mode = mode;
                return;
            }
        }
        self.mode = Mode::Text;
    }

    fn string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.peek(0) {
            match byte {
                b'\\' if self.peek(1) != Some(b'\n') => self.at += 2,
                b'\n' => return,
                _ => self.at += 1,
            }
            if byte == b'"' {
                return;
            }
        }
    }

    fn variants(&mut self) {
        let byte = self.peek(0);
        if byte == Some(b'}') {
            return self.close_brace();
        }
        self.at += 1;
        match byte {
            Some(b']') => self.mode = Mode::Text,
            Some(b'\n') => self.line_start(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the first thing is of which there is too much.
    fn first(text: &str, limits: &Limits) -> Option<(u32, Excess)> {
        let refused = Guarded::new(text, limits).refused;
        refused.first().map(|refused| (refused.place.start, refused.excess))
    }

    #[track_caller]
    fn check(text: &str, nesting: usize, expected: Option<u32>) {
        let limits = Limits { nesting, ..Limits::default() };
        assert_eq!(first(text, &limits), expected.map(|at| (at, Excess::Nesting)), "{text}");
    }

    #[test]
    fn counts_braces_and_parentheses_of_code() {
        check("a = {{{ $x }}}\n", 3, None);
        check("a = {{{ $x }}}\n", 2, Some(6));
        check("a = { F(G($x)) }\n", 2, Some(9));
        check("a = (((((( { $x } ))))))\n", 1, None);
        check("# {{{{{{\n{{{{{{\n", 1, None);
    }

    #[test]
    fn strings_hide_braces_and_text_does_not_begin_strings() {
        check("a = { \"{{{{\" }\n", 1, None);
        check("a = { \"\\\"{{{{\" }\n", 1, None);
        check("a = \" {{ $x }}\n", 1, Some(7));
        check("a = { $x ->\n   *[b] \" {{ $y }}\n}\n", 2, Some(23));
    }

    #[test]
    fn broken_entries_do_not_add_up() {
        check(&"a = { $x\n\n".repeat(100), 2, None);
        check(&"a = { $x ->\n  [b\n# c\n".repeat(100), 2, None);
    }

    #[test]
    fn a_line_may_begin_with_a_letter_inside_braces() {
        check("a = { F(\nG(\nH($x))) }\n", 3, Some(13));
    }

    #[test]
    fn siblings_are_not_nested() {
        check(&format!("a = {}\n", "{ $x }".repeat(1000)), 1, None);
        check("a = { $x ->\n    [b] { $x }\n   *[c] { $x }\n    }\n", 2, None);
    }

    #[test]
    fn a_quick_look_says_no_more_than_a_close_one() {
        let limits = Limits { nesting: 2, arguments: 2, ..Limits::default() };
        let harmless = |text: &str| is_harmless(text.as_bytes(), &limits);
        assert!(harmless(&"a = { $x } { $x }\n".repeat(100)));
        assert!(harmless(&"-a = { F(a: 1, b: 2) }\n".repeat(100)));
        assert!(harmless(&format!("# {}\na = b\n", ":".repeat(100))));
        assert!(!harmless("a = { $x } { $x } { $x }\n"));
        assert!(!harmless("a = { F(a: 1, b: 2, c: 3) }\n"));
        assert!(!harmless("a = {{\n 1b = {\n"));
        // All short texts of these signs.
        let signs = ["a = ", "{", "}", "(", ":", "\n", "\"", "{ $x ->\n *[b] "];
        for number in 0..8_usize.pow(5) {
            let text: String = (0..5).map(|place| signs[number >> (3 * place) & 7]).collect();
            let limits = Limits { nesting: 1, arguments: 1, ..limits };
            let bytes = text.as_bytes();
            let found = look_closely(bytes, &limits);
            assert!(found.is_empty() || !is_harmless(bytes, &limits), "{text:?}: {found:?}");
            // What is left is accepted, and stands where it stood.
            let guarded = Guarded::new(&text, &limits);
            assert!(!is_refused(&guarded.text, &limits), "{text:?}");
            let is_same = |(old, new): (u8, u8)| new == old || new == b' ';
            assert!(text.bytes().zip(guarded.text.bytes()).all(is_same), "{text:?}");
        }
    }

    #[test]
    fn only_the_entry_goes_and_its_comment() {
        let limits = Limits { nesting: 1, ..Limits::default() };
        let text =
            "# A\na = { $x }\n## G\n\n# B\n# é\nb = x\r\n  é {{ $x }}\n .y = Y\n# C\n-c = {{\n\nd = D\n";
        let guarded = Guarded::new(text, &limits);
        let (kept, rest) = text.split_once("# B\n").unwrap();
        let expected: String = rest
            .strip_suffix("d = D\n")
            .unwrap()
            .bytes()
            .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
            .collect();
        assert_eq!(guarded.text, format!("{kept}   \n{expected}d = D\n"));
        let ids: Vec<&str> = guarded
            .refused
            .iter()
            .map(|refused| &text[refused.id.start as usize..refused.id.end as usize])
            .collect();
        assert_eq!(ids, ["b", "-c"]);
    }

    #[test]
    fn named_arguments_of_one_call_are_counted() {
        let limits = Limits { arguments: 2, ..Limits::default() };
        let check = |text: &str, expected: Option<u32>| {
            assert_eq!(first(text, &limits), expected.map(|at| (at, Excess::Arguments)), "{text}");
        };
        check("a = { F(a: 1, b: 2, c: 3) }\n", Some(21));
        check("a = { -t(a: \":::\", b: 2) } ::: { F(a: 1, b: 2) }\n", None);
        check("a = { F(G(a: 1, b: 2), G(a: 1, b: 2)) }\n", None);
        check("# F(a: 1, b: 2, c: 3)\na = F(a: 1, b: 2, c: 3)\n", None);
    }
}
