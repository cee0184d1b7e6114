//! The least coverage that is asked for, and whether it is reached.

use std::str::FromStr;

use ftlkit::{LocaleStatistics, Report};

use crate::commands::Failure;
use crate::render::table;

/// `95` or `fr=99.5`: at least so many percent, in all locales or in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MinCoverage {
    locale: Option<String>,
    typed: String,
    /// In millionths of a percent: gates compare whole numbers.
    millionths: u64,
}

const ONE_PERCENT: u64 = 1_000_000;

impl FromStr for MinCoverage {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (locale, number) = match text.split_once('=') {
            Some((locale, number)) => (Some(locale), number),
            None => (None, text),
        };
        let typed = number.strip_suffix('%').unwrap_or(number);
        let wrong =
            || format!("`{number}` is not a percentage: expected a number from 0 to 100, such as 99.5");
        let millionths = millionths(typed).ok_or_else(wrong)?;
        if locale.is_some_and(str::is_empty) {
            return Err(format!("`{text}` names no locale: write `{number}` for all, or `fr={number}`"));
        }
        Ok(Self { locale: locale.map(str::to_owned), typed: typed.to_owned(), millionths })
    }
}

/// A decimal number from 0 to 100 with up to six digits after the point.
fn millionths(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > 6 || !is_number(whole) || !is_number(part) {
        return None;
    }
    let number = whole.parse::<u64>().ok()? * ONE_PERCENT + format!("{part:0<6}").parse::<u64>().ok()?;
    (number <= 100 * ONE_PERCENT).then_some(number)
}

impl MinCoverage {
    fn names(&self, statistics: &LocaleStatistics) -> bool {
        self.locale.as_ref().is_some_and(|asked| {
            asked == statistics.locale.spelling()
                || asked.replace('_', "-").eq_ignore_ascii_case(statistics.locale.tag())
        })
    }

    fn is_reached(&self, statistics: &LocaleStatistics) -> bool {
        let have = statistics.translated as u128 * 100 * u128::from(ONE_PERCENT);
        have >= u128::from(self.millionths) * statistics.units as u128
    }
}

/// What is not reached, one sentence each.
///
/// A locale's own minimum weighs more than the one for all.
pub(crate) fn shortfalls(
    minimums: &[MinCoverage],
    report: &Report,
    is_wanted: impl Fn(&LocaleStatistics) -> bool,
) -> Result<Vec<String>, Failure> {
    for minimum in minimums {
        let mut locales = report.statistics.iter().flatten();
        if let Some(asked) = minimum.locale.as_ref().filter(|_| !locales.any(|locale| minimum.names(locale)))
        {
            return Err(Failure::Usage(unknown(asked, report)));
        }
    }
    if let Some([first, second]) = rivals(minimums, report) {
        let of = match &second.locale {
            Some(locale) => format!("`{locale}`"),
            None => "all locales".to_owned(),
        };
        return Err(Failure::Usage(format!(
            "`--min-coverage` has both {}% and {}% for {of}: give one of them",
            first.typed, second.typed
        )));
    }
    let mut sentences = Vec::new();
    for (project, locales) in report.projects.iter().zip(&report.statistics) {
        for locale in locales.iter().filter(|locale| is_wanted(locale)) {
            let own = minimums.iter().rev().find(|minimum| minimum.names(locale));
            let all = || minimums.iter().rev().find(|minimum| minimum.locale.is_none());
            if let Some(minimum) = own.or_else(all).filter(|minimum| !minimum.is_reached(locale)) {
                let have = table::percentage(locale.translated, locale.units);
                sentences.push(format!(
                    "`{}` in `{}` is translated to {have}, less than {}%",
                    locale.locale, project.root, minimum.typed
                ));
            }
        }
    }
    Ok(sentences)
}

/// Two different minimums for the same locale, or for all.
fn rivals<'m>(minimums: &'m [MinCoverage], report: &Report) -> Option<[&'m MinCoverage; 2]> {
    let is_same = |first: &MinCoverage, second: &MinCoverage| match (&first.locale, &second.locale) {
        (None, None) => true,
        (Some(_), Some(_)) => {
            let mut locales = report.statistics.iter().flatten();
            locales.any(|locale| first.names(locale) && second.names(locale))
        }
        _ => false,
    };
    minimums.iter().enumerate().find_map(|(index, second)| {
        let mut earlier = minimums.iter().take(index);
        let first = earlier.find(|first| first.millionths != second.millionths && is_same(first, second))?;
        Some([first, second])
    })
}

fn unknown(asked: &str, report: &Report) -> String {
    let mut found: Vec<&str> =
        report.statistics.iter().flatten().map(|statistics| statistics.locale.tag()).collect();
    found.sort_unstable();
    found.dedup();
    format!("no project translates into `{asked}`: found {}", found.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minimums_are_percentages() {
        let parse = |text: &str| text.parse::<MinCoverage>();
        assert_eq!(parse("95").unwrap().millionths, 95_000_000);
        assert_eq!(parse("fr=99.5%").unwrap().millionths, 99_500_000);
        assert_eq!(parse("pt_BR=0").unwrap().locale.as_deref(), Some("pt_BR"));
        for wrong in ["", "101", "100.1", "-1", "1e2", "fr=", "ninety", ".5", "=95"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_minimum_is_reached_exactly() {
        let files = [("i18n/en/a.ftl", "a = A\nb = B\nc = C\n"), ("i18n/nl/a.ftl", "a = A\nb = B\n")];
        let report = ftlkit::check_texts(&files, &ftlkit::Config::default()).unwrap();
        let check = |texts: &[&str]| {
            let minimums: Vec<MinCoverage> = texts.iter().map(|text| text.parse().unwrap()).collect();
            shortfalls(&minimums, &report, |_| true).map(|found| found.join("\n"))
        };
        assert_eq!(check(&["66.666666"]).unwrap(), "");
        let short = "`nl` in `i18n` is translated to 66.7%, less than 66.666667%";
        assert_eq!(check(&["66.666667"]).unwrap(), short);
        assert_eq!(check(&["100", "nl=50"]).unwrap(), "");
        assert_eq!(check(&["nl=50", "nl=50.0"]).unwrap(), "");
        for rivals in [["nl=50", "nl=10"], ["nl=50", "NL=10"], ["50", "10"]] {
            assert!(matches!(check(&rivals), Err(Failure::Usage(_))), "{rivals:?}");
        }
        assert!(matches!(check(&["de=50"]), Err(Failure::Usage(_))));
    }
}
