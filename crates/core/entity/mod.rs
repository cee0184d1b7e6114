//! The kinds of entity. One kind is one file; the table in `kind.rs` lists them all.

pub(crate) mod actor;
pub(crate) mod concept;
pub(crate) mod country;
pub(crate) mod date;
pub(crate) mod event;
pub(crate) mod kind;
pub(crate) mod label;
pub(crate) mod method;
pub(crate) mod number;
pub(crate) mod objective;
pub(crate) mod organisation;
pub(crate) mod place;
pub(crate) mod politics;
pub(crate) mod population;
pub(crate) mod project;
pub(crate) mod publication;
pub(crate) mod region;
pub(crate) mod scope;
pub(crate) mod section;
pub(crate) mod sector;
#[cfg(test)]
mod tests;
pub(crate) mod video;

use std::fmt;
use std::hash::Hash;

use serde::de::DeserializeOwned;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::provenance::Record;
use crate::{AnyId, Edition, Kind, Provenance, Text};
pub(crate) use content::{AnyContent, Content, Field, Placed};
pub(crate) use kind::SLOTS;

/// Defines an enum of ids: its names in kebab-case, in the order in which they are listed.
macro_rules! ids {
    (
        $(#[$attribute:meta])*
        $visibility:vis enum $name:ident: $what:literal {
            $($(#[$doc:meta])* $variant:ident = $id:literal,)+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        $visibility enum $name {
            $($(#[$doc])* #[serde(rename = $id)] $variant,)+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// How it is written, in kebab-case: also in JSON, and where it is parsed.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::Error;

            /// # Errors
            ///
            /// Nothing is written like that, case included. The error lists what would be right.
            fn from_str(id: &str) -> Result<Self, crate::Error> {
                let found = Self::ALL.iter().copied().find(|known| known.as_str() == id);
                found.ok_or_else(|| crate::Error::id($what, id, Self::ALL.iter().map(|known| known.as_str())))
            }
        }
    };
    // The ids of the messages as constants, where making them would cost much beside reading them.
    (
        $(#[$attribute:meta])*
        $visibility:vis enum $name:ident: $what:literal, messages $prefix:literal {
            $($(#[$doc:meta])* $variant:ident = $id:literal,)+
        }
    ) => {
        ids! {
            $(#[$attribute])*
            $visibility enum $name: $what {
                $($(#[$doc])* $variant = $id,)+
            }
        }

        impl $name {
            pub(crate) const fn message_id(self) -> &'static str {
                match self { $(Self::$variant => concat!($prefix, "-", $id)),+ }
            }
        }
    };
}
pub(crate) use ids;

/// A constant record: the data of an entity, and what they rest on.
macro_rules! record {
    ($data:expr, $provenance:expr $(,)?) => {
        const { &crate::provenance::Record { data: $data, provenance: $provenance } }
    };
}
pub(crate) use record;

/// The id of an entity: an enum with one variant for each entity of its kind.
///
/// The trait is what code that is generic over kinds needs; it is implemented by the enums of this crate alone. Data
/// and provenance are the same in every language, so an id is enough to reach them.
///
/// ```
/// use whole_comm::{EntityId, RegionId};
///
/// let wallonia: RegionId = "wallonia".parse()?;
/// assert_eq!(wallonia.data().reception_share.permille(), 499);
/// # Ok::<(), whole_comm::Error>(())
/// ```
///
/// ```
/// use whole_comm::{Edition, EntityId, Library, Locale, MethodId, PartyId};
///
/// fn names<I: EntityId>(edition: &Edition) -> Vec<&str> {
///     edition.all::<I>().map(|entity| entity.name().as_str()).collect()
/// }
///
/// let en = Library::embedded().edition(Locale::English);
/// assert_eq!(names::<PartyId>(en), ["Vlaams Blok"]);
/// assert_eq!(names::<MethodId>(en).len(), 4);
/// ```
pub trait EntityId:
    Content
    + Eq
    + Ord
    + Hash
    + fmt::Debug
    + fmt::Display
    + std::str::FromStr<Err = crate::Error>
    + Serialize
    + DeserializeOwned
    + Send
    + Sync
{
    /// The typed values of an entity of this kind.
    type Data: fmt::Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static;

    /// The kind of entity.
    const KIND: Kind;

    /// Every id of the kind: in the order of the page as far as it has one, and events in the order of time.
    const ALL: &'static [Self];

    #[doc(hidden)]
    fn record(self) -> &'static Record<Self::Data>;

    /// How the id is written, in kebab-case: also in JSON, and where it is parsed.
    fn as_str(self) -> &'static str {
        self.name()
    }

    /// The typed values: numbers, dates, relations.
    fn data(self) -> &'static Self::Data {
        &self.record().data
    }

    /// What the entity rests on: lines of the page, corrections, breaks, outside sources.
    fn provenance(self) -> &'static Provenance {
        &self.record().provenance
    }
}

/// What the crate itself has to know of an id; sealed, so that only its own enums are ids.
mod content {
    use crate::bundle::File;
    use crate::format::{Arguments, Format, NameArguments};

    /// Where the texts of a kind stand, in the files and in memory. The table of kinds implements it.
    pub trait Placed: Copy + Send + Sync + 'static {
        /// The file that holds the messages.
        const FILE: File;
        /// What the ids of the messages start with: the name of the file, and the kind where a file has several.
        const PREFIX: &'static str;
        /// The place of the first text of the kind among all texts of an edition.
        const FIRST_SLOT: usize;

        /// The position among the ids of the kind.
        fn index(self) -> usize;

        /// The id as it is written.
        fn name(self) -> &'static str;

        /// The id of the Fluent message.
        fn message(self) -> String {
            [Self::PREFIX, "-", self.name()].concat()
        }
    }

    /// The texts of a kind, and what they need. Each kind's own file implements it.
    pub trait Content: Placed {
        /// The fields, in the order of the attributes in the file.
        const FIELDS: &'static [Field];

        /// Whether the entity has a field that not every entity of its kind has.
        fn has(self, _optional_field: &str) -> bool {
            true
        }

        /// Adds the arguments of every field.
        fn name_arguments(self, _arguments: &mut NameArguments<'_>) {}

        /// Adds the arguments of prose.
        fn arguments(self, _arguments: &mut Arguments<'_>) {}

        /// The text of a computed field.
        fn computed(self, _field: &str, _format: Format<'_>) -> Option<String> {
            None
        }
    }

    /// An id whose kind is known at run time only, so that the way to a text is compiled once and not for each kind.
    pub(crate) trait AnyContent {
        fn file(&self) -> File;
        fn message(&self) -> String;
        fn fields(&self) -> &'static [Field];
        fn name_arguments(&self, arguments: &mut NameArguments<'_>);
        fn arguments(&self, arguments: &mut Arguments<'_>);
        fn computed(&self, field: &str, format: Format<'_>) -> Option<String>;
    }

    impl<C: Content> AnyContent for C {
        fn file(&self) -> File {
            C::FILE
        }

        fn message(&self) -> String {
            Placed::message(*self)
        }

        fn fields(&self) -> &'static [Field] {
            C::FIELDS
        }

        fn name_arguments(&self, arguments: &mut NameArguments<'_>) {
            Content::name_arguments(*self, arguments);
        }

        fn arguments(&self, arguments: &mut Arguments<'_>) {
            Content::arguments(*self, arguments);
        }

        fn computed(&self, field: &str, format: Format<'_>) -> Option<String> {
            Content::computed(*self, field, format)
        }
    }

    /// One text of every entity of a kind.
    #[derive(Debug)]
    pub struct Field {
        name: &'static str,
        source: Source,
    }

    #[derive(Debug, PartialEq, Eq)]
    enum Source {
        Value,
        NameAttribute,
        Attribute,
        Computed,
    }

    impl Field {
        /// The value of the message: the entity's name as it stands inside a sentence.
        pub(crate) const NAME: Self = Self { name: "name", source: Source::Value };

        /// An attribute that is a form of the name.
        pub(crate) const fn name_form(name: &'static str) -> Self {
            Self { name, source: Source::NameAttribute }
        }

        /// An attribute that is prose.
        pub(crate) const fn prose(name: &'static str) -> Self {
            Self { name, source: Source::Attribute }
        }

        /// A text that is formatted from data alone, and so has no message.
        pub(crate) const fn computed(name: &'static str) -> Self {
            Self { name, source: Source::Computed }
        }

        pub(crate) const fn name(&self) -> &'static str {
            self.name
        }

        pub(crate) fn attribute(&self) -> Option<&'static str> {
            matches!(self.source, Source::NameAttribute | Source::Attribute).then_some(self.name)
        }

        pub(crate) fn is_name(&self) -> bool {
            matches!(self.source, Source::Value | Source::NameAttribute)
        }

        pub(crate) fn is_prose(&self) -> bool {
            self.source == Source::Attribute
        }

        pub(crate) fn is_computed(&self) -> bool {
            self.source == Source::Computed
        }
    }
}

/// The position of a field by its name, found while the crate compiles.
const fn field<C: Content>(name: &str) -> usize {
    match find_field::<C>(name) {
        Some(position) => position,
        // Only ever evaluated at compile time, where it stops the build.
        #[expect(clippy::panic)]
        None => panic!("no such field"),
    }
}

const fn find_field<C: Content>(name: &str) -> Option<usize> {
    const fn equal(left: &[u8], right: &[u8]) -> bool {
        match (left, right) {
            ([], []) => true,
            ([a, left @ ..], [b, right @ ..]) => *a == *b && equal(left, right),
            _ => false,
        }
    }
    let mut fields = C::FIELDS;
    let mut position = 0;
    while let [first, rest @ ..] = fields {
        if equal(first.name().as_bytes(), name.as_bytes()) {
            return Some(position);
        }
        fields = rest;
        position += 1;
    }
    None
}

/// An entity of the content, read in one language.
///
/// Every kind has an alias, such as [`Region`](crate::Region), and accessors of its own beside the common ones here.
/// It is a reference and an id, so it is passed by value.
///
/// ```
/// use whole_comm::{CountryId, Library, Locale, Region};
///
/// fn card(region: Region<'_>) -> String {
///     format!("{} ({}): {}", region.name().capitalized(), region.data().code, region.summary())
/// }
///
/// let nl = Library::embedded().edition(Locale::Dutch);
/// let cards: Vec<String> = nl.country(CountryId::Belgium).regions().map(card).collect();
/// assert!(cards[1].starts_with("Wallonië (BE-WAL): "));
/// ```
#[derive(Clone, Copy)]
pub struct Entity<'a, I: EntityId> {
    edition: &'a Edition,
    id: I,
}

impl<'a, I: EntityId> Entity<'a, I> {
    pub(crate) fn new(edition: &'a Edition, id: I) -> Self {
        Self { edition, id }
    }

    /// The id, the same in every language.
    pub fn id(self) -> I {
        self.id
    }

    /// The kind of entity.
    pub fn kind(self) -> Kind {
        I::KIND
    }

    /// The edition that this entity is read in.
    pub fn edition(self) -> &'a Edition {
        self.edition
    }

    /// The typed values: numbers, dates, relations.
    pub fn data(self) -> &'static I::Data {
        self.id.data()
    }

    /// What the entity rests on: lines of the page, corrections, breaks, outside sources.
    pub fn provenance(self) -> &'static Provenance {
        self.id.provenance()
    }

    /// The name as it stands inside a sentence; [`Text::capitalized`] makes it a heading.
    pub fn name(self) -> Text<'a> {
        self.text(const { field::<I>("name") })
    }

    /// One sentence that says what the entity is, enough for a card.
    pub fn summary(self) -> Text<'a> {
        self.text(const { field::<I>("summary") })
    }

    /// A paragraph; `None` where the page has no more to say than the summary.
    pub fn description(self) -> Option<Text<'a>> {
        self.optional(const { find_field::<I>("description") }?)
    }

    /// All texts of the entity with the names of their fields, in an order that is the same in every language. A field that the
    /// entity does not have is left out. The names are the keys of `texts` in JSON.
    ///
    /// ```
    /// use whole_comm::{Library, Locale, OrganisationId};
    ///
    /// let en = Library::embedded().edition(Locale::English);
    /// let fields: Vec<_> = en.organisation(OrganisationId::UnitedNations).texts().map(|(field, _)| field).collect();
    /// assert_eq!(fields, ["name", "with-article", "short", "summary"]);
    /// ```
    pub fn texts(self) -> impl Iterator<Item = (&'static str, Text<'a>)> {
        (0..I::FIELDS.len()).filter_map(move |field| self.named(field))
    }

    /// A field with its name, if the entity has it.
    fn named(self, field: usize) -> Option<(&'static str, Text<'a>)> {
        Some((I::FIELDS.get(field)?.name(), self.optional(field)?))
    }

    /// The sections of the page that show the entity; none where it only appears in texts and relations.
    pub fn sections(self) -> impl Iterator<Item = crate::Section<'a>>
    where
        I: Into<AnyId>,
    {
        let id = self.id.into();
        self.referring::<crate::SectionId>(move |section| section.entities.contains(&id))
    }

    fn text(self, field: usize) -> Text<'a> {
        self.edition.text(self.id, field)
    }

    fn optional(self, field: usize) -> Option<Text<'a>> {
        let name = I::FIELDS.get(field)?.name();
        self.id.has(name).then(|| self.text(field))
    }

    fn related<R: EntityId>(self, id: R) -> Entity<'a, R> {
        self.edition.get(id)
    }

    fn all_related<R: EntityId>(self, ids: &'static [R]) -> impl Iterator<Item = Entity<'a, R>> {
        ids.iter().map(move |&id| self.related(id))
    }

    /// The entities of another kind that refer to this one.
    fn referring<R: EntityId>(
        self,
        refers: impl Fn(&R::Data) -> bool,
    ) -> impl Iterator<Item = Entity<'a, R>> {
        self.edition.all::<R>().filter(move |entity| refers(entity.data()))
    }
}

impl<I: EntityId> fmt::Debug for Entity<'_, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ({})", I::KIND, self.id, self.edition.locale())
    }
}

/// Two views are equal if they show the same entity in the same language.
impl<I: EntityId> PartialEq for Entity<'_, I> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.edition.locale() == other.edition.locale()
    }
}

impl<I: EntityId> Eq for Entity<'_, I> {}

/// As `{ "kind": …, "id": …, "data": { … }, "texts": { field: { "text": …, "lang": … } }, "provenance": { … } }`.
impl<I: EntityId> Serialize for Entity<'_, I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_struct("Entity", 5)?;
        document.serialize_field("kind", &I::KIND)?;
        document.serialize_field("id", &self.id)?;
        document.serialize_field("data", self.data())?;
        document.serialize_field("texts", &Texts(*self))?;
        document.serialize_field("provenance", self.provenance())?;
        document.end()
    }
}

struct Texts<'a, I: EntityId>(Entity<'a, I>);

impl<I: EntityId> Serialize for Texts<'_, I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.texts())
    }
}

/// All entities of one kind, for serialisation.
pub(crate) struct All<'a, I>(&'a Edition, std::marker::PhantomData<I>);

impl<'a, I> All<'a, I> {
    pub(crate) fn of(edition: &'a Edition) -> Self {
        Self(edition, std::marker::PhantomData)
    }
}

impl<I: EntityId> Serialize for All<'_, I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.all::<I>())
    }
}
