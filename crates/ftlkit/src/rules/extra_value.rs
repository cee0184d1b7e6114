//! `extra-value`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::EntryRef;

pub(super) struct ExtraValue;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for messages that have only attributes in the reference, and a value in a locale.",
    why: "No application asks for the value; most often it is the text of an attribute that is then missing.",
    bad: &[
        ("i18n/en/main.ftl", "search =\n    .title = Search all files\n"),
        ("i18n/nl/main.ftl", "search = Zoeken\n    .title = In alle bestanden zoeken\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "search =\n    .title = Search all files\n"),
        ("i18n/nl/main.ftl", "search =\n    .title = In alle bestanden zoeken\n"),
    ],
    fix: "None.",
};

impl Rule for ExtraValue {
    fn name(&self) -> &'static str {
        "extra-value"
    }

    fn group(&self) -> Group {
        Group::Parity
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn applies(&self, context: Context<'_>) -> bool {
        !context.is_reference() && context.reference().has_messages_without_value()
    }

    fn interest(&self) -> Interest {
        Interest::entries()
    }

    fn check_entry<'a>(&self, context: Context<'a>, entry: EntryRef<'a>, sink: &mut Sink<'_>) {
        let Some(value) = entry.value().filter(|_| entry.is_message()) else { return };
        let Some(reference) = context.counterpart(entry) else { return };
        if reference.value().is_some() || context.reference().is_broken(entry.id(), None) {
            return;
        }
        let names: Vec<String> = reference.attributes().map(|(name, ..)| format!("`.{name}`")).collect();
        let message = format!("message `{}` has no value in the reference", entry.id());
        sink.report(
            Finding::at(entry.file(), value.span(), message)
                .entry(entry, None)
                .related(reference.file(), reference.span(), "the message in the reference")
                .help(format!("the reference has only {}", names.join(", "))),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "extra-value";

    #[test]
    fn the_value_is_underlined() {
        check_pair(
            RULE,
            "a =\n    .x = X\n    .y = Y\nb = B\n",
            "a = é\n    .x = X\nb = B\n",
            &[
                "1:5: error: message `a` has no value in the reference; help: the reference has only `.x`, `.y`",
            ],
        );
    }

    #[test]
    fn terms_and_extra_messages_are_others_business() {
        check_pair(RULE, "a = A\n", "a = A\nb = B\n-t = T\n", &[]);
    }
}
