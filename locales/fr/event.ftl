### The timeline: events, the crises among them, and the challenges that two of them pose.
### Where an event is a crisis or a challenge, it takes its texts from there.

## Crises

# Variables:
#   $date (Date) - the year of the crisis, such as 2015
event-crisis-crisis-2015 = crise humanitaire et politique de { $date }
    .summary = { $project } étudie l’intégration des migrants arrivés après la crise humanitaire et politique de { $date }.

event-crisis-covid-19 = { -covid-19 }
    .summary = { event-challenge-covid-19.summary }

# Variables:
#   $date-at (String) - when the crisis began, such as in October 2021
event-crisis-reception-crisis = crise de l’accueil
    .summary = Ce que l’on peut appeler une « { event-crisis-reception-crisis } » a commencé en { -belgium } { $date-at }.

event-crisis-long-term-housing-crisis = crise durable du logement
    .summary = Le titre d’un article sur le logement et l’exclusion évoque une crise durable du logement pour les migrants et les réfugiés en { -flanders }.

## Challenges

event-challenge-covid-19 = { -covid-19 }
    .summary = Selon la page, la pandémie de { -covid-19 } met à l’épreuve d’importants secteurs économiques qui emploient de nombreux travailleurs migrants.

event-challenge-ukrainian-arrivals = arrivée d’Ukrainiens
    .summary = Après l’arrivée de milliers d’Ukrainiens dans tous les États membres de l’UE, les petites et moyennes villes et les zones rurales sont, selon la page, de nouveau en première ligne pour l’accueil des réfugiés.

## Timeline, in the order of time

event-labour-migration-wallonia = migration de main-d’œuvre vers la { -wallonia }
    .summary = Une main-d’œuvre bon marché est attirée par l’industrie charbonnière et la métallurgie : c’est le début d’une migration de main-d’œuvre à grande échelle vers la { -wallonia }.

event-labour-migration-flanders = migration de main-d’œuvre vers la { -flanders }
    .summary = Des travailleurs migrants viennent en { -flanders } : dans le { -limburg }, surtout pour l’industrie charbonnière ; ailleurs, pour la construction et le secteur domestique.

event-industry-closures-wallonia = fermeture de l’industrie charbonnière et de la métallurgie wallonnes
    .summary = L’industrie charbonnière et la métallurgie ferment leurs portes, ce qui appauvrit la { -wallonia } ; selon la page, des chiffres de chômage élevés en témoignent encore.

# Variables:
#   $party (String) - the name of a political party, the same in every language
event-politicisation-flanders = politisation de l’immigration en { -flanders }
    .summary = L’immigration est fortement politisée en { -flanders }, comme le montre le succès électoral du { $party } ; il en résulte un { -civic-integration } plus strict et institutionnalisé, ainsi que des positions politiques plus restrictives en matière de migration.

# Variables:
#   $regions-in (String) - the regions as places, such as in Wallonia and in Flanders
event-asylum-increase-2014 = augmentation du nombre de demandeurs d’asile
    .summary = L’afflux de demandeurs d’asile augmente ; { $regions-in }, ils sont hébergés entre autres dans de plus petites villes et des villes moyennes.

event-crisis-2015 = { event-crisis-crisis-2015 }
    .summary = { event-crisis-crisis-2015.summary }

# Variables:
#   $wallonia, $flanders, $brussels-capital (Number) - the shares as percentages
event-reception-snapshot-2015-09 = accueil des demandeurs d’asile par région
    .summary = Selon la page du projet, { $wallonia } des demandeurs d’asile arrivés en { -belgium } sont hébergés en { -wallonia }, { $flanders } en { -flanders } et { $brussels-capital } en { -brussels-capital-region }.

# Variables:
#   $organisers (String) - the organisers as a list
event-webinar-2021-05-18 = webinaire sur la migration et les zones non urbaines
    .summary = { $organisers } organisent un webinaire en italien sur le lien entre la migration et le développement des zones non urbaines en { -italy }.

# Variables:
#   $date-at (String) - when the crisis began, such as in October 2021
event-reception-crisis = { event-crisis-reception-crisis }
    .summary = { event-crisis-reception-crisis.summary }

## Events that the page does not date

event-covid-19 = { event-crisis-covid-19 }
    .summary = { event-challenge-covid-19.summary }

event-ukrainian-arrivals = { event-challenge-ukrainian-arrivals }
    .summary = { event-challenge-ukrainian-arrivals.summary }
