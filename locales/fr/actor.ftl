### Groups that act. .with-article is the name as it stands in a list, with its article where the language uses one.

## Groups whose interaction the approach looks at

actor-political-representatives = représentants politiques
    .with-article = les représentants politiques
    .summary = Les représentants politiques comptent parmi les acteurs qui façonnent l’intégration.

actor-civil-society = société civile
    .with-article = la société civile
    .summary = La société civile compte parmi les acteurs qui façonnent l’intégration.

actor-foreign-residents = résidents étrangers
    .with-article = les résidents étrangers
    .summary = Les résidents étrangers comptent parmi les acteurs qui façonnent l’intégration.

## Groups that take part in the project

actor-researchers = chercheurs
    .with-article = les chercheurs
    .summary = Les chercheurs rencontrent des décideurs publics dans des { -community-policy-labs }.

actor-public-policymakers = décideurs publics
    .with-article = les décideurs publics
    .summary = Les décideurs publics rencontrent des chercheurs dans des { -community-policy-labs }.

actor-stakeholders = parties prenantes
    .with-article = les parties prenantes
    .summary = { $project } associe les parties prenantes de tous les niveaux à l’élaboration des politiques.

actor-trans-local-working-group = { -trans-local-working-group }
    .with-article = le { -trans-local-working-group }
    .summary = Le { -trans-local-working-group } élabore en co-création des actions et des orientations politiques.

# Variables:
#   $webinar (Date) - the day of the webinar, such as 18 May 2021
actor-italian-partners = partenaires italiens
    .with-article = les partenaires italiens
    .summary = Le webinaire du { $webinar } a réuni des partenaires italiens.
