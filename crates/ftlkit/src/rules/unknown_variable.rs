//! `unknown-variable`

use super::compare::Unknown;
use super::{Context, Explanation, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::Features;

pub(super) struct UnknownVariable;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for variables that a translation shows and the reference does not have. A variable of a message that \
        the reference refers to counts as the reference's own. Selectors are the business of \
        `selector-variable-unknown`.",
    why: "The application does not pass the variable: the text shows `{$nmae}` instead of a name.",
    bad: &[
        ("i18n/en/main.ftl", "hello = Hello, { $name }!\n"),
        ("i18n/nl/main.ftl", "hello = Hallo, { $nmae }!\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "hello = Hello, { $name }!\n"),
        ("i18n/nl/main.ftl", "hello = Hallo, { $name }!\n"),
    ],
    fix: "Safe: the name is replaced where one of the reference's differs by a slip and the translation does not use it; \
        unsafe where several are as near, or the name is used already.",
};

impl Rule for UnknownVariable {
    fn name(&self) -> &'static str {
        "unknown-variable"
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
        Interest::translations(Features::VARIABLES)
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let pattern = unit.pattern;
        let shown = pattern.variables().iter().filter(|variable| !variable.role.selects());
        let unknown = Unknown::new(context, unit, shown);
        let has = |name: &str| pattern.variables().iter().any(|other| pattern.slice(other.name) == name);
        for variable in &unknown.variables {
            let message =
                format!("variable `${}` is not known to the reference", pattern.slice(variable.name));
            sink.report(unknown.finding(unit, variable, message, |nearest| !has(nearest)));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "unknown-variable";

    #[test]
    fn a_slip_is_found_and_mended() {
        check_pair(
            RULE,
            "a = { $name }\n",
            "a = é { $nmae } { $nmae }\n",
            &["1:9: error: variable `$nmae` is not known to the reference; help: did you mean `$name`?"],
        );
        check_fix(RULE, "a = { $name }\n", "a = { $nmae } { $nmae }\n", "a = { $name } { $name }\n");
    }

    #[test]
    fn every_variant_and_argument_is_looked_at() {
        check_pair(
            RULE,
            "a = { $n }\n",
            "a =\n    { $n ->\n        [one] { $one }\n       *[other] { NUMBER($other) }\n    }\n",
            &[
                "3:17: error: variable `$one` is not known to the reference; help: did you mean `$n`?",
                "4:26: error: variable `$other` is not known to the reference; help: the reference has `$n`",
            ],
        );
    }

    #[test]
    fn what_the_reference_refers_to_counts() {
        check_pair(RULE, "a = { b }\nb = { $x }\n", "a = { $x }\nb = { $x }\n", &[]);
        check_pair(RULE, "a = { b }\nb = { a } { $x }\n", "a = { $x }\nb = { $x }\n", &[]);
    }

    #[test]
    fn selectors_and_terms_are_others_business() {
        check_pair(RULE, "a = A\n", "a = { $n ->\n   *[x] A\n}\n", &[]);
        check_pair(RULE, "-t = T\na = A\n", "-t = { $case }\na = A\n", &[]);
    }

    #[test]
    fn what_comments_of_the_reference_describe_is_passed() {
        let told = |place: &str, name: &str| {
            format!(
                "{place}: error: variable `${name}` is not known to the reference; help: the reference has no variables here"
            )
        };
        let found = told("2:7", "first");
        check_pair(
            RULE,
            "# $first (String) - é\na = A\nb = B\n",
            "a = { $first }\nb = { $first }\n",
            &[&found],
        );
        let found = told("2:7", "first");
        let reference = "## Variables:\n##   $first: a name\n\na = A\n\n## $last\n\nb = B\n";
        check_pair(RULE, reference, "a = { $first }\nb = { $first }{ $last }\n", &[&found]);
        check_pair(RULE, "### `{ $user-name }` is always there\n\na = A\n", "a = { $user-name }\n", &[]);
        let found = told("1:7", "first");
        check_pair(RULE, "a = A\n", "# $first\na = { $first }\n", &[&found.replace("1:7", "2:7")]);
        check_pair(RULE, "# $first\n\na = A\n", "a = { $first }\n", &[&found]);
    }

    #[test]
    fn a_slip_of_a_comment_is_no_promise() {
        let found = "1:7: error: variable `$nmae` is not known to the reference; help: did you mean `$name`?";
        check_pair(RULE, "# $nmae\na = { $name }\n", "a = { $nmae }\n", &[found]);
    }
}
