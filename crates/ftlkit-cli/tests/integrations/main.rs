//! What others copy: the action, the hook, and the examples of the documentation.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise"
)]

mod yaml;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn help(command: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_ftlkit")).args([command, "--help"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The options of a text that are written in full.
fn options(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let is_option = |word: &&str| {
        word.strip_prefix("--").is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    words.filter(is_option).collect()
}

/// The blocks of code of a language, without the indentation of their first line.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    page.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// An empty folder with a faulty project, as a server would check it out.
#[cfg(unix)]
fn checkout(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("ftlkit-integration-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    for (path, text) in [
        ("i18n/en/app.ftl", "hello = Hello, { $name }!\nbye = Goodbye\n"),
        ("i18n/nl/app.ftl", "hello = Hallo, { $nmae }!\n"),
    ] {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Runs a script as servers run it, with the program installed; gives the exit status and what it printed.
#[cfg(unix)]
fn bash(script: &str, folder: &Path, variables: &[(&str, &str)]) -> (Option<i32>, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_ftlkit")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let output = Command::new("bash")
        .args(["--noprofile", "--norc", "-euo", "pipefail", "-c", script])
        .envs(variables.iter().copied())
        .env("PATH", path)
        .current_dir(folder)
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(text).unwrap())
}

#[test]
fn the_action_declares_what_it_uses() {
    let text = read("action.yml");
    let action = yaml::read(&text);
    for key in ["name", "description"] {
        assert!(action[key].is_string(), "an action needs `{key}`");
    }
    assert_eq!(action["runs"]["using"], "composite");
    let declared: BTreeSet<&str> = action["inputs"].as_object().unwrap().keys().map(String::as_str).collect();
    let used: BTreeSet<&str> =
        text.split("inputs.").skip(1).map(|rest| rest.split([' ', '}']).next().unwrap()).collect();
    assert_eq!(declared, used);
    // The table of the documentation names the same.
    let page = read("docs/ci.md");
    for (name, input) in action["inputs"].as_object().unwrap() {
        assert!(input["description"].is_string() && input.get("default").is_some(), "{name}");
        assert!(page.contains(&format!("\n| `{name}` | ")), "docs/ci.md lacks the input `{name}`");
    }
    let check = help("check");
    let known = options(&check);
    for step in action["runs"]["steps"].as_array().unwrap() {
        let script = step["run"].as_str().unwrap_or_default();
        assert_eq!(
            step.get("run").is_some(),
            step.get("shell").is_some(),
            "a script needs its shell: {step}"
        );
        // What git and cargo are told is not for this program.
        let own = script.lines().filter(|line| line.contains("command")).collect::<Vec<_>>().join("\n");
        let unknown: Vec<_> = options(&own).into_iter().filter(|option| !known.contains(option)).collect();
        assert!(unknown.is_empty(), "`ftlkit check` has no {unknown:?}");
        assert!(!script.contains("${{"), "a value in a script could be a command: pass it as a variable");
    }
}

/// A step of the action, by its id.
#[cfg(unix)]
fn step(id: &str) -> String {
    let action = yaml::read(&read("action.yml"));
    let mut steps = action["runs"]["steps"].as_array().unwrap().iter();
    steps.find(|step| step["id"] == id).unwrap()["run"].as_str().unwrap().to_owned()
}

#[cfg(unix)]
#[test]
fn the_action_checks() {
    let folder = checkout("action");
    let summary = folder.join("summary.md");
    fs::write(&summary, "before\n").unwrap();
    let run = |changes: &[(&str, &str)]| {
        let usual = [
            ("INPUT_PATH", "."),
            ("INPUT_ARGS", ""),
            ("INPUT_FAIL_ON", "error"),
            ("INPUT_SARIF", ""),
            ("INPUT_SUMMARY", "false"),
            ("GITHUB_STEP_SUMMARY", summary.to_str().unwrap()),
        ];
        bash(&step("check"), &folder, &[&usual[..], changes].concat())
    };
    let (status, text) = run(&[("INPUT_SUMMARY", "true"), ("INPUT_SARIF", "out.sarif")]);
    assert_eq!(status, Some(1), "{text}");
    assert!(text.contains("::error file=i18n/nl/app.ftl,line=1"), "{text}");
    assert!(fs::read_to_string(folder.join("out.sarif")).unwrap().contains("unknown-variable"));
    let shown = fs::read_to_string(&summary).unwrap();
    assert!(shown.starts_with("before\n") && shown.contains("| nl | 50.0% |"), "{shown}");
    let (status, text) = run(&[("INPUT_FAIL_ON", "never")]);
    assert_eq!(status, Some(0), "{text}");
    let (status, text) = run(&[("INPUT_ARGS", "--ignore parity references\n  --locale nl")]);
    assert_eq!((status, text.contains("::error")), (Some(0), false), "{text}");
    let (status, text) = run(&[("INPUT_PATH", "i18n/nl\n\ni18n/en\n")]);
    assert_eq!(status, Some(1), "{text}");
    let (status, text) = run(&[("INPUT_PATH", "no such folder; touch broken")]);
    assert_eq!(status, Some(2), "{text}");
    let (status, text) = run(&[("INPUT_ARGS", "$(touch broken) *")]);
    assert_eq!(status, Some(2), "{text}");
    assert!(!folder.join("broken").exists());
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(unix)]
#[test]
fn the_action_takes_what_is_installed() {
    let folder = checkout("find");
    let output = folder.join("output");
    let variables =
        [("GITHUB_OUTPUT", output.to_str().unwrap()), ("GITHUB_ACTION_PATH", root().to_str().unwrap())]
            .map(|(name, value)| (name, value.to_owned()));
    let variables: Vec<(&str, &str)> =
        variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (status, text) = bash(&step("find"), &folder, &variables);
    assert_eq!((status, text.as_str()), (Some(0), ""));
    assert_eq!(fs::read_to_string(&output).unwrap(), "installed=true\n");
    // Nothing but what the system brings is in the path now.
    fs::remove_file(&output).unwrap();
    let script = format!("PATH=/usr/bin:/bin\n{}", step("find"));
    let (status, text) = bash(&script, &folder, &variables);
    assert_eq!((status, text.as_str()), (Some(0), ""));
    let written = fs::read_to_string(&output).unwrap();
    let key = written.lines().find_map(|line| line.strip_prefix("key=")).unwrap();
    assert!(key.len() >= 40 && key.bytes().all(|byte| byte.is_ascii_hexdigit()), "{written}");
    assert!(written.contains("/target/release/ftlkit\n") && !written.contains("installed"), "{written}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_hook_is_as_pre_commit_asks() {
    let hooks = yaml::read(&read(".pre-commit-hooks.yaml"));
    let [hook] = hooks.as_array().unwrap().as_slice() else { panic!("{hooks}") };
    for key in ["id", "name", "description", "entry", "language", "files"] {
        assert!(hook[key].as_str().is_some_and(|value| !value.is_empty()), "the hook lacks `{key}`");
    }
    assert_eq!(hook["language"], "script");
    let mut entry = hook["entry"].as_str().unwrap().split(' ');
    let script = root().join(entry.next().unwrap());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&script).unwrap().permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{} cannot be run", script.display());
    }
    assert!(script.is_file());
    assert!(!help(entry.next().unwrap()).is_empty());
    let files = regex_lite::Regex::new(hook["files"].as_str().unwrap()).unwrap();
    for path in ["a.ftl", "locales/nl/a.ftl", "ftlkit.toml", "app/i18n.toml", "l10n.toml", "crowdin.yml"] {
        assert!(files.is_match(path), "{path} does not start the hook");
    }
    for path in ["a.ftl.md", "Cargo.toml", "src/ftl.rs", "my-i18n.toml"] {
        assert!(!files.is_match(path), "{path} starts the hook");
    }
}

/// The script that builds the program: it runs what is built where it is called, and says what is missing.
#[cfg(unix)]
#[test]
fn the_script_runs_what_is_built() {
    use std::os::unix::fs::PermissionsExt;
    let folder = checkout("script");
    let copy = folder.join("copy/.ci/ftlkit");
    fs::create_dir_all(copy.parent().unwrap()).unwrap();
    fs::copy(root().join(".ci/ftlkit"), &copy).unwrap();
    let (status, text) = bash("PATH=/usr/bin:/bin copy/.ci/ftlkit check", &folder, &[]);
    // Where cargo stands beside the other programs, it finds nothing to build.
    assert_eq!(status, Some(2), "{text}");
    assert!(text.starts_with("error: "), "{text}");
    let program = folder.join("copy/target/release/ftlkit");
    fs::create_dir_all(program.parent().unwrap()).unwrap();
    fs::write(&program, "#!/bin/sh\necho \"$PWD\" \"$@\"\nexit 1\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let (status, text) = bash("cd i18n; ../copy/.ci/ftlkit check --select 'a b'", &folder, &[]);
    assert_eq!(status, Some(1), "{text}");
    assert!(text.ends_with("/i18n check --select a b\n"), "{text}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_examples_of_yaml_are_valid() {
    for page in ["README.md", "docs/ci.md"] {
        let blocks = blocks(&read(page), "yaml");
        assert!(!blocks.is_empty(), "{page}");
        for block in blocks {
            let example = yaml::read(&block);
            assert!(example.is_object() || example.is_array(), "{block}");
        }
    }
}

/// The job is run, but for what installs the program.
#[cfg(unix)]
#[test]
fn the_job_for_gitlab_runs() {
    let blocks = blocks(&read("docs/ci.md"), "yaml");
    let block = blocks.iter().find(|block| block.contains("codequality:")).unwrap();
    let job = &yaml::read(block)["translations"];
    let lines = job["script"].as_array().unwrap().iter().map(|line| line.as_str().unwrap());
    let lines: Vec<&str> = lines.filter(|line| !line.starts_with("cargo install")).collect();
    let folder = checkout("gitlab");
    let (status, text) = bash(&lines.join("\n"), &folder, &[("CARGO_INSTALL_ROOT", ".ftlkit")]);
    assert_eq!(status, Some(1), "{text}");
    let report =
        |name: &str| fs::read_to_string(folder.join(job["artifacts"]["reports"][name].as_str().unwrap()));
    let quality: Value = serde_json::from_str(&report("codequality").unwrap()).unwrap();
    assert_eq!(quality.as_array().unwrap().len(), 2);
    assert!(report("junit").unwrap().contains("<testsuites name=\"ftlkit\""));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_documentation_lists_every_format() {
    let help = help("check");
    let list = help.split("--format").nth(1).unwrap().split("Possible values:").nth(1).unwrap();
    let list = list.split("[default").next().unwrap();
    let formats: Vec<&str> =
        list.lines().filter_map(|line| line.trim().strip_prefix("- ")?.split(':').next()).collect();
    assert!(formats.len() > 5, "{help}");
    let page = read("docs/ci.md");
    let table: Vec<&str> = page.lines().filter(|line| line.starts_with("| `")).collect();
    for format in formats {
        assert!(table.iter().any(|row| row.contains(&format!("`{format}`"))), "docs/ci.md lacks `{format}`");
    }
}

/// What the documentation says to type is what the program takes.
#[test]
fn the_documentation_names_only_options_that_exist() {
    let commands = ["check", "status", "explain", "rules", "init", "completions", "man"];
    let help: String = commands.map(help).concat() + &help("-h");
    let known = options(&help);
    for page in ["README.md", "docs/ci.md", "docs/checking.md"] {
        let text = read(page);
        // Options of other programs stand in lines that name these.
        let others = ["cargo", "git ", "gh pr", "browse", "hreflang", "reviewdog -f"];
        let lines = text.lines().filter(|line| !others.iter().any(|other| line.contains(other)));
        for line in lines {
            let unknown: Vec<_> =
                options(line).into_iter().filter(|option| !known.contains(option)).collect();
            assert!(unknown.is_empty(), "{page} names {unknown:?}, which does not exist: {line}");
        }
    }
}
