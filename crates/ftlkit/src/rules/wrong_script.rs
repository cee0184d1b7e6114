//! `wrong-script`

use unicode_script::{Script, UnicodeScript};

use super::{Context, Explanation, Finding, Group, Interest, OptionKind, Rule, RuleOption, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef, TextKind};
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

const SCRIPTS: RuleOption = RuleOption {
    rule: "wrong-script",
    name: "scripts",
    about: "Scripts whose letters are allowed in every language, as ISO 15924 abbreviates them.",
    kind: OptionKind::Texts {
        accepts: |text| Script::from_short_name(text).is_some(),
        noun: "abbreviation of a script",
    },
    example: "[\"Grek\"]",
};

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

    fn options(&self) -> &'static [RuleOption] {
        &[SCRIPTS]
    }

    fn applies(&self, context: Context<'_>) -> bool {
        !context.is_reference()
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::SCRIPTS)
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let Some(scripts) = context.scripts().filter(|scripts| scripts.may_miss(pattern.features())) else {
            return;
        };
        let mut reported = Vec::new();
        for text in pattern.texts().iter().filter(|text| text.kind != TextKind::Number) {
            let run = pattern.slice(text.span);
            for (start, end, script) in scripts.foreign(run) {
                if reported.contains(&script) {
                    continue;
                }
                reported.push(script);
                let mut allowed = SCRIPTS.texts(context.config()).iter();
                if allowed.any(|name| Script::from_short_name(name) == Some(script)) {
                    continue;
                }
                let reference = context.counterpart(entry).and_then(|entry| entry.unit(attribute));
                if reference.is_some_and(|reference| uses(reference, script)) {
                    continue;
                }
                let offset = |at: usize| text.span.start + u32::try_from(at).unwrap_or(0);
                let letters = run.get(start..end).unwrap_or_default();
                let message = format!("`{letters}` is in {} letters", script.full_name().replace('_', " "));
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

fn uses(pattern: PatternRef<'_>, script: Script) -> bool {
    let mut characters = pattern.texts().iter().flat_map(|text| pattern.slice(text.span).chars());
    characters.any(|character| character.script() == script)
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::rules::OptionValue;
    use crate::testing::{check, check_with};

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
            ("tzm", "ⴰⴼⴰⵢⵍⵓ afaylu"),
            ("tk", "Файл Faýl"),
            ("hi", "फ़ाइल"),
            ("el", "Αρχείο"),
            ("nl", "é ü œ 10 μm, π, 5 Ω → … “x”"),
            ("kmr", "Pel"),
            ("shi", "ⴰⴼⴰⵢⵍⵓ افايلو afaylu"),
            ("tly", "Фајл فایل fayl"),
        ] {
            check_text(locale, text, &[]);
        }
    }

    #[test]
    fn what_the_reference_has_is_allowed() {
        let text = "a = Русский\n";
        check("wrong-script", &[("i18n/en/a.ftl", text), ("i18n/nl/a.ftl", text)], &[]);
    }

    #[test]
    fn scripts_that_are_allowed_everywhere_are_an_option() {
        let files = [("i18n/en/a.ftl", "a = A\n"), ("i18n/nl/a.ftl", "a = Αλφα\n")];
        let mut config = Config::default();
        let scripts = OptionValue::Texts(vec!["Grek".to_owned()]);
        config.options.entry("wrong-script".to_owned()).or_default().insert("scripts".to_owned(), scripts);
        check_with("wrong-script", &files, &config, &[]);
    }
}
