//! Names of locales: how they are written on disk, and what they mean.

use std::fmt;
use std::sync::Arc;

use icu_locale::LocaleFallbacker;
use icu_locale::fallback::LocaleFallbackConfig;

/// Languages that have others below them, as `zh-yue`: such tags are old, and valid.
const MACROLANGUAGES: &str = "ar kok lv ms sgn sw uz zh";

/// Whether a name begins with a language and goes on in a way that no BCP 47 tag does.
pub(super) fn is_no_tag(name: &str) -> bool {
    let Some(at) = name.find(['-', '_', '@']) else { return false };
    let (language, rest) = name.split_at(at);
    let rest = rest.get(1..).unwrap_or_default();
    let is_below = || {
        let below = rest.split(['-', '_']).next().unwrap_or_default();
        below.len() == 3 && contains(MACROLANGUAGES, &language.to_ascii_lowercase())
    };
    contains(PLURAL_LANGUAGES, &language.to_ascii_lowercase())
        && icu_locale::Locale::try_from_str(&name.replace('_', "-")).is_err()
        && !is_below()
}

/// The languages for which CLDR has plural rules.
pub(crate) const PLURAL_LANGUAGES: &str = "af ak am an ar ars as asa ast az bal be bem bez bg bho blo bm bn bo br brx bs ca \
    ce ceb cgg chr ckb cs csw cv cy da de doi dsb dv dz ee el en eo es et eu fa ff fi fil fo fr fur fy ga gd gl gsw \
    gu guw gv ha haw he hi hnj hr hsb hu hy ia id ie ig ii in io is it iu iw ja jbo jgo ji jmc jv jw ka kab kaj kcg \
    kde kea kk kkj kl km kn ko kok ks ksb ksh ku kw ky lag lb lg lij lkt lld ln lo lt lv mas mg mgo mk ml mn mo mr \
    ms mt my nah naq nb nd ne nl nn nnh no nqo nr nso ny nyn om or os osa pa pap pcm pl prg ps pt rm ro rof ru rwk \
    sah saq sat sc scn sd sdh se seh ses sg sgs sh shi si sk sl sma smi smj smn sms sn so sq sr ss ssy st su sv sw \
    syr szl ta te teo th ti tig tk tl tn to tpi tr ts tzm ug uk und ur uz ve vec vi vo vun wa wae wo xh xog yi yo \
    yue zh zu";

/// Words that are also codes of languages, and name folders of code far more often.
const NOT_LOCALES: &str = "all api app bat bin cli cmd com css dev doc dot ext gen git gui img ini ios lib log map \
    mod net new old org out pkg pub raw run src sub sys tex tmp tui ui usr var vue web win wip www xml zip";

/// A locale of a project, as its folder or file is named.
///
/// ```
/// use ftlkit::Locale;
///
/// let locale = Locale::parse("pt_br").unwrap();
/// assert_eq!(locale.tag(), "pt-BR");
/// assert_eq!(locale.spelling(), "pt_br");
/// assert_eq!(locale.parents(), ["pt"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale(Arc<Inner>);

#[derive(Debug, PartialEq, Eq)]
struct Inner {
    spelling: String,
    tag: String,
    parsed: Option<icu_locale::Locale>,
    has_plural_rules: bool,
}

impl Locale {
    /// Reads the name of a folder or the stem of a file as a locale.
    pub fn parse(spelling: &str) -> Option<Self> {
        let tag = spelling.replace('_', "-");
        let language = tag.split('-').next()?;
        let is_language =
            (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic());
        if !is_language {
            return None;
        }
        let parsed = icu_locale::Locale::try_from_str(&tag).ok()?;
        if !parsed.extensions.is_empty() {
            return None;
        }
        let has_plural_rules = contains(PLURAL_LANGUAGES, parsed.id.language.as_str());
        let (spelling, tag) = (spelling.to_owned(), parsed.to_string());
        Some(Self(Arc::new(Inner { spelling, tag, parsed: Some(parsed), has_plural_rules })))
    }

    /// A folder that holds the reference and is no locale, such as `templates`.
    pub fn template(spelling: &str) -> Self {
        let name = spelling.to_owned();
        Self(Arc::new(Inner { spelling: name.clone(), tag: name, parsed: None, has_plural_rules: false }))
    }

    /// A locale whose name on disk is no tag, with its tag.
    #[cfg(feature = "config")]
    pub(crate) fn named(spelling: &str, tag: &str) -> Option<Self> {
        let mut inner = Arc::into_inner(Self::parse(tag)?.0)?;
        spelling.clone_into(&mut inner.spelling);
        Some(Self(Arc::new(inner)))
    }

    /// The name on disk.
    pub fn spelling(&self) -> &str {
        &self.0.spelling
    }

    /// The canonical tag: `pt-BR` for `pt_br`. Old codes of languages stay as they are.
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// The language part of the tag.
    pub fn language(&self) -> &str {
        self.0.tag.split('-').next().unwrap_or(&self.0.tag)
    }

    /// The locale as ICU4X sees it; nothing for a template.
    pub fn icu(&self) -> Option<&icu_locale::Locale> {
        self.0.parsed.as_ref()
    }

    /// Whether CLDR knows the plural rules of its language.
    pub fn has_plural_rules(&self) -> bool {
        self.0.has_plural_rules
    }

    /// The locales that it inherits from, nearest first: `es-419` and `es` for `es-MX`, none for `es`.
    pub fn parents(&self) -> Vec<String> {
        let Some(parsed) = &self.0.parsed else { return Vec::new() };
        let fallbacker = LocaleFallbacker::new();
        let mut chain = fallbacker.for_config(LocaleFallbackConfig::default()).fallback_for(parsed.into());
        let mut parents = Vec::new();
        loop {
            chain.step();
            if chain.get().is_unknown() {
                return parents;
            }
            parents.push(chain.get().to_string());
        }
    }

    /// Whether a name is rather that of a folder of code: `src` is Sardinian, and yet it is not.
    pub(crate) fn is_unlikely(&self) -> bool {
        contains(NOT_LOCALES, &self.0.spelling)
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.tag)
    }
}

fn contains(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|item| item == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(spelling: &str, tag: Option<&str>) {
        assert_eq!(Locale::parse(spelling).as_ref().map(Locale::tag), tag, "{spelling}");
    }

    #[test]
    fn tags_become_canonical() {
        check("pt_BR", Some("pt-BR"));
        check("sr-latn", Some("sr-Latn"));
        check("es-419", Some("es-419"));
        check("no", Some("no"));
        check("tests", None);
        check("main", None);
        check("en-x-private", None);
        check("e", None);
        check("de-", None);
    }

    #[track_caller]
    fn parents(tag: &str, expected: &[&str]) {
        assert_eq!(Locale::parse(tag).expect("a locale").parents(), expected, "{tag}");
    }

    #[test]
    fn inheritance_follows_cldr() {
        parents("es-MX", &["es-419", "es"]);
        parents("es", &[]);
        parents("zh-TW", &["zh-Hant"]);
        parents("sr-Latn", &[]);
        parents("en-GB", &["en-001", "en"]);
        parents("pt-BR", &["pt"]);
    }
}
