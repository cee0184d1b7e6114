### Regions of Belgium and their provinces. Factual; claims are those of the page.
### .with-article is the name with its article where the language uses one, .in the name as a place; .official is the
### constitutional name.
### Dutch says gewest for the institution; French writes Région with a capital in the official name only.

## Regions

# Variables:
#   $share (Number) - the region's share as a percentage, such as 42.5%
#   $month-at (String) - the month of the figures, such as in September 2015
#   $asylum-increase-since (String) - since when more asylum seekers arrived, such as since 2014
#   $labour-migration-since (String) - since when labour migrants came, such as since the early 20th century
#   $politicisation-since (String) - since when immigration was politicised, such as since the early 1990s
#   $party (String) - the name of a political party, the same in every language
region-flanders = { -flanders }
    .with-article = { -flanders }
    .in = in { -flanders }
    .official = the Flemish Region
    .summary = { -flanders } is the Dutch-speaking region of { -belgium }.
    .description = Like { -wallonia }, { -flanders } has seen labour migration { $labour-migration-since }. In the province of { -limburg } it was mainly the coal industry that attracted migrants; elsewhere in { -flanders } it was construction and domestic work. Immigration has been highly politicised in { -flanders } { $politicisation-since }, as shown by the electoral success of { $party }, a Flemish nationalist and radical-right party. That politicisation led to a stricter and institutionalised { -civic-integration } and to more restrictive political positions on migration.
    .reception-places = In { -flanders }, asylum seekers who have arrived { $asylum-increase-since } are accommodated in smaller towns and in and around medium-sized towns and large cities.
    .reception = According to the project’s page, { $share } of the asylum seekers who had come to { -belgium } were accommodated in { -flanders } { $month-at }.

# Variables:
#   $share (Number) - the region's share as a percentage, such as 49.9%
#   $gap (String) - by how much the share is larger than that of Flanders, such as 7.4 percentage points
#   $month-at (String) - the month of the figures, such as in September 2015
#   $asylum-increase-since (String) - since when more asylum seekers arrived, such as since 2014
#   $labour-migration (Date) - when labour migrants began to come, such as the early 20th century
#   $asylum-increase (Date) - the year alone, such as 2014
#   $closures-at (String) - when the industries closed, such as in the 1970s and 1980s
region-wallonia = { -wallonia }
    .with-article = { -wallonia }
    .in = in { -wallonia }
    .official = the Walloon Region
    .summary = { -wallonia } is the French-speaking region of { -belgium }.
    .description = Migrants have been settling in { -wallonia } for a long time. From { $labour-migration } onwards, cheap labour was attracted to work in the coal and metal industries; this was the start of large-scale labour migration to the region. When those industries closed down { $closures-at }, the region grew poorer, which, according to the page, still shows in high unemployment figures. { -wallonia } is more rural and less densely populated than { -flanders }; this brings both challenges and opportunities for reception and integration.
    .reception-places = The inflow of asylum seekers rose in { $asylum-increase }; since then, they have been accommodated in { -wallonia } in medium-sized towns, smaller towns and rural areas.
    .reception = According to the project’s page, { $share } of the asylum seekers who had come to { -belgium } were accommodated in { -wallonia } { $month-at }, { $gap } more than in { -flanders }.

# Variables:
#   $share (Number) - the region's share as a percentage, such as 7.6%
#   $month-at (String) - the month of the figures, such as in September 2015
region-brussels-capital = { -brussels }
    .with-article = { -brussels }
    .in = in { -brussels }
    .official = the { -brussels-capital-region }
    .summary = The { -brussels-capital-region } appears in the page’s reception figures but is not one of the regions on which the study focuses.
    .reception = According to the project’s page, { $share } of the asylum seekers who had come to { -belgium } were accommodated in the { -brussels-capital-region } { $month-at }.

## Provinces

region-province-limburg = { -limburg }
    .official = the province of { -limburg }
    .summary = In the Flemish province of { -limburg }, migrants were attracted mainly to work in the coal industry.
