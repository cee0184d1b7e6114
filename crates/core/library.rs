//! The content in all languages, and in one.

use std::sync::{Arc, LazyLock, OnceLock};

use fluent_bundle::FluentArgs;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::bundle::{Catalog, Source};
use crate::embedded::Embedded;
use crate::entity::label::LabelId;
use crate::entity::{AnyContent, Content, Entity, EntityId, SLOTS};
use crate::format::Format;
use crate::isolation::Isolation;
use crate::text::{Text, TextBuf};
use crate::{Locale, Section};

/// The content in all of its languages.
///
/// [`Library::embedded`] is the one that most applications need: made once for the process, shared by all threads.
///
/// ```
/// use whole_comm::{Library, Locale};
///
/// let library = Library::embedded();
/// let fr = library.edition(Locale::negotiate("fr-BE, nl;q=0.5"));
/// assert_eq!(fr.regions().count(), 3);
/// ```
#[derive(Debug)]
pub struct Library {
    catalog: Arc<Catalog>,
    /// Made when they are first asked for, so that a language that nobody reads costs nothing.
    editions: [OnceLock<Edition>; Locale::ALL.len()],
}

impl Library {
    /// The library made of the texts that are compiled into the crate.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Library> = LazyLock::new(|| Library::from_source(Embedded));
        &EMBEDDED
    }

    pub(crate) fn from_source(source: impl Source + 'static) -> Self {
        Self { catalog: Catalog::new(source), editions: [const { OnceLock::new() }; Locale::ALL.len()] }
    }

    /// The content in one language.
    pub fn edition(&self, locale: Locale) -> &Edition {
        let [dutch, french, english] = &self.editions;
        let edition = match locale {
            Locale::Dutch => dutch,
            Locale::French => french,
            Locale::English => english,
        };
        edition.get_or_init(|| Edition::new(locale, Arc::clone(&self.catalog)))
    }

    /// The content in every language, the source language first.
    pub fn editions(&self) -> impl Iterator<Item = &Edition> {
        Locale::ALL.iter().map(|&locale| self.edition(locale))
    }
}

/// The content in one language: where every reading starts.
///
/// Each kind of entity has two accessors, one for all and one for a single id: [`regions`](Self::regions) and
/// [`region`](Self::region). A text is resolved when it is first read and kept, so that
/// reading it again takes no lock and allocates nothing. Where a translation is missing, the Dutch text stands in, and
/// the [`Text`] says so.
///
/// An edition serialises to one document: its language, then for each kind of entity all entities with their data,
/// their texts and their provenance, then the labels. In JSON that is `{ "lang": "fr", "locale": "fr-BE", "projects": [ … ], …,
/// "labels": { … } }`.
#[derive(Debug)]
pub struct Edition {
    locale: Locale,
    catalog: Arc<Catalog>,
    /// One slot for each field of each entity. The length is part of the type, which saves reading it.
    slots: Box<[OnceLock<Resolved>; SLOTS]>,
}

#[derive(Debug)]
struct Resolved {
    text: Box<str>,
    locale: Locale,
}

impl Edition {
    fn new(locale: Locale, catalog: Arc<Catalog>) -> Self {
        let slots: Box<[_]> = std::iter::repeat_with(OnceLock::new).take(SLOTS).collect();
        // There are as many as the array takes, so the way over the stack is never taken.
        let slots = slots.try_into().unwrap_or_else(|_| Box::new([const { OnceLock::new() }; SLOTS]));
        Self { locale, catalog, slots }
    }

    /// The language of this edition.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Formats numbers, dates and lists in this edition's language.
    pub fn format(&self) -> Format<'_> {
        Format::new(&self.catalog, self.locale)
    }

    /// One entity by its id, for code that is generic over kinds.
    pub fn get<I: EntityId>(&self, id: I) -> Entity<'_, I> {
        Entity::new(self, id)
    }

    /// All entities of one kind, for code that is generic over kinds.
    pub fn all<I: EntityId>(&self) -> impl Iterator<Item = Entity<'_, I>> {
        I::ALL.iter().map(|&id| self.get(id))
    }

    /// The sections of the page from top to bottom: the order in which to read everything.
    pub fn page(&self) -> impl Iterator<Item = Section<'_>> {
        self.sections()
    }

    /// A word or phrase that an interface needs, such as *Lire la suite*.
    ///
    /// A label that takes arguments of the application is read with [`label_with`](Self::label_with); here it is
    /// empty.
    pub fn label(&self, id: LabelId) -> Text<'_> {
        self.text(id, 0)
    }

    /// A label that takes the application's own arguments.
    ///
    /// Strings are isolated (U+2068 and U+2069 around them), so that a name in a right-to-left script does not disturb
    /// the sentence; [`Isolation::Plain`] leaves them as they are. Numbers, [`Permille`](crate::Permille) as a percentage,
    /// [`PartialDate`](crate::PartialDate) and [`Items`](crate::Items) are shown as the language that answers writes them. A
    /// label that lacks an argument is empty, and so is one whose argument cannot be shown, such as an amount of money.
    ///
    /// ```
    /// use whole_comm::fluent::FluentArgs;
    /// use whole_comm::{Isolation, LabelId, Library, Locale};
    ///
    /// let mut arguments = FluentArgs::new();
    /// arguments.set("count", 4);
    /// let en = Library::embedded().edition(Locale::English);
    /// assert_eq!(&*en.label_with(LabelId::ResultCount, &arguments, Isolation::Plain), "4 results");
    /// ```
    pub fn label_with(&self, id: LabelId, arguments: &FluentArgs<'_>, isolation: Isolation) -> TextBuf {
        let embedded = &Library::embedded().catalog;
        let answer = self.locale.fallback_chain().find_map(|locale| {
            let read = |catalog| label_in(catalog, locale, id, arguments, isolation);
            // A text that replaces another may take less: there the embedded one of the same language answers.
            let text = read(&self.catalog)
                .or_else(|| (!Arc::ptr_eq(&self.catalog, embedded)).then(|| read(embedded)).flatten())?;
            Some(TextBuf::answered(text, locale))
        });
        answer.unwrap_or_else(|| TextBuf::answered(String::new(), self.locale))
    }

    /// A field of an entity, resolved on first use. Empty only where no language has it, which tests rule out for the
    /// embedded texts.
    #[inline]
    pub(crate) fn text<C: Content>(&self, id: C, field: usize) -> Text<'_> {
        let Some(slot) = self.slots.get(C::FIRST_SLOT + id.index() * C::FIELDS.len() + field) else {
            return Text::answered("", self.locale);
        };
        // Not `get_or_init` here: it writes down what its closure holds before it looks, which takes longer than reading.
        let resolved = slot.get().unwrap_or_else(|| self.fill(slot, &id, field));
        Text::answered(&resolved.text, resolved.locale)
    }

    /// Kept apart from reading, which is so small that it becomes part of the code that reads.
    #[cold]
    #[inline(never)]
    fn fill<'s>(&self, slot: &'s OnceLock<Resolved>, id: &dyn AnyContent, field: usize) -> &'s Resolved {
        slot.get_or_init(|| self.resolve(id, field))
    }

    fn resolve(&self, id: &dyn AnyContent, field: usize) -> Resolved {
        let field = id.fields().get(field);
        let found = field.and_then(|field| {
            self.locale.fallback_chain().find_map(|locale| {
                let text = self.catalog.field(locale, id, field)?.into_boxed_str();
                Some(Resolved { text, locale })
            })
        });
        found.unwrap_or_else(|| Resolved { text: Box::default(), locale: self.locale })
    }
}

/// A label with the arguments of an application, in exactly this language.
fn label_in(
    catalog: &Catalog,
    locale: Locale,
    id: LabelId,
    arguments: &FluentArgs<'_>,
    isolation: Isolation,
) -> Option<String> {
    let format = Format::new(catalog, locale);
    let read = |arguments: &FluentArgs<'_>| catalog.label(locale, id.message_id(), arguments, isolation);
    // Arguments are copied only where they have to be changed, and what any text may name is added only where it is.
    let text =
        if isolation.is_fit(arguments) { read(arguments) } else { read(&isolation.fit(arguments, format)) };
    text.or_else(|| {
        let mut arguments = isolation.fit(arguments, format);
        arguments.set("project", format.project());
        read(&arguments)
    })
}

#[cfg(test)]
impl Edition {
    /// A text as the bundles give it, past the slots.
    pub(crate) fn resolve_afresh<C: Content>(&self, id: C, field: &crate::entity::Field) -> Option<String> {
        self.catalog.field(self.locale, &id, field)
    }
}

impl Serialize for Edition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_map(None)?;
        document.serialize_entry("lang", self.locale.as_str())?;
        document.serialize_entry("locale", self.locale.regional_tag())?;
        self.serialize_kinds(&mut document)?;
        document.serialize_entry("labels", &Labels(self))?;
        document.end()
    }
}

/// The labels that need no argument, as a map from id to text.
struct Labels<'a>(&'a Edition);

impl Serialize for Labels<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let constant = LabelId::ALL.iter().filter(|id| id.variables().is_empty());
        serializer.collect_map(constant.map(|&id| (id.as_str(), self.0.label(id))))
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::sync::Mutex;

    use fluent_bundle::FluentValue;

    use super::*;
    use crate::RegionId;

    /// The embedded files, but for one of them in French.
    struct Patched {
        file: &'static str,
        text: fn(String) -> Option<String>,
    }

    impl Source for Patched {
        fn read(&self, locale: Locale, name: &str) -> Option<Cow<'static, str>> {
            let text = Embedded.read(locale, name)?;
            if locale == Locale::French && name == self.file {
                return (self.text)(text.into_owned()).map(Cow::Owned);
            }
            Some(text)
        }
    }

    fn french(file: &'static str, text: fn(String) -> Option<String>) -> Library {
        Library::from_source(Patched { file, text })
    }

    fn without_line(text: &str, start: &str) -> String {
        let kept: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with(start)).collect();
        assert!(kept.len() < text.lines().count(), "no line starts with {start}");
        kept.join("\n")
    }

    /// Only the files of a text are read: its own, its terms, and those that its values need.
    #[test]
    fn what_nobody_reads_costs_nothing() {
        #[derive(Clone, Default)]
        struct Watched(Arc<Mutex<Vec<String>>>);
        impl Source for Watched {
            fn read(&self, locale: Locale, name: &str) -> Option<Cow<'static, str>> {
                self.0.lock().unwrap().push(format!("{locale}/{name}"));
                Embedded.read(locale, name)
            }
        }
        let watched = Watched::default();
        let library = Library::from_source(watched.clone());
        let read = |files: &[&str]| assert_eq!(std::mem::take(&mut *watched.0.lock().unwrap()), files);
        let fr = library.edition(Locale::French);
        read(&[]);
        let wallonia = fr.region(RegionId::Wallonia);
        assert_eq!(wallonia.name(), "Wallonie");
        read(&["fr/region", "fr/terms"]);
        assert!(wallonia.reception().contains("49,9\u{a0}%"));
        read(&["fr/number", "fr/date"]);
        assert!(wallonia.reception().contains("49,9\u{a0}%"));
        read(&[]);
    }

    /// The first texts of a file are read from excerpts; what they do not have is found all the same.
    #[test]
    fn a_first_text_may_refer_to_what_stands_elsewhere() {
        type Change = fn(String) -> Option<String>;
        let cases: [(&str, Change); 3] = [
            ("Flandre", |text| Some(text.replacen("= { -wallonia }", "= { region-flanders }", 1))),
            ("Flandre", |text| Some(text.replacen("= { -wallonia }", "= {\nregion-flanders }", 1))),
            ("en Wallonie", |text| Some(text.replacen("= { -wallonia }", "= { region-wallonia.in }", 1))),
        ];
        for (expected, text) in cases {
            let library = french("region", text);
            let name = library.edition(Locale::French).region(RegionId::Wallonia).name();
            assert_eq!((&*name, name.lang()), (expected, "fr"));
        }
    }

    /// The name of the project may stand in any text, also in one that takes arguments.
    #[test]
    fn a_label_with_arguments_may_name_the_project() {
        let library =
            french("label", |text| Some(text.replace("{ $language }", "{ $language } ({ $project })")));
        let mut arguments = FluentArgs::new();
        arguments.set("language", "\u{fffe}Français");
        let fr = library.edition(Locale::French);
        for (isolation, expected) in [
            (Isolation::Plain, "\u{a0}: Français (Whole-COMM)"),
            (Isolation::Isolated, "\u{a0}: \u{2068}Français\u{2069} (Whole-COMM)"),
        ] {
            let shown = fr.label_with(LabelId::ReadIn, &arguments, isolation);
            assert!(shown.ends_with(expected), "{:?}", &*shown);
        }
    }

    #[test]
    fn a_missing_text_falls_back_alone() {
        let library = french("region", |text| Some(without_line(&text, ".reception =")));
        let wallonia = library.edition(Locale::French).region(RegionId::Wallonia);
        assert_eq!(wallonia.name().answered_by(), Some(Locale::French));
        let reception = wallonia.reception();
        assert_eq!(reception.lang(), "nl");
        assert!(reception.contains("49,9%"), "numbers follow the language that answers: {reception}");
        assert_eq!(wallonia.summary().lang(), "fr");
    }

    #[test]
    fn a_missing_file_falls_back_as_a_whole() {
        let library = french("region", |_| None);
        let fr = library.edition(Locale::French);
        assert!(
            fr.regions()
                .flat_map(|region| region.texts().collect::<Vec<_>>())
                .all(|(name, text)| { text.lang() == if name == "reception-share" { "fr" } else { "nl" } })
        );
        assert_eq!(fr.places().next().map(|place| place.name().lang()), Some("fr"));
    }

    #[test]
    fn a_text_that_does_not_resolve_falls_back() {
        type Fault = fn(String) -> Option<String>;
        let faults: [(&str, Fault); 4] = [
            ("an unknown variable", |text| Some(text.replacen("{ $share }", "{ $shares }", 9))),
            ("an unknown term", |text| {
                Some(text.replacen("étaient hébergés en { -wallonia }", "{ -wallonie }", 9))
            }),
            ("an entry that does not parse", |text| {
                Some(text.replacen("région francophone", "région { francophone", 1))
            }),
            ("an unknown function", |text| Some(text.replacen("{ $share }", "{ PERCENT($share) }", 9))),
        ];
        for (fault, text) in faults {
            let library = french("region", text);
            let wallonia = library.edition(Locale::French).region(RegionId::Wallonia);
            let fallen: Vec<&str> =
                wallonia.texts().filter(|(_, text)| text.lang() == "nl").map(|(name, _)| name).collect();
            assert!(!fallen.is_empty(), "{fault} went unnoticed");
            for (name, text) in wallonia.texts() {
                assert!(!text.is_empty() && !text.contains(['{', '}']), "{fault}: {name} = {text}");
            }
        }
    }

    #[test]
    fn a_text_that_no_language_has_is_empty() {
        struct Nothing;
        impl Source for Nothing {
            fn read(&self, _: Locale, _: &str) -> Option<Cow<'static, str>> {
                None
            }
        }
        let library = Library::from_source(Nothing);
        for edition in library.editions() {
            assert_eq!(&*edition.region(RegionId::Wallonia).name(), "");
            assert_eq!(&*edition.label(LabelId::ReadMore), "");
            assert_eq!(
                edition.format().percent(crate::Permille::new(499)),
                if edition.locale() == Locale::English { "49.9" } else { "49,9" }
            );
            assert_eq!(edition.format().word(8), "8");
            assert!(serde_json::to_string(edition).is_ok());
        }
    }

    #[test]
    fn strings_of_an_application_are_isolated() {
        let mut arguments = FluentArgs::new();
        arguments.set("language", "Français");
        let en = Library::embedded().edition(Locale::English);
        let isolated = en.label_with(LabelId::ReadIn, &arguments, Isolation::default());
        assert_eq!(&*isolated, "Read this page in another language: \u{2068}Français\u{2069}");
        assert_eq!(
            &*en.label_with(LabelId::ReadIn, &arguments, Isolation::Plain),
            "Read this page in another language: Français"
        );
        assert_eq!(&*en.label_with(LabelId::ReadIn, &FluentArgs::new(), Isolation::Plain), "");
    }

    /// A number with very many decimals would overflow in the plural rules, and poison the memory that they share.
    #[test]
    fn numbers_of_an_application_cannot_break_a_label() {
        use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
        let nl = Library::embedded().edition(Locale::Dutch);
        let read = |value: f64, decimals: Option<usize>| {
            let options = FluentNumberOptions {
                minimum_fraction_digits: decimals,
                maximum_fraction_digits: decimals,
                ..FluentNumberOptions::default()
            };
            let mut arguments = FluentArgs::new();
            arguments.set("count", FluentNumber::new(value, options));
            nl.label_with(LabelId::ResultCount, &arguments, Isolation::Plain).into_string()
        };
        for value in [0.0, 1.0, -1.0, 1e300, f64::MAX, f64::MIN_POSITIVE, f64::NAN, f64::INFINITY] {
            for decimals in [0, 1, 15, 19, 20, 21, 30, 1000, usize::MAX] {
                assert!(read(value, Some(decimals)).contains("resulta"), "{value} with {decimals} decimals");
            }
        }
        assert_eq!(read(4.0, None), "4 resultaten");
    }

    #[test]
    fn a_value_that_is_none_is_missing() {
        let fr = Library::embedded().edition(Locale::French);
        for value in [FluentValue::None, FluentValue::Error, None::<u32>.into()] {
            for isolation in [Isolation::Plain, Isolation::Isolated] {
                let mut arguments = FluentArgs::new();
                arguments.set("count", value.clone());
                assert_eq!(&*fr.label_with(LabelId::ResultCount, &arguments, isolation), "", "{value:?}");
            }
        }
    }

    #[test]
    fn a_string_cannot_end_its_isolation() {
        let mut arguments = FluentArgs::new();
        arguments.set("language", "\u{2069}x\u{2068}");
        let en = Library::embedded().edition(Locale::English);
        let shown = en.label_with(LabelId::ReadIn, &arguments, Isolation::Isolated);
        assert!(shown.ends_with("\u{2068}x\u{2069}"), "{:?}", &*shown);
    }
}
