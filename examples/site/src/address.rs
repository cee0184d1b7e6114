//! Where everything is: the addresses of the pages, and of what stands on them.

use whole_comm::{AnyId, Locale, SectionId};

/// A page of the site. Each exists in every language, under the same address but for the language in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The page of the project, from top to bottom.
    Home,
    /// Everything that it names, by kind.
    Register,
}

impl Page {
    /// Every page.
    pub const ALL: &'static [Self] = &[Self::Home, Self::Register];

    /// The address that redirects to the language of the reader: `/` or `/register/`.
    pub const fn neutral_path(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::Register => "/register/",
        }
    }

    /// The address in one language: `/fr/register/`.
    pub fn path(self, locale: Locale) -> String {
        format!("/{locale}{}", self.neutral_path())
    }
}

/// The fragment of a section on the first page.
pub(crate) fn section_anchor(id: SectionId) -> &'static str {
    id.as_str()
}

/// The fragment of the timeline on the first page.
pub(crate) const TIMELINE: &str = "timeline";

/// The fragment of an entity, on each page that shows it.
pub(crate) fn anchor(id: impl Into<AnyId>) -> String {
    let id = id.into();
    format!("{}-{}", id.kind(), id.as_str())
}

/// The language that a path names, if it names one of the three.
pub(crate) fn language_of(path: &str) -> Option<Locale> {
    let first = path.strip_prefix('/')?.split('/').next()?;
    Locale::ALL.iter().copied().find(|locale| locale.as_str() == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_its_language_exactly() {
        for (path, expected) in [
            ("/nl/", Some(Locale::Dutch)),
            ("/fr", Some(Locale::French)),
            ("/en/nothing/here", Some(Locale::English)),
            ("/", None),
            ("/nl-BE/", None),
            ("/FR/", None),
            ("/assets/nl/", None),
            ("", None),
        ] {
            assert_eq!(language_of(path), expected, "for {path:?}");
        }
    }
}
