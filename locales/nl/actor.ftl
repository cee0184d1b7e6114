### Groups that act. .with-article is the name as it stands in a list, with its article where the language uses one.

## Groups whose interaction the approach looks at

actor-political-representatives = politieke vertegenwoordigers
    .with-article = politieke vertegenwoordigers
    .summary = Politieke vertegenwoordigers behoren tot de actoren die mee vormgeven aan integratie.

actor-civil-society = middenveld
    .with-article = het middenveld
    .summary = Het middenveld behoort tot de actoren die mee vormgeven aan integratie.

actor-foreign-residents = buitenlandse inwoners
    .with-article = buitenlandse inwoners
    .summary = Buitenlandse inwoners behoren tot de actoren die mee vormgeven aan integratie.

## Groups that take part in the project

actor-researchers = onderzoekers
    .with-article = onderzoekers
    .summary = Onderzoekers ontmoeten publieke beleidsmakers in { -community-policy-labs }.

actor-public-policymakers = publieke beleidsmakers
    .with-article = publieke beleidsmakers
    .summary = Publieke beleidsmakers ontmoeten onderzoekers in { -community-policy-labs }.

actor-stakeholders = belanghebbenden
    .with-article = belanghebbenden
    .summary = { $project } betrekt belanghebbenden op alle niveaus bij het uitwerken van beleid.

actor-trans-local-working-group = { -trans-local-working-group }
    .with-article = de { -trans-local-working-group }
    .summary = De { -trans-local-working-group } werkt in co-creatie acties en beleidsrichtingen uit.

# Variables:
#   $webinar (Date) - the day of the webinar, such as 18 May 2021
actor-italian-partners = Italiaanse partners
    .with-article = de Italiaanse partners
    .summary = Het webinar van { $webinar } bracht Italiaanse partners samen.
