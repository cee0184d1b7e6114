//! What shells are told: the words that they offer, and the pages of the manual.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::path::Path;
use std::process::Command;

/// The input of a scenario, to be in while somebody types.
fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/status/input")
}

fn text(args: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_ftlkit")).args(args).env("COLUMNS", "100").output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The commands that the help lists.
fn commands() -> Vec<String> {
    let help = text(&["-h"]);
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    list.lines().map(|line| line.split_whitespace().next().unwrap().to_owned()).collect()
}

/// What is offered for the last word, as scripts ask for it.
fn offered(line: &str) -> Vec<String> {
    let words: Vec<&str> = line.split(' ').collect();
    let output = Command::new(env!("CARGO_BIN_EXE_ftlkit"))
        .arg("--")
        .args(&words)
        .env("FTLKIT_COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string())
        .current_dir(folder())
        .output()
        .unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[track_caller]
fn offers(line: &str, expected: &[&str]) {
    let offered = offered(line);
    let missing: Vec<_> = expected.iter().filter(|word| !offered.iter().any(|it| it == *word)).collect();
    assert!(missing.is_empty(), "`{line}` does not offer {missing:?}, but {offered:?}");
}

#[test]
fn words_are_offered_where_they_fit() {
    let commands = commands();
    assert!(commands.len() > 6, "{commands:?}");
    offers("ftlkit ", &commands.iter().map(String::as_str).collect::<Vec<_>>());
    offers("ftlkit --se", &["--select"]);
    for option in ["--select", "--ignore", "--error", "--warn", "--info"] {
        offers(&format!("ftlkit {option} par"), &["parity"]);
        offers(&format!("ftlkit check {option} missing-m"), &["missing-message"]);
    }
    offers("ftlkit --select parity,missing-m", &["parity,missing-message"]);
    offers("ftlkit --select parity missing-m", &["missing-message"]);
    offers("ftlkit explain unknown-v", &["unknown-variable"]);
    offers("ftlkit check --format ", &["full", "json", "sarif", "junit", "markdown"]);
    offers("ftlkit status --format ", &["text", "json", "markdown"]);
    offers("ftlkit --fail-on ", &["error", "warning", "info", "never"]);
    offers("ftlkit --locale ", &["en", "es", "es-MX", "nl"]);
    offers("ftlkit man ", &["check", "status"]);
    offers("ftlkit completions ", &["bash", "zsh", "fish", "powershell", "elvish"]);
    offers("ftlkit check i18n/n", &["i18n/nl/"]);
    assert_eq!(offered("ftlkit explain no-such-rule"), [""; 0]);
}

#[test]
fn every_rule_is_offered() {
    let rules = text(&["rules"]);
    let rules =
        rules.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    let rules: Vec<&str> = rules.map(|line| line.split(' ').next().unwrap()).collect();
    assert!(rules.len() > 50, "{rules:?}");
    offers("ftlkit explain ", &rules);
}

#[test]
fn each_shell_gets_a_script_that_calls_back() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = text(&["completions", shell]);
        assert!(script.contains("FTLKIT_COMPLETE") && script.contains("ftlkit"), "{shell}: {script}");
    }
}

/// The script and the program together, in a shell.
#[cfg(unix)]
#[test]
fn bash_completes() {
    let program = Path::new(env!("CARGO_BIN_EXE_ftlkit"));
    let path = format!("{}:{}", program.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let script = "source <(ftlkit completions bash)
        COMP_WORDS=(ftlkit explain unknown-v) COMP_CWORD=2 COMP_TYPE=9
        $(complete -p ftlkit | sed 's/.*-F \\([^ ]*\\) .*/\\1/') ftlkit unknown-v explain
        printf '%s\\n' \"${COMPREPLY[@]}\"";
    let output = Command::new("bash").args(["-c", script]).env("PATH", path).output().unwrap();
    assert_eq!(
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)),
        ("unknown-variable\n".into(), "".into())
    );
}

/// The long options that a help page lists.
fn options(help: &str) -> Vec<&str> {
    let words = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let mut options: Vec<&str> =
        words.flat_map(|line| line.split([' ', ',', '['])).filter(|word| word.starts_with("--")).collect();
    options.sort_unstable();
    options.dedup();
    options
}

#[track_caller]
fn manual(command: Option<&str>) {
    let page = text(&["man"].into_iter().chain(command).collect::<Vec<_>>()).replace("\\-", "-");
    let help = text(&command.into_iter().chain(["--help"]).collect::<Vec<_>>());
    let options = options(&help);
    assert!(!options.is_empty(), "{help}");
    // Headings that do not belong to `clap` are those of what stands below the options.
    let headings = help.lines().filter(|line| line.ends_with(':') && !line.starts_with(' '));
    let own = headings.filter(|heading| !["Arguments:", "Commands:", "Options:"].contains(heading));
    let sections: Vec<String> = own.map(|heading| heading.trim_end_matches(':').to_uppercase()).collect();
    for part in options.into_iter().chain(sections.iter().map(String::as_str)) {
        assert!(page.contains(part), "the page about {command:?} lacks `{part}`");
    }
}

#[test]
fn the_manual_says_what_the_help_says() {
    manual(None);
    commands().iter().filter(|name| *name != "help").for_each(|name| manual(Some(name)));
}

#[test]
fn a_page_that_does_not_exist_is_refused() {
    let output = Command::new(env!("CARGO_BIN_EXE_ftlkit")).args(["man", "chekc"]).output().unwrap();
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: unknown command `chekc`: did you mean `check`?\n"
    );
    assert_eq!(output.status.code(), Some(2));
}
