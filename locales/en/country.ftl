### The countries of the study. .with-article is the name with its article where the language uses one; .in is the
### name as a place.

## Countries of the European Union, in the order of the page

# Variables:
#   $eu-countries (String) - the count with its noun, such as eight EU countries
country-at = Austria
    .with-article = Austria
    .in = in Austria
    .summary = Austria is one of the { $eu-countries } covered by { $project }.

country-be = { -belgium }
    .with-article = { -belgium }
    .in = in { -belgium }
    .summary = { -belgium } is one of the { $eu-countries } covered by { $project }, and the country that the project’s Belgian page is about.

country-de = Germany
    .with-article = Germany
    .in = in Germany
    .summary = Germany is one of the { $eu-countries } covered by { $project }.

country-it = { -italy }
    .with-article = { -italy }
    .in = in { -italy }
    .summary = { -italy } is one of the { $eu-countries } covered by { $project }; the webinar that the page lists was about non-urban areas there.

country-nl = Netherlands
    .with-article = the Netherlands
    .in = in the Netherlands
    .summary = The Netherlands is one of the { $eu-countries } covered by { $project }.

country-pl = Poland
    .with-article = Poland
    .in = in Poland
    .summary = Poland is one of the { $eu-countries } covered by { $project }.

country-es = Spain
    .with-article = Spain
    .in = in Spain
    .summary = Spain is one of the { $eu-countries } covered by { $project }.

country-se = Sweden
    .with-article = Sweden
    .in = in Sweden
    .summary = Sweden is one of the { $eu-countries } covered by { $project }.

## Countries outside the European Union

# Variables:
#   $non-eu-countries (String) - the count with its noun, such as two countries outside the EU
country-tr = Türkiye
    .with-article = Türkiye
    .in = in Türkiye
    .summary = Türkiye is one of the { $non-eu-countries } covered by { $project }.

country-ca = Canada
    .with-article = Canada
    .in = in Canada
    .summary = Canada is one of the { $non-eu-countries } covered by { $project }.
