//! What was there before, to tell what fixes have brought.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::Taken;
use crate::check::Report;
use crate::diagnostic::Diagnostic;
use crate::model::FileRef;
use crate::project::{Content, ProjectFile, is_freemarker};

/// What tells a finding from others wherever its text has moved to: project, rule, path, id, attribute.
pub(super) type Name = (Option<usize>, &'static str, Arc<str>, Option<String>, Option<String>);

pub(super) fn name(diagnostic: &Diagnostic) -> Name {
    let (id, attribute) = (diagnostic.id(), diagnostic.attribute());
    let path = Arc::clone(diagnostic.shared_path());
    (diagnostic.project(), diagnostic.rule(), path, id.map(str::to_owned), attribute.map(str::to_owned))
}

/// An id, and an attribute.
type Unit = (String, Option<String>);

/// The findings by their names, and how many of each.
#[derive(Debug)]
pub(super) struct Census {
    found: HashMap<Name, usize>,
    /// What can be read in the files in which something cannot: by path, ids and attributes.
    readable: HashMap<Arc<str>, HashSet<Unit>>,
    /// The messages that were renamed since: path and new id, and the old one.
    renamed: HashMap<(Arc<str>, String), String>,
}

/// Fixes of which at least one brings something new.
#[derive(Debug)]
pub(super) struct Blame {
    /// Their positions among the fixes that were made.
    pub(super) suspects: Vec<usize>,
    /// The rule that found something new.
    pub(super) brings: &'static str,
    /// Whether they are about the very entry in which it was found.
    pub(super) is_near: bool,
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
        Self { found, readable: readable(report), renamed: HashMap::new() }
    }

    /// Takes note of the messages that fixes rename.
    pub(super) fn rename(&mut self, made: &[Diagnostic]) {
        self.renamed.extend(made.iter().filter_map(renamed));
    }

    /// Whether there is anything that was not there.
    pub(super) fn has_grown(&self, after: &Report) -> bool {
        !self.fresh(after, &self.renamed).is_empty()
    }

    /// The fixes that brought what was not there and may not stay.
    pub(super) fn blame(
        &self,
        after: &Report,
        taken: &[Taken],
        made: &[Diagnostic],
        may_stay: impl Fn(&Diagnostic) -> bool,
    ) -> Vec<Blame> {
        let renamed = made.iter().filter_map(renamed).collect();
        let mut fresh = self.fresh(after, &renamed);
        fresh.retain(|new| !may_stay(new));
        let broken = broken(after, taken);
        let suspects = |is_suspect: &dyn Fn(&Diagnostic) -> bool| -> Vec<usize> {
            made.iter().enumerate().filter(|(_, fix)| is_suspect(fix)).map(|(index, _)| index).collect()
        };
        // First the fixes of the same entry: for each finding it is one of a few.
        let near = |fix: &Diagnostic, new: &Diagnostic| {
            let is_shown = || new.related().iter().any(|related| *related.path == *fix.path());
            (fix.path() == new.path() || is_shown()) && new.id().is_some_and(|id| is_about(fix, id))
        };
        let by_entry = index_by_entry(made);
        let mut blamed: BTreeMap<Vec<usize>, &'static str> = BTreeMap::new();
        for new in &fresh {
            let of_entry = new.id().and_then(|id| by_entry.get(id)).into_iter().flatten();
            let of_entry =
                of_entry.copied().filter(|index| made.get(*index).is_some_and(|fix| near(fix, new)));
            let of_entry: Vec<usize> = of_entry.collect();
            if !of_entry.is_empty() {
                blamed.insert(of_entry, new.rule());
            }
        }
        for path in &broken {
            let of_file = suspects(&|fix| *fix.path() == **path);
            let found = if of_file.is_empty() { suspects(&|_| true) } else { of_file };
            blamed.insert(found, "syntax-error");
        }
        let is_near = !blamed.is_empty();
        // Then those of the file, of the locale, and all.
        let wider: [Suspicion; 3] = [
            |fix, new| fix.path() == new.path(),
            |fix, new| fix.locale() == new.locale() && fix.project() == new.project(),
            |_, _| true,
        ];
        for suspicion in wider {
            if let Some(new) = fresh.first().filter(|_| blamed.is_empty()) {
                let found = suspects(&|fix| suspicion(fix, new));
                blamed.extend((!found.is_empty()).then_some((found, new.rule())));
            }
        }
        // What a single fix explains needs no other.
        let certain: HashSet<usize> =
            blamed.keys().filter(|suspects| suspects.len() == 1).flatten().copied().collect();
        let is_needed = |suspects: &Vec<usize>| {
            suspects.len() == 1 || !suspects.iter().any(|suspect| certain.contains(suspect))
        };
        let blamed = blamed.into_iter().filter(|(suspects, _)| is_needed(suspects));
        blamed.map(|(suspects, brings)| Blame { suspects, brings, is_near }).collect()
    }

    /// The findings of which there are more than before.
    fn fresh<'r>(
        &self,
        after: &'r Report,
        renamed: &HashMap<(Arc<str>, String), String>,
    ) -> Vec<&'r Diagnostic> {
        let revealed = self.revealed(after, renamed);
        let mut seen: HashMap<Name, usize> = HashMap::new();
        let mut fresh = Vec::new();
        for diagnostic in &after.diagnostics {
            let name = name(diagnostic);
            let mut known = self.found.get(&name).copied().unwrap_or(0);
            let (project, rule, path, id, attribute) = name.clone();
            let id = id.unwrap_or_default();
            // What a syntax error has hidden was there before, also for other locales.
            let was_hidden = !revealed.is_empty()
                && (revealed.contains(&(project, id.clone(), None))
                    || revealed.contains(&(project, id.clone(), attribute.clone())));
            if let Some(old) = renamed.get(&(Arc::clone(&path), id)) {
                let old = (project, rule, path, Some(old.clone()), attribute);
                known += self.found.get(&old).copied().unwrap_or(0);
            }
            let count = seen.entry(name).or_default();
            *count += 1;
            if *count > known && !was_hidden && diagnostic.rule() != EXPECTED {
                fresh.push(diagnostic);
            }
        }
        fresh
    }

    /// The ids, and the attributes, that can be read now and could not before, by project.
    fn revealed(
        &self,
        after: &Report,
        renamed: &HashMap<(Arc<str>, String), String>,
    ) -> HashSet<(Option<usize>, String, Option<String>)> {
        let mut revealed = HashSet::new();
        for (project, file) in files(after) {
            let path = &file.path;
            let Some(known) = self.readable.get(path) else { continue };
            for (id, attribute) in units(file) {
                let is_known = known.contains(&(id.clone(), attribute.clone()))
                    || renamed.contains_key(&(Arc::clone(path), id.clone()));
                if !is_known {
                    revealed.insert((Some(project), id, attribute));
                }
            }
        }
        revealed
    }
}

/// The positions of fixes by the ids that they are about, or that they give.
fn index_by_entry(made: &[Diagnostic]) -> HashMap<&str, BTreeSet<usize>> {
    let mut by_entry: HashMap<&str, BTreeSet<usize>> = HashMap::new();
    for (index, diagnostic) in made.iter().enumerate() {
        let edits = diagnostic.fix().into_iter().flat_map(|fix| &fix.edits).map(|edit| edit.text.as_str());
        for id in diagnostic.id().into_iter().chain(edits) {
            by_entry.entry(id).or_default().insert(index);
        }
    }
    by_entry
}

/// Whether a fix is about an entry, or gives it its id.
fn is_about(fix: &Diagnostic, id: &str) -> bool {
    let mut edits = fix.fix().into_iter().flat_map(|fix| &fix.edits);
    fix.id() == Some(id) || edits.any(|edit| edit.text == id)
}

/// The path and the new id, and the old one, where a fix renames a message.
fn renamed(diagnostic: &Diagnostic) -> Option<((Arc<str>, String), String)> {
    let [edit] = diagnostic.fix()?.edits.as_slice() else { return None };
    let is_id = diagnostic.attribute().is_none()
        && diagnostic.rule() == "extra-message"
        && !edit.text.is_empty()
        && diagnostic.range().is_some_and(|range| range.span() == edit.span);
    is_id.then_some(((Arc::clone(&edit.path), edit.text.clone()), diagnostic.id()?.to_owned()))
}

fn files(report: &Report) -> impl Iterator<Item = (usize, &ProjectFile)> {
    let projects = report.projects.iter().enumerate();
    projects.flat_map(|(index, project)| {
        project.locales.iter().flat_map(|locale| &locale.files).map(move |file| (index, file))
    })
}

/// The ids of a file, and their attributes.
fn units(file: &ProjectFile) -> impl Iterator<Item = Unit> {
    let entries = file.view(0).into_iter().flat_map(FileRef::entries);
    entries.flat_map(|entry| {
        let attributes = entry.attributes().map(|(name, ..)| Some(name.to_owned()));
        std::iter::once(None).chain(attributes).map(move |attribute| (entry.id().to_owned(), attribute))
    })
}

/// What can be read in the files in which something cannot.
fn readable(report: &Report) -> HashMap<Arc<str>, HashSet<Unit>> {
    let has_hidden = |file: FileRef<'_>| !file.errors().is_empty() || !file.broken().is_empty();
    let files = files(report).filter(|(_, file)| file.view(0).is_some_and(has_hidden));
    files.map(|(_, file)| (Arc::clone(&file.path), units(file).collect())).collect()
}

/// The files that have more syntax errors than before, cannot be parsed at all any more, or look like no Fluent.
fn broken(after: &Report, taken: &[Taken]) -> HashSet<Arc<str>> {
    let now: HashMap<&str, &ProjectFile> = files(after).map(|(_, file)| (&*file.path, file)).collect();
    let is_opaque = |file: &Content| file.view(0).is_opaque();
    let is_other = |file: &Content| is_freemarker(file.view(0));
    let is_worse = |old: &ProjectFile| {
        let new = now.get(&*old.path).and_then(|new| new.content.as_ref());
        new.zip(old.content.as_ref()).is_some_and(|(new, old)| {
            let lost = |file: &Content| (file.model().errors.len(), file.model().refused.len());
            let has_more = lost(new).0 > lost(old).0 || lost(new).1 > lost(old).1;
            has_more || is_opaque(new) && !is_opaque(old) || is_other(new) && !is_other(old)
        })
    };
    let old = taken.iter().map(|taken| &taken.file).filter(|old| is_worse(old));
    old.map(|old| Arc::clone(&old.path)).collect()
}
