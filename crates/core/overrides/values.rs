//! What the variables of a text can hold, beside the one value that the contract gives as an example.

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};

use crate::contract::{Example, Pattern, Role, Unit};
use crate::entity::date::{self, Month, PartialDate};
use crate::entity::label::LabelId;
use crate::entity::number;
use crate::format::Format;

/// The values of a variable.
pub(super) struct Values {
    /// Some, among them one of every plural category, large ones and fractions if there can be any.
    pub(super) samples: Vec<FluentValue<'static>>,
    /// What else there can be.
    pub(super) open: Open,
}

/// Which values a variable can have that are not among the samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    Nothing,
    AnyNumber,
    AnyWord,
}

/// Whole numbers: those that have words, each category of each language in the cardinal and in the ordinal rules, and some
/// that are large.
const WHOLE: &[u32] = &[
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    12,
    13,
    20,
    21,
    22,
    23,
    40,
    100,
    101,
    111,
    1000,
    12_345,
    1_000_000,
    u32::MAX,
];

/// Numbers between, where a value need not be a whole one.
const FRACTIONS: &[f64] = &[0.1, 0.5, 1.1, 1.5, 7.4, 49.9, 1234.5];

/// Other numbers, where nothing is known of a value.
const OTHERS: &[f64] = &[-1.0, 9_007_199_254_740_991.0];

/// What a variable of a text can hold.
pub(super) fn of(unit: &Unit, name: &str, format: Format<'_>) -> Values {
    let Some(given) = unit.arguments.get(name) else {
        return Values { samples: Vec::new(), open: Open::Nothing };
    };
    let fixed = || Values { samples: vec![given.into_owned()], open: Open::Nothing };
    if unit.role == Role::Pattern {
        return match example(&unit.message) {
            Some(Example::Percentage(_)) => Values { samples: numbers(), open: Open::AnyNumber },
            Some(Example::Points(_)) => {
                Values { samples: whole().chain(fractions()).collect(), open: Open::AnyNumber }
            }
            Some(Example::Count(_)) => Values { samples: whole().collect(), open: Open::AnyNumber },
            Some(Example::Date(date)) => {
                let samples = alike(date)
                    .filter_map(|date| format.date_arguments(date).get(name).map(FluentValue::into_owned));
                Values { samples: samples.collect(), open: Open::Nothing }
            }
            None => fixed(),
        };
    }
    match given {
        FluentValue::Number(_) if is_passed(unit, name) => {
            Values { samples: numbers(), open: Open::AnyNumber }
        }
        FluentValue::Number(_) => Values { samples: whole().collect(), open: Open::AnyNumber },
        FluentValue::String(_) if is_passed(unit, name) => Values { open: Open::AnyWord, ..fixed() },
        // What the data hold is a fact, and other regions have other shares.
        _ => match format.other_shares(given) {
            samples if samples.is_empty() => fixed(),
            samples => Values { samples, open: Open::Nothing },
        },
    }
}

/// Whether it is the application that passes a value to a label.
fn is_passed(unit: &Unit, name: &str) -> bool {
    LabelId::ALL.iter().any(|id| id.message_id() == unit.message && id.variables().contains(&name))
}

fn example(message: &str) -> Option<Example> {
    let is_own = |pattern: &&Pattern| pattern.message == message;
    date::PATTERNS.iter().chain(number::PATTERNS).find(is_own).map(|pattern| pattern.example)
}

fn whole() -> impl Iterator<Item = FluentValue<'static>> {
    WHOLE.iter().map(|&number| FluentValue::from(number))
}

fn fractions() -> impl Iterator<Item = FluentValue<'static>> {
    FRACTIONS.iter().map(FluentValue::from)
}

fn numbers() -> Vec<FluentValue<'static>> {
    // As `minimumFractionDigits` gives one: shown as 1.0, which is no longer singular everywhere.
    let one_decimal =
        FluentNumberOptions { minimum_fraction_digits: Some(1), ..FluentNumberOptions::default() };
    let shown_longer = FluentNumber::new(1.0, one_decimal);
    whole()
        .chain(fractions())
        .chain(OTHERS.iter().map(FluentValue::from))
        .chain([shown_longer.into()])
        .collect()
}

/// Dates of the same precision, from the earliest to the latest.
fn alike(date: PartialDate) -> impl Iterator<Item = PartialDate> {
    const YEARS: [u16; 5] = [1, 476, 1900, 2000, 9999];
    let dates: Vec<PartialDate> = match date {
        PartialDate::Day { .. } => {
            let days = Month::ALL.iter().zip([1, 2, 3, 11, 12, 13, 20, 21, 22, 23, 29, 31]);
            days.zip(YEARS.iter().cycle())
                .map(|((&month, day), &year)| PartialDate::Day { year, month, day })
                .collect()
        }
        PartialDate::Month { .. } => {
            let months = Month::ALL.iter().zip(YEARS.iter().cycle());
            months.map(|(&month, &year)| PartialDate::Month { year, month }).collect()
        }
        PartialDate::Year { .. } => YEARS.iter().map(|&year| PartialDate::Year { year }).collect(),
        PartialDate::DecadeStart { .. } => {
            [0, 10, 1900, 1990, 2000, 9990].map(|decade| PartialDate::DecadeStart { decade }).into()
        }
        PartialDate::Decades { .. } => [(0, 10), (1890, 1900), (1990, 2010), (2000, 9990)]
            .map(|(first, last)| PartialDate::Decades { first, last })
            .into(),
        PartialDate::CenturyStart { .. } => {
            (1..=100).map(|century| PartialDate::CenturyStart { century }).collect()
        }
    };
    dates.into_iter()
}
