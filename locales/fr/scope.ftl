### Counts that say how large the study is. The name is the count with its noun, as it stands inside a sentence.
### The page counts local communities in one place and municipalities in another: the two counts are never mixed.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $other-count (String) - the other count of the page, with its noun
scope-local-communities =
    { $count ->
        [1] une communauté locale
        [one] { $count-word } communauté locale
       *[other] { $count-word } communautés locales
    }
    .summary = L’introduction de la page parle de { scope-local-communities } ; la partie consacrée à la méthode parle de { $other-count }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $other-count (String) - the other count of the page, with its noun
scope-municipalities =
    { $count ->
        [1] une commune
        [one] { $count-word } commune
       *[other] { $count-word } communes
    }
    .summary = La partie consacrée à la méthode parle de { scope-municipalities } ; l’introduction de la page parle de { $other-count }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $countries (String) - the countries as a list
scope-eu-countries =
    { $count ->
        [one] { $count-word } pays de l’UE
       *[other] { $count-word } pays de l’UE
    }
    .summary = L’étude couvre { scope-eu-countries } : { $countries }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $countries (String) - the countries as a list
scope-non-eu-countries =
    { $count ->
        [one] { $count-word } pays hors de l’UE
       *[other] { $count-word } pays hors de l’UE
    }
    .summary = L’étude couvre aussi { scope-non-eu-countries } : { $countries }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $eu-countries, $non-eu-countries (String) - the two counts that add up to this one
scope-countries =
    { $count ->
        [one] { $count-word } pays
       *[other] { $count-word } pays
    }
    .summary = Au total, l’étude couvre { scope-countries } : { $eu-countries } et { $non-eu-countries }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $regions (String) - the regions as a list
scope-belgian-regions =
    { $count ->
        [1] une région
        [one] { $count-word } région
       *[other] { $count-word } régions
    }
    .summary = En { -belgium }, l’étude se concentre sur { scope-belgian-regions }, les plus grandes du pays : { $regions }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $regions-in (String) - the regions as places, such as in Flanders and in Wallonia
scope-belgian-localities =
    { $count ->
        [1] une localité
        [one] { $count-word } localité
       *[other] { $count-word } localités
    }
    .summary = En { -belgium }, l’étude a été menée, { $regions-in }, dans { scope-belgian-localities } que la page ne nomme pas.
