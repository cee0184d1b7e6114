//! `markup-unbalanced`

use super::compare::{TagSet, unbalanced, unclosed_entities};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::Features;

pub(super) struct MarkupUnbalanced;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for tags that are not closed, not opened, or closed in the wrong order, and for entities \
        without their semicolon, where the reference has tags and has them in order.",
    why: "Browsers mend it in their own ways; other readers of markup refuse the whole text.",
    bad: &[
        ("i18n/en/main.ftl", "welcome = Read <b>this</b> first\n"),
        ("i18n/nl/main.ftl", "welcome = Lees <b>dit<b> eerst\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "welcome = Read <b>this</b> first\n"),
        ("i18n/nl/main.ftl", "welcome = Lees <b>dit</b> eerst\n"),
    ],
    fix: "None.",
};

impl Rule for MarkupUnbalanced {
    fn name(&self) -> &'static str {
        "markup-unbalanced"
    }

    fn group(&self) -> Group {
        Group::Markup
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::references(Features::TAGS)
    }

    fn check_unit<'a>(&self, _context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let (pattern, reference) = (unit.pattern, unit.reference);
        // The same tags are closed where those of the reference are.
        if unit.has_same_tags() && !pattern.features().meets(Features::AMPERSAND) {
            return;
        }
        let known = TagSet::of(reference);
        if known.is_empty() || !unbalanced(reference, &known).is_empty() {
            return;
        }
        let report = |span, message: String| {
            Finding::at(unit.entry.file(), span, message).entry(unit.entry, unit.attribute).related(
                reference.file(),
                reference.span(),
                "the text in the reference",
            )
        };
        for fault in unbalanced(pattern, &known.and(&TagSet::of(pattern))) {
            sink.report(report(
                fault.span,
                format!("tag `{}` {}", pattern.slice(fault.span).trim_end(), fault.what),
            ));
        }
        for (name, span) in unclosed_entities(pattern) {
            let help = format!("write `&{name};`");
            sink.report(report(span, format!("entity `&{name}` lacks its semicolon")).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "markup-unbalanced";

    #[test]
    fn the_tag_at_fault_is_underlined() {
        let reference = "a = <b>A</b> <i>B</i>\n";
        let check = |translation: &str, expected: &[&str]| {
            check_pair(RULE, reference, &format!("a = é {translation}\n"), expected);
        };
        check("<b>A <i>B</i>", &["1:7: error: tag `<b>` is not closed"]);
        check("A</b> <i>B</i>", &["1:8: error: tag `</b>` closes nothing"]);
        check("<b>A <i>B</b></i>", &["1:16: error: tag `</b>` comes before `</i>`"]);
        check(
            "<b>A</b> <i>B</i>&nbsp C",
            &["1:24: error: entity `&nbsp` lacks its semicolon; help: write `&nbsp;`"],
        );
    }

    #[test]
    fn variants_may_close_what_stands_around_them() {
        let text = "a = <b>{ $n ->\n    [one] A</b>\n   *[other] B</b> C\n}\n";
        check_pair(RULE, text, text, &[]);
        check_pair(
            RULE,
            "a = <b>A</b>\n",
            "a = { $n ->\n    [one] <b>A\n   *[other] <b>B</b>\n}\n",
            &["2:11: error: tag `<b>` is not closed"],
        );
    }

    #[test]
    fn some_tags_are_never_closed() {
        check_pair(RULE, "a = <b>A</b><br>\n", "a = <b>A</b><br><br/> AT&T &amp; B & C\n", &[]);
        check_pair(RULE, "a = <p>A <b>B</b>\n", "a = <p>A <b>B</b>\n", &[]);
        check_pair(RULE, "a = <file>\n", "a = <b>\n", &[]);
        check_pair(RULE, "a = <a href=\"{ $x }\">A</a>\n", "a = <a href=\"{ $x }\">A</a>\n", &[]);
    }
}
