//! Collects the `.ftl` files under a folder.

use std::io;
use std::path::{Path, PathBuf};

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
    fn file(&mut self, folder: &Path, path: PathBuf, is_regular: bool) {
        let relative = shown(path.strip_prefix(folder).unwrap_or(&path));
        let list = if is_fluent(&path) { &mut self.files } else { &mut self.settings };
        if is_regular {
            list.push((relative, path));
            return;
        }
        // Reading a pipe or a device would wait forever.
        match path.metadata() {
            Ok(metadata) if metadata.is_file() => list.push((relative, path)),
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => self.fault(&path, "it is not a regular file"),
            Err(error) => self.fault(&path, &error.to_string()),
        }
    }

    fn fault(&mut self, path: &Path, reason: &str) {
        self.faults.push(Fault { path: super::display_path(path), reason: reason.to_owned() });
    }
}

fn is_skipped(path: &Path) -> bool {
    SKIPPED.iter().any(|skipped| path.ends_with(skipped))
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
    let root = folder.to_owned();
    let mut seen = std::collections::HashSet::new();
    let mut folders = vec![root.clone()];
    while let Some(start) = folders.pop() {
        // Links are followed here and not by the walker, which would ask the file system about every file.
        if let Ok(canonical) = start.canonicalize()
            && !seen.insert(canonical)
        {
            continue;
        }
        let top = start.clone();
        let walker = ignore::WalkBuilder::new(&start)
            .require_git(false)
            .filter_entry(move |entry| entry.path() == top || !is_skipped(entry.path()))
            .build();
        for entry in walker {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    walk_fault(&error, None, found);
                    continue;
                }
            };
            let link = entry.path_is_symlink();
            if link && entry.depth() > 0 && entry.path().is_dir() {
                if !leads_up(entry.path()) {
                    folders.push(entry.into_path());
                }
            } else if is_wanted(entry.path()) {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                found.file(folder, entry.into_path(), is_file && !link);
            }
        }
    }
}

/// Whether a link to a folder leads back to one that it stands in.
#[cfg(feature = "gitignore")]
fn leads_up(link: &Path) -> bool {
    match (link.canonicalize(), link.parent().map(Path::canonicalize)) {
        (Ok(target), Some(Ok(around))) => around.starts_with(target),
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
    let mut seen = std::collections::HashSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        // A link may lead back to a folder above.
        if current.canonicalize().is_ok_and(|canonical| !seen.insert(canonical)) {
            continue;
        }
        let entries = match current.read_dir() {
            Ok(entries) => entries,
            Err(error) => {
                found.fault(&current, &error.to_string());
                continue;
            }
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            if hidden || is_skipped(&path) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if is_wanted(&path) {
                found.file(folder, path, false);
            }
        }
    }
}
