//! What holds for any text whatever.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use ftlkit::model::{FileRef, PatternRef};
use ftlkit::rules::Group;
use ftlkit::syntax::{Guarded, parse};
use ftlkit::{Config, Limits, Source, Span, apply_edits, check_bytes};
use proptest::prelude::*;

/// Parts that Fluent is made of, and some that it is not.
const PARTS: &[&str] = &[
    "a = ",
    "b = ",
    "-t = ",
    "\n",
    "\r\n",
    "\r",
    "\n    ",
    "\n\t",
    "{ ",
    " }",
    "{",
    "}",
    "$x",
    "$n",
    " ->\n",
    "\n[one] ",
    "\n*[other] ",
    "[",
    "]",
    "*",
    "\n    .b = ",
    ".",
    "NUMBER(",
    "F(",
    "(",
    ")",
    "-t(",
    "-t",
    "b",
    "n: 1",
    ": ",
    ",",
    "\"",
    "\\u00e9",
    "\\u00",
    "\\",
    "# ",
    "#",
    "## ",
    "### ",
    "é",
    "日",
    "\u{feff}",
    "\0",
    "<a href=\"",
    ">",
    "</a>",
    "text",
    " ",
    "=",
    "5",
    "\u{fffd}",
    "Ã©",
    "max-length: 1",
    "$nn - ",
    "¶",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), 0..40).prop_map(|parts| parts.concat())
}

/// Soup in which a part is followed by more braces or calls than any stack can take.
fn deep_soup() -> impl Strategy<Value = String> {
    let deep = prop::sample::select(vec!["{", "F(", "{ F(", "-t("]);
    (soup(), deep, soup()).prop_map(|(before, deep, after)| before + &deep.repeat(30_000) + &after)
}

/// Checks that a span is a part of a text, and does not begin before another.
fn part(text: &str, after: u32, span: Span) -> Result<u32, TestCaseError> {
    prop_assert!(after <= span.start && span.start <= span.end, "{span:?} after {after} in {text:?}");
    prop_assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} in {text:?}");
    Ok(span.start)
}

fn pattern_holds(text: &str, pattern: PatternRef<'_>) -> Result<(), TestCaseError> {
    let whole = pattern.span();
    part(text, 0, whole)?;
    let lists: [Vec<Span>; 8] = [
        pattern.texts().iter().map(|it| it.span).collect(),
        pattern.placeables().iter().map(|it| it.span).collect(),
        pattern.variables().iter().map(|it| pattern.with_sigil(it.name)).collect(),
        pattern.references().iter().map(|it| it.id).collect(),
        pattern.calls().iter().map(|it| it.function).collect(),
        pattern.selects().iter().map(|it| it.selector).collect(),
        pattern.variants().iter().map(|it| it.key).collect(),
        pattern.tags().iter().map(|it| it.span).collect(),
    ];
    for list in &lists {
        let mut after = whole.start;
        for span in list {
            after = part(text, after, *span)?;
            prop_assert!(whole.contains(*span), "{span:?} in {whole:?} of {text:?}");
        }
    }
    for variable in pattern.variables() {
        prop_assert!(pattern.slice(pattern.with_sigil(variable.name)).starts_with('$'));
    }
    for placeable in pattern.placeables() {
        let slice = pattern.slice(placeable.span);
        prop_assert!(slice.starts_with('{') && slice.ends_with('}'), "{slice:?} in {text:?}");
    }
    for select in pattern.selects() {
        prop_assert!(pattern.variants_of(select).filter(|variant| variant.default).count() == 1);
    }
    Ok(())
}

fn file_holds(file: FileRef<'_>) -> Result<(), TestCaseError> {
    let text = file.source().text();
    let mut after = 0;
    for entry in file.entries() {
        after = part(text, after, entry.span())?;
        part(text, after, entry.id_span())?;
        if let Some(comment) = entry.comment() {
            part(text, 0, comment)?;
            prop_assert!(file.slice(comment).starts_with('#') && comment.end <= entry.span().start);
        }
        for (_, place, pattern) in entry.attributes() {
            after = part(text, after, place)?;
            prop_assert!(entry.span().contains(place) && entry.span().contains(pattern.span()));
        }
        for (_, pattern) in entry.units() {
            pattern_holds(text, pattern)?;
        }
    }
    let mut after = 0;
    for error in file.errors() {
        after = part(text, after, error.entry)?;
        part(text, 0, error.span)?;
    }
    for comment in file.comments() {
        part(text, 0, comment.span)?;
        prop_assert!(file.slice(comment.span).starts_with('#'));
    }
    Ok(())
}

/// Checks a project of two files with all rules, and everything that comes of it.
fn project_holds(reference: &[u8], translation: &[u8]) -> Result<(), TestCaseError> {
    let files = [("i18n/en/a.ftl", reference), ("i18n/nl/a.ftl", translation)];
    let select = Group::ALL.map(|group| group.name().to_owned()).into();
    let config = Config { select, jobs: Some(1), ..Config::default() };
    // Two texts of FreeMarker are no project.
    let Ok(report) = check_bytes(&files, &config) else { return Ok(()) };
    for locale in report.projects.iter().flat_map(|project| &project.locales) {
        for index in 0..locale.files.len() {
            file_holds(locale.file(index).unwrap())?;
        }
    }
    let sources = report.sources();
    for found in &report.diagnostics {
        if let Some(range) = found.range() {
            part(sources[found.path()].text(), 0, range.span())?;
        }
        for related in found.related() {
            part(sources[&*related.path].text(), 0, related.range.span())?;
        }
        let Some(fix) = &found.fix() else { continue };
        let mut after = 0;
        for edit in &fix.edits {
            part(sources[&*edit.path].text(), after, edit.span)?;
            after = edit.span.end;
        }
        let text = sources[found.path()].text();
        prop_assert!(apply_edits(text, &fix.edits) != text, "{found:?} changes nothing");
    }
    Ok(())
}

/// Checks that what is known or has not changed is left out, also where lines end otherwise.
#[cfg(feature = "config")]
fn gates_hold(reference: &str, translation: &str) -> Result<(), TestCaseError> {
    let select = Group::ALL.map(|group| group.name().to_owned()).into();
    // What layout alone decides.
    let ignore = vec!["mixed-line-endings".to_owned()];
    let config = Config { select, ignore, jobs: Some(1), ..Config::default() };
    let check = |files: [(&str, &str); 2]| ftlkit::check_texts(&files, &config);
    let paths = ["i18n/en/a.ftl", "i18n/nl/a.ftl"];
    let Ok(mut report) = check([(paths[0], reference), (paths[1], translation)]) else { return Ok(()) };
    let file = std::path::Path::new("b.toml");
    let baseline = ftlkit::Baseline::new(file).settle(&mut report, &config, &["."]).all;
    prop_assert_eq!(&ftlkit::Baseline::from_toml(file, &baseline.to_string()).unwrap(), &baseline);
    let snapshot = paths.into_iter().zip([reference, translation]);
    let snapshot = ftlkit::Snapshot::new(snapshot.map(|(path, text)| (path.to_owned(), text.into())));
    let crlf = |text: &str| if text.contains('\r') { text.to_owned() } else { text.replace('\n', "\r\n") };
    let (reference, translation) = (crlf(reference), crlf(translation));
    let Ok(mut report) = check([(paths[0], &reference), (paths[1], &translation)]) else { return Ok(()) };
    let all = report.diagnostics.clone();
    let settled = baseline.settle(&mut report, &config, &["."]);
    prop_assert!(report.diagnostics.is_empty(), "{report}");
    prop_assert!(settled.stale.is_empty(), "{:?}", settled.stale);
    prop_assert_eq!(&settled.all, &baseline);
    report.diagnostics = all;
    snapshot.keep_changed(&mut report, &config).unwrap();
    prop_assert!(report.diagnostics.is_empty(), "{report}");
    Ok(())
}

proptest! {
    #[cfg(feature = "config")]
    #[test]
    fn any_soup_is_known_again(reference in soup(), translation in soup()) {
        gates_hold(&reference, &translation)?;
    }

    #[test]
    fn positions_count_lines_and_characters(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
        let source = Source::from_bytes("a.ftl", &bytes);
        prop_assert_eq!(source.text().len(), bytes.len());
        let mut after = 0;
        for span in source.invalid() {
            after = part(source.text(), after, *span)?;
        }
        for (offset, _) in source.text().char_indices().step_by(7) {
            let before = &source.text()[..offset];
            let position = source.position(u32::try_from(offset).unwrap());
            prop_assert_eq!(position.line as usize, before.matches('\n').count() + 1);
            let line = before.rsplit('\n').next().unwrap_or_default();
            prop_assert_eq!(position.column as usize, line.chars().count() + 1);
        }
    }

    #[test]
    fn any_text_is_parsed(text in any::<String>()) {
        let guarded = Guarded::new(&text, &Limits::default());
        for error in parse(&guarded, &Limits::default()).errors {
            part(&text, 0, error.span)?;
        }
    }

    #[test]
    fn any_soup_is_checked(reference in soup(), translation in soup()) {
        project_holds(reference.as_bytes(), translation.as_bytes())?;
    }

    #[test]
    fn any_bytes_are_checked(reference in soup(), translation in prop::collection::vec(any::<u8>(), 0..200)) {
        project_holds(reference.as_bytes(), &translation)?;
    }

    #[test]
    fn no_nesting_exhausts_the_stack(text in deep_soup()) {
        parse(&Guarded::new(&text, &Limits::default()), &Limits::default());
    }

    #[test]
    fn what_is_read_is_what_an_application_reads(text in soup()) {
        // The parser cannot cut a text inside a character, which it may try after `\u`.
        let text = text.replace('\\', "/");
        let all = ids_read(&text, &Limits::default());
        let resource = match fluent_syntax::parser::parse(text.as_str()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let theirs: Vec<String> = resource.body.iter().filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            fluent_syntax::ast::Entry::Term(term) => Some(format!("-{}", term.id.name)),
            _ => None,
        }).collect();
        prop_assert_eq!(&all, &theirs);
        // Around an entry that is refused the others are read as before.
        let limits = Limits { nesting: 1, ..Limits::default() };
        let refused = Guarded::new(&text, &limits).refused;
        let is_refused = |id: &String| refused.iter().any(|it| text[it.id.start as usize..it.id.end as usize] == **id);
        let others = |ids: Vec<String>| ids.into_iter().filter(|id| !is_refused(id)).collect::<Vec<_>>();
        prop_assert_eq!(others(ids_read(&text, &limits)), others(theirs));
    }
}

fn ids_read(text: &str, limits: &Limits) -> Vec<String> {
    let guarded = Guarded::new(text, limits);
    let ids = parse(&guarded, limits).body.into_iter().filter_map(|entry| match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.text().to_owned()),
        fluent_syntax::ast::Entry::Term(term) => Some(format!("-{}", term.id.name.text())),
        _ => None,
    });
    ids.collect()
}
