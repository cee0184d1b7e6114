//! What a pattern holds, as far as it decides which rules look at it.

use std::fmt;
use std::ops::{BitAnd, BitOr, BitOrAssign};

use super::scripts;

/// A set of things that a pattern can hold: what it uses, and which signs and scripts stand in its text.
///
/// It is made once, when the model is. Most texts are plain words, and hold nothing that most rules care for.
///
/// ```
/// use ftlkit::model::Features;
///
/// let wanted = Features::TAGS | Features::AMPERSAND;
/// assert!(wanted.meets(Features::of_text("R&D")));
/// assert!(!wanted.meets(Features::of_text("Research")));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Features(pub(super) u64);

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Features {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            const NAMES: &[(&str, Self)] = &[$((stringify!($name), Self::$name)),*];
        }
    };
}

features! {
    /// Placeables.
    PLACEABLES = 0;
    /// Variables, also those that only select.
    VARIABLES = 1;
    /// References to messages.
    MESSAGES = 2;
    /// References to terms.
    TERMS = 3;
    /// Calls of functions.
    CALLS = 4;
    /// Arguments of calls and of references to terms.
    ARGUMENTS = 5;
    /// Selections.
    SELECTS = 6;
    /// What looks like a tag of HTML or XML.
    TAGS = 7;
    /// Literals that are shown: `{ "text" }`, `{ 1 }`.
    LITERALS = 8;
    /// The text may be nothing but blanks, or there is none.
    BLANK = 9;
    /// Spaces.
    SPACE = 10;
    /// Tabs, CR, NUL and other characters that cannot be seen.
    CONTROL = 11;
    /// `"` or `'`
    QUOTES = 12;
    /// A backtick.
    BACKTICK = 13;
    /// `(`, `)`, `[`, `]`, `{` or `}`
    BRACKETS = 14;
    /// `-`
    HYPHEN = 15;
    /// `_`
    UNDERSCORE = 16;
    /// `/`
    SLASH = 17;
    /// Digits of ASCII.
    DIGITS = 18;
    /// `%`
    PERCENT = 19;
    /// `@`
    AT = 20;
    /// `:`
    COLON = 21;
    /// `;`
    SEMICOLON = 22;
    /// `.`
    PERIOD = 23;
    /// `,`
    COMMA = 24;
    /// `!` or `?`
    EXCLAMATION = 25;
    /// `&`
    AMPERSAND = 26;
    /// `<` or `>`
    ANGLES = 27;
    /// `=`
    EQUALS = 28;
    /// `¡` to `¿`, no-break spaces, soft hyphens: U+0080 to U+00BF.
    LATIN_SIGNS = 29;
    /// Letters of Latin-1: U+00C0 to U+00FF.
    LATIN_LETTERS = 30;
    /// Characters that are not of Latin, U+0300 and above.
    BEYOND_LATIN = 31;
    /// Dashes, quotes and spaces of typography and other symbols: U+2000 to U+2FFF.
    SYMBOLS = 32;
    /// Signs of Chinese and Japanese and their wide forms, and the replacement character: U+3000 to U+3FFF, U+F000 to U+FFFF.
    WIDE = 33;
    /// Anything that is not ASCII.
    NON_ASCII = 34;
    /// Characters where Unicode has no letters but those of Greek.
    GREEK = 35;
    /// Characters where Unicode has no letters but those of Cyrillic.
    CYRILLIC = 36;
    /// Characters where Unicode has no letters but those of Armenian.
    ARMENIAN = 37;
    /// Characters where Unicode has no letters but those of Hebrew.
    HEBREW = 38;
    /// Characters where Unicode has no letters but those of Arabic.
    ARABIC = 39;
    /// Characters where Unicode has no letters but those of Devanagari.
    DEVANAGARI = 40;
    /// Characters where Unicode has no letters but those of Bengali.
    BENGALI = 41;
    /// Characters where Unicode has no letters but those of Gurmukhi.
    GURMUKHI = 42;
    /// Characters where Unicode has no letters but those of Gujarati.
    GUJARATI = 43;
    /// Characters where Unicode has no letters but those of Tamil.
    TAMIL = 44;
    /// Characters where Unicode has no letters but those of Telugu.
    TELUGU = 45;
    /// Characters where Unicode has no letters but those of Kannada.
    KANNADA = 46;
    /// Characters where Unicode has no letters but those of Malayalam.
    MALAYALAM = 47;
    /// Characters where Unicode has no letters but those of Thai.
    THAI = 48;
    /// Characters where Unicode has no letters but those of Georgian.
    GEORGIAN = 49;
    /// Characters where Unicode has no letters but those of Han, which Chinese, Japanese and Korean share.
    HAN = 50;
    /// Characters where Unicode has no letters but those of Hiragana and Katakana.
    KANA = 51;
    /// Characters where Unicode has no letters but those of Hangul.
    HANGUL = 52;
    /// Characters beyond Latin where letters of several scripts stand side by side, or of one that is not named here.
    OTHER_SCRIPTS = 53;
}

impl Features {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Anything, and even nothing: [`meets`](Self::meets) is true for every pattern.
    pub const ANY: Self = Self(u64::MAX);
    /// So many there can be.
    pub(crate) const COUNT: usize = 64;
    /// References to messages and terms.
    pub const REFERENCES: Self = Self::MESSAGES.or(Self::TERMS);
    /// Letters beyond Latin, of any script; signs and combining characters that every language may have are none.
    pub const SCRIPTS: Self = Self(Self::OTHER_SCRIPTS.0 * 2 - Self::GREEK.0);
    /// Every pattern has this.
    pub(super) const PATTERN: Self = Self(1 << 63);

    /// These and others.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These, but not those.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether any of these are among others.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The numbers of those that are there.
    pub(crate) fn numbers(self) -> Numbers {
        Numbers(self.0)
    }

    /// Which signs stand in a text.
    pub fn of_text(text: &str) -> Self {
        // Two sums, so that one need not wait for the other.
        let pairs = text.as_bytes().chunks_exact(2);
        let last = pairs.remainder().iter().fold(Self::PATTERN.0, |all, byte| all | signs(*byte));
        let (even, odd) = pairs.fold((last, 0), |(even, odd), pair| match pair {
            [first, second] => (even | signs(*first), odd | signs(*second)),
            _ => (even, odd),
        });
        let held = Self(even | odd);
        if !held.meets(scripts::SHARED) {
            return held;
        }
        held.without(scripts::SHARED) | scripts::of_text(text)
    }

    /// A pattern in which nothing was found but what is known of its text.
    pub(crate) fn of_pattern(self) -> Self {
        let blank = if self.0 & INK == 0 { Self::BLANK } else { Self::NONE };
        Self(self.0 & !INK) | Self::PATTERN | blank
    }
}

/// The numbers of the bits that are set, from the lowest on.
#[derive(Debug)]
pub(crate) struct Numbers(pub(crate) u64);

impl Iterator for Numbers {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let lowest = self.0.trailing_zeros();
        self.0 &= self.0.wrapping_sub(1);
        (lowest < u64::BITS).then_some(lowest as usize)
    }
}

/// Signs that are certainly no blanks.
const INK: u64 = 1 << 62;

/// What each byte of UTF-8 tells. A character beyond ASCII is known by its first byte.
#[expect(
    clippy::indexing_slicing,
    reason = "the list has a place for every byte, and this runs in the compiler"
)]
static SIGNS: [u64; 256] = {
    let mut signs = [0; 256];
    let mut byte = u8::MAX;
    while byte > 0 {
        signs[byte as usize] = sign(byte).0;
        byte -= 1;
    }
    signs[0] = sign(0).0;
    signs
};

fn signs(byte: u8) -> u64 {
    SIGNS.get(usize::from(byte)).copied().unwrap_or_default()
}

const fn sign(byte: u8) -> Features {
    let sign = match byte {
        b' ' => return Features::SPACE,
        b'\n' => return Features::NONE,
        0..=0x1f | 0x7f => return Features::CONTROL,
        b'"' | b'\'' => Features::QUOTES,
        b'`' => Features::BACKTICK,
        b'(' | b')' | b'[' | b']' | b'{' | b'}' => Features::BRACKETS,
        b'-' => Features::HYPHEN,
        b'_' => Features::UNDERSCORE,
        b'/' => Features::SLASH,
        b'0'..=b'9' => Features::DIGITS,
        b'%' => Features::PERCENT,
        b'@' => Features::AT,
        b':' => Features::COLON,
        b';' => Features::SEMICOLON,
        b'.' => Features::PERIOD,
        b',' => Features::COMMA,
        b'!' | b'?' => Features::EXCLAMATION,
        b'&' => Features::AMPERSAND,
        b'<' | b'>' => Features::ANGLES,
        b'=' => Features::EQUALS,
        // What follows the first byte of a character.
        0x80..=0xbf => return Features::NON_ASCII,
        // The spaces of Unicode are among these.
        0xc2 => return Features::LATIN_SIGNS.or(Features::NON_ASCII),
        0xcc.. => {
            let all = Features::NON_ASCII.or(Features::BEYOND_LATIN).or(scripts::of_lead(byte));
            match byte {
                // The spaces of Unicode are among these.
                0xe1 => return all,
                0xe2 => return all.or(Features::SYMBOLS),
                0xe3 => return all.or(Features::WIDE),
                0xef => all.or(Features::WIDE),
                _ => all,
            }
        }
        0xc3 => Features::LATIN_LETTERS.or(Features::NON_ASCII),
        0xc0..=0xcb => Features::NON_ASCII,
        _ => Features::NONE,
    };
    Features(sign.0 | INK)
}

impl BitOr for Features {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl BitOrAssign for Features {
    fn bitor_assign(&mut self, other: Self) {
        *self = self.or(other);
    }
}

impl BitAnd for Features {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl fmt::Debug for Features {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = Self::NAMES.iter().filter(|(_, feature)| self.meets(*feature));
        f.debug_set().entries(held.map(|(name, _)| name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;
    use crate::source::Source;
    use crate::syntax::Limits;

    #[track_caller]
    fn check(text: &str, expected: &[Features]) {
        let source = Source::new("a.ftl", format!("a = {text}\n"));
        let model = Model::new(&source, &Limits::default());
        let expected = expected.iter().fold(Features::PATTERN, |all, feature| all | *feature);
        assert_eq!(model.patterns.first().map(|pattern| pattern.features), Some(expected), "{text}");
    }

    #[test]
    fn patterns_hold_what_they_use_and_show() {
        use Features as F;
        check("word", &[]);
        check(
            "R&D, <b>é</b>",
            &[F::AMPERSAND, F::COMMA, F::SPACE, F::ANGLES, F::SLASH, F::TAGS, F::LATIN_LETTERS, F::NON_ASCII],
        );
        check("{ $x }", &[F::PLACEABLES, F::VARIABLES, F::BLANK]);
        check("{ -t(a: \"%\") }{ b.c }", &[F::PLACEABLES, F::TERMS, F::MESSAGES, F::ARGUMENTS, F::BLANK]);
        check(r#"{ "\u00a0 " }"#, &[F::PLACEABLES, F::LITERALS, F::SPACE, F::DIGITS]);
        check("{ \" \" }", &[F::PLACEABLES, F::LITERALS, F::SPACE, F::BLANK]);
        check("{ \"\u{a0}\" }", &[F::PLACEABLES, F::LITERALS, F::LATIN_SIGNS, F::NON_ASCII, F::BLANK]);
        check(
            "{ NUMBER($n) ->\n    [one] x-y\n   *[other] { $n } 5\n}",
            &[
                F::PLACEABLES,
                F::VARIABLES,
                F::CALLS,
                F::ARGUMENTS,
                F::SELECTS,
                F::HYPHEN,
                F::SPACE,
                F::DIGITS,
            ],
        );
    }

    #[test]
    fn a_character_is_known_by_its_first_byte() {
        for (text, feature) in [
            ("\u{a0}«¿", Features::LATIN_SIGNS),
            ("Ãé", Features::LATIN_LETTERS),
            ("\u{301}яあ漢😀", Features::BEYOND_LATIN),
            ("’…\u{202f}", Features::SYMBOLS),
            ("、（\u{fffd}", Features::WIDE),
        ] {
            for character in text.chars() {
                assert!(
                    Features::of_text(&character.to_string()).meets(feature),
                    "{character:?} is not {feature:?}"
                );
            }
        }
        assert!(!Features::of_text("éŁĀȚ").meets(Features::BEYOND_LATIN));
    }
}
