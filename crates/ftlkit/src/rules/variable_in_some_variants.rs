//! `variable-in-some-variants`

use std::collections::{BTreeSet, HashSet};

use super::compare::branches;
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{Features, PatternRef};

pub(super) struct VariableInSomeVariants;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for variables that the reference shows always, and a translation in some of its variants \
        only. A variable that selects variants, or that is a number, may be left out where the words say it: \
        `[one] a file`.",
    why: "Some readers do not see something that the others see.",
    bad: &[
        (
            "i18n/en/main.ftl",
            "sent = { $gender ->\n    [f] { $name } sent her file\n   *[other] { $name } sent a file\n}\n",
        ),
        (
            "i18n/nl/main.ftl",
            "sent = { $gender ->\n    [f] { $name } stuurde haar bestand\n   *[other] Er is een bestand gestuurd\n}\n",
        ),
    ],
    good: &[
        (
            "i18n/en/main.ftl",
            "sent = { $gender ->\n    [f] { $name } sent her file\n   *[other] { $name } sent a file\n}\n",
        ),
        (
            "i18n/nl/main.ftl",
            "sent = { $gender ->\n    [f] { $name } stuurde haar bestand\n   *[other] { $name } stuurde een bestand\n}\n",
        ),
    ],
    fix: "None.",
};

impl Rule for VariableInSomeVariants {
    fn name(&self) -> &'static str {
        "variable-in-some-variants"
    }

    fn group(&self) -> Group {
        Group::Parity
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::translations(Features::SELECTS)
    }

    fn check_unit<'a>(&self, _context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let (pattern, reference) = (unit.pattern, unit.reference);
        let numbers: HashSet<&str> = numbers(pattern).chain(numbers(reference)).collect();
        let names: BTreeSet<&str> = shown(pattern).filter(|name| !numbers.contains(name)).collect();
        let names: Vec<&str> = names.into_iter().take(VARIABLES).collect();
        if names.is_empty() {
            return;
        }
        let always: Vec<bool> = columns(reference, &names)
            .into_iter()
            .reduce(|all, branch| all.iter().zip(branch).map(|(all, here)| *all && here).collect())
            .unwrap_or_default();
        let references_messages = pattern.references().iter().any(|reference| !reference.id.is_empty());
        if references_messages || !always.contains(&true) {
            return;
        }
        for branch in branches(pattern, names.len(), uses(pattern, &names)) {
            let Some(variant) = branch.variant else { continue };
            let lost = names.iter().zip(&branch.counts).zip(&always);
            let lost: Vec<&str> = lost
                .filter(|((_, count), always)| **count == 0 && **always)
                .map(|((name, _), _)| *name)
                .collect();
            for name in lost {
                let message = format!(
                    "variable `${name}` is not used in the variant `[{}]`",
                    pattern.slice(variant.key)
                );
                sink.report(
                    Finding::at(unit.entry.file(), variant.value, message)
                        .entry(unit.entry, unit.attribute)
                        .related(reference.file(), reference.span(), "the reference always uses it"),
                );
            }
        }
    }
}

/// How many variables of one text are looked at; more than that many placeables are an error of their own.
const VARIABLES: usize = 100;

fn columns(pattern: PatternRef<'_>, names: &[&str]) -> Vec<Vec<bool>> {
    let branches = branches(pattern, names.len(), uses(pattern, names));
    branches.into_iter().map(|branch| branch.counts.iter().map(|count| *count > 0).collect()).collect()
}

fn uses(
    pattern: PatternRef<'_>,
    names: &[&str],
) -> impl Iterator<Item = (usize, Option<crate::model::Index>)> {
    pattern.variables().iter().filter(|variable| !variable.role.selects()).filter_map(move |variable| {
        Some((names.binary_search(&pattern.slice(variable.name)).ok()?, variable.variant))
    })
}

fn shown(pattern: PatternRef<'_>) -> impl Iterator<Item = &str> {
    let shown = pattern.variables().iter().filter(|variable| !variable.role.selects());
    shown.map(move |variable| pattern.slice(variable.name))
}

/// The variables that select, or are formatted as numbers.
fn numbers(pattern: PatternRef<'_>) -> impl Iterator<Item = &str> {
    let selectors = pattern.variables().iter().filter(|variable| variable.role.selects());
    let numbers = pattern.calls().iter().filter(move |call| pattern.slice(call.function) == "NUMBER");
    let arguments = numbers.flat_map(move |call| pattern.call_arguments(call));
    selectors
        .map(move |variable| pattern.slice(variable.name))
        .chain(arguments.map(move |argument| pattern.slice(argument.value)))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "variable-in-some-variants";

    #[test]
    fn the_variant_is_underlined() {
        check_pair(
            RULE,
            "a = { $n } { $name }\n",
            "a = { $n ->\n    [one] een { $x ->\n        [y] { $name }\n       *[z] zed\n    }\n   *[other] { $n } { $name }\n}\n",
            &["4:13: info: variable `$name` is not used in the variant `[z]`"],
        );
    }

    #[test]
    fn numbers_selectors_and_what_stands_outside_may_be_left_out() {
        check_pair(RULE, "a = { $n } files\n", "a = { $n ->\n    [one] een\n   *[other] { $n }\n}\n", &[]);
        check_pair(RULE, "a = { NUMBER($n) }\n", "a = { $g ->\n    [m] een\n   *[f] { $n }\n}\n", &[]);
        check_pair(RULE, "a = { $x }\n", "a = { $x } { $g ->\n    [m] een\n   *[f] twee\n}\n", &[]);
    }

    #[test]
    fn the_reference_may_leave_it_out_too() {
        let text = "a = { $g ->\n    [m] een\n   *[f] { $x }\n}\n";
        check_pair(RULE, text, text, &[]);
    }
}
