### Research methods, and what they look at.

## Methods. .with-article is the name as it stands in a list, with its article.

method-attitude-survey = houdingsenquête
    .with-article = een houdingsenquête
    .summary = Een grootschalige enquête peilt in kleine gemeenten naar de houding tegenover vluchtelingen en asielzoekers.

method-policy-impact-analysis = analyse van de effecten van beleid
    .with-article = een analyse van de effecten van beleid
    .summary = Een analyse gaat na hoe lokaal beleid inwerkt op de sociale cohesie en op de integratietrajecten van immigranten.

method-interviews = interviews
    .with-article = interviews
    .summary = De landenrapporten over { -belgium } steunen op interviews.

# Variables:
#   $count (Number) - how many focus-group discussions there were
#   $count-word (String) - the same in words
method-focus-groups = focusgroepgesprekken
    .with-article = focusgroepgesprekken
    .summary =
        { $count ->
            [one] Voor het rapport over sociale relaties vond { $count-word } focusgroepgesprek plaats.
           *[other] Voor het rapport over sociale relaties vonden { $count-word } focusgroepgesprekken plaats.
        }

## Variables: what the methods look at

method-variable-attitudes = houding tegenover vluchtelingen en asielzoekers
    .summary = De houding tegenover vluchtelingen en asielzoekers wordt in kleine gemeenten onderzocht.

method-variable-social-cohesion = sociale cohesie
    .summary = { $project } gaat na hoe lokaal beleid inwerkt op de sociale cohesie.

method-variable-integration-trajectories = integratietrajecten
    .summary = Integratietrajecten zijn de wegen die immigranten zelf afleggen wanneer ze integreren; { $project } onderzoekt hoe lokaal beleid daarop inwerkt.
