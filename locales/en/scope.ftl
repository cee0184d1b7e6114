### Counts that say how large the study is. The name is the count with its noun, as it stands inside a sentence.
### The page counts local communities in one place and municipalities in another: the two counts are never mixed.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $other-count (String) - the other count of the page, with its noun
scope-local-communities =
    { $count ->
        [one] { $count-word } local community
       *[other] { $count-word } local communities
    }
    .summary = The page’s introduction mentions { scope-local-communities }; its section on the method mentions { $other-count }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $other-count (String) - the other count of the page, with its noun
scope-municipalities =
    { $count ->
        [one] { $count-word } municipality
       *[other] { $count-word } municipalities
    }
    .summary = The page’s section on the method mentions { scope-municipalities }; its introduction mentions { $other-count }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $countries (String) - the countries as a list
scope-eu-countries =
    { $count ->
        [one] { $count-word } EU country
       *[other] { $count-word } EU countries
    }
    .summary = The research covers { scope-eu-countries }: { $countries }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $countries (String) - the countries as a list
scope-non-eu-countries =
    { $count ->
        [one] { $count-word } country outside the EU
       *[other] { $count-word } countries outside the EU
    }
    .summary = The research also covers { scope-non-eu-countries }: { $countries }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $eu-countries, $non-eu-countries (String) - the two counts that add up to this one
scope-countries =
    { $count ->
        [one] { $count-word } country
       *[other] { $count-word } countries
    }
    .summary = In all, the research covers { scope-countries }: { $eu-countries } and { $non-eu-countries }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $regions (String) - the regions as a list
scope-belgian-regions =
    { $count ->
        [one] { $count-word } region
       *[other] { $count-word } regions
    }
    .summary = In { -belgium } the research focuses on { scope-belgian-regions }, the largest in the country: { $regions }.

# Variables:
#   $count (Number) - the count
#   $count-word (String) - the count, in words if it is small
#   $regions-in (String) - the regions as places, such as in Flanders and in Wallonia
scope-belgian-localities =
    { $count ->
        [one] { $count-word } locality
       *[other] { $count-word } localities
    }
    .summary = In { -belgium } the research was carried out in { scope-belgian-localities } { $regions-in }; the page does not name the localities.
