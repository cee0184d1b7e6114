//! What version control leaves out, folder by folder.
//!
//! The patterns are understood by the crate `ignore`, and count as its own walker has them count, with two differences:
//! the names in a folder, which are known anyway, say whether there are patterns in it, so that the file system is not
//! asked for files that are not there; and the patterns around a repository do not reach into it, as with git.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::excludes;

/// The patterns that apply in a folder.
#[derive(Debug, Clone)]
pub(super) struct Ignored {
    /// The absolute path of the folder, which is what patterns are matched with.
    here: PathBuf,
    nearest: Option<Arc<Patterns>>,
    /// Those of all projects of the user.
    global: Arc<Gitignore>,
}

/// The patterns of one folder.
#[derive(Debug)]
struct Patterns {
    above: Option<Arc<Patterns>>,
    /// Of `.ignore`, for tools that search.
    search: Gitignore,
    /// Of `.gitignore`.
    shared: Gitignore,
    /// Of `.git/info/exclude`.
    own: Gitignore,
    is_repository: bool,
}

/// Which of the files with patterns a folder has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Holds {
    ignore: bool,
    gitignore: bool,
    git: bool,
}

impl Holds {
    fn add(&mut self, name: &OsStr) {
        match name.as_encoded_bytes() {
            b".ignore" => self.ignore = true,
            b".gitignore" => self.gitignore = true,
            b".git" => self.git = true,
            _ => {}
        }
    }
}

impl Ignored {
    /// What applies everywhere.
    pub(super) fn anywhere() -> Self {
        let global = if excludes::may_exist() {
            let here = std::env::current_dir().unwrap_or_default();
            GitignoreBuilder::new(here).build_global().0
        } else {
            Gitignore::empty()
        };
        Self { here: PathBuf::new(), nearest: None, global: Arc::new(global) }
    }

    /// What the folders around one ask of it, beside this.
    pub(super) fn around(&self, folder: &Path) -> Self {
        let absolute = folder.canonicalize().or_else(|_| std::path::absolute(folder));
        let absolute = absolute.unwrap_or_else(|_| folder.to_owned());
        let mut around = self.clone();
        let mut folders: Vec<&Path> = absolute.ancestors().skip(1).collect();
        folders.reverse();
        for folder in folders {
            let has = |name: &str| folder.join(name).symlink_metadata().is_ok();
            let holds = Holds { ignore: has(".ignore"), gitignore: has(".gitignore"), git: has(".git") };
            around.take(folder, holds);
        }
        around.here = absolute;
        around
    }

    /// Takes the patterns of this folder, which holds what has these names.
    pub(super) fn enter<'n>(&mut self, names: impl Iterator<Item = &'n OsStr>) {
        let mut holds = Holds::default();
        names.for_each(|name| holds.add(name));
        let here = std::mem::take(&mut self.here);
        self.take(&here, holds);
        self.here = here;
    }

    /// What applies in a folder of this one.
    pub(super) fn below(&self, name: &OsStr) -> Self {
        Self { here: self.here.join(name), nearest: self.nearest.clone(), global: Arc::clone(&self.global) }
    }

    /// Whether something in this folder is left out; hidden things are, unless a pattern wants them.
    pub(super) fn leaves_out(&self, name: &OsStr, is_folder: bool) -> bool {
        match self.verdict(name, is_folder) {
            Match::None => super::walk::is_hidden(name),
            Match::Ignore(()) => true,
            Match::Whitelist(()) => false,
        }
    }

    fn verdict(&self, name: &OsStr, is_folder: bool) -> Match<()> {
        if self.nearest.is_none() && self.global.is_empty() {
            return Match::None;
        }
        let path = self.here.join(name);
        let ask = |patterns: &Gitignore| patterns.matched(&path, is_folder).map(|_| ());
        let (mut search, mut shared, mut own) = (Match::None, Match::None, Match::None);
        let (mut next, mut is_within) = (self.nearest.as_deref(), true);
        while let Some(patterns) = next {
            search = search.or(ask(&patterns.search));
            if is_within {
                shared = shared.or(ask(&patterns.shared));
                own = own.or(ask(&patterns.own));
            }
            is_within &= !patterns.is_repository;
            next = patterns.above.as_deref();
        }
        search.or(shared).or(own).or(ask(&self.global))
    }

    fn take(&mut self, folder: &Path, holds: Holds) {
        if holds == Holds::default() {
            return;
        }
        let read = |holds: bool, path: PathBuf| {
            if !holds {
                return Gitignore::empty();
            }
            let mut patterns = GitignoreBuilder::new(folder);
            // A pattern that makes no sense, or a file that cannot be read, leaves nothing out.
            let _ = patterns.add(path);
            patterns.build().unwrap_or_else(|_| Gitignore::empty())
        };
        let patterns = Patterns {
            above: self.nearest.take(),
            search: read(holds.ignore, folder.join(".ignore")),
            shared: read(holds.gitignore, folder.join(".gitignore")),
            own: read(holds.git, administration(folder).join("info/exclude")),
            is_repository: holds.git,
        };
        self.nearest = Some(Arc::new(patterns));
    }
}

/// Where git keeps what belongs to the repository of a folder: in `.git`, or where that file says.
fn administration(folder: &Path) -> PathBuf {
    let git = folder.join(".git");
    let line = |path: &Path, key: &str| {
        let bytes = super::load::read_small(path).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        Some(PathBuf::from(text.lines().next()?.strip_prefix(key)?.trim()))
    };
    let Some(linked) = line(&git, "gitdir:") else { return git };
    let linked = folder.join(linked);
    line(&linked.join("commondir"), "").map_or(linked.clone(), |common| linked.join(common))
}
