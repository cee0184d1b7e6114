### Groups of people that the study speaks of. The names are not synonyms: each keeps its own word in every language.
### .singular is one person of the group, without an article.

population-migrants = migranten
    .singular = migrant
    .summary = De integratie van migranten is het onderwerp van { $project }.

# Variables:
#   $crisis (Date) - the year of the crisis, such as 2015
population-post-crisis-migrants = migranten die na de crisis van { $crisis } aankwamen
    .singular = migrant die na de crisis van { $crisis } aankwam
    .summary = { $project } bestudeert de integratie van migranten die na de crisis van { $crisis } aankwamen.

# Variables:
#   $year (Date) - the year in the label, such as 2014
population-post-2014-migrants = migranten die na { $year } aankwamen
    .singular = migrant die na { $year } aankwam
    .summary = De landenrapporten over sociale relaties en over toegang tot diensten in { -belgium } gaan over migranten die na { $year } aankwamen.

population-asylum-seekers = asielzoekers
    .singular = asielzoeker
    .summary = De opvangcijfers per gewest gaan over asielzoekers die naar { -belgium } waren gekomen en er werden opgevangen.

population-refugees = vluchtelingen
    .singular = vluchteling
    .summary = { $project } onderzoekt onder meer hoe mensen in kleine gemeenten tegenover vluchtelingen staan.

# Variables:
#   $labour-migration-since (String) - since when labour migrants came, such as since the early 20th century
population-labour-migrants = arbeidsmigranten
    .singular = arbeidsmigrant
    .summary = Arbeidsmigranten komen { $labour-migration-since } naar { -belgium } om er in de industrie, de bouw en de huishoudelijke sector te werken.

population-immigrants = immigranten
    .singular = immigrant
    .summary = { $project } onderzoekt hoe lokaal beleid doorwerkt in de integratietrajecten van immigranten.

# Variables:
#   $post-2014-migrants (String) - the name of the other group
population-long-term-residents = gevestigde inwoners
    .singular = gevestigde inwoner
    .summary = Een landenrapport bekijkt de wisselwerking tussen gevestigde inwoners en { $post-2014-migrants }.

population-local-population = lokale bevolking
    .summary = Integratie speelt zich af tussen migranten en de lokale bevolking.

population-ukrainians = Oekraïners
    .singular = Oekraïner
    .summary = Duizenden Oekraïners kwamen aan in alle EU-lidstaten.
