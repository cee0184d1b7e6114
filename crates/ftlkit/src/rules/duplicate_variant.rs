//! `duplicate-variant`

use super::compare::repeated;
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};
pub(super) struct DuplicateVariant;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for variants of one selector with the same key.",
    why: "Only the first of them is ever shown.",
    bad: &[
        ("i18n/en/main.ftl", "files = { $n ->\n    [one] One file\n   *[other] { $n } files\n}\n"),
        (
            "i18n/nl/main.ftl",
            "files = { $n ->\n    [one] Eén bestand\n    [one] Een bestand\n   *[other] { $n } bestanden\n}\n",
        ),
    ],
    good: &[
        ("i18n/en/main.ftl", "files = { $n ->\n    [one] One file\n   *[other] { $n } files\n}\n"),
        ("i18n/nl/main.ftl", "files = { $n ->\n    [one] Eén bestand\n   *[other] { $n } bestanden\n}\n"),
    ],
    fix: "None: only a person knows which of the texts is meant.",
};

impl Rule for DuplicateVariant {
    fn name(&self) -> &'static str {
        "duplicate-variant"
    }

    fn group(&self) -> Group {
        Group::Syntax
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::SELECTS)
    }

    fn check_pattern<'a>(
        &self,
        _context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let variants = pattern.variants().iter();
        for (first, again) in repeated(variants, |variant| (variant.select, pattern.slice(variant.key))) {
            let message = format!("variant `[{}]` is given twice", pattern.slice(again.key));
            sink.report(
                Finding::at(entry.file(), again.key, message)
                    .entry(entry, attribute)
                    .related(entry.file(), first.key, "first given here")
                    .help("remove one of them, or give it another key"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "duplicate-variant";

    #[test]
    fn keys_of_one_selector_are_compared() {
        check_pair(
            RULE,
            "a = A\n",
            "a = { $x ->\n    [a] { $y ->\n        [a] A\n       *[b] B\n    }\n    [c] C\n   *[a] D\n}\n",
            &["7:6: error: variant `[a]` is given twice; help: remove one of them, or give it another key"],
        );
    }

    #[test]
    fn numbers_are_compared_as_they_are_written() {
        check_pair(RULE, "a = A\n", "a = { $x ->\n    [1] A\n   *[1.0] B\n}\n", &[]);
    }
}
