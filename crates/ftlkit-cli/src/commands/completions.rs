//! `ftlkit completions SHELL`, and what shells ask while somebody types.
//!
//! The script that is printed knows nothing: it calls `ftlkit` back with `FTLKIT_COMPLETE` set. So rules, formats and
//! commands are always those of the program that is installed, in every shell.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_complete::CompleteEnv;
use clap_complete::env::Shells;

use super::{Failure, until_closed};
use crate::Status;
use crate::args::{Args, CompletionsArgs};

/// The variable of the environment by which a script says for which shell it asks.
const VARIABLE: &str = "FTLKIT_COMPLETE";

/// The name by which scripts call the program.
const PROGRAM: &str = "ftlkit";

pub(crate) fn run(args: &CompletionsArgs) -> Result<Status, Failure> {
    let shell = args.shell.to_string();
    let shells = Shells::builtins();
    let Some(shell) = shells.completer(&shell) else {
        return Err(Failure::Usage(format!("cannot write completions for `{shell}`")));
    };
    let mut out = io::stdout().lock();
    let written = shell.write_registration(VARIABLE, PROGRAM, PROGRAM, PROGRAM, &mut out);
    until_closed(written.and_then(|()| out.flush()))?;
    Ok(Status::Clean)
}

/// Answers a shell, and tells whether it was one that asked.
pub(crate) fn answer() -> Result<bool, Failure> {
    let here = std::env::current_dir().ok();
    let asked = CompleteEnv::with_factory(Args::command).var(VARIABLE).bin(PROGRAM).completer(PROGRAM);
    asked.try_complete(std::env::args_os(), here.as_deref()).map_err(|error| {
        let reason = error.to_string();
        let reason = reason.trim_start_matches("error: ").trim_end();
        Failure::Usage(format!("cannot answer as `{VARIABLE}` asks: {reason}"))
    })
}
