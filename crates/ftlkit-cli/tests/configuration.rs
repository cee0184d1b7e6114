//! What a configuration file changes, where it is found, and how it is refused.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let root = std::env::temp_dir().join(format!("ftlkit-config-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        let project = [
            (".git/HEAD", ""),
            ("i18n/en/a.ftl", "a = A { $x }\nxdg-a = Some words here\n"),
            ("i18n/fr/a.ftl", "a = A { $x }\nxdg-a = Some words here\n"),
            ("i18n/nl/a.ftl", "a = A\nold = O\n"),
        ];
        for (path, text) in project.iter().chain(files) {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self(root)
    }

    fn run(&self, at: &str, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ftlkit"));
        command.args(args).current_dir(self.0.join(at)).output().unwrap()
    }

    /// The rule, severity and locale of each finding, and how many were kept quiet.
    fn findings(&self, at: &str, args: &[&str]) -> (Vec<String>, u64) {
        let output = self.run(at, &[args, &["--format", "json"]].concat());
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(!text.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap_or("none").to_owned();
        let line = |found: &serde_json::Value| {
            format!("{} {} {}", text(&found["locale"]), text(&found["severity"]), text(&found["rule"]))
        };
        let found = json["diagnostics"].as_array().unwrap().iter().map(line).collect();
        (found, json["summary"]["suppressed"].as_u64().unwrap())
    }

    #[track_caller]
    fn refuses(&self, args: &[&str], expected: &str) {
        let output = self.run("", args);
        assert_eq!(String::from_utf8_lossy(&output.stderr), format!("error: {expected}\n"));
        assert_eq!(output.status.code(), Some(2));
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const USUAL: [&str; 4] = [
    "fr warning untranslated",
    "nl error missing-message",
    "nl warning missing-variable",
    "nl warning extra-message",
];

#[test]
fn severities_hang_on_rule_locale_and_path() {
    let folder = Folder::new("severity", &[]);
    assert_eq!(folder.findings("", &[]).0, USUAL);
    let config = "[rules]\nparity = \"info\"\nmissing-variable = \"error\"\nuntranslated = \"off\"\n\
        [[overrides]]\nlocales = [\"nl\"]\nrules = { extra-message = \"off\" }\n\
        [[overrides]]\npaths = [\"i18n/fr/**\"]\nrules = { untranslated = \"error\" }\n";
    let folder = Folder::new("severity-file", &[("ftlkit.toml", config)]);
    let expected =
        ["fr error untranslated", "nl info missing-message", "nl error missing-variable"].map(str::to_owned);
    assert_eq!(folder.findings("", &[]).0, expected);
    // Paths are relative to the file, wherever the command is run.
    assert_eq!(folder.findings("i18n", &[]).0, expected);
    assert_eq!(folder.findings("", &["--no-config"]).0, USUAL);
    // What is typed comes before what is written.
    let typed = folder.findings("", &["--warn", "missing-message", "--ignore", "untranslated"]).0;
    assert_eq!(typed, ["nl warning missing-message", "nl error missing-variable"]);
}

#[test]
fn a_manifest_can_hold_it() {
    let manifest =
        |table: &str| format!("[workspace]\nmembers = []\n[{table}.metadata.ftlkit]\nreference = \"nl\"\n");
    let folder = Folder::new("manifest", &[("Cargo.toml", &manifest("workspace"))]);
    let stderr = folder.run("", &[]).stderr;
    let stderr = String::from_utf8_lossy(&stderr);
    assert!(stderr.contains("reference nl") && stderr.contains("as `Cargo.toml` says"), "{stderr}");
    let folder = Folder::new("package", &[("Cargo.toml", &manifest("package"))]);
    assert!(String::from_utf8_lossy(&folder.run("i18n", &[]).stderr).contains("reference nl"));
    assert!(String::from_utf8_lossy(&folder.run("", &["--reference", "fr"]).stderr).contains("reference fr"));
    let both = manifest("workspace") + "[package.metadata.ftlkit]\n";
    Folder::new("both", &[("Cargo.toml", &both)])
        .refuses(&[], "Cargo.toml:5:1: a package and its workspace cannot both configure `ftlkit`");
}

#[test]
fn ids_are_ignored_by_pattern_and_counted() {
    let config = "[[ignore]]\nids = [\"xdg-*\"]\nreason = \"names\"\n";
    let folder = Folder::new("ignore", &[("other.toml", config)]);
    let (found, suppressed) = folder.findings("", &["--config", "other.toml"]);
    assert_eq!(found, ["nl warning missing-variable", "nl warning extra-message"]);
    assert_eq!(suppressed, 2);
    let config = "[[ignore]]\nids = [\"xdg-*\"]\nlocales = [\"nl\"]\nrules = [\"untranslated\"]\n";
    let folder = Folder::new("ignore-not", &[("ftlkit.toml", config)]);
    let all = ["none warning unused-suppression"].into_iter().chain(USUAL).map(str::to_owned).collect();
    assert_eq!(folder.findings("", &[]), (all, 0));
    let output = folder.run("", &["--select", "unused-suppression", "--format", "concise"]);
    assert!(String::from_utf8_lossy(&output.stdout).is_empty(), "what did not run is not unused");
    let output = folder.run("", &[]);
    let shown = String::from_utf8_lossy(&output.stdout);
    let expected = "warning[unused-suppression]: no finding is ignored by this\n --> ftlkit.toml:2:7\n  |\n\
        2 | ids = [\"xdg-*\"]\n  |       ^^^^^^^^^\n";
    assert!(shown.starts_with(expected), "{shown}");
}

#[test]
fn options_of_rules_hold() {
    let config =
        "[rules.untranslated]\nseverity = \"error\"\n\n[rules.max-length]\nlengths = { \"*\" = 9 }\n";
    let folder = Folder::new("options", &[("ftlkit.toml", config)]);
    let (found, _) = folder.findings("", &["--locale", "fr"]);
    assert_eq!(found, ["fr error max-length", "fr error untranslated"]);
    let config = "[rules.untranslated]\nwords = 9\n";
    let folder = Folder::new("options-more", &[("ftlkit.toml", config)]);
    assert_eq!(folder.findings("", &["--locale", "fr"]), (Vec::new(), 0));
}

#[test]
fn required_locales_need_files() {
    let folder = Folder::new("required", &[("ftlkit.toml", "required = [\"de\"]\n")]);
    let (found, _) = folder.findings("", &["--select", "missing-file", "missing-message"]);
    assert_eq!(found, ["de error missing-file", "nl warning missing-message"]);
}

#[test]
fn what_it_cannot_mean_is_refused() {
    let folder = Folder::new("refused", &[("ftlkit.toml", "\nrequird = [\"fr\"]\n")]);
    folder.refuses(&[], "ftlkit.toml:2:1: unknown key `requird`: did you mean `required`?");
    folder.refuses(&["status"], "ftlkit.toml:2:1: unknown key `requird`: did you mean `required`?");
    let output = folder.run("", &["--config", "gone.toml"]);
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: cannot read `gone.toml`: "));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn init_writes_what_holds_anyway_and_only_once() {
    let folder = Folder::new("init", &[]);
    assert_eq!(folder.run("", &["init"]).status.code(), Some(0));
    assert_eq!(folder.findings("", &[]).0, USUAL);
    folder.refuses(&["init"], "`ftlkit.toml` is there already, and stays as it is");
}

#[test]
fn comments_keep_findings_quiet() {
    let nl = "# ftlkit-ignore: missing-variable -- too long\na = A\n# ftlkit-ignore: parity\nold = O\n";
    let en =
        "a = A { $x }\n# ftlkit-ignore: missing-message, untranslated -- a name\nxdg-a = Some words here\n";
    let folder = Folder::new("comments", &[("i18n/nl/a.ftl", nl), ("i18n/en/a.ftl", en)]);
    assert_eq!(folder.findings("", &[]), (Vec::new(), 4));
}

#[test]
fn a_configured_folder_is_a_boundary_from_inside_a_locale_too() {
    let manifest = "[package]\nname = \"p3\"\n[package.metadata.ftlkit]\nreference = \"en\"\n";
    let other = [("p2/i18n/en/a.ftl", "z = Z\n"), ("p2/i18n/nl/a.ftl", "z = Z\n")];
    for (name, file, text) in [
        ("boundary", "p1/ftlkit.toml", "reference = \"en\"\n"),
        ("boundary-manifest", "p1/Cargo.toml", manifest),
    ] {
        let own = [(file, text), ("p1/i18n/en/a.ftl", "a = A\n"), ("p1/i18n/fr/a.ftl", "a = A\n")];
        let folder = Folder::new(name, &[&own[..], &other].concat());
        for at in ["p1", "p1/i18n", "p1/i18n/fr"] {
            let output = folder.run(at, &["status", "--format", "json"]);
            let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(json["projects"].as_array().unwrap().len(), 1, "{at}: {json}");
            let locales = json["projects"][0]["locales"].as_array().unwrap();
            let tags: Vec<&str> = locales.iter().filter_map(|locale| locale["tag"].as_str()).collect();
            assert!(!tags.contains(&"nl"), "{at}: {json}");
        }
    }
}

#[test]
fn what_is_read_is_never_overwritten() {
    let folder = Folder::new("targets", &[]);
    let refuse = |path: &str, what: &str| {
        format!("`{path}` would be overwritten, and has the name of a {what}: give another name")
    };
    folder.refuses(&["--format", "json=i18n/fr/a.ftl"], &refuse("i18n/fr/a.ftl", "translation"));
    let text = fs::read_to_string(folder.0.join("i18n/fr/a.ftl")).unwrap();
    assert!(text.starts_with("a = A"), "{text}");
    folder.refuses(
        &["--baseline", "ftlkit.toml", "--update-baseline"],
        &refuse("ftlkit.toml", "configuration file"),
    );
    assert!(!folder.0.join("ftlkit.toml").exists());
    folder.refuses(&["--config", "."], "cannot read `.`: it is not a regular file");
}

#[test]
fn all_stands_for_every_rule() {
    let folder = Folder::new("all", &[]);
    let (found, _) = folder.findings("", &["--select", "all", "--locale", "nl", "--ignore", "typography"]);
    for expected in USUAL.iter().filter(|line| line.starts_with("nl ")) {
        assert!(found.iter().any(|line| line == expected), "{expected}: {found:?}");
    }
    let (found, _) =
        folder.findings("", &["--select", "parity", "--info", "all", "--error", "extra-message"]);
    assert_eq!(found, ["nl info missing-message", "nl info missing-variable", "nl error extra-message"]);
    assert!(folder.findings("", &["--ignore", "all"]).0.is_empty());
}

/// As `-W warnings` of the compiler: what runs is a warning, and nothing more runs.
#[test]
fn a_severity_for_all_switches_nothing_on() {
    const TEXT: (&str, &str) = ("i18n/nl/a.ftl", "a = A dit dit\nold = O\n");
    let folder = Folder::new("warn-all", &[TEXT]);
    assert!(folder.findings("", &["--select", "all"]).0.contains(&"nl info repeated-word".to_owned()));
    let usual = folder.findings("", &[]).0;
    let warnings: Vec<String> = usual.iter().map(|line| line.replace(" error ", " warning ")).collect();
    assert_ne!(usual, warnings);
    assert_eq!(folder.findings("", &["--warn", "all"]).0, warnings);
    let errors: Vec<String> = warnings.iter().map(|line| line.replace(" warning ", " error ")).collect();
    assert_eq!(folder.findings("", &["--warn", "all", "--error", "parity,untranslated"]).0, errors);
    // A group that is named is switched on, and one that is switched off stays off.
    let file = |text| Folder::new("warn-all-file", &[TEXT, ("ftlkit.toml", text)]).findings("", &[]).0;
    assert_eq!(file("[rules]\nall = \"warning\"\n"), warnings);
    assert_eq!(file("[rules]\nall = \"warning\"\nparity = \"error\"\nuntranslated = \"error\"\n"), errors);
    let off = Folder::new("warn-all-off", &[TEXT, ("ftlkit.toml", "[rules]\nparity = \"off\"\n")]);
    assert_eq!(
        off.findings("", &["--error", "all"]).0,
        off.findings("", &[]).0.iter().map(|line| line.replace(" warning ", " error ")).collect::<Vec<_>>()
    );
    assert_eq!(file("[rules]\nall = \"off\"\nextra-message = \"info\"\n"), ["nl info extra-message"]);
}

#[test]
fn a_report_of_tests_has_only_the_files_that_were_judged() {
    let folder = Folder::new("judged", &[]);
    let paths = |args: &[&str]| {
        let output = folder.run("", &[args, &["--format", "junit"]].concat());
        let text = String::from_utf8(output.stdout).unwrap();
        let paths = ["en", "fr", "nl"].map(|tag| (tag, format!("<testcase name=\"i18n/{tag}/a.ftl\"")));
        let mut tags: Vec<&str> =
            paths.into_iter().filter(|(_, start)| text.contains(start)).map(|(tag, _)| tag).collect();
        tags.sort_unstable();
        tags
    };
    assert_eq!(paths(&[]), ["en", "fr", "nl"]);
    assert_eq!(paths(&["--locale", "nl"]), ["nl"]);
    assert_eq!(paths(&["i18n/fr/a.ftl"]), ["fr"]);
    assert_eq!(folder.run("", &["i18n/fr/a.ftl", "--format", "json"]).status.code(), Some(0));
}
