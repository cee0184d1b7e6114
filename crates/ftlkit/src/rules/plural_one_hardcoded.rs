//! `plural-one-hardcoded`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Selections, Sink};
use crate::diagnostic::Severity;
use crate::model::Variant;
use crate::plurals::{Category, Keys, Kind, PluralSelect};

pub(super) struct PluralOneHardcoded;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for `[one]` variants without the number, beside others that show it, in languages in which `one` is for \
        more than 1: also for 21 and 31 in Russian, for 0 in French. Numbers that have variants of their own do not count.",
    why: "The text says “one file” for 21 files, or for none.",
    bad: &[
        (
            "i18n/en/main.ftl",
            "files =\n    { $n ->\n        [one] One file\n       *[other] { $n } files\n    }\n",
        ),
        (
            "i18n/fr/main.ftl",
            "files =\n    { $n ->\n        [one] Un fichier\n       *[other] { $n } fichiers\n    }\n",
        ),
    ],
    good: &[
        (
            "i18n/en/main.ftl",
            "files =\n    { $n ->\n        [one] One file\n       *[other] { $n } files\n    }\n",
        ),
        (
            "i18n/fr/main.ftl",
            "files =\n    { $n ->\n        [1] Un fichier\n        [one] { $n } fichier\n       *[other] { $n } fichiers\n    }\n",
        ),
    ],
    fix: "None.",
};

impl Rule for PluralOneHardcoded {
    fn name(&self) -> &'static str {
        "plural-one-hardcoded"
    }

    fn group(&self) -> Group {
        Group::Plurals
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn applies(&self, context: Context<'_>) -> bool {
        let rules = context.plural_rules(Kind::Cardinal);
        rules.is_some_and(|rules| rules.numbers(Category::One).iter().any(|number| *number != 1))
    }

    fn interest(&self) -> Interest {
        Interest::selections()
    }

    fn check_selections<'a>(&self, context: Context<'a>, found: &Selections<'a>, sink: &mut Sink<'_>) {
        let Some(rules) = context.plural_rules(Kind::Cardinal) else { return };
        for select in &found.selects {
            if select.kind == Kind::Ordinal || select.keys() != Keys::Plural {
                continue;
            }
            let one = select.variants.iter().find(|variant| select.category(variant) == Some(Category::One));
            let Some(one) = one.filter(|one| !one.default && hides_number(select, one)) else { continue };
            let others = rules.numbers(Category::One).iter().copied().filter(|number| *number != 1);
            let left: Vec<u32> = others.filter(|number| !select.has_number(*number)).collect();
            let Some(first) = left.first() else { continue };
            let numbers: Vec<String> = left.iter().map(u32::to_string).collect();
            let more = if rules.all_numbers(Category::One).is_some() { "" } else { ", …" };
            let numbers = format!("{}{more}", numbers.join(", "));
            let locale = context.locale().tag();
            let message =
                format!("the text for `one` lacks the number, but in `{locale}` it is also for {numbers}");
            let name = select.variable.unwrap_or_default();
            let help = if *first == 0 && left.len() == 1 {
                format!("show `${name}`, or add a variant `[0]`")
            } else {
                format!("show `${name}`; a text for exactly 1 has the key `[1]`")
            };
            sink.report(
                Finding::at(select.pattern.file(), one.value, message)
                    .entry(found.entry, found.attribute)
                    .help(help),
            );
        }
    }
}

/// Whether a variant lacks the number that a variant of another category shows.
///
/// Where none shows it, the number stands elsewhere or does not matter: “delete this file”, “delete these files”.
fn hides_number(select: &PluralSelect<'_>, one: &Variant) -> bool {
    let shows =
        |variant: &&Variant| !variant.numeric && variant.index != one.index && select.shows_number(variant);
    let around = select.pattern.variables().iter().any(|variable| {
        !variable.role.selects()
            && variable.variant == one.parent
            && Some(select.pattern.slice(variable.name)) == select.variable
    });
    !around && !select.shows_number(one) && select.variants.iter().copied().any(|variant| shows(&variant))
}

#[cfg(test)]
mod tests {
    use crate::testing::check;

    #[track_caller]
    fn check_one(locale: &str, variants: &str, expected: &[&str]) {
        let text = format!("a = {{ $n ->\n{variants}}}\n");
        let path = format!("i18n/{locale}/a.ftl");
        let expected: Vec<String> = expected.iter().map(|line| format!("{path}:{line}")).collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check("plural-one-hardcoded", &[("i18n/en/a.ftl", "a = A\n"), (&path, &text)], &expected);
    }

    #[test]
    fn one_is_for_more_than_one() {
        let variants = "    [one] один файл\n    [few] { $n } файла\n   *[many] { $n } файлов\n";
        check_one(
            "ru",
            variants,
            &[
                "2:11: warning: the text for `one` lacks the number, but in `ru` it is also for 21, 31, 41, …; help: show `$n`; a text for exactly 1 has the key `[1]`",
            ],
        );
        check_one(
            "pt-BR",
            "    [one] um\n   *[other] { $n }\n",
            &[
                "2:11: warning: the text for `one` lacks the number, but in `pt-BR` it is also for 0; help: show `$n`, or add a variant `[0]`",
            ],
        );
    }

    #[test]
    fn one_is_one() {
        let variants = "    [one] een bestand\n   *[other] { $n } bestanden\n";
        for locale in ["nl", "de", "es", "pt-PT", "pl", "kmr"] {
            check_one(locale, variants, &[]);
        }
    }

    #[test]
    fn exact_numbers_are_no_fault() {
        check_one("fr", "    [0] aucun\n    [one] un\n   *[other] { $n }\n", &[]);
        check_one("ru", "    [1] один\n    [one] { $n } файл\n   *[many] { $n } файлов\n", &[]);
    }

    #[test]
    fn the_number_may_stand_elsewhere_or_nowhere() {
        check_one("ru", "    [one] файл\n   *[many] файлы\n", &[]);
        check_one("ru", "    [one] { NUMBER($n) } файл\n   *[many] { $n } файлы\n", &[]);
        let text = "a = { $n } { $n ->\n    [one] файл\n   *[many] из { $n }\n}\n";
        check("plural-one-hardcoded", &[("i18n/en/a.ftl", "a = A\n"), ("i18n/ru/a.ftl", text)], &[]);
    }
}
