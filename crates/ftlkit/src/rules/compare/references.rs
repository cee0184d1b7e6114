//! What a pattern refers to, directly and through others.

use std::collections::{BTreeSet, HashSet};

use super::super::Context;
use crate::distance;
use crate::hash::Set;
use crate::model::{EntryKind, EntryRef, Features, PatternRef, Reference};

/// How many texts are followed from one. The resolver gives up after as many placeables, so that what comes
/// later is never shown.
const FOLLOWED: usize = 100;

/// The references to one kind of entry that one text shows and another lacks: neither shows it the other text
/// itself, nor what that refers to.
#[derive(Debug)]
pub(in crate::rules) struct Lacking<'a> {
    /// The first reference to each such entry, with its id.
    pub(in crate::rules) references: Vec<(&'a Reference, &'a str)>,
    /// The ids that the other text shows itself.
    pub(in crate::rules) others: Vec<&'a str>,
}

impl<'a> Lacking<'a> {
    /// Compares two texts, in all references or only in some; `context` is that of the other text. `is_same` says
    /// whether one of its ids stands for one that is looked for.
    pub(in crate::rules) fn new(
        pattern: PatternRef<'a>,
        (context, other): (Context<'a>, PatternRef<'a>),
        kind: EntryKind,
        is_wanted: impl Fn(&Reference) -> bool,
        is_same: impl Fn(&str, &str) -> bool,
    ) -> Self {
        let others: Vec<&str> = shown(other, kind).map(|reference| other.slice(reference.id)).collect();
        let mut all = None;
        let mut seen = BTreeSet::new();
        let mut references = Vec::new();
        for reference in shown(pattern, kind).filter(|reference| is_wanted(reference)) {
            let id = pattern.slice(reference.id);
            if others.iter().any(|other| is_same(other, id)) || !seen.insert(id) {
                continue;
            }
            let all = all.get_or_insert_with(|| shown_ids(context, other));
            if !all.iter().any(|other| is_same(other, id)) {
                references.push((reference, id));
            }
        }
        Self { references, others }
    }

    /// Whether one of the ids of the other text was probably meant to be this one.
    pub(in crate::rules) fn is_slip(&self, id: &str, is_unknown: impl Fn(&str) -> bool) -> bool {
        self.others.iter().any(|other| distance::hint(other, [id]).is_some() && is_unknown(other))
    }
}

/// The references to messages or terms that a pattern shows itself; not more than can be shown.
fn shown(pattern: PatternRef<'_>, kind: EntryKind) -> impl Iterator<Item = &Reference> {
    let is_shown = move |reference: &&Reference| reference.kind == kind && !reference.role.selects();
    pattern.references().iter().filter(is_shown).take(FOLLOWED)
}

/// The ids of the messages and terms that a pattern shows, directly or through others.
fn shown_ids<'a>(context: Context<'a>, pattern: PatternRef<'a>) -> BTreeSet<&'a str> {
    let mut ids = BTreeSet::new();
    let mut seen = HashSet::new();
    let mut open = vec![pattern];
    while let Some(pattern) = open.pop() {
        for reference in pattern.references().iter().filter(|reference| !reference.role.selects()) {
            let id = pattern.slice(reference.id);
            let attribute = reference.attribute.map(|attribute| pattern.slice(attribute));
            ids.insert(id);
            if seen.len() < FOLLOWED && seen.insert((id, attribute)) {
                open.extend(
                    context.find_or_inherit(pattern.file(), id).and_then(|entry| entry.unit(attribute)),
                );
            }
        }
    }
    ids
}

/// Entries and attributes that something refers to.
pub(in crate::rules) type Uses<'a> = Set<(&'a str, Option<&'a str>)>;

/// All that the entries of a locale refer to: id and attribute. What refers to itself does not count.
pub(in crate::rules) fn uses_of(context: Context<'_>) -> Uses<'_> {
    let mut uses = Set::default();
    for (entry, _, pattern) in context.patterns_with(Features::REFERENCES) {
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

/// Whether the id of a message or term, of which the first may be either, stands for the same name as a term.
pub(in crate::rules) fn is_same_term(any: &str, term: &str) -> bool {
    any == term || any.starts_with('-') && is_family(any, term)
}

/// Whether two terms are forms of one name: `-brand`, `-brand-short`, `-brand-full-name`.
fn is_family(one: &str, other: &str) -> bool {
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
