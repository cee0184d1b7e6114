//! Projects whose files a configuration file describes: `i18n.toml`, `l10n.toml`, `crowdin.yml`.
//!
//! Each reader makes a [`Description`] of what it reads; here a description and the files that there are
//! become a plan. Paths are those shown to people, so that everything works in memory too.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::Fallback;
use super::discover::{Plan, PlannedFile};
use super::flaw::{Flaw, Said};
use super::locale::Locale;
use super::scope::{Action, Filter, Scope, names};
use crate::distance;
use crate::glob::{Capture, Glob, SLOT};
use crate::hash::Map;

/// What a configuration file says about where translations are.
#[derive(Debug, Default)]
pub(super) struct Description {
    /// The folder that its paths are relative to, empty or as shown to people.
    pub(super) base: String,
    /// The locale that is translated from.
    pub(super) reference: Option<String>,
    /// Where that is said.
    pub(super) reference_said: Option<Said>,
    /// The locales that there are to be; any that are found where nothing is said.
    pub(super) locales: Option<Vec<String>>,
    pub(super) paths: Vec<Paths>,
    pub(super) filters: Vec<(Vec<Glob>, Arc<Filter>)>,
    /// Names of folders that are no tags: name, tag.
    pub(super) names: HashMap<String, String>,
    /// Whether names are codes of three letters, also of languages that have one of two.
    pub(super) three_letters: bool,
    /// Where a text comes from that a locale lacks.
    pub(super) fallback: Fallback,
}

/// Where the texts of the reference stand, and where their translations.
#[derive(Debug)]
pub(super) struct Paths {
    pub(super) reference: Option<Glob>,
    pub(super) translations: Glob,
    /// Where `translations` is said.
    pub(super) said: Said,
    /// Where `reference` is said.
    pub(super) reference_said: Option<Said>,
    /// What makes the path of a translation from that of its reference.
    pub(super) naming: Naming,
    /// The locales that there are to be; any that are found where nothing is said.
    pub(super) locales: Option<Vec<String>>,
    pub(super) excludes: Arc<[Glob]>,
}

/// How the path of a translation follows from that of its reference.
#[derive(Debug)]
pub(super) enum Naming {
    /// Wildcards stand for the same in both.
    Wildcards,
    /// A template with the placeholders of Crowdin, the slot for the locale filled in already.
    Crowdin(String),
}

impl Description {
    /// Takes over what another file says about the same folder.
    pub(super) fn merge(&mut self, other: Self) {
        let all = |description: &Self| description.locales.clone();
        // Each path keeps the list of the file that it comes from.
        let locales = match (all(self), all(&other)) {
            (Some(mut ours), Some(theirs)) => {
                ours.extend(theirs);
                Some(deduplicated(ours))
            }
            _ => None,
        };
        self.paths.extend(other.paths);
        self.filters.extend(other.filters);
        self.names.extend(other.names);
        self.three_letters |= other.three_letters;
        self.reference = self.reference.take().or(other.reference);
        self.reference_said = self.reference_said.take().or(other.reference_said);
        self.locales = locales;
    }

    /// Makes a plan of the files that it describes and that nobody has claimed; those that it describes and
    /// does not want are put aside.
    ///
    /// Gives nothing where there is no such file. What is named and absent goes to `flaws`.
    pub(super) fn plan(
        &self,
        files: &[(String, PathBuf)],
        claimed: &mut HashSet<String>,
        aside: &mut HashSet<String>,
        flaws: &mut Vec<Flaw>,
    ) -> Option<Plan> {
        let mut members: BTreeMap<usize, (Locale, String)> = BTreeMap::new();
        let mut found_any = false;
        let mut has_reference = vec![false; self.paths.len()];
        let mut reference = None;
        let mut referenced: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, (shown, _)) in files.iter().enumerate() {
            for (which, paths) in self.paths.iter().enumerate() {
                let Some(captures) =
                    paths.reference.as_ref().and_then(|glob| glob.captures(shown, &|_| true))
                else {
                    continue;
                };
                found_any = true;
                has_reference.get_mut(which).into_iter().for_each(|has| *has = true);
                if !claimed.contains(shown) && !paths.excludes(shown) {
                    let key = paths.key(shown, &captures);
                    let locale = reference.get_or_insert_with(|| self.reference_locale(paths, shown)).clone();
                    referenced.entry(key.clone()).or_default().push(which);
                    members.entry(index).or_insert((locale, key));
                }
            }
        }
        let taken_keys: HashSet<(String, String)> =
            members.values().map(|(locale, key)| (locale.tag().to_owned(), key.clone())).collect();
        // The same few names recur in all paths.
        let names: RefCell<Map<String, Option<Locale>>> = RefCell::default();
        let locale = |name: &str| {
            let known = names.borrow().get(name).cloned();
            known.unwrap_or_else(|| {
                names.borrow_mut().entry(name.to_owned()).or_insert_with(|| self.locale(name)).clone()
            })
        };
        let reference_tag = self.reference_tag();
        for (index, (shown, _)) in files.iter().enumerate() {
            for paths in &self.paths {
                let accept = |name: &str| locale(name).is_some();
                let Some(captures) = paths.translations.captures(shown, &accept) else { continue };
                found_any = true;
                let Some((name, key)) = translation(shown, &captures) else { continue };
                let Some(locale) = locale(name) else { continue };
                aside.insert(shown.clone());
                let wanted = paths.wants(&locale, self) || Some(locale.tag()) == reference_tag.as_deref();
                let taken =
                    !taken_keys.is_empty() && taken_keys.contains(&(locale.tag().to_owned(), key.clone()));
                if wanted && !taken && !claimed.contains(shown) && !paths.excludes(shown) {
                    members.entry(index).or_insert((locale, key));
                }
            }
        }
        if !found_any {
            flaws.extend(self.no_files(files));
            return None;
        }
        if members.is_empty() {
            return None;
        }
        flaws.extend(self.absent_reference(&members));
        let absent = self.paths.iter().zip(&has_reference).filter(|(_, has)| !**has);
        flaws.extend(absent.filter_map(|(paths, _)| paths.absent_reference()));
        let scope = self.scope(&referenced);
        let ignored = |locale: &Locale, key: &str| scope.action(key, locale, None) == Action::Ignore;
        members.retain(|_, (locale, key)| {
            reference.as_ref().is_some_and(|r| r == locale) || !ignored(locale, key)
        });
        let planned: Vec<PlannedFile> = members
            .into_iter()
            .filter_map(|(index, (locale, key))| {
                let (shown, path) = files.get(index)?;
                claimed.insert(shown.clone());
                let (path, shown, key) = (path.clone(), shown.as_str().into(), key.into());
                Some(PlannedFile { path, shown, locale, key })
            })
            .collect();
        let layouts: Vec<String> = self.paths.iter().map(|paths| self.layout(&paths.translations)).collect();
        Some(Plan {
            root: if self.base.is_empty() { ".".to_owned() } else { self.base.clone() },
            layouts: deduplicated(layouts),
            reference: reference
                .map(|locale| locale.spelling().to_owned())
                .or_else(|| self.reference.clone()),
            files: planned,
            locales: self.locales.iter().flatten().filter_map(|name| self.locale(name)).collect(),
            scope,
            fallback: self.fallback,
            here: "".into(),
        })
    }

    fn no_files(&self, files: &[(String, PathBuf)]) -> Option<Flaw> {
        let paths = self.paths.first()?;
        let folders: HashSet<&str> = files
            .iter()
            .flat_map(|(shown, _)| shown.match_indices('/').filter_map(|(slash, _)| shown.get(..slash)))
            .collect();
        let help = distance::hint(&self.base, folders.iter().copied())
            .filter(|nearest| *nearest != self.base)
            .map(|nearest| format!("did you mean `{nearest}`?"));
        Some(paths.said.flaw(format!("no translations are at `{}`", paths.translations.as_str()), help))
    }

    fn absent_reference(&self, members: &BTreeMap<usize, (Locale, String)>) -> Option<Flaw> {
        let (tag, said) = (self.reference_tag()?, self.reference_said.as_ref()?);
        let tags: BTreeSet<&str> = members.values().map(|(locale, _)| locale.tag()).collect();
        if tags.contains(tag.as_str()) {
            return None;
        }
        let shown: Vec<String> = tags.iter().take(20).map(|tag| format!("`{tag}`")).collect();
        let help = format!("there are {}", shown.join(", "));
        Some(said.flaw(format!("the fallback locale `{}` has no files", said.text()), Some(help)))
    }

    fn reference_tag(&self) -> Option<String> {
        self.reference.as_ref().and_then(|name| Locale::parse(name)).map(|locale| locale.tag().to_owned())
    }

    /// The locale of a name on disk.
    fn locale(&self, name: &str) -> Option<Locale> {
        match self.names.get(name) {
            Some(tag) => Locale::named(name, tag),
            // `pt-rBR` is Android's way to write `pt-BR`.
            None => self
                .three_letters
                .then(|| Locale::from_three_letters(name))
                .flatten()
                .or_else(|| Locale::parse(name))
                .or_else(|| Locale::named(name, &name.replacen("-r", "-", 1))),
        }
    }

    /// The locale of the reference: where translations have theirs, else the first folder that names one.
    fn reference_locale(&self, paths: &Paths, shown: &str) -> Locale {
        let captures = paths.translations.captures(shown, &|_| true).unwrap_or_default();
        let slot = captures.iter().find(|capture| capture.is_slot);
        if let Some(name) = slot.and_then(|slot| shown.get(slot.range.clone())) {
            let locale = self.locale(name).filter(|locale| !locale.is_unlikely());
            return locale.unwrap_or_else(|| Locale::template(name));
        }
        let below = shown.strip_prefix(&self.base).unwrap_or(shown);
        let mut parts = below.split('/').map(|part| part.strip_suffix(".ftl").unwrap_or(part));
        let named = |part: &str| Locale::parse(part).filter(|l| l.has_plural_rules() && !l.is_unlikely());
        parts.find_map(named).unwrap_or_else(|| Locale::template("source"))
    }

    fn layout(&self, glob: &Glob) -> String {
        let text = glob.as_str();
        let below = text.strip_prefix(&self.base).filter(|_| !self.base.is_empty());
        below.map_or(text, |below| below.trim_start_matches('/')).to_owned()
    }

    fn scope(&self, referenced: &HashMap<String, Vec<usize>>) -> Scope {
        let mut scope = Scope::default();
        for (key, paths) in referenced {
            let key: Arc<str> = key.as_str().into();
            let lists = paths
                .iter()
                .filter_map(|which| self.paths.get(*which))
                .map(|paths| paths.locales.as_ref().or(self.locales.as_ref()));
            // One path without a list is open to all.
            if let Some(lists) = lists.collect::<Option<Vec<_>>>() {
                scope.locales.insert(Arc::clone(&key), lists.into_iter().flatten().cloned().collect());
            }
            let filters: Vec<Arc<Filter>> = self
                .filters
                .iter()
                .rev()
                .filter(|(globs, _)| globs.iter().any(|glob| glob.is_match(&key.replace(SLOT, "en"))))
                .map(|(_, filter)| Arc::clone(filter))
                .collect();
            if !filters.is_empty() {
                scope.filters.insert(key, filters);
            }
        }
        scope
    }
}

impl Paths {
    fn excludes(&self, shown: &str) -> bool {
        self.excludes.iter().any(|glob| glob.is_match(shown))
    }

    /// One text of the reference that is named, and not there. A pattern may be meant for other files too.
    fn absent_reference(&self) -> Option<Flaw> {
        let (reference, said) = (self.reference.as_ref()?.as_str(), self.reference_said.as_ref()?);
        let is_one = reference.rsplit('.').next() == Some("ftl") && !reference.contains(['*', '{', '?', '[']);
        is_one.then(|| said.flaw(format!("no file is at `{reference}`"), None))
    }

    fn wants(&self, locale: &Locale, description: &Description) -> bool {
        let list = self.locales.as_ref().or(description.locales.as_ref());
        list.is_none_or(|list| names(list, locale))
    }

    /// Where the translations of a text of the reference are, with `{locale}` for the locale.
    fn key(&self, shown: &str, captures: &[Capture]) -> String {
        match &self.naming {
            Naming::Wildcards => {
                let mut found = captures.iter().filter_map(|capture| shown.get(capture.range.clone()));
                fill(self.translations.as_str(), &mut found)
            }
            Naming::Crowdin(template) => {
                let (folder, file) = shown.rsplit_once('/').unwrap_or(("", shown));
                let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
                let fixed = self.reference.as_ref().map(Glob::as_str).unwrap_or_default();
                let fixed = fixed.split('*').next().unwrap_or_default();
                let fixed = fixed.rsplit_once('/').map_or("", |(folder, _)| folder);
                let below = folder.strip_prefix(fixed).unwrap_or_default().trim_start_matches('/');
                let template = if below.is_empty() { template.replace("**/", "") } else { template.clone() };
                template
                    .replace("**", below)
                    .replace("%original_file_name%", file)
                    .replace("%file_name%", stem)
                    .replace("%file_extension%", ending)
                    .replace("%original_path%", folder)
            }
        }
    }
}

/// The name of the locale in the path of a translation, and the path with the slot in its place.
fn translation<'s>(shown: &'s str, captures: &[Capture]) -> Option<(&'s str, String)> {
    let name = shown.get(captures.iter().find(|capture| capture.is_slot)?.range.clone())?;
    let mut key = String::with_capacity(shown.len() + SLOT.len());
    let mut end = 0;
    for slot in captures.iter().filter(|capture| capture.is_slot) {
        key.push_str(shown.get(end..slot.range.start)?);
        key.push_str(SLOT);
        end = slot.range.end;
    }
    key.push_str(shown.get(end..)?);
    Some((name, key))
}

/// Puts what wildcards stand for in their place.
fn fill<'c>(pattern: &str, found: &mut impl Iterator<Item = &'c str>) -> String {
    let mut filled = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some(star) = rest.find('*') {
        let (before, wildcard) = rest.split_at(star);
        filled.push_str(before);
        let at_folder = filled.is_empty() || filled.ends_with('/');
        let length = match wildcard {
            folders if folders.starts_with("**/") && at_folder => 3,
            any if any.starts_with("**") => 2,
            _ => 1,
        };
        filled.push_str(found.next().unwrap_or_default());
        rest = wildcard.get(length..).unwrap_or_default();
    }
    filled.push_str(rest);
    filled
}

fn deduplicated(list: Vec<String>) -> Vec<String> {
    let mut seen = HashSet::new();
    list.into_iter().filter(|item| seen.insert(item.clone())).collect()
}
