//! `cyclic-reference`

use std::collections::HashMap;

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef, Reference};

pub(super) struct CyclicReference;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for messages and terms that refer to themselves, directly or through others, attributes and \
        selectors included.",
    why: "It is legal Fluent, but there is no text to show: the application gets an error.",
    bad: &[("i18n/nl/main.ftl", "save = { store }\nstore = { keep }\nkeep = Zie { save }\n")],
    good: &[("i18n/nl/main.ftl", "save = { store }\nstore = { keep }\nkeep = Bewaren\n")],
    fix: "None.",
};

impl Rule for CyclicReference {
    fn name(&self) -> &'static str {
        "cyclic-reference"
    }

    fn group(&self) -> Group {
        Group::References
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        let graph = Graph::new(context);
        for component in graph.components() {
            let path = graph.cycle(&component);
            let Some((start, reference)) = path.first().copied() else { continue };
            let Some(node) = graph.nodes.get(start) else { continue };
            let others: Vec<String> = path.iter().skip(1).map(|(node, _)| graph.name(*node)).collect();
            let through = match others.as_slice() {
                [] => String::new(),
                [one] => format!(" through `{one}`"),
                [one, rest @ ..] => format!(" through `{one}` and {} more", rest.len()),
            };
            let message = format!("`{}` refers to itself{through}", graph.name(start));
            let mut finding =
                Finding::at(node.entry.file(), reference.id, message).entry(node.entry, node.attribute);
            for (other, reference) in path.iter().skip(1).take(RELATED) {
                if let Some(node) = graph.nodes.get(*other) {
                    let message = format!("`{}` goes on here", graph.name(*other));
                    finding = finding.related(node.entry.file(), reference.id, message);
                }
            }
            sink.report(finding);
        }
    }
}

/// How many steps of the way round are shown.
const RELATED: usize = 3;

/// A value or an attribute that refers to something.
#[derive(Debug)]
struct Node<'a> {
    entry: EntryRef<'a>,
    attribute: Option<&'a str>,
    pattern: PatternRef<'a>,
}

/// What refers to what.
#[derive(Debug)]
struct Graph<'a> {
    context: Context<'a>,
    nodes: Vec<Node<'a>>,
    /// By file, entry and attribute.
    places: HashMap<(usize, usize, Option<&'a str>), usize>,
}

/// What is known of a node while components are looked for.
#[derive(Debug, Clone, Copy, Default)]
struct State {
    order: usize,
    low: usize,
    open: bool,
}

impl<'a> Graph<'a> {
    fn new(context: Context<'a>) -> Self {
        let mut graph = Self { context, nodes: Vec::new(), places: HashMap::new() };
        for (entry, attribute, pattern) in context.patterns_with(Features::REFERENCES) {
            // On the way round everything is referred to.
            let is_own = |reference: &Reference| pattern.slice(reference.id) == entry.id();
            if !context.uses().contains(&(entry.id(), None)) && !pattern.references().iter().any(is_own) {
                continue;
            }
            // Of several definitions the first counts; the others can be reached by nobody.
            let is_first = context.find(entry.file(), entry.id()).is_some_and(|first| {
                first.index() == entry.index() && first.file().index() == entry.file().index()
            });
            if is_first {
                let place = (entry.file().index(), entry.index(), attribute);
                graph.places.insert(place, graph.nodes.len());
                graph.nodes.push(Node { entry, attribute, pattern });
            }
        }
        graph
    }

    fn name(&self, node: usize) -> String {
        let Some(node) = self.nodes.get(node) else { return String::new() };
        match node.attribute {
            Some(attribute) => format!("{}.{attribute}", node.entry.id()),
            None => node.entry.id().to_owned(),
        }
    }

    fn reference(&self, node: usize, edge: usize) -> Option<&'a Reference> {
        self.nodes.get(node)?.pattern.references().get(edge)
    }

    fn target(&self, node: usize, reference: &Reference) -> Option<usize> {
        let pattern = self.nodes.get(node)?.pattern;
        let attribute = reference.attribute.map(|attribute| pattern.slice(attribute));
        let target = self.context.find(pattern.file(), pattern.slice(reference.id))?;
        self.places.get(&(target.file().index(), target.index(), attribute)).copied()
    }

    /// The sets of nodes that all reach each other (Tarjan's algorithm, with a stack of its own: a chain of
    /// references may be longer than the stack of a thread).
    fn components(&self) -> Vec<Vec<usize>> {
        let mut states = vec![State::default(); self.nodes.len()];
        let mut components = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let mut order = 0;
        for root in 0..self.nodes.len() {
            if states.get(root).is_none_or(|state| state.order != 0) {
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
                let low = state.low;
                if let Some(reference) = self.reference(node, current) {
                    let Some(target) = self.target(node, reference) else { continue };
                    let Some(other) = states.get(target).copied() else { continue };
                    if other.order == 0 {
                        path.push((target, 0));
                    } else if other.open {
                        lower(&mut states, node, other.order);
                    }
                    continue;
                }
                path.pop();
                if let Some((parent, _)) = path.last() {
                    lower(&mut states, *parent, low);
                }
                if states.get(node).is_some_and(|state| state.low == state.order) {
                    let start = open.iter().rposition(|other| *other == node).unwrap_or_default();
                    let mut component = open.split_off(start);
                    for node in &component {
                        if let Some(state) = states.get_mut(*node) {
                            state.open = false;
                        }
                    }
                    component.sort_unstable();
                    components.push(component);
                }
            }
        }
        components
    }

    /// The shortest way from the first node of a component back to itself: nodes, and how each goes on.
    fn cycle(&self, component: &[usize]) -> Vec<(usize, &'a Reference)> {
        let Some(&start) = component.first() else { return Vec::new() };
        let mut came_from: HashMap<usize, (usize, &'a Reference)> = HashMap::new();
        let mut layer = vec![start];
        while !layer.is_empty() {
            let mut next = Vec::new();
            for node in layer {
                let references =
                    self.nodes.get(node).map(|node| node.pattern.references()).unwrap_or_default();
                for reference in references {
                    let Some(target) = self.target(node, reference) else { continue };
                    if component.binary_search(&target).is_err() || came_from.contains_key(&target) {
                        continue;
                    }
                    came_from.insert(target, (node, reference));
                    next.push(target);
                }
            }
            layer = next;
        }
        let mut path = Vec::new();
        let mut current = start;
        while let Some((node, reference)) = came_from.get(&current) {
            path.push((*node, *reference));
            current = *node;
            if current == start {
                break;
            }
        }
        path.reverse();
        path
    }
}

fn lower(states: &mut [State], node: usize, low: usize) {
    if let Some(state) = states.get_mut(node) {
        state.low = state.low.min(low);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_pair};

    const RULE: &str = "cyclic-reference";

    #[test]
    fn the_first_reference_of_the_cycle_is_underlined() {
        check_pair(
            RULE,
            "a = A\n",
            "a = é { a }\nb = { c.x }\nc = C\n    .x = { -t }\n-t = { -t.y ->\n   *[z] Z\n}\n    .y = { b }\n",
            &[
                "1:9: error: `a` refers to itself",
                "2:7: error: `b` refers to itself through `c.x` and 2 more",
            ],
        );
    }

    #[test]
    fn what_only_leads_into_a_cycle_or_meets_again_is_right() {
        check_pair(RULE, "a = A\n", "a = { b }\nb = { b }\n", &["2:7: error: `b` refers to itself"]);
        check_pair(
            RULE,
            "a = A\n",
            "a = { b } { c }\nb = { d }\nc = { d }\nd = { e } { -none }\ne = E\n",
            &[],
        );
    }

    #[test]
    fn files_of_other_bundles_close_no_cycle() {
        let files = [
            ("i18n/en/a.ftl", "a = { b }\nb = B\n"),
            ("i18n/en/b.ftl", "b = { a }\n"),
            ("i18n/nl/a.ftl", "a = A\n"),
        ];
        check(RULE, &files, &[]);
    }

    #[test]
    fn a_very_long_cycle_is_found_in_time() {
        let count = 100_000;
        let text: String =
            (0..count).flat_map(|n| [format!("m{n} = {{ m{} }}\n", (n + 1) % count)]).collect();
        let line = format!("1:8: error: `m0` refers to itself through `m1` and {} more", count - 2);
        check_pair(RULE, "m0 = A\n", &text, &[&line]);
    }
}
