//! The one way through the files of a locale that all rules share.

use super::interest::{Entries, Interest};
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
    /// Those that want to see every pair.
    all_units: Vec<Shared>,
    /// What the translation must hold, or the reference.
    units: Vec<(Features, Features, Shared)>,
    /// What any of the rules for patterns, translations and references want.
    wanted: [Features; 3],
}

impl Pass {
    pub(crate) fn new(rules: &[Shared], context: Context<'_>) -> Self {
        let all: Vec<Shared> = rules.iter().copied().filter(|rule| rule.applies(context)).collect();
        let interests: Vec<(Interest, Shared)> = all.iter().map(|rule| (rule.interest(), *rule)).collect();
        let which = |is_wanted: fn(&Interest) -> bool| -> Vec<Shared> {
            interests.iter().filter(|(interest, _)| is_wanted(interest)).map(|(_, rule)| *rule).collect()
        };
        let has_pairs = !context.is_reference();
        let sees_all = |interest: &Interest| interest.translations == Features::ANY;
        let sees_some = |interest: &Interest| {
            interest.translations != Features::ANY
                && !interest.translations.or(interest.references).is_empty()
        };
        let mut pass = Self {
            files: which(|interest| interest.files),
            missing: which(|interest| interest.missing),
            selections: which(|interest| interest.selections),
            all_units: if has_pairs { which(sees_all) } else { Vec::new() },
            entries: Vec::new(),
            patterns: Vec::new(),
            units: Vec::new(),
            wanted: [Features::NONE; 3],
            all,
        };
        for (interest, rule) in interests {
            if interest.entries != Entries::None {
                pass.entries.push((interest.entries, rule));
            }
            if !interest.patterns.is_empty() {
                pass.patterns.push((interest.patterns, rule));
            }
            if has_pairs && sees_some(&interest) {
                pass.units.push((interest.translations, interest.references, rule));
            }
        }
        let [patterns, translations, references] = &mut pass.wanted;
        pass.patterns.iter().for_each(|(wanted, _)| *patterns |= *wanted);
        for (own, other, _) in &pass.units {
            *translations |= *own;
            *references |= *other;
        }
        pass
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
        let has_pairs = !(self.units.is_empty() && self.all_units.is_empty()) && entry.is_message();
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
            let unit = UnitPair { entry, attribute, pattern, reference_entry, reference };
            for rule in &self.all_units {
                sink.enter(*rule);
                rule.check_unit(context, &unit, sink);
            }
            let known = reference.features();
            if !by_translation.meets(features) && !by_reference.meets(known) {
                continue;
            }
            for (own, other, rule) in &self.units {
                if own.meets(features) || other.meets(known) {
                    sink.enter(*rule);
                    rule.check_unit(context, &unit, sink);
                }
            }
        }
    }
}
