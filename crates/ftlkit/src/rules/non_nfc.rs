//! `non-nfc`

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark, is_nfc};

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef, TextKind};
use crate::source::Span;

pub(super) struct NonNfc;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for texts that are not in Unicode’s normalization form C: a letter and its accent as two characters where \
        there is one for both. The order of several marks on one letter is not looked at.",
    why: "It looks the same, and yet a search does not find it, and some fonts set the accent beside the letter.",
    bad: &[
        ("i18n/en/main.ftl", "open = Reopen the file\n"),
        ("i18n/nl/main.ftl", "open = Bestand heropenen in cafe\u{301}\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "open = Reopen the file\n"),
        ("i18n/nl/main.ftl", "open = Bestand heropenen in caf\u{e9}\n"),
    ],
    fix: "None.",
};

impl Rule for NonNfc {
    fn name(&self) -> &'static str {
        "non-nfc"
    }

    fn group(&self) -> Group {
        Group::Typography
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        // All characters before U+0300 are in that form.
        Interest::patterns(Features::BEYOND_LATIN)
    }

    fn check_pattern<'a>(
        &self,
        _context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        for text in pattern.texts().iter().filter(|text| text.kind != TextKind::Number) {
            let run = pattern.slice(text.span);
            if is_nfc(run) {
                continue;
            }
            let Some((at, found)) = clusters(run).find(|(_, cluster)| is_loose(cluster)) else { continue };
            let place = |at: usize| text.span.start.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
            let message = format!("`{found}` is not normalized: {}", codes(found.chars()));
            sink.report(
                Finding::at(entry.file(), Span::new(place(at), place(at + found.len())), message)
                    .entry(entry, attribute)
                    .help(format!("write {}", codes(found.nfc()))),
            );
            return;
        }
    }
}

/// Characters together with what is put upon them.
fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut starts =
        text.char_indices().filter(|(_, sign)| !is_combining_mark(*sign)).map(|(at, _)| at).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let end = starts.peek().copied().unwrap_or(text.len());
        Some((start, text.get(start..end)?))
    })
}

/// Whether one character stands for several, or for one that only looks like it. The order of several marks on one
/// letter, and letters of India that the form takes apart, are as their keyboards write them.
fn is_loose(cluster: &str) -> bool {
    let own = cluster.chars().count();
    let composed = cluster.nfc().count();
    composed < own || own == 1 && composed == 1 && !is_nfc(cluster)
}

fn codes(signs: impl Iterator<Item = char>) -> String {
    signs.map(|sign| format!("U+{:04X}", u32::from(sign))).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "non-nfc";

    #[test]
    fn a_loose_accent_is_underlined() {
        let found = "1:6: info: `e\u{301}` is not normalized: U+0065 U+0301; help: write U+00E9";
        check_pair(RULE, "a = A\n", "a = be\u{301}c e\u{301}\n", &[found]);
        let found = "1:5: info: `\u{212b}` is not normalized: U+212B; help: write U+00C5";
        check_pair(RULE, "a = A\n", "a = \u{212b}\n", &[found]);
    }

    #[test]
    fn composed_letters_are_right() {
        check_pair(RULE, "a = A\n", "a = é ñ ü ą̊ 한국어 ファイル हिन्दी Tiếng Việt\n", &[]);
        check_pair(RULE, "a = A\n", "a = شدّة أكِّد ਭਾ\u{a36}ਾ क़\n", &[]);
    }
}
