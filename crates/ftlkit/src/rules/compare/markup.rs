//! How the tags of a translation differ from those of the reference.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::super::{Context, UnitPair};
use super::tags::{TagSet, is_void};
use super::{branches, is_cjk};
use crate::model::{Index, PatternRef, Tag, TagKind, TextKind};
use crate::source::Span;

/// How many faults of one text are listed.
const FAULTS: usize = 100;

/// A tag that one side has more often than the other.
#[derive(Debug)]
pub(in crate::rules) struct Difference<'a> {
    pub(in crate::rules) name: &'a str,
    pub(in crate::rules) span: Span,
    /// The key of the variant, where it is not the same in all.
    pub(in crate::rules) branch: Option<&'a str>,
}

#[derive(Debug, Default)]
pub(in crate::rules) struct Differences<'a> {
    pub(in crate::rules) missing: Vec<Difference<'a>>,
    pub(in crate::rules) extra: Vec<Difference<'a>>,
}

/// Compares the tags that open something, variant by variant: each must have those of some variant of the
/// reference. Nothing is said of a text that is not balanced: that is a finding of its own.
pub(in crate::rules) fn compare_tags<'a>(context: Context<'a>, unit: &UnitPair<'a>) -> Differences<'a> {
    let (pattern, reference) = (unit.pattern, unit.reference);
    let mut differences = Differences::default();
    if unit.has_same_tags() {
        return differences;
    }
    let known = TagSet::of(reference);
    if known.is_empty() {
        return differences;
    }
    let all = known.and(&TagSet::of(pattern));
    if unbalanced(reference, &known).is_empty() && !unbalanced(pattern, &all).is_empty() {
        return differences;
    }
    // Besides the tags the variables that select are counted: where a number is left out, so may be its tags.
    let selectors: HashSet<&str> = [pattern, reference]
        .into_iter()
        .flat_map(|pattern| pattern.selects().iter().map(move |select| pattern.slice(select.selector)))
        .collect();
    let width = all.len() + 1;
    let count = |pattern: PatternRef<'a>| {
        let opening =
            opening(pattern).filter_map(|tag| Some((all.position(pattern.slice(tag.name))?, tag.variant)));
        let numbers = pattern
            .variables()
            .iter()
            .filter(|variable| !variable.role.selects() && selectors.contains(pattern.slice(variable.name)));
        branches(pattern, width, opening.chain(numbers.map(|variable| (all.len(), variable.variant))))
    };
    let rows: BTreeSet<Vec<i32>> = count(reference).into_iter().map(|branch| branch.counts).collect();
    let tags_of = |counts: &[i32]| counts.iter().take(all.len()).copied().collect::<Vec<i32>>();
    let right: HashSet<Vec<i32>> = rows.iter().map(|row| tags_of(row)).collect();
    let branches = count(pattern);
    let is_one = branches.len() == 1;
    let names: Vec<&str> = all.names().collect();
    let mut missing: BTreeMap<&str, Vec<Difference<'_>>> = BTreeMap::new();
    let mut spans = HashSet::new();
    for branch in &branches {
        if right.contains(&tags_of(&branch.counts)) {
            continue;
        }
        let apart =
            |row: &&Vec<i32>| row.iter().zip(&branch.counts).map(|(a, b)| a.abs_diff(*b)).sum::<u32>();
        let Some(row) = rows.iter().take(FAULTS).min_by_key(apart) else { continue };
        let shows_number = |counts: &[i32]| counts.last().is_some_and(|count| *count > 0);
        let leaves_out = shows_number(row) && !shows_number(&branch.counts);
        let key = branch.variant.map(|variant| pattern.slice(variant.key)).filter(|_| !is_one);
        for ((name, wanted), found) in names.iter().zip(row).zip(&branch.counts) {
            let may_be_dropped = is_cjk(context.locale().tag()) && matches!(*name, "em" | "i");
            if found < wanted && !leaves_out && !may_be_dropped {
                let span = branch.variant.map_or(pattern.span(), |variant| variant.value);
                missing.entry(name).or_default().push(Difference { name, span, branch: key });
            } else if found > wanted && differences.extra.len() < FAULTS {
                let variant = branch.variant.map(|variant| variant.index);
                let mut tags = opening(pattern).filter(|tag| pattern.slice(tag.name) == *name);
                let here = tags.clone().rfind(|tag| tag.variant == variant);
                let tag = here.or_else(|| tags.rfind(|tag| pattern.is_within(variant, tag.variant)));
                if let Some(tag) = tag.filter(|tag| spans.insert(tag.span)) {
                    differences.extra.push(Difference { name, span: tag.span, branch: key });
                }
            }
        }
    }
    for (name, list) in missing {
        if list.len() == branches.len() {
            differences.missing.push(Difference { name, span: pattern.span(), branch: None });
        } else {
            differences.missing.extend(list);
        }
    }
    differences
}

fn opening(pattern: PatternRef<'_>) -> impl DoubleEndedIterator<Item = &Tag> + Clone {
    pattern.tags().iter().filter(|tag| tag.kind != TagKind::Close)
}

/// A tag without its counterpart.
#[derive(Debug)]
pub(in crate::rules) struct Unbalanced {
    pub(in crate::rules) span: Span,
    /// What is wrong with it.
    pub(in crate::rules) what: String,
    is_order: bool,
}

/// The tags of some names that are not closed, not opened, or closed in the wrong order.
pub(in crate::rules) fn unbalanced(pattern: PatternRef<'_>, names: &TagSet<'_>) -> Vec<Unbalanced> {
    let mut stacks: HashMap<Option<Index>, Vec<&Tag>> = HashMap::new();
    let mut faults = Vec::new();
    let pairs = |tag: &&Tag| {
        let name = pattern.slice(tag.name);
        tag.kind != TagKind::Empty && names.contains(name) && !is_void(name)
    };
    for tag in pattern.tags().iter().filter(pairs) {
        if faults.len() >= FAULTS {
            break;
        }
        let name = pattern.slice(tag.name);
        let stack = stacks.entry(tag.variant).or_default();
        if tag.kind == TagKind::Open {
            stack.push(tag);
            continue;
        }
        let mut near = stack.iter().rev().take(FAULTS);
        match near.position(|open| pattern.slice(open.name) == name) {
            Some(0) => {
                stack.pop();
            }
            Some(above) => {
                let top = stack.last().map(|open| pattern.slice(open.name)).unwrap_or_default();
                let what = format!("comes before `</{top}>`");
                faults.push(Unbalanced { span: tag.span, what, is_order: true });
                stack.remove(stack.len() - 1 - above);
            }
            None => {
                faults.push(Unbalanced {
                    span: tag.span,
                    what: "closes nothing".to_owned(),
                    is_order: false,
                });
            }
        }
    }
    let open = stacks.into_values().flatten();
    let is_not_closed =
        |tag: &Tag| Unbalanced { span: tag.span, what: "is not closed".to_owned(), is_order: false };
    faults.extend(open.map(is_not_closed));
    faults.sort_by_key(|fault| fault.span);
    if !pattern.variants().is_empty() && !faults.is_empty() && is_even(pattern, names) {
        faults.retain(|fault| fault.is_order);
    }
    faults
}

/// Whether each branch closes as many tags as it opens: a variant may close what stands before it.
fn is_even(pattern: PatternRef<'_>, names: &TagSet<'_>) -> bool {
    let things = pattern.tags().iter().filter(|tag| tag.kind != TagKind::Empty).filter_map(|tag| {
        let name = names.position(pattern.slice(tag.name)).filter(|_| !is_void(pattern.slice(tag.name)))?;
        Some((name * 2 + usize::from(tag.kind == TagKind::Close), tag.variant))
    });
    let is_even = |counts: &[i32]| counts.chunks(2).all(|pair| pair.first() == pair.last());
    branches(pattern, names.len() * 2, things).iter().all(|branch| is_even(&branch.counts))
}

/// Entities that are known by their names, without the semicolon that they need.
pub(in crate::rules) fn unclosed_entities(pattern: PatternRef<'_>) -> Vec<(&str, Span)> {
    let names = [
        "amp", "apos", "copy", "gt", "hellip", "laquo", "lt", "mdash", "nbsp", "ndash", "quot", "raquo",
        "shy",
    ];
    let mut found = Vec::new();
    for text in pattern.texts().iter().filter(|text| text.kind == TextKind::Plain) {
        let run = pattern.slice(text.span);
        for at in memchr::memchr_iter(b'&', run.as_bytes()) {
            let rest = run.get(at + 1..).unwrap_or_default();
            let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let name = rest.get(..length).unwrap_or_default();
            let is_closed = rest.as_bytes().get(length) == Some(&b';');
            // An address has `&lt=…` in its query.
            let is_query = rest.as_bytes().get(length) == Some(&b'=');
            if is_closed || is_query || !names.contains(&name) {
                continue;
            }
            let (Ok(at), Ok(length)) = (u32::try_from(at), u32::try_from(length)) else { continue };
            let start = text.span.start + at;
            found.push((name, Span::new(start, start + 1 + length)));
        }
    }
    found
}
