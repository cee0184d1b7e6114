### The sections of the page: a heading, and one or two sentences that lead into it.

section-lead = { $project } in { -belgium }
    .summary = Dit is de Belgische editie van de projectvoorstelling: wat { $project } onderzoekt, waar en hoe, en wat het over { -belgium } heeft gepubliceerd.

# Variables:
#   $modalities (Number) - how many modalities there are
#   $modalities-word (String) - the same in words
#   $modality-names (String) - the modalities as a list
section-objectives = doelstellingen
    .summary =
        { $modalities ->
            [one] { $project } wil een leemte in het onderzoek helpen opvullen en beleid mee vormgeven, dat laatste vooral via { $modalities-word } werkvorm: { $modality-names }.
           *[other] { $project } wil een leemte in het onderzoek helpen opvullen en beleid mee vormgeven, dat laatste vooral via { $modalities-word } werkvormen: { $modality-names }.
        }

# Variables:
#   $belgian-regions (String) - the count with its noun, such as two regions
section-regions = Belgische gewesten in het onderzoek
    .summary = In { -belgium } kijkt het onderzoek naar { $belgian-regions }, de grootste van het land: { -flanders } en { -wallonia }.
    .description = Volgens de pagina zijn de opvangcentra voor asielzoekers min of meer gelijkmatig over { -flanders } en { -wallonia } gespreid. De aandelen per gewest meten iets anders: ze hebben betrekking op de opgevangen personen.

# Variables:
#   $challenges (Number) - how many challenges there are
#   $challenges-word (String) - the same in words
section-why-small = waarom kleinere plaatsen?
    .summary = De { -european-union } heeft een ongezien aantal migranten en asielzoekers opgenomen. Hun komst verliep niet volgens geplande stromen, en zo zijn er steeds meer van hen in kleine en middelgrote steden en plattelandsgebieden terechtgekomen.
    .description =
        { $challenges ->
            [one] Kleinere plaatsen zijn vaak slecht voorbereid op de komst van migranten. De pagina noemt { $challenges-word } reden waarom de uitdagingen voor integratie nog groter zijn.
           *[other] Kleinere plaatsen zijn vaak slecht voorbereid op de komst van migranten. De pagina noemt { $challenges-word } redenen waarom de uitdagingen voor integratie nog groter zijn.
        }

# Variables:
#   $municipalities, $eu-countries, $non-eu-countries (String) - counts with their noun
section-method = hoe werkt het onderzoek?
    .summary = { $project } vergelijkt { $municipalities } in { $eu-countries } en { $non-eu-countries }, en steunt daarbij op de { -whole-of-community }.

# Variables:
#   $publications (Number) - how many publications there are
#   $publications-word (String) - the same in words
section-publications = nieuws en publicaties over { -belgium }
    .summary =
        { $publications ->
            [one] De pagina kondigt { $publications-word } publicatie aan; de aankondiging breekt in de bron af.
           *[other] De pagina kondigt { $publications-word } publicaties aan; elke aankondiging breekt in de bron af.
        }

# Variables:
#   $videos (Number) - how many videos there are
#   $videos-word (String) - the same in words
section-videos = video’s
    .summary =
        { $videos ->
            [one] De pagina vermeldt { $videos-word } video, een webinar.
           *[other] De pagina vermeldt { $videos-word } video’s.
        }
