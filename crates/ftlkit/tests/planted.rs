//! Faults planted in a correct project: each is found once, by its own rule, where it stands; and texts that
//! only look like faults stay quiet.
//!
//! The folder `planted` has the texts. Each is planted at several places of a file, and checked by all default rules
//! and the one that it is about.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::{BTreeMap, HashSet};

use ftlkit::{Config, LineIndex, Severity, check_texts, rules};

/// The texts, by rule: `locale: reference => translation`, or `en: text` for the reference itself. [`MARK`] stands
/// before the place at which the fault must be found. Lines that begin with `=` are whole entries, all others the text
/// of a message; `\n`, `\t` and `\u{…}` are signs. A rule behind ` && ` may have something to say as well.
const TABLES: [(&str, &str); 3] = [
    ("structure.txt", include_str!("planted/structure.txt")),
    ("texts.txt", include_str!("planted/texts.txt")),
    ("typography.txt", include_str!("planted/typography.txt")),
];

/// Where a fault begins; in texts without one there is none.
const MARK: char = '▸';

/// What is planted: a pattern, or lines that begin with `=` for whole entries.
struct Plant<'t> {
    rule: &'t str,
    line: String,
    is_entries: bool,
    locale: &'t str,
    reference: String,
    text: String,
    /// A rule that may have something to say as well, because the fault cannot stand alone.
    also: &'t str,
}

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let plain = [("n", '\n'), ("t", '\t')];
        if let Some((name, sign)) = plain.iter().find(|(name, _)| after.starts_with(name)) {
            out.push(*sign);
            rest = &after[name.len()..];
        } else if let Some((code, after)) = after.strip_prefix("u{").and_then(|code| code.split_once('}')) {
            out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
            rest = after;
        } else {
            out.push('\\');
            rest = after;
        }
    }
    out + rest
}

fn plants() -> Vec<Plant<'static>> {
    let mut rule = "";
    let mut plants = Vec::new();
    let lines =
        TABLES.iter().flat_map(|(table, text)| text.lines().enumerate().map(move |line| (*table, line)));
    for (table, (index, text)) in lines {
        if let Some(name) = text.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            rule = name;
        } else if !text.is_empty() && !text.starts_with('#') {
            let (kind, text) = text.split_at(usize::from(text.starts_with('=')));
            let (locale, texts) = text.split_once(": ").unwrap();
            let (texts, also) = texts.split_once(" && ").unwrap_or((texts, ""));
            let (reference, own) = texts.split_once(" => ").unwrap_or((texts, texts));
            let own = unescape(own);
            plants.push(Plant {
                rule,
                line: format!("{table}:{}", index + 1),
                is_entries: !kind.is_empty(),
                locale,
                reference: unescape(reference).replace(MARK, ""),
                text: own,
                also,
            });
        }
    }
    plants
}

/// The file around a text: what stands before and behind it, and how lines end.
struct Place {
    name: &'static str,
    before: &'static str,
    behind: &'static str,
    end: &'static str,
}

const fn place(name: &'static str, before: &'static str, behind: &'static str, end: &'static str) -> Place {
    Place { name, before, behind, end }
}

const PLACES: [Place; 6] = [
    place("alone", "", "", "\n"),
    place("among others", "one = 1\n    .two = 2\n\n## Group\n\n", "\nten = 10\neleven = 11\n", "\n"),
    place("behind wide characters", "# Ærøskøbing 漢字 😀\nzero = 0\n\n", "last = 99\n", "\n"),
    place("between CRLF", "one = 1\n\n", "last = 99\n", "\r\n"),
    place("as a block", "one = 1\n\n", "\n### End\n", "\n"),
    place("as an attribute", "one = 1\n\n", "    .other = 3\n", "\n"),
];

/// The file with a text at a place; nothing where it does not fit there.
fn file(plant: &Plant<'_>, text: &str, place: &Place) -> Option<String> {
    let Place { name, before, behind, end } = place;
    let entry = match (plant.is_entries, *name) {
        (true, "as a block" | "as an attribute") => return None,
        (true, _) => format!("{text}\n"),
        (false, "as a block") => format!("planted =\n    {text}\n"),
        (false, "as an attribute") => format!("planted =\n    .planted = {text}\n"),
        (false, _) => format!("planted = {text}\n"),
    };
    Some(format!("{before}{entry}{behind}").replace('\n', end))
}

/// What is wrong about the findings in a text at a place: nothing, as it should be.
fn surprise(plant: &Plant<'_>, place: &Place) -> Option<String> {
    let own = file(plant, &plant.text, place)?;
    let reference = file(plant, &plant.reference, place)?;
    let expected = own.find(MARK).map(|offset| {
        let position = LineIndex::new(&own).position(&own, u32::try_from(offset).unwrap());
        format!("{}:{}: {}", position.line, position.column, plant.rule)
    });
    let own = own.replace(MARK, "");
    let path = format!("i18n/{}/a.ftl", plant.locale);
    let mut files = vec![(path.as_str(), own.as_str())];
    if plant.locale != "en" {
        files.push(("i18n/en/a.ftl", reference.as_str()));
    }
    let mut config = Config::default();
    if rules::rule(plant.rule).is_some_and(|rule| !rule.is_default()) {
        config.severities.insert(plant.rule.to_owned(), Severity::Warning);
    }
    let found: Vec<String> = check_texts(&files, &config)
        .unwrap()
        .diagnostics
        .iter()
        .filter(|it| it.rule() != plant.also)
        .map(|it| {
            let start = it.range().map(|range| range.start);
            let at = start.map_or("?".to_owned(), |start| format!("{}:{}", start.line, start.column));
            let elsewhere = if *it.path() == *path { "" } else { "in the reference: " };
            format!("{elsewhere}{at}: {}", it.rule())
        })
        .collect();
    if found == Vec::from_iter(expected.clone()) {
        return None;
    }
    let expected = expected.unwrap_or_else(|| "nothing".to_owned());
    let name = place.name;
    Some(format!("{} ({}, {name}): expected {expected}, found {found:?} in\n{own}", plant.line, plant.rule))
}

#[test]
fn faults_are_found_and_what_looks_like_them_is_not() {
    let mut counts: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    let mut surprises = Vec::new();
    for plant in plants() {
        let first = if plant.text.contains(MARK) { 0 } else { 2 };
        for place in &PLACES {
            if file(&plant, "", place).is_none() {
                continue;
            }
            let surprise = surprise(&plant, place);
            let count = counts.entry(plant.rule).or_default();
            count[first] += usize::from(surprise.is_none());
            count[first + 1] += 1;
            surprises.extend(surprise);
        }
    }
    for (rule, [caught, faults, silent, near]) in &counts {
        println!("{rule}: {caught} of {faults} caught, {silent} of {near} silent");
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

#[test]
fn each_rule_of_a_text_is_planted() {
    let planted: HashSet<&str> = plants().iter().map(|plant| plant.rule).collect();
    let all: HashSet<&str> = rules::RULES.iter().map(|rule| rule.name()).collect();
    let unknown: Vec<_> = planted.difference(&all).collect();
    assert!(unknown.is_empty(), "no such rules: {unknown:?}");
}
