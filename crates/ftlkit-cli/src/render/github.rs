//! Workflow commands of GitHub Actions, which become annotations.
//!
//! GitHub shows ten annotations of a level for each step and drops the others without a word. So there is one for
//! each file and level, and where even these are more than ten, the last stands for all files that are left.

use std::collections::BTreeMap;
use std::io::{self, Write};

use ftlkit::{Diagnostic, Report, Severity};

use super::{count, quantity, said};

/// So many annotations of a level are shown for a step.
const SHOWN: usize = 10;

/// So many findings, or files, are listed in one annotation.
const LISTED: usize = 20;

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let mut files: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        for diagnostic in report.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity) {
            files.entry(diagnostic.path()).or_default().push(diagnostic);
        }
        let alone = if files.len() > SHOWN { SHOWN - 1 } else { files.len() };
        for (path, found) in files.iter().take(alone) {
            annotate_file(severity, path, found, out)?;
        }
        let rest: Vec<_> = files.iter().skip(alone).map(|(path, found)| (*path, found.len())).collect();
        if !rest.is_empty() {
            annotate_rest(severity, &rest, out)?;
        }
    }
    Ok(())
}

fn annotate_file(
    severity: Severity,
    path: &str,
    found: &[&Diagnostic],
    out: &mut dyn Write,
) -> io::Result<()> {
    // The annotation stands at the first finding that has a place.
    let range = found.iter().find_map(|diagnostic| diagnostic.range());
    write!(out, "::{} file={}", command(severity), property(path))?;
    if let Some(range) = range {
        write!(out, ",line={},endLine={}", range.start.line, range.end.line)?;
        if range.start.line == range.end.line {
            write!(out, ",col={},endColumn={}", range.start.column, range.end.column)?;
        }
    }
    let (title, body) = if let [only] = found {
        (only.rule().to_owned(), said(only))
    } else {
        let mut lines: Vec<String> = found.iter().take(LISTED).map(|one| listed(one)).collect();
        if let Some(more) = found.len().checked_sub(LISTED).filter(|more| *more > 0) {
            lines.push(format!("and {more} more"));
        }
        (quantity(severity, found.len()), lines.join("\n"))
    };
    writeln!(out, ",title={}::{}", property(&format!("ftlkit: {title}")), data(&body))
}

fn annotate_rest(severity: Severity, rest: &[(&str, usize)], out: &mut dyn Write) -> io::Result<()> {
    let all: usize = rest.iter().map(|(_, number)| number).sum();
    let title =
        format!("ftlkit: {} in {}", quantity(severity, all), count(rest.len(), "more file", "more files"));
    let listed = rest.iter().take(LISTED).map(|(path, number)| format!("{path}: {number}"));
    let mut lines: Vec<String> = listed.collect();
    if let Some(more) = rest.len().checked_sub(LISTED).filter(|more| *more > 0) {
        lines.push(format!("and {more} more"));
    }
    writeln!(out, "::{} title={}::{}", command(severity), property(&title), data(&lines.join("\n")))
}

fn listed(diagnostic: &Diagnostic) -> String {
    let place = match diagnostic.range() {
        Some(range) => format!("{}:{}: ", range.start.line, range.start.column),
        None => String::new(),
    };
    format!("{place}{} [{}]", said(diagnostic), diagnostic.rule())
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

/// Escapes what is said.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property, which ends at a comma or at a colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(files: &[(&str, &str)]) -> String {
        let select = ["missing-message", "unknown-variable"].map(str::to_owned).into();
        let config = ftlkit::Config { select, ..Default::default() };
        let report = ftlkit::check_texts(files, &config).unwrap();
        let mut out = Vec::new();
        render(&report, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_single_finding_stands_at_its_place() {
        let files =
            [("a,b:c/en/x.ftl", "a = { $name }\n"), ("a,b:c/nl/x.ftl", "a = { $name } 100% { $nmae }\n")];
        assert_eq!(
            report(&files),
            "::error file=a%2Cb%3Ac/nl/x.ftl,line=1,endLine=1,col=22,endColumn=27,title=ftlkit%3A unknown-variable\
             ::variable `$nmae` is not known to the reference; did you mean `$name`?\n"
        );
    }

    #[test]
    fn no_more_than_ten_annotations_of_a_level() {
        let tags = ["af", "ar", "be", "bg", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr"];
        let paths: Vec<String> = tags.iter().map(|tag| format!("i18n/{tag}/a.ftl")).collect();
        let mut files = vec![("i18n/en/a.ftl", "a = A\nb = B\n")];
        files.extend(paths.iter().map(|path| (path.as_str(), "a = x\n")));
        let text = report(&files);
        assert_eq!(text.lines().count(), 10);
        let last = text.lines().last().unwrap();
        assert_eq!(
            last,
            "::error title=ftlkit%3A 4 errors in 4 more files::i18n/et/a.ftl: 1%0Ai18n/eu/a.ftl: 1%0A\
             i18n/fi/a.ftl: 1%0Ai18n/fr/a.ftl: 1"
        );
        assert!(text.starts_with(
            "::error file=i18n/af/a.ftl,title=ftlkit%3A missing-message::message `b` is missing\n"
        ));
    }

    #[test]
    fn a_file_has_one_annotation_of_a_level() {
        let files = [("i18n/en/a.ftl", "a = A\nb = B\nc = C\n"), ("i18n/nl/a.ftl", "c = { $m }\n")];
        assert_eq!(
            report(&files),
            "::error file=i18n/nl/a.ftl,line=1,endLine=1,col=7,endColumn=9,title=ftlkit%3A 3 errors\
             ::message `a` is missing [missing-message]%0Amessage `b` is missing [missing-message]%0A\
             1:7: variable `$m` is not known to the reference; the reference has no variables here [unknown-variable]\n"
        );
    }
}
