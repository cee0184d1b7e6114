//! Videos: one recorded webinar.

use serde::{Deserialize, Serialize};

use super::actor::ActorId;
use super::country::CountryId;
use super::date::{Month, PartialDate};
use super::event::EventId;
use super::place::PlaceId;
use super::project::ProjectId;
use super::{Content, Entity, EntityId, Field, field, ids, record};
use crate::format::{Arguments, Format, NameArguments};
use crate::provenance::{List, Provenance, Record, Str, emendation, lines, list, str};
use crate::{Actor, Country, Event, Kind, Place, Project, Text};

ids! {
    /// Identifies a [`Video`](crate::Video).
    ///
    /// ```
    /// use whole_comm::{Library, Locale, VideoId};
    ///
    /// let en = Library::embedded().edition(Locale::English);
    /// let webinar = en.video(VideoId::Webinar);
    /// assert_eq!(webinar.date(), "18 May 2021");
    /// assert_eq!((&*webinar.original_title(), webinar.original_title().lang()), ("Paese che vai, sviluppo che trovi", "it"));
    /// ```
    pub enum VideoId: "video" {
        /// The webinar on migration and the development of non-urban areas.
        Webinar = "webinar-2021-05-18",
    }
}

/// The day of the webinar.
pub(crate) const DATE: PartialDate = PartialDate::Day { year: 2021, month: Month::May, day: 18 };

/// What the page says of a video. It gives no address, host, length or speakers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VideoData {
    /// What sort of video it is.
    pub kind: VideoKind,
    /// When the recorded event took place.
    pub date: PartialDate,
    /// The title, in English.
    pub title: Str,
    /// The title in the `language` of the event.
    pub original_title: Str,
    /// The language of the event, as a BCP 47 tag.
    pub language: Str,
    /// The country that it is about.
    pub country: CountryId,
    /// The projects that organised it, in the order of the page.
    pub organisers: List<ProjectId>,
    /// Who took part.
    pub actors: List<ActorId>,
    /// The type of place that it is about.
    pub place: PlaceId,
}

ids! {
    /// What sort of video one is.
    pub enum VideoKind: "kind of video" {
        /// A webinar.
        Webinar = "webinar",
    }
}

impl EntityId for VideoId {
    type Data = VideoData;
    const KIND: Kind = Kind::Video;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<VideoData> {
        match self {
            Self::Webinar => record!(
                VideoData {
                    kind: VideoKind::Webinar,
                    date: DATE,
                    title: str("So many countries, so many developments"),
                    original_title: str("Paese che vai, sviluppo che trovi"),
                    language: str("it"),
                    country: CountryId::Italy,
                    organisers: list![ProjectId::WholeComm, ProjectId::Matilde, ProjectId::WelcomingSpaces],
                    actors: list![ActorId::Stakeholders, ActorId::ItalianPartners],
                    place: PlaceId::NonUrbanArea,
                },
                Provenance {
                    lines: list![lines(61, 66)],
                    emended: list![emendation(
                        66,
                        "So many Countries, so many developments",
                        "So many countries, so many developments",
                    )],
                    truncated: None,
                    external: list![],
                    notes: list![
                        str("the title is spelled in two ways; the spelling of line 63 is kept"),
                        str("the page gives no address, host, length or speakers"),
                    ],
                },
            ),
        }
    }
}

impl Content for VideoId {
    const FIELDS: &'static [Field] = &[
        Field::NAME,
        Field::prose("summary"),
        Field::prose("description"),
        Field::computed("date"),
        Field::computed("organisers"),
    ];

    fn name_arguments(self, arguments: &mut NameArguments<'_>) {
        arguments.date("date", self.data().date);
    }

    fn arguments(self, arguments: &mut Arguments<'_>) {
        arguments.names("organisers", self.data().organisers.iter().copied(), "name");
    }

    fn computed(self, field: &str, format: Format<'_>) -> Option<String> {
        match field {
            "date" => Some(format.date(self.data().date)),
            _ => Some(format.names(self.data().organisers.iter().copied(), "name")),
        }
    }
}

impl<'a> Entity<'a, VideoId> {
    /// The title in English, exact to the letter.
    pub fn title(self) -> Text<'static> {
        Text::original(&self.data().title, "en")
    }

    /// The title in Italian, the language of the event.
    pub fn original_title(self) -> Text<'static> {
        Text::original(&self.data().original_title, &self.data().language)
    }

    /// When the recorded event took place.
    pub fn date(self) -> Text<'a> {
        self.text(const { field::<VideoId>("date") })
    }

    /// The organisers as a list in a sentence.
    pub fn organiser_names(self) -> Text<'a> {
        self.text(const { field::<VideoId>("organisers") })
    }

    /// The projects that organised it, in the order of the page.
    pub fn organisers(self) -> impl Iterator<Item = Project<'a>> {
        self.all_related(&self.data().organisers)
    }

    /// The country that it is about.
    pub fn country(self) -> Country<'a> {
        self.related(self.data().country)
    }

    /// Who took part.
    pub fn actors(self) -> impl Iterator<Item = Actor<'a>> {
        self.all_related(&self.data().actors)
    }

    /// The type of place that it is about.
    pub fn place(self) -> Place<'a> {
        self.related(self.data().place)
    }

    /// The event of the timeline that was recorded.
    pub fn events(self) -> impl Iterator<Item = Event<'a>> {
        self.referring::<EventId>(move |event| event.video == Some(self.id()))
    }
}
