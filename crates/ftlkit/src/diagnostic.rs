//! One finding, complete enough to be shown without anything else.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::fix::Fix;
use crate::source::{Position, Source, Span};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

impl Severity {
    /// The name in reports: `error`, `warning` or `info`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A part of a file, from its first character to the one after its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range {
    /// The first character.
    pub start: Position,
    /// The character after the last.
    pub end: Position,
}

impl Range {
    /// The range of a span in a source.
    pub fn new(source: &Source, span: Span) -> Self {
        let start = source.position(span.start);
        Self { start, end: source.lines().position_after(source.text(), start, span.end) }
    }

    /// The bytes.
    pub fn span(self) -> Span {
        Span::new(self.start.offset, self.end.offset)
    }
}

/// Something wrong, or worth knowing, at a place in a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which of the report's projects; nothing for what is about a configuration file that belongs to none.
    pub project: Option<usize>,
    /// The name of the rule.
    pub rule: &'static str,
    /// How bad.
    pub severity: Severity,
    /// What is wrong: one sentence, lower case, without a final dot.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
    /// The file; it may be one that is missing.
    pub path: Arc<str>,
    /// The canonical tag of the file's locale.
    pub locale: Option<Arc<str>>,
    /// The id of the message, or of the term with its dash.
    pub id: Option<String>,
    /// The attribute.
    pub attribute: Option<String>,
    /// The exact place.
    pub range: Option<Range>,
    /// Other places that help to understand, the reference's first.
    pub related: Vec<Related>,
    /// What would mend it; few findings have that, so it is kept elsewhere.
    pub fix: Option<Box<Fix>>,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The file.
    pub path: Arc<str>,
    /// The place in it.
    pub range: Range,
    /// What is to be seen there.
    pub message: Cow<'static, str>,
}

impl Diagnostic {
    /// Sorts findings as reports have them: by path, place and rule. Those that are alike in all three stay as they are.
    ///
    /// Findings can be as large as the files that they are about, so their numbers are sorted, and then each finding
    /// goes to its place without there being room for all of them twice.
    pub(crate) fn sort(diagnostics: &mut [Self]) {
        let mut order: Vec<(usize, &Self)> = diagnostics.iter().enumerate().collect();
        if order.is_sorted_by(|(_, a), (_, b)| a.order(b).is_le()) {
            return;
        }
        order.sort_by(|(_, a), (_, b)| a.order(b));
        let mut targets = vec![0; order.len()];
        for (target, (from, _)) in order.into_iter().enumerate() {
            if let Some(place) = targets.get_mut(from) {
                *place = target;
            }
        }
        for place in 0..targets.len() {
            // Every step brings a finding to where it stays.
            while let Some(&target) = targets.get(place).filter(|target| **target != place) {
                diagnostics.swap(place, target);
                targets.swap(place, target);
            }
        }
    }

    fn order(&self, other: &Self) -> std::cmp::Ordering {
        let key = |it: &Self| (it.range.map(|range| range.start.offset), it.rule);
        let path = if Arc::ptr_eq(&self.path, &other.path) {
            std::cmp::Ordering::Equal
        } else {
            self.path.cmp(&other.path)
        };
        path.then_with(|| key(self).cmp(&key(other)))
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path)?;
        if let Some(range) = self.range {
            write!(f, ":{}:{}", range.start.line, range.start.column)?;
        }
        write!(f, ": {}: {} [{}]", self.severity, self.message, self.rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(path: &str, offset: Option<u32>, message: usize) -> Diagnostic {
        let place = |offset| Position { line: 1, column: offset + 1, offset };
        Diagnostic {
            project: None,
            rule: "untranslated",
            severity: Severity::Warning,
            message: message.to_string(),
            help: None,
            path: path.into(),
            locale: None,
            id: None,
            attribute: None,
            range: offset.map(|offset| Range { start: place(offset), end: place(offset) }),
            related: Vec::new(),
            fix: None,
        }
    }

    #[test]
    fn findings_are_sorted_and_those_alike_stay_in_order() {
        // All lists of up to six findings of four kinds.
        let kinds = [("a", None), ("a", Some(2)), ("a", Some(10)), ("b", Some(1))];
        for length in 0..=6_u32 {
            for number in 0..4_usize.pow(length) {
                let kind = |place: u32| kinds[number >> (2 * place) & 3];
                let findings = (0..length).zip(0..).map(|(place, message)| {
                    let (path, offset) = kind(place);
                    finding(path, offset, message)
                });
                let mut sorted: Vec<Diagnostic> = findings.collect();
                let mut expected = sorted.clone();
                expected.sort_by(Diagnostic::order);
                Diagnostic::sort(&mut sorted);
                assert_eq!(sorted, expected);
            }
        }
    }
}
