### Types of place. The name is in the plural; .singular is one of them, without an article.

place-small-town = petites villes
    .singular = petite ville
    .summary = Les petites villes font partie du terrain d’étude de { $project } ; selon la page, de plus en plus de migrants y arrivent.

place-medium-sized-town = villes moyennes
    .singular = ville moyenne
    .summary = Les villes moyennes font partie du terrain d’étude de { $project } ; selon la page, elles sont souvent mal préparées à l’arrivée de migrants.

place-rural-area = zones rurales
    .singular = zone rurale
    .summary = Les zones rurales font partie du terrain d’étude de { $project } ; comme les petites et moyennes villes, elles sont, selon la page, de nouveau en première ligne pour l’accueil des réfugiés.

place-large-city = grandes villes
    .singular = grande ville
    .summary = La recherche existante et les débats sur les politiques publiques portent surtout sur les grandes villes ; { $project } s’intéresse à de plus petites localités.

# Variables:
#   $webinar (Date) - the day of the webinar, such as 18 May 2021
place-non-urban-area = zones non urbaines
    .singular = zone non urbaine
    .summary = Le webinaire du { $webinar } portait sur le lien entre la migration et le développement des zones non urbaines.
