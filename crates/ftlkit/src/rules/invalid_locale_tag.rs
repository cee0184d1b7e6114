//! `invalid-locale-tag`

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use std::collections::HashSet;

pub(super) struct InvalidLocaleTag;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for files and folders that stand where locales stand, and whose names begin like a locale and are no BCP 47 tags, \
        such as `fr-FRA` and `de_DE@euro`. `sr@latin`, `ca@valencia` and `zh-CHS` are no tags either, but well known, and taken \
        for the locales that they stand for.",
    why: "Applications take no locale from such a name: nobody ever sees the translation.",
    bad: &[
        ("i18n/en/main.ftl", "hello = Hello\n"),
        ("i18n/nl/main.ftl", "hello = Hallo\n"),
        ("i18n/fr-FRA/main.ftl", "hello = Bonjour\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "hello = Hello\n"),
        ("i18n/nl/main.ftl", "hello = Hallo\n"),
        ("i18n/fr-FR/main.ftl", "hello = Bonjour\n"),
    ],
    fix: "None: only a person knows which locale is meant.",
};

impl Rule for InvalidLocaleTag {
    fn name(&self) -> &'static str {
        "invalid-locale-tag"
    }

    fn group(&self) -> Group {
        Group::Layout
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn check(&self, _context: Context<'_>, _sink: &mut Sink<'_>) {}

    fn check_project(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        let mut seen = HashSet::new();
        for stray in context.project().strays.iter().filter(|stray| seen.insert(&stray.name)) {
            let name = &stray.name;
            let language = name.split(['-', '_', '@']).next().unwrap_or_default();
            let message = format!("`{name}` stands for a locale, and is no BCP 47 tag");
            let help =
                format!("name it after its language, such as `{language}`, or with a region of two letters");
            sink.report(Finding::in_file(stray.path.as_str(), message).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;

    const RULE: &str = "invalid-locale-tag";
    const A: &str = "a = A\n";

    #[test]
    fn one_finding_a_name() {
        let files = [
            ("i18n/en/a.ftl", A),
            ("i18n/en/b.ftl", A),
            ("i18n/sr-latinica-RSB/a.ftl", A),
            ("i18n/sr-latinica-RSB/b.ftl", A),
            ("i18n/nl/a.ftl", A),
        ];
        let help = "help: name it after its language, such as `sr`, or with a region of two letters";
        let found = format!(
            "i18n/sr-latinica-RSB/a.ftl: warning: `sr-latinica-RSB` stands for a locale, and is no BCP 47 tag; {help}"
        );
        check(RULE, &files, &[&found]);
        let files = [("l/en.ftl", A), ("l/nl.ftl", A), ("l/sr_.ftl", A)];
        let found = format!("l/sr_.ftl: warning: `sr_` stands for a locale, and is no BCP 47 tag; {help}");
        check(RULE, &files, &[&found]);
    }

    #[test]
    fn names_of_other_systems_are_no_tags() {
        for (name, language) in [
            ("fr_FR.UTF-8", "fr"),
            ("de_DE@euro", "de"),
            ("sr@latinica", "sr"),
            ("fr-FRA", "fr"),
            ("en_U", "en"),
            ("pt-BR-", "pt"),
            ("es-419-", "es"),
            ("nl-old copy", "nl"),
        ] {
            let path = format!("i18n/{name}/a.ftl");
            let help =
                format!("name it after its language, such as `{language}`, or with a region of two letters");
            let found =
                format!("{path}: warning: `{name}` stands for a locale, and is no BCP 47 tag; help: {help}");
            check(RULE, &[("i18n/en/a.ftl", A), ("i18n/nl/a.ftl", A), (&path, A)], &[&found]);
        }
    }

    #[test]
    fn unusual_tags_are_tags() {
        for tag in [
            "sr-CS",
            "sr-SP",
            "eo-UY",
            "ar-SA",
            "zh_Hant_TW",
            "zh-yue",
            "ca-valencia",
            "en-x-pirate",
            "sr@latin",
            "zh-CHS",
        ] {
            let path = format!("i18n/{tag}/a.ftl");
            check(RULE, &[("i18n/en/a.ftl", A), ("i18n/nl/a.ftl", A), (&path, A)], &[]);
        }
    }

    #[test]
    fn other_names_and_other_places_are_no_locales() {
        for path in [
            "i18n/main-page/a.ftl",
            "i18n/nl/fr-FRA.ftl",
            "i18n/fr-FRA/other.ftl",
            "x/fr-FRA/a.ftl",
            "i18n/common/a.ftl",
        ] {
            check(RULE, &[("i18n/en/a.ftl", A), ("i18n/nl/a.ftl", A), (path, A)], &[]);
        }
    }
}
