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
    /// Which key.
    key: usize,
    /// Which slot.
    slot: usize,
}

/// A path with its locale replaced.
struct Key {
    text: Arc<str>,
    /// The number of the tag that it was found with first.
    first: usize,
    /// Those of the others.
    others: Set<usize>,
    /// Whether one of the locales has plural rules.
    has_plural_rules: bool,
}

/// Where locales stand in paths.
#[derive(Default)]
struct Slot<'p> {
    /// What stands there, and whether it shares the rest of a path with another, where the slot is plausible.
    names: Map<&'p str, bool>,
    /// How many of the names are plausible.
    plausible: usize,
    /// How many of the names share the rest of a path with another.
    recurring: usize,
}

/// All ways to read some paths.
#[derive(Default)]
struct Candidates<'p> {
    all: Vec<Candidate<'p>>,
    keys: Vec<Key>,
    slots: Vec<Slot<'p>>,
    key_numbers: Map<Arc<str>, usize>,
    slot_numbers: Map<(Kind, &'p str), usize>,
    /// What the names in paths mean, with the numbers of their tags: the same few recur in all paths.
    locales: Map<&'p str, Option<(Locale, usize)>>,
    tag_numbers: Map<String, usize>,
}

impl<'p> Candidate<'p> {
    fn place(&self) -> (Kind, &'p str) {
        (self.kind, self.prefix)
    }
}

impl Key {
    /// How many locales have it.
    fn spread(&self) -> usize {
        1 + self.others.len()
    }
}

impl Slot<'_> {
    fn is_plausible(&self) -> bool {
        2 * self.plausible >= self.names.len()
    }

    /// Whether a name shares the rest of a path with another.
    fn recurs(&self, name: &str) -> bool {
        self.names.get(name) == Some(&true)
    }
}

/// Groups paths, which are relative to a folder that is itself called `folder`.
pub(super) fn group(paths: &[&str], folder: &str) -> Vec<Group> {
    let mut candidates = Candidates::default();
    for (index, path) in paths.iter().enumerate() {
        candidates.add(index, path);
    }
    candidates.find_recurring();
    let mut members: Members<'_> = BTreeMap::new();
    for options in candidates.all.chunk_by(|one, other| one.path == other.path) {
        let believed = options.iter().rev().filter(|option| candidates.believes(option, folder));
        let best = believed.max_by_key(|option| {
            let spread = candidates.keys.get(option.key).map_or(0, Key::spread);
            let recurring = candidates.slots.get(option.slot).map_or(0, |slot| slot.recurring);
            (is_telling(option, folder), spread, recurring)
        });
        if let Some(best) = best {
            members.entry(best.place()).or_default().push(best);
        }
    }
    let both = join_stems(&mut members);
    merge(&members, &both, &candidates.keys)
}

impl<'p> Candidates<'p> {
    /// Adds all ways to read a path.
    fn add(&mut self, index: usize, path: &'p str) {
        let (first, mut start) = (self.all.len(), 0);
        for part in path.split('/') {
            let is_file = start + part.len() == path.len();
            let name = if is_file { part.strip_suffix(".ftl").unwrap_or(part) } else { part };
            // `locales/fr/fr.ftl` is one slot, used twice.
            let own = self.all.get(first..).unwrap_or_default();
            let is_again = own.iter().any(|candidate| candidate.locale.spelling() == name);
            if let Some((locale, tag)) = self.locale(name, is_file).filter(|_| !is_again) {
                let kind = if is_file { Kind::Stem } else { Kind::Folder };
                let prefix = path.get(..start).unwrap_or_default();
                let (key, slot) = (self.key(path, (&locale, tag)), self.slot((kind, prefix), name, &locale));
                self.all.push(Candidate { path: index, kind, prefix, locale, key, slot });
            }
            start += part.len() + 1;
        }
    }

    /// The locale that a name stands for, with the number of its tag.
    fn locale(&mut self, name: &'p str, is_file: bool) -> Option<(Locale, usize)> {
        let tags = &mut self.tag_numbers;
        let mut numbered = |locale: Locale| {
            let next = tags.len();
            let tag = *tags.entry(locale.tag().to_owned()).or_insert(next);
            (locale, tag)
        };
        let parse = || Locale::parse(name).filter(|locale| !locale.is_unlikely()).map(&mut numbered);
        match self.locales.entry(name).or_insert_with(parse) {
            Some(found) => Some(found.clone()),
            None => (!is_file && name == TEMPLATES).then(|| numbered(Locale::template(name))),
        }
    }

    /// The number of the key of a path, which has a locale.
    fn key(&mut self, path: &str, (locale, tag): (&Locale, usize)) -> usize {
        let text = key(path, locale.spelling());
        let number = self.key_numbers.get(text.as_str()).copied().unwrap_or_else(|| {
            let (text, number): (Arc<str>, usize) = (text.into(), self.keys.len());
            self.key_numbers.insert(Arc::clone(&text), number);
            self.keys.push(Key { text, first: tag, others: Set::default(), has_plural_rules: false });
            number
        });
        if let Some(key) = self.keys.get_mut(number) {
            if key.first != tag {
                key.others.insert(tag);
            }
            key.has_plural_rules |= locale.has_plural_rules();
        }
        number
    }

    /// The number of the slot at a place, which has a name.
    fn slot(&mut self, place: (Kind, &'p str), name: &'p str, locale: &Locale) -> usize {
        let slots = &mut self.slots;
        let number = *self.slot_numbers.entry(place).or_insert_with(|| {
            slots.push(Slot::default());
            slots.len() - 1
        });
        if let Some(slot) = slots.get_mut(number)
            && slot.names.insert(name, false).is_none()
        {
            slot.plausible += usize::from(locale.has_plural_rules() || locale.is_template());
        }
        number
    }

    /// Finds the names that share the rest of a path with another, in slots that are plausible.
    fn find_recurring(&mut self) {
        let is_shared = |key: &Key| key.spread() > 1 && key.has_plural_rules;
        for candidate in &self.all {
            let slot = self.slots.get_mut(candidate.slot).filter(|slot| slot.is_plausible());
            let Some(slot) = slot.filter(|_| self.keys.get(candidate.key).is_some_and(is_shared)) else {
                continue;
            };
            let recurs = slot.names.get_mut(candidate.locale.spelling());
            if recurs.is_some_and(|recurs| !std::mem::replace(recurs, true)) {
                slot.recurring += 1;
            }
        }
    }

    fn believes(&self, candidate: &Candidate<'_>, folder: &str) -> bool {
        let locale = &candidate.locale;
        match self.slots.get(candidate.slot).filter(|slot| slot.recurring > 0) {
            Some(slot) => slot.recurs(locale.spelling()) || locale.has_plural_rules(),
            None => {
                locale.has_plural_rules() && (is_telling(candidate, folder) || self.is_below_root(candidate))
            }
        }
    }

    /// Whether the slot stands below a folder that has the same locale in the same way, and a telling name:
    /// `locales/errors/en.ftl` beside `locales/en.ftl` and `locales/fr.ftl` lacks only its translations.
    fn is_below_root(&self, candidate: &Candidate<'_>) -> bool {
        ancestors(candidate.prefix).filter(|above| FOLDERS.contains(&last_folder(above))).any(|above| {
            let slot = self.slot_numbers.get(&(candidate.kind, above)).and_then(|slot| self.slots.get(*slot));
            slot.is_some_and(|slot| slot.recurs(candidate.locale.spelling()))
        })
    }
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

/// Whether the folder around the slot has a name that says what it is for.
fn is_telling(candidate: &Candidate<'_>, folder: &str) -> bool {
    let name = if candidate.prefix.is_empty() { folder } else { last_folder(candidate.prefix) };
    FOLDERS.contains(&name)
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
fn merge(members: &Members<'_>, both: &BTreeSet<&str>, keys: &[Key]) -> Vec<Group> {
    let mut merged: BTreeMap<(Kind, &str, Option<&str>), Vec<&str>> = BTreeMap::new();
    for (kind, prefix) in members.keys() {
        let outermost =
            ancestors(prefix).find(|above| members.contains_key(&(*kind, *above))).unwrap_or(prefix);
        let reference = |prefix| members.get(&(*kind, prefix)).and_then(|files| likely_reference(files));
        // A folder below may have lost the file of the reference.
        let reference = reference(*prefix).or_else(|| reference(outermost));
        merged.entry((*kind, last_folder(outermost), reference)).or_default().push(prefix);
    }
    let member = |candidate: &&Candidate<'_>| {
        let key = keys.get(candidate.key)?;
        Some((candidate.path, candidate.locale.clone(), Arc::clone(&key.text)))
    };
    merged
        .into_iter()
        .map(|((kind, name, _), prefixes)| {
            let root = common_folder(&prefixes);
            let files = prefixes
                .iter()
                .filter_map(|prefix| members.get(&(kind, *prefix)))
                .flatten()
                .filter_map(member)
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
