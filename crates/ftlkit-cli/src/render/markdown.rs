//! A comment on a pull request: the state of each locale, then the findings.

use std::io::{self, Write};

use ftlkit::Report;

use super::{count, found_in, said, table};

/// So many findings are listed: comments have a limit, and readers too.
const LISTED: usize = 100;

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "**ftlkit** {}", found_in(report))?;
    for (project, locales) in report.projects.iter().zip(&report.statistics) {
        let incomplete: Vec<_> =
            locales.iter().filter(|locale| locale.missing() > 0 || locale.extra > 0).collect();
        if incomplete.is_empty() {
            continue;
        }
        writeln!(out, "\n`{}`\n", project.root)?;
        writeln!(out, "| locale | coverage | missing | extra |\n| --- | ---: | ---: | ---: |")?;
        for locale in incomplete {
            let coverage = table::percentage(locale.translated, locale.units);
            writeln!(out, "| {} | {coverage} | {} | {} |", locale.locale, locale.missing(), locale.extra)?;
        }
    }
    if report.diagnostics.is_empty() {
        return Ok(());
    }
    let summary = count(report.diagnostics.len(), "finding", "findings");
    writeln!(out, "\n<details><summary>{summary}</summary>\n")?;
    writeln!(out, "| place | severity | what | rule |\n| --- | --- | --- | --- |")?;
    for diagnostic in report.diagnostics.iter().take(LISTED) {
        let place = match diagnostic.range {
            Some(range) => format!("{}:{}", diagnostic.path, range.start.line),
            None => diagnostic.path.to_string(),
        };
        let (place, said) = (cell(&place), cell(&said(diagnostic)));
        writeln!(out, "| {place} | {} | {said} | `{}` |", diagnostic.severity, diagnostic.rule)?;
    }
    if let Some(more) = report.diagnostics.len().checked_sub(LISTED).filter(|more| *more > 0) {
        writeln!(out, "\nand {more} more")?;
    }
    writeln!(out, "\n</details>")
}

/// Escapes a text for a cell of a table. What is said in backticks stays code, where only `|` has a meaning.
fn cell(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut code = false;
    for character in text.chars() {
        match character {
            '`' => code = !code,
            '|' => escaped.push('\\'),
            '\\' | '<' | '*' | '_' | '[' if !code => escaped.push('\\'),
            _ => {}
        }
        escaped.push(if character.is_control() { ' ' } else { character });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_their_shape() {
        assert_eq!(cell("a|b\n_c_ `d|_e_`"), r"a\|b \_c\_ `d\|_e_`");
    }
}
