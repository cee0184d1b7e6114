//! `browse`: reads the Whole-COMM page about Belgium in a terminal.
//!
//! The files are layers: `selection` and `environment` say what to show in which language, `document` turns it into
//! blocks, `render` writes the blocks. Only this file prints and exits.

mod document;
mod environment;
mod render;
mod selection;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use whole_comm::{Library, Locale};

use crate::selection::{Selection, SelectionError};

/// Reads the Whole-COMM page about Belgium, in Dutch, French or English.
///
/// Without arguments it shows the whole page. Name a section of the page or a kind of entity to read just that, and add
/// an id to read a single entity.
#[derive(Parser)]
#[command(name = "browse", after_help = after_help(), max_term_width = 100)]
struct Arguments {
    /// The language: nl, fr or en. Without it, the language of the environment, or else Dutch
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,

    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// A section of the page, or a kind of entity
    #[arg(value_name = "SECTION | KIND")]
    what: Option<String>,

    /// The id of an entity of that kind
    #[arg(requires = "what")]
    id: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For reading in a terminal
    Text,
    /// For programs: data, texts and provenance
    Json,
    /// For notes and web pages
    Markdown,
}

fn after_help() -> String {
    format!(
        "Sections: {}\nKinds: {}\n\nExamples:\n  browse --lang fr\n  browse event\n  browse region wallonia --format json",
        selection::section_names().join(", "),
        selection::kind_names().join(", "),
    )
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read the other end of the pipe has seen enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            // Nothing is left to do if standard error is closed as well.
            let _ = writeln!(io::stderr(), "error: {failure}");
            ExitCode::from(2)
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Language(#[from] whole_comm::Error),
    #[error(transparent)]
    Selection(#[from] SelectionError),
    #[error("cannot write the page: {0}")]
    Output(#[from] io::Error),
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    let locale = match &arguments.lang {
        Some(tag) => tag.parse::<Locale>()?,
        None => environment::locale(|name| std::env::var(name).ok()),
    };
    let selection = Selection::parse(arguments.what.as_deref(), arguments.id.as_deref())?;
    let edition = Library::embedded().edition(locale);
    let output = match arguments.format {
        Format::Json => render::json::render(edition, &selection).map_err(io::Error::from)?,
        Format::Markdown => render::markdown::render(&document::build(edition, &selection)),
        Format::Text => render::text::render(&document::build(edition, &selection), width()),
    };
    let mut stdout = io::stdout().lock();
    stdout.write_all(output.as_bytes())?;
    stdout.flush()?;
    Ok(())
}

/// The columns to fill: those of the terminal, but no more than are pleasant to read.
fn width() -> usize {
    const PLEASANT: usize = 88;
    if !io::stdout().is_terminal() {
        return PLEASANT;
    }
    terminal_size::terminal_size().map_or(PLEASANT, |(width, _)| usize::from(width.0).clamp(20, PLEASANT))
}
