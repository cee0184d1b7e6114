//! The model as rules read it: a file, an entry, a pattern, each with its text at hand.

use super::build::MANY_ATTRIBUTES;
use super::{
    Argument, Attribute, Broken, Call, Comment, Entry, EntryKind, Features, Index, Marks, Model, Pattern,
    Placeable, Reference, Select, Tag, Text, Variable, Variant,
};
use crate::source::{Source, Span};
use crate::syntax::{Refused, SyntaxError};

/// A file: its text and its model.
#[derive(Debug, Clone, Copy)]
pub struct FileRef<'a> {
    source: &'a Source,
    model: &'a Model,
    index: usize,
}

impl<'a> FileRef<'a> {
    pub(crate) fn new(source: &'a Source, model: &'a Model, index: usize) -> Self {
        Self { source, model, index }
    }

    /// Its place among the files of its locale.
    pub fn index(self) -> usize {
        self.index
    }

    /// The source.
    pub fn source(self) -> &'a Source {
        self.source
    }

    /// The text of a span.
    pub fn slice(self, span: Span) -> &'a str {
        self.source.slice(span)
    }

    /// The bytes of a span, which are compared sooner than a text is cut out.
    fn bytes(self, span: Span) -> &'a [u8] {
        self.source.text().as_bytes().get(span.range()).unwrap_or_default()
    }

    /// The messages and terms, in the order of the file.
    pub fn entries(self) -> impl ExactSizeIterator<Item = EntryRef<'a>> + Clone {
        self.model.entries.iter().enumerate().map(move |(index, entry)| EntryRef { file: self, entry, index })
    }

    /// The number of attributes of all entries.
    pub(crate) fn attribute_count(self) -> usize {
        self.model.attributes.len()
    }

    /// The entry at a place in [`entries`](Self::entries).
    pub fn entry(self, index: usize) -> Option<EntryRef<'a>> {
        self.model.entries.get(index).map(|entry| EntryRef { file: self, entry, index })
    }

    /// All its values and attributes: entry, name of the attribute, pattern.
    pub fn patterns(self) -> impl Iterator<Item = (EntryRef<'a>, Option<&'a str>, PatternRef<'a>)> {
        self.entries()
            .flat_map(|entry| entry.units().map(move |(attribute, pattern)| (entry, attribute, pattern)))
    }

    /// Those of its values and attributes that hold something.
    pub fn patterns_with(
        self,
        wanted: Features,
    ) -> impl Iterator<Item = (EntryRef<'a>, Option<&'a str>, PatternRef<'a>)> {
        let any = self.model.features.meets(wanted);
        let patterns = if any { self.model.patterns.as_slice() } else { &[] };
        let found = patterns.iter().enumerate().filter(move |(_, pattern)| pattern.features.meets(wanted));
        found.filter_map(move |(index, _)| self.place_of(Index::new(index)))
    }

    /// Where a pattern stands: entry, name of the attribute, pattern.
    fn place_of(self, index: Index) -> Option<(EntryRef<'a>, Option<&'a str>, PatternRef<'a>)> {
        let pattern = self.pattern(index)?;
        // Entries, attributes and patterns are all in the order of the text.
        let before = |entry: &Entry| entry.id.start <= pattern.span().start;
        let entry = self.entry(self.model.entries.partition_point(before).checked_sub(1)?)?;
        let attributes = entry.attribute_list();
        let after = attributes.partition_point(|attribute| attribute.pattern <= index);
        let attribute = after.checked_sub(1).and_then(|before| attributes.get(before));
        Some((entry, attribute.map(|attribute| self.slice(attribute.id)), pattern))
    }

    /// What its patterns hold, taken together.
    pub fn features(self) -> Features {
        self.model.features
    }

    /// The comments that belong to no entry.
    pub fn comments(self) -> &'a [Comment] {
        &self.model.comments
    }

    /// The syntax errors.
    pub fn errors(self) -> &'a [SyntaxError] {
        &self.model.errors
    }

    /// The ids that are lost in syntax errors.
    pub fn broken(self) -> &'a [Broken] {
        &self.model.broken
    }

    /// The first id that is lost in a part that is not Fluent.
    pub fn lost_id(self, junk: Span) -> Option<&'a str> {
        // The list is in the order of the file.
        let place = |broken: &Broken| broken.attribute.unwrap_or(broken.id);
        let first = self.model.broken.partition_point(|broken| place(broken).start < junk.start);
        let found = self.model.broken.get(first)?;
        junk.contains(place(found)).then(|| self.slice(found.id))
    }

    /// The entries that were not parsed, because they have too much of something.
    pub fn refused(self) -> &'a [Refused] {
        &self.model.refused
    }

    /// The size of a file that is too large to be read.
    pub fn too_large(self) -> Option<u64> {
        self.model.too_large
    }

    /// Whether the content is not known, so that nothing can be said to be missing in it.
    pub fn is_opaque(self) -> bool {
        self.model.too_large.is_some() || self.model.unreadable
    }

    fn pattern(self, index: Index) -> Option<PatternRef<'a>> {
        let index = index.get();
        let pattern = self.model.patterns.get(index)?;
        let end = &self.model.patterns.get(index + 1)?.marks;
        Some(PatternRef { file: self, pattern, end })
    }
}

/// A message or a term.
#[derive(Debug, Clone, Copy)]
pub struct EntryRef<'a> {
    file: FileRef<'a>,
    entry: &'a Entry,
    index: usize,
}

impl<'a> EntryRef<'a> {
    /// The file it stands in.
    pub fn file(self) -> FileRef<'a> {
        self.file
    }

    /// Its place among the entries of the file.
    pub fn index(self) -> usize {
        self.index
    }

    /// Whether it is a message or a term.
    pub fn kind(self) -> EntryKind {
        self.entry.kind
    }

    /// Whether it is a message.
    pub fn is_message(self) -> bool {
        self.entry.kind == EntryKind::Message
    }

    /// [`is_message`](Self::is_message) by reference, as filters want it.
    pub(crate) fn is_a_message(&self) -> bool {
        self.is_message()
    }

    /// Its id, with the dash of a term.
    pub fn id(self) -> &'a str {
        self.file.slice(self.entry.id)
    }

    /// Whether another entry has the same id.
    pub(crate) fn has_same_id(self, other: EntryRef<'_>) -> bool {
        let (own, others) = (self.entry.id, other.entry.id);
        own.len() == others.len() && self.file.bytes(own) == other.file.bytes(others)
    }

    /// Where its id stands.
    pub fn id_span(self) -> Span {
        self.entry.id
    }

    /// From its id to the end of its last pattern.
    pub fn span(self) -> Span {
        self.entry.span
    }

    /// Where its comment stands, `#` included.
    pub fn comment(self) -> Option<Span> {
        self.entry.comment.map(|lines| lines.0)
    }

    /// Its value.
    pub fn value(self) -> Option<PatternRef<'a>> {
        self.entry.value.and_then(|index| self.file.pattern(index))
    }

    /// Its attributes: name, place of the name, pattern.
    pub fn attributes(self) -> impl Iterator<Item = (&'a str, Span, PatternRef<'a>)> {
        self.attribute_list().iter().filter_map(move |attribute| self.view(attribute))
    }

    /// Whether it has attributes.
    pub fn has_attributes(self) -> bool {
        self.entry.attributes.0 < self.entry.attributes.1
    }

    /// The place of its first attribute among all of the file.
    pub(crate) fn first_attribute(self) -> usize {
        self.entry.attributes.0 as usize
    }

    /// Whether several attributes have one name.
    pub(crate) fn repeats_attributes(self) -> bool {
        self.entry.repeats_attributes
    }

    /// Whether another entry has attributes of the same names in the same order, each of them once.
    pub(crate) fn has_same_attributes(self, other: EntryRef<'_>) -> bool {
        let (own, others) = (self.attribute_list(), other.attribute_list());
        let is_same = |(one, two): (&Attribute, &Attribute)| {
            one.id.len() == two.id.len() && self.file.bytes(one.id) == other.file.bytes(two.id)
        };
        own.len() == others.len() && !self.entry.repeats_attributes && own.iter().zip(others).all(is_same)
    }

    fn view(self, attribute: &Attribute) -> Option<(&'a str, Span, PatternRef<'a>)> {
        Some((self.file.slice(attribute.id), attribute.id, self.file.pattern(attribute.pattern)?))
    }

    fn attribute_list(self) -> &'a [Attribute] {
        let (start, end) = self.entry.attributes;
        self.file.model.attributes.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The attribute of that name; of several the last, as an application finds it.
    pub fn attribute(self, name: &str) -> Option<PatternRef<'a>> {
        self.attribute_at(self.place_of_attribute(name, usize::MAX)?)
    }

    fn attribute_at(self, place: usize) -> Option<PatternRef<'a>> {
        self.attribute_list().get(place).and_then(|attribute| self.file.pattern(attribute.pattern))
    }

    /// The place of the attribute of that name, which may be the one given.
    pub(crate) fn place_of_attribute(self, name: &str, guess: usize) -> Option<usize> {
        let list = self.attribute_list();
        let is_named =
            |attribute: &Attribute| attribute.id.len() == name.len() && self.file.slice(attribute.id) == name;
        if !self.entry.repeats_attributes && list.get(guess).is_some_and(is_named) {
            return Some(guess);
        }
        let index = u32::try_from(self.index).unwrap_or(u32::MAX);
        let has_many = list.len() > MANY_ATTRIBUTES;
        let sorted = if has_many { self.file.model.sorted_attributes.get(&index) } else { None };
        let Some(sorted) = sorted else { return list.iter().rposition(is_named) };
        let place = |sorted: &u32| (sorted - self.entry.attributes.0) as usize;
        let after = sorted.partition_point(|sorted| {
            list.get(place(sorted)).is_some_and(|attribute| self.file.slice(attribute.id) <= name)
        });
        let found = place(sorted.get(after.checked_sub(1)?)?);
        list.get(found).is_some_and(is_named).then_some(found)
    }

    /// The value or the attribute of that name.
    pub fn unit(self, attribute: Option<&str>) -> Option<PatternRef<'a>> {
        attribute.map_or_else(|| self.value(), |name| self.attribute(name))
    }

    /// Whether it has a value.
    pub(crate) fn has_value(self) -> bool {
        self.entry.value.is_some()
    }

    /// How many values and attributes it has.
    pub(crate) fn unit_count(self) -> usize {
        usize::from(self.has_value()) + self.attribute_list().len()
    }

    /// The value and all attributes: name of the attribute, pattern.
    pub fn units(self) -> impl Iterator<Item = (Option<&'a str>, PatternRef<'a>)> {
        let value = self.value().map(|pattern| (None, pattern));
        value.into_iter().chain(self.attributes().map(|(name, _, pattern)| (Some(name), pattern)))
    }

    /// The value and all attributes, each with that of another entry, most of which has them in the same order.
    pub(crate) fn units_beside(
        self,
        other: Option<EntryRef<'a>>,
    ) -> impl Iterator<Item = (Option<&'a str>, PatternRef<'a>, Option<PatternRef<'a>>)> {
        let value = self.value().map(|pattern| (None, pattern, other.and_then(EntryRef::value)));
        let is_same = self.has_attributes() && other.is_some_and(|other| self.has_same_attributes(other));
        let mut next = 0;
        let attributes = self.attributes().map(move |(name, _, pattern)| {
            let place = |other: EntryRef<'_>| {
                if is_same { Some(next) } else { other.place_of_attribute(name, next) }
            };
            let found = other.and_then(|other| Some((other, place(other)?)));
            next = found.map_or(next, |(_, place)| place + 1);
            (Some(name), pattern, found.and_then(|(other, place)| other.attribute_at(place)))
        });
        value.into_iter().chain(attributes)
    }
}

/// The pattern of a value or of an attribute, and what it uses.
#[derive(Debug, Clone, Copy)]
pub struct PatternRef<'a> {
    file: FileRef<'a>,
    pattern: &'a Pattern,
    end: &'a Marks,
}

macro_rules! uses {
    ($($(#[$doc:meta])* $list:ident: $item:ty;)*) => {
        $($(#[$doc])*
        pub fn $list(self) -> &'a [$item] {
            let range = self.pattern.marks.$list as usize..self.end.$list as usize;
            self.file.model.uses.$list.get(range).unwrap_or_default()
        })*
    };
}

impl<'a> PatternRef<'a> {
    uses! {
        /// Its placeables, from brace to brace.
        placeables: Placeable;
        /// Its runs of text, and the literals that it shows.
        texts: Text;
        /// Its uses of variables.
        variables: Variable;
        /// Its references to messages and terms.
        references: Reference;
        /// Its calls of functions.
        calls: Call;
        /// Its selections.
        selects: Select;
        /// The variants of all its selections.
        variants: Variant;
        /// The tags in its text.
        tags: Tag;
    }

    /// The file it stands in.
    pub fn file(self) -> FileRef<'a> {
        self.file
    }

    /// From its first character to its last.
    pub fn span(self) -> Span {
        self.pattern.span
    }

    /// All of it, as it stands in the file.
    pub fn text(self) -> &'a str {
        self.file.slice(self.pattern.span)
    }

    /// What it holds.
    pub fn features(self) -> Features {
        self.pattern.features
    }

    /// The text of a span.
    pub fn slice(self, span: Span) -> &'a str {
        self.file.slice(span)
    }

    /// The span of a variable's name together with its `$`.
    pub fn with_sigil(self, name: Span) -> Span {
        Span::new(name.start.saturating_sub(1), name.end)
    }

    /// How many placeables are shown at once, in the variants that show the most.
    pub fn shown(self) -> u32 {
        self.pattern.shown
    }

    /// The number of characters of its text, all variants together.
    pub fn text_length(self) -> usize {
        self.texts().iter().map(|text| self.slice(text.span).chars().count()).sum()
    }

    /// The number of words in its text, in all variants: what stands between white space and is not only signs.
    pub fn words(self) -> usize {
        let texts = self.texts().iter().map(|text| self.slice(text.span));
        let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
        texts.map(|text| text.split_whitespace().filter(is_word).count()).sum()
    }

    /// The arguments of a call.
    pub fn call_arguments(self, call: &Call) -> &'a [Argument] {
        self.arguments(call.arguments)
    }

    /// The arguments of a reference to a term.
    pub fn reference_arguments(self, reference: &Reference) -> &'a [Argument] {
        self.arguments(reference.arguments)
    }

    /// The variants of one selection of this pattern.
    pub fn variants_of(self, select: &Select) -> impl Iterator<Item = &'a Variant> {
        let wanted = select.index;
        let (start, end) = select.variants;
        let list = self.file.model.uses.variants.get(start as usize..end as usize).unwrap_or_default();
        list.iter().filter(move |variant| variant.select == wanted)
    }

    /// Whether what stands in `inner` stands in `outer` too: always where `outer` is the whole pattern.
    pub fn is_within(self, inner: Option<Index>, outer: Option<Index>) -> bool {
        let mut current = inner;
        loop {
            if current == outer || outer.is_none() {
                return true;
            }
            let Some(index) = current else { return false };
            current = self.file.model.uses.variants.get(index.get()).and_then(|variant| variant.parent);
        }
    }

    fn arguments(self, (start, end): (u32, u32)) -> &'a [Argument] {
        self.file.model.uses.arguments.get(start as usize..end as usize).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;
    use crate::syntax::Limits;

    #[test]
    fn units_stand_beside_those_of_the_same_name() {
        let many: String = ('a'..='z').flat_map(|name| [name, ' ']).collect();
        let turned: String = ('a'..='y').rev().flat_map(|name| [name, ' ']).collect();
        let repeated = format!("{turned} c {turned}");
        let lists = ["", "a", "a b c", "c b", "b b a b", "x a y", &many, &turned, &repeated];
        let mut text = String::new();
        for (number, list) in lists.iter().enumerate() {
            writeln!(text, "m{number} = value {number}").unwrap();
            for (at, name) in list.split_whitespace().enumerate() {
                writeln!(text, "    .{name} = {at}").unwrap();
            }
        }
        writeln!(text, "n =\n    .b = b").unwrap();
        let source = Source::new("a.ftl", text);
        let model = Model::new(&source, &Limits::default());
        let file = FileRef::new(&source, &model, 0);
        assert_eq!(file.entries().len(), lists.len() + 1);
        let span = |pattern: PatternRef<'_>| pattern.span();
        for (one, other) in file.entries().flat_map(|one| file.entries().map(move |other| (one, other))) {
            for (attribute, pattern, beside) in one.units_beside(Some(other)) {
                let named = |(name, pattern)| (name == attribute).then_some(pattern);
                let expected = other.units().filter_map(named).last();
                assert_eq!(
                    beside.map(span),
                    expected.map(span),
                    "{attribute:?} of {} in {}",
                    one.id(),
                    other.id()
                );
                assert_eq!(other.unit(attribute).map(span), expected.map(span));
                let named =
                    file.patterns_with(pattern.features()).find(|(.., found)| span(*found) == span(pattern));
                assert_eq!(named.map(|(entry, name, _)| (entry.id(), name)), Some((one.id(), attribute)));
            }
            assert!(one.units_beside(None).all(|(.., beside)| beside.is_none()));
        }
    }
}
