//! The three languages, and how one of them is chosen.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

use crate::Error;

/// A language in which the content can be read. It displays as `nl`, `fr` or `en`, and is written so in JSON.
///
/// There are two ways to choose one. A language that was *negotiated*, from a browser or the environment, falls back
/// silently ([`Locale::negotiate`]); a language that a person *typed* must be one of the three, and is an error that
/// names them if it is not ([`str::parse`]).
///
/// ```
/// use whole_comm::Locale;
///
/// assert_eq!(Locale::negotiate("fr-CA, en;q=0.8"), Locale::French);
/// assert_eq!("en-US".parse(), Ok(Locale::English));
/// assert!("de".parse::<Locale>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Locale {
    /// Dutch as written in Belgium, the language of the source and of every fallback.
    #[serde(rename = "nl")]
    Dutch,
    /// French as written in Belgium.
    #[serde(rename = "fr")]
    French,
    /// British English.
    #[serde(rename = "en")]
    English,
}

impl Locale {
    /// Every locale, the source language first. Ties in a negotiation are broken in this order.
    pub const ALL: &'static [Self] = &[Self::Dutch, Self::French, Self::English];

    /// The language of the source, which answers where a translation is missing.
    pub const SOURCE: Self = Self::Dutch;

    /// The language alone, as used for folders, paths and HTML's `lang`: `nl`, `fr` or `en`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language with its region, as used for formatting: `nl-BE`, `fr-BE` or `en-GB`.
    pub const fn regional_tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl-BE",
            Self::French => "fr-BE",
            Self::English => "en-GB",
        }
    }

    /// The language's name in itself, for a language switcher: *Nederlands*, *Français*, *English*.
    pub const fn autonym(self) -> &'static str {
        match self {
            Self::Dutch => "Nederlands",
            Self::French => "Français",
            Self::English => "English",
        }
    }

    /// The regional tag as a typed identifier.
    ///
    /// ```
    /// use whole_comm::Locale;
    ///
    /// assert_eq!(Locale::English.language_identifier().language.as_str(), "en");
    /// ```
    pub fn language_identifier(self) -> LanguageIdentifier {
        // The three constants parse, as a test shows; the default (`und`) stands in for a failure that cannot come.
        self.regional_tag().parse().unwrap_or_default()
    }

    /// The locales to ask for a text, in order: this one, then the source language.
    pub(crate) fn fallback_chain(self) -> impl Iterator<Item = Self> {
        std::iter::once(self).chain((self != Self::SOURCE).then_some(Self::SOURCE))
    }

    /// The best locale for a list of wishes: a BCP 47 tag, several separated by commas, or a whole `Accept-Language`
    /// header ([RFC 9110, section 12.5.4](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4)).
    ///
    /// Any tag stands for its language (`fr-CA` asks for French). Quality values decide, then the order of the list;
    /// `*` stands for the languages that the list does not name. `q=0` rules a language out, if it stands at the language
    /// (`fr`) or at the very tag that would answer (`fr-BE`). A wish that makes no sense is passed over. Where no wish
    /// fits, Dutch answers, or the first language that was not ruled out.
    ///
    /// ```
    /// use whole_comm::Locale;
    ///
    /// assert_eq!(Locale::negotiate("en;q=0.4, fr-CA;q=0.9"), Locale::French);
    /// assert_eq!(Locale::negotiate("nl;q=0, *"), Locale::French);
    /// assert_eq!(Locale::negotiate("de"), Locale::Dutch);
    /// ```
    pub fn negotiate(wishes: &str) -> Self {
        let mut named: [Option<Wish>; Self::ALL.len()] = [None; Self::ALL.len()];
        let mut refused = [false; Self::ALL.len()];
        let mut others: Option<Wish> = None;
        for (position, wish) in wishes.split(',').enumerate() {
            let Some((range, quality)) = parse_wish(wish) else { continue };
            let wish = Wish { quality, position };
            if range == "*" {
                others.get_or_insert(wish);
                continue;
            }
            let Some(locale) = Self::of_language(range) else { continue };
            let exact = range.eq_ignore_ascii_case(locale.regional_tag());
            if quality == 0 && !exact && range.len() > locale.as_str().len() {
                // A refusal of another region says nothing of the language: `fr-CA;q=0, fr` still wants French.
                continue;
            }
            if let Some(refused) = refused.get_mut(locale as usize) {
                *refused |= exact && quality == 0;
            }
            if let Some(best) = named.get_mut(locale as usize)
                && best.is_none_or(|best| wish.quality > best.quality)
            {
                *best = Some(wish);
            }
        }
        let refused = |locale: Self| refused.get(locale as usize).copied().unwrap_or_default();
        let wish_for = |locale: Self| match named.get(locale as usize).copied().flatten() {
            // The very tag that would answer was refused, whatever was said of its language.
            Some(wish) if refused(locale) => Some(Wish { quality: 0, ..wish }),
            wish => wish,
        };
        let wanted = Self::ALL
            .iter()
            .filter_map(|&locale| Some((wish_for(locale).or(others)?, locale)))
            .filter(|(wish, _)| wish.quality > 0)
            .min_by_key(|&(wish, locale)| (std::cmp::Reverse(wish.quality), wish.position, locale));
        let acceptable = |locale: &Self| wish_for(*locale).is_none_or(|wish| wish.quality > 0);
        wanted
            .map(|(_, locale)| locale)
            .or_else(|| Self::ALL.iter().copied().find(acceptable))
            .unwrap_or(Self::SOURCE)
    }

    /// The locale of a language range by its first subtag, or `None` where the content is not in that language.
    fn of_language(range: &str) -> Option<Self> {
        let language = range.split(['-', '_']).next()?;
        Self::ALL.iter().copied().find(|locale| language.eq_ignore_ascii_case(locale.as_str()))
    }
}

/// How much a language is wanted (in thousandths), and where in the list it was named.
#[derive(Debug, Clone, Copy)]
struct Wish {
    quality: u16,
    position: usize,
}

/// The range and the quality in thousandths of one element of an `Accept-Language` header.
fn parse_wish(wish: &str) -> Option<(&str, u16)> {
    let mut parts = wish.split(';').map(str::trim);
    let range = parts.next()?;
    let mut quality = 1000;
    for parameter in parts {
        let (name, value) = parameter.split_once('=')?;
        if name.trim().eq_ignore_ascii_case("q") {
            quality = parse_quality(value.trim())?;
        }
    }
    let well_formed =
        !range.is_empty() && range.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '*'));
    well_formed.then_some((range, quality))
}

/// A quality value of RFC 9110, section 12.4.2: 0 to 1 with at most three decimals, in thousandths.
fn parse_quality(value: &str) -> Option<u16> {
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1000),
        _ => None,
    }
}

impl FromStr for Locale {
    type Err = Error;

    /// Reads a language that a person typed: a BCP 47 tag, or its spelling with an underscore, of one of the three.
    ///
    /// # Errors
    ///
    /// Another language, or what is no language tag at all.
    fn from_str(tag: &str) -> Result<Self, Error> {
        // What follows a subtag of one character is an extension (RFC 5646, section 2.2.6); it chooses no language.
        let subtags = tag.trim().split(['-', '_']).take_while(|subtag| subtag.len() != 1);
        let language = subtags.collect::<Vec<_>>().join("-");
        let identifier: LanguageIdentifier = language.parse().map_err(|_| Error::locale(tag))?;
        Self::of_language(identifier.language.as_str()).ok_or_else(|| Error::locale(tag))
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negotiation() {
        use Locale::{Dutch, English, French};
        let cases = [
            ("", Dutch),
            ("nl", Dutch),
            ("fr", French),
            ("FR-be", French),
            ("fr_BE", French),
            ("en-GB-oxendict", English),
            ("en-u-nu-latn", English),
            ("fr-BE, nl;q=0.5", French),
            ("fr;q=0.5, nl;q=0.5", French),
            ("en;q=0.1, fr;q=0.2", French),
            ("de, en;q=0.1", English),
            ("de", Dutch),
            ("*", Dutch),
            ("*;q=0.5, en;q=0.1", Dutch),
            ("en;q=0.5, *;q=0.1", English),
            ("nl;q=0, *", French),
            ("nl;q=0, fr;q=0, *", English),
            ("nl;q=0", French),
            ("de, nl;q=0", French),
            ("nl;q=0, fr;q=0, en;q=0", Dutch),
            ("*;q=0", Dutch),
            ("*;q=0, fr;q=0.1", French),
            ("fr-CA;q=0, fr", French),
            ("fr-CA;q=0, en", English),
            ("fr-BE;q=0, *", Dutch),
            ("fr-BE;q=0, fr;q=0.8", Dutch),
            ("fr;q=0.8, fr-BE;q=0, en;q=0.1", English),
            ("en;q=0, en-GB;q=0.3", English),
            ("fr;Q=0.7,en ; q = 0.8", English),
            ("fr;q=0.1234, en;q=0.1", English),
            ("fr;q=2, en;q=0.1", English),
            ("fr;q=-1, en;q=0.1", English),
            ("fr;q=1.001, en;q=0.1", English),
            ("fr;q, en;q=0.1", English),
            ("fr;level=1;q=0.2, en;q=0.1", French),
            ("fra, en;q=0.1", English),
            ("élan, en;q=0.1", English),
            (",,;;=,q=1", Dutch),
        ];
        for (wishes, expected) in cases {
            assert_eq!(Locale::negotiate(wishes), expected, "for {wishes:?}");
        }
    }

    #[test]
    fn a_typed_language_is_one_of_the_three() {
        for (typed, expected) in [
            ("nl", Locale::Dutch),
            ("nl-NL", Locale::Dutch),
            ("fr_CA", Locale::French),
            ("EN", Locale::English),
            (" en ", Locale::English),
            ("en-u-nu-latn", Locale::English),
            ("nl-BE-x-private", Locale::Dutch),
            ("fr-BE-t-en", Locale::French),
        ] {
            assert_eq!(typed.parse(), Ok(expected), "for {typed:?}");
        }
        for typed in
            ["", "de", "nederlands", "fr-", "*", "x-fr", "u-nu-latn", "fr--be", "e\u{301}n", "nl, fr"]
        {
            let error = typed.parse::<Locale>().unwrap_err();
            assert!(
                error.is_locale() && error.to_string().contains("nl (Nederlands)"),
                "for {typed:?}: {error}"
            );
        }
    }

    #[test]
    fn tags_agree_with_each_other() {
        for &locale in Locale::ALL {
            let identifier = locale.language_identifier();
            assert_eq!(identifier.to_string(), locale.regional_tag());
            assert_eq!(identifier.language.as_str(), locale.as_str());
            assert_eq!(locale.regional_tag().parse(), Ok(locale));
            assert_eq!(Locale::negotiate(locale.as_str()), locale);
            assert_eq!(Locale::negotiate(locale.regional_tag()), locale);
            assert_eq!(serde_json::to_string(&locale).unwrap(), format!("\"{locale}\""));
        }
    }

    #[test]
    fn a_long_header_is_read_in_one_go() {
        let header = "de;q=0.5,".repeat(100_000) + "fr";
        assert_eq!(Locale::negotiate(&header), Locale::French);
    }
}
