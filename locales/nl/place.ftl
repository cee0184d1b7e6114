### Types of place. The name is in the plural; .singular is one of them, without an article.

place-small-town = kleine steden
    .singular = kleine stad
    .summary = Kleine steden behoren tot het onderzoeksterrein van { $project }; volgens de pagina komen er steeds meer migranten terecht.

place-medium-sized-town = middelgrote steden
    .singular = middelgrote stad
    .summary = Middelgrote steden behoren tot het onderzoeksterrein van { $project }; volgens de pagina zijn ze vaak slecht voorbereid op de komst van migranten.

place-rural-area = plattelandsgebieden
    .singular = plattelandsgebied
    .summary = Plattelandsgebieden behoren tot het onderzoeksterrein van { $project }; net als kleine en middelgrote steden staan ze volgens de pagina opnieuw in de voorste linie bij de opvang van vluchtelingen.

place-large-city = grote steden
    .singular = grote stad
    .summary = Bestaand onderzoek en beleidsdebatten gaan meestal over grotere steden; { $project } kijkt naar kleinere plaatsen.

# Variables:
#   $webinar (Date) - the day of the webinar, such as 18 May 2021
place-non-urban-area = niet-stedelijke gebieden
    .singular = niet-stedelijk gebied
    .summary = Het webinar van { $webinar } ging over het verband tussen migratie en de ontwikkeling van niet-stedelijke gebieden.
