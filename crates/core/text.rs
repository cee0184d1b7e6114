//! A text, and the language it is in.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::Locale;

/// A text of the content, ready to show, and the language it is in.
///
/// It derefs to `str`, displays as the bare text, and serialises as `{ "text": …, "lang": … }`. It is small, and so
/// is passed by value.
///
/// ```
/// use whole_comm::{Library, Locale, RegionId};
///
/// let fr = Library::embedded().edition(Locale::French);
/// let name = fr.region(RegionId::Wallonia).name();
/// assert_eq!(&*name, "Wallonie");
/// assert_eq!(name.lang(), "fr");
/// assert_eq!(name.answered_by(), Some(Locale::French));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Text<'a> {
    text: &'a str,
    lang: Language,
}

/// The language that a [`Text`] is in: one that translations answer in, or the original language of a quoted title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Language {
    Answered(Locale),
    Original(&'static str),
}

impl<'a> Text<'a> {
    pub(crate) fn answered(text: &'a str, locale: Locale) -> Self {
        Self { text, lang: Language::Answered(locale) }
    }

    pub(crate) fn original(text: &'a str, lang: &'static str) -> Self {
        Self { text, lang: Language::Original(lang) }
    }

    /// The bare text, for as long as the [`Edition`](crate::Edition) that gave it.
    pub fn as_str(self) -> &'a str {
        self.text
    }

    /// The language of the text as a BCP 47 tag, fit for HTML's `lang`: `nl`, `fr`, `en`, or `it` for an original title.
    pub fn lang(self) -> &'static str {
        match self.lang {
            Language::Answered(locale) => locale.as_str(),
            Language::Original(lang) => lang,
        }
    }

    /// The locale whose translation answered; `None` for a title that is quoted in its original language.
    ///
    /// It differs from the edition's own locale where a translation was missing and Dutch stood in for it.
    pub fn answered_by(self) -> Option<Locale> {
        match self.lang {
            Language::Answered(locale) => Some(locale),
            Language::Original(_) => None,
        }
    }

    /// The text with its first letter in upper case, for a heading or the start of a card.
    ///
    /// Names are stored as they stand inside a sentence (*kleine steden*). The Dutch digraph *ij* is one letter.
    ///
    /// ```
    /// use whole_comm::{Library, Locale, PlaceId};
    ///
    /// let nl = Library::embedded().edition(Locale::Dutch);
    /// assert_eq!(nl.place(PlaceId::SmallTown).name().capitalized(), "Kleine steden");
    /// ```
    pub fn capitalized(self) -> Cow<'a, str> {
        if self.lang() == "nl"
            && let Some(rest) = self.text.strip_prefix("ij")
        {
            return Cow::Owned(format!("IJ{rest}"));
        }
        let mut characters = self.text.chars();
        match characters.next() {
            Some(first) if first.is_lowercase() => {
                Cow::Owned(first.to_uppercase().chain(characters).collect::<String>())
            }
            _ => Cow::Borrowed(self.text),
        }
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        self.text
    }
}

impl PartialEq<str> for Text<'_> {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for Text<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text)
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} ({})", self.text, self.lang())
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_struct("Text", 2)?;
        document.serialize_field("text", self.text)?;
        document.serialize_field("lang", self.lang())?;
        document.end()
    }
}

/// A text that was put together with an application's own arguments, and so is owned.
///
/// What [`Edition::label_with`](crate::Edition::label_with) returns. Borrow it as a [`Text`] with
/// [`as_text`](Self::as_text).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TextBuf {
    text: String,
    lang: Language,
}

impl TextBuf {
    pub(crate) fn answered(text: String, locale: Locale) -> Self {
        Self { text, lang: Language::Answered(locale) }
    }

    /// The same text, borrowed.
    pub fn as_text(&self) -> Text<'_> {
        Text { text: &self.text, lang: self.lang }
    }

    /// The bare text.
    pub fn into_string(self) -> String {
        self.text
    }
}

impl Deref for TextBuf {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for TextBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl Serialize for TextBuf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_text().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_is_raised_and_nothing_else() {
        let cases = [
            ("nl", "kleine steden", "Kleine steden"),
            ("nl", "ijzerindustrie", "IJzerindustrie"),
            ("en", "ijzer", "Ijzer"),
            ("fr", "édition", "Édition"),
            ("fr", "« x »", "« x »"),
            ("en", "MATILDE", "MATILDE"),
            ("en", "", ""),
        ];
        for (lang, given, expected) in cases {
            assert_eq!(Text::original(given, lang).capitalized(), expected);
        }
    }

    #[test]
    fn a_text_serialises_with_its_language() {
        let text = Text::answered("Wallonie", Locale::French);
        assert_eq!(serde_json::to_string(&text).unwrap(), r#"{"text":"Wallonie","lang":"fr"}"#);
        let owned = TextBuf::answered("Wallonie".to_owned(), Locale::French);
        assert_eq!(serde_json::to_string(&owned).unwrap(), r#"{"text":"Wallonie","lang":"fr"}"#);
        assert_eq!(format!("[{text:>10}]"), "[  Wallonie]");
    }
}
