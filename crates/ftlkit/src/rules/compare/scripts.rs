//! The letters that a language is written in.

use std::sync::atomic::{AtomicU8, Ordering};

use unicode_script::{Script, UnicodeScript};

use crate::project::Locale;

/// Languages that are also written in scripts that are not their first. The supplemental data of CLDR lists scripts by
/// language; Latin is left out, because it is allowed everywhere.
const MORE_SCRIPTS: [(&str, &[Script]); 23] = [
    ("az", &[Script::Cyrillic, Script::Arabic]),
    ("bs", &[Script::Cyrillic]),
    ("crh", &[Script::Cyrillic]),
    ("ff", &[Script::Adlam]),
    ("gag", &[Script::Cyrillic]),
    ("ha", &[Script::Arabic]),
    ("iu", &[Script::Canadian_Aboriginal]),
    ("kk", &[Script::Arabic]),
    ("kmr", &[Script::Arabic, Script::Cyrillic]),
    ("ks", &[Script::Devanagari]),
    ("ku", &[Script::Arabic, Script::Cyrillic]),
    ("ky", &[Script::Arabic]),
    ("mn", &[Script::Mongolian]),
    ("mni", &[Script::Meetei_Mayek]),
    ("ms", &[Script::Arabic]),
    ("pa", &[Script::Arabic]),
    ("sat", &[Script::Bengali, Script::Devanagari, Script::Oriya]),
    ("sd", &[Script::Devanagari]),
    ("tg", &[Script::Arabic]),
    ("tk", &[Script::Arabic, Script::Cyrillic]),
    ("tzm", &[Script::Tifinagh]),
    ("ug", &[Script::Cyrillic]),
    ("uz", &[Script::Cyrillic, Script::Arabic]),
];

/// Characters are looked up by blocks of this size.
const BLOCK: u32 = 64;

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
        let blocks = usize::try_from(0x1_0000 / BLOCK).ok()?;
        Some(Self { own, blocks: (0..blocks).map(|_| AtomicU8::new(UNKNOWN)).collect() })
    }

    pub(in crate::rules) fn describe(&self) -> String {
        let mut names: Vec<String> =
            self.own.iter().map(|script| script.full_name().replace('_', " ")).collect();
        if !self.own.contains(&Script::Latin) {
            names.push("Latin".to_owned());
        }
        format!("{} letters", names.join(" or "))
    }

    fn allows(&self, character: char) -> bool {
        let code = u32::from(character);
        let Some(block) = self.blocks.get((code / BLOCK) as usize) else {
            return is_allowed(&self.own, character);
        };
        if block.load(Ordering::Relaxed) == UNKNOWN {
            let first = code / BLOCK * BLOCK;
            let mut all = (first..first + BLOCK).filter_map(char::from_u32);
            let state = if all.all(|other| is_allowed(&self.own, other)) { ALLOWED } else { MIXED };
            block.store(state, Ordering::Relaxed);
        }
        block.load(Ordering::Relaxed) == ALLOWED || is_allowed(&self.own, character)
    }

    /// The runs of letters that the language is not written in.
    pub(in crate::rules) fn foreign(&self, text: &str) -> Vec<(usize, usize, Script)> {
        let mut runs: Vec<(usize, usize, Script)> = Vec::new();
        for (at, character) in text.char_indices() {
            if character < '\u{300}' || self.allows(character) {
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

fn is_allowed(own: &[Script], character: char) -> bool {
    let script = character.script();
    let always = matches!(script, Script::Latin | Script::Common | Script::Inherited | Script::Unknown);
    always || own.contains(&script) || !character.is_alphabetic() || {
        let extensions = character.script_extension();
        own.iter().any(|script| extensions.contains_script(*script))
    }
}
