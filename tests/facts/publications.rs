//! Facts F88 to F116: the publications.

use whole_comm::{
    Bound, CountryId, CrisisId, EntityId, EventId, ImageId, MethodId, Month, PartialDate, PersonId,
    PopulationId, PublicationId, PublicationKind, RegionId, ScopeId, SectionId, Topic,
};

use crate::{Fact, breaks_off, notes, rests_on, says};

const OCTOBER_2021: PartialDate = PartialDate::Month { year: 2021, month: Month::October };

pub(crate) const FACTS: &[Fact] = &[
    (88, "a stray alternative text belongs to the first teaser", |e| {
        assert_eq!(ImageId::HousesInACity.data().publication, PublicationId::HousingExclusionFlanders);
        rests_on(ImageId::HousesInACity, 35);
        says(
            e,
            ImageId::HousesInACity,
            "name",
            ["huizen in een stad", "maisons dans une ville", "houses in a city"],
        );
    }),
    (89, "title of publication 1", |_| {
        assert_eq!(
            PublicationId::HousingExclusionFlanders.data().title,
            "Exclusion policies? The long-term housing crisis for migrants and refugees in Flanders (Belgium)"
        );
    }),
    (90, "inclusion needs safe, healthy and secure housing", |e| {
        says(
            e,
            PublicationId::HousingExclusionFlanders,
            "summary",
            ["veilig en gezond is en zekerheid biedt", "sûr, sain et stable", "safe, healthy and secure"],
        );
    }),
    (91, "unequal treatment in Flemish social-housing policy", |e| {
        assert_eq!(PublicationId::HousingExclusionFlanders.data().regions.as_ref(), [RegionId::Flanders]);
        says(
            e,
            PublicationId::HousingExclusionFlanders,
            "summary",
            [
                "Vlaamse socialehuisvestingsbeleid",
                "politique flamande du logement social",
                "Flemish social housing policy",
            ],
        );
    }),
    (92, "leads to precarious and insecure conditions", |e| {
        says(
            e,
            PublicationId::HousingExclusionFlanders,
            "summary",
            ["precaire en onzekere", "précaires et incertaines", "precarious and insecure"],
        );
    }),
    (93, "its three authors, in order", |e| {
        let names: Vec<&str> = PersonId::ALL.iter().map(|person| person.data().name.as_ref()).collect();
        assert_eq!(names, ["Ilke Adam", "Laura Westerveen", "Louise Hantson"]);
        assert_eq!(PublicationId::HousingExclusionFlanders.data().authors.as_ref(), PersonId::ALL);
        says(
            e,
            PublicationId::HousingExclusionFlanders,
            "authors",
            ["Westerveen en Louise", "Westerveen et Louise", "Westerveen and Louise"],
        );
    }),
    (94, "since October 2021 Belgium faces what can be called a reception crisis", |e| {
        let crisis = CrisisId::ReceptionCrisis.data();
        assert_eq!(
            (crisis.time.map(|time| time.date), crisis.country, crisis.quoted),
            (Some(OCTOBER_2021), Some(CountryId::Belgium), true)
        );
        assert_eq!(EventId::ReceptionCrisis.data().time.map(|time| time.bound), Some(Bound::Since));
        says(
            e,
            CrisisId::ReceptionCrisis,
            "summary",
            [
                "‘opvangcrisis’ kan worden genoemd",
                "que l’on peut appeler une «\u{a0}crise de l’accueil\u{a0}»",
                "can be called a “reception crisis”",
            ],
        );
    }),
    (95, "teaser 1 breaks off", |_| breaks_off(PublicationId::HousingExclusionFlanders, 39, "with a")),
    (96, "its title names another crisis, of housing", |e| {
        assert_eq!(
            PublicationId::HousingExclusionFlanders.data().crises.as_ref(),
            [CrisisId::LongTermHousingCrisis, CrisisId::ReceptionCrisis]
        );
        assert_eq!(CrisisId::LongTermHousingCrisis.data().region, Some(RegionId::Flanders));
        says(
            e,
            CrisisId::LongTermHousingCrisis,
            "name",
            ["langdurige wooncrisis", "crise durable du logement", "long-term housing crisis"],
        );
    }),
    (97, "title of publication 2", |_| {
        assert_eq!(
            PublicationId::SocialRelations.data().title,
            "Country report on social relations, individual attitudes and migrant integration experiences – Belgium"
        );
    }),
    (98, "it studies interactions between post-2014 migrants and long-term residents", |e| {
        assert_eq!(
            PublicationId::SocialRelations.data().populations.as_ref(),
            [PopulationId::Post2014Migrants, PopulationId::LongTermResidents]
        );
        says(
            e,
            PublicationId::SocialRelations,
            "summary",
            [
                "wisselwerking … gevestigde inwoners",
                "interactions … habitants établis de longue date",
                "mutual interactions … long-term residents",
            ],
        );
    }),
    (99, "and experiences of inclusion and exclusion", |e| {
        says(
            e,
            PublicationId::SocialRelations,
            "summary",
            ["inclusie en uitsluiting", "inclusion et de l’exclusion", "inclusion and exclusion"],
        );
    }),
    (100, "in four places in Belgium", |e| {
        assert_eq!(ScopeId::BelgianLocalities.data().count, 4);
        assert_eq!(PublicationId::SocialRelations.data().scope, Some(ScopeId::BelgianLocalities));
        says(
            e,
            PublicationId::SocialRelations,
            "description",
            ["vier gemeenten", "quatre localités", "four localities"],
        );
    }),
    (101, "in Flanders and Wallonia, the split not given", |e| {
        assert_eq!(
            ScopeId::BelgianLocalities.data().regions.as_ref(),
            [RegionId::Flanders, RegionId::Wallonia]
        );
        notes(PublicationId::SocialRelations, "does not say how many");
        says(
            e,
            PublicationId::SocialRelations,
            "description",
            ["in Vlaanderen en in Wallonië", "en Flandre et en Wallonie", "in Flanders and in Wallonia"],
        );
    }),
    (102, "it rests on interviews, their number not given", |e| {
        assert!(PublicationId::SocialRelations.data().methods.contains(&MethodId::Interviews));
        assert_eq!(MethodId::Interviews.data().count, None);
        says(
            e,
            PublicationId::SocialRelations,
            "description",
            [
                "interviews met migranten",
                "entretiens avec des migrants",
                "interviews with post-2014 migrants",
            ],
        );
    }),
    (103, "and on four focus-group discussions", |e| {
        assert_eq!(MethodId::FocusGroups.data().count, Some(4));
        says(
            e,
            PublicationId::SocialRelations,
            "description",
            ["vier focusgroepgesprekken", "quatre groupes de discussion", "four focus-group discussions"],
        );
    }),
    (104, "teaser 2 breaks off before the second group", |_| {
        breaks_off(PublicationId::SocialRelations, 45, "long-term residents");
        notes(MethodId::FocusGroups, "breaks off");
    }),
    (105, "title of publication 3", |_| {
        assert_eq!(
            PublicationId::AccessToServices.data().title,
            "Country report on access to services – Belgium"
        );
    }),
    (106, "it examines access to housing, employment and other resources", |e| {
        assert_eq!(
            PublicationId::AccessToServices.data().examines.as_ref(),
            [Topic::Housing, Topic::Employment, Topic::OtherResources]
        );
        says(
            e,
            PublicationId::AccessToServices,
            "summary",
            [
                "huisvesting, werk en andere",
                "logement, à l’emploi et à d’autres",
                "housing, employment and other",
            ],
        );
    }),
    (107, "in different small and medium-sized towns and rural areas", |e| {
        says(
            e,
            PublicationId::AccessToServices,
            "summary",
            [
                "verschillende kleine en middelgrote steden en plattelandsgebieden",
                "différentes petites et moyennes villes et zones rurales",
                "various small and medium-sized towns and rural areas",
            ],
        );
    }),
    (108, "mainly interviews in each of the four (not for) selected municipalities", |e| {
        let emendation = &PublicationId::AccessToServices.provenance().emended[0];
        assert_eq!(
            (emendation.line, emendation.printed.as_ref(), emendation.read.as_ref()),
            (51, "each of the for", "each of the four")
        );
        assert_eq!(PublicationId::AccessToServices.data().scope, Some(ScopeId::BelgianLocalities));
        says(
            e,
            PublicationId::AccessToServices,
            "description",
            [
                "vooral … elk van de vier gemeenten … geselecteerd",
                "surtout … chacune des quatre localités sélectionnées",
                "mainly … each of the four localities selected",
            ],
        );
    }),
    (109, "teaser 3 breaks off after the first item", |e| {
        assert_eq!(PublicationId::AccessToServices.data().overview.as_ref(), [Topic::HousingBarriers]);
        breaks_off(PublicationId::AccessToServices, 51, "housing");
        says(
            e,
            PublicationId::AccessToServices,
            "description",
            ["concrete drempels", "obstacles concrets", "concrete barriers"],
        );
    }),
    (110, "title of publication 4", |_| {
        assert_eq!(
            PublicationId::MultilevelDynamics.data().title,
            "Country report on multilevel dynamics – Belgium"
        );
    }),
    (111, "it looks at locally developed initiatives", |e| {
        says(
            e,
            PublicationId::MultilevelDynamics,
            "summary",
            [
                "lokaal ontwikkelde initiatieven",
                "initiatives d’intégration des immigrés développées localement",
                "locally developed initiatives",
            ],
        );
    }),
    (112, "with special attention to multi-level governance", |e| {
        says(
            e,
            PublicationId::MultilevelDynamics,
            "summary",
            [
                "bijzondere aandacht … bestuur op meerdere niveaus",
                "attention particulière … gouvernance multiniveau",
                "particular attention … multi-level governance",
            ],
        );
    }),
    (113, "mainly interviews in the four localities", |e| {
        assert_eq!(PublicationId::MultilevelDynamics.data().methods.as_ref(), [MethodId::Interviews]);
        assert_eq!(PublicationId::MultilevelDynamics.data().scope, Some(ScopeId::BelgianLocalities));
        says(
            e,
            PublicationId::MultilevelDynamics,
            "description",
            [
                "vier gemeenten in België",
                "quatre localités étudiées en Belgique",
                "four localities in Belgium",
            ],
        );
    }),
    (114, "three complete topics; the fourth has lost its noun", |e| {
        let topics = [Topic::IntegrationInitiatives, Topic::IntegrationFrames, Topic::MultilevelGovernance];
        assert_eq!(PublicationId::MultilevelDynamics.data().overview.as_ref(), topics);
        breaks_off(PublicationId::MultilevelDynamics, 57, "horizontal and vertical");
        notes(PublicationId::MultilevelDynamics, "lost its noun");
        says(
            e,
            PublicationId::MultilevelDynamics,
            "description",
            [
                "lokale integratie-initiatieven",
                "initiatives locales d’intégration",
                "local integration initiatives",
            ],
        );
    }),
    (115, "publications 2 to 4 name no author; an address comes from outside alone", |e| {
        let authors: Vec<usize> = e.publications().map(|publication| publication.authors().count()).collect();
        assert_eq!(authors, [3, 0, 0, 0]);
        for publication in e.publications() {
            let external = publication.provenance().external.iter().any(|field| field == "url");
            assert_eq!(publication.data().url.is_some(), external, "{publication:?}");
        }
    }),
    (116, "four teasers, all cut, three of them country reports", |e| {
        assert_eq!(e.publications().count(), 4);
        assert!(e.publications().all(|publication| publication.provenance().truncated.is_some()));
        assert_eq!(
            e.publications()
                .filter(|publication| publication.data().kind == PublicationKind::CountryReport)
                .count(),
            3
        );
        says(
            e,
            SectionId::Publications,
            "summary",
            ["vier publicaties", "quatre publications", "four publications"],
        );
    }),
];
