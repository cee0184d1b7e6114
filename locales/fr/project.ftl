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
    .summary = { $name } étudie, dans les petites villes, les villes moyennes et les zones rurales, l’intégration des migrants arrivés après la { $crisis }, en suivant l’{ -whole-of-community }.
    .description = L’{ -european-union } finance l’étude par l’intermédiaire du programme de recherche et d’innovation { $programme }. L’introduction de la page parle de { $local-communities } dans { $eu-countries } ({ $eu-country-names }) et dans { $non-eu-countries } ({ $non-eu-country-names }).
    .design = L’étude est comparative et porte sur { $municipalities } dans { $eu-countries } et { $non-eu-countries }. Elle combine des méthodes qualitatives et quantitatives, dont { $methods }.
    .question = Quels mécanismes sous-tendent la relation complexe entre les politiques d’intégration et la cohésion des communautés locales ?
    .rationale = La façon dont les communautés locales répondent à l’installation des migrants et aux défis de leur intégration est cruciale pour l’avenir de celle-ci en Europe.

## Projects that it worked with

# Variables:
#   $name (String) - the name of the project, the same in every language
#   $partners (String) - the other organisers as a list
#   $webinar-at (String) - the day of the webinar, such as on 18 May 2021
project-matilde = { $name }
    .summary = { $name } a organisé { $webinar-at }, avec { $partners }, un webinaire sur la migration et le développement des zones non urbaines.

# Variables:
#   $name (String) - the name of the project, the same in every language
#   $partners (String) - the other organisers as a list
#   $webinar-at (String) - the day of the webinar, such as on 18 May 2021
project-welcoming-spaces = { $name }
    .summary = Avec { $partners }, { $name } est l’un des organisateurs d’un webinaire sur la migration et le développement des zones non urbaines, qui s’est tenu { $webinar-at }.

## Funding

# Variables:
#   $name (String) - the name of the programme, the same in every language
project-programme-horizon-2020 = { $name }
    .summary = { $name } est le programme de recherche et d’innovation dans le cadre duquel l’{ -european-union } finance { $project }.
