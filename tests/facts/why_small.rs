//! Facts F61 to F70: why smaller places.

use whole_comm::{ChallengeId, EntityId, EventId, OrganisationId, PopulationId, ProjectId, SectionId};

use crate::{Fact, notes, says};

pub(crate) const FACTS: &[Fact] = &[
    (61, "the European Union took in an unprecedented number of people", |e| {
        says(
            e,
            SectionId::WhySmall,
            "summary",
            [
                "ongezien aantal migranten en asielzoekers",
                "nombre sans précédent de migrants et de demandeurs d’asile",
                "unprecedented number of migrants and asylum seekers",
            ],
        );
        notes(OrganisationId::EuropeanUnion, "does not date");
    }),
    (62, "who did not arrive along planned flows", |e| {
        says(
            e,
            SectionId::WhySmall,
            "summary",
            ["niet volgens geplande stromen", "pas suivi de flux planifiés", "did not follow planned flows"],
        );
    }),
    (63, "so ever more of them are in smaller places", |e| {
        says(e, SectionId::WhySmall, "summary", ["steeds meer", "toujours plus nombreux", "ever more"]);
    }),
    (64, "which are often badly prepared", |e| {
        says(
            e,
            SectionId::WhySmall,
            "description",
            ["vaak slecht voorbereid", "souvent mal préparées", "often badly prepared"],
        );
    }),
    (65, "the challenges are greater still, for two reasons", |e| {
        assert_eq!(ChallengeId::ALL.len(), 2);
        says(
            e,
            SectionId::WhySmall,
            "description",
            ["twee redenen … nog groter", "deux raisons … plus grands encore", "two reasons … greater still"],
        );
        notes(SectionId::WhySmall, "today");
    }),
    (66, "reason 1: Covid-19 tests sectors with many labour migrants", |e| {
        assert_eq!(ChallengeId::Covid19.data().order, 1);
        says(
            e,
            ChallengeId::Covid19,
            "summary",
            [
                "belangrijke economische sectoren … arbeidsmigranten",
                "d’importants secteurs économiques … travailleurs migrants",
                "important sectors of the economy … labour migrants",
            ],
        );
    }),
    (67, "reason 2: smaller places are again in the vanguard of refugee reception", |e| {
        assert_eq!(ChallengeId::UkrainianArrivals.data().order, 2);
        says(
            e,
            ChallengeId::UkrainianArrivals,
            "summary",
            [
                "opnieuw in de voorste linie … opvang van vluchtelingen",
                "de nouveau en première ligne … accueil des réfugiés",
                "according to the page, once again at the forefront of refugee reception",
            ],
        );
    }),
    (68, "after the arrival of thousands of Ukrainians, undated", |e| {
        assert_eq!(PopulationId::Ukrainians.data().magnitude, Some(1000));
        assert_eq!(EventId::UkrainianArrivals.data().time.map(|time| time.date), None);
        says(
            e,
            ChallengeId::UkrainianArrivals,
            "summary",
            ["duizenden Oekraïners", "milliers d’Ukrainiens", "thousands of Ukrainians"],
        );
    }),
    (69, "in, not from, all member states: the page is emended", |e| {
        let emendations = &EventId::UkrainianArrivals.provenance().emended;
        assert_eq!(
            (emendations[0].line, emendations[0].printed.as_ref(), emendations[0].read.as_ref()),
            (23, "uit alle EU-lidstaten", "in alle EU-lidstaten")
        );
        notes(EventId::UkrainianArrivals, "read literally");
        says(
            e,
            ChallengeId::UkrainianArrivals,
            "summary",
            ["in alle EU-lidstaten", "dans tous les États membres", "in all EU member states"],
        );
    }),
    (70, "how communities respond is crucial for integration in Europe", |e| {
        says(
            e,
            ProjectId::WholeComm,
            "rationale",
            [
                "cruciaal belang … toekomst van de integratie van migranten in Europa",
                "cruciale pour l’avenir … en Europe",
                "crucial to the future of migrant integration in Europe",
            ],
        );
    }),
];
