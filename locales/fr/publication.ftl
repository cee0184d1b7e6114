### Publications about Belgium, who wrote them, and the image beside one of them.
### The name is a short title in our own words; the real titles are English and stand in the program.
### The announcements break off in the source: the texts say only what can be read, and never complete it.

## Publications

# Variables:
#   $reception-crisis-at (String) - when the reception crisis began, such as in October 2021
#   $reception-crisis-name (String) - the name of the reception crisis
publication-housing-exclusion-flanders = logement et exclusion en { -flanders }
    .summary = L’article fait valoir que l’inclusion ne se vit que si le logement est sûr, sain et stable, et que l’inégalité de traitement dans la politique flamande du logement social entrave l’accès des migrants au logement et débouche sur des situations précaires et incertaines.
    .description = L’annonce évoque aussi ce que l’on peut appeler une « { $reception-crisis-name } », qui a commencé en { -belgium } { $reception-crisis-at }.

# Variables:
#   $post-2014-migrants, $long-term-residents (String) - the names of the two groups
#   $localities (String) - the count with its noun, such as four localities
#   $regions-in (String) - the regions as places, such as in Flanders and in Wallonia
#   $focus-groups (Number) - how many focus-group discussions there were
#   $focus-groups-word (String) - the same in words
publication-social-relations = relations sociales, attitudes et expériences d’intégration
    .summary = Le rapport étudie les interactions entre les { $post-2014-migrants } et les { $long-term-residents }, et évalue l’expérience que ces migrants ont de l’inclusion et de l’exclusion.
    .description =
        { $focus-groups ->
            [one] Il porte sur { $localities } { $regions-in } et s’appuie sur des entretiens avec des { $post-2014-migrants } et sur { $focus-groups-word } groupe de discussion réunissant notamment des { $long-term-residents }.
           *[other] Il porte sur { $localities } { $regions-in } et s’appuie sur des entretiens avec des { $post-2014-migrants } et sur { $focus-groups-word } groupes de discussion réunissant notamment des { $long-term-residents }.
        }

# Variables:
#   $post-2014-migrants (String) - the name of the group
#   $localities (String) - the count with its noun, such as four localities
publication-access-to-services = accès aux services
    .summary = Le rapport examine l’accès des { $post-2014-migrants } au logement, à l’emploi et à d’autres ressources utiles dans différentes petites et moyennes villes et zones rurales de { -belgium }.
    .description = Il s’appuie surtout sur des entretiens dans chacune des { $localities } sélectionnées. Son aperçu commence par des obstacles concrets en matière de logement ; la suite de l’annonce manque dans la source.

# Variables:
#   $localities (String) - the count with its noun, such as four localities
publication-multilevel-dynamics = dynamiques multiniveaux
    .summary = Le rapport examine les initiatives d’intégration des immigrés développées localement, avec une attention particulière aux dynamiques de la gouvernance multiniveau.
    .description = Il s’appuie surtout sur des entretiens dans les { $localities } étudiées en { -belgium }. Son aperçu comprend les initiatives locales d’intégration, les conceptions locales de l’intégration et les dynamiques de la gouvernance multiniveau ; la suite de l’annonce manque dans la source.

## People

# Variables:
#   $name (String) - the name of the person
#   $coauthors (String) - the other authors as a list
#   $title (String) - the title of the article, in English
publication-person-ilke-adam = { $name }
    .summary = { $name } a écrit avec { $coauthors } l’article « { $title } ».

publication-person-laura-westerveen = { $name }
    .summary = { $name } a écrit avec { $coauthors } l’article « { $title } ».

publication-person-louise-hantson = { $name }
    .summary = { $name } a écrit avec { $coauthors } l’article « { $title } ».

## Images. The name is the alternative text.

publication-image-houses-in-a-city = maisons dans une ville
    .summary = L’image accompagne l’article sur le logement et l’exclusion en { -flanders }.
