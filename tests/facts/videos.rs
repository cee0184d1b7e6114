//! Facts F117 to F127: the videos.

use whole_comm::{
    ActorId, CountryId, EntityId, EventId, Month, PartialDate, PlaceId, ProjectId, SectionId, VideoId,
    VideoKind,
};

use crate::{Fact, notes, says};

pub(crate) const FACTS: &[Fact] = &[
    (117, "the section on videos holds one entry", |e| {
        assert_eq!((e.videos().count(), SectionId::Videos.data().entities.len()), (1, 1));
        says(e, SectionId::Videos, "summary", ["één video", "une vidéo", "one video"]);
    }),
    (118, "a webinar with an English title", |e| {
        assert_eq!(VideoId::Webinar.data().kind, VideoKind::Webinar);
        let title = e.video(VideoId::Webinar).title();
        assert_eq!((&*title, title.lang()), ("So many countries, so many developments", "en"));
    }),
    (119, "on 18 May 2021", |e| {
        assert_eq!(VideoId::Webinar.data().date, PartialDate::Day { year: 2021, month: Month::May, day: 18 });
        assert_eq!(EventId::Webinar.data().time.map(|time| time.date), Some(VideoId::Webinar.data().date));
        says(e, VideoId::Webinar, "date", ["18 mei 2021", "18 mai 2021", "18 May 2021"]);
    }),
    (120, "organised by three projects", |e| {
        assert_eq!(
            VideoId::Webinar.data().organisers.as_ref(),
            [ProjectId::WholeComm, ProjectId::Matilde, ProjectId::WelcomingSpaces]
        );
        says(
            e,
            VideoId::Webinar,
            "organisers",
            [
                "Whole-COMM, MATILDE en Welcoming Spaces",
                "Whole-COMM, MATILDE et Welcoming Spaces",
                "Whole-COMM, MATILDE and Welcoming Spaces",
            ],
        );
    }),
    (121, "with an Italian title", |e| {
        let title = e.video(VideoId::Webinar).original_title();
        assert_eq!((&*title, title.lang()), ("Paese che vai, sviluppo che trovi", "it"));
    }),
    (122, "a chance for discussion among local and national stakeholders", |e| {
        assert!(VideoId::Webinar.data().actors.contains(&ActorId::Stakeholders));
        says(
            e,
            VideoId::Webinar,
            "description",
            [
                "lokale en nationale belanghebbenden",
                "parties prenantes locales et nationales",
                "local and national stakeholders",
            ],
        );
    }),
    (123, "on migration and the development of non-urban areas", |e| {
        assert_eq!(VideoId::Webinar.data().place, PlaceId::NonUrbanArea);
        says(
            e,
            VideoId::Webinar,
            "summary",
            [
                "verband tussen migratie en de ontwikkeling van niet-stedelijke gebieden",
                "lien entre la migration et le développement des zones non urbaines",
                "link between migration and the development of non-urban areas",
            ],
        );
    }),
    (124, "in Italy", |e| {
        assert_eq!(VideoId::Webinar.data().country, CountryId::Italy);
        says(e, VideoId::Webinar, "summary", ["in Italië", "en Italie", "in Italy"]);
    }),
    (125, "among Italian partners", |e| {
        assert!(VideoId::Webinar.data().actors.contains(&ActorId::ItalianPartners));
        says(
            e,
            VideoId::Webinar,
            "description",
            ["Italiaanse partners", "partenaires italiens", "Italian partners"],
        );
    }),
    (126, "in Italian", |e| {
        assert_eq!(VideoId::Webinar.data().language, "it");
        says(e, VideoId::Webinar, "description", ["in het Italiaans", "en italien", "in Italian"]);
    }),
    (127, "without an address, host, length or speakers", |_| {
        let data = serde_json::to_value(VideoId::Webinar.data()).unwrap();
        let fields: Vec<&str> = data.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields.len(), 9, "a new field of a video: does the page really say it? {fields:?}");
        notes(VideoId::Webinar, "no address");
    }),
];
