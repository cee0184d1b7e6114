//! References that are placeholders of another system by their looks.

use crate::model::{EntryKind, PatternRef, Reference, TextKind};
use crate::source::Span;

/// Whether a reference to a message has the form of a placeholder elsewhere: `${name}`, `%{name}`, `{{name}}`.
pub(in crate::rules) fn is_foreign(pattern: PatternRef<'_>, reference: &Reference) -> bool {
    if reference.kind == EntryKind::Term || reference.attribute.is_some() {
        return false;
    }
    let start = pattern.span().start as usize;
    let text = pattern.file().source().text().get(start..reference.id.start as usize);
    let before = text.and_then(|text| text.trim_end().strip_suffix('{'));
    before.is_some_and(|before| before.ends_with(['$', '%', '{']))
}

/// The placeholders of `printf` in the texts of a pattern: `%s`, `%1$s`, `%.2f`, `%(name)s`.
pub(in crate::rules) fn percent_placeholders(pattern: PatternRef<'_>) -> impl Iterator<Item = (&str, Span)> {
    pattern.texts().iter().filter(|text| text.kind != TextKind::Number).flat_map(move |text| {
        let run = pattern.slice(text.span);
        memchr::memchr_iter(b'%', run.as_bytes()).filter_map(move |at| {
            let length = placeholder_length(run.get(..at)?, run.get(at + 1..)?)? + 1;
            let (start, end) = (u32::try_from(at).ok()?, u32::try_from(at + length).ok()?);
            Some((run.get(at..at + length)?, Span::new(text.span.start + start, text.span.start + end)))
        })
    })
}

/// How long a placeholder is that follows a percent sign.
fn placeholder_length(before: &str, after: &str) -> Option<usize> {
    if before.ends_with(|sign: char| sign.is_alphanumeric() || sign == '%') {
        return None;
    }
    let mut rest = after;
    if let Some(named) = rest.strip_prefix('(') {
        let name = named.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        rest = named.get(name..)?.strip_prefix(')').filter(|_| name > 0)?;
    } else {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let position = digits(rest);
        if let Some(numbered) = rest.get(position..)?.strip_prefix('$').filter(|_| position > 0) {
            rest = numbered;
        }
        rest = rest.trim_start_matches(['-', '+', '#']);
        rest = rest.get(digits(rest)..)?;
        if let Some(precision) = rest.strip_prefix('.') {
            rest = precision.get(digits(precision)..)?;
        }
        let size = ["ll", "hh", "l", "h", "z", "q"].into_iter().find_map(|size| rest.strip_prefix(size));
        rest = size.unwrap_or(rest);
    }
    let rest = rest.strip_prefix(['s', 'd', 'i', 'u', 'f', 'g', 'x', 'X', '@'])?;
    let mut next = rest.chars();
    let ends = match next.next() {
        None => true,
        // An article may follow a percentage: "100 %d'un".
        Some('\'' | '’') => !next.next().is_some_and(char::is_alphabetic),
        Some(sign) => !sign.is_alphanumeric() && sign != '%',
    };
    ends.then(|| after.len() - rest.len())
}
