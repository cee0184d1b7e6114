//! Collects the `.ftl` files under a folder.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::fs::FileType;
use std::io;
use std::path::{Path, PathBuf};

use super::ignored::Ignored;
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
        let list = if is_fluent(path.as_os_str()) { &mut self.files } else { &mut self.settings };
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

pub(super) fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn is_fluent(name: &OsStr) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "ftl")
}

/// Whether a file says where translations are.
pub(super) fn is_setting(name: &str) -> bool {
    let is_l10n = || name.strip_suffix(".toml").is_some_and(|stem| stem.starts_with("l10n-"));
    matches!(name, "i18n.toml" | "l10n.toml" | "crowdin.yml" | "crowdin.yaml") || is_l10n()
}

/// Whether a file of this name is to be looked at.
pub(super) fn is_wanted(name: &OsStr) -> bool {
    is_fluent(name) || cfg!(feature = "config") && name.to_str().is_some_and(is_setting)
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

fn collect(folder: &Path, found: &mut Found) {
    let mut starts = Starts::new(folder);
    let anywhere = Ignored::anywhere();
    while let Some(start) = starts.open.pop() {
        let mut folders = vec![(start.folder.clone(), anywhere.around(&start.folder))];
        while let Some((current, mut ignored)) = folders.pop() {
            let entries = match current.read_dir() {
                Ok(entries) => entries,
                // It has gone meanwhile.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => {
                    found.fault(&current, &error.to_string());
                    continue;
                }
            };
            let mut names: Vec<(OsString, Option<FileType>)> = Vec::new();
            for entry in entries {
                match entry {
                    Ok(entry) => names.push((entry.file_name(), entry.file_type().ok())),
                    Err(error) => found.fault(&current, &error.to_string()),
                }
            }
            ignored.enter(names.iter().map(|(name, _)| name.as_os_str()));
            for (name, kind) in names {
                let is_folder = kind.is_some_and(|kind| kind.is_dir());
                let is_link = kind.is_some_and(|kind| kind.is_symlink());
                if !(is_folder || is_link || is_wanted(&name)) || ignored.leaves_out(&name, is_folder) {
                    continue;
                }
                let path = current.join(&name);
                let is_file = kind.is_some_and(|kind| kind.is_file());
                if !is_file && is_skipped(&path) {
                    continue;
                }
                if is_link && path.is_dir() {
                    found.follow(folder, path, &start, &mut starts);
                } else if is_folder {
                    folders.push((path, ignored.below(&name)));
                } else if is_wanted(&name) {
                    found.file(folder, path, is_file, is_link);
                }
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

#[cfg(all(test, feature = "gitignore"))]
#[expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use std::fs;

    use proptest::prelude::*;

    use super::*;

    /// A folder of its own for a test, removed when the test ends well.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str, files: &[(impl AsRef<str>, impl AsRef<str>)]) -> Self {
            let root = std::env::temp_dir().join(format!("ftlkit-walk-{}-{name}", std::process::id()));
            let _ = fs::remove_dir_all(&root);
            fs::create_dir_all(&root).unwrap();
            for (path, text) in files {
                let path = root.join(path.as_ref());
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text.as_ref()).unwrap();
            }
            Self(root)
        }

        fn found(&self, start: &str) -> Vec<String> {
            let found = walk(&self.0.join(start)).unwrap();
            assert!(found.faults.is_empty(), "{:?}", found.faults);
            found.files.into_iter().map(|(relative, _)| relative).collect()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    /// What is shown, the files and their texts, where the walk starts, and what it finds.
    type Case<'c> = (&'c str, &'c [(&'c str, &'c str)], &'c str, &'c [&'c str]);

    #[test]
    fn patterns_leave_out_what_git_leaves_out() {
        let cases: &[Case<'_>] = &[
            (
                "what is for search goes before what is for git",
                &[(".gitignore", "!a.ftl"), (".ignore", "a.ftl"), ("a.ftl", ""), ("b.ftl", "")],
                "",
                &["b.ftl"],
            ),
            ("a pattern of the folder above", &[(".gitignore", "/b/c"), ("b/c/a.ftl", "")], "b", &[]),
            (
                "the nearest pattern wins",
                &[(".gitignore", "a.ftl"), ("b/.gitignore", "!a.ftl"), ("a.ftl", ""), ("b/a.ftl", "")],
                "",
                &["b/a.ftl"],
            ),
            (
                "a repository's own patterns",
                &[(".git/info/exclude", "a.ftl"), ("a.ftl", ""), ("b.ftl", "")],
                "",
                &["b.ftl"],
            ),
            (
                "the patterns of a repository that is elsewhere",
                &[
                    ("main/.git/info/exclude", "a.ftl"),
                    ("main/.git/worktrees/w/commondir", "../..\n"),
                    ("w/.git", "gitdir: ../main/.git/worktrees/w\n"),
                    ("w/a.ftl", ""),
                    ("w/b.ftl", ""),
                ],
                "w",
                &["b.ftl"],
            ),
            (
                "patterns around a repository end at it",
                &[
                    (".gitignore", "*"),
                    (".ignore", "c.ftl"),
                    ("b/.git/HEAD", ""),
                    ("b/.gitignore", "a.ftl"),
                    ("b/a.ftl", ""),
                    ("b/b.ftl", ""),
                    ("b/c.ftl", ""),
                ],
                "b",
                &["b.ftl"],
            ),
            (
                "a submodule is a repository",
                &[(".gitignore", "a.ftl"), ("b/.git", "gitdir: gone"), ("a.ftl", ""), ("b/a.ftl", "")],
                "",
                &["b/a.ftl"],
            ),
            (
                "what is hidden can be wanted",
                &[(".ignore", "!.b"), (".a/a.ftl", ""), (".b/a.ftl", ""), (".c.ftl", "")],
                "",
                &[".b/a.ftl"],
            ),
            (
                "a folder and not a file",
                &[(".gitignore", "b/"), ("b/a.ftl", ""), ("c/b/a.ftl", ""), ("c/d.ftl", "")],
                "",
                &["c/d.ftl"],
            ),
            ("patterns that are none", &[(".gitignore", "[\n{a\n\\"), ("a.ftl", "")], "", &["a.ftl"]),
            (
                "folders of others",
                &[
                    ("node_modules/a.ftl", ""),
                    ("x/target/a.ftl", ""),
                    ("tests/fixtures/a.ftl", ""),
                    ("fixtures/a.ftl", ""),
                ],
                "",
                &["fixtures/a.ftl"],
            ),
        ];
        for (index, (name, files, start, expected)) in cases.iter().enumerate() {
            let folder = Folder::new(&format!("case-{index}"), files);
            assert_eq!(folder.found(start), *expected, "{name}");
        }
    }

    /// What the walker of the crate `ignore` finds, which reads patterns as git does.
    fn oracle(folder: &Path) -> Vec<String> {
        let walker = ignore::WalkBuilder::new(folder).require_git(false).git_global(false).build();
        let paths = walker.map(|entry| entry.unwrap().into_path());
        let mut files: Vec<String> =
            paths.filter(|path| is_fluent(path.as_os_str())).map(|path| below(folder, &path)).collect();
        files.sort();
        files
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

        #[test]
        fn patterns_are_read_as_the_crate_reads_them(
            files in prop::collection::btree_set("(\\.?[ab]/){0,3}\\.?[abc]\\.ftl", 1..12),
            patterns in prop::collection::btree_map(
                "(\\.?[ab]/){0,2}(\\.gitignore|\\.ignore)",
                "((!?/?(\\.?[ab]|\\*|\\*\\*)?/?(\\.?[abc]\\.ftl|[ab]/|\\.[ab]))\n){1,3}",
                0..5,
            ),
            start in "([ab]/)?",
        ) {
            let mut all: Vec<(String, String)> = files.into_iter().map(|path| (path, String::new())).collect();
            all.extend(patterns);
            let folder = Folder::new("random", &all);
            let start = if folder.0.join(&start).is_dir() { start } else { String::new() };
            prop_assert_eq!(folder.found(&start), oracle(&folder.0.join(&start)));
        }
    }
}
