//! The blocks of a page: what to show, before it is written in one format or another.

use whole_comm::fluent::FluentArgs;
use whole_comm::{
    AnyEntity, Edition, Event, Isolation, LabelId, Permille, PublicationKind, Region, Section, Text,
};

use crate::selection::Selection;

/// A part of a document.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// A heading; the title of the document has level 1.
    Heading { level: usize, text: String },
    /// A paragraph.
    Paragraph(String),
    /// A remark about the source.
    Remark(String),
    /// A fact with its label, which ends with a colon.
    Fact { label: String, value: String },
    /// A chart of shares.
    Bars(Vec<Bar>),
    /// Events in the order of time.
    Timeline(Vec<Entry>),
}

/// A bar of a chart.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bar {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) share: Permille,
}

/// An event of a timeline.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) when: String,
    pub(crate) name: String,
    pub(crate) summary: String,
}

/// The document that shows a selection.
pub(crate) fn build(edition: &Edition, selection: &Selection) -> Vec<Block> {
    let mut document = Document { edition, blocks: Vec::new() };
    match *selection {
        Selection::Page => {
            for (position, section) in edition.page().enumerate() {
                document.section(section, if position == 0 { 1 } else { 2 });
            }
            document.heading(2, edition.label(LabelId::Timeline));
            document.timeline(edition.events());
        }
        Selection::Section(id) => document.section(edition.section(id), 1),
        Selection::Kind(whole_comm::Kind::Event) => {
            document.heading(1, edition.label(LabelId::Timeline));
            document.timeline(edition.events());
        }
        Selection::Kind(kind) => {
            document.heading(1, edition.label(kind.label()));
            for &id in kind.ids() {
                document.entity(edition.any(id), 2);
            }
        }
        Selection::Entity(id) => {
            document.entity(edition.any(id), 1);
            document.source(edition.any(id));
        }
    }
    document.blocks
}

struct Document<'a> {
    edition: &'a Edition,
    blocks: Vec<Block>,
}

impl<'a> Document<'a> {
    fn section(&mut self, section: Section<'a>, level: usize) {
        self.heading(level, section.name());
        self.paragraph(section.summary());
        if let Some(description) = section.description() {
            self.paragraph(description);
        }
        if section.id() == whole_comm::SectionId::Regions {
            self.chart(self.edition.regions());
        }
        for entity in section.entities() {
            self.entity(entity, level + 1);
        }
    }

    fn entity(&mut self, entity: AnyEntity<'a>, level: usize) {
        self.heading(level, entity.name());
        if let AnyEntity::Publication(publication) = entity {
            self.publication(publication);
        }
        self.paragraph(entity.summary());
        if let Some(description) = entity.description() {
            self.paragraph(description);
        }
        self.details(entity);
        self.provenance(entity);
    }

    /// What a kind of entity has to say beyond its summary and description.
    fn details(&mut self, entity: AnyEntity<'a>) {
        match entity {
            AnyEntity::Project(project) => {
                for text in [project.design(), project.rationale()].into_iter().flatten() {
                    self.paragraph(text);
                }
                self.fact(LabelId::ResearchQuestion, project.research_question());
                let data = project.data();
                self.external(LabelId::FullTitle, data.full_title.as_ref());
                self.external(LabelId::GrantAgreement, data.grant_agreement.as_ref());
                self.external(LabelId::Coordinator, data.coordinator.as_ref());
                self.external(LabelId::Website, data.website.as_ref());
            }
            AnyEntity::Region(region) => {
                if let Some(places) = region.reception_places() {
                    self.paragraph(places);
                }
                self.paragraph(region.reception());
            }
            AnyEntity::Event(event) => self.fact(LabelId::Date, Some(self.when(event))),
            AnyEntity::Publication(publication) => {
                self.external(LabelId::ReadMore, publication.data().url.as_ref());
            }
            AnyEntity::Person(person) => {
                for publication in person.publications() {
                    self.fact(LabelId::Title, Some(publication.title()));
                }
            }
            AnyEntity::Video(video) => {
                self.fact(LabelId::Title, Some(video.title()));
                self.fact(LabelId::OriginalTitle, Some(video.original_title()));
                self.fact(LabelId::Date, Some(video.date()));
                self.fact(LabelId::Organisers, Some(video.organiser_names()));
            }
            _ => {}
        }
    }

    fn publication(&mut self, publication: whole_comm::Publication<'a>) {
        let kind = match publication.data().kind {
            PublicationKind::Article => LabelId::Article,
            PublicationKind::CountryReport => LabelId::CountryReport,
        };
        self.fact(kind, Some(publication.title()));
        self.fact(LabelId::Authors, publication.author_names());
    }

    fn provenance(&mut self, entity: AnyEntity<'a>) {
        let provenance = entity.provenance();
        if let Some(truncation) = &provenance.truncated {
            let label = self.label(LabelId::CutOff);
            self.blocks.push(Block::Remark(format!("{label} {} …", truncation.after)));
        }
        for emendation in provenance.emended.iter() {
            let label = self.label(LabelId::Emended);
            self.blocks.push(Block::Remark(format!("{label} {} → {}", emendation.printed, emendation.read)));
        }
    }

    /// The lines of the page that an entity rests on.
    fn source(&mut self, entity: AnyEntity<'a>) {
        let lines = entity.provenance().lines.iter().map(|lines| {
            if lines.first == lines.last {
                lines.first.to_string()
            } else {
                format!("{}–{}", lines.first, lines.last)
            }
        });
        let value = lines.collect::<Vec<_>>().join(", ");
        self.blocks.push(Block::Fact { label: self.label(LabelId::SourceLines), value });
    }

    fn chart(&mut self, regions: impl Iterator<Item = Region<'a>>) {
        let mut bars: Vec<Bar> = regions
            .map(|region| Bar {
                name: region.name().to_string(),
                value: region.reception_share().to_string(),
                share: region.data().reception_share.share,
            })
            .collect();
        bars.sort_by_key(|bar| std::cmp::Reverse(bar.share));
        self.blocks.push(Block::Remark(self.edition.label(LabelId::ReceptionShares).to_string()));
        self.blocks.push(Block::Bars(bars));
    }

    fn timeline(&mut self, events: impl Iterator<Item = Event<'a>>) {
        let mut events: Vec<Event<'a>> = events.collect();
        // The sort is stable: events of the same time, and those without a date at the end, keep the page's order.
        events.sort_by_key(|event| event.data().time.map_or((u16::MAX, 0, 0), |time| time.date.sort_key()));
        let entries = events.into_iter().map(|event| Entry {
            when: self.when(event).capitalized().into_owned(),
            name: event.name().capitalized().into_owned(),
            summary: self.shown(event.summary()),
        });
        let entries = entries.collect();
        self.blocks.push(Block::Timeline(entries));
    }

    fn when(&self, event: Event<'a>) -> Text<'a> {
        event.when().unwrap_or_else(|| self.edition.label(LabelId::Undated))
    }

    fn heading(&mut self, level: usize, text: Text<'_>) {
        self.blocks.push(Block::Heading { level, text: text.capitalized().into_owned() });
    }

    fn paragraph(&mut self, text: Text<'_>) {
        self.blocks.push(Block::Paragraph(self.shown(text)));
    }

    fn fact(&mut self, label: LabelId, value: Option<Text<'_>>) {
        if let Some(value) = value {
            self.blocks.push(Block::Fact { label: self.label(label), value: value.to_string() });
        }
    }

    /// A fact from outside the page, with a mark that says so.
    fn external(&mut self, label: LabelId, fact: Option<&whole_comm::External<whole_comm::Str>>) {
        if let Some(fact) = fact {
            let mark = self.edition.label(LabelId::External);
            let value = format!("{} [{mark}]", fact.value);
            self.blocks.push(Block::Fact { label: self.label(label), value });
        }
    }

    /// A label with the language's colon behind it.
    fn label(&self, label: LabelId) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("label", self.edition.label(label).as_str());
        self.edition.label_with(LabelId::WithColon, &arguments, Isolation::Plain).into_string()
    }

    /// A text, and a mark if another language had to stand in.
    fn shown(&self, text: Text<'_>) -> String {
        match text.answered_by() {
            Some(locale) if locale != self.edition.locale() => {
                format!("{text} [{}]", self.edition.label(LabelId::NotTranslated))
            }
            _ => text.to_string(),
        }
    }
}
