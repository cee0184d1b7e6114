//! `missing-term-reference`

use std::collections::BTreeSet;

use super::compare::{is_family, says, shown, shown_ids};
use super::{Context, Explanation, Finding, Group, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::distance;
use crate::model::EntryKind;

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

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        for unit in context.units().filter(|unit| !unit.reference.references().is_empty()) {
            check_unit(context, &unit, sink);
        }
    }
}

fn check_unit<'a>(context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
    let (pattern, reference) = (unit.pattern, unit.reference);
    let own: BTreeSet<&str> = shown(pattern, EntryKind::Term).map(|term| pattern.slice(term.id)).collect();
    let mut all: Option<BTreeSet<&str>> = None;
    let mut reported = BTreeSet::new();
    for wanted in shown(reference, EntryKind::Term) {
        let id = reference.slice(wanted.id);
        let is_same = |other: &&str| other.starts_with('-') && is_family(other, id);
        if own.iter().any(is_same) || !reported.insert(id) {
            continue;
        }
        if all.get_or_insert_with(|| shown_ids(context, pattern)).iter().any(is_same) {
            continue;
        }
        let is_slip = |other: &&str| {
            distance::nearest(other, [id]).is_some() && context.find_or_inherit(other).is_none()
        };
        let definitions = [context.find_or_inherit(id), context.reference().find(id)];
        let is_said = definitions.into_iter().flatten().any(|entry| says(pattern, entry));
        if is_said || own.iter().any(is_slip) {
            continue;
        }
        sink.report(
            Finding::at(
                unit.entry.file(),
                pattern.span(),
                format!("term `{id}` of the reference is not used"),
            )
            .entry(unit.entry, unit.attribute)
            .related(reference.file(), wanted.id, "the reference uses it here"),
        );
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
