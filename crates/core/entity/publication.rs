//! Publications about Belgium, who wrote them, and the image beside one of them.

use serde::{Deserialize, Serialize};

use super::country::CountryId;
use super::event::CrisisId;
use super::method::MethodId;
use super::population::PopulationId;
use super::region::RegionId;
use super::scope::ScopeId;
use super::{Content, Entity, EntityId, Field, field, ids, record};
use crate::format::{Arguments, Format, NameArguments};
use crate::provenance::{
    External, List, Provenance, Record, Str, emendation, external, line, lines, list, page, remarked, slice,
    str, truncation,
};
use crate::{Country, Crisis, Image, Kind, Method, Person, Population, Publication, Region, Scope, Text};

ids! {
    /// Identifies a [`Publication`].
    ///
    /// ```
    /// use whole_comm::{Library, Locale, PublicationId};
    ///
    /// let nl = Library::embedded().edition(Locale::Dutch);
    /// let article = nl.publication(PublicationId::HousingExclusionFlanders);
    /// assert_eq!(article.author_names().as_deref(), Some("Ilke Adam, Laura Westerveen en Louise Hantson"));
    /// // The title stays English, and says so.
    /// assert_eq!(article.title().lang(), "en");
    /// ```
    pub enum PublicationId: "publication" {
        /// The article on housing in Flanders.
        HousingExclusionFlanders = "housing-exclusion-flanders",
        /// The country report on social relations.
        SocialRelations = "social-relations",
        /// The country report on access to services.
        AccessToServices = "access-to-services",
        /// The country report on multilevel dynamics.
        MultilevelDynamics = "multilevel-dynamics",
    }
}

/// What the page says of a publication. It gives none of the four a date, an address or a number of pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PublicationData {
    /// The title, in the `language` of the publication.
    pub title: Str,
    /// The language of the publication, as a BCP 47 tag.
    pub language: Str,
    /// What sort of publication it is.
    pub kind: PublicationKind,
    /// The authors, in the order of the page; empty where it names none.
    pub authors: List<PersonId>,
    /// The country that it is about.
    pub country: CountryId,
    /// The regions that it is about, where the page names them.
    pub regions: List<RegionId>,
    /// Where its research was done; `None` where the page does not say.
    pub scope: Option<ScopeId>,
    /// The methods that it rests on.
    pub methods: List<MethodId>,
    /// The groups of people that it speaks of.
    pub populations: List<PopulationId>,
    /// The crises that its announcement speaks of.
    pub crises: List<CrisisId>,
    /// What it examines, in the order of the page.
    pub examines: List<Topic>,
    /// The items of its overview, as far as the page shows them: the page breaks off before the end of the overview.
    pub overview: List<Topic>,
    /// The web address, with its `https://`. The page has none.
    pub url: Option<External<Str>>,
}

ids! {
    /// What sort of publication one is.
    pub enum PublicationKind: "kind of publication" {
        /// An article.
        Article = "article",
        /// A report on one country.
        CountryReport = "country-report",
    }
}

ids! {
    /// A topic of a publication.
    pub enum Topic: "topic" {
        /// Housing.
        Housing = "housing",
        /// Employment.
        Employment = "employment",
        /// Other resources.
        OtherResources = "other-resources",
        /// Barriers in relation to housing.
        HousingBarriers = "housing-barriers",
        /// Local integration initiatives.
        IntegrationInitiatives = "integration-initiatives",
        /// Local frames of integration.
        IntegrationFrames = "integration-frames",
        /// The dynamics of multilevel governance.
        MultilevelGovernance = "multilevel-governance",
    }
}

impl EntityId for PublicationId {
    type Data = PublicationData;
    const KIND: Kind = Kind::Publication;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<PublicationData> {
        match self {
            Self::HousingExclusionFlanders => record!(
                PublicationData {
                    title: str(
                        "Exclusion policies? The long-term housing crisis for migrants and refugees in Flanders \
                         (Belgium)",
                    ),
                    language: str("en"),
                    kind: PublicationKind::Article,
                    authors: slice(PersonId::ALL),
                    country: CountryId::Belgium,
                    regions: list![RegionId::Flanders],
                    scope: None,
                    methods: list![],
                    populations: list![PopulationId::Migrants, PopulationId::Refugees],
                    crises: list![CrisisId::LongTermHousingCrisis, CrisisId::ReceptionCrisis],
                    examines: list![Topic::Housing],
                    overview: list![],
                    url: Some(external(
                        "https://whole-comm.eu/blogs/exclusion-policies-the-long-term-housing-crisis-for-migrants-and-\
                         refugees-in-flanders-belgium/",
                        "whole-comm.eu",
                    )),
                },
                Provenance {
                    lines: list![lines(33, 41)],
                    emended: list![],
                    truncated: Some(truncation(39, "with a")),
                    external: list![str("url")],
                    notes: list![
                        str("the page does not say what sort of publication it is; article is our word"),
                        str("the names of the authors stand inside the announcement, between two sentences"),
                    ],
                },
            ),
            Self::SocialRelations => record!(
                PublicationData {
                    title: str(
                        "Country report on social relations, individual attitudes and migrant integration experiences \
                         – Belgium",
                    ),
                    language: str("en"),
                    kind: PublicationKind::CountryReport,
                    authors: list![],
                    country: CountryId::Belgium,
                    regions: list![RegionId::Flanders, RegionId::Wallonia],
                    scope: Some(ScopeId::BelgianLocalities),
                    methods: list![MethodId::Interviews, MethodId::FocusGroups],
                    populations: list![PopulationId::Post2014Migrants, PopulationId::LongTermResidents],
                    crises: list![],
                    examines: list![],
                    overview: list![],
                    url: Some(external(
                        "https://whole-comm.eu/deliverables/country-report/country-report-on-social-relations-\
                         individual-attitudes-and-migrant-integration-experiences-belgium/",
                        "whole-comm.eu",
                    )),
                },
                Provenance {
                    lines: list![lines(43, 47)],
                    emended: list![],
                    truncated: Some(truncation(45, "long-term residents")),
                    external: list![str("url")],
                    notes: list![str(
                        "the page does not say how many of the four places lie in which region"
                    )],
                },
            ),
            Self::AccessToServices => record!(
                PublicationData {
                    title: str("Country report on access to services – Belgium"),
                    language: str("en"),
                    kind: PublicationKind::CountryReport,
                    authors: list![],
                    country: CountryId::Belgium,
                    regions: list![],
                    scope: Some(ScopeId::BelgianLocalities),
                    methods: list![MethodId::Interviews],
                    populations: list![PopulationId::Post2014Migrants],
                    crises: list![],
                    examines: list![Topic::Housing, Topic::Employment, Topic::OtherResources],
                    overview: list![Topic::HousingBarriers],
                    url: None,
                },
                Provenance {
                    lines: list![lines(49, 53)],
                    emended: list![emendation(51, "each of the for", "each of the four")],
                    truncated: Some(truncation(51, "housing")),
                    external: list![],
                    notes: list![str("the first item of the overview is the only one that the page shows")],
                },
            ),
            Self::MultilevelDynamics => record!(
                PublicationData {
                    title: str("Country report on multilevel dynamics – Belgium"),
                    language: str("en"),
                    kind: PublicationKind::CountryReport,
                    authors: list![],
                    country: CountryId::Belgium,
                    regions: list![],
                    scope: Some(ScopeId::BelgianLocalities),
                    methods: list![MethodId::Interviews],
                    populations: list![PopulationId::Immigrants],
                    crises: list![],
                    examines: list![],
                    overview: list![
                        Topic::IntegrationInitiatives,
                        Topic::IntegrationFrames,
                        Topic::MultilevelGovernance,
                    ],
                    url: None,
                },
                Provenance {
                    lines: list![lines(55, 59)],
                    emended: list![],
                    truncated: Some(truncation(57, "horizontal and vertical")),
                    external: list![],
                    notes: list![str(
                        "a fourth item of the overview has lost its noun where the page breaks off, and is left out"
                    )],
                },
            ),
        }
    }
}

impl Content for PublicationId {
    const FIELDS: &'static [Field] =
        &[Field::NAME, Field::prose("summary"), Field::prose("description"), Field::computed("authors")];

    fn has(self, optional_field: &str) -> bool {
        optional_field != "authors" || !self.data().authors.is_empty()
    }

    fn arguments(self, arguments: &mut Arguments<'_>) {
        if let Some(scope) = self.data().scope {
            arguments.name("localities", scope, "name");
        }
        if let Some(focus_groups) = MethodId::FocusGroups.data().count {
            arguments.count("focus-groups", focus_groups.into());
        }
        arguments.names("populations", self.data().populations.iter().copied(), "name");
        arguments.name("post-2014-migrants", PopulationId::Post2014Migrants, "name");
        arguments.name("long-term-residents", PopulationId::LongTermResidents, "name");
        arguments.names("regions", self.data().regions.iter().copied(), "with-article");
        arguments.names("regions-in", self.data().regions.iter().copied(), "in");
        if let Some(time) = CrisisId::ReceptionCrisis.data().time {
            arguments.date("reception-crisis", time.date);
        }
        arguments.name("reception-crisis-name", CrisisId::ReceptionCrisis, "name");
    }

    fn computed(self, _field: &str, format: Format<'_>) -> Option<String> {
        Some(format.list(self.data().authors.iter().map(|author| &author.data().name)))
    }
}

impl<'a> Entity<'a, PublicationId> {
    /// The title in the language of the publication, exact to the letter.
    pub fn title(self) -> Text<'static> {
        Text::original(&self.data().title, &self.data().language)
    }

    /// The authors as a list in a sentence; `None` where the page names none.
    pub fn author_names(self) -> Option<Text<'a>> {
        self.optional(const { field::<PublicationId>("authors") })
    }

    /// The authors, in the order of the page.
    pub fn authors(self) -> impl Iterator<Item = Person<'a>> {
        self.all_related(&self.data().authors)
    }

    /// The country that the publication is about.
    pub fn country(self) -> Country<'a> {
        self.related(self.data().country)
    }

    /// The regions that the publication is about, where the page names them.
    pub fn regions(self) -> impl Iterator<Item = Region<'a>> {
        self.all_related(&self.data().regions)
    }

    /// Where its research was done.
    pub fn scope(self) -> Option<Scope<'a>> {
        self.data().scope.map(|id| self.related(id))
    }

    /// The methods that the publication rests on.
    pub fn methods(self) -> impl Iterator<Item = Method<'a>> {
        self.all_related(&self.data().methods)
    }

    /// The groups of people that the publication speaks of.
    pub fn populations(self) -> impl Iterator<Item = Population<'a>> {
        self.all_related(&self.data().populations)
    }

    /// The crises that the announcement speaks of.
    pub fn crises(self) -> impl Iterator<Item = Crisis<'a>> {
        self.all_related(&self.data().crises)
    }

    /// The images beside the announcement.
    pub fn images(self) -> impl Iterator<Item = Image<'a>> {
        self.referring::<ImageId>(move |image| image.publication == self.id())
    }
}

ids! {
    /// Identifies a [`Person`], in the order of the page.
    pub enum PersonId: "person" {
        /// Ilke Adam.
        IlkeAdam = "ilke-adam",
        /// Laura Westerveen.
        LauraWesterveen = "laura-westerveen",
        /// Louise Hantson.
        LouiseHantson = "louise-hantson",
    }
}

/// What the page says of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PersonData {
    /// The position in the page's order, from 1.
    pub order: u8,
    /// The name, the same in every language.
    pub name: Str,
}

impl EntityId for PersonId {
    type Data = PersonData;
    const KIND: Kind = Kind::Person;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<PersonData> {
        match self {
            Self::IlkeAdam => record!(PersonData { order: 1, name: str("Ilke Adam") }, page![line(39)]),
            Self::LauraWesterveen => {
                record!(PersonData { order: 2, name: str("Laura Westerveen") }, page![line(39)])
            }
            Self::LouiseHantson => {
                record!(PersonData { order: 3, name: str("Louise Hantson") }, page![line(39)])
            }
        }
    }
}

impl Content for PersonId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];

    fn name_arguments(self, arguments: &mut NameArguments<'_>) {
        arguments.verbatim("name", &self.data().name);
    }

    fn arguments(self, arguments: &mut Arguments<'_>) {
        let publication = PublicationId::HousingExclusionFlanders;
        let coauthors = publication.data().authors.iter().copied().filter(|&author| author != self);
        arguments.names("coauthors", coauthors, "name");
        arguments.verbatim("title", &publication.data().title);
    }
}

impl<'a> Entity<'a, PersonId> {
    /// What the person wrote.
    pub fn publications(self) -> impl Iterator<Item = Publication<'a>> {
        self.referring::<PublicationId>(move |publication| publication.authors.contains(&self.id()))
    }
}

ids! {
    /// Identifies an [`Image`].
    pub enum ImageId: "image" {
        /// The image beside the article on housing.
        HousesInACity = "houses-in-a-city",
    }
}

/// What the page says of an image.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ImageData {
    /// The publication beside which it stands.
    pub publication: PublicationId,
}

impl EntityId for ImageId {
    type Data = ImageData;
    const KIND: Kind = Kind::Image;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<ImageData> {
        match self {
            Self::HousesInACity => record!(
                ImageData { publication: PublicationId::HousingExclusionFlanders },
                remarked!(
                    [line(35)],
                    [str("the page shows only the alternative text, as a line of its own")]
                ),
            ),
        }
    }
}

/// The name of an image is its alternative text.
impl Content for ImageId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];
}

impl<'a> Entity<'a, ImageId> {
    /// The publication beside which it stands.
    pub fn publication(self) -> Publication<'a> {
        self.related(self.data().publication)
    }
}
