//! What the configuration file says about rules: `rule = "severity"`, or a table with their options.

use std::collections::BTreeMap;

use super::{Config, Level};
use crate::diagnostic::Severity;
use crate::document::{Table, Value, unknown};
use crate::error::Error;
use crate::glob::Glob;
use crate::rules::{self, LEVELS, MEBIBYTES, OptionKind, OptionValue, PLACEABLES, RuleOption};
use crate::syntax::Limits;

/// The key of the severity in the table of a rule.
const SEVERITY: &str = "severity";

/// By rule or group.
type Levels = BTreeMap<String, Level>;
/// By rule and option.
type Options = BTreeMap<String, BTreeMap<String, OptionValue>>;

/// Severities and options, for the whole project.
pub(super) fn settings(table: &Table<'_>) -> Result<(Levels, Options), Error> {
    let (mut levels, mut options) = (Levels::new(), Options::new());
    for (name, span, value) in table.entries() {
        let rules = rules::resolve(name).map_err(|error| table.error_at(span, error.to_string()))?;
        let Ok(settings) = value.table() else {
            levels.insert(name.to_owned(), level(&value)?);
            continue;
        };
        // A group has no options, even if it is called like its only rule.
        let known = rules.iter().filter(|rule| rule.name() == name).flat_map(|rule| rule.options());
        let known: Vec<&RuleOption> = known.collect();
        let names: Vec<&str> = known.iter().map(|option| option.name).chain([SEVERITY]).collect();
        settings.only(&names)?;
        if let Some(value) = settings.get(SEVERITY) {
            levels.insert(name.to_owned(), level(&value)?);
        }
        for option in known {
            if let Some(value) = settings.get(option.name) {
                let own = options.entry(name.to_owned()).or_default();
                own.insert(option.name.to_owned(), option_value(option, &value)?);
            }
        }
    }
    Ok((levels, options))
}

/// Severities alone, for a part of the project.
pub(super) fn levels(table: &Table<'_>) -> Result<Levels, Error> {
    let one = |(name, span, value): (&str, _, Value<'_>)| {
        rules::resolve(name).map_err(|error| table.error_at(span, error.to_string()))?;
        if value.table().is_ok() {
            return Err(value.error(format!(
                "options hold for the whole project: set those of `{name}` under `[rules]`"
            )));
        }
        Ok((name.to_owned(), level(&value)?))
    };
    table.entries().map(one).collect()
}

/// The limits that the options of rules give.
pub(super) fn limits(config: &Config) -> Limits {
    let most = |option: RuleOption| option.number(config);
    Limits {
        file_size: u64::from(most(MEBIBYTES)) << 20,
        nesting: usize::try_from(most(LEVELS)).unwrap_or(usize::MAX),
        placeables: most(PLACEABLES),
        ..config.limits
    }
}

fn level(value: &Value<'_>) -> Result<Level, Error> {
    match value.string()? {
        "off" => Ok(Level::Off),
        "info" => Ok(Level::On(Severity::Info)),
        "warning" => Ok(Level::On(Severity::Warning)),
        "error" => Ok(Level::On(Severity::Error)),
        other => Err(value.error(unknown(SEVERITY, other, &["error", "warning", "info", "off"]))),
    }
}

fn option_value(option: &RuleOption, value: &Value<'_>) -> Result<OptionValue, Error> {
    match option.kind {
        OptionKind::Number { least, most, .. } => number(value, least, most).map(OptionValue::Number),
        OptionKind::Texts { accepts, noun } => {
            let text = |value: &Value<'_>| match value.string()? {
                text if accepts(text) => Ok(text.to_owned()),
                text => Err(value.error(format!("`{text}` is no {noun}, as in {}", option.example))),
            };
            Ok(OptionValue::Texts(value.list()?.iter().map(text).collect::<Result<_, _>>()?))
        }
        OptionKind::ById => {
            let pair = |(pattern, _, value): (&str, _, Value<'_>)| {
                Ok((Glob::new(pattern), number(&value, 0, u32::MAX)?))
            };
            Ok(OptionValue::ById(value.table()?.entries().map(pair).collect::<Result<_, Error>>()?))
        }
    }
}

fn number(value: &Value<'_>, least: u32, most: u32) -> Result<u32, Error> {
    let number = value.integer()?;
    let fitting = number.parse::<u32>().ok().filter(|number| (least..=most).contains(number));
    fitting.ok_or_else(|| {
        value.error(format!("{number} is out of range: expected a number from {least} to {most}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refuses(text: &str, expected: &str) {
        let error = Config::from_toml("f.toml", text).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn what_is_set_holds() {
        let text = "[rules]\nparity = \"info\"\n\n[rules.untranslated]\nseverity = \"error\"\nwords = 5\nnames = [\"Kiwi\"]\n\n\
            [rules.too-many-placeables]\nplaceables = 7\n\n[rules.max-length.lengths]\n\"menu-*\" = 20\n";
        let config = Config::from_toml("f.toml", text).unwrap();
        let own = &config.options["untranslated"];
        assert_eq!(own["words"], OptionValue::Number(5));
        assert_eq!(own["names"], OptionValue::Texts(vec!["Kiwi".to_owned()]));
        assert_eq!(config.overrides[0].levels["untranslated"], Level::On(Severity::Error));
        assert_eq!((config.limits.placeables, config.limits.nesting), (7, Limits::default().nesting));
        let nothing = Config::from_toml("f.toml", "[rules.untranslated]\n").unwrap();
        assert_eq!(format!("{:?}", nothing.limits), format!("{:?}", Limits::default()));
        assert!(nothing.options.is_empty() && nothing.overrides[0].levels.is_empty());
    }

    #[test]
    fn what_means_nothing_is_an_error_at_its_place() {
        refuses("[rules.untranslated]\nword = 3\n", "f.toml:2:1: unknown key `word`: did you mean `words`?");
        refuses("[rules.parity]\nwords = 3\n", "f.toml:2:1: unknown key `words`: expected one of `severity`");
        refuses(
            "[rules.untranslated]\nwords = 0\n",
            "f.toml:2:9: 0 is out of range: expected a number from 2 to 100",
        );
        refuses(
            "rules.too-many-placeables.placeables = 1000\n",
            "f.toml:1:40: 1000 is out of range: expected a number from 1 to 100",
        );
        refuses(
            "[rules.untranslated]\nwords = \"3\"\n",
            "f.toml:2:9: `words` must be a whole number, not a string",
        );
        refuses(
            "[rules.untranslated]\nnames = [\"two words\"]\n",
            "f.toml:2:10: `two words` is no single word, as in [\"Whole-COMM\", \"Crowdin\"]",
        );
        refuses(
            "[rules.wrong-script]\nscripts = [\"Greek\"]\n",
            "f.toml:2:12: `Greek` is no abbreviation of a script, as in [\"Grek\"]",
        );
        refuses(
            "[[overrides]]\nlocales = [\"fr\"]\n[overrides.rules.untranslated]\nwords = 4\n",
            "f.toml:3:1: options hold for the whole project: set those of `untranslated` under `[rules]`",
        );
    }

    #[test]
    fn every_option_says_what_holds_and_its_example_is_accepted() {
        for option in rules::RULES.iter().flat_map(|rule| rule.options()) {
            let place = format!("{}.{}", option.rule, option.name);
            let text = format!("rules.{place} = {}\n", option.example);
            let config = Config::from_toml("f.toml", &text).unwrap_or_else(|error| panic!("{error}"));
            assert!(config.options[option.rule].contains_key(option.name), "{place}");
            assert!(rules::rule(option.rule).is_some(), "{place}");
            assert!(option.about.ends_with('.') && option.about.starts_with(char::is_uppercase), "{place}");
        }
        assert_eq!(format!("{:?}", limits(&Config::default())), format!("{:?}", Limits::default()));
    }
}
