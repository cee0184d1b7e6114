//! `missing-message-reference`

use std::collections::BTreeSet;

use super::compare::{is_foreign, shown, shown_ids};
use super::{Context, Explanation, Finding, Group, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::distance;
use crate::model::EntryKind;

pub(super) struct MissingMessageReference;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for messages that the reference shows within another, and a translation does not, directly \
        or through others.",
    why: "The text that is quoted, such as the label of a button, can change without this one following.",
    bad: &[
        ("i18n/en/main.ftl", "save = Save\nhint = Press { save }\n"),
        ("i18n/nl/main.ftl", "save = Opslaan\nhint = Druk op Bewaren\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "save = Save\nhint = Press { save }\n"),
        ("i18n/nl/main.ftl", "save = Opslaan\nhint = Druk op { save }\n"),
    ],
    fix: "None.",
};

impl Rule for MissingMessageReference {
    fn name(&self) -> &'static str {
        "missing-message-reference"
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
    let own: BTreeSet<&str> =
        shown(pattern, EntryKind::Message).map(|found| pattern.slice(found.id)).collect();
    let mut all: Option<BTreeSet<&str>> = None;
    let mut reported = BTreeSet::new();
    for wanted in shown(reference, EntryKind::Message).filter(|wanted| !is_foreign(reference, wanted)) {
        let id = reference.slice(wanted.id);
        // What the reference lacks too is a fault there, not here.
        if own.contains(id) || context.reference().find(id).is_none() || !reported.insert(id) {
            continue;
        }
        if all.get_or_insert_with(|| shown_ids(context, pattern)).contains(id) {
            continue;
        }
        let is_slip = |other: &&str| {
            distance::nearest(other, [id]).is_some() && context.find_or_inherit(other).is_none()
        };
        if own.iter().any(is_slip) {
            continue;
        }
        sink.report(
            Finding::at(
                unit.entry.file(),
                pattern.span(),
                format!("message `{id}` is not referred to, as in the reference"),
            )
            .entry(unit.entry, unit.attribute)
            .related(reference.file(), wanted.id, "the reference uses it here"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "missing-message-reference";

    #[test]
    fn each_message_is_reported_once() {
        check_pair(
            RULE,
            "s = S\na = { s } { s }\nb = { a.x }\n    .x = { s }\n",
            "s = S\na = é\nb = { a.x }\n    .x = Z\n",
            &[
                "2:5: warning: message `s` is not referred to, as in the reference",
                "4:10: warning: message `s` is not referred to, as in the reference",
            ],
        );
    }

    #[test]
    fn slips_and_ways_around_are_right() {
        check_pair(RULE, "save = S\na = { save }\n", "save = S\na = { svae }\n", &[]);
        check_pair(RULE, "s = S\nb = { s }\na = { s }\n", "s = S\nb = { s }\na = { b }\n", &[]);
        check_pair(RULE, "a = { none } ${ name }\n", "a = A\n", &[]);
    }
}
