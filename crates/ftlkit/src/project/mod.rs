//! Which files belong together, and what is in them. The only module that reads files.

#[cfg(feature = "config")]
mod crowdin_yml;
#[cfg(feature = "config")]
mod described;
mod discover;
#[cfg(feature = "gitignore")]
mod excludes;
mod flaw;
#[cfg(feature = "config")]
mod i18n_toml;
#[cfg_attr(not(feature = "gitignore"), path = "hidden.rs")]
mod ignored;
#[cfg(feature = "config")]
mod l10n_toml;
mod links;
mod load;
mod locale;
#[cfg(feature = "config")]
mod manifest;
mod scope;
#[cfg(feature = "config")]
mod settings;
mod shape;
mod walk;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

pub use discover::{Discovery, Only, Plan, PlannedFile, discover, plan_texts};
pub use flaw::Flaw;
pub use links::Links;
pub use load::{Loaded, load, load_texts};
pub(crate) use load::{Loader, Origin, ids_of, is_freemarker, read_limited};
pub use locale::Locale;
#[cfg(test)]
pub(crate) use locale::PLURAL_LANGUAGES;
pub(crate) use locale::is_listed;
pub use scope::{Action, Scope};

#[cfg(feature = "config")]
pub(crate) use load::read_small;

use crate::glob::SLOT;
use crate::model::{FileRef, Model};
use crate::source::Source;
use crate::syntax::Limits;
use load::Stamp;

/// A set of files that pair up by locale.
#[derive(Debug)]
pub struct Project {
    /// The folder that holds it all, as shown to people.
    pub root: String,
    /// Where locales stand in the paths below the root.
    pub layouts: Vec<String>,
    /// The locales, sorted by their tags.
    pub locales: Vec<LocaleFiles>,
    /// Which of the locales is translated from.
    pub reference: usize,
    /// What is asked of each locale.
    pub scope: Scope,
    /// Files that stand where those of a locale would, and whose locale has no name that can be read.
    pub strays: Vec<Stray>,
    /// The ids that files beside the folders of the locales define: every locale may load these.
    pub(crate) shared: HashSet<String>,
    /// Where a text comes from that a locale lacks.
    pub fallback: Fallback,
    /// The working directory, for paths that lead up from it; empty for files in memory.
    pub(crate) here: Arc<str>,
}

/// What an application does about a text that a locale lacks, as far as the project tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fallback {
    /// That is not known. A message without an attribute then shows nothing for it.
    #[default]
    Unknown,
    /// Each value and each attribute comes from the next language that has it. So it is with `i18n-embed`: there is
    /// an `i18n.toml` with `[fluent]`, or the manifest beside the texts or above depends on it.
    Attribute,
}

/// A file whose place names a locale in a way that is no BCP 47 tag.
#[derive(Debug)]
pub struct Stray {
    /// The path, as shown to people.
    pub path: String,
    /// The name of the folder or the stem of the file.
    pub name: String,
}

/// The files of one locale.
#[derive(Debug)]
pub struct LocaleFiles {
    /// The locale.
    pub locale: Locale,
    /// Its files, sorted by their keys.
    pub files: Vec<ProjectFile>,
}

/// A file of a project.
#[derive(Debug)]
pub struct ProjectFile {
    /// The path with the locale replaced by `{locale}`: equal for files that correspond.
    pub key: Arc<str>,
    /// The path, as shown to people.
    pub path: Arc<str>,
    /// What is in it; nothing before it is read, and once it was let go.
    pub content: Option<Box<Content>>,
    /// Where the file system has it.
    place: PathBuf,
    /// What the file was like, where its text was let go.
    stamp: Option<Stamp>,
}

/// What is in a file.
#[derive(Debug)]
pub struct Content {
    /// The text.
    pub source: Source,
    /// What it says; made again where it is asked for once more.
    model: OnceLock<Model>,
    limits: Limits,
    /// What the file was like when it was read; nothing where it is not to be read again.
    stamp: Option<Stamp>,
}

impl Project {
    /// The number of files.
    pub fn file_count(&self) -> usize {
        self.locales.iter().map(|locale| locale.files.len()).sum()
    }

    /// Takes those files as strays that would belong to the project if the names of their locales were tags.
    pub(crate) fn adopt(&mut self, left_out: &[String]) {
        if left_out.is_empty() {
            return;
        }
        let keys: HashSet<&str> =
            self.locales.iter().flat_map(|locale| &locale.files).map(|file| &*file.key).collect();
        let stray = |path: &String| {
            let names = path.split('/').map(|part| part.strip_suffix(".ftl").unwrap_or(part));
            let mut names = names.filter(|name| locale::is_no_tag(name));
            let name = names.find(|name| keys.contains(shape::key(path, name).as_str()))?;
            Some(Stray { path: path.clone(), name: name.to_owned() })
        };
        let strays = left_out.iter().filter_map(stray).collect();
        self.strays = strays;
    }

    /// The files of no locale that stand beside the folders of the locales, as `locales/core.ftl` does.
    pub(crate) fn beside<'f>(&self, left_out: &'f [String]) -> Vec<&'f str> {
        if left_out.is_empty() {
            return Vec::new();
        }
        let keys = self.locales.iter().flat_map(|locale| &locale.files).map(|file| &*file.key);
        let folder = |key: &'_ str| {
            let (folder, rest) = key.split_once(SLOT)?;
            rest.starts_with('/').then(|| folder.to_owned())
        };
        let folders: HashSet<String> = keys.filter_map(folder).collect();
        let is_beside = |path: &&str| {
            let end = path.rfind('/').map_or(0, |slash| slash + 1);
            path.get(..end).is_some_and(|folder| folders.contains(folder))
        };
        let is_stray = |path: &&str| self.strays.iter().any(|stray| stray.path == **path);
        let paths = left_out.iter().map(String::as_str);
        paths.filter(|path| is_beside(path) && !is_stray(path)).collect()
    }

    /// Where the file of a locale with a key is, or would be, as shown to people.
    pub(crate) fn path_of(&self, key: &str, locale: &Locale) -> String {
        shorten(&self.here, key.replace(SLOT, locale.spelling()))
    }

    /// The locale that is translated from.
    pub fn reference_locale(&self) -> Option<&LocaleFiles> {
        self.locales.get(self.reference)
    }
}

impl ProjectFile {
    /// A file whose text is in memory.
    pub fn new(key: impl Into<Arc<str>>, source: Source, model: Model) -> Self {
        let (path, place) = (Arc::clone(source.path()), PathBuf::new());
        let content = Some(Box::new(Content::new(source, Some(model), Limits::default())));
        Self { key: key.into(), path, content, place, stamp: None }
    }

    /// The file as rules see it, where it is in memory; `index` is its place among the files of its locale.
    pub(crate) fn view(&self, index: usize) -> Option<FileRef<'_>> {
        self.content.as_ref().map(|content| content.view(index))
    }
}

impl Content {
    fn new(source: Source, model: Option<Model>, limits: Limits) -> Self {
        let model = model.map(OnceLock::from).unwrap_or_default();
        Self { source, model, limits, stamp: None }
    }

    /// What it says.
    pub fn model(&self) -> &Model {
        self.model.get_or_init(|| Model::new(&self.source, &self.limits))
    }

    /// The file as rules see it; `index` is its place among the files of its locale.
    pub(crate) fn view(&self, index: usize) -> FileRef<'_> {
        FileRef::new(&self.source, self.model(), index)
    }
}

impl LocaleFiles {
    /// A file as rules see it; nothing where its text was let go.
    pub fn file(&self, index: usize) -> Option<FileRef<'_>> {
        self.files.get(index)?.view(index)
    }

    /// The position of the file with a key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.files.binary_search_by(|file| (*file.key).cmp(key)).ok()
    }
}

/// A path as shown to people, with `/`: relative to the working directory where it is below, or was given so.
pub(crate) fn display_path(path: &Path) -> String {
    let here = here();
    let below = path.strip_prefix(&here).map_or_else(|_| walk::shown(path), walk::shown);
    shorten(&here, resolve("", &below))
}

/// The working directory, with `/`; nothing where it is gone.
pub(crate) fn here() -> String {
    std::env::current_dir().map(|here| walk::shown(&here)).unwrap_or_default()
}

/// The shortest way to a path that leads up from the working directory: `a.ftl` for `../nl/a.ftl` in `nl`.
pub(crate) fn shorten(here: &str, path: String) -> String {
    if here.is_empty() || !(path.starts_with("../") || path == "..") {
        return path;
    }
    relative(here, &resolve(here, &path))
}

/// The way from one folder to a path, both absolute; the path itself where the two have nothing in common.
pub(crate) fn relative(here: &str, path: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (here.split('/').collect(), path.split('/').collect());
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if common == 0 {
        return path.to_owned();
    }
    let up = from.iter().skip(common).filter(|part| !part.is_empty()).map(|_| "..");
    let parts: Vec<&str> = up.chain(to.into_iter().skip(common)).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

/// Puts a path that is relative to a folder below that folder, and resolves `.` and `..`.
pub(crate) fn resolve(base: &str, path: &str) -> String {
    let joined =
        if base.is_empty() || path.starts_with('/') { path.to_owned() } else { format!("{base}/{path}") };
    let mut parts: Vec<&str> = Vec::new();
    for part in joined.split('/') {
        match part {
            "." => {}
            "" if !parts.is_empty() => {}
            ".." if parts.last().is_some_and(|last| !matches!(*last, ".." | "")) => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    let resolved = parts.join("/");
    if resolved.is_empty() && joined.starts_with('/') { "/".to_owned() } else { resolved }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_resolved_without_the_file_system() {
        let check = |base, path, expected| assert_eq!(resolve(base, path), expected, "{base} {path}");
        check("", "i18n/", "i18n");
        check("app", "../i18n", "i18n");
        check("", "../i18n", "../i18n");
        check("..", "../i18n", "../../i18n");
        check("/home/app", "./a/../b", "/home/app/b");
        check("app", ".", "app");
        check("app", "..", "");
    }

    #[test]
    fn paths_that_lead_up_are_as_short_as_can_be() {
        let check =
            |path: &str, expected| assert_eq!(shorten("/r/i18n/nl", path.to_owned()), expected, "{path}");
        check("a.ftl", "a.ftl");
        check("../nl/a.ftl", "a.ftl");
        check("../../i18n/en/a.ftl", "../en/a.ftl");
        check("../..", "../..");
        check("../nl", ".");
        check("../../../other/a.ftl", "../../../other/a.ftl");
        check("/r/i18n/en/a.ftl", "/r/i18n/en/a.ftl");
        assert_eq!(shorten("", "../a.ftl".to_owned()), "../a.ftl");
        assert_eq!(relative("/", "/r/a"), "r/a");
        assert_eq!(relative("/r", "/"), "..");
    }
}
