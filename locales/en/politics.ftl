### Policy and parties. Neutral; the words for the party are those of the page.

politics-policy-civic-integration = { -civic-integration }
    .summary = The politicisation of immigration in { -flanders } led to a stricter and institutionalised { -civic-integration }.

# Variables:
#   $name (String) - the name of the party, the same in every language
politics-party-vlaams-blok = { $name }
    .summary = The electoral success of { $name }, a Flemish nationalist and radical-right party, showed how politicised immigration was in { -flanders }.
