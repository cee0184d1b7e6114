//! `--changed-since`, in real repositories.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder with repositories in it.
struct Folder(PathBuf);

const EN: &str = "a = A { $n }\nb = B\n";
const NL: &str = "a = A { $x }\n";

impl Folder {
    fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("ftlkit-since-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).unwrap();
        Self(root.canonicalize().unwrap())
    }

    /// A repository in which the faulty files are committed, on the branch `main`.
    fn project(name: &str) -> Self {
        let folder = Self::new(name);
        folder.git(".", "init --quiet --initial-branch main");
        folder.write("i18n/en/a.ftl", EN);
        folder.write("i18n/nl/a.ftl", NL);
        folder.commit(".");
        folder
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn git(&self, at: &str, args: &str) -> String {
        let mut command = Command::new("git");
        let settings =
            ["user.name=A", "user.email=a@example.org", "protocol.file.allow=always", "commit.gpgsign=false"];
        for setting in settings {
            command.args(["-c", setting]);
        }
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(variable);
        }
        let output = command.args(args.split(' ')).current_dir(self.0.join(at)).output().unwrap();
        assert!(output.status.success(), "git {args}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    fn commit(&self, at: &str) -> String {
        self.git(at, "add --all");
        self.git(at, "commit --quiet --message M");
        self.git(at, "rev-parse HEAD")
    }

    fn ftlkit(&self, at: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ftlkit"));
        command.current_dir(self.0.join(at));
        command
    }

    fn run(&self, at: &str, args: &str) -> Output {
        self.ftlkit(at)
            .args(args.split(' '))
            .args(["--format", "concise", "--ignore", "missing-variable"])
            .output()
            .unwrap()
    }

    /// What is found: path and rule. What is said about the comparison. The exit status.
    fn found(&self, at: &str, args: &str) -> (Vec<String>, String, i32) {
        let output = self.run(at, args);
        let stdout = String::from_utf8(output.stdout).unwrap();
        let place = |line: &str| {
            let path = line.split(".ftl").next().unwrap().to_owned();
            format!("{path} {}", line.rsplit_once('[').unwrap().1.trim_end_matches(']'))
        };
        let stderr = String::from_utf8(output.stderr).unwrap();
        let said =
            stderr.lines().filter(|line| !line.contains("reference en")).collect::<Vec<_>>().join("\n");
        (stdout.lines().map(place).collect(), said, output.status.code().unwrap())
    }

    #[track_caller]
    fn check(&self, at: &str, args: &str, expected: &[&str]) -> String {
        let (found, said, status) = self.found(at, args);
        assert_eq!(found, expected, "{said}");
        assert!(said.starts_with("compared with "), "{said}");
        assert_eq!(status, i32::from(!expected.is_empty()), "{said}");
        said
    }

    #[track_caller]
    fn refuses(&self, at: &str, args: &str, expected: &str) {
        let (found, said, status) = self.found(at, args);
        assert_eq!((found, said.as_str(), status), (Vec::new(), expected, 2));
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn short(commit: &str) -> &str {
    commit.get(..12).unwrap()
}

const GAP: &str = "i18n/nl/a missing-message";
const FAULT: &str = "i18n/nl/a unknown-variable";

#[test]
fn the_working_tree_is_compared_with_a_commit() {
    let folder = Folder::project("tree");
    let first = folder.git(".", "rev-parse HEAD");
    let said = folder.check(".", "--changed-since HEAD", &[]);
    let all = ": 2 findings about what has not changed are left out";
    assert_eq!(said, format!("compared with {} (`HEAD`){all}", short(&first)));
    // Changed, and neither staged nor committed; then staged, then committed.
    folder.write("i18n/en/a.ftl", &format!("{EN}c = C\n"));
    folder.check(".", "--changed-since main", &[GAP]);
    folder.git(".", "add --all");
    folder.check(".", "--changed-since main", &[GAP]);
    let second = folder.commit(".");
    folder.check(".", "--changed-since main", &[]);
    folder.check(".", &format!("--changed-since {first}"), &[GAP]);
    folder.check(".", &format!("--changed-since {}", &second.get(..7).unwrap()), &[]);
    folder.check(".", "--changed-since HEAD~1", &[GAP]);
    // Files that git does not know yet, and those that are gone.
    folder.write("i18n/fr/a.ftl", "a = A { $x }\n");
    folder.check(
        ".",
        "--changed-since HEAD",
        &["i18n/fr/a missing-message", "i18n/fr/a missing-message", "i18n/fr/a unknown-variable"],
    );
    fs::remove_dir_all(folder.0.join("i18n/fr")).unwrap();
    folder.write("i18n/nl/a.ftl", "");
    folder.check(".", "--changed-since HEAD", &[GAP]);
    let output =
        folder.ftlkit(".").args(["--changed-since", "HEAD", "--format", "json=r.json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let json = fs::read_to_string(folder.0.join("r.json")).unwrap();
    assert!(json.contains("\"unchanged\": 2\n"), "{json}");
    // It is independent of the exit status of everything else.
    folder.git(".", "checkout --quiet i18n");
    assert_eq!(folder.run(".", "check").status.code(), Some(1));
}

#[test]
fn of_a_branch_the_commit_where_this_one_left_it() {
    let folder = Folder::project("branch");
    let first = folder.git(".", "rev-parse HEAD");
    folder.git(".", "checkout --quiet -b work");
    folder.write("i18n/en/a.ftl", &format!("{EN}c = C\n"));
    folder.commit(".");
    // Meanwhile the fault was touched on main: that is not the doing of this branch.
    folder.git(".", "checkout --quiet main");
    folder.write("i18n/nl/a.ftl", "a = Aa { $n }\n");
    folder.commit(".");
    folder.git(".", "checkout --quiet work");
    let said = folder.check(".", "--changed-since main", &[GAP]);
    let left_out = ": 2 findings about what has not changed are left out";
    assert_eq!(said, format!("compared with {} (where this branch left `main`){left_out}", short(&first)));
    folder.refuses(".", "--changed-since main...work", "error: `main...work` is a range: expected one revision; the commit that it shares with HEAD is found by itself");
    // Without common history there is nothing but the revision itself.
    folder.git(".", "checkout --quiet --orphan other");
    folder.commit(".");
    let said = folder.check(".", "--changed-since main", &[GAP, FAULT]);
    assert!(said.contains("(`main`, with which no common history is known)"), "{said}");
}

#[test]
fn renamed_files_and_folders_stay_what_they_were() {
    let folder = Folder::project("renamed");
    let nl = format!("{NL}old = O\n");
    folder.write("i18n/nl/a.ftl", &nl);
    folder.commit(".");
    folder.git(".", "mv i18n texts");
    folder.check(".", "--changed-since HEAD", &[]);
    folder.git(".", "mv texts/nl/a.ftl texts/nl/b.ftl");
    folder.git(".", "mv texts/en/a.ftl texts/en/b.ftl");
    folder.check(".", "--changed-since HEAD", &[]);
    folder.write("texts/nl/b.ftl", &nl.replace("A {", "Aa {"));
    folder.check(".", "--changed-since HEAD", &["texts/nl/b unknown-variable"]);
}

#[test]
fn it_works_from_any_folder() {
    let folder = Folder::project("folder");
    folder.write("i18n/en/a.ftl", &format!("{EN}c = C\n"));
    fs::create_dir(folder.0.join("docs")).unwrap();
    for (at, path, expected) in [
        ("i18n", ".", "nl/a missing-message"),
        ("i18n/nl", ".", "a missing-message"),
        ("i18n", "../i18n/nl", "nl/a missing-message"),
        (".", "i18n/nl/a.ftl", GAP),
        (".", "i18n/en/a.ftl", GAP),
    ] {
        let found = folder.found(at, &format!("{path} --changed-since HEAD"));
        assert!(found.0.len() == 1 && found.0[0].ends_with(expected), "{path} in {at}: {found:?}");
    }
    let outside = Folder::new("outside");
    let path = folder.0.display().to_string();
    let found = outside.found(".", &format!("{path} --changed-since HEAD"));
    assert_eq!(found.0, [format!("{path}/{GAP}")], "{}", found.1);
    // A second working tree of the same repository.
    folder.commit(".");
    folder.git(".", "worktree add --quiet ../ftlkit-since-worktree HEAD~1");
    let tree = Folder(folder.0.parent().unwrap().join("ftlkit-since-worktree"));
    tree.check(".", "--changed-since HEAD", &[]);
    tree.write("i18n/nl/a.ftl", "a = Aa { $x }\n");
    tree.check(".", "--changed-since main", &[FAULT]);
}

/// Hooks name the repository that they run in, relative to its folder.
#[test]
fn hooks_do_not_lead_it_astray() {
    let folder = Folder::project("hook");
    folder.write("i18n/en/a.ftl", &format!("{EN}c = C\n"));
    let mut command = folder.ftlkit("i18n");
    command.envs([("GIT_DIR", ".git"), ("GIT_INDEX_FILE", "/nowhere/index"), ("GIT_WORK_TREE", "/")]);
    let output = command.args(["--changed-since", "HEAD", "--format", "concise"]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1, "{output:?}");
}

#[test]
fn a_configuration_that_has_changed_is_said() {
    let folder = Folder::project("configuration");
    let all = "2 findings about what has not changed are left out";
    folder.write("ftlkit.toml", "functions = []\n");
    let said = folder.check(".", "--changed-since HEAD", &[]);
    assert!(
        said.ends_with(&format!("{all}, also where that is due to `ftlkit.toml`, which has changed")),
        "{said}"
    );
    folder.commit(".");
    assert!(folder.check(".", "--changed-since HEAD", &[]).ends_with(all));
    folder.write("ftlkit.toml", "functions = []\r\n");
    assert!(folder.check(".", "--changed-since HEAD", &[]).ends_with(all));
    folder.write("ftlkit.toml", "functions = [\"NUMBER\"]\n");
    let found = folder.check("i18n", "--changed-since HEAD", &[]);
    assert!(found.ends_with("ftlkit.toml`, which has changed"), "{found}");
}

#[test]
fn line_ends_of_a_checkout_are_no_change() {
    let folder = Folder::project("crlf");
    folder.write("i18n/nl/a.ftl", &NL.replace('\n', "\r\n"));
    folder.check(".", "--changed-since HEAD", &[]);
}

#[test]
fn a_submodule_is_compared_with_what_it_was() {
    let folder = Folder::new("submodule");
    fs::create_dir(folder.0.join("texts")).unwrap();
    folder.git("texts", "init --quiet --initial-branch main");
    folder.write("texts/i18n/en/a.ftl", EN);
    folder.write("texts/i18n/nl/a.ftl", NL);
    folder.commit("texts");
    fs::create_dir(folder.0.join("app")).unwrap();
    folder.git("app", "init --quiet --initial-branch main");
    folder.write("app/x", "");
    folder.commit("app");
    folder.git("app", "submodule --quiet add ../texts lib/texts");
    let added = |at: &str, revision: &str| folder.found(at, &format!("--changed-since {revision}")).0;
    let gap = "lib/texts/i18n/nl/a missing-message";
    assert_eq!(added("app", "HEAD"), [gap, "lib/texts/i18n/nl/a unknown-variable"], "the submodule is new");
    folder.commit("app");
    assert_eq!(added("app", "HEAD"), Vec::<String>::new());
    // What the submodule has become since, with a commit of its own.
    folder.write("app/lib/texts/i18n/en/a.ftl", &format!("{EN}c = C\n"));
    folder.commit("app/lib/texts");
    assert_eq!(added("app", "HEAD"), [gap]);
    assert_eq!(added("app/lib/texts", "HEAD"), Vec::<String>::new());
    assert_eq!(added("app/lib/texts", "HEAD~1"), ["i18n/nl/a missing-message"]);
}

#[test]
fn what_git_does_not_know_is_status_two() {
    let folder = Folder::project("unknown");
    for revision in ["nope", "0123456789012345678901234567890123456789", "HEAD:i18n", "v1.0"] {
        let expected = format!(
            "error: unknown revision `{revision}`: expected a branch, a tag or a commit of this repository"
        );
        folder.refuses(".", &format!("--changed-since {revision}"), &expected);
    }
    folder.refuses(
        ".",
        "--changed-since=--all",
        "error: unknown revision `--all`: expected a branch, a tag or a commit of this repository",
    );
    folder.refuses(
        ".",
        "--changed-since=",
        "error: unknown revision ``: expected a branch, a tag or a commit of this repository",
    );
    // A clone with a part of the history.
    let origin = folder.git(".", "rev-parse HEAD");
    folder.write("i18n/nl/a.ftl", "a = Aa { $x }\n");
    folder.commit(".");
    let clones = Folder::new("shallow");
    clones.git(".", &format!("clone --quiet --depth 1 file://{} clone", folder.0.display()));
    let (found, said, status) = clones.found("clone", &format!("--changed-since {origin}"));
    assert_eq!((found.len(), status), (0, 2));
    let expected = format!(
        "error: unknown revision `{origin}`: this clone has only a part of the history; fetch all of it (`fetch-depth: 0` "
    );
    assert!(said.starts_with(&expected), "{said}");
    // No repository, and no git.
    let none = Folder::new("none");
    none.write("i18n/en/a.ftl", EN);
    none.write("i18n/nl/a.ftl", NL);
    none.refuses(
        ".",
        "--changed-since HEAD",
        "error: `.` is in no git repository: `--changed-since` compares with a commit of one",
    );
    let output = folder.ftlkit(".").args(["--changed-since", "HEAD"]).env("PATH", "").output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        stderr.contains("error: cannot run `git`, which `--changed-since` asks what has changed: "),
        "{stderr}"
    );
    assert_eq!(output.status.code(), Some(2));
    // A repository without a commit.
    none.git(".", "init --quiet");
    none.refuses(
        ".",
        "--changed-since HEAD",
        "error: unknown revision `HEAD`: expected a branch, a tag or a commit of this repository",
    );
}

#[test]
fn it_goes_with_a_baseline() {
    let folder = Folder::project("baseline");
    let args = "--baseline b.toml --update-baseline";
    assert_eq!(folder.found(".", args).2, 0);
    // Of an old fault that is touched and a new gap, the baseline still knows neither; of what is mended it says so.
    folder.write("i18n/en/a.ftl", &format!("{EN}c = C\n"));
    let both = "--baseline b.toml --changed-since HEAD";
    let (found, said, _) = folder.found(".", both);
    assert_eq!(found, [GAP], "{said}");
    folder.write("i18n/nl/a.ftl", "a = A { $n }\nb = B\nc = C\n");
    let (found, said, status) = folder.found(".", both);
    assert_eq!((found.len(), status), (0, 0), "{said}");
    assert!(said.contains("2 findings of `b.toml` no longer occur"), "{said}");
    // What goes wrong is told before anything is written.
    let before = fs::read(folder.0.join("b.toml")).unwrap();
    let (_, said, status) = folder.found(".", "--baseline b.toml --update-baseline --changed-since nope");
    assert_eq!((said.contains("unknown revision `nope`"), status), (true, 2), "{said}");
    assert_eq!(fs::read(folder.0.join("b.toml")).unwrap(), before);
    // Updating looks at everything.
    folder.git(".", "checkout --quiet i18n");
    let (_, said, _) = folder.found(".", &format!("{both} --update-baseline"));
    assert!(!said.contains("b.toml"), "{said}");
}

#[cfg(unix)]
#[test]
fn names_may_be_any_bytes_and_links_lead_on() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::project("bytes");
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9 \"x\"\n.ftl");
    for (locale, text) in [("en", EN), ("nl", NL)] {
        fs::write(folder.0.join("i18n").join(locale).join(name), text).unwrap();
    }
    folder.commit(".");
    assert_eq!(folder.found(".", "--changed-since HEAD").0, Vec::<String>::new());
    fs::write(folder.0.join("i18n/nl").join(name), "a = Aa { $x }\n").unwrap();
    let output = folder.run(".", "--changed-since HEAD");
    assert_eq!(String::from_utf8_lossy(&output.stdout).matches("[unknown-variable]").count(), 1);
    // Texts behind a link are those that the link leads to.
    let folder = Folder::project("link");
    fs::rename(folder.0.join("i18n"), folder.0.join("common")).unwrap();
    std::os::unix::fs::symlink("../common", folder.0.join("app")).unwrap_or_default();
    fs::create_dir(folder.0.join("program")).unwrap();
    std::os::unix::fs::symlink("../common", folder.0.join("program/i18n")).unwrap();
    folder.commit(".");
    let at = Path::new("program").display().to_string();
    assert_eq!(folder.found(&at, "--changed-since HEAD").0, Vec::<String>::new());
    folder.write("common/nl/a.ftl", "a = Aa { $x }\n");
    assert_eq!(folder.found(&at, "--changed-since HEAD").0, [FAULT]);
}
