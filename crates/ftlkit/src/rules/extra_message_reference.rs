//! `extra-message-reference`

use super::compare::{Lacking, says};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{EntryKind, Features};

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

    fn interest(&self) -> Interest {
        Interest::translations(Features::MESSAGES)
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let (pattern, reference) = (unit.pattern, unit.reference);
        let theirs = (context.reference(), reference);
        let lacking = Lacking::new(pattern, theirs, EntryKind::Message, |_| true, |one, other| one == other);
        for (found, id) in &lacking.references {
            let Some(definition) = context.reference().find(reference.file(), id) else { continue };
            if lacking.is_slip(id, |_| true) || says(reference, definition) {
                continue;
            }
            let message = format!("message `{id}` is not referred to in the reference");
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
