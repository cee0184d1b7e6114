//! `function-dropped`

use std::collections::{BTreeMap, HashSet};

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{ArgumentKind, Call, Features, PatternRef, Role};

pub(super) struct FunctionDropped;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for variables that the reference formats with `DATETIME`, or with `NUMBER` and options, and \
        a translation shows as they are. `NUMBER` without options changes nothing.",
    why: "A date is shown as a number, a share without its percent sign, an amount without its currency.",
    bad: &[
        ("i18n/en/main.ftl", "seen = Seen on { DATETIME($date, dateStyle: \"long\") }\n"),
        ("i18n/nl/main.ftl", "seen = Gezien op { $date }\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "seen = Seen on { DATETIME($date, dateStyle: \"long\") }\n"),
        ("i18n/nl/main.ftl", "seen = Gezien op { DATETIME($date, dateStyle: \"full\") }\n"),
    ],
    fix: "None.",
};

impl Rule for FunctionDropped {
    fn name(&self) -> &'static str {
        "function-dropped"
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
        let bare = bare(reference);
        let wanted: BTreeMap<&str, &Call> = formatted(reference)
            .filter(|(name, call)| !bare.contains(name) && matters(reference, call))
            .collect();
        for variable in pattern.variables().iter().filter(|variable| variable.role == Role::Shown) {
            let Some(call) = wanted.get(pattern.slice(variable.name)) else { continue };
            let function = reference.slice(call.function);
            let message = format!("`${}` is not formatted with `{function}`", pattern.slice(variable.name));
            sink.report(
                Finding::at(unit.entry.file(), pattern.with_sigil(variable.name), message)
                    .entry(unit.entry, unit.attribute)
                    .related(reference.file(), call.function, "the reference formats it here"),
            );
        }
    }
}

/// The variables that are shown through a function.
pub(super) fn formatted(pattern: PatternRef<'_>) -> impl Iterator<Item = (&str, &Call)> {
    pattern.calls().iter().filter(|call| !call.role.selects()).flat_map(move |call| {
        let variables = pattern.call_arguments(call).iter();
        let variables = variables.filter(|argument| argument.kind == ArgumentKind::Variable);
        variables.map(move |argument| (pattern.slice(argument.value), call))
    })
}

/// Whether a call does what showing the variable would not do. Functions of a project's own may be there for the
/// grammar of one language.
pub(super) fn matters(pattern: PatternRef<'_>, call: &Call) -> bool {
    match pattern.slice(call.function) {
        "DATETIME" => true,
        "NUMBER" => pattern.call_arguments(call).iter().any(|argument| argument.name.is_some()),
        _ => false,
    }
}

/// The variables that are shown as they are.
fn bare(pattern: PatternRef<'_>) -> HashSet<&str> {
    let shown = pattern.variables().iter().filter(|variable| variable.role == Role::Shown);
    shown.map(|variable| pattern.slice(variable.name)).collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "function-dropped";

    #[test]
    fn each_bare_use_is_underlined() {
        check_pair(
            RULE,
            "a = { DATETIME($d) } { NUMBER($n, style: \"percent\") }\n",
            "a = { $n } { $d }\n",
            &[
                "1:7: warning: `$n` is not formatted with `NUMBER`",
                "1:14: warning: `$d` is not formatted with `DATETIME`",
            ],
        );
    }

    #[test]
    fn number_is_implied_and_selectors_are_no_formats() {
        check_pair(RULE, "a = { NUMBER($n) } { THE($x) }\n", "a = { $n } { $x }\n", &[]);
        check_pair(RULE, "a = { DATETIME($d) } { $d }\n", "a = { $d }\n", &[]);
        check_pair(
            RULE,
            "a = { NUMBER($n, type: \"ordinal\") ->\n   *[other] { $n }\n}\n",
            "a = { $n }\n",
            &[],
        );
    }
}
