//! `duplicate-locale`

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::project::{Locale, LocaleFiles};
use std::collections::HashMap;
use std::sync::Arc;

pub(super) struct DuplicateLocale;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for one locale that stands at one place in two spellings, such as `pt-BR` and `pt_BR`.",
    why: "An application loads only one of them; translators mend the other.",
    bad: &[
        ("i18n/en/main.ftl", "hello = Hello\n"),
        ("i18n/pt-BR/main.ftl", "hello = Olá\n"),
        ("i18n/pt_BR/main.ftl", "hello = Oi\n"),
    ],
    good: &[("i18n/en/main.ftl", "hello = Hello\n"), ("i18n/pt-BR/main.ftl", "hello = Olá\n")],
    fix: "None: only a person knows which of the texts are meant.",
};

impl Rule for DuplicateLocale {
    fn name(&self) -> &'static str {
        "duplicate-locale"
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

    fn check_project(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        let mut seen: HashMap<(&str, &str), &Locale> = HashMap::new();
        for LocaleFiles { locale, files } in &context.project().locales {
            let mut reported = false;
            for file in files {
                let place = file.key.split("{locale}").next().unwrap_or_default();
                let first = *seen.entry((place, locale.tag())).or_insert(locale);
                let (own, other) = (locale.spelling(), first.spelling());
                if own == other || std::mem::replace(&mut reported, true) {
                    continue;
                }
                let message = format!("locale `{own}` is here as `{other}` too");
                sink.report(
                    Finding::in_file(Arc::clone(&file.path), message)
                        .help(format!("put both together, in `{}`", locale.tag())),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;

    const RULE: &str = "duplicate-locale";

    #[test]
    fn one_finding_a_locale() {
        let files = [
            ("i18n/en/a.ftl", "a = A\n"),
            ("i18n/en/b.ftl", "b = B\n"),
            ("i18n/pt-BR/a.ftl", "a = A\n"),
            ("i18n/pt_BR/a.ftl", "a = A\n"),
            ("i18n/pt_BR/b.ftl", "b = B\n"),
        ];
        let found = "i18n/pt_BR/a.ftl: error: locale `pt_BR` is here as `pt-BR` too; help: put both together, in `pt-BR`";
        check(RULE, &files, &[found]);
    }

    #[test]
    fn spellings_at_different_places_are_no_duplicates() {
        let files = [
            ("x/i18n/en/a.ftl", "a = A\n"),
            ("x/i18n/pt-BR/a.ftl", "a = A\n"),
            ("y/i18n/en/a.ftl", "a = A\n"),
            ("y/i18n/pt_BR/a.ftl", "a = A\n"),
        ];
        check(RULE, &files, &[]);
    }
}
