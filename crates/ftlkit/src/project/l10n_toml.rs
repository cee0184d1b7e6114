//! `l10n.toml`, which says where the files of a project in Mozilla's way are.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::described::{Description, Naming, Paths};
use super::flaw::Said;
use super::resolve;
use super::scope::{Action, Filter, IdPattern};
use crate::document::{Document, Table, Value};
use crate::error::Error;
use crate::glob::{Glob, SLOT};
use crate::source::Source;

/// Reads another file that a file names; its path is as shown to people.
pub(super) type Reader<'r> = dyn Fn(&str) -> Result<String, Error> + 'r;

/// Reads one, with all that it includes. `seen` takes the files that were included.
pub(super) fn read(
    path: &str,
    text: &str,
    other: &Reader<'_>,
    seen: &mut HashSet<String>,
) -> Result<Option<Description>, Error> {
    let mut description = Description { base: base_of(path, text)?, ..Description::default() };
    let mut open = vec![(path.to_owned(), text.to_owned(), None, Vec::new())];
    let mut read: HashSet<String> = HashSet::new();
    while let Some((path, text, locales, mut excludes)) = open.pop() {
        if !read.insert(path.clone()) {
            continue;
        }
        let source = Arc::new(Source::new(path.as_str(), text));
        let file = File::of(&source)?;
        let locales = file.locales.clone().or(locales);
        for excluded in file.excludes {
            let text = other(&excluded)?;
            let globs = File::of(&Arc::new(Source::new(excluded, text)))?;
            excludes.extend(globs.paths.into_iter().map(|paths| any_locale(&paths.translations)));
        }
        let shared: Arc<[Glob]> = excludes.as_slice().into();
        for mut paths in file.paths {
            if paths.locales.is_none() {
                paths.locales.clone_from(&locales);
            }
            paths.excludes = Arc::clone(&shared);
            description.paths.push(paths);
        }
        for name in locales.iter().flatten() {
            let list = description.locales.get_or_insert_default();
            if !list.contains(name) {
                list.push(name.clone());
            }
        }
        description.filters.extend(file.filters);
        for included in file.includes {
            let text = other(&included)?;
            seen.insert(included.clone());
            open.push((included, text, locales.clone(), excludes.clone()));
        }
    }
    // A path without a list of its own, in a file without one, is meant for all that exist.
    if description.paths.iter().any(|paths| paths.locales.is_none()) {
        description.locales = None;
    }
    Ok((!description.paths.is_empty()).then_some(description))
}

/// One file, without what it includes.
#[derive(Debug, Default)]
struct File {
    paths: Vec<Paths>,
    locales: Option<Vec<String>>,
    filters: Vec<(Vec<Glob>, Arc<Filter>)>,
    includes: Vec<String>,
    excludes: Vec<String>,
}

impl File {
    fn of(source: &Arc<Source>) -> Result<Self, Error> {
        Document { path: source.path(), text: source.text() }.read(|root| Self::read(source, &root))
    }

    fn read(source: &Arc<Source>, root: &Table<'_>) -> Result<Self, Error> {
        let said = |value: &Value<'_>| Said { source: Arc::clone(source), span: value.span() };
        let path: &str = source.path();
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let base = resolve(folder, root.string("basepath")?.unwrap_or("."));
        let mut variables = BTreeMap::new();
        if let Some(env) = root.table("env")? {
            for (name, _, value) in env.entries() {
                variables.insert(format!("{{{name}}}"), value.string()?.to_owned());
            }
        }
        variables.entry("{l10n_base}".to_owned()).or_insert_with(|| ".".to_owned());
        let expand = |value: &Value<'_>| -> Result<String, Error> {
            let mut text = value.string()?.replace("{android_locale}", SLOT);
            for (name, with) in &variables {
                text = text.replace(name, with);
            }
            let rest = text.replace(SLOT, "");
            match (rest.find('{'), rest.find('}')) {
                (Some(start), Some(end)) if start < end => {
                    let name = rest.get(start..=end).unwrap_or_default();
                    Err(value.error(format!("unknown variable `{name}`: `[env]` does not define it")))
                }
                _ => Ok(resolve(&base, &text)),
            }
        };
        let mut file = Self { locales: root.strings("locales")?, ..Self::default() };
        for table in root.tables("paths")? {
            let Some(l10n) = table.get("l10n") else { continue };
            let translations = expand(&l10n)?;
            if !translations.contains(SLOT) {
                return Err(l10n.error("`l10n` names no locale: it needs `{locale}`"));
            }
            let reference_value = table.get("reference");
            let reference = reference_value.as_ref().map(expand).transpose()?;
            file.paths.push(Paths {
                reference: reference.map(|reference| Glob::new(&reference)),
                translations: Glob::new(&translations),
                said: said(&l10n),
                reference_said: reference_value.as_ref().map(said),
                naming: Naming::Wildcards,
                locales: table.strings("locales")?,
                excludes: [].into(),
            });
        }
        for table in root.tables("filters")? {
            let globs = table.get("path").map(|value| value.items()).unwrap_or_default();
            let globs = globs
                .iter()
                .map(|value| Ok(any_locale(&Glob::new(&expand(value)?))))
                .collect::<Result<_, Error>>()?;
            file.filters.push((globs, Arc::new(filter(&table)?)));
        }
        for (name, list) in [("includes", &mut file.includes), ("excludes", &mut file.excludes)] {
            for table in root.tables(name)? {
                list.extend(table.get("path").map(|value| expand(&value)).transpose()?);
            }
        }
        Ok(file)
    }
}

fn filter(table: &Table<'_>) -> Result<Filter, Error> {
    let action = match table.get("action") {
        None => Action::Require,
        Some(value) => match value.string()? {
            "ignore" => Action::Ignore,
            "warning" => Action::Warn,
            "error" => Action::Require,
            other => {
                let known = ["error", "ignore", "warning"];
                return Err(value.error(crate::document::unknown("action", other, &known)));
            }
        },
    };
    let pattern = |value: &Value<'_>| {
        let text = value.string()?;
        match text.strip_prefix("re:") {
            None => Ok(IdPattern::Exact(text.to_owned())),
            Some(regex) => {
                // The whole beginning of the id has to fit, as Python's `re.match` has it.
                let regex = regex_lite::Regex::new(&format!("^(?:{regex})"));
                regex.map(IdPattern::Regex).map_err(|error| value.error(format!("`{text}`: {error}")))
            }
        }
    };
    let keys = table.get("key").map(|value| value.items().iter().map(pattern).collect::<Result<_, _>>());
    Ok(Filter { locales: table.strings("locales")?, ids: keys.transpose()?, action })
}

/// The folder that the paths of a file are relative to.
fn base_of(path: &str, text: &str) -> Result<String, Error> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    Document { path, text }.read(|root| Ok(resolve(folder, root.string("basepath")?.unwrap_or("."))))
}

/// The same pattern for any locale.
fn any_locale(glob: &Glob) -> Glob {
    Glob::new(&glob.as_str().replace(SLOT, "*"))
}
