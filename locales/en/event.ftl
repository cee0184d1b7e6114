### The timeline: events, the crises among them, and the challenges that two of them pose.
### Where an event is a crisis or a challenge, it takes its texts from there.

## Crises

# Variables:
#   $date (Date) - the year of the crisis, such as 2015
event-crisis-crisis-2015 = humanitarian and political crisis of { $date }
    .summary = { $project } studies the integration of migrants who arrived after the humanitarian and political crisis of { $date }.

event-crisis-covid-19 = { -covid-19 }
    .summary = { event-challenge-covid-19.summary }

# Variables:
#   $date-at (String) - when the crisis began, such as in October 2021
event-crisis-reception-crisis = reception crisis
    .summary = What can be called a “{ event-crisis-reception-crisis }” began in { -belgium } { $date-at }.

event-crisis-long-term-housing-crisis = long-term housing crisis
    .summary = The title of an article on housing and exclusion refers to a long-term housing crisis for migrants and refugees in { -flanders }.

## Challenges

event-challenge-covid-19 = { -covid-19 }
    .summary = According to the page, the { -covid-19 } pandemic puts to the test important sectors of the economy that employ many labour migrants.

event-challenge-ukrainian-arrivals = arrival of Ukrainians
    .summary = After the arrival of thousands of Ukrainians in all EU member states, small and medium-sized towns and rural areas are, according to the page, once again at the forefront of refugee reception.

## Timeline, in the order of time

event-labour-migration-wallonia = labour migration to { -wallonia }
    .summary = Cheap labour is attracted to work in the coal and metal industries; this is the start of large-scale labour migration to { -wallonia }.

event-labour-migration-flanders = labour migration to { -flanders }
    .summary = Labour migrants come to { -flanders }: in { -limburg } mainly for the coal industry, elsewhere for construction and domestic work.

event-industry-closures-wallonia = closure of the Walloon coal and metal industries
    .summary = The coal and metal industries close down, which makes { -wallonia } poorer; according to the page, this remains visible in high unemployment figures.

# Variables:
#   $party (String) - the name of a political party, the same in every language
event-politicisation-flanders = politicisation of immigration in { -flanders }
    .summary = Immigration is highly politicised in { -flanders }, as the electoral success of { $party } shows; this leads to a stricter and institutionalised { -civic-integration } and to more restrictive political positions on migration.

# Variables:
#   $regions-in (String) - the regions as places, such as in Wallonia and in Flanders
event-asylum-increase-2014 = increase in asylum seekers
    .summary = The inflow of asylum seekers rises; { $regions-in } they are accommodated in smaller and medium-sized towns, among other places.

event-crisis-2015 = { event-crisis-crisis-2015 }
    .summary = { event-crisis-crisis-2015.summary }

# Variables:
#   $wallonia, $flanders, $brussels-capital (Number) - the shares as percentages
event-reception-snapshot-2015-09 = reception of asylum seekers by region
    .summary = According to the project’s page, { $wallonia } of the asylum seekers who have come to { -belgium } are accommodated in { -wallonia }, { $flanders } in { -flanders } and { $brussels-capital } in the { -brussels-capital-region }.

# Variables:
#   $organisers (String) - the organisers as a list
event-webinar-2021-05-18 = webinar on migration and non-urban areas
    .summary = { $organisers } hold a webinar in Italian on the link between migration and the development of non-urban areas in { -italy }.

# Variables:
#   $date-at (String) - when the crisis began, such as in October 2021
event-reception-crisis = { event-crisis-reception-crisis }
    .summary = { event-crisis-reception-crisis.summary }

## Events that the page does not date

event-covid-19 = { event-crisis-covid-19 }
    .summary = { event-challenge-covid-19.summary }

event-ukrainian-arrivals = { event-challenge-ukrainian-arrivals }
    .summary = { event-challenge-ukrainian-arrivals.summary }
