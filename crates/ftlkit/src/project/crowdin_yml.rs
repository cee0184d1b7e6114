//! `crowdin.yml`, which says which files Crowdin translates, and where it puts the translations.

use std::sync::Arc;

use saphyr_parser::{Event, Parser};

use super::described::{Description, Naming, Paths};
use super::flaw::Said;
use super::resolve;
use crate::error::Error;
use crate::glob::{Glob, SLOT};
use crate::source::{Source, Span};

/// Nesting beyond which a file is no configuration.
const DEPTH: usize = 32;

/// Placeholders for a locale.
const LOCALES: [&str; 7] = [
    "%locale%",
    "%locale_with_underscore%",
    "%two_letters_code%",
    "%three_letters_code%",
    "%android_code%",
    "%osx_code%",
    "%osx_locale%",
];

/// A YAML document: only what such files use.
#[derive(Debug)]
enum Node {
    Text(String, Span),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    fn get(&self, key: &str) -> Option<&Node> {
        let Self::Map(pairs) = self else { return None };
        pairs.iter().find(|(name, _)| name == key).map(|(_, node)| node)
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_text()
    }

    fn as_text(&self) -> Option<&str> {
        if let Self::Text(text, _) = self { Some(text) } else { None }
    }

    fn items(&self) -> &[Node] {
        if let Self::List(items) = self { items } else { &[] }
    }

    fn pairs(&self) -> &[(String, Node)] {
        if let Self::Map(pairs) = self { pairs } else { &[] }
    }
}

/// Reads one; nothing where it is not about Fluent.
pub(super) fn read(path: &str, text: &str) -> Result<Option<Description>, Error> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let document = Arc::new(Source::new(path, text.to_owned()));
    let said = |node: &Node| {
        let span = if let Node::Text(_, span) = node { *span } else { Span::default() };
        Said { source: Arc::clone(&document), span }
    };
    let root = parse(path, text)?;
    // A slash at the start means the base, not the root of the disk.
    let base_path = root.text("base_path").unwrap_or(".");
    let base = resolve(folder, relative(base_path));
    let mut description = Description { base: base.clone(), ..Description::default() };
    for file in root.get("files").map(Node::items).unwrap_or_default() {
        let (Some(source_node), Some(translation_node)) = (file.get("source"), file.get("translation"))
        else {
            continue;
        };
        let (Some(source), Some(translation)) = (source_node.as_text(), translation_node.as_text()) else {
            continue;
        };
        if !source.ends_with('*') && source.rsplit('.').next() != Some("ftl") {
            continue;
        }
        let mut template = resolve(&base, relative(translation));
        for placeholder in LOCALES {
            template = template.replace(placeholder, SLOT);
        }
        if !template.contains(SLOT) {
            let message =
                format!("`{translation}` names no locale that files could be found by: use `%locale%`");
            return Err(Error::Configuration { path: path.to_owned(), line: 1, column: 1, message });
        }
        let source = resolve(&base, relative(source));
        let ignored = file.get("ignore").map(Node::items).unwrap_or_default().iter();
        let ignored =
            ignored.filter_map(Node::as_text).map(|glob| Glob::new(&resolve(&base, relative(glob))));
        description.paths.push(Paths {
            translations: Glob::new(&generic(&template, &source)),
            said: said(translation_node),
            reference_said: Some(said(source_node)),
            reference: Some(Glob::new(&source)),
            naming: Naming::Crowdin(template),
            locales: None,
            excludes: ignored.collect(),
        });
        for (_, names) in file.get("languages_mapping").map(Node::pairs).unwrap_or_default() {
            let names = names.pairs().iter();
            description
                .names
                .extend(names.filter_map(|(tag, name)| Some((name.as_text()?.to_owned(), tag.clone()))));
        }
    }
    Ok((!description.paths.is_empty()).then_some(description))
}

fn relative(path: &str) -> &str {
    match path.trim_start_matches('/') {
        "" => ".",
        path => path,
    }
}

/// The pattern of all translations: what depends on the source stands for anything.
fn generic(template: &str, source: &str) -> String {
    let ending = source.rsplit_once('.').map_or("ftl", |(_, ending)| ending);
    template
        .replace("%original_file_name%", &format!("*.{ending}"))
        .replace("%file_name%", "*")
        .replace("%file_extension%", ending)
        .replace("%original_path%", "**")
}

/// Reads a document without following aliases, which could make it endless.
fn parse(path: &str, text: &str) -> Result<Node, Error> {
    let fail = |line: usize, column: usize, message: String| Error::Configuration {
        path: path.to_owned(),
        line: u32::try_from(line).unwrap_or(u32::MAX),
        column: u32::try_from(column).unwrap_or(u32::MAX),
        message,
    };
    // The parser counts characters.
    let offsets: Vec<usize> =
        if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(offset, _)| offset).collect() };
    let bytes = |start: usize, end: usize| {
        let place = |index: usize| {
            let offset =
                if text.is_ascii() { index } else { offsets.get(index).copied().unwrap_or(text.len()) };
            u32::try_from(offset).unwrap_or(u32::MAX)
        };
        Span::new(place(start), place(end))
    };
    let mut open: Vec<(Node, Option<String>)> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            fail(error.marker().line(), error.marker().col() + 1, error.info().to_owned())
        })?;
        let closed = match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                if open.len() >= DEPTH {
                    return Err(fail(
                        span.start.line(),
                        span.start.col() + 1,
                        "nesting is too deep".to_owned(),
                    ));
                }
                let is_map = matches!(event, Event::MappingStart(..));
                open.push((if is_map { Node::Map(Vec::new()) } else { Node::List(Vec::new()) }, None));
                continue;
            }
            Event::MappingEnd | Event::SequenceEnd => open.pop().map(|(node, _)| node),
            Event::Scalar(text, ..) => {
                Some(Node::Text(text.into_owned(), bytes(span.start.index(), span.end.index())))
            }
            Event::Alias(_) => Some(Node::Text(String::new(), Span::default())),
            _ => continue,
        };
        let Some(node) = closed else { continue };
        match open.last_mut() {
            None => return Ok(node),
            Some((Node::List(items), _)) => items.push(node),
            Some((Node::Map(pairs), name)) => match (name.take(), node) {
                (Some(name), node) => pairs.push((name, node)),
                (None, Node::Text(text, _)) => *name = Some(text),
                // A list as a key: legal, and meaningless here.
                (None, _) => *name = Some(String::new()),
            },
            Some((Node::Text(..), _)) => {}
        }
    }
    Ok(Node::Map(Vec::new()))
}
