//! Types of place.

use serde::{Deserialize, Serialize};

use super::objective::ObjectiveId;
use super::region::RegionId;
use super::video::VideoId;
use super::{Content, Entity, EntityId, Field, field, ids, record};
use crate::format::Arguments;
use crate::provenance::{Record, line, lines, page, remarked, str};
use crate::{Kind, Objective, Region, Text, Video};

ids! {
    /// Identifies a [`Place`](crate::Place).
    ///
    /// ```
    /// use whole_comm::{Library, Locale, PlaceId};
    ///
    /// let nl = Library::embedded().edition(Locale::Dutch);
    /// let rural = nl.place(PlaceId::RuralArea);
    /// assert_eq!((&*rural.name(), &*rural.singular()), ("plattelandsgebieden", "plattelandsgebied"));
    /// assert_eq!(rural.reception_regions().map(|region| region.name().to_string()).collect::<Vec<_>>(), ["Wallonië"]);
    /// ```
    pub enum PlaceId: "type of place" {
        /// Small towns.
        SmallTown = "small-town",
        /// Medium-sized towns.
        MediumSizedTown = "medium-sized-town",
        /// Rural areas.
        RuralArea = "rural-area",
        /// Large cities, which the study does not look at.
        LargeCity = "large-city",
        /// Non-urban areas, the topic of the webinar.
        NonUrbanArea = "non-urban-area",
    }
}

/// What the page says of a type of place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PlaceData {
    /// Whether the study is set in such places.
    pub in_study: bool,
}

impl EntityId for PlaceId {
    type Data = PlaceData;
    const KIND: Kind = Kind::Place;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<PlaceData> {
        match self {
            Self::SmallTown | Self::MediumSizedTown => record!(
                PlaceData { in_study: true },
                page![line(3), line(9), line(17), line(19), lines(21, 25)],
            ),
            Self::RuralArea => {
                record!(PlaceData { in_study: true }, page![line(3), line(9), line(17), lines(21, 25)])
            }
            Self::LargeCity => record!(PlaceData { in_study: false }, page![line(9), line(19)]),
            Self::NonUrbanArea => record!(
                PlaceData { in_study: false },
                remarked!([line(66)], [str("the page uses the word only for the topic of the webinar")]),
            ),
        }
    }
}

impl Content for PlaceId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::name_form("singular"), Field::prose("summary")];

    fn arguments(self, arguments: &mut Arguments<'_>) {
        if self == Self::NonUrbanArea {
            arguments.date("webinar", VideoId::Webinar.data().date);
        }
    }
}

impl<'a> Entity<'a, PlaceId> {
    /// The name in the singular, without an article: *kleine stad*.
    pub fn singular(self) -> Text<'a> {
        self.text(const { field::<PlaceId>("singular") })
    }

    /// The regions that accommodate asylum seekers in such places.
    pub fn reception_regions(self) -> impl Iterator<Item = Region<'a>> {
        self.referring::<RegionId>(move |region| {
            region.reception_places.iter().any(|reception| reception.place == self.id())
        })
    }

    /// The objectives that turn to such places.
    pub fn objectives(self) -> impl Iterator<Item = Objective<'a>> {
        self.referring::<ObjectiveId>(move |objective| objective.places.contains(&self.id()))
    }

    /// The videos about such places.
    pub fn videos(self) -> impl Iterator<Item = Video<'a>> {
        self.referring::<VideoId>(move |video| video.place == self.id())
    }
}
