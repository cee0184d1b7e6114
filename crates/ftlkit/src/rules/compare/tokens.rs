//! What is typed as it stands: options, names of the environment, paths, code.

use unicode_script::{Script, UnicodeScript};

use crate::model::{Features, PatternRef, TextKind};
use crate::source::Span;

/// Something that a reader types as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) struct Token<'a> {
    pub(in crate::rules) text: &'a str,
    pub(in crate::rules) span: Span,
    pub(in crate::rules) kind: TokenKind,
    /// Whether it is a part of code that is a token too.
    pub(in crate::rules) inner: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum TokenKind {
    /// `--all`
    Long,
    /// `-a`
    Short,
    /// `TIME_STYLE`
    Environment,
    /// `/etc/passwd`
    Path,
    /// Between backticks.
    Code,
}

/// What a text needs to have a token in it.
pub(in crate::rules) const TYPED: Features = TYPED_ALONE.or(Features::SLASH);

/// What a text needs to have a token in it that is no path.
const TYPED_ALONE: Features = Features::HYPHEN.or(Features::BACKTICK).or(Features::UNDERSCORE);

/// Below these a path is no example.
const ROOTS: [&str; 11] =
    ["/bin", "/boot", "/dev", "/etc", "/lib", "/proc", "/run", "/sbin", "/sys", "/usr", "/var"];

/// The tokens in the texts of a pattern.
pub(in crate::rules) fn tokens(pattern: PatternRef<'_>) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let text = pattern.text();
    // Most slashes are those of tags.
    let features = pattern.features();
    let may_have_any = features.meets(TYPED_ALONE) || features.meets(Features::SLASH) && has_path(text);
    if !may_have_any {
        return found;
    }
    // With an odd number of backticks nobody knows which of them is the quotation mark of old manuals.
    let ticks = memchr::memchr_iter(b'`', text.as_bytes()).count();
    let has_code = ticks.is_multiple_of(2);
    let mut open = false;
    for piece in pattern.texts().iter().filter(|piece| piece.kind != TextKind::Number) {
        let run = pattern.slice(piece.span);
        if ticks == 0 {
            words(piece.span, run, (0, run.len()), false, &mut found);
            continue;
        }
        let mut start = 0;
        let mut began_here = false;
        for part in run.split('`') {
            let end = start + part.len();
            let closed = end < run.len();
            // Code in which a placeable stands is not one piece.
            let inner = open && began_here && closed && has_code && is_code(part);
            if inner {
                found.extend(token(piece.span, run, start, end, TokenKind::Code, false));
            }
            words(piece.span, run, (start, end), inner, &mut found);
            if closed {
                open = !open;
                began_here = open;
            }
            start = end + 1;
        }
    }
    if !speaks_of_environment(text, &found) {
        found.retain(|token| token.kind != TokenKind::Environment);
    }
    found
}

/// Whether names such as `TIME_STYLE` are names of the environment. In the help of commands they may also stand
/// for what is to be typed: `FIRST_PAGE:LAST_PAGE`.
fn speaks_of_environment(text: &str, found: &[Token<'_>]) -> bool {
    let mut names = found.iter().filter(|token| token.kind == TokenKind::Environment).peekable();
    if names.peek().is_none() {
        return false;
    }
    let is_long = |token: &Token<'_>| token.text.bytes().filter(|byte| *byte == b'_').count() > 1;
    // Each with the place of its rarest letter.
    let words = [("environ", 2, b'v'), ("umgebung", 2, b'g'), ("omgeving", 4, b'v'), ("variab", 0, b'v')];
    names.any(is_long) || words.iter().any(|(word, rare, letter)| has_word(text, word, *rare, *letter))
}

/// Whether a text has a word of ASCII, in capitals or not, with a letter at a place by which it is looked for.
fn has_word(text: &str, word: &str, place: usize, letter: u8) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(letter, letter.to_ascii_uppercase(), bytes).any(|at| {
        let start = at.checked_sub(place);
        let found = start.and_then(|start| bytes.get(start..start + word.len()));
        found.is_some_and(|found| found.eq_ignore_ascii_case(word.as_bytes()))
    })
}

fn token(span: Span, run: &str, start: usize, end: usize, kind: TokenKind, inner: bool) -> Option<Token<'_>> {
    let (first, last) = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
    let span = Span::new(span.start + first, span.start + last);
    Some(Token { text: run.get(start..end)?, span, kind, inner })
}

/// Whether what stands between backticks is typed as it is: no word, and nothing that stands for another text.
fn is_code(text: &str) -> bool {
    let stands_for = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let mut words = text.split(|sign: char| !sign.is_ascii_alphanumeric());
    text.is_ascii()
        && text.contains(['-', '=', '/', '_', '$', '('])
        && !text.contains(['<', '…'])
        && !text.contains("...")
        && !words.any(stands_for)
}

fn words<'a>(
    span: Span,
    run: &'a str,
    (start, end): (usize, usize),
    inner: bool,
    found: &mut Vec<Token<'a>>,
) {
    let bytes = run.as_bytes();
    let byte = |at: usize| if at < end { bytes.get(at).copied().unwrap_or(b' ') } else { b' ' };
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || byte >= 0x80;
    let has_underscore = memchr::memchr(b'_', bytes).is_some();
    let mut at = start;
    while at < end {
        let before = if at > start { bytes.get(at - 1).copied().unwrap_or(b' ') } else { b' ' };
        // Quotation marks and spaces of other scripts are not letters, but cannot be told by one byte.
        let after_letter = if before >= 0x80 {
            run.get(start..at).is_some_and(|before| before.ends_with(is_letter))
        } else {
            is_word(before) || before == b'$'
        };
        let current = byte(at);
        if after_letter || !matches!(current, b'-' | b'/' | b'A'..=b'Z') {
            at += 1;
            let rest = bytes.get(at..end).unwrap_or_default();
            // Capitals begin a token only where an underscore joins them.
            let next = if has_underscore {
                rest.iter().position(|byte| matches!(byte, b'-' | b'/' | b'A'..=b'Z'))
            } else {
                memchr::memchr2(b'-', b'/', rest)
            };
            at += next.unwrap_or(rest.len());
            continue;
        }
        let length = (at + 1..end).take_while(|&at| is_token(byte(at), current)).count() + 1;
        let mut last = at + length;
        while last > at + 1 && matches!(byte(last - 1), b'-' | b'.') {
            last -= 1;
        }
        let text = run.get(at..last).unwrap_or_default();
        let next = run.get(last..end).and_then(|rest| rest.chars().next());
        let is_free = !next.is_some_and(|next| is_letter(next) || matches!(next, '\'' | '’' | '_'));
        if let Some(kind) = kind_of(text, is_free) {
            found.extend(token(span, run, at, last, kind, inner));
        }
        at += length;
    }
}

/// Whether a sign makes one word with what it stands beside. Only in these scripts do words stand apart from what is
/// typed: Chinese and Thai write no spaces, Korean hangs its particles on, Arabic its conjunctions.
fn is_letter(sign: char) -> bool {
    let joins = |script| matches!(script, Script::Latin | Script::Greek | Script::Cyrillic);
    sign.is_alphanumeric() && (sign.is_ascii() || joins(sign.script()))
}

/// Whether a byte belongs to what began with another.
fn is_token(byte: u8, first: u8) -> bool {
    match first {
        b'-' => byte.is_ascii_alphanumeric() || byte == b'-',
        b'/' => byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'_' | b'-' | b'+'),
        _ => byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_',
    }
}

/// Whether a text has anything in it that may be a path.
fn has_path(text: &str) -> bool {
    let mut slashes = memchr::memchr_iter(b'/', text.as_bytes());
    slashes.any(|at| text.get(at..).is_some_and(is_below_root))
}

fn is_below_root(text: &str) -> bool {
    ROOTS.iter().any(|root| text.strip_prefix(root).is_some_and(|rest| rest.starts_with('/')))
}

/// What a word is; `is_free` says that no letter follows. Paths below `/home` and `/tmp` are examples.
fn kind_of(text: &str, is_free: bool) -> Option<TokenKind> {
    let mut bytes = text.bytes();
    match (bytes.next()?, bytes.next()?) {
        (b'-', b'-') => {
            let name = text.get(2..)?;
            (name.len() > 1 && name.starts_with(|first: char| first.is_ascii_alphabetic()))
                .then_some(TokenKind::Long)
        }
        (b'-', letter) => {
            (is_free && text.len() == 2 && letter.is_ascii_alphabetic()).then_some(TokenKind::Short)
        }
        (b'/', _) => (is_free && is_below_root(text)).then_some(TokenKind::Path),
        _ => (is_free && text.contains('_') && text.len() > 3).then_some(TokenKind::Environment),
    }
}
