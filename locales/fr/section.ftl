### The sections of the page: a heading, and one or two sentences that lead into it.

section-lead = { $project } en { -belgium }
    .summary = Voici l’édition belge de la présentation du projet : ce que { $project } étudie, où et comment, et ce qu’il a publié sur la { -belgium }.

# Variables:
#   $modalities (Number) - how many modalities there are
#   $modalities-word (String) - the same in words
#   $modality-names (String) - the modalities as a list
section-objectives = objectifs
    .summary =
        { $modalities ->
            [one] { $project } veut contribuer à combler une lacune de la recherche et à façonner les politiques, dans ce dernier cas selon une modalité principale : { $modality-names }.
           *[other] { $project } veut contribuer à combler une lacune de la recherche et à façonner les politiques, dans ce dernier cas selon { $modalities-word } modalités principales : { $modality-names }.
        }

# Variables:
#   $belgian-regions (String) - the count with its noun, such as two regions
section-regions = régions belges de l’étude
    .summary = En { -belgium }, l’étude porte sur { $belgian-regions }, les plus grandes du pays : la { -flanders } et la { -wallonia }.
    .description = D’après la page, les centres d’accueil pour demandeurs d’asile sont répartis de manière plus ou moins égale entre la { -flanders } et la { -wallonia }. Les parts par région mesurent autre chose : elles portent sur les personnes hébergées.

# Variables:
#   $challenges (Number) - how many challenges there are
#   $challenges-word (String) - the same in words
section-why-small = pourquoi s’intéresser à de plus petites localités ?
    .summary = L’{ -european-union } a accueilli un nombre sans précédent de migrants et de demandeurs d’asile. Leur arrivée n’a pas suivi de flux planifiés, et ils se sont ainsi retrouvés toujours plus nombreux dans les petites et moyennes villes et les zones rurales.
    .description =
        { $challenges ->
            [one] Les localités plus petites sont souvent mal préparées à l’arrivée de migrants. La page donne une raison pour laquelle les défis de l’intégration sont plus grands encore.
           *[other] Les localités plus petites sont souvent mal préparées à l’arrivée de migrants. La page donne { $challenges-word } raisons pour lesquelles les défis de l’intégration sont plus grands encore.
        }

# Variables:
#   $municipalities, $eu-countries, $non-eu-countries (String) - counts with their noun
section-method = comment l’étude procède-t-elle ?
    .summary = { $project } compare { $municipalities } dans { $eu-countries } et { $non-eu-countries }, en s’appuyant sur l’{ -whole-of-community }.

# Variables:
#   $publications (Number) - how many publications there are
#   $publications-word (String) - the same in words
section-publications = actualités et publications sur la { -belgium }
    .summary =
        { $publications ->
            [one] La page annonce une publication ; l’annonce est interrompue dans la source.
           *[other] La page annonce { $publications-word } publications ; chaque annonce est interrompue dans la source.
        }

# Variables:
#   $videos (Number) - how many videos there are
#   $videos-word (String) - the same in words
section-videos = vidéos
    .summary =
        { $videos ->
            [one] La page mentionne une vidéo, un webinaire.
           *[other] La page mentionne { $videos-word } vidéos.
        }
