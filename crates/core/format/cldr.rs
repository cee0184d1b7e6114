//! ICU4X's formatters for the three locales, each made when it is first used and then shared by all threads.
//!
//! Their data are `cldr.postcard`, which `tools/format-data` makes. It has everything that is asked of it here, as tests
//! show; should a formatter be missing all the same, values keep their digits.

use std::sync::{LazyLock, OnceLock};

use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::builder::{DateFields, FieldSetBuilder};
use icu_datetime::fieldsets::enums::{CalendarPeriodFieldSet, DateFieldSet};
use icu_datetime::options::{Length, YearStyle};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::GroupingStrategy;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::locale;
use icu_provider_blob::BlobDataProvider;

use crate::Locale;

static DATA: LazyLock<Option<BlobDataProvider>> =
    LazyLock::new(|| BlobDataProvider::try_new_from_static_blob(include_bytes!("cldr.postcard")).ok());

static FORMATTERS: [Formatters; Locale::ALL.len()] =
    [Formatters::new(Locale::Dutch), Formatters::new(Locale::French), Formatters::new(Locale::English)];

/// The formatters of one locale.
pub(super) struct Formatters {
    locale: Locale,
    grouped: OnceLock<Option<DecimalFormatter>>,
    ungrouped: OnceLock<Option<DecimalFormatter>>,
    and: OnceLock<Option<ListFormatter>>,
    dates: [OnceLock<Option<Box<DateFormatter>>>; DateFields::VALUES.len() * LENGTHS],
}

/// How many lengths there are: long and medium.
const LENGTHS: usize = 2;

/// A formatter of days, or of longer periods.
enum DateFormatter {
    Day(FixedCalendarDateTimeFormatter<Gregorian, DateFieldSet>),
    Period(FixedCalendarDateTimeFormatter<Gregorian, CalendarPeriodFieldSet>),
}

impl Formatters {
    const fn new(locale: Locale) -> Self {
        Self {
            locale,
            grouped: OnceLock::new(),
            ungrouped: OnceLock::new(),
            and: OnceLock::new(),
            dates: [const { OnceLock::new() }; DateFields::VALUES.len() * LENGTHS],
        }
    }

    pub(super) fn of(locale: Locale) -> &'static Self {
        let [dutch, french, english] = &FORMATTERS;
        match locale {
            Locale::Dutch => dutch,
            Locale::French => french,
            Locale::English => english,
        }
    }

    /// A number with the digits that it has, grouped or not.
    pub(super) fn decimal(&self, number: &Decimal, grouping: bool) -> String {
        let (slot, strategy) = if grouping {
            (&self.grouped, GroupingStrategy::Auto)
        } else {
            (&self.ungrouped, GroupingStrategy::Never)
        };
        let formatter = slot.get_or_init(|| {
            let locale = (&self.icu_locale()).into();
            DecimalFormatter::try_new_with_buffer_provider(data()?, locale, strategy.into()).ok()
        });
        formatter.as_ref().map_or_else(|| number.to_string(), |formatter| formatter.format_to_string(number))
    }

    /// Items as a list that ends in *and*.
    pub(super) fn and(&self, items: &[impl AsRef<str>]) -> String {
        let items = items.iter().map(AsRef::as_ref);
        let formatter = self.and.get_or_init(|| {
            let locale = (&self.icu_locale()).into();
            let options = ListFormatterOptions::default();
            ListFormatter::try_new_and_with_buffer_provider(data()?, locale, options).ok()
        });
        match formatter {
            Some(formatter) => formatter.format_to_string(items),
            None => items.collect::<Vec<_>>().join(", "),
        }
    }

    /// The fields of a date, with names in full (long) or cut short (medium).
    pub(super) fn date(&self, date: Date<Gregorian>, fields: DateFields, length: Length) -> Option<String> {
        let field = DateFields::VALUES.iter().position(|known| *known == fields)?;
        let length_position = match length {
            Length::Long => 0,
            Length::Medium => 1,
            _ => return None,
        };
        let slot = self.dates.get(field * LENGTHS + length_position)?;
        let formatter = slot.get_or_init(|| self.date_formatter(fields, length).map(Box::new));
        Some(match formatter.as_deref()? {
            DateFormatter::Day(formatter) => formatter.format(&date).to_string(),
            DateFormatter::Period(formatter) => formatter.format(&date).to_string(),
        })
    }

    fn date_formatter(&self, fields: DateFields, length: Length) -> Option<DateFormatter> {
        let locale = (&self.icu_locale()).into();
        let mut builder = FieldSetBuilder::new();
        builder.date_fields = Some(fields);
        builder.length = Some(length);
        // The dates here are all of one era, and no year loses its first two digits.
        builder.year_style = has_year(fields).then_some(YearStyle::NoEra);
        if fields.is_calendar_period() {
            let fields = builder.build_calendar_period().ok()?;
            let formatter =
                FixedCalendarDateTimeFormatter::try_new_with_buffer_provider(data()?, locale, fields);
            formatter.ok().map(DateFormatter::Period)
        } else {
            let fields = builder.build_date().ok()?;
            let formatter =
                FixedCalendarDateTimeFormatter::try_new_with_buffer_provider(data()?, locale, fields);
            formatter.ok().map(DateFormatter::Day)
        }
    }

    /// [`Locale::regional_tag`], read when the crate is compiled.
    fn icu_locale(&self) -> icu_locale_core::Locale {
        match self.locale {
            Locale::Dutch => locale!("nl-BE"),
            Locale::French => locale!("fr-BE"),
            Locale::English => locale!("en-GB"),
        }
    }
}

fn data() -> Option<&'static BlobDataProvider> {
    DATA.as_ref()
}

fn has_year(fields: DateFields) -> bool {
    matches!(fields, DateFields::YMD | DateFields::YMDE | DateFields::YM | DateFields::Y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formatters_are_those_of_the_regional_tag() {
        for &locale in Locale::ALL {
            assert_eq!(Formatters::of(locale).icu_locale().to_string(), locale.regional_tag());
        }
    }
}
