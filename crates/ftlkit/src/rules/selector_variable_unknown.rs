//! `selector-variable-unknown`

use std::collections::{BTreeSet, HashSet};

use super::compare::Documented;
use super::{Context, Explanation, Finding, Group, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::distance::{self, Guess};

pub(super) struct SelectorVariableUnknown;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for selections on a variable that the reference does not have. Where the translation also \
        shows the variable, `unknown-variable` says so.",
    why: "The application does not pass the variable: the default is chosen always.",
    bad: &[
        ("i18n/en/main.ftl", "files = { $count } files\n"),
        (
            "i18n/nl/main.ftl",
            "files = { $cuont ->\n    [one] { $count } bestand\n   *[other] { $count } bestanden\n}\n",
        ),
    ],
    good: &[
        ("i18n/en/main.ftl", "files = { $count } files\n"),
        (
            "i18n/nl/main.ftl",
            "files = { $count ->\n    [one] { $count } bestand\n   *[other] { $count } bestanden\n}\n",
        ),
    ],
    fix: "Safe: the name is replaced where one of the reference's differs by a slip; unsafe where several do.",
};

impl Rule for SelectorVariableUnknown {
    fn name(&self) -> &'static str {
        "selector-variable-unknown"
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
        let mut documented = Documented::default();
        for unit in context.units().filter(|unit| !unit.pattern.selects().is_empty()) {
            check_unit(context, &unit, &mut documented, sink);
        }
    }
}

/// How many variables of one text are reported.
const VARIABLES: usize = 100;

fn check_unit<'a>(
    context: Context<'a>,
    unit: &UnitPair<'a>,
    documented: &mut Documented<'a>,
    sink: &mut Sink<'_>,
) {
    let pattern = unit.pattern;
    let direct: HashSet<&str> =
        unit.reference.variables().iter().map(|variable| unit.reference.slice(variable.name)).collect();
    let mut known: Option<BTreeSet<&str>> = None;
    let mut reported = HashSet::new();
    let shown: HashSet<&str> = pattern
        .variables()
        .iter()
        .filter(|variable| !variable.role.selects())
        .map(|variable| pattern.slice(variable.name))
        .collect();
    for variable in pattern.variables().iter().filter(|variable| variable.role.selects()) {
        let name = pattern.slice(variable.name);
        if direct.contains(name) || shown.contains(name) {
            continue;
        }
        let known = known.get_or_insert_with(|| context.reference().variables_of(unit.reference));
        if known.contains(name) || reported.len() >= VARIABLES || !reported.insert(name) {
            continue;
        }
        // What a comment of the reference describes is passed, used or not.
        if documented.has(unit.reference_entry, name, known.iter().copied()) {
            continue;
        }
        let file = unit.entry.file();
        let message = format!("variable `${name}` selects here, and is not known to the reference");
        let mut finding = Finding::at(file, pattern.with_sigil(variable.name), message)
            .entry(unit.entry, unit.attribute)
            .related(unit.reference.file(), unit.reference.span(), "the text in the reference");
        if let Some(Guess { name: nearest, is_certain }) = distance::guess(name, known.iter().copied()) {
            let same = pattern.variables().iter().filter(|other| pattern.slice(other.name) == name);
            finding = finding.help(format!("did you mean `${nearest}`?")).fix(
                format!("replace `${name}` with `${nearest}`"),
                is_certain,
                file,
                same.map(|other| (other.name, nearest.to_owned())),
            );
        } else if known.is_empty() {
            finding = finding.help("the reference has no variables here");
        } else {
            let names: Vec<String> = known.iter().map(|name| format!("`${name}`")).collect();
            finding = finding.help(format!("the reference has {}", names.join(", ")));
        }
        sink.report(finding);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "selector-variable-unknown";

    #[test]
    fn the_variable_is_underlined() {
        check_pair(
            RULE,
            "a = { $count }\n",
            "a = { NUMBER($cuont) ->\n   *[other] { $count }\n}\n",
            &["1:14: error: variable `$cuont` selects here, and is not known to the reference; \
               help: did you mean `$count`?"],
        );
        check_fix(
            RULE,
            "a = { $n1 }\n",
            "a = { $n2 ->\n   *[x] { $n1 }\n}\n",
            "a = { $n1 ->\n   *[x] { $n1 }\n}\n",
        );
    }

    #[test]
    fn what_is_shown_too_or_comes_from_references_is_others_business() {
        check_pair(RULE, "a = A\n", "a = { $n ->\n   *[x] { $n }\n}\n", &[]);
        check_pair(RULE, "a = { b }\nb = { $n }\n", "a = { $n ->\n   *[x] A\n}\nb = { $n }\n", &[]);
        check_pair(RULE, "-t = T\n", "-t = { $case ->\n   *[x] A\n}\n", &[]);
    }
}
