//! Writes the files of a locale with single units replaced.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::sync::Arc;

use super::draft::{Base, Draft, Name};
use crate::Locale;
use crate::bundle::Source;
use crate::embedded::Embedded;

/// The embedded files, some of them with units replaced.
#[derive(Debug, Clone, Default)]
pub(super) struct Files(Arc<HashMap<(Locale, &'static str), String>>);

impl Source for Files {
    fn read(&self, locale: Locale, name: &str) -> Option<Cow<'static, str>> {
        match self.0.get(&(locale, name)) {
            Some(text) => Some(Cow::Owned(text.clone())),
            None => Embedded.read(locale, name),
        }
    }
}

/// An entry in the making: the definitions of its value and of its attributes.
#[derive(Default)]
struct Entry<'a> {
    value: Option<&'a str>,
    attributes: BTreeMap<&'a str, &'a str>,
}

/// The files as the overrides make them that are not left out.
pub(super) fn files(draft: &Draft<'_>, locales: &[Locale]) -> Files {
    let mut files = HashMap::new();
    for &locale in locales {
        let Some(base) = draft.parsed.base(locale) else { continue };
        let mut by_file: BTreeMap<&'static str, Vec<(Name<'_>, &str)>> = BTreeMap::new();
        for (name, index) in draft.effective(locale) {
            let Some(candidate) = draft.candidates.get(index) else { continue };
            by_file.entry(candidate.file).or_default().push((name, candidate.definition()));
        }
        for (file, overrides) in by_file {
            files.insert((locale, file), merged(base, file, overrides));
        }
    }
    Files(Arc::new(files))
}

/// A file: each definition stands as it was written, from its equals sign on, so that its lines keep their layout.
fn merged<'a>(base: &'a Base, file: &str, overrides: Vec<(Name<'a>, &'a str)>) -> String {
    let mut order: Vec<&str> = Vec::new();
    let mut entries: HashMap<&str, Entry<'_>> = HashMap::new();
    let embedded = base.definitions(file);
    for ((id, attribute), definition) in embedded.into_iter().chain(overrides) {
        let entry = entries.entry(id).or_insert_with(|| {
            order.push(id);
            Entry::default()
        });
        match attribute {
            None => entry.value = Some(definition),
            Some(name) => _ = entry.attributes.insert(name, definition),
        }
    }
    let mut text = String::new();
    for id in order {
        let Some(entry) = entries.get(id) else { continue };
        // Writing into a string cannot fail.
        let _ = writeln!(text, "{id}{}", entry.value.unwrap_or(" ="));
        for (name, definition) in &entry.attributes {
            let _ = writeln!(text, "    .{name}{definition}");
        }
    }
    text
}
