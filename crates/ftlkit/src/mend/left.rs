//! What is left alone, and how it is known again while the texts around it change.

use std::collections::{HashMap, HashSet};

use super::census::{Name, name};
use super::rewrite::Moves;
use crate::check::Report;
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// Findings that are left alone.
#[derive(Debug, Default)]
pub(super) struct Left {
    /// Where each of them began.
    origin: Vec<Span>,
    /// Where each of them may begin now.
    places: Vec<Span>,
    by_name: HashMap<Name, Group>,
}

/// Those of one name.
#[derive(Debug, Default)]
struct Group {
    /// Their numbers, in the order of their places.
    members: Vec<usize>,
    /// Whether the report had others of this name, which are not left alone.
    has_others: bool,
}

impl Left {
    pub(super) fn new(report: &Report, leave: &[Diagnostic]) -> Self {
        if leave.is_empty() {
            return Self::default();
        }
        let origin: Vec<Span> = leave.iter().map(place).collect();
        let mut by_name: HashMap<Name, Group> = HashMap::new();
        for (number, diagnostic) in leave.iter().enumerate() {
            by_name.entry(name(diagnostic)).or_default().members.push(number);
        }
        let mut counts: HashMap<Name, usize> = HashMap::new();
        for diagnostic in &report.diagnostics {
            *counts.entry(name(diagnostic)).or_default() += 1;
        }
        for (name, group) in &mut by_name {
            group.members.sort_by_key(|number| origin.get(*number).copied());
            group.has_others = counts.get(name).is_some_and(|count| *count > group.members.len());
        }
        Self { places: origin.clone(), origin, by_name }
    }

    /// Whether a finding may be one of them.
    pub(super) fn knows(&self, diagnostic: &Diagnostic) -> bool {
        !self.by_name.is_empty() && self.by_name.contains_key(&name(diagnostic))
    }

    /// Where each of them is among the findings of a report, if it is still there.
    pub(super) fn find(&self, report: &Report) -> Vec<Option<usize>> {
        let mut found = vec![None; self.places.len()];
        if self.by_name.is_empty() {
            return found;
        }
        let mut candidates: HashMap<Name, Vec<(Span, usize)>> = HashMap::new();
        for (index, diagnostic) in report.diagnostics.iter().enumerate() {
            let name = name(diagnostic);
            if self.by_name.contains_key(&name) {
                candidates.entry(name).or_default().push((place(diagnostic), index));
            }
        }
        for (name, candidates) in &mut candidates {
            let Some(group) = self.by_name.get(name) else { continue };
            candidates.sort_unstable();
            let mut members = group.members.iter().peekable();
            let mut others = Vec::new();
            for &(place, index) in &*candidates {
                let at = |number: &usize| self.places.get(*number).copied().unwrap_or_default();
                while members.next_if(|number| at(number).end < place.start).is_some() {}
                let member = members.next_if(|number| at(number).start <= place.start);
                match member.and_then(|number| found.get_mut(*number)) {
                    Some(found) => *found = Some(index),
                    None => others.push(index),
                }
            }
            // Where all of a name are left alone, one that has gone elsewhere is still one of them.
            let mut others = others.into_iter().filter(|_| !group.has_others);
            for number in &group.members {
                if let Some(found) = found.get_mut(*number).filter(|found| found.is_none()) {
                    *found = others.next();
                }
            }
        }
        found
    }

    /// The findings of a report that are not among them.
    pub(super) fn others<'r>(&self, report: &'r Report) -> impl Iterator<Item = &'r Diagnostic> {
        let known: HashSet<usize> = self.find(report).into_iter().flatten().collect();
        let all = report.diagnostics.iter().enumerate();
        all.filter(move |(index, _)| !known.contains(index)).map(|(_, diagnostic)| diagnostic)
    }

    /// Takes note of where texts have gone; they are those of the report now.
    pub(super) fn follow(&mut self, report: &Report, moves: &Moves) {
        if self.by_name.is_empty() {
            return;
        }
        for ((_, _, path, ..), group) in &self.by_name {
            let file = report.place_of(path);
            for number in &group.members {
                if let Some(place) = self.places.get_mut(*number) {
                    *place = moves.apply(&file, *place);
                }
            }
        }
        // What is found is where it is, and no longer where it may be.
        for (number, index) in self.find(report).into_iter().enumerate() {
            let found = index.and_then(|index| report.diagnostics.get(index)).map(place);
            if let (Some(place), Some(found)) = (self.places.get_mut(number), found) {
                *place = found;
            }
        }
    }

    /// Forgets where texts have gone: they are as they were at first.
    pub(super) fn undo(&mut self) {
        self.places.clone_from(&self.origin);
    }
}

/// Where a finding begins.
fn place(diagnostic: &Diagnostic) -> Span {
    Span::at(diagnostic.range().map_or(0, |range| range.start.offset))
}
