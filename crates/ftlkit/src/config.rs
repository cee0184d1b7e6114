//! What a run is asked to do.

#[cfg(feature = "config")]
mod file;
#[cfg(feature = "config")]
mod keys;
#[cfg(feature = "config")]
mod rule_settings;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::Severity;
use crate::error::Error;
use crate::glob::Glob;
use crate::project::resolve;
use crate::rules::{self, OptionValue, Rule};
use crate::source::{Source, Span};
use crate::syntax::Limits;

#[cfg(feature = "config")]
pub use file::FILE_NAME;
#[cfg(feature = "config")]
pub use keys::{KEYS, Key, template};

/// What to check, and how strictly. The default asks for everything that is on by default.
///
/// Rules are named by their own name or by that of their group, and all together by [`rules::ALL`].
#[derive(Debug, Clone)]
pub struct Config {
    /// The locale to translate from; without it each project chooses its own.
    pub reference: Option<String>,
    /// Only findings in these locales; all where empty.
    pub locales: Vec<String>,
    /// Exactly these rules run; those that are on by default where empty.
    pub select: Vec<String>,
    /// These rules do not run.
    pub ignore: Vec<String>,
    /// Severities of rules; a rule's own name weighs more than its group.
    pub severities: BTreeMap<String, Severity>,
    /// Severities by locale and path, as a configuration file has them: later ones weigh more, and all weigh
    /// less than `severities`.
    pub overrides: Vec<Override>,
    /// Findings that are kept quiet.
    pub ignored: Vec<Ignored>,
    /// Whether comments of the files (`# ftlkit-ignore: …`) keep findings quiet, as they do by default. Who checks files of
    /// people who are not trusted does not leave that to them.
    pub suppressions: bool,
    /// The sets of files that one bundle loads; none are known where there are none.
    pub domains: Vec<Domain>,
    /// How exactly the spaces of French are looked at.
    pub french_spacing: FrenchSpacing,
    /// How exactly signs and spaces are looked at.
    pub typography: Typography,
    /// The folder that paths are relative to, for patterns that are absolute.
    pub here: String,
    /// The locales in which what is missing is an error; all where nothing is said.
    pub required: Option<Vec<String>>,
    /// The file of findings that are left out. A check does not read it: [`Baseline`](crate::Baseline) does.
    pub baseline: Option<PathBuf>,
    /// The functions that the runtime has.
    pub functions: Vec<String>,
    /// What is set about single rules: rule, option, value. [`Rule::options`](crate::rules::Rule::options) says what
    /// there is. The limits of [`limits`](Self::limits) are no part of this.
    pub options: BTreeMap<String, BTreeMap<String, OptionValue>>,
    /// How much is accepted of one file.
    pub limits: Limits,
    /// The number of threads; as many as there are cores where nothing is said.
    pub jobs: Option<usize>,
}

/// Severities of rules and groups in some locales and paths; in all where none are named.
#[derive(Debug, Clone, Default)]
pub struct Override {
    /// The locales.
    pub locales: Vec<String>,
    /// The paths.
    pub paths: Vec<Glob>,
    /// What becomes of rules; a rule's own name weighs more than its group.
    pub levels: BTreeMap<String, Level>,
}

/// Whether a rule runs, and how bad its findings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It does not.
    Off,
    /// It does.
    On(Severity),
}

/// Messages about which some rules say nothing; all rules where none are named.
#[derive(Debug, Clone, Default)]
pub struct Ignored {
    /// Patterns of the ids.
    pub ids: Vec<Glob>,
    /// The locales; all where none are named.
    pub locales: Vec<String>,
    /// Patterns of the paths; all where there are none.
    pub paths: Vec<Glob>,
    /// The rules and groups.
    pub rules: Vec<String>,
    /// Where a configuration file says so.
    pub place: Option<(Arc<Source>, Span)>,
}

/// Files that one bundle loads together.
#[derive(Debug, Clone)]
pub struct Domain {
    /// Its name.
    pub name: String,
    /// Patterns of the paths.
    pub paths: Vec<Glob>,
}

/// How exactly the spaces of French are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FrenchSpacing {
    /// U+00A0 and U+202F are taken alike.
    #[default]
    Any,
    /// U+202F before `; ! ?`, U+00A0 elsewhere.
    Exact,
}

/// How exactly signs and spaces are looked at.
#[derive(Debug, Clone, Default)]
pub struct Typography {
    /// Every text follows the conventions of its language; otherwise those of its file are enough.
    pub exact: bool,
    /// By tag of a locale: that of the country whose conventions it follows.
    pub varieties: BTreeMap<String, String>,
    /// By tag of a locale: the marks around a quotation, and around one inside it.
    pub quotation_marks: BTreeMap<String, [Quotes; 2]>,
}

/// The mark that opens a quotation and the one that closes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotes {
    /// The mark before it.
    pub open: char,
    /// The mark behind it.
    pub close: char,
}

/// What is said of a rule by its own name or that of its group.
fn named<T: Copy>(levels: &BTreeMap<String, T>, rule: &dyn Rule) -> Option<T> {
    levels.get(rule.name()).or_else(|| levels.get(rule.group().name())).copied()
}

impl Ignored {
    /// Whether it is about a rule.
    pub(crate) fn is_about(&self, rule: &dyn Rule) -> bool {
        self.rules.is_empty() || self.rules.iter().any(|name| rules::is_named(name, rule))
    }
}

impl Override {
    /// The level of a rule, by its own name or that of its group.
    fn level(&self, rule: &dyn Rule) -> Option<Level> {
        named(&self.levels, rule)
    }

    fn is_for_all(&self) -> bool {
        self.locales.is_empty() && self.paths.is_empty()
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            reference: None,
            locales: Vec::new(),
            select: Vec::new(),
            ignore: Vec::new(),
            severities: BTreeMap::new(),
            overrides: Vec::new(),
            ignored: Vec::new(),
            suppressions: true,
            domains: Vec::new(),
            french_spacing: FrenchSpacing::Any,
            typography: Typography::default(),
            here: String::new(),
            required: None,
            baseline: None,
            functions: ["DATETIME", "NUMBER"].map(str::to_owned).into(),
            options: BTreeMap::new(),
            limits: Limits::default(),
            jobs: None,
        }
    }
}

impl Config {
    /// Whether what is missing in a locale is an error.
    pub fn is_required(&self, locale: &str) -> bool {
        self.required.as_ref().is_none_or(|required| names(required, locale))
    }

    /// Whether findings in a locale are wanted.
    pub fn wants_locale(&self, locale: &str) -> bool {
        self.locales.is_empty() || names(&self.locales, locale)
    }

    /// Makes sure that every rule and group that is named exists.
    ///
    /// # Errors
    ///
    /// For the first name that does not.
    pub fn validate(&self) -> Result<(), Error> {
        let named = self.select.iter().chain(&self.ignore).chain(self.severities.keys());
        let overridden = self.overrides.iter().flat_map(|it| it.levels.keys());
        let named = named.chain(overridden).chain(self.ignored.iter().flat_map(|it| &it.rules));
        for name in named {
            rules::resolve(name)?;
        }
        Ok(())
    }

    /// The rules that run.
    pub(crate) fn rules(&self) -> Vec<&'static dyn Rule> {
        let is_in = |list: &[String], rule: &dyn Rule| list.iter().any(|name| rules::is_named(name, rule));
        let wanted = |rule: &dyn Rule| {
            if !self.select.is_empty() {
                return is_in(&self.select, rule);
            }
            let mut levels = self.overrides.iter().filter_map(|it| it.level(rule));
            let raised = named(&self.severities, rule).is_some();
            raised || rule.is_default() || levels.any(|level| level != Level::Off)
        };
        let ignored = |rule: &dyn Rule| is_in(&self.ignore, rule);
        rules::RULES.iter().copied().filter(|rule| wanted(*rule) && !ignored(*rule)).collect()
    }

    /// What becomes of a finding of a rule that runs: nothing where it is not wanted at this place.
    pub(crate) fn severity_at(
        &self,
        rule: &dyn Rule,
        locale: &str,
        path: &str,
        own: Option<Severity>,
    ) -> Option<Severity> {
        let usual = own.unwrap_or_else(|| rule.severity());
        if let Some(severity) = named(&self.severities, rule) {
            return Some(severity);
        }
        // What is said of all rules changes those that run, and switches none on.
        let mut of_all = self.severities.get(rules::ALL).copied();
        let here = |it: &&Override| it.is_for_all() || self.is_about(&it.locales, &it.paths, locale, path);
        let mut level = None;
        for it in self.overrides.iter().rev().filter(here) {
            level = it.level(rule);
            match it.levels.get(rules::ALL) {
                _ if level.is_some() => {}
                Some(Level::Off) => level = Some(Level::Off),
                Some(Level::On(severity)) => of_all = of_all.or(Some(*severity)),
                None => {}
            }
            if level.is_some() {
                break;
            }
        }
        let selected = self.select.iter().any(|name| name == rule.name());
        let is_info = |severity| severity == Severity::Info && rule.severity() != Severity::Info;
        let shown = match level {
            Some(Level::On(severity)) => Some(severity),
            Some(Level::Off) => selected.then_some(usual),
            None if !self.select.is_empty() => Some(usual),
            // Another rule's override has switched it on elsewhere; here it is as it always is.
            None => (rule.is_default() && !is_info(usual)).then_some(usual),
        };
        shown.map(|severity| of_all.unwrap_or(severity))
    }

    /// Which of [`ignored`](Self::ignored) keep findings about an id quiet.
    pub(crate) fn ignoring<'c>(
        &'c self,
        rule: &'c dyn Rule,
        locale: &'c str,
        path: &'c str,
        id: Option<&'c str>,
    ) -> impl Iterator<Item = usize> + use<'c> {
        let fits = move |it: &Ignored| {
            it.is_about(rule)
                && id.is_some_and(|id| it.ids.iter().any(|glob| glob.is_match(id)))
                && self.is_about(&it.locales, &it.paths, locale, path)
        };
        self.ignored.iter().enumerate().filter(move |(_, it)| fits(it)).map(|(index, _)| index)
    }

    /// The domains that a file belongs to, by the path shown, and their positions.
    pub fn domains_of<'c>(&'c self, path: &str) -> impl Iterator<Item = (usize, &'c Domain)> + use<'c> {
        let path = resolve(&self.here, path);
        let domains = self.domains.iter().enumerate();
        domains.filter(move |(_, domain)| domain.paths.iter().any(|glob| glob.is_match(&path)))
    }

    fn is_about(&self, locales: &[String], paths: &[Glob], locale: &str, path: &str) -> bool {
        let in_path = || {
            let path = resolve(&self.here, path);
            paths.iter().any(|glob| glob.is_match(&path))
        };
        (locales.is_empty() || names(locales, locale)) && (paths.is_empty() || in_path())
    }
}

/// Whether a list of locales has one, however it is spelt.
pub(crate) fn names(list: &[String], locale: &str) -> bool {
    list.iter().any(|name| name.replace('_', "-").eq_ignore_ascii_case(locale))
}
