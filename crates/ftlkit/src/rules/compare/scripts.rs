//! The letters that a language is written in.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

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

/// Characters are looked up by blocks of this size: all but the last byte of a character of UTF-8 tell its block.
const BLOCK: u32 = 64;

/// The blocks of the basic plane.
const BLOCKS: usize = 0x1_0000 / BLOCK as usize;

/// The scripts of each block, which are the same for every locale.
static SCRIPTS: [OnceLock<BlockScripts>; BLOCKS] = [const { OnceLock::new() }; BLOCKS];

/// The scripts of a block, those aside that every language may use.
#[derive(Debug, Clone, Copy)]
enum BlockScripts {
    None,
    Of(Script),
    Mixed,
}

/// Nothing is known of a block yet.
const UNKNOWN: u8 = 0;
/// All its characters are allowed.
const ALLOWED: u8 = 1;
/// Some are, perhaps.
const MIXED: u8 = 2;

/// The scripts of a locale.
#[derive(Debug)]
pub(in crate::rules) struct Scripts {
    own: Vec<Script>,
    /// What is known of the blocks of the basic plane, so that most characters need no search in a table.
    blocks: Vec<AtomicU8>,
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
        Some(Self { own, blocks: (0..BLOCKS).map(|_| AtomicU8::new(UNKNOWN)).collect() })
    }

    pub(in crate::rules) fn describe(&self) -> String {
        let mut names: Vec<String> =
            self.own.iter().map(|script| script.full_name().replace('_', " ")).collect();
        if !self.own.contains(&Script::Latin) {
            names.push("Latin".to_owned());
        }
        format!("{} letters", names.join(" or "))
    }

    /// Whether all characters of a block are allowed.
    fn allows_block(&self, block: usize) -> bool {
        let Some(known) = self.blocks.get(block) else { return false };
        match known.load(Ordering::Relaxed) {
            UNKNOWN => {
                let is_allowed = match BlockScripts::of(block) {
                    BlockScripts::None => true,
                    BlockScripts::Of(script) => self.own.contains(&script),
                    BlockScripts::Mixed => characters(block).all(|other| is_allowed(&self.own, other)),
                };
                known.store(if is_allowed { ALLOWED } else { MIXED }, Ordering::Relaxed);
                is_allowed
            }
            state => state == ALLOWED,
        }
    }

    /// Where the first character begins from a place on whose block is not allowed as a whole.
    fn next_doubtful(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            let (block, length) = match *bytes.get(at)? {
                // ASCII, and what comes before U+0300.
                ..0xc0 => (None, 1),
                0xc0..0xcc => (None, 2),
                lead @ 0xcc..0xe0 => (Some(usize::from(lead & 0x1f)), 2),
                lead @ 0xe0..0xf0 => {
                    let next = bytes.get(at + 1).copied().unwrap_or_default();
                    (Some(usize::from(lead & 0x0f) << 6 | usize::from(next & 0x3f)), 3)
                }
                0xf0.. => return Some(at),
            };
            if block.is_some_and(|block| !self.allows_block(block)) {
                return Some(at);
            }
            at += length;
        }
    }

    /// The runs of letters that the language is not written in.
    pub(in crate::rules) fn foreign(&self, text: &str) -> Vec<(usize, usize, Script)> {
        let mut runs: Vec<(usize, usize, Script)> = Vec::new();
        let mut from = 0;
        while let Some(at) = self.next_doubtful(text, from) {
            let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            from = at + character.len_utf8();
            if is_allowed(&self.own, character) {
                continue;
            }
            let (script, end) = (character.script(), at + character.len_utf8());
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

impl BlockScripts {
    fn of(block: usize) -> Self {
        let read = || {
            let mut scripts =
                characters(block).map(|sign| sign.script()).filter(|script| !is_for_all(*script));
            let Some(first) = scripts.next() else { return Self::None };
            if scripts.all(|script| script == first) { Self::Of(first) } else { Self::Mixed }
        };
        SCRIPTS.get(block).map_or(Self::Mixed, |scripts| *scripts.get_or_init(read))
    }
}

/// The characters of a block.
fn characters(block: usize) -> impl Iterator<Item = char> {
    let first = u32::try_from(block).unwrap_or(u32::MAX).saturating_mul(BLOCK);
    (first..first.saturating_add(BLOCK)).filter_map(char::from_u32)
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
