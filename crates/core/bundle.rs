//! The Fluent bundles, and how they are built: one bundle for each language and file, made when it is first needed.
//!
//! A domain is `<file>.ftl` with `terms.ftl`, so the first text of a process parses two small files and a language that
//! nobody reads costs nothing.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock, Weak};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use include_dir::{Dir, include_dir};

use crate::Locale;
use crate::entity::{Content, Field, ids};
use crate::format::{self, Arguments, Format, UNFORMATTABLE};

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

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

/// The files in `locales/`, as they were when the crate was compiled.
#[derive(Debug)]
pub(crate) struct Embedded;

impl Source for Embedded {
    fn read(&self, locale: Locale, name: &str) -> Option<Cow<'static, str>> {
        let file = LOCALES.get_file(format!("{locale}/{name}.ftl"))?;
        file.contents_utf8().map(Cow::Borrowed)
    }
}

type Bundle = FluentBundle<Arc<FluentResource>>;

/// The bundles of one locale.
struct Bundles {
    terms: OnceLock<Option<Arc<FluentResource>>>,
    domains: [OnceLock<Option<Bundle>>; File::ALL.len()],
}

impl Bundles {
    fn new() -> Self {
        Self { terms: OnceLock::new(), domains: std::array::from_fn(|_| OnceLock::new()) }
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
        let bundle = self.bundle(locale, file)?;
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        (errors.is_empty() && !text.contains(UNFORMATTABLE)).then_some(text)
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
        let bundles = self.locales.get(locale as usize)?;
        let domain = bundles.domains.get(file as usize)?;
        domain
            .get_or_init(|| {
                let messages = self.parse(locale, file.as_str())?;
                let terms = bundles.terms.get_or_init(|| self.parse(locale, "terms"));
                Some(self.build(locale, file, terms.iter().cloned().chain([messages])))
            })
            .as_ref()
    }

    /// A file as Fluent reads it: entries that do not parse are left out, so that they fall back and the others stand.
    fn parse(&self, locale: Locale, name: &str) -> Option<Arc<FluentResource>> {
        let text = self.source.read(locale, name)?;
        let resource = FluentResource::try_new(text.into_owned()).unwrap_or_else(|(resource, _)| resource);
        Some(Arc::new(resource))
    }

    fn build(
        &self,
        locale: Locale,
        file: File,
        resources: impl Iterator<Item = Arc<FluentResource>>,
    ) -> Bundle {
        let mut bundle = FluentBundle::new_concurrent(vec![locale.language_identifier()]);
        // The texts are ours and left to right; what an application passes in is isolated where it enters.
        bundle.set_use_isolating(false);
        // A formatter is a plain function pointer, so each locale has its own.
        bundle.set_formatter(Some(match locale {
            Locale::Dutch => |value, _| format::shown(value, Locale::Dutch),
            Locale::French => |value, _| format::shown(value, Locale::French),
            Locale::English => |value, _| format::shown(value, Locale::English),
        }));
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
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalog").finish_non_exhaustive()
    }
}
