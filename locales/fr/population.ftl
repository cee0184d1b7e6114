### Groups of people that the study speaks of. The names are not synonyms: each keeps its own word in every language.
### .singular is one person of the group, without an article.

population-migrants = migrants
    .singular = migrant
    .summary = L’intégration des migrants est le sujet de { $project }.

# Variables:
#   $crisis (Date) - the year of the crisis, such as 2015
population-post-crisis-migrants = migrants arrivés après la crise de { $crisis }
    .singular = migrant arrivé après la crise de { $crisis }
    .summary = { $project } étudie l’intégration des migrants arrivés après la crise de { $crisis }.

# Variables:
#   $year (Date) - the year in the label, such as 2014
population-post-2014-migrants = migrants arrivés après { $year }
    .singular = migrant arrivé après { $year }
    .summary = Les rapports nationaux sur les relations sociales et sur l’accès aux services en { -belgium } portent sur les migrants arrivés après { $year }.

population-asylum-seekers = demandeurs d’asile
    .singular = demandeur d’asile
    .summary = Les chiffres de l’accueil par région portent sur les demandeurs d’asile qui étaient arrivés en { -belgium } et y étaient hébergés.

population-refugees = réfugiés
    .singular = réfugié
    .summary = { $project } étudie notamment, dans de petites communes, les attitudes envers les réfugiés.

# Variables:
#   $labour-migration-since (String) - since when labour migrants came, such as since the early 20th century
population-labour-migrants = travailleurs migrants
    .singular = travailleur migrant
    .summary = Des travailleurs migrants viennent en { -belgium } { $labour-migration-since } pour travailler dans l’industrie, la construction et le secteur domestique.

population-immigrants = immigrés
    .singular = immigré
    .summary = { $project } étudie les effets des politiques locales sur les trajectoires d’intégration des immigrés.

# Variables:
#   $post-2014-migrants (String) - the name of the other group
population-long-term-residents = habitants établis de longue date
    .singular = habitant établi de longue date
    .summary = Un rapport national examine les interactions entre les habitants établis de longue date et les { $post-2014-migrants }.

population-local-population = population locale
    .summary = L’intégration se joue entre les migrants et la population locale.

population-ukrainians = Ukrainiens
    .singular = Ukrainien
    .summary = Des milliers d’Ukrainiens sont arrivés dans tous les États membres de l’UE.
