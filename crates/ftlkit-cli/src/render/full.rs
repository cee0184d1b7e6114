//! Findings with the lines they are about, the fault underlined and the reference beside it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use ftlkit::{Diagnostic, Range, Report, Severity, Source, Span};

use super::{Options, count, found_in, printable, wrap};

/// So many lines of a place are shown, and so many bytes of a line on either side of the fault.
const LINES: u32 = 6;
const BYTES: u32 = 400;

/// No place is shown with more bytes than these.
const WINDOW: u32 = 8 * 1024;

/// So many ids or files of a group are named.
const NAMED: usize = 5;

/// So many findings that have a place of their own are still shown one by one.
const FEW: usize = 3;

/// So many columns stand before a note.
const INDENT: usize = 12;

pub(super) fn render(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if options.styled { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(options.width);
    let sources = report.sources();
    for bundle in bundles(report, options.all) {
        let mut corrections = Vec::new();
        let group = match bundle.as_slice() {
            [] => continue,
            [only] => one(only, &sources, options.width, &mut corrections),
            [first, ..] => several(first, &bundle, options.width),
        };
        let mut text = renderer.render(&[group]);
        for (wrong, right) in corrections {
            text = text.replacen(&wrong, &right, 1);
        }
        writeln!(out, "{text}\n")?;
    }
    writeln!(out, "{}", found_in(report))
}

/// Findings that are shown together: what is missing, by file or by locale; everything else alone.
fn bundles(report: &Report, all: bool) -> Vec<Vec<&Diagnostic>> {
    let mut bundles: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut places: HashMap<(&str, Severity, usize, &str), usize> = HashMap::new();
    for diagnostic in &report.diagnostics {
        let place = match (nouns(diagnostic.rule), diagnostic.rule) {
            (None, _) => None,
            _ if all => None,
            (_, "missing-file") => diagnostic.locale.as_deref(),
            _ => Some(&*diagnostic.path),
        };
        let place = place.map(|place| {
            let key = (diagnostic.rule, diagnostic.severity, diagnostic.project, place);
            *places.entry(key).or_insert(bundles.len())
        });
        match place.and_then(|place| bundles.get_mut(place)) {
            Some(bundle) => bundle.push(diagnostic),
            None => bundles.push(vec![diagnostic]),
        }
    }
    let is_kept = |bundle: &[&Diagnostic]| {
        bundle.len() > FEW || bundle.iter().any(|diagnostic| diagnostic.range.is_none())
    };
    let parts = |bundle: Vec<_>| {
        if is_kept(&bundle) { vec![bundle] } else { bundle.into_iter().map(|one| vec![one]).collect() }
    };
    bundles.into_iter().flat_map(parts).collect()
}

/// What the findings of a rule are called where several are shown together: one, many, and what is the matter.
fn nouns(rule: &str) -> Option<(&'static str, &'static str, &'static str)> {
    match rule {
        "missing-message" => Some(("message is", "messages are", "missing")),
        "missing-attribute" => Some(("attribute is", "attributes are", "missing")),
        "missing-file" => Some(("file is", "files are", "missing")),
        "extra-message" => Some(("message is", "messages are", "not in the reference")),
        "extra-attribute" => Some(("attribute is", "attributes are", "not in the reference")),
        _ => None,
    }
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
    let label = diagnostic.severity.name().len() + diagnostic.rule.len() + "[]: ".len();
    let title = wrap(&diagnostic.message, width, label);
    let mut group = Group::with_title(level(diagnostic.severity).primary_title(title).id(diagnostic.rule));
    let place = diagnostic.range.zip(sources.get(&*diagnostic.path));
    group = match place {
        Some((range, source)) => {
            group.element(snippet(source, range, AnnotationKind::Primary, None, corrections))
        }
        None => group.element(Origin::path(printable(&diagnostic.path))),
    };
    for related in &diagnostic.related {
        if let Some(source) = sources.get(&*related.path) {
            let label = Some(related.message.as_str());
            let kind = AnnotationKind::Context;
            group = group.element(snippet(source, related.range, kind, label, corrections));
        }
    }
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(wrap(help, width, INDENT))),
        None => group,
    }
}

fn several<'r>(first: &'r Diagnostic, bundle: &[&'r Diagnostic], width: usize) -> Group<'r> {
    let is_file = first.rule == "missing-file";
    let (one, many, matter) = nouns(first.rule).unwrap_or(("finding is", "findings are", "alike"));
    let mut title = format!("{} {matter}", count(bundle.len(), one, many));
    if let Some(locale) = first.locale.as_ref().filter(|_| is_file) {
        title = format!("{title} in `{locale}`");
    }
    let mut group = Group::with_title(level(first.severity).primary_title(title).id(first.rule));
    if !is_file {
        group = group.element(Origin::path(printable(&first.path)));
    }
    let mut names: Vec<String> = bundle.iter().take(NAMED).map(|one| listed(one)).collect();
    if let Some(more) = bundle.len().checked_sub(NAMED).filter(|more| *more > 0) {
        names.push(format!("and {more} more (`--all` shows every one)"));
    }
    group = group.element(Level::NOTE.message(wrap(&names.join(", "), width, INDENT)));
    // What is missing in one file usually stands together in the reference too.
    let mut references = bundle.iter().map(|one| one.related.first().map(|related| &*related.path));
    match references.next().flatten() {
        Some(path) if matter == "missing" && !is_file && references.all(|other| other == Some(path)) => {
            let help = format!("the reference has them in `{}`", printable(path));
            group.element(Level::HELP.message(wrap(&help, width, INDENT)))
        }
        _ => group,
    }
}

/// One of several, by its name and, where it has a place, by its line.
fn listed(diagnostic: &Diagnostic) -> String {
    match diagnostic.range {
        // What is missing has no line; that of its message would mislead.
        Some(range) if diagnostic.rule.starts_with("extra-") => {
            format!("`{}` (line {})", name(diagnostic), range.start.line)
        }
        _ => format!("`{}`", name(diagnostic)),
    }
}

/// What is missing or extra, by its name.
fn name(diagnostic: &Diagnostic) -> Cow<'_, str> {
    match (diagnostic.rule, &diagnostic.id, &diagnostic.attribute) {
        ("missing-file", ..) | (_, None, _) => printable(&diagnostic.path),
        (_, Some(id), None) => Cow::Borrowed(id),
        (_, Some(id), Some(attribute)) => Cow::Owned(format!("{id}.{attribute}")),
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
