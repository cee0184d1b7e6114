//! The counts that say how large the study is.

use serde::{Deserialize, Serialize};

use super::country::CountryId;
use super::project::ProjectId;
use super::publication::PublicationId;
use super::region::RegionId;
use super::{Content, Entity, EntityId, Field, ids, record};
use crate::format::{Arguments, NameArguments};
use crate::provenance::{List, Provenance, Record, emendation, line, list, page, remarked, slice, str};
use crate::{Country, Kind, Project, Publication, Region};

ids! {
    /// Identifies a [`Scope`](crate::Scope).
    ///
    /// ```
    /// use whole_comm::{EntityId, Library, Locale, ScopeId};
    ///
    /// let en = Library::embedded().edition(Locale::English);
    /// assert_eq!(en.scope(ScopeId::LocalCommunities).name(), "40 local communities");
    /// assert_eq!(en.scope(ScopeId::Municipalities).name(), "49 municipalities");
    /// assert_ne!(ScopeId::LocalCommunities.data().unit, ScopeId::Municipalities.data().unit);
    /// ```
    pub enum ScopeId: "scope" {
        /// The 40 local communities of the page's introduction.
        LocalCommunities = "local-communities",
        /// The 49 municipalities of the page's section on the method.
        Municipalities = "municipalities",
        /// The countries inside the European Union.
        EuCountries = "eu-countries",
        /// The countries outside the European Union.
        NonEuCountries = "non-eu-countries",
        /// All countries.
        Countries = "countries",
        /// The Belgian regions in the study's focus.
        BelgianRegions = "belgian-regions",
        /// The places in Belgium where the research was done.
        BelgianLocalities = "belgian-localities",
    }
}

/// A count and what it counts.
///
/// The page gives two sizes of the whole study, 40 local communities and 49 municipalities. They are two facts: neither
/// is derived from the other, and they are never added or averaged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ScopeData {
    /// How many there are of what `unit` says.
    pub count: u16,
    /// What is counted.
    pub unit: Unit,
    /// The countries that are counted, or in which the counted places lie.
    pub countries: List<CountryId>,
    /// The regions that are counted, or in which the counted places lie; empty for counts across countries.
    pub regions: List<RegionId>,
}

ids! {
    /// What a scope counts.
    pub enum Unit: "unit" {
        /// Local communities, the word of the introduction.
        LocalCommunities = "local-communities",
        /// Municipalities, the word of the section on the method.
        Municipalities = "municipalities",
        /// Countries.
        Countries = "countries",
        /// Regions.
        Regions = "regions",
        /// Places that the page calls towns, municipalities and localities by turns.
        Localities = "localities",
    }
}

const EU_COUNTRIES: &[CountryId] = &[
    CountryId::Austria,
    CountryId::Belgium,
    CountryId::Germany,
    CountryId::Italy,
    CountryId::Netherlands,
    CountryId::Poland,
    CountryId::Spain,
    CountryId::Sweden,
];
const NON_EU_COUNTRIES: &[CountryId] = &[CountryId::Turkiye, CountryId::Canada];
const BELGIUM: &[CountryId] = &[CountryId::Belgium];
const IN_FOCUS: &[RegionId] = &[RegionId::Flanders, RegionId::Wallonia];

const fn scope(
    count: u16,
    unit: Unit,
    countries: &'static [CountryId],
    regions: &'static [RegionId],
) -> ScopeData {
    ScopeData { count, unit, countries: slice(countries), regions: slice(regions) }
}

impl EntityId for ScopeId {
    type Data = ScopeData;
    const KIND: Kind = Kind::Scope;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<ScopeData> {
        match self {
            Self::LocalCommunities => record!(
                scope(40, Unit::LocalCommunities, CountryId::ALL, &[]),
                remarked!(
                    [line(5)],
                    [str(
                        "line 31 counts 49 municipalities in the same countries; the page does not explain the \
                           difference"
                    )]
                ),
            ),
            Self::Municipalities => record!(
                scope(49, Unit::Municipalities, CountryId::ALL, &[]),
                remarked!(
                    [line(31)],
                    [str(
                        "line 5 counts 40 local communities in the same countries; the page does not explain the \
                           difference"
                    )]
                ),
            ),
            Self::EuCountries => {
                record!(scope(8, Unit::Countries, EU_COUNTRIES, &[]), page![line(5), line(31)])
            }
            Self::NonEuCountries => {
                record!(scope(2, Unit::Countries, NON_EU_COUNTRIES, &[]), page![line(5), line(31)])
            }
            Self::Countries => record!(
                scope(10, Unit::Countries, CountryId::ALL, &[]),
                remarked!([line(5)], [str("the sum of the two counts that the page gives")]),
            ),
            Self::BelgianRegions => record!(
                scope(2, Unit::Regions, BELGIUM, IN_FOCUS),
                remarked!(
                    [line(15)],
                    [str(
                        "the page calls them the two largest regions of the country, without saying by which \
                           measure"
                    )]
                ),
            ),
            Self::BelgianLocalities => record!(
                scope(4, Unit::Localities, BELGIUM, IN_FOCUS),
                Provenance {
                    lines: list![line(45), line(51), line(57)],
                    emended: list![emendation(51, "each of the for", "each of the four")],
                    truncated: None,
                    external: list![],
                    notes: list![str(
                        "the page calls the same four places towns (line 45), municipalities in towns and rural areas \
                         (line 51) and localities (line 57), and names none of them",
                    )],
                },
            ),
        }
    }
}

impl Content for ScopeId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];

    fn name_arguments(self, arguments: &mut NameArguments<'_>) {
        arguments.count("count", self.data().count.into());
    }

    fn arguments(self, arguments: &mut Arguments<'_>) {
        arguments.names("countries", self.data().countries.iter().copied(), "with-article");
        arguments.names("regions", self.data().regions.iter().copied(), "with-article");
        arguments.names("regions-in", self.data().regions.iter().copied(), "in");
        let other = match self {
            Self::LocalCommunities => Self::Municipalities,
            _ => Self::LocalCommunities,
        };
        arguments.name("other-count", other, "name");
        arguments.name("eu-countries", Self::EuCountries, "name");
        arguments.name("non-eu-countries", Self::NonEuCountries, "name");
    }
}

impl<'a> Entity<'a, ScopeId> {
    /// The countries that are counted, or in which the counted places lie.
    pub fn countries(self) -> impl Iterator<Item = Country<'a>> {
        self.all_related(&self.data().countries)
    }

    /// The regions that are counted, or in which the counted places lie.
    pub fn regions(self) -> impl Iterator<Item = Region<'a>> {
        self.all_related(&self.data().regions)
    }

    /// The publications that rest on research of this size.
    pub fn publications(self) -> impl Iterator<Item = Publication<'a>> {
        self.referring::<PublicationId>(move |publication| publication.scope == Some(self.id()))
    }

    /// The projects of this size.
    pub fn projects(self) -> impl Iterator<Item = Project<'a>> {
        self.referring::<ProjectId>(move |project| project.scopes.contains(&self.id()))
    }
}
