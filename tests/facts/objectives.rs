//! Facts F18 to F28: the objectives.

use whole_comm::{ActorId, EntityId, LevelId, ModalityId, ObjectiveId, PlaceId, SectionId};

use crate::{Fact, notes, says};

pub(crate) const FACTS: &[Fact] = &[
    (18, "objective 1 helps to close a gap in research", |e| {
        says(
            e,
            ObjectiveId::BridgeResearchGap,
            "summary",
            ["helpen opvullen", "contribuer à combler", "help close"],
        );
    }),
    (19, "existing research and policy debates mostly look at larger cities", |e| {
        says(
            e,
            ObjectiveId::BridgeResearchGap,
            "summary",
            [
                "Bestaand onderzoek en beleidsdebatten … grotere steden",
                "La recherche existante et les débats … grandes villes",
                "Existing research and policy debates … larger cities",
            ],
        );
    }),
    (20, "by the focus on small and medium-sized towns and rural areas", |_| {
        assert_eq!(
            ObjectiveId::BridgeResearchGap.data().places.as_ref(),
            [PlaceId::SmallTown, PlaceId::MediumSizedTown, PlaceId::RuralArea]
        );
    }),
    (21, "objective 2 contributes to innovative and effective policy", |e| {
        says(
            e,
            ObjectiveId::ShapePolicy,
            "summary",
            [
                "concreet bijdragen … innovatief en doeltreffend beleid",
                "contribuer concrètement … politiques innovantes et efficaces",
                "concrete contribution … innovative and effective policy",
            ],
        );
    }),
    (22, "by involving stakeholders at all levels", |e| {
        assert_eq!(ObjectiveId::ShapePolicy.data().actors.as_ref(), [ActorId::Stakeholders]);
        says(
            e,
            ObjectiveId::ShapePolicy,
            "summary",
            [
                "belanghebbenden op alle niveaus",
                "parties prenantes de tous les niveaux",
                "stakeholders at all levels",
            ],
        );
    }),
    (23, "the levels are European, national and local; the regional level is not named", |e| {
        assert_eq!(
            ObjectiveId::ShapePolicy.data().levels.as_ref(),
            [LevelId::European, LevelId::National, LevelId::Local]
        );
        assert_eq!(LevelId::ALL.iter().map(|level| level.data().order).collect::<Vec<_>>(), [1, 2, 3]);
        notes(ObjectiveId::ShapePolicy, "regional level");
        says(
            e,
            ObjectiveId::ShapePolicy,
            "summary",
            ["Europees, nationaal en lokaal", "européen, national et local", "European, national and local"],
        );
    }),
    (24, "two main modalities", |e| {
        assert_eq!(ObjectiveId::ShapePolicy.data().modalities.len(), 2);
        says(
            e,
            SectionId::Objectives,
            "summary",
            ["twee werkvormen", "deux modalités principales", "two main ways"],
        );
    }),
    (25, "modality 1: community-policy labs", |e| {
        assert_eq!(ModalityId::ALL[0], ModalityId::CommunityPolicyLabs);
        says(
            e,
            ModalityId::CommunityPolicyLabs,
            "name",
            ["community-policylabs", "laboratoires Community-Policy", "community-policy labs"],
        );
    }),
    (26, "the labs are for discussion, and connect researchers with public policymakers", |e| {
        assert_eq!(
            ModalityId::CommunityPolicyLabs.data().actors.as_ref(),
            [ActorId::Researchers, ActorId::PublicPolicymakers]
        );
        says(
            e,
            ModalityId::CommunityPolicyLabs,
            "summary",
            [
                "discussie … onderzoekers … publieke beleidsmakers",
                "débattre … chercheurs … décideurs publics",
                "discussion … researchers … public policymakers",
            ],
        );
    }),
    (27, "modality 2: co-creation of actions and policy directions", |e| {
        says(
            e,
            ModalityId::CoCreation,
            "summary",
            [
                "acties en beleidsrichtingen",
                "actions et d’orientations politiques",
                "actions and policy directions",
            ],
        );
    }),
    (28, "carried out by a trans-local working group", |e| {
        assert_eq!(ModalityId::CoCreation.data().actors.as_ref(), [ActorId::TransLocalWorkingGroup]);
        says(
            e,
            ModalityId::CoCreation,
            "summary",
            ["translokale werkgroep", "groupe de travail translocal", "trans-local working group"],
        );
    }),
];
