//! What texts said before fixes changed them, for findings of rules and locales that were not looked at meanwhile.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::Known;
use super::key::relative;
use crate::digest::Digest;
use crate::fingerprint::compared;
use crate::mend::Mended;
use crate::model::{EntryRef, FileRef, Model};
use crate::project::{ProjectFile, resolve};
use crate::source::Source;
use crate::syntax::Limits;

/// The entries of a file by their ids, before fixes were made and now.
type Entries<'m> = [HashMap<&'m str, EntryRef<'m>>; 2];

/// A file that fixes have changed, or whose reference they have.
struct File<'m> {
    own: Rc<Entries<'m>>,
    /// Nothing where the file is the reference's, or that has none like it.
    reference: Option<Rc<Entries<'m>>>,
}

/// By what those are known now that are known by a text which fixes have changed; paths are relative to a folder.
pub(super) fn moved<'k>(
    known: impl Iterator<Item = &'k Known>,
    mended: &Mended,
    (folder, here): (&str, &str),
) -> Vec<(Known, Known)> {
    let old = mended.changes.iter().map(|change| {
        let source = Source::new(Arc::clone(&change.path), change.before.clone());
        let model = Model::new(&source, &Limits::default());
        (&*change.path, (source, model))
    });
    let old: HashMap<&str, (Source, Model)> = old.collect();
    let files = files(mended, &old, |path| relative(folder, &resolve(here, path)));
    let now = |known: &Known| {
        let (text, id) = (known.text?, known.id.as_deref()?);
        let digests = |entries: &Entries<'_>| {
            let digest = |entries: &HashMap<&str, EntryRef<'_>>| {
                Some(Digest::EMPTY.pattern(entries.get(id)?.unit(known.attribute.as_deref())?))
            };
            let [before, now] = entries.each_ref().map(digest);
            Some((before?, now?))
        };
        let file = files.get(&known.path)?;
        let (before, now) = digests(&file.own)?;
        let alone = (before.get() == text).then_some(now);
        let beside = || {
            let (reference, its_now) = digests(file.reference.as_ref()?)?;
            (compared(before, reference).get() == text).then(|| compared(now, its_now))
        };
        let now = alone.or_else(beside)?.get();
        (now != text).then(|| Known { text: Some(now), ..known.clone() })
    };
    known.filter_map(|known| Some((known.clone(), now(known)?))).collect()
}

/// The files in which a text may have changed, or that it is compared with.
fn files<'m>(
    mended: &'m Mended,
    old: &'m HashMap<&str, (Source, Model)>,
    name: impl Fn(&str) -> String,
) -> HashMap<String, File<'m>> {
    let entries = |file: FileRef<'m>| file.entries().map(|entry| (entry.id(), entry)).collect();
    let read = |(index, file): (usize, &'m ProjectFile)| -> Option<Rc<Entries<'m>>> {
        let now = file.view(index)?;
        let before = old.get(&*file.path).map_or(now, |(source, model)| FileRef::new(source, model, index));
        Some(Rc::new([before, now].map(entries)))
    };
    let mut found = HashMap::new();
    for project in &mended.report.projects {
        let mut references: HashMap<&str, (bool, Rc<Entries<'m>>)> = HashMap::new();
        let is_changed = |file: &ProjectFile| old.contains_key(&*file.path);
        if !project.locales.iter().flat_map(|locale| &locale.files).any(is_changed) {
            continue;
        }
        for (index, file) in project.reference_locale().into_iter().flat_map(|it| it.files.iter().enumerate())
        {
            references.extend(read((index, file)).map(|read| (&*file.key, (is_changed(file), read))));
        }
        for (number, locale) in project.locales.iter().enumerate() {
            for (index, file) in locale.files.iter().enumerate() {
                let reference = references.get(&*file.key).filter(|_| number != project.reference);
                if !is_changed(file) && !reference.is_some_and(|(is_changed, _)| *is_changed) {
                    continue;
                }
                let reference = reference.map(|(_, entries)| Rc::clone(entries));
                found.extend(read((index, file)).map(|own| (name(&file.path), File { own, reference })));
            }
        }
    }
    found
}
