//! The pages of `docs/library` are read as files and in the crate documentation: they are listed in both, and their links
//! lead somewhere in both. Their examples are tests of the documentation.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; clippy.toml exempts test functions, not their helpers"
)]

use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/library")
}

/// The module that mounts the pages.
fn guide() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/core/guide.rs")).unwrap()
}

/// The name and the text of each page.
fn pages() -> Vec<(String, String)> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<_> = files
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    pages.sort();
    assert!(pages.len() > 5, "docs/library has only {} files", pages.len());
    pages
}

/// The links that a page defines: what they are called, and where they lead in the repository.
fn definitions(page: &str) -> Vec<(&str, &str)> {
    page.lines().filter_map(|line| line.strip_prefix('[')?.split_once("]: ")).collect()
}

#[test]
fn every_page_is_listed() {
    let list = fs::read_to_string(folder().join("README.md")).unwrap();
    for (name, _) in pages().iter().filter(|(name, _)| name != "README.md") {
        let leads_to = definitions(&list).into_iter().find(|(_, target)| target == name);
        let (link, _) = leads_to.unwrap_or_else(|| panic!("docs/library/README.md does not list {name}"));
        assert!(list.contains(&format!("- [{link}]: ")), "docs/library/README.md does not list [{link}]");
        let module = name.trim_end_matches(".md").replace('-', "_");
        assert!(guide().contains(&format!("{module} = \"{name}\";")), "crates/core/guide.rs lacks {name}");
    }
}

#[test]
fn every_link_leads_somewhere() {
    let guide = guide();
    for (name, page) in pages() {
        for (link, target) in definitions(&page) {
            assert!(folder().join(target).is_file(), "{name}: [{link}] leads to {target}, which is no file");
            assert!(
                guide.contains(&format!("\n[{link}]: crate::"))
                    || (name == "README.md" && guide.contains(&format!("//! [{link}]: "))),
                "{name}: crates/core/guide.rs does not say where [{link}] leads in the documentation"
            );
            assert!(
                page.matches(&format!("[{link}]")).count() > 1,
                "{name}: no link uses the definition of [{link}]"
            );
        }
    }
}
