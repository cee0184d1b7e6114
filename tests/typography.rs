//! Typography, exact to the character, in the texts as people read them. In the files as translators write them the
//! checker looks at it: `locales.rs`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; clippy.toml exempts test functions, not their helpers"
)]

mod ftl;

use ftl::{Use, all_files, uses};
use whole_comm::{Kind, LabelId, Library, Locale};

/// A run of text without placeables, and where it stands.
struct Run {
    locale: Locale,
    place: String,
    text: String,
}

/// What people read, every text of every language.
fn texts() -> Vec<Run> {
    let mut runs = Vec::new();
    for edition in Library::embedded().editions() {
        let locale = edition.locale();
        for id in Kind::ALL.iter().flat_map(|kind| kind.ids().iter().copied()) {
            for (field, text) in edition.any(id).texts() {
                runs.push(Run { locale, place: format!("{id}.{field} ({locale})"), text: text.to_string() });
            }
        }
        for &label in LabelId::ALL {
            runs.push(Run {
                locale,
                place: format!("label {label} ({locale})"),
                text: edition.label(label).to_string(),
            });
        }
    }
    runs
}

/// What translators write: every pattern with its placeables replaced by a letter, also variants that nobody sees yet.
fn sources() -> Vec<Run> {
    let mut runs = Vec::new();
    for file in all_files() {
        for unit in file.units() {
            let place = format!("{} in {}", unit.name(), file.path.display());
            for used in uses(unit.pattern) {
                if let Use::Text(text) = used {
                    runs.push(Run { locale: file.locale, place: place.clone(), text });
                }
            }
        }
    }
    runs
}

/// Fails with every run for which the check has something to say.
#[track_caller]
fn assert_none(runs: &[Run], check: impl Fn(&Run) -> Option<String>) {
    let faults: Vec<String> = runs
        .iter()
        .filter_map(|run| Some(format!("{}: {} in “{}”", run.place, check(run)?, run.text)))
        .collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

const NO_BREAK_SPACE: char = '\u{a0}';
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';

/// Every position of a character, with its neighbours.
fn around(text: &str) -> impl Iterator<Item = (Option<char>, char, Option<char>)> {
    let characters: Vec<char> = text.chars().collect();
    (0..characters.len()).map(move |position| {
        let before = position.checked_sub(1).map(|before| characters[before]);
        (before, characters[position], characters.get(position + 1).copied())
    })
}

#[test]
fn no_straight_quotes_or_ascii_stand_ins() {
    // The checker says nothing of backticks and dashes, so these are looked for in the files too.
    let stand_ins = ["'", "\"", "...", "  ", "`", "--", " - "];
    for runs in [texts(), sources()] {
        assert_none(&runs, |run| {
            let found = stand_ins.iter().find(|stand_in| run.text.contains(**stand_in));
            found.map(|stand_in| format!("{stand_in:?}"))
        });
    }
}

#[test]
fn no_space_at_either_end() {
    assert_none(&texts(), |run| {
        (run.text.trim() != run.text).then(|| "a space at the start or the end".to_owned())
    });
}

#[test]
fn french_punctuation_has_its_no_break_space() {
    assert_none(&texts(), |run| {
        if run.locale != Locale::French {
            return None;
        }
        around(&run.text).find_map(|(before, character, after)| {
            let wanted_before = match character {
                ';' | '!' | '?' => Some(NARROW_NO_BREAK_SPACE),
                ':' | '»' | '%' => Some(NO_BREAK_SPACE),
                _ => None,
            };
            let wrong_before = wanted_before.is_some_and(|wanted| before != Some(wanted));
            let wrong_after = character == '«' && after != Some(NO_BREAK_SPACE);
            // The title of the article is English and keeps its own punctuation.
            let quoted = run.text.contains("Exclusion policies? The");
            ((wrong_before && !quoted) || wrong_after).then(|| format!("the spacing at {character:?}"))
        })
    });
}

#[test]
fn no_break_spaces_stand_only_where_they_belong() {
    assert_none(&texts(), |run| {
        around(&run.text).find_map(|(before, character, after)| {
            let belongs = match character {
                NO_BREAK_SPACE => before == Some('«') || matches!(after, Some(':' | '»' | '%')),
                NARROW_NO_BREAK_SPACE => matches!(after, Some(';' | '!' | '?')),
                _ => return None,
            };
            (!belongs || run.locale != Locale::French).then(|| "a no-break space".to_owned())
        })
    });
}

#[test]
fn dutch_and_english_have_no_space_before_punctuation() {
    assert_none(&texts(), |run| {
        if run.locale == Locale::French {
            return None;
        }
        around(&run.text).find_map(|(before, character, _)| {
            let spaced = before.is_some_and(char::is_whitespace)
                && matches!(character, ';' | ':' | '!' | '?' | '%' | ',' | '.');
            spaced.then(|| format!("a space before {character:?}"))
        })
    });
}

#[test]
fn quotation_marks_are_the_language_s_own_and_in_pairs() {
    assert_none(&texts(), |run| {
        let count = |mark: char| run.text.matches(mark).count();
        // U+2019 closes a Dutch quotation and is the apostrophe of all three languages.
        let apostrophes = around(&run.text)
            .filter(|&(before, character, after)| {
                character == '’'
                    && before.is_some_and(char::is_alphabetic)
                    && after.is_some_and(char::is_alphabetic)
            })
            .count();
        let closing = count('’') - apostrophes;
        match run.locale {
            Locale::Dutch => (count('‘') != closing || count('“') + count('”') + count('«') + count('»') > 0)
                .then(|| "a quotation".to_owned()),
            Locale::French => {
                (count('«') != count('»') || closing > 0 || count('‘') + count('“') + count('”') > 0)
                    .then(|| "a quotation".to_owned())
            }
            Locale::English => {
                // The apostrophe of a plural genitive (migrants’ access) ends a word.
                let genitives = run.text.matches("s’ ").count();
                (count('“') != count('”') || closing > genitives || count('‘') + count('«') + count('»') > 0)
                    .then(|| "a quotation".to_owned())
            }
        }
    });
}

#[test]
fn prose_is_made_of_sentences() {
    for edition in Library::embedded().editions() {
        for id in Kind::ALL.iter().flat_map(|kind| kind.ids().iter().copied()) {
            for (field, text) in edition.any(id).texts() {
                if !matches!(
                    field,
                    "summary"
                        | "description"
                        | "design"
                        | "question"
                        | "rationale"
                        | "reception"
                        | "reception-places"
                ) {
                    continue;
                }
                let place = format!("{id}.{field} ({})", edition.locale());
                let ends = text.ends_with(['.', '?']) || text.ends_with(".’") || text.ends_with(".”");
                assert!(ends, "{place} does not end a sentence: {text}");
                let starts = text.chars().next().is_some_and(|first| !first.is_lowercase());
                assert!(starts, "{place} does not start with a capital: {text}");
                assert!(!text.contains("..") && !text.contains(",,"), "{place}: {text}");
            }
        }
    }
}

#[test]
fn lists_have_no_serial_comma() {
    for (locale, comma) in [(Locale::Dutch, ", en "), (Locale::French, ", et "), (Locale::English, ", and ")]
    {
        let format = Library::embedded().edition(locale).format();
        assert!(!format.list(["a", "b", "c"]).contains(comma));
    }
}

#[test]
fn english_is_british() {
    const AMERICAN: [&str; 12] = [
        "organiz",
        "politiciz",
        "institutionaliz",
        "labor ",
        "labor.",
        "center",
        "program ",
        "neighbor",
        "behavior",
        "analyz",
        "toward ",
        "favor",
    ];
    assert_none(&texts(), |run| {
        if run.locale != Locale::English {
            return None;
        }
        let text = run.text.to_lowercase();
        AMERICAN.iter().find(|word| text.contains(**word)).map(|word| format!("{word:?}"))
    });
}

/// Words that the terminology of the content rules out, because they mean another thing or are not used in Belgium.
#[test]
fn words_that_mislead_are_not_used() {
    const AVOIDED: [(Locale, &[&str]); 3] = [
        (
            Locale::Dutch,
            &[
                "statushouder",
                "azc",
                "inburgeringscursus",
                "sociale huur",
                "langdurig ingezeten",
                "vandaag",
                "recent",
                "momenteel",
                "extreemrechts",
                "extreem-rechts",
                "vlaams belang",
                "buitenlandse ingezetenen",
                "de gemeenschappen",
            ],
        ),
        (
            Locale::French,
            &[
                "municipalité",
                "cada",
                "résident de longue durée",
                "résidents de longue durée",
                "aujourd’hui",
                "récemment",
                "actuellement",
                "extrême droite",
                "les flandres",
                "politique communautaire",
                "vlaams belang",
            ],
        ),
        (
            Locale::English,
            &[
                "today",
                "recently",
                "currently",
                "far-right",
                "extreme right",
                "steel",
                "global compact",
                "vlaams belang",
                "turkey",
            ],
        ),
    ];
    assert_none(&texts(), |run| {
        let (_, words) = AVOIDED.iter().find(|(locale, _)| *locale == run.locale)?;
        let text = run.text.to_lowercase();
        let whole_word = |word: &str| {
            text.match_indices(word).any(|(start, _)| {
                let before = text[..start].chars().next_back();
                let after = text[start + word.len()..].chars().next();
                !before.is_some_and(char::is_alphabetic) && !after.is_some_and(char::is_alphabetic)
            })
        };
        words.iter().find(|word| whole_word(word)).map(|word| format!("{word:?}"))
    });
}
