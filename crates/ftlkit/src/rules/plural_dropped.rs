//! `plural-dropped`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{Features, Variable};
use crate::plurals::{self, Keys, Kind};

pub(super) struct PluralDropped;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for texts that put a number before a word and have one form for all numbers, where the reference has \
        several and the language has too. Abbreviations are left alone, and languages in which nouns stay singular after \
        a number, such as Turkish and Hungarian.",
    why: "Some numbers get the wrong form: “1 bestanden”.",
    bad: &[
        (
            "i18n/en/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } file\n       *[other] { $n } files\n    }\n",
        ),
        ("i18n/nl/main.ftl", "files = { $n } bestanden\n"),
    ],
    good: &[
        (
            "i18n/en/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } file\n       *[other] { $n } files\n    }\n",
        ),
        (
            "i18n/nl/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } bestand\n       *[other] { $n } bestanden\n    }\n",
        ),
    ],
    fix: "None.",
};

/// Languages in which a noun stays as it is after a number: the Turkic and Mongolic ones, Kurdish, and all others for which
/// the patterns of CLDR 45 from minutes to years do not tell `one` from `other`.
const SINGULAR_AFTER_NUMBERS: &str =
    "as az ba bn ckb crh cv eu fa gag hu hy ka kaa kk kmr ku ky ml mn ne nog sah sd si tk tr tt ug uz";

/// Shorter words are mostly units: `min`, `kB`.
const SHORTEST_WORD: usize = 4;

impl Rule for PluralDropped {
    fn name(&self) -> &'static str {
        "plural-dropped"
    }

    fn group(&self) -> Group {
        Group::Plurals
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn applies(&self, context: Context<'_>) -> bool {
        let language = context.locale().language();
        let is_singular = SINGULAR_AFTER_NUMBERS.split_ascii_whitespace().any(|other| other == language);
        let rules = context.plural_rules(Kind::Cardinal);
        !is_singular && rules.is_some_and(|rules| rules.reachable().count() > 1)
    }

    fn interest(&self) -> Interest {
        Interest::references(Features::SELECTS)
    }

    fn check_unit<'a>(&self, _context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        if !unit.pattern.selects().is_empty() {
            return;
        }
        for select in plurals::plural_selects(unit.reference) {
            let Some(name) = select.variable.filter(|_| select.keys() == Keys::Plural) else { continue };
            if select.kind == Kind::Ordinal {
                continue;
            }
            let variable = unit.pattern.variables().iter().find(|variable| counts(unit, variable, name));
            if let Some(variable) = variable {
                let span = unit.pattern.with_sigil(variable.name);
                let message =
                    format!("the reference has forms by the number `${name}`, this text has one form");
                sink.report(
                    Finding::at(unit.entry.file(), span, message).entry(unit.entry, unit.attribute).related(
                        unit.reference.file(),
                        select.span,
                        "the reference selects here",
                    ),
                );
                break;
            }
        }
    }
}

/// Whether a use of a variable is a number before a word that is no abbreviation.
fn counts(unit: &UnitPair<'_>, variable: &Variable, name: &str) -> bool {
    let pattern = unit.pattern;
    if variable.role.selects() || pattern.slice(variable.name) != name {
        return false;
    }
    let is_after = |start: u32| start >= variable.name.end;
    let at = pattern
        .placeables()
        .iter()
        .find(|placeable| placeable.span.start < variable.name.start && is_after(placeable.span.end));
    let Some(end) = at.map(|placeable| placeable.span.end) else { return false };
    let text = pattern.texts().iter().find(|text| text.span.start == end);
    let Some(after) = text.map(|text| pattern.slice(text.span)) else { return false };
    let Some(after) = after.strip_prefix([' ', '\u{a0}', '\u{202f}']) else { return false };
    let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let rest = after.get(word.len()..).unwrap_or_default();
    let ends_sentence = rest.trim_end() == ".";
    word.chars().count() >= SHORTEST_WORD && (!rest.starts_with('.') || ends_sentence)
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_pair};

    const RULE: &str = "plural-dropped";
    const SOURCE: &str = "a = { $n ->\n    [one] { $n } file\n   *[other] { $n } files\n}\n";

    #[test]
    fn a_counted_word_is_found() {
        check_pair(
            RULE,
            SOURCE,
            "a = Kies { $n } bestanden.\n",
            &["1:12: info: the reference has forms by the number `$n`, this text has one form"],
        );
    }

    #[test]
    fn labels_and_abbreviations_need_one_form() {
        check_pair(RULE, SOURCE, "a = Bestanden: { $n }\n", &[]);
        check_pair(RULE, SOURCE, "a = { $n } min\n", &[]);
        check_pair(RULE, SOURCE, "a = { $n } best. gekozen\n", &[]);
    }

    #[test]
    fn languages_without_forms_are_left_alone() {
        let files = |path| [("i18n/en/a.ftl", SOURCE), (path, "a = { $n } words\n")];
        for path in ["i18n/tr/a.ftl", "i18n/hu/a.ftl", "i18n/ja/a.ftl"] {
            check(RULE, &files(path), &[]);
        }
    }
}
