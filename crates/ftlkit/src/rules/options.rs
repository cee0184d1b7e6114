//! What a project may set about a single rule.

use crate::config::Config;
use crate::glob::Glob;

/// Something that a project may set about a rule, under `[rules.NAME]` of its configuration file.
#[derive(Debug, Clone, Copy)]
pub struct RuleOption {
    /// The name of the rule.
    pub rule: &'static str,
    /// The key.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// What may be set.
    pub kind: OptionKind,
    /// An example of a value, as it would be written.
    pub example: &'static str,
}

/// What an option takes.
#[derive(Debug, Clone, Copy)]
pub enum OptionKind {
    /// A whole number.
    Number {
        /// What holds where nothing is set.
        default: u32,
        /// The smallest that may be set.
        least: u32,
        /// The largest that may be set.
        most: u32,
    },
    /// A list of texts, empty where nothing is set.
    Texts {
        /// Whether a text may be set.
        accepts: fn(&str) -> bool,
        /// What a text is, as it stands after "is no".
        noun: &'static str,
    },
    /// Numbers by patterns of ids; the first in the order of the alphabet that fits an id counts.
    ById,
}

/// What is set for an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionValue {
    /// For [`OptionKind::Number`].
    Number(u32),
    /// For [`OptionKind::Texts`].
    Texts(Vec<String>),
    /// For [`OptionKind::ById`].
    ById(Vec<(Glob, u32)>),
}

impl RuleOption {
    fn value(self, config: &Config) -> Option<&OptionValue> {
        config.options.get(self.rule)?.get(self.name)
    }

    /// The number that holds; 0 where the option takes none.
    pub fn number(self, config: &Config) -> u32 {
        match (self.value(config), self.kind) {
            (Some(OptionValue::Number(number)), _) => *number,
            (_, OptionKind::Number { default, .. }) => default,
            _ => 0,
        }
    }

    /// The texts that are set.
    pub fn texts(self, config: &Config) -> &[String] {
        if let Some(OptionValue::Texts(texts)) = self.value(config) { texts } else { &[] }
    }

    /// The number that is set for an id.
    pub fn by_id(self, config: &Config, id: &str) -> Option<u32> {
        let Some(OptionValue::ById(list)) = self.value(config) else { return None };
        list.iter().find(|(pattern, _)| pattern.is_match(id)).map(|(_, number)| *number)
    }
}
