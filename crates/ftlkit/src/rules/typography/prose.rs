//! What is prose, and what only stands in it: code, tags, addresses, options, lists of keywords.

use super::flow::{AtomKind, Flow};
use super::quotations::closes;
use crate::model::PatternRef;

/// Marks what is not prose.
pub(super) fn protect(flow: &mut Flow, pattern: PatternRef<'_>) {
    code(flow);
    if !pattern.tags().is_empty() {
        tags(flow, pattern);
    }
    words(flow);
}

/// Whether a text is a list of keywords, with semicolons and no spaces after them: `Settings;Display;`.
pub(in crate::rules) fn is_keyword_list(pattern: PatternRef<'_>) -> bool {
    let [text] = pattern.texts() else { return false };
    let list = pattern.slice(text.span);
    let Some((_, rest)) = list.split_once(';') else { return false };
    let is_tight = !rest.contains("; ") && !rest.starts_with(' ');
    is_tight && pattern.placeables().is_empty() && !list.contains(['.', '!', '?', '&', '<'])
}

/// Whether an attribute is a key on the keyboard, or no text at all.
pub(in crate::rules) fn is_key(attribute: Option<&str>) -> bool {
    let names = ["accesskey", "commandkey", "shortcut", "style", "key"];
    attribute.is_some_and(|attribute| names.iter().any(|name| attribute.ends_with(name)))
}

/// Protects what stands between backticks; where their number is odd nobody knows which is what.
fn code(flow: &mut Flow) {
    let ticks: Vec<usize> = flow
        .atoms
        .iter()
        .enumerate()
        .filter(|(_, atom)| atom.kind == AtomKind::Sign('`'))
        .map(|(at, _)| at)
        .collect();
    if !ticks.len().is_multiple_of(2) {
        return;
    }
    for pair in ticks.chunks_exact(2) {
        let [start, end] = pair else { continue };
        let is_one = flow.atom(*start).map(|atom| atom.variant) == flow.atom(*end).map(|atom| atom.variant);
        if is_one {
            protect_range(flow, *start, end + 1);
        }
    }
}

/// Protects tags, also those whose attributes hold placeables.
fn tags(flow: &mut Flow, pattern: PatternRef<'_>) {
    let mut tags = pattern.tags().iter().peekable();
    let mut open = None;
    for atom in &mut flow.atoms {
        while tags.peek().is_some_and(|tag| tag.span.end <= atom.span.start) {
            // A tag that a placeable interrupts goes on behind it.
            open = tags.next().filter(|tag| !pattern.slice(tag.span).ends_with('>')).map(|tag| tag.variant);
        }
        if tags.peek().is_some_and(|tag| tag.span.start <= atom.span.start) {
            atom.is_protected = true;
            open = None;
        } else if open == Some(atom.variant) {
            atom.is_protected = true;
            if atom.kind == AtomKind::Sign('>') {
                open = None;
            }
        }
    }
}

/// Protects words that are no words: addresses, options of commands, paths, entities.
fn words(flow: &mut Flow) {
    let mut word = String::new();
    let mut start = 0;
    for at in 0..=flow.atoms.len() {
        // A tag or code ends a word.
        match flow.atom(at).filter(|atom| !atom.is_protected).map(|atom| atom.kind) {
            Some(AtomKind::Sign(sign)) if !sign.is_whitespace() => word.push(sign),
            // A placeable is a part of the word around it.
            Some(AtomKind::Value) => word.push('\u{fffc}'),
            _ => {
                if let Some((first, last)) = machine_part(&word) {
                    protect_range(flow, start + first, start + last);
                }
                word.clear();
                start = at + 1;
            }
        }
    }
}

fn protect_range(flow: &mut Flow, start: usize, end: usize) {
    for atom in flow.atoms.get_mut(start..end).unwrap_or_default() {
        atom.is_protected = true;
    }
}

/// The part of a word that machines read, as positions of characters.
fn machine_part(word: &str) -> Option<(usize, usize)> {
    let opens = |sign: char| "([{<\"'“‘«„‚".contains(sign);
    let inner = word.trim_start_matches(opens);
    let bytes = inner.as_bytes();
    let is_option =
        matches!(bytes, [b'-', b'-', next, ..] | [b'-', next, ..] if next.is_ascii_alphanumeric());
    let first = word.chars().count() - inner.chars().count();
    let is_end = |sign: char| ".,;:!?…)]}>\"'”’»“".contains(sign);
    let body = inner.trim_end_matches(is_end);
    // An option keeps what stands behind it too, nobody knows whether it belongs to it; but not the mark that
    // closes what has been opened before it.
    let kept = if is_option { closed(word, inner, is_end).unwrap_or(inner) } else { body };
    let is_machine = is_option
        || inner.contains("://")
        || body.starts_with("www.")
        || is_mail(body)
        || body.contains("::")
        || body.starts_with(['/', '~', '$', '%', '\\']) && body.chars().nth(1).is_some()
        || body.contains(['\\', '='])
        || is_entity(inner);
    let kept = if is_entity(inner) { inner } else { kept };
    is_machine.then(|| (first, first + kept.chars().count()))
}

/// An option up to the mark that closes the one right before it: `"--all":`.
fn closed<'a>(word: &str, inner: &'a str, is_end: impl Fn(char) -> bool) -> Option<&'a str> {
    let open = word.strip_suffix(inner)?.chars().next_back()?;
    let (option, rest) = inner.rsplit_once(|sign| closes(open, sign))?;
    rest.chars().all(is_end).then_some(option)
}

fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// Whether a word has an entity of HTML in it: `AT&amp;T`.
fn is_entity(word: &str) -> bool {
    word.split_once('&').and_then(|(_, rest)| rest.split_once(';')).is_some_and(|(name, _)| {
        let name = name.trim_start_matches('#');
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}
