//! How the strings of an application enter a text.

use std::borrow::Cow;

use fluent_bundle::types::{FluentNumberOptions, FluentNumberStyle};
use fluent_bundle::{FluentArgs, FluentValue};

use crate::format::{Format, MOST_DECIMALS, UNFORMATTABLE};

/// Whether strings that an application passes into a text are set apart from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Isolation {
    /// Each string stands between U+2068 FIRST STRONG ISOLATE and U+2069 POP DIRECTIONAL ISOLATE, right for HTML.
    #[default]
    Isolated,
    /// Strings stand as they are, right for file names, tests and terminals that show the marks.
    Plain,
}

impl Isolation {
    /// Whether the arguments of an application can be given to a text as they are. Bundles for isolated strings isolate
    /// them when they write them, which costs less than copying all arguments.
    pub(crate) fn is_fit(self, arguments: &FluentArgs<'_>) -> bool {
        arguments.iter().all(|(_, value)| match value {
            FluentValue::String(text) => self == Self::Isolated || !text.contains(UNFORMATTABLE),
            FluentValue::Number(number) => is_in_bounds(&number.options),
            FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => false,
        })
    }

    /// The arguments of an application, made fit for a text in the language that answers. A value that is none is left
    /// out: Fluent would show nothing in its place, and half a sentence around it.
    pub(crate) fn fit<'a>(self, arguments: &'a FluentArgs<'_>, format: Format<'_>) -> FluentArgs<'a> {
        let is_value = |value: &FluentValue<'_>| !matches!(value, FluentValue::None | FluentValue::Error);
        arguments
            .iter()
            .filter(|(_, value)| is_value(value))
            .map(|(key, value)| (key, self.fit_value(value, format)))
            .collect()
    }

    fn fit_value<'a>(self, value: &'a FluentValue<'_>, format: Format<'_>) -> FluentValue<'a> {
        match value {
            FluentValue::String(text) if self == Self::Plain => FluentValue::String(plain(text)),
            FluentValue::String(text) => FluentValue::from(&**text),
            _ => format.adopt(value, |item| self.item(item)).unwrap_or_else(|| in_bounds(value)),
        }
    }

    /// A string of a list.
    fn item(self, text: &str) -> String {
        match self {
            Self::Isolated => isolated(text),
            Self::Plain => plain(text).into_owned(),
        }
    }
}

/// A string between marks of isolation. Marks inside it could end the isolation too early, so it keeps none.
pub(crate) fn isolated(text: &str) -> String {
    let is_harmful = |c: char| c == UNFORMATTABLE || matches!(c, '\u{2066}'..='\u{2069}');
    let mut isolated = String::with_capacity(text.len() + "\u{2068}\u{2069}".len());
    isolated.push('\u{2068}');
    if text.is_ascii() || !text.contains(is_harmful) {
        isolated.push_str(text);
    } else {
        isolated.extend(text.chars().filter(|&c| !is_harmful(c)));
    }
    isolated.push('\u{2069}');
    isolated
}

/// A string without what is no character, and means a fault to us.
fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(UNFORMATTABLE) {
        Cow::Owned(text.replace(UNFORMATTABLE, ""))
    } else {
        Cow::Borrowed(text)
    }
}

fn is_in_bounds(options: &FluentNumberOptions) -> bool {
    let fractions = [options.minimum_fraction_digits, options.maximum_fraction_digits];
    options.style == FluentNumberStyle::Decimal
        && fractions.into_iter().flatten().all(|digits| digits <= MOST_DECIMALS)
}

/// A value with no more decimals than plural rules can count.
fn in_bounds<'a>(value: &FluentValue<'a>) -> FluentValue<'a> {
    let mut value = value.clone();
    if let FluentValue::Number(number) = &mut value {
        let options = &mut number.options;
        for digits in [&mut options.minimum_fraction_digits, &mut options.maximum_fraction_digits] {
            *digits = digits.map(|digits| digits.min(MOST_DECIMALS));
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_isolated_and_rid_of_what_could_end_that() {
        let cases = [
            ("", "\u{2068}\u{2069}"),
            ("Nederlands", "\u{2068}Nederlands\u{2069}"),
            ("Français", "\u{2068}Français\u{2069}"),
            ("\u{2069}x\u{2066}é\u{fffe}", "\u{2068}xé\u{2069}"),
        ];
        for (given, expected) in cases {
            assert_eq!(isolated(given), expected);
        }
        assert_eq!(plain("\u{fffe}x\u{2069}"), "x\u{2069}");
    }
}
