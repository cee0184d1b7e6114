//! What is left alone, and how it is known again while the texts around it change.

use std::collections::{HashMap, HashSet};

use super::census::{Name, name};
use crate::check::Report;
use crate::diagnostic::Diagnostic;
use crate::fingerprint::Files;

/// Findings that are left alone.
#[derive(Debug)]
pub(super) struct Left {
    names: HashSet<Name>,
    /// What is about no entry has the name of all such findings in its file. So its text counts, too, and how many there
    /// are. The text of an entry would not do: other fixes change it.
    texts: HashMap<(Name, Option<u64>), usize>,
}

impl Left {
    pub(super) fn new(report: &Report, leave: &[Diagnostic]) -> Self {
        let mut files = Files::new(report);
        let mut texts = HashMap::new();
        for diagnostic in leave.iter().filter(|diagnostic| diagnostic.id.is_none()) {
            *texts.entry((name(diagnostic), files.fingerprint(diagnostic))).or_default() += 1;
        }
        Self { names: leave.iter().map(name).collect(), texts }
    }

    /// Whether a finding may be one of them.
    pub(super) fn knows(&self, diagnostic: &Diagnostic) -> bool {
        !self.names.is_empty() && self.names.contains(&name(diagnostic))
    }

    /// The findings of a report that are not among them.
    pub(super) fn others<'r>(&self, report: &'r Report) -> Vec<&'r Diagnostic> {
        if self.names.is_empty() {
            return report.diagnostics.iter().collect();
        }
        let mut files = Files::new(report);
        let mut texts = self.texts.clone();
        let is_other = |diagnostic: &&Diagnostic| {
            if !self.knows(diagnostic) || diagnostic.id.is_some() {
                return !self.knows(diagnostic);
            }
            let count = texts.get_mut(&(name(diagnostic), files.fingerprint(diagnostic)));
            let count = count.filter(|count| **count > 0);
            count.map(|count| *count -= 1).is_none()
        };
        report.diagnostics.iter().filter(is_other).collect()
    }
}
