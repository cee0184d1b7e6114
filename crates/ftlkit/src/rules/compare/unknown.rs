//! Variables of a translation that the reference does not know.

use std::collections::BTreeSet;

use super::super::{Context, Finding, UnitPair};
use super::{Names, is_documented};
use crate::distance::{self, Guess};
use crate::model::Variable;

/// How many variables of one text are reported.
const VARIABLES: usize = 100;

/// The variables of one text that the reference does not know.
#[derive(Debug, Default)]
pub(in crate::rules) struct Unknown<'a> {
    /// The first use of each.
    pub(in crate::rules) variables: Vec<&'a Variable>,
    /// Those of the reference, and of the messages that it refers to.
    known: BTreeSet<&'a str>,
}

impl<'a> Unknown<'a> {
    /// Looks at some uses of variables in a translation. What a comment of the reference describes is passed,
    /// used or not.
    pub(in crate::rules) fn new(
        context: Context<'a>,
        unit: &UnitPair<'a>,
        uses: impl Iterator<Item = &'a Variable>,
    ) -> Self {
        if unit.has_same_variables() {
            return Self::default();
        }
        let (pattern, reference) = (unit.pattern, unit.reference);
        let direct: Names<'_> =
            reference.variables().iter().map(|variable| reference.slice(variable.name)).collect();
        let mut uses = uses.filter(|variable| !direct.contains(pattern.slice(variable.name))).peekable();
        if uses.peek().is_none() {
            return Self::default();
        }
        let known = context.reference().variables_of(reference);
        let mut reported = BTreeSet::new();
        let mut variables = Vec::new();
        for variable in uses {
            let name = pattern.slice(variable.name);
            if known.contains(name) || reported.len() >= VARIABLES || !reported.insert(name) {
                continue;
            }
            if !is_documented(context, unit.reference_entry, name, known.iter().copied()) {
                variables.push(variable);
            }
        }
        Self { variables, known }
    }

    /// Says what would be right; the fix is safe where that may be said of the name that was meant.
    pub(in crate::rules) fn finding(
        &self,
        unit: &UnitPair<'a>,
        variable: &Variable,
        message: String,
        is_safe: impl Fn(&str) -> bool,
    ) -> Finding {
        let (pattern, file) = (unit.pattern, unit.entry.file());
        let name = pattern.slice(variable.name);
        let guess = distance::guess(name, self.known.iter().copied());
        let help = match guess {
            Some(guess) => format!("did you mean `${}`?", guess.name),
            None if self.known.is_empty() => "the reference has no variables here".to_owned(),
            None => {
                let names: Vec<String> = self.known.iter().map(|name| format!("`${name}`")).collect();
                format!("the reference has {}", names.join(", "))
            }
        };
        let finding = Finding::at(file, pattern.with_sigil(variable.name), message)
            .entry(unit.entry, unit.attribute)
            .related(unit.reference.file(), unit.reference.span(), "the text in the reference")
            .help(help);
        let Some(Guess { name: nearest, is_certain }) = guess else { return finding };
        let same = pattern.variables().iter().filter(|other| pattern.slice(other.name) == name);
        let edits = same.map(|other| (other.name, nearest.to_owned()));
        finding.fix(
            format!("replace `${name}` with `${nearest}`"),
            is_certain && is_safe(nearest),
            file,
            edits,
        )
    }
}
