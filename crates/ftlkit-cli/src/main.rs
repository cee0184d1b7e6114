//! The `ftlkit` command: checks that Fluent translations are complete and right.
//!
//! Everything that prints or ends the process is in this crate; what is checked, and how, is in `ftlkit`.

mod args;
mod baseline;
mod commands;
mod coverage;
mod diff;
mod files;
mod git;
mod mending;
mod output;
mod render;
mod since;
mod values;

use std::io::{self, Write};

use clap::Parser;

use crate::args::{Args, Command};
use crate::commands::Failure;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What the process tells its caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    /// Nothing at or above `--fail-on`.
    Clean = 0,
    /// Findings.
    Findings = 1,
    /// Usage, configuration, files that cannot be read, or nothing to check.
    Failure = 2,
}

fn main() -> ! {
    let status = run().unwrap_or_else(|failure| {
        commands::complain(&failure);
        Status::Failure
    });
    end(status)
}

/// Ends the process at once. The allocator would first give its memory back piece by piece, which the system does by
/// itself, and faster.
fn end(status: Status) -> ! {
    // Where standard output is closed, nobody is left to read it.
    let _ = io::stdout().flush();
    signal_hook::low_level::exit(status as i32)
}

fn run() -> Result<Status, Failure> {
    if commands::completions::answer()? {
        return Ok(Status::Clean);
    }
    let args = Args::parse();
    match args.command.unwrap_or(Command::Check(args.check)) {
        Command::Check(args) => commands::check::run(&args),
        Command::Init => commands::init::run(),
        Command::Explain(args) => commands::explain::run(&args),
        Command::Status(args) => commands::status::run(&args),
        Command::Rules(args) => commands::rules::run(&args),
        Command::Completions(args) => commands::completions::run(&args),
        Command::Man(args) => commands::man::run(&args),
    }
}
