### The timeline: events, the crises among them, and the challenges that two of them pose.
### Where an event is a crisis or a challenge, it takes its texts from there.

## Crises

# Variables:
#   $date (Date) - the year of the crisis, such as 2015
event-crisis-crisis-2015 = humanitaire en politieke crisis van { $date }
    .summary = { $project } bestudeert de integratie van migranten die na de humanitaire en politieke crisis van { $date } aankwamen.

event-crisis-covid-19 = { -covid-19 }
    .summary = { event-challenge-covid-19.summary }

# Variables:
#   $date-at (String) - when the crisis began, such as in October 2021
event-crisis-reception-crisis = opvangcrisis
    .summary = In { -belgium } begon { $date-at } wat een ‘{ event-crisis-reception-crisis }’ kan worden genoemd.

event-crisis-long-term-housing-crisis = langdurige wooncrisis
    .summary = De titel van een artikel over huisvesting en uitsluiting spreekt van een langdurige wooncrisis voor migranten en vluchtelingen in { -flanders }.

## Challenges

event-challenge-covid-19 = { -covid-19 }
    .summary = Volgens de pagina stelt de { -covid-19 }-pandemie belangrijke economische sectoren waarin veel arbeidsmigranten werken, op de proef.

event-challenge-ukrainian-arrivals = aankomst van Oekraïners
    .summary = Na de aankomst van duizenden Oekraïners in alle EU-lidstaten staan kleine en middelgrote steden en plattelandsgebieden volgens de pagina opnieuw in de voorste linie bij de opvang van vluchtelingen.

## Timeline, in the order of time

event-labour-migration-wallonia = arbeidsmigratie naar { -wallonia }
    .summary = Goedkope arbeidskrachten worden aangetrokken voor de steenkool- en de metaalindustrie; daarmee begint de grootschalige arbeidsmigratie naar { -wallonia }.

event-labour-migration-flanders = arbeidsmigratie naar { -flanders }
    .summary = Arbeidsmigranten komen naar { -flanders }, in { -limburg } vooral voor de steenkoolindustrie, elders voor de bouw en de huishoudelijke sector.

event-industry-closures-wallonia = sluiting van de Waalse steenkool- en metaalindustrie
    .summary = De steenkool- en de metaalindustrie sluiten, waardoor { -wallonia } verarmt; volgens de pagina blijft dat zichtbaar in hoge werkloosheidscijfers.

# Variables:
#   $party (String) - the name of a political party, the same in every language
event-politicisation-flanders = politisering van immigratie in { -flanders }
    .summary = Immigratie wordt in { -flanders } sterk gepolitiseerd, zoals blijkt uit het electorale succes van het { $party }; dat leidt tot een strenger en geïnstitutionaliseerd { -civic-integration } en tot restrictievere politieke standpunten over migratie.

# Variables:
#   $regions-in (String) - the regions as places, such as in Wallonia and in Flanders
event-asylum-increase-2014 = toename van het aantal asielzoekers
    .summary = De instroom van asielzoekers neemt toe; { $regions-in } worden ze onder meer in kleinere en middelgrote steden opgevangen.

event-crisis-2015 = { event-crisis-crisis-2015 }
    .summary = { event-crisis-crisis-2015.summary }

# Variables:
#   $wallonia, $flanders, $brussels-capital (Number) - the shares as percentages
event-reception-snapshot-2015-09 = opvang van asielzoekers per gewest
    .summary = Van de asielzoekers die naar { -belgium } zijn gekomen, wordt volgens de projectpagina { $wallonia } in { -wallonia } opgevangen, { $flanders } in { -flanders } en { $brussels-capital } in het { -brussels-capital-region }.

# Variables:
#   $organisers (String) - the organisers as a list
event-webinar-2021-05-18 = webinar over migratie en niet-stedelijke gebieden
    .summary = { $organisers } organiseren een Italiaanstalig webinar over het verband tussen migratie en de ontwikkeling van niet-stedelijke gebieden in { -italy }.

# Variables:
#   $date-at (String) - when the crisis began, such as in October 2021
event-reception-crisis = { event-crisis-reception-crisis }
    .summary = { event-crisis-reception-crisis.summary }

## Events that the page does not date

event-covid-19 = { event-crisis-covid-19 }
    .summary = { event-challenge-covid-19.summary }

event-ukrainian-arrivals = { event-challenge-ukrainian-arrivals }
    .summary = { event-challenge-ukrainian-arrivals.summary }
