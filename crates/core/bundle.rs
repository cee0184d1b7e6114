//! The Fluent bundles, and how they are built: one bundle for each language and file, made when it is first needed.
//!
//! A domain is `<file>.ftl` with `terms.ftl`, so the first text of a process parses two small files and a language that
//! nobody reads costs nothing.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock, Weak};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;

use crate::Locale;
use crate::entity::{Content, Field, ids};
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

type Bundle = FluentBundle<Arc<FluentResource>>;

/// The bundles of one locale.
struct Bundles {
    terms: OnceLock<Option<Arc<FluentResource>>>,
    domains: [OnceLock<Option<Box<Bundle>>>; File::ALL.len()],
    /// The labels again, for strings of an application that are to be isolated.
    isolating_labels: OnceLock<Option<Box<Bundle>>>,
}

impl Bundles {
    fn new() -> Self {
        Self {
            terms: OnceLock::new(),
            domains: std::array::from_fn(|_| OnceLock::new()),
            isolating_labels: OnceLock::new(),
        }
    }
}

/// All messages in all languages.
pub(crate) struct Catalog {
    /// Arguments and functions format with the catalog that they are used in.
    handle: Weak<Catalog>,
    source: Box<dyn Source>,
    locales: [Bundles; Locale::ALL.len()],
}

impl Catalog {
    pub(crate) fn new(source: impl Source + 'static) -> Arc<Self> {
        let source = Box::new(source);
        Arc::new_cyclic(|handle| Self {
            handle: Weak::clone(handle),
            source,
            locales: std::array::from_fn(|_| Bundles::new()),
        })
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
        read(self.bundle(locale, file)?, id, attribute, arguments)
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
                let slot = &self.locales.get(locale as usize)?.isolating_labels;
                slot.get_or_init(|| self.build(locale, File::Label, isolation)).as_deref()?
            }
        };
        read(bundle, id, None, arguments)
    }

    /// The text of an entity's field in exactly this locale.
    pub(crate) fn field<C: Content>(&self, locale: Locale, id: C, field: &Field) -> Option<String> {
        let format = Format::new(self, locale);
        if field.is_computed() {
            return id.computed(field.name(), format);
        }
        let arguments = Arguments::of(id, field, format);
        self.message(locale, C::FILE, &id.message(), field.attribute(), arguments.values())
    }

    /// The text of a field of an entity by the field's name, in the locale or, where it is missing there, in Dutch.
    pub(crate) fn field_or_fallback<C: Content>(&self, locale: Locale, id: C, field: &str) -> Option<String> {
        let field = C::FIELDS.iter().find(|known| known.name() == field)?;
        locale.fallback_chain().find_map(|locale| self.field(locale, id, field))
    }

    fn bundle(&self, locale: Locale, file: File) -> Option<&Bundle> {
        let domain = self.locales.get(locale as usize)?.domains.get(file as usize)?;
        domain.get_or_init(|| self.build(locale, file, Isolation::Plain)).as_deref()
    }

    /// A file as Fluent reads it: entries that do not parse are left out, so that they fall back and the others stand.
    fn parse(&self, locale: Locale, name: &str) -> Option<Arc<FluentResource>> {
        let text = self.source.read(locale, name)?;
        let resource = FluentResource::try_new(text.into_owned()).unwrap_or_else(|(resource, _)| resource);
        Some(Arc::new(resource))
    }

    fn build(&self, locale: Locale, file: File, isolation: Isolation) -> Option<Box<Bundle>> {
        let messages = self.parse(locale, file.as_str())?;
        let terms = self.locales.get(locale as usize)?.terms.get_or_init(|| self.parse(locale, "terms"));
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
        for resource in terms.iter().cloned().chain([messages]) {
            let _ = bundle.add_resource(resource);
        }
        Some(Box::new(bundle))
    }
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
