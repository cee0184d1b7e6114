//! `selector-type-mismatch`

use std::cell::LazyCell;
use std::collections::HashMap;

use super::{Context, Explanation, Finding, Group, Interest, Rule, Selections, Sink};
use crate::diagnostic::Severity;
use crate::model::EntryRef;
use crate::plurals::{self, Keys};

pub(super) struct SelectorTypeMismatch;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for plural categories as keys where the comment says that the variable is a string (`$name (String)`), \
        and for words as keys where it is a number: by the comment (`$count (Number)`), or because the reference selects \
        plural forms by it.",
    why: "A string has no plural category and a number is no word: only the default is ever shown.",
    bad: &[
        (
            "i18n/en/main.ftl",
            "# $n (Number): how many files\nfiles =\n    { $n ->\n        [one] { $n } file\n       *[other] { $n } files\n    }\n",
        ),
        (
            "i18n/nl/main.ftl",
            "files =\n    { $n ->\n        [enkelvoud] { $n } bestand\n       *[meervoud] { $n } bestanden\n    }\n",
        ),
    ],
    good: &[
        (
            "i18n/en/main.ftl",
            "# $n (Number): how many files\nfiles =\n    { $n ->\n        [one] { $n } file\n       *[other] { $n } files\n    }\n",
        ),
        (
            "i18n/nl/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } bestand\n       *[other] { $n } bestanden\n    }\n",
        ),
    ],
    fix: "None.",
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Type {
    Number,
    String,
}

impl Rule for SelectorTypeMismatch {
    fn name(&self) -> &'static str {
        "selector-type-mismatch"
    }

    fn group(&self) -> Group {
        Group::Plurals
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::selections()
    }

    fn check_selections<'a>(&self, context: Context<'a>, found: &Selections<'a>, sink: &mut Sink<'_>) {
        let types = LazyCell::new(|| types_of(context, found));
        for select in &found.selects {
            let (Some(name), keys) = (select.variable, select.keys()) else { continue };
            // A single default selects nothing.
            if select.variants.len() < 2 || matches!(keys, Keys::Mixed | Keys::Numbers) {
                continue;
            }
            let known = if select.is_number { Some(Type::Number) } else { types.get(name).copied() };
            let (message, help) = match (known, keys) {
                (Some(Type::String), Keys::Plural) => (
                    format!("`${name}` is a string, which has no plural category"),
                    "write its values as keys",
                ),
                (Some(Type::Number), Keys::Free) => (
                    format!("`${name}` is a number, which no word as a key can match"),
                    "write plural categories or numbers as keys",
                ),
                _ => continue,
            };
            sink.report(
                Finding::at(select.pattern.file(), select.span, message)
                    .entry(found.entry, found.attribute)
                    .help(help),
            );
        }
    }
}

/// What is known of variables: by the comment of the entry, by that of the reference, by what the reference
/// does with them.
fn types_of<'a>(context: Context<'a>, found: &Selections<'a>) -> HashMap<&'a str, Type> {
    let reference = context.counterpart(found.entry);
    let pattern = reference.filter(|_| !context.is_reference()).and_then(|it| it.unit(found.attribute));
    let selects = pattern.map(plurals::plural_selects).into_iter().flatten();
    let plural = selects.filter(|other| other.keys() == Keys::Plural);
    let mut types: HashMap<&str, Type> =
        plural.filter_map(|other| Some((other.variable?, Type::Number))).collect();
    types.extend(reference.map(documented_types).into_iter().flatten());
    types.extend(documented_types(found.entry));
    types
}

/// The types that a comment gives: `$name (String)`.
fn documented_types(entry: EntryRef<'_>) -> HashMap<&str, Type> {
    let comment = entry.comment().map(|span| entry.file().slice(span)).unwrap_or_default();
    let mut types = HashMap::new();
    for after in comment.split('$').skip(1) {
        let end = after.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')));
        let (name, rest) = after.split_at(end.unwrap_or(after.len()));
        let Some((word, _)) =
            rest.trim_start_matches(['`', ' ']).strip_prefix('(').and_then(|rest| rest.split_once(')'))
        else {
            continue;
        };
        let known = match word.trim().to_ascii_lowercase().as_str() {
            "number" | "integer" | "int" | "float" => Type::Number,
            "string" | "str" => Type::String,
            _ => continue,
        };
        types.entry(name).or_insert(known);
    }
    types
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "selector-type-mismatch";

    #[test]
    fn strings_have_no_plural() {
        let source = "# Variables:\n#   $who (String) - the one who asks\na = { $who }\n";
        check_pair(
            RULE,
            source,
            "a = { $who ->\n    [one] x\n   *[other] y\n}\n",
            &[
                "1:7: warning: `$who` is a string, which has no plural category; help: write its values as keys",
            ],
        );
        check_pair(RULE, source, "a = { $who ->\n    [anna] x\n   *[other] y\n}\n", &[]);
    }

    #[test]
    fn numbers_are_no_words() {
        let help = "help: write plural categories or numbers as keys";
        let expected = format!("1:7: warning: `$n` is a number, which no word as a key can match; {help}");
        let words = "a = { $n ->\n    [veel] x\n   *[weinig] y\n}\n";
        check_pair(RULE, "# `$n` (Number)\na = { $n }\n", words, &[&expected]);
        check_pair(RULE, "a = { $n ->\n    [one] x\n   *[other] y\n}\n", words, &[&expected]);
        check_pair(
            RULE,
            "a = { $n }\n",
            "a = { NUMBER($n) ->\n    [veel] x\n   *[weinig] y\n}\n",
            &[&expected],
        );
        check_pair(RULE, "# $n (Number)\na = { $n }\n", "a = { $n ->\n    [0] x\n   *[other] y\n}\n", &[]);
    }

    #[test]
    fn what_is_not_known_is_not_judged() {
        check_pair(RULE, "a = { $n }\n", "a = { $n ->\n    [one] x\n   *[other] y\n}\n", &[]);
        check_pair(RULE, "# $n (Number)\na = { $n }\n", "a = { $n ->\n   *[other] y\n}\n", &[]);
    }
}
