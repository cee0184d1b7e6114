//! Tests of rules as data: small projects in memory, and what is expected of them.
//!
//! An expectation is one line, `path:line:column: severity: message`, as reports write it, without the name of
//! the rule; where a finding has help, `; help: …` follows.

use crate::check::check_texts;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::fix::apply_edits;

/// Files by path.
pub(crate) type Files<'f> = &'f [(&'f str, &'f str)];

/// The configuration in which typography follows the language exactly.
pub(crate) fn exact() -> Config {
    let mut config = Config::default();
    config.typography.exact = true;
    config
}

/// Runs one rule over a project.
#[track_caller]
pub(crate) fn check(rule: &str, files: Files<'_>, expected: &[&str]) {
    check_with(rule, files, &Config::default(), expected);
}

/// Runs one rule over a project with a configuration.
#[track_caller]
pub(crate) fn check_with(rule: &str, files: Files<'_>, config: &Config, expected: &[&str]) {
    let found: Vec<String> = run(rule, files, config).iter().map(line).collect();
    assert_eq!(found, expected, "{files:#?}");
}

/// Runs one rule over `i18n/en/a.ftl` and its translation `i18n/nl/a.ftl`; the lines that are expected
/// leave out that path.
#[track_caller]
pub(crate) fn check_pair(rule: &str, reference: &str, translation: &str, expected: &[&str]) {
    let files = [("i18n/en/a.ftl", reference), ("i18n/nl/a.ftl", translation)];
    let found = run(rule, &files, &Config::default());
    let found: Vec<String> = found.iter().map(line).collect();
    let found: Vec<&str> = found
        .iter()
        .map(|line| line.strip_prefix("i18n/nl/a.ftl:").map_or(line.as_str(), str::trim_start))
        .collect();
    assert_eq!(found, expected, "{reference}\n{translation}");
}

/// Runs one rule over a pair and makes the fixes that it offers to the translation.
#[track_caller]
pub(crate) fn check_fix(rule: &str, reference: &str, translation: &str, expected: &str) {
    let files = [("i18n/en/a.ftl", reference), ("i18n/nl/a.ftl", translation)];
    let found = run(rule, &files, &Config::default());
    let edits: Vec<_> = found
        .iter()
        .filter_map(Diagnostic::fix)
        .flat_map(|fix| fix.edits.clone())
        .filter(|edit| &*edit.path == "i18n/nl/a.ftl")
        .collect();
    assert_eq!(apply_edits(translation, &edits), expected);
}

/// Runs one rule over `i18n/en/a.ftl`, which has a short text for each id, and its translation into a locale.
#[track_caller]
pub(crate) fn check_in(rule: &str, locale: &str, config: &Config, translation: &str, expected: &[&str]) {
    check_in_pair(rule, locale, config, &plain_reference(translation), translation, expected);
}

/// Runs one rule over `i18n/en/a.ftl` and its translation into a locale; where that is `en`, over that alone.
#[track_caller]
pub(crate) fn check_in_pair(
    rule: &str,
    locale: &str,
    config: &Config,
    reference: &str,
    translation: &str,
    expected: &[&str],
) {
    let found: Vec<String> = found_in(rule, locale, config, reference, translation)
        .iter()
        .map(|diagnostic| line(diagnostic).replacen(&format!("i18n/{locale}/a.ftl:"), "", 1))
        .collect();
    assert_eq!(found, expected, "{translation}");
}

/// Runs one rule over a translation into a locale and makes the fixes that it offers.
#[track_caller]
pub(crate) fn check_fix_in(rule: &str, locale: &str, config: &Config, translation: &str, expected: &str) {
    let reference = plain_reference(translation);
    let found = found_in(rule, locale, config, &reference, translation);
    let edits: Vec<_> = found.iter().filter_map(Diagnostic::fix).flat_map(|fix| fix.edits.clone()).collect();
    let mended = apply_edits(translation, &edits);
    assert_eq!(mended, expected);
    let again = found_in(rule, locale, config, &reference, &mended);
    assert!(again.iter().all(|diagnostic| diagnostic.fix().is_none()), "not mended: {mended}");
}

#[track_caller]
fn found_in(
    rule: &str,
    locale: &str,
    config: &Config,
    reference: &str,
    translation: &str,
) -> Vec<Diagnostic> {
    let path = format!("i18n/{locale}/a.ftl");
    let files = [("i18n/en/a.ftl", reference), (path.as_str(), translation)];
    let mut found = run(rule, files.get(usize::from(locale == "en")..).unwrap_or_default(), config);
    found.retain(|diagnostic| diagnostic.path() == path);
    found
}

/// A text of one letter for each message of a translation.
fn plain_reference(translation: &str) -> String {
    let ids = translation.lines().filter_map(|line| line.split_once(" ="));
    let ids = ids.map(|(id, _)| id).filter(|id| id.chars().all(char::is_alphanumeric));
    ids.flat_map(|id| [id, " = A\n"]).collect()
}

#[track_caller]
pub(crate) fn run(rule: &str, files: Files<'_>, config: &Config) -> Vec<Diagnostic> {
    let mut config = config.clone();
    config.select = vec![rule.to_owned()];
    check_texts(files, &config).expect("a project").diagnostics
}

fn line(diagnostic: &Diagnostic) -> String {
    let text = diagnostic.to_string();
    let text = text.strip_suffix(&format!(" [{}]", diagnostic.rule())).unwrap_or(&text);
    match diagnostic.help() {
        Some(help) => format!("{text}; help: {help}"),
        None => text.to_owned(),
    }
}
