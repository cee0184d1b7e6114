//! The Fluent bundles, and how they are built: one bundle for each language and file, made when it is first needed.
//!
//! A domain is `<file>.ftl` with `terms.ftl`. The first texts of a domain are read from excerpts, so that a process that reads
//! one text does not parse the others, and a language that nobody reads costs nothing.

use std::borrow::Cow;
use std::fmt;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, OnceLock, Weak};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;

use crate::Locale;
use crate::entity::{AnyContent, Field, ids};
use crate::excerpt::{excerpt, refers_to_terms, without_comments};
use crate::format::{self, Arguments, Format, UNFORMATTABLE};
use crate::isolation::{Isolation, isolated};

ids! {
    /// A file of every locale that holds messages, `terms.ftl` aside.
    pub enum File: "file" {
        Project = "project",
        Organisation = "organisation",
        Country = "country",
        Region = "region",
        Place = "place",
        Scope = "scope",
        Objective = "objective",
        Concept = "concept",
        Actor = "actor",
        Population = "population",
        Method = "method",
        Politics = "politics",
        Sector = "sector",
        Event = "event",
        Publication = "publication",
        Video = "video",
        Section = "section",
        Label = "label",
        Date = "date",
        Number = "number",
    }
}

/// Where the text of an `.ftl` file comes from.
pub(crate) trait Source: Send + Sync {
    /// The text of `locales/<locale>/<name>.ftl`, if there is such a file.
    fn read(&self, locale: Locale, name: &str) -> Option<Cow<'static, str>>;
}

/// How many texts of a file are read from excerpts before it is parsed. Each takes a bundle of its own, which costs as much as
/// parsing a kilobyte, and two are what a text with two numbers or two dates needs.
const EXCERPTS: u8 = 2;

type Bundle = FluentBundle<Arc<FluentResource>>;

/// The files and bundles of one locale.
#[derive(Default)]
struct Bundles {
    terms_file: OnceLock<Option<Cow<'static, str>>>,
    terms: OnceLock<Option<Arc<FluentResource>>>,
    domains: [Domain; File::ALL.len()],
    /// The labels again, for strings of an application that are to be isolated.
    isolating_labels: OnceLock<Option<Box<Bundle>>>,
}

/// The messages of one file.
#[derive(Default)]
struct Domain {
    file: OnceLock<Option<Cow<'static, str>>>,
    bundle: OnceLock<Option<Box<Bundle>>>,
    /// How many texts were read from excerpts.
    excerpts: AtomicU8,
}

/// All messages in all languages.
pub(crate) struct Catalog {
    /// Arguments and functions format with the catalog that they are used in.
    handle: Weak<Catalog>,
    source: Box<dyn Source>,
    locales: [OnceLock<Box<Bundles>>; Locale::ALL.len()],
}

impl Catalog {
    pub(crate) fn new(source: impl Source + 'static) -> Arc<Self> {
        let source = Box::new(source);
        Arc::new_cyclic(|handle| Self { handle: Weak::clone(handle), source, locales: Default::default() })
    }

    /// The catalog itself, for what must not keep it alive.
    pub(crate) fn handle(&self) -> Weak<Self> {
        Weak::clone(&self.handle)
    }

    /// A message, or its attribute, in exactly this locale; `None` where it is missing or does not resolve cleanly.
    pub(crate) fn message(
        &self,
        locale: Locale,
        file: File,
        id: &str,
        attribute: Option<&str>,
        arguments: &FluentArgs<'_>,
    ) -> Option<String> {
        self.first(locale, file, id, attribute, arguments)
            .or_else(|| read(self.bundle(locale, file)?, id, attribute, arguments))
    }

    /// A label with arguments of an application, in exactly this locale.
    pub(crate) fn label(
        &self,
        locale: Locale,
        id: &str,
        arguments: &FluentArgs<'_>,
        isolation: Isolation,
    ) -> Option<String> {
        let bundle = match isolation {
            Isolation::Plain => self.bundle(locale, File::Label)?,
            Isolation::Isolated => {
                let slot = &self.bundles(locale)?.isolating_labels;
                slot.get_or_init(|| self.build(locale, File::Label, isolation)).as_deref()?
            }
        };
        read(bundle, id, None, arguments)
    }

    /// The text of an entity's field in exactly this locale.
    pub(crate) fn field(&self, locale: Locale, id: &dyn AnyContent, field: &Field) -> Option<String> {
        let format = Format::new(self, locale);
        if field.is_computed() {
            return id.computed(field.name(), format);
        }
        let arguments = Arguments::of(id, field, format);
        self.message(locale, id.file(), &id.message(), field.attribute(), arguments.values())
    }

    /// The text of a field of an entity by the field's name, in the locale or, where it is missing there, in Dutch.
    pub(crate) fn field_or_fallback(
        &self,
        locale: Locale,
        id: &dyn AnyContent,
        field: &str,
    ) -> Option<String> {
        let field = id.fields().iter().find(|known| known.name() == field)?;
        locale.fallback_chain().find_map(|locale| self.field(locale, id, field))
    }

    /// The first texts that are read from a file, each from an excerpt of it. `None` for further texts, since whoever reads
    /// some is likely to read more, and where the excerpt is not enough.
    fn first(
        &self,
        locale: Locale,
        file: File,
        id: &str,
        attribute: Option<&str>,
        arguments: &FluentArgs<'_>,
    ) -> Option<String> {
        let domain = self.domain(locale, file)?;
        if domain.excerpts.load(Ordering::Relaxed) >= EXCERPTS {
            return None;
        }
        domain.excerpts.fetch_add(1, Ordering::Relaxed);
        let excerpt = excerpt(self.file(locale, file)?, id, attribute, || self.terms_file(locale))?;
        let excerpt = FluentResource::try_new(excerpt).ok()?;
        read(&self.assemble(locale, file, Isolation::Plain, [Arc::new(excerpt)]), id, attribute, arguments)
    }

    fn bundle(&self, locale: Locale, file: File) -> Option<&Bundle> {
        let bundle = &self.domain(locale, file)?.bundle;
        bundle.get_or_init(|| self.build(locale, file, Isolation::Plain)).as_deref()
    }

    fn build(&self, locale: Locale, file: File, isolation: Isolation) -> Option<Box<Bundle>> {
        let messages = without_comments(self.file(locale, file)?);
        let terms = refers_to_terms(&messages).then(|| self.terms(locale)).flatten();
        let resources = terms.into_iter().chain([parse(messages)]);
        Some(Box::new(self.assemble(locale, file, isolation, resources)))
    }

    fn assemble(
        &self,
        locale: Locale,
        file: File,
        isolation: Isolation,
        resources: impl IntoIterator<Item = Arc<FluentResource>>,
    ) -> Bundle {
        let mut bundle = FluentBundle::new_concurrent(vec![locale.language_identifier()]);
        // The texts are ours and left to right; of what an application passes in, the formatter isolates the strings.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(formatter(locale, isolation)));
        // The pattern of percentages stands in this file, and may not ask for itself.
        let has_percentages = file != File::Number;
        let handle = self.handle();
        // All three return an error only for a name that is already taken: the bundle is empty here, and the contract
        // test shows that no two files of a domain share an id. The first definition would win.
        let _ = bundle.add_function("NUMBER", move |positional, named| {
            let catalog = handle.upgrade().filter(|_| has_percentages);
            format::number(positional, named, catalog.as_deref().map(|catalog| Format::new(catalog, locale)))
        });
        let _ = bundle
            .add_function("DATETIME", move |positional, named| format::date_time(positional, named, locale));
        for resource in resources {
            let _ = bundle.add_resource(resource);
        }
        bundle
    }

    fn terms(&self, locale: Locale) -> Option<Arc<FluentResource>> {
        let terms = &self.bundles(locale)?.terms;
        terms.get_or_init(|| Some(parse(without_comments(self.terms_file(locale)?)))).clone()
    }

    fn terms_file(&self, locale: Locale) -> Option<&str> {
        let file = &self.bundles(locale)?.terms_file;
        file.get_or_init(|| self.source.read(locale, "terms")).as_deref()
    }

    fn file(&self, locale: Locale, file: File) -> Option<&str> {
        let text = &self.domain(locale, file)?.file;
        text.get_or_init(|| self.source.read(locale, file.as_str())).as_deref()
    }

    fn domain(&self, locale: Locale, file: File) -> Option<&Domain> {
        self.bundles(locale)?.domains.get(file as usize)
    }

    fn bundles(&self, locale: Locale) -> Option<&Bundles> {
        Some(self.locales.get(locale as usize)?.get_or_init(Box::default))
    }
}

/// A file as Fluent reads it: entries that do not parse are left out, so that they fall back and the others stand.
fn parse(file: String) -> Arc<FluentResource> {
    Arc::new(FluentResource::try_new(file).unwrap_or_else(|(resource, _)| resource))
}

/// A message of a bundle, or its attribute; `None` where it is missing or does not resolve cleanly.
fn read(bundle: &Bundle, id: &str, attribute: Option<&str>, arguments: &FluentArgs<'_>) -> Option<String> {
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(name) => message.get_attribute(name)?.value(),
    };
    let mut errors = Vec::new();
    // Most texts fit, and so need their memory once.
    let mut text = String::with_capacity(160);
    bundle.write_pattern(&mut text, pattern, Some(arguments), &mut errors).ok()?;
    (errors.is_empty() && !text.contains(UNFORMATTABLE)).then_some(text)
}

type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// How the values in a text are written. A formatter is a plain function pointer, so each locale has its own.
fn formatter(locale: Locale, isolation: Isolation) -> Formatter {
    fn isolating(value: &FluentValue<'_>, locale: Locale) -> Option<String> {
        match value {
            FluentValue::String(text) => Some(isolated(text)),
            _ => format::shown(value, locale),
        }
    }
    match (isolation, locale) {
        (Isolation::Plain, Locale::Dutch) => |value, _| format::shown(value, Locale::Dutch),
        (Isolation::Plain, Locale::French) => |value, _| format::shown(value, Locale::French),
        (Isolation::Plain, Locale::English) => |value, _| format::shown(value, Locale::English),
        (Isolation::Isolated, Locale::Dutch) => |value, _| isolating(value, Locale::Dutch),
        (Isolation::Isolated, Locale::French) => |value, _| isolating(value, Locale::French),
        (Isolation::Isolated, Locale::English) => |value, _| isolating(value, Locale::English),
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalog").finish_non_exhaustive()
    }
}
