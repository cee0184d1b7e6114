//! Where a fact comes from: the lines of the page, and what was done to them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A list that is constant in this crate, and owned where it was deserialised.
pub type List<T> = Cow<'static, [T]>;

/// A string that is constant in this crate, and owned where it was deserialised.
pub type Str = Cow<'static, str>;

pub(crate) const fn slice<T: Clone>(items: &'static [T]) -> List<T> {
    Cow::Borrowed(items)
}

pub(crate) const fn str(text: &'static str) -> Str {
    Cow::Borrowed(text)
}

/// What an entity rests on: where it stands on [the page](https://whole-comm.eu/belgium-dutch/), and what did not come from there.
///
/// ```
/// use whole_comm::{ChallengeId, EntityId};
///
/// let provenance = ChallengeId::UkrainianArrivals.provenance();
/// assert_eq!((provenance.lines[0].first, provenance.lines[0].last), (23, 23));
/// assert_eq!(provenance.emended[0].printed, "uit alle EU-lidstaten");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Provenance {
    /// The lines of the page, in ascending order.
    pub lines: List<Lines>,
    /// Where the page was corrected; usually empty.
    pub emended: List<Emendation>,
    /// Where the page breaks off in the middle of a sentence; usually it does not.
    pub truncated: Option<Truncation>,
    /// The names of the data fields that come from outside the page; each is an [`External`] that names its source.
    pub external: List<Str>,
    /// What to know before the entity is quoted, in English: a contradiction of the page, or what it leaves open.
    pub notes: List<Str>,
}

pub(crate) const fn provenance(lines: List<Lines>, notes: List<Str>) -> Provenance {
    Provenance { lines, emended: slice(&[]), truncated: None, external: slice(&[]), notes }
}

/// A constant list. Unlike [`slice`] it takes calls of constant functions as items.
macro_rules! list {
    ($($item:expr),* $(,)?) => {
        std::borrow::Cow::Borrowed(const { &[$($item),*] })
    };
}
pub(crate) use list;

/// What rests on these lines, without any remark.
macro_rules! page {
    ($($lines:expr),+ $(,)?) => {
        crate::provenance::provenance(crate::provenance::list![$($lines),+], crate::provenance::list![])
    };
}
pub(crate) use page;

/// What rests on these lines, with remarks: strings in English.
macro_rules! remarked {
    ([$($lines:expr),+ $(,)?], $notes:ident) => {
        crate::provenance::provenance(crate::provenance::list![$($lines),+], crate::provenance::slice($notes))
    };
    ([$($lines:expr),+ $(,)?], [$($note:expr),* $(,)?] $(,)?) => {
        crate::provenance::provenance(
            crate::provenance::list![$($lines),+],
            crate::provenance::list![$($note),*],
        )
    };
}
pub(crate) use remarked;

/// A run of lines of the page, counted from 1, both ends included.
///
/// The lines are those of the page as plain text: a heading or a paragraph is one line, and the empty lines between them count. Line
/// 1 is the title, and line 13 heads the part on the regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Lines {
    /// The first line.
    pub first: u16,
    /// The last line; the first one again where it is a single line.
    pub last: u16,
}

/// A single line of the page.
pub(crate) const fn line(line: u16) -> Lines {
    Lines { first: line, last: line }
}

/// Several lines of the page that follow each other.
pub(crate) const fn lines(first: u16, last: u16) -> Lines {
    Lines { first, last }
}

/// A correction of the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Emendation {
    /// The line of the page, counted as in [`Lines`].
    pub line: u16,
    /// The few words as they are printed there, in Dutch or, where the page is, in English.
    pub printed: Str,
    /// The same words as they are read here, in the same language.
    pub read: Str,
}

pub(crate) const fn emendation(line: u16, printed: &'static str, read: &'static str) -> Emendation {
    Emendation { line, printed: str(printed), read: str(read) }
}

/// A place where the page breaks off in the middle of a sentence. Nothing that follows it was made up.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Truncation {
    /// The line of the page, counted as in [`Lines`].
    pub line: u16,
    /// The last words before the break, in the language of the line.
    pub after: Str,
}

pub(crate) const fn truncation(line: u16, after: &'static str) -> Truncation {
    Truncation { line, after: str(after) }
}

/// A fact that does not stand on the page, with the public source that confirms it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct External<T> {
    /// The fact.
    pub value: T,
    /// The source: an address without its scheme, such as `cordis.europa.eu/project/id/101004714`.
    pub source: Str,
}

pub(crate) const fn external(value: &'static str, source: &'static str) -> External<Str> {
    External { value: str(value), source: str(source) }
}

/// An entity's data, and what they rest on.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record<D> {
    pub(crate) data: D,
    pub(crate) provenance: Provenance,
}
