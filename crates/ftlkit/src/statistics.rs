//! How far a locale has come.

use std::sync::Arc;

use crate::model::{EntryRef, FileRef};
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
    /// Adds up what was counted of each file.
    pub(crate) fn new(locale: &Locale, mut files: Vec<FileStatistics>) -> Self {
        files.retain(|file| file.units > 0 || file.extra > 0);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let sum = |count: fn(&FileStatistics) -> usize| files.iter().map(count).sum();
        Self {
            locale: locale.clone(),
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

    pub(crate) fn new(path: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), units: 0, translated: 0, inherited: 0, extra: 0, words: 0 }
    }

    /// Counts a message of the reference, and tells whether the locale has all of it.
    pub(crate) fn count<'a>(
        &mut self,
        context: Context<'a>,
        reference: EntryRef<'a>,
        translation: Option<EntryRef<'a>>,
    ) -> bool {
        if translation.is_none() && context.chain().next().is_none() {
            self.units += reference.unit_count();
            self.words += context.words_of(reference);
            return false;
        }
        // So it is nearly always.
        if translation.is_some_and(|translation| has_all(translation, reference)) {
            let units = reference.unit_count();
            self.units += units;
            self.translated += units;
            return true;
        }
        let mut is_complete = true;
        for (attribute, pattern, translated) in reference.units_beside(translation) {
            self.units += 1;
            if translated.is_some() {
                self.translated += 1;
                continue;
            }
            is_complete = false;
            if context.inherited(reference, attribute).is_some() {
                self.translated += 1;
                self.inherited += 1;
            } else {
                self.words += pattern.words();
            }
        }
        is_complete
    }
}

/// The number of values and attributes in a file of a locale that the reference lacks.
pub(crate) fn extra_units<'a>(context: Context<'a>, file: FileRef<'a>) -> usize {
    let reference = context.reference();
    let extra = |(entry, counterpart): (EntryRef<'a>, Option<EntryRef<'a>>)| {
        // So it is nearly always.
        if counterpart.is_some_and(|counterpart| has_all(counterpart, entry)) {
            return 0;
        }
        let extra = entry.units_beside(counterpart).filter(|(.., known)| known.is_none());
        extra.filter(|(attribute, ..)| !reference.is_broken(entry.id(), *attribute)).count()
    };
    context.counterparts(file).filter(|(entry, _)| entry.is_message()).map(extra).sum()
}

/// Whether an entry has for certain what another one has, by a quick look.
fn has_all(entry: EntryRef<'_>, other: EntryRef<'_>) -> bool {
    let has_value = entry.has_value() || !other.has_value();
    has_value && (!other.has_attributes() || other.has_same_attributes(entry))
}

#[expect(clippy::cast_precision_loss, reason = "no project has 2⁵² units")]
fn coverage(translated: usize, units: usize) -> f64 {
    if units == 0 { 1.0 } else { translated as f64 / units as f64 }
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
