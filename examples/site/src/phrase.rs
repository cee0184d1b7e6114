//! Texts of the library as HTML: escaped, and marked where they are not in the language of the page.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use askama::filters::{Escaper, Html, HtmlSafe};
use whole_comm::{Library, Locale, Text};

/// A text on a page. It displays as HTML: what is in another language than the page stands in a `span` with its `lang`.
///
/// That is so where another locale had to answer, where a title is quoted in its original language, and where such a
/// title stands inside a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase<'a> {
    text: Cow<'a, str>,
    lang: &'static str,
    page: Locale,
}

impl<'a> Phrase<'a> {
    /// A text of the library on a page in this language.
    pub(crate) fn new(text: Text<'a>, page: Locale) -> Self {
        Self { text: Cow::Borrowed(text.as_str()), lang: text.lang(), page }
    }

    /// The same, with its first letter in upper case: the start of a heading or of a card.
    pub(crate) fn capitalized(text: Text<'a>, page: Locale) -> Self {
        Self { text: text.capitalized(), lang: text.lang(), page }
    }

    /// A string in a language that is known, such as the words of the source.
    pub(crate) fn quoted(text: impl Into<Cow<'a, str>>, lang: &'static str, page: Locale) -> Self {
        Self { text: text.into(), lang, page }
    }

    /// The bare text, where HTML allows no element: in an attribute, or in the title of the document.
    pub(crate) fn bare(&self) -> &str {
        &self.text
    }

    /// The bare text, to be put into another one.
    pub(crate) fn into_string(self) -> String {
        self.text.into_owned()
    }

    /// The language of the text, where an attribute of its own element has to say it.
    pub(crate) fn lang(&self) -> &'static str {
        self.lang
    }

    /// The parts of the text, each in one language.
    fn runs(&self) -> Vec<(&str, &'static str)> {
        let mut runs = Vec::new();
        let mut rest = &*self.text;
        while let Some((start, title)) = first_title(rest) {
            let (before, after) = rest.split_at(start);
            let (found, after) = after.split_at(title.len());
            runs.push((before, self.lang));
            runs.push((found, title.lang()));
            rest = after;
        }
        runs.push((rest, self.lang));
        runs.retain(|(text, _)| !text.is_empty());
        runs
    }
}

/// The first title that is quoted in a text, and where it starts.
fn first_title(text: &str) -> Option<(usize, Text<'static>)> {
    TITLES
        .iter()
        .filter_map(|title| Some((text.find(title.as_str())?, *title)))
        .min_by_key(|&(start, _)| start)
}

/// Every title that stands in its original language wherever it is quoted.
static TITLES: LazyLock<Vec<Text<'static>>> = LazyLock::new(|| {
    let edition = Library::embedded().edition(Locale::SOURCE);
    let publications = edition.publications().map(whole_comm::Publication::title);
    let videos = edition.videos().flat_map(|video| [video.title(), video.original_title()]);
    let projects = edition.projects().filter_map(whole_comm::Project::full_title);
    publications.chain(videos).chain(projects).collect()
});

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (text, lang) in self.runs() {
            let foreign = lang != self.page.as_str();
            if foreign {
                f.write_str("<span lang=\"")?;
                Html.write_escaped_str(&mut *f, lang)?;
                f.write_str("\">")?;
            }
            Html.write_escaped_str(&mut *f, text)?;
            if foreign {
                f.write_str("</span>")?;
            }
        }
        Ok(())
    }
}

/// Displaying one escapes its text.
impl HtmlSafe for Phrase<'_> {}

#[cfg(test)]
mod tests {
    use whole_comm::{LabelId, PersonId, PublicationId, RegionId};

    use super::*;

    #[test]
    fn what_another_locale_answered_says_so() {
        let library = Library::embedded();
        let name = library.edition(Locale::Dutch).region(RegionId::Wallonia).name();
        assert_eq!(Phrase::new(name, Locale::Dutch).to_string(), "Wallonië");
        assert_eq!(Phrase::new(name, Locale::French).to_string(), "<span lang=\"nl\">Wallonië</span>");
        let label = library.edition(Locale::French).label(LabelId::Language);
        assert_eq!(
            Phrase::capitalized(label, Locale::English).to_string(),
            "<span lang=\"fr\">Langue</span>"
        );
    }

    #[test]
    fn a_title_inside_a_sentence_is_marked_alone() {
        let title = PublicationId::HousingExclusionFlanders;
        for &locale in Locale::ALL {
            let edition = Library::embedded().edition(locale);
            let title = edition.publication(title).title();
            let sentence = edition.person(PersonId::IlkeAdam).summary();
            let html = Phrase::new(sentence, locale).to_string();
            let marked = format!("<span lang=\"en\">{title}</span>");
            assert_eq!(html.contains(&marked), locale != Locale::English, "{locale}: {html}");
            assert!(html.contains(title.as_str()), "{locale}: {html}");
            assert_eq!(html.replace("<span lang=\"en\">", "").replace("</span>", ""), sentence.as_str());
        }
    }

    #[test]
    fn everything_is_escaped() {
        let phrase = Phrase::quoted("a <b> & \"c\"", "nl", Locale::Dutch);
        assert_eq!(phrase.to_string(), "a &#60;b&#62; &#38; &#34;c&#34;");
        assert_eq!(phrase.bare(), "a <b> & \"c\"");
    }
}
