### Research methods, and what they look at.

## Methods. .with-article is the name as it stands in a list, with its article.

method-attitude-survey = enquête sur les attitudes
    .with-article = une enquête sur les attitudes
    .summary = Menée dans de petites communes, une vaste enquête porte sur les attitudes envers les réfugiés et les demandeurs d’asile.

method-policy-impact-analysis = analyse des effets des politiques
    .with-article = une analyse des effets des politiques
    .summary = Une analyse examine comment les politiques locales influent sur la cohésion sociale et sur les trajectoires d’intégration des immigrés.

method-interviews = entretiens
    .with-article = des entretiens
    .summary = Les rapports nationaux sur la { -belgium } s’appuient sur des entretiens.

# Variables:
#   $count (Number) - how many focus-group discussions there were
#   $count-word (String) - the same in words
method-focus-groups = groupes de discussion
    .with-article = des groupes de discussion
    .summary =
        { $count ->
            [one] Le rapport sur les relations sociales s’appuie sur { $count-word } groupe de discussion.
           *[other] Le rapport sur les relations sociales s’appuie sur { $count-word } groupes de discussion.
        }

## Variables: what the methods look at

method-variable-attitudes = attitudes envers les réfugiés et les demandeurs d’asile
    .summary = Les attitudes envers les réfugiés et les demandeurs d’asile sont étudiées dans de petites communes.

method-variable-social-cohesion = cohésion sociale
    .summary = { $project } examine comment les politiques locales influent sur la cohésion sociale.

method-variable-integration-trajectories = trajectoires d’intégration
    .summary = Les trajectoires d’intégration sont les chemins que les immigrés eux-mêmes suivent dans leur intégration ; { $project } étudie comment les politiques locales influent sur ces trajectoires.
