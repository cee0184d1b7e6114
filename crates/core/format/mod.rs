//! Numbers, percentages, partial dates and lists: typed values, formatted for a locale.
//!
//! The digits, separators, month names and conjunctions are CLDR's for `nl-BE`, `fr-BE` and `en-GB`, and ICU4X puts them
//! together (`cldr.rs`). What surrounds them (`49,9 %`, *since the early 20th century*) are patterns in `number.ftl` and
//! `date.ftl`.

mod argument;
mod cldr;
mod date;
mod function;
mod number;
#[cfg(test)]
mod tests;

pub use argument::Items;
#[cfg(feature = "overrides")]
pub(crate) use argument::is_unformattable;
pub(crate) use argument::{Arguments, NameArguments, date_time, number};
pub(crate) use function::MOST_DECIMALS;
pub use function::check_call;
pub(crate) use number::{UNFORMATTABLE, shown};

use cldr::Formatters;
use fluent_bundle::FluentArgs;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use icu_decimal::input::Decimal;

use crate::Locale;
use crate::bundle::{Catalog, File};
use crate::entity::date::PartialDate;
use crate::entity::number::Permille;
use crate::entity::{AnyContent, Content};

/// Formats values in one language; get one from [`Edition::format`](crate::Edition::format).
///
/// The forms are CLDR's, version 49 as ICU4X 2.4 publishes it, for [`Locale::regional_tag`]. Formatting cannot fail, and the results
/// are plain text, with U+00A0 and U+202F where a line may not break.
///
/// ```
/// use whole_comm::{Library, Locale, Month, PartialDate, Permille};
///
/// let format = Library::embedded().edition(Locale::French).format();
/// assert_eq!(format.percent(Permille::new(499)), "49,9\u{a0}%");
/// assert_eq!(format.date(PartialDate::Month { year: 2015, month: Month::September }), "septembre 2015");
/// assert_eq!(format.list(["Flandre", "Wallonie"]), "Flandre et Wallonie");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Format<'a> {
    catalog: &'a Catalog,
    locale: Locale,
}

impl<'a> Format<'a> {
    pub(crate) fn new(catalog: &'a Catalog, locale: Locale) -> Self {
        Self { catalog, locale }
    }

    /// A whole number with the locale's digit groups: `12.345`, `12 345` (U+202F), `12,345`.
    pub fn integer(self, number: u64) -> String {
        Formatters::of(self.locale).decimal(&Decimal::from(number), true)
    }

    /// A whole number in words up to twelve, and in digits from there: *acht*, *huit*, *eight*; `40`.
    pub fn word(self, number: u64) -> String {
        let mut arguments = FluentArgs::new();
        // A number that an `f64` cannot hold exactly has no word; it keeps its digits.
        let Ok(small) = u32::try_from(number) else { return self.integer(number) };
        arguments.set("number", small);
        self.pattern(File::Number, "number-word", None, &arguments).unwrap_or_else(|| self.integer(number))
    }

    /// A share as a percentage with at most one decimal: `49,9%`, `49,9 %` (U+00A0), `49.9%`.
    pub fn percent(self, share: Permille) -> String {
        self.in_percent("number-percent", share)
    }

    /// A difference between two shares in percentage points, with at most one decimal: *7,4 procentpunt*.
    pub fn percentage_points(self, difference: Permille) -> String {
        self.in_percent("number-percentage-points", difference)
    }

    /// A date as precisely as it is known: `18 mei 2021`, `september 2015`, `2014`, *begin jaren 90*. A day that the calendar
    /// does not have stays in its neutral form: `2015-02-31`.
    pub fn date(self, date: PartialDate) -> String {
        self.date_form(date, None)
    }

    /// A date as the time at which something happened: *op 18 mei 2021*, *in de jaren 70 en 80*.
    pub fn date_at(self, date: PartialDate) -> String {
        self.date_form(date, Some("at"))
    }

    /// A date as the time since which something has been so: *sinds oktober 2021*, *depuis 2014*.
    pub fn date_since(self, date: PartialDate) -> String {
        self.date_form(date, Some("since"))
    }

    /// Items as a list in a sentence: `a, b en c`, `a, b et c`, `a, b and c`. No items make an empty string.
    pub fn list<T: AsRef<str>>(self, items: impl IntoIterator<Item = T>) -> String {
        Formatters::of(self.locale).and(&items.into_iter().collect::<Vec<_>>())
    }

    /// The names of several entities, as a list in a sentence.
    pub(crate) fn names<C: Content>(self, ids: impl IntoIterator<Item = C>, field: &'static str) -> String {
        self.list(ids.into_iter().map(|id| self.name(&id, field)))
    }

    /// A field of an entity that is a name. Names need no other entity, so resolving one cannot go round in a circle.
    fn name(self, id: &dyn AnyContent, field: &'static str) -> String {
        debug_assert!(
            id.fields().iter().any(|known| known.name() == field && known.is_name()),
            "{field} of {} is no name",
            id.message()
        );
        self.catalog.field_or_fallback(self.locale, id, field).unwrap_or_default()
    }

    /// A ratio such as 0.499 as a percentage, with the decimals that its options ask for.
    fn ratio(self, ratio: &FluentNumber) -> String {
        self.percentage("number-percent", &number::percentage(ratio))
    }

    fn in_percent(self, message: &str, value: Permille) -> String {
        self.percentage(message, &FluentNumber::new(value.percent(), FluentNumberOptions::default()))
    }

    fn percentage(self, message: &str, number: &FluentNumber) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("number", number.clone());
        self.pattern(File::Number, message, None, &arguments)
            .unwrap_or_else(|| number::decimal(number, self.locale))
    }

    fn date_form(self, date: PartialDate, form: Option<&str>) -> String {
        let message = format!("date-{}", date.precision());
        let arguments = self.date_arguments(date);
        self.pattern(File::Date, &message, form, &arguments).unwrap_or_else(|| date.to_string())
    }

    /// What the patterns of `date.ftl` are given for a date.
    pub(crate) fn date_arguments(self, date: PartialDate) -> FluentArgs<'static> {
        let mut arguments = FluentArgs::new();
        let decade = |year: u16| match self.locale {
            // Dutch names a decade by its last two digits: *jaren 90*.
            Locale::Dutch => format!("{:02}", year % 100),
            Locale::French | Locale::English => year.to_string(),
        };
        match date {
            PartialDate::Day { .. } | PartialDate::Month { .. } | PartialDate::Year { .. } => {
                arguments.set("date", self.bare_date(date));
            }
            PartialDate::DecadeStart { decade: start } => arguments.set("decade", decade(start)),
            PartialDate::Decades { first, last } => {
                arguments.set("first", decade(first));
                arguments.set("last", decade(last));
            }
            PartialDate::CenturyStart { century } => match self.locale {
                Locale::French => arguments.set("century", roman_ordinal(century)),
                Locale::Dutch | Locale::English => arguments.set("century", century),
            },
        }
        arguments
    }

    fn pattern(
        self,
        file: File,
        message: &str,
        attribute: Option<&str>,
        arguments: &FluentArgs<'_>,
    ) -> Option<String> {
        self.catalog.message(self.locale, file, message, attribute, arguments)
    }
}

/// The ordinal of a century in Roman numerals, as French writes it: `Ier`, `XXe`.
fn roman_ordinal(century: u8) -> String {
    let ending = if century == 1 { "er" } else { "e" };
    format!("{}{ending}", roman(century))
}

fn roman(century: u8) -> String {
    const NUMERALS: [(u8, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = century;
    let mut numeral = String::new();
    for (value, letters) in NUMERALS {
        while rest >= value {
            numeral.push_str(letters);
            rest -= value;
        }
    }
    numeral
}
