### Publications about Belgium, who wrote them, and the image beside one of them.
### The name is a short title in our own words; the real titles are English and stand in the program.
### The announcements break off in the source: the texts say only what can be read, and never complete it.

## Publications

# Variables:
#   $reception-crisis-at (String) - when the reception crisis began, such as in October 2021
#   $reception-crisis-name (String) - the name of the reception crisis
publication-housing-exclusion-flanders = housing and exclusion in { -flanders }
    .summary = The authors argue that inclusion is experienced only where housing is safe, healthy and secure, and that unequal treatment in Flemish social housing policy hinders migrants’ access to housing and leads to precarious and insecure conditions.
    .description = The announcement also refers to what can be called a “{ $reception-crisis-name }”, which began in { -belgium } { $reception-crisis-at }.

# Variables:
#   $post-2014-migrants, $long-term-residents (String) - the names of the two groups
#   $localities (String) - the count with its noun, such as four localities
#   $regions-in (String) - the regions as places, such as in Flanders and in Wallonia
#   $focus-groups (Number) - how many focus-group discussions there were
#   $focus-groups-word (String) - the same in words
publication-social-relations = social relations, attitudes and experiences of integration
    .summary = The report studies the mutual interactions between { $post-2014-migrants } and { $long-term-residents }, and evaluates those migrants’ experiences of inclusion and exclusion.
    .description =
        { $focus-groups ->
            [one] The report covers { $localities } { $regions-in } and is based on interviews with { $post-2014-migrants } and on { $focus-groups-word } focus-group discussion whose participants included { $long-term-residents }.
           *[other] The report covers { $localities } { $regions-in } and is based on interviews with { $post-2014-migrants } and on { $focus-groups-word } focus-group discussions whose participants included { $long-term-residents }.
        }

# Variables:
#   $post-2014-migrants (String) - the name of the group
#   $localities (String) - the count with its noun, such as four localities
publication-access-to-services = access to services
    .summary = The report examines the access of { $post-2014-migrants } to housing, employment and other relevant resources in various small and medium-sized towns and rural areas in { -belgium }.
    .description = The report is based mainly on interviews in each of the { $localities } selected. Its overview begins with concrete barriers in relation to housing; the rest of the announcement is missing from the source.

# Variables:
#   $localities (String) - the count with its noun, such as four localities
publication-multilevel-dynamics = multi-level dynamics
    .summary = The report looks at locally developed initiatives for the integration of immigrants, paying particular attention to the dynamics of multi-level governance.
    .description = The report is based mainly on interviews in the { $localities } in { -belgium }. Its overview includes local integration initiatives, local integration frames and the dynamics of multi-level governance; the rest of the announcement is missing from the source.

## People

# Variables:
#   $name (String) - the name of the person
#   $coauthors (String) - the other authors as a list
#   $title (String) - the title of the article, in English
publication-person-ilke-adam = { $name }
    .summary = { $name } wrote the article “{ $title }” with { $coauthors }.

publication-person-laura-westerveen = { $name }
    .summary = { $name } wrote the article “{ $title }” with { $coauthors }.

publication-person-louise-hantson = { $name }
    .summary = { $name } wrote the article “{ $title }” with { $coauthors }.

## Images. The name is the alternative text.

publication-image-houses-in-a-city = houses in a city
    .summary = The image accompanies the article on housing and exclusion in { -flanders }.
