//! Ids are looked for in the files that one bundle loads: two tools may use one id for different things.

use ftlkit::{Config, Domain, Glob, check_texts};

/// Two tools with a bundle each, and a library that is loaded with both.
fn config(rule: &str) -> Config {
    let domain = |name: &str| Domain {
        name: name.to_owned(),
        paths: [name, "core"].map(|folder| Glob::new(&format!("{folder}/locales/*"))).into(),
    };
    Config { select: vec![rule.to_owned()], domains: vec![domain("cp"), domain("cut")], ..Config::default() }
}

/// The texts of `cp`, then those of `cut`: English, Dutch.
struct Case {
    rule: &'static str,
    cp: [&'static str; 2],
    cut: [&'static str; 2],
    /// What is found.
    expected: &'static [&'static str],
    /// What is found where nobody says that there are two bundles.
    without: &'static [&'static str],
}

#[test]
fn every_rule_that_resolves_an_id_keeps_to_the_domain() {
    let mut wrong = Vec::new();
    for case in CASES {
        let files = [
            ("core/locales/en.ftl", "core = Core\n-shared = Shared\n"),
            ("core/locales/nl.ftl", "core = Kern\n-shared = Gedeeld\n"),
            ("cp/locales/en.ftl", case.cp[0]),
            ("cp/locales/nl.ftl", case.cp[1]),
            ("cut/locales/en.ftl", case.cut[0]),
            ("cut/locales/nl.ftl", case.cut[1]),
        ];
        let limited = config(case.rule);
        let unlimited = Config { domains: Vec::new(), ..config(case.rule) };
        for (config, expected) in [(limited, case.expected), (unlimited, case.without)] {
            let report = check_texts(&files, &config).unwrap();
            let rule = format!(" [{}]", case.rule);
            let lines = report.diagnostics.iter().map(|found| found.to_string().replace(&rule, ""));
            let lines: Vec<String> = lines.collect();
            if lines != expected {
                let count = config.domains.len();
                wrong.push(format!("{rule}, {count} domains\n  expected {expected:?}\n  found    {lines:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const CASES: &[Case] = &[
    Case {
        rule: "unknown-message-reference",
        cp: ["only = O\n", "only = O\n"],
        cut: ["a = { only } { core }\n", "a = { only } { core }\n"],
        expected: &[
            "cut/locales/en.ftl:1:7: error: message `only` is not defined in its domain",
            "cut/locales/nl.ftl:1:7: error: message `only` is not defined in its domain",
        ],
        without: &[],
    },
    Case {
        rule: "unknown-attribute-reference",
        cp: ["m = M\n    .x = X\n", "m = M\n    .x = X\n"],
        cut: ["m = M\na = A { m.x }\n", "m = M\na = A { m.x }\n"],
        expected: &[
            "cut/locales/en.ftl:2:11: error: message `m` has no attribute `.x`",
            "cut/locales/nl.ftl:2:11: error: message `m` has no attribute `.x`",
        ],
        without: &[],
    },
    Case {
        rule: "reference-only-in-fallback",
        cp: ["m = M\n", "m = M\n"],
        cut: ["m = M\na = { m }\n", "a = { m }\n"],
        expected: &["cut/locales/nl.ftl:1:7: warning: message `m` is defined in the reference only"],
        without: &[],
    },
    Case {
        rule: "reference-to-valueless-message",
        cp: ["m = M\n", "m = M\n"],
        cut: ["m =\n    .x = X\na = { m }\n", "m =\n    .x = X\na = { m }\n"],
        expected: &[
            "cut/locales/en.ftl:3:7: error: message `m` has no value, only attributes",
            "cut/locales/nl.ftl:3:7: error: message `m` has no value, only attributes",
        ],
        without: &[],
    },
    // The circle leads through two bundles, so it is none.
    Case {
        rule: "cyclic-reference",
        cp: ["a = { b }\n", "a = A\n"],
        cut: ["b = { a }\n", "b = B\n"],
        expected: &[],
        without: &["cp/locales/en.ftl:1:7: error: `a` refers to itself through `b`"],
    },
    Case {
        rule: "cyclic-reference",
        cp: ["a = A\nb = B\n", "a = A\nb = B\n"],
        cut: ["a = { b }\nb = { a }\n", "a = { b }\nb = B\n"],
        expected: &["cut/locales/en.ftl:1:7: error: `a` refers to itself through `b`"],
        without: &[],
    },
    // `$n` comes through the message that this bundle has.
    Case {
        rule: "unknown-variable",
        cp: ["m = M\n", "m = M\n"],
        cut: ["m = { $n }\na = { m }\n", "m = { $n }\na = { $n }\n"],
        expected: &[],
        without: &["cut/locales/nl.ftl:2:7: error: variable `$n` is not known to the reference"],
    },
    Case {
        rule: "missing-variable",
        cp: ["m = M\n", "m = M\n"],
        cut: ["m = M { $n }\na = A { $n }\n", "m = M { $n }\na = A { m }\n"],
        expected: &[],
        without: &["cut/locales/nl.ftl:2:5: warning: variable `$n` of the reference is not used"],
    },
    Case {
        rule: "term-argument-unknown",
        cp: ["-t = T\n", "-t = T { $case }\n"],
        cut: ["-t = T\n", "-t = T\na = { -t(case: \"gen\") }\n"],
        expected: &["cut/locales/nl.ftl:2:10: warning: term `-t` does not use the argument `case`"],
        without: &[],
    },
    Case {
        rule: "term-variant-missing",
        cp: ["-t = T\n", "-t = { $case ->\n    [gen] T\n   *[nom] T\n }\n"],
        cut: ["-t = T\n", "-t = { $case ->\n    [dat] T\n   *[nom] T\n }\na = { -t(case: \"gen\") }\n"],
        expected: &["cut/locales/nl.ftl:5:17: warning: term `-t` has no variant `[gen]`"],
        without: &[],
    },
    // `-t` of this bundle is what the text says; that of the other is not.
    Case {
        rule: "missing-term-reference",
        cp: ["-t = Tulip\n", "-t = Tulp\n"],
        cut: ["-t = Rose\na = A { -t }\n", "-t = Roos\na = De Roos\n"],
        expected: &[],
        without: &["cut/locales/nl.ftl:2:5: warning: term `-t` of the reference is not used"],
    },
    Case {
        rule: "extra-term-reference",
        cp: ["-t = Tulip\n", "-t = Tulp\n"],
        cut: ["-t = Rose\na = A Rose\n", "-t = Roos\na = { -t }\n"],
        expected: &[],
        without: &["cut/locales/nl.ftl:2:7: warning: term `-t` is not used in the reference"],
    },
    // What the reference's own bundle lacks is a fault there.
    Case {
        rule: "missing-message-reference",
        cp: ["m = M\n", "m = M\n"],
        cut: ["a = A { m }\n", "a = A\n"],
        expected: &[],
        without: &["cut/locales/nl.ftl:1:5: warning: message `m` is not referred to, as in the reference"],
    },
    Case {
        rule: "extra-message-reference",
        cp: ["m = M\n", "m = M\n"],
        cut: ["a = A\n", "a = A { m }\n"],
        expected: &[],
        without: &["cut/locales/nl.ftl:1:9: warning: message `m` is not referred to in the reference"],
    },
    // A text that moved to another bundle is not where the application looks for it.
    Case {
        rule: "missing-message",
        cp: ["b = B\n", "b = B\nm = M\n"],
        cut: ["b = B\nm = M\n", "b = B\n"],
        expected: &["cut/locales/nl.ftl: error: message `m` is missing"],
        without: &[],
    },
    Case {
        rule: "extra-message",
        cp: ["b = B\n", "b = B\nm = M\n"],
        cut: ["b = B\nm = M\n", "b = B\n"],
        expected: &["cp/locales/nl.ftl:2:1: warning: message `m` is not in the reference"],
        without: &[],
    },
    Case {
        rule: "max-length",
        cp: ["m = M\n", "m = M\n"],
        cut: ["m = M\n# max-length: 3\na = A\n", "m = Lang\na = { m }\n"],
        expected: &["cut/locales/nl.ftl:2:5: error: the text has 4 characters: at most 3 fit"],
        without: &[],
    },
];
