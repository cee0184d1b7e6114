//! `JUnit` XML: each file of a translation is a test, and it fails where something was found.
//!
//! A project is a suite, and a locale is a class, so that servers sort the files by locale.

use std::collections::BTreeMap;
use std::io::{self, Write};

use ftlkit::{Diagnostic, Fault, Report};
use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use super::{concise, quantity, said};

/// The class of tests that belong to no locale.
const CLASS: &str = "ftlkit";

/// A file as a test: its locale, and what was found in it.
#[derive(Default)]
struct File<'r> {
    locale: Option<&'r str>,
    found: Vec<&'r Diagnostic>,
}

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut suites: Vec<BTreeMap<&str, File<'_>>> =
        report.projects.iter().map(|project| files(project, report)).collect();
    for diagnostic in &report.diagnostics {
        // What is wrong with a configuration file that belongs to no project comes after all projects.
        let index = diagnostic.project().unwrap_or(report.projects.len());
        suites.resize_with(suites.len().max(index + 1), BTreeMap::new);
        let Some(suite) = suites.get_mut(index) else { continue };
        let file = suite.entry(diagnostic.path()).or_default();
        file.locale = file.locale.or(diagnostic.locale());
        file.found.push(diagnostic);
    }
    if !report.faults.is_empty() {
        suites.resize_with(report.projects.len() + 1, BTreeMap::new);
    }
    let mut document = quick_junit::Report::new("ftlkit");
    for (index, files) in suites.iter().enumerate() {
        let root = report.projects.get(index).map_or(".", |project| &project.root);
        let mut suite = TestSuite::new(text(root));
        suite.add_test_cases(files.iter().map(|(path, file)| test(path, file)));
        if index == report.projects.len() {
            suite.add_test_cases(report.faults.iter().map(unread));
        }
        document.add_test_suite(suite);
    }
    // The library's own errors would hide that a reader went away.
    let document = document.to_string().map_err(io::Error::other)?;
    out.write_all(document.as_bytes())
}

/// The files that were judged. What was only read, or is outside of what was asked for, has neither passed nor failed.
fn files<'r>(project: &'r ftlkit::Project, report: &Report) -> BTreeMap<&'r str, File<'r>> {
    let locales = project.locales.iter();
    let files = locales.flat_map(|locale| locale.files.iter().map(|file| (locale.locale.tag(), file)));
    let file = |(locale, file)| {
        let file: &ftlkit::ProjectFile = file;
        (&*file.path, File { locale: Some(locale), found: Vec::new() })
    };
    files.filter(|(locale, file)| report.judges(locale, &file.path)).map(file).collect()
}

/// A file that could not be read: a test that could not be made.
fn unread(fault: &Fault) -> TestCase {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    status.set_type("unreadable").set_message(text(&fault.to_string()));
    let mut test = TestCase::new(text(&fault.path), status);
    test.set_classname(CLASS);
    test
}

fn test(path: &str, file: &File<'_>) -> TestCase {
    let mut test = TestCase::new(text(path), status(&file.found));
    test.set_classname(text(&file.locale.map_or(CLASS.to_owned(), |locale| format!("{CLASS}.{locale}"))));
    test
}

fn status(found: &[&Diagnostic]) -> TestCaseStatus {
    let Some(worst) = found.iter().map(|diagnostic| diagnostic.severity()).max() else {
        return TestCaseStatus::success();
    };
    let message = match found {
        [only] => said(only),
        _ => quantity(worst, found.iter().filter(|one| one.severity() == worst).count()),
    };
    let lines = found.iter().map(|diagnostic| {
        let help = diagnostic.help().map(|help| format!("\n  help: {help}")).unwrap_or_default();
        format!("{}{help}\n", concise::line(diagnostic))
    });
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status
        .set_type(worst.name())
        .set_message(text(&message))
        .set_description(text(&lines.collect::<String>()));
    status
}

/// A text without what XML has no way to write: the library would drop some of it, and let the rest through.
fn text(text: &str) -> String {
    let is_lost = |character: char| {
        character.is_control() && !matches!(character, '\n' | '\t')
            || matches!(character, '\u{fffe}' | '\u{ffff}')
    };
    text.replace(is_lost, "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_say_is_replaced() {
        assert_eq!(text("a\u{1b}[31mb\u{1}\u{85}\u{ffff}é\n"), "a\u{fffd}[31mb\u{fffd}\u{fffd}\u{fffd}é\n");
    }
}
