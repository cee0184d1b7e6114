### The sections of the page: a heading, and one or two sentences that lead into it.

section-lead = { $project } in { -belgium }
    .summary = This is the Belgian edition of the project’s presentation: what { $project } studies, where and how, and what it has published about { -belgium }.

# Variables:
#   $modalities (Number) - how many modalities there are
#   $modalities-word (String) - the same in words
#   $modality-names (String) - the modalities as a list
section-objectives = objectives
    .summary =
        { $modalities ->
            [one] { $project } aims to help close a gap in research and to help shape policy, the latter in { $modalities-word } main way: { $modality-names }.
           *[other] { $project } aims to help close a gap in research and to help shape policy, the latter in { $modalities-word } main ways: { $modality-names }.
        }

# Variables:
#   $belgian-regions (String) - the count with its noun, such as two regions
section-regions = Belgian regions in the study
    .summary = In { -belgium } the research looks at { $belgian-regions }, the largest in the country: { -flanders } and { -wallonia }.
    .description = According to the page, reception centres for asylum seekers are more or less evenly spread across { -flanders } and { -wallonia }. The shares by region measure something else: they concern the people accommodated.

# Variables:
#   $challenges (Number) - how many challenges there are
#   $challenges-word (String) - the same in words
section-why-small = why smaller places?
    .summary = The { -european-union } has taken in an unprecedented number of migrants and asylum seekers. Their arrival did not follow planned flows, and so ever more of them have come to live in small and medium-sized towns and rural areas.
    .description =
        { $challenges ->
            [one] Smaller places are often badly prepared for the arrival of migrants. The page gives { $challenges-word } reason why the challenges of integration are greater still.
           *[other] Smaller places are often badly prepared for the arrival of migrants. The page gives { $challenges-word } reasons why the challenges of integration are greater still.
        }

# Variables:
#   $municipalities, $eu-countries, $non-eu-countries (String) - counts with their noun
section-method = how does the research work?
    .summary = { $project } compares { $municipalities } in { $eu-countries } and { $non-eu-countries }, and is based on the { -whole-of-community }.

# Variables:
#   $publications (Number) - how many publications there are
#   $publications-word (String) - the same in words
section-publications = news and publications about { -belgium }
    .summary =
        { $publications ->
            [one] The page announces { $publications-word } publication; the announcement breaks off in the source.
           *[other] The page announces { $publications-word } publications; each announcement breaks off in the source.
        }

# Variables:
#   $videos (Number) - how many videos there are
#   $videos-word (String) - the same in words
section-videos = videos
    .summary =
        { $videos ->
            [one] The page lists { $videos-word } video, a webinar.
           *[other] The page lists { $videos-word } videos.
        }
