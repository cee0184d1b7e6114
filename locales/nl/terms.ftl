### Names that several texts use, as they stand inside a sentence.
### A term belongs to its language: it may have other forms here than in the other languages.

## Places

-belgium = België
-italy = Italië
-flanders = Vlaanderen
-wallonia = Wallonië
-brussels = Brussel
-brussels-capital-region = Brussels Hoofdstedelijk Gewest
-limburg = Limburg

## Organisations

-european-union = Europese Unie
-united-nations = Verenigde Naties

## Ideas and instruments. The two English names are not translated; French explains the second one.

-whole-of-community = Whole-of-Community-benadering
-whole-of-society = Whole-of-society-aanpak
-un-compacts = VN-pacten
-civic-integration = inburgeringstraject
-covid-19 = covid-19
-community-policy-labs = community-policylabs
-trans-local-working-group = translokale werkgroep
