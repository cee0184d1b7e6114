//! The keys of the configuration file: the one place that says what each is for.

use crate::rules::{self, OptionKind};

/// A key of the configuration file.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The name: of a value, or of a table in its brackets.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// What holds where it is left out, as it would be written; nothing for tables.
    pub default: &'static str,
    /// An example, as it would be written below the name of a table or after that of a value.
    pub example: &'static str,
}

/// The key of the rules.
const RULES_KEY: &str = "[rules]";

/// All keys, in the order of the file that `ftlkit init` writes.
pub const KEYS: &[Key] = &[
    Key {
        name: "reference",
        about: "The locale that is translated from. Left out: a folder `templates`, else the largest of en, en-US \
            and en-GB, else the most complete locale.",
        default: "",
        example: "\"nl\"",
    },
    Key {
        name: "locales",
        about: "Only findings in these locales are shown. Empty: all.",
        default: "[]",
        example: "[\"fr\", \"pt-BR\"]",
    },
    Key {
        name: "required",
        about: "The locales that must be complete: what is missing there is an error, elsewhere a warning. Left out: \
            all. A locale that is required and has no file is missing everything.",
        default: "",
        example: "[\"fr\"]",
    },
    Key {
        name: "baseline",
        about: "The file of findings that are left out because they were there before, relative to the folder of this \
            file. `ftlkit check --update-baseline` makes it, and takes out of it what is mended.",
        default: "",
        example: "\"ftlkit-baseline.toml\"",
    },
    Key {
        name: "functions",
        about: "The functions that the application registers; this replaces the whole list.",
        default: "[\"DATETIME\", \"NUMBER\"]",
        example: "[\"NUMBER\", \"LIST\"]",
    },
    Key {
        name: "french-spacing",
        about: "The spaces before `: ; ! ?` and inside « » in French. \"any\": U+00A0 and U+202F alike. \"exact\": U+202F \
            before `; ! ?`, U+00A0 elsewhere.",
        default: "\"any\"",
        example: "\"exact\"",
    },
    Key {
        name: "typography",
        about: "How the rules of the group `typography` look at signs and spaces, where they are selected. \"consistent\": \
            where a file disagrees with itself, or is clearly wrong. \"exact\": wherever a text does not follow the \
            conventions of its language.",
        default: "\"consistent\"",
        example: "\"exact\"",
    },
    Key {
        name: "[varieties]",
        about: "The country whose conventions a locale follows, where its own tag does not say so: French differs in Canada \
            and Switzerland, German in Switzerland, Portuguese in Portugal, Spanish in America.",
        default: "",
        example: "fr = \"fr-CH\"",
    },
    Key {
        name: "[quotation-marks]",
        about: "The quotation marks of a locale, where they are not those of its language: around a quotation, and around \
            one inside it.",
        default: "",
        example: "nl = [\"“”\", \"‘’\"]",
    },
    Key {
        name: RULES_KEY,
        about: "The severity of rules, or of groups of rules: \"error\", \"warning\", \"info\" or \"off\". A rule's own \
            name weighs more than that of its group. `ftlkit rules` lists them. A table sets the options of a rule, and its \
            severity under `severity`.",
        default: "",
        example: "extra-message = \"info\"\nplurals = \"off\"\nuntranslated.severity = \"info\"",
    },
    Key {
        name: "[[overrides]]",
        about: "Other severities for some locales, for some paths, or for some paths of some locales. Paths are \
            patterns, relative to the folder of this file: `*` stops at a slash, `**` does not. Later tables weigh \
            more.",
        default: "",
        example: "locales = [\"fr\"]\npaths = [\"i18n/*/legal/**\"]\nrules = { untranslated = \"error\" }",
    },
    Key {
        name: "[[ignore]]",
        about: "Findings about some messages that are to be kept quiet, by patterns of their ids; where they are given, \
            only in some locales, in some paths and from some rules.",
        default: "",
        example: "ids = [\"xdg-*\"]\nlocales = [\"fr\"]\npaths = [\"i18n/**\"]\nrules = [\"untranslated\"]\nreason = \"names \
            of programs\"",
    },
    Key {
        name: "[[domains]]",
        about: "The sets of files that one bundle loads together, by patterns of their paths: an id may be defined once \
            in each.",
        default: "",
        example: "name = \"cut\"\npaths = [\"src/uu/cut/locales/*\", \"src/uucore/locales/*\"]",
    },
];

/// The names of the keys of the whole file.
pub(super) fn names() -> Vec<&'static str> {
    KEYS.iter().map(|key| key.name.trim_matches(['[', ']'])).collect()
}

/// A configuration file in which every key is explained, and nothing is changed.
pub fn template() -> String {
    let mut text = String::from(
        "# What `ftlkit check` asks of the translations. A line without `#` is what holds without it. A line with `#` and no\n\
        # space is an example: it holds once the `#` is taken away.\n",
    );
    for key in KEYS {
        text.push('\n');
        for line in wrap(key.about) {
            text.push_str("# ");
            text.push_str(&line);
            text.push('\n');
        }
        if key.name.starts_with('[') {
            for line in std::iter::once(key.name).chain(key.example.lines()) {
                text.extend(["#", line, "\n"]);
            }
            if key.name == RULES_KEY {
                options(&mut text);
            }
        } else if key.default.is_empty() {
            text.extend(["#", key.name, " = ", key.example, "\n"]);
        } else {
            text.extend([key.name, " = ", key.default, "\n"]);
        }
    }
    text
}

/// Every option of a rule, below the key of the rules.
fn options(text: &mut String) {
    for option in rules::RULES.iter().flat_map(|rule| rule.options()) {
        let place = format!("{}.{}", option.rule, option.name);
        let default = match option.kind {
            OptionKind::Number { default, .. } => format!(" Left out: {default}."),
            OptionKind::Texts { .. } | OptionKind::ById => String::new(),
        };
        for line in wrap(&format!("{place}: {}{default}", option.about)) {
            text.extend(["# ", line.as_str(), "\n"]);
        }
        text.extend(["#", place.as_str(), " = ", option.example, "\n"]);
    }
}

/// Lines of at most a hundred characters.
fn wrap(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < 98 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn the_template_changes_nothing() {
        let config = Config::from_toml("ftlkit.toml", &template()).unwrap();
        assert_eq!(format!("{config:?}"), format!("{:?}", Config::default()));
        assert!(KEYS.iter().all(|key| template().contains(key.name)));
    }

    #[test]
    fn all_examples_hold_together() {
        let uncommented = |line: &'_ str| match line.strip_prefix('#') {
            Some(example) if !example.starts_with(' ') => example.to_owned(),
            _ => line.to_owned(),
        };
        let text: String = template().lines().map(|line| uncommented(line) + "\n").collect();
        let config =
            Config::from_toml("ftlkit.toml", &text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(config.reference.as_deref(), Some("nl"));
        assert_eq!(config.domains.len(), 1);
        let options = rules::RULES.iter().flat_map(|rule| rule.options()).count();
        assert!(options > 0 && text.matches("\nuntranslated.").count() > 1, "{text}");
    }

    #[test]
    fn every_example_is_accepted_and_changes_something() {
        for key in KEYS {
            let sign = if key.name.starts_with('[') { "\n" } else { " = " };
            let text = format!("{}{sign}{}\n", key.name, key.example);
            let config = Config::from_toml("ftlkit.toml", &text).unwrap_or_else(|error| panic!("{error}"));
            assert_ne!(format!("{config:?}"), format!("{:?}", Config::default()), "{text}");
        }
    }
}
