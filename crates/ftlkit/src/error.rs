//! What can keep a check from being made at all. Faults of translations are diagnostics, not errors.

use std::path::PathBuf;

/// Why nothing, or not everything, could be checked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A path that was asked for does not exist, or cannot be looked into.
    #[error("cannot look for translations in `{path}`: {source}")]
    Discover {
        /// The path.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// No file that belongs to a translation was found.
    #[error("found no Fluent translations in {searched}: expected files such as `locales/en/main.ftl`")]
    NothingFound {
        /// The paths that were searched.
        searched: String,
    },
    /// A project has no locale of the name that was asked for.
    #[error("no project has the locale `{asked}`: found {found}")]
    UnknownLocale {
        /// The name that was asked for.
        asked: String,
        /// The locales that there are.
        found: String,
    },
    /// There is no rule or group of that name.
    #[error("unknown rule or group `{asked}`{}", .nearest.as_ref().map(|name| format!(": did you mean `{name}`?")).unwrap_or_default())]
    UnknownRule {
        /// The name that was asked for.
        asked: String,
        /// The nearest name.
        nearest: Option<String>,
    },
    /// A configuration file says what it cannot mean.
    #[error("{path}:{line}:{column}: {message}")]
    Configuration {
        /// The file.
        path: String,
        /// The line, from 1.
        line: u32,
        /// The column, from 1.
        column: u32,
        /// What is wrong with it.
        message: String,
    },
    /// A configuration file cannot be read.
    #[error("cannot read `{path}`: {source}")]
    ConfigurationFile {
        /// The file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// A file whose text was let go cannot be read again as it was.
    #[error("cannot read `{path}` again: {source}")]
    ReadAgain {
        /// The file, as shown in diagnostics.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The threads that check could not be started.
    #[error("cannot start {jobs} threads: {reason}")]
    Threads {
        /// How many were asked for.
        jobs: usize,
        /// Why.
        reason: String,
    },
}

/// A file of a project that could not be read; the rest of the project was checked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cannot read `{path}`: {reason}")]
pub struct Fault {
    /// The path, as shown in diagnostics.
    pub path: String,
    /// Why.
    pub reason: String,
}
