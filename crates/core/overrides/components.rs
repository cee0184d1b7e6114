//! Which texts lead back to themselves.

/// The sets of nodes that all lead to each other, those that are referred to first (Tarjan's algorithm; a chain may be longer
/// than the stack of a thread, so it has a stack of its own). Each set is sorted.
pub(super) fn components(targets: &[Vec<usize>]) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, Default)]
    struct State {
        order: usize,
        low: usize,
        open: bool,
    }
    let mut states = vec![State::default(); targets.len()];
    let (mut components, mut open, mut order) = (Vec::new(), Vec::new(), 0);
    for root in 0..targets.len() {
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
            if let Some(&to) = targets.get(node).and_then(|targets| targets.get(current)) {
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
