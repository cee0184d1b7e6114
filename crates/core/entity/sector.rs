//! Sectors of the economy that attracted labour migrants.

use serde::{Deserialize, Serialize};

use super::event::EventId;
use super::region::{ProvinceId, RegionId};
use super::{Content, Entity, EntityId, Field, field, ids, record};
use crate::format::Arguments;
use crate::provenance::{Record, line, page};
use crate::{Event, Kind, Province, Region, Text};

ids! {
    /// Identifies a [`Sector`](crate::Sector).
    ///
    /// ```
    /// use whole_comm::{Library, Locale, SectorId};
    ///
    /// let fr = Library::embedded().edition(Locale::French);
    /// let coal = fr.sector(SectorId::Coal);
    /// assert_eq!(coal.with_article(), "l’industrie charbonnière");
    /// assert_eq!(coal.provinces().map(|province| province.name().to_string()).collect::<Vec<_>>(), ["Limbourg"]);
    /// ```
    pub enum SectorId: "sector" {
        /// The coal industry.
        Coal = "coal",
        /// The metal industry.
        Metal = "metal",
        /// Construction.
        Construction = "construction",
        /// Domestic work.
        DomesticWork = "domestic-work",
    }
}

/// What the page says of a sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SectorData {
    /// Whether the page says that the sector closed down.
    pub closed: bool,
}

impl EntityId for SectorId {
    type Data = SectorData;
    const KIND: Kind = Kind::Sector;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<SectorData> {
        match self {
            Self::Coal => record!(SectorData { closed: true }, page![line(17), line(19)]),
            Self::Metal => record!(SectorData { closed: true }, page![line(17)]),
            Self::Construction | Self::DomesticWork => {
                record!(SectorData { closed: false }, page![line(19)])
            }
        }
    }
}

impl Content for SectorId {
    const FIELDS: &'static [Field] =
        &[Field::NAME, Field::name_form("with-article"), Field::prose("summary")];

    fn arguments(self, arguments: &mut Arguments<'_>) {
        arguments.event_date("closures", EventId::IndustryClosuresWallonia);
        arguments.event_date("labour-migration", EventId::LabourMigrationWallonia);
    }
}

impl<'a> Entity<'a, SectorId> {
    /// The name with its article: *la métallurgie*.
    pub fn with_article(self) -> Text<'a> {
        self.text(const { field::<SectorId>("with-article") })
    }

    /// The regions that the sector attracted labour migrants to, where the page does not narrow it down to a province.
    pub fn regions(self) -> impl Iterator<Item = Region<'a>> {
        self.referring::<RegionId>(move |region| region.sectors.contains(&self.id()))
    }

    /// The provinces that the sector attracted labour migrants to.
    pub fn provinces(self) -> impl Iterator<Item = Province<'a>> {
        self.referring::<ProvinceId>(move |province| province.sectors.contains(&self.id()))
    }

    /// The events in which the sector played a part, in the order of time.
    pub fn events(self) -> impl Iterator<Item = Event<'a>> {
        self.referring::<EventId>(move |event| event.sectors.contains(&self.id()))
    }
}
