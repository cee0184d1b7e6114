//! The files in `locales/`, as they were when the crate was compiled.

use std::borrow::Cow;

use include_dir::{Dir, include_dir};

use crate::Locale;
use crate::bundle::Source;

static DUTCH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales/nl");
static FRENCH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales/fr");
static ENGLISH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales/en");

/// The texts that are compiled into the crate.
#[derive(Debug)]
pub(crate) struct Embedded;

impl Source for Embedded {
    fn read(&self, locale: Locale, name: &str) -> Option<Cow<'static, str>> {
        let folder = match locale {
            Locale::Dutch => &DUTCH,
            Locale::French => &FRENCH,
            Locale::English => &ENGLISH,
        };
        let name = [name, ".ftl"].concat();
        // `Dir::get_file` compares paths component by component, which would take a quarter of a process's first text.
        let file = folder.files().find(|file| file.path().as_os_str() == name.as_str())?;
        file.contents_utf8().map(Cow::Borrowed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::File;

    #[test]
    fn every_file_is_there_in_every_language() {
        for &locale in Locale::ALL {
            for name in File::ALL.iter().map(|file| file.as_str()).chain(["terms"]) {
                let text = Embedded.read(locale, name).unwrap_or_default();
                assert!(text.contains(" = "), "locales/{locale}/{name}.ftl is not embedded");
            }
        }
        assert_eq!(Embedded.read(Locale::Dutch, "nothing"), None);
    }
}
