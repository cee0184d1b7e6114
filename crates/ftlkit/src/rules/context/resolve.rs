//! Where a reference leads: ids, and the entries that define them.

use super::Context;
use crate::model::{EntryKind, EntryRef, FileRef};
use crate::rules::index::Ids;
use crate::rules::pairs::Place;

impl<'a> Context<'a> {
    /// Finds a message, or a term by its id with the dash, in the files of the locale that are loaded together with
    /// a file, which may be one of another locale: all of them, where no domain of that is known.
    pub fn find(self, from: FileRef<'_>, id: &str) -> Option<EntryRef<'a>> {
        let domains = self.domains(from);
        if domains.is_empty() {
            return self.find_anywhere(id);
        }
        let entry = |place: Place| place.in_locale(self.locale_files());
        domains.iter().find_map(|domain| self.ids_of_domain(*domain)?.get(id, entry))
    }

    /// Finds an entry for a file in the locale, else in those that it inherits from, else in the reference.
    pub fn find_or_inherit(self, from: FileRef<'_>, id: &str) -> Option<EntryRef<'a>> {
        self.origins().find_map(|origin| origin.find(from, id))
    }

    /// Finds an entry that is defined, and not loaded together with a file.
    pub fn find_in_another_domain(self, from: FileRef<'_>, id: &str) -> Option<EntryRef<'a>> {
        let is_limited = !self.domains(from).is_empty() && self.find_or_inherit(from, id).is_none();
        self.origins().filter(|_| is_limited).find_map(|origin| origin.find_anywhere(id))
    }

    /// The locale, those that it inherits from, the reference.
    fn origins(self) -> impl Iterator<Item = Context<'a>> {
        let others = std::iter::once_with(move || self.chain().chain([self.reference()])).flatten();
        std::iter::once(self).chain(others)
    }

    fn find_anywhere(self, id: &str) -> Option<EntryRef<'a>> {
        self.ids(kind_of(id)).get(id, |place| place.in_locale(self.locale_files()))
    }

    /// The domains of a file of any locale, as positions in those configured; none where it is in none.
    pub fn domains(self, file: FileRef<'_>) -> &'a [usize] {
        if self.config().domains.is_empty() {
            return &[];
        }
        let domains = self.index.lookups().domains.get(file.source().path());
        domains.map(Vec::as_slice).unwrap_or_default()
    }

    fn ids_of_domain(self, domain: usize) -> Option<&'a Ids> {
        let make = || {
            let mut files = vec![Vec::new(); self.config().domains.len()];
            for file in self.files() {
                for domain in self.domains(file) {
                    files.get_mut(*domain).into_iter().for_each(|files| files.push(file));
                }
            }
            files.iter().map(|files| self.ids_in(files, |_| true)).collect()
        };
        self.lookup().ids_by_domain.get_or_init(make).get(domain)
    }

    /// All ids of the messages or the terms of the locale, those of terms with their dash, in the order of the files: who
    /// looks at a part of them looks at the same in every run.
    pub fn all_ids(self, kind: EntryKind) -> impl Iterator<Item = &'a str> {
        self.entries().filter(move |entry| entry.kind() == kind).map(EntryRef::id)
    }

    /// Most references are to terms, which are few: where no message is referred to, none are looked up.
    fn ids(self, kind: EntryKind) -> &'a Ids {
        let ids = match kind {
            EntryKind::Message => &self.lookup().messages,
            EntryKind::Term => &self.lookup().terms,
        };
        ids.get_or_init(|| self.ids_in(&self.files().collect::<Vec<_>>(), |entry| entry.kind() == kind))
    }

    /// The ids of those entries of some files of the locale that are wanted.
    fn ids_in(self, files: &[FileRef<'a>], is_wanted: impl Fn(&EntryRef<'a>) -> bool) -> Ids {
        let entries = || files.iter().copied().flat_map(FileRef::entries).filter(&is_wanted);
        Ids::new(entries(), entries().count(), |place| place.in_locale(self.locale_files())).0
    }
}

fn kind_of(id: &str) -> EntryKind {
    if id.starts_with('-') { EntryKind::Term } else { EntryKind::Message }
}
