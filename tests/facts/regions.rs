//! Facts F29 to F60: the Belgian regions.

use whole_comm::{
    Bound, EntityId, EventId, Month, PartialDate, PartyId, PartyTrait, Permille, PlaceId, PolicyId,
    PopulationId, ProvinceId, RegionId, ScopeId, SectionId, SectorId,
};

use crate::{Fact, notes, says};

fn share(region: RegionId) -> Permille {
    region.data().reception_share.share
}

fn reception(region: RegionId) -> Vec<(PlaceId, bool)> {
    region.data().reception_places.iter().map(|place| (place.place, place.and_around)).collect()
}

const SEPTEMBER_2015: PartialDate = PartialDate::Month { year: 2015, month: Month::September };

pub(crate) const FACTS: &[Fact] = &[
    (29, "in Belgium the study looks at Flanders and Wallonia", |e| {
        let focus: Vec<RegionId> =
            e.regions().filter(|region| region.data().in_focus).map(whole_comm::Entity::id).collect();
        assert_eq!(focus, [RegionId::Flanders, RegionId::Wallonia]);
        assert_eq!(ScopeId::BelgianRegions.data().regions.as_ref(), focus);
    }),
    (30, "they are the two largest regions, by a measure that is not stated", |e| {
        assert_eq!(ScopeId::BelgianRegions.data().count, 2);
        notes(ScopeId::BelgianRegions, "without saying by which");
        says(
            e,
            ScopeId::BelgianRegions,
            "summary",
            ["twee gewesten … grootste", "deux régions … plus grandes", "two regions … largest"],
        );
    }),
    (31, "reception centres are more or less evenly spread", |e| {
        says(
            e,
            SectionId::Regions,
            "description",
            [
                "opvangcentra … min of meer gelijkmatig",
                "centres d’accueil … plus ou moins égale",
                "reception centres … more or less evenly",
            ],
        );
        notes(RegionId::Wallonia, "not the same measure");
    }),
    (32, "Wallonia: 49.9 % in September 2015", |e| {
        assert_eq!(
            (share(RegionId::Wallonia), RegionId::Wallonia.data().reception_share.month),
            (Permille::new(499), SEPTEMBER_2015)
        );
        says(
            e,
            RegionId::Wallonia,
            "reception",
            ["49,9% … september 2015", "49,9\u{a0}% … septembre 2015", "49.9% … September 2015"],
        );
    }),
    (33, "Flanders: 42.5 % in September 2015", |e| {
        assert_eq!(
            (share(RegionId::Flanders), RegionId::Flanders.data().reception_share.month),
            (Permille::new(425), SEPTEMBER_2015)
        );
        says(
            e,
            RegionId::Flanders,
            "reception",
            ["42,5% … september 2015", "42,5\u{a0}% … septembre 2015", "42.5% … September 2015"],
        );
    }),
    (34, "Brussels: 7.6 %, its sentence without a month", |e| {
        assert_eq!(share(RegionId::BrusselsCapital), Permille::new(76));
        notes(RegionId::BrusselsCapital, "neither the month nor the year");
        says(e, RegionId::BrusselsCapital, "reception", ["7,6%", "7,6\u{a0}%", "7.6%"]);
    }),
    (35, "the shares are of asylum seekers, persons, who had come and were accommodated", |e| {
        assert!(e.regions().all(|region| region.data().reception_share.base == PopulationId::AsylumSeekers));
        says(
            e,
            RegionId::Flanders,
            "reception",
            [
                "asielzoekers die naar België waren gekomen … opgevangen",
                "demandeurs d’asile arrivés en Belgique … hébergés",
                "asylum seekers who had come to Belgium … accommodated",
            ],
        );
    }),
    (36, "the shares add up to 100 %; Wallonia is 7.4 points ahead of Flanders", |e| {
        assert_eq!(RegionId::ALL.iter().map(|&region| share(region).get()).sum::<u16>(), 1000);
        assert_eq!(share(RegionId::Wallonia).difference(share(RegionId::Flanders)), Permille::new(74));
        says(
            e,
            RegionId::Wallonia,
            "reception",
            ["7,4 procentpunt", "7,4 points de pourcentage", "7.4 percentage points"],
        );
    }),
    (37, "Brussels is in the figures but not in the focus", |e| {
        assert!(!RegionId::BrusselsCapital.data().in_focus);
        says(
            e,
            RegionId::BrusselsCapital,
            "summary",
            [
                "opvangcijfers … behoort niet tot",
                "chiffres de l’accueil … ne fait pas partie",
                "reception figures … not one of",
            ],
        );
    }),
    (38, "Wallonia is the French-speaking region", |e| {
        assert_eq!(RegionId::Wallonia.data().language.as_deref(), Some("fr"));
        says(e, RegionId::Wallonia, "summary", ["Franstalige", "francophone", "French-speaking"]);
    }),
    (39, "migrants have long settled in Wallonia", |e| {
        says(
            e,
            RegionId::Wallonia,
            "description",
            ["van oudsher", "tradition de longue date", "for a long time"],
        );
    }),
    (40, "cheap labour was attracted there from about 1900", |e| {
        assert_eq!(
            EventId::LabourMigrationWallonia.data().time.map(|time| time.date),
            Some(PartialDate::CenturyStart { century: 20 })
        );
        assert_eq!(PartialDate::CenturyStart { century: 20 }.first_year(), 1900);
        says(
            e,
            EventId::LabourMigrationWallonia,
            "summary",
            ["Goedkope arbeidskrachten", "main-d’œuvre bon marché", "Cheap labour"],
        );
        says(
            e,
            EventId::LabourMigrationWallonia,
            "when",
            [
                "sinds het begin van de 20e eeuw",
                "depuis le début du XXe siècle",
                "since the early 20th century",
            ],
        );
    }),
    (41, "for the coal and metal industries", |e| {
        assert_eq!(
            EventId::LabourMigrationWallonia.data().sectors.as_ref(),
            [SectorId::Coal, SectorId::Metal]
        );
        says(
            e,
            RegionId::Wallonia,
            "description",
            [
                "steenkool- en de metaalindustrie",
                "industrie charbonnière et la métallurgie",
                "coal and metal industries",
            ],
        );
    }),
    (42, "with that large-scale labour migration began", |e| {
        says(
            e,
            EventId::LabourMigrationWallonia,
            "summary",
            [
                "grootschalige arbeidsmigratie",
                "migration de main-d’œuvre à grande échelle",
                "large-scale labour migration",
            ],
        );
    }),
    (43, "the industries closed in the 1970s and 1980s", |e| {
        assert_eq!(
            EventId::IndustryClosuresWallonia.data().time.map(|time| time.date),
            Some(PartialDate::Decades { first: 1970, last: 1980 })
        );
        assert!(SectorId::Coal.data().closed && SectorId::Metal.data().closed);
        says(
            e,
            EventId::IndustryClosuresWallonia,
            "when",
            ["in de jaren 70 en 80", "dans les années 1970 et 1980", "in the 1970s and 1980s"],
        );
    }),
    (44, "the region became poorer for it", |e| {
        says(e, EventId::IndustryClosuresWallonia, "summary", ["verarmt", "appauvrit", "poorer"]);
    }),
    (45, "which still shows in high unemployment figures", |e| {
        says(
            e,
            RegionId::Wallonia,
            "description",
            ["hoge werkloosheidscijfers", "chiffres de chômage élevés", "high unemployment figures"],
        );
        notes(EventId::IndustryClosuresWallonia, "does not date them");
    }),
    (46, "the inflow of asylum seekers increased in 2014", |e| {
        assert_eq!(
            EventId::AsylumIncrease2014.data().time.map(|time| time.date),
            Some(PartialDate::Year { year: 2014 })
        );
        says(e, RegionId::Wallonia, "reception-places", ["in 2014 toe", "augmenté en 2014", "rose in 2014"]);
    }),
    (47, "since then Wallonia receives in medium-sized towns, smaller towns and rural areas", |e| {
        let places =
            [PlaceId::MediumSizedTown, PlaceId::SmallTown, PlaceId::RuralArea].map(|place| (place, false));
        assert_eq!(reception(RegionId::Wallonia), places);
        says(
            e,
            RegionId::Wallonia,
            "reception-places",
            [
                "middelgrote steden, kleinere steden en plattelandsgebieden",
                "villes moyennes, de plus petites villes et des zones rurales",
                "medium-sized towns, smaller towns and rural areas",
            ],
        );
    }),
    (48, "Wallonia is more rural and less densely populated", |e| {
        says(
            e,
            RegionId::Wallonia,
            "description",
            [
                "landelijker en dunner bevolkt",
                "plus rurale et moins densément peuplée",
                "more rural and less densely populated",
            ],
        );
    }),
    (49, "which brings challenges and opportunities for reception and integration", |e| {
        says(
            e,
            RegionId::Wallonia,
            "description",
            [
                "uitdagingen als kansen … opvang en integratie",
                "défis et des possibilités … accueil et l’intégration",
                "challenges and opportunities … reception and integration",
            ],
        );
    }),
    (50, "Flanders, like Wallonia, has had labour migration since the early 20th century", |e| {
        assert_eq!(
            EventId::LabourMigrationFlanders.data().time.map(|time| time.date),
            EventId::LabourMigrationWallonia.data().time.map(|time| time.date)
        );
        says(
            e,
            RegionId::Flanders,
            "description",
            [
                "Net als Wallonië … begin van de 20e eeuw",
                "Comme la Wallonie … début du XXe siècle",
                "Like Wallonia … early 20th century",
            ],
        );
    }),
    (51, "Flanders is the Dutch-speaking region", |e| {
        assert_eq!(RegionId::Flanders.data().language.as_deref(), Some("nl"));
        says(e, RegionId::Flanders, "summary", ["Nederlandstalige", "néerlandophone", "Dutch-speaking"]);
    }),
    (52, "Limburg attracted migrants mainly for coal", |e| {
        assert_eq!(ProvinceId::Limburg.data().sectors.as_ref(), [SectorId::Coal]);
        assert_eq!(ProvinceId::Limburg.data().region, RegionId::Flanders);
        says(
            e,
            ProvinceId::Limburg,
            "summary",
            ["vooral … steenkoolindustrie", "surtout … industrie charbonnière", "mainly … coal industry"],
        );
    }),
    (53, "other parts of Flanders: construction and the domestic sector", |e| {
        assert_eq!(
            RegionId::Flanders.data().sectors.as_ref(),
            [SectorId::Construction, SectorId::DomesticWork]
        );
        says(
            e,
            RegionId::Flanders,
            "description",
            [
                "de bouw en de huishoudelijke sector",
                "la construction et le secteur domestique",
                "construction and domestic work",
            ],
        );
    }),
    (54, "immigration has been strongly politicised since the early 1990s", |e| {
        let event = EventId::PoliticisationFlanders.data();
        assert_eq!(
            (event.time.map(|time| time.date), event.time.map(|time| time.bound)),
            (Some(PartialDate::DecadeStart { decade: 1990 }), Some(Bound::Since))
        );
        says(
            e,
            EventId::PoliticisationFlanders,
            "when",
            ["sinds het begin van de jaren 90", "depuis le début des années 1990", "since the early 1990s"],
        );
    }),
    (55, "as the electoral success of Vlaams Blok shows", |e| {
        assert_eq!(EventId::PoliticisationFlanders.data().parties.as_ref(), [PartyId::VlaamsBlok]);
        assert_eq!(PartyId::VlaamsBlok.data().name, "Vlaams Blok");
        says(
            e,
            PartyId::VlaamsBlok,
            "summary",
            [
                "electorale succes van het Vlaams Blok",
                "succès électoral du Vlaams Blok",
                "electoral success of Vlaams Blok",
            ],
        );
    }),
    (56, "a Flemish-nationalist and radical-right party", |e| {
        assert_eq!(
            PartyId::VlaamsBlok.data().traits.as_ref(),
            [PartyTrait::FlemishNationalist, PartyTrait::RadicalRight]
        );
        says(
            e,
            PartyId::VlaamsBlok,
            "summary",
            [
                "Vlaams-nationalistische en radicaal-rechtse",
                "nationaliste flamand de droite radicale",
                "Flemish nationalist and radical-right",
            ],
        );
    }),
    (57, "the politicisation led to a stricter and institutionalised integration programme", |e| {
        assert_eq!(PolicyId::CivicIntegration.data().result_of, EventId::PoliticisationFlanders);
        says(
            e,
            PolicyId::CivicIntegration,
            "summary",
            [
                "strenger en geïnstitutionaliseerd inburgeringstraject",
                "parcours d’intégration plus strict et institutionnalisé",
                "stricter and institutionalised civic integration programme",
            ],
        );
    }),
    (58, "and to more restrictive political positions", |e| {
        says(
            e,
            EventId::PoliticisationFlanders,
            "summary",
            [
                "restrictievere politieke standpunten",
                "positions politiques plus restrictives",
                "more restrictive political positions",
            ],
        );
    }),
    (59, "Flanders accommodates in smaller towns and in and around medium-sized and large cities", |e| {
        let places =
            [(PlaceId::SmallTown, false), (PlaceId::MediumSizedTown, true), (PlaceId::LargeCity, true)];
        assert_eq!(reception(RegionId::Flanders), places);
        says(
            e,
            RegionId::Flanders,
            "reception-places",
            [
                "sinds 2014 … kleinere steden … in en rond middelgrote en grote steden",
                "depuis 2014 … plus petites villes … aux alentours",
                "since 2014 … smaller towns … in and around medium-sized towns and large cities",
            ],
        );
    }),
    (60, "only Wallonia lists rural areas, only Flanders large cities", |_| {
        let lists = |region, place| reception(region).iter().any(|(listed, _)| *listed == place);
        assert!(
            lists(RegionId::Wallonia, PlaceId::RuralArea) && !lists(RegionId::Flanders, PlaceId::RuralArea)
        );
        assert!(
            lists(RegionId::Flanders, PlaceId::LargeCity) && !lists(RegionId::Wallonia, PlaceId::LargeCity)
        );
    }),
];
