### Organisations that the page names. Factual, in plain words.
### .short is the abbreviation that the language uses.

# Variables:
#   $programme (String) - the name of the funding programme
organisation-european-union = { -european-union }
    .with-article = the { -european-union }
    .short = EU
    .summary = The { -european-union } funds { $project } through { $programme }.

organisation-united-nations = { -united-nations }
    .with-article = the { -united-nations }
    .short = UN
    .summary = Through its compacts, the { -united-nations } promotes the idea of a { -whole-of-society }.
