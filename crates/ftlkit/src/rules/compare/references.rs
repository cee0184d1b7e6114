//! What a pattern refers to, directly and through others.

use std::collections::{BTreeSet, HashSet};

use super::super::Context;
use crate::model::{EntryKind, EntryRef, PatternRef, Reference};

/// How many texts are followed from one. The resolver gives up after as many placeables, so that what comes
/// later is never shown.
const FOLLOWED: usize = 100;

/// The references to messages or terms that a pattern shows itself; not more than can be shown.
pub(in crate::rules) fn shown(pattern: PatternRef<'_>, kind: EntryKind) -> impl Iterator<Item = &Reference> {
    let is_shown = move |reference: &&Reference| reference.kind == kind && !reference.role.selects();
    pattern.references().iter().filter(is_shown).take(FOLLOWED)
}

/// The ids of the messages and terms that a pattern shows, directly or through others.
pub(in crate::rules) fn shown_ids<'a>(context: Context<'a>, pattern: PatternRef<'a>) -> BTreeSet<&'a str> {
    let mut ids = BTreeSet::new();
    let mut seen = HashSet::new();
    let mut open = vec![pattern];
    while let Some(pattern) = open.pop() {
        for reference in pattern.references().iter().filter(|reference| !reference.role.selects()) {
            let id = pattern.slice(reference.id);
            let attribute = reference.attribute.map(|attribute| pattern.slice(attribute));
            ids.insert(id);
            if seen.len() < FOLLOWED && seen.insert((id, attribute)) {
                open.extend(context.find_or_inherit(id).and_then(|entry| entry.unit(attribute)));
            }
        }
    }
    ids
}

/// All that the entries of a locale refer to: id and attribute. What refers to itself does not count.
pub(in crate::rules) fn uses_of(context: Context<'_>) -> HashSet<(&str, Option<&str>)> {
    let mut uses = HashSet::new();
    for (entry, _, pattern) in context.patterns() {
        for reference in pattern.references() {
            let id = pattern.slice(reference.id);
            if id != entry.id() {
                uses.insert((id, reference.attribute.map(|attribute| pattern.slice(attribute))));
                uses.insert((id, None));
            }
        }
    }
    uses
}

/// Whether two terms are forms of one name: `-brand`, `-brand-short`, `-brand-full-name`.
pub(in crate::rules) fn is_family(one: &str, other: &str) -> bool {
    let (one, other) = (stem(one), stem(other));
    let extends = |long: &[&str], short: &[&str]| long.starts_with(short) && !short.is_empty();
    extends(&one, &other) || extends(&other, &one)
}

/// The parts of an id without those that only say which form of the name it is.
fn stem(id: &str) -> Vec<&str> {
    let forms = [
        "short",
        "shorter",
        "long",
        "full",
        "name",
        "plural",
        "singular",
        "nominative",
        "genitive",
        "dative",
        "accusative",
        "instrumental",
        "locative",
        "vocative",
        "upper",
        "lower",
        "capital",
        "capitalized",
    ];
    let parts = id.trim_start_matches('-').split(['-', '_']).filter(|part| !forms.contains(part));
    let parts: Vec<&str> = parts.collect();
    if parts.is_empty() { vec![id.trim_start_matches('-')] } else { parts }
}

/// Whether a pattern has the text of an entry, or a word of it that may be inflected, written out.
pub(in crate::rules) fn says(pattern: PatternRef<'_>, entry: EntryRef<'_>) -> bool {
    let Some(value) = entry.value() else { return false };
    let text = text_of(pattern);
    let name = text_of(value);
    let words = name.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take(FOLLOWED).any(|word| {
        let length = word.chars().count();
        let kept = if length > 5 { length - 2 } else { length };
        let stem: String = word.chars().take(kept).collect();
        // In scripts without spaces two signs are a word.
        let enough = if word.is_ascii() { 3 } else { 2 };
        kept >= enough && text.contains(&stem)
    })
}

fn text_of(pattern: PatternRef<'_>) -> String {
    let texts = pattern.texts().iter().map(|text| pattern.slice(text.span).to_lowercase());
    texts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::is_family;

    #[test]
    fn forms_of_a_name_are_one_family() {
        assert!(is_family("-brand", "-brand-short"));
        assert!(is_family("-brand-short-name", "-brand-full-name"));
        assert!(!is_family("-firefox", "-thunderbird"));
        assert!(!is_family("-brand-name-firefox", "-brand-name-monitor"));
        assert!(!is_family("-mail", "-mailbox"));
    }
}
