//! Names of locales: how they are written on disk, and what they mean.
//!
//! What CLDR says of their scripts and parents stands in a table that is generated from ICU4X: a program that reads
//! it at run time needs thirty crates more.

#[cfg(test)]
mod generate;
mod table;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};
use std::{fmt, iter};

use icu_locale_core::LanguageIdentifier;
use icu_locale_core::subtags::Script;
use memchr::memmem::Finder;

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
        && Locale::parse(name).is_none()
        && icu_locale_core::Locale::try_from_str(&name.replace('_', "-")).is_err()
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

/// What glibc’s names of locales add behind `@`, where that changes the language or how it is written, and the script and
/// the variant of a tag that stand for it.
const MODIFIERS: [(&str, &str, &str); 8] = [
    ("arabic", "Arab", ""),
    ("cyrillic", "Cyrl", ""),
    ("devanagari", "Deva", ""),
    ("ijekavian", "", "ijekavsk"),
    ("ijekavianlatin", "Latn", "ijekavsk"),
    ("latin", "Latn", ""),
    ("tarask", "", "tarask"),
    ("valencia", "", "valencia"),
];

/// The tag that a name of another system stands for, or that it is: `sr-Latn` for `sr@latin`, `zh-Hans` for `zh_CHS`.
fn tag_of(spelling: &str) -> Option<Cow<'_, str>> {
    let is = |name: &str| spelling.replace('_', "-").eq_ignore_ascii_case(name);
    let Some((base, modifier)) = spelling.split_once('@') else {
        return Some(match spelling {
            _ if spelling.len() == 6 && is("zh-CHS") => "zh-Hans".into(),
            _ if spelling.len() == 6 && is("zh-CHT") => "zh-Hant".into(),
            _ if spelling.contains('_') => spelling.replace('_', "-").into(),
            _ => spelling.into(),
        });
    };
    let known = MODIFIERS.iter().find(|(name, ..)| modifier.eq_ignore_ascii_case(name));
    let (_, script, variant) = known?;
    let base = base.replace('_', "-");
    let (language, region) = base.split_once('-').unwrap_or((&base, ""));
    let parts = [language, script, region, variant].into_iter().filter(|part| !part.is_empty());
    Some(parts.collect::<Vec<_>>().join("-").into())
}

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
#[derive(Debug, Clone)]
pub struct Locale(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    spelling: String,
    tag: String,
    /// Nothing for a template.
    id: Option<LanguageIdentifier>,
    has_plural_rules: bool,
    /// Made when it is first asked for.
    parents: OnceLock<Vec<String>>,
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        // The spelling says what the rest is, but for names that a project gives a tag of its own.
        Arc::ptr_eq(&self.0, &other.0)
            || (self.spelling(), self.tag(), &self.0.id) == (other.spelling(), other.tag(), &other.0.id)
    }
}

impl Eq for Locale {}

impl Locale {
    /// Reads the name of a folder or the stem of a file as a locale.
    pub fn parse(spelling: &str) -> Option<Self> {
        let tag = tag_of(spelling)?;
        let language = tag.split('-').next()?;
        let is_language =
            (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic());
        if !is_language {
            return None;
        }
        let id = LanguageIdentifier::try_from_str(&tag).ok()?;
        let has_plural_rules = is_listed(&Finder::new(id.language.as_str()), PLURAL_LANGUAGES);
        let (spelling, tag) = (spelling.to_owned(), id.to_string());
        Some(Self(Arc::new(Inner {
            spelling,
            tag,
            id: Some(id),
            has_plural_rules,
            parents: OnceLock::new(),
        })))
    }

    /// A folder that holds the reference and is no locale, such as `templates`.
    pub fn template(spelling: &str) -> Self {
        let name = spelling.to_owned();
        let (spelling, parents) = (name.clone(), OnceLock::new());
        Self(Arc::new(Inner { spelling, tag: name, id: None, has_plural_rules: false, parents }))
    }

    /// A locale whose name on disk is no tag, with its tag.
    #[cfg(feature = "config")]
    pub(crate) fn named(spelling: &str, tag: &str) -> Option<Self> {
        let mut inner = Arc::into_inner(Self::parse(tag)?.0)?;
        spelling.clone_into(&mut inner.spelling);
        Some(Self(Arc::new(inner)))
    }

    /// A locale that is named by a code of three letters where its language has one of two: `nld` for `nl`.
    #[cfg(feature = "config")]
    pub(crate) fn from_three_letters(spelling: &str) -> Option<Self> {
        let code = spelling.to_ascii_lowercase();
        let (tag, _) = table::THREE_LETTERS.iter().find(|(_, codes)| contains(codes, &code))?;
        Self::named(spelling, tag)
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

    /// Whether it is no locale, but a folder that holds the reference, such as `templates`.
    pub fn is_template(&self) -> bool {
        self.0.id.is_none()
    }

    /// The script that it is written in, as ISO 15924 abbreviates it: that of the tag, else the most likely one.
    ///
    /// ```
    /// let script = |tag: &str| ftlkit::Locale::parse(tag).and_then(|it| it.script().map(str::to_owned));
    /// assert_eq!(script("nl").as_deref(), Some("Latn"));
    /// assert_eq!(script("zh-TW").as_deref(), Some("Hant"));
    /// assert_eq!(script("sr-Latn").as_deref(), Some("Latn"));
    /// ```
    pub fn script(&self) -> Option<&str> {
        let id = self.0.id.as_ref()?;
        id.script.as_ref().map(Script::as_str).or_else(|| likely_script(id))
    }

    /// Whether CLDR knows the plural rules of its language.
    pub fn has_plural_rules(&self) -> bool {
        self.0.has_plural_rules
    }

    /// The locales that it inherits from, nearest first: `es-419` and `es` for `es-MX`, none for `es`.
    pub fn parents(&self) -> &[String] {
        self.0.parents.get_or_init(|| {
            let first = self.0.id.clone().map(without_likely_script);
            iter::successors(first, parent).skip(1).map(|parent| parent.to_string()).collect()
        })
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

/// The locale that CLDR lets a locale inherit from; nothing where that is the root.
fn parent(id: &LanguageIdentifier) -> Option<LanguageIdentifier> {
    let mut parent = id.clone();
    if !parent.variants.is_empty() {
        parent.variants.clear();
        return Some(parent);
    }
    if let Some(exception) = exception(id) {
        return LanguageIdentifier::try_from_str(exception).ok();
    }
    parent.region.take()?;
    // What is left of `sr-Cyrl-ME` is `sr`; a script that a language is not usually written in has no parent.
    Some(without_likely_script(parent))
}

/// The parent of a locale whose parent is not what remains without its last part.
fn exception(id: &LanguageIdentifier) -> Option<&'static str> {
    let tag = id.to_string();
    let tag = Finder::new(&tag);
    table::PARENTS.iter().find(|(_, children)| is_listed(&tag, children)).map(|(parent, _)| *parent)
}

/// The script that a language is most likely written in, in a region where the tag says one.
fn likely_script(id: &LanguageIdentifier) -> Option<&'static str> {
    let mut plain = id.clone();
    plain.script = None;
    plain.variants.clear();
    let of_region = exception(&plain).and_then(|parent| parent.split('-').find(|part| part.len() == 4));
    let language = Finder::new(id.language.as_str());
    let of_language =
        |(script, languages): &(&'static str, &str)| is_listed(&language, languages).then_some(*script);
    of_region.or_else(|| table::SCRIPTS.iter().find_map(of_language))
}

/// The shorter of two tags with one meaning: `zh-TW` for `zh-Hant-TW`.
fn without_likely_script(mut id: LanguageIdentifier) -> LanguageIdentifier {
    if id.script.is_some_and(|script| likely_script(&id) == Some(script.as_str())) {
        id.script = None;
    }
    id
}

fn contains(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|item| item == word)
}

/// [`contains`] for long lists and a word that has no space in it.
pub(crate) fn is_listed(word: &Finder<'_>, list: &str) -> bool {
    let is_space =
        |at: Option<usize>| at.and_then(|at| list.as_bytes().get(at)).is_none_or(|byte| *byte == b' ');
    let mut places = word.find_iter(list.as_bytes());
    places.any(|at| is_space(at.checked_sub(1)) && is_space(Some(at + word.needle().len())))
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

    #[test]
    fn names_of_other_systems_are_read() {
        check("sr@latin", Some("sr-Latn"));
        check("sr_RS@Latin", Some("sr-Latn-RS"));
        check("sr@ijekavianlatin", Some("sr-Latn-ijekavsk"));
        check("ca@valencia", Some("ca-valencia"));
        check("ca_ES@valencia", Some("ca-ES-valencia"));
        check("be@tarask", Some("be-tarask"));
        check("uz@cyrillic", Some("uz-Cyrl"));
        check("zh-CHS", Some("zh-Hans"));
        check("zh_cht", Some("zh-Hant"));
        check("zh-chx", None);
        check("de_DE@euro", None);
        check("name@latin", None);
        check("@latin", None);
        parents("ca-valencia", &["ca"]);
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
