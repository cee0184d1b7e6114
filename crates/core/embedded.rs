//! The files in `locales/`, as they were when the crate was compiled, without their comments.
//!
//! Comments are for translators, and a third of the files. Leaving them out while the crate compiles makes programs smaller
//! and the first text of a process faster.

use std::borrow::Cow;

use crate::Locale;
use crate::bundle::Source;

/// The texts that are compiled into the crate.
#[derive(Debug)]
pub(crate) struct Embedded;

impl Source for Embedded {
    fn read(&self, locale: Locale, name: &str) -> Option<Cow<'static, str>> {
        embedded(locale, name).map(Cow::Borrowed)
    }
}

macro_rules! embedded {
    ($($name:literal)+) => {
        fn embedded(locale: Locale, name: &str) -> Option<&'static str> {
            Some(match (locale, name) {
                $(
                    (Locale::Dutch, $name) => text!("nl", $name),
                    (Locale::French, $name) => text!("fr", $name),
                    (Locale::English, $name) => text!("en", $name),
                )+
                _ => return None,
            })
        }
    };
}

macro_rules! text {
    ($lang:literal, $name:literal) => {{
        const FILE: &[u8] =
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/", $lang, "/", $name, ".ftl"));
        const TEXT: &[u8] = &without_comments::<{ length_without_comments(FILE) }>(FILE);
        const {
            match str::from_utf8(TEXT) {
                Ok(text) => text,
                // Only ever evaluated at compile time, where it stops the build.
                Err(_) => panic!("the file is not UTF-8"),
            }
        }
    }};
}

embedded! {
    "terms" "project" "organisation" "country" "region" "place" "scope" "objective" "concept" "actor" "population"
    "method" "politics" "sector" "event" "publication" "video" "section" "label" "date" "number"
}

/// How long a file is without its comments.
const fn length_without_comments(mut file: &[u8]) -> usize {
    let (mut length, mut line) = (0, Line::Start);
    while let [byte, rest @ ..] = file {
        line = line.after(*byte);
        length += line.is_kept() as usize;
        file = rest;
    }
    length
}

/// A file without the lines that start with a number sign: the lines of a text are indented, so such a line is a comment.
const fn without_comments<const LENGTH: usize>(mut file: &[u8]) -> [u8; LENGTH] {
    let (mut text, mut length, mut line) = ([0; LENGTH], 0, Line::Start);
    while let [byte, rest @ ..] = file {
        line = line.after(*byte);
        if line.is_kept() {
            // Only ever evaluated at compile time, where an index out of bounds stops the build.
            #[expect(clippy::indexing_slicing)]
            {
                text[length] = *byte;
            }
            length += 1;
        }
        file = rest;
    }
    text
}

/// Where in a line a byte stands.
#[derive(Debug, Clone, Copy)]
enum Line {
    Start,
    Text,
    TextEnd,
    Comment,
    CommentEnd,
}

impl Line {
    const fn after(self, byte: u8) -> Self {
        match (self, byte) {
            (Self::Comment, b'\n') => Self::CommentEnd,
            (Self::Start | Self::TextEnd | Self::CommentEnd, b'#') | (Self::Comment, _) => Self::Comment,
            (_, b'\n') => Self::TextEnd,
            _ => Self::Text,
        }
    }

    const fn is_kept(self) -> bool {
        matches!(self, Self::Text | Self::TextEnd)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::File;

    /// Line by line, each file is what stands on disk, but for the comments.
    #[test]
    fn nothing_but_comments_is_left_out() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        for &locale in Locale::ALL {
            for name in File::ALL.iter().map(|file| file.as_str()).chain(["terms"]) {
                let path = folder.join(locale.as_str()).join(format!("{name}.ftl"));
                let file = std::fs::read_to_string(&path).unwrap();
                let expected: String =
                    file.split_inclusive('\n').filter(|line| !line.starts_with('#')).collect();
                assert_eq!(Embedded.read(locale, name).as_deref(), Some(&*expected), "{}", path.display());
            }
        }
        assert_eq!(Embedded.read(Locale::Dutch, "nothing"), None);
    }
}
