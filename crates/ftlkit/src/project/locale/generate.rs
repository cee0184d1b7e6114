//! Makes the table of scripts and parents from ICU4X, and sees to it that the table in the repository is that one.

use std::collections::BTreeMap;
use std::fmt::Write;

use icu_locale::fallback::{LocaleFallbackConfig, LocaleFallbackerBorrowed};
use icu_locale::{LocaleCanonicalizer, LocaleExpander, LocaleFallbacker};
use icu_locale_core::subtags::{Language, Region, Variants};

use super::*;

/// The version of CLDR in the release of ICU4X that the table is made from.
const CLDR: &str = "49";
const COMMAND: &str = "FTLKIT_GENERATE=1 cargo test -p ftlkit locale::generate";

type Table = BTreeMap<String, Vec<String>>;

#[test]
fn table_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/project/locale/table.rs");
    let wanted = text();
    if std::env::var_os("FTLKIT_GENERATE").is_some() {
        std::fs::write(path, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(path).unwrap();
    assert!(found == wanted, "{path} is stale: run {COMMAND}");
}

#[test]
fn inheritance_is_that_of_icu() {
    let regions = ["AF", "BE", "CN", "GB", "IN", "IR", "ME", "MX", "PK", "TW", "001"];
    let regions = regions.map(|region| Region::try_from_str(region).ok());
    for id in locales().filter(|id| id.region.is_none()) {
        for region in regions.into_iter().chain([None]) {
            let id = LanguageIdentifier { region, ..id.clone() };
            let tag = id.to_string();
            let ours = Locale::parse(&tag).unwrap();
            assert_eq!(ours.parents(), chain(LocaleFallbacker::new(), &id), "{tag}");
        }
    }
}

fn text() -> String {
    let mut text = format!(
        "//! Scripts and parents of locales in CLDR {CLDR}. Generated from ICU4X; do not edit.\n//!\n\
         //! To make it anew: `{COMMAND}`\n"
    );
    for (name, about, table) in [
        ("SCRIPTS", "The languages that are usually written in a script.", script_table()),
        ("PARENTS", "The locales whose parent is not what remains without their last part.", parent_table()),
        (
            "THREE_LETTERS",
            "Codes of three letters for languages that have one of two.",
            three_letters_table(),
        ),
    ] {
        // Only configuration files of others use them.
        let only = if name == "THREE_LETTERS" { "#[cfg(feature = \"config\")]\n" } else { "" };
        write!(
            text,
            "\n/// {about}\n{only}#[rustfmt::skip]\npub(super) static {name}: &[(&str, &str)] = &[\n"
        )
        .unwrap();
        for (key, values) in table {
            writeln!(text, "    (\"{key}\", \"{}\"),", values.join(" ")).unwrap();
        }
        text.push_str("];\n");
    }
    text
}

fn script_table() -> Table {
    let mut table = Table::new();
    for (language, script) in languages(&LocaleExpander::new_extended()) {
        table.entry(script.to_string()).or_default().push(language.to_string());
    }
    table
}

fn parent_table() -> Table {
    let mut table = Table::new();
    for id in locales() {
        let usual = id.region.map(|_| id.language.to_string());
        let parent = chain(LocaleFallbacker::new(), &id).into_iter().next();
        if parent != usual {
            table.entry(parent.unwrap_or_else(|| "und".to_owned())).or_default().push(id.to_string());
        }
    }
    table
}

fn three_letters_table() -> Table {
    let letters = || b'a'..=b'z';
    let codes = letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| [a, b, c])));
    let canonicalizer = LocaleCanonicalizer::new_common();
    let mut table = Table::new();
    for language in codes.filter_map(|code| Language::try_from_utf8(&code).ok()) {
        let mut locale =
            icu_locale_core::Locale::from(LanguageIdentifier { language, ..LanguageIdentifier::UNKNOWN });
        canonicalizer.canonicalize(&mut locale);
        let id = locale.id;
        // Codes of groups of languages, and of what became a script or a region of another, are something else.
        if id.language.as_str().len() == 2 && id.script.is_none() && id.region.is_none() {
            table.entry(id.language.to_string()).or_default().push(language.to_string());
        }
    }
    table
}

/// The languages in the data for common use, with each region, and with each of some scripts.
fn locales() -> impl Iterator<Item = LanguageIdentifier> {
    let scripts = ["Arab", "Cyrl", "Deva", "Hans", "Hant", "Latn", "Mong"];
    let scripts = scripts.map(|script| Script::try_from_str(script).ok());
    languages(&LocaleExpander::new_common()).into_iter().flat_map(move |(language, own)| {
        let scripts = scripts.into_iter().filter(move |script| *script != Some(own)).chain([None, Some(own)]);
        let scripts = scripts.map(|script| (script, None));
        let places = scripts.chain(regions().map(|region| (None, Some(region))));
        places.map(move |(script, region)| LanguageIdentifier {
            language,
            script,
            region,
            variants: Variants::new(),
        })
    })
}

/// The codes of languages, and the scripts that they are usually written in.
fn languages(expander: &LocaleExpander) -> Vec<(Language, Script)> {
    let letters = || b'a'..=b'z';
    let two = letters().flat_map(move |a| letters().map(move |b| vec![a, b]));
    let three = two.clone().flat_map(move |two| letters().map(move |c| [two.as_slice(), &[c]].concat()));
    let codes = two.chain(three).filter_map(|code| Language::try_from_utf8(&code).ok());
    let with_script = |language| {
        let mut id = LanguageIdentifier { language, ..LanguageIdentifier::UNKNOWN };
        expander.maximize(&mut id);
        Some((language, id.script?))
    };
    codes.filter_map(with_script).collect()
}

/// All codes of countries, and the areas that locales are made for.
fn regions() -> impl Iterator<Item = Region> {
    let letters = || b'A'..=b'Z';
    let countries = letters().flat_map(move |a| letters().map(move |b| vec![a, b]));
    let areas = [b"001", b"150", b"419"].map(|code| code.to_vec());
    countries.chain(areas).filter_map(|code| Region::try_from_utf8(&code).ok())
}

fn chain(fallbacker: LocaleFallbackerBorrowed<'_>, id: &LanguageIdentifier) -> Vec<String> {
    let locale = icu_locale_core::Locale::from(id.clone());
    let mut chain = fallbacker.for_config(LocaleFallbackConfig::default()).fallback_for((&locale).into());
    let mut parents = Vec::new();
    loop {
        chain.step();
        if chain.get().is_unknown() {
            return parents;
        }
        parents.push(chain.get().to_string());
    }
}
