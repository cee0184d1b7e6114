//! The language that the environment asks for.

use whole_comm::Locale;

/// The first of the POSIX variables that is set decides, as it does for other programs: a language that the page does
/// not have falls back to Dutch. `C`, `POSIX` and nothing count as not set.
pub(crate) fn locale(variable: impl Fn(&str) -> Option<String>) -> Locale {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set =
        names.iter().filter_map(|name| variable(name)).find_map(|value| language(&value).map(str::to_owned));
    Locale::negotiate(&set.unwrap_or_default())
}

/// The language and region of a value such as `fr_BE.UTF-8@euro`.
fn language(value: &str) -> Option<&str> {
    let language = value.split(['.', '@']).next().unwrap_or_default().trim();
    (!matches!(language, "" | "C" | "POSIX")).then_some(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let cases: [(&[(&str, &str)], Locale); 10] = [
            (&[], Locale::Dutch),
            (&[("LANG", "fr_BE.UTF-8")], Locale::French),
            (&[("LANG", "en_GB.UTF-8"), ("LC_MESSAGES", "fr_FR")], Locale::French),
            (&[("LANG", "fr_FR"), ("LC_ALL", "en_US.UTF-8")], Locale::English),
            (&[("LC_ALL", ""), ("LANG", "fr")], Locale::French),
            (&[("LC_ALL", "C"), ("LANG", "fr")], Locale::French),
            (&[("LC_ALL", "C.UTF-8"), ("LC_MESSAGES", "POSIX"), ("LANG", "en")], Locale::English),
            (&[("LC_ALL", "de_DE.UTF-8"), ("LANG", "fr")], Locale::Dutch),
            (&[("LANG", "nl_BE@euro")], Locale::Dutch),
            (&[("LANG", "\u{1f980}")], Locale::Dutch),
        ];
        for (variables, expected) in cases {
            let variable = |name: &str| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(locale(variable), expected, "for {variables:?}");
        }
    }
}
