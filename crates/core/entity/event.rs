//! The timeline: events, the crises among them, and the challenges that two of them pose.

mod crisis;

use serde::{Deserialize, Serialize};

use super::country::CountryId;
use super::date::{Bound, Month, PartialDate, Time, at, since};
use super::organisation::OrganisationId;
use super::politics::{PartyId, PolicyId};
use super::project::ProjectId;
use super::region::{ProvinceId, ReceptionShare, RegionId};
use super::sector::SectorId;
use super::video::{self, VideoId};
use super::{Content, Entity, EntityId, Field, field, ids, record};
use crate::format::{Arguments, Format, NameArguments};
use crate::provenance::{List, Provenance, Record, emendation, line, list, page, remarked, slice, str};
use crate::{
    Challenge, Country, Crisis, Kind, Organisation, Party, Policy, Province, Region, Sector, Text, Video,
};
pub use crisis::{ChallengeData, ChallengeId, CrisisData, CrisisId};

ids! {
    /// Identifies an [`Event`](crate::Event), in the order of time; the two events without a date come last.
    ///
    /// ```
    /// use whole_comm::{EventId, Library, Locale};
    ///
    /// let fr = Library::embedded().edition(Locale::French);
    /// let times: Vec<String> = fr.events().filter_map(|event| Some(event.when()?.to_string())).collect();
    /// assert_eq!(times.first().map(String::as_str), Some("depuis le début du XXe siècle"));
    /// assert!(fr.event(EventId::Covid19).when().is_none());
    /// ```
    pub enum EventId: "event" {
        /// Labour migration to Wallonia.
        LabourMigrationWallonia = "labour-migration-wallonia",
        /// Labour migration to Flanders.
        LabourMigrationFlanders = "labour-migration-flanders",
        /// The closure of Wallonia's coal and metal industries.
        IndustryClosuresWallonia = "industry-closures-wallonia",
        /// The politicisation of immigration in Flanders.
        PoliticisationFlanders = "politicisation-flanders",
        /// The increased inflow of asylum seekers.
        AsylumIncrease2014 = "asylum-increase-2014",
        /// The humanitarian and political crisis.
        Crisis2015 = "crisis-2015",
        /// The month of the reception figures.
        ReceptionSnapshot = "reception-snapshot-2015-09",
        /// The webinar.
        Webinar = "webinar-2021-05-18",
        /// The reception crisis.
        ReceptionCrisis = "reception-crisis",
        /// The Covid-19 pandemic, which the page does not date.
        Covid19 = "covid-19",
        /// The arrival of Ukrainians, which the page does not date.
        UkrainianArrivals = "ukrainian-arrivals",
    }
}

/// What the page says of an event. Lists and options are empty where the page says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EventData {
    /// When it happened; `None` where the page gives no date.
    pub time: Option<Time>,
    /// The regions of Belgium in which it took place.
    pub regions: List<RegionId>,
    /// The provinces of Belgium that the page names for it.
    pub provinces: List<ProvinceId>,
    /// The country in which it took place as a whole.
    pub country: Option<CountryId>,
    /// The organisation in whose member states it took place.
    pub across: Option<OrganisationId>,
    /// The sectors of the economy that played a part.
    pub sectors: List<SectorId>,
    /// The political parties that played a part.
    pub parties: List<PartyId>,
    /// The crisis that the event is.
    pub crisis: Option<CrisisId>,
    /// The challenge that the event poses.
    pub challenge: Option<ChallengeId>,
    /// The video of the event.
    pub video: Option<VideoId>,
}

/// What most events have in common. Unlike [`EventData`] it has no destructor, so a constant can fill in the rest.
#[derive(Clone, Copy)]
struct Outline {
    time: Option<Time>,
    regions: &'static [RegionId],
    provinces: &'static [ProvinceId],
    country: Option<CountryId>,
    across: Option<OrganisationId>,
    sectors: &'static [SectorId],
    parties: &'static [PartyId],
    crisis: Option<CrisisId>,
    challenge: Option<ChallengeId>,
    video: Option<VideoId>,
}

const UNDATED: Outline = Outline {
    time: None,
    regions: &[],
    provinces: &[],
    country: None,
    across: None,
    sectors: &[],
    parties: &[],
    crisis: None,
    challenge: None,
    video: None,
};

impl Outline {
    const fn data(self) -> EventData {
        EventData {
            time: self.time,
            regions: slice(self.regions),
            provinces: slice(self.provinces),
            country: self.country,
            across: self.across,
            sectors: slice(self.sectors),
            parties: slice(self.parties),
            crisis: self.crisis,
            challenge: self.challenge,
            video: self.video,
        }
    }
}

impl EntityId for EventId {
    type Data = EventData;
    const KIND: Kind = Kind::Event;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<EventData> {
        match self {
            Self::LabourMigrationWallonia => record!(
                Outline {
                    time: Some(since(PartialDate::CenturyStart { century: 20 })),
                    regions: &[RegionId::Wallonia],
                    sectors: &[SectorId::Coal, SectorId::Metal],
                    ..UNDATED
                }
                .data(),
                remarked!(
                    [line(17)],
                    [str(
                        "the page says since the beginning of 1900 here, and since the beginning of the 20th century, \
                           as in Wallonia, in line 19"
                    )]
                ),
            ),
            Self::LabourMigrationFlanders => record!(
                Outline {
                    time: Some(since(PartialDate::CenturyStart { century: 20 })),
                    regions: &[RegionId::Flanders],
                    provinces: &[ProvinceId::Limburg],
                    sectors: &[SectorId::Coal, SectorId::Construction, SectorId::DomesticWork],
                    ..UNDATED
                }
                .data(),
                page![line(19)],
            ),
            Self::IndustryClosuresWallonia => record!(
                Outline {
                    time: Some(at(PartialDate::Decades { first: 1970, last: 1980 })),
                    regions: &[RegionId::Wallonia],
                    sectors: &[SectorId::Coal, SectorId::Metal],
                    ..UNDATED
                }
                .data(),
                remarked!(
                    [line(17)],
                    [str(
                        "the page calls the unemployment figures high without giving one, and does not date them"
                    )]
                ),
            ),
            Self::PoliticisationFlanders => record!(
                Outline {
                    time: Some(since(PartialDate::DecadeStart { decade: 1990 })),
                    regions: &[RegionId::Flanders],
                    parties: &[PartyId::VlaamsBlok],
                    ..UNDATED
                }
                .data(),
                remarked!([line(19)], [str("the page names no election, year or score")]),
            ),
            Self::AsylumIncrease2014 => record!(
                Outline {
                    time: Some(since(PartialDate::Year { year: 2014 })),
                    regions: &[RegionId::Wallonia, RegionId::Flanders],
                    ..UNDATED
                }
                .data(),
                page![line(17), line(19)],
            ),
            Self::Crisis2015 => record!(
                Outline { time: Some(at(CRISIS_2015)), crisis: Some(CrisisId::Crisis2015), ..UNDATED }.data(),
                remarked!([line(3)], [str("the page does not say where the crisis was")]),
            ),
            Self::ReceptionSnapshot => record!(
                Outline {
                    time: Some(at(ReceptionShare::MONTH)),
                    regions: RegionId::ALL,
                    country: Some(CountryId::Belgium),
                    ..UNDATED
                }
                .data(),
                remarked!(
                    [line(15)],
                    [str(
                        "the page does not name the source of the shares, nor whether they count a stock or an \
                           inflow"
                    )]
                ),
            ),
            Self::Webinar => record!(
                Outline { time: Some(at(video::DATE)), video: Some(VideoId::Webinar), ..UNDATED }.data(),
                remarked!([line(63), line(66)], [str("the page names Italy as the topic, not as the place")]),
            ),
            Self::ReceptionCrisis => record!(
                Outline {
                    time: Some(since(RECEPTION_CRISIS)),
                    country: Some(CountryId::Belgium),
                    crisis: Some(CrisisId::ReceptionCrisis),
                    ..UNDATED
                }
                .data(),
                page![line(39)],
            ),
            Self::Covid19 => record!(
                Outline { crisis: Some(CrisisId::Covid19), challenge: Some(ChallengeId::Covid19), ..UNDATED }
                    .data(),
                page![line(23)],
            ),
            Self::UkrainianArrivals => record!(
                Outline {
                    across: Some(OrganisationId::EuropeanUnion),
                    challenge: Some(ChallengeId::UkrainianArrivals),
                    ..UNDATED
                }
                .data(),
                UKRAINIAN_ARRIVALS,
            ),
        }
    }
}

const UKRAINIAN_ARRIVALS: Provenance = Provenance {
    lines: list![line(23)],
    emended: list![emendation(23, "uit alle EU-lidstaten", "in alle EU-lidstaten")],
    truncated: None,
    external: list![],
    notes: list![
        str("the page gives no date and no number beyond thousands"),
        str(
            "read literally, line 23 says that Ukrainians came from all member states; the project's other pages say in"
        ),
    ],
};

/// The year of the humanitarian and political crisis.
const CRISIS_2015: PartialDate = PartialDate::Year { year: 2015 };

/// The month since which the page speaks of a reception crisis.
const RECEPTION_CRISIS: PartialDate = PartialDate::Month { year: 2021, month: Month::October };

impl Content for EventId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary"), Field::computed("when")];

    fn has(self, optional_field: &str) -> bool {
        optional_field != "when" || self.data().time.is_some()
    }

    fn name_arguments(self, arguments: &mut NameArguments<'_>) {
        if let Some(time) = self.data().time {
            arguments.date("date", time.date);
        }
    }

    fn arguments(self, arguments: &mut Arguments<'_>) {
        arguments.verbatim("party", &PartyId::VlaamsBlok.data().name);
        arguments.names("regions", self.data().regions.iter().copied(), "with-article");
        arguments.names("regions-in", self.data().regions.iter().copied(), "in");
        match self {
            Self::ReceptionSnapshot => {
                for region in RegionId::ALL {
                    arguments.percent(region.as_str(), region.data().reception_share.share);
                }
            }
            Self::Webinar => {
                let organisers = &VideoId::Webinar.data().organisers;
                arguments.names::<ProjectId>("organisers", organisers.iter().copied(), "name");
            }
            Self::ReceptionCrisis => arguments.name("crisis", CrisisId::ReceptionCrisis, "name"),
            _ => {}
        }
    }

    fn computed(self, _field: &str, format: Format<'_>) -> Option<String> {
        self.data().time.map(|time| match time.bound {
            Bound::At => format.date_at(time.date),
            Bound::Since => format.date_since(time.date),
        })
    }
}

impl<'a> Entity<'a, EventId> {
    /// When it happened, as a phrase: *depuis octobre 2021*; `None` where the page gives no date.
    pub fn when(self) -> Option<Text<'a>> {
        self.optional(const { field::<EventId>("when") })
    }

    /// The regions of Belgium in which it took place.
    pub fn regions(self) -> impl Iterator<Item = Region<'a>> {
        self.all_related(&self.data().regions)
    }

    /// The provinces of Belgium that the page names for it.
    pub fn provinces(self) -> impl Iterator<Item = Province<'a>> {
        self.all_related(&self.data().provinces)
    }

    /// The country in which it took place as a whole.
    pub fn country(self) -> Option<Country<'a>> {
        self.data().country.map(|id| self.related(id))
    }

    /// The organisation in whose member states it took place.
    pub fn across(self) -> Option<Organisation<'a>> {
        self.data().across.map(|id| self.related(id))
    }

    /// The sectors of the economy that played a part.
    pub fn sectors(self) -> impl Iterator<Item = Sector<'a>> {
        self.all_related(&self.data().sectors)
    }

    /// The political parties that played a part.
    pub fn parties(self) -> impl Iterator<Item = Party<'a>> {
        self.all_related(&self.data().parties)
    }

    /// The policies that it led to.
    pub fn policies(self) -> impl Iterator<Item = Policy<'a>> {
        self.referring::<PolicyId>(move |policy| policy.result_of == self.id())
    }

    /// The crisis that the event is.
    pub fn crisis(self) -> Option<Crisis<'a>> {
        self.data().crisis.map(|id| self.related(id))
    }

    /// The challenge that the event poses.
    pub fn challenge(self) -> Option<Challenge<'a>> {
        self.data().challenge.map(|id| self.related(id))
    }

    /// The video of the event.
    pub fn video(self) -> Option<Video<'a>> {
        self.data().video.map(|id| self.related(id))
    }
}
