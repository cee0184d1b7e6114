//! Groups that act: those whose interaction the approach looks at, and those that take part in the project.

use serde::{Deserialize, Serialize};

use super::concept::ConceptId;
use super::objective::{ModalityId, ObjectiveId};
use super::video::VideoId;
use super::{Content, Entity, EntityId, Field, field, ids, record};
use crate::format::Arguments;
use crate::provenance::{Record, line, page};
use crate::{Concept, Kind, Modality, Objective, Text, Video};

ids! {
    /// Identifies an [`Actor`](crate::Actor).
    ///
    /// ```
    /// use whole_comm::{ActorId, Library, Locale};
    ///
    /// let nl = Library::embedded().edition(Locale::Dutch);
    /// assert_eq!(nl.actor(ActorId::CivilSociety).with_article(), "het middenveld");
    /// assert_eq!(nl.actor(ActorId::Researchers).modalities().count(), 1);
    /// ```
    pub enum ActorId: "actor" {
        /// Politicians who represent people.
        PoliticalRepresentatives = "political-representatives",
        /// Civil society.
        CivilSociety = "civil-society",
        /// Residents of foreign nationality.
        ForeignResidents = "foreign-residents",
        /// Researchers.
        Researchers = "researchers",
        /// People who make public policy.
        PublicPolicymakers = "public-policymakers",
        /// Everyone with a stake in integration.
        Stakeholders = "stakeholders",
        /// The working group across localities.
        TransLocalWorkingGroup = "trans-local-working-group",
        /// The Italian partners of the webinar.
        ItalianPartners = "italian-partners",
    }
}

/// What the page says of an actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ActorData {
    /// Whether the page names the group among those whose interaction shapes integration.
    pub in_approach: bool,
}

impl EntityId for ActorId {
    type Data = ActorData;
    const KIND: Kind = Kind::Actor;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<ActorData> {
        match self {
            Self::PoliticalRepresentatives | Self::CivilSociety | Self::ForeignResidents => {
                record!(ActorData { in_approach: true }, page![line(29)])
            }
            Self::Researchers | Self::PublicPolicymakers | Self::TransLocalWorkingGroup => {
                record!(ActorData { in_approach: false }, page![line(11)])
            }
            Self::Stakeholders => record!(ActorData { in_approach: false }, page![line(11), line(66)]),
            Self::ItalianPartners => record!(ActorData { in_approach: false }, page![line(66)]),
        }
    }
}

impl Content for ActorId {
    const FIELDS: &'static [Field] =
        &[Field::NAME, Field::name_form("with-article"), Field::prose("summary")];

    fn arguments(self, arguments: &mut Arguments<'_>) {
        if self == Self::ItalianPartners {
            arguments.date("webinar", VideoId::Webinar.data().date);
        }
    }
}

impl<'a> Entity<'a, ActorId> {
    /// The name with its article, where the language uses one: *het middenveld*.
    pub fn with_article(self) -> Text<'a> {
        self.text(const { field::<ActorId>("with-article") })
    }

    /// The concepts that look at the group.
    pub fn concepts(self) -> impl Iterator<Item = Concept<'a>> {
        self.referring::<ConceptId>(move |concept| concept.actors.contains(&self.id()))
    }

    /// The objectives that involve the group.
    pub fn objectives(self) -> impl Iterator<Item = Objective<'a>> {
        self.referring::<ObjectiveId>(move |objective| objective.actors.contains(&self.id()))
    }

    /// The modalities that the group takes part in.
    pub fn modalities(self) -> impl Iterator<Item = Modality<'a>> {
        self.referring::<ModalityId>(move |modality| modality.actors.contains(&self.id()))
    }

    /// The videos that the group takes part in.
    pub fn videos(self) -> impl Iterator<Item = Video<'a>> {
        self.referring::<VideoId>(move |video| video.actors.contains(&self.id()))
    }
}
