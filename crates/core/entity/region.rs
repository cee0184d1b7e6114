//! Regions of Belgium, their provinces, and their shares in the reception of asylum seekers.

use serde::{Deserialize, Serialize};

use super::country::CountryId;
use super::date::{Month, PartialDate};
use super::event::CrisisId;
use super::event::EventId;
use super::number::Permille;
use super::place::PlaceId;
use super::politics::{PartyId, PolicyId};
use super::population::PopulationId;
use super::publication::PublicationId;
use super::scope::ScopeId;
use super::sector::SectorId;
use super::{Content, Entity, EntityId, Field, field, ids, record};
use crate::format::{Arguments, Format};
use crate::provenance::{List, Record, Str, line, lines, list, page, remarked, str};
use crate::{
    Country, Crisis, Event, Kind, Party, Place, Policy, Population, Province, Publication, Region, Scope,
    Sector, Text,
};

ids! {
    /// Identifies a [`Region`].
    ///
    /// ```
    /// use whole_comm::{Library, Locale, RegionId};
    ///
    /// let nl = Library::embedded().edition(Locale::Dutch);
    /// let shares: Vec<String> = nl.regions().map(|r| format!("{} {}", r.name(), r.reception_share())).collect();
    /// assert_eq!(shares, ["Vlaanderen 42,5%", "Wallonië 49,9%", "Brussel 7,6%"]);
    /// assert!(nl.region(RegionId::BrusselsCapital).description().is_none());
    /// ```
    pub enum RegionId: "region" {
        /// Flanders, in the study's focus.
        Flanders = "flanders",
        /// Wallonia, in the study's focus.
        Wallonia = "wallonia",
        /// Brussels, which the page names only in the reception figures.
        BrusselsCapital = "brussels-capital",
    }
}

/// What is known of a region. The code is the standard's; the rest stands on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RegionData {
    /// The code of ISO 3166-2.
    pub code: Str,
    /// The country.
    pub country: CountryId,
    /// The language that the page calls the region's, as a BCP 47 tag; `None` where the page is silent.
    pub language: Option<Str>,
    /// Whether the study looks at the region.
    pub in_focus: bool,
    /// The share of the asylum seekers.
    pub reception_share: ReceptionShare,
    /// Where the region accommodates asylum seekers, in the order of the page.
    pub reception_places: List<ReceptionPlace>,
    /// The sectors that attracted labour migrants to the region, its provinces aside.
    pub sectors: List<SectorId>,
}

/// A region's share of the asylum seekers who had come to Belgium and were accommodated there.
///
/// The share is one of persons, not of reception centres, and the three shares add up to 1000 permille.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReceptionShare {
    /// The share, in thousandths of the whole.
    pub share: Permille,
    /// The month that the figures are for.
    pub month: PartialDate,
    /// Of whom the share is.
    pub base: PopulationId,
}

impl ReceptionShare {
    /// The share in thousandths of all, such as 499.
    pub const fn permille(self) -> u16 {
        self.share.get()
    }

    /// The month of the page's figures.
    pub(crate) const MONTH: PartialDate = PartialDate::Month { year: 2015, month: Month::September };

    const fn of(permille: u16) -> Self {
        Self { share: Permille::new(permille), month: Self::MONTH, base: PopulationId::AsylumSeekers }
    }
}

/// A type of place where a region accommodates asylum seekers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReceptionPlace {
    /// The type of place.
    pub place: PlaceId,
    /// Whether the surroundings count too: *in and around*, not only *in*.
    pub and_around: bool,
}

const fn inside(place: PlaceId) -> ReceptionPlace {
    ReceptionPlace { place, and_around: false }
}

const fn in_and_around(place: PlaceId) -> ReceptionPlace {
    ReceptionPlace { place, and_around: true }
}

impl EntityId for RegionId {
    type Data = RegionData;
    const KIND: Kind = Kind::Region;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<RegionData> {
        match self {
            Self::Flanders => record!(
                RegionData {
                    code: str("BE-VLG"),
                    country: CountryId::Belgium,
                    language: Some(str("nl")),
                    in_focus: true,
                    reception_share: ReceptionShare::of(425),
                    reception_places: list![
                        inside(PlaceId::SmallTown),
                        in_and_around(PlaceId::MediumSizedTown),
                        in_and_around(PlaceId::LargeCity),
                    ],
                    sectors: list![SectorId::Construction, SectorId::DomesticWork],
                },
                remarked!([lines(13, 15), line(19)], REMARKS)
            ),
            Self::Wallonia => record!(
                RegionData {
                    code: str("BE-WAL"),
                    country: CountryId::Belgium,
                    language: Some(str("fr")),
                    in_focus: true,
                    reception_share: ReceptionShare::of(499),
                    reception_places: list![
                        inside(PlaceId::MediumSizedTown),
                        inside(PlaceId::SmallTown),
                        inside(PlaceId::RuralArea),
                    ],
                    sectors: list![SectorId::Coal, SectorId::Metal],
                },
                remarked!([lines(13, 15), line(17)], REMARKS)
            ),
            Self::BrusselsCapital => record!(
                RegionData {
                    code: str("BE-BRU"),
                    country: CountryId::Belgium,
                    language: None,
                    in_focus: false,
                    reception_share: ReceptionShare::of(76),
                    reception_places: list![],
                    sectors: list![],
                },
                remarked!(
                    [line(15)],
                    [
                        str("the sentence with this share repeats neither the month nor the year; both are \
                                     those of the sentence before it"),
                        str("the page does not name the source of the shares"),
                    ]
                )
            ),
        }
    }
}

const REMARKS: &[Str] = &[
    str(
        "the page says that reception centres are more or less evenly spread over the two regions, and gives shares of \
         persons; the two statements are not the same measure",
    ),
    str("the page does not name the source of the shares, nor whether they count a stock or an inflow"),
];

impl Content for RegionId {
    const FIELDS: &'static [Field] = &[
        Field::NAME,
        Field::name_form("with-article"),
        Field::name_form("in"),
        Field::name_form("official"),
        Field::prose("summary"),
        Field::prose("description"),
        Field::prose("reception-places"),
        Field::prose("reception"),
        Field::computed("reception-share"),
    ];

    fn has(self, optional_field: &str) -> bool {
        match optional_field {
            "description" | "reception-places" => self.data().in_focus,
            _ => true,
        }
    }

    fn arguments(self, arguments: &mut Arguments<'_>) {
        let share = self.data().reception_share;
        arguments.percent("share", share.share);
        arguments.date("month", share.month);
        arguments.event_date("asylum-increase", EventId::AsylumIncrease2014);
        match self {
            Self::Flanders => {
                arguments.event_date("labour-migration", EventId::LabourMigrationFlanders);
                arguments.event_date("politicisation", EventId::PoliticisationFlanders);
                arguments.verbatim("party", &PartyId::VlaamsBlok.data().name);
            }
            Self::Wallonia => {
                arguments.event_date("labour-migration", EventId::LabourMigrationWallonia);
                arguments.event_date("closures", EventId::IndustryClosuresWallonia);
                let flanders = Self::Flanders.data().reception_share.share;
                arguments.percentage_points("gap", share.share.difference(flanders));
            }
            Self::BrusselsCapital => {}
        }
    }

    fn computed(self, _field: &str, format: Format<'_>) -> Option<String> {
        Some(format.percent(self.data().reception_share.share))
    }
}

impl<'a> Entity<'a, RegionId> {
    /// The name with its article, where the language uses one: *la Wallonie*.
    pub fn with_article(self) -> Text<'a> {
        self.text(const { field::<RegionId>("with-article") })
    }

    /// The name as a place: *en Wallonie*, *in Vlaanderen*.
    pub fn as_place(self) -> Text<'a> {
        self.text(const { field::<RegionId>("in") })
    }

    /// The name of the constitutional Region, with its article: *het Waals Gewest*.
    pub fn official_name(self) -> Text<'a> {
        self.text(const { field::<RegionId>("official") })
    }

    /// Where the region accommodates asylum seekers, in a sentence; `None` where the page is silent.
    pub fn reception_places(self) -> Option<Text<'a>> {
        self.optional(const { field::<RegionId>("reception-places") })
    }

    /// The region's share of the accommodated asylum seekers, in a sentence with its month.
    pub fn reception(self) -> Text<'a> {
        self.text(const { field::<RegionId>("reception") })
    }

    /// The region's share of the accommodated asylum seekers: `49,9 %`.
    pub fn reception_share(self) -> Text<'a> {
        self.text(const { field::<RegionId>("reception-share") })
    }

    /// The country.
    pub fn country(self) -> Country<'a> {
        self.related(self.data().country)
    }

    /// Of whom the reception share is.
    pub fn reception_base(self) -> Population<'a> {
        self.related(self.data().reception_share.base)
    }

    /// The types of place where the region accommodates asylum seekers.
    pub fn places(self) -> impl Iterator<Item = Place<'a>> {
        self.data().reception_places.iter().map(move |reception| self.related(reception.place))
    }

    /// The sectors that attracted labour migrants to the region, its provinces aside.
    pub fn sectors(self) -> impl Iterator<Item = Sector<'a>> {
        self.all_related(&self.data().sectors)
    }

    /// The provinces that the page names.
    pub fn provinces(self) -> impl Iterator<Item = Province<'a>> {
        self.referring::<ProvinceId>(move |province| province.region == self.id())
    }

    /// The events that took place in the region, in the order of time.
    pub fn events(self) -> impl Iterator<Item = Event<'a>> {
        self.referring::<EventId>(move |event| event.regions.contains(&self.id()))
    }

    /// The policies of the region.
    pub fn policies(self) -> impl Iterator<Item = Policy<'a>> {
        self.referring::<PolicyId>(move |policy| policy.region == self.id())
    }

    /// The political parties that the page names for the region.
    pub fn parties(self) -> impl Iterator<Item = Party<'a>> {
        self.referring::<PartyId>(move |party| party.region == self.id())
    }

    /// The publications about the region.
    pub fn publications(self) -> impl Iterator<Item = Publication<'a>> {
        self.referring::<PublicationId>(move |publication| publication.regions.contains(&self.id()))
    }

    /// The counts that the region is part of.
    pub fn scopes(self) -> impl Iterator<Item = Scope<'a>> {
        self.referring::<ScopeId>(move |scope| scope.regions.contains(&self.id()))
    }

    /// The crises that the page places in the region.
    pub fn crises(self) -> impl Iterator<Item = Crisis<'a>> {
        self.referring::<CrisisId>(move |crisis| crisis.region == Some(self.id()))
    }
}

ids! {
    /// Identifies a [`Province`].
    pub enum ProvinceId: "province" {
        /// The Belgian province of Limburg, not the Dutch one.
        Limburg = "limburg",
    }
}

/// What is known of a province. The code is the standard's; the rest stands on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProvinceData {
    /// The code of ISO 3166-2.
    pub code: Str,
    /// The region.
    pub region: RegionId,
    /// The sectors that attracted migrants to the province.
    pub sectors: List<SectorId>,
}

impl EntityId for ProvinceId {
    type Data = ProvinceData;
    const KIND: Kind = Kind::Province;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<ProvinceData> {
        match self {
            Self::Limburg => record!(
                ProvinceData {
                    code: str("BE-VLI"),
                    region: RegionId::Flanders,
                    sectors: list![SectorId::Coal],
                },
                page![line(19)]
            ),
        }
    }
}

impl Content for ProvinceId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::name_form("official"), Field::prose("summary")];
}

impl<'a> Entity<'a, ProvinceId> {
    /// The name with the word *province*, and its article: *de provincie Limburg*.
    pub fn official_name(self) -> Text<'a> {
        self.text(const { field::<ProvinceId>("official") })
    }

    /// The region.
    pub fn region(self) -> Region<'a> {
        self.related(self.data().region)
    }

    /// The sectors that attracted migrants to the province.
    pub fn sectors(self) -> impl Iterator<Item = Sector<'a>> {
        self.all_related(&self.data().sectors)
    }

    /// The events for which the page names the province, in the order of time.
    pub fn events(self) -> impl Iterator<Item = Event<'a>> {
        self.referring::<EventId>(move |event| event.provinces.contains(&self.id()))
    }
}
