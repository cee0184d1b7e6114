### Sectors of the economy that attracted labour migrants. .with-article is the name with its article.

# Variables:
#   $closures-at (String) - when the industries closed, such as in the 1970s and 1980s
sector-coal = industrie charbonnière
    .with-article = l’industrie charbonnière
    .summary = L’industrie charbonnière a attiré des travailleurs migrants en { -wallonia }, où elle a fermé ses portes { $closures-at }, et dans la province de { -limburg }.

# Variables:
#   $closures-at (String) - when the industries closed, such as in the 1970s and 1980s
sector-metal = métallurgie
    .with-article = la métallurgie
    .summary = La métallurgie a attiré des travailleurs migrants en { -wallonia }, où elle a fermé ses portes { $closures-at }.

sector-construction = construction
    .with-article = la construction
    .summary = La construction a attiré des travailleurs migrants en { -flanders }, en dehors du { -limburg }.

sector-domestic-work = secteur domestique
    .with-article = le secteur domestique
    .summary = Le secteur domestique a attiré des travailleurs migrants en { -flanders }, en dehors du { -limburg }.
