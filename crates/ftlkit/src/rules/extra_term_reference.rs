//! `extra-term-reference`

use super::compare::{Lacking, is_same_term, says};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{EntryKind, Features};

pub(super) struct ExtraTermReference;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for terms that a translation shows and the reference, which has the term too, does not. All \
        forms of a name are one, and the reference may have it written out.",
    why: "The text speaks of another product or organisation than the reference does.",
    bad: &[
        ("i18n/en/main.ftl", "-brand = Firefly\nsave = Save\nabout = About { -brand }\n"),
        ("i18n/nl/main.ftl", "-brand = Firefly\nsave = Opslaan in { -brand }\nabout = Over { -brand }\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "-brand = Firefly\nsave = Save\nabout = About { -brand }\n"),
        ("i18n/nl/main.ftl", "-brand = Firefly\nsave = Opslaan\nabout = Over { -brand }\n"),
    ],
    fix: "None.",
};

impl Rule for ExtraTermReference {
    fn name(&self) -> &'static str {
        "extra-term-reference"
    }

    fn group(&self) -> Group {
        Group::Parity
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::translations(Features::TERMS)
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let (pattern, reference) = (unit.pattern, unit.reference);
        let theirs = (context.reference(), reference);
        for (found, id) in Lacking::new(pattern, theirs, EntryKind::Term, |_| true, is_same_term).references {
            let Some(definition) = context.reference().find(reference.file(), id) else { continue };
            let mut definitions = [Some(definition), context.find(pattern.file(), id)].into_iter().flatten();
            if definitions.any(|entry| says(reference, entry)) {
                continue;
            }
            let message = format!("term `{id}` is not used in the reference");
            sink.report(
                Finding::at(unit.entry.file(), found.id, message).entry(unit.entry, unit.attribute).related(
                    reference.file(),
                    reference.span(),
                    "the text in the reference",
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "extra-term-reference";

    #[test]
    fn the_term_is_underlined() {
        check_pair(
            RULE,
            "-t = Tulip\n-r = Rose\na = { -t }\n",
            "-t = Tulp\n-r = Roos\na = é { -r } { -t } { -r }\n",
            &["3:9: warning: term `-r` is not used in the reference"],
        );
    }

    #[test]
    fn names_written_out_and_terms_of_the_locale_are_right() {
        check_pair(RULE, "-t = Tulip\na = Tulips\n", "-t = Tulp\na = { -t }\n", &[]);
        check_pair(RULE, "a = The\n", "-article = De\na = { -article }\n", &[]);
        check_pair(
            RULE,
            "-t = T\n-t-short = S\na = { -t }\n",
            "-t = T\n-t-short = S\na = { -t-short }\n",
            &[],
        );
        check_pair(RULE, "-t = T\na = { b }\nb = { -t }\n", "-t = T\na = { -t }\nb = { -t }\n", &[]);
    }
}
