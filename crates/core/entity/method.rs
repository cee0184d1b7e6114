//! Research methods, and what they look at.

use serde::{Deserialize, Serialize};

use super::population::PopulationId;
use super::project::ProjectId;
use super::publication::PublicationId;
use super::{Content, Entity, EntityId, Field, field, ids, record};
use crate::format::Arguments;
use crate::provenance::{List, Record, line, list, page, remarked, str};
use crate::{Kind, Method, Population, Project, Publication, Text, Variable};

ids! {
    /// Identifies a [`Method`].
    ///
    /// ```
    /// use whole_comm::{EntityId, Library, Locale, MethodId};
    ///
    /// let nl = Library::embedded().edition(Locale::Dutch);
    /// assert_eq!(nl.method(MethodId::Interviews).publications().count(), 3);
    /// assert_eq!(MethodId::FocusGroups.data().count, Some(4));
    /// ```
    pub enum MethodId: "method" {
        /// The survey of attitudes.
        AttitudeSurvey = "attitude-survey",
        /// The analysis of what policy brings about.
        PolicyImpactAnalysis = "policy-impact-analysis",
        /// The interviews for the country reports.
        Interviews = "interviews",
        /// The focus groups for the report on social relations.
        FocusGroups = "focus-groups",
    }
}

/// What the page says of a method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MethodData {
    /// How many times it was used, where the page says so.
    pub count: Option<u16>,
    /// Of whom it asks, or who takes part, as far as the page says.
    pub populations: List<PopulationId>,
    /// What it looks at.
    pub variables: List<VariableId>,
}

impl EntityId for MethodId {
    type Data = MethodData;
    const KIND: Kind = Kind::Method;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<MethodData> {
        match self {
            Self::AttitudeSurvey => record!(
                MethodData {
                    count: None,
                    populations: list![PopulationId::Refugees, PopulationId::AsylumSeekers],
                    variables: list![VariableId::Attitudes],
                },
                page![line(31)],
            ),
            Self::PolicyImpactAnalysis => record!(
                MethodData {
                    count: None,
                    populations: list![PopulationId::Immigrants],
                    variables: list![VariableId::SocialCohesion, VariableId::IntegrationTrajectories],
                },
                page![line(31)],
            ),
            Self::Interviews => record!(
                MethodData {
                    count: None,
                    populations: list![PopulationId::Post2014Migrants],
                    variables: list![],
                },
                remarked!(
                    [line(45), line(51), line(57)],
                    [str(
                        "the page does not say how many interviews there were, and names those interviewed only for \
                           the report of line 45"
                    )]
                ),
            ),
            Self::FocusGroups => record!(
                MethodData {
                    count: Some(4),
                    populations: list![PopulationId::LongTermResidents],
                    variables: list![],
                },
                remarked!([line(45)], [str("the page breaks off before it names the other participants")]),
            ),
        }
    }
}

impl Content for MethodId {
    const FIELDS: &'static [Field] =
        &[Field::NAME, Field::name_form("with-article"), Field::prose("summary")];

    fn arguments(self, arguments: &mut Arguments<'_>) {
        if let Some(count) = self.data().count {
            arguments.count("count", count.into());
        }
    }
}

impl<'a> Entity<'a, MethodId> {
    /// The name with its article, where the language uses one: *une enquête d’opinion*.
    pub fn with_article(self) -> Text<'a> {
        self.text(const { field::<MethodId>("with-article") })
    }

    /// Of whom the method asks, or who takes part.
    pub fn populations(self) -> impl Iterator<Item = Population<'a>> {
        self.all_related(&self.data().populations)
    }

    /// What the method looks at.
    pub fn variables(self) -> impl Iterator<Item = Variable<'a>> {
        self.all_related(&self.data().variables)
    }

    /// The projects that use the method as a whole.
    pub fn projects(self) -> impl Iterator<Item = Project<'a>> {
        self.referring::<ProjectId>(move |project| project.methods.contains(&self.id()))
    }

    /// The publications that rest on the method.
    pub fn publications(self) -> impl Iterator<Item = Publication<'a>> {
        self.referring::<PublicationId>(move |publication| publication.methods.contains(&self.id()))
    }
}

ids! {
    /// Identifies a [`Variable`].
    pub enum VariableId: "research variable" {
        /// Attitudes towards refugees and asylum seekers.
        Attitudes = "attitudes",
        /// Social cohesion.
        SocialCohesion = "social-cohesion",
        /// The paths of immigrants; not the Flemish policy, which is
        /// [`PolicyId::CivicIntegration`](crate::PolicyId::CivicIntegration).
        IntegrationTrajectories = "integration-trajectories",
    }
}

/// What the page says of a research variable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VariableData {
    /// Of whom it is a property, where the page says so.
    pub of: Option<PopulationId>,
}

impl EntityId for VariableId {
    type Data = VariableData;
    const KIND: Kind = Kind::Variable;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<VariableData> {
        match self {
            Self::Attitudes | Self::SocialCohesion => {
                record!(VariableData { of: None }, page![line(31)])
            }
            Self::IntegrationTrajectories => record!(
                VariableData { of: Some(PopulationId::Immigrants) },
                remarked!(
                    [line(31)],
                    [str(
                        "line 19 uses the same Dutch word for the civic integration programme of Flanders, which is \
                           another thing"
                    )]
                ),
            ),
        }
    }
}

impl Content for VariableId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];
}

impl<'a> Entity<'a, VariableId> {
    /// The methods that look at it.
    pub fn methods(self) -> impl Iterator<Item = Method<'a>> {
        self.referring::<MethodId>(move |method| method.variables.contains(&self.id()))
    }

    /// Of whom it is a property, where the page says so.
    pub fn population(self) -> Option<Population<'a>> {
        self.data().of.map(|id| self.related(id))
    }
}
