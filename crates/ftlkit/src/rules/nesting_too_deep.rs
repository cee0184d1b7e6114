//! `nesting-too-deep`

use super::{Context, Explanation, Finding, Group, Interest, OptionKind, Rule, RuleOption, Sink};
use crate::diagnostic::Severity;
use crate::model::FileRef;

pub(super) struct NestingTooDeep;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for braces and calls that are nested more than 64 deep. Such a file is not checked any further.",
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

const HELP: &str = "split the message into several: nothing else in this file is looked at until then";

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
        if let Some(place) = file.too_deep() {
            let message = format!("braces and calls are nested more than {limit} deep");
            sink.report(Finding::at(file, place, message).help(HELP));
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
                 else in this file is looked at until then",
            ],
        );
    }

    #[test]
    fn nothing_is_missing_in_a_file_that_is_not_understood() {
        let deep = format!("b = {}\n", "{ ".repeat(65));
        check_pair("missing-message", "a = A\n", &deep, &[]);
    }
}
