//! By what a finding is known.

use std::collections::HashMap;
use std::path::Path;

use crate::check::Report;
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::model::{EntryRef, FileRef};
use crate::source::Span;

/// By what a finding is known again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Known {
    /// The file, relative to the folder of the baseline, with `/`.
    pub path: String,
    /// The canonical tag of its locale.
    pub locale: Option<String>,
    /// The id of the message, or of the term with its dash.
    pub id: Option<String>,
    /// The attribute.
    pub attribute: Option<String>,
    /// The name of the rule.
    pub rule: String,
    /// The fingerprint of the text that is wrong and, where the finding compares the two, of the reference's.
    /// What is missing has none.
    pub text: Option<u64>,
}

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

    /// By what a finding is known, where its file has this path from the baseline's folder.
    pub(super) fn key(&mut self, diagnostic: &Diagnostic, path: String) -> Known {
        Known {
            path,
            locale: diagnostic.locale.as_deref().map(str::to_owned),
            id: diagnostic.id.clone(),
            attribute: diagnostic.attribute.clone(),
            rule: diagnostic.rule.to_owned(),
            text: self.fingerprint(diagnostic),
        }
    }

    /// The fingerprint of the text that a finding is about.
    pub(crate) fn fingerprint(&mut self, diagnostic: &Diagnostic) -> Option<u64> {
        self.text(diagnostic).map(Digest::get)
    }

    fn text(&mut self, diagnostic: &Diagnostic) -> Option<Digest> {
        let attribute = diagnostic.attribute.as_deref();
        let span = diagnostic.range?.span();
        let file = *self.by_path.get(&*diagnostic.path)?;
        let digest = match file.entry_at(span.start) {
            Some(entry) => self.entry(entry, attribute, span.start)?,
            None => match file.rest_at(span.start) {
                Some(rest) => self.words(file, rest),
                None => Digest::EMPTY.words(file.slice(span)),
            },
        };
        let reference = diagnostic.related.first().filter(|related| {
            related.path != diagnostic.path
                && self.references.get(&*related.path).copied() == diagnostic.project
        });
        let compared = reference.and_then(|related| {
            let offset = related.range.start.offset;
            let entry = self.by_path.get(&*related.path)?.entry_at(offset)?;
            self.entry(entry, attribute, offset)
        });
        Some(match compared {
            Some(compared) => {
                Digest::EMPTY.bytes(digest.get().to_le_bytes()).bytes(compared.get().to_le_bytes())
            }
            None => digest,
        })
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

/// A path with `/`.
pub(super) fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// The way from a folder to a file; both are absolute.
pub(super) fn relative(folder: &str, path: &str) -> String {
    let parts = |path: &'_ str| path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let (folder, file): (Vec<String>, Vec<String>) = (parts(folder), parts(path));
    let same = folder.iter().zip(&file).take_while(|(a, b)| a == b).count();
    // On another drive there is no way.
    if same == 0 && !path.starts_with('/') {
        return path.to_owned();
    }
    let up = std::iter::repeat_n("..", folder.len() - same);
    up.chain(file.iter().skip(same).map(String::as_str)).collect::<Vec<_>>().join("/")
}
