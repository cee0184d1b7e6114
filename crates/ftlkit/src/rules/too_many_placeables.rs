//! `too-many-placeables`

use super::{Context, Explanation, Finding, Group, Interest, OptionKind, Rule, RuleOption, Sink};
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, FileRef, PatternRef};
use crate::syntax::{Excess, Limits};

pub(super) struct TooManyPlaceables;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for texts that show more than 100 placeables at once (the example has a limit of 2), and for calls \
        with more than 1,000 named arguments; a file with such a call is not checked any further.",
    why: "Fluent for Rust stops after 100 placeables: the rest of the text is cut off. And its parser compares each \
        named argument with all others, which takes very long.",
    bad: &[("i18n/en/main.ftl", "list = { $a }, { $b }, { $c }\n")],
    good: &[("i18n/en/main.ftl", "list = { $a }, { $b }\n")],
    fix: "None.",
};

pub(crate) const PLACEABLES: RuleOption = RuleOption {
    rule: "too-many-placeables",
    name: "placeables",
    about: "How many placeables one text may show at once. Bundles refuse more than a hundred.",
    kind: OptionKind::Number { default: 100, least: 1, most: 100 },
    example: "20",
};

impl Rule for TooManyPlaceables {
    fn name(&self) -> &'static str {
        "too-many-placeables"
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
        &[PLACEABLES]
    }

    fn example_config(&self) -> Config {
        Config { limits: Limits { placeables: 2, ..Limits::default() }, ..Config::default() }
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::PLACEABLES).and_files()
    }

    fn check_file<'a>(&self, context: Context<'a>, file: FileRef<'a>, sink: &mut Sink<'_>) {
        for refused in file.refused().iter().filter(|refused| refused.excess == Excess::Arguments) {
            let arguments = context.config().limits.arguments;
            let message = format!("a call has more than {arguments} named arguments");
            let help = "leave out those that say what is so anyway: nothing else in this message is looked at until then";
            sink.report(Finding::at(file, refused.place, message).id(file.slice(refused.id)).help(help));
        }
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let limit = context.config().limits.placeables;
        if pattern.shown() > limit {
            let message = format!("text shows {} placeables: at most {limit} are shown", pattern.shown());
            sink.report(
                Finding::at(entry.file(), pattern.span(), message)
                    .entry(entry, attribute)
                    .help("split the message into several"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    #[test]
    fn only_what_is_shown_at_once_counts() {
        let many = format!("a = {}\n", "{ $x }".repeat(101));
        check_pair(
            "too-many-placeables",
            "a = A\n",
            &many,
            &[
                "1:5: error: text shows 101 placeables: at most 100 are shown; help: split the message into several",
            ],
        );
        let placeables = "{ $x }".repeat(60);
        let variants = format!("a = {{ $x ->\n    [a] {placeables}\n   *[b] {placeables}\n}}\n");
        check_pair("too-many-placeables", "a = A\n", &variants, &[]);
    }

    #[test]
    fn very_many_arguments_take_no_time() {
        let arguments: Vec<String> = (0..50_000).map(|number| format!("a{number}: 1")).collect();
        check_pair(
            "too-many-placeables",
            "a = A\n",
            &format!("a = {{ NUMBER({}) }}\n", arguments.join(", ")),
            &[
                "1:8909: error: a call has more than 1000 named arguments; help: leave out those that say what is so \
                 anyway: nothing else in this message is looked at until then",
            ],
        );
    }
}
