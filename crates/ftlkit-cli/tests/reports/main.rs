//! Reports that other programs read: servers, and browsers.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise"
)]

mod page;
mod servers;
mod xml;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The input of a scenario.
fn input(scenario: &str) -> PathBuf {
    here().join("tests/fixtures").join(scenario).join("input")
}

/// What the command prints in a folder.
fn report(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ftlkit"));
    let output = command.args(args).arg("--no-config").current_dir(folder).output().unwrap();
    assert!(!output.stdout.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json_report(folder: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&report(folder, args)).unwrap()
}
