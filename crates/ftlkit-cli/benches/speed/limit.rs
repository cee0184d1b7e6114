//! The least that a checker must do: walk the folders, read the files, parse them with fluent-syntax.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

pub(crate) fn run(folder: &Path) {
    let parsed: usize = files(folder)
        .par_iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            match fluent_syntax::parser::parse(text.as_str()) {
                Ok(resource) | Err((resource, _)) => resource.body.len(),
            }
        })
        .sum();
    assert!(parsed > 0, "nothing to parse in {}", folder.display());
}

/// All `.ftl` files below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().unwrap() {
            let entry = entry.unwrap();
            let path = entry.path();
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "ftl") {
                files.push(path);
            }
        }
    }
    files
}
