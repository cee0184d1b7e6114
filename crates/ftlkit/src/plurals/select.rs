//! Selections by number, as the rules about plurals see them.

use super::{Category, Kind, Rules};
use crate::model::{Argument, ArgumentKind, EntryRef, PatternRef, Role, Select, SelectorKind, Variant};
use crate::source::Span;

/// A selection by a variable, or by a number that a function formats, with its variants.
#[derive(Debug)]
pub(crate) struct PluralSelect<'a> {
    pub(crate) pattern: PatternRef<'a>,
    pub(crate) kind: Kind,
    /// The name of the variable that is counted.
    pub(crate) variable: Option<&'a str>,
    /// The variable with its `$`, or the function.
    pub(crate) span: Span,
    /// Whether `NUMBER()` says that it is a number.
    pub(crate) is_number: bool,
    pub(crate) variants: Vec<&'a Variant>,
}

/// What the keys of a selection say about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keys {
    /// Categories, perhaps beside numbers; `zero` and `other` alone do not show it, they may be words.
    Plural,
    /// Numbers, perhaps with `other` for the rest.
    Numbers,
    /// No category (but perhaps `other`) and no number: `masculine`, `feminine`.
    Free,
    /// None of these for certain.
    Mixed,
}

impl<'a> PluralSelect<'a> {
    /// The key of a variant.
    pub(crate) fn key(&self, variant: &Variant) -> &'a str {
        self.pattern.slice(variant.key)
    }

    /// The category that is the key of a variant.
    pub(crate) fn category(&self, variant: &Variant) -> Option<Category> {
        if variant.numeric { None } else { Category::parse(self.key(variant)) }
    }

    pub(crate) fn has(&self, category: Category) -> bool {
        self.variants.iter().any(|variant| self.category(variant) == Some(category))
    }

    pub(crate) fn has_number(&self, number: u32) -> bool {
        let is_number = |variant: &&Variant| self.key(variant).parse() == Ok(f64::from(number));
        self.variants.iter().copied().filter(|variant| variant.numeric).any(|variant| is_number(&variant))
    }

    pub(crate) fn default(&self) -> Option<&'a Variant> {
        self.variants.iter().copied().find(|variant| variant.default)
    }

    pub(crate) fn keys(&self) -> Keys {
        let (mut plural, mut zero, mut numbers, mut free) = (false, false, false, false);
        for variant in &self.variants {
            match self.category(variant) {
                Some(Category::Other) => {}
                Some(Category::Zero) => zero = true,
                Some(_) => plural = true,
                None if variant.numeric => numbers = true,
                None => free = true,
            }
        }
        match (plural || zero && numbers, numbers, free) {
            (true, ..) if !free => Keys::Plural,
            (false, true, false) => Keys::Numbers,
            (false, false, _) if !zero => Keys::Free,
            _ => Keys::Mixed,
        }
    }

    /// The reachable categories for which no variant is written, and which are not covered by exact numbers.
    pub(crate) fn missing(&self, rules: Rules) -> Vec<Category> {
        let is_exact = |category| {
            rules.all_numbers(category).is_some_and(|all| all.iter().all(|number| self.has_number(*number)))
        };
        rules.reachable().filter(|category| !self.has(*category) && !is_exact(*category)).collect()
    }

    /// Whether the default stands for a category that has no variant of its own, since no whole number
    /// reaches its key: `other` in Polish.
    pub(crate) fn default_absorbs(&self, rules: Rules) -> bool {
        let own = self.default().and_then(|variant| self.category(variant));
        own.is_none_or(|own| rules.numbers(own).is_empty())
    }

    /// Whether the number is shown in a variant.
    pub(crate) fn shows_number(&self, variant: &Variant) -> bool {
        let pattern = self.pattern;
        self.variable.is_some_and(|name| {
            pattern.variables().iter().any(|variable| {
                !variable.role.selects()
                    && pattern.slice(variable.name) == name
                    && pattern.is_within(variable.variant, Some(variant.index))
            })
        })
    }
}

/// The selections of one value or attribute that may be by number, understood once for all rules.
#[derive(Debug)]
pub struct Selections<'a> {
    pub(crate) entry: EntryRef<'a>,
    pub(crate) attribute: Option<&'a str>,
    pub(crate) selects: Vec<PluralSelect<'a>>,
}

impl<'a> Selections<'a> {
    pub(crate) fn new(entry: EntryRef<'a>, attribute: Option<&'a str>, pattern: PatternRef<'a>) -> Self {
        Self { entry, attribute, selects: plural_selects(pattern) }
    }
}

/// The selections of a pattern that may be by number.
pub(crate) fn plural_selects(pattern: PatternRef<'_>) -> Vec<PluralSelect<'_>> {
    let mut found: Vec<(&Select, PluralSelect<'_>)> =
        pattern.selects().iter().filter_map(|select| Some((select, understand(pattern, select)?))).collect();
    for variant in pattern.variants() {
        // Selections are in the order of their indices.
        if let Ok(at) = found.binary_search_by_key(&variant.select, |(select, _)| select.index)
            && let Some((_, select)) = found.get_mut(at)
        {
            select.variants.push(variant);
        }
    }
    found.into_iter().map(|(_, select)| select).collect()
}

fn understand<'a>(pattern: PatternRef<'a>, select: &Select) -> Option<PluralSelect<'a>> {
    let name = pattern.slice(select.selector);
    let variants = Vec::new();
    match select.kind {
        SelectorKind::Variable => Some(PluralSelect {
            pattern,
            kind: Kind::Cardinal,
            variable: Some(name),
            span: pattern.with_sigil(select.selector),
            is_number: false,
            variants,
        }),
        SelectorKind::Call if matches!(name, "NUMBER" | "PLURAL") => {
            let calls = pattern.calls();
            let at = calls.partition_point(|call| call.function.start < select.selector.start);
            let call = calls.get(at).filter(|call| call.role == Role::Selector)?;
            let arguments = pattern.call_arguments(call);
            let is_ordinal = |argument: &Argument| {
                argument.name.is_some_and(|name| pattern.slice(name) == "type")
                    && pattern.slice(argument.value) == "ordinal"
            };
            let kind = if arguments.iter().any(is_ordinal) { Kind::Ordinal } else { Kind::Cardinal };
            let variable = arguments.iter().find(|argument| argument.kind == ArgumentKind::Variable);
            let variable = variable.map(|argument| pattern.slice(argument.value));
            Some(PluralSelect { pattern, kind, variable, span: select.selector, is_number: true, variants })
        }
        _ => None,
    }
}
