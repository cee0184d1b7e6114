//! What terms do with the arguments that they are given.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::super::Context;
use crate::model::{FileRef, PatternRef, SelectorKind};

/// What one pattern of a term uses: its variables, and for each the keys that it selects among.
#[derive(Debug, Default)]
pub(in crate::rules) struct Shape<'a> {
    pub(in crate::rules) keys: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

/// The shapes of terms, each made once.
pub(in crate::rules) struct Terms<'a> {
    context: Context<'a>,
    /// By file, entry and attribute.
    shapes: HashMap<(&'a str, usize, Option<&'a str>), Option<Shape<'a>>>,
}

impl<'a> Terms<'a> {
    pub(in crate::rules) fn new(context: Context<'a>) -> Self {
        Self { context, shapes: HashMap::new() }
    }

    /// The shape of a term's value or attribute, as a file of the locale finds it.
    pub(in crate::rules) fn shape(
        &mut self,
        from: FileRef<'_>,
        id: &str,
        attribute: Option<&'a str>,
    ) -> Option<&Shape<'a>> {
        let context = self.context;
        let target = context.find_or_inherit(from, id)?;
        let place = (&**target.file().source().path(), target.index(), attribute);
        let make = || Some(shape(context, target.unit(attribute)?));
        self.shapes.entry(place).or_insert_with(make).as_ref()
    }
}

fn shape<'a>(context: Context<'a>, pattern: PatternRef<'a>) -> Shape<'a> {
    let mut shape = Shape::default();
    for name in context.variables_of(pattern) {
        shape.keys.insert(name, BTreeSet::new());
    }
    let mut selectors = HashMap::new();
    for select in pattern.selects().iter().filter(|select| select.kind == SelectorKind::Variable) {
        selectors.insert(select.index, pattern.slice(select.selector));
    }
    // A variable that is also shown takes any value.
    let shown: HashSet<&str> = pattern
        .variables()
        .iter()
        .filter(|variable| !variable.role.selects())
        .map(|variable| pattern.slice(variable.name))
        .collect();
    for variant in pattern.variants() {
        if let Some(name) = selectors.get(&variant.select).filter(|name| !shown.contains(*name)) {
            shape.keys.entry(name).or_default().insert(pattern.slice(variant.key));
        }
    }
    shape
}
