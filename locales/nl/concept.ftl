### The ideas that the method rests on, the instrument that promotes them, and what integration can lead to.

## Concepts. The English names stay; the texts explain them.

# Variables:
#   $actors (String) - the groups that shape integration, as a list
concept-whole-of-community = { -whole-of-community }
    .with-article = de { -whole-of-community }
    .summary = { $project } steunt op de { -whole-of-community }, een onderzoeksmethode die de pagina innovatief noemt en die aansluit bij het idee van een { -whole-of-society }.
    .description = De { -whole-of-community } ziet integratie tussen migranten en de lokale bevolking als een proces van gemeenschapsvorming. Dat proces krijgt vorm in het samenspel van uiteenlopende actoren, zoals { $actors }. De uitkomst ligt niet vooraf vast.

concept-whole-of-society = { -whole-of-society }
    .with-article = de { -whole-of-society }
    .summary = Bij een { -whole-of-society } wordt de hele samenleving betrokken; de { -un-compacts } promoten die aanpak.

## Instruments

concept-instrument-un-compacts = { -un-compacts }
    .summary = De { -un-compacts } dragen het idee van een { -whole-of-society } uit; de pagina noemt ze niet afzonderlijk.

## Outcomes

concept-outcome-cohesive-open = hechtere en opener samenlevingen
    .summary = Integratie kan leiden tot hechtere en opener samenlevingen.

concept-outcome-closed-fragmented = geslotener en sterker versnipperde gemeenschappen
    .summary = Integratie kan ook leiden tot geslotener en sterker versnipperde gemeenschappen.
