//! What a template asks for: the words of one language, and where they lead.

use whole_comm::fluent::FluentArgs;
use whole_comm::{
    AnyEntity, AnyId, Edition, Entity, EntityId, Isolation, Kind, LabelId, Library, Locale, PartialDate,
    ProjectId, Publication, PublicationKind, SectionId, Text, Video, VideoKind,
};

use crate::address::{self, Page};
use crate::origin::Origin;
use crate::phrase::Phrase;

/// The addresses of the files beside the pages.
#[derive(Debug)]
pub(crate) struct Assets {
    pub(crate) stylesheet: String,
    pub(crate) icon: String,
}

/// What the templates of one language share.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame<'a> {
    pub(crate) library: &'a Library,
    pub(crate) edition: &'a Edition,
    /// The language of the page. Texts say for themselves where theirs is another one.
    pub(crate) locale: Locale,
    pub(crate) origin: &'a Origin,
    pub(crate) assets: &'a Assets,
    /// The page; `None` for one that stands at no address of its own.
    pub(crate) page: Option<Page>,
}

/// A way to an entity.
#[derive(Debug)]
pub(crate) struct Link<'a> {
    pub(crate) href: String,
    pub(crate) text: Phrase<'a>,
}

/// Entities under a heading.
#[derive(Debug)]
pub(crate) struct Fact<'a> {
    pub(crate) label: Phrase<'a>,
    pub(crate) links: Vec<Link<'a>>,
}

/// The same page in a language.
#[derive(Debug)]
pub(crate) struct Alternate {
    pub(crate) locale: Locale,
    pub(crate) path: String,
    pub(crate) current: bool,
}

/// A part of the page in another language.
#[derive(Debug)]
pub(crate) struct Elsewhere<'a> {
    pub(crate) locale: Locale,
    pub(crate) href: String,
    /// The heading over there, in its language; the link itself says which one that is.
    pub(crate) heading: Phrase<'a>,
}

impl<'a> Frame<'a> {
    /// A text as it stands.
    pub(crate) fn say(&self, text: Text<'a>) -> Phrase<'a> {
        Phrase::new(text, self.locale)
    }

    /// A text that starts with a capital.
    pub(crate) fn title(&self, text: Text<'a>) -> Phrase<'a> {
        Phrase::capitalized(text, self.locale)
    }

    /// A word of the interface.
    pub(crate) fn label(&self, label: LabelId) -> Phrase<'a> {
        self.say(self.edition.label(label))
    }

    /// A text in front of its value, with the colon of the language.
    pub(crate) fn colon(&self, before: &Phrase<'_>) -> Phrase<'static> {
        let mut arguments = FluentArgs::new();
        arguments.set("label", before.bare());
        let text = self.edition.label_with(LabelId::WithColon, &arguments, Isolation::Plain);
        before.with_text(text.into_string())
    }

    /// A whole number.
    pub(crate) fn number(&self, number: usize) -> String {
        self.library.edition(self.locale).format().integer(number.try_into().unwrap_or(u64::MAX))
    }

    /// A date.
    pub(crate) fn date(&self, date: PartialDate) -> String {
        self.library.edition(self.locale).format().date(date)
    }

    /// The home page in this language.
    pub(crate) fn home(&self) -> String {
        Page::Home.path(self.locale)
    }

    /// The register in this language.
    pub(crate) fn register(&self) -> String {
        Page::Register.path(self.locale)
    }

    /// The page in every language. What has no address of its own leads to the first page.
    pub(crate) fn alternates(&self) -> Vec<Alternate> {
        let page = self.page.unwrap_or(Page::Home);
        let alternate = |&locale: &Locale| Alternate {
            locale,
            path: page.path(locale),
            current: self.page.is_some() && locale == self.locale,
        };
        Locale::ALL.iter().map(alternate).collect()
    }

    /// The same part of the page in the other languages, by its heading there.
    fn elsewhere(&self, anchor: &str, heading: impl Fn(&'a Edition) -> Text<'a>) -> Vec<Elsewhere<'a>> {
        let page = self.page.unwrap_or(Page::Home);
        let others = self.library.editions().filter(|edition| edition.locale() != self.locale);
        let elsewhere = |edition: &'a Edition| Elsewhere {
            locale: edition.locale(),
            href: format!("{}#{anchor}", page.path(edition.locale())),
            heading: Phrase::capitalized(heading(edition), edition.locale()),
        };
        others.map(elsewhere).collect()
    }

    /// A section in the other languages.
    pub(crate) fn section_elsewhere(&self, id: SectionId) -> Vec<Elsewhere<'a>> {
        self.elsewhere(address::section_anchor(id), |edition| edition.section(id).name())
    }

    /// The timeline in the other languages.
    pub(crate) fn timeline_elsewhere(&self) -> Vec<Elsewhere<'a>> {
        self.elsewhere(address::TIMELINE, |edition| edition.label(LabelId::Timeline))
    }

    /// The list of a kind in the other languages.
    pub(crate) fn kind_elsewhere(&self, kind: Kind) -> Vec<Elsewhere<'a>> {
        self.elsewhere(kind.as_str(), |edition| edition.label(kind.label()))
    }

    /// The project in the other languages. Its name is the same in all of them, so the headings of the page stand there.
    pub(crate) fn project_elsewhere(&self) -> Vec<Elsewhere<'a>> {
        let anchor = address::anchor(ProjectId::WholeComm);
        self.elsewhere(&anchor, |edition| edition.section(SectionId::Lead).name())
    }

    /// All entities of a kind.
    pub(crate) fn entities(&self, kind: Kind) -> Vec<AnyEntity<'a>> {
        kind.ids().iter().map(|&id| self.edition.any(id)).collect()
    }

    /// The date of an event or a video.
    pub(crate) fn when(&self, entity: AnyEntity<'a>) -> Option<Phrase<'a>> {
        match entity {
            AnyEntity::Event(event) => event.when().map(|when| self.title(when)),
            AnyEntity::Video(video) => Some(self.say(video.date())),
            _ => None,
        }
    }

    /// The title in the original language, of what has one.
    pub(crate) fn original_title(&self, entity: AnyEntity<'a>) -> Option<Phrase<'a>> {
        match entity {
            AnyEntity::Project(project) => project.full_title().map(|title| self.say(title)),
            AnyEntity::Publication(publication) => Some(self.say(publication.title())),
            AnyEntity::Video(video) => Some(self.say(video.original_title())),
            _ => None,
        }
    }

    /// What sort of publication one is.
    pub(crate) fn publication_kind(&self, publication: Publication<'a>) -> Phrase<'a> {
        self.label(match publication.data().kind {
            PublicationKind::Article => LabelId::Article,
            PublicationKind::CountryReport => LabelId::CountryReport,
        })
    }

    /// What sort of video one is.
    pub(crate) fn video_kind(&self, video: Video<'a>) -> Phrase<'a> {
        self.label(match video.data().kind {
            VideoKind::Webinar => LabelId::Webinar,
        })
    }

    /// A way to what the register says of an entity.
    pub(crate) fn link(&self, entity: AnyEntity<'a>) -> Link<'a> {
        let href = format!("{}#{}", self.register(), address::anchor(entity.id()));
        Link { href, text: self.say(entity.name()) }
    }

    /// Related entities, under the heading of their kind.
    pub(crate) fn fact<I: EntityId + Into<AnyId>>(
        &self,
        entities: impl IntoIterator<Item = Entity<'a, I>>,
    ) -> Fact<'a> {
        let links = entities.into_iter().map(|entity| self.link(self.edition.any(entity.id().into())));
        Fact { label: self.label(I::KIND.label()), links: links.collect() }
    }

    /// The sections that show an entity, as ways to them.
    pub(crate) fn sections(&self, id: AnyId) -> Fact<'a> {
        let shown = self.edition.sections().filter(|section| section.data().entities.contains(&id));
        let link = |section: whole_comm::Section<'a>| Link {
            href: format!("{}#{}", self.home(), address::section_anchor(section.id())),
            text: self.title(section.name()),
        };
        Fact { label: self.label(Kind::Section.label()), links: shown.map(link).collect() }
    }
}
