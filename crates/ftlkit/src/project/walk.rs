//! Collects the `.ftl` files under a folder.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

#[cfg(feature = "gitignore")]
use super::excludes;
use crate::error::Fault;

/// Folders that hold no translations of the project itself.
const SKIPPED: [&str; 4] = ["node_modules", "third_party", "target", "tests/fixtures"];

/// The files of a folder, sorted, and what could not be looked at.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Paths relative to the folder, with `/`, and as the file system knows them.
    pub(super) files: Vec<(String, PathBuf)>,
    /// The files that say where translations are, in the same way.
    pub(super) settings: Vec<(String, PathBuf)>,
    pub(super) faults: Vec<Fault>,
    /// The links that were followed, and where they lead.
    pub(super) links: Vec<(String, PathBuf)>,
}

/// A folder to look into, and whether a link leads to it.
struct Start {
    folder: PathBuf,
    is_link: bool,
}

/// The folders to look into, and for each that links lead to the start below which that was first found.
struct Starts {
    open: Vec<Start>,
    seen: HashMap<PathBuf, PathBuf>,
}

/// Walks a folder. Links are followed; a link that leads back up is not.
pub(super) fn walk(folder: &Path) -> io::Result<Found> {
    folder.read_dir()?;
    let mut found = Found::default();
    collect(folder, &mut found);
    found.files.sort();
    found.settings.sort();
    Ok(found)
}

impl Found {
    /// Takes a file; `is_link` where the path itself is a link.
    fn file(&mut self, folder: &Path, path: PathBuf, is_regular: bool, is_link: bool) {
        if !is_regular {
            // Reading a pipe or a device would wait forever.
            match path.metadata() {
                Ok(metadata) if metadata.is_file() => {}
                Ok(metadata) if metadata.is_dir() => return,
                Ok(_) => return self.fault(&path, "it is not a regular file"),
                Err(error) => return self.fault(&path, &error.to_string()),
            }
        }
        let relative = below(folder, &path);
        if is_link && let Ok(target) = path.canonicalize() {
            self.links.push((relative.clone(), target));
        }
        let list = if is_fluent(&path) { &mut self.files } else { &mut self.settings };
        list.push((relative, path));
    }

    /// Follows a link to a folder. Two links to one folder may be two locales; below a link no folder is looked into
    /// that was found elsewhere, so that links that lead to each other come to an end.
    fn follow(&mut self, folder: &Path, link: PathBuf, from: &Start, starts: &mut Starts) {
        let Ok(target) = link.canonicalize() else { return };
        let first = starts.seen.entry(target.clone()).or_insert_with(|| from.folder.clone());
        let is_new = *first == from.folder;
        if (is_new || !from.is_link) && !leads_up(&link, &target) {
            self.links.push((below(folder, &link), target));
            starts.open.push(Start { folder: link, is_link: true });
        }
    }

    fn fault(&mut self, path: &Path, reason: &str) {
        self.faults.push(Fault { path: super::display_path(path), reason: reason.to_owned() });
    }
}

impl Starts {
    fn new(root: &Path) -> Self {
        let start = Start { folder: root.to_owned(), is_link: false };
        Self {
            open: vec![start],
            seen: root.canonicalize().ok().map(|target| (target, PathBuf::new())).into_iter().collect(),
        }
    }
}

fn is_skipped(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    let is_last = |skipped: &&&str| skipped.rsplit('/').next().is_some_and(|last| name == last);
    SKIPPED.iter().filter(is_last).any(|skipped| path.ends_with(skipped))
}

fn is_fluent(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ftl")
}

/// Whether a file says where translations are.
pub(super) fn is_setting(name: &str) -> bool {
    let is_l10n = || name.strip_suffix(".toml").is_some_and(|stem| stem.starts_with("l10n-"));
    matches!(name, "i18n.toml" | "l10n.toml" | "crowdin.yml" | "crowdin.yaml") || is_l10n()
}

/// Whether a file is to be looked at.
pub(super) fn is_wanted(path: &Path) -> bool {
    let is_a_setting =
        || cfg!(feature = "config") && path.file_name().and_then(|n| n.to_str()).is_some_and(is_setting);
    is_fluent(path) || is_a_setting()
}

/// The way from a folder to a path below it, as it is shown.
fn below(folder: &Path, path: &Path) -> String {
    // Comparing parts takes long where nearly all paths begin as the folder does.
    let text = folder.to_str().zip(path.to_str()).and_then(|(folder, path)| path.strip_prefix(folder));
    match text.and_then(|rest| rest.strip_prefix('/')) {
        Some(rest) if !rest.starts_with('/') && std::path::MAIN_SEPARATOR == '/' => rest.to_owned(),
        _ => shown(path.strip_prefix(folder).unwrap_or(path)),
    }
}

/// A path with `/`; what is not UTF-8 is replaced.
pub(super) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

#[cfg(feature = "gitignore")]
fn collect(folder: &Path, found: &mut Found) {
    let mut starts = Starts::new(folder);
    while let Some(start) = starts.open.pop() {
        // Links are followed here and not by the walker, which would ask the file system about every file.
        let top = start.folder.clone();
        let walker = ignore::WalkBuilder::new(&start.folder)
            .require_git(false)
            .git_global(excludes::may_exist())
            .filter_entry(move |entry| {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                is_file || entry.path() == top || !is_skipped(entry.path())
            })
            .build();
        for entry in walker {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    walk_fault(&error, None, found);
                    continue;
                }
            };
            let is_link = entry.path_is_symlink();
            if is_link && entry.depth() > 0 && entry.path().is_dir() {
                found.follow(folder, entry.into_path(), &start, &mut starts);
            } else if is_wanted(entry.path()) {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                found.file(folder, entry.into_path(), is_file, is_link);
            }
        }
    }
}

/// Whether a link to a folder leads back to one that it stands in.
fn leads_up(link: &Path, target: &Path) -> bool {
    match link.parent().map(Path::canonicalize) {
        Some(Ok(around)) => around.starts_with(target),
        _ => true,
    }
}

#[cfg(feature = "gitignore")]
fn walk_fault(error: &ignore::Error, path: Option<&Path>, found: &mut Found) {
    match error {
        ignore::Error::WithPath { path, err } => walk_fault(err, Some(path), found),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            walk_fault(err, path, found);
        }
        ignore::Error::Io(reason) => {
            // Of all dangling links only those to translations matter.
            if let Some(path) = path.filter(|path| is_wanted(path) || path.is_dir()) {
                found.fault(path, &reason.to_string());
            }
        }
        // Where a loop of links comes back to is walked anyway; the rest are faults of patterns.
        _ => {}
    }
}

#[cfg(not(feature = "gitignore"))]
fn collect(folder: &Path, found: &mut Found) {
    let mut starts = Starts::new(folder);
    while let Some(start) = starts.open.pop() {
        let mut folders = vec![start.folder.clone()];
        while let Some(current) = folders.pop() {
            let entries = match current.read_dir() {
                Ok(entries) => entries,
                Err(error) => {
                    found.fault(&current, &error.to_string());
                    continue;
                }
            };
            for entry in entries.flatten() {
                let (path, kind) = (entry.path(), entry.file_type());
                if entry.file_name().to_string_lossy().starts_with('.') || is_skipped(&path) {
                    continue;
                }
                let is_link = kind.as_ref().is_ok_and(std::fs::FileType::is_symlink);
                if is_link && path.is_dir() {
                    found.follow(folder, path, &start, &mut starts);
                } else if kind.as_ref().is_ok_and(std::fs::FileType::is_dir) {
                    folders.push(path);
                } else if is_wanted(&path) {
                    found.file(folder, path, kind.is_ok_and(|kind| kind.is_file()), is_link);
                }
            }
        }
    }
}
