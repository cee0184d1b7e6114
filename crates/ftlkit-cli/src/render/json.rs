//! One JSON document. Its shape is stable: fields may be added, never changed.

use std::io::{self, Write};

use ftlkit::{Diagnostic, Fix, LocaleStatistics, Project, Range, Report, Severity};
use serde::Serialize;

#[derive(Serialize)]
struct Document<'r> {
    version: u32,
    projects: Vec<ProjectJson<'r, LocaleJson<'r>>>,
    summary: Summary,
    diagnostics: Vec<DiagnosticJson<'r>>,
}

/// A project, with what the document says of each of its locales.
#[derive(Serialize)]
pub(super) struct ProjectJson<'r, L> {
    root: &'r str,
    layouts: &'r [String],
    reference: &'r str,
    files: usize,
    locales: Vec<L>,
}

impl<'r, L> ProjectJson<'r, L> {
    pub(super) fn new(project: &'r Project, locales: Vec<L>) -> Self {
        Self {
            root: &project.root,
            layouts: &project.layouts,
            reference: reference(project),
            files: project.file_count(),
            locales,
        }
    }
}

/// The tag of a project's reference locale.
pub(super) fn reference(project: &Project) -> &str {
    project.reference_locale().map(|files| files.locale.tag()).unwrap_or_default()
}

/// What every document says of a locale.

#[derive(Serialize)]
pub(super) struct LocaleJson<'r> {
    locale: &'r str,
    units: usize,
    translated: usize,
    inherited: usize,
    missing: usize,
    extra: usize,
    coverage: f64,
}

impl<'r> LocaleJson<'r> {
    pub(super) fn new(statistics: &'r LocaleStatistics) -> Self {
        Self {
            locale: statistics.locale.tag(),
            units: statistics.units,
            translated: statistics.translated,
            inherited: statistics.inherited,
            missing: statistics.missing(),
            extra: statistics.extra,
            coverage: statistics.coverage(),
        }
    }
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
    suppressed: usize,
    baselined: usize,
    stale: usize,
    unchanged: usize,
}

#[derive(Serialize)]
struct DiagnosticJson<'r> {
    project: Option<usize>,
    rule: &'r str,
    severity: &'r str,
    message: &'r str,
    help: Option<&'r str>,
    path: &'r str,
    locale: Option<&'r str>,
    id: Option<&'r str>,
    attribute: Option<&'r str>,
    range: Option<RangeJson>,
    related: Vec<RelatedJson<'r>>,
    fix: Option<FixJson<'r>>,
}

#[derive(Serialize)]
struct RelatedJson<'r> {
    path: &'r str,
    range: RangeJson,
    message: &'r str,
}

#[derive(Serialize)]
struct RangeJson {
    start: PositionJson,
    end: PositionJson,
}

#[derive(Serialize)]
struct PositionJson {
    line: u32,
    column: u32,
    offset: u32,
}

#[derive(Serialize)]
struct FixJson<'r> {
    title: &'r str,
    safe: bool,
    removes: bool,
    edits: Vec<EditJson<'r>>,
}

#[derive(Serialize)]
struct EditJson<'r> {
    path: &'r str,
    start: u32,
    end: u32,
    text: &'r str,
}

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let projects = report.projects.iter().zip(&report.statistics);
    let document = Document {
        version: 1,
        projects: projects
            .map(|(project, locales)| {
                ProjectJson::new(project, locales.iter().map(LocaleJson::new).collect())
            })
            .collect(),
        summary: Summary {
            files: report.judged_files(),
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            infos: report.count(Severity::Info),
            suppressed: report.suppressed,
            baselined: report.baselined,
            stale: report.stale,
            unchanged: report.unchanged,
        },
        diagnostics: report.diagnostics.iter().map(diagnostic_json).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn diagnostic_json(diagnostic: &Diagnostic) -> DiagnosticJson<'_> {
    let related = diagnostic.related().iter().map(|related| RelatedJson {
        path: &related.path,
        range: range_json(related.range),
        message: &related.message,
    });
    DiagnosticJson {
        project: diagnostic.project(),
        rule: diagnostic.rule(),
        severity: diagnostic.severity().name(),
        message: diagnostic.message(),
        help: diagnostic.help(),
        path: diagnostic.path(),
        locale: diagnostic.locale(),
        id: diagnostic.id(),
        attribute: diagnostic.attribute(),
        range: diagnostic.range().map(range_json),
        related: related.collect(),
        fix: diagnostic.fix().map(fix_json),
    }
}

fn range_json(range: Range) -> RangeJson {
    let position = |position: ftlkit::Position| PositionJson {
        line: position.line,
        column: position.column,
        offset: position.offset,
    };
    RangeJson { start: position(range.start), end: position(range.end) }
}

fn fix_json(fix: &Fix) -> FixJson<'_> {
    let edits = fix.edits.iter().map(|edit| EditJson {
        path: &edit.path,
        start: edit.span.start,
        end: edit.span.end,
        text: &edit.text,
    });
    FixJson { title: &fix.title, safe: fix.safe, removes: fix.removes, edits: edits.collect() }
}
