//! Plural rules: the categories of a language, and the whole numbers that fall under them.

#[cfg(test)]
mod generate;
mod select;
mod table;

use std::fmt;

pub use select::Selections;
pub(crate) use select::{Keys, PluralSelect, plural_selects};

use memchr::memmem::Finder;

use crate::project::{Locale, is_listed};

/// A category of CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Category {
    pub(crate) const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Which numbers are meant: one file, or the first file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// How many.
    Cardinal,
    /// The how manieth.
    Ordinal,
}

impl Kind {
    /// As it stands before the word category.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Cardinal => "plural",
            Self::Ordinal => "ordinal",
        }
    }
}

/// So many whole numbers of each category are known.
pub(crate) const SAMPLES: usize = 4;

/// The languages with the same rules.
#[derive(Debug)]
struct Row {
    /// Their tags.
    locales: &'static str,
    /// The categories, each with the first [`SAMPLES`] whole numbers below a million that fall under it.
    ///
    /// A category without any is only for fractions, for millions, or for runtimes with older rules.
    categories: Categories,
}

type Categories = &'static [(Category, &'static [u32])];

/// The plural rules of a language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules(Categories);

impl Rules {
    /// The rules of a locale; nothing where CLDR has none.
    pub(crate) fn new(locale: &Locale, kind: Kind) -> Option<Self> {
        let rows = match kind {
            Kind::Cardinal => table::CARDINAL,
            Kind::Ordinal => table::ORDINAL,
        };
        let find = |tag: &str| {
            let tag = Finder::new(tag);
            rows.iter().find(|row| is_listed(&tag, row.locales))
        };
        let row = find(locale.tag())
            .or_else(|| locale.parents().iter().find_map(|parent| find(parent)))
            .or_else(|| find(locale.language()))?;
        Some(Self(row.categories))
    }

    /// Whether some number falls under a category.
    pub(crate) fn has(self, category: Category) -> bool {
        self.0.iter().any(|(own, _)| *own == category)
    }

    /// The categories that whole numbers below a million can reach.
    pub(crate) fn reachable(self) -> impl Iterator<Item = Category> {
        self.0.iter().filter(|(_, numbers)| !numbers.is_empty()).map(|(category, _)| *category)
    }

    /// The first whole numbers of a category.
    pub(crate) fn numbers(self, category: Category) -> &'static [u32] {
        self.0.iter().find(|(own, _)| *own == category).map(|(_, numbers)| *numbers).unwrap_or_default()
    }

    /// All whole numbers below a million of a category, where they are few.
    pub(crate) fn all_numbers(self, category: Category) -> Option<&'static [u32]> {
        let numbers = self.numbers(category);
        (!numbers.is_empty() && numbers.len() < SAMPLES).then_some(numbers)
    }

    /// The reachable categories, as a sentence has them: `one`, `few` and `other`.
    pub(crate) fn describe(self) -> String {
        list(self.reachable())
    }
}

/// Names in backticks, as a sentence has them.
pub(crate) fn list(categories: impl Iterator<Item = Category>) -> String {
    let names: Vec<String> = categories.map(|category| format!("`{category}`")).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: &str, kind: Kind, expected: Option<&str>) {
        let rules = Rules::new(&Locale::parse(tag).unwrap(), kind);
        assert_eq!(rules.map(Rules::describe).as_deref(), expected, "{tag}");
    }

    #[test]
    fn whole_numbers_reach_these() {
        check("nl", Kind::Cardinal, Some("`one` and `other`"));
        check("fr-CA", Kind::Cardinal, Some("`one` and `other`"));
        check("es", Kind::Cardinal, Some("`one` and `other`"));
        check("pl", Kind::Cardinal, Some("`one`, `few` and `many`"));
        check("uk", Kind::Cardinal, Some("`one`, `few` and `many`"));
        check("cs", Kind::Cardinal, Some("`one`, `few` and `other`"));
        check("zh-TW", Kind::Cardinal, Some("`other`"));
        check("ar", Kind::Cardinal, Some("`zero`, `one`, `two`, `few`, `many` and `other`"));
        check("kmr", Kind::Cardinal, None);
        check("en", Kind::Ordinal, Some("`one`, `two`, `few` and `other`"));
    }

    #[test]
    fn regions_may_differ() {
        let one = |tag: &str| {
            Rules::new(&Locale::parse(tag).unwrap(), Kind::Cardinal).unwrap().numbers(Category::One)
        };
        assert_eq!(one("pt-BR"), [0, 1]);
        assert_eq!(one("pt-PT"), [1]);
        assert_eq!(one("pt-AO"), [1]);
        assert_eq!(one("ru"), [1, 21, 31, 41]);
        assert_eq!(one("en-US"), [1]);
    }

    #[test]
    fn what_older_runtimes_know_is_possible() {
        let hebrew = Rules::new(&Locale::parse("he").unwrap(), Kind::Cardinal).unwrap();
        assert!(hebrew.has(Category::Many) && hebrew.numbers(Category::Many).is_empty());
    }
}
