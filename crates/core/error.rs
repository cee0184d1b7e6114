//! The one public error of the crate, and all of its wording.

use std::fmt;

use crate::Locale;

/// What can go wrong when something that a person or a file supplied is read: a language, an id, or the call of a function
/// in a text.
///
/// Reading the content itself cannot fail, so no accessor returns this error. The wording is meant for people: lower
/// case, no final dot, with the value that was given and the values that would be right.
///
/// ```
/// use whole_comm::{Locale, RegionId};
///
/// let error = "de".parse::<Locale>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown language `de`, expected one of: nl (Nederlands), fr (Français), en (English)");
///
/// let error = "walonia".parse::<RegionId>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown region `walonia`, expected one of: flanders, wallonia, brussels-capital");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

impl Error {
    pub(crate) fn locale(value: &str) -> Self {
        Self(Kind::Locale { value: value.to_owned() })
    }

    pub(crate) fn id(
        what: &'static str,
        value: &str,
        expected: impl IntoIterator<Item = &'static str>,
    ) -> Self {
        let expected = expected.into_iter().collect::<Vec<_>>().join(", ");
        Self(Kind::Id { what, value: value.to_owned(), expected })
    }

    pub(crate) fn any_id(value: &str) -> Self {
        Self(Kind::AnyId { value: value.to_owned() })
    }

    pub(crate) fn function(name: &str, expected: impl IntoIterator<Item = &'static str>) -> Self {
        let expected = expected.into_iter().collect::<Vec<_>>().join(", ");
        Self(Kind::Function { name: name.to_owned(), expected })
    }

    pub(crate) fn option(
        function: &'static str,
        name: &str,
        expected: impl IntoIterator<Item = &'static str>,
    ) -> Self {
        let expected = expected.into_iter().collect::<Vec<_>>().join(", ");
        Self(Kind::Option { function, name: name.to_owned(), expected })
    }

    pub(crate) fn option_value(function: &'static str, option: &str, value: &str, expected: String) -> Self {
        Self(Kind::OptionValue { function, option: option.to_owned(), value: value.to_owned(), expected })
    }

    pub(crate) fn options(function: &'static str, reason: &'static str) -> Self {
        Self(Kind::Options { function, reason })
    }

    /// Whether the value was meant as a language.
    pub fn is_locale(&self) -> bool {
        matches!(self.0, Kind::Locale { .. })
    }

    /// Whether the value was meant as an id, or as the name of a kind of entity.
    pub fn is_id(&self) -> bool {
        matches!(self.0, Kind::Id { .. } | Kind::AnyId { .. })
    }

    /// Whether it was the call of a function in a text.
    pub fn is_call(&self) -> bool {
        matches!(
            self.0,
            Kind::Function { .. } | Kind::Option { .. } | Kind::OptionValue { .. } | Kind::Options { .. }
        )
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Kind {
    #[error("unknown language `{}`, expected one of: {}", Shown(value), Languages)]
    Locale { value: String },
    #[error("unknown {what} `{}`, expected one of: {expected}", Shown(value))]
    Id { what: &'static str, value: String, expected: String },
    #[error("`{}` names no entity, expected a kind and an id, such as region/wallonia", Shown(value))]
    AnyId { value: String },
    #[error("unknown function `{}`, expected one of: {expected}", Shown(name))]
    Function { name: String, expected: String },
    #[error("unknown option `{}` of {function}, expected one of: {expected}", Shown(name))]
    Option { function: &'static str, name: String, expected: String },
    #[error("option `{}` of {function} cannot be `{}`, expected {expected}", Shown(option), Shown(value))]
    OptionValue { function: &'static str, option: String, value: String, expected: String },
    #[error("options of {function} contradict each other: {reason}")]
    Options { function: &'static str, reason: &'static str },
}

/// A value as given, but harmless on a terminal: control characters escaped, and no longer than a line.
struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LONGEST: usize = 60;
        let mut characters = self.0.chars();
        for character in characters.by_ref().take(LONGEST) {
            if character.is_control() {
                write!(f, "{}", character.escape_default())?;
            } else {
                write!(f, "{character}")?;
            }
        }
        if characters.next().is_some() { f.write_str("…") } else { Ok(()) }
    }
}

struct Languages;

impl fmt::Display for Languages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, locale) in Locale::ALL.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}{locale} ({})", locale.autonym())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_shown_on_one_short_line() {
        let long = "x".repeat(10_000);
        let shown = [("a\nb", "a\\nb"), ("\u{1b}[31mred", "\\u{1b}[31mred"), ("été", "été")];
        for (given, expected) in shown {
            assert_eq!(Shown(given).to_string(), expected);
        }
        assert_eq!(Shown(&long).to_string().chars().count(), 61);
    }
}
