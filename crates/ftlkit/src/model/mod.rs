//! What a file says: its entries, and what each of their patterns uses.
//!
//! A model holds no text, only places in the text, and keeps all of one kind in one list: a file with a
//! thousand messages costs about ten allocations. Rules see it through [`FileRef`], [`EntryRef`] and
//! [`PatternRef`]. Every use remembers the variant it stands in, so that rules can ask what each variant
//! of a pattern does.

mod build;
mod features;
mod lower;
mod markup;
mod place;
mod scripts;
mod view;

use std::num::NonZeroU32;

pub use features::Features;
pub(crate) use features::Numbers;
pub use markup::{Tag, TagKind};
pub use view::{EntryRef, FileRef, PatternRef};

use crate::hash::Map;
use crate::source::Span;
use crate::syntax::{Refused, SyntaxError};

/// One file, understood.
#[derive(Debug, Default)]
pub struct Model {
    pub(crate) entries: Vec<Entry>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) uses: Uses,
    pub(crate) comments: Vec<Comment>,
    /// What its patterns hold, taken together.
    pub(crate) features: Features,
    pub(crate) broken: Vec<Broken>,
    /// For entries with many attributes: these, sorted by name.
    pub(crate) sorted_attributes: Map<u32, Vec<u32>>,
    pub(crate) errors: Vec<SyntaxError>,
    /// The entries that were not parsed.
    pub(crate) refused: Vec<Refused>,
    pub(crate) too_large: Option<u64>,
    pub(crate) unreadable: bool,
}

/// Everything that the patterns of a file use, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Uses {
    pub(crate) placeables: Vec<Placeable>,
    pub(crate) texts: Vec<Text>,
    pub(crate) variables: Vec<Variable>,
    pub(crate) references: Vec<Reference>,
    pub(crate) calls: Vec<Call>,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) selects: Vec<Select>,
    pub(crate) variants: Vec<Variant>,
    pub(crate) tags: Vec<Tag>,
}

/// How far each list of [`Uses`] had come when a pattern began.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Marks {
    pub(crate) placeables: u32,
    pub(crate) texts: u32,
    pub(crate) variables: u32,
    pub(crate) references: u32,
    pub(crate) calls: u32,
    pub(crate) selects: u32,
    pub(crate) variants: u32,
    pub(crate) tags: u32,
}

/// A message or a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A message, which an application asks for.
    Message,
    /// A term, which only other entries refer to.
    Term,
}

#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) kind: EntryKind,
    /// The id, with the dash of a term.
    pub(crate) id: Span,
    /// From the id to the end of the last pattern.
    pub(crate) span: Span,
    pub(crate) comment: Option<Lines>,
    pub(crate) value: Option<Index>,
    pub(crate) attributes: (u32, u32),
    /// Whether several of these have one name.
    pub(crate) repeats_attributes: bool,
}

/// The lines of a comment, from the first `#` to the end of the last line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lines(pub(crate) Span);

#[derive(Debug)]
pub(crate) struct Attribute {
    pub(crate) id: Span,
    pub(crate) pattern: Index,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Pattern {
    pub(crate) span: Span,
    pub(crate) marks: Marks,
    pub(crate) features: Features,
    /// The placeables shown at once, in the variants that show the most.
    pub(crate) shown: u32,
}

/// A place in a list of the model; a variant in which something stands, for example.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Index(NonZeroU32);

impl Index {
    /// The index of the element that is at `position`.
    pub(crate) fn new(position: usize) -> Self {
        // A list is shorter than its file is long, and files have fewer than 2³² bytes.
        Self(
            u32::try_from(position)
                .ok()
                .and_then(|position| NonZeroU32::MIN.checked_add(position))
                .unwrap_or(NonZeroU32::MAX),
        )
    }

    pub(crate) fn get(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// What something in a placeable is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It is shown: `{ $x }`.
    Shown,
    /// It selects a variant: `{ $x -> … }`.
    Selector,
    /// It is handed to a function that is shown: `{ NUMBER($x) }`.
    Argument,
    /// It is handed to a function that selects a variant: `{ NUMBER($x) -> … }`.
    SelectorArgument,
}

impl Role {
    /// Whether it only helps to select a variant.
    pub fn selects(self) -> bool {
        matches!(self, Self::Selector | Self::SelectorArgument)
    }
}

/// `{ … }`, with its braces.
#[derive(Debug, Clone, Copy)]
pub struct Placeable {
    /// From `{` to `}`.
    pub span: Span,
    /// The innermost variant around it.
    pub variant: Option<Index>,
}

/// A run of text, on one line or part of one, or a literal in a placeable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// The text; of a string literal what stands between the quotes, escapes not resolved.
    pub span: Span,
    /// What kind of text.
    pub kind: TextKind,
    /// The innermost variant around it.
    pub variant: Option<Index>,
}

/// Where a text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// Text of the pattern.
    Plain,
    /// A string literal that is shown: `{ "text" }`.
    String,
    /// A number literal that is shown: `{ 5 }`.
    Number,
}

/// A use of a variable.
#[derive(Debug, Clone, Copy)]
pub struct Variable {
    /// The name, without `$`.
    pub name: Span,
    /// What it is there for.
    pub role: Role,
    /// The innermost variant around it.
    pub variant: Option<Index>,
}

/// A reference to a message or a term.
#[derive(Debug, Clone, Copy)]
pub struct Reference {
    /// What is referred to.
    pub kind: EntryKind,
    /// The id, with the dash of a term.
    pub id: Span,
    /// The attribute.
    pub attribute: Option<Span>,
    /// What it is there for.
    pub role: Role,
    /// The innermost variant around it.
    pub variant: Option<Index>,
    pub(crate) arguments: (u32, u32),
}

/// A call of a function.
#[derive(Debug, Clone, Copy)]
pub struct Call {
    /// The name of the function.
    pub function: Span,
    /// What it is there for.
    pub role: Role,
    /// The innermost variant around it.
    pub variant: Option<Index>,
    pub(crate) arguments: (u32, u32),
}

/// An argument of a call, or of a reference to a term.
#[derive(Debug, Clone, Copy)]
pub struct Argument {
    /// The name of a named argument.
    pub name: Option<Span>,
    /// The value: a literal (without quotes), or the name of what is used (without `$`).
    pub value: Span,
    /// What the value is.
    pub kind: ArgumentKind,
}

/// What is handed to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentKind {
    /// `"text"`
    String,
    /// `5`
    Number,
    /// `$name`
    Variable,
    /// A reference, a call or a placeable.
    Other,
}

/// `{ selector -> … }`
#[derive(Debug, Clone, Copy)]
pub struct Select {
    /// The selector: the name of a variable without `$`, of a function, of a term, or a literal.
    pub selector: Span,
    /// What the selector is.
    pub kind: SelectorKind,
    /// The variant around the whole selection.
    pub variant: Option<Index>,
    /// Its own place, by which its variants name it.
    pub index: Index,
    /// Where its variants stand in the list of all variants, those of selections inside them included.
    pub(crate) variants: (u32, u32),
}

/// What selects a variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SelectorKind {
    /// `$count`
    Variable,
    /// `NUMBER($count)`; the call is in the list of calls, with [`Role::Selector`].
    Call,
    /// `-term.attribute`
    Term,
    /// A string or a number.
    Literal,
}

/// `[key] pattern`
#[derive(Debug, Clone, Copy)]
pub struct Variant {
    /// The key, without brackets.
    pub key: Span,
    /// Whether the key is a number.
    pub numeric: bool,
    /// Whether it is the default.
    pub default: bool,
    /// Its pattern.
    pub value: Span,
    /// The selection it belongs to.
    pub select: Index,
    /// The variant around that selection.
    pub parent: Option<Index>,
    /// Its own place, by which what stands in it names it.
    pub index: Index,
}

/// A comment that belongs to no entry.
#[derive(Debug, Clone, Copy)]
pub struct Comment {
    /// Which kind.
    pub kind: CommentKind,
    /// The whole comment.
    pub span: Span,
}

/// Which part of a file a comment speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentKind {
    /// `#`, with a blank line after it.
    Standalone,
    /// `##`
    Group,
    /// `###`
    Resource,
}

/// An id that a syntax error has swallowed: it is known to be there, and nothing more.
#[derive(Debug, Clone, Copy)]
pub struct Broken {
    /// The id, with the dash of a term.
    pub id: Span,
    /// The attribute, where only that is lost.
    pub attribute: Option<Span>,
}
