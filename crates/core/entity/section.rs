//! The sections of the page, and which entities each of them shows.

use serde::{Deserialize, Serialize};

use super::concept::{ConceptId, OutcomeId};
use super::event::ChallengeId;
use super::kind::{AnyEntity, AnyId};
use super::method::MethodId;
use super::objective::{ModalityId, ObjectiveId};
use super::project::{ProgrammeId, ProjectId};
use super::publication::PublicationId;
use super::region::RegionId;
use super::scope::ScopeId;
use super::video::VideoId;
use super::{Content, Entity, EntityId, Field, ids, record};
use crate::Kind;
use crate::format::Arguments;
use crate::provenance::{List, Record, lines, list, page, remarked, str};

ids! {
    /// Identifies a [`Section`](crate::Section), from the top of the page to its end.
    ///
    /// ```
    /// use whole_comm::{Library, Locale, SectionId};
    ///
    /// let en = Library::embedded().edition(Locale::English);
    /// let headings: Vec<_> = en.page().map(|section| section.name().capitalized().into_owned()).collect();
    /// assert_eq!(headings[4], "How does the research work?");
    /// assert_eq!(en.section(SectionId::Regions).entities().count(), 3);
    /// ```
    pub enum SectionId: "section" {
        /// What the project is.
        Lead = "lead",
        /// What it sets out to do.
        Objectives = "objectives",
        /// Which Belgian regions it looks at.
        Regions = "regions",
        /// Why it looks at small places.
        WhySmall = "why-small",
        /// How it works.
        Method = "method",
        /// What was published about Belgium.
        Publications = "publications",
        /// What there is to watch.
        Videos = "videos",
    }
}

/// What a section shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SectionData {
    /// The position in the page's order, from 1.
    pub order: u8,
    /// The entities, in the order of the page.
    pub entities: List<AnyId>,
}

impl EntityId for SectionId {
    type Data = SectionData;
    const KIND: Kind = Kind::Section;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<SectionData> {
        match self {
            Self::Lead => record!(
                SectionData {
                    order: 1,
                    entities: list![
                        AnyId::Project(ProjectId::WholeComm),
                        AnyId::Programme(ProgrammeId::Horizon2020),
                        AnyId::Scope(ScopeId::LocalCommunities),
                    ],
                },
                page![lines(1, 5)],
            ),
            Self::Objectives => record!(
                SectionData {
                    order: 2,
                    entities: list![
                        AnyId::Objective(ObjectiveId::BridgeResearchGap),
                        AnyId::Objective(ObjectiveId::ShapePolicy),
                        AnyId::Modality(ModalityId::CommunityPolicyLabs),
                        AnyId::Modality(ModalityId::CoCreation),
                    ],
                },
                page![lines(7, 11)],
            ),
            Self::Regions => record!(
                SectionData {
                    order: 3,
                    entities: list![
                        AnyId::Region(RegionId::Wallonia),
                        AnyId::Region(RegionId::Flanders),
                        AnyId::Region(RegionId::BrusselsCapital),
                    ],
                },
                remarked!(
                    [lines(13, 19)],
                    [str(
                        "the page says that the reception centres are more or less evenly spread over the two \
                           regions, and then gives shares of persons that are 7.4 points apart"
                    )]
                ),
            ),
            Self::WhySmall => record!(
                SectionData {
                    order: 4,
                    entities: list![
                        AnyId::Challenge(ChallengeId::Covid19),
                        AnyId::Challenge(ChallengeId::UkrainianArrivals),
                    ],
                },
                remarked!(
                    [lines(21, 25)],
                    [str("the page says today and in recent years without a date; the texts leave both out")]
                ),
            ),
            Self::Method => record!(
                SectionData {
                    order: 5,
                    entities: list![
                        AnyId::Concept(ConceptId::WholeOfCommunity),
                        AnyId::Concept(ConceptId::WholeOfSociety),
                        AnyId::Outcome(OutcomeId::CohesiveOpen),
                        AnyId::Outcome(OutcomeId::ClosedFragmented),
                        AnyId::Scope(ScopeId::Municipalities),
                        AnyId::Method(MethodId::AttitudeSurvey),
                        AnyId::Method(MethodId::PolicyImpactAnalysis),
                    ],
                },
                page![lines(27, 31)],
            ),
            Self::Publications => record!(
                SectionData {
                    order: 6,
                    entities: list![
                        AnyId::Publication(PublicationId::HousingExclusionFlanders),
                        AnyId::Publication(PublicationId::SocialRelations),
                        AnyId::Publication(PublicationId::AccessToServices),
                        AnyId::Publication(PublicationId::MultilevelDynamics),
                    ],
                },
                remarked!(
                    [lines(33, 59)],
                    [str("the page is Dutch; its blocks on publications and videos are English")]
                ),
            ),
            Self::Videos => {
                record!(
                    SectionData { order: 7, entities: list![AnyId::Video(VideoId::Webinar)] },
                    page![lines(61, 66)],
                )
            }
        }
    }
}

impl Content for SectionId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary"), Field::prose("description")];

    fn has(self, optional_field: &str) -> bool {
        optional_field != "description" || matches!(self, Self::Regions | Self::WhySmall)
    }

    fn arguments(self, arguments: &mut Arguments<'_>) {
        match self {
            Self::Objectives => {
                arguments.count("modalities", count(ModalityId::ALL));
                arguments.names("modality-names", ModalityId::ALL.iter().copied(), "name");
            }
            Self::Regions => arguments.name("belgian-regions", ScopeId::BelgianRegions, "name"),
            Self::WhySmall => arguments.count("challenges", count(ChallengeId::ALL)),
            Self::Method => {
                for scope in [ScopeId::Municipalities, ScopeId::EuCountries, ScopeId::NonEuCountries] {
                    arguments.name(scope.as_str(), scope, "name");
                }
            }
            Self::Publications => arguments.count("publications", count(PublicationId::ALL)),
            Self::Videos => arguments.count("videos", count(VideoId::ALL)),
            Self::Lead => {}
        }
    }
}

/// How many ids there are, as a number for plural selection.
fn count<T>(ids: &[T]) -> u32 {
    u32::try_from(ids.len()).unwrap_or(u32::MAX)
}

impl<'a> Entity<'a, SectionId> {
    /// The entities that the section shows, in the order of the page.
    pub fn entities(self) -> impl Iterator<Item = AnyEntity<'a>> {
        self.data().entities.iter().map(move |&id| self.edition().any(id))
    }
}
