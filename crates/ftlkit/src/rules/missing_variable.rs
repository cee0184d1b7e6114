//! `missing-variable`

use std::collections::BTreeSet;

use super::compare::Names;
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::Features;

pub(super) struct MissingVariable;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for variables that the reference shows and a translation uses in none of its variants, not even to \
        select one. A variable that only selects in the reference may be dropped: grammar differs.",
    why: "Something that the reader should know is not in the text: a name, a number, a path.",
    bad: &[("i18n/en/main.ftl", "hello = Hello, { $name }!\n"), ("i18n/nl/main.ftl", "hello = Hallo!\n")],
    good: &[
        ("i18n/en/main.ftl", "hello = Hello, { $name }!\n"),
        ("i18n/nl/main.ftl", "hello = Hallo, { $name }!\n"),
    ],
    fix: "None.",
};

impl Rule for MissingVariable {
    fn name(&self) -> &'static str {
        "missing-variable"
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
        Interest::references(Features::VARIABLES)
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        if unit.has_same_variables() {
            return;
        }
        let (pattern, reference) = (unit.pattern, unit.reference);
        let direct: Names<'_> = pattern.variables().iter().map(|v| pattern.slice(v.name)).collect();
        let shown = reference.variables().iter().filter(|variable| !variable.role.selects());
        let mut dropped =
            shown.filter(|variable| !direct.contains(reference.slice(variable.name))).peekable();
        if dropped.peek().is_none() {
            return;
        }
        let mut used = context.variables_of(pattern);
        // A name that the reference lacks is taken for a slip: it is one finding, not two.
        let known: BTreeSet<&str> = reference.variables().iter().map(|v| reference.slice(v.name)).collect();
        let strange: Vec<&str> = used.iter().copied().filter(|name| !known.contains(name)).collect();
        let slips =
            strange.iter().take(SLIPS).filter_map(|name| crate::distance::hint(name, known.iter().copied()));
        let slips: Vec<&str> = slips.collect();
        used.extend(slips);
        for variable in dropped {
            let name = reference.slice(variable.name);
            if !used.insert(name) {
                continue;
            }
            let message = format!("variable `${name}` of the reference is not used");
            sink.report(
                Finding::at(unit.entry.file(), pattern.span(), message)
                    .entry(unit.entry, unit.attribute)
                    .related(
                        reference.file(),
                        reference.with_sigil(variable.name),
                        "the reference uses it here",
                    ),
            );
        }
    }
}

/// How many names are compared with those of the reference.
const SLIPS: usize = 20;

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "missing-variable";

    #[test]
    fn each_variable_is_reported_once() {
        check_pair(
            RULE,
            "a = { $x } { $x } { $y }\n",
            "a = { $y }\n",
            &["1:5: warning: variable `$x` of the reference is not used"],
        );
    }

    #[test]
    fn one_variant_or_a_selector_is_enough() {
        check_pair(
            RULE,
            "a = { $n } files\n",
            "a = { $n ->\n    [one] een bestand\n   *[other] bestanden\n}\n",
            &[],
        );
        check_pair(
            RULE,
            "a = { $n } files\n",
            "a = { $x ->\n    [one] een bestand\n   *[other] { $n }\n}\n",
            &[],
        );
    }

    #[test]
    fn grammar_may_drop_selectors() {
        check_pair(RULE, "a = { $gender ->\n    [f] her\n   *[m] his\n}\n", "a = zijn\n", &[]);
    }

    #[test]
    fn references_are_followed_and_slips_are_others_business() {
        check_pair(RULE, "a = { $x }\nb = { $x }\n", "a = { b }\nb = { $x }\n", &[]);
        check_pair(RULE, "a = { $name }\n", "a = { $nmae }\n", &[]);
    }
}
