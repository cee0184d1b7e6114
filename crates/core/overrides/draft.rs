//! The units that override others: which there are, what is wrong with each by itself, and which are left in the end.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use ftlkit::model::{EntryKind, EntryRef, FileRef, Model, PatternRef};
use ftlkit::{Config, Limits, LocaleFiles, ProjectFile, Report, Source as Text, Span};

use super::graph::Graph;
use super::merge::Files;
use super::problem::OverrideProblem;
use super::{FILE_SIZE, Input, file_names, merge, trial, unit};
use crate::Locale;
use crate::bundle::{Catalog, Source};
use crate::contract::{self, Unit};
use crate::embedded::Embedded;

/// The rules of ftlkit that look at a file by itself, and whose findings break a text.
const RULES: &[&str] = &[
    "byte-order-mark",
    "duplicate-attribute",
    "duplicate-id",
    "duplicate-variant",
    "file-too-large",
    "invalid-utf8",
    "nesting-too-deep",
    "syntax-error",
    "tab-in-blank",
    "too-many-placeables",
];

pub(super) fn limits() -> Limits {
    Limits { file_size: FILE_SIZE, arguments: 100, ..Limits::default() }
}

/// What was given and what it replaces, understood.
pub(super) struct Parsed {
    report: Option<Report>,
    /// By input, where its file stands in the report: locale and file.
    places: Vec<Option<(usize, usize)>>,
    /// Where ftlkit has found something: input, offset.
    found: Vec<(usize, u32)>,
    bases: BTreeMap<Locale, Base>,
}

/// The embedded texts of a locale, and what they are given.
pub(super) struct Base {
    pub(super) catalog: Arc<Catalog>,
    files: LocaleFiles,
    /// By message and attribute.
    units: HashMap<String, Message>,
    /// The names of all units, those of terms too.
    names: HashSet<(String, Option<String>)>,
}

/// The units of a message.
struct Message {
    file: &'static str,
    units: Vec<Unit>,
}

impl Parsed {
    pub(super) fn new(inputs: &[Input], problems: &mut Vec<OverrideProblem>) -> Self {
        let bases = inputs.iter().map(|input| input.locale).collect::<HashSet<_>>();
        let bases = bases.into_iter().filter_map(|locale| Some((locale, Base::new(locale)?))).collect();
        let mut parsed = Self { report: None, places: vec![None; inputs.len()], found: Vec::new(), bases };
        // The checker tells locales by their paths.
        let path = |(index, input): (usize, &Input)| format!("locales/{}/{index}.ftl", input.locale);
        let paths: Vec<String> = inputs.iter().enumerate().map(path).collect();
        let by_path: HashMap<&str, usize> =
            paths.iter().enumerate().map(|(index, path)| (path.as_str(), index)).collect();
        let files: Vec<(&str, &[u8])> =
            paths.iter().zip(inputs).map(|(path, input)| (path.as_str(), &*input.bytes)).collect();
        let config = Config {
            select: RULES.iter().map(|&rule| rule.to_owned()).collect(),
            limits: limits(),
            ..Config::default()
        };
        // Without files there is nothing to check, which is the only error.
        let report = if files.is_empty() { None } else { ftlkit::check_bytes(&files, &config).ok() };
        for diagnostic in report.iter().flat_map(|report| &report.diagnostics) {
            let Some(&index) = by_path.get(&*diagnostic.path) else { continue };
            let Some(input) = inputs.get(index) else { continue };
            problems.push(OverrideProblem::of_diagnostic(&input.path, diagnostic));
            parsed.found.extend(diagnostic.range.map(|range| (index, range.start.offset)));
        }
        let locales = report.iter().flat_map(|report| &report.projects).flat_map(|project| &project.locales);
        for (locale, files) in locales.enumerate() {
            for (file, found) in files.files.iter().enumerate() {
                let index = by_path.get(&**found.source.path());
                if let Some(place) = index.and_then(|&index| parsed.places.get_mut(index)) {
                    *place = Some((locale, file));
                }
            }
        }
        for (input, _) in inputs.iter().zip(&parsed.places).filter(|(_, place)| place.is_none()) {
            let message = "this looks like a template of FreeMarker, not like Fluent";
            problems.push(OverrideProblem::new(&input.path, "syntax-error", message));
        }
        parsed.report = report;
        parsed
    }

    fn file(&self, input: usize) -> Option<FileRef<'_>> {
        let (locale, file) = (*self.places.get(input)?)?;
        let mut locales = self.report.as_ref()?.projects.iter().flat_map(|project| &project.locales);
        locales.nth(locale)?.file(file)
    }

    pub(super) fn base(&self, locale: Locale) -> Option<&Base> {
        self.bases.get(&locale)
    }
}

impl Base {
    fn new(locale: Locale) -> Option<Self> {
        let catalog = Catalog::new(Embedded);
        let file = |name: &'static str| {
            let source = Text::new(name, Embedded.read(locale, name)?.into_owned());
            let model = Model::new(&source, &Limits::default());
            Some(ProjectFile { key: Arc::from(name), source, model })
        };
        let files = LocaleFiles {
            locale: ftlkit::Locale::parse(locale.as_str())?,
            files: file_names().filter_map(file).collect(),
        };
        let mut units: HashMap<String, Message> = HashMap::new();
        for unit in contract::units(&catalog, locale) {
            let message = units.entry(unit.message.clone());
            let message = message.or_insert_with(|| Message { file: unit.file.as_str(), units: Vec::new() });
            message.units.push(unit);
        }
        let mut base = Self { catalog, files, units, names: HashSet::new() };
        let named = base.files().flat_map(|(name, _)| base.definitions(name));
        base.names = named.map(|((id, name), _)| (id.to_owned(), name.map(str::to_owned))).collect();
        Some(base)
    }

    /// The embedded files by name.
    pub(super) fn files(&self) -> impl Iterator<Item = (&'static str, FileRef<'_>)> {
        let named = |name| {
            let index = self.files.files.iter().position(|file| &*file.key == name)?;
            Some((name, self.files.file(index)?))
        };
        file_names().filter_map(named)
    }

    /// The file that a message belongs to.
    pub(super) fn file_of(&self, message: &str) -> Option<&'static str> {
        self.units.get(message).map(|message| message.file)
    }

    /// A text, and what it is given.
    pub(super) fn unit(&self, message: &str, attribute: Option<&str>) -> Option<&Unit> {
        self.units.get(message)?.units.iter().find(|unit| unit.attribute == attribute)
    }

    /// The ids of all messages.
    pub(super) fn messages(&self) -> impl Iterator<Item = &str> {
        self.units.keys().map(String::as_str)
    }

    /// Whether the locale has an embedded text or term of that name.
    pub(super) fn has_unit(&self, (id, attribute): Name<'_>) -> bool {
        self.names.contains(&(id.to_owned(), attribute.map(str::to_owned)))
    }

    /// The names of a file's texts with what stands behind them, equals sign first.
    pub(super) fn definitions(&self, file: &str) -> Vec<(Name<'_>, &str)> {
        let mut definitions = Vec::new();
        let view = self.files().find(|(name, _)| *name == file).map(|(_, view)| view);
        for entry in view.into_iter().flat_map(FileRef::entries) {
            let value = entry.value().map(|value| (None, entry.id_span(), value));
            let attributes = entry.attributes().map(|(name, span, pattern)| (Some(name), span, pattern));
            for (attribute, place, pattern) in value.into_iter().chain(attributes) {
                definitions.push(((entry.id(), attribute), definition(place, pattern)));
            }
        }
        definitions
    }

    /// The attributes of a message.
    pub(super) fn attributes(&self, message: &str) -> impl Iterator<Item = &'static str> {
        self.units
            .get(message)
            .into_iter()
            .flat_map(|message| message.units.iter().filter_map(|unit| unit.attribute))
    }
}

/// A unit that overrides another, or a new term.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub(super) input: &'a Input,
    /// The file whose text it replaces.
    pub(super) file: &'static str,
    pub(super) kind: EntryKind,
    /// The id, with the dash of a term.
    pub(super) id: &'a str,
    pub(super) attribute: Option<&'a str>,
    /// The id, or the attribute with its dot.
    pub(super) place: Span,
    pub(super) pattern: PatternRef<'a>,
}

impl<'a> Candidate<'a> {
    pub(super) fn problem(
        &self,
        rule: &'static str,
        span: Span,
        message: impl Into<String>,
    ) -> OverrideProblem {
        OverrideProblem::new(&self.input.path, rule, message).at(self.pattern.file().source(), span)
    }

    /// What stands behind the name: the equals sign and the pattern, with the blanks that are part of its layout.
    pub(super) fn definition(&self) -> &'a str {
        definition(self.place, self.pattern)
    }
}

fn definition(place: Span, pattern: PatternRef<'_>) -> &str {
    pattern.slice(Span::new(place.end, pattern.span().end))
}

/// The name of a unit: message or term, and attribute.
pub(super) type Name<'a> = (&'a str, Option<&'a str>);

/// The overrides that are not known to be faulty.
pub(super) struct Draft<'a> {
    pub(super) parsed: &'a Parsed,
    pub(super) candidates: Vec<Candidate<'a>>,
    faulty: Vec<bool>,
    pub(super) problems: Vec<OverrideProblem>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(inputs: &'a [Input], parsed: &'a Parsed) -> Self {
        let mut draft = Self { parsed, candidates: Vec::new(), faulty: Vec::new(), problems: Vec::new() };
        let mut found: HashMap<usize, Vec<u32>> = HashMap::new();
        for &(input, offset) in &parsed.found {
            found.entry(input).or_default().push(offset);
        }
        for (index, input) in inputs.iter().enumerate() {
            let (Some(file), Some(base)) = (parsed.file(index), parsed.base(input.locale)) else { continue };
            let mut found = found.remove(&index).unwrap_or_default();
            found.extend(file.source().invalid().iter().map(|span| span.start));
            found.sort_unstable();
            let first = draft.candidates.len();
            for entry in file.entries() {
                draft.entry(input, base, entry, &found);
            }
            draft.drop_ambiguous(first);
        }
        draft
    }

    /// Adds the units of an entry, and what is wrong with each by itself.
    fn entry(&mut self, input: &'a Input, base: &Base, entry: EntryRef<'a>, found: &[u32]) {
        let file = match unit::file_of(input, base, entry) {
            Ok(file) => file,
            Err(problem) => return self.problems.push(problem),
        };
        let value = entry.value().map(|pattern| (None, entry.id_span(), pattern));
        let attributes = entry.attributes().map(|(name, span, pattern)| {
            (Some(name), Span::new(span.start.saturating_sub(1), span.end), pattern)
        });
        for (attribute, place, pattern) in value.into_iter().chain(attributes) {
            let (kind, id) = (entry.kind(), entry.id());
            let candidate = Candidate { input, file, kind, id, attribute, place, pattern };
            let problems = unit::problems(&candidate, base);
            let first = found.partition_point(|&offset| offset < place.start);
            let is_broken = found.get(first).is_some_and(|&offset| offset <= pattern.span().end);
            self.faulty.push(is_broken || !problems.is_empty());
            self.candidates.push(candidate);
            self.problems.extend(problems);
        }
    }

    /// Of units that one input defines twice, nobody knows which is meant. That was said already.
    fn drop_ambiguous(&mut self, first: usize) {
        let mut counts: HashMap<Name<'a>, usize> = HashMap::new();
        let own = self.candidates.get(first..).unwrap_or_default();
        for candidate in own {
            *counts.entry((candidate.id, candidate.attribute)).or_default() += 1;
        }
        for (candidate, faulty) in own.iter().zip(self.faulty.iter_mut().skip(first)) {
            *faulty |= counts.get(&(candidate.id, candidate.attribute)) > Some(&1);
        }
    }

    /// The overrides of a locale that count, by name: of several the last one. One that is faulty gives way to the
    /// embedded text.
    pub(super) fn effective(&self, locale: Locale) -> BTreeMap<Name<'a>, usize> {
        let mut effective = BTreeMap::new();
        for (index, candidate) in self.candidates.iter().enumerate() {
            if candidate.input.locale == locale {
                effective.insert((candidate.id, candidate.attribute), index);
            }
        }
        effective.retain(|_, index| self.faulty.get(*index) == Some(&false));
        // A term is nothing without a value, and the embedded one may not be there.
        let values: HashSet<&str> =
            effective.keys().filter(|(_, attribute)| attribute.is_none()).map(|(id, _)| *id).collect();
        let base = self.parsed.base(locale);
        let has_value = |id: &str| values.contains(id) || base.is_some_and(|base| base.has_unit((id, None)));
        effective.retain(|(id, attribute), _| attribute.is_none() || !id.starts_with('-') || has_value(id));
        effective
    }

    /// Leaves out what is faulty until nothing is, and returns the files that are left.
    pub(super) fn settle(&mut self) -> Files {
        let locales: Vec<Locale> = self.parsed.bases.keys().copied().collect();
        for &locale in &locales {
            let found = Graph::new(self, locale).map(|graph| graph.broken_aside()).unwrap_or_default();
            self.problems.extend(found.into_iter().map(|(_, problem)| problem));
        }
        loop {
            let mut found = Vec::new();
            for &locale in &locales {
                found.extend(Graph::new(self, locale).iter().flat_map(Graph::problems));
            }
            if found.is_empty() {
                let files = merge::files(self, &locales);
                for &locale in &locales {
                    found.extend(trial::problems(self, locale, &files));
                }
                if found.is_empty() {
                    return files;
                }
            }
            for (candidate, problem) in found {
                if let Some(faulty) = self.faulty.get_mut(candidate) {
                    *faulty = true;
                }
                self.problems.push(problem);
            }
        }
    }
}
