//! Dates as precisely as the page gives them, and no more.

use std::fmt;

use icu_calendar::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ids;
use crate::contract::{Example, Pattern};

ids! {
    /// A month of the Gregorian calendar, written as two digits: `01` to `12`.
    pub enum Month: "month" {
        /// January.
        January = "01",
        /// February.
        February = "02",
        /// March.
        March = "03",
        /// April.
        April = "04",
        /// May.
        May = "05",
        /// June.
        June = "06",
        /// July.
        July = "07",
        /// August.
        August = "08",
        /// September.
        September = "09",
        /// October.
        October = "10",
        /// November.
        November = "11",
        /// December.
        December = "12",
    }
}

/// A date as precisely as it is known: nothing is filled in with a first day or a first month. Years are those of the Gregorian
/// calendar.
///
/// It displays in a form that sorts within one precision (`2015-09`); people read it through
/// [`Format::date`](crate::Format::date). A day that the calendar does not have, such as 31 February, stays in that form. As
/// an argument of a text it is shown in the language of the text. A date that cannot be is refused when it is read from JSON:
/// such a day, a decade that does not start with a year ending in 0, the century 0.
///
/// ```
/// use whole_comm::{CrisisId, EntityId, Month, PartialDate};
///
/// let time = CrisisId::ReceptionCrisis.data().time;
/// assert_eq!(time.map(|time| time.date), Some(PartialDate::Month { year: 2021, month: Month::October }));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
// Both are written out below, around what is derived here.
#[serde(tag = "precision", rename_all = "kebab-case", remote = "Self")]
pub enum PartialDate {
    /// A day.
    Day {
        /// The year.
        year: u16,
        /// The month.
        month: Month,
        /// The day of the month, from 1.
        day: u8,
    },
    /// A month of a year.
    Month {
        /// The year.
        year: u16,
        /// The month.
        month: Month,
    },
    /// A year.
    Year {
        /// The year.
        year: u16,
    },
    /// The first years of a decade.
    DecadeStart {
        /// The year with which the decade starts, such as 1990.
        decade: u16,
    },
    /// Two decades, and those between them.
    Decades {
        /// The year with which the first decade starts, such as 1970.
        first: u16,
        /// The year with which the last decade starts, such as 1980.
        last: u16,
    },
    /// The first years of a century.
    CenturyStart {
        /// The number of the century: 20 for the one that starts around 1900.
        century: u8,
    },
}

impl PartialDate {
    /// How precise the date is: the name of the variant in kebab-case, and of the message in `date.ftl`.
    pub const fn precision(self) -> &'static str {
        match self {
            Self::Day { .. } => "day",
            Self::Month { .. } => "month",
            Self::Year { .. } => "year",
            Self::DecadeStart { .. } => "decade-start",
            Self::Decades { .. } => "decades",
            Self::CenturyStart { .. } => "century-start",
        }
    }

    /// The earliest year that the date can mean, such as 1900 for the start of the 20th century: where a timeline puts it.
    pub const fn first_year(self) -> u16 {
        match self {
            Self::Day { year, .. } | Self::Month { year, .. } | Self::Year { year } => year,
            Self::DecadeStart { decade } => decade,
            Self::Decades { first, .. } => first,
            Self::CenturyStart { century } => (century as u16).saturating_sub(1) * 100,
        }
    }

    /// A key that sorts dates by time: year, month from 1, day from 1, with 0 for what is not known. A vaguer date comes before
    /// a more precise one of the same time.
    ///
    /// ```
    /// use whole_comm::{Month, PartialDate};
    ///
    /// let mut dates = [PartialDate::Month { year: 2015, month: Month::September }, PartialDate::Year { year: 2015 }];
    /// dates.sort_by_key(|date| date.sort_key());
    /// assert_eq!(dates[0], PartialDate::Year { year: 2015 });
    /// ```
    pub fn sort_key(self) -> (u16, u8, u8) {
        match self {
            Self::Day { year, month, day } => (year, month as u8 + 1, day),
            Self::Month { year, month } => (year, month as u8 + 1, 0),
            other => (other.first_year(), 0, 0),
        }
    }
}

impl PartialDate {
    /// What makes it a date that cannot be, and what would be right.
    fn fault(self) -> Option<String> {
        let year = |year: u16| {
            (!(1..=9999).contains(&year)).then(|| format!("`{year}` is no year, expected one from 1 to 9999"))
        };
        let decade = |decade: u16| {
            let wrong = !decade.is_multiple_of(10) || decade > 9990;
            wrong.then(|| format!("`{decade}` is no decade, expected its first year, such as 1990"))
        };
        match self {
            Self::Day { year: of, month, day } => year(of).or_else(|| {
                let found = Date::try_new_gregorian(of.into(), month as u8 + 1, day);
                found
                    .is_err()
                    .then(|| format!("there is no day `{self}`, expected one of the Gregorian calendar"))
            }),
            Self::Month { year: of, .. } | Self::Year { year: of } => year(of),
            Self::DecadeStart { decade: start } => decade(start),
            Self::Decades { first, last } => decade(first).or_else(|| decade(last)).or_else(|| {
                let wrong = first >= last;
                wrong.then(|| format!("decade `{last}` does not follow `{first}`, expected a later one"))
            }),
            Self::CenturyStart { century } => {
                let wrong = !(1..=100).contains(&century);
                wrong.then(|| format!("`{century}` is no century, expected one from 1 to 100"))
            }
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let date = Self::deserialize(deserializer)?;
        date.fault().map_or(Ok(date), |fault| Err(D::Error::custom(fault)))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day { year, month, day } => write!(f, "{year}-{month}-{day:02}"),
            Self::Month { year, month } => write!(f, "{year}-{month}"),
            Self::Year { year } => write!(f, "{year}"),
            Self::DecadeStart { decade } => write!(f, "{decade}s, start"),
            Self::Decades { first, last } => write!(f, "{first}s–{last}s"),
            Self::CenturyStart { century } => write!(f, "century {century}, start"),
        }
    }
}

ids! {
    /// How something stands to its date.
    pub enum Bound: "bound" {
        /// It happened then, or during that time.
        At = "at",
        /// It began then; the page gives no end, and does not say that it goes on.
        Since = "since",
    }
}

/// When something happened: a date, and how it stands to that date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Time {
    /// The date, as precisely as the page gives it.
    pub date: PartialDate,
    /// Whether it happened then or began then.
    pub bound: Bound,
}

pub(crate) const fn at(date: PartialDate) -> Time {
    Time { date, bound: Bound::At }
}

pub(crate) const fn since(date: PartialDate) -> Time {
    Time { date, bound: Bound::Since }
}

/// The messages of `date.ftl`: one for each precision, and one that they share.
pub(crate) const PATTERNS: &[Pattern] = &[
    pattern("date-day", PartialDate::Day { year: 2021, month: Month::May, day: 18 }),
    pattern("date-month", PartialDate::Month { year: 2015, month: Month::September }),
    pattern("date-year", PartialDate::Year { year: 2014 }),
    pattern("date-decade-start", PartialDate::DecadeStart { decade: 1990 }),
    pattern("date-decades", PartialDate::Decades { first: 1970, last: 1980 }),
    Pattern { attributes: &[], ..pattern("date-century-ordinal", PartialDate::CenturyStart { century: 20 }) },
    pattern("date-century-start", PartialDate::CenturyStart { century: 20 }),
];

const fn pattern(message: &'static str, example: PartialDate) -> Pattern {
    Pattern { message, attributes: &["at", "since"], example: Example::Date(example) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_sort_by_time() {
        let sorted = [
            PartialDate::CenturyStart { century: 20 },
            PartialDate::Decades { first: 1970, last: 1980 },
            PartialDate::DecadeStart { decade: 1990 },
            PartialDate::Year { year: 2015 },
            PartialDate::Month { year: 2015, month: Month::September },
            PartialDate::Day { year: 2015, month: Month::September, day: 1 },
            PartialDate::Month { year: 2015, month: Month::October },
        ];
        assert!(sorted.is_sorted_by_key(|date| date.sort_key()));
    }

    #[test]
    fn dates_survive_json() {
        let cases = [
            (
                PartialDate::Month { year: 2015, month: Month::September },
                r#"{"precision":"month","year":2015,"month":"09"}"#,
            ),
            (PartialDate::CenturyStart { century: 20 }, r#"{"precision":"century-start","century":20}"#),
        ];
        for (date, json) in cases {
            assert_eq!(serde_json::to_string(&date).unwrap(), json);
            assert_eq!(serde_json::from_str::<PartialDate>(json).unwrap(), date);
        }
    }

    #[test]
    fn dates_that_cannot_be_are_refused() {
        let cases = [
            (r#""month","year":2015,"month":"13""#, "unknown variant `13`"),
            (r#""month","year":0,"month":"12""#, "`0` is no year, expected one from 1 to 9999"),
            (r#""year","year":10000"#, "`10000` is no year"),
            (r#""day","year":2015,"month":"01","day":32"#, "there is no day `2015-01-32`, expected one of"),
            (r#""day","year":2015,"month":"02","day":29"#, "there is no day `2015-02-29`"),
            (r#""day","year":2015,"month":"02","day":0"#, "there is no day `2015-02-00`"),
            (r#""decade-start","decade":1997"#, "`1997` is no decade, expected its first year, such as 1990"),
            (r#""decades","first":1980,"last":1970"#, "decade `1970` does not follow `1980`"),
            (r#""century-start","century":0"#, "`0` is no century, expected one from 1 to 100"),
        ];
        for (date, message) in cases {
            let error =
                serde_json::from_str::<PartialDate>(&format!("{{\"precision\":{date}}}")).unwrap_err();
            assert!(error.to_string().contains(message), "{date}: {error}");
        }
        let leap = r#"{"precision":"day","year":2016,"month":"02","day":29}"#;
        assert!(serde_json::from_str::<PartialDate>(leap).is_ok());
    }
}
