//! `replacement-character`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};
use crate::source::Span;

pub(super) struct ReplacementCharacter;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for U+FFFD, and for NUL, in texts. What the reference has too is meant.",
    why: "A program has put it where it did not understand a letter: the letter is lost.",
    bad: &[("i18n/en/main.ftl", "cafe = Café\n"), ("i18n/nl/main.ftl", "cafe = Caf\u{fffd}\n")],
    good: &[("i18n/en/main.ftl", "cafe = Café\n"), ("i18n/nl/main.ftl", "cafe = Café\n")],
    fix: "None: only a person knows the letter.",
};

impl Rule for ReplacementCharacter {
    fn name(&self) -> &'static str {
        "replacement-character"
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
        Interest::patterns(Features::WIDE.or(Features::CONTROL))
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let first =
            pattern.texts().iter().find_map(|text| Some((text, pattern.slice(text.span).find(LOST)?)));
        let Some((text, offset)) = first else { return };
        let start = text.span.start + u32::try_from(offset).unwrap_or(0);
        let (length, message) = match pattern.file().source().text().as_bytes().get(start as usize) {
            Some(0) => (1, "the text has a NUL (U+0000), which is no letter"),
            _ => (3, "the text has a replacement character (U+FFFD): a letter was lost"),
        };
        let reference = context.counterpart(entry).filter(|_| !context.is_reference());
        let reference = reference.and_then(|reference| reference.unit(attribute));
        let is_meant = reference.is_some_and(|reference| reference.slice(reference.span()).contains(LOST));
        if !is_meant {
            let span = Span::new(start, start + length);
            sink.report(
                Finding::at(entry.file(), span, message)
                    .entry(entry, attribute)
                    .help("write the letter again; `\\uFFFD` in a string says that the sign itself is meant"),
            );
        }
    }
}

const LOST: [char; 2] = ['\u{fffd}', '\0'];

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "replacement-character";

    #[test]
    fn one_finding_a_text() {
        let help = "; help: write the letter again; `\\uFFFD` in a string says that the sign itself is meant";
        check_pair(
            RULE,
            "a = A\n",
            "a = é\u{fffd}\u{fffd}\n    .b = x\0\n# \u{fffd}\nc = { \"\\uFFFD\" }\n",
            &[
                &format!(
                    "1:6: warning: the text has a replacement character (U+FFFD): a letter was lost{help}"
                ),
                &format!("2:11: warning: the text has a NUL (U+0000), which is no letter{help}"),
            ],
        );
    }

    #[test]
    fn what_the_reference_has_is_meant() {
        let files = [("i18n/en/a.ftl", "a = x\n"), ("i18n/nl/a.ftl", "a = x\n")];
        crate::testing::check(RULE, &files, &[]);
        let text = "a = shows \u{fffd}\n";
        let files = [("i18n/en/a.ftl", text), ("i18n/nl/a.ftl", text)];
        let expected = "i18n/en/a.ftl:1:11: warning: the text has a replacement character (U+FFFD): a letter was lost; \
                        help: write the letter again; `\\uFFFD` in a string says that the sign itself is meant";
        crate::testing::check(RULE, &files, &[expected]);
    }
}
