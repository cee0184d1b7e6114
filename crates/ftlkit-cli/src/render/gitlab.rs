//! A report of code quality, as GitLab shows it in merge requests.

use std::collections::HashMap;
use std::io::{self, Write};

use ftlkit::{Diagnostic, Report, Severity};
use serde::Serialize;

use super::{identity, said};

#[derive(Serialize)]
struct Issue<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'r>,
}

#[derive(Serialize)]
struct Location<'r> {
    path: &'r str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut seen = HashMap::new();
    let issues: Vec<Issue<'_>> =
        report.diagnostics.iter().map(|diagnostic| issue(diagnostic, &mut seen)).collect();
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}

fn issue<'r>(diagnostic: &'r Diagnostic, seen: &mut HashMap<String, usize>) -> Issue<'r> {
    Issue {
        description: said(diagnostic),
        check_name: diagnostic.rule(),
        fingerprint: identity(diagnostic, seen),
        severity: match diagnostic.severity() {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        location: Location {
            path: diagnostic.path(),
            lines: Lines { begin: diagnostic.range().map_or(1, |range| range.start.line) },
        },
    }
}
