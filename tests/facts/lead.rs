//! Facts F1 to F17: the lead: what the project is.

use whole_comm::{
    ConceptId, CountryId, CrisisId, EntityId, Library, Locale, OrganisationId, PartialDate, PlaceId,
    PopulationId, ProgrammeId, ProgrammeKind, ProjectId, Role, ScopeId, SectionId, Unit,
};

use crate::{Fact, notes, rests_on, says};

pub(crate) const FACTS: &[Fact] = &[
    (1, "the page is the Belgian edition of the project's presentation", |e| {
        says(
            e,
            SectionId::Lead,
            "name",
            ["Whole-COMM in België", "Whole-COMM en Belgique", "Whole-COMM in Belgium"],
        );
        says(e, SectionId::Lead, "summary", ["Belgische editie", "édition belge", "Belgian edition"]);
        rests_on(ProjectId::WholeComm, 1);
    }),
    (2, "the page is Dutch, its publications are English", |e| {
        assert_eq!(Locale::SOURCE, Locale::Dutch);
        notes(SectionId::Publications, "are English");
        assert!(e.publications().all(|publication| publication.title().lang() == "en"));
    }),
    (3, "Whole-COMM is a research study", |e| {
        assert_eq!(ProjectId::WholeComm.data().role, Role::Main);
        says(e, ProjectId::WholeComm, "summary", ["onderzoekt", "étudie", "study"]);
    }),
    (4, "its subject is the integration of migrants", |e| {
        says(
            e,
            ProjectId::WholeComm,
            "summary",
            ["integratie van migranten", "intégration des migrants", "integration of migrants"],
        );
    }),
    (5, "the cohort arrived after the crisis of 2015", |_| {
        assert_eq!(ProjectId::WholeComm.data().population, Some(PopulationId::PostCrisisMigrants));
        assert_eq!(PopulationId::PostCrisisMigrants.data().after, Some(CrisisId::Crisis2015));
    }),
    (6, "the crisis was humanitarian and political, in 2015", |e| {
        assert_eq!(
            CrisisId::Crisis2015.data().time.map(|time| time.date),
            Some(PartialDate::Year { year: 2015 })
        );
        says(
            e,
            CrisisId::Crisis2015,
            "name",
            [
                "humanitaire en politieke crisis van 2015",
                "crise humanitaire et politique de 2015",
                "humanitarian and political crisis of 2015",
            ],
        );
    }),
    (7, "the setting is small towns, medium-sized towns and rural areas", |e| {
        let in_study: Vec<PlaceId> =
            e.places().filter(|place| place.data().in_study).map(whole_comm::Entity::id).collect();
        assert_eq!(in_study, [PlaceId::SmallTown, PlaceId::MediumSizedTown, PlaceId::RuralArea]);
        says(
            e,
            ProjectId::WholeComm,
            "summary",
            [
                "kleine steden, middelgrote steden en plattelandsgebieden",
                "petites villes, les villes moyennes et les zones rurales",
                "small towns, medium-sized towns and rural areas",
            ],
        );
    }),
    (8, "the lens is the Whole-of-Community approach", |e| {
        assert_eq!(ProjectId::WholeComm.data().approach, Some(ConceptId::WholeOfCommunity));
        says(
            e,
            ProjectId::WholeComm,
            "summary",
            ["Whole-of-Community-benadering", "approche Whole-of-Community", "Whole-of-Community approach"],
        );
    }),
    (9, "the European Union pays", |e| {
        assert_eq!(ProjectId::WholeComm.data().funder, Some(OrganisationId::EuropeanUnion));
        says(
            e,
            ProjectId::WholeComm,
            "description",
            ["Europese Unie financiert", "Union européenne finance", "European Union funds"],
        );
    }),
    (10, "within Horizon 2020, a research and innovation programme", |e| {
        let programme = ProgrammeId::Horizon2020.data();
        assert_eq!(
            (programme.name.as_ref(), programme.kind),
            ("Horizon 2020", ProgrammeKind::ResearchAndInnovation)
        );
        assert_eq!(ProjectId::WholeComm.data().programme, Some(ProgrammeId::Horizon2020));
        says(
            e,
            ProgrammeId::Horizon2020,
            "summary",
            [
                "onderzoeks- en innovatieprogramma",
                "programme de recherche et d’innovation",
                "research and innovation programme",
            ],
        );
    }),
    (11, "40 local communities", |e| {
        let scope = ScopeId::LocalCommunities.data();
        assert_eq!((scope.count, scope.unit), (40, Unit::LocalCommunities));
        rests_on(ScopeId::LocalCommunities, 5);
        says(
            e,
            ScopeId::LocalCommunities,
            "name",
            ["40 lokale gemeenschappen", "40 communautés locales", "40 local communities"],
        );
    }),
    (12, "8 countries of the European Union", |e| {
        assert_eq!(ScopeId::EuCountries.data().count, 8);
        assert_eq!(e.countries().filter(|country| country.data().eu_member).count(), 8);
        says(e, ScopeId::EuCountries, "name", ["acht EU-landen", "huit pays de l’UE", "eight EU countries"]);
    }),
    (13, "which eight, in the page's order", |e| {
        let codes: Vec<&str> =
            ScopeId::EuCountries.data().countries.iter().map(|country| country.as_str()).collect();
        assert_eq!(codes, ["at", "be", "de", "it", "nl", "pl", "es", "se"]);
        says(
            e,
            ScopeId::EuCountries,
            "summary",
            [
                "Oostenrijk, België, Duitsland, Italië, Nederland, Polen, Spanje en Zweden",
                "l’Autriche, la Belgique, l’Allemagne, l’Italie, les Pays-Bas, la Pologne, l’Espagne et la Suède",
                "Austria, Belgium, Germany, Italy, the Netherlands, Poland, Spain and Sweden",
            ],
        );
    }),
    (14, "2 countries outside the European Union", |e| {
        assert_eq!(ScopeId::NonEuCountries.data().count, 2);
        says(
            e,
            ScopeId::NonEuCountries,
            "name",
            ["twee landen buiten de EU", "deux pays hors de l’UE", "two countries outside the EU"],
        );
    }),
    (15, "which two, in the page's order", |e| {
        assert_eq!(
            ScopeId::NonEuCountries.data().countries.as_ref(),
            [CountryId::Turkiye, CountryId::Canada]
        );
        says(
            e,
            ScopeId::NonEuCountries,
            "summary",
            ["Turkije en Canada", "la Turquie et le Canada", "Türkiye and Canada"],
        );
    }),
    (16, "10 countries in all", |_| {
        assert_eq!(
            ScopeId::Countries.data().count,
            ScopeId::EuCountries.data().count + ScopeId::NonEuCountries.data().count
        );
        assert_eq!(usize::from(ScopeId::Countries.data().count), CountryId::ALL.len());
    }),
    (17, "the order of the eight is that of the English names", |_| {
        let english = Library::embedded().edition(Locale::English);
        let names: Vec<String> =
            english.countries().take(8).map(|country| country.name().to_string()).collect();
        assert!(names.is_sorted(), "{names:?}");
        let order: Vec<u8> = CountryId::ALL.iter().map(|country| country.data().order).collect();
        assert_eq!(order, [1, 2, 3, 4, 5, 6, 7, 8, 1, 2]);
    }),
];
