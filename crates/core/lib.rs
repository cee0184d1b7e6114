//! The [Whole-COMM](https://whole-comm.eu/belgium-dutch/) research project's page about Belgium, as typed entities that
//! can be read in Dutch, French and English.
//!
//! Whole-COMM studied how migrants are integrated in small and medium-sized towns and rural areas. Its page about Belgium
//! is a page of prose; here each of its facts is a typed value, and each text exists in three languages.
//!
//! ```
//! use whole_comm::{EntityId, Library, Locale, RegionId};
//!
//! let library = Library::embedded();
//! let fr = library.edition(Locale::negotiate("fr-BE, nl;q=0.5"));
//!
//! let wallonia = fr.region(RegionId::Wallonia);
//! assert_eq!(wallonia.official_name(), "la Région wallonne");
//! assert_eq!(wallonia.reception_share(), "49,9\u{a0}%");
//! assert_eq!(wallonia.data().reception_share.permille(), 499);
//! assert_eq!(RegionId::Wallonia.provenance().lines[0].first, 13);
//! ```
//!
//! # How to
//!
//! [Pick a language](guide::pick_a_language) · [list entities](guide::list_entities) ·
//! [follow relations](guide::follow_relations) · [override a text](guide::override_a_text) ·
//! [send JSON](guide::send_json) · [render HTML](guide::render_html)
//!
//! # The main types
//!
//! - [`Library`] holds all languages, [`Edition`] the content in one. Both are shared freely between threads.
//! - [`Locale`] is one of the three languages. [`Locale::negotiate`] takes an `Accept-Language` header.
//! - Every kind of entity has an id ([`RegionId`]), typed values ([`RegionData`]) and a view in one language
//!   ([`Region`]). [`Kind`] lists the kinds; [`AnyEntity`] is a view of an entity whose kind is known at run time only.
//! - [`Text`] is a string that knows its language, [`Format`] formats further numbers and dates the same way.
//! - [`Provenance`] says which lines of the page an entity rests on, and what was corrected or cut off there.
//!
//! # What the values mean
//!
//! - *The page* is the project's [page about Belgium](https://whole-comm.eu/belgium-dutch/), in Dutch. [`Lines`] says how its lines are
//!   counted.
//! - `None` and an empty list mean that the page says nothing of it.
//! - A share is in whole thousandths ([`Permille`]), a count a whole number, a year one of the Gregorian calendar, a position (`order`)
//!   counted from 1. Languages are BCP 47 tags; countries and regions have the codes of ISO 3166.
//! - Data types may gain fields. They are made by this crate, or by deserialising what it serialised.
//! - Names stand as inside a sentence; [`Text::capitalized`] makes a heading of one.
//! - Numbers, dates and lists are formatted as in CLDR 49, for `nl-BE`, `fr-BE` and `en-GB`.
//!
//! # Features
//!
//! - `overrides` (not a default): an application replaces single texts at run time. [`guide::override_a_text`] shows how.
//!
//! # What it does not do
//!
//! It invents nothing: a date that the page does not give is `None`, a text that breaks off is not completed, and what
//! comes from elsewhere is an [`External`] with its source. It has no global language, reads no files at run time but a
//! folder of overrides that it is given, and prints nothing.
//!
//! # Languages
//!
//! Where a translation is missing, the Dutch text stands in, for that text alone, and [`Text::answered_by`] says so.
//! Numbers and dates follow the language that answers. The embedded texts are complete: tests read every one of them.

pub use fluent;

mod bundle;
mod contract;
mod embedded;
mod entity;
mod error;
mod excerpt;
mod format;
#[cfg(doc)]
pub mod guide;
mod isolation;
mod library;
mod locale;
#[cfg(feature = "overrides")]
mod overrides;
mod provenance;
mod text;

pub use contract::{ContractUnit, contract};
pub use entity::actor::{ActorData, ActorId};
pub use entity::concept::{
    ConceptData, ConceptId, ConceptKind, InstrumentData, InstrumentId, OutcomeData, OutcomeId, Polarity,
};
pub use entity::country::{CountryData, CountryId};
pub use entity::date::{Bound, Month, PartialDate, Time};
pub use entity::event::{ChallengeData, ChallengeId, CrisisData, CrisisId, EventData, EventId};
// The aliases of the views, one for each kind, stand in the same table as the kinds themselves.
pub use entity::kind::*;
pub use entity::label::LabelId;
pub use entity::method::{MethodData, MethodId, VariableData, VariableId};
pub use entity::number::Permille;
pub use entity::objective::{LevelData, LevelId, ModalityData, ModalityId, ObjectiveData, ObjectiveId};
pub use entity::organisation::{OrganisationData, OrganisationId};
pub use entity::place::{PlaceData, PlaceId};
pub use entity::politics::{PartyData, PartyId, PartyTrait, PolicyData, PolicyId};
pub use entity::population::{PopulationData, PopulationId};
pub use entity::project::{
    Design, MethodFamily, ProgrammeData, ProgrammeId, ProgrammeKind, ProjectData, ProjectId, Role,
};
pub use entity::publication::{
    ImageData, ImageId, PersonData, PersonId, PublicationData, PublicationId, PublicationKind, Topic,
};
pub use entity::region::{ProvinceData, ProvinceId, ReceptionPlace, ReceptionShare, RegionData, RegionId};
pub use entity::scope::{ScopeData, ScopeId, Unit};
pub use entity::section::{SectionData, SectionId};
pub use entity::sector::{SectorData, SectorId};
pub use entity::video::{VideoData, VideoId, VideoKind};
pub use entity::{Entity, EntityId};
pub use error::Error;
pub use format::{Format, Items, check_call};
pub use isolation::Isolation;
pub use library::{Edition, Library};
pub use locale::Locale;
#[cfg(feature = "overrides")]
pub use overrides::{LibraryBuilder, OverrideError, OverrideProblem};
pub use provenance::{Emendation, External, Lines, List, Provenance, Record, Str, Truncation};
pub use text::{Text, TextBuf};

/// Compiles and runs the example in the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
