//! What the register says of an entity: what it is related to, and what it rests on.

use whole_comm::{AnyEntity, AnyId, Lines, Provenance, ScopeId, SectionId};

use crate::frame::{Fact, Frame};
use crate::phrase::Phrase;

/// What the first page says beside an entity: the relations that its texts do not spell out.
pub(crate) fn some<'a>(frame: &Frame<'a>, id: AnyId) -> Vec<Fact<'a>> {
    use AnyEntity as Any;
    let f = frame;
    present(match frame.edition.any(id) {
        Any::Project(e) => vec![f.fact(e.programme()), f.fact(e.funder())],
        Any::Objective(e) => vec![f.fact(e.places()), f.fact(e.actors()), f.fact(e.levels())],
        Any::Modality(e) => vec![f.fact(e.actors())],
        Any::Region(e) => vec![
            f.fact(e.provinces()),
            f.fact(e.places()),
            f.fact(e.sectors()),
            f.fact(e.policies()),
            f.fact(e.parties()),
        ],
        Any::Concept(e) => vec![f.fact(e.instrument()), f.fact(e.actors())],
        Any::Publication(e) => {
            vec![f.fact(e.methods()), f.fact(e.populations()), f.fact(e.regions()), f.fact(e.crises())]
        }
        Any::Video(e) => vec![f.fact([e.country()]), f.fact(e.actors())],
        _ => vec![],
    })
}

/// The countries of the study, under the counts that they make up.
pub(crate) fn countries<'a>(frame: &Frame<'a>) -> Vec<Fact<'a>> {
    let scopes = [ScopeId::EuCountries, ScopeId::NonEuCountries].map(|id| frame.edition.scope(id));
    scopes.map(|scope| Fact { label: frame.title(scope.name()), ..frame.fact(scope.countries()) }).into()
}

/// The facts that say something.
fn present(facts: Vec<Fact<'_>>) -> Vec<Fact<'_>> {
    facts.into_iter().filter(|fact| !fact.links.is_empty()).collect()
}

/// Every entity that one is related to, by kind, and the sections that show it.
pub(crate) fn all<'a>(frame: &Frame<'a>, entity: AnyEntity<'a>) -> Vec<Fact<'a>> {
    use AnyEntity as Any;
    let f = frame;
    let mut facts = match entity {
        Any::Project(e) => vec![
            f.fact(e.programme()),
            f.fact(e.funder()),
            f.fact(e.approach()),
            f.fact(e.population()),
            f.fact(e.scopes()),
            f.fact(e.objectives()),
            f.fact(e.methods()),
            f.fact(e.videos()),
        ],
        Any::Programme(e) => vec![f.fact([e.funder()]), f.fact(e.projects())],
        Any::Organisation(e) => {
            vec![
                f.fact(e.programmes()),
                f.fact(e.funded_projects()),
                f.fact(e.instruments()),
                f.fact(e.events()),
            ]
        }
        Any::Country(e) => vec![
            f.fact(e.regions()),
            f.fact(e.events()),
            f.fact(e.crises()),
            f.fact(e.publications()),
            f.fact(e.videos()),
        ],
        Any::Region(e) => vec![
            f.fact(e.provinces()),
            f.fact(e.places()),
            f.fact(e.sectors()),
            f.fact(e.policies()),
            f.fact(e.parties()),
            f.fact(e.events()),
            f.fact(e.crises()),
            f.fact(e.publications()),
        ],
        Any::Province(e) => vec![f.fact([e.region()]), f.fact(e.sectors()), f.fact(e.events())],
        Any::Place(e) => vec![f.fact(e.reception_regions()), f.fact(e.objectives()), f.fact(e.videos())],
        Any::Scope(e) => vec![f.fact(e.countries()), f.fact(e.regions()), f.fact(e.publications())],
        Any::Objective(e) => {
            vec![f.fact(e.places()), f.fact(e.actors()), f.fact(e.levels()), f.fact(e.modalities())]
        }
        Any::Modality(e) => vec![f.fact(e.actors()), f.fact(e.objectives())],
        Any::Level(e) => vec![f.fact(e.objectives())],
        Any::Concept(e) => vec![
            f.fact(e.related_concept()),
            f.fact(e.instrument()),
            f.fact(e.promoter()),
            f.fact(e.actors()),
            f.fact(e.outcomes()),
            f.fact(e.projects()),
        ],
        Any::Instrument(e) => vec![f.fact([e.issuer()]), f.fact(e.concepts())],
        Any::Outcome(e) => vec![f.fact(e.concepts())],
        Any::Actor(e) => {
            vec![f.fact(e.concepts()), f.fact(e.objectives()), f.fact(e.modalities()), f.fact(e.videos())]
        }
        Any::Population(e) => vec![
            f.fact(e.crisis()),
            f.fact(e.methods()),
            f.fact(e.variables()),
            f.fact(e.reception_regions()),
            f.fact(e.publications()),
            f.fact(e.projects()),
        ],
        Any::Method(e) => {
            vec![
                f.fact(e.variables()),
                f.fact(e.populations()),
                f.fact(e.publications()),
                f.fact(e.projects()),
            ]
        }
        Any::Variable(e) => vec![f.fact(e.population()), f.fact(e.methods())],
        Any::Policy(e) => vec![f.fact([e.region()]), f.fact([e.cause()])],
        Any::Party(e) => vec![f.fact([e.region()]), f.fact(e.events())],
        Any::Sector(e) => vec![f.fact(e.regions()), f.fact(e.provinces()), f.fact(e.events())],
        Any::Event(e) => vec![
            f.fact(e.regions()),
            f.fact(e.provinces()),
            f.fact(e.country()),
            f.fact(e.across()),
            f.fact(e.sectors()),
            f.fact(e.parties()),
            f.fact(e.policies()),
            f.fact(e.challenge()),
            f.fact(e.video()),
        ],
        Any::Crisis(e) => vec![
            f.fact(e.country()),
            f.fact(e.region()),
            f.fact(e.events()),
            f.fact(e.populations()),
            f.fact(e.publications()),
        ],
        Any::Challenge(e) => vec![f.fact(e.events())],
        Any::Publication(e) => vec![
            f.fact(e.authors()),
            f.fact(e.regions()),
            f.fact(e.scope()),
            f.fact(e.methods()),
            f.fact(e.populations()),
            f.fact(e.crises()),
            f.fact(e.images()),
        ],
        Any::Person(e) => vec![f.fact(e.publications())],
        Any::Image(e) => vec![f.fact([e.publication()])],
        Any::Video(e) => vec![
            f.fact(e.organisers()),
            f.fact([e.country()]),
            f.fact(e.actors()),
            f.fact([e.place()]),
            f.fact(e.events()),
        ],
        Any::Section(_) => vec![],
    };
    facts.push(f.sections(entity.id()));
    present(facts)
}

/// What an entity rests on, as far as a reader wants to know it. The library's notes are for those who quote it.
#[derive(Debug)]
pub(crate) struct Remarks<'a> {
    /// The lines of the page: `13–15, 17`.
    pub(crate) lines: String,
    /// Where the page was corrected: what is printed, and how it is read.
    pub(crate) emended: Vec<(Phrase<'a>, Phrase<'a>)>,
    /// The last words before the page breaks off.
    pub(crate) cut_off: Option<Phrase<'a>>,
}

/// What an entity rests on.
pub(crate) fn remarks<'a>(frame: &Frame<'a>, provenance: &'static Provenance) -> Remarks<'a> {
    let quoted = |text: &'static str, line| Phrase::quoted(text, language_of_line(line), frame.locale);
    let emended = provenance.emended.iter();
    Remarks {
        lines: provenance.lines.iter().map(|&lines| numbers(frame, lines)).collect::<Vec<_>>().join(", "),
        emended: emended
            .map(|emendation| {
                (quoted(&emendation.printed, emendation.line), quoted(&emendation.read, emendation.line))
            })
            .collect(),
        cut_off: provenance.truncated.as_ref().map(|truncation| quoted(&truncation.after, truncation.line)),
    }
}

fn numbers(frame: &Frame<'_>, lines: Lines) -> String {
    let first = frame.number(lines.first.into());
    if lines.first == lines.last { first } else { format!("{first}–{}", frame.number(lines.last.into())) }
}

/// The language of a line of the page: Dutch, but for its blocks on publications and videos, which are English.
fn language_of_line(line: u16) -> &'static str {
    let english = [SectionId::Publications, SectionId::Videos].into_iter().any(|section| {
        let lines = &whole_comm::EntityId::provenance(section).lines;
        lines.iter().any(|lines| (lines.first..=lines.last).contains(&line))
    });
    if english { "en" } else { "nl" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_dutch_but_for_two_blocks() {
        for (line, lang) in
            [(1, "nl"), (23, "nl"), (32, "nl"), (33, "en"), (51, "en"), (60, "nl"), (66, "en")]
        {
            assert_eq!(language_of_line(line), lang, "line {line}");
        }
    }
}
