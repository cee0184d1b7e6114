//! `extra-message-reference`

use std::collections::BTreeSet;

use super::compare::{says, shown, shown_ids};
use super::{Context, Explanation, Finding, Group, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::distance;
use crate::model::EntryKind;

pub(super) struct ExtraMessageReference;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for messages that a translation shows within another, where the reference has both and does \
        not do so, nor says the same in words.",
    why: "The translation says more than the reference does.",
    bad: &[
        ("i18n/en/main.ftl", "save = Save\nhint = Press the button\n"),
        ("i18n/nl/main.ftl", "save = Opslaan\nhint = Druk op de knop { save }\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "save = Save\nhint = Press the button\n"),
        ("i18n/nl/main.ftl", "save = Opslaan\nhint = Druk op de knop\n"),
    ],
    fix: "None.",
};

impl Rule for ExtraMessageReference {
    fn name(&self) -> &'static str {
        "extra-message-reference"
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
        for unit in context.units().filter(|unit| !unit.pattern.references().is_empty()) {
            check_unit(context, &unit, sink);
        }
    }
}

fn check_unit<'a>(context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
    let (pattern, reference) = (unit.pattern, unit.reference);
    let own: BTreeSet<&str> =
        shown(reference, EntryKind::Message).map(|found| reference.slice(found.id)).collect();
    let mut all: Option<BTreeSet<&str>> = None;
    let mut reported = BTreeSet::new();
    for found in shown(pattern, EntryKind::Message) {
        let id = pattern.slice(found.id);
        let is_slip = |other: &&str| distance::nearest(other, [id]).is_some();
        if own.contains(id) || own.iter().any(is_slip) || !reported.insert(id) {
            continue;
        }
        let Some(definition) = context.reference().find(id) else { continue };
        let all = all.get_or_insert_with(|| shown_ids(context.reference(), reference));
        if all.contains(id) || says(reference, definition) {
            continue;
        }
        sink.report(
            Finding::at(
                unit.entry.file(),
                found.id,
                format!("message `{id}` is not referred to in the reference"),
            )
            .entry(unit.entry, unit.attribute)
            .related(reference.file(), reference.span(), "the text in the reference"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "extra-message-reference";

    #[test]
    fn the_reference_is_underlined() {
        check_pair(
            RULE,
            "save = Save\na = A\n",
            "save = S\na = é { save } { save }\n",
            &["2:9: warning: message `save` is not referred to in the reference"],
        );
    }

    #[test]
    fn what_the_reference_says_in_words_may_be_referred_to() {
        check_pair(RULE, "save = Save\na = Press save\n", "save = S\na = { save }\n", &[]);
        check_pair(
            RULE,
            "save = Save\na = { b }\nb = { save }\n",
            "save = S\na = { save }\nb = { save }\n",
            &[],
        );
        check_pair(RULE, "a = A\n", "a = { helper }\nhelper = H\n", &[]);
    }
}
