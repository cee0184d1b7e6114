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
    .summary = { $name } uses the { -whole-of-community } to study the integration of migrants who arrived after the { $crisis }, looking at small towns, medium-sized towns and rural areas.
    .description = The { -european-union } funds the study through { $programme }, a research and innovation programme. The page’s introduction mentions { $local-communities } in { $eu-countries } ({ $eu-country-names }) and { $non-eu-countries } ({ $non-eu-country-names }).
    .design = The research is comparative and covers { $municipalities } in { $eu-countries } and { $non-eu-countries }. It combines qualitative and quantitative methods, among them { $methods }.
    .question = Which mechanisms lie behind the complex relationship between integration policy and the cohesion of local communities?
    .rationale = How local communities respond to the challenges of integration and to the settlement of migrants is crucial to the future of migrant integration in Europe.

## Projects that it worked with

# Variables:
#   $name (String) - the name of the project, the same in every language
#   $partners (String) - the other organisers as a list
#   $webinar-at (String) - the day of the webinar, such as on 18 May 2021
project-matilde = { $name }
    .summary = Together with { $partners }, { $name } organised a webinar { $webinar-at } on migration and the development of non-urban areas.

# Variables:
#   $name (String) - the name of the project, the same in every language
#   $partners (String) - the other organisers as a list
#   $webinar-at (String) - the day of the webinar, such as on 18 May 2021
project-welcoming-spaces = { $name }
    .summary = Along with { $partners }, { $name } was one of the organisers of a webinar held { $webinar-at } on migration and the development of non-urban areas.

## Funding

# Variables:
#   $name (String) - the name of the programme, the same in every language
project-programme-horizon-2020 = { $name }
    .summary = { $name } is the research and innovation programme under which the { -european-union } funds { $project }.
