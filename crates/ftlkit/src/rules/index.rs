//! What is looked up while a project is checked.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::compare::{Described, Scripts, Uses};
use super::pairs::{Pairs, Place};
use super::typography::Habits;
use crate::config::Config;
use crate::hash::Map;
use crate::model::FileRef;
use crate::plurals::Rules;
use crate::project::{LocaleFiles, Project};

/// Everything that is looked up while a project is checked: made once, shared by all rules and threads.
#[derive(Debug)]
pub(crate) struct ProjectIndex<'a> {
    pub(super) project: &'a Project,
    pub(super) config: &'a Config,
    pub(super) locales: Vec<LocaleIndex<'a>>,
    /// For each file of the reference: its ids, first definitions only.
    reference_ids: Vec<OnceLock<ReferenceIds<'a>>>,
    /// For each file of the reference: the variables that its comments describe.
    pub(super) described: Vec<OnceLock<Described<'a>>>,
    /// By path: which of the configured domains a file belongs to.
    pub(super) domains: OnceLock<Map<&'a str, Vec<usize>>>,
}

/// The ids of a file of the reference.
#[derive(Debug, Default)]
pub(super) struct ReferenceIds<'a> {
    /// The entries that define them first.
    pub(super) first: Map<&'a str, usize>,
    /// The entries that define them again, in order.
    pub(super) repeated: Vec<usize>,
}

/// What is known of one locale; each part is made when it is first asked for.
#[derive(Debug, Default)]
pub(super) struct LocaleIndex<'a> {
    pub(super) messages: OnceLock<Map<&'a str, Place>>,
    pub(super) terms: OnceLock<Map<&'a str, Place>>,
    pub(super) broken: OnceLock<HashSet<(&'a str, Option<&'a str>)>>,
    pub(super) pairs: OnceLock<Pairs>,
    pub(super) chain: OnceLock<Vec<usize>>,
    /// By configured domain.
    pub(super) ids_by_domain: OnceLock<Vec<Map<&'a str, Place>>>,
    /// By file of the reference.
    pub(super) missing_files: OnceLock<Vec<bool>>,
    pub(super) uses: OnceLock<Uses<'a>>,
    pub(super) scripts: OnceLock<Option<Scripts>>,
    pub(super) declares_lengths: OnceLock<bool>,
    pub(super) has_messages_without_value: OnceLock<bool>,
    /// Those for cardinals, those for ordinals.
    pub(super) plural_rules: OnceLock<[Option<Rules>; 2]>,
    /// By file: what its typography is like.
    pub(super) habits: OnceLock<Vec<OnceLock<Habits>>>,
}

impl<'a> ProjectIndex<'a> {
    pub(crate) fn new(project: &'a Project, config: &'a Config) -> Self {
        let files = project.reference_locale().map_or(0, |locale| locale.files.len());
        Self {
            project,
            config,
            locales: project.locales.iter().map(|_| LocaleIndex::default()).collect(),
            reference_ids: (0..files).map(|_| OnceLock::new()).collect(),
            domains: OnceLock::new(),
            described: (0..files).map(|_| OnceLock::new()).collect(),
        }
    }

    pub(super) fn reference(&self) -> Option<&'a LocaleFiles> {
        self.project.reference_locale()
    }

    pub(super) fn ids_of_reference_file(&self, file: FileRef<'a>) -> Option<&ReferenceIds<'a>> {
        let ids = self.reference_ids.get(file.index())?;
        Some(ids.get_or_init(|| {
            let mut ids = ReferenceIds::default();
            ids.first.reserve(file.entries().len());
            for entry in file.entries() {
                let own = entry.index();
                if *ids.first.entry(entry.id()).or_insert(own) != own {
                    ids.repeated.push(own);
                }
            }
            ids
        }))
    }
}
