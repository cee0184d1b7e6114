//! The project, those that it worked with, and the programme that pays for it.

use serde::{Deserialize, Serialize};

use super::concept::ConceptId;
use super::country::CountryId;
use super::event::CrisisId;
use super::method::MethodId;
use super::objective::ObjectiveId;
use super::organisation::OrganisationId;
use super::population::PopulationId;
use super::scope::ScopeId;
use super::video::VideoId;
use super::{Content, Entity, EntityId, Field, field, ids, record};
use crate::format::{Arguments, Format, NameArguments};
use crate::provenance::{
    External, List, Provenance, Record, Str, external, line, lines, list, page, slice, str,
};
use crate::{
    Concept, Country, Kind, Method, Objective, Organisation, Population, Programme, Project, Scope, Text,
    Video,
};

ids! {
    /// Identifies a [`Project`].
    ///
    /// ```
    /// use whole_comm::{EntityId, Library, Locale, ProjectId};
    ///
    /// let en = Library::embedded().edition(Locale::English);
    /// let project = en.project(ProjectId::WholeComm);
    /// assert_eq!(project.countries().count(), 10);
    /// assert_eq!(project.funder().map(|funder| funder.short_name().to_string()).as_deref(), Some("EU"));
    ///
    /// // From outside the page, and so with its source.
    /// let grant = ProjectId::WholeComm.data().grant_agreement.as_ref();
    /// assert_eq!(grant.map(|fact| fact.source.as_ref()), Some("cordis.europa.eu/project/id/101004714"));
    /// ```
    pub enum ProjectId: "project" {
        /// The project that the page presents.
        WholeComm = "whole-comm",
        /// Co-organiser of the webinar.
        Matilde = "matilde",
        /// Co-organiser of the webinar.
        WelcomingSpaces = "welcoming-spaces",
    }
}

/// What is known of a project. What is not an [`External`] stands on the page. Lists and options are empty where nothing is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProjectData {
    /// The name, the same in every language.
    pub name: Str,
    /// Whether the page presents the project, or only names it.
    pub role: Role,
    /// The programme that funds it.
    pub programme: Option<ProgrammeId>,
    /// Who pays for it.
    pub funder: Option<OrganisationId>,
    /// How the study is built.
    pub design: Option<Design>,
    /// The families of its methods. The page assigns no single method to a family.
    pub method_families: List<MethodFamily>,
    /// Examples of its methods; the page says that there are others.
    pub methods: List<MethodId>,
    /// The approach that it takes.
    pub approach: Option<ConceptId>,
    /// Whose integration it studies.
    pub population: Option<PopulationId>,
    /// The countries, those inside the European Union first, both in the order of the page.
    pub countries: List<CountryId>,
    /// How large the study is.
    pub scopes: List<ScopeId>,
    /// What it sets out to do.
    pub objectives: List<ObjectiveId>,
    /// The title in full, in English.
    pub full_title: Option<External<Str>>,
    /// The number of the grant agreement with the European Union, in digits.
    pub grant_agreement: Option<External<Str>>,
    /// The name of the coordinating institution, in its own language.
    pub coordinator: Option<External<Str>>,
    /// The web site, as a whole address with `https://`.
    pub website: Option<External<Str>>,
    /// The address of the page about Belgium itself, in Dutch, with its `https://`.
    pub page: Option<External<Str>>,
}

ids! {
    /// What a project is to the page.
    pub enum Role: "role" {
        /// The page presents it.
        Main = "main",
        /// The page names it as a co-organiser.
        Partner = "partner",
    }
}

ids! {
    /// How a study is built.
    pub enum Design: "design" {
        /// It compares countries and places.
        Comparative = "comparative",
    }
}

ids! {
    /// A family of research methods.
    pub enum MethodFamily: "method family" {
        /// Qualitative methods.
        Qualitative = "qualitative",
        /// Quantitative methods.
        Quantitative = "quantitative",
    }
}

const fn partner(
    name: &'static str,
    full_title: External<Str>,
    website: External<Str>,
) -> Record<ProjectData> {
    Record {
        data: ProjectData {
            name: str(name),
            role: Role::Partner,
            programme: None,
            funder: None,
            design: None,
            method_families: list![],
            methods: list![],
            approach: None,
            population: None,
            countries: list![],
            scopes: list![],
            objectives: list![],
            full_title: Some(full_title),
            grant_agreement: None,
            coordinator: None,
            website: Some(website),
            page: None,
        },
        provenance: Provenance {
            lines: list![line(66)],
            emended: list![],
            truncated: None,
            external: list![str("full_title"), str("website")],
            notes: list![],
        },
    }
}

impl EntityId for ProjectId {
    type Data = ProjectData;
    const KIND: Kind = Kind::Project;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<ProjectData> {
        match self {
            Self::WholeComm => record!(
                ProjectData {
                    name: str("Whole-COMM"),
                    role: Role::Main,
                    programme: Some(ProgrammeId::Horizon2020),
                    funder: Some(OrganisationId::EuropeanUnion),
                    design: Some(Design::Comparative),
                    method_families: list![MethodFamily::Qualitative, MethodFamily::Quantitative],
                    methods: list![MethodId::AttitudeSurvey, MethodId::PolicyImpactAnalysis],
                    approach: Some(ConceptId::WholeOfCommunity),
                    population: Some(PopulationId::PostCrisisMigrants),
                    countries: slice(CountryId::ALL),
                    scopes: list![
                        ScopeId::LocalCommunities,
                        ScopeId::Municipalities,
                        ScopeId::EuCountries,
                        ScopeId::NonEuCountries,
                    ],
                    objectives: slice(ObjectiveId::ALL),
                    full_title: Some(external(
                        "Exploring the Integration of Post-2014 Migrants in Small and Medium-sized Towns and Rural \
                         Areas from a Whole of Community Perspective",
                        "cordis.europa.eu/project/id/101004714",
                    )),
                    grant_agreement: Some(external("101004714", "cordis.europa.eu/project/id/101004714")),
                    coordinator: Some(external("Collegio Carlo Alberto", "brussels-school.be")),
                    website: Some(external("https://whole-comm.eu/", "whole-comm.eu")),
                    page: Some(external("https://whole-comm.eu/belgium-dutch/", "whole-comm.eu")),
                },
                Provenance {
                    lines: list![lines(1, 15), lines(21, 31)],
                    emended: list![],
                    truncated: None,
                    external: list![
                        str("full_title"),
                        str("grant_agreement"),
                        str("coordinator"),
                        str("website"),
                        str("page"),
                    ],
                    notes: list![
                        str(
                            "the page gives two counts, 40 local communities (line 5) and 49 municipalities (line 31), \
                             for the same countries; both are kept"
                        ),
                        str(
                            "the page speaks of migrants who arrived after the crisis of 2015 (line 3), since 2014 \
                             (lines 17 and 19) and of post-2014 migrants (lines 45 and 51); none is derived from another"
                        ),
                        str("the two methods are examples, not the full list"),
                    ],
                },
            ),
            Self::Matilde => {
                const {
                    &partner(
                        "MATILDE",
                        external(
                            "Migration Impact Assessment to Enhance Integration and Local Development in European Rural \
                         and Mountain Areas",
                            "cordis.europa.eu/project/id/870831",
                        ),
                        external("https://matilde-migration.eu/", "matilde-migration.eu"),
                    )
                }
            }
            Self::WelcomingSpaces => {
                const {
                    &partner(
                        "Welcoming Spaces",
                        external(
                            "Investing in ‘Welcoming Spaces’ in Europe: revitalizing shrinking areas by hosting non-EU \
                         migrants",
                            "cordis.europa.eu/project/id/870952",
                        ),
                        external("https://welcomingspaces.eu/", "welcomingspaces.eu"),
                    )
                }
            }
        }
    }
}

impl Content for ProjectId {
    const FIELDS: &'static [Field] = &[
        Field::NAME,
        Field::prose("summary"),
        Field::prose("description"),
        Field::prose("design"),
        Field::prose("question"),
        Field::prose("rationale"),
        Field::computed("countries"),
    ];

    fn has(self, optional_field: &str) -> bool {
        match optional_field {
            "description" | "design" | "question" | "rationale" | "countries" => {
                self.data().role == Role::Main
            }
            _ => true,
        }
    }

    fn name_arguments(self, arguments: &mut NameArguments<'_>) {
        arguments.verbatim("name", &self.data().name);
    }

    fn arguments(self, arguments: &mut Arguments<'_>) {
        match self {
            Self::WholeComm => {
                arguments.name("crisis", CrisisId::Crisis2015, "name");
                arguments.verbatim("programme", &ProgrammeId::Horizon2020.data().name);
                for scope in self.data().scopes.iter().chain([&ScopeId::Countries]) {
                    arguments.name(scope.as_str(), *scope, "name");
                }
                let (inside, outside): (Vec<_>, Vec<_>) =
                    self.data().countries.iter().partition(|country| country.data().eu_member);
                arguments.names("eu-country-names", inside.into_iter().copied(), "with-article");
                arguments.names("non-eu-country-names", outside.into_iter().copied(), "with-article");
                arguments.names("methods", self.data().methods.iter().copied(), "with-article");
            }
            Self::Matilde | Self::WelcomingSpaces => {
                let organisers = &VideoId::Webinar.data().organisers;
                arguments.names(
                    "partners",
                    organisers.iter().copied().filter(|&other| other != self),
                    "name",
                );
                arguments.date("webinar", VideoId::Webinar.data().date);
            }
        }
    }

    fn computed(self, _field: &str, format: Format<'_>) -> Option<String> {
        Some(format.names(self.data().countries.iter().copied(), "with-article"))
    }
}

impl<'a> Entity<'a, ProjectId> {
    /// How the study is built and which methods it combines, in a paragraph.
    pub fn design(self) -> Option<Text<'a>> {
        self.optional(const { field::<ProjectId>("design") })
    }

    /// What the study wants to find out, in a sentence.
    pub fn research_question(self) -> Option<Text<'a>> {
        self.optional(const { field::<ProjectId>("question") })
    }

    /// Why the study matters, in a sentence.
    pub fn rationale(self) -> Option<Text<'a>> {
        self.optional(const { field::<ProjectId>("rationale") })
    }

    /// The countries as a list in a sentence, with their articles.
    pub fn country_names(self) -> Option<Text<'a>> {
        self.optional(const { field::<ProjectId>("countries") })
    }

    /// The title in full, in English; from outside the page.
    pub fn full_title(self) -> Option<Text<'static>> {
        self.data().full_title.as_ref().map(|title| Text::original(&title.value, "en"))
    }

    /// The programme that funds the project.
    pub fn programme(self) -> Option<Programme<'a>> {
        self.data().programme.map(|id| self.related(id))
    }

    /// Who pays for the project.
    pub fn funder(self) -> Option<Organisation<'a>> {
        self.data().funder.map(|id| self.related(id))
    }

    /// The approach that the project takes.
    pub fn approach(self) -> Option<Concept<'a>> {
        self.data().approach.map(|id| self.related(id))
    }

    /// Whose integration the project studies.
    pub fn population(self) -> Option<Population<'a>> {
        self.data().population.map(|id| self.related(id))
    }

    /// The countries, those inside the European Union first.
    pub fn countries(self) -> impl Iterator<Item = Country<'a>> {
        self.all_related(&self.data().countries)
    }

    /// How large the study is.
    pub fn scopes(self) -> impl Iterator<Item = Scope<'a>> {
        self.all_related(&self.data().scopes)
    }

    /// What the project sets out to do.
    pub fn objectives(self) -> impl Iterator<Item = Objective<'a>> {
        self.all_related(&self.data().objectives)
    }

    /// The videos that the project organised.
    pub fn videos(self) -> impl Iterator<Item = Video<'a>> {
        self.referring::<VideoId>(move |video| video.organisers.contains(&self.id()))
    }

    /// The methods that the page names as examples.
    pub fn methods(self) -> impl Iterator<Item = Method<'a>> {
        self.all_related(&self.data().methods)
    }
}

ids! {
    /// Identifies a [`Programme`].
    pub enum ProgrammeId: "programme" {
        /// Horizon 2020.
        Horizon2020 = "horizon-2020",
    }
}

/// What the page says of a funding programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProgrammeData {
    /// The name, the same in every language.
    pub name: Str,
    /// What it pays for.
    pub kind: ProgrammeKind,
    /// Whose money it is.
    pub funder: OrganisationId,
}

ids! {
    /// What a programme pays for.
    pub enum ProgrammeKind: "kind of programme" {
        /// Research and innovation.
        ResearchAndInnovation = "research-and-innovation",
    }
}

impl EntityId for ProgrammeId {
    type Data = ProgrammeData;
    const KIND: Kind = Kind::Programme;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<ProgrammeData> {
        match self {
            Self::Horizon2020 => record!(
                ProgrammeData {
                    name: str("Horizon 2020"),
                    kind: ProgrammeKind::ResearchAndInnovation,
                    funder: OrganisationId::EuropeanUnion,
                },
                page![line(5)],
            ),
        }
    }
}

impl Content for ProgrammeId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];

    fn name_arguments(self, arguments: &mut NameArguments<'_>) {
        arguments.verbatim("name", &self.data().name);
    }
}

impl<'a> Entity<'a, ProgrammeId> {
    /// Whose money it is.
    pub fn funder(self) -> Organisation<'a> {
        self.related(self.data().funder)
    }

    /// The projects that it funds.
    pub fn projects(self) -> impl Iterator<Item = Project<'a>> {
        self.referring::<ProjectId>(move |project| project.programme == Some(self.id()))
    }
}
