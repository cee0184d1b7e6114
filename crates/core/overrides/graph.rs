//! What is wrong with overrides together with the texts around them: references, cycles, and how large a text becomes.

use std::collections::{BTreeMap, HashMap, HashSet};

use ftlkit::model::{EntryKind, Features, PatternRef, Reference};
use ftlkit::{Limits, Span, nearest};

use super::TERMS;
use super::draft::{Base, Candidate, Draft, Name};
use super::problem::OverrideProblem;
use super::unit::Calls;
use crate::Locale;

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

/// How much a text shows when all that it refers to is put in its place.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    placeables: u64,
    bytes: u64,
}

impl Size {
    fn plus(self, other: Self) -> Self {
        Self {
            placeables: self.placeables.saturating_add(other.placeables),
            bytes: self.bytes.saturating_add(other.bytes),
        }
    }

    fn or(self, other: Self) -> Self {
        Self { placeables: self.placeables.max(other.placeables), bytes: self.bytes.max(other.bytes) }
    }
}

/// An override, and what is wrong with it.
pub(super) type Found = (usize, OverrideProblem);

/// All texts of a locale, and what refers to what.
pub(super) struct Graph<'d, 'a> {
    draft: &'d Draft<'a>,
    base: &'a Base,
    locale: Locale,
    nodes: Vec<Node<'a>>,
    places: HashMap<Name<'a>, usize>,
    targets: Vec<Vec<(Option<usize>, &'a Reference)>>,
    /// The ids that overrides have, also those that do not count.
    given: HashSet<&'a str>,
}

impl<'d, 'a> Graph<'d, 'a> {
    /// `None` where nothing is overridden in the locale.
    pub(super) fn new(draft: &'d Draft<'a>, locale: Locale) -> Option<Self> {
        let base = draft.parsed.base(locale)?;
        let own = draft.candidates.iter().filter(|candidate| candidate.input.locale == locale);
        let given: HashSet<&str> = own.map(|candidate| candidate.id).collect();
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
        let mut found = self.structure();
        if found.is_empty() {
            found = self.variables();
        }
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
        Some((index, candidate.problem(rule, span.unwrap_or(candidate.place), message)))
    }

    /// Broken references, cycles, and texts that grow too large, what is referred to first.
    fn structure(&self) -> Vec<Found> {
        let mut found = Vec::new();
        // A term that is new and faulty is not there, for those that refer to it.
        let mut dead: HashSet<usize> = HashSet::new();
        let mut sizes = vec![Size::default(); self.nodes.len()];
        for component in self.components() {
            let is_cycle = component.len() > 1
                || component.iter().any(|&node| self.targets(node).iter().any(|(to, _)| *to == Some(node)));
            for &node in &component {
                let before = found.len();
                if is_cycle {
                    found.extend(self.cycle(node, &component));
                } else {
                    found.extend(self.broken(node, &dead));
                }
                let size = self.size(node, &sizes);
                if found.len() == before && !is_cycle {
                    found.extend(self.too_large(node, size, &sizes));
                }
                if found.len() > before && self.is_new(node) {
                    dead.insert(node);
                } else if let Some(slot) = sizes.get_mut(node) {
                    *slot = size;
                }
            }
        }
        found
    }

    fn is_new(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|node| node.file == TERMS && !self.base.has_unit(node.name))
    }

    fn cycle(&self, node: usize, component: &[usize]) -> Option<Found> {
        let inside = |to: &Option<usize>| to.is_some_and(|to| component.binary_search(&to).is_ok());
        let (to, reference) = self.targets(node).iter().find(|(to, _)| inside(to))?;
        let name = shown(self.nodes.get(node)?.name);
        let through = match to {
            Some(to) if *to != node => format!(" through `{}`", shown(self.nodes.get(*to)?.name)),
            _ => String::new(),
        };
        let message = format!("`{name}` refers to itself{through}");
        self.found(node, "cyclic-reference", Some(reference.id), message)
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
            let broken = references.filter(|it| {
                self.target(&node, it).is_none() && !self.given.contains(candidate.pattern.slice(it.id))
            });
            found.extend(broken.filter_map(|reference| self.explain(&node, reference)));
        }
        found
    }

    fn explain(&self, from: &Node<'a>, reference: &Reference) -> Option<Found> {
        let (id, attribute) = name_of(from, reference);
        let found = |rule, span, message: String| self.found_in(from, rule, Some(span), message);
        let with_help = |found: Option<Found>, help: Option<String>| {
            let (index, problem) = found?;
            Some((
                index,
                match help {
                    Some(help) => problem.help(help),
                    None => problem,
                },
            ))
        };
        let did_you_mean = |meant: &str| format!("did you mean `{meant}`?");
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
        if !is_there(&(id, None)) || attribute.is_none() {
            if self.given.contains(id) {
                let message = format!("{kind} `{id}` has a problem itself, and so is not there");
                return found(rule, reference.id, message);
            }
            let ids = self.places.keys().filter(|(_, attribute)| attribute.is_none()).map(|(id, _)| *id);
            let same_kind = ids.filter(|other| other.starts_with('-') == id.starts_with('-'));
            let near = same_kind
                .filter(|other| other.starts_with('-') || self.base.file_of(other) == Some(from.file));
            let help = nearest(id, near).map(did_you_mean);
            return with_help(found(rule, reference.id, format!("{kind} `{id}` is not defined")), help);
        }
        let name = attribute.unwrap_or_default();
        let names = self.places.keys().filter(|(other, _)| *other == id).filter_map(|(_, name)| *name);
        let help = nearest(name, names).map(|meant| did_you_mean(&format!(".{meant}")));
        let span = reference.attribute.unwrap_or(reference.id);
        let message = format!("{kind} `{id}` has no attribute `.{name}`");
        with_help(found("unknown-attribute-reference", span, message), help)
    }

    /// How much a text shows at most, from what its targets show.
    fn size(&self, node: usize, sizes: &[Size]) -> Size {
        let Some(Node { pattern, .. }) = self.nodes.get(node) else { return Size::default() };
        let mut inside: HashMap<_, Size> = HashMap::new();
        let mut add = |variant, size: Size| {
            let sum = inside.entry(variant).or_default();
            *sum = sum.plus(size);
        };
        for text in pattern.texts() {
            add(text.variant, Size { placeables: 0, bytes: text.span.len() as u64 });
        }
        for placeable in pattern.placeables() {
            add(placeable.variant, Size { placeables: 1, bytes: 0 });
        }
        for (to, reference) in self.targets(node) {
            let size = to.and_then(|to| sizes.get(to)).copied().unwrap_or_default();
            add(reference.variant, size);
        }
        // Inner selections come behind those around them.
        for select in pattern.selects().iter().rev() {
            let largest = pattern.variants_of(select).fold(Size::default(), |largest, variant| {
                largest.or(inside.get(&Some(variant.index)).copied().unwrap_or_default())
            });
            let sum = inside.entry(select.variant).or_default();
            *sum = sum.plus(largest);
        }
        inside.get(&None).copied().unwrap_or_default()
    }

    fn too_large(&self, node: usize, size: Size, sizes: &[Size]) -> Option<Found> {
        let most = Limits::default().placeables;
        let too_many = size.placeables > most.into();
        if !too_many && size.bytes <= LONGEST {
            return None;
        }
        let blamed = self.blamed(node, |other| sizes.get(other).map_or(0, |size| size.bytes))?;
        let text = shown(self.nodes.get(node)?.name);
        if too_many {
            let message = format!(
                "`{text}` shows {} placeables with all that it refers to: at most {most} are shown",
                size.placeables
            );
            return self.found(blamed, "too-many-placeables", None, message);
        }
        let message = format!(
            "`{text}` is {} bytes long with all that it refers to: at most {LONGEST} are taken",
            size.bytes
        );
        self.found(blamed, "text-too-long", None, message)
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

    /// The overrides that a text leads to, itself included.
    pub(super) fn overrides_below(&self, message: &str, attribute: Option<&str>) -> Option<usize> {
        let node = self.places.get(&(message, attribute)).copied()?;
        let blamed = self.blamed(node, |_| 0)?;
        self.nodes.get(blamed)?.candidate
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
                let (span, what) = match (unknown, fault) {
                    (Some(variable), _) => {
                        let name = pattern.slice(variable.name);
                        (pattern.with_sigil(variable.name), format!("is not passed `${name}`"))
                    }
                    (None, Some(fault)) => (fault.span, fault.message),
                    (None, None) => continue,
                };
                let text = shown(node.name);
                let message = format!("`{text}` shows this text too, and {what}");
                found.extend(self.blame_on_way(start, to, span, &came, message));
            }
        }
        found
    }

    /// Puts a fault that a text finds at the end of a way to the override that is to blame: its own reference, the place
    /// at the end, or the last override in between.
    fn blame_on_way(
        &self,
        start: usize,
        end: usize,
        span: Span,
        came: &HashMap<usize, (usize, &Reference)>,
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
        self.found(place.0, "unknown-variable", Some(place.1), message)
    }

    /// The sets of texts that all lead to each other, those that are referred to first (Tarjan's algorithm; a chain may be
    /// longer than the stack of a thread, so it has a stack of its own).
    fn components(&self) -> Vec<Vec<usize>> {
        #[derive(Clone, Copy, Default)]
        struct State {
            order: usize,
            low: usize,
            open: bool,
        }
        let mut states = vec![State::default(); self.nodes.len()];
        let (mut components, mut open, mut order) = (Vec::new(), Vec::new(), 0);
        for root in 0..self.nodes.len() {
            if states.get(root).is_none_or(|state| state.order > 0) {
                continue;
            }
            let mut path = vec![(root, 0)];
            while let Some((node, edge)) = path.last_mut() {
                let (node, current) = (*node, *edge);
                *edge += 1;
                let Some(state) = states.get_mut(node) else { break };
                if current == 0 {
                    order += 1;
                    *state = State { order, low: order, open: true };
                    open.push(node);
                }
                if let Some((to, _)) = self.targets(node).get(current) {
                    let Some(to) = *to else { continue };
                    let Some(other) = states.get(to).copied() else { continue };
                    if other.order == 0 {
                        path.push((to, 0));
                    } else if other.open
                        && let Some(state) = states.get_mut(node)
                    {
                        state.low = state.low.min(other.order);
                    }
                    continue;
                }
                let (low, own) = (state.low, state.order);
                path.pop();
                if let Some(parent) = path.last().and_then(|(parent, _)| states.get_mut(*parent)) {
                    parent.low = parent.low.min(low);
                }
                if low == own {
                    let start = open.iter().rposition(|other| *other == node).unwrap_or_default();
                    let mut component = open.split_off(start);
                    component.sort_unstable();
                    for node in &component {
                        if let Some(state) = states.get_mut(*node) {
                            state.open = false;
                        }
                    }
                    components.push(component);
                }
            }
        }
        components
    }
}

fn name_of<'a>(node: &Node<'a>, reference: &Reference) -> Name<'a> {
    (node.pattern.slice(reference.id), reference.attribute.map(|name| node.pattern.slice(name)))
}

fn shown((id, attribute): Name<'_>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}
