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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fmt::Write;

    use super::*;
    use crate::check::check_texts;
    use crate::config::Config;
    use crate::rules::{LocaleLookups, Lookups, ProjectIndex, RULES, Site};
    use crate::suppression::Suppressions;

    /// Texts with something in them that some rule looks for.
    const TEXTS: &[&str] = &[
        "word",
        "a a",
        "{ $x }",
        "{ $y } x",
        "{ b }",
        "{ -t }",
        "{ -t(a: \"x\") }",
        "{ NUMBER($x) }",
        "${x}",
        "{{ x }}",
        "%s",
        "50%",
        "{ 1 }",
        "{ \"a\" }",
        "{ \" \" }",
        "{ \"\" }",
        "(",
        "a) b (c)",
        "[x]",
        "« x »",
        "«x»",
        "（x）",
        "¶ x",
        "a \u{fffd} b",
        "Ã©tÃ©",
        "é à",
        "дом",
        "漢字",
        "α",
        "a\u{301}",
        "https://a.org",
        "ftp://a.org",
        "me@a.org",
        "`--all`",
        "-x --all",
        "/etc/passwd",
        "TIME_STYLE",
        "<b>x</b>",
        "<b>x",
        "<br/>",
        "&amp x",
        "R&D",
        "a;b;c;",
        "a; b",
        "a:",
        "a ?",
        "a\u{a0}?",
        "a\u{202f}!",
        "Wait...",
        "Wait…",
        "\"x\"",
        "“x”",
        "'x'",
        "don't",
        "don’t",
        "a  b",
        "1.5",
        "a\u{200b}b",
        "a\u{202e}b",
        "a\u{ad}b",
        "m0 = x",
        "End.",
        "End!",
        "¿x?",
        "a\tb",
        "1 234",
        "file(s)",
        "{ $x } (s)",
        "{ $x ->\n    [one] { $x } a\n   *[other] b\n}",
        "{ $x ->\n    [0] a\n   *[other] { $x } b a\n}",
        "{ NUMBER($x, type: \"ordinal\") ->\n   *[other] b\n}",
    ];

    fn run(pass: &Pass, context: Context<'_>, site: &Site<'_>) -> Vec<String> {
        let mut sink = Sink::new(site);
        for file in context.files() {
            pass.file(context, file, &mut sink);
        }
        let mut found: Vec<String> = sink.finish().0.iter().map(ToString::to_string).collect();
        found.sort();
        found
    }

    #[test]
    fn no_rule_is_interested_in_less_than_it_finds() {
        let pairs = TEXTS.iter().flat_map(|one| TEXTS.iter().map(move |other| (one, other)));
        let (mut reference, mut translation) = ("-t = T\nb = B\n".to_owned(), "-t = T\nb = B\n".to_owned());
        for (number, (one, other)) in pairs.enumerate() {
            writeln!(reference, "m{number} = {one}").unwrap();
            writeln!(translation, "m{number} = {other}").unwrap();
        }
        let files = [("i18n/en/a.ftl", reference.as_str()), ("i18n/fr/a.ftl", translation.as_str())];
        let select = RULES.iter().map(|rule| rule.name().to_owned()).collect();
        let config = Config { select, ..Config::default() };
        let report = check_texts(&files, &config).unwrap();
        let project = report.projects.first().unwrap();
        let lookups = Lookups::new(project.reference_locale().unwrap().files.len());
        let own: Vec<LocaleLookups> = project.locales.iter().map(|_| LocaleLookups::default()).collect();
        let locales = (0..).zip(&project.locales).zip(&own).map(|((at, files), own)| (at, files, own));
        let index = ProjectIndex::new(project, &config, &lookups, locales);
        let suppressions = Suppressions::new(project, 0);
        for locale in 0..project.locales.len() {
            let context = Context::new(&index, locale).unwrap();
            let site = Site::new(0, context, &config, None, &suppressions);
            let mut pass = Pass::new(&config.rules(), context);
            let expected = run(&pass, context, &site);
            pass.wanted = [Features::ANY; 3];
            pass.patterns.iter_mut().for_each(|(wanted, _)| *wanted = Features::ANY);
            pass.units.iter_mut().for_each(|(own, other, _)| (*own, *other) = (Features::ANY, Features::ANY));
            let found = run(&pass, context, &site);
            let mut lost: BTreeMap<&str, &str> = BTreeMap::new();
            for line in found.iter().filter(|line| expected.binary_search(line).is_err()) {
                lost.insert(line.rsplit_once(" [").unwrap().1, line);
            }
            assert!(lost.is_empty(), "the interest of these rules leaves out what they find: {lost:#?}");
            assert!(found.len() > 100, "{}", found.len());
        }
    }
}
