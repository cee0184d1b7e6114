//! `missing-message-reference`

use super::compare::{Lacking, is_foreign};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{EntryKind, Features, Reference};

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

    fn interest(&self) -> Interest {
        Interest::references(Features::MESSAGES)
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let (pattern, reference) = (unit.pattern, unit.reference);
        let is_wanted = |wanted: &Reference| !is_foreign(reference, wanted);
        let ours = (context, pattern);
        let is_same = |one: &str, other: &str| one == other;
        let lacking = Lacking::new(reference, ours, EntryKind::Message, is_wanted, is_same);
        for (wanted, id) in &lacking.references {
            // What the reference lacks too is a fault there, not here.
            let is_known = context.reference().find(reference.file(), id).is_some();
            if !is_known
                || lacking.is_slip(id, |other| context.find_or_inherit(pattern.file(), other).is_none())
            {
                continue;
            }
            let message = format!("message `{id}` is not referred to, as in the reference");
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
