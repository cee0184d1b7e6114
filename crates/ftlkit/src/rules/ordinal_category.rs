//! `ordinal-category`

use super::plural_impossible_category::impossible;
use super::plural_missing_category::Missing;
use super::{Context, Explanation, Finding, Group, Interest, Rule, Selections, Sink};
use crate::diagnostic::Severity;
use crate::plurals::{Keys, Kind};

pub(super) struct OrdinalCategory;

const EXPLANATION: Explanation = Explanation {
    what: "Holds selections by `NUMBER($n, type: \"ordinal\")` against the ordinal rules of the language: no category may \
        be missing, and none may be there that no number has. English has four: 1st, 2nd, 3rd, 4th.",
    why: "Ordinals have categories of their own: `one` is for 1 and 21 in English, and for nothing in Dutch.",
    bad: &[
        (
            "i18n/en/main.ftl",
            "place =\n    { NUMBER($n, type: \"ordinal\") ->\n        [one] { $n }st\n        [two] { $n }nd\n        \
             [few] { $n }rd\n       *[other] { $n }th\n    }\n",
        ),
        (
            "i18n/nl/main.ftl",
            "place =\n    { NUMBER($n, type: \"ordinal\") ->\n        [one] { $n }ste\n       *[other] { $n }e\n    }\n",
        ),
    ],
    good: &[
        (
            "i18n/en/main.ftl",
            "place =\n    { NUMBER($n, type: \"ordinal\") ->\n        [one] { $n }st\n        [two] { $n }nd\n        \
             [few] { $n }rd\n       *[other] { $n }th\n    }\n",
        ),
        ("i18n/nl/main.ftl", "place = { $n }e\n"),
    ],
    fix: "Safe: a variant that no number has is removed, unless it is the default; unsafe: one that is missing is added with the \
        text of the default.",
};

impl Rule for OrdinalCategory {
    fn name(&self) -> &'static str {
        "ordinal-category"
    }

    fn group(&self) -> Group {
        Group::Plurals
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn applies(&self, context: Context<'_>) -> bool {
        context.plural_rules(Kind::Ordinal).is_some()
    }

    fn interest(&self) -> Interest {
        Interest::selections()
    }

    fn check_selections<'a>(&self, context: Context<'a>, found: &Selections<'a>, sink: &mut Sink<'_>) {
        let locale = context.locale().tag();
        let Some(rules) = context.plural_rules(Kind::Ordinal) else { return };
        for select in &found.selects {
            if select.kind == Kind::Cardinal || select.keys() != Keys::Plural {
                continue;
            }
            let entry = |finding: Finding| finding.entry(found.entry, found.attribute);
            for finding in impossible(select, rules, locale) {
                sink.report(entry(finding));
            }
            if let Some(missing) = Missing::new(select, rules, context.locale().language()) {
                sink.report(entry(missing.finding(select, rules, locale)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;

    const RULE: &str = "ordinal-category";

    #[test]
    fn ordinals_have_rules_of_their_own() {
        let text = "a =\n    { NUMBER($n, type: \"ordinal\") ->\n        [one] x\n       *[other] y\n    }\n";
        check(
            RULE,
            &[("i18n/en/a.ftl", text), ("i18n/nl/a.ftl", text), ("i18n/sv/a.ftl", text)],
            &[
                "i18n/en/a.ftl:2:7: warning: ordinal categories `two` and `few` (2, 22, 32, 42, …; 3, 23, 33, 43, …) have no variant; help: whole numbers in `en` need `one`, `two`, `few` and `other`",
                "i18n/nl/a.ftl:3:10: warning: no number has the ordinal category `one` in `nl`; help: whole numbers have `other`; for exactly one write `[1]`",
            ],
        );
    }

    #[test]
    fn cardinals_are_others_business() {
        let text = "a =\n    { NUMBER($n) ->\n        [one] x\n       *[other] y\n    }\nb =\n    { $n ->\n        [one] x\n       *[other] y\n    }\n";
        check(RULE, &[("i18n/en/a.ftl", text), ("i18n/nl/a.ftl", text)], &[]);
    }
}
