//! One finding, complete enough to be shown without anything else.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;
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
///
/// Thousands of them can say the same of different locales, or be of one rule and in one file. They share that, so that
/// each is small and a copy of one costs nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    subject: Arc<Subject>,
    statement: Statement,
    /// What is missing has none, and is what there is most of.
    range: Option<Box<Range>>,
}

/// What findings of a rule in a file have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    pub(crate) project: Option<usize>,
    pub(crate) locale: Option<Arc<str>>,
    pub(crate) path: Arc<str>,
    pub(crate) rule: &'static str,
    pub(crate) severity: Severity,
}

/// What a finding says, wherever it is. A copy is the same one, until something is added to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement(Arc<Parts>);

/// The parts of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) attribute: Option<String>,
    pub(crate) related: Vec<Related>,
    /// Few have one, so it is kept elsewhere.
    pub(crate) fix: Option<Box<Fix>>,
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

impl Statement {
    pub(crate) fn parts(&self) -> &Parts {
        &self.0
    }

    /// To add something; other findings do not say that.
    pub(crate) fn parts_mut(&mut self) -> &mut Parts {
        Arc::make_mut(&mut self.0)
    }
}

impl<T: Into<String>> From<T> for Statement {
    fn from(message: T) -> Self {
        let message = message.into();
        let (help, id, attribute, related, fix) = (None, None, None, Vec::new(), None);
        Self(Arc::new(Parts { message, help, id, attribute, related, fix }))
    }
}

impl Diagnostic {
    pub(crate) fn new(subject: Arc<Subject>, range: Option<Range>, statement: Statement) -> Self {
        Self { subject, statement, range: range.map(Box::new) }
    }

    /// Which of the report's projects; nothing for what is about a configuration file that belongs to none.
    pub fn project(&self) -> Option<usize> {
        self.subject.project
    }

    /// The name of the rule.
    pub fn rule(&self) -> &'static str {
        self.subject.rule
    }

    /// How bad.
    pub fn severity(&self) -> Severity {
        self.subject.severity
    }

    /// What is wrong: one sentence, lower case, without a final dot.
    pub fn message(&self) -> &str {
        &self.statement.0.message
    }

    /// What would be right.
    pub fn help(&self) -> Option<&str> {
        self.statement.0.help.as_deref()
    }

    /// The file; it may be one that is missing.
    pub fn path(&self) -> &str {
        &self.subject.path
    }

    /// The path, which all findings in the file share.
    pub(crate) fn shared_path(&self) -> &Arc<str> {
        &self.subject.path
    }

    /// The canonical tag of the file's locale.
    pub fn locale(&self) -> Option<&str> {
        self.subject.locale.as_deref()
    }

    /// The id of the message, or of the term with its dash.
    pub fn id(&self) -> Option<&str> {
        self.statement.0.id.as_deref()
    }

    /// The attribute.
    pub fn attribute(&self) -> Option<&str> {
        self.statement.0.attribute.as_deref()
    }

    /// The exact place.
    pub fn range(&self) -> Option<Range> {
        self.range.as_deref().copied()
    }

    /// Other places that help to understand, the reference's first.
    pub fn related(&self) -> &[Related] {
        &self.statement.0.related
    }

    /// What would mend it.
    pub fn fix(&self) -> Option<&Fix> {
        self.statement.0.fix.as_deref()
    }

    /// Gives the project of findings another number.
    pub(crate) fn renumber(diagnostics: &mut [Self], project: usize) {
        let mut last: Option<[Arc<Subject>; 2]> = None;
        for diagnostic in diagnostics {
            let known = last.take().filter(|[from, _]| Arc::ptr_eq(from, &diagnostic.subject));
            let [from, to] = known.unwrap_or_else(|| {
                let from = Arc::clone(&diagnostic.subject);
                let to = Subject { project: Some(project), ..Subject::clone(&from) };
                [from, Arc::new(to)]
            });
            diagnostic.subject = Arc::clone(&to);
            last = Some([from, to]);
        }
    }

    /// Sorts findings as reports have them: by path, place and rule. Those that are alike in all three stay as they are.
    pub(crate) fn sort(diagnostics: &mut [Self]) {
        let path = |a: &Self, b: &Self| {
            if Arc::ptr_eq(&a.subject, &b.subject) { Ordering::Equal } else { a.path().cmp(b.path()) }
        };
        diagnostics.sort_by(|a, b| path(a, b).then_with(|| a.place().cmp(&b.place())));
    }

    /// Makes one list of sorted ones. Of findings that are alike, those of earlier lists come first.
    ///
    /// Each is moved once, and most are together with the others of their file.
    pub(crate) fn merge(sorted: Vec<Vec<Self>>) -> Vec<Self> {
        let mut all = Vec::with_capacity(sorted.iter().map(Vec::len).sum());
        let mut lists: Vec<std::vec::IntoIter<Self>> = sorted.into_iter().map(Vec::into_iter).collect();
        let head = |number: usize, list: &std::vec::IntoIter<Self>| {
            let first = list.as_slice().first()?;
            Some(Reverse((Arc::clone(first.shared_path()), first.place(), number)))
        };
        let heads = lists.iter().enumerate().filter_map(|(number, list)| head(number, list));
        let mut heads: BinaryHeap<_> = heads.collect();
        while let Some(Reverse((.., number))) = heads.pop() {
            let Some(list) = lists.get_mut(number) else { continue };
            let count = match heads.peek() {
                None => list.len(),
                Some(Reverse((path, place, other))) => list
                    .as_slice()
                    .partition_point(|it| (it.path(), it.place(), number) < (path, *place, *other)),
            };
            all.extend(list.by_ref().take(count));
            heads.extend(head(number, list));
        }
        all
    }

    /// By what findings in a file are sorted.
    fn place(&self) -> (Option<u32>, &'static str) {
        (self.range().map(|range| range.start.offset), self.rule())
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path())?;
        if let Some(range) = &self.range {
            write!(f, ":{}:{}", range.start.line, range.start.column)?;
        }
        write!(f, ": {}: {} [{}]", self.severity(), self.message(), self.rule())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(path: &str, offset: Option<u32>, message: usize) -> Diagnostic {
        let place = |offset| Position { line: 1, column: offset + 1, offset };
        let (rule, severity) = ("untranslated", Severity::Warning);
        let subject = Subject { project: None, locale: None, path: path.into(), rule, severity };
        let range = offset.map(|offset| Range { start: place(offset), end: place(offset) });
        let statement = Statement::from(message.to_string());
        Diagnostic::new(Arc::new(subject), range, statement)
    }

    #[test]
    fn sorted_lists_become_one_in_which_those_alike_stay_in_order() {
        // All lists of up to six findings of four kinds, in parts of up to three.
        let kinds = [("a", None), ("a", Some(2)), ("a", Some(10)), ("b", Some(1))];
        for length in 0..=6_u32 {
            for number in 0..4_usize.pow(length) {
                let kind = |place: u32| kinds[number >> (2 * place) & 3];
                let findings = (0..length).zip(0..).map(|(place, message)| {
                    let (path, offset) = kind(place);
                    finding(path, offset, message)
                });
                let findings: Vec<Diagnostic> = findings.collect();
                let mut expected = findings.clone();
                Diagnostic::sort(&mut expected);
                for together in 1..=3 {
                    let lists = findings.chunks(together).map(|list| {
                        let mut list = list.to_vec();
                        Diagnostic::sort(&mut list);
                        list
                    });
                    assert_eq!(Diagnostic::merge(lists.collect()), expected, "in lists of {together}");
                }
            }
        }
    }
}
