//! What the rules say about themselves: `docs/rules.md`, and the list for tools.

use std::fs;
use std::path::Path;
use std::process::Command;

use ftlkit::rules::RULES;
use ftlkit::{Config, check_texts};

#[test]
fn the_page_of_rules_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules.md");
    let output =
        Command::new(env!("CARGO_BIN_EXE_ftlkit")).args(["rules", "--format", "markdown"]).output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, page).unwrap();
        return;
    }
    let written = fs::read_to_string(&path).unwrap();
    let command = "cargo run -p ftlkit-cli -- rules --format markdown > docs/rules.md";
    assert!(written == page, "docs/rules.md is stale; write it anew: {command}");
}

#[test]
fn tools_get_a_list_of_all_rules() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_ftlkit")).args(["rules", "--format", "json"]).output().unwrap();
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["version"], 1);
    let rules = document["rules"].as_array().unwrap();
    assert_eq!(rules.len(), RULES.len());
    for (shown, rule) in rules.iter().zip(RULES) {
        assert_eq!(shown["name"], rule.name());
        assert_eq!(shown["group"], rule.group().name(), "{shown}");
        assert_eq!(shown["severity"], rule.severity().name(), "{shown}");
        assert_eq!(shown["default"], rule.is_default(), "{shown}");
        let summary = shown["summary"].as_str().unwrap();
        assert!(summary.ends_with('.') && rule.explanation().what.starts_with(summary), "{shown}");
        // What can be fixed in the bad example is what the list says.
        let config = Config { select: vec!["all".to_owned()], ..rule.example_config() };
        let report = check_texts(rule.explanation().bad, &config).unwrap();
        let found = report.diagnostics.iter().filter(|found| found.rule() == rule.name());
        let fixes: Vec<bool> = found.filter_map(|found| Some(found.fix()?.safe)).collect();
        let fix = match fixes.as_slice() {
            [] => None,
            fixes => Some(if fixes.contains(&true) { "safe" } else { "unsafe" }),
        };
        assert_eq!(shown["fix"].as_str(), fix, "{shown}");
    }
}
