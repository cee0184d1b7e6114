//! `selector-variable-unknown`

use super::compare::{Names, Unknown};
use super::{Context, Explanation, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{Features, Variable};

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

    fn interest(&self) -> Interest {
        Interest::translations(Features::SELECTS)
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let pattern = unit.pattern;
        let name = |variable: &Variable| pattern.slice(variable.name);
        let is_shown = |variable: &&Variable| !variable.role.selects();
        let shown: Names<'_> = pattern.variables().iter().filter(is_shown).map(name).collect();
        let only_selects = |variable: &&Variable| variable.role.selects() && !shown.contains(name(variable));
        let unknown = Unknown::new(context, unit, pattern.variables().iter().filter(only_selects));
        for variable in &unknown.variables {
            let message =
                format!("variable `${}` selects here, and is not known to the reference", name(variable));
            sink.report(unknown.finding(unit, variable, message, |_| true));
        }
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
