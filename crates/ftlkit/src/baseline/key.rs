//! By what a finding is known.

use std::collections::HashMap;
use std::path::Path;

use crate::check::Report;
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::model::{EntryRef, FileRef};

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
pub(super) struct Files<'r> {
    files: HashMap<&'r str, FileRef<'r>>,
    /// The paths of the references, by project.
    references: HashMap<&'r str, usize>,
}

impl<'r> Files<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let mut all = Self { files: HashMap::new(), references: HashMap::new() };
        for (number, project) in report.projects.iter().enumerate() {
            for (index, locale) in project.locales.iter().enumerate() {
                for file in (0..locale.files.len()).filter_map(|index| locale.file(index)) {
                    let path: &str = file.source().path();
                    all.files.insert(path, file);
                    if index == project.reference {
                        all.references.insert(path, number);
                    }
                }
            }
        }
        all
    }

    /// By what a finding is known, where its file has this path from the baseline's folder.
    pub(super) fn key(&self, diagnostic: &Diagnostic, path: String) -> Known {
        Known {
            path,
            locale: diagnostic.locale.as_deref().map(str::to_owned),
            id: diagnostic.id.clone(),
            attribute: diagnostic.attribute.clone(),
            rule: diagnostic.rule.to_owned(),
            text: self.text(diagnostic).map(Digest::get),
        }
    }

    fn text(&self, diagnostic: &Diagnostic) -> Option<Digest> {
        let attribute = diagnostic.attribute.as_deref();
        let file = *self.files.get(&*diagnostic.path)?;
        let span = diagnostic.range?.span();
        let digest = if let Some(entry) = file.entry_at(span.start) {
            of_entry(Digest::EMPTY, entry, attribute, span.start)?
        } else {
            let around = file.rest_at(span.start).map(|rest| file.slice(rest));
            Digest::EMPTY.words(around.unwrap_or_default()).words(file.slice(span))
        };
        let reference = diagnostic.related.first().filter(|related| {
            related.path != diagnostic.path
                && self.references.get(&*related.path).copied() == diagnostic.project
        });
        let compared = reference.and_then(|related| {
            let offset = related.range.start.offset;
            let entry = self.files.get(&*related.path)?.entry_at(offset)?;
            of_entry(digest.separator(), entry, attribute, offset)
        });
        Some(compared.unwrap_or(digest))
    }
}

/// What an entry says in an attribute or, where none is named, at an offset or in its value; or in its comment.
fn of_entry(digest: Digest, entry: EntryRef<'_>, attribute: Option<&str>, offset: u32) -> Option<Digest> {
    if let Some(comment) = entry.comment().filter(|comment| offset < comment.end) {
        return Some(digest.words(entry.file().slice(comment)));
    }
    let around = || {
        let is_around = |span: crate::source::Span| span.start <= offset && offset < span.end;
        entry.units().map(|(_, pattern)| pattern).find(|pattern| is_around(pattern.span()))
    };
    let pattern = match attribute {
        Some(_) => entry.unit(attribute),
        None => around().or_else(|| entry.value()),
    };
    pattern.map(|pattern| digest.pattern(pattern))
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
