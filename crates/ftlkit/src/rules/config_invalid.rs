//! `config-invalid`

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::project::Flaw;

pub(super) struct ConfigInvalid;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for paths and fallback locales in `i18n.toml`, `l10n.toml` and `crowdin.yml` that do not exist.",
    why: "The application, or the translation service, finds no texts where the file says that they are, and shows ids instead.",
    bad: &[
        ("i18n.toml", "fallback_language = \"en-US\"\n\n[fluent]\nassets_dir = \"i18n\"\n"),
        ("i18n/en/main.ftl", "hello = Hello\n"),
        ("i18n/nl/main.ftl", "hello = Hallo\n"),
    ],
    good: &[
        ("i18n.toml", "fallback_language = \"en\"\n\n[fluent]\nassets_dir = \"i18n\"\n"),
        ("i18n/en/main.ftl", "hello = Hello\n"),
        ("i18n/nl/main.ftl", "hello = Hallo\n"),
    ],
    fix: "None: either the file is wrong, or what it names was forgotten.",
};

impl Rule for ConfigInvalid {
    fn name(&self) -> &'static str {
        "config-invalid"
    }

    fn group(&self) -> Group {
        Group::Layout
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn check(&self, _context: Context<'_>, _sink: &mut Sink<'_>) {}

    fn check_flaws(&self, flaws: &[Flaw]) -> Vec<Finding> {
        let finding = |flaw: &Flaw| {
            Finding::in_source(&flaw.source, flaw.span, flaw.message.as_str()).maybe_help(flaw.help.clone())
        };
        flaws.iter().map(finding).collect()
    }
}

#[cfg(all(test, feature = "config"))]
mod tests {
    use crate::testing::{check, check_with};

    const RULE: &str = "config-invalid";
    const EN: (&str, &str) = ("i18n/en/a.ftl", "a = A\n");
    const NL: (&str, &str) = ("i18n/nl/a.ftl", "a = A\n");

    #[test]
    fn a_folder_that_is_absent() {
        let toml = ("i18n.toml", "fallback_language = \"en\"\n[fluent]\nassets_dir = \"i81n\"\n");
        check(
            RULE,
            &[toml, EN, NL],
            &[
                "i18n.toml:3:14: error: no translations are at `i81n/{locale}/**/*.ftl`; help: did you mean `i18n`?",
            ],
        );
    }

    #[test]
    fn nothing_else_is_needed_to_find_it() {
        let toml = ("é/i18n.toml", "fallback_language = \"en\"\n[fluent]\nassets_dir = \"gone\"\n");
        check(RULE, &[toml], &["é/i18n.toml:3:14: error: no translations are at `é/gone/{locale}/**/*.ftl`"]);
    }

    #[test]
    fn a_fallback_locale_that_is_absent() {
        let toml = ("i18n.toml", "fallback_language = \"en-GB\"\n[fluent]\nassets_dir = \"i18n\"\n");
        check(
            RULE,
            &[toml, EN, NL],
            &["i18n.toml:1:21: error: the fallback locale `en-GB` has no files; help: there are `en`, `nl`"],
        );
    }

    #[test]
    fn what_is_there_in_another_spelling_or_folder_is_there() {
        let toml = "fallback_language = \"EN\"\n[fluent]\nassets_dir = \"../i18n/\"\n";
        check(RULE, &[("app/i18n.toml", toml), EN, NL], &[]);
        let toml = "fallback_language = \"pt-BR\"\n[fluent]\nassets_dir = \"l\"\n";
        check(RULE, &[("i18n.toml", toml), ("l/pt_BR/a.ftl", "a = A\n"), ("l/nl/a.ftl", "a = A\n")], &[]);
    }

    #[test]
    fn a_text_of_the_reference_that_is_absent() {
        let toml = "basepath = \".\"\n[[paths]]\nreference = \"i18n/en/a.ftl\"\nl10n = \"i18n/{locale}/a.ftl\"\n\
            [[paths]]\nreference = \"i18n/en/é.ftl\"\nl10n = \"i18n/{locale}/é.ftl\"\n";
        check(
            RULE,
            &[("l10n.toml", toml), EN, NL],
            &["l10n.toml:6:13: error: no file is at `i18n/en/é.ftl`"],
        );
    }

    #[test]
    fn crowdin_has_places_too() {
        let yaml =
            "# é\nfiles:\n  - source: 'é/en/*.ftl'\n    translation: é/%locale%/%original_file_name%\n";
        check(
            RULE,
            &[("crowdin.yml", yaml), EN, NL],
            &["crowdin.yml:4:18: error: no translations are at `é/{locale}/*.ftl`"],
        );
    }

    #[test]
    fn it_can_be_switched_off() {
        let toml = ("i18n.toml", "fallback_language = \"xx\"\n[fluent]\nassets_dir = \"i18n\"\n");
        let severities = [(RULE.to_owned(), crate::Severity::Warning)].into();
        let config = crate::Config { severities, ..crate::Config::default() };
        let found =
            "i18n.toml:1:21: warning: the fallback locale `xx` has no files; help: there are `en`, `nl`";
        check_with(RULE, &[toml, EN, NL], &config, &[found]);
        let config = crate::Config { ignore: vec![RULE.to_owned()], ..crate::Config::default() };
        check_with(RULE, &[toml, EN, NL], &config, &[]);
    }
}
