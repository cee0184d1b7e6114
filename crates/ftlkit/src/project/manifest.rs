//! What the manifest of an application says of the library that it loads its texts with.

use std::io;
use std::path::Path;

use super::{Fallback, resolve};
use crate::document::{Document, Table};
use crate::error::Error;

/// The library that takes each attribute from the next language that has it.
const LIBRARY: &str = "i18n-embed";

/// What the nearest manifest says: in the root of a project, or in a folder above up to the one that is looked into.
pub(super) fn fallback(root: &str, base: &str, read: &dyn Fn(&Path) -> io::Result<String>) -> Fallback {
    let base = base.trim_end_matches('/');
    let mut folder = resolve("", root);
    loop {
        let path = resolve(&folder, "Cargo.toml");
        if let Ok(text) = read(Path::new(&path)) {
            let depends = text.contains(LIBRARY) && depends(&path, &text);
            return if depends { Fallback::Attribute } else { Fallback::Unknown };
        }
        if folder == base || folder.is_empty() || folder.ends_with("..") {
            return Fallback::Unknown;
        }
        folder.truncate(folder.rfind('/').unwrap_or(0));
    }
}

/// A manifest that cannot be read says nothing here; Cargo says why.
fn depends(path: &str, text: &str) -> bool {
    let depends = Document { path, text }.read(|root| {
        let workspace = root.maybe_table("workspace");
        let targets = root.maybe_table("target");
        let targets = targets.iter().flat_map(Table::entries).filter_map(|(.., target)| target.table().ok());
        let mut tables = [root].into_iter().chain(workspace).chain(targets);
        Ok::<bool, Error>(
            tables.any(|table| table.maybe_table("dependencies").is_some_and(|list| names_it(&list))),
        )
    });
    depends.unwrap_or(false)
}

/// Whether a list of dependencies has it, perhaps by another name.
fn names_it(dependencies: &Table<'_>) -> bool {
    dependencies.entries().any(|(name, _, value)| {
        let package = value.table().ok().and_then(|table| table.string("package").ok().flatten());
        package.unwrap_or(name) == LIBRARY
    })
}
