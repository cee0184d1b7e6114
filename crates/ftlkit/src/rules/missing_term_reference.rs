//! `missing-term-reference`

use super::compare::{Lacking, is_same_term, says};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{EntryKind, Features};

pub(super) struct MissingTermReference;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for terms that the reference shows and a translation does not, in any form: `{ -brand }`, \
        `{ -brand(case: \"genitive\") }` and `{ -brand-short }` are one name. A name that is written out, \
        perhaps inflected, is there too.",
    why: "The reader does not learn which product or organisation is meant.",
    bad: &[
        ("i18n/en/main.ftl", "-brand = Firefly\nabout = About { -brand }\n"),
        ("i18n/nl/main.ftl", "-brand = Firefly\nabout = Over deze toepassing\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "-brand = Firefly\nabout = About { -brand }\n"),
        ("i18n/nl/main.ftl", "-brand = Firefly\nabout = Over { -brand }\n"),
    ],
    fix: "None.",
};

impl Rule for MissingTermReference {
    fn name(&self) -> &'static str {
        "missing-term-reference"
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
        Interest::references(Features::TERMS)
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let (pattern, reference) = (unit.pattern, unit.reference);
        let ours = (context, pattern);
        let lacking = Lacking::new(reference, ours, EntryKind::Term, |_| true, is_same_term);
        for (wanted, id) in &lacking.references {
            let definitions =
                [context.find_or_inherit(pattern.file(), id), context.reference().find(reference.file(), id)];
            let is_said = definitions.into_iter().flatten().any(|entry| says(pattern, entry));
            if is_said
                || lacking.is_slip(id, |other| context.find_or_inherit(pattern.file(), other).is_none())
            {
                continue;
            }
            let message = format!("term `{id}` of the reference is not used");
            sink.report(
                Finding::at(unit.entry.file(), pattern.span(), message)
                    .entry(unit.entry, unit.attribute)
                    .related(reference.file(), wanted.id, "the reference uses it here"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "missing-term-reference";

    #[test]
    fn each_term_is_reported_once() {
        check_pair(
            RULE,
            "-t = Tulip\n-r = Rose\na = { -t } { -t } { -r }\n",
            "-t = Tulp\n-r = Roos\na = é { -r }\n",
            &["3:5: warning: term `-t` of the reference is not used"],
        );
    }

    #[test]
    fn all_forms_of_a_name_are_one() {
        let reference = "-brand = Firefly\n-brand-short = Fly\na = { -brand }\n";
        for translation in ["{ -brand-short }", "{ -brand(case: \"g\") }", "Fireflys", "{ -barnd }", "{ b }"]
        {
            let translation = format!("-brand = Firefly\na = {translation}\nb = {{ -brand }}\n");
            check_pair(RULE, reference, &translation, &[]);
        }
    }

    #[test]
    fn selectors_and_terms_of_terms_are_a_locales_own_business() {
        check_pair(RULE, "-t = T\n    .g = x\na = { -t.g ->\n   *[x] X\n}\n", "a = X\n", &[]);
        check_pair(RULE, "-t = Tulip\n-u = { -t }\n", "-u = U\n", &[]);
    }
}
