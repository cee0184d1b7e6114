### The project, the projects that it worked with, and the programme that pays for it. Factual, in plain words.
### In every text $project is the name of the main project, which is never translated.

## The main project

# Variables:
#   $name (String) - the name of the project, the same in every language
#   $crisis (String) - the crisis after which the migrants arrived, with its year
#   $programme (String) - the name of the funding programme
#   $local-communities, $municipalities, $eu-countries, $non-eu-countries (String) - counts with their noun, such as eight EU countries
#   $eu-country-names, $non-eu-country-names (String) - the countries as a list
#   $methods (String) - the methods as a list
project-whole-comm = { $name }
    .summary = { $name } onderzoekt de integratie van migranten die na de { $crisis } zijn aangekomen, en kijkt daarvoor naar kleine steden, middelgrote steden en plattelandsgebieden, met de { -whole-of-community } als leidraad.
    .description = De { -european-union } financiert het onderzoek via { $programme }, een programma voor onderzoek en innovatie. De inleiding van de pagina spreekt van { $local-communities } in { $eu-countries } ({ $eu-country-names }) en { $non-eu-countries } ({ $non-eu-country-names }).
    .design = Het onderzoek is vergelijkend van opzet en bestrijkt { $municipalities } in { $eu-countries } en { $non-eu-countries }. Het combineert kwalitatieve en kwantitatieve methoden, waaronder { $methods }.
    .question = Welke mechanismen schuilen achter de complexe relatie tussen integratiebeleid en de samenhang van lokale gemeenschappen?
    .rationale = Hoe lokale gemeenschappen reageren op de uitdagingen van integratie en op de vestiging van migranten, is van cruciaal belang voor de toekomst van de integratie van migranten in Europa.

## Projects that it worked with

# Variables:
#   $name (String) - the name of the project, the same in every language
#   $partners (String) - the other organisers as a list
#   $webinar-at (String) - the day of the webinar, such as on 18 May 2021
project-matilde = { $name }
    .summary = { $name } organiseerde { $webinar-at } samen met { $partners } een webinar over migratie en de ontwikkeling van niet-stedelijke gebieden.

# Variables:
#   $name (String) - the name of the project, the same in every language
#   $partners (String) - the other organisers as a list
#   $webinar-at (String) - the day of the webinar, such as on 18 May 2021
project-welcoming-spaces = { $name }
    .summary = { $name } was, naast { $partners }, een van de organisatoren van het webinar dat { $webinar-at } werd gehouden over migratie en de ontwikkeling van niet-stedelijke gebieden.

## Funding

# Variables:
#   $name (String) - the name of the programme, the same in every language
project-programme-horizon-2020 = { $name }
    .summary = { $name } is het onderzoeks- en innovatieprogramma waarbinnen de { -european-union } { $project } financiert.
