//! From the paths a person names to the projects to check.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::flaw::Flaw;
use super::links::Links;
use super::locale::Locale;
use super::scope::Scope;
use super::walk::{self, Found};
use super::{Fallback, display_path, resolve, shape};
use crate::error::{Error, Fault};
use crate::hash::Map;
use crate::source::Source;

/// What there is to check.
#[derive(Debug, Default)]
pub struct Discovery {
    /// The projects, by their roots.
    pub plans: Vec<Plan>,
    /// What could not be looked at.
    pub faults: Vec<Fault>,
    /// What configuration files name and what is not there.
    pub flaws: Vec<Flaw>,
    /// The paths of `.ftl` files that belong to no project.
    pub left_out: Vec<String>,
    /// Where files, or folders within a project, were named: only findings in these matter.
    pub only: Option<Only>,
    /// Where links lead.
    pub links: Links,
    /// The working directory, for paths that lead up from it; empty for files in memory.
    pub here: Arc<str>,
}

impl Discovery {
    /// Shows all paths that lead up from the working directory as short as can be. The keys of files stay as they are,
    /// and so do the files that belong to no project: these are compared.
    fn shorten(&mut self) {
        let here = Arc::clone(&self.here);
        let shorten = |path: &str| super::shorten(&here, path.to_owned());
        for plan in &mut self.plans {
            plan.here = Arc::clone(&here);
            plan.root = shorten(&plan.root);
            for file in plan.files.iter_mut().filter(|file| file.shown.starts_with("../")) {
                file.shown = shorten(&file.shown).into();
            }
        }
        self.faults.iter_mut().for_each(|fault| fault.path = shorten(&fault.path));
        let links = std::mem::take(&mut self.links);
        self.links.extend(links.into_iter().map(|(link, target)| (shorten(&link), target)));
        for flaw in self.flaws.iter_mut().filter(|flaw| flaw.source.path().starts_with("../")) {
            let text = flaw.source.text().to_owned();
            flaw.source = Arc::new(Source::new(shorten(flaw.source.path()), text));
        }
    }

    fn is_empty(&self) -> bool {
        self.plans.is_empty() && self.faults.is_empty() && self.flaws.is_empty()
    }

    /// Whether a project has what was named.
    fn reaches(&self, only: &Only) -> bool {
        self.plans.iter().flat_map(|plan| &plan.files).any(|file| only.contains(&file.shown))
    }

    fn extend(&mut self, other: Self) {
        self.plans.extend(other.plans);
        self.faults.extend(other.faults);
        self.flaws.extend(other.flaws);
        self.left_out.extend(other.left_out);
        self.links.extend(other.links);
    }
}

/// Files and folders, by their absolute paths.
#[derive(Debug, Default)]
pub struct Only {
    here: String,
    files: HashSet<String>,
    folders: Vec<String>,
}

impl Only {
    fn new() -> Self {
        Self { here: super::here(), ..Self::default() }
    }

    /// Whether a file, by the path shown, is one of them, or in one of them.
    pub fn contains(&self, path: &str) -> bool {
        let path = self.absolute(path);
        let is_below = |folder: &String| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.files.contains(&path) || self.folders.iter().any(is_below)
    }

    /// Whether a path is below a folder, or stands in one that the folder is below.
    pub fn is_around(&self, path: &str, folder: &str) -> bool {
        let (path, folder) = (self.absolute(path), self.absolute(folder));
        let above = path.rsplit_once('/').map_or("", |(above, _)| above);
        Path::new(&path).starts_with(&folder) || Path::new(&folder).starts_with(above)
    }

    fn absolute(&self, path: &str) -> String {
        if Path::new(path).is_absolute() { path.to_owned() } else { resolve(&self.here, path) }
    }
}

/// A project before its files are read.
///
/// Each way to find projects makes these: by the shape of paths, or from a file such as `i18n.toml`.
#[derive(Debug)]
pub struct Plan {
    /// The folder that holds it all, as shown to people.
    pub root: String,
    /// Where locales stand in the paths below the root.
    pub layouts: Vec<String>,
    /// The locale that is translated from, where that is written down.
    pub reference: Option<String>,
    /// The files.
    pub files: Vec<PlannedFile>,
    /// Locales that there are to be, with files or without.
    pub locales: Vec<Locale>,
    /// What is asked of each locale.
    pub scope: Scope,
    /// Where a text comes from that a locale lacks.
    pub fallback: Fallback,
    /// The working directory, for paths that lead up from it; empty for files in memory.
    pub here: Arc<str>,
}

/// A file of a plan.
#[derive(Debug)]
pub struct PlannedFile {
    /// Where the file system has it.
    pub path: PathBuf,
    /// The path as shown to people.
    pub shown: Arc<str>,
    /// Its locale.
    pub locale: Locale,
    /// The path shown, with the locale replaced by `{locale}`.
    pub key: Arc<str>,
}

/// Finds the projects in folders, and around files.
///
/// A folder is a place to look in; where it holds only a part of a project, findings in that part matter. A
/// file is looked at within its project, which is looked for in the working directory, or in the folders
/// above the file where it is not below that.
///
/// # Errors
///
/// Where a path cannot be looked at, or nothing is found in any.
pub fn discover<P: AsRef<Path>>(paths: &[P]) -> Result<Discovery, Error> {
    let mut named: Vec<PathBuf> = Vec::new();
    let mut around: Vec<PathBuf> = Vec::new();
    let mut only = Only::new();
    for path in paths.iter().map(AsRef::as_ref) {
        let fail = |source| Error::Discover { path: path.to_owned(), source };
        if path.metadata().map_err(fail)?.is_dir() {
            push_folder(&mut named, path.to_owned());
        } else {
            only.files.insert(only.absolute(&display_path(path)));
            let folder = base_of(path).map_err(fail)?;
            push_folder(
                &mut around,
                folder.or_else(|| path.parent().map(Path::to_owned)).unwrap_or_default(),
            );
        }
    }
    let mut is_limited = !around.is_empty();
    let mut discovery = Discovery::default();
    for folder in &named {
        let found = look_into(std::slice::from_ref(folder))?;
        only.folders.push(only.absolute(&shown_folder(folder)));
        let is_part = found.is_empty() && !found.left_out.is_empty();
        match base_of(folder).ok().flatten().filter(|_| is_part) {
            Some(folder) => push_folder(&mut around, folder),
            None => discovery.extend(found),
        }
    }
    is_limited |= !around.is_empty();
    // Folders that were looked into already need no second look.
    around.retain(|folder| !named.iter().any(|named| is_within(folder, named)));
    if !around.is_empty() {
        for folder in named {
            push_folder(&mut around, folder);
        }
        discovery = look_into(&around)?;
    }
    if is_limited && !discovery.reaches(&only) {
        // The working directory may be a part of the project itself.
        let mut above = Vec::new();
        for folder in paths.iter().filter_map(|path| above_of(path.as_ref()).ok().flatten()) {
            push_folder(&mut above, folder);
        }
        let wider = look_into(&above)?;
        if wider.reaches(&only) {
            discovery = wider;
        }
    }
    discovery.here = only.here.as_str().into();
    discovery.only = is_limited.then_some(only);
    discovery.shorten();
    if discovery.is_empty() {
        let searched: Vec<String> =
            paths.iter().map(|path| format!("`{}`", path.as_ref().display())).collect();
        return Err(Error::NothingFound { searched: searched.join(", ") });
    }
    discovery.plans.sort_by(|a, b| (&a.root, &a.layouts).cmp(&(&b.root, &b.layouts)));
    Ok(discovery)
}

/// Finds the projects in folders, none of which is within another.
fn look_into(folders: &[PathBuf]) -> Result<Discovery, Error> {
    let mut discovery = Discovery::default();
    for folder in folders {
        let fail = |source| Error::Discover { path: folder.clone(), source };
        let found = walk::walk(folder).map_err(fail)?;
        plan(folder, found, &mut discovery, &walk_more, &read_setting);
    }
    Ok(discovery)
}

/// Groups files that are in memory only, as [`discover`] groups those on disk.
pub fn plan_texts(texts: &BTreeMap<&str, &[u8]>) -> Discovery {
    let mut found = Found::default();
    for path in texts.keys() {
        let name = path.rsplit('/').next().unwrap_or_default();
        if !walk::is_wanted(name.as_ref()) {
            continue;
        }
        let list = if walk::is_setting(name) { &mut found.settings } else { &mut found.files };
        list.push(((*path).to_owned(), PathBuf::from(path)));
    }
    let mut discovery = Discovery::default();
    let read = |path: &Path| {
        let bytes = path.to_str().and_then(|path| texts.get(path));
        let bytes = bytes.ok_or_else(|| std::io::Error::from(std::io::ErrorKind::NotFound))?;
        Ok(String::from_utf8_lossy(bytes).into_owned())
    };
    plan(Path::new(""), found, &mut discovery, &|_| None, &read);
    discovery.plans.sort_by(|a, b| (&a.root, &a.layouts).cmp(&(&b.root, &b.layouts)));
    discovery
}

/// Walks a folder that a configuration file names and that was not walked yet.
type More<'m> = dyn Fn(&str) -> Option<Found> + 'm;
/// Reads a configuration file.
type Read<'r> = dyn Fn(&Path) -> std::io::Result<String> + 'r;

/// Makes plans of what a folder holds: first where configuration files say so, then by shape.
fn plan(folder: &Path, found: Found, discovery: &mut Discovery, more: &More<'_>, read: &Read<'_>) {
    let base = prefix(folder);
    discovery.faults.extend(found.faults);
    discovery
        .links
        .extend(found.links.into_iter().map(|(relative, target)| (format!("{base}{relative}"), target)));
    let show = |mut files: Vec<(String, PathBuf)>| -> Vec<(String, PathBuf)> {
        for (relative, _) in &mut files {
            relative.insert_str(0, &base);
        }
        files
    };
    #[cfg(not(feature = "config"))]
    let (files, claimed, aside) = (show(found.files), HashSet::<String>::new(), HashSet::<String>::new());
    #[cfg(not(feature = "config"))]
    let (_, _, _) = (found.settings, more, read);
    #[cfg(feature = "config")]
    let (files, claimed, aside) = {
        let (mut files, mut settings) = (show(found.files), show(found.settings));
        let copies =
            discovery.links.copies(settings.iter().map(|(shown, path)| (shown.as_str(), path.as_path(), ())));
        settings.retain(|(shown, _)| !copies.contains(shown));
        let (mut claimed, mut aside) = (HashSet::new(), HashSet::new());
        let sets = [&mut claimed, &mut aside];
        super::settings::plan(&base, settings, &mut files, sets, discovery, more, read);
        (files, claimed, aside)
    };
    let all_copies =
        discovery.links.copies(files.iter().map(|(shown, path)| (shown.as_str(), path.as_path(), ())));
    let (aside, mut rest): (Vec<_>, Vec<_>) = files
        .into_iter()
        .filter(|(shown, _)| !claimed.contains(shown) && shown.starts_with(&base))
        .partition(|(shown, _)| aside.contains(shown));
    let mut plans = by_shape(folder, &base, &rest);
    let copies = discovery.links.planned_copies(discovery.plans.iter().chain(&plans));
    if !copies.is_empty() {
        for plan in &mut discovery.plans {
            plan.files.retain(|file| !copies.contains(&*file.shown));
        }
        discovery.plans.retain(|plan| !plan.files.is_empty());
        rest.retain(|(shown, _)| !copies.contains(shown));
        plans = by_shape(folder, &base, &rest);
    }
    let planned = plans.iter().flat_map(|plan| &plan.files).map(|file| &*file.shown);
    let planned: HashSet<&str> = if planned.clone().count() < rest.len() {
        planned.collect()
    } else {
        // All of them are planned.
        rest.clear();
        HashSet::new()
    };
    let unplanned = rest.iter().map(|(shown, _)| shown).filter(|shown| !planned.contains(shown.as_str()));
    let left_out = unplanned.cloned().chain(aside.into_iter().map(|(shown, _)| shown));
    discovery.left_out.extend(left_out.filter(|shown| !all_copies.contains(shown)));
    discovery.left_out.sort();
    #[cfg(feature = "config")]
    for plan in &mut plans {
        plan.fallback = super::manifest::fallback(&plan.root, &base, read);
    }
    discovery.plans.extend(plans);
}

/// What all paths below a folder begin with, as shown to people.
fn prefix(folder: &Path) -> String {
    match shown_folder(folder) {
        folder if folder.is_empty() => folder,
        folder => format!("{folder}/"),
    }
}

/// A folder as the paths below it begin: not shortened, so that they go on from it.
fn shown_folder(folder: &Path) -> String {
    if folder.is_absolute() { display_path(folder) } else { resolve("", &walk::shown(folder)) }
}

/// Adds a folder unless it is looked into anyway.
fn push_folder(folders: &mut Vec<PathBuf>, folder: PathBuf) {
    if !folders.iter().any(|other| is_within(&folder, other)) {
        folders.retain(|other| !is_within(other, &folder));
        folders.push(folder);
    }
}

fn is_within(folder: &Path, other: &Path) -> bool {
    let absolute = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    absolute(folder).starts_with(absolute(other))
}

fn walk_more(folder: &str) -> Option<Found> {
    let folder = if folder.is_empty() { "." } else { folder };
    walk::walk(Path::new(folder)).ok()
}

fn read_setting(path: &Path) -> std::io::Result<String> {
    let bytes = super::load::read_small(path)?;
    String::from_utf8(bytes).map_err(|_| std::io::Error::other("it is not UTF-8"))
}

/// Where to look for the project of a file, or of a folder that is a part of one.
fn base_of(path: &Path) -> std::io::Result<Option<PathBuf>> {
    let here = std::env::current_dir()?;
    let absolute = PathBuf::from(resolve("", &walk::shown(&std::path::absolute(path)?)));
    if absolute != here && absolute.starts_with(&here) {
        return Ok(Some(PathBuf::from(".")));
    }
    above_of(path)
}

/// The nearest folder around a path that is a repository or is configured by itself, or else the folder above that of the
/// locale.
fn above_of(path: &Path) -> std::io::Result<Option<PathBuf>> {
    let here = std::env::current_dir()?;
    let (path, is_absolute) = (path.canonicalize()?, path.is_absolute());
    let is_bound = |folder: &&Path| folder.join(".git").exists() || is_configured(folder);
    let bound = path.ancestors().skip(1).find(is_bound);
    let is_locale =
        |folder: &&Path| Locale::parse(&name_of(folder)).is_some_and(|locale| locale.has_plural_rules());
    let named = path.ancestors().find(is_locale).and_then(Path::parent);
    // As it was given: an absolute path stays one.
    let shown = |folder: &Path| {
        let folder = walk::shown(folder);
        if is_absolute { folder } else { super::relative(&walk::shown(&here), &folder) }
    };
    Ok(bound.or(named).map(shown).map(PathBuf::from))
}

/// Whether a folder holds a configuration file, which is about what is in this folder.
fn is_configured(folder: &Path) -> bool {
    let is_table = |line: &str| line.trim_start().starts_with('[') && line.contains(".metadata.ftlkit");
    folder.join("ftlkit.toml").is_file()
        || read_setting(&folder.join("Cargo.toml")).is_ok_and(|manifest| manifest.lines().any(is_table))
}

/// The name of a folder, which the working directory has too.
fn name_of(folder: &Path) -> String {
    let absolute = std::path::absolute(folder).ok();
    let name = absolute.as_deref().and_then(Path::file_name).and_then(|name| name.to_str());
    name.unwrap_or_default().to_owned()
}

/// Groups files whose paths, as shown to people, all begin with `base`.
fn by_shape(folder: &Path, base: &str, files: &[(String, PathBuf)]) -> Vec<Plan> {
    let shown = files.iter().map(|(shown, _)| shown.as_str());
    let paths: Vec<&str> = shown.map(|shown| shown.get(base.len()..).unwrap_or_default()).collect();
    let mut keys: Map<Arc<str>, Arc<str>> = Map::default();
    let mut file = |(index, locale, key): (usize, Locale, Arc<str>)| {
        let (shown, path) = files.get(index)?;
        let with_base = |key: &Arc<str>| [base, key].concat().into();
        let key = keys.entry(key).or_insert_with_key(with_base);
        Some(PlannedFile { path: path.clone(), shown: shown.as_str().into(), locale, key: Arc::clone(key) })
    };
    shape::group(&paths, &name_of(folder))
        .into_iter()
        .map(|group| {
            let root = format!("{base}{}", group.root);
            let root = root.trim_end_matches('/');
            Plan {
                root: if root.is_empty() { "." } else { root }.to_owned(),
                layouts: group.layouts,
                reference: None,
                files: group.files.into_iter().filter_map(&mut file).collect(),
                locales: Vec::new(),
                scope: Scope::default(),
                fallback: Fallback::default(),
                here: "".into(),
            }
        })
        .collect()
}
