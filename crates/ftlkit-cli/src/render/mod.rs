//! One format a file. A renderer writes a report; it decides nothing.

mod bundle;
mod concise;
mod full;
mod github;
mod gitlab;
mod json;
mod junit;
mod markdown;
mod rdjson;
pub(crate) mod rules;
mod sarif;
pub(crate) mod status;
pub(crate) mod table;

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};

use ftlkit::{Diagnostic, Report, Severity};

use crate::output::Format;

/// The width of lines where there is no terminal.
pub(crate) const DEFAULT_WIDTH: usize = 120;

/// How to show a report.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options {
    /// Whether every missing message is shown.
    pub(crate) all: bool,
    /// Whether there may be colours.
    pub(crate) styled: bool,
    /// The width of lines, in columns.
    pub(crate) width: usize,
}

/// Writes a report.
pub(crate) fn render(
    format: Format,
    report: &Report,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Full => full::render(report, options, out),
        Format::Concise => concise::render(report, out),
        Format::Json => json::render(report, out),
        Format::Github => github::render(report, out),
        Format::Gitlab => gitlab::render(report, out),
        Format::Sarif => sarif::render(report, out),
        Format::Junit => junit::render(report, out),
        Format::Markdown => markdown::render(report, out),
        Format::Rdjson => rdjson::render(report, out),
    }
}

/// The width to fill: what `COLUMNS` says, else that of the terminal.
pub(crate) fn width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    let found = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    // A terminal that says it has no columns does not know.
    said.or_else(found).filter(|width| *width > 0).unwrap_or(DEFAULT_WIDTH)
}

/// A number with its noun.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", table::thousands(number), if number == 1 { one } else { many })
}

/// A number of findings of a severity.
fn quantity(severity: Severity, number: usize) -> String {
    match severity {
        Severity::Error => count(number, "error", "errors"),
        Severity::Warning => count(number, "warning", "warnings"),
        Severity::Info => count(number, "remark", "remarks"),
    }
}

/// What was found in how many files, in one line.
fn found_in(report: &Report) -> String {
    let files = count(report.judged_files(), "file", "files");
    let found: Vec<String> = [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .map(|severity| (severity, report.count(severity)))
        .filter(|(_, number)| *number > 0)
        .map(|(severity, number)| quantity(severity, number))
        .collect();
    let known = match report.baselined {
        0 => String::new(),
        number => format!(", besides {} of the baseline", count(number, "finding", "findings")),
    };
    match found.as_slice() {
        [] if report.baselined + report.unchanged > 0 => format!("found nothing new in {files}{known}"),
        [] => format!("found nothing wrong in {files}"),
        [only] => format!("found {only} in {files}{known}"),
        [first @ .., last] => format!("found {} and {last} in {files}{known}", first.join(", ")),
    }
}

/// What is wrong and what would be right, where there is but one line for both.
fn said(diagnostic: &Diagnostic) -> String {
    match diagnostic.help() {
        Some(help) => format!("{}; {help}", diagnostic.message()),
        None => diagnostic.message().to_owned(),
    }
}

/// A text that may hold anything, without what ends a line or commands a terminal.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().any(char::is_control) {
        Cow::Owned(
            text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect(),
        )
    } else {
        Cow::Borrowed(text)
    }
}

/// Breaks a text into lines that fit where so many columns are taken already.
pub(crate) fn wrap(text: &str, width: usize, taken: usize) -> String {
    let width = width.saturating_sub(taken).max(20);
    let text = printable(text);
    let mut wrapped = String::with_capacity(text.len());
    let mut column = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            wrapped.push('\n');
            column = 0;
        } else if !wrapped.is_empty() {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += length;
    }
    wrapped
}

/// The first sentence of a text.
pub(crate) fn first_sentence(text: &str) -> &str {
    text.split_inclusive(". ").next().unwrap_or(text).trim_end()
}

/// What tells a finding from all others, wherever in its file it stands: a hash of rule, file, entry and message, and
/// of how many like it came before. Numbers in a message count something, and may change while the finding stays.
fn identity(diagnostic: &Diagnostic, seen: &mut HashMap<String, usize>) -> String {
    let (rule, path, message) = (diagnostic.rule(), diagnostic.path(), diagnostic.message());
    let (id, attribute) = (diagnostic.id(), diagnostic.attribute());
    let message: String = message.chars().filter(|character| !character.is_ascii_digit()).collect();
    let name = format!("{rule}\n{path}\n{}\n{}\n{message}", id.unwrap_or(""), attribute.unwrap_or(""));
    let hash = fnv(&name, 0xcbf2_9ce4_8422_2325);
    let earlier = seen.entry(name).or_default();
    *earlier += 1;
    format!("{:016x}", fnv(&earlier.to_string(), hash))
}

/// The hash of Fowler, Noll and Vo: the same on every machine and in every version.
fn fnv(text: &str, start: u64) -> u64 {
    text.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_that_look_alike_have_different_identities() {
        let files = [("i18n/en/a.ftl", "a = A\n"), ("i18n/nl/a.ftl", "a = { -t } { -t }\nb = { -t }\n")];
        let config =
            ftlkit::Config { select: vec!["unknown-term-reference".to_owned()], ..Default::default() };
        let report = ftlkit::check_texts(&files, &config).unwrap();
        let mut seen = HashMap::new();
        let mut identities: Vec<String> =
            report.diagnostics.iter().map(|diagnostic| identity(diagnostic, &mut seen)).collect();
        assert_eq!(identities.len(), 3);
        identities.sort();
        identities.dedup();
        assert_eq!(identities.len(), 3);
    }

    #[test]
    fn notes_fit_the_width() {
        assert_eq!(wrap("aaaa bbbb cccc dddd eeee", 32, 12), "aaaa bbbb cccc dddd\neeee");
        assert_eq!(wrap("a  b", 80, 0), "a  b");
        assert_eq!(wrap(&"x".repeat(50), 10, 0), "x".repeat(50));
    }

    #[test]
    fn terminals_are_not_commanded() {
        assert_eq!(printable("a\u{1b}[31m\nb"), "a\u{fffd}[31m\u{fffd}b");
        assert_eq!(printable("é"), "é");
    }
}
