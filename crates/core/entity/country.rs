//! The ten countries of the study.

use serde::{Deserialize, Serialize};

use super::event::CrisisId;
use super::event::EventId;
use super::project::ProjectId;
use super::publication::PublicationId;
use super::region::RegionId;
use super::scope::ScopeId;
use super::video::VideoId;
use super::{Content, Entity, EntityId, Field, field, ids};
use crate::format::Arguments;
use crate::provenance::{Provenance, Record, Str, line, page, remarked, str};
use crate::{Crisis, Event, Kind, Project, Publication, Region, Scope, Text, Video};

ids! {
    /// Identifies a [`Country`](crate::Country), by its code in ISO 3166-1 (alpha-2).
    ///
    /// ```
    /// use whole_comm::{CountryId, EntityId, Library, Locale};
    ///
    /// let fr = Library::embedded().edition(Locale::French);
    /// assert_eq!(fr.country(CountryId::Netherlands).as_place(), "aux Pays-Bas");
    /// assert_eq!("nl".parse(), Ok(CountryId::Netherlands));
    /// assert!(!CountryId::Turkiye.data().eu_member);
    /// ```
    pub enum CountryId: "country" {
        /// Austria.
        Austria = "at",
        /// Belgium, the country of the page.
        Belgium = "be",
        /// Germany.
        Germany = "de",
        /// Italy.
        Italy = "it",
        /// The Netherlands.
        Netherlands = "nl",
        /// Poland.
        Poland = "pl",
        /// Spain.
        Spain = "es",
        /// Sweden.
        Sweden = "se",
        /// Türkiye.
        Turkiye = "tr",
        /// Canada.
        Canada = "ca",
    }
}

/// What is known of a country. The code is the standard's; the rest stands on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CountryData {
    /// The code of ISO 3166-1, alpha-2, in upper case.
    pub code: Str,
    /// Whether the page lists it among the countries of the European Union.
    pub eu_member: bool,
    /// The position in its list on the page, from 1.
    pub order: u8,
}

const fn country(
    code: &'static str,
    eu_member: bool,
    order: u8,
    provenance: Provenance,
) -> Record<CountryData> {
    Record { data: CountryData { code: str(code), eu_member, order }, provenance }
}

impl EntityId for CountryId {
    type Data = CountryData;
    const KIND: Kind = Kind::Country;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<CountryData> {
        match self {
            Self::Austria => const { &country("AT", true, 1, page![line(5)]) },
            Self::Belgium => const { &country("BE", true, 2, page![line(1), line(5), line(15)]) },
            Self::Germany => const { &country("DE", true, 3, page![line(5)]) },
            Self::Italy => const { &country("IT", true, 4, page![line(5), line(66)]) },
            Self::Netherlands => const { &country("NL", true, 5, page![line(5)]) },
            Self::Poland => const { &country("PL", true, 6, page![line(5)]) },
            Self::Spain => const { &country("ES", true, 7, page![line(5)]) },
            Self::Sweden => const { &country("SE", true, 8, page![line(5)]) },
            Self::Turkiye => {
                const {
                    &country(
                        "TR",
                        false,
                        1,
                        remarked!(
                            [line(5)],
                            [str("English uses Türkiye, as CLDR 48 does; the project itself writes Turkey")]
                        ),
                    )
                }
            }
            Self::Canada => const { &country("CA", false, 2, page![line(5)]) },
        }
    }
}

impl Content for CountryId {
    const FIELDS: &'static [Field] =
        &[Field::NAME, Field::name_form("with-article"), Field::name_form("in"), Field::prose("summary")];

    fn arguments(self, arguments: &mut Arguments<'_>) {
        if self.data().eu_member {
            arguments.name("eu-countries", ScopeId::EuCountries, "name");
        } else {
            arguments.name("non-eu-countries", ScopeId::NonEuCountries, "name");
        }
    }
}

impl<'a> Entity<'a, CountryId> {
    /// The name with its article, where the language uses one: *l’Autriche*, *the Netherlands*.
    pub fn with_article(self) -> Text<'a> {
        self.text(const { field::<CountryId>("with-article") })
    }

    /// The name as a place: *aux Pays-Bas*, *in Oostenrijk*.
    pub fn as_place(self) -> Text<'a> {
        self.text(const { field::<CountryId>("in") })
    }

    /// The regions of the country that the page names.
    pub fn regions(self) -> impl Iterator<Item = Region<'a>> {
        self.referring::<RegionId>(move |region| region.country == self.id())
    }

    /// The events that took place in the country as a whole, in the order of time.
    pub fn events(self) -> impl Iterator<Item = Event<'a>> {
        self.referring::<EventId>(move |event| event.country == Some(self.id()))
    }

    /// The publications about the country.
    pub fn publications(self) -> impl Iterator<Item = Publication<'a>> {
        self.referring::<PublicationId>(move |publication| publication.country == self.id())
    }

    /// The projects that study the country.
    pub fn projects(self) -> impl Iterator<Item = Project<'a>> {
        self.referring::<ProjectId>(move |project| project.countries.contains(&self.id()))
    }

    /// The counts that the country is part of.
    pub fn scopes(self) -> impl Iterator<Item = Scope<'a>> {
        self.referring::<ScopeId>(move |scope| scope.countries.contains(&self.id()))
    }

    /// The crises that the page places in the country.
    pub fn crises(self) -> impl Iterator<Item = Crisis<'a>> {
        self.referring::<CrisisId>(move |crisis| crisis.country == Some(self.id()))
    }

    /// The videos about the country.
    pub fn videos(self) -> impl Iterator<Item = Video<'a>> {
        self.referring::<VideoId>(move |video| video.country == self.id())
    }
}
