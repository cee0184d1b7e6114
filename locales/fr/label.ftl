### Words and phrases that an interface around the content needs. Short; with a capital, as on a button or before a colon.

## Reading

label-read-more = Lire la suite
label-language = Langue
label-language-italian = Italien
label-language-dutch = Néerlandais
label-language-french = Français
label-language-english = Anglais

## Finding one’s way

label-skip-to-content = Aller au contenu
label-contents = Sommaire
label-register = Index
label-register-summary = Tout ce que la page mentionne, avec les lignes qui en sont la source.
label-home = Accueil
label-to-top = Haut de page
label-part-elsewhere = Cette partie dans une autre langue
label-not-found = Page introuvable
label-not-found-advice = Il n’y a pas de page à cette adresse.
label-not-allowed = Cette requête n’est pas possible ici
label-not-allowed-advice = Ce site peut uniquement être consulté.

## Facts

label-authors = Auteurs
label-date = Date
label-undated = Sans date
label-title = Titre
label-original-title = Titre original
label-organisers = Organisateurs
label-countries = Pays
label-research-question = Question de recherche
label-full-title = Titre complet
label-grant-agreement = Convention de subvention
label-coordinator = Coordinateur
label-website = Site web
label-article = Article
label-country-report = Rapport national
label-webinar = Webinaire
label-timeline = Chronologie
label-reception-shares = Répartition par région des demandeurs d’asile hébergés

## Where it comes from

label-source = Source
label-original-page = Page originale
label-according-to-page = Selon la page
label-cut-off = Interrompu dans la source
label-emended = Corrigé par rapport à la source
label-external = Ne provient pas de la page elle-même
label-source-lines = Lignes de la page
label-not-translated = Ce texte n’est pas traduit

## Labels with arguments of the application

# Variables:
#   $count (Number) - how many results there are
label-result-count =
    { $count ->
        [one] { $count } résultat
       *[other] { $count } résultats
    }

# A label in front of its value, with the colon of the language.
# Variables:
#   $label (String) - the label, such as Authors
label-with-colon = { $label } :

# Variables:
#   $language (String) - the name of a language in itself, such as Français
label-read-in = Lire cette page dans une autre langue : { $language }

## Headings of lists

label-projects = Projets
label-programmes = Programmes
label-organisations = Organisations
label-regions = Régions
label-provinces = Provinces
label-places = Types de lieux
label-scopes = Ampleur de l’étude
label-objectives = Objectifs
label-modalities = Modalités
label-levels = Niveaux de pouvoir
label-concepts = Concepts
label-instruments = Instruments internationaux
label-outcomes = Issues possibles
label-actors = Acteurs
label-populations = Groupes de population
label-methods = Méthodes de recherche
label-variables = Aspects étudiés
label-policies = Politiques
label-parties = Partis politiques
label-sectors = Secteurs économiques
label-crises = Crises
label-challenges = Défis
label-publications = Publications
label-persons = Personnes
label-images = Images
label-videos = Vidéos
label-sections = Parties de la page
