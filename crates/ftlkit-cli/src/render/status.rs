//! How far each locale has come, as text, JSON, Markdown or a page.

mod autonym;
mod html;

use std::io::{self, Write};

use ftlkit::{LocaleStatistics, Project, Report};
use serde::Serialize;

use super::json::{LocaleJson, ProjectJson, reference};
use super::table::{bar, percentage, thousands};
use super::{count, printable};
use crate::args::StatusFormat;

/// What is shown of a report.
pub(crate) struct View<'r> {
    pub(crate) report: &'r Report,
    /// Whether a locale is shown.
    pub(crate) is_wanted: &'r dyn Fn(&LocaleStatistics) -> bool,
    /// Whether each file is shown.
    pub(crate) files: bool,
}

/// One line of a table: a locale, or a file of it.
struct Row<'r> {
    name: String,
    is_file: bool,
    units: usize,
    translated: usize,
    /// Missing, extra, inherited, words.
    counts: [usize; 4],
    path: Option<&'r str>,
}

const COLUMNS: [&str; 4] = ["missing", "extra", "inherited", "words"];

impl<'r> View<'r> {
    pub(crate) fn write(&self, format: StatusFormat, out: &mut dyn Write) -> io::Result<()> {
        match format {
            StatusFormat::Text => self.text(out),
            StatusFormat::Markdown => self.markdown(out),
            StatusFormat::Json => self.json(out),
            StatusFormat::Html => html::write(self, out),
        }
    }

    fn projects(&self) -> impl Iterator<Item = (&'r Project, Vec<&'r LocaleStatistics>)> {
        let report = self.report;
        let wanted = |locales: &'r Vec<LocaleStatistics>| {
            locales.iter().filter(|locale| (self.is_wanted)(locale)).collect()
        };
        report.projects.iter().zip(&report.statistics).map(move |(project, all)| (project, wanted(all)))
    }

    fn rows(&self, locales: &[&'r LocaleStatistics]) -> Vec<Row<'r>> {
        let mut rows = Vec::new();
        for locale in locales {
            rows.push(Row {
                name: locale.locale.tag().to_owned(),
                is_file: false,
                units: locale.units,
                translated: locale.translated,
                counts: [locale.missing(), locale.extra, locale.inherited, locale.words],
                path: None,
            });
            for file in locale.files.iter().filter(|_| self.files) {
                rows.push(Row {
                    name: format!("  {}", printable(&file.path)),
                    is_file: true,
                    units: file.units,
                    translated: file.translated,
                    counts: [file.missing(), file.extra, file.inherited, file.words],
                    path: Some(&file.path),
                });
            }
        }
        rows
    }

    fn text(&self, out: &mut dyn Write) -> io::Result<()> {
        for (index, (project, locales)) in self.projects().enumerate() {
            if index > 0 {
                writeln!(out)?;
            }
            writeln!(out, "{}\n", heading(project))?;
            let rows = self.rows(&locales);
            if rows.is_empty() {
                writeln!(out, "no translations")?;
                continue;
            }
            let name = rows.iter().map(|row| row.name.chars().count()).chain(["locale".len()]).max();
            let name = name.unwrap_or_default();
            let [missing, extra, inherited, words] = COLUMNS;
            writeln!(
                out,
                "{:name$}  {:20}  {:>6}  {missing:>9}  {extra:>9}  {inherited:>9}  {words:>9}",
                "locale", "coverage", ""
            )?;
            for row in rows {
                let coverage = percentage(row.translated, row.units);
                let bar = bar(row.translated, row.units);
                write!(out, "{:name$}  {bar}  {coverage:>6}", row.name)?;
                for number in row.counts {
                    write!(out, "  {:>9}", thousands(number))?;
                }
                writeln!(out)?;
            }
        }
        Ok(())
    }

    fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        for (index, (project, locales)) in self.projects().enumerate() {
            if index > 0 {
                writeln!(out)?;
            }
            writeln!(out, "{}\n", heading(project))?;
            let rows = self.rows(&locales);
            if rows.is_empty() {
                writeln!(out, "no translations")?;
                continue;
            }
            writeln!(out, "| locale | coverage | {} |", COLUMNS.join(" | "))?;
            writeln!(out, "| --- | ---: |{}", " ---: |".repeat(COLUMNS.len()))?;
            for row in rows {
                let name = if row.is_file {
                    format!("`{}`", row.path.unwrap_or_default().replace('|', "\\|"))
                } else {
                    format!("**{}**", row.name)
                };
                let numbers = row.counts.map(thousands).join(" | ");
                writeln!(out, "| {name} | {} | {numbers} |", percentage(row.translated, row.units))?;
            }
        }
        Ok(())
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let document = Document {
            version: 1,
            projects: self.projects().map(|(project, locales)| self.project(project, &locales)).collect(),
        };
        serde_json::to_writer_pretty(&mut *out, &document)?;
        writeln!(out)
    }

    fn project(
        &self,
        project: &'r Project,
        locales: &[&'r LocaleStatistics],
    ) -> ProjectJson<'r, LocaleStatus<'r>> {
        let locale = |statistics: &&'r LocaleStatistics| LocaleStatus {
            locale: LocaleJson::new(statistics),
            words: statistics.words,
            files: self.files.then(|| statistics.files.iter().map(FileJson::new).collect()),
        };
        ProjectJson::new(project, locales.iter().map(locale).collect())
    }
}

fn heading(project: &Project) -> String {
    let files = count(project.file_count(), "file", "files");
    format!("{}: reference {}, {files}", printable(&project.root), reference(project))
}

#[derive(Serialize)]
struct Document<'r> {
    version: u32,
    projects: Vec<ProjectJson<'r, LocaleStatus<'r>>>,
}

/// A locale as in every document, with what there is to translate.
#[derive(Serialize)]
struct LocaleStatus<'r> {
    #[serde(flatten)]
    locale: LocaleJson<'r>,
    words: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    files: Option<Vec<FileJson<'r>>>,
}

#[derive(Serialize)]
struct FileJson<'r> {
    path: &'r str,
    units: usize,
    translated: usize,
    inherited: usize,
    missing: usize,
    extra: usize,
    coverage: f64,
    words: usize,
}

impl<'r> FileJson<'r> {
    fn new(file: &'r ftlkit::FileStatistics) -> Self {
        Self {
            path: &file.path,
            units: file.units,
            translated: file.translated,
            inherited: file.inherited,
            missing: file.missing(),
            extra: file.extra,
            coverage: file.coverage(),
            words: file.words,
        }
    }
}
