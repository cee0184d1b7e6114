//! Every text of every entity is there in every language, resolves, and uses only what exists.
//!
//! The engine reports little: an unknown function in a selector, a number that is none, a term argument that nobody
//! reads all pass without an error. So the files are also checked as they stand.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; clippy.toml exempts test functions, not their helpers"
)]

mod ftl;

use std::collections::{BTreeMap, BTreeSet};

use ftl::{File, Use, all_files, files, uses};
use whole_comm::{ContractUnit, Kind, LabelId, Library, Locale, check_call, contract};

/// What stands in each file according to the table of fields in Rust.
fn contract_by_file() -> BTreeMap<&'static str, Vec<ContractUnit>> {
    let mut files: BTreeMap<&'static str, Vec<ContractUnit>> = BTreeMap::new();
    for unit in contract() {
        files.entry(unit.file).or_default().push(unit);
    }
    files
}

#[test]
fn every_locale_has_the_same_files() {
    let mut expected: Vec<&str> = contract_by_file().into_keys().chain(["terms"]).collect();
    expected.sort_unstable();
    for &locale in Locale::ALL {
        let names: Vec<String> = files(locale).into_iter().map(|file| file.name).collect();
        assert_eq!(names, expected, "locales/{locale} does not have one file for each file of the contract");
    }
}

#[test]
fn every_field_has_its_unit_and_every_unit_its_field() {
    let contract = contract_by_file();
    for file in all_files().filter(|file| file.name != "terms") {
        let units = file.units();
        let found: BTreeSet<String> = units.iter().map(ftl::Unit::name).collect();
        assert_eq!(found.len(), units.len(), "{} has an id or attribute twice", file.path.display());
        let expected: BTreeSet<String> = contract[file.name.as_str()].iter().map(name).collect();
        let missing: Vec<_> = expected.difference(&found).collect();
        let extra: Vec<_> = found.difference(&expected).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}: translate them", file.path.display());
        assert!(
            extra.is_empty(),
            "{} has {extra:?}, which no field of Rust reads: remove them",
            file.path.display()
        );
    }
}

fn name(unit: &ContractUnit) -> String {
    unit.attribute.map_or_else(|| unit.message.clone(), |attribute| format!("{}.{attribute}", unit.message))
}

#[test]
fn units_stand_in_the_same_order_in_every_locale() {
    let order = |file: &File| file.units().iter().map(ftl::Unit::name).collect::<Vec<_>>();
    for source in files(Locale::SOURCE) {
        for &locale in Locale::ALL {
            let translation = files(locale).into_iter().find(|file| file.name == source.name).unwrap();
            assert_eq!(
                order(&translation),
                order(&source),
                "{} is in another order",
                translation.path.display()
            );
            assert_eq!(
                translation.comments(),
                source.comments(),
                "the comments of {} differ from those of {}: they are the same in every locale",
                translation.path.display(),
                source.path.display()
            );
        }
    }
}

/// The attributes stand in the order of the fields.
#[test]
fn attributes_stand_in_the_order_of_the_fields() {
    let contract = contract_by_file();
    for file in files(Locale::SOURCE).iter().filter(|file| file.name != "terms") {
        let mut expected: BTreeMap<&str, Vec<Option<&str>>> = BTreeMap::new();
        for unit in &contract[file.name.as_str()] {
            expected.entry(&unit.message).or_default().push(unit.attribute);
        }
        let mut found: BTreeMap<String, Vec<Option<&str>>> = BTreeMap::new();
        for unit in file.units() {
            found.entry(unit.id.clone()).or_default().push(unit.attribute);
        }
        for (message, attributes) in expected {
            assert_eq!(found[message], attributes, "{message} in {}", file.path.display());
        }
    }
}

#[test]
fn every_text_resolves_in_its_own_language() {
    for &locale in Locale::ALL {
        let edition = Library::embedded().edition(locale);
        let mut texts = 0;
        let mut check = |name: String, text: whole_comm::Text<'_>| {
            assert_eq!(text.answered_by(), Some(locale), "{name} fell back in {locale}: {text}");
            assert!(!text.trim().is_empty(), "{name} is empty in {locale}");
            assert!(!text.contains(['{', '}']), "{name} shows a brace in {locale}: {text}");
            let stray =
                text.chars().find(|c| c.is_control() || matches!(c, '\u{2066}'..='\u{2069}' | '\u{fffd}'));
            assert_eq!(stray, None, "{name} in {locale} has a character that nobody sees: {text:?}");
            texts += 1;
        };
        for id in Kind::ALL.iter().flat_map(|kind| kind.ids().iter().copied()) {
            for (field, text) in edition.any(id).texts() {
                check(format!("{id}.{field}"), text);
            }
        }
        for &label in LabelId::ALL.iter().filter(|label| label.variables().is_empty()) {
            check(format!("label {label}"), edition.label(label));
        }
        assert!(texts > 350, "only {texts} texts were read in {locale}");
    }
}

#[test]
fn texts_use_only_the_variables_that_the_program_passes() {
    let contract = contract_by_file();
    for file in all_files() {
        let known: BTreeMap<String, &ContractUnit> =
            contract.get(file.name.as_str()).into_iter().flatten().map(|unit| (name(unit), unit)).collect();
        for (unit, used) in reachable(&file) {
            let passed = known.get(&unit).map(|unit| unit.variables.as_slice()).unwrap_or_default();
            for variable in used {
                assert!(
                    passed.contains(&variable),
                    "{unit} in {} uses ${variable}; the program passes {passed:?}",
                    file.path.display()
                );
            }
        }
    }
}

/// The variables that each unit of a file uses, also through the messages that it refers to.
fn reachable(file: &File) -> Vec<(String, BTreeSet<String>)> {
    let units = file.units();
    let by_name: BTreeMap<String, &fluent_syntax::ast::Pattern<String>> =
        units.iter().map(|unit| (unit.name(), unit.pattern)).collect();
    let variables = |start: &str| {
        let (mut open, mut seen) = (vec![start.to_owned()], BTreeSet::new());
        let mut variables = BTreeSet::new();
        while let Some(name) = open.pop().filter(|name| seen.insert(name.clone())) {
            for used in by_name.get(&name).map(|pattern| uses(pattern)).unwrap_or_default() {
                match used {
                    Use::Variable(variable) => _ = variables.insert(variable),
                    Use::Message { id, attribute } => {
                        open.push(attribute.map_or(id.clone(), |a| format!("{id}.{a}")));
                    }
                    _ => {}
                }
            }
        }
        variables
    };
    units.iter().map(|unit| (unit.name(), variables(&unit.name()))).collect()
}

#[test]
fn every_variable_is_explained_to_translators() {
    for file in all_files() {
        let comments = file.comments();
        for unit in file.units() {
            for used in uses(unit.pattern) {
                // The name of the project may stand in every text; locales/README.md says so once.
                if let Use::Variable(variable) = used
                    && variable != "project"
                {
                    let explained = comments
                        .split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '$' | '-')))
                        .any(|word| word == format!("${variable}"));
                    assert!(explained, "no comment in {} explains ${variable}", file.path.display());
                }
            }
        }
    }
}

#[test]
fn references_stay_in_the_domain_and_lead_somewhere() {
    for &locale in Locale::ALL {
        let files = files(locale);
        let terms = files.iter().find(|file| file.name == "terms").unwrap();
        let term_names: BTreeSet<String> = terms.units().iter().map(ftl::Unit::name).collect();
        let mut used_terms = BTreeSet::new();
        for file in &files {
            let own: BTreeMap<String, _> =
                file.units().iter().map(|unit| (unit.name(), uses(unit.pattern))).collect();
            let ids: BTreeSet<&str> = own.keys().map(String::as_str).collect();
            for (unit, used) in &own {
                for used in used {
                    let target = match used {
                        Use::Message { id, attribute } => {
                            attribute.as_ref().map_or(id.clone(), |attribute| format!("{id}.{attribute}"))
                        }
                        Use::Term { id, attribute, has_arguments } => {
                            assert!(!has_arguments, "{unit} passes arguments to -{id}, which takes none");
                            assert_eq!(attribute.as_deref(), None, "{unit} reads an attribute of -{id}");
                            used_terms.insert(format!("-{id}"));
                            format!("-{id}")
                        }
                        _ => continue,
                    };
                    let found = ids.contains(target.as_str()) || term_names.contains(&target);
                    assert!(
                        found,
                        "{unit} in {} refers to {target}, which is not there",
                        file.path.display()
                    );
                }
            }
            for start in own.keys() {
                assert!(!leads_to_itself(start, &own), "{start} in {} refers to itself", file.path.display());
            }
            for term in &term_names {
                let message = term.trim_start_matches('-');
                assert!(
                    !ids.contains(message),
                    "{message} and {term} share a name: the engine loses one of them"
                );
            }
        }
        assert_eq!(used_terms, term_names, "terms.ftl of {locale} and the terms that its texts use differ");
    }
}

fn leads_to_itself(start: &str, units: &BTreeMap<String, Vec<Use>>) -> bool {
    let (mut open, mut seen) = (vec![start.to_owned()], BTreeSet::new());
    while let Some(name) = open.pop() {
        for used in units.get(&name).into_iter().flatten() {
            if let Use::Message { id, attribute } = used {
                let target = attribute.as_ref().map_or(id.clone(), |attribute| format!("{id}.{attribute}"));
                if target == start {
                    return true;
                }
                if seen.insert(target.clone()) {
                    open.push(target);
                }
            }
        }
    }
    false
}

#[test]
fn functions_and_selectors_are_ones_that_work() {
    for file in all_files() {
        for unit in file.units() {
            for used in uses(unit.pattern) {
                let place = format!("{} in {}", unit.name(), file.path.display());
                match used {
                    Use::Function { name, positional, named } => {
                        assert_eq!(positional, 1, "{place} gives {name} more or less than one value");
                        let options: Vec<(&str, &str)> =
                            named.iter().map(|(option, value)| (option.as_str(), value.as_str())).collect();
                        assert_eq!(check_call(&name, &options), Ok(()), "{place}");
                    }
                    Use::Selector { keys, default, on_number } => {
                        assert!(on_number, "{place} selects on something that is no number");
                        assert_eq!(default, "other", "the default of {place}");
                        let exact = keys.iter().any(|key| key.parse::<u32>().is_ok());
                        let ordinal = keys.iter().any(|key| key == "two");
                        let expected: &[&str] =
                            if ordinal { &["one", "two", "few", "other"] } else { &["one", "other"] };
                        assert!(
                            exact || keys == expected,
                            "{place} has the variants {keys:?}, not {expected:?}"
                        );
                    }
                    Use::Literal(literal) => {
                        panic!("{place} has the literal {literal:?}, which nothing here needs")
                    }
                    _ => {}
                }
            }
        }
    }
}

/// Numbers, dates and counts come from the data. A digit may only be part of a name.
#[test]
fn no_number_is_typed_into_a_text() {
    const NAMES: [&str; 2] = ["covid-19", "COVID-19"];
    for file in all_files() {
        for unit in file.units() {
            for used in uses(unit.pattern) {
                if let Use::Text(text) = used {
                    let rest = NAMES.iter().fold(text.clone(), |text, name| text.replace(name, ""));
                    let digit = rest.chars().find(char::is_ascii_digit);
                    assert_eq!(
                        digit,
                        None,
                        "{} in {} has a number: {text}",
                        unit.name(),
                        file.path.display()
                    );
                }
            }
        }
    }
}

/// Names that are the same in every language stand in Rust alone.
#[test]
fn verbatim_names_are_not_typed_into_a_text() {
    const NAMES: [&str; 11] = [
        "Whole-COMM",
        "MATILDE",
        "Welcoming Spaces",
        "Horizon",
        "Vlaams Blok",
        "Ilke",
        "Westerveen",
        "Hantson",
        "Exclusion policies",
        "So many",
        "Paese",
    ];
    for file in all_files() {
        for unit in file.units() {
            for used in uses(unit.pattern) {
                if let Use::Text(text) = used {
                    let typed = NAMES.iter().find(|name| text.contains(**name));
                    assert_eq!(
                        typed,
                        None,
                        "{} in {} types a name: {text}",
                        unit.name(),
                        file.path.display()
                    );
                }
            }
        }
    }
}

#[test]
fn ids_start_with_the_name_of_their_file() {
    for file in all_files().filter(|file| file.name != "terms") {
        for unit in file.units() {
            assert!(
                unit.id.starts_with(&format!("{}-", file.name)),
                "{} in {}",
                unit.id,
                file.path.display()
            );
        }
    }
}

#[test]
fn files_are_plain() {
    for file in all_files() {
        let place = file.path.display();
        assert!(!file.text.starts_with('\u{feff}'), "{place} starts with a byte order mark");
        assert!(!file.text.contains(['\r', '\t']), "{place} has a tab or a carriage return");
        assert!(
            file.text.ends_with('\n') && !file.text.ends_with("\n\n"),
            "{place} does not end with one line end"
        );
        let trailing = file.text.lines().find(|line| line.trim_end().len() != line.len());
        assert_eq!(trailing, None, "{place} has a space at the end of a line");
    }
}
