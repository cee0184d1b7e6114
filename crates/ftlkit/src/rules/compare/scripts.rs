//! The letters that a language is written in.

use std::sync::atomic::{AtomicU64, Ordering};

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
/// its place there. The basic plane has so many.
const BLOCKS: usize = 0x1_0000 / 64;

/// The scripts of a locale.
#[derive(Debug)]
pub(in crate::rules) struct Scripts {
    own: Vec<Script>,
    /// A bit for each character of the basic plane that was met and is allowed: a text has few different ones, and most of
    /// them again and again.
    allowed: Vec<AtomicU64>,
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
        Some(Self { own, allowed: (0..BLOCKS).map(|_| AtomicU64::new(0)).collect() })
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
        const HIGHEST: u64 = (u64::MAX / 0xff) << 7;
        let bytes = text.as_bytes();
        let (chunks, rest) = bytes.get(from..)?.as_chunks();
        for (at, chunk) in (from..).step_by(8).zip(chunks) {
            // The first bytes of characters beyond ASCII, and no others, have the two highest bits set.
            let chunk = u64::from_le_bytes(*chunk);
            let mut leads = chunk & (chunk << 1) & HIGHEST;
            while leads != 0 {
                let lead = at + leads.trailing_zeros() as usize / 8;
                if !self.is_known(bytes, lead) {
                    return Some(lead);
                }
                leads &= leads - 1;
            }
        }
        let end = bytes.len();
        (end - rest.len()..end).find(|at| !self.is_known(bytes, *at))
    }

    /// Whether no character beyond ASCII begins at a place, or one that is known to be allowed.
    fn is_known(&self, bytes: &[u8], at: usize) -> bool {
        let byte = |ahead: usize| bytes.get(at + ahead).copied().unwrap_or_default();
        let after = |ahead: usize| usize::from(byte(ahead) & 0x3f);
        let (block, place) = match byte(0) {
            // What comes before U+0300.
            ..0xcc => return true,
            lead @ 0xcc..0xe0 => (usize::from(lead & 0x1f), after(1)),
            lead @ 0xe0..0xf0 => (usize::from(lead & 0x0f) << 6 | after(1), after(2)),
            0xf0.. => return false,
        };
        self.allowed.get(block).is_some_and(|known| known.load(Ordering::Relaxed) >> place & 1 == 1)
    }

    /// Whether the language is written with a character, or every language is.
    fn allows(&self, character: char) -> bool {
        let is_allowed = is_allowed(&self.own, character);
        let (block, place) = (u32::from(character) / 64, u32::from(character) % 64);
        if let Some(known) = self.allowed.get(block as usize).filter(|_| is_allowed) {
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
