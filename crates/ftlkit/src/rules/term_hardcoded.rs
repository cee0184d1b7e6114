//! `term-hardcoded`

use std::collections::{HashMap, HashSet};

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryKind, EntryRef, TextKind};
use crate::source::Span;

pub(super) struct TermHardcoded;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for texts of messages that spell out the value of one of the locale's terms, where that begins with a \
        capital and has four letters or more.",
    why: "When the name changes, the term is changed and this text is forgotten.",
    bad: &[
        ("i18n/en/main.ftl", "-brand = Firebird\nabout = About { -brand }\n"),
        ("i18n/nl/main.ftl", "-brand = Firebird\nabout = Over Firebird\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "-brand = Firebird\nabout = About { -brand }\n"),
        ("i18n/nl/main.ftl", "-brand = Firebird\nabout = Over { -brand }\n"),
    ],
    fix: "Unsafe: the text is replaced by a reference to the term; an inflected form may be needed.",
};

/// Longer values are sentences, no names.
const MOST_WORDS: usize = 8;

impl Rule for TermHardcoded {
    fn name(&self) -> &'static str {
        "term-hardcoded"
    }

    fn group(&self) -> Group {
        Group::Consistency
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        let mut terms: HashMap<&str, EntryRef<'_>> = HashMap::new();
        for term in context.entries().filter(|entry| entry.kind() == EntryKind::Term) {
            if let Some(name) = name_of(term) {
                terms.entry(name).or_insert(term);
            }
        }
        let Some(most) = terms.keys().map(|name| words(name).len()).max() else { return };
        for (entry, attribute, pattern) in context.patterns().filter(|(entry, ..)| entry.is_message()) {
            let mut reported = HashSet::new();
            for text in pattern.texts().iter().filter(|text| text.kind == TextKind::Plain) {
                let run = pattern.slice(text.span);
                let words = words(run);
                let mut skip_to = 0;
                for (index, (start, _)) in words.iter().enumerate().filter(|(_, (start, end))| start < end) {
                    if *start < skip_to {
                        continue;
                    }
                    let ends = words.iter().skip(index).take(most).rev().map(|(_, end)| *end);
                    let found =
                        ends.into_iter().find_map(|end| Some((end, *terms.get(run.get(*start..end)?)?)));
                    let Some((end, term)) = found else { continue };
                    skip_to = end;
                    let offset = |at: usize| text.span.start + u32::try_from(at).unwrap_or(0);
                    let span = Span::new(offset(*start), offset(end));
                    let in_tag = pattern.tags().iter().any(|tag| tag.span.contains(span));
                    if in_tag || !reported.insert(term.id()) {
                        continue;
                    }
                    let message = format!("`{}` is the term `{}`", pattern.slice(span), term.id());
                    let reference = format!("{{ {} }}", term.id());
                    sink.report(
                        Finding::at(entry.file(), span, message)
                            .entry(entry, attribute)
                            .related(term.file(), term.span(), "the term")
                            .help(format!("write `{reference}`"))
                            .fix(
                                format!("write `{reference}`"),
                                false,
                                entry.file(),
                                [(span, reference.clone())],
                            ),
                    );
                }
            }
        }
    }
}

/// The value of a term that is nothing but a name.
fn name_of(term: EntryRef<'_>) -> Option<&str> {
    let pattern = term.value()?;
    let [text] = pattern.texts() else { return None };
    let name = (text.span == pattern.span()).then(|| pattern.slice(text.span))?;
    let is_capital = name.chars().next().is_some_and(char::is_uppercase);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let words = words(name);
    // Else no run of words could be equal to it.
    let is_whole = words.last().is_some_and(|(_, end)| *end == name.len());
    (is_capital && letters >= 4 && is_whole && words.len() <= MOST_WORDS).then_some(name)
}

/// The words of a text, from their first letter or digit to one past their last.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices() {
        match (start, character.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(first), false) => {
                words.push((first, at));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|first| (first, text.len())));
    words
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "term-hardcoded";
    const TERMS: &str =
        "-brand = Firebird\n-suite = Firebird Suite\n-os = Pop\n-low = system\n-x = Fire{ \"\" }bird\n";

    #[test]
    fn the_longest_name_is_found() {
        let text = format!("{TERMS}a = Über Firebird Suite en Firebird\n    .x = Firebird, Firebird\n");
        check_pair(
            RULE,
            TERMS,
            &text,
            &[
                "6:10: info: `Firebird Suite` is the term `-suite`; help: write `{ -suite }`",
                "6:28: info: `Firebird` is the term `-brand`; help: write `{ -brand }`",
                "7:10: info: `Firebird` is the term `-brand`; help: write `{ -brand }`",
            ],
        );
        check_fix(RULE, TERMS, "-b = Firebird\na = De Firebird!\n", "-b = Firebird\na = De { -b }!\n");
    }

    #[test]
    fn inflected_forms_short_names_and_terms_are_left_alone() {
        let text =
            format!("{TERMS}-other = Mijn Firebird\na = Firebirds Pop system <a title=\"Firebird\">x</a>\n");
        check_pair(RULE, TERMS, &text, &[]);
    }
}
