### Sectors of the economy that attracted labour migrants. .with-article is the name with its article.

# Variables:
#   $closures-at (String) - when the industries closed, such as in the 1970s and 1980s
sector-coal = steenkoolindustrie
    .with-article = de steenkoolindustrie
    .summary = De steenkoolindustrie trok arbeidsmigranten naar { -wallonia }, waar ze { $closures-at } de deuren sloot, en naar de provincie { -limburg }.

# Variables:
#   $closures-at (String) - when the industries closed, such as in the 1970s and 1980s
sector-metal = metaalindustrie
    .with-article = de metaalindustrie
    .summary = De metaalindustrie trok arbeidsmigranten naar { -wallonia }, waar ze { $closures-at } de deuren sloot.

sector-construction = bouw
    .with-article = de bouw
    .summary = De bouw trok in { -flanders } buiten { -limburg } arbeidsmigranten aan.

sector-domestic-work = huishoudelijke sector
    .with-article = de huishoudelijke sector
    .summary = De huishoudelijke sector trok in { -flanders } buiten { -limburg } arbeidsmigranten aan.
