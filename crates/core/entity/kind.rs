//! The table of kinds: which kinds of entity there are, in which order, in which file, under which name.

use std::fmt;
use std::str::FromStr;

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::label::LabelId;
use super::{All, Content, Entity, EntityId, Placed, ids};
use crate::bundle::File;
use crate::{Edition, Error, Provenance, Text};

macro_rules! kinds {
    ($(
        $(#[$doc:meta])*
        $variant:ident($id:ident) as $one:ident, $all:ident: $kind:literal in $module:ident::$file:ident, $prefix:literal;
    )+) => {
        $(use super::$module::$id;)+

        ids! {
            /// A kind of entity, written in the singular and in kebab-case: `region`.
            ///
            /// ```
            /// use whole_comm::Kind;
            ///
            /// assert_eq!("region".parse(), Ok(Kind::Region));
            /// assert_eq!(Kind::Country.ids().len(), 10);
            /// ```
            pub enum Kind: "kind of entity" {
                $($(#[$doc])* $variant = $kind,)+
            }
        }

        impl Kind {
            /// The plural of the name, in English: `countries`. It is the key in the document that an [`Edition`] serialises
            /// to; a heading for people is [`Kind::label`].
            pub const fn plural(self) -> &'static str {
                match self { $(Self::$variant => stringify!($all),)+ }
            }

            /// The ids of all entities of the kind, in the order of [`EntityId::ALL`].
            pub const fn ids(self) -> &'static [AnyId] {
                match self {
                    $(Self::$variant => const {
                        // Evaluated while the crate compiles, where an index out of bounds stops the build.
                        #[expect(clippy::indexing_slicing)]
                        &{
                            let mut ids = [AnyId::$variant($id::ALL[0]); $id::ALL.len()];
                            let mut position = 1;
                            while position < ids.len() {
                                ids[position] = AnyId::$variant($id::ALL[position]);
                                position += 1;
                            }
                            ids
                        }
                    },)+
                }
            }

            /// The id of an entity of the kind by its name.
            ///
            /// # Errors
            ///
            /// No entity of the kind has that id; the error lists those that there are.
            ///
            /// ```
            /// use whole_comm::{AnyId, Kind, RegionId};
            ///
            /// assert_eq!(Kind::Region.id("wallonia"), Ok(AnyId::Region(RegionId::Wallonia)));
            /// ```
            pub fn id(self, id: &str) -> Result<AnyId, Error> {
                match self { $(Self::$variant => id.parse().map(AnyId::$variant),)+ }
            }
        }

        $(
            $(#[$doc])*
            ///
            #[doc = concat!(
                "A view in one language: an [`Entity`]. [`", stringify!($id), "`] lists the ids, and [`data`](Entity::data) \
                gives the typed values.",
            )]
            pub type $variant<'a> = Entity<'a, $id>;

            impl Placed for $id {
                const FILE: File = File::$file;
                const PREFIX: &'static str = $prefix;
                const FIRST_SLOT: usize = first_slot(Kind::$variant as usize);

                fn index(self) -> usize {
                    self as usize
                }

                fn name(self) -> &'static str {
                    self.as_str()
                }
            }

            impl From<$id> for AnyId {
                fn from(id: $id) -> Self {
                    Self::$variant(id)
                }
            }
        )+

        /// One accessor for a single id of each kind, and one for all of them.
        impl Edition {
            $(
                #[doc = concat!("The ", $kind, " with this id.")]
                pub fn $one(&self, id: $id) -> $variant<'_> {
                    self.get(id)
                }

                #[doc = concat!("Every ", $kind, ", in the order of [`", stringify!($id), "::ALL`].")]
                pub fn $all(&self) -> impl Iterator<Item = $variant<'_>> {
                    self.all()
                }
            )+

            /// One entity whose kind is only known at run time.
            pub fn any(&self, id: AnyId) -> AnyEntity<'_> {
                match id { $(AnyId::$variant(id) => AnyEntity::$variant(self.get(id)),)+ }
            }

            pub(crate) fn serialize_kinds<M: SerializeMap>(&self, document: &mut M) -> Result<(), M::Error> {
                $(document.serialize_entry(stringify!($all), &All::<$id>::of(self))?;)+
                Ok(())
            }
        }

        /// The id of an entity of any kind. It is written as the kind and the id, also in JSON: `region/wallonia`.
        ///
        /// ```
        /// use whole_comm::{AnyId, RegionId};
        ///
        /// let id: AnyId = "region/wallonia".parse()?;
        /// assert_eq!(id, RegionId::Wallonia.into());
        /// assert_eq!(id.to_string(), "region/wallonia");
        /// # Ok::<(), whole_comm::Error>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum AnyId {
            $($(#[$doc])* $variant($id),)+
        }

        impl AnyId {
            /// The kind of entity.
            pub fn kind(self) -> Kind {
                match self { $(Self::$variant(_) => Kind::$variant,)+ }
            }

            /// The id within its kind, in kebab-case.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant(id) => id.as_str(),)+ }
            }
        }

        /// An entity of any kind, in one language.
        ///
        /// ```
        /// use whole_comm::{AnyEntity, Kind, Library, Locale};
        ///
        /// let nl = Library::embedded().edition(Locale::Dutch);
        /// let entity = nl.any(Kind::Region.id("wallonia")?);
        /// assert_eq!(entity.name(), "Wallonië");
        /// if let AnyEntity::Region(region) = entity {
        ///     assert_eq!(region.reception_share(), "49,9%");
        /// }
        /// # Ok::<(), whole_comm::Error>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum AnyEntity<'a> {
            $($(#[$doc])* $variant($variant<'a>),)+
        }

        impl<'a> AnyEntity<'a> {
            /// The id, with the kind.
            pub fn id(self) -> AnyId {
                match self { $(Self::$variant(entity) => AnyId::$variant(entity.id()),)+ }
            }

            /// The name as it stands inside a sentence.
            pub fn name(self) -> Text<'a> {
                match self { $(Self::$variant(entity) => entity.name(),)+ }
            }

            /// One sentence that says what the entity is.
            pub fn summary(self) -> Text<'a> {
                match self { $(Self::$variant(entity) => entity.summary(),)+ }
            }

            /// A paragraph, where the page has more to say than the summary.
            pub fn description(self) -> Option<Text<'a>> {
                match self { $(Self::$variant(entity) => entity.description(),)+ }
            }

            /// All texts with the names of their fields, as [`Entity::texts`] gives them.
            pub fn texts(self) -> impl Iterator<Item = (&'static str, Text<'a>)> {
                let fields = match self { $(Self::$variant(_) => <$id as Content>::FIELDS.len(),)+ };
                (0..fields).filter_map(move |field| match self { $(Self::$variant(entity) => entity.named(field),)+ })
            }

            /// What the entity rests on.
            pub fn provenance(self) -> &'static Provenance {
                match self { $(Self::$variant(entity) => entity.provenance(),)+ }
            }
        }

        /// As the entity itself serialises.
        impl Serialize for AnyEntity<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$variant(entity) => entity.serialize(serializer),)+ }
            }
        }

        /// How many texts the entities of each kind have.
        const TEXTS: &[usize] = &[$($id::ALL.len() * <$id as Content>::FIELDS.len()),+];

        /// Calls a visitor with every kind, for checks that are generic over kinds.
        pub(crate) fn visit_kinds(visitor: &mut impl VisitKind) {
            $(visitor.visit::<$id>();)+
        }
    };
}

kinds! {
    /// The project itself, and those that it worked with.
    Project(ProjectId) as project, projects: "project" in project::Project, "project";
    /// A funding programme.
    Programme(ProgrammeId) as programme, programmes: "programme" in project::Project, "project-programme";
    /// An organisation that the page names.
    Organisation(OrganisationId) as organisation, organisations: "organisation" in organisation::Organisation, "organisation";
    /// A country in the study.
    Country(CountryId) as country, countries: "country" in country::Country, "country";
    /// A region of Belgium.
    Region(RegionId) as region, regions: "region" in region::Region, "region";
    /// A province of Belgium.
    Province(ProvinceId) as province, provinces: "province" in region::Region, "region-province";
    /// A type of place.
    Place(PlaceId) as place, places: "place" in place::Place, "place";
    /// A count that says how large the study is.
    Scope(ScopeId) as scope, scopes: "scope" in scope::Scope, "scope";
    /// An objective of the project.
    Objective(ObjectiveId) as objective, objectives: "objective" in objective::Objective, "objective";
    /// A way in which the project works towards its objectives.
    Modality(ModalityId) as modality, modalities: "modality" in objective::Objective, "objective-modality";
    /// A level of government.
    Level(LevelId) as level, levels: "level" in objective::Objective, "objective-level";
    /// An idea that the method rests on.
    Concept(ConceptId) as concept, concepts: "concept" in concept::Concept, "concept";
    /// An international instrument.
    Instrument(InstrumentId) as instrument, instruments: "instrument" in concept::Concept, "concept-instrument";
    /// A possible outcome of integration.
    Outcome(OutcomeId) as outcome, outcomes: "outcome" in concept::Concept, "concept-outcome";
    /// A group that acts.
    Actor(ActorId) as actor, actors: "actor" in actor::Actor, "actor";
    /// A group of people that the study speaks of.
    Population(PopulationId) as population, populations: "population" in population::Population, "population";
    /// A research method.
    Method(MethodId) as method, methods: "method" in method::Method, "method";
    /// What a method looks at.
    Variable(VariableId) as variable, variables: "variable" in method::Method, "method-variable";
    /// A policy.
    Policy(PolicyId) as policy, policies: "policy" in politics::Politics, "politics-policy";
    /// A political party.
    Party(PartyId) as party, parties: "party" in politics::Politics, "politics-party";
    /// A sector of the economy.
    Sector(SectorId) as sector, sectors: "sector" in sector::Sector, "sector";
    /// An event of the timeline.
    Event(EventId) as event, events: "event" in event::Event, "event";
    /// A crisis.
    Crisis(CrisisId) as crisis, crises: "crisis" in event::Event, "event-crisis";
    /// A circumstance that makes integration harder.
    Challenge(ChallengeId) as challenge, challenges: "challenge" in event::Event, "event-challenge";
    /// A publication about Belgium.
    Publication(PublicationId) as publication, publications: "publication" in publication::Publication, "publication";
    /// A person.
    Person(PersonId) as person, persons: "person" in publication::Publication, "publication-person";
    /// An image.
    Image(ImageId) as image, images: "image" in publication::Publication, "publication-image";
    /// A video.
    Video(VideoId) as video, videos: "video" in video::Video, "video";
    /// A section of the page.
    Section(SectionId) as section, sections: "section" in section::Section, "section";
}

/// A check or a listing that is generic over kinds.
pub(crate) trait VisitKind {
    fn visit<I: EntityId>(&mut self);
}

/// The place of the first text of the kind at this position of the table.
const fn first_slot(kind: usize) -> usize {
    let (mut kinds, mut left, mut slot) = (TEXTS, kind, 0);
    while let [texts, rest @ ..] = kinds
        && left > 0
    {
        slot += *texts;
        left -= 1;
        kinds = rest;
    }
    slot
}

/// The labels stand behind the entities.
impl Placed for LabelId {
    const FILE: File = File::Label;
    const PREFIX: &'static str = "label";
    const FIRST_SLOT: usize = first_slot(TEXTS.len());

    fn index(self) -> usize {
        self as usize
    }

    fn name(self) -> &'static str {
        self.as_str()
    }
}

/// How many texts an edition has.
pub(crate) const SLOTS: usize = LabelId::FIRST_SLOT + LabelId::ALL.len();

impl fmt::Display for AnyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind(), self.as_str())
    }
}

impl FromStr for AnyId {
    type Err = Error;

    /// # Errors
    ///
    /// It has no slash, or there is no such kind of entity, or no entity of that kind with such an id.
    fn from_str(text: &str) -> Result<Self, Error> {
        let (kind, id) = text.split_once('/').ok_or_else(|| Error::any_id(text))?;
        kind.parse::<Kind>()?.id(id)
    }
}

impl Serialize for AnyId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AnyId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
