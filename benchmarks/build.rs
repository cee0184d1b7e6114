//! Gives every contender the texts of `locales/` in the form that it wants, in `generated/`, which is not kept.
//!
//! Most want one file for each language, without the comments that only we understand; rust-i18n wants JSON.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::{parser, serializer};
use serde_json::{Map, Value};

fn main() -> Result<(), Box<dyn Error>> {
    let here = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let generated = here.join("generated");
    println!("cargo::rerun-if-changed=../locales");
    println!("cargo::rerun-if-changed=build.rs");
    for lang in ["nl", "fr", "en"] {
        let resource = merged(&here.join("../locales").join(lang))?;
        write(&generated.join("locales").join(lang).join("texts.ftl"), &serializer::serialize(&resource))?;
        if lang == "fr" {
            write(&generated.join("json/fr.json"), &Value::Object(flat(&resource)).to_string())?;
            write(&out.join("static_array.rs"), &static_array(&resource)?)?;
            write(&generated.join("fr/fr/texts.ftl"), &serializer::serialize(&resource))?;
            // fluent-static knows no reference from an attribute to its own message.
            let body = resource.body.into_iter().filter(|entry| !refers_to_a_message(entry)).collect();
            write(&generated.join("static.ftl"), &serializer::serialize(&Resource { body }))?;
        }
    }

    fluent_zero_build::FluentZeroBuilder::new(generated.join("locales"))
        .fallback_locale("nl")
        .use_isolating(false)
        .try_generate()?;

    let options = fluent_typed::BuildOptions::default()
        .with_locales_folder(path(&generated.join("fr"))?)
        .with_output_file_path(path(&out.join("typed.rs"))?)
        .with_ftl_output(fluent_typed::FtlOutputOptions::single_file(path(&out.join("typed.ftl"))?))
        .with_default_language("fr")
        .without_bidi_isolation()
        .without_format();
    fluent_typed::try_build_from_locales_folder(options)?;

    fluent_static_codegen::MessageBundleBuilder::new("Static")
        .set_default_language("fr")?
        .set_resources_dir(&generated)
        .add_resource("fr", "static.ftl")?
        .build()?
        .write_to_file(out.join("static.rs"))?;
    Ok(())
}

/// All entries of a locale but comments: terms first, since not everybody allows a reference to what comes later.
fn merged(folder: &Path) -> Result<Resource<String>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    files.sort_by_key(|file| (!file.ends_with("terms.ftl"), file.clone()));
    let mut body = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file)?;
        let resource =
            parser::parse(text).map_err(|(_, errors)| format!("{}: {errors:?}", file.display()))?;
        body.extend(resource.body.into_iter().filter_map(|entry| match entry {
            Entry::Message(mut message) => {
                message.comment = None;
                Some(Entry::Message(message))
            }
            Entry::Term(mut term) => {
                term.comment = None;
                Some(Entry::Term(term))
            }
            _ => None,
        }));
    }
    Ok(Resource { body })
}

/// Whether a placeable of the entry starts with a lower-case letter, as only the id of a message does.
fn refers_to_a_message(entry: &Entry<String>) -> bool {
    let text = serializer::serialize(&Resource { body: vec![entry.clone()] });
    text.split("{ ").skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// Keys and texts for rust-i18n, which has no terms, attributes or plurals: names stay as they are referred to, and of the
/// variants of a text the default is taken.
fn flat(resource: &Resource<String>) -> Map<String, Value> {
    let mut texts = Map::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            if let Some(value) = &message.value {
                texts.insert(message.id.name.clone(), plain(value).into());
            }
            for attribute in &message.attributes {
                texts.insert(
                    format!("{}_{}", message.id.name, attribute.id.name),
                    plain(&attribute.value).into(),
                );
            }
        }
    }
    texts
}

fn plain(pattern: &Pattern<String>) -> String {
    let element = |element: &PatternElement<String>| match element {
        PatternElement::TextElement { value } => value.clone(),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => {
            format!("%{{{}}}", id.name.replace('-', "_"))
        }
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => variants
            .iter()
            .find(|variant| variant.default)
            .map(|variant| plain(&variant.value))
            .unwrap_or_default(),
        PatternElement::Placeable { .. } => "…".to_owned(),
    };
    pattern.elements.iter().map(element).collect()
}

/// The limit: every text as a constant.
fn static_array(resource: &Resource<String>) -> Result<String, Box<dyn Error>> {
    let texts = flat(resource);
    let mut code = format!("pub static TEXTS: [&str; {}] = [\n", texts.len());
    for text in texts.values() {
        writeln!(code, "    {:?},", text.as_str().unwrap_or_default())?;
    }
    code.push_str("];\n");
    Ok(code)
}

fn write(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    if fs::read_to_string(path).ok().as_deref() != Some(text) {
        fs::create_dir_all(path.parent().ok_or("no folder")?)?;
        fs::write(path, text)?;
    }
    Ok(())
}

fn path(path: &Path) -> Result<&str, Box<dyn Error>> {
    path.to_str().ok_or_else(|| "the path is not UTF-8".into())
}
