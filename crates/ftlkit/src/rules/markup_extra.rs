//! `markup-extra`

use super::compare::{Difference, compare_tags};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::Features;

pub(super) struct MarkupExtra;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for tags that a translation has and the reference lacks, in each variant, where the \
        reference has tags at all.",
    why: "The application may show the tag as text, or find one link too many.",
    bad: &[
        ("i18n/en/main.ftl", "welcome = Read <b>this</b> first\n"),
        ("i18n/nl/main.ftl", "welcome = <b>Lees</b> <b>dit</b> eerst\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "welcome = Read <b>this</b> first\n"),
        ("i18n/nl/main.ftl", "welcome = Lees <b>dit</b> eerst\n"),
    ],
    fix: "None.",
};

impl Rule for MarkupExtra {
    fn name(&self) -> &'static str {
        "markup-extra"
    }

    fn group(&self) -> Group {
        Group::Markup
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::translations(Features::TAGS)
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        for Difference { name, span, branch, .. } in compare_tags(context, unit).extra {
            let place = branch.map(|key| format!(" in the variant `[{key}]`")).unwrap_or_default();
            sink.report(
                Finding::at(
                    unit.entry.file(),
                    span,
                    format!("tag `<{name}>` is not in the reference{place}"),
                )
                .entry(unit.entry, unit.attribute)
                .related(
                    unit.reference.file(),
                    unit.reference.span(),
                    "the text in the reference",
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "markup-extra";

    #[test]
    fn the_tag_is_underlined() {
        check_pair(
            RULE,
            "a = <b>A</b>\n",
            "a = é <b>A</b> <u>B</u>\n",
            &["1:16: warning: tag `<u>` is not in the reference"],
        );
        check_pair(
            RULE,
            "a = <b>{ $n }</b>\n",
            "a = { $n ->\n    [one] <b>{ $n }</b>\n   *[other] <b>{ $n }</b> <b>x</b>\n}\n",
            &["3:27: warning: tag `<b>` is not in the reference in the variant `[other]`"],
        );
    }

    #[test]
    fn a_tag_that_is_not_closed_is_others_business() {
        check_pair(RULE, "a = <b>A</b>\n", "a = <b>A<b>\n", &[]);
    }

    #[test]
    fn texts_without_markup_in_the_reference_are_left_alone() {
        check_pair(RULE, "a = <file>\n", "a = <bestand> <pad>\n", &[]);
    }
}
