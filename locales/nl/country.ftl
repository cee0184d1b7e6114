### The countries of the study. .with-article is the name with its article where the language uses one; .in is the
### name as a place.

## Countries of the European Union, in the order of the page

# Variables:
#   $eu-countries (String) - the count with its noun, such as eight EU countries
country-at = Oostenrijk
    .with-article = Oostenrijk
    .in = in Oostenrijk
    .summary = Oostenrijk is een van de { $eu-countries } waar { $project } onderzoek doet.

country-be = { -belgium }
    .with-article = { -belgium }
    .in = in { -belgium }
    .summary = { -belgium } is een van de { $eu-countries } waar { $project } onderzoek doet, en het land waarover de Belgische projectpagina gaat.

country-de = Duitsland
    .with-article = Duitsland
    .in = in Duitsland
    .summary = Duitsland is een van de { $eu-countries } waar { $project } onderzoek doet.

country-it = { -italy }
    .with-article = { -italy }
    .in = in { -italy }
    .summary = { -italy } is een van de { $eu-countries } waar { $project } onderzoek doet; het webinar dat de pagina vermeldt, ging over niet-stedelijke gebieden in dat land.

country-nl = Nederland
    .with-article = Nederland
    .in = in Nederland
    .summary = Nederland is een van de { $eu-countries } waar { $project } onderzoek doet.

country-pl = Polen
    .with-article = Polen
    .in = in Polen
    .summary = Polen is een van de { $eu-countries } waar { $project } onderzoek doet.

country-es = Spanje
    .with-article = Spanje
    .in = in Spanje
    .summary = Spanje is een van de { $eu-countries } waar { $project } onderzoek doet.

country-se = Zweden
    .with-article = Zweden
    .in = in Zweden
    .summary = Zweden is een van de { $eu-countries } waar { $project } onderzoek doet.

## Countries outside the European Union

# Variables:
#   $non-eu-countries (String) - the count with its noun, such as two countries outside the EU
country-tr = Turkije
    .with-article = Turkije
    .in = in Turkije
    .summary = Turkije is een van de { $non-eu-countries } waar { $project } onderzoek doet.

country-ca = Canada
    .with-article = Canada
    .in = in Canada
    .summary = Canada is een van de { $non-eu-countries } waar { $project } onderzoek doet.
