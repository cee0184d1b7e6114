//! `nesting-too-deep`

use super::{Context, Explanation, Finding, Group, Interest, OptionKind, Rule, RuleOption, Sink};
use crate::diagnostic::Severity;
use crate::model::FileRef;
use crate::syntax::Excess;

pub(super) struct NestingTooDeep;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for braces and calls that are nested more than 64 deep. Such a message is not checked any further.",
    why: "The parser of Fluent for Rust has no limit of its own: it exhausts the stack, and the application ends.",
    bad: &[(
        "i18n/en/main.ftl",
        "deep = {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{ $x\n\
         }}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}\n",
    )],
    good: &[("i18n/en/main.ftl", "deep = {{ $x }}\n")],
    fix: "None.",
};

pub(crate) const LEVELS: RuleOption = RuleOption {
    rule: "nesting-too-deep",
    name: "levels",
    about: "How deep braces and calls may be nested.",
    kind: OptionKind::Number { default: 64, least: 1, most: 64 },
    example: "8",
};

const HELP: &str = "split the message into several: nothing else in it is looked at until then";

impl Rule for NestingTooDeep {
    fn name(&self) -> &'static str {
        "nesting-too-deep"
    }

    fn group(&self) -> Group {
        Group::Syntax
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn options(&self) -> &'static [RuleOption] {
        &[LEVELS]
    }

    fn interest(&self) -> Interest {
        Interest::files()
    }

    fn check_file<'a>(&self, context: Context<'a>, file: FileRef<'a>, sink: &mut Sink<'_>) {
        let limit = context.config().limits.nesting;
        for refused in file.refused().iter().filter(|refused| refused.excess == Excess::Nesting) {
            let message = format!("braces and calls are nested more than {limit} deep");
            sink.report(Finding::at(file, refused.place, message).id(file.slice(refused.id)).help(HELP));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    #[test]
    fn the_first_brace_too_many_is_underlined() {
        let deep = format!("a = A\nb = {}\n", "{ ".repeat(100_000));
        check_pair(
            "nesting-too-deep",
            "a = A\n",
            &deep,
            &[
                "2:133: error: braces and calls are nested more than 64 deep; help: split the message into several: nothing \
                 else in it is looked at until then",
            ],
        );
    }

    #[test]
    fn other_messages_are_looked_at_all_the_same() {
        let deep = "{ ".repeat(65);
        let text =
            format!("a = A {{ $x }}\n# why\nb = {deep}\n-t = {deep}\nc = {{ b }} {{ -t }}\nd = {deep}\n");
        let en = "a = A\nb = B\n-t = T\nc = { b } { -t }\nd = D\ne = E\n";
        let mut rules: Vec<String> =
            crate::check_texts(&[("i18n/en/a.ftl", en), ("i18n/nl/a.ftl", &text)], &crate::Config::default())
                .unwrap()
                .diagnostics
                .iter()
                .map(|found| format!("{} {}", found.rule(), found.id().unwrap_or("-")))
                .collect();
        rules.sort();
        let found = [
            "missing-message e",
            "nesting-too-deep -t",
            "nesting-too-deep b",
            "nesting-too-deep d",
            "unknown-variable a",
        ];
        assert_eq!(rules, found);
    }

    #[test]
    fn what_is_not_understood_is_not_missing() {
        let deep = format!("b = {}\n", "{ ".repeat(65));
        check_pair("missing-message", "b = B\n", &deep, &[]);
        check_pair("extra-message", &deep, "b = B\n", &[]);
    }
}
