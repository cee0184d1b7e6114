//! `ftlkit explain RULE`

use std::io::{self, BufWriter, Write};

use ftlkit::rules::Rule;

use super::{Failure, until_closed};
use crate::Status;
use crate::args::ExplainArgs;
use crate::render::{self, wrap};

/// What is said about an example stands a little to the right.
const INDENT: &str = "  ";

pub(crate) fn run(args: &ExplainArgs) -> Result<Status, Failure> {
    // The name of a group stands for all of its rules.
    let rules = ftlkit::rules::resolve(&args.rule)?;
    let width = render::width();
    let mut out = BufWriter::new(io::stdout().lock());
    let written = rules.iter().enumerate().try_for_each(|(index, rule)| {
        if index > 0 {
            writeln!(out, "\n")?;
        }
        explain(*rule, width, &mut out)
    });
    until_closed(written.and_then(|()| out.flush()))?;
    Ok(Status::Clean)
}

fn explain(rule: &dyn Rule, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let explanation = rule.explanation();
    writeln!(out, "{} ({})\n", rule.name(), render::rules::properties(rule))?;
    paragraph("What it does", explanation.what, width, out)?;
    paragraph("Why is this bad", explanation.why, width, out)?;
    for (title, files) in [("Bad", explanation.bad), ("Good", explanation.good)] {
        writeln!(out, "{title}")?;
        for (path, text) in files {
            writeln!(out, "{INDENT}{path}")?;
            for line in text.lines() {
                writeln!(out, "{}", format!("{INDENT}| {line}").trim_end())?;
            }
        }
        writeln!(out)?;
    }
    writeln!(out, "What is said about the bad example")?;
    for line in render::rules::said(rule) {
        writeln!(out, "{INDENT}{line}")?;
    }
    writeln!(out)?;
    write!(out, "Fix\n{}", indented(explanation.fix, width))?;
    if !rule.options().is_empty() {
        writeln!(out, "\nOptions, under [rules.{}] of the configuration file", rule.name())?;
    }
    rule.options().iter().try_for_each(|option| {
        let about = format!("{}: {}", option.name, render::rules::about(option));
        write!(out, "{}", indented(&about, width))
    })
}

fn paragraph(title: &str, text: &str, width: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{title}\n{}", indented(text, width))
}

fn indented(text: &str, width: usize) -> String {
    wrap(text, width, INDENT.len()).lines().fold(String::new(), |text, line| text + INDENT + line + "\n")
}
