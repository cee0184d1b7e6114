//! From a source to its model.

use std::cell::Cell;

use fluent_syntax::ast;

use super::lower::Lowering;
use super::{Attribute, Broken, Comment, CommentKind, Entry, EntryKind, Index, Lines, Model, Pattern, Uses};
use crate::source::{Source, Span};
use crate::syntax::{self, Guarded, Limits, Piece, Refused};

/// From how many attributes on an entry's are sorted, so that finding one stays cheap.
pub(super) const MANY_ATTRIBUTES: usize = 16;

thread_local! {
    /// Lists that grow once a thread and not once a file.
    static SCRATCH: Cell<(Uses, Vec<Pattern>)> = Cell::default();
}

/// A copy that is no larger than it must be; the list is emptied, and kept unless it has become very large.
fn take<T: Copy>(list: &mut Vec<T>) -> Vec<T> {
    let copy = list.as_slice().to_vec();
    list.clear();
    list.shrink_to(1 << 16);
    copy
}

impl Uses {
    fn take(&mut self) -> Self {
        Self {
            placeables: take(&mut self.placeables),
            texts: take(&mut self.texts),
            variables: take(&mut self.variables),
            references: take(&mut self.references),
            calls: take(&mut self.calls),
            arguments: take(&mut self.arguments),
            selects: take(&mut self.selects),
            variants: take(&mut self.variants),
            tags: take(&mut self.tags),
        }
    }
}

impl Model {
    /// Parses and analyses a source. The tree of the parser is gone when this returns.
    pub fn new(source: &Source, limits: &Limits) -> Self {
        if source.is_utf16() {
            return Self::unreadable();
        }
        let guarded = Guarded::new(source.text(), limits);
        let text: &str = &guarded.text;
        let parsed = syntax::parse(&guarded, limits);
        let mut model = Self { errors: parsed.errors, ..Self::default() };
        model.entries.reserve_exact(parsed.body.len());
        let (uses, patterns) = SCRATCH.take();
        let mut lowering = Lowering::new(text, uses, patterns);
        // Each part of the tree goes when it was looked at: the lists of the model take its place in memory.
        for entry in parsed.body {
            match &entry {
                ast::Entry::Message(message) => model.entry(
                    &mut lowering,
                    EntryKind::Message,
                    &message.id,
                    message.value.as_ref(),
                    &message.attributes,
                    message.comment.as_ref(),
                ),
                ast::Entry::Term(term) => model.entry(
                    &mut lowering,
                    EntryKind::Term,
                    &term.id,
                    Some(&term.value),
                    &term.attributes,
                    term.comment.as_ref(),
                ),
                ast::Entry::Comment(comment) => model.comment(text, CommentKind::Standalone, comment),
                ast::Entry::GroupComment(comment) => model.comment(text, CommentKind::Group, comment),
                ast::Entry::ResourceComment(comment) => model.comment(text, CommentKind::Resource, comment),
                ast::Entry::Junk { content } => model.junk(text, content.span_in(text)),
            }
        }
        model.features = lowering.features();
        let (mut uses, mut patterns) = lowering.finish();
        (model.uses, model.patterns) = (uses.take(), take(&mut patterns));
        SCRATCH.set((uses, patterns));
        model.attributes.shrink_to_fit();
        model.refuse(guarded.refused);
        model
    }

    /// Remembers which ids are lost in entries that were not parsed.
    fn refuse(&mut self, refused: Vec<Refused>) {
        if refused.is_empty() {
            return;
        }
        self.broken.extend(refused.iter().map(|refused| Broken { id: refused.id, attribute: None }));
        self.broken.sort_by_key(|broken| broken.attribute.unwrap_or(broken.id));
        self.refused = refused;
    }

    /// The model of a file that is larger than the limit, and was not read.
    pub fn too_large(size: u64) -> Self {
        Self { too_large: Some(size), ..Self::default() }
    }

    /// The model of a file that could not be read.
    pub fn unreadable() -> Self {
        Self { unreadable: true, ..Self::default() }
    }

    /// The number of values and attributes of messages.
    pub fn unit_count(&self) -> usize {
        let messages = self.entries.iter().filter(|entry| entry.kind == EntryKind::Message);
        messages
            .map(|entry| {
                usize::from(entry.value.is_some()) + (entry.attributes.1 - entry.attributes.0) as usize
            })
            .sum()
    }

    fn entry<'s>(
        &mut self,
        lowering: &mut Lowering<'s>,
        kind: EntryKind,
        id: &ast::Identifier<Piece<'_>>,
        value: Option<&ast::Pattern<Piece<'s>>>,
        attributes: &[ast::Attribute<Piece<'s>>],
        comment: Option<&ast::Comment<Piece<'_>>>,
    ) {
        let mut name = id.name.span_in(lowering.text());
        if kind == EntryKind::Term {
            name.start -= 1;
        }
        lowering.skip_to(name.end);
        let value = value.map(|value| lowering.pattern(value));
        let first = to_u32(self.attributes.len());
        for attribute in attributes {
            let id = attribute.id.name.span_in(lowering.text());
            lowering.skip_to(id.end);
            self.attributes.push(Attribute { id, pattern: lowering.pattern(&attribute.value) });
        }
        let repeats_attributes = if attributes.len() > MANY_ATTRIBUTES {
            self.sort_attributes(lowering.text(), first)
        } else {
            let mut rest = attributes.iter();
            std::iter::from_fn(|| rest.next().map(|one| (one, rest.clone())))
                .any(|(one, mut rest)| rest.any(|other| one.id.name == other.id.name))
        };
        self.entries.push(Entry {
            kind,
            id: name,
            span: Span::new(name.start, lowering.cursor()),
            comment: comment.and_then(|comment| comment_span(lowering.text(), 1, comment)).map(Lines),
            value,
            attributes: (first, to_u32(self.attributes.len())),
            repeats_attributes,
        });
    }

    /// Sorts the attributes of the entry that comes next, of equal names the last one stays last; gives whether there are
    /// equal names.
    fn sort_attributes(&mut self, text: &str, first: u32) -> bool {
        let name = |place: &u32| {
            let id = self.attributes.get(*place as usize).map(|attribute| attribute.id).unwrap_or_default();
            text.get(id.start as usize..id.end as usize).unwrap_or_default()
        };
        let mut places: Vec<u32> = (first..to_u32(self.attributes.len())).collect();
        places.sort_by(|a, b| name(a).cmp(name(b)));
        let is_one = |pair: &[u32]| matches!(pair, [one, other] if name(one) == name(other));
        let repeats = places.windows(2).any(is_one);
        self.sorted_attributes.insert(to_u32(self.entries.len()), places);
        repeats
    }

    fn comment(&mut self, text: &str, kind: CommentKind, comment: &ast::Comment<Piece<'_>>) {
        let hashes = match kind {
            CommentKind::Standalone => 1,
            CommentKind::Group => 2,
            CommentKind::Resource => 3,
        };
        self.comments.extend(comment_span(text, hashes, comment).map(|span| Comment { kind, span }));
    }

    /// Remembers which ids are lost in a part that is not Fluent.
    fn junk(&mut self, text: &str, junk: Span) {
        let content = text.get(junk.start as usize..junk.end as usize).unwrap_or_default();
        let mut offset = junk.start;
        for line in content.split_inclusive('\n') {
            let bare = line.trim_start_matches('\u{feff}');
            let start = offset + to_u32(line.len() - bare.len());
            if let Some((length, _)) = syntax::entry_id(bare.as_bytes()) {
                self.broken.push(Broken { id: Span::new(start, start + to_u32(length)), attribute: None });
            }
            offset += to_u32(line.len());
        }
        let indent = content.len() - content.trim_start_matches(' ').len();
        let attribute = content.get(indent..).and_then(|rest| rest.strip_prefix('.'));
        if let (Some(attribute), Some(entry)) = (attribute, self.entries.last())
            && let Some((length, _)) = syntax::entry_id(attribute.as_bytes())
        {
            let start = junk.start + to_u32(indent) + 1;
            let attribute = Some(Span::new(start, start + to_u32(length)));
            self.broken.push(Broken { id: entry.id, attribute });
        }
    }
}

/// From the first `#` to the end of the last line.
fn comment_span(text: &str, hashes: u32, comment: &ast::Comment<Piece<'_>>) -> Option<Span> {
    let (first, last) = (comment.content.first()?, comment.content.last()?);
    let start = first.span_in(text).start;
    // An empty line of a comment has no space after its `#`.
    let blank = u32::from(text.as_bytes().get((start as usize).checked_sub(1)?) == Some(&b' '));
    Some(Span::new(start.saturating_sub(hashes + blank), last.span_in(text).end))
}

pub(super) fn to_u32(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

pub(super) fn index_of<T>(list: &[T]) -> Index {
    Index::new(list.len())
}
