### Types of place. The name is in the plural; .singular is one of them, without an article.

place-small-town = small towns
    .singular = small town
    .summary = Small towns are among the places that { $project } studies; according to the page, ever more migrants have come to live there.

place-medium-sized-town = medium-sized towns
    .singular = medium-sized town
    .summary = Medium-sized towns are among the places that { $project } studies; according to the page, they are often badly prepared for the arrival of migrants.

place-rural-area = rural areas
    .singular = rural area
    .summary = Rural areas are among the places that { $project } studies; like small and medium-sized towns, according to the page, they are once again at the forefront of refugee reception.

place-large-city = large cities
    .singular = large city
    .summary = Existing research and policy debates mostly focus on larger cities; { $project } looks at smaller places.

# Variables:
#   $webinar (Date) - the day of the webinar, such as 18 May 2021
place-non-urban-area = non-urban areas
    .singular = non-urban area
    .summary = The webinar of { $webinar } was about the link between migration and the development of non-urban areas.
