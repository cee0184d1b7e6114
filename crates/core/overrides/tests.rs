//! Each problem with its exact line, column and rule; each fallback; and texts that mean harm.

mod shown;

use super::*;
use crate::{Kind, LabelId, RegionId};

/// The problems of one French text that is called `fr`.
fn problems(text: &str) -> Vec<String> {
    let (library, problems) = Library::builder().text(Locale::French, "fr", text).build_without_faulty();
    read_all(&library);
    problems.iter().map(ToString::to_string).collect()
}

/// Holds French texts against the problems that they have.
fn check(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, problems(text)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(text, expected, found)| format!("{text}expected {expected:#?}\nfound {found:#?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Reads everything in every language: each text is there, in its own language, and shows no brace.
fn read_all(library: &Library) {
    for edition in library.editions() {
        for id in Kind::ALL.iter().flat_map(|kind| kind.ids().iter().copied()) {
            for (field, text) in edition.any(id).texts() {
                assert_eq!(text.answered_by(), Some(edition.locale()), "{id}.{field}: {text}");
                assert!(!text.contains(['{', '}']) && !text.is_empty(), "{id}.{field}: {text}");
            }
        }
        for &label in LabelId::ALL.iter().filter(|label| label.variables().is_empty()) {
            let text = edition.label(label);
            assert!(!text.contains(['{', '}']) && !text.is_empty(), "{label}: {text}");
        }
    }
}

#[test]
fn every_kind_of_problem_has_its_place_and_its_rule() {
    let cases: &[(&str, &[&str])] = &[
        (
            "region-walonia = x\n",
            &[
                "fr:1:1: error: there is no message `region-walonia` (did you mean `region-wallonia`?) [extra-message]",
            ],
        ),
        (
            "region-wallonia = x\n    .receptoin = y\n",
            &[
                "fr:2:5: error: message `region-wallonia` has no attribute `.receptoin` (did you mean `.reception`?) [extra-attribute]",
            ],
        ),
        (
            "region-wallonia =\n    .reception = é { $shore }\n",
            &[
                "fr:2:22: error: variable `$shore` is not passed to this text (did you mean `$share`?) [unknown-variable]",
            ],
        ),
        (
            "region-wallonia = { event-x }\n",
            &["fr:1:21: error: message `event-x` is not defined [unknown-message-reference]"],
        ),
        (
            "region-wallonia = { region-flander }\n",
            &[
                "fr:1:21: error: message `region-flander` is not defined (did you mean `region-flanders`?) [unknown-message-reference]",
            ],
        ),
        (
            "region-wallonia = { sector-steel }\n",
            &["fr:1:21: error: message `sector-steel` is not defined [unknown-message-reference]"],
        ),
        (
            "region-wallonia = { project }, { flanders }, { $flanders }\n",
            &[
                "fr:1:21: error: message `project` is not defined (did you mean `$project`?) [unknown-message-reference]",
                "fr:1:34: error: message `flanders` is not defined (did you mean `-flanders`?) [unknown-message-reference]",
                "fr:1:48: error: variable `$flanders` is not passed to this text (did you mean `-flanders`?) [unknown-variable]",
            ],
        ),
        (
            "region-wallonia = { label-home }\n",
            &[
                "fr:1:21: error: message `label-home` is not in this file, and only terms are shared between files [unknown-message-reference]",
            ],
        ),
        (
            "region-wallonia = { region-flanders.offical }\n",
            &[
                "fr:1:37: error: message `region-flanders` has no attribute `.offical` (did you mean `.official`?) [unknown-attribute-reference]",
            ],
        ),
        (
            "region-wallonia = { -walonia }\n",
            &[
                "fr:1:21: error: term `-walonia` is not defined (did you mean `-wallonia`?) [unknown-term-reference]",
            ],
        ),
        (
            "-wallonia = { label-home }\n",
            &["fr:1:15: error: a term cannot refer to message `label-home` [unknown-message-reference]"],
        ),
        (
            "-wallonia = { $share }\n",
            &[
                "fr:1:15: error: variable `$share` is not passed to this text (terms are given no variables) [unknown-variable]",
            ],
        ),
        (
            "region-wallonia = { -wallonia(case: \"in\") }\n",
            &["fr:1:31: error: term `-wallonia` takes no arguments [term-argument-unknown]"],
        ),
        (
            "region-wallonia =\n    .reception = { PERCENT($share) }\n",
            &[
                "fr:2:20: error: unknown function `PERCENT`, expected one of: NUMBER, DATETIME [unknown-function]",
            ],
        ),
        (
            "region-wallonia =\n    .reception = { NUMBER($share, minimumFractionDigits: 99) }\n",
            &[
                "fr:2:35: error: option `minimumFractionDigits` of NUMBER cannot be `99`, expected a whole number from 0 to 15 [invalid-function-option]",
            ],
        ),
        (
            "region-wallonia =\n    .reception = { NUMBER($month-at) }\n",
            &[
                "fr:2:27: error: NUMBER cannot show `$month-at` so (it takes a number or a share, and shows no percentages in number.ftl) [invalid-function-argument]",
            ],
        ),
        (
            "region-wallonia =\n    .reception = { NUMBER() }\n",
            &["fr:2:20: error: NUMBER takes one value, a number [invalid-function-argument]"],
        ),
        (
            "region-wallonia =\n    .reception = { DATETIME($asylum-increase, day: \"numeric\") }\n",
            &[
                "fr:2:29: error: DATETIME cannot show `$asylum-increase` so (it takes a date, and shows only what is known of it) [invalid-function-argument]",
            ],
        ),
        (
            "region-wallonia =\n    .reception = { $share ->\n        [one] x\n       *[other] y\n    }\n",
            &[
                "fr:2:20: error: `$share` is neither a number nor a word, and always selects the default [selector-type-mismatch]",
            ],
        ),
        (
            "region-wallonia = { region-wallonia.in }\n    .in = { region-wallonia }\n",
            &[
                "fr:1:21: error: `region-wallonia` refers to itself through `region-wallonia.in` [cyclic-reference]",
            ],
        ),
        ("-wallonia = { -wallonia }\n", &["fr:1:15: error: `-wallonia` refers to itself [cyclic-reference]"]),
        (
            "-region-wallonia = x\n",
            &[
                "fr:1:1: error: term `-region-wallonia` has the name of a message, and one of them would be lost (give the term another name) [duplicate-id-in-bundle]",
            ],
        ),
        (
            "-NUMBER = x\n",
            &[
                "fr:1:1: error: term `-NUMBER` has the name of a function, and one of them would be lost (give the term another name) [duplicate-id-in-bundle]",
            ],
        ),
        (
            "region-wallonia = { \"{\" }\n",
            &["fr:1:22: error: a brace is shown, which looks like a fault [unshowable-character]"],
        ),
        (
            "region-wallonia = { \"\\u007B\" }\n",
            &["fr:1:22: error: a brace is shown, which looks like a fault [unshowable-character]"],
        ),
        (
            "region-wallonia = x\u{7}\n",
            &[
                "fr:1:19: error: the text holds a control character, which no page can show [unshowable-character]",
            ],
        ),
        (
            "region-wallonia = x{ \"\\u0085\" }\n",
            &[
                "fr:1:23: error: the text holds a control character, which no page can show [unshowable-character]",
            ],
        ),
        (
            "region-wallonia = x{ \"\\uD800\" }\n",
            &["fr:1:23: error: the text holds a code point that is not a character [unshowable-character]"],
        ),
        (
            "region-wallonia = { \"\" }\n",
            &["fr:1:1: error: the text of `region-wallonia` is empty [empty-value]"],
        ),
        (
            "region-wallonia = { 1.0000000000000000 }\n",
            &[
                "fr:1:21: error: a number has at most 15 decimals and as many digits before them [number-too-long]",
            ],
        ),
        (
            "region-wallonia = a\nregion-wallonia = b\n",
            &[
                "fr:2:1: error: message `region-wallonia` is defined twice (remove one of them, or give it another id) [duplicate-id]",
            ],
        ),
        (
            "region-wallonia = x\n    .in = a\n    .in = b\n",
            &[
                "fr:3:6: error: attribute `.in` is given twice (remove one of them, or give it another name) [duplicate-attribute]",
            ],
        ),
        (
            "region-wallonia = { 1 ->\n    [one] a\n    [one] b\n   *[other] c\n}\n",
            &[
                "fr:3:6: error: variant `[one]` is given twice (remove one of them, or give it another key) [duplicate-variant]",
            ],
        ),
        (
            "region-wallonia = { $project\nregion-flanders = x\n",
            &[
                "fr:1:29: error: expected `}`, the line ends (E0003) (close the placeable with `}`; write `{ \"{\" }` for a brace in text) [syntax-error]",
            ],
        ),
        // What only follows from another problem is not told.
        (
            "-new = { $x }\n-newer = { -new }\nregion-wallonia = { -newer }\n",
            &[
                "fr:1:10: error: variable `$x` is not passed to this text (terms are given no variables) [unknown-variable]",
            ],
        ),
        // A name is given less than the prose that it shows.
        (
            "region-wallonia = { region-wallonia.reception }\n",
            &[
                "fr:1:21: error: `region-wallonia` shows this text too, and is not passed `$share` [unknown-variable]",
            ],
        ),
        (
            "-wallonia = x\n    .gender = f\nregion-wallonia = { -wallonia.gendre ->\n    [f] la\n   *[m] le\n}\n",
            &[
                "fr:3:31: error: term `-wallonia` has no attribute `.gendre` (did you mean `.gender`?) [unknown-attribute-reference]",
            ],
        ),
        (
            "number-percent = { NUMBER($number, style: \"percent\") }\n",
            &[
                "fr:1:27: error: NUMBER cannot show `$number` so (it takes a number or a share, and shows no percentages in number.ftl) [invalid-function-argument]",
            ],
        ),
    ];
    check(cases);
}

#[test]
fn a_unit_is_replaced_alone() {
    let library = Library::builder()
        .text(Locale::French, "a", "region-wallonia =\n    .reception = Reçus : { $share }.\n")
        .text(Locale::French, "b", "region-flanders = Vlaanderen\n")
        .build()
        .unwrap();
    read_all(&library);
    let embedded = Library::embedded().edition(Locale::French);
    let edition = library.edition(Locale::French);
    assert_eq!(edition.region(RegionId::Wallonia).reception(), "Reçus : 49,9\u{a0}%.");
    assert_eq!(edition.region(RegionId::Flanders).name(), "Vlaanderen");
    for (id, changed) in [(RegionId::Wallonia, "reception"), (RegionId::Flanders, "name")] {
        let own: Vec<_> = edition.region(id).texts().filter(|(name, _)| *name != changed).collect();
        let others: Vec<_> = embedded.region(id).texts().filter(|(name, _)| *name != changed).collect();
        assert_eq!(own, others, "{}", id.as_str());
    }
}

/// What a text of a file shows is what that text has become, and what it says is checked with it.
#[test]
fn embedded_texts_show_what_was_overridden() {
    let text = "-new = Neuf\n    .gender = m\n-flanders = { -new }\nregion-wallonia = { region-flanders }, { -new.gender ->\n    [m] le\n   *[f] la\n}\n";
    let library = Library::builder().text(Locale::French, "fr", text).build().unwrap();
    read_all(&library);
    let edition = library.edition(Locale::French);
    assert_eq!(edition.region(RegionId::Flanders).name(), "Neuf");
    assert_eq!(edition.region(RegionId::Wallonia).name(), "Neuf, le");
}

#[test]
fn a_faulty_text_gives_way_to_the_embedded_one() {
    let embedded = Library::embedded().edition(Locale::French).region(RegionId::Wallonia);
    let faulty = [
        "{ $x }",
        "{ -x }",
        "{ region-wallonia }",
        "{ NUMBER($project) }",
        "{ \"\" }",
        "{ \"}\" }",
        "{ -wallonia(a: 1) }",
    ];
    for value in faulty {
        let text = format!("region-wallonia = {value}\n    .in = dedans\n");
        let (library, problems) = Library::builder().text(Locale::French, "fr", text).build_without_faulty();
        assert_eq!(problems.len(), 1, "{value}: {problems:?}");
        let wallonia = library.edition(Locale::French).region(RegionId::Wallonia);
        assert_eq!(wallonia.name(), embedded.name(), "{value}");
        let texts: Vec<_> = wallonia.texts().filter(|(_, text)| *text == "dedans").collect();
        assert_eq!(texts.len(), 1, "{value}: the other text of the message stands");
    }
}

/// A text may take less than the one that it replaces, and what an application passes is known only then.
#[test]
fn where_an_overridden_label_does_not_resolve_the_embedded_one_answers() {
    use fluent_bundle::FluentArgs;
    let text = "label-result-count = { NUMBER($count) } x\n";
    let library = Library::builder().text(Locale::French, "fr", text).build().unwrap();
    let read = |count: fluent_bundle::FluentValue<'static>| {
        let mut arguments = FluentArgs::new();
        arguments.set("count", count);
        let edition = library.edition(Locale::French);
        let text = edition.label_with(LabelId::ResultCount, &arguments, crate::Isolation::Plain);
        (text.as_text().lang(), text.into_string())
    };
    assert_eq!(read(5.into()), ("fr", "5 x".to_owned()));
    assert_eq!(read("5".into()), ("fr", "5 résultats".to_owned()));
}
