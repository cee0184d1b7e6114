//! `missing-attribute`

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;

pub(super) struct MissingAttribute;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for attributes that a message has in the reference and lacks in a locale. Attributes of terms are a \
        locale's own business.",
    why: "An application that asks for the attribute gets nothing, or a text in another language.",
    bad: &[
        ("i18n/en/main.ftl", "search = Search\n    .title = Search all files\n"),
        ("i18n/nl/main.ftl", "search = Zoeken\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "search = Search\n    .title = Search all files\n"),
        ("i18n/nl/main.ftl", "search = Zoeken\n    .title = In alle bestanden zoeken\n"),
    ],
    fix: "None.",
};

impl Rule for MissingAttribute {
    fn name(&self) -> &'static str {
        "missing-attribute"
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

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        if context.is_reference() {
            return;
        }
        for reference in context.reference_messages() {
            let Some(entry) = context.translation(reference) else { continue };
            for (name, place, _) in reference.attributes() {
                let found = entry.attribute(name).is_some()
                    || context.is_broken(entry.id(), Some(name))
                    || context.inherited(reference, Some(name)).is_some();
                if found {
                    continue;
                }
                let message = format!("message `{}` lacks the attribute `.{name}`", entry.id());
                sink.report(
                    Finding::at(entry.file(), entry.id_span(), message)
                        .entry(entry, Some(name))
                        .related(reference.file(), place, "the attribute in the reference")
                        .severity(context.severity_of_missing()),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    #[test]
    fn the_message_that_lacks_it_is_underlined() {
        check_pair(
            "missing-attribute",
            "a = A\n    .x = X\n    .y = Y\n",
            "a = A\n    .x = X\n",
            &["1:1: error: message `a` lacks the attribute `.y`"],
        );
    }

    #[test]
    fn broken_attributes_and_those_of_terms_are_not_missing() {
        check_pair("missing-attribute", "a = A\n    .x = X\n", "a = A\n    .x = { $\n", &[]);
        check_pair("missing-attribute", "-a = A\n    .x = X\n", "-a = A\n", &[]);
    }
}
