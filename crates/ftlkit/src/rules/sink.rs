//! Where rules put what they find.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Context, Rule};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Range, Related, Severity};
use crate::fix::{Edit, Fix};
use crate::model::{EntryRef, FileRef};
use crate::project::{Action, Locale, Scope};
use crate::source::{Source, Span};
use crate::suppression::{Place, Silencer};

/// Where findings about one locale go, and which of them are wanted.
#[derive(Debug)]
pub(crate) struct Site<'a> {
    project: usize,
    /// The tag of the locale.
    locale: Arc<str>,
    config: &'a Config,
    only: Option<&'a HashSet<Arc<str>>>,
    wanted: bool,
    /// The keys of the files that a finding can be about, where the project does not ask for everything.
    keys: HashMap<String, &'a str>,
    scope: &'a Scope,
    own: &'a Locale,
    silencer: Silencer<'a>,
}

/// Takes the findings of a part of one locale and makes diagnostics of them.
#[derive(Debug)]
pub struct Sink<'a> {
    site: &'a Site<'a>,
    rule: Option<&'static dyn Rule>,
    suppressed: usize,
    diagnostics: Vec<Diagnostic>,
    /// Those before: a list that grows is copied each time.
    full: Vec<Vec<Diagnostic>>,
}

/// So many findings are kept in one list.
const TOGETHER: usize = 128;

/// A finding in the making.
#[derive(Debug)]
#[must_use = "a finding does nothing until it is reported"]
pub struct Finding {
    path: Arc<str>,
    range: Option<Range>,
    message: String,
    help: Option<String>,
    id: Option<String>,
    attribute: Option<String>,
    related: Vec<Related>,
    fix: Option<Box<Fix>>,
    severity: Option<Severity>,
}

impl Finding {
    /// Something at a place in a file.
    pub fn at(file: FileRef<'_>, span: Span, message: impl Into<String>) -> Self {
        let mut finding = Self::in_file(Arc::clone(file.source().path()), message);
        finding.range = Some(Range::new(file.source(), span));
        finding
    }

    /// Something at a place in a file that is no translation.
    pub fn in_source(source: &Source, span: Span, message: impl Into<String>) -> Self {
        let mut finding = Self::in_file(Arc::clone(source.path()), message);
        finding.range = Some(Range::new(source, span));
        finding
    }

    /// Something about a whole file, which need not exist.
    pub fn in_file(path: impl Into<Arc<str>>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            range: None,
            message: message.into(),
            help: None,
            id: None,
            attribute: None,
            related: Vec::new(),
            fix: None,
            severity: None,
        }
    }

    /// The entry it is about, and the attribute of it.
    pub fn entry(mut self, entry: EntryRef<'_>, attribute: Option<&str>) -> Self {
        self.id = Some(entry.id().to_owned());
        self.attribute = attribute.map(str::to_owned);
        self
    }

    /// The id it is about, where the entry could not be read.
    pub fn id(mut self, id: &str) -> Self {
        self.id = Some(id.to_owned());
        self
    }

    /// The id it is about, where that is known.
    pub fn maybe_id(mut self, id: Option<&str>) -> Self {
        self.id = id.map(str::to_owned);
        self
    }

    /// What would be right.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// What would be right, where that is known.
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// A place that helps to understand.
    pub fn related(mut self, file: FileRef<'_>, span: Span, message: impl Into<Cow<'static, str>>) -> Self {
        let range = Range::new(file.source(), span);
        // Most findings have one such place, and room for more would be larger than the finding.
        self.related.reserve_exact(1);
        self.related.push(Related { path: Arc::clone(file.source().path()), range, message: message.into() });
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
        self.fix = Some(Box::new(Fix { title: title.into(), safe, edits, removes: false, is_draft: false }));
        self
    }

    /// Says of the fix that it gives a text that is still to be put into words.
    pub fn draft(mut self) -> Self {
        if let Some(fix) = &mut self.fix {
            fix.is_draft = true;
        }
        self
    }

    /// The removal of the whole file, which is never safe.
    pub fn removal(mut self, file: FileRef<'_>) -> Self {
        let all = Span::new(0, u32::try_from(file.source().text().len()).unwrap_or(u32::MAX));
        self = self.fix("remove the file", false, file, [(all, String::new())]);
        if let Some(fix) = &mut self.fix {
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
        Some(Diagnostic {
            project,
            rule: rule.name(),
            severity,
            message: self.message,
            help: self.help,
            path: self.path,
            locale: None,
            id: None,
            attribute: None,
            range: self.range,
            related: self.related,
            fix: self.fix,
        })
    }

    /// Another severity than the rule's.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }
}

/// The keys of the locale's files and of those that it lacks, by path.
fn keys(context: Context<'_>) -> HashMap<String, &str> {
    if context.project().scope.is_empty() || context.is_reference() {
        return HashMap::new();
    }
    let reference = context.reference();
    let lacking = reference.files().map(|file| reference.key(file));
    let lacking = lacking.map(|key| (context.path_like(key), key));
    let own = context.files().map(|file| (file.source().path().to_string(), context.key(file)));
    lacking.chain(own).collect()
}

impl<'a> Site<'a> {
    pub(crate) fn new(
        project: usize,
        context: Context<'a>,
        config: &'a Config,
        only: Option<&'a HashSet<Arc<str>>>,
        silencer: Silencer<'a>,
    ) -> Self {
        let tag = context.locale().tag();
        let wanted = config.wants_locale(tag);
        let (scope, own) = (&context.project().scope, context.locale());
        Self { project, locale: tag.into(), config, only, wanted, keys: keys(context), scope, own, silencer }
    }
}

impl<'a> Sink<'a> {
    pub(crate) fn new(site: &'a Site<'a>) -> Self {
        Self { site, rule: None, suppressed: 0, diagnostics: Vec::new(), full: Vec::new() }
    }

    pub(crate) fn enter(&mut self, rule: &'static dyn Rule) {
        self.rule = Some(rule);
    }

    /// What was found, in several lists, and how many findings were kept quiet.
    pub(crate) fn finish(mut self) -> (Vec<Vec<Diagnostic>>, usize) {
        if !self.diagnostics.is_empty() {
            self.full.push(self.diagnostics);
        }
        (self.full, self.suppressed)
    }

    fn is_suppressed(&self, rule: &dyn Rule, finding: &Finding) -> bool {
        let offset = finding.range.map(|range| range.start.offset);
        let place = Place { path: &finding.path, offset };
        // What is about a whole file is not about the first message that it shows.
        let is_about_entry = finding.id.is_some();
        let related = finding.related.iter().filter(|related| related.path != finding.path).map(|related| {
            Place { path: &related.path, offset: is_about_entry.then_some(related.range.start.offset) }
        });
        self.site.silencer.silence(super::names_of(rule), place, related)
    }

    /// Reports a finding in the locale of the context.
    pub fn report(&mut self, finding: Finding) {
        let (Some(rule), site) = (self.rule, self.site) else { return };
        let elsewhere = site.only.is_some_and(|only| !only.contains(&finding.path));
        if !site.wanted || elsewhere {
            return;
        }
        let severity = site.config.severity_at(rule, &site.locale, &finding.path, finding.severity);
        let Some(severity) = severity else { return };
        let ignoring = site.config.ignoring(rule, &site.locale, &finding.path, finding.id.as_deref());
        if site.silencer.ignore(ignoring) {
            self.suppressed += 1;
            return;
        }
        let action =
            site.keys.get(&*finding.path).map(|key| site.scope.action(key, site.own, finding.id.as_deref()));
        let severity = match action {
            Some(Action::Ignore) => return,
            Some(Action::Warn) => severity.min(Severity::Warning),
            Some(Action::Require) | None => severity,
        };
        if self.is_suppressed(rule, &finding) {
            self.suppressed += 1;
            return;
        }
        if self.diagnostics.len() == TOGETHER {
            self.full.push(std::mem::replace(&mut self.diagnostics, Vec::with_capacity(TOGETHER)));
        }
        self.diagnostics.push(Diagnostic {
            project: Some(site.project),
            rule: rule.name(),
            severity,
            message: finding.message,
            help: finding.help,
            path: finding.path,
            locale: Some(Arc::clone(&site.locale)),
            id: finding.id,
            attribute: finding.attribute,
            range: finding.range,
            related: finding.related,
            fix: finding.fix,
        });
    }
}
