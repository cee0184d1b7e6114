//! How dates are written by CLDR's patterns; the messages of `date.ftl` stand around them.

use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::builder::DateFields;
use icu_datetime::options::Length;

use super::cldr::Formatters;
use super::function::DateForm;
use crate::Locale;
use crate::entity::date::{Month, PartialDate};

/// A day, a month or a year in full, as far as it is known: `18 mai 2021`, `mai 2021`, `2021`. Vaguer dates have no such
/// form, and a day that the calendar does not have has none either.
pub(super) fn long(date: PartialDate, locale: Locale) -> Option<String> {
    shown(date, DateForm::Style { weekday: false, length: Length::Long }, locale)
}

/// A date in the form that `DATETIME` asks for; `None` where that would say more than is known.
pub(super) fn shown(date: PartialDate, form: DateForm, locale: Locale) -> Option<String> {
    let (whole, gregorian) = match date {
        PartialDate::Day { year, month, day } => (DateFields::YMD, gregorian(year, month, day)?),
        PartialDate::Month { year, month } => (DateFields::YM, gregorian(year, month, 1)?),
        PartialDate::Year { year } => (DateFields::Y, gregorian(year, Month::January, 1)?),
        PartialDate::DecadeStart { .. } | PartialDate::Decades { .. } | PartialDate::CenturyStart { .. } => {
            return None;
        }
    };
    let (fields, length) = match form {
        DateForm::Style { weekday: true, length } if whole == DateFields::YMD => (DateFields::YMDE, length),
        DateForm::Style { length, .. } => (whole, length),
        DateForm::Fields(fields, length) if is_known(fields, whole) => (fields, length),
        DateForm::Fields(..) | DateForm::Plain => return None,
    };
    Formatters::of(locale).date(gregorian, fields, length)
}

fn is_known(fields: DateFields, whole: DateFields) -> bool {
    match whole {
        DateFields::YMD => true,
        DateFields::YM => matches!(fields, DateFields::YM | DateFields::Y | DateFields::M),
        _ => fields == DateFields::Y,
    }
}

fn gregorian(year: u16, month: Month, day: u8) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(year.into(), month as u8 + 1, day).ok()
}
