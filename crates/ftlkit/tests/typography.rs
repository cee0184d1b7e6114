//! What typography mends, whatever the text: changes that agree with each other, and that end.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use ftlkit::{Config, Fixes, FrenchSpacing, Report, check_texts};
use proptest::prelude::*;

/// What texts are made of here: every sign that a rule looks at, and what it must see through.
const PIECES: [&str; 44] = [
    "a",
    "l",
    "Bon",
    " ",
    " ",
    "  ",
    "'",
    "\"",
    "...",
    "…",
    "«",
    "» ",
    "“",
    "”",
    "„",
    "‘",
    "’",
    "?",
    "!",
    ":",
    ";",
    "%",
    "5",
    ",",
    ".",
    "(",
    ")",
    "`",
    "<b>",
    "</b>",
    "--all",
    "\u{a0}",
    "\u{202f}",
    "\u{2068}",
    "\u{200b}",
    "e\u{301}",
    "{ $x }",
    "{ \"\" }",
    "{ \" \" }",
    "{ \"\\u00A0\" }",
    "{ \"'\" }",
    "{ -t }",
    "{ $n ->\n    [one] a\n   *[other] b ?\n }",
    "https://a.be/?q=a",
];

const LOCALES: [&str; 9] = ["fr", "fr-BE", "fr-CA", "fr-CH", "de", "nl", "en-GB", "es", "pl"];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 1..12).prop_map(|pieces| pieces.concat())
}

fn report(locale: &str, reference: &str, translation: &str, config: &Config) -> Report {
    let path = format!("i18n/{locale}/a.ftl");
    let file = |text: &str| format!("-t = T\nm = {text}\nn = {text}\n");
    let (reference, translation) = (file(reference), file(translation));
    check_texts(&[("i18n/en/a.ftl", reference.as_str()), (path.as_str(), translation.as_str())], config)
        .unwrap()
}

proptest! {
    #[test]
    fn what_is_mended_stays_mended(
        reference in text(),
        translation in text(),
        locale in prop::sample::select(&LOCALES[..]),
        exact in any::<bool>(),
    ) {
        let mut config = Config { select: vec!["syntax".into(), "typography".into()], ..Config::default() };
        config.typography.exact = exact;
        config.french_spacing = if exact { FrenchSpacing::Exact } else { FrenchSpacing::Any };
        let before = report(locale, &reference, &translation, &config);
        // What is no Fluent has no typography.
        prop_assume!(before.diagnostics.iter().all(|found| found.rule() != "syntax-error"));
        let mended = before.mend(Fixes::Safe, &config).unwrap();
        prop_assert!(!mended.is_unfinished);
        // In a text that no one would write, mending one thing may uncover another: such a fix is refused. All
        // others are made, and none of them is offered again.
        let left: Vec<String> =
            mended.report.diagnostics.iter().filter(|it| it.fix().is_some_and(|fix| fix.safe)).map(ToString::to_string).collect();
        let refused: Vec<String> = mended.refused.iter().map(|it| it.diagnostic.to_string()).collect();
        prop_assert!(left.len() <= refused.len(), "{left:#?} is left, {refused:#?} was refused");
    }
}
