//! Words and phrases that an interface around the content needs.

use super::{Content, Field, Kind, ids};

ids! {
    /// Identifies a label; read it with [`Edition::label`](crate::Edition::label).
    ///
    /// ```
    /// use whole_comm::{LabelId, Library, Locale};
    ///
    /// let fr = Library::embedded().edition(Locale::French);
    /// assert_eq!(fr.label(LabelId::ReadMore), "Lire la suite");
    /// ```
    pub enum LabelId: "label", messages "label" {
        /// Leads to the full text: *Read more*.
        ReadMore = "read-more",
        /// Stands before the name of a language.
        Language = "language",
        /// The name of the Italian language.
        LanguageItalian = "language-italian",
        /// The name of the Dutch language.
        LanguageDutch = "language-dutch",
        /// The name of the French language.
        LanguageFrench = "language-french",
        /// The name of the English language.
        LanguageEnglish = "language-english",
        /// Leads past the navigation, to the content.
        SkipToContent = "skip-to-content",
        /// Heads the list of the parts of a page.
        Contents = "contents",
        /// Heads the page that lists everything.
        Register = "register",
        /// Says what that page lists.
        RegisterSummary = "register-summary",
        /// Leads to the first page.
        Home = "home",
        /// Leads to the top of the page.
        ToTop = "to-top",
        /// Introduces links to the same part in other languages.
        PartElsewhere = "part-elsewhere",
        /// Heads the answer to an unknown address.
        NotFound = "not-found",
        /// Says that there is nothing at an address.
        NotFoundAdvice = "not-found-advice",
        /// Heads the answer to a request that is not one for reading.
        NotAllowed = "not-allowed",
        /// Says that nothing can be changed here.
        NotAllowedAdvice = "not-allowed-advice",
        /// Stands before the names of authors.
        Authors = "authors",
        /// Stands before a date.
        Date = "date",
        /// Stands where the page gives no date.
        Undated = "undated",
        /// Stands before a title.
        Title = "title",
        /// Stands before the title in the original language.
        OriginalTitle = "original-title",
        /// Stands before the names of organisers.
        Organisers = "organisers",
        /// Stands before a list of countries.
        Countries = "countries",
        /// Stands before what a study wants to find out.
        ResearchQuestion = "research-question",
        /// Stands before the full title of a project.
        FullTitle = "full-title",
        /// Stands before the number of a grant agreement.
        GrantAgreement = "grant-agreement",
        /// Stands before the coordinating institution.
        Coordinator = "coordinator",
        /// Stands before a web address.
        Website = "website",
        /// Marks an article.
        Article = "article",
        /// Marks a country report.
        CountryReport = "country-report",
        /// Marks a webinar.
        Webinar = "webinar",
        /// The heading of the timeline.
        Timeline = "timeline",
        /// The heading of the chart of reception shares.
        ReceptionShares = "reception-shares",
        /// Stands before where something comes from.
        Source = "source",
        /// Stands before the address of the page that the content rests on.
        OriginalPage = "original-page",
        /// Says that a statement is the page's own.
        AccordingToPage = "according-to-page",
        /// Says that the source breaks off.
        CutOff = "cut-off",
        /// Says that the source was corrected.
        Emended = "emended",
        /// Says that a fact comes from outside the page.
        External = "external",
        /// Stands before the lines of the page that something rests on.
        SourceLines = "source-lines",
        /// Says that a text is shown in another language for want of a translation.
        NotTranslated = "not-translated",
        /// Says how many results there are. Takes `$count`, a number.
        ResultCount = "result-count",
        /// Puts the language's colon behind a label. Takes `$label`, the label.
        WithColon = "with-colon",
        /// Offers the page in another language. Takes `$language`, the name of that language in itself.
        ReadIn = "read-in",
        /// Heads a list of projects.
        Projects = "projects",
        /// Heads a list of programmes.
        Programmes = "programmes",
        /// Heads a list of organisations.
        Organisations = "organisations",
        /// Heads a list of regions.
        Regions = "regions",
        /// Heads a list of provinces.
        Provinces = "provinces",
        /// Heads a list of types of place.
        Places = "places",
        /// Heads a list of counts.
        Scopes = "scopes",
        /// Heads a list of objectives.
        Objectives = "objectives",
        /// Heads a list of modalities.
        Modalities = "modalities",
        /// Heads a list of levels of government.
        Levels = "levels",
        /// Heads a list of concepts.
        Concepts = "concepts",
        /// Heads a list of instruments.
        Instruments = "instruments",
        /// Heads a list of outcomes.
        Outcomes = "outcomes",
        /// Heads a list of actors.
        Actors = "actors",
        /// Heads a list of groups of people.
        Populations = "populations",
        /// Heads a list of methods.
        Methods = "methods",
        /// Heads a list of research variables.
        Variables = "variables",
        /// Heads a list of policies.
        Policies = "policies",
        /// Heads a list of political parties.
        Parties = "parties",
        /// Heads a list of sectors.
        Sectors = "sectors",
        /// Heads a list of crises.
        Crises = "crises",
        /// Heads a list of challenges.
        Challenges = "challenges",
        /// Heads a list of publications.
        Publications = "publications",
        /// Heads a list of people.
        Persons = "persons",
        /// Heads a list of images.
        Images = "images",
        /// Heads a list of videos.
        Videos = "videos",
        /// Heads a list of sections.
        Sections = "sections",
    }
}

impl LabelId {
    /// The names of the arguments that an application passes to [`Edition::label_with`](crate::Edition::label_with), without a
    /// dollar sign; empty for nearly all labels, which [`Edition::label`](crate::Edition::label) reads. The documentation of the
    /// label says what they are.
    pub const fn variables(self) -> &'static [&'static str] {
        match self {
            Self::ResultCount => &["count"],
            Self::ReadIn => &["language"],
            Self::WithColon => &["label"],
            _ => &[],
        }
    }
}

impl Content for LabelId {
    const FIELDS: &'static [Field] = &[Field::NAME];
}

impl Kind {
    /// The label that heads a list of entities of the kind.
    pub const fn label(self) -> LabelId {
        match self {
            Self::Project => LabelId::Projects,
            Self::Programme => LabelId::Programmes,
            Self::Organisation => LabelId::Organisations,
            Self::Country => LabelId::Countries,
            Self::Region => LabelId::Regions,
            Self::Province => LabelId::Provinces,
            Self::Place => LabelId::Places,
            Self::Scope => LabelId::Scopes,
            Self::Objective => LabelId::Objectives,
            Self::Modality => LabelId::Modalities,
            Self::Level => LabelId::Levels,
            Self::Concept => LabelId::Concepts,
            Self::Instrument => LabelId::Instruments,
            Self::Outcome => LabelId::Outcomes,
            Self::Actor => LabelId::Actors,
            Self::Population => LabelId::Populations,
            Self::Method => LabelId::Methods,
            Self::Variable => LabelId::Variables,
            Self::Policy => LabelId::Policies,
            Self::Party => LabelId::Parties,
            Self::Sector => LabelId::Sectors,
            Self::Event => LabelId::Timeline,
            Self::Crisis => LabelId::Crises,
            Self::Challenge => LabelId::Challenges,
            Self::Publication => LabelId::Publications,
            Self::Person => LabelId::Persons,
            Self::Image => LabelId::Images,
            Self::Video => LabelId::Videos,
            Self::Section => LabelId::Sections,
        }
    }
}
