//! Texts of the library as HTML: escaped, and marked where they are not in the language of the page.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use askama::filters::{Escaper, Html, HtmlSafe};
use whole_comm::{Library, Locale, Text};

/// A text on a page. It displays as HTML: what is in another language than the page stands in a `span` with its `lang`.
///
/// That is so where another locale had to answer, where a title is quoted in its original language, and where such a
/// title stands inside a sentence. Names that are the same in every language are marked as names.
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

    /// The language of the text as an attribute of its own element, which needs none where the page is in that language.
    pub(crate) fn lang_attribute(&self) -> LangAttribute {
        LangAttribute((self.lang != self.page.as_str()).then_some(self.lang))
    }

    /// A string in the language of this text: what is made of it.
    pub(crate) fn with_text(&self, text: String) -> Phrase<'static> {
        Phrase { text: Cow::Owned(text), lang: self.lang, page: self.page }
    }

    /// The parts of the text: what is quoted in it, and what stands around that.
    fn runs(&self) -> Vec<(&str, Mark)> {
        let own = Mark::Language(self.lang);
        let mut runs = Vec::new();
        let mut rest = &*self.text;
        while let Some((start, quoted, mark)) = first_quoted(rest) {
            let (before, after) = rest.split_at(start);
            let (found, after) = after.split_at(quoted.len());
            runs.extend([(before, own), (found, mark)]);
            rest = after;
        }
        runs.push((rest, own));
        runs.retain(|(text, _)| !text.is_empty());
        runs
    }
}

/// What HTML is told about a part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// It is in this language.
    Language(&'static str),
    /// It is a name, the same in every language: not to be translated, and not to be broken at its hyphen.
    Name,
}

/// What is quoted first in a text, and where it starts.
fn first_quoted(text: &str) -> Option<(usize, &'static str, Mark)> {
    QUOTED
        .iter()
        .filter_map(|&(quoted, mark)| Some((text.find(quoted)?, quoted, mark)))
        .min_by_key(|&(start, ..)| start)
}

/// Every title that stands in its original language wherever it is quoted, and every name that is never translated.
static QUOTED: LazyLock<Vec<(&'static str, Mark)>> = LazyLock::new(|| {
    let edition = Library::embedded().edition(Locale::SOURCE);
    let publications = edition.publications().map(whole_comm::Publication::title);
    let videos = edition.videos().flat_map(|video| [video.title(), video.original_title()]);
    let projects = edition.projects().filter_map(whole_comm::Project::full_title);
    let titles = publications.chain(videos).chain(projects);
    let projects = edition.projects().map(|project| &*project.data().name);
    let persons = edition.persons().map(|person| &*person.data().name);
    let parties = edition.parties().map(|party| &*party.data().name);
    titles
        .map(|title| (title.as_str(), Mark::Language(title.lang())))
        .chain(projects.chain(persons).chain(parties).map(|name| (name, Mark::Name)))
        .collect()
});

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (text, mark) in self.runs() {
            match mark {
                Mark::Language(lang) if lang == self.page.as_str() => {
                    Html.write_escaped_str(&mut *f, text)?;
                    continue;
                }
                Mark::Language(lang) => write!(f, "<span{}>", LangAttribute(Some(lang)))?,
                Mark::Name => f.write_str("<span class=\"name\" translate=\"no\">")?,
            }
            Html.write_escaped_str(&mut *f, text)?;
            f.write_str("</span>")?;
        }
        Ok(())
    }
}

/// Displaying one escapes its text.
impl HtmlSafe for Phrase<'_> {}

/// The attribute `lang` with a space before it, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LangAttribute(Option<&'static str>);

impl fmt::Display for LangAttribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(lang) = self.0 else { return Ok(()) };
        f.write_str(" lang=\"")?;
        Html.write_escaped_str(&mut *f, lang)?;
        f.write_str("\"")
    }
}

/// Displaying one escapes the language.
impl HtmlSafe for LangAttribute {}

#[cfg(test)]
mod tests {
    use whole_comm::{LabelId, PersonId, ProjectId, PublicationId, RegionId};

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
    fn titles_and_names_inside_a_sentence_are_marked_alone() {
        let cases = [
            (Locale::French, "<span lang=\"en\">"),
            (Locale::Dutch, "<span lang=\"en\">"),
            // English in English needs no mark.
            (Locale::English, ""),
        ];
        for (locale, mark) in cases {
            let edition = Library::embedded().edition(locale);
            let title = edition.publication(PublicationId::HousingExclusionFlanders).title();
            let sentence = edition.person(PersonId::IlkeAdam).summary();
            let html = Phrase::new(sentence, locale).to_string();
            let marked = if mark.is_empty() { title.to_string() } else { format!("{mark}{title}</span>") };
            assert!(html.contains(&marked), "{locale}: {html}");
            for name in ["Ilke Adam", "Laura Westerveen", "Louise Hantson"] {
                let marked = format!("<span class=\"name\" translate=\"no\">{name}</span>");
                assert!(html.contains(&marked), "{locale}: {html}");
            }
            let bare = html.replace("<span lang=\"en\">", "").replace("</span>", "");
            assert_eq!(bare.replace("<span class=\"name\" translate=\"no\">", ""), sentence.as_str());
        }
    }

    #[test]
    fn a_name_inside_a_title_is_part_of_the_title() {
        let edition = Library::embedded().edition(Locale::French);
        let title = edition.project(ProjectId::WelcomingSpaces).full_title().unwrap();
        assert!(title.contains("Welcoming Spaces"));
        let html = Phrase::new(title, Locale::French).to_string();
        assert_eq!(html.matches("<span").count(), 1, "{html}");
    }

    #[test]
    fn everything_is_escaped() {
        let phrase = Phrase::quoted("a <b> & \"c\"", "nl", Locale::Dutch);
        assert_eq!(phrase.to_string(), "a &#60;b&#62; &#38; &#34;c&#34;");
        assert_eq!(phrase.bare(), "a <b> & \"c\"");
    }
}
