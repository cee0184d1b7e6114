//! The command as a whole: each folder of `tests/fixtures` is a scenario, with its input, its command lines, and
//! exactly what they print.
//!
//! `scenario.txt` holds the command lines (`$ ftlkit …`, with variables of the environment before the name; `cd FOLDER &&`
//! before that runs it in a folder of the input) and what came of each: the exit status, standard output, standard error,
//! and the files that it wrote or removed. `input` is what they run on. With `UPDATE_SNAPSHOTS=1` the test writes what it
//! sees instead of comparing; read the difference then.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn scenarios_print_what_they_say() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut scenarios: Vec<PathBuf> =
        fs::read_dir(&fixtures).unwrap().map(|entry| entry.unwrap().path()).collect();
    scenarios.sort();
    let update = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let mut different = Vec::new();
    for scenario in &scenarios {
        let file = scenario.join("scenario.txt");
        let expected = fs::read_to_string(&file).unwrap();
        let actual = play(scenario, &expected);
        if actual == expected {
            continue;
        }
        if update {
            fs::write(&file, actual).unwrap();
        } else {
            different.push(format!("{}:\n{}", scenario.display(), difference(&expected, &actual)));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
    assert!(!scenarios.is_empty());
}

/// Runs the command lines of a scenario one after the other, and tells what came of them.
fn play(scenario: &Path, text: &str) -> String {
    let name = scenario.file_name().unwrap().to_string_lossy().into_owned();
    let folder = std::env::temp_dir().join(format!("ftlkit-scenario-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    copy(&scenario.join("input"), &folder);
    let mut told = String::new();
    for line in text.lines().filter(|line| line.starts_with("$ ")) {
        let before = contents(&folder, &folder);
        let line_in_folder = line.trim_start_matches("$ ");
        let (within, typed) = line_in_folder
            .strip_prefix("cd ")
            .map_or((".", line_in_folder), |line| line.split_once(" && ").unwrap());
        let output = command(typed).current_dir(folder.join(within)).output().unwrap();
        if !told.is_empty() {
            told.push('\n');
        }
        writeln!(told, "{line}\nstatus: {}", output.status.code().unwrap()).unwrap();
        section(&mut told, "standard output", &output.stdout);
        section(&mut told, "standard error", &output.stderr);
        let after = contents(&folder, &folder);
        for (path, bytes) in &after {
            if before.get(path) != Some(bytes) {
                section(&mut told, path, bytes);
            }
        }
        for path in before.keys().filter(|path| !after.contains_key(*path)) {
            writeln!(told, "--- {path} is gone").unwrap();
        }
    }
    fs::remove_dir_all(&folder).unwrap();
    told
}

fn section(told: &mut String, title: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if !text.is_empty() {
        let end = if text.ends_with('\n') { "" } else { "\n" };
        write!(told, "--- {title}\n{text}{end}").unwrap();
    }
}

fn command(line: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ftlkit"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
    let mut words = line.split(' ').filter(|word| !word.is_empty());
    for word in words.by_ref().take_while(|word| *word != "ftlkit") {
        let (name, value) = word.split_once('=').unwrap();
        command.env(name, value);
    }
    command.args(words);
    command
}

fn copy(from: &Path, to: &Path) {
    let Ok(entries) = fs::read_dir(from) else { return };
    for entry in entries.map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn contents(root: &Path, folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(contents(root, &path));
        } else {
            let name = path.strip_prefix(root).unwrap().display().to_string();
            found.insert(name, fs::read(&path).unwrap());
        }
    }
    found
}

/// The lines around the first difference.
fn difference(expected: &str, actual: &str) -> String {
    let same = expected.lines().zip(actual.lines()).take_while(|(a, b)| a == b).count();
    let part = |text: &str| -> String {
        let lines = text.lines().skip(same.saturating_sub(3)).take(12);
        lines.fold(String::new(), |part, line| {
            part + "    "
                + line
                + "
"
        })
    };
    format!("  expected, from line {}:\n{}  found:\n{}", same + 1, part(expected), part(actual))
}
