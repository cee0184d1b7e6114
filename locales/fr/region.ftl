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
    .with-article = la { -flanders }
    .in = en { -flanders }
    .official = la Région flamande
    .summary = La { -flanders } est la région néerlandophone de { -belgium }.
    .description = Comme la { -wallonia }, la { -flanders } connaît une migration de main-d’œuvre { $labour-migration-since }. Dans la province de { -limburg }, c’est surtout l’industrie charbonnière qui a attiré des migrants ; dans le reste de la région, ce sont la construction et le secteur domestique. L’immigration est fortement politisée en { -flanders } { $politicisation-since }, comme l’a montré le succès électoral du { $party }, un parti nationaliste flamand de droite radicale. Cette politisation a débouché sur un { -civic-integration } plus strict et institutionnalisé, ainsi que sur des positions politiques plus restrictives en matière de migration.
    .reception-places = Les demandeurs d’asile arrivés { $asylum-increase-since } sont hébergés, en { -flanders }, dans de plus petites villes, ainsi que dans des villes moyennes ou grandes et aux alentours de celles-ci.
    .reception = Selon la page du projet, { $share } des demandeurs d’asile arrivés en { -belgium } étaient hébergés en { -flanders } { $month-at }.

# Variables:
#   $share (Number) - the region's share as a percentage, such as 49.9%
#   $gap (String) - by how much the share is larger than that of Flanders, such as 7.4 percentage points
#   $month-at (String) - the month of the figures, such as in September 2015
#   $asylum-increase-since (String) - since when more asylum seekers arrived, such as since 2014
#   $labour-migration (Date) - when labour migrants began to come, such as the early 20th century
#   $asylum-increase (Date) - the year alone, such as 2014
#   $closures-at (String) - when the industries closed, such as in the 1970s and 1980s
region-wallonia = { -wallonia }
    .with-article = la { -wallonia }
    .in = en { -wallonia }
    .official = la Région wallonne
    .summary = La { -wallonia } est la région francophone de { -belgium }.
    .description = L’installation de migrants est une tradition de longue date en { -wallonia }. Dès le { $labour-migration }, l’industrie charbonnière et la métallurgie y ont attiré une main-d’œuvre bon marché ; ainsi a commencé une migration de main-d’œuvre à grande échelle vers la région. La fermeture de ces industries { $closures-at } l’a appauvrie, ce que, selon la page, traduisent encore des chiffres de chômage élevés. La { -wallonia } est plus rurale et moins densément peuplée que la { -flanders }, ce qui comporte à la fois des défis et des possibilités pour l’accueil et l’intégration.
    .reception-places = L’afflux de demandeurs d’asile a augmenté en { $asylum-increase } ; depuis lors, ils sont hébergés, en { -wallonia }, dans des villes moyennes, de plus petites villes et des zones rurales.
    .reception = Selon la page du projet, { $share } des demandeurs d’asile arrivés en { -belgium } étaient hébergés en { -wallonia } { $month-at }, soit { $gap } de plus qu’en { -flanders }.

# Variables:
#   $share (Number) - the region's share as a percentage, such as 7.6%
#   $month-at (String) - the month of the figures, such as in September 2015
region-brussels-capital = { -brussels }
    .with-article = { -brussels }
    .in = à { -brussels }
    .official = la { -brussels-capital-region }
    .summary = La { -brussels-capital-region } apparaît dans les chiffres de l’accueil que donne la page, mais ne fait pas partie des régions sur lesquelles l’étude se concentre.
    .reception = Selon la page du projet, { $share } des demandeurs d’asile arrivés en { -belgium } étaient hébergés en { -brussels-capital-region } { $month-at }.

## Provinces

region-province-limburg = { -limburg }
    .official = la province de { -limburg }
    .summary = Dans la province flamande de { -limburg }, les migrants ont surtout été attirés pour travailler dans l’industrie charbonnière.
