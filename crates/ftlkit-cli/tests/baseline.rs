//! Findings that were there before: how they are accepted, left out, and taken out again.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

struct Folder(PathBuf);

const EN: &str = "a = Hello, { $name }!\nb = B\nc = C\n";
const NL: &str = "a = Hallo, { $nmae }!\nold = O\n";

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let root = std::env::temp_dir().join(format!("ftlkit-baseline-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).unwrap();
        let folder = Self(root.canonicalize().unwrap());
        let project = [(".git/HEAD", ""), ("i18n/en/a.ftl", EN), ("i18n/nl/a.ftl", NL)];
        project.iter().chain(files).for_each(|(path, text)| folder.write(path, text));
        folder
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap()
    }

    fn run_in(&self, at: &str, args: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ftlkit"));
        command.args(args.split_whitespace()).current_dir(self.0.join(at)).output().unwrap()
    }

    /// The rules that are still found, what is said on standard error besides the project and what can be fixed, and the exit status.
    fn check_in(&self, at: &str, args: &str) -> (Vec<String>, String, i32) {
        let output = self.run_in(at, &format!("{args} --format concise"));
        let stdout = String::from_utf8(output.stdout).unwrap();
        let rule = |line: &str| line.rsplit_once('[').unwrap().1.trim_end_matches(']').to_owned();
        let stderr = String::from_utf8(output.stderr).unwrap();
        let said: Vec<&str> = stderr
            .lines()
            .filter(|line| !line.contains("reference en") && !line.contains("can be fixed"))
            .collect();
        (stdout.lines().map(rule).collect(), said.join("\n"), output.status.code().unwrap())
    }

    #[track_caller]
    fn check(&self, args: &str, rules: &[&str], said: &str, status: i32) {
        let (found, stderr, code) = self.check_in("", args);
        assert_eq!(
            (found, stderr.as_str(), code),
            (rules.iter().map(|r| (*r).to_owned()).collect(), said, status)
        );
    }

    #[track_caller]
    fn refuses(&self, args: &str, expected: &str) {
        let output = self.run_in("", args);
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (stderr.as_str(), output.status.code()),
            (format!("error: {expected}\n").as_str(), Some(2))
        );
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const ALL: [&str; 4] = ["missing-message", "missing-message", "unknown-variable", "extra-message"];

#[test]
fn old_findings_are_accepted_and_mended_one_by_one() {
    let folder = Folder::new("life", &[]);
    folder.check("", &ALL, "", 1);
    let wrote = "wrote 4 findings to `known.toml`; every run leaves them out with `baseline = \"known.toml\"` in \
        `ftlkit.toml`";
    folder.check("--baseline known.toml --update-baseline", &[], wrote, 0);
    folder.check("--baseline known.toml --fail-on info", &[], "", 0);
    let first = folder.read("known.toml");

    // A new message of the source is a new gap; an old text that is worked on is new, too.
    folder.write("i18n/en/a.ftl", &format!("{EN}d = D\n"));
    folder.check("--baseline known.toml", &["missing-message"], "", 1);
    folder.check("--baseline known.toml --update-baseline", &["missing-message"], "", 1);
    assert_eq!(folder.read("known.toml"), first);

    // What is mended is said, is as bad as a warning, and is taken out; what is new never gets in.
    folder.write("i18n/nl/a.ftl", &NL.replace("$nmae", "$name"));
    let gone = "1 finding of `known.toml` no longer occurs (unknown-variable `a` in i18n/nl/a.ftl): \
        `ftlkit check --baseline known.toml --update-baseline` takes it out";
    folder.check("--baseline known.toml", &["missing-message"], gone, 1);
    folder.write("i18n/en/a.ftl", EN);
    folder.check("--baseline known.toml", &[], gone, 0);
    folder.check("--baseline known.toml --fail-on warning", &[], gone, 1);
    folder.check(
        "--baseline known.toml --update-baseline",
        &[],
        "took 1 finding out of `known.toml`: 3 are left",
        0,
    );
    folder.check("--baseline known.toml --fail-on warning", &[], "", 0);
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let second = lines(&folder.read("known.toml"));
    let removed: Vec<String> = lines(&first).into_iter().filter(|line| !second.contains(line)).collect();
    assert_eq!(removed.len(), 1, "{removed:?}");

    // New findings are accepted on request only.
    folder.write("i18n/nl/a.ftl", NL);
    let rewrote = "took 0 findings out of `known.toml`, and put 1 finding into it";
    folder.check("--baseline known.toml --update-baseline=rewrite", &[], rewrote, 0);
    assert_eq!(folder.read("known.toml"), first);
    folder.write("i18n/nl/a.ftl", EN);
    let last = "took 4 findings out of `known.toml`: none is left, and the file is no longer needed";
    folder.check("--baseline known.toml --update-baseline", &[], last, 0);
    folder.check("--baseline known.toml", &[], "", 0);
}

#[test]
fn the_configuration_names_it_for_every_folder() {
    let folder = Folder::new("key", &[("ftlkit.toml", "baseline = \"ci/known.toml\"\n"), ("ci/x", "")]);
    folder.refuses("", "there is no baseline `ci/known.toml`: `--update-baseline` writes it");
    folder.check("--update-baseline", &[], "wrote 4 findings to `ci/known.toml`", 0);
    for (at, path) in
        [("", "."), ("", "i18n"), ("i18n", "."), ("i18n/nl", "."), ("ci", "../i18n"), ("", "i18n/nl/a.ftl")]
    {
        assert_eq!(folder.check_in(at, path), (Vec::new(), String::new(), 0), "{path} in {at}");
    }
    let absolute = folder.0.join("i18n").display().to_string();
    assert_eq!(folder.check_in("ci", &absolute).0, Vec::<String>::new());
    folder.write("i18n/nl/a.ftl", &NL.replace("$nmae", "$name"));
    let gone = "1 finding of `ci/known.toml` no longer occurs (unknown-variable `a` in ../i18n/nl/a.ftl): `ftlkit check \
        --update-baseline` takes it out";
    folder.check("", &[], gone, 0);
    folder.write("i18n/nl/a.ftl", NL);
    // What is typed comes before what is written.
    folder.check("--no-baseline", &ALL, "", 1);
    folder
        .refuses("--baseline other.toml", "there is no baseline `other.toml`: `--update-baseline` writes it");
    folder.check("--no-config", &ALL, "", 1);
}

#[test]
fn a_part_of_a_run_takes_out_only_what_it_looked_at() {
    let folder = Folder::new("part", &[("i18n/fr/a.ftl", NL)]);
    folder.check("--baseline b.toml --update-baseline --locale nl", &[], &wrote(4), 0);
    folder.check(
        "--baseline b.toml --update-baseline=rewrite i18n/fr/a.ftl",
        &[],
        "took 0 findings out of `b.toml`, and put 4 findings into it",
        0,
    );
    for locale in ["fr", "nl"] {
        folder.write(&format!("i18n/{locale}/a.ftl"), EN);
    }
    folder.check(
        "i18n/fr/a.ftl --baseline b.toml --update-baseline",
        &[],
        "took 4 findings out of `b.toml`: 4 are left",
        0,
    );
    folder.check(
        "--select unknown-variable --baseline b.toml --update-baseline",
        &[],
        "took 1 finding out of `b.toml`: 3 are left",
        0,
    );
    folder.check(
        "--ignore missing-message --baseline b.toml --update-baseline",
        &[],
        "took 1 finding out of `b.toml`: 2 are left",
        0,
    );
    folder.check("--locale fr --baseline b.toml --update-baseline", &[], "", 0);
    // Of a locale that is gone, and of a rule that this version does not have, everything is gone.
    fs::remove_dir_all(folder.0.join("i18n/nl")).unwrap();
    folder.write("b.toml", &folder.read("b.toml").replace("missing-message", "some-rule-of-once"));
    let stderr = folder.check_in("", "--baseline b.toml").1;
    assert!(
        stderr.starts_with("2 findings of `b.toml` no longer occur (some-rule-of-once `b` in "),
        "{stderr}"
    );
}

fn wrote(number: usize) -> String {
    format!(
        "wrote {number} findings to `b.toml`; every run leaves them out with `baseline = \"b.toml\"` in `ftlkit.toml`"
    )
}

#[test]
fn reports_count_what_they_leave_out() {
    let folder = Folder::new("count", &[]);
    folder.check("--baseline b.toml --update-baseline", &[], &wrote(4), 0);
    folder.write("i18n/nl/a.ftl", &NL.replace("$nmae", "$name"));
    let output = folder.run_in("", "--baseline b.toml --format json --format full=full.txt");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let summary = &json["summary"];
    let counts = ["errors", "warnings", "baselined", "stale"].map(|key| summary[key].as_u64().unwrap());
    assert_eq!(counts, [0, 0, 3, 1]);
    assert_eq!(json["diagnostics"].as_array().unwrap().len(), 0);
    assert_eq!(folder.read("full.txt"), "found nothing new in 2 files, besides 3 findings of the baseline\n");
    // What is missing stays missing.
    let (_, stderr, status) = folder.check_in("", "--baseline b.toml --min-coverage 50");
    assert!(stderr.contains("is translated to 33.3%, less than 50%"), "{stderr}");
    assert_eq!(status, 1);
}

#[test]
fn what_is_no_baseline_is_refused_and_kept() {
    let folder = Folder::new("refused", &[]);
    folder.refuses(
        "--update-baseline",
        "`--update-baseline` needs a file: give `--baseline FILE`, or `baseline` in the configuration",
    );
    let none = "this is no baseline of ftlkit: it has no `version`";
    let texts = [
        ("", format!("b.toml:1:1: {none}")),
        ("a = A\n[b]\n", "b.toml:1:5: string values must be quoted, expected literal string".to_owned()),
    ];
    for (text, expected) in texts {
        folder.write("b.toml", text);
        for args in [
            "--baseline b.toml",
            "--baseline b.toml --update-baseline",
            "--baseline b.toml --update-baseline=rewrite",
        ] {
            folder.refuses(args, &expected);
        }
        assert_eq!(folder.read("b.toml"), text);
    }
    fs::write(folder.0.join("b.toml"), b"\xff").unwrap();
    folder.refuses("--baseline b.toml", "cannot read `b.toml`: it is not UTF-8");
    folder.refuses("--baseline i18n", "cannot read `i18n`: it is not a regular file");
    let output = folder.run_in("", "--baseline gone/b.toml --update-baseline");
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("error: cannot write `gone/b.toml`: "), "{stderr}");
    assert_eq!(output.status.code(), Some(2));
}

/// What could not be read may well have the findings that seem to be gone.
#[cfg(unix)]
#[test]
fn where_something_cannot_be_read_it_stays() {
    let folder = Folder::new("unreadable", &[("i18n/fr/a.ftl", NL)]);
    folder.check("--baseline b.toml --update-baseline", &[], &wrote(8), 0);
    let before = folder.read("b.toml");
    fs::remove_file(folder.0.join("i18n/fr/a.ftl")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.0.join("i18n/fr/a.ftl")).unwrap();
    let (found, stderr, status) = folder.check_in("", "--baseline b.toml --update-baseline");
    assert_eq!((found, status), (Vec::new(), 2), "{stderr}");
    assert!(stderr.starts_with("`b.toml` stays as it is, because not everything could be read"), "{stderr}");
    assert_eq!(folder.read("b.toml"), before);
}
