//! The fingerprint of the text that a finding is about, by which it is known again when the file around it changes.

use std::collections::HashMap;

use crate::check::Report;
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::model::{EntryRef, FileRef};
use crate::source::Span;

/// The files of a report, by their paths.
pub(crate) struct Files<'r> {
    by_path: HashMap<&'r str, FileRef<'r>>,
    /// The paths of the references, by project.
    references: HashMap<&'r str, usize>,
    /// What stands at a place: many findings can be about one text.
    digests: HashMap<(&'r str, u32), Digest>,
}

impl<'r> Files<'r> {
    pub(crate) fn new(report: &'r Report) -> Self {
        let mut all = Self { by_path: HashMap::new(), references: HashMap::new(), digests: HashMap::new() };
        for (number, project) in report.projects.iter().enumerate() {
            for (index, locale) in project.locales.iter().enumerate() {
                for file in (0..locale.files.len()).filter_map(|index| locale.file(index)) {
                    let path: &str = file.source().path();
                    all.by_path.insert(path, file);
                    if index == project.reference {
                        all.references.insert(path, number);
                    }
                }
            }
        }
        all
    }

    /// The fingerprint of the text that a finding is about.
    pub(crate) fn fingerprint(&mut self, diagnostic: &Diagnostic) -> Option<u64> {
        self.text(diagnostic).map(Digest::get)
    }

    fn text(&mut self, diagnostic: &Diagnostic) -> Option<Digest> {
        let attribute = diagnostic.attribute();
        let span = diagnostic.range()?.span();
        let file = *self.by_path.get(diagnostic.path())?;
        let digest = match file.entry_at(span.start) {
            Some(entry) => self.entry(entry, attribute, span.start)?,
            None => match file.rest_at(span.start) {
                Some(rest) => self.words(file, rest),
                None => Digest::EMPTY.words(file.slice(span)),
            },
        };
        let reference = diagnostic.related().first().filter(|related| {
            *related.path != *diagnostic.path()
                && self.references.get(&*related.path).copied() == diagnostic.project()
        });
        let reference = reference.and_then(|related| {
            let offset = related.range.start.offset;
            let entry = self.by_path.get(&*related.path)?.entry_at(offset)?;
            self.entry(entry, attribute, offset)
        });
        Some(reference.map_or(digest, |reference| compared(digest, reference)))
    }

    /// What an entry says in its value or in an attribute; at an offset in its comment, what that says.
    fn entry(&mut self, entry: EntryRef<'r>, attribute: Option<&str>, offset: u32) -> Option<Digest> {
        let file = entry.file();
        if let Some(comment) = entry.comment().filter(|comment| offset < comment.end) {
            return Some(self.words(file, comment));
        }
        let pattern = entry.unit(attribute)?;
        let place = (&**file.source().path(), pattern.span().start);
        Some(*self.digests.entry(place).or_insert_with(|| Digest::EMPTY.pattern(pattern)))
    }

    fn words(&mut self, file: FileRef<'r>, span: Span) -> Digest {
        let place = (&**file.source().path(), span.start);
        *self.digests.entry(place).or_insert_with(|| Digest::EMPTY.words(file.slice(span)))
    }
}

/// The fingerprint of two texts that are compared.
pub(crate) fn compared(own: Digest, reference: Digest) -> Digest {
    Digest::EMPTY.bytes(own.get().to_le_bytes()).bytes(reference.get().to_le_bytes())
}
