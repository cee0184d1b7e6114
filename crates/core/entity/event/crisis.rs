//! The crises of the timeline, and the challenges that two events pose.

use serde::{Deserialize, Serialize};

use super::{CRISIS_2015, EventId, RECEPTION_CRISIS, UKRAINIAN_ARRIVALS};
use crate::entity::country::CountryId;
use crate::entity::date::{Time, at, since};
use crate::entity::population::PopulationId;
use crate::entity::publication::PublicationId;
use crate::entity::region::RegionId;
use crate::entity::{Content, Entity, EntityId, Field, ids, record};
use crate::format::NameArguments;
use crate::provenance::{Record, line, page, remarked, str};
use crate::{Country, Event, Kind, Population, Publication, Region};

ids! {
    /// Identifies a [`Crisis`](crate::Crisis).
    pub enum CrisisId: "crisis" {
        /// The humanitarian and political crisis of 2015.
        Crisis2015 = "crisis-2015",
        /// The Covid-19 pandemic.
        Covid19 = "covid-19",
        /// The crisis in the reception of asylum seekers.
        ReceptionCrisis = "reception-crisis",
        /// The crisis in the title of the article on Flanders, which is not the reception crisis.
        LongTermHousingCrisis = "long-term-housing-crisis",
    }
}

/// What the page says of a crisis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CrisisData {
    /// When it was, or began; `None` where the page gives no date.
    pub time: Option<Time>,
    /// The country in which it was.
    pub country: Option<CountryId>,
    /// The region in which it was.
    pub region: Option<RegionId>,
    /// Whether the page puts the name in quotation marks.
    pub quoted: bool,
}

impl EntityId for CrisisId {
    type Data = CrisisData;
    const KIND: Kind = Kind::Crisis;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<CrisisData> {
        match self {
            Self::Crisis2015 => record!(
                CrisisData { time: Some(at(CRISIS_2015)), country: None, region: None, quoted: false },
                remarked!([line(3)], [str("the page does not say where the crisis was")]),
            ),
            Self::Covid19 => record!(
                CrisisData { time: None, country: None, region: None, quoted: false },
                remarked!(
                    [line(23)],
                    [str("the page gives no date, and does not name the sectors that it means")]
                ),
            ),
            Self::ReceptionCrisis => record!(
                CrisisData {
                    time: Some(since(RECEPTION_CRISIS)),
                    country: Some(CountryId::Belgium),
                    region: None,
                    quoted: true,
                },
                remarked!(
                    [line(39)],
                    [str("the page gives no end, and does not say that the crisis goes on")]
                ),
            ),
            Self::LongTermHousingCrisis => record!(
                CrisisData { time: None, country: None, region: Some(RegionId::Flanders), quoted: false },
                page![line(37)],
            ),
        }
    }
}

impl Content for CrisisId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];

    fn name_arguments(self, arguments: &mut NameArguments<'_>) {
        if let Some(time) = self.data().time {
            arguments.date("date", time.date);
        }
    }
}

impl<'a> Entity<'a, CrisisId> {
    /// The country in which it was.
    pub fn country(self) -> Option<Country<'a>> {
        self.data().country.map(|id| self.related(id))
    }

    /// The region in which it was.
    pub fn region(self) -> Option<Region<'a>> {
        self.data().region.map(|id| self.related(id))
    }

    /// The event of the timeline that the crisis is: at most one.
    pub fn events(self) -> impl Iterator<Item = Event<'a>> {
        self.referring::<EventId>(move |event| event.crisis == Some(self.id()))
    }

    /// The groups of people that are defined by it.
    pub fn populations(self) -> impl Iterator<Item = Population<'a>> {
        self.referring::<PopulationId>(move |population| population.after == Some(self.id()))
    }

    /// The publications that speak of it.
    pub fn publications(self) -> impl Iterator<Item = Publication<'a>> {
        self.referring::<PublicationId>(move |publication| publication.crises.contains(&self.id()))
    }
}

ids! {
    /// Identifies a [`Challenge`](crate::Challenge).
    pub enum ChallengeId: "challenge" {
        /// Covid-19 and the sectors with many labour migrants.
        Covid19 = "covid-19",
        /// The reception of Ukrainians.
        UkrainianArrivals = "ukrainian-arrivals",
    }
}

/// What the page says of a challenge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ChallengeData {
    /// The position in the page's list of two reasons, from 1.
    pub order: u8,
}

impl EntityId for ChallengeId {
    type Data = ChallengeData;
    const KIND: Kind = Kind::Challenge;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<ChallengeData> {
        match self {
            Self::Covid19 => record!(
                ChallengeData { order: 1 },
                remarked!([line(23)], [str("the page does not name the sectors that it means")]),
            ),
            Self::UkrainianArrivals => record!(ChallengeData { order: 2 }, UKRAINIAN_ARRIVALS),
        }
    }
}

impl Content for ChallengeId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];
}

impl<'a> Entity<'a, ChallengeId> {
    /// The event of the timeline that poses the challenge.
    pub fn events(self) -> impl Iterator<Item = Event<'a>> {
        self.referring::<EventId>(move |event| event.challenge == Some(self.id()))
    }
}
