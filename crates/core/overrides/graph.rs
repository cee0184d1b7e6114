//! What is wrong with overrides together with the texts around them: references, cycles, and how large a text becomes.

use std::collections::{BTreeMap, HashMap, HashSet};

use ftlkit::model::{EntryKind, Features, PatternRef, Reference, Variant};
use ftlkit::{Limits, Span, nearest};

use super::TERMS;
use super::components::components;
use super::draft::{Base, Candidate, Draft, Name};
use super::extent::{self, Extent, Extents};
use super::problem::OverrideProblem;
use super::selection::Choices;
use super::unit::Calls;
use crate::Locale;
use crate::contract::Role;

/// The longest text that is taken, in bytes, with all that it refers to: ten times the longest that is embedded.
pub(super) const LONGEST: u64 = 16 << 10;

/// A text as it will be: an embedded one, or one that overrides it.
struct Node<'a> {
    name: Name<'a>,
    file: &'static str,
    pattern: PatternRef<'a>,
    /// Its place among the candidates, if it is an override.
    candidate: Option<usize>,
}

impl<'a> Node<'a> {
    fn of(index: usize, candidate: &Candidate<'a>) -> Self {
        let Candidate { id, attribute, file, pattern, .. } = *candidate;
        Self { name: (id, attribute), file, pattern, candidate: Some(index) }
    }
}

/// An override that has to be left out.
pub(super) struct Found {
    /// Its place among the candidates.
    pub(super) candidate: usize,
    /// What is wrong with it; nothing where that only follows from what is told of another.
    pub(super) problem: Option<OverrideProblem>,
}

/// All texts of a locale, and what refers to what.
pub(super) struct Graph<'d, 'a> {
    draft: &'d Draft<'a>,
    base: &'a Base,
    locale: Locale,
    nodes: Vec<Node<'a>>,
    places: HashMap<Name<'a>, usize>,
    targets: Vec<Vec<(Option<usize>, &'a Reference)>>,
    /// The names that overrides have, also those that do not count.
    given: HashSet<Name<'a>>,
}

impl<'d, 'a> Graph<'d, 'a> {
    /// `None` where nothing is overridden in the locale.
    pub(super) fn new(draft: &'d Draft<'a>, locale: Locale) -> Option<Self> {
        let base = draft.parsed.base(locale)?;
        let own = draft.candidates.iter().filter(|candidate| candidate.input.locale == locale);
        let given: HashSet<Name<'_>> = own.map(|candidate| (candidate.id, candidate.attribute)).collect();
        if given.is_empty() {
            return None;
        }
        let mut nodes: BTreeMap<Name<'a>, Node<'a>> = BTreeMap::new();
        for (file, view) in base.files() {
            for (entry, attribute, pattern) in view.patterns() {
                let name = (entry.id(), attribute);
                nodes.insert(name, Node { name, file, pattern, candidate: None });
            }
        }
        for (name, index) in draft.effective(locale) {
            nodes.extend(draft.candidates.get(index).map(|candidate| (name, Node::of(index, candidate))));
        }
        let nodes: Vec<Node<'a>> = nodes.into_values().collect();
        let places = nodes.iter().enumerate().map(|(index, node)| (node.name, index)).collect();
        let mut graph = Self { draft, base, locale, nodes, places, targets: Vec::new(), given };
        let targets = |node: &Node<'a>| {
            node.pattern.references().iter().map(|it| (graph.target(node, it), it)).collect()
        };
        graph.targets = graph.nodes.iter().map(targets).collect();
        Some(graph)
    }

    /// What a reference leads to: a text of the same file, or a term.
    fn target(&self, node: &Node<'a>, reference: &Reference) -> Option<usize> {
        let place = self.places.get(&name_of(node, reference)).copied()?;
        let is_near = reference.kind == EntryKind::Term
            || self.nodes.get(place).is_some_and(|target| target.file == node.file);
        is_near.then_some(place)
    }

    fn targets(&self, node: usize) -> &[(Option<usize>, &'a Reference)] {
        self.targets.get(node).map(Vec::as_slice).unwrap_or_default()
    }

    /// Everything that is wrong, or the first things of which other faults could be consequences.
    pub(super) fn problems(&self) -> Vec<Found> {
        let (found, extents) = self.structure();
        if !found.is_empty() {
            return found;
        }
        let mut found = self.variables();
        if found.is_empty() {
            found = self.gaps(&extents);
        }
        Self::once(found)
    }

    /// Of what is wrong with an override at one place, the first.
    pub(super) fn once(mut found: Vec<Found>) -> Vec<Found> {
        let mut told = HashSet::new();
        found.retain(|found| {
            let place = found.problem.as_ref().map(|problem| (problem.line, problem.column));
            told.insert((found.candidate, place))
        });
        found
    }

    fn found(&self, node: usize, rule: &'static str, span: Option<Span>, message: String) -> Option<Found> {
        self.found_in(self.nodes.get(node)?, rule, span, message)
    }

    fn found_in(
        &self,
        node: &Node<'_>,
        rule: &'static str,
        span: Option<Span>,
        message: String,
    ) -> Option<Found> {
        let index = node.candidate?;
        let candidate = self.draft.candidates.get(index)?;
        let problem = candidate.problem(rule, span.unwrap_or(candidate.place), message);
        Some(Found { candidate: index, problem: Some(problem) })
    }

    /// Broken references, cycles, and texts that grow too large, what is referred to first; and what each text shows.
    fn structure(&self) -> (Vec<Found>, Vec<Extent<'a>>) {
        let mut found = Vec::new();
        // A term that is new and faulty is not there, for those that refer to it.
        let mut dead: HashSet<usize> = HashSet::new();
        let mut extents = vec![Extent::default(); self.nodes.len()];
        let edges = |targets: &Vec<(Option<usize>, _)>| targets.iter().filter_map(|(to, _)| *to).collect();
        let edges: Vec<Vec<usize>> = self.targets.iter().map(edges).collect();
        for component in components(&edges) {
            let leads_back = |node: &usize| edges.get(*node).is_some_and(|to| to.contains(node));
            if component.len() > 1 || component.iter().any(leads_back) {
                found.extend(self.cycle(&component));
                dead.extend(component.iter().copied().filter(|&node| self.is_new(node)));
                continue;
            }
            for &node in &component {
                let before = found.len();
                found.extend(self.broken(node, &dead));
                let extent = self.extents(node, &extents).remove(&None).unwrap_or_default();
                let too_large = self.too_large(node, &extent, &extents);
                if found.len() > before && self.is_new(node) {
                    dead.insert(node);
                } else if let Some(too_large) = too_large {
                    // Those that refer to it are not too large for a reason of their own.
                    found.push(too_large);
                } else if let Some(slot) = extents.get_mut(node) {
                    *slot = extent;
                }
            }
        }
        (found, extents)
    }

    fn is_new(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|node| node.file == TERMS && !self.base.has_unit(node.name))
    }

    /// Texts that lead to each other in a circle: told of the first override among them, and all of them are left out.
    fn cycle(&self, component: &[usize]) -> Vec<Found> {
        let inside = |to: &Option<usize>| to.is_some_and(|to| component.binary_search(&to).is_ok());
        let explained = |node: usize| {
            let (to, reference) = self.targets(node).iter().find(|(to, _)| inside(to))?;
            let name = shown(self.nodes.get(node)?.name);
            let through = match to {
                Some(to) if *to != node => format!(" through `{}`", shown(self.nodes.get(*to)?.name)),
                _ => String::new(),
            };
            let message = format!("`{name}` refers to itself{through}");
            self.found(node, "cyclic-reference", Some(reference.id), message)
        };
        let mut found: Vec<Found> = component.iter().filter_map(|&node| explained(node)).collect();
        found.sort_by_key(|found| found.candidate);
        for consequence in found.iter_mut().skip(1) {
            consequence.problem = None;
        }
        found
    }

    /// References that lead nowhere.
    fn broken(&self, node: usize, dead: &HashSet<usize>) -> Vec<Found> {
        let Some(from) = self.nodes.get(node).filter(|node| node.candidate.is_some()) else {
            return Vec::new();
        };
        let broken = self.targets(node).iter().filter(|(to, _)| to.is_none_or(|to| dead.contains(&to)));
        broken.filter_map(|(_, reference)| self.explain(from, reference)).collect()
    }

    /// References that lead nowhere in overrides that do not count, so that all problems are told at once.
    pub(super) fn broken_aside(&self) -> Vec<Found> {
        let effective: HashSet<usize> = self.nodes.iter().filter_map(|node| node.candidate).collect();
        let all = self.draft.candidates.iter().enumerate();
        let aside = all
            .filter(|(index, candidate)| candidate.input.locale == self.locale && !effective.contains(index));
        let mut found = Vec::new();
        for (index, candidate) in aside {
            let node = Node::of(index, candidate);
            let references = candidate.pattern.references().iter();
            let broken = references.filter(|it| self.target(&node, it).is_none());
            found.extend(broken.filter_map(|reference| self.explain(&node, reference)));
        }
        found
    }

    fn explain(&self, from: &Node<'a>, reference: &Reference) -> Option<Found> {
        let (id, attribute) = name_of(from, reference);
        let found = |rule, span, message: String| self.found_in(from, rule, Some(span), message);
        let with_nearest = |found: Option<Found>, meant: Option<String>| {
            let Found { candidate, problem } = found?;
            Some(Found { candidate, problem: problem.map(|problem| problem.nearest(meant)) })
        };
        let (kind, rule) = match reference.kind {
            EntryKind::Message => ("message", "unknown-message-reference"),
            EntryKind::Term => ("term", "unknown-term-reference"),
        };
        let is_there = |name: &Name<'a>| self.places.contains_key(name);
        let home = self.base.file_of(id);
        if reference.kind == EntryKind::Message && home.is_some_and(|home| home != from.file) {
            let message = if from.file == TERMS {
                format!("a term cannot refer to message `{id}`")
            } else {
                format!("message `{id}` is not in this file, and only terms are shared between files")
            };
            return found(rule, reference.id, message);
        }
        let wanted = if is_there(&(id, None)) { (id, attribute) } else { (id, None) };
        if self.given.contains(&wanted) || self.draft.is_lost(self.locale, wanted) {
            // It has a problem itself, and so is not there.
            return Some(Found { candidate: from.candidate?, problem: None });
        }
        if wanted.1.is_none() {
            let ids = self.places.keys().filter(|(_, attribute)| attribute.is_none()).map(|(id, _)| *id);
            let same_kind = ids.filter(|other| other.starts_with('-') == id.starts_with('-'));
            let near = same_kind
                .filter(|other| other.starts_with('-') || self.base.file_of(other) == Some(from.file));
            let meant = self.variable_or_term(from, id).or_else(|| nearest(id, near).map(str::to_owned));
            return with_nearest(found(rule, reference.id, format!("{kind} `{id}` is not defined")), meant);
        }
        let name = attribute.unwrap_or_default();
        let names = self.places.keys().filter(|(other, _)| *other == id).filter_map(|(_, name)| *name);
        let meant = nearest(name, names).map(|meant| format!(".{meant}"));
        let span = reference.attribute.unwrap_or(reference.id);
        let message = format!("{kind} `{id}` has no attribute `.{name}`");
        with_nearest(found("unknown-attribute-reference", span, message), meant)
    }

    /// What has the name of a message that is not there: its sign was forgotten.
    fn variable_or_term(&self, from: &Node<'a>, id: &str) -> Option<String> {
        let (own, attribute) = from.name;
        let is_variable = self.base.unit(own, attribute).is_some_and(|unit| unit.arguments.get(id).is_some());
        let term = format!("-{id}");
        let is_term = self.places.contains_key(&(term.as_str(), None));
        if is_variable { Some(format!("${id}")) } else { is_term.then_some(term) }
    }

    /// What a text shows, and each of its variants, from what its targets show.
    fn extents(&self, node: usize, extents: &[Extent<'a>]) -> Extents<'a> {
        let Some(Node { pattern, candidate, .. }) = self.nodes.get(node) else { return Extents::new() };
        let shown = self.targets(node).iter().map(|(to, it)| (*it, to.and_then(|to| extents.get(to))));
        let no_choices = Choices::new();
        let choices = candidate.map(|index| self.draft.choices.get(&index).unwrap_or(&no_choices));
        extent::of(*pattern, shown, choices)
    }

    fn too_large(&self, node: usize, extent: &Extent<'a>, extents: &[Extent<'a>]) -> Option<Found> {
        let Extent { placeables, bytes, .. } = *extent;
        let most = Limits::default().placeables;
        if placeables <= most.into() && bytes <= LONGEST {
            return None;
        }
        let blamed = self.blamed(node, |other| extents.get(other).map_or(0, |extent| extent.bytes))?;
        let text = shown(self.nodes.get(node)?.name);
        if placeables > most.into() {
            let message = format!(
                "`{text}` shows {placeables} placeables with all that it refers to: at most {most} are shown"
            );
            return self.found(blamed, "too-many-placeables", None, message);
        }
        let message =
            format!("`{text}` is {bytes} bytes long with all that it refers to: at most {LONGEST} are taken");
        self.found(blamed, "text-too-long", None, message)
    }

    /// Texts of which nothing can be seen, and patterns that do not show their value, whatever is selected or in some variants.
    fn gaps(&self, extents: &[Extent<'a>]) -> Vec<Found> {
        let mut found = Vec::new();
        for (node, extent) in extents.iter().enumerate() {
            let Some(Node { name: (id, attribute), .. }) = self.nodes.get(node) else { continue };
            let Some(unit) = self.base.unit(id, *attribute) else { continue };
            if !extent.is_visible {
                found.extend(self.gap(
                    node,
                    extents,
                    "empty-value",
                    |extent| !extent.is_visible,
                    |place| format!("the text of `{}` is empty{place}", shown((id, *attribute))),
                ));
            }
            let given = unit.arguments.iter().filter(|_| unit.role == Role::Pattern).map(|(name, _)| name);
            for name in given.filter(|name| !extent.variables.contains(name)) {
                let lacks = |extent: &Extent<'_>| !extent.variables.contains(name);
                found.extend(self.gap(node, extents, "missing-variable", lacks, |place| {
                    format!("`{}` does not show `${name}`{place}", shown((id, *attribute)))
                }));
            }
        }
        found
    }

    /// What a text lacks, at the variant that lacks it where others have it.
    fn gap(
        &self,
        node: usize,
        extents: &[Extent<'a>],
        rule: &'static str,
        lacks: impl Fn(&Extent<'a>) -> bool,
        message: impl Fn(&str) -> String,
    ) -> Option<Found> {
        let blamed = self.blamed(node, |other| u64::from(extents.get(other).is_some_and(&lacks)))?;
        let pattern = self.nodes.get(blamed)?.pattern;
        let inside = self.extents(blamed, extents);
        let is_gap = |index| inside.get(&Some(index)).is_none_or(&lacks);
        let (gaps, others): (Vec<&Variant>, Vec<&Variant>) =
            pattern.variants().iter().partition(|variant| is_gap(variant.index));
        let (place, span) = match gaps.first().filter(|_| !others.is_empty()) {
            Some(variant) => {
                (format!(" where `[{}]` is selected", pattern.slice(variant.key)), Some(variant.key))
            }
            None => (String::new(), None),
        };
        self.found(blamed, rule, span, message(&place))
    }

    /// The override that a text owes a fault to: itself, or else the weightiest of those that it leads to.
    fn blamed(&self, node: usize, weight: impl Fn(usize) -> u64) -> Option<usize> {
        let is_override = |node: &usize| self.nodes.get(*node).is_some_and(|node| node.candidate.is_some());
        if is_override(&node) {
            return Some(node);
        }
        self.reachable(node)
            .into_iter()
            .map(|(node, _)| node)
            .filter(is_override)
            .max_by_key(|&node| weight(node))
    }

    /// The overrides that a text leads to, itself first if it is one.
    pub(super) fn overrides_below(&self, message: &str, attribute: Option<&str>) -> Vec<usize> {
        let Some(start) = self.places.get(&(message, attribute)).copied() else { return Vec::new() };
        let reached = self.reachable(start).into_iter().map(|(node, _)| node);
        let nodes = std::iter::once(start).chain(reached);
        nodes.filter_map(|node| self.nodes.get(node)?.candidate).collect()
    }

    /// All that a text leads to, and how it was reached: from which other, by which reference.
    fn reachable(&self, start: usize) -> Vec<(usize, (usize, &'a Reference))> {
        let mut seen = HashSet::from([start]);
        let mut reached = Vec::new();
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            for &(to, reference) in self.targets(node) {
                if let Some(to) = to.filter(|to| seen.insert(*to)) {
                    reached.push((to, (node, reference)));
                    open.push(to);
                }
            }
        }
        reached
    }

    /// Texts that show others of their file, which use what only those are given.
    fn variables(&self) -> Vec<Found> {
        let mut found = Vec::new();
        for start in 0..self.nodes.len() {
            let Some(node) = self.nodes.get(start) else { continue };
            if node.file == TERMS || !node.pattern.features().meets(Features::MESSAGES) {
                continue;
            }
            let (id, attribute) = node.name;
            let Some(unit) = self.base.unit(id, attribute) else { continue };
            let calls =
                Calls { base: self.base, locale: self.locale, file: node.file, arguments: &unit.arguments };
            let reached = self.reachable(start);
            let came: HashMap<usize, (usize, &Reference)> = reached.iter().copied().collect();
            for &(to, _) in &reached {
                let Some(Node { pattern, .. }) = self.nodes.get(to) else { continue };
                let unknown = pattern
                    .variables()
                    .iter()
                    .find(|variable| unit.arguments.get(pattern.slice(variable.name)).is_none());
                let fault = pattern.calls().iter().flat_map(|call| calls.faults(*pattern, call)).next();
                let (rule, span, what) = match (unknown, fault) {
                    (Some(variable), _) => {
                        let name = pattern.slice(variable.name);
                        let what = format!("is not passed `${name}`");
                        ("unknown-variable", pattern.with_sigil(variable.name), what)
                    }
                    (None, Some(fault)) => (fault.rule, fault.span, fault.message),
                    (None, None) => continue,
                };
                let text = shown(node.name);
                let message = format!("`{text}` shows this text too, and {what}");
                found.extend(self.blame_on_way(start, (to, span), &came, rule, message));
            }
        }
        found
    }

    /// Puts a fault that a text finds at the end of a way to the override that is to blame: its own reference, the place
    /// at the end, or the last override in between.
    fn blame_on_way(
        &self,
        start: usize,
        (end, span): (usize, Span),
        came: &HashMap<usize, (usize, &Reference)>,
        rule: &'static str,
        message: String,
    ) -> Option<Found> {
        let is_override = |node: usize| self.nodes.get(node).is_some_and(|node| node.candidate.is_some());
        let (mut place, mut current) = ((end, span), end);
        let mut has_blamed = is_override(end);
        while let Some((from, reference)) = came.get(&current) {
            if *from == start && is_override(start) || !has_blamed && is_override(*from) {
                place = (*from, reference.id);
                has_blamed = true;
            }
            current = *from;
        }
        self.found(place.0, rule, Some(place.1), message)
    }
}

fn name_of<'a>(node: &Node<'a>, reference: &Reference) -> Name<'a> {
    (node.pattern.slice(reference.id), reference.attribute.map(|name| node.pattern.slice(name)))
}

fn shown((id, attribute): Name<'_>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}
