//! Which files and messages a project asks of each locale, where a configuration file says so.

use std::collections::HashMap;
use std::sync::Arc;

use super::Locale;

/// What is asked of each locale. The default asks for everything of all.
#[derive(Debug, Default)]
pub struct Scope {
    /// By key of a file: the only locales that need it.
    pub(super) locales: HashMap<Arc<str>, Arc<[String]>>,
    /// By key of a file: the filters that apply to it, the last first.
    pub(super) filters: HashMap<Arc<str>, Vec<Arc<Filter>>>,
}

/// What becomes of some messages.
#[derive(Debug)]
pub(super) struct Filter {
    pub(super) locales: Option<Vec<String>>,
    /// Nothing where it is about whole files.
    pub(super) ids: Option<Vec<IdPattern>>,
    pub(super) action: Action,
}

/// How much a message matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It is not asked for.
    Ignore,
    /// Its absence is a warning.
    Warn,
    /// It is asked for like any other.
    Require,
}

/// An id, or a regular expression for ids. Only configuration files have them.
#[derive(Debug)]
pub(super) enum IdPattern {
    #[cfg(feature = "config")]
    Exact(String),
    #[cfg(feature = "config")]
    Regex(regex_lite::Regex),
}

impl Scope {
    /// Whether it asks for everything of all locales.
    pub fn is_empty(&self) -> bool {
        self.locales.is_empty() && self.filters.is_empty()
    }

    /// How much a message, or a file without `id`, matters in a locale.
    pub fn action(&self, key: &str, locale: &Locale, id: Option<&str>) -> Action {
        if self.locales.get(key).is_some_and(|locales| !names(locales, locale)) {
            return Action::Ignore;
        }
        let applies = |filter: &&Arc<Filter>| {
            let in_locale = filter.locales.as_ref().is_none_or(|locales| names(locales, locale));
            let about_id = filter
                .ids
                .as_ref()
                .is_none_or(|ids| id.is_some_and(|id| ids.iter().any(|pattern| pattern.is_match(id))));
            in_locale && about_id
        };
        let filters = self.filters.get(key).map(Vec::as_slice).unwrap_or_default();
        filters.iter().find(applies).map_or(Action::Require, |filter| filter.action)
    }
}

impl IdPattern {
    #[cfg_attr(not(feature = "config"), expect(unused_variables, reason = "there is no pattern to match"))]
    fn is_match(&self, id: &str) -> bool {
        match *self {
            #[cfg(feature = "config")]
            Self::Exact(ref exact) => exact == id,
            #[cfg(feature = "config")]
            Self::Regex(ref regex) => regex.is_match(id),
        }
    }
}

/// Whether a list of names, in any spelling, has a locale.
pub(super) fn names(list: &[String], locale: &Locale) -> bool {
    list.iter()
        .any(|name| name == locale.spelling() || name.replace('_', "-").eq_ignore_ascii_case(locale.tag()))
}
