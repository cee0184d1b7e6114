### Words and phrases that an interface around the content needs. Short; with a capital, as on a button or before a colon.

## Reading

label-read-more = Read more
label-language = Language
label-language-italian = Italian
label-language-dutch = Dutch
label-language-french = French
label-language-english = English

## Finding one’s way

label-skip-to-content = Skip to content
label-contents = Contents
label-register = Index
label-register-summary = Everything named on the page, each with the lines it is based on.
label-home = Home
label-to-top = Back to the top
label-part-elsewhere = This part in another language
label-not-found = Page not found
label-not-found-advice = There is no page at this address.
label-not-allowed = This request is not possible here
label-not-allowed-advice = This site is read-only.

## Facts

label-authors = Authors
label-date = Date
label-undated = Undated
label-title = Title
label-original-title = Original title
label-organisers = Organisers
label-countries = Countries
label-research-question = Research question
label-full-title = Full title
label-grant-agreement = Grant agreement
label-coordinator = Coordinator
label-website = Website
label-article = Article
label-country-report = Country report
label-webinar = Webinar
label-timeline = Timeline
label-reception-shares = Share of accommodated asylum seekers by region

## Where it comes from

label-source = Source
label-original-page = Original page
label-according-to-page = According to the page
label-cut-off = Cut off in the source
label-emended = Source error corrected
label-external = Not from the page itself
label-source-lines = Lines of the page
label-not-translated = This text has not been translated

## Labels with arguments of the application

# Variables:
#   $count (Number) - how many results there are
label-result-count =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }

# A label in front of its value, with the colon of the language.
# Variables:
#   $label (String) - the label, such as Authors
label-with-colon = { $label }:

# Variables:
#   $language (String) - the name of a language in itself, such as Français
label-read-in = Read this page in another language: { $language }

## Headings of lists

label-projects = Projects
label-programmes = Programmes
label-organisations = Organisations
label-regions = Regions
label-provinces = Provinces
label-places = Types of place
label-scopes = Scope of the study
label-objectives = Objectives
label-modalities = Modalities
label-levels = Levels of government
label-concepts = Concepts
label-instruments = International instruments
label-outcomes = Possible outcomes
label-actors = Actors
label-populations = Groups of people
label-methods = Research methods
label-variables = What the research looks at
label-policies = Policies
label-parties = Political parties
label-sectors = Sectors of the economy
label-crises = Crises
label-challenges = Challenges
label-publications = Publications
label-persons = People
label-images = Images
label-videos = Videos
label-sections = Sections of the page
