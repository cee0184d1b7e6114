//! The text of a file, and places in it.

mod lines;

use std::sync::{Arc, OnceLock};

pub use lines::{LineIndex, Position};

/// A range of bytes in a file: the start is inside, the end is not.
///
/// Files larger than [`Limits::file_size`](crate::Limits) are never read, so 32 bits are enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end`.
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// An empty span at `offset`.
    pub fn at(offset: u32) -> Self {
        Self { start: offset, end: offset }
    }

    /// The number of bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Its offsets, to take that part of a text.
    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// One file: its path as shown to people, and its text.
///
/// ```
/// use ftlkit::Source;
///
/// let source = Source::new("nl/main.ftl", "hallo = Hallo\n".to_owned());
/// let position = source.lines().position(source.text(), 8);
/// assert_eq!((position.line, position.column), (1, 9));
/// ```
#[derive(Debug)]
pub struct Source {
    path: Arc<str>,
    text: String,
    invalid: Vec<Span>,
    lines: OnceLock<LineIndex>,
}

impl Source {
    /// A file with a text that is known to be UTF-8.
    pub fn new(path: impl Into<Arc<str>>, text: String) -> Self {
        Self { path: path.into(), text, invalid: Vec::new(), lines: OnceLock::new() }
    }

    /// A file from its bytes.
    ///
    /// Each byte that is not UTF-8 becomes one `?`, so that offsets stay those of the file and the
    /// rest of it can still be checked; [`invalid`](Self::invalid) tells where that happened.
    pub fn from_bytes(path: impl Into<Arc<str>>, bytes: &[u8]) -> Self {
        let (text, invalid) = match utf8(bytes) {
            Some(text) => (text.to_owned(), Vec::new()),
            None => substitute(bytes),
        };
        Self { invalid, ..Self::new(path, text) }
    }

    /// The path as shown in diagnostics: relative to the working directory, with `/`.
    pub fn path(&self) -> &Arc<str> {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span; empty where the span does not fit the text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Where bytes were not UTF-8.
    pub fn invalid(&self) -> &[Span] {
        &self.invalid
    }

    /// Whether the file is rather UTF-16: it is full of NUL bytes, and so are no other texts.
    pub fn is_utf16(&self) -> bool {
        let head = self.text.as_bytes().get(..1024).unwrap_or(self.text.as_bytes());
        let marked = head.starts_with(b"??") && self.invalid.len() >= 2;
        let zeros = memchr::memchr_iter(0, head).count();
        zeros * if marked { 16 } else { 3 } > head.len()
    }

    /// How most of its lines end: in CR LF, or in LF where both are as frequent.
    pub fn line_end(&self) -> &'static str {
        let all = memchr::memchr_iter(b'\n', self.text.as_bytes()).count();
        let crlf = memchr::memmem::find_iter(self.text.as_bytes(), b"\r\n").count();
        if crlf * 2 > all { "\r\n" } else { "\n" }
    }

    /// A text whose lines end as those of this file.
    pub(crate) fn with_own_lines(&self, text: String) -> String {
        if !text.contains('\n') || self.line_end() == "\n" {
            return text;
        }
        text.replace("\r\n", "\n").replace('\n', "\r\n")
    }

    /// The index of lines, built when it is first asked for.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// The line and column of an offset.
    pub fn position(&self, offset: u32) -> Position {
        self.lines().position(&self.text, offset)
    }
}

#[cfg(feature = "simd")]
fn utf8(bytes: &[u8]) -> Option<&str> {
    simdutf8::basic::from_utf8(bytes).ok()
}

#[cfg(not(feature = "simd"))]
fn utf8(bytes: &[u8]) -> Option<&str> {
    str::from_utf8(bytes).ok()
}

fn substitute(bytes: &[u8]) -> (String, Vec<Span>) {
    let mut text = String::with_capacity(bytes.len());
    let mut invalid = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let length = chunk.invalid().len();
        if length > 0 {
            // Files larger than 4 GiB are never read, so the cast keeps the value.
            let start = u32::try_from(text.len()).unwrap_or(u32::MAX);
            text.extend(std::iter::repeat_n('?', length));
            invalid.push(Span::new(start, u32::try_from(text.len()).unwrap_or(u32::MAX)));
        }
    }
    (text, invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invalid_bytes_keep_the_offsets_of_the_file() {
        let source = Source::from_bytes("x.ftl", b"a = \xff\xfe b\nc = d\n");
        assert_eq!(source.text(), "a = ?? b\nc = d\n");
        assert_eq!(source.invalid(), [Span::new(4, 5), Span::new(5, 6)]);
    }

    #[test]
    fn a_span_outside_the_text_is_empty() {
        let source = Source::new("x.ftl", "é".to_owned());
        assert_eq!(source.slice(Span::new(0, 1)), "");
        assert_eq!(source.slice(Span::new(0, 9)), "");
        assert_eq!(source.slice(Span::new(0, 2)), "é");
    }
}
