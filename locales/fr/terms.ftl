### Names that several texts use, as they stand inside a sentence.
### A term belongs to its language: it may have other forms here than in the other languages.

## Places

-belgium = Belgique
-italy = Italie
-flanders = Flandre
-wallonia = Wallonie
-brussels = Bruxelles
-brussels-capital-region = Région de Bruxelles-Capitale
-limburg = Limbourg

## Organisations

-european-union = Union européenne
-united-nations = Nations Unies

## Ideas and instruments. The two English names are not translated; French explains the second one.

-whole-of-community = approche Whole-of-Community
-whole-of-society = approche mobilisant l’ensemble de la société
-un-compacts = pactes des Nations Unies
-civic-integration = parcours d’intégration
-covid-19 = COVID-19
-community-policy-labs = laboratoires Community-Policy
-trans-local-working-group = groupe de travail translocal
