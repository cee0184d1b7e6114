//! One finding, complete enough to be shown without anything else.

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
        Self { start: source.position(span.start), end: source.position(span.end) }
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
    /// What would mend it.
    pub fix: Option<Fix>,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The file.
    pub path: Arc<str>,
    /// The place in it.
    pub range: Range,
    /// What is to be seen there.
    pub message: String,
}

impl Diagnostic {
    /// The order of reports: by path, place and rule.
    pub(crate) fn order(&self, other: &Self) -> std::cmp::Ordering {
        let key = |it: &Self| (it.range.map(|range| range.start.offset), it.rule);
        self.path.cmp(&other.path).then_with(|| key(self).cmp(&key(other)))
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
