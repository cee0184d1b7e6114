### Policy and parties. Neutral; the words for the party are those of the page.

politics-policy-civic-integration = { -civic-integration }
    .summary = De politisering van immigratie in { -flanders } leidde tot een strenger en geïnstitutionaliseerd { -civic-integration }.

# Variables:
#   $name (String) - the name of the party, the same in every language
politics-party-vlaams-blok = { $name }
    .summary = Het electorale succes van het { $name }, een Vlaams-nationalistische en radicaal-rechtse partij, toonde hoe sterk immigratie in { -flanders } gepolitiseerd was.
