//! The letters that a language is written in.

use std::sync::atomic::{AtomicU64, Ordering};

use unicode_script::{Script, UnicodeScript};

use crate::model::Features;
use crate::project::Locale;

/// Languages that are also written in scripts that are not their first: all that the supplemental data of CLDR 45
/// (`languageData`) has as primary scripts, and of the secondary ones those that are in use. Northern Kurdish has those of
/// Kurdish. Latin is left out, because it is allowed everywhere.
const MORE_SCRIPTS: [(&str, &[Script]); 43] = [
    ("abq", &[Script::Cyrillic]),
    ("aii", &[Script::Cyrillic, Script::Syriac]),
    ("az", &[Script::Cyrillic, Script::Arabic]),
    ("bm", &[Script::Nko]),
    ("bs", &[Script::Cyrillic]),
    ("ccp", &[Script::Bengali]),
    ("cjs", &[Script::Cyrillic]),
    ("crh", &[Script::Cyrillic]),
    ("ff", &[Script::Adlam]),
    ("gag", &[Script::Cyrillic]),
    ("gon", &[Script::Devanagari]),
    ("ha", &[Script::Arabic]),
    ("hif", &[Script::Devanagari]),
    ("hnj", &[Script::Lao]),
    ("iu", &[Script::Canadian_Aboriginal]),
    ("kk", &[Script::Arabic]),
    ("kmr", &[Script::Arabic, Script::Cyrillic]),
    ("ks", &[Script::Devanagari]),
    ("ku", &[Script::Arabic, Script::Cyrillic]),
    ("ky", &[Script::Arabic]),
    ("lif", &[Script::Limbu]),
    ("lus", &[Script::Bengali]),
    ("lzz", &[Script::Georgian]),
    ("man", &[Script::Nko]),
    ("mn", &[Script::Mongolian]),
    ("mni", &[Script::Meetei_Mayek]),
    ("ms", &[Script::Arabic]),
    ("pa", &[Script::Arabic]),
    ("pnt", &[Script::Cyrillic]),
    ("rif", &[Script::Tifinagh]),
    ("sat", &[Script::Bengali, Script::Devanagari, Script::Oriya]),
    ("sd", &[Script::Devanagari]),
    ("shi", &[Script::Arabic]),
    ("tg", &[Script::Arabic]),
    ("tk", &[Script::Arabic, Script::Cyrillic]),
    ("tkr", &[Script::Cyrillic]),
    ("tly", &[Script::Arabic, Script::Cyrillic]),
    ("ttt", &[Script::Cyrillic]),
    ("tzm", &[Script::Tifinagh]),
    ("ug", &[Script::Cyrillic]),
    ("unr", &[Script::Devanagari]),
    ("unx", &[Script::Devanagari]),
    ("uz", &[Script::Cyrillic, Script::Arabic]),
];

/// The scripts that a language must be written in so that a text which holds this has no others.
const FEATURES: [(Features, &[Script]); 18] = [
    (Features::GREEK, &[Script::Greek]),
    (Features::CYRILLIC, &[Script::Cyrillic]),
    (Features::ARMENIAN, &[Script::Armenian]),
    (Features::HEBREW, &[Script::Hebrew]),
    (Features::ARABIC, &[Script::Arabic]),
    (Features::DEVANAGARI, &[Script::Devanagari]),
    (Features::BENGALI, &[Script::Bengali]),
    (Features::GURMUKHI, &[Script::Gurmukhi]),
    (Features::GUJARATI, &[Script::Gujarati]),
    (Features::TAMIL, &[Script::Tamil]),
    (Features::TELUGU, &[Script::Telugu]),
    (Features::KANNADA, &[Script::Kannada]),
    (Features::MALAYALAM, &[Script::Malayalam]),
    (Features::THAI, &[Script::Thai]),
    (Features::GEORGIAN, &[Script::Georgian]),
    (Features::HAN, &[Script::Han]),
    (Features::KANA, &[Script::Hiragana, Script::Katakana]),
    (Features::HANGUL, &[Script::Hangul]),
];

/// Characters are looked up by blocks of 64: all but the last byte of a character of UTF-8 tell its block, and the last byte
/// its place there.
const BLOCK: u32 = 64;

/// The blocks of the basic plane.
const BLOCKS: usize = 0x1_0000 / BLOCK as usize;

/// The scripts of a locale.
#[derive(Debug)]
pub(in crate::rules) struct Scripts {
    own: Vec<Script>,
    /// What only those texts hold in which there may be letters of other scripts.
    foreign: Features,
    /// A bit for each character of the basic plane that was met and is allowed: a text has few different ones, and most of
    /// them again and again.
    allowed: Box<[AtomicU64; BLOCKS]>,
}

impl Scripts {
    /// Nothing where the script of the language is not known.
    pub(in crate::rules) fn of(locale: &Locale) -> Option<Self> {
        let script = locale.script()?;
        let is_written = locale.tag().split('-').nth(1) == Some(script);
        let mut own = match script {
            "Jpan" => vec![Script::Han, Script::Hiragana, Script::Katakana],
            "Kore" => vec![Script::Hangul, Script::Han],
            "Hans" | "Hant" => vec![Script::Han],
            "Hanb" => vec![Script::Han, Script::Bopomofo],
            other => vec![Script::from_short_name(other)?],
        };
        let more = MORE_SCRIPTS.iter().filter(|(language, _)| !is_written && *language == locale.language());
        own.extend(more.flat_map(|(_, scripts)| *scripts));
        let is_own =
            |(_, scripts): &&(Features, &[Script])| scripts.iter().all(|script| own.contains(script));
        let told = FEATURES.iter().filter(is_own).map(|(feature, _)| *feature);
        let foreign = told.fold(Features::SCRIPTS, Features::without);
        let allowed = Box::new([const { AtomicU64::new(0) }; BLOCKS]);
        Some(Self { own, foreign, allowed })
    }

    /// Whether a text that holds this may have letters that the language is not written in.
    pub(in crate::rules) fn may_miss(&self, held: Features) -> bool {
        self.foreign.meets(held)
    }

    pub(in crate::rules) fn describe(&self) -> String {
        let mut names: Vec<String> =
            self.own.iter().map(|script| script.full_name().replace('_', " ")).collect();
        if !self.own.contains(&Script::Latin) {
            names.push("Latin".to_owned());
        }
        format!("{} letters", names.join(" or "))
    }

    /// Where the first character begins from a place on that is not known to be allowed.
    fn next_unknown(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut from = from;
        loop {
            // What follows the first byte of a character is less than 0xC0, and what begins with less than 0xCC is Latin.
            let at = from + bytes.get(from..)?.iter().position(|byte| *byte >= 0xcc)?;
            if !self.is_known(bytes, at) {
                return Some(at);
            }
            from = at + 1;
        }
    }

    /// Whether the character at a place is known to be allowed.
    fn is_known(&self, bytes: &[u8], at: usize) -> bool {
        let byte = |ahead: usize| bytes.get(at + ahead).copied().unwrap_or_default();
        let after = |ahead: usize| usize::from(byte(ahead) & 0x3f);
        let (block, place) = match byte(0) {
            lead @ ..0xe0 => (usize::from(lead & 0x1f), after(1)),
            lead @ 0xe0..0xf0 => (usize::from(lead & 0x0f) << 6 | after(1), after(2)),
            0xf0.. => return false,
        };
        self.allowed.get(block).is_some_and(|known| known.load(Ordering::Relaxed) >> place & 1 == 1)
    }

    /// Whether the language is written with a character, or every language is.
    fn allows(&self, character: char) -> bool {
        let (block, place) = (u32::from(character) / BLOCK, u32::from(character) % BLOCK);
        let known = self.allowed.get(block as usize);
        let is_allowed = is_allowed(&self.own, character);
        if let Some(known) = known.filter(|_| is_allowed) {
            known.fetch_or(1 << place, Ordering::Relaxed);
        }
        is_allowed
    }

    /// The runs of letters that the language is not written in.
    pub(in crate::rules) fn foreign(&self, text: &str) -> Vec<(usize, usize, Script)> {
        let mut runs: Vec<(usize, usize, Script)> = Vec::new();
        let mut from = 0;
        while let Some(at) = self.next_unknown(text, from) {
            let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            from = at + character.len_utf8();
            if self.allows(character) {
                continue;
            }
            let (script, end) = (character.script(), from);
            match runs.last_mut() {
                Some(run) if run.1 == at && run.2 == script => run.1 = end,
                _ => runs.push((at, end, script)),
            }
        }
        // A Greek letter that stands alone is a symbol: μ, π, Ω.
        runs.retain(|(start, end, script)| {
            let neighbour = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            let before = text.get(..*start).and_then(|text| text.chars().next_back());
            let after = text.get(*end..).and_then(|text| text.chars().next());
            let is_single = text.get(*start..*end).is_some_and(|run| run.chars().nth(1).is_none());
            *script != Script::Greek || !is_single || neighbour(before) && neighbour(after)
        });
        runs
    }
}

/// Whether a script is allowed in every language.
fn is_for_all(script: Script) -> bool {
    matches!(script, Script::Latin | Script::Common | Script::Inherited | Script::Unknown)
}

fn is_allowed(own: &[Script], character: char) -> bool {
    let script = character.script();
    is_for_all(script) || own.contains(&script) || !character.is_alphabetic() || {
        let extensions = character.script_extension();
        own.iter().any(|script| extensions.contains_script(*script))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_allowed_is_what_scripts_say() {
        for tag in ["nl", "el", "ru", "sr", "he", "ar", "fa", "hi", "th", "ka", "ja", "ko", "zh", "hy", "am"]
        {
            let scripts = Scripts::of(&Locale::parse(tag).unwrap()).unwrap();
            let all = '\u{80}'..='\u{ffff}';
            // What was met before is not looked up again.
            for character in all.clone().chain(all.rev().step_by(16)) {
                // A letter beside it shows that one of Greek is no symbol.
                let text = format!("α{character}α");
                let expected = !is_allowed(&scripts.own, character);
                let (start, end) = ('α'.len_utf8(), text.len() - 'α'.len_utf8());
                let is_found = |&(from, to, _): &(usize, usize, Script)| from <= start && end <= to;
                let found = scripts.foreign(&text).iter().any(is_found);
                assert_eq!(found, expected, "{character:?} in {tag}");
            }
        }
    }

    #[test]
    fn what_is_passed_over_has_nothing_foreign() {
        for character in '\0'..=char::MAX {
            let held = Features::of_text(character.encode_utf8(&mut [0; 4])) & Features::SCRIPTS;
            let mut is_told =
                held.is_empty() && is_allowed(&[], character) || held.meets(Features::OTHER_SCRIPTS);
            for (feature, scripts) in FEATURES.iter().filter(|(feature, _)| feature.meets(held)) {
                is_told |= held == *feature && is_allowed(scripts, character);
            }
            assert!(is_told, "U+{:04X} is in a wrong stretch: {held:?}", u32::from(character));
        }
    }
}
