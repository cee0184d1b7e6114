//! What an entry says, and what stands outside of entries, as numbers to compare.

use crate::digest::Digest;
use crate::model::{EntryRef, FileRef, PatternRef};
use crate::source::{Source, Span};
use crate::suppression::has_marker;

/// What an entry says: its value and its attributes, in whatever order, and which findings its comment keeps quiet.
pub(super) fn wording(entry: EntryRef<'_>) -> Digest {
    let said = units(entry, |pattern| Digest::EMPTY.pattern(pattern));
    let comment = entry.comment().map(|comment| entry.file().slice(comment)).unwrap_or_default();
    if has_marker(comment) { said.separator().words(comment) } else { said }
}

/// What those depend on who refer to an entry: all but its words.
pub(super) fn shape(entry: EntryRef<'_>) -> Digest {
    units(entry, |pattern| Digest::EMPTY.shape(pattern))
}

fn units(entry: EntryRef<'_>, digest: impl Fn(PatternRef<'_>) -> Digest) -> Digest {
    let mut units: Vec<(Option<&str>, Digest)> =
        entry.units().map(|(name, pattern)| (name, digest(pattern))).collect();
    // Of two attributes of one name the last counts, so their order stays.
    units.sort_by_key(|(name, _)| *name);
    units.into_iter().fold(Digest::EMPTY, |all, (name, unit)| {
        all.bytes(name.unwrap_or_default().bytes()).separator().bytes(unit.get().to_le_bytes())
    })
}

/// Where what is around an offset stands: a part that is no Fluent, a comment, or else the line with its end.
pub(super) fn place(file: FileRef<'_>, offset: u32) -> Place {
    let comment = file.entry_at(offset).and_then(EntryRef::comment);
    if let Some(span) = comment.filter(|comment| offset < comment.end).or_else(|| file.rest_at(offset)) {
        return Place { span, is_line: false };
    }
    let source = file.source();
    let number = source.position(offset).line;
    let mut span = source.lines().line_span(source.text(), number);
    let rest = source.text().get(span.start as usize..).unwrap_or_default();
    let length = rest.split_inclusive('\n').next().map_or(0, str::len);
    span.end = span.start.saturating_add(u32::try_from(length).unwrap_or(u32::MAX));
    Place { span, is_line: true }
}

/// A part of a file outside of what its entries say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Place {
    span: Span,
    is_line: bool,
}

/// What stands there.
pub(super) fn block(file: FileRef<'_>, place: Place) -> Digest {
    let text = file.slice(place.span);
    if place.is_line { line(text, is_crlf(file.source())) } else { Digest::EMPTY.words(text) }
}

/// All that [`block`] can find in a file.
pub(super) fn blocks(file: FileRef<'_>) -> impl Iterator<Item = Digest> {
    let comments = file.entries().filter_map(EntryRef::comment);
    let comments = comments.chain(file.comments().iter().map(|comment| comment.span));
    let spans = comments.chain(file.errors().iter().map(|error| error.entry));
    let words = spans.map(move |span| Digest::EMPTY.words(file.slice(span)));
    let is_crlf = is_crlf(file.source());
    let lines = file.source().text().split_inclusive('\n').map(move |text| line(text, is_crlf));
    words.chain(lines)
}

/// A line with its end; where all lines end in CRLF that is as good as LF, as version control may have put it there.
fn line(text: &str, is_crlf: bool) -> Digest {
    let crlf = text.strip_suffix("\r\n").filter(|_| is_crlf);
    let content = crlf.or_else(|| text.strip_suffix('\n'));
    Digest::EMPTY.bytes(content.unwrap_or(text).bytes()).separator().bytes([u8::from(content.is_some())])
}

/// Whether all lines end in CRLF.
fn is_crlf(source: &Source) -> bool {
    let bytes = source.text().as_bytes();
    let mut ends = memchr::memchr_iter(b'\n', bytes).peekable();
    ends.peek().is_some()
        && ends.all(|end| end.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'\r'))
}

/// Whether two files say the same but for the way in which all of their lines end.
pub(super) fn is_same(now: &Source, then: &Source) -> bool {
    if now.invalid().len() != then.invalid().len() {
        return false;
    }
    match (is_crlf(now), is_crlf(then)) {
        (true, false) => now.text().replace("\r\n", "\n") == then.text(),
        (false, true) => now.text() == then.text().replace("\r\n", "\n"),
        _ => now.text() == then.text(),
    }
}
