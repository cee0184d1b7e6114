### What the project sets out to do, how, and at which levels of government. Factual, in plain words.

## Objectives

# Variables:
#   $places (String) - the types of place as a list
objective-bridge-research-gap = combler une lacune de la recherche
    .summary = La recherche existante et les débats sur les politiques publiques portent surtout sur les grandes villes ; { $project } veut contribuer à combler cette lacune en étudiant les { $places }.

# Variables:
#   $levels (String) - the levels of government as a list
objective-shape-policy = contribuer à façonner les politiques
    .summary = { $project } entend contribuer concrètement à l’élaboration de politiques innovantes et efficaces, en y associant les parties prenantes de tous les niveaux : { $levels }.

## Modalities: how the project works towards its objectives

objective-modality-community-policy-labs = { -community-policy-labs }
    .summary = Les { -community-policy-labs } sont des occasions de débattre et de mettre des chercheurs en contact avec des décideurs publics.

objective-modality-co-creation = co-création
    .summary = Un { -trans-local-working-group } élabore en co-création un ensemble d’actions et d’orientations politiques.

## Levels of government: the word that describes the level

objective-level-european = européen
    .summary = Au niveau européen, { $project } associe des parties prenantes à l’élaboration des politiques.

objective-level-national = national
    .summary = Au niveau national, { $project } associe des parties prenantes à l’élaboration des politiques.

objective-level-local = local
    .summary = Au niveau local, { $project } associe des parties prenantes à l’élaboration des politiques.
