//! What the project sets out to do, how, and at which levels of government.

use serde::{Deserialize, Serialize};

use super::actor::ActorId;
use super::place::PlaceId;
use super::project::ProjectId;
use super::{Content, Entity, EntityId, Field, ids, record};
use crate::format::Arguments;
use crate::provenance::{List, Record, line, lines, list, page, remarked, slice, str};
use crate::{Actor, Kind, Level, Modality, Objective, Place, Project};

ids! {
    /// Identifies an [`Objective`].
    ///
    /// ```
    /// use whole_comm::{Library, Locale, ObjectiveId};
    ///
    /// let fr = Library::embedded().edition(Locale::French);
    /// let levels: Vec<_> = fr.objective(ObjectiveId::ShapePolicy).levels().map(|level| level.name().to_string()).collect();
    /// assert_eq!(levels, ["européen", "national", "local"]);
    /// ```
    pub enum ObjectiveId: "objective" {
        /// Helping to close a gap in research.
        BridgeResearchGap = "bridge-research-gap",
        /// Contributing to policy.
        ShapePolicy = "shape-policy",
    }
}

/// What the page says of an objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ObjectiveData {
    /// The position in the page's order, from 1.
    pub order: u8,
    /// The types of place that the objective turns to.
    pub places: List<PlaceId>,
    /// The groups that the objective involves.
    pub actors: List<ActorId>,
    /// The levels of government at which it involves them.
    pub levels: List<LevelId>,
    /// The ways in which the project works towards it.
    pub modalities: List<ModalityId>,
}

impl EntityId for ObjectiveId {
    type Data = ObjectiveData;
    const KIND: Kind = Kind::Objective;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<ObjectiveData> {
        match self {
            Self::BridgeResearchGap => record!(
                ObjectiveData {
                    order: 1,
                    places: list![PlaceId::SmallTown, PlaceId::MediumSizedTown, PlaceId::RuralArea],
                    actors: list![],
                    levels: list![],
                    modalities: list![],
                },
                page![lines(7, 9)],
            ),
            Self::ShapePolicy => record!(
                ObjectiveData {
                    order: 2,
                    places: list![],
                    actors: list![ActorId::Stakeholders],
                    levels: slice(LevelId::ALL),
                    modalities: slice(ModalityId::ALL),
                },
                remarked!([line(7), line(11)], [str("the page does not name the regional level")]),
            ),
        }
    }
}

impl Content for ObjectiveId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];

    fn arguments(self, arguments: &mut Arguments<'_>) {
        arguments.names("levels", self.data().levels.iter().copied(), "name");
        arguments.names("places", self.data().places.iter().copied(), "name");
    }
}

impl<'a> Entity<'a, ObjectiveId> {
    /// The types of place that the objective turns to.
    pub fn places(self) -> impl Iterator<Item = Place<'a>> {
        self.all_related(&self.data().places)
    }

    /// The groups that the objective involves.
    pub fn actors(self) -> impl Iterator<Item = Actor<'a>> {
        self.all_related(&self.data().actors)
    }

    /// The levels of government at which the objective involves them.
    pub fn levels(self) -> impl Iterator<Item = Level<'a>> {
        self.all_related(&self.data().levels)
    }

    /// The ways in which the project works towards the objective.
    pub fn modalities(self) -> impl Iterator<Item = Modality<'a>> {
        self.all_related(&self.data().modalities)
    }

    /// The projects that pursue the objective.
    pub fn projects(self) -> impl Iterator<Item = Project<'a>> {
        self.referring::<ProjectId>(move |project| project.objectives.contains(&self.id()))
    }
}

ids! {
    /// Identifies a [`Modality`].
    pub enum ModalityId: "modality" {
        /// Meetings of researchers and policymakers.
        CommunityPolicyLabs = "community-policy-labs",
        /// Making policy together.
        CoCreation = "co-creation",
    }
}

/// What the page says of a modality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ModalityData {
    /// The position in the page's order, from 1.
    pub order: u8,
    /// Who takes part.
    pub actors: List<ActorId>,
}

impl EntityId for ModalityId {
    type Data = ModalityData;
    const KIND: Kind = Kind::Modality;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<ModalityData> {
        match self {
            Self::CommunityPolicyLabs => record!(
                ModalityData { order: 1, actors: list![ActorId::Researchers, ActorId::PublicPolicymakers] },
                page![line(11)],
            ),
            Self::CoCreation => {
                record!(
                    ModalityData { order: 2, actors: list![ActorId::TransLocalWorkingGroup] },
                    page![line(11)],
                )
            }
        }
    }
}

impl Content for ModalityId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];
}

impl<'a> Entity<'a, ModalityId> {
    /// Who takes part.
    pub fn actors(self) -> impl Iterator<Item = Actor<'a>> {
        self.all_related(&self.data().actors)
    }

    /// The objectives that the modality serves.
    pub fn objectives(self) -> impl Iterator<Item = Objective<'a>> {
        self.referring::<ObjectiveId>(move |objective| objective.modalities.contains(&self.id()))
    }
}

ids! {
    /// Identifies a [`Level`].
    pub enum LevelId: "level of government" {
        /// The European level.
        European = "european",
        /// The national level.
        National = "national",
        /// The local level.
        Local = "local",
    }
}

/// What the page says of a level of government.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LevelData {
    /// The position in the page's list, from 1.
    pub order: u8,
}

impl EntityId for LevelId {
    type Data = LevelData;
    const KIND: Kind = Kind::Level;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<LevelData> {
        match self {
            Self::European => record!(LevelData { order: 1 }, page![line(11)]),
            Self::National => record!(LevelData { order: 2 }, page![line(11)]),
            Self::Local => record!(LevelData { order: 3 }, page![line(11)]),
        }
    }
}

impl Content for LevelId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];
}

impl<'a> Entity<'a, LevelId> {
    /// The objectives that involve groups at the level.
    pub fn objectives(self) -> impl Iterator<Item = Objective<'a>> {
        self.referring::<ObjectiveId>(move |objective| objective.levels.contains(&self.id()))
    }
}
