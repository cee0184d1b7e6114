//! `function-changed`

use std::collections::{BTreeMap, BTreeSet};

use super::function_dropped::{formatted, matters};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{Call, Features};

pub(super) struct FunctionChanged;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for variables that the reference formats with `DATETIME`, or with `NUMBER` and options, and \
        a translation with another function. Options may differ: each language has its own forms.",
    why: "A date formatted as a number, or the other way round, shows an error instead of a text.",
    bad: &[
        ("i18n/en/main.ftl", "seen = Seen on { DATETIME($date) }\n"),
        ("i18n/nl/main.ftl", "seen = Gezien op { NUMBER($date) }\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "seen = Seen on { DATETIME($date) }\n"),
        ("i18n/nl/main.ftl", "seen = Gezien op { DATETIME($date) }\n"),
    ],
    fix: "Safe: the function's name is replaced; unsafe where the call has options, or the reference uses several functions.",
};

impl Rule for FunctionChanged {
    fn name(&self) -> &'static str {
        "function-changed"
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
        Interest::references(Features::CALLS)
    }

    fn check_unit<'a>(&self, _context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let (pattern, reference) = (unit.pattern, unit.reference);
        if pattern.calls().is_empty() {
            return;
        }
        let mut known: BTreeMap<&str, (&Call, BTreeSet<&str>)> = BTreeMap::new();
        for (name, call) in formatted(reference) {
            let slot = known.entry(name).or_insert((call, BTreeSet::new()));
            slot.1.insert(reference.slice(call.function));
        }
        for (name, call) in formatted(pattern) {
            let function = pattern.slice(call.function);
            let Some((wanted, functions)) = known.get(name) else { continue };
            let is_format = matters(reference, wanted) || matters(pattern, call);
            if functions.contains(function) || !is_format {
                continue;
            }
            let right = reference.slice(wanted.function);
            let message =
                format!("`${name}` is formatted with `{function}`, in the reference with `{right}`");
            sink.report(
                Finding::at(unit.entry.file(), call.function, message)
                    .entry(unit.entry, unit.attribute)
                    .related(reference.file(), wanted.function, "the reference formats it here")
                    .fix(
                        format!("replace `{function}` with `{right}`"),
                        functions.len() == 1
                            && pattern.call_arguments(call).iter().all(|argument| argument.name.is_none()),
                        unit.entry.file(),
                        [(call.function, right.to_owned())],
                    ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "function-changed";

    #[test]
    fn the_function_is_underlined() {
        check_pair(
            RULE,
            "a = { DATETIME($d) }\n",
            "a = é { NUMBER($d) }\n",
            &["1:9: warning: `$d` is formatted with `NUMBER`, in the reference with `DATETIME`"],
        );
        check_fix(RULE, "a = { DATETIME($d) }\n", "a = { NUMBER($d) }\n", "a = { DATETIME($d) }\n");
    }

    #[test]
    fn options_and_functions_of_grammar_may_differ() {
        check_pair(
            RULE,
            "a = { DATETIME($d, month: \"long\") }\n",
            "a = { DATETIME($d, month: \"short\") }\n",
            &[],
        );
        check_pair(RULE, "a = { THE($x) }\n", "a = { EEN($x) }\n", &[]);
    }
}
