//! Numbers, dates and lists in each language, and all texts as they read.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; clippy.toml exempts test functions, not their helpers"
)]

use std::fmt::Write;

use whole_comm::fluent::{FluentArgs, FluentValue};
use whole_comm::{Edition, Format, Isolation, Kind, LabelId, Library, Locale, Month, PartialDate, Permille};

/// A value, and its form in Dutch, French and English.
type Case = (fn(Format<'_>) -> String, [&'static str; 3]);

const CASES: &[Case] = &[
    (|f| f.integer(0), ["0", "0", "0"]),
    (|f| f.integer(999), ["999", "999", "999"]),
    (|f| f.integer(12_345), ["12.345", "12\u{202f}345", "12,345"]),
    (|f| f.integer(1_234_567), ["1.234.567", "1\u{202f}234\u{202f}567", "1,234,567"]),
    (
        |f| f.integer(u64::MAX),
        [
            "18.446.744.073.709.551.615",
            "18\u{202f}446\u{202f}744\u{202f}073\u{202f}709\u{202f}551\u{202f}615",
            "18,446,744,073,709,551,615",
        ],
    ),
    (|f| f.word(0), ["nul", "zéro", "zero"]),
    (|f| f.word(8), ["acht", "huit", "eight"]),
    (|f| f.word(12), ["twaalf", "douze", "twelve"]),
    (|f| f.word(13), ["13", "13", "13"]),
    (|f| f.word(5_000_000_000), ["5.000.000.000", "5\u{202f}000\u{202f}000\u{202f}000", "5,000,000,000"]),
    (|f| f.percent(Permille::new(499)), ["49,9%", "49,9\u{a0}%", "49.9%"]),
    (|f| f.percent(Permille::new(425)), ["42,5%", "42,5\u{a0}%", "42.5%"]),
    (|f| f.percent(Permille::new(76)), ["7,6%", "7,6\u{a0}%", "7.6%"]),
    (|f| f.percent(Permille::new(500)), ["50%", "50\u{a0}%", "50%"]),
    (|f| f.percent(Permille::new(0)), ["0%", "0\u{a0}%", "0%"]),
    (|f| f.percent(Permille::new(u16::MAX)), ["6.553,5%", "6\u{202f}553,5\u{a0}%", "6,553.5%"]),
    (
        |f| f.percentage_points(Permille::new(74)),
        ["7,4 procentpunt", "7,4 points de pourcentage", "7.4 percentage points"],
    ),
    (
        |f| f.percentage_points(Permille::new(10)),
        ["1 procentpunt", "1 point de pourcentage", "1 percentage point"],
    ),
    (
        |f| f.percentage_points(Permille::new(15)),
        ["1,5 procentpunt", "1,5 point de pourcentage", "1.5 percentage points"],
    ),
    (
        |f| f.date(PartialDate::Day { year: 2021, month: Month::May, day: 18 }),
        ["18 mei 2021", "18 mai 2021", "18 May 2021"],
    ),
    (
        |f| f.date_at(PartialDate::Day { year: 2021, month: Month::May, day: 18 }),
        ["op 18 mei 2021", "le 18 mai 2021", "on 18 May 2021"],
    ),
    (
        |f| f.date_since(PartialDate::Day { year: 2021, month: Month::May, day: 18 }),
        ["sinds 18 mei 2021", "depuis le 18 mai 2021", "since 18 May 2021"],
    ),
    (
        |f| f.date(PartialDate::Month { year: 2015, month: Month::September }),
        ["september 2015", "septembre 2015", "September 2015"],
    ),
    (
        |f| f.date_at(PartialDate::Month { year: 2015, month: Month::September }),
        ["in september 2015", "en septembre 2015", "in September 2015"],
    ),
    (
        |f| f.date_since(PartialDate::Month { year: 2021, month: Month::October }),
        ["sinds oktober 2021", "depuis octobre 2021", "since October 2021"],
    ),
    (|f| f.date(PartialDate::Year { year: 2014 }), ["2014", "2014", "2014"]),
    (|f| f.date_since(PartialDate::Year { year: 2014 }), ["sinds 2014", "depuis 2014", "since 2014"]),
    (
        |f| f.date(PartialDate::DecadeStart { decade: 1990 }),
        ["begin jaren 90", "début des années 1990", "the early 1990s"],
    ),
    (
        |f| f.date_since(PartialDate::DecadeStart { decade: 1990 }),
        ["sinds het begin van de jaren 90", "depuis le début des années 1990", "since the early 1990s"],
    ),
    (
        |f| f.date(PartialDate::Decades { first: 1970, last: 1980 }),
        ["jaren 70 en 80", "années 1970 et 1980", "the 1970s and 1980s"],
    ),
    (
        |f| f.date_at(PartialDate::Decades { first: 1970, last: 1980 }),
        ["in de jaren 70 en 80", "dans les années 1970 et 1980", "in the 1970s and 1980s"],
    ),
    (
        |f| f.date(PartialDate::CenturyStart { century: 20 }),
        ["begin 20e eeuw", "début du XXe siècle", "the early 20th century"],
    ),
    (
        |f| f.date_since(PartialDate::CenturyStart { century: 20 }),
        ["sinds het begin van de 20e eeuw", "depuis le début du XXe siècle", "since the early 20th century"],
    ),
    (
        |f| f.date_at(PartialDate::CenturyStart { century: 21 }),
        ["aan het begin van de 21e eeuw", "au début du XXIe siècle", "in the early 21st century"],
    ),
    (
        |f| f.date(PartialDate::CenturyStart { century: 1 }),
        ["begin 1e eeuw", "début du Ier siècle", "the early 1st century"],
    ),
    (
        |f| f.date_at(PartialDate::DecadeStart { decade: 1990 }),
        ["aan het begin van de jaren 90", "au début des années 1990", "in the early 1990s"],
    ),
    (
        |f| f.date_since(PartialDate::Decades { first: 1970, last: 1980 }),
        ["sinds de jaren 70 en 80", "depuis les années 1970 et 1980", "since the 1970s and 1980s"],
    ),
    (
        |f| f.date_at(PartialDate::Month { year: 2021, month: Month::October }),
        ["in oktober 2021", "en octobre 2021", "in October 2021"],
    ),
    (|f| f.date_at(PartialDate::Year { year: 2014 }), ["in 2014", "en 2014", "in 2014"]),
    (|f| f.list::<&str>([]), ["", "", ""]),
    (|f| f.list(["a"]), ["a", "a", "a"]),
    (|f| f.list(["a", "b"]), ["a en b", "a et b", "a and b"]),
    (|f| f.list(["a", "b", "c"]), ["a, b en c", "a, b et c", "a, b and c"]),
];

#[test]
fn values_are_formatted_for_each_language() {
    for (position, (format, expected)) in CASES.iter().enumerate() {
        for (edition, expected) in Library::embedded().editions().zip(expected) {
            assert_eq!(&format(edition.format()), expected, "case {position} in {}", edition.locale());
        }
    }
}

/// A label with arguments, and its form in Dutch, French and English.
type LabelCase = (LabelId, (&'static str, FluentValue<'static>), [&'static str; 3]);

fn label_cases() -> Vec<LabelCase> {
    let count = |count: u32| ("count", FluentValue::from(count));
    vec![
        (LabelId::ResultCount, count(0), ["0 resultaten", "0 résultat", "0 results"]),
        (LabelId::ResultCount, count(1), ["1 resultaat", "1 résultat", "1 result"]),
        (LabelId::ResultCount, count(2), ["2 resultaten", "2 résultats", "2 results"]),
        (LabelId::ResultCount, count(1234), ["1.234 resultaten", "1\u{202f}234 résultats", "1,234 results"]),
        (
            LabelId::ReadIn,
            ("language", FluentValue::from("English")),
            [
                "Lees deze pagina in een andere taal: English",
                "Lire cette page dans une autre langue\u{a0}: English",
                "Read this page in another language: English",
            ],
        ),
        (LabelId::WithColon, ("label", FluentValue::from("A")), ["A:", "A\u{a0}:", "A:"]),
    ]
}

#[test]
fn labels_take_arguments_in_each_language() {
    let cases = label_cases();
    for &label in LabelId::ALL.iter().filter(|label| !label.variables().is_empty()) {
        assert!(cases.iter().any(|(tested, ..)| *tested == label), "{label} takes arguments and has no case");
    }
    for (label, (key, value), expected) in cases {
        assert_eq!(label.variables(), [key]);
        let arguments: FluentArgs<'_> = [(key, value)].into_iter().collect();
        for (edition, expected) in Library::embedded().editions().zip(expected) {
            let shown = edition.label_with(label, &arguments, Isolation::Plain);
            assert_eq!((&*shown, shown.as_text().answered_by()), (expected, Some(edition.locale())));
        }
    }
}

/// The month names and decimal numbers that `date.ftl` and `number.ftl` are filled with.
#[test]
fn every_month_has_its_name() {
    for edition in Library::embedded().editions() {
        let month = |month: Month| edition.format().date(PartialDate::Month { year: 2000, month });
        let names: std::collections::BTreeSet<String> = Month::ALL.iter().map(|&name| month(name)).collect();
        assert_eq!(names.len(), 12, "{names:?}");
        let capital = names.iter().all(|name| name.starts_with(char::is_uppercase));
        assert_eq!(capital, edition.locale() == Locale::English, "{names:?}");
    }
}

/// Everything that people read, one file for each language. A change to a text shows in the file that a reviewer reads.
///
/// After a change, `INSTA_UPDATE=always cargo test --test formatting` writes the files anew.
#[test]
fn texts_read_as_reviewed() {
    for edition in Library::embedded().editions() {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(edition.locale().as_str(), transcript(edition));
        });
    }
}

/// All data and their provenance, which are the same in every language: each code, address, line and note.
#[test]
fn data_are_as_reviewed() {
    let dutch = serde_json::to_value(Library::embedded().edition(Locale::Dutch)).unwrap();
    let mut data = String::new();
    for kind in Kind::ALL {
        for entity in dutch[kind.plural()].as_array().unwrap() {
            let [id, data_of, provenance] = ["id", "data", "provenance"].map(|key| &entity[key]);
            writeln!(data, "{kind}/{}\n  {data_of}\n  {provenance}", id.as_str().unwrap()).unwrap();
        }
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("data", data);
    });
}

fn transcript(edition: &Edition) -> String {
    let mut lines = Vec::new();
    for id in Kind::ALL.iter().flat_map(|kind| kind.ids().iter().copied()) {
        lines.push(format!("\n{id}"));
        lines.extend(edition.any(id).texts().map(|(field, text)| format!("  {field}: {}", visible(&text))));
    }
    lines.push("\nlabels".to_owned());
    let constant = LabelId::ALL.iter().filter(|label| label.variables().is_empty());
    lines.extend(constant.map(|&label| format!("  {label}: {}", visible(&edition.label(label)))));
    lines.join("\n")
}

/// No-break spaces as marks that a reviewer can see.
fn visible(text: &str) -> String {
    text.replace('\u{a0}', "⍽").replace('\u{202f}', "⎵")
}
