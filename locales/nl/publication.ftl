### Publications about Belgium, who wrote them, and the image beside one of them.
### The name is a short title in our own words; the real titles are English and stand in the program.
### The announcements break off in the source: the texts say only what can be read, and never complete it.

## Publications

# Variables:
#   $reception-crisis-at (String) - when the reception crisis began, such as in October 2021
#   $reception-crisis-name (String) - the name of the reception crisis
publication-housing-exclusion-flanders = huisvesting en uitsluiting in { -flanders }
    .summary = Volgens de auteurs ervaren mensen pas inclusie als hun woning veilig en gezond is en zekerheid biedt; ongelijke behandeling in het Vlaamse socialehuisvestingsbeleid bemoeilijkt volgens hen de toegang van migranten tot een woning, met precaire en onzekere omstandigheden tot gevolg.
    .description = De aankondiging heeft het ook over wat een ‘{ $reception-crisis-name }’ kan worden genoemd, een crisis die { $reception-crisis-at } in { -belgium } begon.

# Variables:
#   $post-2014-migrants, $long-term-residents (String) - the names of the two groups
#   $localities (String) - the count with its noun, such as four localities
#   $regions-in (String) - the regions as places, such as in Flanders and in Wallonia
#   $focus-groups (Number) - how many focus-group discussions there were
#   $focus-groups-word (String) - the same in words
publication-social-relations = sociale relaties, houdingen en integratie-ervaringen
    .summary = Het rapport bestudeert de wisselwerking tussen { $long-term-residents } en { $post-2014-migrants }, en gaat na hoe die migranten inclusie en uitsluiting ervaren.
    .description =
        { $focus-groups ->
            [one] Het gaat over { $localities } { $regions-in } en steunt op interviews met { $post-2014-migrants }, en op { $focus-groups-word } focusgroepgesprek waaraan onder anderen { $long-term-residents } deelnamen.
           *[other] Het gaat over { $localities } { $regions-in } en steunt op interviews met { $post-2014-migrants }, en op { $focus-groups-word } focusgroepgesprekken waaraan onder anderen { $long-term-residents } deelnamen.
        }

# Variables:
#   $post-2014-migrants (String) - the name of the group
#   $localities (String) - the count with its noun, such as four localities
publication-access-to-services = toegang tot diensten
    .summary = Het rapport onderzoekt in hoeverre { $post-2014-migrants }, toegang hebben tot huisvesting, werk en andere relevante middelen in verschillende kleine en middelgrote steden en plattelandsgebieden in { -belgium }.
    .description = Het steunt vooral op interviews in elk van de { $localities } die werden geselecteerd. Het overzicht begint met concrete drempels op het vlak van huisvesting; de rest van de aankondiging ontbreekt in de bron.

# Variables:
#   $localities (String) - the count with its noun, such as four localities
publication-multilevel-dynamics = dynamiek op meerdere niveaus
    .summary = Het rapport bekijkt lokaal ontwikkelde initiatieven voor de integratie van immigranten, met bijzondere aandacht voor de dynamiek van bestuur op meerdere niveaus.
    .description = Het steunt vooral op interviews in de { $localities } in { -belgium }. Het overzicht omvat lokale integratie-initiatieven, lokale opvattingen over integratie en de dynamiek van bestuur op meerdere niveaus; de rest van de aankondiging ontbreekt in de bron.

## People

# Variables:
#   $name (String) - the name of the person
#   $coauthors (String) - the other authors as a list
#   $title (String) - the title of the article, in English
publication-person-ilke-adam = { $name }
    .summary = { $name } schreef samen met { $coauthors } het artikel ‘{ $title }’.

publication-person-laura-westerveen = { $name }
    .summary = { $name } schreef samen met { $coauthors } het artikel ‘{ $title }’.

publication-person-louise-hantson = { $name }
    .summary = { $name } schreef samen met { $coauthors } het artikel ‘{ $title }’.

## Images. The name is the alternative text.

publication-image-houses-in-a-city = huizen in een stad
    .summary = De afbeelding staat bij het artikel over huisvesting en uitsluiting in { -flanders }.
