//! Files that are reached by several paths, through symbolic links.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::discover::Plan;
use super::display_path;

/// Where links lead, by the paths as they were found. Empty for nearly every project.
#[derive(Debug, Default)]
pub struct Links(HashMap<String, PathBuf>);

impl Links {
    pub(super) fn extend(&mut self, links: impl IntoIterator<Item = (String, PathBuf)>) {
        self.0.extend(links);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The path, as shown to people, of what is reached through a link; nothing for what is not.
    pub fn target(&self, shown: &str) -> Option<String> {
        Some(display_path(&self.place(shown)?))
    }

    /// How many links there are on the way to a path.
    pub fn count(&self, shown: &str) -> usize {
        ways(shown).filter(|path| self.0.contains_key(*path)).count()
    }

    fn place(&self, shown: &str) -> Option<PathBuf> {
        ways(shown).filter(|_| !self.is_empty()).find_map(|path| {
            let below = shown.get(path.len()..)?.trim_start_matches('/');
            let target = self.0.get(path)?;
            Some(if below.is_empty() { target.clone() } else { target.join(below) })
        })
    }

    /// Of some files those that links lead to, and that are there without a link, or by another link, as well.
    ///
    /// Two files are taken for one only where they have one `role`: a link from one locale to another makes two.
    pub(super) fn copies<'f, R: Eq + std::hash::Hash>(
        &self,
        files: impl Iterator<Item = (&'f str, &'f Path, R)>,
    ) -> HashSet<String> {
        if self.is_empty() {
            return HashSet::new();
        }
        let (mut known, mut linked) = (HashSet::new(), Vec::new());
        for (shown, path, role) in files {
            match self.place(shown) {
                Some(place) => linked.push((shown, place, role)),
                None => known.extend(path.canonicalize().ok().map(|place| (place, role))),
            }
        }
        linked.sort_by_key(|(shown, ..)| *shown);
        let copies = linked
            .into_iter()
            .filter_map(|(shown, place, role)| (!known.insert((place, role))).then(|| shown.to_owned()));
        copies.collect()
    }

    /// The files of plans that stand there once more, in the same locale.
    pub(super) fn planned_copies<'p>(&self, plans: impl Iterator<Item = &'p Plan>) -> HashSet<String> {
        let files = plans.flat_map(|plan| &plan.files);
        self.copies(files.map(|file| (&*file.shown, file.path.as_path(), file.locale.tag())))
    }
}

/// A path, and the folders above it.
fn ways(shown: &str) -> impl Iterator<Item = &str> {
    let folders = shown.rmatch_indices('/').filter_map(|(slash, _)| shown.get(..slash));
    std::iter::once(shown).chain(folders)
}

impl IntoIterator for Links {
    type Item = (String, PathBuf);
    type IntoIter = std::collections::hash_map::IntoIter<String, PathBuf>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
