//! The letters that a language is written in.

use std::ops::Range;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use unicode_script::{Script, UnicodeScript};

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

/// Characters are looked up by blocks of 64: all but the last byte of a character of UTF-8 tell its block, and the last byte
/// its place there.
const BLOCK: u32 = 64;

/// The blocks of the basic plane.
const BLOCKS: usize = 0x1_0000 / BLOCK as usize;

/// The scripts of a locale.
#[derive(Debug)]
pub(in crate::rules) struct Scripts {
    own: Vec<Script>,
    /// A bit for each byte from 0xC0 on that a character can begin with: whether everything is allowed that begins so.
    leads: AtomicU64,
    /// A bit for each of those that begin a character of two bytes: whether that is known of it.
    looked_at: AtomicU32,
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
        let mut leads = bits(0xc0..0xcc);
        leads |= if own.contains(&Script::Han) { bits(HAN) } else { 0 };
        leads |= if own.contains(&Script::Hangul) { bits(HANGUL) } else { 0 };
        let allowed = Box::new([const { AtomicU64::new(0) }; BLOCKS]);
        Some(Self { own, leads: AtomicU64::new(leads), looked_at: AtomicU32::new(0), allowed })
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
            let leads = self.leads.load(Ordering::Relaxed);
            // What follows the first byte of a character is less than 0xC0.
            let is_doubtful = |byte: &u8| *byte >= 0xc0 && leads >> (byte & 0x3f) & 1 == 0;
            let at = from + bytes.get(from..)?.iter().position(is_doubtful)?;
            if !self.is_known(bytes, at) {
                return Some(at);
            }
            from = at + 1;
        }
    }

    /// Whether the character at a place is known to be allowed; it does not begin with a byte after which all are.
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
        let is_allowed = |character| is_allowed(&self.own, character);
        let (block, place) = (u32::from(character) / BLOCK, u32::from(character) % BLOCK);
        let known = self.allowed.get(block as usize);
        // Before U+0800 a block is all that begins with one byte.
        if block < 0x800 / BLOCK && self.looked_at.fetch_or(1 << block, Ordering::Relaxed) >> block & 1 == 0 {
            let mut all = (block * BLOCK..(block + 1) * BLOCK).filter_map(char::from_u32);
            let is_whole = all.all(is_allowed);
            self.leads.fetch_or(u64::from(is_whole) << block, Ordering::Relaxed);
        }
        let is_allowed = is_allowed(character);
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

/// The bytes that only characters of Chinese begin with, and those that only Korean syllables begin with.
const HAN: Range<u8> = 0xe4..0xea;
const HANGUL: Range<u8> = 0xeb..0xed;

/// A bit for each of some bytes from 0xC0 on.
fn bits(bytes: Range<u8>) -> u64 {
    bytes.fold(0, |bits, byte| bits | 1 << (byte & 0x3f))
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
}
