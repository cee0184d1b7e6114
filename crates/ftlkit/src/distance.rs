//! "Did you mean": the nearest of some names.

use std::cell::Cell;

/// How many names a rule may compare that looks at a whole locale, and how many all rules together that look at one
/// file. Where thousands of names are unknown, nobody reads a hint for each of them, and comparing all with all would
/// never end.
const NAMES: u32 = 500_000;

thread_local! {
    /// A rule checks a locale on one thread from beginning to end, and so do all rules a file.
    static BUDGET: Cell<u32> = const { Cell::new(NAMES) };
}

/// Lets names be compared again: a rule begins with a locale, or all of them with a file.
pub(crate) fn start() {
    BUDGET.set(NAMES);
}

/// The name that was probably meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Guess<'n> {
    pub(crate) name: &'n str,
    /// Whether it needs nobody to look at it: no other name is as near, the difference is small for a word of that
    /// length, and it is not one of digits. `item-3` is no slip for `item-2`.
    pub(crate) is_certain: bool,
}

/// The name nearest to `wanted`, if it is near enough that a slip explains the difference.
///
/// Two edits at most, and fewer than the name has characters; two neighbours that change places are one.
///
/// ```
/// assert_eq!(ftlkit::nearest("nmae", ["name", "count"]), Some("name"));
/// assert_eq!(ftlkit::nearest("total", ["name", "count"]), None);
/// ```
pub fn nearest<'n>(wanted: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    best(wanted, names.into_iter()).map(|guess| guess.name)
}

/// [`nearest`] for a rule, which has a limited number of comparisons.
pub(crate) fn hint<'n>(wanted: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    guess(wanted, names).map(|guess| guess.name)
}

/// [`hint`], and how certain it is.
pub(crate) fn guess<'n>(wanted: &str, names: impl IntoIterator<Item = &'n str>) -> Option<Guess<'n>> {
    best(wanted, names.into_iter().take_while(|_| BUDGET.replace(BUDGET.get().saturating_sub(1)) > 0))
}

fn best<'n>(wanted: &str, names: impl Iterator<Item = &'n str>) -> Option<Guess<'n>> {
    let length = wanted.chars().count();
    let near = names
        .filter_map(|name| Some((distance(wanted, name)?, name)))
        .filter(|(distance, _)| *distance > 0 && *distance < length);
    let (mut best, mut is_only) = (None, true);
    for found in near {
        match best {
            Some(old) if found == old => {}
            Some((distance, _)) if found.0 > distance => {}
            Some((distance, name)) if found.0 == distance => {
                is_only = false;
                best = Some((distance, name.min(found.1)));
            }
            _ => (best, is_only) = (Some(found), true),
        }
    }
    let (distance, name) = best?;
    let is_small = distance * LETTERS_AN_EDIT <= length;
    Some(Guess { name, is_certain: is_only && is_small && digits(wanted).eq(digits(name)) })
}

/// So many letters a word must have for each edit, or the edit makes another word of it.
const LETTERS_AN_EDIT: usize = 3;

fn digits(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(char::is_ascii_digit)
}

/// The number of edits between two words, if it is at most two.
fn distance(a: &str, b: &str) -> Option<usize> {
    const LIMIT: usize = 2;
    if a.len().abs_diff(b.len()) > LIMIT * 4 {
        return None;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > LIMIT {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (row, x) in a.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, y) in b.iter().enumerate() {
            let cell = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let mut best = cell(&above, column) + usize::from(x != y);
            best = best.min(cell(&above, column + 1) + 1).min(cell(&current, column) + 1);
            let swapped = row > 0 && column > 0 && a.get(row - 1) == Some(y) && b.get(column - 1) == Some(x);
            if swapped {
                best = best.min(cell(&before, column - 1) + 1);
            }
            current.push(best);
        }
        if current.iter().min() > Some(&LIMIT) {
            return None;
        }
        before = std::mem::replace(&mut above, current);
    }
    above.last().copied().filter(|distance| *distance <= LIMIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wanted: &str, names: &[&str], expected: Option<&str>) {
        assert_eq!(nearest(wanted, names.iter().copied()), expected);
    }

    #[test]
    fn the_nearest_name_is_found() {
        check("nmae", &["count", "name"], Some("name"));
        check("user-name", &["userName", "user_name"], Some("user_name"));
        check("n", &["x"], None);
        check("number", &["name"], None);
        check("name", &["name"], None);
    }

    #[test]
    fn what_may_be_another_name_is_uncertain() {
        let certain = |wanted, names: &[&'static str]| {
            guess(wanted, names.iter().copied()).map(|guess| (guess.name, guess.is_certain))
        };
        assert_eq!(certain("nmae", &["name", "count", "name"]), Some(("name", true)));
        assert_eq!(certain("nmae", &["names", "name"]), Some(("name", true)));
        assert_eq!(certain("file-b", &["file-c", "file-a"]), Some(("file-a", false)));
        assert_eq!(certain("item-3", &["item-2"]), Some(("item-2", false)));
        assert_eq!(certain("id", &["ip"]), Some(("ip", false)));
        assert_eq!(certain("title", &["tiles"]), Some(("tiles", false)));
    }

    #[test]
    fn hints_come_to_an_end() {
        let names: Vec<String> = (0..100_000).map(|number| format!("name-{number}")).collect();
        let names = || names.iter().map(String::as_str);
        let hint = || hint("nmae-99", names());
        start();
        assert_eq!((0..100).filter(|_| hint().is_some()).count(), 5);
        assert!(nearest("nmae-99", names()).is_some(), "who asks beside a check has no limit");
        start();
        assert!(hint().is_some());
    }
}
