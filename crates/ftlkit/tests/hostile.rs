//! Texts that were made to break a checker: each must be checked with all rules, in time that grows with its size.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fmt::Write;
use std::time::{Duration, Instant};

use ftlkit::rules::Group;
use ftlkit::{Config, Report, check_bytes};

/// Checks a text as a translation of another, with all rules.
fn report(reference: &str, translation: &[u8]) -> Report {
    let files = [("i18n/en/a.ftl", reference.as_bytes()), ("i18n/nl/a.ftl", translation)];
    let select = Group::ALL.map(|group| group.name().to_owned()).into();
    check_bytes(&files, &Config { select, ..Config::default() }).unwrap()
}

/// How many of each: without optimization a tenth shows as well what grows too fast.
const MANY: usize = if cfg!(debug_assertions) { 5_000 } else { 50_000 };

/// Far more than any of these texts takes, and far less than what grows with the square of their size.
const DEADLINE: Duration = Duration::from_secs(30);

#[track_caller]
fn in_time(reference: &str, translation: &str) -> Report {
    let start = Instant::now();
    let report = report(reference, translation.as_bytes());
    let spent = start.elapsed();
    assert!(spent < DEADLINE, "{spent:?}");
    report
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, number| {
        writeln!(text, "{}", line(number)).unwrap();
        text
    })
}

#[track_caller]
fn finds(report: &Report, rule: &str, count: usize) {
    let found = report.diagnostics.iter().filter(|found| found.rule() == rule).count();
    assert_eq!(found, count, "{rule}");
}

#[test]
fn fifty_thousand_attributes() {
    let reference = format!("a = A\n{}", lines(MANY, |n| format!("    .b{n} = B")));
    let other = format!("a = A\n{}", lines(MANY, |n| format!("    .c{n} = {{ a.c{n} }}")));
    finds(&in_time(&reference, &reference), "missing-attribute", 0);
    finds(&in_time(&reference, &other), "missing-attribute", MANY);
    let same = format!("a = A\n{}", lines(MANY, |_| "    .b = B".to_owned()));
    finds(&in_time(&same, &same), "duplicate-attribute", 2 * (MANY - 1));
}

#[test]
fn fifty_thousand_variants() {
    let text =
        format!("a = {{ $n ->\n{}   *[other] {{ $n }} x\n}}\n", lines(MANY, |n| format!("    [{n}] x")));
    finds(&in_time(&text, &text), "duplicate-variant", 0);
    let same =
        format!("a = {{ $n ->\n{}   *[other] {{ $n }} x\n}}\n", lines(MANY, |_| "    [1] x".to_owned()));
    finds(&in_time("a = { $n }\n", &same), "duplicate-variant", MANY - 1);
}

#[test]
fn fifty_thousand_selectors_in_one_text() {
    let selector =
        |n: usize| format!("    {{ $n{n} ->\n        [one] {{ $n{n} }} <b>x</b>\n       *[other] y\n    }}");
    let text = format!("a =\n{}", lines(MANY, selector));
    finds(&in_time(&text, &text), "too-many-placeables", 2);
    in_time("a = { $n }\n", &text);
}

#[test]
fn chains_of_a_hundred_thousand_references() {
    let chain = |last: &str| {
        let reference = |n| format!("a{n} = {{ a{} }}", n + 1);
        format!("# max-length: 3\n{}a{} = {last}\n", lines(2 * MANY, reference), 2 * MANY)
    };
    let (cyclic, open) = (chain("{ a0 }"), chain("{ $x }"));
    in_time(&cyclic, &cyclic);
    in_time(&open, &cyclic);
    in_time(&cyclic, &open);
    let terms = cyclic.replace("{ a", "{ -a").replace("\na", "\n-a").replace("\n-a0 =", "\na0 =");
    in_time(&terms, &terms);
    in_time(&cyclic, &terms);
}

#[test]
fn very_many_unknown_names() {
    let used = |sign: &'static str| move |n: usize| format!("m{n} = {{ {sign}name-{n:05} }}");
    let other = |sign: &'static str| move |n: usize| format!("m{n} = {{ {sign}eman-{n:05} }}");
    for sign in ["$", "", "-"] {
        in_time(&lines(MANY / 5, used(sign)), &lines(MANY / 5, other(sign)));
    }
    let all = |name: &str| format!("a =\n{}", lines(MANY / 5, |n| format!("    {{ ${name}-{n:05} }}")));
    in_time(&all("name"), &all("eman"));
    let terms = lines(MANY / 5, |n| format!("-name-{n:05} = N\nm{n} = {{ -eman-{n:05} }}"));
    in_time(&terms, &terms);
    // As many ids as there are, none of them a term: the search for a hint looks at no message each time.
    in_time(&lines(2 * MANY, used("-")), &lines(2 * MANY, other("-")));
    in_time("a = A\n", &lines(MANY / 5, |n| format!("m{n} = {{ FUNC{n:05}($x) }}")));
}

#[test]
fn named_arguments() {
    let call = |count| format!("a = {{ NUMBER({}) }}\n", lines(count, |n| format!("  a{n}: 1,")));
    finds(&in_time("a = A\n", &call(2 * MANY)), "too-many-placeables", 1);
    finds(&in_time("a = A\n", &call(1_000)), "too-many-placeables", 0);
    // In an entry that is broken before, inside and after.
    finds(&in_time("a = A\n", &format!("b = }}\n{}", call(2 * MANY))), "too-many-placeables", 1);
    in_time("a = A\n", &format!("b = {{ {}", call(2 * MANY)));
    in_time("a = A\n", &call(2 * MANY).replace("a7:", "a7="));
}

#[test]
fn nesting_in_broken_entries() {
    let (braces, calls) = ("{".repeat(4 * MANY), "F(".repeat(4 * MANY));
    for deep in [&braces, &calls] {
        for before in [
            "a = { \"\\q\" ",
            "a = { \"x\n",
            "a = { $x ->\n    [",
            "a = { $x ->\n   *[b] ",
            "a = } ",
            "a = b\n    .c = { ",
            "a = b\n.c = ",
            ".c = ",
            "\u{feff}.c = { ",
            "\u{feff}a = { ",
            "# c\n    .d = { ",
            "a = { b(",
            "a = { -t.b ",
            "a = { F(x: ",
            "a = b\n\t.c = { ",
            "a = { $x ->\n  *[b] \" { \"",
            "a = { \"\\u00\" { ",
            "a = {\r{ ",
        ] {
            in_time("a = A\n", &format!("{before}{deep}"));
            in_time("a = A\n", &format!("{before}\nb = {deep}"));
            in_time("a = A\n", &format!("{before}\n    .b = {{ {deep}"));
        }
    }
}

#[test]
fn broken_entries_by_the_ten_thousand() {
    for line in ["a = {", "a", "#x", "    .b = {", "a = \"}\"", "[", "\t.a = b", "a = { F(", "a =", "\r", "-"]
    {
        in_time("a = A\n", &lines(MANY, |_| line.to_owned()));
        in_time("a = A\n", &format!("a = A\n{}", line.repeat(MANY)));
    }
}

#[test]
fn odd_bytes() {
    for text in [
        &b"a = x\0y\nb\0 = c\n"[..],
        b"\0",
        b"\xef\xbb\xbf",
        b"\xef\xbb\xbf\xef\xbb\xbfa = b\n",
        b"\xff\xfea\0 \0=\0 \0b\0",
        b"\xfe\xff\0a\0 \0=\0 \0b",
        b"a = b\rc = d\r",
        b"\r\r\r",
        b"a =\r\n\t\xff\r\n",
        b"caf\xe9 = { $\xe9 }\n    .\xe9 = \xe9\n",
        b"a = { \"\\u00\xc3\xa9\" }\n",
        b"a = { \"\\\xc3\xa9\" }\n",
    ] {
        let found = report("a = A\n", text);
        assert!(!found.diagnostics.is_empty(), "{text:?} is not remarked on");
    }
    let returns = lines(0, |_| String::new()) + &"a = b\r".repeat(2 * MANY);
    finds(&in_time("a = A\n", &returns), "syntax-error", 1);
}

/// Very many findings about one text cost no more than the text.
#[cfg(feature = "config")]
#[test]
fn very_many_findings_about_one_text_are_known_again() {
    let names = |sign: &str| lines(MANY, |n| format!("    {{ ${sign}{n:05} }}"));
    let marks = (0..MANY).map(|n| format!("rule-{n}")).collect::<Vec<_>>().join(", ");
    let reference = format!("a =\n{}b = B\n", names("x"));
    let translation = format!("a =\n{}# ftlkit-ignore: {marks}\n\nb = B\n", names("y"));
    let mut report = in_time(&reference, &translation);
    let all = report.diagnostics.clone();
    assert!(all.len() > MANY, "{}", all.len());
    let start = Instant::now();
    let config = Config::default();
    let baseline = ftlkit::Baseline::new(std::path::Path::new("b.toml"));
    let baseline = baseline.settle(&mut report, &config, &["."]).all;
    report.diagnostics.clone_from(&all);
    baseline.settle(&mut report, &config, &["."]);
    assert_eq!(report.diagnostics.len(), 0);
    report.diagnostics = all;
    let texts = [("i18n/en/a.ftl", reference), ("i18n/nl/a.ftl", translation + "# another\n")];
    ftlkit::Snapshot::new(texts.map(|(path, text)| (path.to_owned(), text.into())))
        .keep_changed(&mut report, &config)
        .unwrap();
    assert_eq!(report.diagnostics.len(), 0);
    assert!(start.elapsed() < DEADLINE, "{:?}", start.elapsed());
}
