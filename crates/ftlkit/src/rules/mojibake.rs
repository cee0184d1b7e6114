//! `mojibake`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};
use crate::source::Span;

pub(super) struct Mojibake;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for letters that were read in the wrong encoding, such as `Ã©` for `é`. A single `Ã` is a letter like any other.",
    why: "Users see two or three wrong signs in the place of each letter.",
    bad: &[("i18n/en/main.ftl", "cafe = Café\n"), ("i18n/nl/main.ftl", "cafe = CafÃ©\n")],
    good: &[("i18n/en/main.ftl", "cafe = Café\n"), ("i18n/nl/main.ftl", "cafe = Café\n")],
    fix: "None: where one letter was spoilt, others may be lost for good.",
};

impl Rule for Mojibake {
    fn name(&self) -> &'static str {
        "mojibake"
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
        Interest::patterns(Features::LATIN_LETTERS)
    }

    fn check_pattern<'a>(
        &self,
        _context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        if !may_be_wrong(pattern.text().as_bytes()) {
            return;
        }
        let found = pattern.texts().iter().find_map(|text| {
            let (offset, length, meant) = find(pattern.slice(text.span))?;
            let start = text.span.start + u32::try_from(offset).ok()?;
            Some((Span::new(start, start + u32::try_from(length).ok()?), meant))
        });
        if let Some((span, meant)) = found {
            let wrong = pattern.slice(span);
            sink.report(
                Finding::at(entry.file(), span, format!("`{wrong}` was read in the wrong encoding"))
                    .entry(entry, attribute)
                    .help(format!("it stands for `{meant}`")),
            );
        }
    }
}

/// The characters of Windows-1252 from 0x80 to 0x9F; the others are those of Unicode.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Signs that often stand behind a letter in a text that is all right.
const USUAL: [char; 17] =
    ['\u{a0}', '«', '»', '‹', '›', '“', '”', '„', '‘', '’', '‚', '…', '–', '—', '™', '®', '·'];

/// The byte that was read as this character.
fn byte(character: char) -> Option<u8> {
    let windows = WINDOWS.iter().position(|other| *other == character);
    let byte = windows.map_or(u32::from(character), |index| 0x80 + u32::try_from(index).unwrap_or(0));
    u8::try_from(byte).ok()
}

/// The first run of wrong signs: where it is, how long, and what was meant.
fn find(text: &str) -> Option<(usize, usize, String)> {
    // The letters of Latin-1 all begin with this byte, and no other sign stands for the first byte of a letter.
    let is_followed = |offset: &usize| text.as_bytes().get(offset + 2).is_some_and(|next| !next.is_ascii());
    for offset in memchr::memchr_iter(0xC3, text.as_bytes()).filter(is_followed) {
        let (before, rest) = text.split_at_checked(offset)?;
        let lead = rest.chars().next()?;
        let last = before.chars().next_back();
        let length = match byte(lead) {
            Some(0xC2..=0xDF) => 2,
            Some(0xE0..=0xEF) => 3,
            Some(0xF0..=0xF4) => 4,
            _ => continue,
        };
        let signs: Vec<char> = rest.chars().take(length).collect();
        let bytes: Option<Vec<u8>> = signs.iter().map(|sign| byte(*sign)).collect();
        let Some(meant) =
            bytes.filter(|bytes| bytes.len() == length).and_then(|bytes| String::from_utf8(bytes).ok())
        else {
            continue;
        };
        let tail = signs.get(1..).unwrap_or_default();
        let odd = tail.iter().any(|sign| !USUAL.contains(sign));
        let is_wrong = match lead {
            // `Ã` and `Â` are capitals: behind a small letter they are no letters of the word.
            'Ã' | 'Â' => odd || last.is_some_and(char::is_lowercase),
            'â' => tail.first() == Some(&'€') || odd && tail.first() != Some(&'\u{a0}'),
            'ð' => tail.first() == Some(&'Ÿ'),
            // Letters of other scripts come in words: one alone may be chance.
            _ if length == 2 => odd && is_pair(rest.get(meant_length(&signs)..).unwrap_or_default()),
            _ => odd && tail.first() != Some(&'\u{a0}') && tail.iter().all(|sign| !sign.is_ascii()),
        };
        if is_wrong && !meant.chars().any(char::is_control) {
            return Some((offset, meant_length(&signs), meant));
        }
    }
    None
}

/// Whether a letter of Latin-1 comes before a sign beyond ASCII: in most texts such letters stand alone.
fn may_be_wrong(text: &[u8]) -> bool {
    const EACH: u64 = u64::MAX / 0xFF;
    // Eight bytes at once: those that are 0xC3 become zero, and then have their highest bit set.
    let compare = |lead: &[u8; 8], next: &[u8; 8]| {
        let lead = u64::from_le_bytes(*lead) ^ (EACH * 0xC3);
        lead.wrapping_sub(EACH) & !lead & u64::from_le_bytes(*next)
    };
    let nexts = text.get(2..).unwrap_or_default();
    let leads = text.get(..nexts.len()).unwrap_or_default();
    let (Some(lead), Some(next)) = (leads.last_chunk(), nexts.last_chunk()) else {
        return text.windows(3).any(|signs| matches!(signs, [0xC3, _, 0x80..=0xFF]));
    };
    let all = leads.as_chunks().0.iter().zip(nexts.as_chunks().0);
    all.fold(compare(lead, next), |found, (lead, next)| found | compare(lead, next)) & (EACH << 7) != 0
}

/// Whether a text begins with two signs that stand for one letter, neither of them usual there.
fn is_pair(text: &str) -> bool {
    let mut signs = text.chars();
    let (Some(lead), Some(tail)) = (signs.next(), signs.next()) else { return false };
    let is_lead = byte(lead).is_some_and(|byte| (0xC2..=0xDF).contains(&byte));
    is_lead && !USUAL.contains(&tail) && byte(tail).is_some_and(|byte| (0x80..=0xBF).contains(&byte))
}

fn meant_length(signs: &[char]) -> usize {
    signs.iter().map(|sign| sign.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::testing::check_pair;

    /// What a text becomes when its bytes are read as Windows-1252.
    fn spoil(text: &str) -> String {
        let read = |byte: u8| match byte {
            0x80..=0x9F => super::WINDOWS[usize::from(byte) - 0x80],
            _ => char::from(byte),
        };
        text.bytes().map(read).collect()
    }

    #[test]
    fn one_finding_a_text() {
        check_pair(
            "mojibake",
            "a = A\n",
            "a = é informaciÃ³n Ã©\nb = donâ€™t\n",
            &[
                "1:16: warning: `Ã³` was read in the wrong encoding; help: it stands for `ó`",
                "2:8: warning: `â€™` was read in the wrong encoding; help: it stands for `’`",
            ],
        );
    }

    #[test]
    fn spoilt_texts_are_found() {
        for text in [
            "café",
            "übung",
            "naïve",
            "Ångström",
            "“x”",
            "…",
            "–",
            "привет",
            "łódź",
            "日本語",
            "한국어",
            "😀",
            "5 °C",
            "©",
        ] {
            let spoilt = spoil(text);
            // Of words with a single spoilt letter from beyond Latin-1 nothing can be known.
            assert!(find(&spoilt).is_some() || text == "łódź" || text == "Ångström", "{text}: {spoilt}");
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn letters_before_usual_signs_are_all_right() {
        for text in [
            "AMANHÃ",
            "“AMANHÔ",
            "AMANHÃ…",
            "«MANHû",
            "MANHÃ\u{a0}!",
            "« café\u{a0}»",
            "«Â»",
            "Â–",
            "ÂŽ x",
            "ĐÃ",
            "«É»",
            "é…»",
            "2×½",
            "Größe",
            "Straße…",
            "“à”",
            "à\u{a0}«",
            "Þ",
            "øre",
            "ÐÑ",
            "ÄÖÜ",
            "Café™",
            "Ü®",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
