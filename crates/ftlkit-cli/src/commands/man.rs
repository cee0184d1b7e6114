//! `ftlkit man [COMMAND]`

use std::io::{self, Write};

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use roff::{Roff, roman};

use super::{Failure, until_closed};
use crate::Status;
use crate::args::{Args, ManArgs};

pub(crate) fn run(args: &ManArgs) -> Result<Status, Failure> {
    let mut root = Args::command().disable_help_subcommand(true);
    // Gives commands the names of their pages: `ftlkit-check`.
    root.build();
    let command = match &args.command {
        None => root,
        Some(name) => match root.find_subcommand(name) {
            Some(command) => command.clone(),
            None => return Err(Failure::Usage(unknown(name, &root))),
        },
    };
    let mut page = Vec::new();
    let written = render(command, &mut page).and_then(|()| io::stdout().write_all(&page));
    until_closed(written)?;
    Ok(Status::Clean)
}

fn unknown(name: &str, root: &Command) -> String {
    let names: Vec<&str> = root.get_subcommands().map(Command::get_name).collect();
    match ftlkit::nearest(name, names.iter().copied()) {
        Some(nearest) => format!("unknown command `{name}`: did you mean `{nearest}`?"),
        None => format!("unknown command `{name}`: expected one of {}", names.join(", ")),
    }
}

fn render(mut command: Command, out: &mut dyn Write) -> io::Result<()> {
    let usage = command.render_usage().to_string();
    let below = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let has_commands = command.has_subcommands();
    let man = Man::new(command).source(concat!("ftlkit ", env!("CARGO_PKG_VERSION")));
    man.render_title(out)?;
    man.render_name_section(out)?;
    // The section as `clap_mangen` writes it leaves out what options are followed by.
    let usage = usage.trim_start_matches("Usage: ").lines().map(str::trim_start);
    section("SYNOPSIS", usage).to_writer(out)?;
    man.render_description_section(out)?;
    if has_commands {
        man.render_subcommands_section(out)?;
    }
    man.render_options_section(out)?;
    // What stands below the help: each block begins with a line that ends in a colon.
    for block in below.split("\n\n").filter(|block| !block.is_empty()) {
        let mut lines = block.lines();
        let heading = lines.next().unwrap_or_default().trim_end_matches(':').to_uppercase();
        section(&heading, lines).to_writer(out)?;
    }
    if has_commands {
        return Ok(());
    }
    section("SEE ALSO", ["ftlkit(1)"].into_iter()).to_writer(out)
}

/// A section whose lines keep their columns.
fn section<'l>(heading: &str, lines: impl Iterator<Item = &'l str>) -> Roff {
    let mut page = Roff::new();
    page.control("SH", [heading]).control("nf", []);
    for line in lines {
        page.text([roman(line)]);
    }
    page.control("fi", []);
    page
}
