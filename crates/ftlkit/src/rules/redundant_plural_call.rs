//! `redundant-plural-call`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::model::{ArgumentKind, EntryRef, Features, PatternRef, Role};
use crate::source::Span;

pub(super) struct RedundantPluralCall;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for selectors that call `PLURAL`. (The example's configuration has that function.)",
    why: "A selector on a number chooses by its plural category anyway.",
    bad: &[(
        "i18n/en/main.ftl",
        "files = { PLURAL($n) ->\n    [one] { $n } file\n   *[other] { $n } files\n}\n",
    )],
    good: &[("i18n/en/main.ftl", "files = { $n ->\n    [one] { $n } file\n   *[other] { $n } files\n}\n")],
    fix: "Safe: the call is replaced by its argument.",
};

impl Rule for RedundantPluralCall {
    fn name(&self) -> &'static str {
        "redundant-plural-call"
    }

    fn group(&self) -> Group {
        Group::Syntax
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn example_config(&self) -> Config {
        Config { functions: vec!["NUMBER".to_owned(), "PLURAL".to_owned()], ..Config::default() }
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::CALLS)
    }

    fn check_pattern<'a>(
        &self,
        _context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        for call in pattern.calls().iter().filter(|call| call.role == Role::Selector) {
            let [argument] = pattern.call_arguments(call) else { continue };
            let is_variable = argument.kind == ArgumentKind::Variable && argument.name.is_none();
            if !is_variable || pattern.slice(call.function) != "PLURAL" {
                continue;
            }
            let behind = Span::new(argument.value.end, pattern.span().end);
            let Some(end) = pattern.slice(behind).find(')') else { continue };
            let end = argument.value.end + u32::try_from(end).unwrap_or(0) + 1;
            let variable = format!("${}", pattern.slice(argument.value));
            let span = Span::new(call.function.start, end);
            sink.report(
                Finding::at(entry.file(), span, "a selector on a number needs no call of `PLURAL`")
                    .entry(entry, attribute)
                    .help(format!("select on `{variable}`"))
                    .fix(format!("select on `{variable}`"), true, entry.file(), [(span, variable)]),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "redundant-plural-call";

    #[test]
    fn the_call_is_replaced() {
        let text = "a = { PLURAL( $n ) ->\n   *[other] { PLURAL($n) }\n}\n";
        check_pair(
            RULE,
            "a = A\n",
            text,
            &["1:7: info: a selector on a number needs no call of `PLURAL`; help: select on `$n`"],
        );
        check_fix(RULE, "a = A\n", text, "a = { $n ->\n   *[other] { PLURAL($n) }\n}\n");
        check_pair(RULE, "a = A\n", "a = { PLURAL($n, type: \"ordinal\") ->\n   *[other] A\n}\n", &[]);
    }
}
