//! Where rules put what they find.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Context, Finding, Rule};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::project::{Action, Locale, Scope};
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
    /// What the findings before are about, in the order in which it came up.
    subjects: Vec<Known>,
    suppressed: usize,
    diagnostics: Vec<Diagnostic>,
    /// Those before: a list that grows is copied each time.
    full: Vec<Vec<Diagnostic>>,
}

/// What a finding was about.
#[derive(Debug)]
struct Known {
    subject: Arc<Subject>,
    /// The severity that the finding came with.
    own: Option<Severity>,
    /// What the configuration made of that.
    configured: Severity,
}

/// So many findings are kept in one list.
const TOGETHER: usize = 128;

/// Among so many subjects the one of the next finding is looked for.
const NEAR: usize = 8;

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
        Self {
            site,
            rule: None,
            subjects: Vec::new(),
            suppressed: 0,
            diagnostics: Vec::new(),
            full: Vec::new(),
        }
    }

    pub(crate) fn enter(&mut self, rule: &'static dyn Rule) {
        self.rule = Some(rule);
    }

    /// What was found, in several lists that are sorted, and how many findings were kept quiet.
    pub(crate) fn finish(mut self) -> (Vec<Vec<Diagnostic>>, usize) {
        if !self.diagnostics.is_empty() {
            self.full.push(self.diagnostics);
        }
        self.full.iter_mut().for_each(|found| Diagnostic::sort(found));
        (self.full, self.suppressed)
    }

    fn is_suppressed(&self, rule: &dyn Rule, finding: &Finding) -> bool {
        let offset = finding.range.map(|range| range.start.offset);
        let place = Place { path: &finding.path, offset };
        // What is about a whole file is not about the first message that it shows.
        let is_about_entry = finding.statement.parts().id.is_some();
        let related =
            finding.statement.parts().related.iter().filter(|related| related.path != finding.path).map(
                |related| Place {
                    path: &related.path,
                    offset: is_about_entry.then_some(related.range.start.offset),
                },
            );
        self.site.silencer.silence(super::names_of(rule), place, related)
    }

    /// Reports a finding in the locale of the context.
    pub fn report(&mut self, finding: Finding) {
        let (Some(rule), site) = (self.rule, self.site) else { return };
        let elsewhere = site.only.is_some_and(|only| !only.contains(&finding.path));
        if !site.wanted || elsewhere {
            return;
        }
        let (name, own) = (rule.name(), finding.severity);
        let configured = match self.near(&finding.path, name, |known| known.own == own) {
            Some(known) => Some(known.configured),
            None => site.config.severity_at(rule, &site.locale, &finding.path, own),
        };
        let Some(configured) = configured else { return };
        let id = finding.statement.parts().id.as_deref();
        let ignoring = site.config.ignoring(rule, &site.locale, &finding.path, id);
        if site.silencer.ignore(ignoring) {
            self.suppressed += 1;
            return;
        }
        let action = site.keys.get(&*finding.path).map(|key| site.scope.action(key, site.own, id));
        let severity = match action {
            Some(Action::Ignore) => return,
            Some(Action::Warn) => configured.min(Severity::Warning),
            Some(Action::Require) | None => configured,
        };
        if self.is_suppressed(rule, &finding) {
            self.suppressed += 1;
            return;
        }
        if self.diagnostics.len() == TOGETHER {
            self.full.push(std::mem::replace(&mut self.diagnostics, Vec::with_capacity(TOGETHER)));
        }
        let is_same = |known: &Known| known.own == own && known.subject.severity == severity;
        let known = self.near(&finding.path, name, is_same).map(|known| Arc::clone(&known.subject));
        let subject = known.unwrap_or_else(|| {
            let (project, locale) = (Some(site.project), Some(Arc::clone(&site.locale)));
            let subject = Arc::new(Subject { project, locale, path: finding.path, rule: name, severity });
            self.subjects.push(Known { subject: Arc::clone(&subject), own, configured });
            subject
        });
        self.diagnostics.push(Diagnostic::new(subject, finding.range, finding.statement));
    }

    /// What one of the last findings of a rule in a file was about: the next is near.
    fn near(&self, path: &Arc<str>, rule: &str, is_wanted: impl Fn(&Known) -> bool) -> Option<&Known> {
        self.subjects.iter().rev().take(NEAR).find(|known| {
            Arc::ptr_eq(&known.subject.path, path) && known.subject.rule == rule && is_wanted(known)
        })
    }
}
