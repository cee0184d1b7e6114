//! Checks that [Fluent](https://projectfluent.org) translations are complete and right.
//!
//! [`check`] finds the projects in a folder, whatever their layout, compares each locale with its
//! reference, and reports every fault at its exact place. In a test of a project that takes three lines:
//! discover and check, say what was found, fail if there is anything.
//!
//! ```standalone_crate
//! # // The folder of a project that keeps its translations in `locales`.
//! # let folder = std::env::temp_dir().join(format!("ftlkit-example-{}", std::process::id()));
//! # for (path, text) in [("locales/en/main.ftl", "hello = Hello\n"), ("locales/nl/main.ftl", "hello = Hallo\n")] {
//! #     let path = folder.join(path);
//! #     std::fs::create_dir_all(path.parent().unwrap()).unwrap();
//! #     std::fs::write(path, text).unwrap();
//! # }
//! # std::env::set_current_dir(&folder).unwrap();
//! let report = ftlkit::check(&["locales"], &ftlkit::Config::default())?;
//! assert!(report.is_clean(), "{report}");
//! # std::fs::remove_dir_all(&folder).unwrap();
//! # Ok::<(), ftlkit::Error>(())
//! ```
//!
//! What is not wanted is left out by the [`Config`], as on the command line:
//!
//! ```
//! # let files = [("i18n/en/a.ftl", "a = A\nb = B\n"), ("i18n/nl/a.ftl", "a = A\n")];
//! let config = ftlkit::Config { ignore: vec!["missing-message".to_owned()], ..Default::default() };
//! # let report = ftlkit::check_texts(&files, &config)?;
//! # assert!(report.is_clean(), "{report}");
//! # Ok::<(), ftlkit::Error>(())
//! ```
//!
//! [`check_texts`] does the same for texts in memory:
//!
//! ```
//! let files = [
//!     ("i18n/en/main.ftl", "hello = Hello, { $name }!\n"),
//!     ("i18n/nl/main.ftl", "hello = Hallo, { $nmae }!\n"),
//! ];
//! let report = ftlkit::check_texts(&files, &ftlkit::Config::default())?;
//! let found = &report.diagnostics[0];
//! assert_eq!(found.rule(), "unknown-variable");
//! assert_eq!(found.help(), Some("did you mean `$name`?"));
//! # Ok::<(), ftlkit::Error>(())
//! ```
//!
//! The layers, each using only those before it: [`source`], [`syntax`], [`project`] and [`model`],
//! [`rules`]. Nothing here prints, and only [`project`] reads files.

pub mod model;
pub mod project;
pub mod rules;
pub mod source;
pub mod syntax;

#[cfg(feature = "config")]
mod baseline;
mod changes;
mod check;
mod config;
mod diagnostic;
mod digest;
mod distance;
#[cfg(feature = "config")]
mod document;
mod error;
mod examine;
#[cfg(feature = "config")]
mod fingerprint;
mod fix;
mod glob;
mod hash;
mod mend;
mod parallel;
mod plurals;
mod statistics;
mod suppression;
#[cfg(test)]
mod testing;

#[cfg(feature = "config")]
pub use baseline::{Baseline, Followed, Known, Settled};
pub use changes::Snapshot;
pub use check::{Report, check, check_bytes, check_texts};
pub use config::{Config, Domain, FrenchSpacing, Ignored, Level, Override, Quotes, Typography};
#[cfg(feature = "config")]
pub use config::{FILE_NAME, KEYS, Key, template};
pub use diagnostic::{Diagnostic, Range, Related, Severity};
pub use distance::nearest;
pub use error::{Error, Fault};
pub use fix::{Edit, Fix, apply_edits};
pub use glob::Glob;
pub use mend::{Change, Fixes, Mended, Refusal};
pub use project::{Locale, LocaleFiles, Project, ProjectFile};
pub use source::{LineIndex, Position, Source, Span};
pub use statistics::{FileStatistics, LocaleStatistics};
pub use syntax::Limits;
