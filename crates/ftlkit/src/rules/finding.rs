//! Findings in the making.

use std::borrow::Cow;
use std::sync::Arc;

use super::Rule;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Range, Related, Severity, Statement, Subject};
use crate::fix::{Edit, Fix};
use crate::model::{EntryRef, FileRef};
use crate::source::{Source, Span};

/// A finding in the making.
#[derive(Debug)]
#[must_use = "a finding does nothing until it is reported"]
pub struct Finding {
    pub(super) path: Arc<str>,
    pub(super) range: Option<Range>,
    pub(super) statement: Statement,
    pub(super) severity: Option<Severity>,
}

impl Statement {
    /// The entry it is about, and the attribute of it.
    #[must_use]
    pub fn entry(mut self, entry: EntryRef<'_>, attribute: Option<&str>) -> Self {
        let parts = self.parts_mut();
        parts.id = Some(entry.id().to_owned());
        parts.attribute = attribute.map(str::to_owned);
        self
    }

    /// A place that helps to understand.
    #[must_use]
    pub fn related(mut self, file: FileRef<'_>, span: Span, message: impl Into<Cow<'static, str>>) -> Self {
        let path = Arc::clone(file.source().path());
        let related = Related { path, range: Range::new(file.source(), span), message: message.into() };
        let all = &mut self.parts_mut().related;
        // Most findings have one such place, and room for more would be larger than the finding.
        all.reserve_exact(1);
        all.push(related);
        self
    }
}

impl Finding {
    /// Something at a place in a file.
    pub fn at(file: FileRef<'_>, span: Span, message: impl Into<Statement>) -> Self {
        let mut finding = Self::in_file(Arc::clone(file.source().path()), message);
        finding.range = Some(Range::new(file.source(), span));
        finding
    }

    /// Something at a place in a file that is no translation.
    pub fn in_source(source: &Source, span: Span, message: impl Into<Statement>) -> Self {
        let mut finding = Self::in_file(Arc::clone(source.path()), message);
        finding.range = Some(Range::new(source, span));
        finding
    }

    /// Something about a whole file, which need not exist.
    pub fn in_file(path: impl Into<Arc<str>>, message: impl Into<Statement>) -> Self {
        Self { path: path.into(), range: None, statement: message.into(), severity: None }
    }

    /// The entry it is about, and the attribute of it.
    pub fn entry(mut self, entry: EntryRef<'_>, attribute: Option<&str>) -> Self {
        self.statement = self.statement.entry(entry, attribute);
        self
    }

    /// The id it is about, where the entry could not be read.
    pub fn id(mut self, id: &str) -> Self {
        self.statement.parts_mut().id = Some(id.to_owned());
        self
    }

    /// The id it is about, where that is known.
    pub fn maybe_id(mut self, id: Option<&str>) -> Self {
        self.statement.parts_mut().id = id.map(str::to_owned);
        self
    }

    /// What would be right.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.statement.parts_mut().help = Some(help.into());
        self
    }

    /// What would be right, where that is known.
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.statement.parts_mut().help = help;
        self
    }

    /// A place that helps to understand.
    pub fn related(mut self, file: FileRef<'_>, span: Span, message: impl Into<Cow<'static, str>>) -> Self {
        self.statement = self.statement.related(file, span, message);
        self
    }

    /// A change to the file of `file` that mends it.
    pub fn fix(
        mut self,
        title: impl Into<String>,
        safe: bool,
        file: FileRef<'_>,
        edits: impl IntoIterator<Item = (Span, String)>,
    ) -> Self {
        let path = file.source().path();
        let edit =
            |(span, text)| Edit { path: Arc::clone(path), span, text: file.source().with_own_lines(text) };
        let mut edits: Vec<Edit> = edits.into_iter().map(edit).collect();
        edits.sort();
        let fix = Fix { title: title.into(), safe, edits, removes: false, is_draft: false };
        self.statement.parts_mut().fix = Some(Box::new(fix));
        self
    }

    /// Says of the fix that it gives a text that is still to be put into words.
    pub fn draft(mut self) -> Self {
        if let Some(fix) = &mut self.statement.parts_mut().fix {
            fix.is_draft = true;
        }
        self
    }

    /// The removal of the whole file, which is never safe.
    pub fn removal(mut self, file: FileRef<'_>) -> Self {
        let all = Span::new(0, u32::try_from(file.source().text().len()).unwrap_or(u32::MAX));
        self = self.fix("remove the file", false, file, [(all, String::new())]);
        if let Some(fix) = &mut self.statement.parts_mut().fix {
            fix.removes = true;
        }
        self
    }

    /// Makes a diagnostic of what is about no locale, where the configuration wants it.
    pub(crate) fn without_locale(
        self,
        rule: &'static dyn Rule,
        project: Option<usize>,
        config: &Config,
    ) -> Option<Diagnostic> {
        let severity = config.severity_at(rule, "", &self.path, self.severity)?;
        let subject = Subject { project, locale: None, path: self.path, rule: rule.name(), severity };
        Some(Diagnostic::new(Arc::new(subject), self.range, self.statement))
    }

    /// Another severity than the rule's.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }
}
