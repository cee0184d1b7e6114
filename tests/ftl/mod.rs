//! The `.ftl` files as they are on disk, parsed, with a walk over everything that a pattern uses.

#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    Attribute, CallArguments, Comment, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource,
};
use whole_comm::Locale;

/// A file of a locale.
pub(crate) struct File {
    pub(crate) locale: Locale,
    /// The name without its ending.
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    pub(crate) text: String,
    pub(crate) resource: Resource<String>,
}

/// All files of a locale, sorted by name.
pub(crate) fn files(locale: Locale) -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(locale.as_str());
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<File> = entries.map(|entry| read(locale, entry.unwrap().path())).collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// All files of all locales.
pub(crate) fn all_files() -> impl Iterator<Item = File> {
    Locale::ALL.iter().flat_map(|&locale| files(locale))
}

fn read(locale: Locale, path: PathBuf) -> File {
    assert!(path.extension().is_some_and(|ending| ending == "ftl"), "{} is no .ftl file", path.display());
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let resource = fluent_syntax::parser::parse(text.clone())
        .unwrap_or_else(|(_, errors)| panic!("{} does not parse: {errors:?}", path.display()));
    let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
    File { locale, name, path, text, resource }
}

/// An entry with a pattern: a message's value, a term's value, or an attribute of either.
pub(crate) struct Unit<'a> {
    /// The id; that of a term starts with `-`.
    pub(crate) id: String,
    pub(crate) attribute: Option<&'a str>,
    pub(crate) pattern: &'a Pattern<String>,
}

impl Unit<'_> {
    /// `id` or `id.attribute`.
    pub(crate) fn name(&self) -> String {
        self.attribute.map_or_else(|| self.id.clone(), |attribute| format!("{}.{attribute}", self.id))
    }
}

impl File {
    /// Everything in the file that has a pattern, in order.
    pub(crate) fn units(&self) -> Vec<Unit<'_>> {
        let mut units = Vec::new();
        for entry in &self.resource.body {
            let (id, value, attributes): (_, _, &[Attribute<String>]) = match entry {
                Entry::Message(message) => {
                    (message.id.name.clone(), message.value.as_ref(), &message.attributes)
                }
                Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
                _ => continue,
            };
            units.extend(value.map(|pattern| Unit { id: id.clone(), attribute: None, pattern }));
            units.extend(attributes.iter().map(|attribute| Unit {
                id: id.clone(),
                attribute: Some(&attribute.id.name),
                pattern: &attribute.value,
            }));
        }
        units
    }

    /// All comments of the file as one text.
    pub(crate) fn comments(&self) -> String {
        let of = |comment: &Comment<String>| comment.content.join("\n");
        let comments = self.resource.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => message.comment.as_ref().map(of),
            Entry::Term(term) => term.comment.as_ref().map(of),
            Entry::Comment(comment) | Entry::GroupComment(comment) | Entry::ResourceComment(comment) => {
                Some(of(comment))
            }
            Entry::Junk { .. } => None,
        });
        comments.collect::<Vec<_>>().join("\n")
    }
}

/// Something that a pattern uses.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Use {
    Text(String),
    Variable(String),
    Message { id: String, attribute: Option<String> },
    Term { id: String, attribute: Option<String>, has_arguments: bool },
    Function { name: String, positional: usize, named: Vec<(String, String)> },
    Selector { keys: Vec<String>, default: String, on_number: bool },
    Literal(String),
}

/// Everything that a pattern uses, in order, at any depth.
pub(crate) fn uses(pattern: &Pattern<String>) -> Vec<Use> {
    let mut found = Vec::new();
    walk(pattern, &mut found);
    found
}

fn walk(pattern: &Pattern<String>, found: &mut Vec<Use>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => found.push(Use::Text(value.clone())),
            PatternElement::Placeable { expression } => walk_expression(expression, found),
        }
    }
}

fn walk_expression(expression: &Expression<String>, found: &mut Vec<Use>) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, found),
        Expression::Select { selector, variants } => {
            walk_inline(selector, found);
            let key = |variant: &fluent_syntax::ast::Variant<String>| match &variant.key {
                fluent_syntax::ast::VariantKey::Identifier { name } => name.clone(),
                fluent_syntax::ast::VariantKey::NumberLiteral { value } => value.clone(),
            };
            let default = variants.iter().find(|variant| variant.default).map(key).unwrap_or_default();
            let on_number = matches!(
                selector,
                InlineExpression::VariableReference { .. } | InlineExpression::FunctionReference { .. }
            );
            found.push(Use::Selector { keys: variants.iter().map(key).collect(), default, on_number });
            for variant in variants {
                walk(&variant.value, found);
            }
        }
    }
}

fn walk_inline(inline: &InlineExpression<String>, found: &mut Vec<Use>) {
    let name = |id: &fluent_syntax::ast::Identifier<String>| id.name.clone();
    match inline {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            found.push(Use::Literal(value.clone()));
        }
        InlineExpression::VariableReference { id } => found.push(Use::Variable(name(id))),
        InlineExpression::MessageReference { id, attribute } => {
            found.push(Use::Message { id: name(id), attribute: attribute.as_ref().map(name) });
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            found.push(Use::Term {
                id: name(id),
                attribute: attribute.as_ref().map(name),
                has_arguments: arguments.is_some(),
            });
            walk_arguments(arguments.as_ref(), found);
        }
        InlineExpression::FunctionReference { id, arguments } => {
            let literal = |value: &InlineExpression<String>| match value {
                InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                    value.clone()
                }
                other => panic!("a named argument that is no literal: {other:?}"),
            };
            let named =
                arguments.named.iter().map(|argument| (name(&argument.name), literal(&argument.value)));
            let named = named.collect();
            found.push(Use::Function { name: name(id), positional: arguments.positional.len(), named });
            walk_arguments(Some(arguments), found);
        }
        InlineExpression::Placeable { expression } => walk_expression(expression, found),
    }
}

fn walk_arguments(arguments: Option<&CallArguments<String>>, found: &mut Vec<Use>) {
    for positional in arguments.iter().flat_map(|arguments| &arguments.positional) {
        walk_inline(positional, found);
    }
}
