//! Findings with the lines they are about, the fault underlined and the reference beside it.

use std::collections::HashMap;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use ftlkit::{Diagnostic, Range, Report, Severity, Source, Span};
use rayon::prelude::*;

use super::bundle::{self, Bundle};
use super::{Options, found_in, printable, wrap};

/// So many lines of a place are shown, and so many bytes of a line on either side of the fault.
const LINES: u32 = 6;
const BYTES: u32 = 400;

/// No place is shown with more bytes than these.
const WINDOW: u32 = 2 * 1024;

/// So many ids or files of a group are named.
const NAMED: usize = 5;

/// So many findings are drawn on all threads before they are written, so that not all are in memory at once.
const AT_ONCE: usize = 1024;

/// So many columns stand before a note.
const INDENT: usize = 12;

pub(super) fn render(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if options.styled { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(options.width);
    let sources = report.sources();
    let text = |bundle: &Bundle<'_>| {
        let mut corrections = Vec::new();
        let group = match bundle.findings() {
            [] => return String::new(),
            [only] => one(only, &sources, options.width, &mut corrections),
            [first, ..] => several(first, bundle, options.width),
        };
        let mut text = renderer.render(&[group]);
        for (wrong, right) in corrections {
            text = text.replacen(&wrong, &right, 1);
        }
        text.push_str("\n\n");
        text
    };
    // Drawing a snippet takes as long as checking a hundred texts.
    for bundles in bundle::bundles(report, options.all).chunks(AT_ONCE) {
        let texts: Vec<String> = bundles.par_iter().map(text).collect();
        texts.iter().try_for_each(|text| out.write_all(text.as_bytes()))?;
    }
    writeln!(out, "{}", found_in(report))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}

/// A place as the snippet of a part of a line would have it, and as it is.
type Correction = (String, String);

fn one<'r>(
    diagnostic: &'r Diagnostic,
    sources: &HashMap<&str, &'r Source>,
    width: usize,
    corrections: &mut Vec<Correction>,
) -> Group<'r> {
    let label = diagnostic.severity().name().len() + diagnostic.rule().len() + "[]: ".len();
    let title = wrap(diagnostic.message(), width, label);
    let mut group =
        Group::with_title(level(diagnostic.severity()).primary_title(title).id(diagnostic.rule()));
    let place = diagnostic.range().zip(sources.get(diagnostic.path()));
    group = match place {
        Some((range, source)) => {
            group.element(snippet(source, range, AnnotationKind::Primary, None, corrections))
        }
        None => group.element(Origin::path(printable(diagnostic.path()))),
    };
    for related in diagnostic.related() {
        if let Some(source) = sources.get(&*related.path) {
            let label = Some(&*related.message);
            let kind = AnnotationKind::Context;
            group = group.element(snippet(source, related.range, kind, label, corrections));
        }
    }
    match diagnostic.help() {
        Some(help) => group.element(Level::HELP.message(wrap(help, width, INDENT))),
        None => group,
    }
}

fn several<'r>(first: &'r Diagnostic, bundle: &Bundle<'r>, width: usize) -> Group<'r> {
    let mut group = Group::with_title(level(first.severity()).primary_title(bundle.title()).id(first.rule()));
    if first.rule() != "missing-file" {
        group = group.element(Origin::path(printable(first.path())));
    }
    let names = bundle.names(NAMED, " (`--all` shows every one)");
    group = group.element(Level::NOTE.message(wrap(&names, width, INDENT)));
    match bundle.reference() {
        Some(path) => {
            let help = format!("the reference has them in `{path}`");
            group.element(Level::HELP.message(wrap(&help, width, INDENT)))
        }
        None => group,
    }
}

/// The lines around a place. Only these are handed over: the cost of a snippet grows with its text.
fn snippet<'r>(
    source: &'r Source,
    range: Range,
    kind: AnnotationKind,
    label: Option<&'r str>,
    corrections: &mut Vec<Correction>,
) -> Snippet<'r, annotate_snippets::Annotation<'r>> {
    let span = range.span();
    let first = range.start.line;
    let last = source.position(span.end.saturating_sub(1).max(span.start)).line.min(first + LINES - 1);
    let lines = source.lines();
    let start = lines.line_span(source.text(), first).start;
    let end = lines.line_span(source.text(), last).end;
    let start_shown = start.max(span.start.saturating_sub(BYTES));
    let end_shown = end.min(span.end.min(end).saturating_add(BYTES)).min(span.start.saturating_add(WINDOW));
    let window = on_characters(source, Span::new(start_shown, end_shown));
    let text = source.slice(window).trim_end_matches(['\n', '\r']);
    let clip = |offset: u32| (offset.saturating_sub(window.start) as usize).min(text.len());
    let path = printable(source.path());
    if window.start > start {
        let column = source.slice(Span::new(window.start, span.start)).chars().count() + 1;
        let place = |column: usize| format!("{path}:{first}:{column}");
        corrections.push((place(column), place(range.start.column as usize)));
    }
    let annotation = kind.span(clip(span.start)..clip(span.end)).label(label);
    Snippet::source(text).line_start(first as usize).path(path).annotation(annotation)
}

/// Widens a span to whole characters.
fn on_characters(source: &Source, span: Span) -> Span {
    let text = source.text();
    let mut span = Span::new(span.start, span.end.min(u32::try_from(text.len()).unwrap_or(u32::MAX)));
    while !text.is_char_boundary(span.start as usize) {
        span.start -= 1;
    }
    while !text.is_char_boundary(span.end as usize) {
        span.end += 1;
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(nl: &str, width: usize, expected: &str) {
        let files = [("i18n/en/a.ftl", "a = A { $name }\n"), ("i18n/nl/a.ftl", nl)];
        let config = ftlkit::Config { select: vec!["unknown-variable".to_owned()], ..Default::default() };
        let report = ftlkit::check_texts(&files, &config).unwrap();
        let mut out = Vec::new();
        render(&report, &Options { all: false, styled: false, width }, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn the_column_is_right_in_a_long_line() {
        let line = format!("a = {}{{ $nmae }}{}\n", "é ".repeat(600), " x".repeat(600));
        check(
            &line,
            60,
            "\
error[unknown-variable]: variable `$nmae` is not known to
                         the reference
 --> i18n/nl/a.ftl:1:1207
  |
1 | ...é é é é é é é é é é { $nmae } x x x x x x x x x x ...
  |                          ^^^^^
  |
 ::: i18n/en/a.ftl:1:5
  |
1 | a = A { $name }
  |     ----------- the text in the reference
  |
  = help: did you mean `$name`?

found 1 error in 2 files
",
        );
    }
}
