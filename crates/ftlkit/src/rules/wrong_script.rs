//! `wrong-script`

use unicode_script::{Script, UnicodeScript};

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{FileRef, PatternRef, TextKind};
use crate::project::Locale;
use crate::source::Span;

pub(super) struct WrongScript;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for letters of a script that the language is not written in. Latin letters are allowed everywhere, and so \
        are single Greek letters, which are symbols, and scripts that the reference uses in the same text.",
    why: "A text of another language has slipped in, or a letter that only looks right: a Cyrillic `а` in a Dutch word is \
        not found by a search.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open the file\n"),
        ("i18n/nl/main.ftl", "open = Het bestаnd openen\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "open = Open the file\n"),
        ("i18n/nl/main.ftl", "open = Het bestand openen\n"),
    ],
    fix: "None.",
};

/// Languages that are also written in scripts that are not their first.
const MORE_SCRIPTS: [(&str, &[Script]); 16] = [
    ("az", &[Script::Cyrillic, Script::Arabic]),
    ("bs", &[Script::Cyrillic]),
    ("crh", &[Script::Cyrillic]),
    ("ha", &[Script::Arabic]),
    ("iu", &[Script::Canadian_Aboriginal]),
    ("kk", &[Script::Arabic]),
    ("ks", &[Script::Devanagari]),
    ("ku", &[Script::Arabic, Script::Cyrillic]),
    ("ky", &[Script::Arabic]),
    ("mn", &[Script::Mongolian]),
    ("ms", &[Script::Arabic]),
    ("pa", &[Script::Arabic]),
    ("sd", &[Script::Devanagari]),
    ("tg", &[Script::Arabic]),
    ("ug", &[Script::Cyrillic]),
    ("uz", &[Script::Cyrillic, Script::Arabic]),
];

impl Rule for WrongScript {
    fn name(&self) -> &'static str {
        "wrong-script"
    }

    fn group(&self) -> Group {
        Group::Consistency
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        if context.is_reference() {
            return;
        }
        let Some(mut scripts) = Scripts::of(context.locale()) else { return };
        let files = context.files().filter(|file| !is_plain(file.source().text()));
        for (entry, attribute, pattern) in files.flat_map(FileRef::patterns) {
            let mut reported = Vec::new();
            for text in pattern.texts().iter().filter(|text| text.kind != TextKind::Number) {
                let run = pattern.slice(text.span);
                if is_plain(run) {
                    continue;
                }
                for (start, end, script) in scripts.foreign(run) {
                    if reported.contains(&script) {
                        continue;
                    }
                    reported.push(script);
                    let reference = context.counterpart(entry).and_then(|entry| entry.unit(attribute));
                    if reference.is_some_and(|reference| uses(reference, script)) {
                        continue;
                    }
                    let offset = |at: usize| text.span.start + u32::try_from(at).unwrap_or(0);
                    let letters = run.get(start..end).unwrap_or_default();
                    let message =
                        format!("`{letters}` is in {} letters", script.full_name().replace('_', " "));
                    let help = format!("`{}` is written in {}", context.locale().tag(), scripts.describe());
                    sink.report(
                        Finding::at(entry.file(), Span::new(offset(start), offset(end)), message)
                            .entry(entry, attribute)
                            .help(help),
                    );
                }
            }
        }
    }
}

/// Whether a text has only characters that are allowed everywhere: Latin letters have no bytes as high as this.
fn is_plain(text: &str) -> bool {
    // By blocks, each of which the compiler checks at once.
    text.as_bytes().chunks(128).all(|block| block.iter().fold(0, |most: u8, &byte| most.max(byte)) < 0xCC)
}

fn uses(pattern: PatternRef<'_>, script: Script) -> bool {
    let mut characters = pattern.texts().iter().flat_map(|text| pattern.slice(text.span).chars());
    characters.any(|character| character.script() == script)
}

/// Characters are looked up by blocks of this size.
const BLOCK: u32 = 64;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    Unknown,
    Allowed,
    Mixed,
}

/// The scripts of a locale.
struct Scripts {
    own: Vec<Script>,
    /// What is known of the blocks of the basic plane, so that most characters need no search in a table.
    blocks: Vec<Block>,
}

impl Scripts {
    /// Nothing where the script of the language is not known.
    fn of(locale: &Locale) -> Option<Self> {
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
        Some(Self { own, blocks: vec![Block::Unknown; blocks] })
    }

    fn describe(&self) -> String {
        let mut names: Vec<String> =
            self.own.iter().map(|script| script.full_name().replace('_', " ")).collect();
        if !self.own.contains(&Script::Latin) {
            names.push("Latin".to_owned());
        }
        format!("{} letters", names.join(" or "))
    }

    fn allows(&mut self, character: char) -> bool {
        let code = u32::from(character);
        let block = code / BLOCK;
        let first = block * BLOCK;
        let own = &self.own;
        match self.blocks.get_mut(block as usize) {
            Some(Block::Allowed) => true,
            Some(state @ Block::Unknown) => {
                let mut all = (first..first + BLOCK).filter_map(char::from_u32);
                *state = if all.all(|c| is_allowed(own, c)) { Block::Allowed } else { Block::Mixed };
                *state == Block::Allowed || is_allowed(own, character)
            }
            Some(Block::Mixed) | None => is_allowed(own, character),
        }
    }

    /// The runs of letters that the language is not written in.
    fn foreign(&mut self, text: &str) -> Vec<(usize, usize, Script)> {
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

#[cfg(test)]
mod tests {
    use crate::testing::check;

    #[track_caller]
    fn check_text(locale: &str, text: &str, expected: &[&str]) {
        let path = format!("i18n/{locale}/a.ftl");
        let text = format!("a = {text}\n");
        let expected: Vec<String> = expected.iter().map(|line| format!("{path}:{line}")).collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check("wrong-script", &[("i18n/en/a.ftl", "a = A\n"), (&path, &text)], &expected);
    }

    #[test]
    fn foreign_letters_are_found() {
        check_text(
            "nl",
            "Het bestаnd",
            &["1:13: warning: `а` is in Cyrillic letters; help: `nl` is written in Latin letters"],
        );
        check_text(
            "ru",
            "Файл 文件 文",
            &["1:10: warning: `文件` is in Han letters; help: `ru` is written in Cyrillic or Latin letters"],
        );
        check_text(
            "sr-Latn",
            "Датотека",
            &["1:5: warning: `Датотека` is in Cyrillic letters; help: `sr-Latn` is written in Latin letters"],
        );
    }

    #[test]
    fn languages_have_their_scripts() {
        for (locale, text) in [
            ("ja", "ファイルを開く 漢字 ABC ー 々"),
            ("ko", "파일 漢字 ABC"),
            ("zh-TW", "檔案 ABC"),
            ("zh", "文件"),
            ("sr", "Датотека Datoteka"),
            ("uz", "Файл Fayl"),
            ("fa", "پرونده ۱۲۳"),
            ("hi", "फ़ाइल"),
            ("el", "Αρχείο"),
            ("nl", "é ü œ 10 μm, π, 5 Ω → … “x”"),
            ("kmr", "Pel"),
        ] {
            check_text(locale, text, &[]);
        }
    }

    #[test]
    fn what_the_reference_has_is_allowed() {
        let text = "a = Русский\n";
        check("wrong-script", &[("i18n/en/a.ftl", text), ("i18n/nl/a.ftl", text)], &[]);
    }
}
