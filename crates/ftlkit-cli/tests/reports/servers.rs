//! Reports for servers of continuous integration, read as these servers read them.

use std::collections::HashSet;
use std::fs;

use serde_json::{Value, json};

use crate::xml::Element;
use crate::{here, input, json_report, report};

const SCENARIOS: [&str; 6] = ["findings", "groups", "json", "clean", "misdirected", "hostile"];

/// The number of findings, as `--format json` counts them.
fn findings(scenario: &str) -> usize {
    json_report(&input(scenario), &["--format", "json"])["diagnostics"].as_array().unwrap().len()
}

fn schema(name: &str) -> jsonschema::Validator {
    let text = fs::read_to_string(here().join("tests/schemas").join(name)).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

#[track_caller]
fn check(schema: &jsonschema::Validator, report: &Value) {
    let errors: Vec<String> =
        schema.iter_errors(report).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// A schema that accepts everything would prove nothing.
#[track_caller]
fn refuses(schema: &jsonschema::Validator, report: &Value, wrong: &[(&str, Value)]) {
    check(schema, report);
    for (place, value) in wrong {
        let mut report = report.clone();
        *report.pointer_mut(place).unwrap() = value.clone();
        assert!(!schema.is_valid(&report), "the schema accepts {value} at {place}");
    }
}

#[test]
fn gitlab_reports_have_every_field() {
    let schema = schema("gitlab.json");
    for scenario in SCENARIOS {
        let report = json_report(&input(scenario), &["--format", "gitlab"]);
        check(&schema, &report);
        let issues = report.as_array().unwrap();
        assert_eq!(issues.len(), findings(scenario), "{scenario}");
        let fingerprints: HashSet<&str> =
            issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
        assert_eq!(fingerprints.len(), issues.len(), "{scenario}: two findings have one fingerprint");
    }
    refuses(
        &schema,
        &json_report(&input("json"), &["--format", "gitlab"]),
        &[
            ("/0/severity", json!("error")),
            ("/0/fingerprint", Value::Null),
            ("/0/location/lines/begin", json!(0)),
            ("/0/location/path", json!("./i18n/nl/app.ftl")),
        ],
    );
}

/// A finding that was there before stays the same one when the file around it changes.
#[test]
fn fingerprints_stay() {
    let folder = std::env::temp_dir().join(format!("ftlkit-fingerprints-{}", std::process::id()));
    let nl = folder.join("i18n/nl/a.ftl");
    fs::create_dir_all(nl.parent().unwrap()).unwrap();
    fs::create_dir_all(folder.join("i18n/en")).unwrap();
    let write = |en: &str, text: &str| {
        fs::write(folder.join("i18n/en/a.ftl"), en).unwrap();
        fs::write(folder.join("i18n/en/b.ftl"), en).unwrap();
        fs::write(&nl, text).unwrap();
        let report = json_report(&folder, &["--format", "gitlab", "--select", "parity,references"]);
        let found = report.as_array().unwrap().iter();
        found.map(|issue| issue["fingerprint"].as_str().unwrap().to_owned()).collect::<HashSet<_>>()
    };
    let before = write("a = A\nb = B\n", "a = { $x } { -t }\n");
    // A file of two messages is missing, then one of three: the message counts them.
    let after = write("a = A\nb = B\nc = C\n", "# A comment.\n\nz = Z\na = Hallo { $x } { -t }\n");
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(before.len(), 4, "{before:?}");
    assert!(before.is_subset(&after), "before: {before:?}\nafter: {after:?}");
}

#[test]
fn reviewdog_knows_every_field() {
    let schema = schema("rdjson.json");
    for scenario in SCENARIOS {
        let report = json_report(&input(scenario), &["--format", "rdjson"]);
        check(&schema, &report);
        assert_eq!(report["diagnostics"].as_array().unwrap().len(), findings(scenario), "{scenario}");
    }
    let report = json_report(&input("json"), &["--format", "rdjson", "--select", "unknown-variable"]);
    let range =
        |start, end| json!({ "start": { "line": 1, "column": start }, "end": { "line": 1, "column": end } });
    assert_eq!(
        report["diagnostics"],
        json!([{
            "message": "variable `$nmae` is not known to the reference; did you mean `$name`?",
            "location": { "path": "i18n/nl/app.ftl", "range": range(18, 23) },
            "severity": "ERROR",
            "code": { "value": "unknown-variable" },
            "suggestions": [{ "range": range(19, 23), "text": "name" }],
        }])
    );
    refuses(
        &schema,
        &report,
        &[
            ("/diagnostics/0/severity", json!("error")),
            ("/diagnostics/0/location/range/start/column", json!(0)),
            ("/diagnostics/0/suggestions/0", json!({ "text": "name" })),
            ("/source", json!("ftlkit")),
        ],
    );
}

/// What nobody looked at is not suggested.
#[test]
fn suggestions_are_safe_fixes() {
    for scenario in SCENARIOS {
        let json = json_report(&input(scenario), &["--format", "json"]);
        let rdjson = json_report(&input(scenario), &["--format", "rdjson"]);
        let pairs =
            json["diagnostics"].as_array().unwrap().iter().zip(rdjson["diagnostics"].as_array().unwrap());
        for (expected, found) in pairs {
            let is_suggested = found.get("suggestions").is_some();
            assert!(!is_suggested || expected["fix"]["safe"] == json!(true), "{scenario}: {found}");
        }
    }
}

/// What the schema that Jenkins publishes asks of an element, as far as it is used here.
#[track_caller]
fn allows(element: &Element, name: &str, attributes: &[&str]) {
    assert_eq!(element.name, name);
    for (key, _) in &element.attributes {
        assert!(attributes.contains(&key.as_str()), "<{name}> may not have `{key}`");
    }
}

#[test]
fn junit_reports_count_right() {
    const COUNTS: [&str; 5] = ["name", "tests", "skipped", "failures", "errors"];
    for scenario in SCENARIOS {
        let root = Element::read(&report(&input(scenario), &["--format", "junit"]));
        allows(&root, "testsuites", &COUNTS);
        let mut lines = 0;
        for suite in &root.children {
            allows(suite, "testsuite", &COUNTS);
            let mut names = HashSet::new();
            for test in &suite.children {
                allows(test, "testcase", &["name", "classname"]);
                assert!(names.insert(test.get("name")), "{} is there twice", test.get("name"));
                assert!(test.get("classname").starts_with("ftlkit"));
                for failure in &test.children {
                    allows(failure, "failure", &["type", "message"]);
                    assert!(!failure.get("message").is_empty());
                    lines += failure.text.lines().filter(|line| !line.starts_with("  help: ")).count();
                }
            }
            assert_eq!(suite.number("tests"), suite.children.len(), "{scenario}");
            let failed = suite.children.iter().filter(|test| !test.children.is_empty()).count();
            assert_eq!(suite.number("failures"), failed, "{scenario}");
            assert_eq!(suite.number("errors"), 0);
        }
        let sum = |name: &str| root.children.iter().map(|suite| suite.number(name)).sum::<usize>();
        assert_eq!((root.number("tests"), root.number("failures")), (sum("tests"), sum("failures")));
        assert_eq!(lines, findings(scenario), "{scenario}");
    }
}

#[test]
fn junit_sorts_files_by_locale() {
    let root = Element::read(&report(&input("json"), &["--format", "junit"]));
    let tests: Vec<(&str, &str, bool)> = root.children[0]
        .children
        .iter()
        .map(|test| (test.get("name"), test.get("classname"), test.children.is_empty()))
        .collect();
    assert_eq!(
        tests,
        [
            ("i18n/en/app.ftl", "ftlkit.en", true),
            ("i18n/fr/app.ftl", "ftlkit.fr", true),
            ("i18n/nl/app.ftl", "ftlkit.nl", false),
        ]
    );
}

/// What could not be read is not a test that passed.
#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_an_error() {
    let folder = std::env::temp_dir().join(format!("ftlkit-unread-{}", std::process::id()));
    for locale in ["en", "nl"] {
        let folder = folder.join("i18n").join(locale);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.ftl"), "a = A\n").unwrap();
    }
    std::os::unix::fs::symlink("nowhere", folder.join("i18n/nl/b.ftl")).unwrap();
    let root = Element::read(&report(&folder, &["--format", "junit"]));
    let comment = report(&folder, &["--format", "markdown"]);
    let page = report(&folder, &["status", "--format", "html"]);
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!((root.number("failures"), root.number("errors")), (0, 1));
    let test = &root.children.last().unwrap().children[0];
    assert_eq!(test.get("name"), "i18n/nl/b.ftl");
    assert!(test.children[0].get("message").starts_with("cannot read `i18n/nl/b.ftl`"));
    assert!(comment.contains("* cannot read `i18n/nl/b.ftl`"), "{comment}");
    assert!(page.contains("<li>cannot read `i18n/nl/b.ftl`"), "{page}");
}
