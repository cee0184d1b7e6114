### Names that several texts use, as they stand inside a sentence.
### A term belongs to its language: it may have other forms here than in the other languages.

## Places

-belgium = Belgium
-italy = Italy
-flanders = Flanders
-wallonia = Wallonia
-brussels = Brussels
-brussels-capital-region = Brussels-Capital Region
-limburg = Limburg

## Organisations

-european-union = European Union
-united-nations = United Nations

## Ideas and instruments. The two English names are not translated; French explains the second one.

-whole-of-community = Whole-of-Community approach
-whole-of-society = whole-of-society approach
-un-compacts = United Nations compacts
-civic-integration = civic integration programme
-covid-19 = COVID-19
-community-policy-labs = community-policy labs
-trans-local-working-group = trans-local working group
