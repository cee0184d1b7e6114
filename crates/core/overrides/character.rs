//! The characters that a text shows, and those that it may not.

use ftlkit::Span;
use ftlkit::model::{PatternRef, Text, TextKind};

/// What a run of text or a string literal shows, its escapes resolved.
pub(super) fn shown(pattern: PatternRef<'_>, text: &Text) -> String {
    let raw = pattern.slice(text.span);
    if text.kind == TextKind::String { unescaped(raw) } else { raw.to_owned() }
}

/// Braces, which would look like a placeable that was not resolved, and what no page can show.
pub(super) fn unshowable(pattern: PatternRef<'_>) -> impl Iterator<Item = (Span, &'static str)> {
    pattern.texts().iter().filter_map(move |text| {
        let resolved = shown(pattern, text);
        if resolved.contains(['{', '}']) {
            Some((text.span, "a brace is shown, which looks like a fault"))
        } else if resolved.contains(is_no_character) {
            Some((text.span, "the text holds a code point that is not a character"))
        } else if resolved.contains(|c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r')) {
            Some((text.span, "the text holds a control character, which no page can show"))
        } else if has_lone_return(pattern, text) {
            Some((text.span, "the text holds a carriage return that ends no line"))
        } else {
            None
        }
    })
}

/// Whether a line ends as very old programs end one: to Fluent that is one line.
fn has_lone_return(pattern: PatternRef<'_>, text: &Text) -> bool {
    let raw = pattern.slice(text.span);
    raw.bytes().zip(text.span.start + 1..).any(|(byte, behind)| {
        byte == b'\r' && pattern.slice(Span::new(behind, behind.saturating_add(1))) != "\n"
    })
}

/// One of the code points that are no characters.
const NO_CHARACTER: char = '\u{ffff}';

/// The code points that Unicode keeps free for programs; one of them is the sign of what could not be formatted.
fn is_no_character(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// Whether somebody who looks at a text sees something of it.
pub(super) fn is_visible(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && !c.is_control() && !is_ignorable(c))
}

/// Characters that take no place or leave it blank: those that Unicode calls default ignorable, and those that are drawn as a
/// space.
fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// A string literal with its escapes resolved.
fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw.chars();
    while let Some(character) = rest.next() {
        if character != '\\' {
            text.push(character);
            continue;
        }
        let digits = match rest.next() {
            Some('u') => 4,
            Some('U') => 6,
            Some(escaped) => {
                text.push(escaped);
                continue;
            }
            None => break,
        };
        let code: String = rest.by_ref().take(digits).collect();
        let code = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
        // Fluent shows U+FFFD for half of a pair; here it has to be told from one that is meant.
        text.push(code.unwrap_or(NO_CHARACTER));
    }
    text
}
