//! Which tags of a text are markup, and which only look like it.

use std::collections::BTreeSet;

use crate::model::{PatternRef, Tag, TagKind};
use crate::source::Span;

/// How many kinds of tags of one text are compared; a text with more is no text.
const KINDS: usize = 100;

/// The names of the tags of a text that are markup.
///
/// In `<file>` of a command's help nothing is closed; a tag is markup where its name is closed in the same
/// text, where it has attributes, or where it is one that needs no closing.
#[derive(Debug, Default)]
pub(in crate::rules) struct TagSet<'a> {
    names: BTreeSet<&'a str>,
}

impl<'a> TagSet<'a> {
    pub(in crate::rules) fn of(pattern: PatternRef<'a>) -> Self {
        let tags = pattern.tags();
        let named = |kind: TagKind| -> BTreeSet<&str> {
            tags.iter().filter(|tag| tag.kind == kind).map(|tag| pattern.slice(tag.name)).collect()
        };
        let closed = named(TagKind::Close);
        let is_markup = |tag: &&Tag| match tag.kind {
            TagKind::Close => false,
            TagKind::Empty => true,
            TagKind::Open => {
                let name = pattern.slice(tag.name);
                closed.contains(name) || is_break(name) || has_attribute(pattern.slice(tag.span))
            }
        };
        let markup = tags.iter().filter(is_markup).map(|tag| pattern.slice(tag.name)).take(KINDS);
        Self { names: markup.collect() }
    }

    pub(in crate::rules) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    pub(in crate::rules) fn contains(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// The names of both.
    #[must_use]
    pub(in crate::rules) fn and(&self, other: &Self) -> Self {
        Self { names: self.names.union(&other.names).copied().take(KINDS).collect() }
    }

    pub(in crate::rules) fn len(&self) -> usize {
        self.names.len()
    }

    pub(in crate::rules) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.names.iter().copied()
    }

    pub(in crate::rules) fn position(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| *known == name)
    }
}

/// Elements of HTML that stand alone and that nobody writes to mean a placeholder.
fn is_break(name: &str) -> bool {
    matches!(name, "br" | "hr" | "wbr" | "img")
}

/// Elements of HTML without an end tag.
pub(in crate::rules) fn is_void(name: &str) -> bool {
    is_break(name) || matches!(name, "input" | "meta" | "link" | "source" | "area" | "col" | "embed")
}

/// Whether a tag has `name="…"` in it.
fn has_attribute(tag: &str) -> bool {
    tag.contains("=\"") || tag.contains("='")
}

/// The key by which code finds a tag: its name, its value and the place of that.
pub(in crate::rules) fn key_of<'a>(
    pattern: PatternRef<'a>,
    tag: &Tag,
) -> Option<(&'static str, &'a str, Span)> {
    if tag.kind == TagKind::Close {
        return None;
    }
    let text = pattern.slice(tag.span);
    ["data-l10n-name", "data-l10n-id", "l10n-id"].into_iter().find_map(|name| {
        let at = text.find(name)? + name.len();
        let rest = text.get(at..)?;
        let value = rest.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let value = value.get(1..)?;
        let length = value.find(quote)?;
        let start = tag.span.start + u32::try_from(text.len() - value.len()).ok()?;
        let span = Span::new(start, start + u32::try_from(length).ok()?);
        Some((name, value.get(..length)?, span))
    })
}
