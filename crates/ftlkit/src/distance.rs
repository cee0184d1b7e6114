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
/// Two edits at most, and fewer than the name has characters; two neighbours that change places are one. Names of more
/// than 100 characters are near no other.
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

/// So many characters the longest name has that is compared. What is longer is no name that anybody mistypes.
const LONGEST: usize = 100;

/// The number of edits between two words, if it is at most two and neither is too long.
fn distance(a: &str, b: &str) -> Option<usize> {
    const LIMIT: usize = 2;
    const FAR: usize = LIMIT + 1;
    const WIDTH: usize = 2 * LIMIT + 1;
    type Band = [usize; WIDTH];
    if a.len().max(b.len()) > LONGEST * 4 || a.len().abs_diff(b.len()) > LIMIT * 4 {
        return None;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().max(b.len()) > LONGEST || a.len().abs_diff(b.len()) > LIMIT {
        return None;
    }
    // Only cells near the diagonal can be within the limit. `row[place]` is the cell of column `number + place - LIMIT`.
    let cell =
        |row: &Band, place: Option<usize>| place.and_then(|place| row.get(place)).copied().unwrap_or(FAR);
    let mut before: Band = [FAR; WIDTH];
    let mut above: Band = std::array::from_fn(|place| place.checked_sub(LIMIT).unwrap_or(FAR));
    for (row, x) in a.iter().enumerate() {
        let mut current: Band = [FAR; WIDTH];
        for place in 0..current.len() {
            let Some(column) = (row + 1 + place).checked_sub(LIMIT).filter(|column| *column <= b.len())
            else {
                continue;
            };
            let y = column.checked_sub(1).and_then(|column| b.get(column));
            let mut best = cell(&above, Some(place + 1)).min(cell(&current, place.checked_sub(1))) + 1;
            if y.is_some() {
                best = best.min(cell(&above, Some(place)) + usize::from(y != Some(x)));
            }
            let previous = (
                row.checked_sub(1).and_then(|row| a.get(row)),
                column.checked_sub(2).and_then(|it| b.get(it)),
            );
            if y.is_some() && previous.0 == y && previous.1 == Some(x) {
                best = best.min(cell(&before, Some(place)) + 1);
            }
            if let Some(cell) = current.get_mut(place) {
                *cell = best.min(FAR);
            }
        }
        if current.iter().min() > Some(&LIMIT) {
            return None;
        }
        before = std::mem::replace(&mut above, current);
    }
    let last = (b.len() + LIMIT).checked_sub(a.len());
    Some(cell(&above, last)).filter(|distance| *distance <= LIMIT)
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
    fn edits_are_counted() {
        let cases = [
            ("", "ab", Some(2)),
            ("ab", "", Some(2)),
            ("abc", "abc", Some(0)),
            ("abcdef", "cdef", Some(2)),
            ("abcdef", "abcd", Some(2)),
            ("abcdef", "bacdfe", Some(2)),
            ("abcdef", "xabcde", Some(2)),
            ("abcdef", "bcdefg", Some(2)),
            ("abcdef", "xbydef", Some(2)),
            ("abcdef", "xbyzef", None),
            ("abcdef", "fedcba", None),
            ("été", "ete", Some(2)),
        ];
        for (a, b, expected) in cases {
            assert_eq!((distance(a, b), distance(b, a)), (expected, expected), "{a}, {b}");
        }
        let (long, longer) = ("a".repeat(LONGEST), "a".repeat(LONGEST + 1));
        assert_eq!(distance(&long, &long[1..]), Some(1));
        assert_eq!(distance(&longer, &long), None, "nobody mistypes so long a name");
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
