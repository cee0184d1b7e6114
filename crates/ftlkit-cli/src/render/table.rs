//! Numbers as people read them.

/// So many signs make a bar.
const BAR: usize = 20;

/// A percentage with one digit; it is 100 only where nothing is missing, and 0 only where all is.
pub(crate) fn percentage(part: usize, whole: usize) -> String {
    let permille = permille(part, whole);
    if permille == 1000 { "100%".to_owned() } else { format!("{}.{}%", permille / 10, permille % 10) }
}

/// A bar; it is full only where nothing is missing, and empty only where all is.
pub(crate) fn bar(part: usize, whole: usize) -> String {
    let full = match permille(part, whole) {
        0 => 0,
        1000 => BAR,
        permille => (permille * BAR / 1000).clamp(1, BAR - 1),
    };
    format!("{}{}", "█".repeat(full), "░".repeat(BAR - full))
}

/// A number with a comma between thousands.
pub(crate) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The share in thousandths; it is 1000 only where nothing is missing, and 0 only where all is.
pub(crate) fn permille(part: usize, whole: usize) -> usize {
    if whole == 0 {
        return 1000;
    }
    let rounded = (part as u128 * 1000 + whole as u128 / 2) / whole as u128;
    let rounded = usize::try_from(rounded).unwrap_or(1000);
    if part >= whole {
        1000
    } else if part == 0 {
        0
    } else {
        rounded.clamp(1, 999)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_complete_is_a_hundred() {
        assert_eq!(percentage(0, 0), "100%");
        assert_eq!(percentage(3, 3), "100%");
        assert_eq!(percentage(99_999, 100_000), "99.9%");
        assert_eq!(percentage(1, 100_000), "0.1%");
        assert_eq!(percentage(0, 5), "0.0%");
        assert_eq!(percentage(2, 3), "66.7%");
    }

    #[test]
    fn bars_are_twenty_signs() {
        for (part, whole, full) in [(0, 5, 0), (5, 5, 20), (1, 2, 10), (99_999, 100_000, 19), (1, 100_000, 1)]
        {
            let bar = bar(part, whole);
            assert_eq!((bar.chars().count(), bar.matches('█').count()), (20, full), "{part} of {whole}");
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
    }
}
