### Sectors of the economy that attracted labour migrants. .with-article is the name with its article.

# Variables:
#   $closures-at (String) - when the industries closed, such as in the 1970s and 1980s
sector-coal = coal industry
    .with-article = the coal industry
    .summary = The coal industry attracted labour migrants to { -wallonia }, where it closed down { $closures-at }, and to the province of { -limburg }.

# Variables:
#   $closures-at (String) - when the industries closed, such as in the 1970s and 1980s
sector-metal = metal industry
    .with-article = the metal industry
    .summary = The metal industry attracted labour migrants to { -wallonia }, where it closed down { $closures-at }.

sector-construction = construction
    .with-article = construction
    .summary = Construction attracted labour migrants to parts of { -flanders } other than { -limburg }.

sector-domestic-work = domestic work
    .with-article = domestic work
    .summary = Domestic work attracted labour migrants to parts of { -flanders } other than { -limburg }.
