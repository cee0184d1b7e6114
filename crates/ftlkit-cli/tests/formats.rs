//! Formats that other programs read, held against their schemas.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

/// Runs the command on the input of a scenario.
fn run(scenario: &str, args: &[&str]) -> Value {
    let input = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(scenario).join("input");
    let output = Command::new(env!("CARGO_BIN_EXE_ftlkit"))
        .args(args)
        .arg("--no-config")
        .current_dir(input)
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A schema of the documentation. Readers ignore fields that they do not know; here every field must be described.
fn schema(name: &str) -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    let mut schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    close(&mut schema);
    jsonschema::validator_for(&schema).unwrap()
}

fn close(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.values_mut().for_each(close);
            if object.get("type") == Some(&json!("object")) {
                object.insert("additionalProperties".to_owned(), json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

/// The schema of what `check` reports.
const REPORT: &str = "report.schema.json";

#[track_caller]
fn check_json(scenario: &str, args: &[&str]) -> Value {
    let report = run(scenario, args);
    let name = if args.first() == Some(&"status") { "status.schema.json" } else { REPORT };
    let errors: Vec<String> = schema(name)
        .iter_errors(&report)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    report
}

#[test]
fn json_is_as_its_schema_says() {
    let report = check_json("json", &["--format", "json"]);
    let found = report["diagnostics"].as_array().unwrap();
    assert!(found.iter().any(|one| one["fix"].is_object()), "no fix was looked at");
    assert!(found.iter().any(|one| one["range"].is_null()), "no finding without a place was looked at");
    check_json("findings", &["--format", "json"]);
    // A configuration file that leads to no project is about none.
    let report = check_json("misdirected", &["--format", "json", "gone"]);
    assert_eq!(report["projects"], json!([]));
    assert_eq!(report["diagnostics"][0]["project"], Value::Null);
    check_json("clean", &["--format", "json"]);
    check_json("status", &["--format", "json"]);
}

#[test]
fn status_is_as_its_schema_says() {
    let status = check_json("status", &["status", "--format", "json", "--files"]);
    assert!(status["projects"][0]["locales"][0]["files"][0]["path"].is_string(), "no file was looked at");
    check_json("status", &["status", "--format", "json"]);
    check_json("clean", &["status", "--format", "json", "--locale", "nl"]);
    let schema = schema("status.schema.json");
    let wrong: [(&str, Value); 5] = [
        ("/version", json!(2)),
        ("/projects/0/locales/0/words", json!(-1)),
        ("/projects/0/locales/0/coverage", json!(1.5)),
        ("/projects/0/locales/0/files/0/path", Value::Null),
        ("/projects/0", json!({ "root": "i18n", "unknown": 1 })),
    ];
    for (place, value) in wrong {
        let mut status = status.clone();
        *status.pointer_mut(place).unwrap() = value;
        assert!(!schema.is_valid(&status), "{place}");
    }
}

/// A schema that accepts everything would prove nothing.
#[test]
fn the_schema_refuses_what_is_wrong() {
    let report = run("json", &["--format", "json"]);
    let schema = schema(REPORT);
    assert!(schema.is_valid(&report));
    let wrong: [(&str, Value); 7] = [
        ("/version", json!(2)),
        ("/summary/errors", json!(-1)),
        ("/diagnostics/0/path", Value::Null),
        ("/diagnostics/0/severity", json!("fatal")),
        ("/diagnostics/0/related", Value::Null),
        ("/projects/0/locales/0/coverage", json!(1.5)),
        ("/projects/0", json!({ "root": "i18n", "unknown": 1 })),
    ];
    for (place, value) in wrong {
        let mut report = report.clone();
        *report.pointer_mut(place).unwrap() = value;
        assert!(!schema.is_valid(&report), "{place}");
    }
}

/// The types were generated from the official schema. They drop what the schema does not know, so that a report that
/// comes back as it was has no property too many, none too few, and every value of the right kind.
#[test]
fn sarif_is_as_the_standard_says() {
    for scenario in ["findings", "json", "clean"] {
        let report = run(scenario, &["--format", "sarif"]);
        let read: serde_sarif::sarif::Sarif = serde_json::from_value(report.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), report, "{scenario}");
    }
    let report = run("json", &["--format", "sarif"]);
    let comes_back = |report: &Value| {
        let read = serde_json::from_value::<serde_sarif::sarif::Sarif>(report.clone());
        read.ok().and_then(|read| serde_json::to_value(read).ok()).as_ref() == Some(report)
    };
    assert!(comes_back(&report));
    for (place, value) in [
        ("/runs/0/tool", json!({})),
        ("/runs/0/results/0", json!({ "ruleId": "unknown-variable" })),
        ("/runs/0/results/0/level", json!("fatal")),
        ("/runs/0/invocations/0", json!({ "executionSuccessful": true, "unknown": 1 })),
    ] {
        let mut report = report.clone();
        *report.pointer_mut(place).unwrap() = value;
        assert!(!comes_back(&report), "{place}");
    }
}

/// What the schema does not say and the standard does.
#[test]
fn sarif_results_point_at_their_rules() {
    let report = run("json", &["--format", "sarif", "--select", "unknown-variable,missing-message"]);
    let run = &report["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    for rule in rules {
        for key in ["shortDescription", "fullDescription", "help"] {
            assert!(rule[key]["text"].as_str().is_some_and(|text| !text.is_empty()), "{rule}");
        }
    }
    let [missing, unknown] = results.as_slice() else { panic!("{results:?}") };
    assert_eq!(missing["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "i18n/nl/app.ftl");
    assert_eq!(
        missing["locations"][0]["physicalLocation"]["region"],
        json!({ "startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1 })
    );
    assert_eq!(
        unknown["locations"][0]["physicalLocation"]["region"],
        json!({ "startLine": 1, "startColumn": 18, "endLine": 1, "endColumn": 23 })
    );
    assert_eq!(
        unknown["fixes"][0]["artifactChanges"][0]["replacements"][0],
        json!({
            "deletedRegion": { "startLine": 1, "startColumn": 19, "endLine": 1, "endColumn": 23 },
            "insertedContent": { "text": "name" },
        })
    );
    assert_ne!(missing["partialFingerprints"], unknown["partialFingerprints"]);
}
