### Counts that say how large the study is. The name is the count with its noun, as it stands inside a sentence.
### The page counts local communities in one place and municipalities in another: the two counts are never mixed.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $other-count (String) - the other count of the page, with its noun
scope-local-communities =
    { $count ->
        [one] { $count-word } lokale gemeenschap
       *[other] { $count-word } lokale gemeenschappen
    }
    .summary = De inleiding van de pagina spreekt van { scope-local-communities }; het deel over de methode spreekt van { $other-count }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $other-count (String) - the other count of the page, with its noun
scope-municipalities =
    { $count ->
        [one] { $count-word } gemeente
       *[other] { $count-word } gemeenten
    }
    .summary = Het deel over de methode spreekt van { scope-municipalities }; de inleiding van de pagina spreekt van { $other-count }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $countries (String) - the countries as a list
scope-eu-countries =
    { $count ->
        [one] { $count-word } EU-land
       *[other] { $count-word } EU-landen
    }
    .summary = Het onderzoek bestrijkt { scope-eu-countries }: { $countries }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $countries (String) - the countries as a list
scope-non-eu-countries =
    { $count ->
        [one] { $count-word } land buiten de EU
       *[other] { $count-word } landen buiten de EU
    }
    .summary = Het onderzoek bestrijkt ook { scope-non-eu-countries }: { $countries }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $eu-countries, $non-eu-countries (String) - the two counts that add up to this one
scope-countries =
    { $count ->
        [one] { $count-word } land
       *[other] { $count-word } landen
    }
    .summary = In totaal bestrijkt het onderzoek { scope-countries }: { $eu-countries } en { $non-eu-countries }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $regions (String) - the regions as a list
scope-belgian-regions =
    { $count ->
        [one] { $count-word } gewest
       *[other] { $count-word } gewesten
    }
    .summary = In { -belgium } spitst het onderzoek zich toe op { scope-belgian-regions }, de grootste van het land: { $regions }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $regions-in (String) - the regions as places, such as in Flanders and in Wallonia
scope-belgian-localities =
    { $count ->
        [one] { $count-word } gemeente
       *[other] { $count-word } gemeenten
    }
    .summary = Het onderzoek in { -belgium } vond plaats in { scope-belgian-localities } { $regions-in }; de pagina vermeldt geen gemeentenamen.
