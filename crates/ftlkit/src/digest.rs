//! What a text says, as one number: the same on every machine and in every version.
//!
//! The number is the FNV-1a hash, of 64 bits, of the text in a form that only its content decides: line ends are
//! LF, the indentation that Fluent takes away is gone, and so are the blanks between the signs of a placeable.

use crate::model::PatternRef;
use crate::source::Span;

/// The hash of what was added so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Digest(u64);

impl Digest {
    pub(crate) const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    /// Adds bytes as they are.
    pub(crate) fn bytes(self, bytes: impl IntoIterator<Item = u8>) -> Self {
        let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Self(bytes.into_iter().fold(self.0, add))
    }

    /// Adds what no text holds, so that two texts are not taken for one.
    pub(crate) fn separator(self) -> Self {
        self.bytes([0xff])
    }

    /// Adds a pattern: its texts as they are shown, and its placeables without the blanks between their signs.
    pub(crate) fn pattern(self, pattern: PatternRef<'_>) -> Self {
        self.parts(pattern, true)
    }

    /// Adds what a pattern is made of, and not its words.
    pub(crate) fn shape(self, pattern: PatternRef<'_>) -> Self {
        self.parts(pattern, false)
    }

    fn parts(mut self, pattern: PatternRef<'_>, with_texts: bool) -> Self {
        let mut done = pattern.span().start;
        let mut quoted = false;
        for text in pattern.texts() {
            self = self.signs(pattern.slice(Span::new(done, text.span.start)), &mut quoted);
            if with_texts {
                self = self.bytes(pattern.slice(text.span).bytes().filter(|byte| *byte != b'\r'));
            }
            done = text.span.end;
        }
        self.signs(pattern.slice(Span::new(done, pattern.span().end)), &mut quoted)
    }

    /// Adds the signs of placeables. Blanks count only in string literals, whose text may lie between two calls.
    fn signs(self, signs: &str, quoted: &mut bool) -> Self {
        let mut escaped = false;
        self.bytes(signs.bytes().filter(|byte| {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = *quoted,
                b'"' => *quoted = !*quoted,
                _ => {}
            }
            *quoted || !byte.is_ascii_whitespace()
        }))
    }

    /// Adds the words of what is no pattern, with one space between them.
    pub(crate) fn words(mut self, text: &str) -> Self {
        for (index, word) in text.split_ascii_whitespace().enumerate() {
            self = self.bytes((index > 0).then_some(b' ')).bytes(word.bytes());
        }
        self
    }

    pub(crate) fn get(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FileRef, Model};
    use crate::source::Source;
    use crate::syntax::Limits;

    fn digest(text: &str) -> u64 {
        let source = Source::new("a.ftl", text.to_owned());
        let model = Model::new(&source, &Limits::default());
        let (_, _, pattern) = FileRef::new(&source, &model, 0).patterns().next().unwrap();
        Digest::EMPTY.pattern(pattern).get()
    }

    const TEXT: &str = "a = Hello, { $name }!\n    You have { $n ->\n        [one] one \"file\"\n       *[other] { NUMBER($n, style: \"a b\") } files\n    }\n";

    #[test]
    fn layout_does_not_matter() {
        let same = [
            TEXT.replace('\n', "\r\n"),
            TEXT.replace("\n    ", "\n      "),
            TEXT.replace("a = ", "a =\n\n    "),
            TEXT.replace("{ ", "{").replace("($n, ", "( $n ,  "),
            TEXT.replace("       *[", "  *[").replace("        [one] ", "[one]\n            "),
            format!("# A comment\n{TEXT}\nb = B\n"),
        ];
        for text in &same {
            assert_eq!(digest(TEXT), digest(text), "{text}");
        }
    }

    #[test]
    fn content_does() {
        let mut seen = vec![digest(TEXT)];
        let different = [
            ("Hello, ", "Hello,"),
            ("Hello", "hello"),
            ("!\n    You", "!You"),
            ("!\n    You", "! You"),
            ("$name", "$nmae"),
            ("[one]", "[two]"),
            ("*[other]", "*[many]"),
            ("a b", "ab"),
            ("one \"file\"", "one\"file\""),
            ("files", "\n            files"),
        ];
        for (from, to) in different {
            let text = TEXT.replace(from, to);
            assert!(!seen.contains(&digest(&text)), "{text}");
            seen.push(digest(&text));
        }
    }

    /// Files that are kept hold these numbers.
    #[test]
    fn the_numbers_stay() {
        assert_eq!(Digest::EMPTY.bytes(*b"foobar").get(), 0x8594_4171_f739_67e8);
        assert_eq!(digest(TEXT), 1_671_257_749_754_485_630);
        assert_eq!(Digest::EMPTY.words(" a\r\n\tb ").get(), Digest::EMPTY.bytes(*b"a b").get());
    }
}
