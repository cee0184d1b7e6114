### Organisations that the page names. Factual, in plain words.
### .short is the abbreviation that the language uses.

# Variables:
#   $programme (String) - the name of the funding programme
organisation-european-union = { -european-union }
    .with-article = de { -european-union }
    .short = EU
    .summary = De { -european-union } financiert { $project } via { $programme }.

organisation-united-nations = { -united-nations }
    .with-article = de { -united-nations }
    .short = VN
    .summary = De pacten van de { -united-nations } dragen het idee van een { -whole-of-society } uit.
