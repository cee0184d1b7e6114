//! The rules. One rule is one file: what it says, its check, its tests.

mod compare;
mod context;
mod finding;
mod index;
mod interest;
mod notes;
mod options;
mod pairs;
mod pass;
mod rule;
mod sink;
mod typography;
mod unit;

mod accesskey_not_in_label;
mod bidi_control;
mod brackets_changed;
mod byte_order_mark;
mod cli_option_changed;
mod comment_variable_unknown;
mod config_invalid;
mod cyclic_reference;
mod double_space;
mod duplicate_attribute;
mod duplicate_id;
mod duplicate_id_in_bundle;
mod duplicate_locale;
mod duplicate_variant;
mod edge_whitespace;
mod ellipsis;
mod email_changed;
mod empty_locale_file;
mod empty_value;
mod end_punctuation;
mod extra_attribute;
mod extra_file;
mod extra_message;
mod extra_message_reference;
mod extra_term_reference;
mod extra_value;
mod file_too_large;
mod foreign_placeholder;
mod fr_punctuation_spacing;
mod function_changed;
mod function_dropped;
mod id_repeated_in_value;
mod invalid_function_option;
mod invalid_locale_tag;
mod invalid_utf8;
mod locale_quotes;
mod markup_extra;
mod markup_key_mismatch;
mod markup_missing;
mod markup_unbalanced;
mod max_length;
mod missing_attribute;
mod missing_file;
mod missing_final_newline;
mod missing_message;
mod missing_message_reference;
mod missing_term;
mod missing_term_reference;
mod missing_value;
mod missing_variable;
mod mixed_line_endings;
mod mixed_tag_spelling;
mod mojibake;
mod nbsp_lost;
mod needless_literal;
mod nesting_too_deep;
mod non_nfc;
mod ordinal_category;
mod percent_spacing;
mod plural_dropped;
mod plural_exact_shadowed;
mod plural_impossible_category;
mod plural_key_typo;
mod plural_missing_category;
mod plural_one_hardcoded;
mod punctuation_locale;
mod redundant_plural_call;
mod reference_only_in_fallback;
mod reference_to_valueless_message;
mod repeated_word;
mod replacement_character;
mod selector_type_mismatch;
mod selector_variable_unknown;
mod single_variant_select;
mod source_unpluralised;
mod straight_apostrophe;
mod straight_quotes;
mod syntax_error;
mod tab_in_blank;
mod term_argument_unknown;
mod term_hardcoded;
mod term_positional_argument;
mod term_variant_missing;
mod too_many_placeables;
mod unknown_attribute_reference;
mod unknown_function;
mod unknown_message_reference;
mod unknown_term_reference;
mod unknown_variable;
mod untranslated;
mod unused_suppression;
mod unused_term;
mod url_changed;
mod variable_in_some_variants;
mod wrong_script;
mod xdg_keywords_shape;
mod zero_width_space;

pub use context::Context;
#[cfg(feature = "config")]
pub(crate) use file_too_large::MEBIBYTES;
pub use finding::Finding;
pub(crate) use index::{LocaleLookups, Lookups, ProjectIndex};
pub use interest::Interest;
#[cfg(feature = "config")]
pub(crate) use nesting_too_deep::LEVELS;
pub use notes::Notes;
pub use options::{OptionKind, OptionValue, RuleOption};
pub(crate) use pass::Pass;
pub use rule::{Explanation, Rule};
pub use sink::Sink;
pub(crate) use sink::Site;
#[cfg(feature = "config")]
pub(crate) use too_many_placeables::PLACEABLES;
pub use unit::UnitPair;
pub(crate) use unused_suppression::unused_ignored;

pub use crate::diagnostic::Statement;
pub use crate::plurals::Selections;
pub use crate::suppression::{Reach, Suppression, Suppressions};

use crate::distance;
use crate::error::Error;

/// All rules, sorted by name.
pub static RULES: &[&dyn Rule] = &[
    &accesskey_not_in_label::AccesskeyNotInLabel,
    &bidi_control::BidiControl,
    &brackets_changed::BracketsChanged,
    &byte_order_mark::ByteOrderMark,
    &cli_option_changed::CliOptionChanged,
    &comment_variable_unknown::CommentVariableUnknown,
    &config_invalid::ConfigInvalid,
    &cyclic_reference::CyclicReference,
    &double_space::DoubleSpace,
    &duplicate_attribute::DuplicateAttribute,
    &duplicate_id::DuplicateId,
    &duplicate_id_in_bundle::DuplicateIdInBundle,
    &duplicate_locale::DuplicateLocale,
    &duplicate_variant::DuplicateVariant,
    &edge_whitespace::EdgeWhitespace,
    &ellipsis::Ellipsis,
    &email_changed::EmailChanged,
    &empty_locale_file::EmptyLocaleFile,
    &empty_value::EmptyValue,
    &end_punctuation::EndPunctuation,
    &extra_attribute::ExtraAttribute,
    &extra_file::ExtraFile,
    &extra_message::ExtraMessage,
    &extra_message_reference::ExtraMessageReference,
    &extra_term_reference::ExtraTermReference,
    &extra_value::ExtraValue,
    &file_too_large::FileTooLarge,
    &foreign_placeholder::ForeignPlaceholder,
    &fr_punctuation_spacing::FrPunctuationSpacing,
    &function_changed::FunctionChanged,
    &function_dropped::FunctionDropped,
    &id_repeated_in_value::IdRepeatedInValue,
    &invalid_function_option::InvalidFunctionOption,
    &invalid_locale_tag::InvalidLocaleTag,
    &invalid_utf8::InvalidUtf8,
    &locale_quotes::LocaleQuotes,
    &markup_extra::MarkupExtra,
    &markup_key_mismatch::MarkupKeyMismatch,
    &markup_missing::MarkupMissing,
    &markup_unbalanced::MarkupUnbalanced,
    &max_length::MaxLength,
    &missing_attribute::MissingAttribute,
    &missing_file::MissingFile,
    &missing_final_newline::MissingFinalNewline,
    &missing_message::MissingMessage,
    &missing_message_reference::MissingMessageReference,
    &missing_term::MissingTerm,
    &missing_term_reference::MissingTermReference,
    &missing_value::MissingValue,
    &missing_variable::MissingVariable,
    &mixed_line_endings::MixedLineEndings,
    &mixed_tag_spelling::MixedTagSpelling,
    &mojibake::Mojibake,
    &nbsp_lost::NbspLost,
    &needless_literal::NeedlessLiteral,
    &nesting_too_deep::NestingTooDeep,
    &non_nfc::NonNfc,
    &ordinal_category::OrdinalCategory,
    &percent_spacing::PercentSpacing,
    &plural_dropped::PluralDropped,
    &plural_exact_shadowed::PluralExactShadowed,
    &plural_impossible_category::PluralImpossibleCategory,
    &plural_key_typo::PluralKeyTypo,
    &plural_missing_category::PluralMissingCategory,
    &plural_one_hardcoded::PluralOneHardcoded,
    &punctuation_locale::PunctuationLocale,
    &redundant_plural_call::RedundantPluralCall,
    &reference_only_in_fallback::ReferenceOnlyInFallback,
    &reference_to_valueless_message::ReferenceToValuelessMessage,
    &repeated_word::RepeatedWord,
    &replacement_character::ReplacementCharacter,
    &selector_type_mismatch::SelectorTypeMismatch,
    &selector_variable_unknown::SelectorVariableUnknown,
    &single_variant_select::SingleVariantSelect,
    &source_unpluralised::SourceUnpluralised,
    &straight_apostrophe::StraightApostrophe,
    &straight_quotes::StraightQuotes,
    &syntax_error::SyntaxError,
    &tab_in_blank::TabInBlank,
    &term_argument_unknown::TermArgumentUnknown,
    &term_hardcoded::TermHardcoded,
    &term_positional_argument::TermPositionalArgument,
    &term_variant_missing::TermVariantMissing,
    &too_many_placeables::TooManyPlaceables,
    &unknown_attribute_reference::UnknownAttributeReference,
    &unknown_function::UnknownFunction,
    &unknown_message_reference::UnknownMessageReference,
    &unknown_term_reference::UnknownTermReference,
    &unknown_variable::UnknownVariable,
    &untranslated::Untranslated,
    &unused_suppression::UnusedSuppression,
    &unused_term::UnusedTerm,
    &url_changed::UrlChanged,
    &variable_in_some_variants::VariableInSomeVariants,
    &wrong_script::WrongScript,
    &xdg_keywords_shape::XdgKeywordsShape,
    &zero_width_space::ZeroWidthSpace,
];

/// Rules that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Each file by itself.
    Syntax,
    /// What the reference has and a locale has not, and the other way round.
    Parity,
    /// What entries refer to.
    References,
    /// Variants by number.
    Plurals,
    /// Words.
    Consistency,
    /// Tags, addresses, placeholders.
    Markup,
    /// What comments promise.
    Comments,
    /// Files and folders.
    Layout,
    /// Signs and spaces.
    Typography,
}

impl Group {
    /// All groups, in the order of the documentation.
    pub const ALL: [Self; 9] = [
        Self::Syntax,
        Self::Parity,
        Self::References,
        Self::Plurals,
        Self::Consistency,
        Self::Markup,
        Self::Comments,
        Self::Layout,
        Self::Typography,
    ];

    /// The name, as used in `--select`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Parity => "parity",
            Self::References => "references",
            Self::Plurals => "plurals",
            Self::Consistency => "consistency",
            Self::Markup => "markup",
            Self::Comments => "comments",
            Self::Layout => "layout",
            Self::Typography => "typography",
        }
    }
}

/// The rule of a name.
pub fn rule(name: &str) -> Option<&'static dyn Rule> {
    RULES.iter().copied().find(|rule| rule.name() == name)
}

/// The name that stands for every rule.
pub const ALL: &str = "all";

/// The names that stand for a rule, from its own to the widest: the first weighs most.
pub(crate) fn names_of(rule: &dyn Rule) -> [&'static str; 3] {
    [rule.name(), rule.group().name(), ALL]
}

/// Whether a name stands for a rule, alone or among others.
pub(crate) fn is_named(name: &str, rule: &dyn Rule) -> bool {
    names_of(rule).contains(&name)
}

/// The rules that a name stands for: that of a rule, or of a group.
///
/// # Errors
///
/// Where there is neither; the error names the nearest.
pub fn resolve(name: &str) -> Result<Vec<&'static dyn Rule>, Error> {
    let is_group = Group::ALL.iter().any(|group| group.name() == name);
    let found: Vec<_> = RULES.iter().copied().filter(|rule| is_named(name, *rule)).collect();
    if is_group || !found.is_empty() {
        return Ok(found);
    }
    let names = RULES.iter().map(|rule| rule.name()).chain(Group::ALL.map(Group::name)).chain([ALL]);
    let nearest = distance::hint(name, names).map(str::to_owned);
    Err(Error::UnknownRule { asked: name.to_owned(), nearest })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check_texts;
    use crate::diagnostic::{Diagnostic, Severity};
    use crate::mend::Fixes;

    #[test]
    fn names_are_sorted_and_in_kebab_case() {
        assert!(RULES.is_sorted_by(|a, b| a.name() < b.name()));
        for rule in RULES {
            let name = rule.name();
            let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            assert!(name.bytes().all(is_plain), "{name}");
            assert!(Group::ALL.iter().all(|group| group.name() != name), "{name} is a group");
        }
    }

    #[test]
    fn every_file_is_a_rule_and_every_rule_a_file() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(".rs").map(str::to_owned))
            .filter(|name| {
                !matches!(
                    name.as_str(),
                    "mod"
                        | "context"
                        | "finding"
                        | "index"
                        | "interest"
                        | "notes"
                        | "options"
                        | "pairs"
                        | "pass"
                        | "rule"
                        | "sink"
                        | "unit"
                )
            })
            .collect();
        files.sort();
        let names: Vec<String> = RULES.iter().map(|rule| rule.name().replace('-', "_")).collect();
        assert_eq!(files, names);
    }

    #[test]
    fn examples_do_what_they_say() {
        // Without the feature no configuration is read.
        let runs = |rule: &&&dyn Rule| cfg!(feature = "config") || rule.name() != "config-invalid";
        for rule in RULES.iter().filter(runs) {
            let mut config = rule.example_config();
            if !rule.is_default() {
                config.severities.insert(rule.name().to_owned(), Severity::Info);
            }
            let explanation = rule.explanation();
            let bad = check_texts(explanation.bad, &config).unwrap();
            let rules: Vec<&str> = bad.diagnostics.iter().map(Diagnostic::rule).collect();
            assert!(!rules.is_empty(), "{}: the bad example is not found", rule.name());
            assert!(rules.iter().all(|name| *name == rule.name()), "{}: {bad}", rule.name());
            let good = check_texts(explanation.good, &config).unwrap();
            assert!(good.is_clean(), "{}: {good}", rule.name());
        }
    }

    #[test]
    fn fixes_are_what_the_rule_says_of_them() {
        let mut silent = Vec::new();
        for rule in RULES {
            let mut config = rule.example_config();
            if !rule.is_default() {
                config.severities.insert(rule.name().to_owned(), Severity::Info);
            }
            let said = rule.explanation().fix;
            let bad = check_texts(rule.explanation().bad, &config).unwrap();
            let is_safe: Vec<bool> =
                bad.diagnostics.iter().filter_map(|found| Some(found.fix()?.safe)).collect();
            let word = if is_safe.contains(&false) { "nsafe" } else { "Safe: " };
            if is_safe.is_empty() {
                silent.extend((!said.starts_with("None")).then(|| rule.name()));
                continue;
            }
            assert!(said.contains(word), "{}: the fix of the bad example is not {word}", rule.name());
            let mended = bad.mend(Fixes::All, &config).unwrap();
            assert!(mended.report.is_clean(), "{}: {}", rule.name(), mended.report);
            assert!(mended.refused.is_empty() && !mended.is_unfinished, "{}: {mended:?}", rule.name());
        }
        assert!(silent.is_empty(), "the bad examples of these show no fix: {silent:?}");
    }

    #[test]
    fn messages_are_sentences_of_one_shape() {
        for rule in RULES {
            let mut config = rule.example_config();
            config.select = vec![rule.name().to_owned()];
            let bad = check_texts(rule.explanation().bad, &config).unwrap();
            for diagnostic in &bad.diagnostics {
                let texts = [Some(diagnostic.message()), diagnostic.help()];
                for text in texts.into_iter().flatten() {
                    assert!(!text.ends_with('.'), "{text}");
                    assert!(!text.starts_with(|first: char| first.is_uppercase()), "{text}");
                }
            }
            let explanation = rule.explanation();
            for text in [explanation.what, explanation.why, explanation.fix] {
                assert!(text.ends_with(['.', ')']), "{}: {text}", rule.name());
            }
        }
    }

    #[test]
    fn unknown_names_are_errors_with_the_nearest() {
        let error = resolve("mising-message").unwrap_err();
        assert_eq!(
            error.to_string(),
            "unknown rule or group `mising-message`: did you mean `missing-message`?"
        );
        assert!(Group::ALL.iter().all(|group| !resolve(group.name()).unwrap().is_empty()));
        assert_eq!(resolve("parity").unwrap().iter().filter(|rule| rule.name() == "missing-file").count(), 1);
    }
}
