### The countries of the study. .with-article is the name with its article where the language uses one; .in is the
### name as a place.

## Countries of the European Union, in the order of the page

# Variables:
#   $eu-countries (String) - the count with its noun, such as eight EU countries
country-at = Autriche
    .with-article = l’Autriche
    .in = en Autriche
    .summary = Parmi les { $eu-countries } qu’étudie { $project } figure l’Autriche.

country-be = { -belgium }
    .with-article = la { -belgium }
    .in = en { -belgium }
    .summary = La { -belgium } est l’un des { $eu-countries } qu’étudie { $project }, et le pays auquel est consacrée la page belge du projet.

country-de = Allemagne
    .with-article = l’Allemagne
    .in = en Allemagne
    .summary = Parmi les { $eu-countries } qu’étudie { $project } figure l’Allemagne.

country-it = { -italy }
    .with-article = l’{ -italy }
    .in = en { -italy }
    .summary = Parmi les { $eu-countries } qu’étudie { $project } figure l’{ -italy }, dont les zones non urbaines étaient au cœur du webinaire que mentionne la page.

country-nl = Pays-Bas
    .with-article = les Pays-Bas
    .in = aux Pays-Bas
    .summary = Parmi les { $eu-countries } qu’étudie { $project } figurent les Pays-Bas.

country-pl = Pologne
    .with-article = la Pologne
    .in = en Pologne
    .summary = Parmi les { $eu-countries } qu’étudie { $project } figure la Pologne.

country-es = Espagne
    .with-article = l’Espagne
    .in = en Espagne
    .summary = Parmi les { $eu-countries } qu’étudie { $project } figure l’Espagne.

country-se = Suède
    .with-article = la Suède
    .in = en Suède
    .summary = Parmi les { $eu-countries } qu’étudie { $project } figure la Suède.

## Countries outside the European Union

# Variables:
#   $non-eu-countries (String) - the count with its noun, such as two countries outside the EU
country-tr = Turquie
    .with-article = la Turquie
    .in = en Turquie
    .summary = Parmi les { $non-eu-countries } qu’étudie { $project } figure la Turquie.

country-ca = Canada
    .with-article = le Canada
    .in = au Canada
    .summary = Parmi les { $non-eu-countries } qu’étudie { $project } figure le Canada.
