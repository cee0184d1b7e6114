//! The command as a whole: what it prints, and its exit status.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let root = std::env::temp_dir().join(format!("ftlkit-cli-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).unwrap();
        for (path, text) in files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self(root)
    }

    fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_ftlkit")).args(args).current_dir(&self.0).output().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[track_caller]
fn check(folder: &Folder, args: &[&str], status: i32, stdout: &str) -> String {
    let output = folder.run(args);
    assert_eq!(String::from_utf8_lossy(&output.stdout), stdout);
    assert_eq!(output.status.code(), Some(status));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn faulty(name: &str) -> Folder {
    Folder::new(
        name,
        &[
            ("i18n/en/a.ftl", "hello = Hello, { $name }!\nb = B\nc = C\n"),
            ("i18n/nl/a.ftl", "hello = Hallo, { $nmae }!\n"),
        ],
    )
}

#[test]
fn json_goes_to_a_file_beside_another_format() {
    let folder = faulty("json");
    check(&folder, &["--format", "json=out.json", "--format", "concise", "--ignore", "parity"], 0, "");
    let text = fs::read_to_string(folder.0.join("out.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["version"], 1);
    let locale = &json["projects"][0]["locales"][0];
    assert_eq!(
        (&locale["locale"], &locale["units"], &locale["missing"]),
        (&"nl".into(), &3.into(), &2.into())
    );
}

#[test]
fn severities_decide_the_exit_status() {
    let folder = faulty("severity");
    let quiet = |args: &[&str]| folder.run(args).status.code();
    assert_eq!(quiet(&["--warn", "parity"]), Some(0));
    assert_eq!(quiet(&["--warn", "parity", "--fail-on", "warning"]), Some(1));
    assert_eq!(quiet(&["--fail-on", "never"]), Some(0));
}

#[test]
fn what_cannot_be_checked_is_status_two() {
    let empty = Folder::new("empty", &[]);
    let stderr = check(&empty, &[], 2, "");
    assert!(stderr.starts_with("error: found no Fluent translations in `.`"), "{stderr}");
    let folder = faulty("usage");
    let stderr = check(&folder, &["--select", "mising-message"], 2, "");
    assert_eq!(stderr, "error: unknown rule or group `mising-message`: did you mean `missing-message`?\n");
    check(&folder, &["--locale", "de"], 2, "");
    check(&folder, &["--format", "yaml"], 2, "");
}

#[test]
fn rules_explain_themselves() {
    let folder = Folder::new("explain", &[]);
    let output = folder.run(&["explain", "missing-file"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("Why is this bad"));
    assert_eq!(folder.run(&["explain", "nothing"]).status.code(), Some(2));
    assert!(String::from_utf8_lossy(&folder.run(&["rules"]).stdout).contains("missing-message"));
}

/// A reader that stops reading is no failure, and no reason to complain.
#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_it_quietly() {
    let text: String = (0..5000).fold(String::new(), |text, number| text + &format!("m{number} = Text\n"));
    let folder = Folder::new("pipe", &[("i18n/en/a.ftl", &text), ("i18n/nl/a.ftl", "a = A\n")]);
    let commands: [(&[&str], i32); 5] = [
        (&["--all"], 1),
        (&["--format", "json"], 1),
        (&["--format", "concise", "--fail-on", "never"], 0),
        (&["status"], 0),
        (&["explain", "parity"], 0),
    ];
    for (args, status) in commands {
        let mut child = Command::new(env!("CARGO_BIN_EXE_ftlkit"))
            .args(args)
            .current_dir(&folder.0)
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(status), "{args:?}: {stderr}");
        assert!(!stderr.contains("error") && !stderr.contains("panicked"), "{args:?}: {stderr}");
    }
}

#[test]
fn a_report_replaces_what_was_there() {
    let folder = faulty("replace");
    fs::write(folder.0.join("old.json"), "an old report, longer than the new one".repeat(1000)).unwrap();
    check(&folder, &["--format", "json=old.json", "--select", "duplicate-id"], 0, "");
    let text = fs::read_to_string(folder.0.join("old.json")).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap()["version"], 1);
    let names: Vec<String> = fs::read_dir(&folder.0)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

/// A device takes a report, and stays a device.
#[cfg(unix)]
#[test]
fn a_report_may_go_to_a_device() {
    let folder = faulty("device");
    check(&folder, &["--format", "json=/dev/null", "--select", "duplicate-id"], 0, "");
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn a_part_of_a_project_is_looked_at_within_it() {
    let folder = Folder::new(
        "part",
        &[
            (".git/HEAD", ""),
            ("app/i18n/en/a.ftl", "a = A\n"),
            ("app/i18n/fr/a.ftl", "b = B\n"),
            ("app/i18n/nl/a.ftl", "c = C\n"),
        ],
    );
    let concise = |at: &str, path: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ftlkit"));
        let args = ["check", path, "--format", "concise", "--select", "missing-message"];
        let output = command.args(args).current_dir(folder.0.join(at)).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().filter_map(|line| Some(line.split_once(".ftl:")?.0.to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(concise("", "."), ["app/i18n/fr/a", "app/i18n/nl/a"]);
    assert_eq!(concise("", "app/i18n/nl"), ["app/i18n/nl/a"]);
    assert_eq!(concise("", "app/../app/i18n/nl/"), ["app/i18n/nl/a"]);
    assert_eq!(concise("", "app/i18n/nl/a.ftl"), ["app/i18n/nl/a"]);
    assert_eq!(concise("", "app/i18n/en"), ["app/i18n/fr/a", "app/i18n/nl/a"]);
    assert_eq!(concise("app/i18n/nl", "."), ["a"]);
    assert_eq!(concise("app/i18n/fr", "../nl/a.ftl"), ["../nl/a"]);
}

#[cfg(unix)]
#[test]
fn what_git_leaves_out_in_all_projects_is_left_out() {
    let text = "a = A\n";
    let found = |name: &str, settings: &[(&str, &str)]| {
        let files = [("app/i18n/en/a.ftl", text), ("app/old/i18n/en/a.ftl", text)];
        let folder = Folder::new(name, &[&files[..], settings].concat());
        let mut command = Command::new(env!("CARGO_BIN_EXE_ftlkit"));
        for elsewhere in ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "XDG_CONFIG_HOME"] {
            command.env_remove(elsewhere);
        }
        let output = command.env("HOME", &folder.0).current_dir(folder.0.join("app")).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    let one = "i18n: {locale}/**/*.ftl, 1 locale, reference en, 1 file\n";
    assert!(found("nothing", &[]).contains("old/i18n"));
    assert_eq!(found("ignored", &[(".config/git/ignore", "old/\n")]), one);
    let named = ("left-out", "old/\n");
    assert_eq!(found("named", &[(".gitconfig", "[core]\n\tExcludesFile = ~/left-out\n"), named]), one);
    assert_eq!(found("other", &[(".config/git/config", "[core]\nexcludesfile=~/left-out\n"), named]), one);
}
