### Regions of Belgium and their provinces. Factual; claims are those of the page.
### .with-article is the name with its article where the language uses one, .in the name as a place; .official is the
### constitutional name.
### Dutch says gewest for the institution; French writes Région with a capital in the official name only.

## Regions

# Variables:
#   $share (Number) - the region's share as a percentage, such as 42.5%
#   $month-at (String) - the month of the figures, such as in September 2015
#   $asylum-increase-since (String) - since when more asylum seekers arrived, such as since 2014
#   $labour-migration-since (String) - since when labour migrants came, such as since the early 20th century
#   $politicisation-since (String) - since when immigration was politicised, such as since the early 1990s
#   $party (String) - the name of a political party, the same in every language
region-flanders = { -flanders }
    .with-article = { -flanders }
    .in = in { -flanders }
    .official = het Vlaams Gewest
    .summary = { -flanders } is het Nederlandstalige gewest van { -belgium }.
    .description = Net als { -wallonia } kent { -flanders } { $labour-migration-since } arbeidsmigratie. In de provincie { -limburg } was het vooral de steenkoolindustrie die migranten aantrok; elders in { -flanders } waren het de bouw en de huishoudelijke sector. Immigratie is in het gewest { $politicisation-since } sterk gepolitiseerd, zoals bleek uit het electorale succes van het { $party }, een Vlaams-nationalistische en radicaal-rechtse partij. Die politisering mondde uit in een strenger en geïnstitutionaliseerd { -civic-integration } en in restrictievere politieke standpunten over migratie.
    .reception-places = Asielzoekers die { $asylum-increase-since } aankomen, worden in { -flanders } opgevangen in kleinere steden en in en rond middelgrote en grote steden.
    .reception = Volgens de projectpagina werd { $share } van de asielzoekers die naar { -belgium } waren gekomen, { $month-at } in { -flanders } opgevangen.

# Variables:
#   $share (Number) - the region's share as a percentage, such as 49.9%
#   $gap (String) - by how much the share is larger than that of Flanders, such as 7.4 percentage points
#   $month-at (String) - the month of the figures, such as in September 2015
#   $asylum-increase-since (String) - since when more asylum seekers arrived, such as since 2014
#   $labour-migration (Date) - when labour migrants began to come, such as the early 20th century
#   $asylum-increase (Date) - the year alone, such as 2014
#   $closures-at (String) - when the industries closed, such as in the 1970s and 1980s
region-wallonia = { -wallonia }
    .with-article = { -wallonia }
    .in = in { -wallonia }
    .official = het Waals Gewest
    .summary = { -wallonia } is het Franstalige gewest van { -belgium }.
    .description = Migranten vestigen zich van oudsher in { -wallonia }. Grootschalige arbeidsmigratie kent het gewest sinds { $labour-migration }, toen men er goedkope arbeidskrachten begon aan te trekken voor de steenkool- en de metaalindustrie. Door de sluiting van die industrieën { $closures-at } verarmde het gewest, wat volgens de pagina nog te zien is aan hoge werkloosheidscijfers. { -wallonia } is landelijker en dunner bevolkt dan { -flanders }, wat zowel uitdagingen als kansen inhoudt voor opvang en integratie.
    .reception-places = De instroom van asielzoekers nam in { $asylum-increase } toe; sindsdien worden ze in { -wallonia } opgevangen in middelgrote steden, kleinere steden en plattelandsgebieden.
    .reception = Volgens de projectpagina werd { $share } van de asielzoekers die naar { -belgium } waren gekomen, { $month-at } in { -wallonia } opgevangen, { $gap } meer dan in { -flanders }.

# Variables:
#   $share (Number) - the region's share as a percentage, such as 7.6%
#   $month-at (String) - the month of the figures, such as in September 2015
region-brussels-capital = { -brussels }
    .with-article = { -brussels }
    .in = in { -brussels }
    .official = het { -brussels-capital-region }
    .summary = Het { -brussels-capital-region } komt in de opvangcijfers van de pagina voor, maar behoort niet tot de gewesten waarop het onderzoek zich toespitst.
    .reception = Volgens de projectpagina werd { $share } van de asielzoekers die naar { -belgium } waren gekomen, { $month-at } in het { -brussels-capital-region } opgevangen.

## Provinces

region-province-limburg = { -limburg }
    .official = de provincie { -limburg }
    .summary = In de Vlaamse provincie { -limburg } werden migranten vooral voor de steenkoolindustrie aangetrokken.
