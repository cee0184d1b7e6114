### Groups of people that the study speaks of. The names are not synonyms: each keeps its own word in every language.
### .singular is one person of the group, without an article.

population-migrants = migrants
    .singular = migrant
    .summary = The integration of migrants is the subject of { $project }.

# Variables:
#   $crisis (Date) - the year of the crisis, such as 2015
population-post-crisis-migrants = migrants who arrived after the crisis of { $crisis }
    .singular = migrant who arrived after the crisis of { $crisis }
    .summary = { $project } studies the integration of migrants who arrived after the crisis of { $crisis }.

# Variables:
#   $year (Date) - the year in the label, such as 2014
population-post-2014-migrants = post-{ $year } migrants
    .singular = post-{ $year } migrant
    .summary = The country reports on social relations and on access to services in { -belgium } are about post-{ $year } migrants.

population-asylum-seekers = asylum seekers
    .singular = asylum seeker
    .summary = The reception figures for each region are about asylum seekers who had come to { -belgium } and were accommodated there.

population-refugees = refugees
    .singular = refugee
    .summary = Among other things, { $project } studies attitudes in small municipalities towards refugees.

# Variables:
#   $labour-migration-since (String) - since when labour migrants came, such as since the early 20th century
population-labour-migrants = labour migrants
    .singular = labour migrant
    .summary = Labour migrants have come to { -belgium } { $labour-migration-since } for jobs in industry, construction and domestic work.

population-immigrants = immigrants
    .singular = immigrant
    .summary = { $project } studies how local policy affects the integration trajectories of immigrants.

# Variables:
#   $post-2014-migrants (String) - the name of the other group
population-long-term-residents = long-term residents
    .singular = long-term resident
    .summary = One country report looks at the mutual interactions between long-term residents and { $post-2014-migrants }.

population-local-population = local population
    .summary = Integration takes place between migrants and the local population.

population-ukrainians = Ukrainians
    .singular = Ukrainian
    .summary = Thousands of Ukrainians arrived in all EU member states.
