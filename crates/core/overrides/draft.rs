//! The units that override others: which there are, what is wrong with each by itself, and which are left in the end.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use ftlkit::model::{EntryKind, EntryRef, FileRef, Model, PatternRef};
use ftlkit::{Config, Limits, LocaleFiles, ProjectFile, Report, Source as Text, Span};

use super::graph::{Found, Graph};
use super::merge::Files;
use super::problem::OverrideProblem;
use super::selection::{Choices, Selections};
use super::{FILE_SIZE, Input, file_names, merge, trial, unit};
use crate::Locale;
use crate::bundle::{Catalog, Source};
use crate::contract::{self, Unit};
use crate::embedded::Embedded;

/// The rules of ftlkit that look at a file by itself, and whose findings break a text.
const RULES: &[&str] = &[
    "bidi-control",
    "byte-order-mark",
    "duplicate-attribute",
    "duplicate-id",
    "duplicate-variant",
    "file-too-large",
    "invalid-utf8",
    "mojibake",
    "nesting-too-deep",
    "ordinal-category",
    "plural-impossible-category",
    "plural-key-typo",
    "replacement-character",
    "syntax-error",
    "tab-in-blank",
    "too-many-placeables",
];

pub(super) fn limits() -> Limits {
    Limits { file_size: FILE_SIZE, arguments: 100, ..Limits::default() }
}

/// What was given and what it replaces, understood.
pub(super) struct Parsed {
    reports: BTreeMap<Locale, Report>,
    /// By input, where its file stands among those of its locale.
    places: Vec<Option<usize>>,
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
        let locales: BTreeSet<Locale> = inputs.iter().map(|input| input.locale).collect();
        let mut parsed = Self {
            reports: BTreeMap::new(),
            places: vec![None; inputs.len()],
            found: Vec::new(),
            bases: locales.iter().filter_map(|&locale| Some((locale, Base::new(locale)?))).collect(),
        };
        // Each locale by itself: what one of them says is no reason to believe it of another.
        for locale in locales {
            parsed.check(locale, inputs, problems);
        }
        for (input, _) in inputs.iter().zip(&parsed.places).filter(|(_, place)| place.is_none()) {
            let message = "this looks like a template of FreeMarker, not like Fluent";
            problems.push(OverrideProblem::new(&input.path, "syntax-error", message));
        }
        parsed
    }

    /// Has ftlkit look at the inputs of a locale.
    fn check(&mut self, locale: Locale, inputs: &[Input], problems: &mut Vec<OverrideProblem>) {
        // The checker tells locales by their paths.
        let own = inputs.iter().enumerate().filter(|(_, input)| input.locale == locale);
        let named: Vec<(String, usize, &Input)> =
            own.map(|(index, input)| (format!("locales/{locale}/{index}.ftl"), index, input)).collect();
        let files: Vec<(&str, &[u8])> =
            named.iter().map(|(path, _, input)| (path.as_str(), &*input.bytes)).collect();
        let by_path: HashMap<&str, (usize, &Input)> =
            named.iter().map(|(path, index, input)| (path.as_str(), (*index, *input))).collect();
        let config = Config {
            select: RULES.iter().map(|&rule| rule.to_owned()).collect(),
            limits: limits(),
            // A text cannot ask for being believed.
            suppressions: false,
            ..Config::default()
        };
        // That there is nothing to check is the only error, and the inputs have no place then.
        let Ok(report) = ftlkit::check_bytes(&files, &config) else { return };
        for diagnostic in &report.diagnostics {
            let Some(&(index, input)) = by_path.get(diagnostic.path()) else { continue };
            problems.push(OverrideProblem::of_diagnostic(&input.path, diagnostic));
            self.found.extend(diagnostic.range().map(|range| (index, range.start.offset)));
        }
        let files = report.projects.iter().flat_map(|project| &project.locales).flat_map(|it| &it.files);
        for (place, file) in files.enumerate() {
            let index = by_path.get(&*file.path).map(|(index, _)| *index);
            if let Some(slot) = index.and_then(|index| self.places.get_mut(index)) {
                *slot = Some(place);
            }
        }
        self.reports.insert(locale, report);
    }

    /// What ftlkit has understood of an input.
    fn file(&self, index: usize, locale: Locale) -> Option<FileRef<'_>> {
        let place = (*self.places.get(index)?)?;
        let mut locales = self.reports.get(&locale)?.projects.iter().flat_map(|project| &project.locales);
        locales.next()?.file(place)
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
            Some(ProjectFile::new(name, source, model))
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
    /// The place of the input among all of them.
    index: usize,
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
    /// By candidate, how to come to its variants.
    pub(super) choices: HashMap<usize, Choices<'a>>,
    /// What was given and could not be taken, so that whoever refers to it is not to blame.
    lost: HashSet<(Locale, Name<'a>)>,
    pub(super) problems: Vec<OverrideProblem>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(inputs: &'a [Input], parsed: &'a Parsed) -> Self {
        let mut draft = Self {
            parsed,
            candidates: Vec::new(),
            faulty: Vec::new(),
            choices: HashMap::new(),
            lost: HashSet::new(),
            problems: Vec::new(),
        };
        let mut found: HashMap<usize, Vec<u32>> = HashMap::new();
        for &(input, offset) in &parsed.found {
            found.entry(input).or_default().push(offset);
        }
        for (index, input) in inputs.iter().enumerate() {
            let file = parsed.file(index, input.locale);
            let (Some(file), Some(base)) = (file, parsed.base(input.locale)) else { continue };
            let mut found = found.remove(&index).unwrap_or_default();
            found.extend(file.source().invalid().iter().map(|span| span.start));
            found.sort_unstable();
            let first = draft.candidates.len();
            for entry in file.entries() {
                draft.entry((index, input), base, entry, &found);
            }
            draft.drop_ambiguous(first);
            let broken =
                file.broken().iter().map(|it| (file.slice(it.id), it.attribute.map(|at| file.slice(at))));
            draft.lost.extend(broken.map(|name| (input.locale, name)));
        }
        draft.examine_selections();
        draft
    }

    /// Adds the units of an entry, and what is wrong with each by itself.
    fn entry(&mut self, (index, input): (usize, &'a Input), base: &Base, entry: EntryRef<'a>, found: &[u32]) {
        let value = entry.value().map(|pattern| (None, entry.id_span(), pattern));
        let attributes = entry.attributes().map(|(name, span, pattern)| {
            (Some(name), Span::new(span.start.saturating_sub(1), span.end), pattern)
        });
        let units = value.into_iter().chain(attributes);
        let (kind, id) = (entry.kind(), entry.id());
        let file = match unit::file_of(input, base, entry) {
            Ok(file) => file,
            Err(problem) => {
                self.lost.extend(units.map(|(attribute, ..)| (input.locale, (id, attribute))));
                return self.problems.push(problem);
            }
        };
        for (attribute, place, pattern) in units {
            let candidate = Candidate { input, index, file, kind, id, attribute, place, pattern };
            let problems = unit::problems(&candidate, base);
            let first = found.partition_point(|&offset| offset < place.start);
            let is_broken = found.get(first).is_some_and(|&offset| offset <= pattern.span().end);
            self.faulty.push(is_broken || !problems.is_empty());
            self.candidates.push(candidate);
            self.problems.extend(problems);
        }
    }

    /// Finds variants that are never shown.
    fn examine_selections(&mut self) {
        let told: HashSet<(usize, u32)> = self.parsed.found.iter().copied().collect();
        for (&locale, base) in &self.parsed.bases {
            let own = self.candidates.iter().enumerate().filter(|(_, it)| it.input.locale == locale);
            let (found, choices) = Selections::new(base, locale, own).examine();
            self.choices.extend(choices);
            for (index, fault) in found {
                let Some(candidate) = self.candidates.get(index) else { continue };
                if !told.contains(&(candidate.index, fault.span.start)) {
                    self.problems.push(fault.of(candidate));
                    self.leave_out(index);
                }
            }
        }
    }

    fn leave_out(&mut self, candidate: usize) {
        if let Some(faulty) = self.faulty.get_mut(candidate) {
            *faulty = true;
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

    /// Whether something of that name was given and could not be taken.
    pub(super) fn is_lost(&self, locale: Locale, (id, attribute): Name<'a>) -> bool {
        let has = |attribute| self.lost.contains(&(locale, (id, attribute)));
        has(attribute) || attribute.is_some() && has(None)
    }

    /// The overrides of a locale that count, by name: of several the last one that is not faulty.
    pub(super) fn effective(&self, locale: Locale) -> BTreeMap<Name<'a>, usize> {
        let mut effective = BTreeMap::new();
        for (index, (candidate, faulty)) in self.candidates.iter().zip(&self.faulty).enumerate() {
            if candidate.input.locale == locale && !faulty {
                effective.insert((candidate.id, candidate.attribute), index);
            }
        }
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
            self.problems.extend(found.into_iter().filter_map(|found| found.problem));
        }
        loop {
            let mut found: Vec<Found> = Vec::new();
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
            for Found { candidate, problem } in found {
                self.leave_out(candidate);
                self.problems.extend(problem);
            }
        }
    }
}
