//! By what a finding is known.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::fingerprint::Files;

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

impl Known {
    /// By what a finding is known, where its file has this path from the baseline's folder.
    pub(super) fn of(diagnostic: &Diagnostic, path: String, files: &mut Files<'_>) -> Self {
        Self {
            path,
            locale: diagnostic.locale().map(str::to_owned),
            id: diagnostic.id().map(str::to_owned),
            attribute: diagnostic.attribute().map(str::to_owned),
            rule: diagnostic.rule().to_owned(),
            text: files.fingerprint(diagnostic),
        }
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
