### Policy and parties. Neutral; the words for the party are those of the page.

politics-policy-civic-integration = { -civic-integration }
    .summary = La politisation de l’immigration en { -flanders } a conduit à un { -civic-integration } plus strict et institutionnalisé.

# Variables:
#   $name (String) - the name of the party, the same in every language
politics-party-vlaams-blok = { $name }
    .summary = Le succès électoral du { $name }, un parti nationaliste flamand de droite radicale, a montré à quel point l’immigration était politisée en { -flanders }.
