//! Values as texts show them, compared with another implementation of CLDR, and what texts may ask for.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};

use super::{Format, Items};
use crate::bundle::{Catalog, File, Source};
use crate::embedded::Embedded;
use crate::{Locale, Month, PartialDate, Permille};

/// The embedded files, but for `label.ftl`, which is one text in every language.
struct One(String);

impl Source for One {
    fn read(&self, locale: Locale, name: &str) -> Option<Cow<'static, str>> {
        if name == "label" { Some(Cow::Owned(self.0.clone())) } else { Embedded.read(locale, name) }
    }
}

fn catalog(pattern: &str) -> Arc<Catalog> {
    Catalog::new(One(format!("label-test = {pattern}")))
}

/// The text with `$x` set, in one locale; `None` where it does not resolve.
fn shown(catalog: &Catalog, locale: Locale, x: &FluentValue<'static>) -> Option<String> {
    let mut arguments = FluentArgs::new();
    let format = Format::new(catalog, locale);
    arguments.set("x", format.adopt(x, str::to_owned).unwrap_or_else(|| x.clone()));
    catalog.message(locale, File::Label, "label-test", None, &arguments)
}

fn date(value: &str) -> PartialDate {
    let parts: Vec<u16> = value.split('-').map(|part| part.parse().unwrap()).collect();
    let month = |number: u16| Month::ALL[usize::from(number) - 1];
    match parts[..] {
        [year] => PartialDate::Year { year },
        [year, number] => PartialDate::Month { year, month: month(number) },
        [year, number, day] => {
            PartialDate::Day { year, month: month(number), day: u8::try_from(day).unwrap() }
        }
        _ => panic!("{value} is no date"),
    }
}

/// What is expected where another implementation shows the recorded text. One difference is meant: Node.js writes a minus sign
/// before a number that is rounded to zero.
fn expected(recorded: &str) -> &str {
    let is_zero = |text: &str| text.chars().all(|c| matches!(c, '0' | ',' | '.' | '\u{a0}' | '%'));
    recorded.strip_prefix('-').filter(|rest| is_zero(rest)).unwrap_or(recorded)
}

/// `intl.tsv` is recorded from Node.js, whose Intl is made with ICU for C++; its first line says which versions.
#[test]
fn values_are_as_another_implementation_of_cldr_has_them() {
    let mut rows = 0;
    let mut differences = Vec::new();
    for line in include_str!("intl.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [kind, value, options, recorded @ ..] = &line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line} has too few columns");
        };
        let (pattern, x) = match *kind {
            "number" => {
                (format!("{{ NUMBER($x{options}) }}"), FluentValue::from(value.parse::<f64>().unwrap()))
            }
            "date" => (format!("{{ DATETIME($x{options}) }}"), date(value).into()),
            "list" => {
                let items = value.split('|').filter(|item| !item.is_empty());
                ("{ $x }".to_owned(), items.collect::<Items>().into())
            }
            _ => panic!("{kind} is no kind of value"),
        };
        let catalog = catalog(&pattern);
        for (&locale, recorded) in Locale::ALL.iter().zip(recorded) {
            let shown = shown(&catalog, locale, &x);
            if shown.as_deref() != Some(expected(recorded)) {
                differences.push(format!("{locale} {kind} {value}{options}: {shown:?}, not {recorded:?}"));
            }
        }
        rows += 1;
    }
    assert!(rows > 250, "only {rows} rows");
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

/// The engine chooses variants by plural rules of its own, from an older CLDR than the one that formats.
#[test]
fn plural_categories_are_those_of_the_current_cldr() {
    let variants = "\n [zero] Zero\n [one] One\n [two] Two\n [few] Few\n [many] Many\n *[other] Other\n";
    let kinds = [("cardinal", PluralRuleType::Cardinal), ("ordinal", PluralRuleType::Ordinal)];
    for (name, kind) in kinds {
        let catalog = catalog(&format!("{{ NUMBER($x, type: \"{name}\") -> {variants} }}"));
        for &locale in Locale::ALL {
            let tag: icu_locale_core::Locale = locale.regional_tag().parse().unwrap();
            let rules = PluralRules::try_new(tag.into(), kind.into()).unwrap();
            for number in 0..=1000_u32 {
                let category = match rules.category_for(number) {
                    PluralCategory::Zero => "Zero",
                    PluralCategory::One => "One",
                    PluralCategory::Two => "Two",
                    PluralCategory::Few => "Few",
                    PluralCategory::Many => "Many",
                    PluralCategory::Other => "Other",
                };
                let chosen = shown(&catalog, locale, &number.into());
                assert_eq!(chosen.as_deref(), Some(category), "{name} {number} in {locale}");
            }
        }
    }
}

/// A typed value in a text, and what Dutch, French and English show; `None` where the text asks for more than it can have.
type Case = (&'static str, fn() -> FluentValue<'static>, Option<[&'static str; 3]>);

#[test]
fn typed_values_are_arguments_of_texts() {
    const SHARE: fn() -> FluentValue<'static> = || Permille::new(499).into();
    const DAY: fn() -> FluentValue<'static> =
        || PartialDate::Day { year: 2021, month: Month::May, day: 18 }.into();
    const MONTH: fn() -> FluentValue<'static> =
        || PartialDate::Month { year: 2015, month: Month::September }.into();
    const YEAR: fn() -> FluentValue<'static> = || PartialDate::Year { year: 2014 }.into();
    const DECADE: fn() -> FluentValue<'static> = || PartialDate::DecadeStart { decade: 1990 }.into();
    let cases: &[Case] = &[
        ("{ $x }", || 12_345.into(), Some(["12.345", "12\u{202f}345", "12,345"])),
        ("{ $x }", SHARE, Some(["49,9%", "49,9\u{a0}%", "49.9%"])),
        ("{ NUMBER($x) }", SHARE, Some(["49,9%", "49,9\u{a0}%", "49.9%"])),
        ("{ NUMBER($x, minimumFractionDigits: 2) }", SHARE, Some(["49,90%", "49,90\u{a0}%", "49.90%"])),
        ("{ NUMBER($x, maximumFractionDigits: 0) }", SHARE, Some(["50%", "50\u{a0}%", "50%"])),
        (
            "{ NUMBER($x, style: \"decimal\", maximumFractionDigits: 3) }",
            SHARE,
            Some(["0,499", "0,499", "0.499"]),
        ),
        ("{ NUMBER($x, style: \"percent\") }", || 0.5.into(), Some(["50%", "50\u{a0}%", "50%"])),
        ("{ $x }", DAY, Some(["18 mei 2021", "18 mai 2021", "18 May 2021"])),
        ("{ DATETIME($x) }", DAY, Some(["18 mei 2021", "18 mai 2021", "18 May 2021"])),
        ("{ DATETIME($x, month: \"long\") }", DAY, Some(["mei", "mai", "May"])),
        ("{ $x }", MONTH, Some(["september 2015", "septembre 2015", "September 2015"])),
        (
            "{ DATETIME($x, dateStyle: \"full\") }",
            MONTH,
            Some(["september 2015", "septembre 2015", "September 2015"]),
        ),
        ("{ DATETIME($x, dateStyle: \"medium\") }", MONTH, Some(["sep 2015", "sept. 2015", "Sept 2015"])),
        ("{ DATETIME($x, year: \"numeric\") }", MONTH, Some(["2015", "2015", "2015"])),
        ("{ DATETIME($x, day: \"numeric\") }", MONTH, None),
        ("{ $x }", YEAR, Some(["2014", "2014", "2014"])),
        ("{ DATETIME($x, dateStyle: \"long\") }", YEAR, Some(["2014", "2014", "2014"])),
        ("{ DATETIME($x, month: \"long\") }", YEAR, None),
        ("{ $x }", DECADE, Some(["begin jaren 90", "début des années 1990", "the early 1990s"])),
        ("{ DATETIME($x) }", DECADE, Some(["begin jaren 90", "début des années 1990", "the early 1990s"])),
        ("{ DATETIME($x, year: \"numeric\") }", DECADE, None),
        (
            "{ $x }",
            || Items::from_iter(["a", "b", "c"]).into(),
            Some(["a, b en c", "a, b et c", "a, b and c"]),
        ),
        // What does not fit together is not shown in part.
        ("{ NUMBER($x) }", || "a".into(), None),
        ("{ NUMBER($x) }", DAY, None),
        ("{ DATETIME($x) }", || 2021.into(), None),
        ("{ DATETIME($x) }", SHARE, None),
        ("{ NUMBER($x, maxFractionDigits: 1) }", || 1.into(), None),
        ("{ NUMBER($x, style: \"currency\") }", || 1.into(), None),
        ("{ DATETIME($x, hour: \"numeric\") }", DAY, None),
        ("{ NUMBER() }", || 1.into(), None),
        ("{ NUMBER($x, $x) }", || 1.into(), None),
        ("{ DATETIME() }", DAY, None),
    ];
    for (pattern, x, expected) in cases {
        let catalog = catalog(pattern);
        for (position, &locale) in Locale::ALL.iter().enumerate() {
            let expected = expected.map(|expected| expected[position]);
            assert_eq!(
                shown(&catalog, locale, &x()).as_deref(),
                expected,
                "{pattern} with {:?} in {locale}",
                x()
            );
        }
    }
}

/// A pattern of percentages that asks for percentages is no endless loop.
#[test]
fn the_pattern_of_percentages_cannot_ask_for_itself() {
    struct Loop;
    impl Source for Loop {
        fn read(&self, locale: Locale, name: &str) -> Option<Cow<'static, str>> {
            let looping = "number-percent = { NUMBER($number, style: \"percent\") }";
            if name == "number" { Some(Cow::Borrowed(looping)) } else { Embedded.read(locale, name) }
        }
    }
    let catalog = Catalog::new(Loop);
    assert_eq!(Format::new(&catalog, Locale::English).percent(Permille::new(499)), "49.9");
}

/// A day that no calendar has keeps its digits.
#[test]
fn a_date_that_is_none_is_shown_as_it_stands() {
    let catalog = Catalog::new(Embedded);
    let impossible = PartialDate::Day { year: 2021, month: Month::February, day: 31 };
    assert_eq!(Format::new(&catalog, Locale::English).date_at(impossible), "on 2021-02-31");
}

#[test]
fn numbers_that_are_none_are_shown_as_such() {
    let catalog = catalog("{ $x }");
    for (number, expected) in
        [(f64::NAN, "NaN"), (f64::INFINITY, "∞"), (f64::NEG_INFINITY, "-∞"), (-0.0, "0")]
    {
        assert_eq!(shown(&catalog, Locale::Dutch, &number.into()).as_deref(), Some(expected));
    }
}
