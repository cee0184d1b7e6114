//! The files of a report as they were at a revision.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use ftlkit::{Config, Report, Snapshot};

use crate::git::{Blob, Error, Repository, top};
use crate::render::count;

/// So many letters of a commit are shown.
const SHORT: usize = 12;

/// What a report is compared with.
#[derive(Debug)]
pub(crate) struct Since {
    snapshot: Snapshot,
    described: String,
    /// The file that says what is checked, where it has changed.
    configuration: Option<String>,
}

impl Since {
    /// Asks what the files of a report were at a revision. `configuration` is the file that says what is checked.
    pub(crate) fn open(
        revision: &str,
        report: &Report,
        config: &Config,
        configuration: Option<&str>,
    ) -> Result<Self, Error> {
        let here = real(Path::new("."));
        let files = Files::new(report, &here);
        let around = top(&here).filter(|top| files.shown.keys().any(|path| path.starts_with(top)));
        let base = Base::new(revision, around.or_else(|| files.first_top()))?
            .ok_or_else(|| Error::NoRepository(PathBuf::from(".")))?;
        let mut states = Vec::new();
        for folder in files.tops(&base.top) {
            let repository = Repository::new(folder.clone());
            if let Some(commit) = base.commit_of(&folder, &repository, revision)? {
                states.extend(files.at(&repository, &folder, &commit, config.limits.file_size)?);
            }
        }
        let configuration = match configuration {
            Some(path) if base.has_changed(&here.join(path))? => Some(path.to_owned()),
            _ => None,
        };
        Ok(Self { snapshot: Snapshot::new(states), described: base.described, configuration })
    }

    /// Leaves in a report what concerns a change, and says what it was compared with.
    pub(crate) fn keep_changed(&self, report: &mut Report, config: &Config) -> Result<String, ftlkit::Error> {
        self.snapshot.keep_changed(report, config)?;
        let left_out = match report.unchanged {
            0 => return Ok(format!("compared with {}", self.described)),
            1 => "1 finding about what has not changed is left out".to_owned(),
            number => {
                format!("{} about what has not changed are left out", count(number, "finding", "findings"))
            }
        };
        let configuration = self.configuration.as_ref();
        let due =
            configuration.map(|path| format!(", also where that is due to `{path}`, which has changed"));
        Ok(format!("compared with {}: {left_out}{}", self.described, due.unwrap_or_default()))
    }
}

/// What is compared with.
struct Base {
    top: PathBuf,
    commit: String,
    described: String,
}

impl Base {
    /// The commit at which the working tree left the history of a revision: what was committed there since is not the
    /// working tree's doing.
    fn new(revision: &str, top: Option<&Path>) -> Result<Option<Self>, Error> {
        let Some(top) = top else { return Ok(None) };
        let repository = Repository::new(top.to_owned());
        let named = repository.commit(revision)?;
        let short = |commit: &str| commit.chars().take(SHORT).collect::<String>();
        let (commit, described) = match repository.merge_base(&named)? {
            Some(base) if base == named => (base, format!("{} (`{revision}`)", short(&named))),
            Some(base) => {
                let described = format!("{} (where this branch left `{revision}`)", short(&base));
                (base, described)
            }
            None => {
                let described =
                    format!("{} (`{revision}`, with which no common history is known)", short(&named));
                (named, described)
            }
        };
        Ok(Some(Self { top: top.to_owned(), commit, described }))
    }

    /// Whether a file of this working tree says something else than it did.
    fn has_changed(&self, path: &Path) -> Result<bool, Error> {
        let path = real(path);
        let Ok(below) = path.strip_prefix(&self.top) else { return Ok(false) };
        let below = below.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        let then = Repository::new(self.top.clone()).file(&self.commit, &below)?;
        let now = std::fs::read(&path).ok();
        let text = |bytes: Option<Vec<u8>>| {
            bytes.map(|bytes| bytes.into_iter().filter(|byte| *byte != b'\r').collect::<Vec<u8>>())
        };
        Ok(text(then) != text(now))
    }

    /// The commit to compare a working tree with: of a submodule the one that the repository around it had.
    fn commit_of(
        &self,
        folder: &Path,
        repository: &Repository,
        revision: &str,
    ) -> Result<Option<String>, Error> {
        if folder == self.top {
            return Ok(Some(self.commit.clone()));
        }
        let Some(path) = folder.strip_prefix(&self.top).ok().filter(|_| !self.top.starts_with(folder)) else {
            return Ok(Self::new(revision, Some(folder))?.map(|base| base.commit));
        };
        if !repository.is_submodule()? {
            return Ok(Self::new(revision, Some(folder))?.map(|base| base.commit));
        }
        // A submodule of a submodule is looked for in the one around it.
        let around = folder.parent().and_then(top).unwrap_or(&self.top);
        let outer = Repository::new(around.to_owned());
        let outer_commit = if around == self.top {
            Some(self.commit.clone())
        } else {
            self.commit_of(around, &outer, revision)?
        };
        let path = folder.strip_prefix(around).unwrap_or(path).to_string_lossy();
        let path = path.replace(std::path::MAIN_SEPARATOR, "/");
        let commit = outer_commit.map(|commit| outer.submodule(&commit, &path)).transpose()?.flatten();
        commit.as_deref().map_or(Ok(()), |commit| repository.require(commit))?;
        Ok(commit)
    }
}

/// The files of a report, by where the file system has them.
struct Files {
    /// Absolute path, path shown.
    shown: HashMap<PathBuf, String>,
    /// The same for their folders.
    folders: BTreeMap<PathBuf, String>,
}

impl Files {
    fn new(report: &Report, here: &Path) -> Self {
        let mut files = Self { shown: HashMap::new(), folders: BTreeMap::new() };
        files.folders.insert(here.to_owned(), String::new());
        let mut known: HashMap<String, PathBuf> = HashMap::new();
        let projects = report.projects.iter().flat_map(|project| &project.locales);
        let paths = projects.flat_map(|locale| &locale.files).map(|file| &*file.path);
        for shown in paths.chain(report.left_out.iter().map(String::as_str)) {
            let (folder, name) = shown.rsplit_once('/').unwrap_or(("", shown));
            let real_folder = known.entry(folder.to_owned()).or_insert_with(|| real(&here.join(folder)));
            files.folders.entry(real_folder.clone()).or_insert_with(|| folder.to_owned());
            let mut path = real_folder.join(name);
            // A link leads to where the text is.
            if path.is_symlink() {
                path = real(&path);
            }
            files.shown.insert(path, shown.to_owned());
        }
        for project in &report.projects {
            files
                .folders
                .entry(real(&here.join(&project.root)))
                .or_insert_with(|| if project.root == "." { String::new() } else { project.root.clone() });
        }
        files
    }

    /// The top of the working tree of the first file that is in one.
    fn first_top(&self) -> Option<&Path> {
        self.folders.keys().find_map(|folder| top(folder))
    }

    /// The tops of the working trees that the files are in.
    fn tops(&self, base: &Path) -> Vec<PathBuf> {
        let folders: HashSet<&Path> = self.shown.keys().filter_map(|path| path.parent()).collect();
        let tops = folders.into_iter().filter_map(top).chain([base]);
        let mut tops: Vec<PathBuf> = tops.map(Path::to_owned).collect();
        tops.sort();
        tops.dedup();
        tops
    }

    /// What the files were at a commit, those included that are gone.
    fn at(
        &self,
        repository: &Repository,
        folder: &Path,
        commit: &str,
        limit: u64,
    ) -> Result<Vec<(String, Vec<u8>)>, Error> {
        let blobs = repository.files(commit)?;
        let wanted: Vec<(String, &Blob)> = blobs
            .iter()
            .filter(|blob| Path::new(&blob.path).extension().is_some_and(|extension| extension == "ftl"))
            .filter_map(|blob| Some((self.name(&folder.join(&blob.path))?, blob)))
            .collect();
        let (names, blobs): (Vec<String>, Vec<&Blob>) = wanted.into_iter().unzip();
        let contents = repository.read(&blobs, limit)?;
        Ok(names.into_iter().zip(contents).filter_map(|(name, content)| Some((name, content?))).collect())
    }

    /// The path that is shown of a file of the report, or of one that is gone.
    fn name(&self, path: &Path) -> Option<String> {
        if let Some(shown) = self.shown.get(path) {
            return Some(shown.clone());
        }
        if path.exists() {
            return None;
        }
        let (folder, shown) = path.ancestors().find_map(|folder| self.folders.get_key_value(folder))?;
        let rest = path.strip_prefix(folder).ok()?.to_string_lossy();
        let rest = rest.replace(std::path::MAIN_SEPARATOR, "/");
        Some(if shown.is_empty() { rest } else { format!("{shown}/{rest}") })
    }
}

/// A path without links, as far as it exists.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}
