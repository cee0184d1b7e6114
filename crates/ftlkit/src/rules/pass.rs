//! The one way through the files of a locale that all rules share.

use super::interest::Entries;
use super::{Context, Rule, Selections, Sink, UnitPair};
use crate::distance;
use crate::model::{EntryRef, Features, FileRef};

type Shared = &'static dyn Rule;

/// The rules that run in one locale, by what they want to be shown.
#[derive(Debug)]
pub(crate) struct Pass {
    all: Vec<Shared>,
    files: Vec<Shared>,
    entries: Vec<(Entries, Shared)>,
    missing: Vec<Shared>,
    patterns: Vec<(Features, Shared)>,
    selections: Vec<Shared>,
    /// What the translation must hold, or the reference.
    units: Vec<(Features, Features, Shared)>,
    /// What any of the rules for patterns, translations and references want.
    wanted: [Features; 3],
}

impl Pass {
    pub(crate) fn new(rules: &[Shared], context: Context<'_>) -> Self {
        let all: Vec<Shared> = rules.iter().copied().filter(|rule| rule.applies(context)).collect();
        let interests = || all.iter().map(|rule| (rule.interest(), *rule));
        let mut wanted = [Features::NONE; 3];
        for (interest, _) in interests() {
            let parts = [interest.patterns, interest.translations, interest.references];
            for (all, own) in wanted.iter_mut().zip(parts) {
                *all |= own;
            }
        }
        let pairs = interests().filter(|_| !context.is_reference());
        let pairs = pairs.map(|(interest, rule)| (interest.translations, interest.references, rule));
        let entries = interests().map(|(interest, rule)| (interest.entries, rule));
        let missing = interests().filter(|(interest, _)| interest.missing);
        let patterns = interests().map(|(interest, rule)| (interest.patterns, rule));
        Self {
            files: interests().filter(|(interest, _)| interest.files).map(|(_, rule)| rule).collect(),
            entries: entries.filter(|(wanted, _)| *wanted != Entries::None).collect(),
            missing: missing.filter(|_| !context.is_reference()).map(|(_, rule)| rule).collect(),
            selections: interests()
                .filter(|(interest, _)| interest.selections)
                .map(|(_, rule)| rule)
                .collect(),
            patterns: patterns.filter(|(wanted, _)| !wanted.is_empty()).collect(),
            units: pairs.filter(|(own, other, _)| !own.or(*other).is_empty()).collect(),
            wanted,
            all,
        }
    }

    /// Has the rules look at the locale as a whole.
    pub(crate) fn locale(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        for rule in &self.all {
            distance::start();
            sink.enter(*rule);
            rule.check(context, sink);
            if context.is_reference() {
                rule.check_project(context, sink);
            }
        }
    }

    /// Has the rules look at one file of the locale, and all that is in it.
    pub(crate) fn file<'a>(&self, context: Context<'a>, file: FileRef<'a>, sink: &mut Sink<'_>) {
        distance::start();
        for rule in &self.files {
            sink.enter(*rule);
            rule.check_file(context, file, sink);
        }
        for entry in file.entries() {
            self.entry(context, entry, sink);
        }
    }

    /// Has the rules look at a message of the reference that the locale lacks, wholly or in part.
    pub(crate) fn missing<'a>(
        &self,
        context: Context<'a>,
        reference: EntryRef<'a>,
        translation: Option<EntryRef<'a>>,
        sink: &mut Sink<'_>,
    ) {
        for rule in &self.missing {
            sink.enter(*rule);
            rule.check_missing(context, reference, translation, sink);
        }
    }

    fn entry<'a>(&self, context: Context<'a>, entry: EntryRef<'a>, sink: &mut Sink<'_>) {
        let has_attributes = entry.has_attributes();
        for (_, rule) in self.entries.iter().filter(|(wanted, _)| has_attributes || *wanted == Entries::All) {
            sink.enter(*rule);
            rule.check_entry(context, entry, sink);
        }
        let has_pairs = !self.units.is_empty() && entry.is_message();
        let reference_entry = if has_pairs { context.counterpart(entry) } else { None };
        for (attribute, pattern) in entry.units() {
            let features = pattern.features();
            let [by_pattern, by_translation, by_reference] = self.wanted;
            if by_pattern.meets(features) {
                for (_, rule) in self.patterns.iter().filter(|(wanted, _)| wanted.meets(features)) {
                    sink.enter(*rule);
                    rule.check_pattern(context, entry, attribute, pattern, sink);
                }
            }
            if !self.selections.is_empty() && Features::SELECTS.meets(features) {
                let found = Selections::new(entry, attribute, pattern);
                for rule in self.selections.iter().filter(|_| !found.selects.is_empty()) {
                    sink.enter(*rule);
                    rule.check_selections(context, &found, sink);
                }
            }
            let Some(reference_entry) = reference_entry else { continue };
            let Some(reference) = reference_entry.unit(attribute) else { continue };
            let known = reference.features();
            if !by_translation.meets(features) && !by_reference.meets(known) {
                continue;
            }
            let unit = UnitPair { entry, attribute, pattern, reference_entry, reference };
            for (own, other, rule) in &self.units {
                if own.meets(features) || other.meets(known) {
                    sink.enter(*rule);
                    rule.check_unit(context, &unit, sink);
                }
            }
        }
    }
}
