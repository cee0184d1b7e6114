//! `JUnit` XML: each file of a translation is a test, and it fails where something was found.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use ftlkit::{Diagnostic, Report};

use super::{concise, quantity, said};

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    let mut found: BTreeMap<(usize, &str), Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in &report.diagnostics {
        found.entry((diagnostic.project, &diagnostic.path)).or_default().push(diagnostic);
    }
    // What is wrong with a configuration file may be all that there is.
    let suites = report.projects.len().max(usize::from(!found.is_empty()));
    let files: Vec<BTreeSet<&str>> = (0..suites).map(|index| paths(report, index)).collect();
    let tests: usize = files.iter().map(BTreeSet::len).sum();
    writeln!(out, r#"<testsuites name="ftlkit" tests="{tests}" failures="{}">"#, found.len())?;
    for (index, paths) in files.into_iter().enumerate() {
        let failures = paths.iter().filter(|path| found.contains_key(&(index, **path))).count();
        let name = escape(report.projects.get(index).map_or(".", |project| &project.root));
        writeln!(out, r#"  <testsuite name="{name}" tests="{}" failures="{failures}">"#, paths.len())?;
        for path in paths {
            let name = escape(path);
            match found.get(&(index, path)) {
                Some(found) => failure(&name, found, out)?,
                None => writeln!(out, r#"    <testcase classname="ftlkit" name="{name}"/>"#)?,
            }
        }
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

/// The files of a project, and those that are missing.
fn paths(report: &Report, index: usize) -> BTreeSet<&str> {
    let locales = report.projects.get(index).map(|project| project.locales.as_slice()).unwrap_or_default();
    let files = locales.iter().flat_map(|locale| &locale.files).map(|file| &**file.source.path());
    let missing = report.diagnostics.iter().filter(|found| found.project == index).map(|found| &*found.path);
    files.chain(missing).collect()
}

fn failure(name: &str, found: &[&Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    let Some(worst) = found.iter().max_by_key(|diagnostic| diagnostic.severity) else { return Ok(()) };
    let message = if let [only] = found {
        said(only)
    } else {
        let number = found.iter().filter(|one| one.severity == worst.severity).count();
        quantity(worst.severity, number)
    };
    writeln!(out, r#"    <testcase classname="ftlkit" name="{name}">"#)?;
    write!(out, r#"      <failure type="{}" message="{}">"#, worst.severity, escape(&message))?;
    for diagnostic in found {
        let help = diagnostic.help.as_ref().map(|help| format!("\n  help: {help}")).unwrap_or_default();
        writeln!(out, "{}{}", escape(&concise::line(diagnostic)), escape(&help))?;
    }
    writeln!(out, "</failure>\n    </testcase>")
}

/// Escapes a text for XML, which has no way at all to write most control characters.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' => escaped.push(character),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_say_is_replaced() {
        assert_eq!(escape("a<b> & \"c\"\u{1}\u{ffff}é"), "a&lt;b&gt; &amp; &quot;c&quot;\u{fffd}\u{fffd}é");
    }
}
