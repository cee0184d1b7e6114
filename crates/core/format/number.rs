//! How numbers are written: as many decimals as their options ask for, in the digits and groups of the locale.

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions, FluentNumberStyle};
use icu_decimal::input::{Decimal, SignDisplay};

use super::cldr::Formatters;
use super::function::MOST_DECIMALS;
use crate::Locale;

/// Stands in a text where a value cannot be shown as the text asks for it, since a function or a formatter has no other
/// way to fail. It is no character, and a text that holds it counts as not resolved.
pub(crate) const UNFORMATTABLE: char = '\u{fffe}';

/// How a bundle shows a number, whether a text names it alone or in `NUMBER()`.
pub(crate) fn shown(value: &FluentValue<'_>, locale: Locale) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(match number.options.style {
        FluentNumberStyle::Decimal => decimal(number, locale),
        // Percentages need the pattern of a library, so they are arguments of their own; amounts of money are not
        // supported.
        FluentNumberStyle::Percent | FluentNumberStyle::Currency => UNFORMATTABLE.to_string(),
    })
}

/// A number without a sign for its style.
pub(super) fn decimal(number: &FluentNumber, locale: Locale) -> String {
    let FluentNumber { value, options } = number;
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if *value < 0.0 { "-∞" } else { "∞" }.to_owned();
    }
    if let Some(small) = small(*value).filter(|_| has_no_digit_options(options)) {
        return small.to_string();
    }
    let mut decimal = exact(*value);
    round(&mut decimal, options);
    if let Some(digits) = options.minimum_integer_digits {
        decimal.absolute.pad_start(magnitude(digits.min(21)));
    }
    // What is rounded to zero is no longer negative.
    let decimal = decimal.with_sign_display(SignDisplay::Negative);
    Formatters::of(locale).decimal(&decimal, options.use_grouping)
}

/// A ratio as the number of percent: 0.499 as 49.9, with as many decimals as the ratio's options ask for.
pub(super) fn percentage(ratio: &FluentNumber) -> FluentNumber {
    let FluentNumber { value, mut options } = ratio.clone();
    options.style = FluentNumberStyle::Decimal;
    options.maximum_fraction_digits.get_or_insert(0);
    if !value.is_finite() {
        return FluentNumber::new(value, options);
    }
    // Moving the point keeps the digits, where a multiplication of floats could change the last ones.
    let mut decimal = exact(value);
    decimal.multiply_pow10(2);
    decimal.absolute.trim_start();
    FluentNumber::new(decimal.to_string().parse().unwrap_or(value), options)
}

/// A whole number of at most three digits, which every option of grouping and every locale here write alike.
fn small(value: f64) -> Option<u16> {
    let whole = (0.0..1000.0).contains(&value) && value.fract() == 0.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    whole.then_some(value as u16)
}

fn has_no_digit_options(options: &FluentNumberOptions) -> bool {
    options.minimum_integer_digits.is_none()
        && options.minimum_fraction_digits.is_none()
        && options.minimum_significant_digits.is_none()
        && options.maximum_significant_digits.is_none()
}

/// The shortest decimal number that reads as the float.
fn exact(value: f64) -> Decimal {
    /// Up to here, floats hold each whole number exactly.
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    /// Up to here, no two tenths are the same float, nor another number that is as short.
    const LARGEST_OF_15_DIGITS: f64 = 1e15;
    if value.fract() == 0.0 && value.abs() < LARGEST {
        #[expect(clippy::cast_possible_truncation, reason = "checked above")]
        return Decimal::from(value as i64);
    }
    // Most other numbers here have one decimal. Where a float is the one closest to tenths, they are its shortest form.
    let tenths = (value * 10.0).round();
    #[expect(clippy::float_cmp, reason = "only the same float is written so")]
    let are_exact = tenths / 10.0 == value;
    if are_exact && tenths.abs() < LARGEST_OF_15_DIGITS {
        #[expect(clippy::cast_possible_truncation, reason = "checked above")]
        let mut decimal = Decimal::from(tenths as i64);
        decimal.multiply_pow10(-1);
        return decimal;
    }
    // Rust writes a finite float without an exponent, which reads back; so the default is never used.
    value.to_string().parse().unwrap_or_default()
}

/// Rounds half away from zero, as `Intl.NumberFormat` does, to at most three decimals unless the options say otherwise.
fn round(decimal: &mut Decimal, options: &FluentNumberOptions) {
    let (least, most) = (options.minimum_significant_digits, options.maximum_significant_digits);
    if least.is_some() || most.is_some() {
        let least = least.unwrap_or(1).clamp(1, 21);
        let most = most.unwrap_or(21).clamp(least, 21);
        half_away_from_zero(decimal, decimal.absolute.nonzero_magnitude_start() - magnitude(most) + 1);
        decimal.absolute.trim_end();
        let end = decimal.absolute.nonzero_magnitude_start() - magnitude(least) + 1;
        decimal.absolute.pad_end(end.min(0));
        return;
    }
    let least = options.minimum_fraction_digits.unwrap_or(0).min(MOST_DECIMALS);
    let most = options.maximum_fraction_digits.unwrap_or(3).clamp(least, MOST_DECIMALS.max(least));
    half_away_from_zero(decimal, -magnitude(most));
    decimal.absolute.trim_end();
    decimal.absolute.pad_end(-magnitude(least));
}

fn half_away_from_zero(decimal: &mut Decimal, position: i16) {
    if decimal.absolute.digit_at(position - 1) >= 5 {
        decimal.absolute.expand(position);
    } else {
        decimal.absolute.trunc(position);
    }
}

fn magnitude(digits: usize) -> i16 {
    i16::try_from(digits).unwrap_or(i16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The short way for small numbers is what the long way gives.
    #[test]
    fn small_numbers_are_written_alike_in_every_locale() {
        for &locale in Locale::ALL {
            for number in 0..1000_u16 {
                let long = Formatters::of(locale).decimal(&Decimal::from(number), true);
                assert_eq!(decimal(&FluentNumber::from(number), locale), long);
            }
        }
    }

    /// The short way for tenths is what the long way gives.
    #[test]
    fn tenths_are_exact() {
        let small = (-20_000..20_000).map(f64::from);
        let large = (0..1000).map(|k| 1e15 - 1.0 - 7.0 * f64::from(k));
        for tenths in small.chain(large) {
            for value in [tenths / 10.0, tenths / 10.0 + 1e-9, tenths / 100.0] {
                assert_eq!(exact(value), value.to_string().parse().unwrap(), "{value}");
            }
        }
    }

    #[test]
    fn ratios_keep_their_digits() {
        for permille in 0..=u16::MAX {
            let ratio = FluentNumber::new(f64::from(permille) / 1000.0, FluentNumberOptions::default());
            assert_eq!(percentage(&ratio).value.to_string(), (f64::from(permille) / 10.0).to_string());
        }
    }
}
