//! Makes the table of plural rules from ICU4X, and sees to it that the table in the repository is that one.

use std::collections::BTreeMap;
use std::fmt::Write;

use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};
use intl_pluralrules as older;

use super::{Category, SAMPLES};
use crate::project::PLURAL_LANGUAGES;

/// The version of CLDR in the release of ICU4X that the table is made from.
const CLDR: &str = "49";
const COMMAND: &str = "FTLKIT_GENERATE=1 cargo test -p ftlkit plurals::generate";

/// Numbers from here on are no business of translators: the French `many` begins here.
const MILLION: u32 = 1_000_000;

type Numbers = BTreeMap<Category, Vec<u32>>;

#[test]
fn table_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/plurals/table.rs");
    let wanted = table();
    if std::env::var_os("FTLKIT_GENERATE").is_some() {
        std::fs::write(path, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(path).unwrap();
    assert!(found == wanted, "{path} is stale: run {COMMAND}");
}

#[test]
fn no_language_is_left_out() {
    for locale in older::PluralRules::get_locales(older::PluralRuleType::CARDINAL) {
        let tag = locale.to_string();
        let known = PLURAL_LANGUAGES.split_ascii_whitespace().chain(["pt-PT"]).any(|known| known == tag);
        assert!(known, "{tag}");
    }
}

fn table() -> String {
    let mut text = format!(
        "//! The plural rules of CLDR {CLDR}. Generated from ICU4X; do not edit.\n//!\n\
         //! Languages that ICU4X leaves out have those of CLDR 37, as `intl_pluralrules` has them.\n//!\n//! To make it anew: `{COMMAND}`\n\n\
         use super::Category::{{Few, Many, One, Other, Two, Zero}};\nuse super::Row;\n"
    );
    for (name, kind, old) in [
        ("CARDINAL", PluralRuleType::Cardinal, older::PluralRuleType::CARDINAL),
        ("ORDINAL", PluralRuleType::Ordinal, older::PluralRuleType::ORDINAL),
    ] {
        let mut rows: BTreeMap<Numbers, Vec<&str>> = BTreeMap::new();
        for tag in PLURAL_LANGUAGES.split_ascii_whitespace().chain(["pt-PT"]) {
            if let Some(numbers) = numbers(tag, kind, old) {
                rows.entry(numbers).or_default().push(tag);
            }
        }
        write!(text, "\n#[rustfmt::skip]\npub(super) static {name}: &[Row] = &[\n").unwrap();
        for (numbers, locales) in rows {
            let numbers: Vec<String> =
                numbers.iter().map(|(category, numbers)| format!("({category:?}, &{numbers:?})")).collect();
            let (locales, numbers) = (locales.join(" "), numbers.join(", "));
            write!(
                text,
                "    Row {{\n        locales: \"{locales}\",\n        categories: &[{numbers}],\n    }},\n"
            )
            .unwrap();
        }
        text.push_str("];\n");
    }
    text
}

/// The categories of a language with their numbers; nothing where its rules are not known.
fn numbers(tag: &str, kind: PluralRuleType, old: older::PluralRuleType) -> Option<Numbers> {
    let locale: icu_locale::Locale = tag.parse().unwrap();
    let rules = PluralRules::try_new(locale.into(), kind.into()).unwrap();
    let current = sample(rules.categories().map(from_icu), |number| from_icu(rules.category_for(number)));
    let tag: unic_langid::LanguageIdentifier = tag.parse().unwrap();
    let before = older::PluralRules::create(tag, old).ok().map(|rules| {
        let select = |number: &str| from_older(&rules.select(number).unwrap());
        let fractions = ["0.5", "1.5", "10.0", "2.10"].map(select);
        sample(fractions.into_iter(), |number| select(&number.to_string()))
    });
    match before {
        // The data of ICU4X has the languages that are well covered; for the others it says `other`.
        Some(before) if current.len() == 1 => Some(before),
        None if current.len() == 1 => None,
        // What a runtime with older rules asks for is not in vain.
        Some(before) => {
            let known = before.into_keys().map(|category| (category, Vec::new()));
            Some(known.chain(current).collect())
        }
        None => Some(current),
    }
}

fn sample(known: impl Iterator<Item = Category>, select: impl Fn(u32) -> Category) -> Numbers {
    let mut numbers: Numbers = known.map(|category| (category, Vec::new())).collect();
    // Beyond the first thousands only round numbers have rules of their own.
    for number in (0..2_000).chain((2_000..MILLION).step_by(1_000)) {
        let samples = numbers.entry(select(number)).or_default();
        if samples.len() < SAMPLES {
            samples.push(number);
        }
    }
    numbers
}

fn from_icu(category: PluralCategory) -> Category {
    match category {
        PluralCategory::Zero => Category::Zero,
        PluralCategory::One => Category::One,
        PluralCategory::Two => Category::Two,
        PluralCategory::Few => Category::Few,
        PluralCategory::Many => Category::Many,
        PluralCategory::Other => Category::Other,
    }
}

fn from_older(category: &older::PluralCategory) -> Category {
    match category {
        older::PluralCategory::ZERO => Category::Zero,
        older::PluralCategory::ONE => Category::One,
        older::PluralCategory::TWO => Category::Two,
        older::PluralCategory::FEW => Category::Few,
        older::PluralCategory::MANY => Category::Many,
        older::PluralCategory::OTHER => Category::Other,
    }
}
