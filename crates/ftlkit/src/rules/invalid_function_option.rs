//! `invalid-function-option`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::distance;
use crate::model::{ArgumentKind, EntryRef, Features, PatternRef};

pub(super) struct InvalidFunctionOption;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for options of `NUMBER` and `DATETIME` that do not exist, and for values that they do not take.",
    why: "The option is ignored, and the number or date looks other than meant; with very many digits the application ends.",
    bad: &[
        ("i18n/en/main.ftl", "size = { NUMBER($size, maximumFractionDigits: 1) }\n"),
        ("i18n/nl/main.ftl", "size = { NUMBER($size, maxFractionDigits: 1) }\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "size = { NUMBER($size, maximumFractionDigits: 1) }\n"),
        ("i18n/nl/main.ftl", "size = { NUMBER($size, maximumFractionDigits: 1) }\n"),
    ],
    fix: "None.",
};

impl Rule for InvalidFunctionOption {
    fn name(&self) -> &'static str {
        "invalid-function-option"
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
        _context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        for call in pattern.calls() {
            let function = pattern.slice(call.function);
            let Some(options) = options_of(function) else { continue };
            for argument in pattern.call_arguments(call) {
                let Some(place) = argument.name else { continue };
                let (name, value) = (pattern.slice(place), pattern.slice(argument.value));
                let Some((_, values)) = options.iter().find(|(option, _)| *option == name) else {
                    let names = options.iter().map(|(option, _)| *option);
                    let message = format!("`{function}` has no option `{name}`");
                    let finding = Finding::at(entry.file(), place, message).entry(entry, attribute);
                    sink.report(finding.maybe_help(nearest(name, names)));
                    continue;
                };
                if let Some(help) = fault(values, value, argument.kind) {
                    let message = format!("option `{name}` of `{function}` does not take `{value}`");
                    let finding = Finding::at(entry.file(), argument.value, message);
                    sink.report(finding.entry(entry, attribute).help(help));
                }
            }
        }
    }
}

/// What an option takes.
#[derive(Debug)]
enum Values {
    Any,
    /// A whole number from the first to the second.
    Digits(u32, u32),
    /// One of these words.
    Words(&'static str),
}

use Values::{Any, Digits, Words};

const NUMBER: &[(&str, Values)] = &[
    ("compactDisplay", Words("short long")),
    ("currency", Any),
    ("currencyDisplay", Words("symbol narrowSymbol code name")),
    ("currencySign", Words("standard accounting")),
    ("localeMatcher", Any),
    ("maximumFractionDigits", Digits(0, 20)),
    ("maximumSignificantDigits", Digits(1, 21)),
    ("minimumFractionDigits", Digits(0, 20)),
    ("minimumIntegerDigits", Digits(1, 21)),
    ("minimumSignificantDigits", Digits(1, 21)),
    ("notation", Words("standard scientific engineering compact")),
    ("numberingSystem", Any),
    ("roundingIncrement", Any),
    ("roundingMode", Any),
    ("roundingPriority", Any),
    ("signDisplay", Words("auto always exceptZero negative never")),
    ("style", Words("decimal currency percent unit")),
    ("trailingZeroDisplay", Words("auto stripIfInteger")),
    ("type", Words("cardinal ordinal")),
    ("unit", Any),
    ("unitDisplay", Words("short narrow long")),
    ("useGrouping", Words("true false always auto min2 0 1")),
];

const DATETIME: &[(&str, Values)] = &[
    ("calendar", Any),
    ("dateStyle", Words("full long medium short")),
    ("day", Words("numeric 2-digit")),
    ("dayPeriod", Words("narrow short long")),
    ("era", Words("narrow short long")),
    ("formatMatcher", Any),
    ("fractionalSecondDigits", Digits(1, 3)),
    ("hour", Words("numeric 2-digit")),
    ("hour12", Words("true false 0 1")),
    ("hourCycle", Words("h11 h12 h23 h24")),
    ("localeMatcher", Any),
    ("minute", Words("numeric 2-digit")),
    ("month", Words("numeric 2-digit narrow short long")),
    ("numberingSystem", Any),
    ("second", Words("numeric 2-digit")),
    ("timeStyle", Words("full long medium short")),
    ("timeZone", Any),
    ("timeZoneName", Words("short long shortOffset longOffset shortGeneric longGeneric")),
    ("weekday", Words("narrow short long")),
    ("year", Words("numeric 2-digit")),
];

fn options_of(function: &str) -> Option<&'static [(&'static str, Values)]> {
    match function {
        "NUMBER" => Some(NUMBER),
        "DATETIME" => Some(DATETIME),
        _ => None,
    }
}

/// The option meant: one that differs by a slip, or whose name the given one shortens.
fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str> + Clone) -> Option<String> {
    let long = name.replace("max", "maximum").replace("min", "minimum");
    let same = |option: &&str| option.eq_ignore_ascii_case(name) || option.eq_ignore_ascii_case(&long);
    let found = names.clone().find(same).or_else(|| distance::hint(name, names));
    found.map(|found| format!("did you mean `{found}`?"))
}

/// What would be right, where a value is wrong.
fn fault(values: &Values, value: &str, kind: ArgumentKind) -> Option<String> {
    match values {
        Any => None,
        Words(words) => {
            let mut words = words.split(' ');
            if words.clone().any(|word| word == value) {
                return None;
            }
            let nearest = distance::hint(value, words.clone());
            Some(nearest.map_or_else(
                || format!("it takes {}", words.by_ref().collect::<Vec<_>>().join(", ")),
                |nearest| format!("did you mean `{nearest}`?"),
            ))
        }
        Digits(least, most) => {
            let is_right = value.parse().is_ok_and(|digits: u32| (*least..=*most).contains(&digits));
            let help = || format!("it takes a whole number from {least} to {most}");
            (!is_right || kind != ArgumentKind::Number).then(help)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "invalid-function-option";

    #[test]
    fn options_and_values_are_known() {
        check_pair(
            RULE,
            "a = A\n",
            "a = { NUMBER($n, minimumFractionDigit: 1, maxFractionDigits: 2, usegrouping: 0, colour: \"x\") }\n",
            &[
                "1:18: warning: `NUMBER` has no option `minimumFractionDigit`; help: did you mean \
                 `minimumFractionDigits`?",
                "1:43: warning: `NUMBER` has no option `maxFractionDigits`; help: did you mean \
                 `maximumFractionDigits`?",
                "1:65: warning: `NUMBER` has no option `usegrouping`; help: did you mean `useGrouping`?",
                "1:81: warning: `NUMBER` has no option `colour`",
            ],
        );
        check_pair(
            RULE,
            "a = A\n",
            "a = { NUMBER($n, minimumFractionDigits: 30, style: \"percnt\") }{ DATETIME($d, month: \"x\") }\n",
            &[
                "1:41: warning: option `minimumFractionDigits` of `NUMBER` does not take `30`; help: it takes a whole \
                 number from 0 to 20",
                "1:53: warning: option `style` of `NUMBER` does not take `percnt`; help: did you mean `percent`?",
                "1:86: warning: option `month` of `DATETIME` does not take `x`; help: it takes numeric, 2-digit, narrow, \
                 short, long",
            ],
        );
    }

    #[test]
    fn what_is_right_and_other_functions_are_left_alone() {
        check_pair(
            RULE,
            "a = A\n",
            "a = { NUMBER($n, minimumFractionDigits: 2, type: \"ordinal\", useGrouping: \"false\") } { UPPER($x, y: 1) }\n\
             b = { DATETIME($d, month: \"long\", year: \"numeric\") } { -t(case: \"x\") }\n",
            &[],
        );
    }
}
