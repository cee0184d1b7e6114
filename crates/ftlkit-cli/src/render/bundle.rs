//! Findings that are shown together: what is missing or extra, by file or by locale.

use std::borrow::Cow;
use std::collections::HashMap;

use ftlkit::{Diagnostic, Report, Severity};

use super::{count, printable};

/// So many findings that have a place of their own are still shown one by one.
const FEW: usize = 3;

/// One finding, or several of the same rule and severity.
pub(super) struct Bundle<'r>(Vec<&'r Diagnostic>);

/// The findings of a report, in its order.
pub(super) fn bundles(report: &Report, all: bool) -> Vec<Bundle<'_>> {
    let mut bundles: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut places: HashMap<Key<'_>, usize> = HashMap::new();
    for found in report.diagnostics.chunk_by(is_like) {
        match found.first().and_then(key).filter(|_| !all) {
            None => bundles.extend(found.iter().map(|one| vec![one])),
            Some(key) => {
                let place = *places.entry(key).or_insert(bundles.len());
                match bundles.get_mut(place) {
                    Some(bundle) => bundle.extend(found),
                    None => bundles.push(found.iter().collect()),
                }
            }
        }
    }
    let is_kept = |bundle: &[&Diagnostic]| {
        bundle.len() > FEW || bundle.iter().any(|diagnostic| diagnostic.range().is_none())
    };
    let parts = |bundle: Vec<_>| {
        if is_kept(&bundle) { vec![bundle] } else { bundle.into_iter().map(|one| vec![one]).collect() }
    };
    bundles.into_iter().flat_map(parts).map(Bundle).collect()
}

/// By what findings belong together: rule, severity, project, and the file or the locale.
type Key<'r> = (&'r str, Severity, Option<usize>, &'r str);

/// Nothing for what is shown by itself.
fn key(diagnostic: &Diagnostic) -> Option<Key<'_>> {
    let rule = diagnostic.rule();
    nouns(rule)?;
    let place = if rule == "missing-file" { diagnostic.locale()? } else { diagnostic.path() };
    Some((rule, diagnostic.severity(), diagnostic.project(), place))
}

/// Whether a finding has the key of the one before it, as most have; findings in a file share its path.
fn is_like(before: &Diagnostic, diagnostic: &Diagnostic) -> bool {
    let same = |text: fn(&Diagnostic) -> &str| std::ptr::eq(text(before), text(diagnostic));
    same(Diagnostic::path)
        && same(|it| it.rule())
        && before.severity() == diagnostic.severity()
        && before.project() == diagnostic.project()
}

impl<'r> Bundle<'r> {
    /// The findings, of which there is at least one.
    pub(super) fn findings(&self) -> &[&'r Diagnostic] {
        &self.0
    }

    /// What is the matter with all of them.
    pub(super) fn title(&self) -> String {
        let Some(first) = self.0.first() else { return String::new() };
        let (one, many, matter) = nouns(first.rule()).unwrap_or(("finding is", "findings are", "alike"));
        let title = format!("{} {matter}", count(self.0.len(), one, many));
        match first.locale() {
            Some(locale) if first.rule() == "missing-file" => format!("{title} in `{locale}`"),
            _ => title,
        }
    }

    /// The names of the first of them, and how many are left, with a hint where the others are.
    pub(super) fn names(&self, most: usize, hint: &str) -> String {
        let mut names: Vec<String> = self.0.iter().take(most).map(|one| listed(one)).collect();
        if let Some(more) = self.0.len().checked_sub(most).filter(|more| *more > 0) {
            names.push(format!("and {more} more{hint}"));
        }
        names.join(", ")
    }

    /// The file of the reference in which all of those that are missing stand; usually there is one.
    pub(super) fn reference(&self) -> Option<&'r str> {
        let rule = self.0.first()?.rule();
        if !rule.starts_with("missing-") || rule == "missing-file" {
            return None;
        }
        let mut paths = self.0.iter().map(|one| one.related().first().map(|related| &*related.path));
        let path = paths.next()??;
        paths.all(|other| other == Some(path)).then_some(path)
    }
}

/// What the findings of a rule are called where several are shown together: one, many, and what is the matter.
fn nouns(rule: &str) -> Option<(&'static str, &'static str, &'static str)> {
    match rule {
        "missing-message" => Some(("message is", "messages are", "missing")),
        "missing-attribute" => Some(("attribute is", "attributes are", "missing")),
        "missing-file" => Some(("file is", "files are", "missing")),
        "extra-message" => Some(("message is", "messages are", "not in the reference")),
        "extra-attribute" => Some(("attribute is", "attributes are", "not in the reference")),
        _ => None,
    }
}

/// One of several, by its name and, where it has a place, by its line.
fn listed(diagnostic: &Diagnostic) -> String {
    match diagnostic.range() {
        // What is missing has no line; that of its message would mislead.
        Some(range) if diagnostic.rule().starts_with("extra-") => {
            format!("`{}` (line {})", name(diagnostic), range.start.line)
        }
        _ => format!("`{}`", name(diagnostic)),
    }
}

/// What is missing or extra, by its name.
fn name(diagnostic: &Diagnostic) -> Cow<'_, str> {
    match (diagnostic.rule(), diagnostic.id(), diagnostic.attribute()) {
        ("missing-file", ..) | (_, None, _) => printable(diagnostic.path()),
        (_, Some(id), None) => Cow::Borrowed(id),
        (_, Some(id), Some(attribute)) => Cow::Owned(format!("{id}.{attribute}")),
    }
}
