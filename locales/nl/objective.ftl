### What the project sets out to do, how, and at which levels of government. Factual, in plain words.

## Objectives

# Variables:
#   $places (String) - the types of place as a list
objective-bridge-research-gap = een leemte in het onderzoek opvullen
    .summary = Bestaand onderzoek en beleidsdebatten gaan meestal over grotere steden; { $project } wil die leemte helpen opvullen door zich te richten op { $places }.

# Variables:
#   $levels (String) - the levels of government as a list
objective-shape-policy = beleid mee vormgeven
    .summary = { $project } wil concreet bijdragen aan het uitwerken van innovatief en doeltreffend beleid door er belanghebbenden op alle niveaus bij te betrekken: { $levels }.

## Modalities: how the project works towards its objectives

objective-modality-community-policy-labs = { -community-policy-labs }
    .summary = In { -community-policy-labs } leggen onderzoekers en publieke beleidsmakers contact en gaan ze met elkaar in discussie.

objective-modality-co-creation = co-creatie
    .summary = Een { -trans-local-working-group } werkt in co-creatie een reeks acties en beleidsrichtingen uit.

## Levels of government: the word that describes the level

objective-level-european = Europees
    .summary = { $project } betrekt belanghebbenden op Europees niveau bij het uitwerken van beleid.

objective-level-national = nationaal
    .summary = { $project } betrekt belanghebbenden op nationaal niveau bij het uitwerken van beleid.

objective-level-local = lokaal
    .summary = { $project } betrekt belanghebbenden op lokaal niveau bij het uitwerken van beleid.
