//! `NUMBER()` and `DATETIME()`: which options they take, and what they make of them.
//!
//! The options are Fluent's for translators, as far as whole numbers, shares and dates have a use for them. An option that
//! is not supported is an error, at run time as for [`check_call`], and never ignored.

use fluent_bundle::types::FluentNumberOptions;
use fluent_bundle::{FluentArgs, FluentValue};
use icu_datetime::fieldsets::builder::DateFields;
use icu_datetime::options::Length;

use crate::Error;

/// The most decimals of a number. Plural rules count in whole numbers of 64 bits, which more would overflow.
pub(crate) const MOST_DECIMALS: usize = 15;

/// A function that texts can call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Function {
    Number,
    DateTime,
}

/// What an option takes.
#[derive(Debug)]
enum Takes {
    /// A whole number from the first to the second.
    Digits(usize, usize),
    /// One of these words.
    Words(&'static [&'static str]),
}

use Takes::{Digits, Words};

const NUMBER: &[(&str, Takes)] = &[
    ("maximumFractionDigits", Digits(0, MOST_DECIMALS)),
    ("maximumSignificantDigits", Digits(1, 21)),
    ("minimumFractionDigits", Digits(0, MOST_DECIMALS)),
    ("minimumIntegerDigits", Digits(1, 21)),
    ("minimumSignificantDigits", Digits(1, 21)),
    ("style", Words(&["decimal", "percent"])),
    ("type", Words(&["cardinal", "ordinal"])),
    ("useGrouping", Words(&["true", "false", "auto", "always", "0", "1"])),
];

const DATETIME: &[(&str, Takes)] = &[
    ("dateStyle", Words(&["full", "long", "medium"])),
    ("day", Words(&["numeric"])),
    // In numbers alone, the day and the month could be taken for each other.
    ("month", Words(&["long", "short"])),
    ("weekday", Words(&["long", "short"])),
    ("year", Words(&["numeric"])),
];

impl Function {
    const ALL: [Self; 2] = [Self::Number, Self::DateTime];

    /// The name that texts call it by.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Number => "NUMBER",
            Self::DateTime => "DATETIME",
        }
    }

    const fn options(self) -> &'static [(&'static str, Takes)] {
        match self {
            Self::Number => NUMBER,
            Self::DateTime => DATETIME,
        }
    }

    /// Whether the function has such an option, and the option takes the value.
    fn check(self, option: &str, value: &str) -> Result<(), Error> {
        let Some((_, takes)) = self.options().iter().find(|(name, _)| *name == option) else {
            let expected = self.options().iter().map(|(name, _)| *name);
            return Err(Error::option(self.name(), option, expected));
        };
        let wrong = |expected: String| Err(Error::option_value(self.name(), option, value, expected));
        match *takes {
            Digits(least, most) if !digits(value).is_some_and(|digits| (least..=most).contains(&digits)) => {
                wrong(format!("a whole number from {least} to {most}"))
            }
            Words(words) if !words.contains(&value) => wrong(format!("one of: {}", words.join(", "))),
            _ => Ok(()),
        }
    }
}

/// Checks a call of a function in a text: `NUMBER` or `DATETIME`, with named arguments that are supported and fit together.
///
/// It is what a test of one's own texts asks, and what validates an override. The values are the literals without their
/// quotes. Whether the function suits its argument is not checked here.
///
/// # Errors
///
/// There is no such function or option, the option does not take the value, or the options contradict each other. The
/// message says what would be right.
///
/// ```
/// use whole_comm::check_call;
///
/// assert!(check_call("NUMBER", &[("minimumFractionDigits", "1")]).is_ok());
/// assert_eq!(
///     check_call("DATETIME", &[("month", "narrow")]).unwrap_err().to_string(),
///     "option `month` of DATETIME cannot be `narrow`, expected one of: long, short"
/// );
/// ```
pub fn check_call(function: &str, options: &[(&str, &str)]) -> Result<(), Error> {
    let known = Function::ALL.into_iter().find(|known| known.name() == function);
    match known.ok_or_else(|| Error::function(function, Function::ALL.map(Function::name)))? {
        Function::Number => merge_number(options, &mut FluentNumberOptions::default()),
        Function::DateTime => date_form(options).map(|_| ()),
    }
}

/// Sets the options of a call of `NUMBER` on those that a number has already.
pub(super) fn merge_number(options: &[(&str, &str)], number: &mut FluentNumberOptions) -> Result<(), Error> {
    let mut called = FluentNumberOptions::default();
    for &(option, value) in options {
        Function::Number.check(option, value)?;
        for target in [&mut called, &mut *number] {
            match option {
                "maximumFractionDigits" => target.maximum_fraction_digits = digits(value),
                "maximumSignificantDigits" => target.maximum_significant_digits = digits(value),
                "minimumFractionDigits" => target.minimum_fraction_digits = digits(value),
                "minimumIntegerDigits" => target.minimum_integer_digits = digits(value),
                "minimumSignificantDigits" => target.minimum_significant_digits = digits(value),
                "style" => target.style = value.into(),
                "type" => target.r#type = value.into(),
                _ => target.use_grouping = !matches!(value, "false" | "0"),
            }
        }
    }
    // A number may come with a maximum of its own, which a minimum in the text may exceed; the text itself must be sound.
    let contradict =
        |least: Option<usize>, most: Option<usize>| least.zip(most).is_some_and(|(least, most)| least > most);
    if contradict(called.minimum_fraction_digits, called.maximum_fraction_digits)
        || contradict(called.minimum_significant_digits, called.maximum_significant_digits)
    {
        return Err(Error::options(
            Function::Number.name(),
            "the minimum of digits is larger than the maximum",
        ));
    }
    Ok(())
}

/// How a call of `DATETIME` shows a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateForm {
    /// As it stands without a function.
    Plain,
    /// What is known of the date, with the weekday of a day or without it.
    Style { weekday: bool, length: Length },
    /// These fields and no others.
    Fields(DateFields, Length),
}

/// What the options of `DATETIME` ask for.
pub(super) fn date_form(options: &[(&str, &str)]) -> Result<DateForm, Error> {
    let contradiction = |reason| Err(Error::options(Function::DateTime.name(), reason));
    let (mut style, mut weekday, mut year, mut month, mut day) = (None, None, false, None, false);
    for &(option, value) in options {
        Function::DateTime.check(option, value)?;
        match option {
            "dateStyle" => style = Some(value),
            "weekday" => weekday = Some(value),
            "month" => month = Some(value),
            "year" => year = true,
            _ => day = true,
        }
    }
    if let Some(style) = style {
        if options.len() > 1 {
            return contradiction("`dateStyle` stands alone");
        }
        let length = if style == "medium" { Length::Medium } else { Length::Long };
        return Ok(DateForm::Style { weekday: style == "full", length });
    }
    let length = match (weekday, month) {
        (None | Some("long"), None | Some("long")) => Length::Long,
        (None | Some("short"), Some("short")) | (Some("short"), None) => Length::Medium,
        _ => return contradiction("`weekday` and `month` are both long or both short"),
    };
    Ok(match (weekday.is_some(), day, month.is_some(), year) {
        (false, false, false, false) => DateForm::Plain,
        (false, true, false, false) => DateForm::Fields(DateFields::D, length),
        (false, true, true, false) => DateForm::Fields(DateFields::MD, length),
        (false, true, true, true) => DateForm::Fields(DateFields::YMD, length),
        (true, true, false, false) => DateForm::Fields(DateFields::DE, length),
        (true, true, true, false) => DateForm::Fields(DateFields::MDE, length),
        (true, true, true, true) => DateForm::Fields(DateFields::YMDE, length),
        (true, false, false, false) => DateForm::Fields(DateFields::E, length),
        (false, false, true, false) => DateForm::Fields(DateFields::M, length),
        (false, false, true, true) => DateForm::Fields(DateFields::YM, length),
        (false, false, false, true) => DateForm::Fields(DateFields::Y, length),
        _ => {
            return contradiction("a year needs the month, and both need the day, beside a day or a weekday");
        }
    })
}

/// The named arguments of a call, as they stand in the text.
pub(super) fn named(arguments: &FluentArgs<'_>) -> Vec<(String, String)> {
    let text = |value: &FluentValue<'_>| match value {
        FluentValue::String(text) => text.to_string(),
        FluentValue::Number(number) => number.value.to_string(),
        _ => String::new(),
    };
    arguments.iter().map(|(name, value)| (name.to_owned(), text(value))).collect()
}

/// A whole number in plain digits. No option takes one of more than two.
fn digits(value: &str) -> Option<usize> {
    let plain = value.len() <= 2 && value.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| value.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Options = &'static [(&'static str, &'static str)];

    #[test]
    fn calls_are_checked() {
        let right: &[(&str, Options)] = &[
            ("NUMBER", &[]),
            ("NUMBER", &[("type", "ordinal")]),
            ("NUMBER", &[("useGrouping", "0"), ("style", "percent")]),
            ("NUMBER", &[("minimumFractionDigits", "1"), ("maximumFractionDigits", "1")]),
            ("DATETIME", &[]),
            ("DATETIME", &[("dateStyle", "full")]),
            ("DATETIME", &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")]),
            ("DATETIME", &[("month", "short"), ("year", "numeric")]),
        ];
        for (function, options) in right {
            assert_eq!(check_call(function, options), Ok(()), "{function} {options:?}");
        }
    }

    #[test]
    fn a_wrong_call_is_an_error_that_says_what_is_right() {
        let wrong: &[(&str, Options, &str)] = &[
            ("PERCENT", &[], "unknown function `PERCENT`, expected one of: NUMBER, DATETIME"),
            (
                "NUMBER",
                &[("currency", "EUR")],
                "unknown option `currency` of NUMBER, expected one of: maximumFractionDigits, ",
            ),
            (
                "NUMBER",
                &[("minimumFractionDigits", "16")],
                "option `minimumFractionDigits` of NUMBER cannot be `16`, expected a whole number from 0 to 15",
            ),
            ("NUMBER", &[("minimumIntegerDigits", "0")], "expected a whole number from 1 to 21"),
            ("NUMBER", &[("minimumIntegerDigits", "-1")], "cannot be `-1`"),
            ("NUMBER", &[("minimumIntegerDigits", "100000000000000000000000")], "cannot be `1000"),
            ("NUMBER", &[("style", "currency")], "cannot be `currency`, expected one of: decimal, percent"),
            (
                "NUMBER",
                &[("maximumFractionDigits", "1"), ("minimumFractionDigits", "2")],
                "options of NUMBER contradict each other: the minimum of digits is larger than the maximum",
            ),
            (
                "NUMBER",
                &[("maximumSignificantDigits", "1"), ("minimumSignificantDigits", "2")],
                "the minimum of digits",
            ),
            (
                "DATETIME",
                &[("hour", "numeric")],
                "unknown option `hour` of DATETIME, expected one of: dateStyle, day,",
            ),
            ("DATETIME", &[("dateStyle", "short")], "cannot be `short`, expected one of: full, long, medium"),
            ("DATETIME", &[("dateStyle", "long"), ("day", "numeric")], "`dateStyle` stands alone"),
            (
                "DATETIME",
                &[("month", "short"), ("weekday", "long")],
                "`weekday` and `month` are both long or both short",
            ),
            ("DATETIME", &[("year", "numeric"), ("day", "numeric")], "a year needs the month"),
            ("DATETIME", &[("month", "long"), ("weekday", "long")], "both need the day"),
        ];
        for (function, options, message) in wrong {
            let error = check_call(function, options).unwrap_err();
            assert!(
                error.is_call() && error.to_string().contains(message),
                "{function} {options:?}: {error}"
            );
        }
    }
}
