//! Overrides: single texts that an application replaces at run time.
//!
//! They are text until the end. What is checked and what is read are files of Fluent, the embedded ones with single units
//! replaced, so that an overridden text is read in every way as an embedded one is, and reading knows nothing of overrides.
//!
//! `folder` reads. `draft` finds the units and what is wrong with each by itself (`unit`), with what it selects (`selection`, by
//! the `values` that its variables can have) and with its characters. `graph` finds what is wrong with them together:
//! references, circles (`components`), and what a text shows at most and at least (`extent`). `merge` writes the files, and
//! `trial` reads every text that has changed before anybody else does.

mod character;
mod components;
mod draft;
mod extent;
mod folder;
mod graph;
mod merge;
mod problem;
mod selection;
#[cfg(test)]
mod tests;
mod trial;
mod unit;
mod values;

use std::path::PathBuf;

pub use problem::{OverrideError, OverrideProblem};

use crate::bundle::File;
use crate::{Library, Locale};
use draft::{Draft, Parsed};

/// The largest file or text that is taken, in bytes: fifty times as much as the largest embedded file.
const FILE_SIZE: u64 = 256 << 10;

/// The file of the terms.
const TERMS: &str = "terms";

/// The names of the files of a locale, without their ending.
fn file_names() -> impl Iterator<Item = &'static str> + Clone {
    File::ALL.iter().map(|file| file.as_str()).chain([TERMS])
}

/// Texts of one locale that replace others.
#[derive(Debug, Clone)]
struct Input {
    /// What problems call it.
    path: String,
    locale: Locale,
    /// The file that its entries belong to; any where that is not said.
    file: Option<&'static str>,
    bytes: Vec<u8>,
}

/// Builds a library in which an application's own texts replace single texts of the crate.
///
/// Get one from [`Library::builder`]. What is not replaced stays as it is: a message with only an attribute `.reception`
/// replaces that text and leaves its value and its other attributes. Where several folders or texts replace the same one,
/// the later call wins.
///
/// ```
/// use whole_comm::{Library, Locale, RegionId};
///
/// let library = Library::builder()
///     .text(Locale::French, "settings", "region-wallonia =\n    .official = la Wallonie, capitale { -namur }\n-namur = Namur\n")
///     .build()?;
/// let wallonia = library.edition(Locale::French).region(RegionId::Wallonia);
/// assert_eq!(wallonia.official_name(), "la Wallonie, capitale Namur");
/// assert_eq!(wallonia.name(), "Wallonie");
/// # Ok::<(), whole_comm::OverrideError>(())
/// ```
///
/// # What an override may say
///
/// It may use the variables that the replaced text is given (the comments in `locales/` list them,
/// [`contract`](crate::contract) too), `NUMBER()` and `DATETIME()` as far as [`check_call`](crate::check_call) allows,
/// messages of its own file, and terms. Terms belong to a locale: a term that is replaced is replaced in all texts of that
/// locale, and new ones may be added. Terms take no arguments here, and refer to terms only.
///
/// Everything is checked before the library is built, and all problems are told at once. Texts may come from people who are
/// not trusted: size, nesting and expansion are bounded, and nothing that they say can make reading fail.
#[derive(Debug, Clone, Default)]
#[must_use = "nothing is read until the library is built"]
pub struct LibraryBuilder {
    origins: Vec<Origin>,
}

#[derive(Debug, Clone)]
enum Origin {
    Folder(PathBuf),
    Text(Input),
}

impl Library {
    /// Starts a library in which an application's own texts replace single texts of the crate.
    ///
    /// [`Library::embedded`] stays as it is.
    pub fn builder() -> LibraryBuilder {
        LibraryBuilder::default()
    }
}

impl LibraryBuilder {
    /// Takes overrides from a folder that has the files of `locales/`: `<folder>/<locale>/<file>.ftl`, as in
    /// `fr/region.ftl`.
    ///
    /// It needs to have only the files and entries that replace something. It is read when the library is built. Links are
    /// followed. What is no file of Fluent, such as a README, and what starts with a dot is left alone. A file of Fluent or a
    /// folder that is not known is a problem, and so is a name that is nearly right (`region.flt`), and whatever cannot be
    /// read.
    pub fn folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.origins.push(Origin::Folder(folder.into()));
        self
    }

    /// Takes overrides of one locale from a string, with entries of any file. Problems call it `name`.
    pub fn text(mut self, locale: Locale, name: impl Into<String>, text: impl Into<String>) -> Self {
        let (path, bytes) = (name.into(), text.into().into_bytes());
        self.origins.push(Origin::Text(Input { path, locale, file: None, bytes }));
        self
    }

    /// Builds the library.
    ///
    /// # Errors
    ///
    /// Something is wrong with the overrides; the error holds everything that is.
    ///
    /// ```
    /// use whole_comm::{Library, Locale};
    ///
    /// let error = Library::builder()
    ///     .text(Locale::French, "settings", "region-walonia = Wallonie\n")
    ///     .build()
    ///     .unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "settings:1:1: error: there is no message `region-walonia` (did you mean `region-wallonia`?) [extra-message]"
    /// );
    /// ```
    pub fn build(self) -> Result<Library, OverrideError> {
        let (library, problems) = self.build_without_faulty();
        if problems.is_empty() { Ok(library) } else { Err(OverrideError::new(problems)) }
    }

    /// Builds the library without what is wrong, and says what that is, sorted by path, line, column and rule.
    ///
    /// In place of a faulty text stands the one that an earlier call gave, if there is one that is right, or else the embedded
    /// one. What cannot be read replaces nothing. Texts that refer to one that is left out are left out with it; that is not
    /// told again.
    ///
    /// ```
    /// use whole_comm::{Library, Locale, RegionId};
    ///
    /// let faulty = "region-wallonia = La Wallonie\n    .official = { $king }\n";
    /// let (library, problems) =
    ///     Library::builder().text(Locale::French, "settings", faulty).build_without_faulty();
    /// assert_eq!((problems[0].line, problems[0].rule), (Some(2), "unknown-variable"));
    ///
    /// let wallonia = library.edition(Locale::French).region(RegionId::Wallonia);
    /// assert_eq!(wallonia.name(), "La Wallonie");
    /// assert_eq!(wallonia.official_name(), "la Région wallonne");
    /// ```
    pub fn build_without_faulty(self) -> (Library, Vec<OverrideProblem>) {
        let (mut inputs, mut problems) = (Vec::new(), Vec::new());
        for origin in self.origins {
            match origin {
                Origin::Folder(folder) => folder::read(&folder, &mut inputs, &mut problems),
                Origin::Text(input) => inputs.push(input),
            }
        }
        let parsed = Parsed::new(&inputs, &mut problems);
        let mut draft = Draft::new(&inputs, &parsed);
        let files = draft.settle();
        problems.append(&mut draft.problems);
        problem::sort(&mut problems);
        (Library::from_source(files), problems)
    }
}
