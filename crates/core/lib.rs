//! The Whole-COMM research project's page about Belgium, as typed entities in three languages.
pub use fluent;

mod bundle;
mod contract;
mod entity;
mod error;
mod format;
mod library;
mod locale;
mod provenance;
mod text;

pub use contract::{ContractUnit, contract};
pub use entity::actor::{ActorData, ActorId};
pub use entity::concept::{
    ConceptData, ConceptId, ConceptKind, InstrumentData, InstrumentId, OutcomeData, OutcomeId, Polarity,
};
pub use entity::country::{CountryData, CountryId};
pub use entity::date::{Bound, Month, PartialDate};
pub use entity::event::{ChallengeData, ChallengeId, CrisisData, CrisisId, EventData, EventId};
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
pub use format::Format;
pub use library::{Edition, Isolation, Library};
pub use locale::Locale;
pub use provenance::{Emendation, External, Lines, List, Provenance, Record, Str, Truncation};
pub use text::{Text, TextBuf};
