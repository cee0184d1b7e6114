//! What each variant of a pattern shows, taken together with what stands around it.

use crate::model::{Index, PatternRef, Variant};

/// One way through the selections of a pattern.
#[derive(Debug)]
pub(in crate::rules) struct Branch<'a> {
    /// The innermost variant; nothing where nothing is selected.
    pub(in crate::rules) variant: Option<&'a Variant>,
    /// How often each thing is shown.
    pub(in crate::rules) counts: Vec<i32>,
}

/// Counts things in each branch. A thing is a number below `width` and the variant it stands in.
///
/// The branch of a variant is that variant, all around it, and the defaults of the selections beside it: so
/// there are as many branches as innermost variants, and no products of them.
pub(in crate::rules) fn branches(
    pattern: PatternRef<'_>,
    width: usize,
    things: impl Iterator<Item = (usize, Option<Index>)>,
) -> Vec<Branch<'_>> {
    let variants = pattern.variants();
    let first = variants.first().map_or(0, |variant| variant.index.get());
    let root = variants.len();
    let node = |variant: Option<Index>| variant.map_or(root, |index| index.get().saturating_sub(first));
    // What stands in each variant itself, then with the defaults of the selections in it.
    let mut inside = vec![vec![0_i32; width]; root + 1];
    for (thing, variant) in things {
        if let Some(count) = inside.get_mut(node(variant)).and_then(|counts| counts.get_mut(thing)) {
            *count += 1;
        }
    }
    let mut has_selection = vec![false; root + 1];
    let first_select = pattern.selects().first().map_or(0, |select| select.index.get());
    let mut defaults = vec![root; pattern.selects().len()];
    // Variants are listed before what stands in them.
    for (position, variant) in variants.iter().enumerate().rev() {
        let parent = node(variant.parent);
        if let Some(flag) = has_selection.get_mut(parent) {
            *flag = true;
        }
        if variant.default {
            let slot = variant.select.get().saturating_sub(first_select);
            if let Some(default) = defaults.get_mut(slot) {
                *default = position;
            }
            let counts = inside.get(position).cloned().unwrap_or_default();
            if let Some(parent) = inside.get_mut(parent) {
                add(parent, &counts, 1);
            }
        }
    }
    let mut paths = inside.clone();
    for (position, variant) in variants.iter().enumerate() {
        let mut counts = paths.get(node(variant.parent)).cloned().unwrap_or_default();
        let default = defaults.get(variant.select.get().saturating_sub(first_select)).copied();
        if default != Some(position) {
            if let Some(default) = default.and_then(|default| inside.get(default)) {
                add(&mut counts, default, -1);
            }
            if let Some(own) = inside.get(position) {
                add(&mut counts, own, 1);
            }
        }
        if let Some(path) = paths.get_mut(position) {
            *path = counts;
        }
    }
    let leaves = paths.into_iter().zip(has_selection).enumerate().filter(|(_, (_, inner))| !inner);
    leaves.map(|(position, (counts, _))| Branch { variant: variants.get(position), counts }).collect()
}

fn add(to: &mut [i32], what: &[i32], factor: i32) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += what * factor;
    }
}
