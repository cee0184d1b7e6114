//! `crowdin.yml`, which says which files Crowdin translates, and where it puts the translations.

use std::sync::Arc;

use saphyr_parser::{Event, Parser};

use super::described::{Description, Naming, Paths};
use super::flaw::Said;
use super::{Locale, resolve};
use crate::document::unknown;
use crate::error::Error;
use crate::glob::{Glob, SLOT};
use crate::source::{LineIndex, Source, Span};

/// Nesting beyond which a file is no configuration.
const DEPTH: usize = 32;

/// A placeholder for a language, and what `languages_mapping` calls it.
struct Placeholder {
    name: &'static str,
    mapping: &'static str,
    /// What follows the name of the language where it stands.
    ending: &'static str,
}

/// All of them.
const LANGUAGES: [Placeholder; 8] = [
    Placeholder { name: "%language%", mapping: "name", ending: "" },
    Placeholder { name: "%two_letters_code%", mapping: "two_letters_code", ending: "" },
    Placeholder { name: "%three_letters_code%", mapping: "three_letters_code", ending: "" },
    Placeholder { name: "%locale%", mapping: "locale", ending: "" },
    Placeholder { name: "%locale_with_underscore%", mapping: "locale_with_underscore", ending: "" },
    Placeholder { name: "%android_code%", mapping: "android_code", ending: "" },
    Placeholder { name: "%osx_code%", mapping: "osx_code", ending: ".lproj" },
    Placeholder { name: "%osx_locale%", mapping: "osx_locale", ending: "" },
];

/// Placeholders that depend on the file that is translated.
const FILES: [&str; 4] = ["%original_file_name%", "%file_name%", "%file_extension%", "%original_path%"];

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
        let mapping = file.get("languages_mapping").map(Node::pairs).unwrap_or_default();
        let fail = |message| {
            let position = LineIndex::new(text).position(text, said(translation_node).span.start);
            Error::Configuration {
                path: path.to_owned(),
                line: position.line,
                column: position.column,
                message,
            }
        };
        let placeholder = placeholder(translation, mapping).map_err(fail)?;
        description.three_letters |= placeholder.mapping == "three_letters_code";
        let slot = format!("{SLOT}{}", placeholder.ending);
        let template = resolve(&base, relative(translation)).replace(placeholder.name, &slot);
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
        let own = mapping.iter().find(|(name, _)| is_mapping(placeholder, name));
        for (tag, name) in own.map(|(_, names)| names.pairs()).unwrap_or_default() {
            let name = name.as_text().unwrap_or_default();
            let name = name.strip_suffix(placeholder.ending).unwrap_or(name);
            if Locale::named(name, tag).is_none() {
                return Err(fail(format!("`{tag}` in `languages_mapping` is no tag of a language")));
            }
            description.names.insert(name.to_owned(), tag.clone());
        }
    }
    Ok((!description.paths.is_empty()).then_some(description))
}

/// The one placeholder that says where the language stands, or why files cannot be found by the path.
fn placeholder(translation: &str, mapping: &[(String, Node)]) -> Result<&'static Placeholder, String> {
    let known = || LANGUAGES.iter().map(|language| language.name).chain(FILES);
    for part in translation.split('/') {
        // What stands between two signs is one; the text after it begins with the second.
        let mut rest = part;
        while let Some((name, length)) = placeholder_in(rest) {
            if !known().any(|known| known == name) {
                let names: Vec<&str> = known().collect();
                return Err(unknown("placeholder", name, &names));
            }
            rest = rest.get(length..).unwrap_or_default();
        }
    }
    let mut found = LANGUAGES.iter().filter(|language| translation.contains(language.name));
    let Some(first) = found.next() else {
        return Err(format!("`{translation}` names no locale that files could be found by: use `%locale%`"));
    };
    if let Some(second) = found.next() {
        let (one, other) = (first.name, second.name);
        return Err(format!(
            "`{translation}` names the language twice, as `{one}` and as `{other}`: use one of them"
        ));
    }
    let keys: Vec<&str> = LANGUAGES.iter().map(|language| language.mapping).collect();
    if let Some((name, _)) = mapping.iter().find(|(name, _)| !LANGUAGES.iter().any(|it| is_mapping(it, name)))
    {
        return Err(unknown("key of `languages_mapping`", name, &keys));
    }
    if first.mapping == "name" && !mapping.iter().any(|(name, _)| is_mapping(first, name)) {
        return Err("`%language%` stands for the English name of a language, which says no tag: \
            give the tags in `languages_mapping`, under `name`, or use `%locale%`"
            .to_owned());
    }
    Ok(first)
}

/// Whether a key of `languages_mapping` is about a placeholder.
fn is_mapping(placeholder: &Placeholder, key: &str) -> bool {
    key == placeholder.mapping || key == placeholder.name.trim_matches('%')
}

/// The first placeholder of a text, and where it ends.
fn placeholder_in(text: &str) -> Option<(&str, usize)> {
    let start = text.find('%')?;
    let length = text.get(start + 1..)?.find('%')? + 2;
    Some((text.get(start..start + length)?, start + length))
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
