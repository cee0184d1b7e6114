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

/// The name nearest to `wanted`, if it is near enough that a slip explains the difference.
///
/// Two edits at most, and fewer than the name has characters; two neighbours that change places are one.
///
/// ```
/// assert_eq!(ftlkit::nearest("nmae", ["name", "count"]), Some("name"));
/// assert_eq!(ftlkit::nearest("total", ["name", "count"]), None);
/// ```
pub fn nearest<'n>(wanted: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let length = wanted.chars().count();
    let affordable = names.into_iter().take_while(|_| BUDGET.replace(BUDGET.get().saturating_sub(1)) > 0);
    affordable
        .filter_map(|name| Some((distance(wanted, name)?, name)))
        .filter(|(distance, _)| *distance > 0 && *distance < length)
        .min()
        .map(|(_, name)| name)
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
    fn hints_come_to_an_end() {
        let names: Vec<String> = (0..100_000).map(|number| format!("name-{number}")).collect();
        let hint = || nearest("nmae-99", names.iter().map(String::as_str));
        start();
        assert_eq!((0..100).filter(|_| hint().is_some()).count(), 5);
        start();
        assert!(hint().is_some());
    }
}
