//! The ideas that the method rests on, the instrument that promotes them, and what integration can lead to.

use serde::{Deserialize, Serialize};

use super::actor::ActorId;
use super::organisation::OrganisationId;
use super::project::ProjectId;
use super::{Content, Entity, EntityId, Field, field, ids, record};
use crate::format::Arguments;
use crate::provenance::{List, Record, line, lines, list, page, remarked, slice, str};
use crate::{Actor, Concept, Instrument, Kind, Organisation, Outcome, Project, Text};

ids! {
    /// Identifies a [`Concept`].
    ///
    /// ```
    /// use whole_comm::{ConceptId, Library, Locale};
    ///
    /// let en = Library::embedded().edition(Locale::English);
    /// let promoter = en.concept(ConceptId::WholeOfSociety).promoter();
    /// assert_eq!(promoter.map(|organisation| organisation.name().to_string()).as_deref(), Some("United Nations"));
    /// ```
    pub enum ConceptId: "concept" {
        /// The project's approach.
        WholeOfCommunity = "whole-of-community",
        /// The notion that the approach ties in with.
        WholeOfSociety = "whole-of-society",
    }
}

/// What the page says of a concept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ConceptData {
    /// What sort of idea it is.
    pub kind: ConceptKind,
    /// The concept that it ties in with.
    pub related_to: Option<ConceptId>,
    /// The instrument that promotes it.
    pub promoted_by: Option<InstrumentId>,
    /// The groups whose interaction it looks at: examples, not a full list.
    pub actors: List<ActorId>,
    /// Where the process that it describes can lead.
    pub outcomes: List<OutcomeId>,
}

ids! {
    /// What sort of idea a concept is.
    pub enum ConceptKind: "kind of concept" {
        /// A way of doing research. The page says *method* as well.
        Approach = "approach",
        /// A notion of policy.
        Notion = "notion",
    }
}

impl EntityId for ConceptId {
    type Data = ConceptData;
    const KIND: Kind = Kind::Concept;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<ConceptData> {
        match self {
            Self::WholeOfCommunity => record!(
                ConceptData {
                    kind: ConceptKind::Approach,
                    related_to: Some(ConceptId::WholeOfSociety),
                    promoted_by: None,
                    actors: list![
                        ActorId::PoliticalRepresentatives,
                        ActorId::CivilSociety,
                        ActorId::ForeignResidents,
                    ],
                    outcomes: slice(OutcomeId::ALL),
                },
                remarked!(
                    [line(3), lines(27, 29)],
                    [
                        str("the page says method and research method; the project elsewhere says approach"),
                        str("the page gives the actors as a range, not as a full list"),
                    ]
                ),
            ),
            Self::WholeOfSociety => record!(
                ConceptData {
                    kind: ConceptKind::Notion,
                    related_to: None,
                    promoted_by: Some(InstrumentId::UnCompacts),
                    actors: list![],
                    outcomes: list![],
                },
                page![line(29)],
            ),
        }
    }
}

impl Content for ConceptId {
    const FIELDS: &'static [Field] = &[
        Field::NAME,
        Field::name_form("with-article"),
        Field::prose("summary"),
        Field::prose("description"),
    ];

    fn has(self, optional_field: &str) -> bool {
        optional_field != "description" || self.data().kind == ConceptKind::Approach
    }

    fn arguments(self, arguments: &mut Arguments<'_>) {
        arguments.names("actors", self.data().actors.iter().copied(), "with-article");
    }
}

impl<'a> Entity<'a, ConceptId> {
    /// The name with its article: *l’approche Whole-of-Community*.
    pub fn with_article(self) -> Text<'a> {
        self.text(const { field::<ConceptId>("with-article") })
    }

    /// The concept that it ties in with.
    pub fn related_concept(self) -> Option<Concept<'a>> {
        self.data().related_to.map(|id| self.related(id))
    }

    /// The concepts that tie in with this one.
    pub fn tied_in(self) -> impl Iterator<Item = Concept<'a>> {
        self.referring::<ConceptId>(move |concept| concept.related_to == Some(self.id()))
    }

    /// The instrument that promotes it.
    pub fn instrument(self) -> Option<Instrument<'a>> {
        self.data().promoted_by.map(|id| self.related(id))
    }

    /// The organisation behind the instrument that promotes it.
    pub fn promoter(self) -> Option<Organisation<'a>> {
        self.instrument().map(Entity::<InstrumentId>::issuer)
    }

    /// The groups whose interaction it looks at.
    pub fn actors(self) -> impl Iterator<Item = Actor<'a>> {
        self.all_related(&self.data().actors)
    }

    /// Where the process that it describes can lead.
    pub fn outcomes(self) -> impl Iterator<Item = Outcome<'a>> {
        self.all_related(&self.data().outcomes)
    }

    /// The projects that take it as their approach.
    pub fn projects(self) -> impl Iterator<Item = Project<'a>> {
        self.referring::<ProjectId>(move |project| project.approach == Some(self.id()))
    }
}

ids! {
    /// Identifies an [`Instrument`].
    pub enum InstrumentId: "instrument" {
        /// The compacts of the United Nations.
        UnCompacts = "un-compacts",
    }
}

/// What the page says of an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InstrumentData {
    /// The organisation that issued it.
    pub issuer: OrganisationId,
    /// Whether the page names the single instruments that it speaks of in the plural.
    pub members_named: bool,
}

impl EntityId for InstrumentId {
    type Data = InstrumentData;
    const KIND: Kind = Kind::Instrument;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<InstrumentData> {
        match self {
            Self::UnCompacts => record!(
                InstrumentData { issuer: OrganisationId::UnitedNations, members_named: false },
                remarked!(
                    [line(29)],
                    [str(
                        "the page speaks of compacts in the plural and names none; the UN Global Compact, an \
                           initiative for companies, is something else"
                    )]
                ),
            ),
        }
    }
}

impl Content for InstrumentId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];
}

impl<'a> Entity<'a, InstrumentId> {
    /// The organisation that issued it.
    pub fn issuer(self) -> Organisation<'a> {
        self.related(self.data().issuer)
    }

    /// The concepts that it promotes.
    pub fn concepts(self) -> impl Iterator<Item = Concept<'a>> {
        self.referring::<ConceptId>(move |concept| concept.promoted_by == Some(self.id()))
    }
}

ids! {
    /// Identifies an [`Outcome`].
    pub enum OutcomeId: "outcome" {
        /// More cohesive and open societies.
        CohesiveOpen = "cohesive-open",
        /// More closed and fragmented communities.
        ClosedFragmented = "closed-fragmented",
    }
}

/// What the page says of an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OutcomeData {
    /// Which way the outcome points.
    pub polarity: Polarity,
}

ids! {
    /// Which way an outcome points.
    pub enum Polarity: "polarity" {
        /// Towards more cohesion.
        Opening = "opening",
        /// Towards less cohesion.
        Closing = "closing",
    }
}

impl EntityId for OutcomeId {
    type Data = OutcomeData;
    const KIND: Kind = Kind::Outcome;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<OutcomeData> {
        match self {
            Self::CohesiveOpen => record!(OutcomeData { polarity: Polarity::Opening }, page![line(29)]),
            Self::ClosedFragmented => record!(OutcomeData { polarity: Polarity::Closing }, page![line(29)]),
        }
    }
}

impl Content for OutcomeId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];
}

impl<'a> Entity<'a, OutcomeId> {
    /// The concepts that name the outcome.
    pub fn concepts(self) -> impl Iterator<Item = Concept<'a>> {
        self.referring::<ConceptId>(move |concept| concept.outcomes.contains(&self.id()))
    }
}
