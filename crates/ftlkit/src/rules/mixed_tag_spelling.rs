//! `mixed-tag-spelling`

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::project::LocaleFiles;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) struct MixedTagSpelling;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for locales that are spelt in another way than most of the project's: `pt_BR` beside `zh-CN`, `pt-br` beside \
        `zh-CN`.",
    why: "Code that finds one of them by its name does not find the other.",
    bad: &[
        ("i18n/en/main.ftl", "hello = Hello\n"),
        ("i18n/en-GB/main.ftl", "hello = Hello\n"),
        ("i18n/fr-CA/main.ftl", "hello = Bonjour\n"),
        ("i18n/pt_BR/main.ftl", "hello = Olá\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "hello = Hello\n"),
        ("i18n/en-GB/main.ftl", "hello = Hello\n"),
        ("i18n/fr-CA/main.ftl", "hello = Bonjour\n"),
        ("i18n/pt-BR/main.ftl", "hello = Olá\n"),
    ],
    fix: "None: code may ask for the name as it is.",
};

impl Rule for MixedTagSpelling {
    fn name(&self) -> &'static str {
        "mixed-tag-spelling"
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
        let locales = context.project().locales.iter();
        let locales: Vec<(Style, &LocaleFiles)> =
            locales.filter_map(|files| Some((style(files.locale.spelling())?, files))).collect();
        let mut counts: BTreeMap<Style, usize> = BTreeMap::new();
        for (style, _) in &locales {
            *counts.entry(*style).or_default() += 1;
        }
        // Of equal numbers the canonical spelling, which sorts first, is the usual one.
        let Some((usual, _)) = counts.iter().max_by_key(|(style, count)| (**count, Reverse(**style))) else {
            return;
        };
        for (style, LocaleFiles { locale: own, files }) in &locales {
            let is_twin =
                |other: &(Style, &LocaleFiles)| other.0 == *usual && other.1.locale.tag() == own.tag();
            if style == usual || locales.iter().any(is_twin) {
                continue;
            }
            let Some(file) = files.first() else { continue };
            let message = format!("locale `{}` is spelt in another way than most", own.spelling());
            let help = format!("the others suggest `{}`", usual.spell(own.tag()));
            sink.report(Finding::in_file(Arc::clone(&file.path), message).help(help));
        }
    }
}

/// How a tag of several parts is spelt; the canonical way sorts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Style {
    underscore: bool,
    case: Case,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Case {
    Canonical,
    Lower,
    Other,
}

/// The style of a spelling; tags of one part have none, nor have names that are no tags, such as `zh-CHS`.
fn style(spelling: &str) -> Option<Style> {
    if !spelling.contains(['-', '_']) {
        return None;
    }
    let canonical = crate::project::Locale::parse(spelling)?;
    let (canonical, plain) = (canonical.tag(), spelling.replace('_', "-"));
    if !plain.eq_ignore_ascii_case(canonical) {
        return None;
    }
    let case = if plain == canonical {
        Case::Canonical
    } else if plain == plain.to_lowercase() {
        Case::Lower
    } else {
        Case::Other
    };
    Some(Style { underscore: spelling.contains('_'), case })
}

impl Style {
    fn spell(self, tag: &str) -> String {
        let tag = if self.case == Case::Lower { tag.to_lowercase() } else { tag.to_owned() };
        if self.underscore { tag.replace('-', "_") } else { tag }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;

    #[track_caller]
    fn spellings(locales: &[&str], expected: &[&str]) {
        let paths: Vec<String> = locales.iter().map(|locale| format!("i18n/{locale}/a.ftl")).collect();
        let files: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "a = A\n")).collect();
        check("mixed-tag-spelling", &files, expected);
    }

    #[test]
    fn the_rarer_spelling_is_reported() {
        let line = |own: &str, other: &str| {
            format!(
                "i18n/{own}/a.ftl: warning: locale `{own}` is spelt in another way than most; help: the others suggest \
                 `{other}`"
            )
        };
        spellings(&["en", "fr", "pt_BR", "zh-CN"], &[&line("pt_BR", "pt-BR")]);
        spellings(&["en", "pt_BR", "zh-CN", "zh_TW"], &[&line("zh-CN", "zh_CN")]);
        spellings(&["en", "pt-br", "zh-CN", "zh-tw"], &[&line("zh-CN", "zh-cn")]);
    }

    #[test]
    fn one_way_is_no_mixture() {
        spellings(&["en", "pt_BR", "zh_CN", "sr_Latn"], &[]);
        spellings(&["en", "pt-BR", "pt_BR", "zh-CN"], &[]);
        spellings(&["en", "de", "fr"], &[]);
        spellings(&["en", "pt-BR", "fr-CA", "zh-CHS", "sr@latin", "ca_ES@valencia"], &[]);
    }
}
