//! Numbers, percentages, partial dates and lists: typed values, formatted for a locale.
//!
//! The digits, separators, month names and conjunctions are CLDR 48's for `nl-BE`, `fr-BE` and `en-GB`. What surrounds
//! them (`49,9 %`, *since the early 20th century*) are patterns in `number.ftl` and `date.ftl`.

use fluent_bundle::types::FluentNumberOptions;
use fluent_bundle::{FluentArgs, FluentValue};

use crate::Locale;
use crate::bundle::{Catalog, File};
use crate::entity::date::{Month, PartialDate};
use crate::entity::event::EventId;
use crate::entity::number::Permille;
use crate::entity::project::ProjectId;
use crate::entity::{Content, EntityId, Field};

/// Formats values in one language; get one from [`Edition::format`](crate::Edition::format).
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
        group(&number.to_string(), self.symbols().group)
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
        self.permille("number-percent", share)
    }

    /// A difference between two shares in percentage points: *7,4 procentpunt*.
    pub fn percentage_points(self, difference: Permille) -> String {
        self.permille("number-percentage-points", difference)
    }

    /// A date as precisely as it is known: `18 mei 2021`, `september 2015`, `2014`, *begin jaren 90*.
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

    /// Items as a list in a sentence: `a, b en c`, `a, b et c`, `a, b and c`.
    pub fn list<T: AsRef<str>>(self, items: impl IntoIterator<Item = T>) -> String {
        let items = items.into_iter().collect::<Vec<_>>();
        let and = self.symbols().and;
        match items.as_slice() {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let first = first.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
                format!("{first} {and} {}", last.as_ref())
            }
        }
    }

    /// The names of several entities, as a list in a sentence.
    pub(crate) fn names<C: Content>(self, ids: impl IntoIterator<Item = C>, field: &'static str) -> String {
        self.list(ids.into_iter().map(|id| self.name(id, field)))
    }

    /// A field of an entity that is a name. Names need no other entity, so resolving one cannot go round in a circle.
    fn name<C: Content>(self, id: C, field: &'static str) -> String {
        debug_assert!(
            C::FIELDS.iter().any(|known| known.name() == field && known.is_name()),
            "{field} of {} is no name",
            id.message()
        );
        self.catalog.field_or_fallback(self.locale, id, field).unwrap_or_default()
    }

    fn permille(self, message: &str, value: Permille) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("number", value.percent());
        self.pattern(File::Number, message, None, &arguments)
            .unwrap_or_else(|| decimal(value.percent(), &FluentNumberOptions::default(), self.symbols()))
    }

    fn date_form(self, date: PartialDate, form: Option<&str>) -> String {
        let mut arguments = FluentArgs::new();
        let months = self.symbols().months;
        let month_name = |month: Month| months.get(month as usize).copied().unwrap_or_default();
        let mut set = |key: &'static str, value: String| arguments.set(key, value);
        let decade = |year: u16| match self.locale {
            // Dutch names a decade by its last two digits: *jaren 90*.
            Locale::Dutch => format!("{:02}", year % 100),
            Locale::French | Locale::English => year.to_string(),
        };
        match date {
            // The three languages share the order day, month, year, without commas.
            PartialDate::Day { year, month, day } => {
                set("date", format!("{day} {} {year}", month_name(month)));
            }
            PartialDate::Month { year, month } => set("date", format!("{} {year}", month_name(month))),
            PartialDate::Year { year } => set("date", year.to_string()),
            PartialDate::DecadeStart { decade: start } => set("decade", decade(start)),
            PartialDate::Decades { first, last } => {
                set("first", decade(first));
                set("last", decade(last));
            }
            PartialDate::CenturyStart { century } => match self.locale {
                Locale::French => set("century", roman_ordinal(century)),
                Locale::Dutch | Locale::English => arguments.set("century", century),
            },
        }
        let message = format!("date-{}", date.precision());
        self.pattern(File::Date, &message, form, &arguments).unwrap_or_else(|| date.to_string())
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

    fn symbols(self) -> &'static Symbols {
        Symbols::of(self.locale)
    }
}

/// What CLDR says of a locale, as far as the content needs it.
struct Symbols {
    decimal: char,
    group: char,
    and: &'static str,
    months: [&'static str; 12],
}

impl Symbols {
    const DUTCH: Self = Self {
        decimal: ',',
        group: '.',
        and: "en",
        months: [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
    };
    const FRENCH: Self = Self {
        decimal: ',',
        group: '\u{202f}',
        and: "et",
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
    };
    const ENGLISH: Self = Self {
        decimal: '.',
        group: ',',
        and: "and",
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    };

    const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Dutch => &Self::DUTCH,
            Locale::French => &Self::FRENCH,
            Locale::English => &Self::ENGLISH,
        }
    }
}

/// How a bundle shows a number, whether a text names it alone or in `NUMBER()`.
pub(crate) fn number(value: &FluentValue<'_>, locale: Locale) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.is_finite() => {
            Some(decimal(number.value, &number.options, Symbols::of(locale)))
        }
        _ => None,
    }
}

/// A decimal number with the locale's separators, and at most three decimals unless the options say otherwise.
fn decimal(value: f64, options: &FluentNumberOptions, symbols: &Symbols) -> String {
    // Twenty is the most that `NUMBER` takes in JavaScript; a larger wish would only print digits that mean nothing.
    const MOST_DECIMALS: usize = 20;
    let minimum = options.minimum_fraction_digits.unwrap_or(0).min(MOST_DECIMALS);
    let maximum = options.maximum_fraction_digits.unwrap_or(3.max(minimum)).min(MOST_DECIMALS).max(minimum);
    let digits = format!("{:.maximum$}", value.abs());
    let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
    let kept = decimals.trim_end_matches('0').len().max(minimum);
    let decimals = decimals.get(..kept).unwrap_or(decimals);
    let whole = if options.use_grouping { group(whole, symbols.group) } else { whole.to_owned() };
    let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = if value.is_sign_negative() && !is_zero { "-" } else { "" };
    if decimals.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}{}{decimals}", symbols.decimal)
    }
}

/// Digits in groups of three from the right.
fn group(digits: &str, separator: char) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len());
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
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

/// The arguments of a name: values that need no other entity, so that resolving a name cannot go round in a circle.
#[derive(Debug)]
pub struct NameArguments<'a> {
    format: Format<'a>,
    values: FluentArgs<'static>,
}

impl NameArguments<'_> {
    /// A name that stays as it is in every language.
    pub(crate) fn verbatim(&mut self, key: &'static str, name: &'static str) {
        self.values.set(key, name);
    }

    /// A count: `$key` for digits and plural selection, `$key-word` in words where the language has a short one.
    pub(crate) fn count(&mut self, key: &'static str, count: u32) {
        self.values.set(format!("{key}-word"), self.format.word(count.into()));
        self.values.set(key, count);
    }

    /// A date: `$key` alone, `$key-at` as the time of something, `$key-since` as its start.
    pub(crate) fn date(&mut self, key: &'static str, date: PartialDate) {
        self.values.set(key, self.format.date(date));
        self.values.set(format!("{key}-at"), self.format.date_at(date));
        self.values.set(format!("{key}-since"), self.format.date_since(date));
    }
}

/// The arguments of a text.
#[derive(Debug)]
pub struct Arguments<'a>(NameArguments<'a>);

impl<'a> Arguments<'a> {
    /// The arguments of an entity's field: those of its names and, where the field is prose, the others too.
    pub(crate) fn of<C: Content>(id: C, field: &Field, format: Format<'a>) -> Self {
        let mut names = NameArguments { format, values: FluentArgs::new() };
        names.verbatim("project", &ProjectId::WholeComm.data().name);
        id.name_arguments(&mut names);
        let mut arguments = Self(names);
        if field.is_prose() {
            id.arguments(&mut arguments);
        }
        arguments
    }

    pub(crate) fn values(&self) -> &FluentArgs<'static> {
        &self.0.values
    }

    /// The date of an event, if it has one, as [`date`](NameArguments::date) sets it.
    pub(crate) fn event_date(&mut self, key: &'static str, event: EventId) {
        if let Some(time) = event.data().time {
            self.date(key, time.date);
        }
    }

    /// A share as a percentage.
    pub(crate) fn percent(&mut self, key: &'static str, share: Permille) {
        self.0.values.set(key, self.0.format.percent(share));
    }

    /// A difference between shares in percentage points.
    pub(crate) fn percentage_points(&mut self, key: &'static str, difference: Permille) {
        self.0.values.set(key, self.0.format.percentage_points(difference));
    }

    /// The name of another entity in the same language: a field that is a name, such as `name` or `with-article`.
    pub(crate) fn name<C: Content>(&mut self, key: &'static str, id: C, field: &'static str) {
        self.0.values.set(key, self.0.format.name(id, field));
    }

    /// The names of several entities, as a list in a sentence.
    pub(crate) fn names<C: Content>(
        &mut self,
        key: &'static str,
        ids: impl IntoIterator<Item = C>,
        field: &'static str,
    ) {
        self.0.values.set(key, self.0.format.names(ids, field));
    }
}

impl<'a> std::ops::Deref for Arguments<'a> {
    type Target = NameArguments<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl std::ops::DerefMut for Arguments<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}
