//! `plural-missing-category`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Selections, Sink};
use crate::diagnostic::Severity;
use crate::model::Variant;
use crate::plurals::{self, Category, Keys, Kind, PluralSelect, Rules};
use crate::source::Span;

pub(super) struct PluralMissingCategory;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for plural categories of the language that a selection has no variant for. Only categories count that \
        whole numbers below a million can reach: the French `many` and the Polish `other` do not. An exact number stands \
        for the category of which it is the only one. Where the default is written for no number of its own (`*[other]` \
        in Polish) it may stand for one category; that is mere information. So is what a default lacks that is \
        abbreviated (Russian `5 мин.`) or a noun with one form for the numbers in question (Polish `2 dni`, `5 dni`).",
    why: "Some numbers get the form of others: “5 plik” for “5 plików”.",
    bad: &[
        (
            "i18n/en/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } file\n       *[other] { $n } files\n    }\n",
        ),
        (
            "i18n/pl/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } plik\n       *[many] { $n } plików\n    }\n",
        ),
    ],
    good: &[
        (
            "i18n/en/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } file\n       *[other] { $n } files\n    }\n",
        ),
        (
            "i18n/pl/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } plik\n        [few] { $n } pliki\n       *[many] { $n } plików\n    }\n",
        ),
    ],
    fix: "Safe: a variant with the text of the default is added. Users see what they saw before; put it into words.",
};

impl Rule for PluralMissingCategory {
    fn name(&self) -> &'static str {
        "plural-missing-category"
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
        context.plural_rules(Kind::Cardinal).is_some()
    }

    fn interest(&self) -> Interest {
        Interest::selections()
    }

    fn check_selections<'a>(&self, context: Context<'a>, found: &Selections<'a>, sink: &mut Sink<'_>) {
        let Some(rules) = context.plural_rules(Kind::Cardinal) else { return };
        for select in &found.selects {
            if select.kind == Kind::Ordinal || select.keys() != Keys::Plural || is_invariable(select) {
                continue;
            }
            let Some(missing) = Missing::new(select, rules, context.locale().language()) else { continue };
            let finding = missing.finding(select, rules, context.locale().tag());
            sink.report(finding.entry(found.entry, found.attribute));
        }
    }
}

/// What a selection lacks; ordinals are judged in the same way.
pub(super) struct Missing {
    categories: Vec<Category>,
    severity: Severity,
}

impl Missing {
    pub(super) fn new(select: &PluralSelect<'_>, rules: Rules, language: &str) -> Option<Self> {
        let categories = select.missing(rules);
        let absorbed = categories.len() == 1 && select.default_absorbs(rules);
        let is_harmless = absorbed
            || is_dispensable(&categories, language)
            || select.kind != Kind::Ordinal && has_one_form(select, language);
        let severity = if is_harmless { Severity::Info } else { Severity::Warning };
        (!categories.is_empty()).then_some(Self { categories, severity })
    }

    pub(super) fn finding(&self, select: &PluralSelect<'_>, rules: Rules, locale: &str) -> Finding {
        let numbers: Vec<String> = self.categories.iter().map(|category| numbers(rules, *category)).collect();
        let names = plurals::list(self.categories.iter().copied());
        let (noun, verb) =
            if self.categories.len() == 1 { ("category", "has") } else { ("categories", "have") };
        let kind = select.kind.name();
        let message = format!("{kind} {noun} {names} ({}) {verb} no variant", numbers.join("; "));
        let file = select.pattern.file();
        let finding = Finding::at(file, select.span, message)
            .help(format!("whole numbers in `{locale}` need {}", rules.describe()))
            .severity(self.severity);
        match select.default().and_then(|default| self.stubs(select, default)) {
            Some(edit) => {
                // What is shown stays the same; for ordinals the default is wrong more often than not.
                let safe = select.kind != Kind::Ordinal;
                finding.fix(format!("add {names} with the text of the default"), safe, file, [edit]).draft()
            }
            None => finding,
        }
    }

    /// The new variants, on lines of their own before the default, indented as the variant before them.
    fn stubs(&self, select: &PluralSelect<'_>, default: &Variant) -> Option<(Span, String)> {
        let text = select.pattern.file().source().text();
        let (line, indent) = indentation(text, default, "*[")?;
        let above = select.variants.iter().rev().find(|variant| variant.key.start < default.key.start);
        let indent = above
            .and_then(|above| indentation(text, above, "["))
            .map_or_else(|| format!("{indent} "), |(_, indent)| indent.to_owned());
        // From the bracket on: a text that begins on the next line keeps its indentation.
        let close = default.key.end + u32::try_from(text.get(default.key.end as usize..)?.find(']')?).ok()?;
        let value = select.pattern.slice(Span::new(close, default.value.end));
        let stubs: Vec<String> =
            self.categories.iter().map(|category| format!("{indent}[{category}{value}\n")).collect();
        Some((Span::at(u32::try_from(line).ok()?), stubs.concat()))
    }
}

/// Where the line of a variant begins, and the blanks before it, where there is nothing else.
fn indentation<'t>(text: &'t str, variant: &Variant, bracket: &str) -> Option<(usize, &'t str)> {
    let before = text.get(..variant.key.start as usize)?;
    let line = before.rfind('\n')? + 1;
    let indent = before.get(line..)?.strip_suffix(bracket)?;
    indent.trim().is_empty().then_some((line, indent))
}

/// Nouns whose form after 2 is also that after 5, by the categories of their languages.
const SAME_FORM: [(&str, &str); 4] = [
    ("bs", "dana minuta puta"),
    ("hr", "dana puta"),
    ("pl", "dni"),
    ("sr", "dana дана minuta минута puta пута"),
];

/// Categories whose nouns are written as those of `other` beside a number: `0 يوم` as `100 يوم`, `2 קבצים` as
/// `5 קבצים`. So it is for nine in ten units of measurement in CLDR's own translations.
const DISPENSABLE: [(&str, Category); 5] = [
    ("ar", Category::Zero),
    ("ars", Category::Zero),
    ("he", Category::Two),
    ("ksh", Category::Zero),
    ("se", Category::Two),
];

/// Whether what is missing is such a category alone.
fn is_dispensable(categories: &[Category], language: &str) -> bool {
    matches!(categories, [category] if DISPENSABLE.contains(&(language, *category)))
}

/// Whether the default is right for several categories: it alone ends like an abbreviation, as `{ $n } мин.` beside
/// `1 минута`, or its last word is such a noun.
fn has_one_form(select: &PluralSelect<'_>, language: &str) -> bool {
    let text = |variant: &Variant| select.pattern.slice(variant.value).trim_end();
    let Some(default) = select.default() else { return false };
    let is_abbreviated = text(default).ends_with('.')
        && select.variants.iter().filter(|variant| text(variant).ends_with('.')).count() == 1;
    let word = text(default).rsplit(|sign: char| !sign.is_alphabetic()).find(|word| !word.is_empty());
    let nouns = SAME_FORM.iter().find(|(code, _)| *code == language).map_or("", |(_, nouns)| nouns);
    is_abbreviated || nouns.split(' ').any(|noun| Some(noun) == word)
}

/// Whether all variants say the same, so that a further one would too.
fn is_invariable(select: &PluralSelect<'_>) -> bool {
    let mut values = select.variants.iter().map(|variant| select.pattern.slice(variant.value));
    let first = values.next();
    values.all(|value| Some(value) == first)
}

fn numbers(rules: Rules, category: Category) -> String {
    let numbers: Vec<String> = rules.numbers(category).iter().map(u32::to_string).collect();
    let more = if rules.all_numbers(category).is_some() { "" } else { ", …" };
    format!("{}{more}", numbers.join(", "))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Severity;
    use crate::testing::{check, check_fix};

    const RULE: &str = "plural-missing-category";

    #[track_caller]
    fn check_keys(locale: &str, keys: &[&str], expected: &[&str]) {
        let text = select(keys);
        let path = format!("i18n/{locale}/a.ftl");
        let expected: Vec<String> = expected.iter().map(|line| format!("{path}:{line}")).collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check(RULE, &[("i18n/en/a.ftl", "a = A\n"), (&path, &text)], &expected);
    }

    fn select(keys: &[&str]) -> String {
        let variant = |(index, key): (usize, &&str)| match key.strip_prefix('*') {
            Some(key) => format!("       *[{key}] {index} {{ $n }}\n"),
            None => format!("        [{key}] {index} {{ $n }}\n"),
        };
        let variants: String = keys.iter().enumerate().map(variant).collect();
        format!("a =\n    {{ $n ->\n{variants}    }}\n")
    }

    #[test]
    fn categories_that_whole_numbers_reach_are_needed() {
        check_keys("nl", &["one", "*other"], &[]);
        check_keys(
            "cs",
            &["one", "*other"],
            &[
                "2:7: warning: plural category `few` (2, 3, 4) has no variant; help: whole numbers in `cs` need `one`, `few` and `other`",
            ],
        );
        check_keys(
            "ru",
            &["one", "*other"],
            &[
                "2:7: warning: plural categories `few` and `many` (2, 3, 4, 22, …; 0, 5, 6, 7, …) have no variant; help: whole numbers in `ru` need `one`, `few` and `many`",
            ],
        );
        check_keys("cs", &["one", "few", "*other"], &[]);
    }

    #[test]
    fn millions_and_fractions_are_not_needed() {
        for locale in ["fr", "es", "it", "pt", "pt-PT", "ca"] {
            check_keys(locale, &["one", "*other"], &[]);
        }
        check_keys("pl", &["one", "few", "*many"], &[]);
        check_keys("uk", &["one", "few", "*many"], &[]);
        check_keys("lt", &["one", "few", "*other"], &[]);
    }

    #[test]
    fn a_default_without_numbers_of_its_own_stands_for_one_category() {
        check_keys(
            "uk",
            &["one", "few", "*other"],
            &[
                "2:7: info: plural category `many` (0, 5, 6, 7, …) has no variant; help: whole numbers in `uk` need `one`, `few` and `many`",
            ],
        );
    }

    #[test]
    fn abbreviations_and_nouns_of_one_form_are_mere_information() {
        let found = |locale: &str, one: &str, other: &str| {
            let text = format!("a =\n    {{ $n ->\n        [one] {one}\n       *[other] {other}\n    }}\n");
            let path = format!("i18n/{locale}/a.ftl");
            let texts = [("i18n/en/a.ftl", "a = { $n }\n".as_bytes()), (&*path, text.as_bytes())];
            let config = crate::Config { select: vec![RULE.to_owned()], ..crate::Config::default() };
            crate::check_bytes(&texts, &config).unwrap().diagnostics[0].severity()
        };
        assert_eq!(found("ru", "1 минута", "{ $n } мин."), Severity::Info);
        assert_eq!(found("ru", "{ $n } файл.", "{ $n } файлов."), Severity::Warning);
        assert_eq!(found("pl", "{ $n } dzień", "{ $n } dni"), Severity::Info);
        assert_eq!(found("sr-Latn", "minut", "minuta"), Severity::Info);
        assert_eq!(found("sr", "сат", "сати"), Severity::Warning);
        assert_eq!(found("ru", "{ $n } dzień", "{ $n } dni"), Severity::Warning);
        assert_eq!(found("he", "{ $n } קובץ", "{ $n } קבצים"), Severity::Info);
        assert_eq!(found("ar", "{ $n } يوم", "{ $n } يوما"), Severity::Warning);
    }

    #[test]
    fn exact_numbers_stand_for_their_category() {
        check_keys("cs", &["1", "few", "*other"], &[]);
        check_keys("ar", &["0", "one", "2", "few", "many", "*other"], &[]);
        check_keys(
            "ru",
            &["1", "few", "many", "*other"],
            &[
                "2:7: info: plural category `one` (1, 21, 31, 41, …) has no variant; help: whole numbers in `ru` need `one`, `few` and `many`",
            ],
        );
    }

    #[test]
    fn other_selections_and_unknown_languages_are_left_alone() {
        check_keys("ru", &["masculine", "*other"], &[]);
        check_keys("ru", &["0", "1", "*other"], &[]);
        check_keys("ru", &["*other"], &[]);
        check_keys("ru", &["one", "both", "*other"], &[]);
        check_keys("kmr", &["one", "*other"], &[]);
        let same = "a =\n    { $n ->\n        [one] { $n } min\n       *[other] { $n } min\n    }\n";
        check(RULE, &[("i18n/en/a.ftl", "a = A\n"), ("i18n/ru/a.ftl", same)], &[]);
    }

    #[test]
    fn stubs_stand_below_their_siblings() {
        let before = "a =\n    { $n ->\n    [few] x\n    *[other] y\n    }\n";
        let after = "a =\n    { $n ->\n    [few] x\n    [one] y\n    *[other] y\n    }\n";
        check_fix(RULE, "a = A\n", before, after);
    }

    #[test]
    fn stubs_are_added() {
        let text = "a =\n    { $n ->\n        [few] x\n       *[other] { $n } y\n    }\n";
        check_fix(
            RULE,
            "a = A\n",
            text,
            "a =\n    { $n ->\n        [few] x\n        [one] { $n } y\n       *[other] { $n } y\n    }\n",
        );
    }
}
