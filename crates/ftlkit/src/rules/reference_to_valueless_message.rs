//! `reference-to-valueless-message`

use std::collections::HashSet;

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features};

pub(super) struct ReferenceToValuelessMessage;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for references to messages that have only attributes.",
    why: "There is nothing to show: the text has `{save}` in it.",
    bad: &[("i18n/en/main.ftl", "save =\n    .label = Save\nhint = Press { save }\n")],
    good: &[("i18n/en/main.ftl", "save =\n    .label = Save\nhint = Press { save.label }\n")],
    fix: "None.",
};

impl Rule for ReferenceToValuelessMessage {
    fn name(&self) -> &'static str {
        "reference-to-valueless-message"
    }

    fn group(&self) -> Group {
        Group::References
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        let mut values = None;
        for (entry, attribute, pattern) in context.patterns_with(Features::REFERENCES) {
            for reference in pattern.references().iter().filter(|reference| reference.attribute.is_none()) {
                let id = pattern.slice(reference.id);
                let Some(target) = context.find_or_inherit(entry.file(), id) else { continue };
                if target.value().is_some() || context.is_broken(id, None) {
                    continue;
                }
                // Files of different bundles may define the id, one with a value and one without.
                let is_unlimited = context.domains(entry.file()).is_empty();
                if is_unlimited && values.get_or_insert_with(|| values_of(context)).contains(id) {
                    continue;
                }
                let names: Vec<String> =
                    target.attributes().take(NAMES).map(|(name, ..)| format!("`{id}.{name}`")).collect();
                sink.report(
                    Finding::at(
                        entry.file(),
                        reference.id,
                        format!("message `{id}` has no value, only attributes"),
                    )
                    .entry(entry, attribute)
                    .related(target.file(), target.span(), "the message")
                    .help(format!("did you mean {}?", names.join(" or "))),
                );
            }
        }
    }
}

/// How many attributes are named.
const NAMES: usize = 3;

/// The ids of the locale that have a value.
fn values_of(context: Context<'_>) -> HashSet<&str> {
    context.entries().filter(|entry| entry.value().is_some()).map(EntryRef::id).collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "reference-to-valueless-message";

    #[test]
    fn the_reference_is_underlined() {
        check_pair(
            RULE,
            "a = A\n",
            "b =\n    .x = X\n    .y = Y\na = é { b } { b.x }\n",
            &["4:9: error: message `b` has no value, only attributes; help: did you mean `b.x` or `b.y`?"],
        );
    }

    #[test]
    fn messages_with_a_value_may_be_referred_to() {
        check_pair(RULE, "a = A\n", "b = B\n    .x = X\na = { b } { none }\n", &[]);
    }
}
