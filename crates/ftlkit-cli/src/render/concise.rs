//! One finding a line, as compilers write them: `path:line:column: severity: message [rule]`.
//!
//! Editors and matchers of problems expect a line and a column of every finding; what concerns a file as a whole
//! stands at its start.

use std::io::{self, Write};

use ftlkit::{Diagnostic, Report};

use super::printable;

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    report.diagnostics.iter().try_for_each(|diagnostic| writeln!(out, "{}", line(diagnostic)))
}

/// One finding in one line.
pub(super) fn line(diagnostic: &Diagnostic) -> String {
    let (line, column) = diagnostic.range().map_or((1, 1), |range| (range.start.line, range.start.column));
    let (path, message) = (printable(diagnostic.path()), printable(diagnostic.message()));
    format!("{path}:{line}:{column}: {}: {message} [{}]", diagnostic.severity(), diagnostic.rule())
}
