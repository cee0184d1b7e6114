//! How long compare-locales takes on the same files, with `l10n.toml` files that say where they are.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::limit;

/// Runs compare-locales once over each project of a folder, as ftlkit has found them.
pub(crate) fn run(compare_locales: &Path, folder: &Path) -> Duration {
    let configurations = configurations(folder);
    let start = Instant::now();
    for (configuration, above) in &configurations {
        let output = Command::new(compare_locales)
            .args(["-q", "-q", "-q", "-q"])
            .args([configuration, above])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .output()
            .unwrap_or_else(|error| panic!("{}: {error}", compare_locales.display()));
        // It ends with 1 where it finds something.
        let complaint = String::from_utf8_lossy(&output.stderr);
        let is_well = matches!(output.status.code(), Some(0 | 1)) && !complaint.contains("Traceback");
        assert!(is_well, "compare-locales: {complaint}");
    }
    start.elapsed()
}

/// Writes an `l10n.toml` for each project; also gives the folder above each.
fn configurations(folder: &Path) -> Vec<(PathBuf, PathBuf)> {
    let report = report(folder);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let projects = list(&report["projects"]);
    assert!(!projects.is_empty(), "no projects in {}", folder.display());
    let write = |(index, project): (usize, &Value)| {
        let root = PathBuf::from(text(&project["root"])).canonicalize().unwrap();
        // A path that begins with a wildcard is too much for it: the name of the folder comes first.
        let (above, name) = (root.parent().unwrap(), root.file_name().unwrap().to_string_lossy());
        let files: Vec<String> =
            limit::files(&root).iter().map(|path| path.to_string_lossy().into_owned()).collect();
        // A report names locales by their tags, a path as it likes.
        let spelling = |tag: &Value| {
            let tag = text(tag);
            let is_there = |name: &String| {
                files.iter().any(|path| {
                    path.contains(&format!("/{name}/")) || path.ends_with(&format!("/{name}.ftl"))
                })
            };
            [tag.clone(), tag.replace('-', "_")].into_iter().find(is_there).unwrap_or(tag)
        };
        let locales: Vec<String> =
            list(&project["locales"]).iter().map(|locale| spelling(&locale["locale"])).collect();
        let reference = spelling(&project["reference"]);
        let mut toml = format!("basepath = {:?}\nlocales = {locales:?}\n", above.display().to_string());
        for layout in list(&project["layouts"]).iter().map(text) {
            let layout = format!("{name}/{layout}");
            let original = layout.replace("{locale}", &reference);
            let _ = writeln!(toml, "[[paths]]\nreference = {original:?}\nl10n = {layout:?}");
        }
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("compare-locales-{index}.toml"));
        fs::write(&path, toml).unwrap();
        (path, above.to_owned())
    };
    projects.iter().enumerate().map(write).collect()
}

fn report(folder: &Path) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_ftlkit"))
        .args(["check", "--no-config", "--format", "json"])
        .arg(folder)
        .stderr(Stdio::null())
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}
