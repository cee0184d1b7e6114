//! `docs/rules.md` is what the rules say about themselves.

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn the_page_of_rules_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules.md");
    let output =
        Command::new(env!("CARGO_BIN_EXE_ftlkit")).args(["rules", "--format", "markdown"]).output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, page).unwrap();
        return;
    }
    let written = fs::read_to_string(&path).unwrap();
    let command = "cargo run -p ftlkit-cli -- rules --format markdown > docs/rules.md";
    assert!(written == page, "docs/rules.md is stale; write it anew: {command}");
}
