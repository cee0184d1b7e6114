//! What each language looks like in print: the one place that says so.
//!
//! Quotation marks come from CLDR 45 (`delimiters`), the space before a percent sign from its patterns of
//! percentages; the second marks and the spaces of French from the authorities that each profile names.

use crate::config::{Config, Quotes};
use crate::project::Locale;

/// The conventions of a language, or of a country.
#[derive(Debug)]
pub(in crate::rules) struct Profile {
    /// The language, and the country where that matters.
    pub(in crate::rules) tag: &'static str,
    /// The marks around a quotation, and around one inside it.
    pub(in crate::rules) quotes: [Quotes; 2],
    /// Other marks that are in use, and no fault where a file keeps to them.
    pub(in crate::rules) also: &'static [Quotes],
    /// The spaces around signs.
    pub(in crate::rules) spacing: Spacing,
    /// Who says so, besides CLDR.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "only the documentation shows it, which a test writes")
    )]
    pub(in crate::rules) authority: &'static str,
}

/// The space that a sign has on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum Gap {
    /// None.
    None,
    /// A no-break space, U+00A0.
    Wide,
    /// A narrow no-break space, U+202F.
    Narrow,
    /// A narrow no-break space, or none.
    NarrowOrNone,
    /// This language has no rule, or several.
    Free,
}

/// The spaces that a language sets beside signs.
#[derive(Debug, Clone, Copy)]
pub(in crate::rules) struct Spacing {
    /// Before `;`, `!` and `?`.
    pub(in crate::rules) high: Gap,
    /// Before `:`.
    pub(in crate::rules) colon: Gap,
    /// After `«` and before `»`.
    pub(in crate::rules) guillemets: Gap,
    /// Before `%`.
    pub(in crate::rules) percent: Gap,
}

pub(in crate::rules) const NO_BREAK: char = '\u{a0}';
pub(in crate::rules) const NARROW: char = '\u{202f}';

impl Gap {
    /// The character that fills it.
    pub(in crate::rules) fn character(self) -> Option<char> {
        match self {
            Self::Wide => Some(NO_BREAK),
            Self::Narrow | Self::NarrowOrNone => Some(NARROW),
            Self::None | Self::Free => None,
        }
    }
}

const DOUBLE: Quotes = Quotes { open: '“', close: '”' };
const SINGLE: Quotes = Quotes { open: '‘', close: '’' };
const ANGLE: Quotes = Quotes { open: '«', close: '»' };
const SINGLE_ANGLE: Quotes = Quotes { open: '‹', close: '›' };
const LOW: Quotes = Quotes { open: '„', close: '“' };
const SINGLE_LOW: Quotes = Quotes { open: '‚', close: '‘' };
const LOW_HIGH: Quotes = Quotes { open: '„', close: '”' };
const INWARD: Quotes = Quotes { open: '»', close: '«' };
const SINGLE_INWARD: Quotes = Quotes { open: '›', close: '‹' };

const TIGHT: Spacing =
    Spacing { high: Gap::None, colon: Gap::None, guillemets: Gap::None, percent: Gap::None };
const FRENCH: Spacing =
    Spacing { high: Gap::Narrow, colon: Gap::Wide, guillemets: Gap::Wide, percent: Gap::Wide };

/// All profiles; that of a language alone stands before those of its countries.
pub(in crate::rules) const PROFILES: &[Profile] = &[
    Profile {
        tag: "de",
        quotes: [LOW, SINGLE_LOW],
        also: &[INWARD, SINGLE_INWARD],
        spacing: Spacing { percent: Gap::Wide, ..TIGHT },
        authority: "Duden; DIN 5008",
    },
    Profile {
        tag: "de-CH",
        quotes: [ANGLE, SINGLE_ANGLE],
        also: &[LOW, SINGLE_LOW],
        spacing: Spacing { percent: Gap::Free, ..TIGHT },
        authority: "Schweizerische Bundeskanzlei, Schreibweisungen",
    },
    Profile {
        tag: "en",
        quotes: [DOUBLE, SINGLE],
        also: &[],
        spacing: TIGHT,
        authority: "The Chicago Manual of Style; New Hart’s Rules, which has the marks the other way round",
    },
    Profile {
        tag: "es",
        quotes: [ANGLE, DOUBLE],
        also: &[SINGLE],
        spacing: Spacing { percent: Gap::Wide, ..TIGHT },
        authority: "RAE, Ortografía de la lengua española (CLDR has “…” and ‘…’)",
    },
    Profile {
        tag: "es-419",
        quotes: [DOUBLE, SINGLE],
        also: &[ANGLE],
        spacing: Spacing { percent: Gap::Free, ..TIGHT },
        authority: "CLDR alone",
    },
    Profile {
        tag: "fr",
        quotes: [ANGLE, DOUBLE],
        also: &[],
        spacing: FRENCH,
        authority: "Imprimerie nationale, Lexique des règles typographiques",
    },
    Profile {
        tag: "fr-BE",
        quotes: [ANGLE, DOUBLE],
        also: &[SINGLE],
        spacing: FRENCH,
        authority: "as in France; the European Union’s own style sets no space before `;`, `!` and `?`",
    },
    Profile {
        tag: "fr-CA",
        quotes: [ANGLE, DOUBLE],
        also: &[SINGLE],
        spacing: Spacing { high: Gap::NarrowOrNone, ..FRENCH },
        authority: "OQLF, Vitrine linguistique: the narrow space where it can be set, else none",
    },
    Profile {
        tag: "fr-CH",
        quotes: [ANGLE, SINGLE_ANGLE],
        also: &[DOUBLE],
        spacing: Spacing {
            high: Gap::NarrowOrNone,
            colon: Gap::NarrowOrNone,
            guillemets: Gap::NarrowOrNone,
            percent: Gap::Free,
        },
        authority: "Guide du typographe (Lausanne)",
    },
    Profile { tag: "it", quotes: [ANGLE, DOUBLE], also: &[SINGLE], spacing: TIGHT, authority: "CLDR alone" },
    Profile {
        tag: "nl",
        quotes: [SINGLE, DOUBLE],
        also: &[LOW_HIGH],
        spacing: TIGHT,
        authority: "Taalunie, Taaladvies.net, which allows both orders",
    },
    Profile {
        tag: "pl",
        quotes: [LOW_HIGH, ANGLE],
        also: &[SINGLE, INWARD],
        spacing: TIGHT,
        authority: "Wielki słownik ortograficzny PWN",
    },
    Profile { tag: "pt", quotes: [DOUBLE, SINGLE], also: &[ANGLE], spacing: TIGHT, authority: "CLDR alone" },
    Profile {
        tag: "pt-PT",
        quotes: [ANGLE, DOUBLE],
        also: &[SINGLE],
        spacing: TIGHT,
        authority: "CLDR alone",
    },
];

/// Countries that have the conventions of another: of Latin America, and of Portuguese outside of Brazil.
const LIKE: &[(&str, &str)] = &[
    ("de-LI", "de-CH"),
    ("it-CH", "it"),
    ("es-AR", "es-419"),
    ("es-CL", "es-419"),
    ("es-CO", "es-419"),
    ("es-MX", "es-419"),
    ("es-PE", "es-419"),
    ("es-US", "es-419"),
    ("es-VE", "es-419"),
    ("pt-AO", "pt-PT"),
    ("pt-MZ", "pt-PT"),
];

/// The marks that stand inside others, where those are not the first of their language.
pub(super) fn inside(quotes: Quotes) -> Quotes {
    match quotes {
        INWARD => SINGLE_INWARD,
        LOW => SINGLE_LOW,
        DOUBLE | LOW_HIGH => SINGLE,
        _ => DOUBLE,
    }
}

impl Profile {
    /// The profile of a locale, or of the variety that the configuration names for it.
    pub(in crate::rules) fn of(locale: &Locale, config: &Config) -> Option<&'static Self> {
        let tag = config.typography.varieties.get(locale.tag()).map_or(locale.tag(), String::as_str);
        Self::of_tag(tag)
    }

    pub(in crate::rules) fn of_tag(tag: &str) -> Option<&'static Self> {
        let find = |tag: &str| PROFILES.iter().find(|profile| profile.tag == tag);
        let like = LIKE.iter().find(|(country, _)| *country == tag).map_or(tag, |(_, like)| like);
        find(like).or_else(|| find(tag.split('-').next()?))
    }

    /// Whether a language sets a space before `!` and `?`.
    pub(in crate::rules) fn is_french(&self) -> bool {
        self.tag.starts_with("fr")
    }

    /// Whether marks are in use in the language, at any depth.
    pub(in crate::rules) fn knows(&self, quotes: Quotes) -> bool {
        self.quotes.contains(&quotes) || self.also.contains(&quotes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_find_their_profile() {
        for (tag, expected) in [
            ("fr", Some("fr")),
            ("fr-FR", Some("fr")),
            ("fr-BE", Some("fr-BE")),
            ("fr-LU", Some("fr")),
            ("es-MX", Some("es-419")),
            ("pt-BR", Some("pt")),
            ("pt-AO", Some("pt-PT")),
            ("en-GB", Some("en")),
            ("nl-BE", Some("nl")),
            ("sv", None),
        ] {
            assert_eq!(Profile::of_tag(tag).map(|profile| profile.tag), expected, "{tag}");
        }
    }

    #[test]
    fn tags_are_sorted_and_have_their_language_first() {
        assert!(PROFILES.is_sorted_by(|a, b| a.tag < b.tag));
        for profile in PROFILES {
            let language = profile.tag.split('-').next().unwrap();
            assert!(PROFILES.iter().any(|other| other.tag == language), "{}", profile.tag);
        }
        assert!(LIKE.iter().all(|(_, like)| Profile::of_tag(like).is_some()));
    }

    fn name(gap: Gap) -> &'static str {
        match gap {
            Gap::None => "none",
            Gap::Wide => "U+00A0",
            Gap::Narrow => "U+202F",
            Gap::NarrowOrNone => "U+202F or none",
            Gap::Free => "either",
        }
    }

    /// The profiles as a table in Markdown.
    fn table() -> String {
        let mut table = String::from(
            "| locale | “…” | inside it | also in use | `;` `!` `?` | `:` | « » | `%` | besides CLDR |\n\
         |---|---|---|---|---|---|---|---|---|\n",
        );
        let show = |quotes: &Quotes| format!("{}…{}", quotes.open, quotes.close);
        for profile in PROFILES {
            let [outer, inner] = &profile.quotes;
            let also: Vec<String> = profile.also.iter().map(show).collect();
            let Spacing { high, colon, guillemets, percent } = profile.spacing;
            let gaps = [high, colon, guillemets, percent].map(name).join(" | ");
            let cells = [
                profile.tag.to_owned(),
                show(outer),
                show(inner),
                also.join(" "),
                gaps,
                profile.authority.to_owned(),
            ];
            table.push_str("| ");
            table.push_str(&cells.join(" | "));
            table.push_str(" |\n");
        }
        table
    }

    #[test]
    fn the_page_shows_all_profiles() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/typography.md");
        let page = std::fs::read_to_string(&path).unwrap();
        let (head, rest) = page.split_once("| locale |").unwrap();
        let (written, tail) = rest.split_once("\n\n").unwrap();
        let right = table();
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&path, format!("{head}{right}\n{tail}")).unwrap();
            return;
        }
        let command = "UPDATE_SNAPSHOTS=1 cargo test -p ftlkit profile";
        assert_eq!(
            format!("| locale |{written}\n"),
            right,
            "docs/typography.md is stale; write it anew: {command}"
        );
    }
}
