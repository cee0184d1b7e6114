//! What was there before, to tell what fixes have brought.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::Taken;
use crate::check::Report;
use crate::diagnostic::Diagnostic;
use crate::model::FileRef;

/// What tells a finding from others wherever its text has moved to: project, rule, path, id, attribute.
pub(super) type Name = (Option<usize>, &'static str, Arc<str>, Option<String>, Option<String>);

pub(super) fn name(diagnostic: &Diagnostic) -> Name {
    let Diagnostic { project, rule, path, id, attribute, .. } = diagnostic;
    (*project, *rule, Arc::clone(path), id.clone(), attribute.clone())
}

/// The findings by their names, and how many of each.
#[derive(Debug)]
pub(super) struct Census {
    found: HashMap<Name, usize>,
}

/// Whether a fix may have brought a finding.
type Suspicion = fn(&Diagnostic, &Diagnostic) -> bool;

/// Where a comment has done its work and the fault is mended, this rule speaks of the comment.
const EXPECTED: &str = "unused-suppression";

impl Census {
    pub(super) fn new(report: &Report) -> Self {
        let mut found = HashMap::new();
        for diagnostic in &report.diagnostics {
            *found.entry(name(diagnostic)).or_default() += 1;
        }
        Self { found }
    }

    /// Which of the fixes brought something that was not there, and the rule that found it.
    pub(super) fn culprits(
        &self,
        after: &Report,
        taken: &[Taken],
        made: &[Diagnostic],
    ) -> HashMap<usize, &'static str> {
        let fresh = self.fresh(after, taken, made);
        let broken = broken(after, taken);
        // The nearest that are to blame: fixes in the same entry, else in the file, in the locale, anywhere.
        let suspicions: [Suspicion; 4] = [
            |fix, new| fix.path == new.path && new.id.as_deref().is_some_and(|id| is_about(fix, id)),
            |fix, new| fix.path == new.path,
            |fix, new| fix.locale == new.locale && fix.project == new.project,
            |_, _| true,
        ];
        let mut culprits = HashMap::new();
        for suspicion in suspicions {
            for (index, fix) in made.iter().enumerate() {
                if let Some(new) = fresh.iter().find(|new| suspicion(fix, new)) {
                    culprits.insert(index, new.rule);
                } else if broken.contains(&fix.path) {
                    culprits.insert(index, "syntax-error");
                }
            }
            if !culprits.is_empty() || fresh.is_empty() {
                break;
            }
        }
        culprits
    }

    /// The findings of which there are more than before.
    fn fresh<'r>(&self, after: &'r Report, taken: &[Taken], made: &[Diagnostic]) -> Vec<&'r Diagnostic> {
        let lost = lost(taken);
        let renamed: HashMap<(&str, &str), &str> = made.iter().filter_map(renamed).collect();
        let mut seen: HashMap<Name, usize> = HashMap::new();
        let mut fresh = Vec::new();
        for diagnostic in &after.diagnostics {
            let name = name(diagnostic);
            let mut known = self.found.get(&name).copied().unwrap_or(0);
            if let Some(old) = name.3.as_deref().and_then(|id| renamed.get(&(&*name.2, id))) {
                let (project, rule, path, _, attribute) = name.clone();
                let old = (project, rule, path, Some((*old).to_owned()), attribute);
                known += self.found.get(&old).copied().unwrap_or(0);
            }
            // What a syntax error has hidden was there before.
            let id = name.3.as_deref().unwrap_or_default();
            let was_hidden =
                lost.contains(&(&*name.2, id, None)) || lost.contains(&(&*name.2, id, name.4.as_deref()));
            let is_expected = was_hidden || diagnostic.rule == EXPECTED;
            let count = seen.entry(name).or_default();
            *count += 1;
            if *count > known && !is_expected {
                fresh.push(diagnostic);
            }
        }
        fresh
    }
}

/// Whether a fix is about an entry, or gives it its id.
fn is_about(fix: &Diagnostic, id: &str) -> bool {
    let edits = fix.fix.iter().flat_map(|fix| &fix.edits);
    fix.id.as_deref() == Some(id) || edits.into_iter().any(|edit| edit.text == id)
}

/// The path and the new id, and the old one, where a fix renames a message.
fn renamed(diagnostic: &Diagnostic) -> Option<((&str, &str), &str)> {
    let [edit] = diagnostic.fix.as_ref()?.edits.as_slice() else { return None };
    let is_id = diagnostic.attribute.is_none()
        && diagnostic.rule == "extra-message"
        && !edit.text.is_empty()
        && diagnostic.range.is_some_and(|range| range.span() == edit.span);
    is_id.then_some(((&*edit.path, edit.text.as_str()), diagnostic.id.as_deref()?))
}

/// The ids and attributes that syntax errors have hidden: path, id, attribute.
fn lost(taken: &[Taken]) -> HashSet<(&str, &str, Option<&str>)> {
    let mut lost = HashSet::new();
    for Taken { file, .. } in taken {
        let view = FileRef::new(&file.source, &file.model, 0);
        for broken in view.broken() {
            let attribute = broken.attribute.map(|attribute| view.slice(attribute));
            lost.insert((&**file.source.path(), view.slice(broken.id), attribute));
        }
    }
    lost
}

/// The files that have more syntax errors than before, or cannot be parsed at all any more.
fn broken(after: &Report, taken: &[Taken]) -> HashSet<Arc<str>> {
    let files = after.projects.iter().flat_map(|project| &project.locales).flat_map(|locale| &locale.files);
    let now: HashMap<&str, FileRef<'_>> =
        files.map(|file| (&**file.source.path(), FileRef::new(&file.source, &file.model, 0))).collect();
    let is_worse = |old: FileRef<'_>| {
        let new = now.get(&**old.source().path());
        new.is_some_and(|new| new.errors().len() > old.errors().len() || new.is_opaque() && !old.is_opaque())
    };
    let old = taken.iter().map(|taken| FileRef::new(&taken.file.source, &taken.file.model, 0));
    old.filter(|old| is_worse(*old)).map(|old| Arc::clone(old.source().path())).collect()
}
