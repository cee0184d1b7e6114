### Organisations that the page names. Factual, in plain words.
### .short is the abbreviation that the language uses.

# Variables:
#   $programme (String) - the name of the funding programme
organisation-european-union = { -european-union }
    .with-article = l’{ -european-union }
    .short = UE
    .summary = L’{ -european-union } finance { $project } par l’intermédiaire du programme { $programme }.

organisation-united-nations = { -united-nations }
    .with-article = les { -united-nations }
    .short = ONU
    .summary = Par leurs pactes, les { -united-nations } promeuvent l’idée d’une { -whole-of-society }.
