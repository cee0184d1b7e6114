//! `unknown-function`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::distance;
use crate::model::{EntryRef, Features, PatternRef};

pub(super) struct UnknownFunction;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for calls of functions that the application does not have: `NUMBER` and `DATETIME`, or what the configuration names.",
    why: "The text shows `{NUMBR()}`, and a selector takes its default variant, without a word.",
    bad: &[
        ("i18n/en/main.ftl", "size = { NUMBER($size) }\n"),
        ("i18n/nl/main.ftl", "size = { NUMBR($size) }\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "size = { NUMBER($size) }\n"),
        ("i18n/nl/main.ftl", "size = { NUMBER($size) }\n"),
    ],
    fix: "None.",
};

impl Rule for UnknownFunction {
    fn name(&self) -> &'static str {
        "unknown-function"
    }

    fn group(&self) -> Group {
        Group::Syntax
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::CALLS)
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let known = &context.config().functions;
        for call in pattern.calls() {
            let name = pattern.slice(call.function);
            if known.iter().any(|function| function == name) {
                continue;
            }
            let help = match distance::hint(name, known.iter().map(String::as_str)) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None if name == "PLURAL" => "select on the number itself: `{ $n -> … }`".to_owned(),
                None => format!("name the functions that the application has: {}", known.join(", ")),
            };
            sink.report(
                Finding::at(entry.file(), call.function, format!("function `{name}` is not known"))
                    .entry(entry, attribute)
                    .help(help),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::testing::{check_pair, check_with};

    const RULE: &str = "unknown-function";

    #[test]
    fn the_name_is_underlined() {
        check_pair(
            RULE,
            "a = A\n",
            "a = { NUMBER($n) } { NUMBRE($n) }\nb = { PLURAL($n) ->\n   *[x] { UPPER(\"x\") }\n}\n",
            &[
                "1:22: warning: function `NUMBRE` is not known; help: did you mean `NUMBER`?",
                "2:7: warning: function `PLURAL` is not known; help: select on the number itself: `{ $n -> … }`",
                "3:11: warning: function `UPPER` is not known; help: name the functions that the application has: \
                 DATETIME, NUMBER",
            ],
        );
    }

    #[test]
    fn the_configuration_tells_what_there_is() {
        let config = Config { functions: vec!["UPPER".to_owned()], ..Config::default() };
        let files = [("i18n/en/a.ftl", "a = { UPPER($x) }\nb = { NUMBER($n) }\n")];
        let help = "; help: name the functions that the application has: UPPER";
        let found = format!("i18n/en/a.ftl:2:7: warning: function `NUMBER` is not known{help}");
        check_with(RULE, &files, &config, &[&found]);
    }
}
