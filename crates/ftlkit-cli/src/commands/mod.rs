//! One command a file.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod explain;
pub(crate) mod init;
pub(crate) mod man;
pub(crate) mod rules;
pub(crate) mod status;

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::CommandFactory;

use crate::args::{Args, ConfigurationArgs};
use crate::git;

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The arguments contradict each other.
    Usage(String),
    /// The library refused.
    Check(ftlkit::Error),
    /// Standard output is gone.
    Output(io::Error),
    /// `git` could not tell what has changed.
    Git(git::Error),
    /// A report could not be written.
    Report(PathBuf, io::Error),
    /// There are no threads to work with.
    Threads(rayon::ThreadPoolBuildError),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(reason) => f.write_str(reason),
            Self::Check(error) => {
                error.fmt(f)?;
                f.write_str(&advice(error))
            }
            Self::Git(error) => error.fmt(f),
            Self::Output(error) => write!(f, "cannot write to standard output: {error}"),
            Self::Report(path, error) => write!(f, "cannot write `{}`: {error}", path.display()),
            Self::Threads(error) => write!(f, "cannot start threads: {error}"),
        }
    }
}

impl From<git::Error> for Failure {
    fn from(error: git::Error) -> Self {
        Self::Git(error)
    }
}

impl From<ftlkit::Error> for Failure {
    fn from(error: ftlkit::Error) -> Self {
        Self::Check(error)
    }
}

/// What would be right, where the library cannot know it: how this command is typed.
fn advice(error: &ftlkit::Error) -> String {
    match error {
        ftlkit::Error::Discover { path, source } if source.kind() == io::ErrorKind::NotFound => {
            let typed = path.to_str().unwrap_or_default();
            let commands = Args::command();
            let names = commands.get_subcommands().map(clap::Command::get_name);
            match ftlkit::nearest(typed, names) {
                Some(name) => format!("; did you mean the command `{name}`?"),
                None => String::new(),
            }
        }
        // An option that takes several values takes those that follow, too.
        ftlkit::Error::UnknownRule { asked, .. } | ftlkit::Error::UnknownLocale { asked, .. }
            if Path::new(asked).exists() =>
        {
            format!("; to check the path `{asked}`, put it before the options")
        }
        ftlkit::Error::UnknownRule { nearest: None, .. } => ": `ftlkit rules` lists them all".to_owned(),
        _ => String::new(),
    }
}

/// What came of writing to standard output. Where it was closed, whoever reads has seen enough: that is no failure, and
/// what was found still decides the exit status.
pub(crate) fn until_closed(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(Failure::Output),
    }
}

/// What the configuration file says, and its path.
pub(crate) fn configuration(args: &ConfigurationArgs) -> Result<(ftlkit::Config, Option<String>), Failure> {
    if args.no_config {
        return Ok((ftlkit::Config::default(), None));
    }
    if let Some(path) = &args.config {
        return Ok((ftlkit::Config::from_file(path)?, Some(path.display().to_string())));
    }
    let found = ftlkit::Config::find(Path::new("."))?;
    Ok(found.map_or_else(Default::default, |(path, config)| (config, Some(path))))
}

/// Starts the threads that share the work, as many as there are cores where nothing is said. This one is among them: it
/// would only wait for the others.
pub(crate) fn start_threads(jobs: Option<u16>) -> Result<(), Failure> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs.map_or(0, usize::from));
    threads.use_current_thread().build_global().map_err(Failure::Threads)
}

/// Says on standard error why something failed. If that is gone too, nobody is left to be told.
pub(crate) fn complain(reason: &dyn fmt::Display) {
    let _ = writeln!(anstream::stderr(), "error: {reason}");
}

/// Says something on standard error that is no failure.
pub(crate) fn remark(text: &dyn fmt::Display) {
    let _ = writeln!(anstream::stderr(), "{text}");
}
