### The ideas that the method rests on, the instrument that promotes them, and what integration can lead to.

## Concepts. The English names stay; the texts explain them.

# Variables:
#   $actors (String) - the groups that shape integration, as a list
concept-whole-of-community = { -whole-of-community }
    .with-article = l’{ -whole-of-community }
    .summary = { $project } repose sur l’{ -whole-of-community }, une méthode de recherche que la page qualifie d’innovante et qui rejoint l’idée d’une { -whole-of-society }.
    .description = L’{ -whole-of-community } voit dans l’intégration entre les migrants et la population locale un processus de construction de communauté. Ce processus est façonné par l’interaction d’acteurs divers, parmi lesquels { $actors }. Son issue n’est pas fixée d’avance.

concept-whole-of-society = { -whole-of-society }
    .with-article = l’{ -whole-of-society }
    .summary = L’{ -whole-of-society }, en anglais whole-of-society, est promue par les { -un-compacts }.

## Instruments

concept-instrument-un-compacts = { -un-compacts }
    .summary = Les { -un-compacts } promeuvent l’idée d’une { -whole-of-society } ; la page ne les nomme pas un par un.

## Outcomes

concept-outcome-cohesive-open = sociétés plus soudées et plus ouvertes
    .summary = L’intégration peut déboucher sur des sociétés plus soudées et plus ouvertes.

concept-outcome-closed-fragmented = communautés plus fermées et plus fragmentées
    .summary = L’intégration peut aussi déboucher sur des communautés plus fermées et plus fragmentées.
