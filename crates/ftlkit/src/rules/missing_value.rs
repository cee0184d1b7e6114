//! `missing-value`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::EntryRef;

pub(super) struct MissingValue;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for messages that have a value in the reference, and only attributes in a locale.",
    why: "An application that asks for the value gets nothing, or a text in another language.",
    bad: &[
        ("i18n/en/main.ftl", "search = Search\n    .title = Search all files\n"),
        ("i18n/nl/main.ftl", "search =\n    .title = In alle bestanden zoeken\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "search = Search\n    .title = Search all files\n"),
        ("i18n/nl/main.ftl", "search = Zoeken\n    .title = In alle bestanden zoeken\n"),
    ],
    fix: "None.",
};

impl Rule for MissingValue {
    fn name(&self) -> &'static str {
        "missing-value"
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

    fn interest(&self) -> Interest {
        Interest::missing()
    }

    fn check_missing<'a>(
        &self,
        context: Context<'a>,
        reference: EntryRef<'a>,
        translation: Option<EntryRef<'a>>,
        sink: &mut Sink<'_>,
    ) {
        let (Some(value), Some(entry)) = (reference.value(), translation) else { return };
        let found = entry.value().is_some()
            || context.is_broken(entry.id(), None)
            || context.inherited(reference, None).is_some();
        if !found {
            sink.report(
                Finding::at(entry.file(), entry.id_span(), format!("message `{}` lacks a value", entry.id()))
                    .entry(entry, None)
                    .related(reference.file(), value.span(), "the value in the reference")
                    .severity(context.severity_of_missing()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_pair};

    const RULE: &str = "missing-value";

    #[test]
    fn the_id_is_underlined() {
        check_pair(
            RULE,
            "a = A\n    .x = X\nb =\n    .x = X\n",
            "b =\n    .x = X\na =\n    .x = X\n",
            &["3:1: error: message `a` lacks a value"],
        );
    }

    #[test]
    fn regional_locales_inherit_values() {
        let files = [
            ("i18n/en/a.ftl", "a = A\n    .x = X\n"),
            ("i18n/es/a.ftl", "a = A\n    .x = X\n"),
            ("i18n/es-MX/a.ftl", "a =\n    .x = X\n"),
        ];
        check(RULE, &files, &[]);
    }
}
