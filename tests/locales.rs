//! The checker on our own locales, as any project would call it, with the configuration in `Cargo.toml`.

use std::path::Path;

use ftlkit::{Config, Error};

fn config() -> Result<Config, Error> {
    Config::from_file(Path::new("Cargo.toml"))
}

/// What `ftlkit check` finds in `locales/`: nothing, warnings included.
#[test]
fn the_checker_finds_nothing() -> Result<(), Error> {
    let report = ftlkit::check(&["locales"], &config()?)?;
    assert!(report.is_clean(), "{report}");
    Ok(())
}

/// The punctuation of `locales/README.md`, to the character: one slip each, and what says so.
#[test]
fn the_checker_sees_every_slip_of_punctuation() -> Result<(), Error> {
    const SLIPS: [(&str, &str, &str); 15] = [
        ("nl", "foto's van { $x }", "straight-apostrophe"),
        ("nl", "\"{ $x }\" is een term", "straight-quotes"),
        ("nl", "“{ $x }” is een term", "locale-quotes"),
        ("nl", "Wat is dat ?", "punctuation-locale"),
        ("nl", "Een deel, { $x } %", "percent-spacing"),
        ("nl", "Twee  spaties", "double-space"),
        ("nl", "En zo voort...", "ellipsis"),
        ("fr", "Voici { $x } !", "fr-punctuation-spacing"),
        ("fr", "Voici { $x }\u{a0}!", "fr-punctuation-spacing"),
        ("fr", "Voici\u{202f}: { $x }", "fr-punctuation-spacing"),
        ("fr", "Une part, { $x } %", "percent-spacing"),
        ("fr", "Le mot « { $x }\u{a0}»", "fr-punctuation-spacing"),
        ("fr", "l'ami", "straight-apostrophe"),
        ("en", "‘{ $x }’ is a term", "locale-quotes"),
        ("en", "A share: { $x } %", "percent-spacing"),
    ];
    for (locale, text, rule) in SLIPS {
        let slip = format!("a = {text}\n");
        let file = |other| if locale == other { slip.as_str() } else { "a = { $x } b c\n" };
        let texts = ["nl", "fr", "en"].map(|other| (format!("locales/{other}/a.ftl"), file(other)));
        let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        let report = ftlkit::check_texts(&texts, &config()?)?;
        assert!(report.diagnostics.iter().any(|found| found.rule() == rule), "{text} is not found: {report}");
    }
    Ok(())
}
