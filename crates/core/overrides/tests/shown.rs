//! What a text shows in the end: whatever is selected, whatever the values are.

use icu_plurals::PluralRules;

use super::check;
use crate::{Library, Locale};

/// Keys that no value of the selector matches, also where a function stands between.
#[test]
fn variants_that_are_never_shown_are_found() {
    check(&[
        (
            "label-result-count = { NUMBER($count) ->\n    [one] a\n    [few] b\n   *[other] c\n}\n",
            &[
                "fr:3:6: error: no number has the plural category `few` in `fr` (whole numbers have `one` and `other`) [plural-impossible-category]",
            ],
        ),
        (
            "label-result-count = { NUMBER($count) ->\n    [zero] a\n   *[other] c\n}\n",
            &[
                "fr:2:6: error: `NUMBER($count)` never has the plural category `zero` in `fr` (it has `one`, `other`; for exactly zero write `[0]`) [plural-impossible-category]",
            ],
        ),
        (
            "label-result-count = { NUMBER($count, minimumFractionDigits: 1) ->\n    [1] a\n    [1.0] b\n   *[other] c\n}\n",
            &[
                "fr:2:6: error: `NUMBER($count, minimumFractionDigits: 1)` is never `1`, and the variant is never shown (write plural categories, or select by `$count` alone) [selector-type-mismatch]",
            ],
        ),
        (
            "label-result-count = { NUMBER($count, useGrouping: \"false\") ->\n    [1] a\n    [one] b\n   *[other] c\n}\n",
            &[
                "fr:2:6: error: `NUMBER($count, useGrouping: \"false\")` is never `1`, and the variant is never shown (write plural categories, or select by `$count` alone) [selector-type-mismatch]",
            ],
        ),
        (
            "label-result-count = { NUMBER($count, style: \"percent\") ->\n    [1] a\n   *[other] c\n}\n",
            &[
                "fr:1:24: error: `NUMBER($count, style: \"percent\")` is neither a number nor a word, and always selects the default [selector-type-mismatch]",
            ],
        ),
        (
            "label-result-count = { NUMBER($count, type: \"ordinal\") ->\n    [one] a\n    [two] b\n   *[other] c\n}\n",
            &[
                "fr:3:6: error: no number has the ordinal category `two` in `fr` (whole numbers have `one` and `other`; for exactly two write `[2]`) [ordinal-category]",
            ],
        ),
        (
            "label-result-count = { NUMBER($count) ->\n    [beaucoup] a\n   *[peu] c\n}\n",
            &[
                "fr:2:6: error: `NUMBER($count)` is a number, which no word as a key can match (write plural categories or numbers as keys) [selector-type-mismatch]",
            ],
        ),
        (
            "label-result-count = { $count ->\n    [2.5] a\n    [oen] b\n    [one] c\n   *[other] d\n}\n",
            &[
                "fr:2:6: error: `$count` is never `2.5`, and the variant is never shown (write plural categories, or whole numbers) [selector-type-mismatch]",
                "fr:3:6: error: `oen` is no plural category (did you mean `one`?) [plural-key-typo]",
            ],
        ),
        (
            "label-read-in = { $language ->\n    [Nederlands] a\n    [1] b\n   *[other] c\n}\n",
            &[
                "fr:3:6: error: `$language` is a word, which no number as a key can match [selector-type-mismatch]",
            ],
        ),
        (
            "region-wallonia = { $project ->\n    [Whole-COMM] a\n    [Whole] b\n   *[other] c\n}\n",
            &[
                "fr:3:6: error: `$project` is never `Whole`, and the variant is never shown (it is always `Whole-COMM`) [selector-type-mismatch]",
            ],
        ),
        (
            "region-wallonia = { -wallonia.gender ->\n    [1] a\n    [f] b\n   *[other] c\n}\n-wallonia = W\n    .gender = f\n",
            &[
                "fr:2:6: error: `-wallonia.gender` is a word, which no number as a key can match [selector-type-mismatch]",
            ],
        ),
        (
            "region-wallonia = { 5 ->\n    [one] a\n   *[other] c\n}\n",
            &[
                "fr:2:6: error: `5` never has the plural category `one` in `fr` (it has `other`; for exactly one write `[1]`) [plural-impossible-category]",
            ],
        ),
        (
            "region-wallonia = { \"x\" ->\n    [x] a\n    [y] b\n   *[other] c\n}\n",
            &["fr:3:6: error: `\"x\"` is never `y`, and the variant is never shown [selector-type-mismatch]"],
        ),
        (
            "region-wallonia =\n    .reception = { NUMBER($share) ->\n        [one] a\n       *[other] c\n    }\n",
            &[
                "fr:2:20: error: `NUMBER($share)` is neither a number nor a word, and always selects the default [selector-type-mismatch]",
            ],
        ),
        (
            "region-wallonia =\n    .reception = { NUMBER($share, style: \"decimal\") ->\n        [few] a\n        [0.5] b\n       *[other] c\n    }\n",
            &[
                "fr:3:10: error: no number has the plural category `few` in `fr` (whole numbers have `one` and `other`) [plural-impossible-category]",
                "fr:4:10: error: `NUMBER($share, style: \"decimal\")` is never `0.5`, and the variant is never shown (write plural categories) [selector-type-mismatch]",
            ],
        ),
        (
            "region-wallonia =\n    .reception = { DATETIME($month) ->\n        [one] a\n       *[other] c\n    }\n",
            &[
                "fr:2:20: error: `DATETIME($month)` is neither a number nor a word, and always selects the default [selector-type-mismatch]",
            ],
        ),
        (
            "date-century-ordinal = { $century ->\n    [Ier] premier\n    [xx] x\n   *[other] { $century }\n}\n",
            &[
                "fr:3:6: error: `$century` is never `xx`, and the variant is never shown [selector-type-mismatch]",
            ],
        ),
    ]);
}

#[test]
fn variants_that_can_be_shown_are_right() {
    check(&[
        (
            "label-result-count = { $count ->\n    [0] rien\n    [1] un\n    [one] a\n    [1000] mille\n   *[other] c\n}\n",
            &[],
        ),
        ("label-result-count = { $count ->\n    [many] a\n   *[other] c\n}\n", &[]),
        (
            "label-result-count = { NUMBER($count, minimumFractionDigits: 0) ->\n    [one] a\n   *[other] c\n}\n",
            &[],
        ),
        ("label-result-count = { $count ->\n   *[one] a\n}\n", &[]),
        ("label-read-in = { $language ->\n    [Nederlands] a\n    [one] b\n   *[other] c\n}\n", &[]),
        (
            "region-wallonia = { -wallonia.gender ->\n    [m] a\n    [f] b\n   *[other] c\n}\n-wallonia = W\n    .gender = f\n",
            &[],
        ),
    ]);
}

/// Texts of which somebody sees nothing, at the variant that is to blame.
#[test]
fn no_selection_leaves_a_text_empty() {
    check(&[
        (
            "label-result-count = { $count ->\n    [one] { \"\" }\n   *[other] c\n}\n",
            &[
                "fr:2:6: error: the text of `label-result-count` is empty where `[one]` is selected [empty-value]",
            ],
        ),
        (
            "label-result-count = { $count ->\n    [one] { \"\\u200B\" }\n   *[other] { $count ->\n        [2] { -flanders }\n       *[other] { \"\\u00AD\" }\n    }\n}\n",
            &[
                "fr:2:6: error: the text of `label-result-count` is empty where `[one]` is selected [empty-value]",
            ],
        ),
        ("label-result-count = a{ $count ->\n    [one] { \"\" }\n   *[other] s\n}\n", &[]),
        (
            "label-home = \u{200b}\u{2060}\n",
            &["fr:1:1: error: the text of `label-home` is empty [empty-value]"],
        ),
        (
            "label-home = { -blank }\n-blank = { \" \" }\n",
            &["fr:1:1: error: the text of `label-home` is empty [empty-value]"],
        ),
        ("label-home = x{ -blank }\n-blank = { \" \" }\n", &[]),
        ("-flanders = { \"\" }\n", &["fr:1:1: error: the text of `region-flanders` is empty [empty-value]"]),
    ]);
}

#[test]
fn signs_that_no_reader_should_see_are_found() {
    check(&[
        (
            "label-home = acc\u{fffd}ueil\n",
            &[
                "fr:1:17: error: the text has a replacement character (U+FFFD): a letter was lost (write the letter again; `\\uFFFD` in a string says that the sign itself is meant) [replacement-character]",
            ],
        ),
        ("label-home = acc{ \"\\uFFFD\" }ueil\n", &[]),
        (
            "label-home = x\u{ffff}\n",
            &["fr:1:14: error: the text holds a code point that is not a character [unshowable-character]"],
        ),
        (
            "label-home = \u{202e}lieucca\n",
            &["fr:1:14: error: an override of direction (U+202E) stands here [bidi-control]"],
        ),
        (
            "label-home = \u{2067}acc\n",
            &[
                "fr:1:14: error: an isolate or embedding that nothing ends (U+2067) stands here [bidi-control]",
            ],
        ),
        (
            "label-home = CafÃ©\n",
            &["fr:1:17: error: `Ã©` was read in the wrong encoding (it stands for `é`) [mojibake]"],
        ),
        (
            "label-home = a\rb\n",
            &["fr:1:14: error: the text holds a carriage return that ends no line [unshowable-character]"],
        ),
        ("label-home = a\r\nlabel-to-top = b\r\n", &[]),
    ]);
}

/// What every number and date is written with has to show it, but where it is always the same.
#[test]
fn patterns_show_their_value() {
    check(&[
        (
            "number-percent = %\n",
            &["fr:1:1: error: `number-percent` does not show `$number` [missing-variable]"],
        ),
        ("number-percent = { NUMBER($number, maximumFractionDigits: 0) } p. c.\n", &[]),
        (
            "number-word = { $number ->\n    [one] un\n   *[other] { $number }\n}\n",
            &[
                "fr:2:6: error: `number-word` does not show `$number` where `[one]` is selected [missing-variable]",
            ],
        ),
        (
            "number-word = { $number ->\n    [1] un\n    [2] deux\n   *[other] beaucoup\n}\n",
            &[
                "fr:4:6: error: `number-word` does not show `$number` where `[other]` is selected [missing-variable]",
            ],
        ),
        (
            "number-word = { $number ->\n    [1] un\n   *[other] { $number ->\n        [2] deux\n       *[other] { $number }\n    }\n}\n",
            &[],
        ),
        ("number-percentage-points = { number-word } point\n", &[]),
        (
            "date-decades = années { $first }\n    .at = dans les années { $first } et { $last }\n",
            &["fr:1:1: error: `date-decades` does not show `$last` [missing-variable]"],
        ),
        (
            "date-century-ordinal = Xe\n",
            &["fr:1:1: error: `date-century-ordinal` does not show `$century` [missing-variable]"],
        ),
        ("date-century-ordinal = { $century ->\n    [Ier] premier\n   *[other] { $century }\n}\n", &[]),
        (
            "date-day = jour\n    .at = le { DATETIME($date, day: \"numeric\", month: \"long\") }\n",
            &["fr:1:1: error: `date-day` does not show `$date` [missing-variable]"],
        ),
    ]);
}

/// A count is a whole number, a difference is never negative: where a category then means one number only, it may be in words.
#[test]
fn what_a_category_means_alone_may_be_said_in_words() {
    let word = "number-word = { $number ->\n    [one] a\n   *[other] { $number }\n}\n";
    let word_with_zero = "number-word = { $number ->\n    [0] a\n    [one] b\n   *[other] { $number }\n}\n";
    let points = "number-percentage-points = { $number ->\n    [one] a\n   *[other] { $number } b\n}\n";
    let percent = "number-percent = { $number ->\n    [one] a\n   *[other] { $number } %\n}\n";
    for (text, right) in [
        (word, &[Locale::Dutch, Locale::English][..]),
        (word_with_zero, Locale::ALL),
        (points, &[Locale::Dutch, Locale::English]),
        // An application may have a share of -1 %.
        (percent, &[]),
    ] {
        for &locale in Locale::ALL {
            let (_, problems) = Library::builder().text(locale, "it", text).build_without_faulty();
            let rules: Vec<&str> = problems.iter().map(|problem| problem.rule).collect();
            let expected: &[&str] = if right.contains(&locale) { &[] } else { &["missing-variable"] };
            assert_eq!(rules, expected, "{text} in {locale}: {problems:?}");
        }
    }
}

/// What only follows from another problem, or shows in many texts, is told once.
#[test]
fn a_cause_is_told_once() {
    check(&[
        (
            "region-wallonia = { -new }\n-new = { $x\nregion-flanders = x\n",
            &[
                "fr:2:12: error: expected `}`, the line ends (E0003) (close the placeable with `}`; write `{ \"{\" }` for a brace in text) [syntax-error]",
            ],
        ),
        (
            "region-wallonia = { -region-flanders }\n-region-flanders = x\n",
            &[
                "fr:2:1: error: term `-region-flanders` has the name of a message, and one of them would be lost (give the term another name) [duplicate-id-in-bundle]",
            ],
        ),
        (
            "region-wallonia = { -new.gender ->\n    [f] x\n   *[y] z\n}\n-new = x\n    .gender = { $x }\n",
            &[
                "fr:6:17: error: variable `$x` is not passed to this text (terms are given no variables) [unknown-variable]",
            ],
        ),
        (
            &"-wallonia = LONG\n".replace("LONG", &"x".repeat(1500)),
            &[
                "fr:1:1: error: the text of `region-wallonia` is 1500 bytes long: at most 1024 are taken [text-too-long]",
            ],
        ),
        (
            &"-a = LONGER\n-b = { -a }\n-c = { -b }\nregion-wallonia = { -c }\n"
                .replace("LONGER", &"x".repeat(20000)),
            &[
                "fr:1:1: error: `-a` is 20000 bytes long with all that it refers to: at most 16384 are taken [text-too-long]",
            ],
        ),
        (
            "date-century-ordinal = { date-century-start }\n",
            &[
                "fr:1:26: error: `date-century-ordinal` refers to itself through `date-century-start` [cyclic-reference]",
            ],
        ),
        (
            "-a = { -b }\n-b = { -a }\n-c = { -a }\nregion-wallonia = { -c }\n",
            &["fr:1:8: error: `-a` refers to itself through `-b` [cyclic-reference]"],
        ),
    ]);
}

/// Newer plural rules have categories that fluent-bundle does not choose yet; they are right in a text, and no others are.
#[test]
fn the_categories_of_each_language_are_right() {
    for &locale in Locale::ALL {
        let rules = PluralRules::try_new_cardinal(
            locale.language_identifier().to_string().parse::<icu_locale_core::Locale>().unwrap().into(),
        )
        .unwrap();
        let has: Vec<String> =
            rules.categories().map(|category| format!("{category:?}").to_lowercase()).collect();
        for category in ["zero", "one", "two", "few", "many", "other"] {
            let text =
                format!("label-result-count = {{ NUMBER($count) ->\n    [{category}] a\n   *[rest] b\n}}\n");
            let (_, problems) = Library::builder().text(locale, "it", text).build_without_faulty();
            assert_eq!(
                problems.is_empty(),
                has.iter().any(|it| it == category),
                "{category} in {locale}: {problems:?}"
            );
        }
    }
}

#[test]
fn a_text_cannot_ask_for_being_believed() {
    check(&[(
        "### ftlkit-ignore: all\nlabel-home = a\nlabel-home = b\n# ftlkit-ignore: bidi-control\nlabel-to-top = \u{202e}lieucca\n",
        &[
            "fr:3:1: error: message `label-home` is defined twice (remove one of them, or give it another id) [duplicate-id]",
            "fr:5:16: error: an override of direction (U+202E) stands here [bidi-control]",
        ],
    )]);
}
