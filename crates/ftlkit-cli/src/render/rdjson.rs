//! Reviewdog's format, which posts findings, and fixes as suggestions, on pull requests of many servers.
//!
//! Its columns count bytes. Its readers refuse what they do not know, so there is nothing here that an old one lacks.

use std::collections::HashMap;
use std::io::{self, Write};

use ftlkit::{Diagnostic, Edit, Fix, Report, Severity, Source, Span, apply_edits};
use serde::Serialize;

use super::said;

#[derive(Serialize)]
struct Document<'r> {
    source: Tool,
    diagnostics: Vec<Item<'r>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
}

#[derive(Serialize)]
struct Item<'r> {
    message: String,
    location: Location<'r>,
    severity: &'static str,
    code: Code<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestions: Option<[Suggestion; 1]>,
}

#[derive(Serialize)]
struct Location<'r> {
    path: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Code<'r> {
    value: &'r str,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
}

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let sources = report.sources();
    let document = Document {
        source: Tool { name: "ftlkit" },
        diagnostics: report.diagnostics.iter().map(|diagnostic| item(diagnostic, &sources)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn item<'r>(diagnostic: &'r Diagnostic, sources: &HashMap<&str, &Source>) -> Item<'r> {
    let source = sources.get(diagnostic.path());
    let span = diagnostic.range().map(ftlkit::Range::span);
    Item {
        message: said(diagnostic),
        location: Location {
            path: diagnostic.path(),
            range: source.zip(span).map(|(source, span)| range(source, span)),
        },
        severity: match diagnostic.severity() {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info => "INFO",
        },
        code: Code { value: diagnostic.rule() },
        suggestions: diagnostic
            .fix()
            .filter(|fix| fix.safe)
            .and_then(|fix| suggestion(fix, source?))
            .map(|suggestion| [suggestion]),
    }
}

/// A fix that changes the file of its finding, leaves it there, and changes no other. Several suggestions would be a choice, so its edits
/// become one.
fn suggestion(fix: &Fix, source: &Source) -> Option<Suggestion> {
    if fix.removes || fix.edits.iter().any(|edit| edit.path != *source.path()) {
        return None;
    }
    let start = fix.edits.iter().map(|edit| edit.span.start).min()?;
    let end = fix.edits.iter().map(|edit| edit.span.end).max()?;
    let within = |edit: &Edit| Edit {
        span: Span::new(edit.span.start - start, edit.span.end - start),
        ..edit.clone()
    };
    let edits: Vec<Edit> = fix.edits.iter().map(within).collect();
    let span = Span::new(start, end);
    Some(Suggestion { range: range(source, span), text: apply_edits(source.slice(span), &edits) })
}

fn range(source: &Source, span: Span) -> Range {
    let position = |offset| {
        let line = source.position(offset).line;
        let start = source.lines().line_span(source.text(), line).start;
        Position { line, column: offset.saturating_sub(start) + 1 }
    };
    Range { start: position(span.start), end: position(span.end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_bytes() {
        let source = Source::new("a.ftl", "a = b\né = 𐐀b\n".to_owned());
        let found = range(&source, Span::new(11, 15));
        assert_eq!((found.start.line, found.start.column, found.end.line, found.end.column), (2, 6, 2, 10));
    }

    #[test]
    fn edits_become_one_suggestion() {
        let source = Source::new("a.ftl", "a = one two three\n".to_owned());
        let edit = |start, end, text: &str| Edit {
            path: "a.ftl".into(),
            span: Span::new(start, end),
            text: text.to_owned(),
        };
        let fix = |edits| Fix { title: String::new(), safe: true, edits, removes: false, is_draft: false };
        let made = suggestion(&fix(vec![edit(4, 7, "1"), edit(12, 17, "")]), &source).unwrap();
        assert_eq!((made.range.start.column, made.range.end.column, made.text.as_str()), (5, 18, "1 two "));
        let elsewhere = Edit { path: "b.ftl".into(), ..edit(0, 1, "") };
        assert!(suggestion(&fix(vec![elsewhere]), &source).is_none());
        assert!(suggestion(&fix(Vec::new()), &source).is_none());
    }
}
