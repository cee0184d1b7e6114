### The ideas that the method rests on, the instrument that promotes them, and what integration can lead to.

## Concepts. The English names stay; the texts explain them.

# Variables:
#   $actors (String) - the groups that shape integration, as a list
concept-whole-of-community = { -whole-of-community }
    .with-article = the { -whole-of-community }
    .summary = { $project } is based on the { -whole-of-community }, which the page calls an innovative research method and which ties in with the idea of a { -whole-of-society }.
    .description = The { -whole-of-community } sees integration between migrants and the local population as a process of community-making. That process is shaped by the interaction of various actors, among them { $actors }. Its outcome is not fixed in advance.

concept-whole-of-society = { -whole-of-society }
    .with-article = the { -whole-of-society }
    .summary = A { -whole-of-society } involves all of society; it is promoted by the { -un-compacts }.

## Instruments

concept-instrument-un-compacts = { -un-compacts }
    .summary = The { -un-compacts } promote the idea of a { -whole-of-society }; the page does not name them individually.

## Outcomes

concept-outcome-cohesive-open = more cohesive and open societies
    .summary = Integration can lead to more cohesive and open societies.

concept-outcome-closed-fragmented = more closed and fragmented communities
    .summary = Integration can also lead to more closed and fragmented communities.
