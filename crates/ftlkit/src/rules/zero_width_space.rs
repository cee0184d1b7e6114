//! `zero-width-space`

use super::typography::Flow;
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};

pub(super) struct ZeroWidthSpace;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for a zero-width space (U+200B) and for U+FEFF inside a text, where the reference has none. Thai, Lao, Khmer, \
        Burmese and Tibetan, which divide words by it, are left alone, and so are joiners and non-joiners (U+200C, U+200D), \
        which Persian and the languages of India need.",
    why: "Nobody sees it, and a search for the word no longer finds it. It comes from text that was copied.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open the file\n"),
        ("i18n/nl/main.ftl", "open = Bestand\u{200b} openen\n"),
    ],
    good: &[("i18n/en/main.ftl", "open = Open the file\n"), ("i18n/nl/main.ftl", "open = Bestand openen\n")],
    fix: "None.",
};

/// Languages that divide words by a space that has no width.
const DIVIDED: &str = "bo dz km kxm lo mnw my nod shn th tts";

impl Rule for ZeroWidthSpace {
    fn name(&self) -> &'static str {
        "zero-width-space"
    }

    fn group(&self) -> Group {
        Group::Typography
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn applies(&self, context: Context<'_>) -> bool {
        !DIVIDED.split(' ').any(|language| language == context.locale().language())
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::SYMBOLS | Features::WIDE | Features::LITERALS)
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let text = pattern.slice(pattern.span());
        if !text.contains(['\u{200b}', '\u{feff}', '\\']) {
            return;
        }
        let reference = context.counterpart(entry).and_then(|entry| entry.unit(attribute));
        let reference = reference.filter(|_| !context.is_reference()).map(Flow::of);
        let flow = Flow::of(pattern);
        for (_, sign, atom) in flow.prose().filter(|(_, sign, _)| matches!(sign, '\u{200b}' | '\u{feff}')) {
            let has = |reference: &Flow| reference.prose().any(|(_, other, _)| other == sign);
            // Where it is written out, somebody has meant it.
            if reference.as_deref().is_some_and(has) || atom.span.len() > sign.len_utf8() {
                continue;
            }
            let name = if sign == '\u{200b}' { "a zero-width space" } else { "a zero-width no-break space" };
            let message = format!("{name} (U+{:04X}) stands here", u32::from(sign));
            sink.report(
                Finding::at(entry.file(), atom.span, message).entry(entry, attribute).help("remove it"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::testing::{check_in, check_in_pair, check_pair};

    const RULE: &str = "zero-width-space";

    #[test]
    fn what_nobody_sees_is_found() {
        let found = "1:6: warning: a zero-width space (U+200B) stands here; help: remove it";
        check_pair(RULE, "a = A\n", "a = é\u{200b}b\n", &[found]);
        let found = "1:6: warning: a zero-width no-break space (U+FEFF) stands here; help: remove it";
        check_pair(RULE, "a = A\n", "a = é\u{feff}b\n", &[found]);
    }

    #[test]
    fn what_is_needed_or_meant_is_right() {
        check_in_pair(RULE, "nl", &Config::default(), "a = A\u{200b}\n", "a = B\u{200b}\n", &[]);
        check_pair(RULE, "a = A\n", "a = a\u{200c}b\u{200d} { \"\\u200B\" }\n", &[]);
        check_in(RULE, "th", &Config::default(), "a = ไฟล์\u{200b}ใหม่\n", &[]);
    }
}
