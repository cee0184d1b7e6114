//! The one way through the files of a locale that all rules share.

use super::interest::{Entries, Interest};
use super::{Context, Rule, Selections, Sink, UnitPair};
use crate::distance;
use crate::model::{EntryRef, Features, FileRef, Numbers};

type Shared = &'static dyn Rule;

/// The rules that run in one locale, by what they want to be shown.
#[derive(Debug)]
pub(crate) struct Pass {
    all: Vec<Shared>,
    files: Vec<Shared>,
    entries: Vec<(Entries, Shared)>,
    missing: Vec<Shared>,
    patterns: Vec<Batch>,
    selections: Vec<Shared>,
    /// Those that want to see every pair.
    all_units: Vec<Shared>,
    units: Vec<Batch>,
}

/// As many rules as a number has bits, and what a text must hold for each of them.
#[derive(Debug)]
struct Batch {
    rules: Vec<Shared>,
    /// What any of them wants of the text, and of the reference.
    wanted: [Features; 2],
    /// By feature: which of them want it of the text, and of the reference. Asking every rule would take longer.
    by_feature: [[u64; Features::COUNT]; 2],
}

impl Batch {
    fn all(rules: &[([Features; 2], Shared)]) -> Vec<Self> {
        rules.chunks(u64::BITS as usize).map(Self::new).collect()
    }

    fn new(rules: &[([Features; 2], Shared)]) -> Self {
        let mut batch = Self {
            rules: rules.iter().map(|(_, rule)| *rule).collect(),
            wanted: [Features::NONE; 2],
            by_feature: [[0; Features::COUNT]; 2],
        };
        for (number, (wanted, _)) in rules.iter().enumerate() {
            for side in 0..2 {
                let (Some(wanted), Some(all)) = (wanted.get(side), batch.wanted.get_mut(side)) else {
                    continue;
                };
                *all |= *wanted;
                for feature in wanted.numbers() {
                    let rules = batch.by_feature.get_mut(side).and_then(|it| it.get_mut(feature));
                    *rules.unwrap_or(&mut 0) |= 1 << number;
                }
            }
        }
        batch
    }

    /// The rules that want a text that holds this, beside a reference that holds that.
    fn interested(&self, held: [Features; 2]) -> impl Iterator<Item = Shared> {
        let mut interested = 0;
        for ((held, wanted), by_feature) in held.into_iter().zip(self.wanted).zip(&self.by_feature) {
            for feature in (held & wanted).numbers() {
                interested |= by_feature.get(feature).copied().unwrap_or_default();
            }
        }
        Numbers(interested).filter_map(|number| self.rules.get(number).copied())
    }
}

impl Pass {
    pub(crate) fn new(rules: &[Shared], context: Context<'_>) -> Self {
        let all: Vec<Shared> = rules.iter().copied().filter(|rule| rule.applies(context)).collect();
        let interests: Vec<(Interest, Shared)> = all.iter().map(|rule| (rule.interest(), *rule)).collect();
        let which = |is_wanted: fn(&Interest) -> bool| -> Vec<Shared> {
            interests.iter().filter(|(interest, _)| is_wanted(interest)).map(|(_, rule)| *rule).collect()
        };
        let has_pairs = !context.is_reference();
        let (mut entries, mut patterns, mut units) = (Vec::new(), Vec::new(), Vec::new());
        for (interest, rule) in &interests {
            let Interest { translations, references, .. } = *interest;
            if interest.entries != Entries::None {
                entries.push((interest.entries, *rule));
            }
            if !interest.patterns.is_empty() {
                patterns.push(([interest.patterns, Features::NONE], *rule));
            }
            if has_pairs && translations != Features::ANY && !(translations | references).is_empty() {
                units.push(([translations, references], *rule));
            }
        }
        let sees_all = |interest: &Interest| interest.translations == Features::ANY;
        Self {
            files: which(|interest| interest.files),
            missing: which(|interest| interest.missing),
            selections: which(|interest| interest.selections),
            all_units: if has_pairs { which(sees_all) } else { Vec::new() },
            entries,
            patterns: Batch::all(&patterns),
            units: Batch::all(&units),
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
        for (entry, reference) in context.counterparts(file) {
            self.entry(context, entry, reference, sink);
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

    fn entry<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        reference: Option<EntryRef<'a>>,
        sink: &mut Sink<'_>,
    ) {
        let has_attributes = entry.has_attributes();
        for (_, rule) in self.entries.iter().filter(|(wanted, _)| has_attributes || *wanted == Entries::All) {
            sink.enter(*rule);
            rule.check_entry(context, entry, sink);
        }
        let has_pairs = !(self.units.is_empty() && self.all_units.is_empty()) && entry.is_message();
        let reference_entry = reference.filter(|_| has_pairs);
        for (attribute, pattern, reference) in entry.units_beside(reference_entry) {
            let features = pattern.features();
            for rule in self.patterns.iter().flat_map(|batch| batch.interested([features, Features::NONE])) {
                sink.enter(rule);
                rule.check_pattern(context, entry, attribute, pattern, sink);
            }
            if !self.selections.is_empty() && Features::SELECTS.meets(features) {
                let found = Selections::new(entry, attribute, pattern);
                for rule in self.selections.iter().filter(|_| !found.selects.is_empty()) {
                    sink.enter(*rule);
                    rule.check_selections(context, &found, sink);
                }
            }
            let Some((reference_entry, reference)) = reference_entry.zip(reference) else { continue };
            let unit = UnitPair::new((entry, pattern), attribute, (reference_entry, reference));
            for rule in &self.all_units {
                sink.enter(*rule);
                rule.check_unit(context, &unit, sink);
            }
            let held = [features, reference.features()];
            for rule in self.units.iter().flat_map(|batch| batch.interested(held)) {
                sink.enter(rule);
                rule.check_unit(context, &unit, sink);
            }
        }
    }
}

#[cfg(test)]
impl Pass {
    /// Shows every rule every part that it looks at, whatever that holds.
    fn show_everything(&mut self) {
        self.entries.iter_mut().for_each(|(wanted, _)| *wanted = Entries::All);
        for batch in self.patterns.iter_mut().chain(&mut self.units) {
            batch.wanted = [Features::ANY; 2];
            batch.by_feature = [[u64::MAX; Features::COUNT]; 2];
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
    use crate::rules::typography::PROFILES;
    use crate::rules::{LocaleLookups, Lookups, ProjectIndex, RULES, Site};
    use crate::suppression::{Common, Silencer, Suppressions};

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
        "50 %",
        "50\u{a0}%",
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
        "„x“",
        "»x«",
        "‘x’",
        "漢字, 漢字",
        "漢字 ?",
        "कख.",
        "عع?",
        "դդ:",
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

    /// The locales of all profiles of typography, and some in other scripts; the first translates every text by every
    /// other one, and the rest some of them.
    fn locales() -> impl Iterator<Item = &'static str> {
        let others = ["ar", "el", "hi", "hy", "ja", "ko", "ru", "sv", "th", "zh"];
        let profiles = PROFILES.iter().map(|profile| profile.tag);
        let profiles = profiles.filter(|tag| !matches!(*tag, "en" | "fr"));
        ["fr"].into_iter().chain(profiles).chain(others)
    }

    /// Texts of the reference and those of its translation, as values, and perhaps as attributes too.
    fn files(pairs: &[(&str, &str)], has_attributes: bool) -> [String; 2] {
        let write = |texts: Vec<&str>| {
            let mut file = "-t = T\nb = B\n".to_owned();
            for (number, text) in texts.into_iter().enumerate() {
                writeln!(file, "m{number} = {text}").unwrap();
                if has_attributes {
                    writeln!(file, "a{number} = word\n    .label = {text}").unwrap();
                    writeln!(file, "k{number} =\n    .accesskey = {text}\n    .label = word").unwrap();
                }
            }
            file
        };
        let (references, translations) = pairs.iter().copied().unzip();
        [write(references), write(translations)]
    }

    fn run(pass: &Pass, context: Context<'_>, site: &Site<'_>) -> Vec<String> {
        let mut sink = Sink::new(site);
        for file in context.files() {
            pass.file(context, file, &mut sink);
        }
        let mut found: Vec<String> = sink.finish().0.iter().flatten().map(ToString::to_string).collect();
        found.sort();
        found
    }

    /// What rules find that are shown everything, and not what they are interested in, by their names.
    fn lost(files: &[(&str, &str)], config: &Config) -> BTreeMap<String, String> {
        let report = check_texts(files, config).unwrap();
        let project = report.projects.first().unwrap();
        let lookups = Lookups::new(project, config);
        let own: Vec<LocaleLookups> = project.locales.iter().map(|_| LocaleLookups::default()).collect();
        let locales = (0..).zip(&project.locales).zip(&own).map(|((at, files), own)| (at, files, own));
        let index = ProjectIndex::new(project, config, &lookups, locales);
        let common = Common::new(Suppressions::default(), 0);
        let silencer = Silencer { own: &common.reference, common: &common };
        let mut lost = BTreeMap::new();
        for locale in 0..project.locales.len() {
            let context = Context::new(&index, locale).unwrap();
            let site = Site::new(0, context, config, None, silencer);
            let mut pass = Pass::new(&config.rules(), context);
            let expected = run(&pass, context, &site);
            pass.show_everything();
            let found = run(&pass, context, &site);
            assert!(found.len() > 100, "{}: {}", context.locale().tag(), found.len());
            for line in found.into_iter().filter(|line| expected.binary_search(line).is_err()) {
                lost.insert(line.rsplit_once(" [").unwrap().1.to_owned(), line);
            }
        }
        lost
    }

    #[test]
    fn no_rule_is_interested_in_less_than_it_finds() {
        let mut config =
            Config { select: RULES.iter().map(|rule| rule.name().to_owned()).collect(), ..Config::default() };
        let mut lost_of_all = BTreeMap::new();
        for (number, locale) in locales().enumerate() {
            for exact in [true, false] {
                config.typography.exact = exact;
                let is_all = number == 0 && exact;
                let is_taken = |one: usize, other: usize| {
                    is_all || one == other || (one + other + number).is_multiple_of(TEXTS.len() / 2)
                };
                let pairs = TEXTS.iter().enumerate().flat_map(|(one, text)| {
                    let others = TEXTS.iter().enumerate().filter(move |(other, _)| is_taken(one, *other));
                    others.map(move |(_, other)| (*text, *other))
                });
                let [reference, translation] = files(&pairs.collect::<Vec<_>>(), !is_all);
                let path = format!("i18n/{locale}/a.ftl");
                let files = [("i18n/en/a.ftl", reference.as_str()), (path.as_str(), translation.as_str())];
                lost_of_all.extend(lost(&files, &config));
            }
        }
        assert!(
            lost_of_all.is_empty(),
            "the interest of these rules leaves out what they find: {lost_of_all:#?}"
        );
    }
}
