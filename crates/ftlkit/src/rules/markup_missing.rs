//! `markup-missing`

use super::compare::{Difference, compare_tags};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::Features;

pub(super) struct MarkupMissing;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for tags that the reference has and a translation lacks, in each variant; the order is \
        free. A tag is one that is closed, has attributes or is of a kind that needs no closing: `<file>` in the \
        help of a command is none. In Chinese, Japanese and Korean `<em>` and `<i>` may be left out.",
    why: "A link cannot be followed, or a word is not set off.",
    bad: &[
        ("i18n/en/main.ftl", "welcome = Read <b>this</b> first\n"),
        ("i18n/nl/main.ftl", "welcome = Lees dit eerst\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "welcome = Read <b>this</b> first\n"),
        ("i18n/nl/main.ftl", "welcome = Lees <b>dit</b> eerst\n"),
    ],
    fix: "None.",
};

impl Rule for MarkupMissing {
    fn name(&self) -> &'static str {
        "markup-missing"
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
        Interest::references(Features::TAGS)
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        for Difference { name, span, branch, .. } in compare_tags(context, unit).missing {
            let place = branch.map(|key| format!(" in the variant `[{key}]`")).unwrap_or_default();
            let message = format!("tag `<{name}>` of the reference is missing{place}");
            let related = unit.reference.tags().iter().find(|tag| unit.reference.slice(tag.name) == name);
            let mut finding = Finding::at(unit.entry.file(), span, message).entry(unit.entry, unit.attribute);
            if let Some(tag) = related {
                finding = finding.related(unit.reference.file(), tag.span, "the tag in the reference");
            }
            sink.report(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_pair};

    const RULE: &str = "markup-missing";

    #[test]
    fn each_variant_is_looked_at() {
        check_pair(
            RULE,
            "a = <b>A</b><br> { $n }\n",
            "a = é { $n ->\n    [one] <b>een</b> { $n } <br>\n   *[other] { $n } veel<br>\n}\n",
            &["3:13: warning: tag `<b>` of the reference is missing in the variant `[other]`"],
        );
        check_pair(
            RULE,
            "a = <b>A</b> <b>B</b>\n",
            "a = <b>A</b> B\n",
            &["1:5: warning: tag `<b>` of the reference is missing"],
        );
    }

    #[test]
    fn a_variant_that_leaves_out_the_number_may_leave_out_its_tag() {
        check_pair(
            RULE,
            "a = <b>{ $n }</b> files\n",
            "a = { $n ->\n    [one] een\n   *[other] <b>{ $n }</b>\n}\n",
            &[],
        );
    }

    #[test]
    fn what_only_looks_like_a_tag_is_none() {
        check_pair(RULE, "a = cp <from> <to>, 1 < 2\n", "a = cp <van> <naar>\n", &[]);
        check_pair(RULE, "a = `<tab>` and `<space>`\n", "a = `<tab>`\n", &[]);
    }

    #[test]
    fn order_is_free_and_slanted_letters_are_not_for_all() {
        check_pair(RULE, "a = <b>A</b> <i>B</i>\n", "a = <i>B</i> <b>A</b>\n", &[]);
        let files = [("i18n/en/a.ftl", "a = <em>A</em>\n"), ("i18n/ja/a.ftl", "a = A\n")];
        check(RULE, &files, &[]);
    }

    #[test]
    fn the_reference_may_have_several_shapes() {
        let text = "a = { $x ->\n    [y] <b>A</b>\n   *[z] A\n}\n";
        check_pair(RULE, text, text, &[]);
        check_pair(RULE, text, "a = A\n", &[]);
    }
}
