//! `i18n.toml`, which says where `i18n-embed` finds its files: `assets_dir/{locale}/{domain}.ftl`.

use std::sync::Arc;

use super::described::{Description, Naming, Paths};
use super::flaw::Said;
use super::{Fallback, resolve};
use crate::document::{Document, Value};
use crate::error::Error;
use crate::glob::Glob;
use crate::source::Source;

/// Reads one; nothing where it is not about Fluent.
pub(super) fn read(path: &str, text: &str) -> Result<Option<Description>, Error> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let source = Arc::new(Source::new(path, text.to_owned()));
    Document { path, text }.read(|root| {
        let said = |value: &Value<'_>| Said { source: Arc::clone(&source), span: value.span() };
        let Some(fluent) = root.table("fluent")? else { return Ok(None) };
        let Some(assets) = fluent.get("assets_dir") else { return Ok(None) };
        let base = resolve(folder, assets.string()?);
        let below = if base.is_empty() {
            "{locale}/**/*.ftl".to_owned()
        } else {
            format!("{base}/{{locale}}/**/*.ftl")
        };
        Ok(Some(Description {
            reference: root.string("fallback_language")?.map(str::to_owned),
            reference_said: root.get("fallback_language").as_ref().map(said),
            paths: vec![Paths {
                reference: None,
                translations: Glob::new(&below),
                said: said(&assets),
                reference_said: None,
                naming: Naming::Wildcards,
                locales: None,
                excludes: [].into(),
            }],
            base,
            fallback: Fallback::Attribute,
            ..Description::default()
        }))
    })
}
