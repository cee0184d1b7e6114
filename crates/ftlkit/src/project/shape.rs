//! Finds projects by the shape of paths alone, without reading a file.
//!
//! A locale stands in a *slot*: a folder, or the stem of a file. A slot is believed where the rest of a path
//! recurs under two or more locales, of which at least half have plural rules (the tools `cp`, `nl` and `tr`
//! are not three languages); a folder with a single locale only where its name says what it is for. All slots
//! of the same shape are one project.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::locale::Locale;
use crate::hash::{Map, Set};

/// Folders that hold translations even where there is only one locale yet.
const FOLDERS: [&str; 7] = ["i18n", "l10n", "lang", "locale", "locales", "texts", "translations"];

/// A folder whose name stands for the reference.
const TEMPLATES: &str = "templates";

/// Files that belong together.
#[derive(Debug)]
pub(super) struct Group {
    /// The nearest common folder, empty or ending in `/`.
    pub(super) root: String,
    /// Where the locale stands, relative to the root.
    pub(super) layouts: Vec<String>,
    /// The files: which path, which locale, and the path with its locale replaced.
    pub(super) files: Vec<(usize, Locale, Arc<str>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Kind {
    Folder,
    Stem,
}

/// One way to read a path.
struct Candidate<'p> {
    /// Which path.
    path: usize,
    kind: Kind,
    prefix: &'p str,
    locale: Locale,
    key: String,
}

#[derive(Default)]
struct Root<'a> {
    /// The names that share the rest of a path with another.
    names: Set<&'a str>,
}

impl<'p> Candidate<'p> {
    fn place(&self) -> (Kind, &'p str) {
        (self.kind, self.prefix)
    }
}

/// Groups paths, which are relative to a folder that is itself called `folder`.
pub(super) fn group(paths: &[&str], folder: &str) -> Vec<Group> {
    let mut known = Map::default();
    let mut candidates = Vec::with_capacity(paths.len());
    for (index, path) in paths.iter().enumerate() {
        add_candidates((index, path), &mut known, &mut candidates);
    }
    let mut keys: Map<&str, Vec<&Candidate<'_>>> = Map::default();
    for candidate in &candidates {
        keys.entry(&candidate.key).or_default().push(candidate);
    }
    let mut named: Map<(Kind, &str), Map<&str, bool>> = Map::default();
    for candidate in &candidates {
        let plausible = candidate.locale.has_plural_rules() || candidate.locale.is_template();
        named.entry(candidate.place()).or_default().insert(candidate.locale.spelling(), plausible);
    }
    named.retain(|_, names| 2 * names.values().filter(|plausible| **plausible).count() >= names.len());
    let mut roots: Map<(Kind, &str), Root<'_>> = Map::default();
    let mut spread: Map<&str, usize> = Map::default();
    for (key, found) in &keys {
        let tags: Set<&str> = found.iter().map(|candidate| candidate.locale.tag()).collect();
        spread.insert(key, tags.len());
        if tags.len() > 1 && found.iter().any(|candidate| candidate.locale.has_plural_rules()) {
            for candidate in found.iter().filter(|candidate| named.contains_key(&candidate.place())) {
                roots.entry(candidate.place()).or_default().names.insert(candidate.locale.spelling());
            }
        }
    }
    let mut members: Members<'_> = BTreeMap::new();
    for options in candidates.chunk_by(|one, other| one.path == other.path) {
        let believed = options.iter().rev().filter(|option| believe(option, &roots, folder));
        let best = believed.max_by_key(|option| {
            let spread = spread.get(option.key.as_str()).copied().unwrap_or(0);
            let root = roots.get(&option.place()).map_or(0, |root| root.names.len());
            (is_telling(option, folder), spread, root)
        });
        if let Some(best) = best {
            members.entry(best.place()).or_default().push(best);
        }
    }
    let both = join_stems(&mut members);
    merge(&members, &both)
}

/// The candidates that are believed, by where their slots are.
type Members<'c> = BTreeMap<(Kind, &'c str), Vec<&'c Candidate<'c>>>;

/// Puts `{locale}.ftl` with the `{locale}/…` beside it: one bundle loads both. Gives the folders where that is so.
fn join_stems<'a>(members: &mut Members<'a>) -> BTreeSet<&'a str> {
    let stems = members.iter().filter(|((kind, _), _)| *kind == Kind::Stem);
    let is_same = |stems: &[&Candidate<'_>], folders: &[&Candidate<'_>]| {
        let tags: Set<&str> = folders.iter().map(|candidate| candidate.locale.tag()).collect();
        stems.iter().any(|candidate| tags.contains(candidate.locale.tag()))
    };
    let both: BTreeSet<&str> = stems
        .filter(|((_, prefix), stems)| {
            members.get(&(Kind::Folder, *prefix)).is_some_and(|folders| is_same(stems, folders))
        })
        .map(|((_, prefix), _)| *prefix)
        .collect();
    for prefix in &both {
        let stems = members.remove(&(Kind::Stem, *prefix)).unwrap_or_default();
        members.entry((Kind::Folder, *prefix)).or_default().extend(stems);
    }
    both
}

fn believe(candidate: &Candidate<'_>, roots: &Map<(Kind, &str), Root<'_>>, folder: &str) -> bool {
    let locale = &candidate.locale;
    let is_named = |root: &Root<'_>| root.names.contains(locale.spelling()) || locale.has_plural_rules();
    let is_likely = || is_telling(candidate, folder) || is_below_root(candidate, roots);
    roots.get(&candidate.place()).map_or_else(|| locale.has_plural_rules() && is_likely(), is_named)
}

/// Whether the slot stands below a folder that has the same locale in the same way, and a telling name:
/// `locales/errors/en.ftl` beside `locales/en.ftl` and `locales/fr.ftl` lacks only its translations.
fn is_below_root(candidate: &Candidate, roots: &Map<(Kind, &str), Root<'_>>) -> bool {
    ancestors(candidate.prefix).filter(|above| FOLDERS.contains(&last_folder(above))).any(|above| {
        let root = roots.get(&(candidate.kind, above));
        root.is_some_and(|root| root.names.contains(candidate.locale.spelling()))
    })
}

/// Whether the folder around the slot has a name that says what it is for.
fn is_telling(candidate: &Candidate<'_>, folder: &str) -> bool {
    let name = if candidate.prefix.is_empty() { folder } else { last_folder(candidate.prefix) };
    FOLDERS.contains(&name)
}

/// Adds all ways to read a path. The same few names recur in all paths: `known` keeps what they mean.
fn add_candidates<'p>(
    (index, path): (usize, &'p str),
    known: &mut Map<&'p str, Option<Locale>>,
    found: &mut Vec<Candidate<'p>>,
) {
    let (first, mut start) = (found.len(), 0);
    for part in path.split('/') {
        let is_file = start + part.len() == path.len();
        let name = if is_file { part.strip_suffix(".ftl").unwrap_or(part) } else { part };
        let parse = || Locale::parse(name).filter(|locale| !locale.is_unlikely());
        let locale = match known.entry(name).or_insert_with(parse) {
            Some(locale) => Some(locale.clone()),
            None => (!is_file && name == TEMPLATES).then(|| Locale::template(name)),
        };
        // `locales/fr/fr.ftl` is one slot, used twice.
        let own = found.get(first..).unwrap_or_default();
        let again = locale.is_some() && own.iter().any(|candidate| candidate.locale.spelling() == name);
        if let Some(locale) = locale.filter(|_| !again) {
            found.push(Candidate {
                path: index,
                kind: if is_file { Kind::Stem } else { Kind::Folder },
                prefix: path.get(..start).unwrap_or_default(),
                key: key(path, name),
                locale,
            });
        }
        start += part.len() + 1;
    }
}

/// The path with every component that names the locale replaced.
pub(super) fn key(path: &str, name: &str) -> String {
    let mut key = String::with_capacity(path.len() + 8);
    for part in path.split('/') {
        if !key.is_empty() {
            key.push('/');
        }
        match part.strip_suffix(".ftl") {
            _ if part == name => key.push_str("{locale}"),
            Some(stem) if stem == name => key.push_str("{locale}.ftl"),
            _ => key.push_str(part),
        }
    }
    key
}

/// The name of the last folder of a prefix such as `a/locales/`.
fn last_folder(prefix: &str) -> &str {
    prefix.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

/// Puts all groups of the same shape and the same reference under their nearest common folder.
fn merge(members: &Members<'_>, both: &BTreeSet<&str>) -> Vec<Group> {
    let mut merged: BTreeMap<(Kind, &str, Option<&str>), Vec<&str>> = BTreeMap::new();
    for (kind, prefix) in members.keys() {
        let outermost =
            ancestors(prefix).find(|above| members.contains_key(&(*kind, *above))).unwrap_or(prefix);
        let reference = |prefix| members.get(&(*kind, prefix)).and_then(|files| likely_reference(files));
        // A folder below may have lost the file of the reference.
        let reference = reference(*prefix).or_else(|| reference(outermost));
        merged.entry((*kind, last_folder(outermost), reference)).or_default().push(prefix);
    }
    // The files of all locales have the same few keys.
    let mut keys: Set<Arc<str>> = Set::default();
    let mut shared = |key: &str| {
        let known = keys.get(key).cloned();
        known.unwrap_or_else(|| {
            let key: Arc<str> = key.into();
            keys.insert(Arc::clone(&key));
            key
        })
    };
    merged
        .into_iter()
        .map(|((kind, name, _), prefixes)| {
            let root = common_folder(&prefixes);
            let files = prefixes
                .iter()
                .filter_map(|prefix| members.get(&(kind, *prefix)))
                .flatten()
                .map(|candidate| (candidate.path, candidate.locale.clone(), shared(&candidate.key)))
                .collect();
            Group { layouts: layouts(kind, name, root, &prefixes, both), root: root.to_owned(), files }
        })
        .collect()
}

/// The folders above a prefix, outermost first.
fn ancestors(prefix: &str) -> impl Iterator<Item = &str> {
    prefix.match_indices('/').filter_map(move |(slash, _)| prefix.get(..=slash))
}

fn likely_reference<'a>(files: &[&'a Candidate<'a>]) -> Option<&'a str> {
    let count = |tag: &str| files.iter().filter(|candidate| candidate.locale.tag() == tag).count();
    let best = [TEMPLATES, "en", "en-US", "en-GB"].into_iter().rev().max_by_key(|tag| {
        let count = count(tag);
        (count > 0 && *tag == TEMPLATES, count)
    })?;
    files.iter().map(|candidate| candidate.locale.tag()).find(|tag| *tag == best)
}

fn common_folder<'a>(prefixes: &[&'a str]) -> &'a str {
    let Some((first, rest)) = prefixes.split_first() else { return "" };
    let mut common = *first;
    while !rest.iter().all(|prefix| prefix.starts_with(common)) {
        let above = common.trim_end_matches('/').rfind('/').map_or(0, |slash| slash + 1);
        common = common.get(..above).unwrap_or_default();
    }
    common
}

/// The layouts as people read them; many of a kind become one with a wildcard.
fn layouts(kind: Kind, name: &str, root: &str, prefixes: &[&str], both: &BTreeSet<&str>) -> Vec<String> {
    let slots = |has_both: bool| match kind {
        Kind::Folder if has_both => &["{locale}.ftl", "{locale}/**/*.ftl"][..],
        Kind::Folder => &["{locale}/**/*.ftl"],
        Kind::Stem => &["{locale}.ftl"],
    };
    if prefixes.len() > 4 {
        let has_both = prefixes.iter().any(|prefix| both.contains(prefix));
        return slots(has_both).iter().map(|slot| format!("**/{name}/{slot}")).collect();
    }
    let below = |prefix: &&str| {
        let folder = prefix.strip_prefix(root).unwrap_or(prefix).to_owned();
        slots(both.contains(prefix)).iter().map(move |slot| format!("{folder}{slot}"))
    };
    prefixes.iter().flat_map(below).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(paths: &[&str], expected: &[&str]) {
        let found: Vec<String> = group(paths, "repository")
            .iter()
            .map(|group| {
                let mut locales: Vec<&str> = group.files.iter().map(|(_, locale, _)| locale.tag()).collect();
                locales.sort_unstable();
                locales.dedup();
                format!("{}|{}|{}", group.root, group.layouts.join(" "), locales.join(" "))
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_locale_is_a_folder_or_a_stem() {
        check(&["i18n/en/a.ftl", "i18n/fr/a.ftl"], &["i18n/|{locale}/**/*.ftl|en fr"]);
        check(&["l/en.ftl", "l/fr.ftl"], &["l/|{locale}.ftl|en fr"]);
        check(&["x/en/ui/a.ftl", "x/pt_BR/ui/a.ftl"], &["x/|{locale}/**/*.ftl|en pt-BR"]);
        check(&["l/en/en.ftl", "l/fr/fr.ftl"], &["l/|{locale}/**/*.ftl|en fr"]);
        check(&["en/a.ftl", "de/a.ftl", "de/old/b.ftl"], &["|{locale}/**/*.ftl|de en"]);
    }

    #[test]
    fn templates_are_a_reference_only_beside_locales() {
        check(&["core/templates/a.ftl", "core/nl/a.ftl"], &["core/|{locale}/**/*.ftl|nl templates"]);
        check(&["templates/a.ftl", "src/a.ftl"], &[]);
    }

    #[test]
    fn a_single_locale_needs_a_telling_folder() {
        check(&["locales/en/a.ftl"], &["locales/|{locale}/**/*.ftl|en"]);
        check(&["assets/en/a.ftl"], &[]);
        check(&["locales/src/a.ftl"], &[]);
    }

    #[test]
    fn what_only_one_locale_has_belongs_to_the_others_above() {
        let (en, fr) = ("locales/en.ftl", "locales/fr.ftl");
        let both = ["locales/|{locale}.ftl errors/{locale}.ftl|en fr"];
        check(&[en, fr, "locales/errors/en.ftl"], &both);
        check(&[en, fr, "locales/errors/fr.ftl"], &both);
        check(
            &["i18n/en/a.ftl", "i18n/fr/a.ftl", "i18n/web/en/a.ftl"],
            &["i18n/|{locale}/**/*.ftl web/{locale}/**/*.ftl|en fr"],
        );
        // A locale that the others do not have, a folder without a name for this, a language that is a tool.
        check(&[en, fr, "locales/errors/nl.ftl"], &["locales/|{locale}.ftl|en fr"]);
        check(&["x/en.ftl", "x/fr.ftl", "x/errors/en.ftl"], &["x/|{locale}.ftl|en fr"]);
        check(&["en.ftl", "fr.ftl", "docs/en.ftl"], &["|{locale}.ftl|en fr"]);
    }

    #[test]
    fn folders_of_code_are_no_locales() {
        check(&["src/a.ftl", "ui/a.ftl", "tests/a.ftl", "api/a.ftl"], &[]);
        check(&["api/en/a.ftl", "web/en/a.ftl"], &[]);
    }

    #[test]
    fn tools_with_the_names_of_languages_are_no_locales() {
        let paths: Vec<String> = ["cp", "cut", "dd", "df", "id", "nl", "tr"]
            .iter()
            .flat_map(|tool| ["en-US", "fr"].map(|locale| format!("uu/{tool}/locales/{locale}.ftl")))
            .collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        check(&paths, &["uu/|**/locales/{locale}.ftl|en-US fr"]);
        check(
            &["uu/nl/locales/en.ftl", "uu/tr/locales/en.ftl", "uu/nl/locales/fr.ftl"],
            &["uu/|nl/locales/{locale}.ftl tr/locales/{locale}.ftl|en fr"],
        );
    }

    #[test]
    fn a_folder_and_a_file_of_one_locale_are_one_project() {
        let both = ["l/en.ftl", "l/fr.ftl", "l/en/more.ftl", "l/fr/more.ftl"];
        check(&both, &["l/|{locale}.ftl {locale}/**/*.ftl|en fr"]);
        let others = ["l/en.ftl", "l/fr.ftl", "l/nl/more.ftl", "l/de/more.ftl"];
        check(&others, &["l/|{locale}/**/*.ftl|de nl", "l/|{locale}.ftl|en fr"]);
    }

    #[test]
    fn groups_of_one_shape_are_one_project() {
        let paths =
            ["a/locales/en-US.ftl", "a/locales/fr.ftl", "b/locales/en-US.ftl", "b/locales/errors/en-US.ftl"];
        check(&paths[..3], &["|a/locales/{locale}.ftl b/locales/{locale}.ftl|en-US fr"]);
        let single = "a/locales/{locale}.ftl b/locales/{locale}.ftl";
        check(&paths, &[&format!("|{single}|en-US fr")]);
        check(
            &["x/i18n/en/a.ftl", "x/i18n/fr/a.ftl", "y/l10n/en.ftl", "y/l10n/fr.ftl"],
            &["x/i18n/|{locale}/**/*.ftl|en fr", "y/l10n/|{locale}.ftl|en fr"],
        );
    }
}
