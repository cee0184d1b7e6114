//! `--fix` and `--diff` on real files: what changes, what stays, and what happens where something stands in the way.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let root = std::env::temp_dir().join(format!("ftlkit-fixing-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        let folder = Self(root);
        for (path, text) in files {
            folder.write(path, text);
        }
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

    fn names(&self, path: &str) -> Vec<String> {
        let entries = fs::read_dir(self.0.join(path)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn run(&self, args: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ftlkit"));
        command.args(args.split_whitespace()).current_dir(&self.0).output().unwrap()
    }

    /// Runs it, and says what the last line on standard error was, and the exit status.
    fn told(&self, args: &str) -> (String, i32) {
        let output = self.run(args);
        let stderr = String::from_utf8(output.stderr).unwrap();
        (stderr.lines().last().unwrap_or_default().to_owned(), output.status.code().unwrap())
    }

    #[track_caller]
    fn check(&self, args: &str, said: &str, status: i32) {
        let (told, code) = self.told(args);
        assert_eq!((told.as_str(), code), (said, status), "{args}");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const EN: &str = "a = A { $name }\nb = B { $name }\n";
const NL: &str = "a = A { $nmae }\nb = B { $nmae }\n";
const FILES: &[(&str, &str)] = &[("i18n/en/a.ftl", EN), ("i18n/nl/a.ftl", NL)];

#[test]
fn no_byte_changes_that_need_not() {
    let before = "# Een opmerking\r\n\r\na   =\r\n  A { $nmae }\r\n# b\r\nb = B {$name}\t \r\n";
    let folder = Folder::new("bytes", &[("i18n/en/a.ftl", EN), ("i18n/nl/a.ftl", before)]);
    folder.check("--fix", "fixed 1 finding in 1 file", 0);
    assert_eq!(folder.read("i18n/nl/a.ftl"), before.replace("nmae", "name"));
}

/// A patch does to the files what `--fix` does.
#[test]
fn a_patch_can_be_applied() {
    let files = [
        ("i18n/en/a.ftl", EN),
        ("i18n/nl/a.ftl", "a = A { $nmae }\r\nb = B { $name }\r\n# oud\r\nc = C"),
        ("i18n/nl/old file.ftl", "x = X\n"),
    ];
    let (patched, fixed) = (Folder::new("patch", &files), Folder::new("patch-fixed", &files));
    let patch = patched.run("--diff --unsafe-fixes");
    assert_eq!(patch.status.code(), Some(1));
    assert_eq!(patched.read("i18n/nl/a.ftl"), files[1].1, "--diff has written something");
    fs::write(patched.0.join("fix.patch"), &patch.stdout).unwrap();
    let git = Command::new("git").args(["apply", "fix.patch"]).current_dir(&patched.0).output().unwrap();
    assert!(git.status.success(), "{}", String::from_utf8_lossy(&git.stderr));
    fixed.check("--fix --unsafe-fixes", "fixed 3 findings in 2 files (1 removed)", 0);
    assert_eq!(patched.read("i18n/nl/a.ftl"), fixed.read("i18n/nl/a.ftl"));
    assert_eq!(
        (patched.names("i18n/nl"), fixed.names("i18n/nl")),
        (vec!["a.ftl".into()], vec!["a.ftl".into()])
    );
    patched.check("--diff --unsafe-fixes", "would fix nothing", 0);
}

/// No program applies a patch to what lies outside of its folder.
#[test]
fn a_patch_of_files_elsewhere_starts_at_the_top() {
    let folder = Folder::new("patch-outside", FILES);
    folder.write("src/empty", "");
    let git = |args: &[&str]| {
        let output = Command::new("git").args(args).current_dir(&folder.0).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    git(&["init", "--quiet"]);
    let absolute = folder.0.join("i18n");
    for path in [Path::new("../i18n"), &absolute] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ftlkit"));
        command.arg("--diff").arg(path).current_dir(folder.0.join("src"));
        fs::write(folder.0.join("fix.patch"), command.output().unwrap().stdout).unwrap();
        git(&["apply", "fix.patch"]);
        assert_eq!(folder.read("i18n/nl/a.ftl"), EN);
        folder.write("i18n/nl/a.ftl", NL);
    }
}

#[test]
fn only_what_is_shown_is_fixed() {
    let quiet = format!("# ftlkit-ignore: unknown-variable -- why not\n{NL}");
    let files = [
        ("i18n/en/a.ftl", EN),
        ("i18n/en/b.ftl", "c = C { $name }\n"),
        ("i18n/fr/a.ftl", NL),
        ("i18n/nl/a.ftl", quiet.as_str()),
        ("i18n/nl/b.ftl", "c = C { $nmae }\n"),
    ];
    let folder = Folder::new("shown", &files);
    folder.check("--fix --select duplicate-id", "fixed nothing", 0);
    folder.check("--fix i18n/nl/b.ftl --locale fr", "fixed nothing", 0);
    folder.check("--fix i18n/nl/b.ftl", "fixed 1 finding in 1 file", 0);
    folder.check("--fix --locale nl --ignore missing-file", "fixed 1 finding in 1 file", 0);
    assert_eq!(folder.read("i18n/nl/a.ftl"), quiet.replace("B { $nmae }", "B { $name }"));
    assert_eq!(folder.read("i18n/fr/a.ftl"), NL);
    // What remains is reported, and decides the exit status.
    folder.check("--fix", "fixed 2 findings in 1 file", 1);
    assert_eq!(folder.read("i18n/fr/a.ftl"), EN);
}

#[test]
fn what_the_baseline_knows_is_left_alone() {
    let folder = Folder::new("baseline", FILES);
    folder.run("--baseline known.toml --update-baseline");
    folder.check("--baseline known.toml --fix", "fixed nothing", 0);
    folder.check("--baseline known.toml --diff", "would fix nothing", 0);
    assert_eq!(folder.read("i18n/nl/a.ftl"), NL);
    folder.write("i18n/nl/a.ftl", &NL.replace("B {", "Bé {"));
    folder.check("--baseline known.toml --fix --update-baseline", "fixed 1 finding in 1 file", 0);
    assert_eq!(folder.read("i18n/nl/a.ftl"), "a = A { $nmae }\nb = Bé { $name }\n");
    folder.check("--no-baseline --fix", "fixed 1 finding in 1 file", 0);
    // Where a baseline is made, it knows what could not be fixed.
    let fresh = Folder::new("baseline-fresh", &[FILES[0], ("i18n/nl/a.ftl", "a = A { $nmae }\n")]);
    fresh.check("--baseline known.toml --update-baseline --fix", "fixed 1 finding in 1 file", 0);
    assert!(fresh.read("known.toml").contains("missing-message"));
    assert!(!fresh.read("known.toml").contains("unknown-variable"));
}

/// A file has many findings about no message: one that is hidden hides no other.
#[test]
fn what_is_hidden_hides_no_other_line() {
    let old = "a =\n\tA { $name }\nc = C\n";
    let folder = Folder::new("hidden-line", &[("i18n/en/a.ftl", EN), ("i18n/nl/a.ftl", old)]);
    let args = "--baseline known.toml --select tab-in-blank";
    folder.run(&format!("{args} --update-baseline"));
    folder.check(&format!("{args} --fix"), "fixed nothing", 0);
    folder.write("i18n/nl/a.ftl", &format!("{old}b =\n\tB {{ $name }}\n"));
    folder.check(&format!("{args} --fix"), "fixed 1 finding in 1 file", 0);
    assert_eq!(folder.read("i18n/nl/a.ftl"), format!("{old}b =\n    B {{ $name }}\n"));
}

/// A finding is known by its text, which fixes change: what was known stays so, and the patch says it as well.
#[test]
fn what_the_baseline_knows_stays_known() {
    let files = [
        ("i18n/en/a.ftl", "a = A { $name }\nb = B { $name }\n"),
        ("i18n/nl/a.ftl", "a = A dit dit { $x }\nb = B { $y }\n"),
        ("ftlkit.toml", "baseline = \"ci/known.toml\"\n"),
        ("ci/README", ""),
    ];
    let (fixed, patched) = (Folder::new("follow", &files), Folder::new("follow-patch", &files));
    for folder in [&fixed, &patched] {
        folder.run("--update-baseline --unsafe-fixes --fix --select unknown-variable");
    }
    let args = "--select unknown-variable,repeated-word --unsafe-fixes";
    let output = fixed.run(&format!("{args} --fix --fail-on info"));
    let stderr = String::from_utf8(output.stderr).unwrap();
    let said = "`ci/known.toml` knows 1 finding by its new text now\nfixed 1 finding in 1 file\n";
    assert!(stderr.ends_with(said), "{stderr}");
    assert_eq!(output.status.code(), Some(0));
    let patch = patched.run(&format!("{args} --diff"));
    fs::write(patched.0.join("fix.patch"), &patch.stdout).unwrap();
    let git = Command::new("git").args(["apply", "fix.patch"]).current_dir(&patched.0).output().unwrap();
    assert!(git.status.success(), "{}", String::from_utf8_lossy(&git.stderr));
    for path in ["i18n/nl/a.ftl", "ci/known.toml"] {
        assert_eq!(fixed.read(path), patched.read(path));
    }
    assert_eq!(fixed.told("--select unknown-variable,repeated-word --fail-on info").1, 0);
}

/// Findings of rules and locales that do not run in the meantime stay known as well.
#[test]
fn what_is_not_looked_at_stays_known() {
    let files = [
        ("i18n/en/a.ftl", "a = the the A { $name }\nb = B\n"),
        ("i18n/nl/a.ftl", "a = A dit dit { $x } { -t }\n    .extra = Nog nog een\nb = B { -t }\n"),
        ("i18n/nl/b.ftl", "c = C\n"),
        ("ftlkit.toml", "baseline = \"known.toml\"\n"),
    ];
    for (args, said) in [
        ("--select repeated-word", "`known.toml` knows 4 findings by their new texts now"),
        ("--select repeated-word --locale nl", "`known.toml` knows 4 findings by their new texts now"),
        ("--select repeated-word --locale en", "`known.toml` knows 2 findings by their new texts now"),
    ] {
        let folder = Folder::new("follow-others", &files);
        folder.run("--update-baseline");
        assert_eq!(folder.told("--fail-on info").1, 0);
        let output = folder.run(&format!("{args} --fix --unsafe-fixes"));
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(stderr.contains(said), "{args}: {stderr}");
        assert_eq!(folder.told("--fail-on info").1, 0, "{args}");
    }
}

/// Two findings of one rule in one text, of which the baseline knows one.
#[test]
fn what_is_hidden_hides_no_other_of_its_entry() {
    let terms = "-brand = B\n-old = O\n";
    let text = "a = { -old } { -brnad }\n";
    let folder = Folder::new("hidden-entry", &[("i18n/en/a.ftl", "a = A\n"), ("i18n/nl/a.ftl", "")]);
    folder.write("i18n/nl/a.ftl", &format!("{terms}{text}"));
    let args = "--baseline known.toml --select unknown-term-reference";
    folder.run(&format!("{args} --update-baseline"));
    // The first of two is taken for the one that is known.
    let terms = "-brand = B\n";
    folder.write("i18n/nl/a.ftl", &format!("{terms}{text}"));
    folder.check(&format!("{args} --fix"), "fixed 1 finding in 1 file", 0);
    assert_eq!(folder.read("i18n/nl/a.ftl"), format!("{terms}a = {{ -old }} {{ -brand }}\n"));
    assert_eq!(folder.told(&format!("{args} --fail-on info")).1, 0);
}

#[test]
fn what_has_not_changed_is_left_alone() {
    let folder = Folder::new("since", FILES);
    let git = |args: &str| {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=a", "-c", "user.email=a@example.org"]).args(args.split(' '));
        assert!(git.current_dir(&folder.0).output().unwrap().status.success(), "git {args}");
    };
    git("init --quiet");
    git("add .");
    git("commit --quiet --message first");
    folder.write("i18n/nl/a.ftl", &NL.replace("B {", "Bé {"));
    assert_eq!(folder.told("--changed-since no-such-thing --fix").1, 2);
    folder.check("--changed-since HEAD --fix", "fixed 1 finding in 1 file", 0);
    assert_eq!(folder.read("i18n/nl/a.ftl"), "a = A { $nmae }\nb = Bé { $name }\n");
}

#[test]
fn reports_are_about_what_is_left() {
    let folder = Folder::new("left", &[("i18n/en/a.ftl", EN), ("i18n/nl/a.ftl", "a = A { $nmae }\n")]);
    let output = folder.run("--fix --format json");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let rules: Vec<&str> =
        report["diagnostics"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect();
    assert_eq!((rules.as_slice(), output.status.code()), (["missing-message"].as_slice(), Some(1)));
}

/// Arguments that are wrong are told before anything is written.
#[test]
fn nothing_is_written_where_the_command_is_wrong() {
    let folder = Folder::new("wrong", FILES);
    for args in [
        "--fix --min-coverage xx=90",
        "--fix --baseline none.toml",
        "--unsafe-fixes",
        "--diff --format json",
        "--diff --baseline b.toml --update-baseline",
        "--fix --select no-such-rule",
    ] {
        assert_eq!(folder.told(args).1, 2, "{args}");
    }
    assert_eq!(folder.read("i18n/nl/a.ftl"), NL);
    assert_eq!(folder.names(""), ["i18n"]);
}

#[test]
fn bytes_that_are_not_text_stay() {
    let folder = Folder::new("bytes-kept", &[FILES[0]]);
    fs::create_dir_all(folder.0.join("i18n/nl")).unwrap();
    fs::write(folder.0.join("i18n/nl/a.ftl"), b"a = A { $nmae }\nb = \xff { $name }\n").unwrap();
    folder.check("--fix", "fixed nothing", 1);
    assert!(fs::read(folder.0.join("i18n/nl/a.ftl")).unwrap().contains(&0xff));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links_and_permissions_stay() {
        let folder = Folder::new("links", &[FILES[0], ("common/a.ftl", NL)]);
        for locale in ["nl", "fr"] {
            fs::create_dir_all(folder.0.join("i18n").join(locale)).unwrap();
            symlink("../../common/a.ftl", folder.0.join("i18n").join(locale).join("a.ftl")).unwrap();
        }
        let common = folder.0.join("common/a.ftl");
        fs::set_permissions(&common, fs::Permissions::from_mode(0o604)).unwrap();
        // The same file under two names is fixed once, and is right for both.
        folder.check("--fix i18n", "fixed 2 findings in 1 file", 0);
        assert_eq!(folder.read("common/a.ftl"), EN);
        assert!(fs::symlink_metadata(folder.0.join("i18n/nl/a.ftl")).unwrap().is_symlink());
        assert_eq!(fs::metadata(&common).unwrap().permissions().mode() & 0o777, 0o604);
        assert_eq!(folder.names("common"), ["a.ftl"]);
    }

    /// Runs it in a shell with a limit to the size of files, as on a disk that is full.
    fn run_with_little_room(folder: &Folder, before: &str) -> Output {
        let script = format!("{before} ulimit -f 8; exec \"$0\" --fix");
        let mut command = Command::new("sh");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_ftlkit")]).current_dir(&folder.0).output().unwrap()
    }

    fn large() -> [(&'static str, String); 3] {
        let lines = |name: &str| {
            (0..2000).fold(String::new(), |text, number| text + &format!("m{number} = M {{ ${name} }}\n"))
        };
        [
            ("i18n/en/a.ftl", lines("name")),
            ("i18n/nl/a.ftl", lines("nmae")),
            ("i18n/nl/b.ftl", "x = X { $nmae }\n".to_owned()),
        ]
    }

    fn folder_with_large(name: &str) -> Folder {
        let large = large();
        let mut files: Vec<(&str, &str)> = large.iter().map(|(path, text)| (*path, text.as_str())).collect();
        files.push(("i18n/en/b.ftl", "x = X { $name }\n"));
        Folder::new(name, &files)
    }

    #[test]
    fn a_full_disk_loses_nothing() {
        let folder = folder_with_large("full");
        let output = run_with_little_room(&folder, "trap '' XFSZ;");
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(stderr.contains("error: cannot fix `i18n/nl/a.ftl`: "), "{stderr}");
        assert!(stderr.ends_with("fixed 1 finding in 1 file\n"), "{stderr}");
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(folder.read("i18n/nl/a.ftl"), large()[1].1);
        assert_eq!(folder.read("i18n/nl/b.ftl"), "x = X { $name }\n");
        assert_eq!(folder.names("i18n/nl"), ["a.ftl", "b.ftl"], "a draft was left behind");
        // What was not written is still found.
        let stdout = String::from_utf8(output.stdout).unwrap();
        assert!(stdout.ends_with("found 2,000 errors in 4 files\n"), "{stdout}");
    }

    /// The system ends the process in the middle of writing.
    #[test]
    fn an_interruption_loses_nothing() {
        let folder = folder_with_large("interrupted");
        let output = run_with_little_room(&folder, "");
        assert_eq!(output.status.code(), None, "the process was to be ended by a signal");
        assert_eq!(folder.read("i18n/nl/a.ftl"), large()[1].1);
        // What it left behind is in nobody's way.
        folder.check("--fix", "fixed 2,001 findings in 2 files", 0);
    }

    #[test]
    fn a_folder_that_is_closed_stays_as_it_is() {
        let folder = Folder::new("closed", FILES);
        let closed = folder.0.join("i18n/nl");
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
        let is_closed = fs::write(closed.join("x"), "").is_err();
        let (told, status) = folder.told("--fix");
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
        // Permissions do not hold for the superuser.
        if is_closed {
            assert_eq!((told.as_str(), status), ("fixed nothing", 2));
            assert_eq!(folder.read("i18n/nl/a.ftl"), NL);
        }
    }

    /// Else what was known would be found anew, by the text that fixes have given it.
    #[test]
    fn nothing_is_fixed_where_the_baseline_cannot_follow() {
        let text = "a = A dit dit { $x }\nb = B\n";
        let files = [
            ("i18n/en/a.ftl", "a = A { $name }\nb = B\n"),
            ("i18n/nl/a.ftl", text),
            ("ftlkit.toml", "baseline = \"ci/known.toml\"\n"),
            ("ci/README", ""),
        ];
        let folder = Folder::new("closed-baseline", &files);
        folder.run("--update-baseline --select unknown-variable");
        let closed = folder.0.join("ci");
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
        let is_closed = fs::write(closed.join("x"), "").is_err();
        let fix = "--select unknown-variable,repeated-word --unsafe-fixes --fix";
        let output = folder.run(fix);
        let fixed = folder.read("i18n/nl/a.ftl");
        // What changes nothing that is known is fixed all the same.
        folder.write("i18n/nl/a.ftl", &text.replace("b = B", "b = B dit dit").replace("dit dit {", "dit {"));
        folder.run("--select repeated-word --unsafe-fixes --fix");
        let fixed_besides = folder.read("i18n/nl/a.ftl");
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(fixed_besides, "a = A dit { $x }\nb = B dit\n");
        // Permissions do not hold for the superuser.
        if is_closed {
            let stderr = String::from_utf8(output.stderr).unwrap();
            assert!(stderr.contains("error: cannot write `ci/known.toml`: "), "{stderr}");
            assert_eq!(output.status.code(), Some(2));
            assert_eq!(fixed, text, "the file was fixed, and the baseline does not know it any more");
        }
    }

    #[test]
    fn a_name_as_long_as_can_be_is_no_obstacle() {
        let name = "a".repeat(251);
        let (en, nl) = (format!("i18n/en/{name}.ftl"), format!("i18n/nl/{name}.ftl"));
        let folder = Folder::new("long", &[(&en, EN), (&nl, NL)]);
        folder.check("--fix", "fixed 2 findings in 1 file", 0);
        assert_eq!(fs::read_to_string(Path::new(&folder.0).join(&nl)).unwrap(), EN);
    }
}
