### Words and phrases that an interface around the content needs. Short; with a capital, as on a button or before a colon.

## Reading

label-read-more = Lees verder
label-language = Taal
label-language-italian = Italiaans
label-language-dutch = Nederlands
label-language-french = Frans
label-language-english = Engels

## Finding one’s way

label-skip-to-content = Naar de inhoud
label-contents = Inhoudsopgave
label-register = Register
label-register-summary = Alles wat de pagina vermeldt, telkens met de regels van de pagina waarop het steunt.
label-home = Startpagina
label-to-top = Naar boven
label-part-elsewhere = Dit deel in een andere taal
label-not-found = Pagina niet gevonden
label-not-found-advice = Op dit adres staat geen pagina.
label-not-allowed = Deze actie is hier niet mogelijk
label-not-allowed-advice = Deze site kan alleen worden geraadpleegd.

## Facts

label-authors = Auteurs
label-date = Datum
label-undated = Zonder datum
label-title = Titel
label-original-title = Oorspronkelijke titel
label-organisers = Organisatoren
label-countries = Landen
label-research-question = Onderzoeksvraag
label-full-title = Volledige titel
label-grant-agreement = Subsidieovereenkomst
label-coordinator = Coördinator
label-website = Website
label-article = Artikel
label-country-report = Landenrapport
label-webinar = Webinar
label-timeline = Tijdlijn
label-reception-shares = Verdeling van de opgevangen asielzoekers over de gewesten

## Where it comes from

label-source = Bron
label-original-page = Oorspronkelijke pagina
label-according-to-page = Volgens de pagina
label-cut-off = Afgebroken in de bron
label-emended = Gecorrigeerd ten opzichte van de bron
label-external = Niet van de pagina zelf
label-source-lines = Regels van de pagina
label-not-translated = Deze tekst is niet vertaald

## Labels with arguments of the application

# Variables:
#   $count (Number) - how many results there are
label-result-count =
    { $count ->
        [one] { $count } resultaat
       *[other] { $count } resultaten
    }

# A label in front of its value, with the colon of the language.
# Variables:
#   $label (String) - the label, such as Authors
label-with-colon = { $label }:

# Variables:
#   $language (String) - the name of a language in itself, such as Français
label-read-in = Lees deze pagina in een andere taal: { $language }

## Headings of lists

label-projects = Projecten
label-programmes = Programma’s
label-organisations = Organisaties
label-regions = Gewesten
label-provinces = Provincies
label-places = Soorten plaatsen
label-scopes = Omvang van het onderzoek
label-objectives = Doelstellingen
label-modalities = Werkvormen
label-levels = Beleidsniveaus
label-concepts = Begrippen
label-instruments = Internationale instrumenten
label-outcomes = Mogelijke uitkomsten
label-actors = Actoren
label-populations = Bevolkingsgroepen
label-methods = Onderzoeksmethoden
label-variables = Onderzochte kenmerken
label-policies = Beleid
label-parties = Politieke partijen
label-sectors = Economische sectoren
label-crises = Crisissen
label-challenges = Uitdagingen
label-publications = Publicaties
label-persons = Personen
label-images = Afbeeldingen
label-videos = Video’s
label-sections = Delen van de pagina
