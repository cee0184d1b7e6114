//! Facts F71 to F87: the method.

use whole_comm::{
    ActorId, ConceptId, ConceptKind, Design, EntityId, InstrumentId, MethodFamily, MethodId, OrganisationId,
    OutcomeId, PopulationId, ProjectId, ScopeId, Unit, VariableId,
};

use crate::{Fact, notes, rests_on, says};

pub(crate) const FACTS: &[Fact] = &[
    (71, "the approach is called innovative", |e| {
        assert_eq!(ConceptId::WholeOfCommunity.data().kind, ConceptKind::Approach);
        says(e, ConceptId::WholeOfCommunity, "summary", ["innovatief", "innovante", "innovative"]);
    }),
    (72, "it ties in with the notion of whole-of-society", |e| {
        assert_eq!(ConceptId::WholeOfCommunity.data().related_to, Some(ConceptId::WholeOfSociety));
        assert_eq!(ConceptId::WholeOfSociety.data().kind, ConceptKind::Notion);
        says(e, ConceptId::WholeOfCommunity, "summary", ["aansluit bij", "rejoint", "ties in with"]);
    }),
    (73, "which the United Nations compacts promote, unnamed", |e| {
        assert_eq!(ConceptId::WholeOfSociety.data().promoted_by, Some(InstrumentId::UnCompacts));
        assert_eq!(InstrumentId::UnCompacts.data().issuer, OrganisationId::UnitedNations);
        says(
            e,
            ConceptId::WholeOfSociety,
            "summary",
            ["VN-pacten", "pactes des Nations Unies", "United Nations compacts"],
        );
        notes(InstrumentId::UnCompacts, "names none");
    }),
    (74, "integration is a community-making process", |e| {
        says(
            e,
            ConceptId::WholeOfCommunity,
            "description",
            ["gemeenschapsvorming", "construction de communauté", "community-making"],
        );
    }),
    (75, "shaped by the interaction of several actors", |e| {
        says(
            e,
            ConceptId::WholeOfCommunity,
            "description",
            [
                "samenspel van uiteenlopende actoren",
                "interaction d’acteurs divers",
                "interaction of various actors",
            ],
        );
    }),
    (76, "from political representatives through civil society to foreign residents", |e| {
        let actors = [ActorId::PoliticalRepresentatives, ActorId::CivilSociety, ActorId::ForeignResidents];
        assert_eq!(ConceptId::WholeOfCommunity.data().actors.as_ref(), actors);
        assert!(ActorId::ALL.iter().all(|actor| actor.data().in_approach == actors.contains(actor)));
        says(
            e,
            ConceptId::WholeOfCommunity,
            "description",
            [
                "politieke vertegenwoordigers, het middenveld en buitenlandse inwoners",
                "les représentants politiques, la société civile et les résidents étrangers",
                "political representatives, civil society and foreign residents",
            ],
        );
    }),
    (77, "the outcome is open", |e| {
        says(
            e,
            ConceptId::WholeOfCommunity,
            "description",
            ["niet vooraf vast", "pas fixée d’avance", "not fixed in advance"],
        );
    }),
    (78, "outcome A: more cohesive and open societies", |e| {
        says(
            e,
            OutcomeId::CohesiveOpen,
            "name",
            [
                "hechtere en opener samenlevingen",
                "sociétés plus soudées et plus ouvertes",
                "more cohesive and open societies",
            ],
        );
    }),
    (79, "outcome B: more closed and fragmented communities", |e| {
        says(
            e,
            OutcomeId::ClosedFragmented,
            "name",
            [
                "geslotener en sterker versnipperde gemeenschappen",
                "communautés plus fermées et plus fragmentées",
                "more closed and fragmented communities",
            ],
        );
    }),
    (80, "it studies the mechanisms between integration policy and cohesion", |e| {
        says(
            e,
            ProjectId::WholeComm,
            "question",
            [
                "mechanismen … integratiebeleid",
                "mécanismes … politiques d’intégration",
                "mechanisms … integration policy",
            ],
        );
    }),
    (81, "the design is comparative", |e| {
        assert_eq!(ProjectId::WholeComm.data().design, Some(Design::Comparative));
        says(e, ProjectId::WholeComm, "design", ["vergelijkend", "comparative", "comparative"]);
    }),
    (82, "across 8 and 2 countries", |e| {
        rests_on(ScopeId::EuCountries, 31);
        rests_on(ScopeId::NonEuCountries, 31);
        says(
            e,
            ProjectId::WholeComm,
            "design",
            [
                "acht EU-landen en twee landen",
                "huit pays de l’UE et deux pays",
                "eight EU countries and two countries",
            ],
        );
    }),
    (83, "49 municipalities", |e| {
        let scope = ScopeId::Municipalities.data();
        assert_eq!((scope.count, scope.unit), (49, Unit::Municipalities));
        rests_on(ScopeId::Municipalities, 31);
        says(e, ScopeId::Municipalities, "name", ["49 gemeenten", "49 communes", "49 municipalities"]);
    }),
    (84, "qualitative and quantitative methods", |e| {
        assert_eq!(
            ProjectId::WholeComm.data().method_families.as_ref(),
            [MethodFamily::Qualitative, MethodFamily::Quantitative]
        );
        says(
            e,
            ProjectId::WholeComm,
            "design",
            [
                "kwalitatieve en kwantitatieve",
                "qualitatives et quantitatives",
                "qualitative and quantitative",
            ],
        );
    }),
    (85, "a large survey of attitudes in small municipalities", |e| {
        let method = MethodId::AttitudeSurvey.data();
        assert_eq!(
            (method.populations.as_ref(), method.variables.as_ref()),
            (
                [PopulationId::Refugees, PopulationId::AsylumSeekers].as_slice(),
                [VariableId::Attitudes].as_slice()
            )
        );
        says(
            e,
            MethodId::AttitudeSurvey,
            "summary",
            [
                "grootschalige enquête … kleine gemeenten … vluchtelingen en asielzoekers",
                "vaste enquête … réfugiés et les demandeurs d’asile",
                "large survey … small municipalities … refugees and asylum seekers",
            ],
        );
    }),
    (86, "an analysis of what local policy does to cohesion and trajectories", |e| {
        assert_eq!(
            MethodId::PolicyImpactAnalysis.data().variables.as_ref(),
            [VariableId::SocialCohesion, VariableId::IntegrationTrajectories]
        );
        says(
            e,
            MethodId::PolicyImpactAnalysis,
            "summary",
            [
                "lokaal beleid … sociale cohesie … integratietrajecten",
                "politiques locales … cohésion sociale … trajectoires d’intégration",
                "local policy … social cohesion … integration trajectories",
            ],
        );
    }),
    (87, "the two methods are examples", |e| {
        assert_eq!(
            ProjectId::WholeComm.data().methods.as_ref(),
            [MethodId::AttitudeSurvey, MethodId::PolicyImpactAnalysis]
        );
        notes(ProjectId::WholeComm, "not the full list");
        says(e, ProjectId::WholeComm, "design", ["waaronder", "dont", "among them"]);
    }),
];
