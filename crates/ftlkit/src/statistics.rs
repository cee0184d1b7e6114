//! How far a locale has come.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{FileRef, PatternRef};
use crate::project::Locale;
use crate::rules::Context;

/// The units of a locale, counted against the reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocaleStatistics {
    /// The locale.
    pub locale: Locale,
    /// The values and attributes of the reference's messages.
    pub units: usize,
    /// Those of them that the locale has, or inherits.
    pub translated: usize,
    /// Those of them that the locale inherits.
    pub inherited: usize,
    /// The units that the reference lacks.
    pub extra: usize,
    /// The words of the reference in the units that are missing.
    pub words: usize,
    /// The same for each file, sorted by path.
    pub files: Vec<FileStatistics>,
}

/// The units of one file of a locale, counted against its counterpart in the reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileStatistics {
    /// The path of the file, which may be missing.
    pub path: Arc<str>,
    /// The values and attributes of the messages in the reference's file.
    pub units: usize,
    /// Those of them that the locale has, or inherits.
    pub translated: usize,
    /// Those of them that the locale inherits.
    pub inherited: usize,
    /// The units that the reference lacks.
    pub extra: usize,
    /// The words of the reference in the units that are missing.
    pub words: usize,
}

impl LocaleStatistics {
    pub(crate) fn new(context: Context<'_>) -> Self {
        let files = files(context);
        let sum = |count: fn(&FileStatistics) -> usize| files.iter().map(count).sum();
        Self {
            locale: context.locale().clone(),
            units: sum(|file| file.units),
            translated: sum(|file| file.translated),
            inherited: sum(|file| file.inherited),
            extra: sum(|file| file.extra),
            words: sum(|file| file.words),
            files,
        }
    }

    /// The units that are neither translated nor inherited.
    pub fn missing(&self) -> usize {
        self.units - self.translated
    }

    /// The share that is translated; 1 where there is nothing to translate.
    pub fn coverage(&self) -> f64 {
        coverage(self.translated, self.units)
    }
}

impl FileStatistics {
    /// The units that are neither translated nor inherited.
    pub fn missing(&self) -> usize {
        self.units - self.translated
    }

    /// The share that is translated; 1 where there is nothing to translate.
    pub fn coverage(&self) -> f64 {
        coverage(self.translated, self.units)
    }

    fn new(path: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), units: 0, translated: 0, inherited: 0, extra: 0, words: 0 }
    }
}

#[expect(clippy::cast_precision_loss, reason = "no project has 2⁵² units")]
fn coverage(translated: usize, units: usize) -> f64 {
    if units == 0 { 1.0 } else { translated as f64 / units as f64 }
}

/// The counts of each file of the reference, then those of files that the reference lacks.
fn files(context: Context<'_>) -> Vec<FileStatistics> {
    let reference = context.reference();
    let mut files: Vec<FileStatistics> =
        reference.files().map(|file| FileStatistics::new(context.path_like(reference.key(file)))).collect();
    for entry in context.reference_messages() {
        let Some(counts) = files.get_mut(entry.file().index()) else { continue };
        let translation = context.translation(entry);
        for (attribute, pattern) in entry.units() {
            counts.units += 1;
            if translation.is_some_and(|translation| translation.unit(attribute).is_some()) {
                counts.translated += 1;
            } else if context.inherited(entry, attribute).is_some() {
                counts.translated += 1;
                counts.inherited += 1;
            } else {
                counts.words += words(pattern);
            }
        }
    }
    let mut own: HashMap<usize, usize> = HashMap::new();
    for entry in context.entries().filter(|entry| entry.is_message()) {
        let counterpart = context.counterpart(entry);
        let is_extra = |attribute| match counterpart {
            Some(counterpart) => {
                counterpart.unit(attribute).is_none() && !reference.is_broken(entry.id(), attribute)
            }
            None => !reference.is_broken(entry.id(), attribute),
        };
        let extra = entry.units().filter(|(attribute, _)| is_extra(*attribute)).count();
        if extra > 0 {
            let file = entry.file();
            let place = *own.entry(file.index()).or_insert_with(|| {
                let counterpart = reference.file_like(context.key(file)).map(FileRef::index);
                counterpart.unwrap_or_else(|| {
                    files.push(FileStatistics::new(Arc::clone(file.source().path())));
                    files.len() - 1
                })
            });
            if let Some(counts) = files.get_mut(place) {
                counts.extra += extra;
            }
        }
    }
    files.retain(|file| file.units > 0 || file.extra > 0);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The words in the text of a pattern, in all variants: what stands between white space and is not only signs.
fn words(pattern: PatternRef<'_>) -> usize {
    let texts = pattern.texts().iter().map(|text| pattern.slice(text.span));
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    texts.map(|text| text.split_whitespace().filter(is_word).count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check_texts;
    use crate::config::Config;

    #[track_caller]
    fn statistics(files: &[(&str, &str)]) -> LocaleStatistics {
        let mut report = check_texts(files, &Config::default()).unwrap();
        report.statistics.remove(0).remove(0)
    }

    #[test]
    fn words_to_translate_are_those_of_missing_units() {
        let found = statistics(&[
            (
                "i18n/en/a.ftl",
                "a = One two – three\n    .b = Four { $n } five\nc = { $n ->\n   [one] Six\n  *[other] Seven eight\n }\nd = Done\n",
            ),
            ("i18n/nl/a.ftl", "a = Een\nd = Klaar\n"),
        ]);
        assert_eq!((found.units, found.translated, found.missing(), found.words), (4, 2, 2, 5));
    }

    #[test]
    fn files_are_counted_each_by_itself() {
        let found = statistics(&[
            ("i18n/en/a.ftl", "a = A\nb = B\n"),
            ("i18n/en/b.ftl", "c = C\n"),
            ("i18n/en/terms.ftl", "-t = T\n"),
            ("i18n/nl/a.ftl", "a = A\nx = X\n    .y = Y\n"),
            ("i18n/nl/old.ftl", "z = Z\n"),
        ]);
        let lines: Vec<_> = found
            .files
            .iter()
            .map(|file| (&*file.path, file.units, file.translated, file.extra, file.words))
            .collect();
        assert_eq!(
            lines,
            [("i18n/nl/a.ftl", 2, 1, 2, 1), ("i18n/nl/b.ftl", 1, 0, 0, 1), ("i18n/nl/old.ftl", 0, 0, 1, 0)]
        );
        assert_eq!((found.units, found.translated, found.extra, found.words), (3, 1, 3, 2));
    }
}
