//! SARIF 2.1.0, which GitHub and others show as code scanning alerts.

use std::collections::HashMap;
use std::io::{self, Write};

use ftlkit::rules::{RULES, Rule};
use ftlkit::{Diagnostic, Edit, Fix, Position, Report, Severity, Source};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::{identity, said};

/// Where the format is defined.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log<'r> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'r>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'r> {
    tool: Value,
    column_kind: &'static str,
    invocations: Value,
    results: Results<'r>,
}

/// The results. Each is made when it is written, since all together are many times larger than the findings.
struct Results<'r>(&'r Report);

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sources = self.0.sources();
        let indices: HashMap<&str, usize> =
            RULES.iter().enumerate().map(|(index, rule)| (rule.name(), index)).collect();
        let mut seen = HashMap::new();
        serializer.collect_seq(self.0.diagnostics.iter().map(|diagnostic| {
            let mut result = result(diagnostic, &sources);
            let identity = json!({ "ftlkit/v1": identity(diagnostic, &mut seen) });
            add(&mut result, "partialFingerprints", identity);
            if let Some(index) = indices.get(diagnostic.rule()) {
                add(&mut result, "ruleIndex", json!(index));
            }
            result
        }))
    }
}

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let notifications: Vec<Value> = report
        .faults
        .iter()
        .map(|fault| json!({ "level": "error", "message": { "text": fault.to_string() } }))
        .collect();
    let tool = json!({ "driver": {
        "name": "ftlkit",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": RULES.iter().map(|rule| descriptor(*rule)).collect::<Vec<_>>(),
    } });
    let invocations = json!([{
        "executionSuccessful": report.faults.is_empty(),
        "toolExecutionNotifications": notifications,
    }]);
    let run = Run { tool, column_kind: "unicodeCodePoints", invocations, results: Results(report) };
    serde_json::to_writer_pretty(&mut *out, &Log { schema: SCHEMA, version: "2.1.0", runs: [run] })?;
    writeln!(out)
}

fn descriptor(rule: &dyn Rule) -> Value {
    let explanation = rule.explanation();
    let help = format!("{}\n\nFix: {}", explanation.why, explanation.fix);
    json!({
        "id": rule.name(),
        "shortDescription": { "text": super::first_sentence(explanation.what) },
        "fullDescription": { "text": explanation.what },
        "help": { "text": help },
        "defaultConfiguration": { "enabled": rule.is_default(), "level": level(rule.severity()) },
        "properties": { "tags": [rule.group().name()] },
    })
}

fn result(diagnostic: &Diagnostic, sources: &HashMap<&str, &Source>) -> Value {
    // GitHub asks for a line of every result; what concerns a file as a whole stands at its start.
    let start = Position { line: 1, column: 1, offset: 0 };
    let at = diagnostic.range().map_or_else(|| region(start, start), |range| region(range.start, range.end));
    let mut location = json!({ "physicalLocation": place(diagnostic.path(), &at) });
    if let Some(id) = diagnostic.id() {
        let name = diagnostic.attribute().map_or_else(|| id.to_owned(), |name| format!("{id}.{name}"));
        let entry = json!([{ "fullyQualifiedName": name, "kind": "resource" }]);
        add(&mut location, "logicalLocations", entry);
    }
    let mut result = json!({
        "ruleId": diagnostic.rule(),
        "level": level(diagnostic.severity()),
        "message": { "text": said(diagnostic) },
        "locations": [location],
    });
    let related = diagnostic.related().iter().enumerate().map(|(index, related)| {
        let at = region(related.range.start, related.range.end);
        json!({
            "id": index,
            "physicalLocation": place(&related.path, &at),
            "message": { "text": related.message },
        })
    });
    let related: Vec<Value> = related.collect();
    if !related.is_empty() {
        add(&mut result, "relatedLocations", Value::Array(related));
    }
    if let Some(fix) = diagnostic.fix().and_then(|fix| fix_json(fix, sources)) {
        add(&mut result, "fixes", json!([fix]));
    }
    if let Some(locale) = diagnostic.locale() {
        add(&mut result, "properties", json!({ "locale": locale }));
    }
    result
}

/// A fix, unless one of the files that it changes is not at hand.
fn fix_json(fix: &Fix, sources: &HashMap<&str, &Source>) -> Option<Value> {
    let mut changes: Vec<(&str, Vec<Value>)> = Vec::new();
    for edit in &fix.edits {
        let replacement = replacement(edit, sources.get(&*edit.path)?);
        match changes.last_mut().filter(|(path, _)| *path == &*edit.path) {
            Some((_, replacements)) => replacements.push(replacement),
            None => changes.push((&edit.path, vec![replacement])),
        }
    }
    let changes: Vec<Value> = changes
        .into_iter()
        .map(|(path, replacements)| {
            json!({ "artifactLocation": { "uri": uri(path) }, "replacements": replacements })
        })
        .collect();
    Some(json!({ "description": { "text": fix.title }, "artifactChanges": changes }))
}

fn replacement(edit: &Edit, source: &Source) -> Value {
    let region = region(source.position(edit.span.start), source.position(edit.span.end));
    json!({ "deletedRegion": region, "insertedContent": { "text": edit.text } })
}

/// Adds a property to an object.
fn add(object: &mut Value, key: &str, value: Value) {
    if let Value::Object(object) = object {
        object.insert(key.to_owned(), value);
    }
}

fn place(path: &str, region: &Value) -> Value {
    json!({ "artifactLocation": { "uri": uri(path) }, "region": region })
}

fn region(start: Position, end: Position) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A path as a reference to a URI: everything that has a meaning there is escaped.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                uri.push(char::from(byte));
            }
            _ => {
                use std::fmt::Write as _;
                // Writing to a string cannot fail.
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_escaped_as_uris() {
        assert_eq!(uri("a b/é%#?:.ftl"), "a%20b/%C3%A9%25%23%3F%3A.ftl");
        assert_eq!(uri("i18n/pt_BR/a-b~c.ftl"), "i18n/pt_BR/a-b~c.ftl");
    }
}
