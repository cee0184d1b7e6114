use super::*;
use crate::check::check_texts;

/// What is left of the findings: the rule, the path and the id of each.
#[track_caller]
fn check(then: &[(&str, &str)], now: &[(&str, &str)], expected: &[&str]) {
    // One finding for a wrong variable is enough here.
    let config = Config { ignore: vec!["missing-variable".to_owned()], ..Config::default() };
    let mut report = check_texts(now, &config).unwrap();
    let snapshot = Snapshot::new(then.iter().map(|(path, text)| ((*path).to_owned(), (*text).into())));
    let before = report.diagnostics.len();
    snapshot.keep_changed(&mut report, &config).unwrap();
    assert_eq!(before, report.unchanged + report.diagnostics.len());
    let name = |one: &Diagnostic| format!("{} {} {}", one.rule(), one.path(), one.id().unwrap_or("-"));
    let found: Vec<String> = report.diagnostics.iter().map(name).collect();
    assert_eq!(found, expected);
}

const EN: &str = "a = A { $n }\nb = B\n";
const NL: &str = "a = A { $x }\nb = B\n    .title = B\n";

fn pair<'t>(en: &'t str, nl: &'t str) -> [(&'t str, &'t str); 2] {
    [("i18n/en/a.ftl", en), ("i18n/nl/a.ftl", nl)]
}

#[test]
fn what_stays_as_it_was_is_left_out() {
    let then = pair(EN, NL);
    check(&then, &then, &[]);
    check(&then, &pair(EN, &NL.replace('\n', "\r\n")), &[]);
    check(&then, &pair(EN, &NL.replace("{ $x }", "{$x}").replace("    .", "  .")), &[]);
    check(&then, &pair(EN, &format!("### A file\n\n# One\n{NL}")), &[]);
    check(&then, &pair("b = B\na = A { $n }\n", "b = B\n    .title = B\na = A { $x }\n"), &[]);
    check(&then, &pair(EN, &format!("{NL}-term = T\n")), &[]);
}

#[test]
fn what_was_touched_is_shown_with_all_that_is_wrong_with_it() {
    let then = pair(EN, NL);
    check(&then, &pair(EN, &NL.replace("A {", "Aa {")), &["unknown-variable i18n/nl/a.ftl a"]);
    check(&then, &pair(&EN.replace("A {", "Aa {"), NL), &["unknown-variable i18n/nl/a.ftl a"]);
    check(&then, &pair(EN, &NL.replace("title = B", "title = C")), &["extra-attribute i18n/nl/a.ftl b"]);
    check(&then, &pair(EN, "a = A { $x }\n"), &["missing-message i18n/nl/a.ftl b"]);
    check(&then, &pair(EN, "a = A { $x\nb = B\n"), &["syntax-error i18n/nl/a.ftl a"]);
    check(
        &then,
        &pair(EN, &NL.replace("b = B\n", "b = B\nb = B\n")),
        &["duplicate-id i18n/nl/a.ftl b", "extra-attribute i18n/nl/a.ftl b"],
    );
}

#[test]
fn the_reference_counts_wherever_it_is() {
    // Where a finding does not show it.
    let then = pair("a = A\n", "a = A\na = B\n");
    check(&then, &then, &[]);
    check(&then, &pair("a = Aa\n", then[1].1), &["duplicate-id i18n/nl/a.ftl a"]);
    // In another file than the one that corresponds.
    let files = |en| {
        [
            ("i18n/en/a.ftl", "b = B\n"),
            ("i18n/en/b.ftl", en),
            ("i18n/nl/a.ftl", "a = A { $x }\nb = B\n"),
            ("i18n/nl/b.ftl", "c = C\n"),
        ]
    };
    let then = files("a = A { $n }\nc = C\n");
    check(&then, &then, &[]);
    check(&then, &files("a = Aa { $n }\nc = C\n"), &["unknown-variable i18n/nl/a.ftl a"]);
}

#[test]
fn syntax_errors_are_compared_as_they_stand() {
    let then = pair(EN, "a = { $n\nb = { \"\n");
    check(&then, &then, &[]);
    check(&then, &pair(EN, "-t = T\nb = { \"\n\na = { $n\n"), &[]);
    check(&then, &pair(EN, "a = { $n\nb = { ' \n"), &["syntax-error i18n/nl/a.ftl b"]);
}

#[test]
fn gaps_open_in_all_locales() {
    let then = [("i18n/en/a.ftl", EN), ("i18n/fr/a.ftl", "a = A { $n }\n"), ("i18n/nl/a.ftl", NL)];
    let en = format!("{EN}c = C\n");
    let mut now = then;
    now[0].1 = &en;
    check(&then, &now, &["missing-message i18n/fr/a.ftl c", "missing-message i18n/nl/a.ftl c"]);
    // A whole new file of the reference, and one that is gone.
    let more = [&then[..], &[("i18n/en/b.ftl", "x = X\n")]].concat();
    check(&then, &more, &["missing-file i18n/fr/b.ftl -", "missing-file i18n/nl/b.ftl -"]);
    check(&more, &more, &[]);
    let both = [&more[..], &[("i18n/nl/b.ftl", "x = X\n")]].concat();
    check(&both, &more, &["missing-file i18n/nl/b.ftl -"]);
    // Where the reference's file is gone, its translations are too many.
    let left = [&then[..], &[("i18n/nl/b.ftl", "x = X\n")]].concat();
    check(&both, &left, &["extra-file i18n/nl/b.ftl -"]);
}

#[test]
fn a_new_locale_is_new_altogether() {
    let then = pair(EN, EN);
    let now = [&then[..], &[("i18n/pt-BR/a.ftl", "a = A { $x }\n")]].concat();
    check(&then, &now, &["missing-message i18n/pt-BR/a.ftl b", "unknown-variable i18n/pt-BR/a.ftl a"]);
    check(&[], &pair(EN, NL), &["unknown-variable i18n/nl/a.ftl a", "extra-attribute i18n/nl/a.ftl b"]);
}

#[test]
fn files_that_are_renamed_or_divided_stay_what_they_were() {
    let then = pair(EN, NL);
    let renamed = |nl| [("i18n/en/main.ftl", EN), ("i18n/nl/main.ftl", nl)];
    check(&then, &renamed(NL), &[]);
    let more = format!("{NL}c = C\n");
    check(&then, &renamed(&more), &["extra-message i18n/nl/main.ftl c"]);
    check(&then, &[("i18n/en/a.ftl", EN), ("i18n/nl_NL/a.ftl", NL)], &[]);
    let divided = [
        ("i18n/en/a.ftl", "a = A { $n }\n"),
        ("i18n/en/b.ftl", "b = B\n"),
        ("i18n/nl/a.ftl", "a = A { $x }\n"),
        ("i18n/nl/b.ftl", "b = B\n    .title = B\n"),
    ];
    check(&then, &divided, &[]);
    check(&divided, &then, &[]);
}

#[test]
fn who_refers_to_what_is_gone_is_concerned() {
    let en = "-t = T\na = A\nb = B { -t }\nc = { b }\n";
    let nl = "-t = T\na = A { $x }\nb = B { -t }\nc = { b }\n";
    let then = pair(en, nl);
    check(&then, &pair(en, &nl.replace("-t = T\n", "")), &["reference-only-in-fallback i18n/nl/a.ftl b"]);
    // Other words of a term concern nobody.
    let nl = "-t = T\na = A { $x }\nb = B { -t } { -u }\nc = { b }\n";
    check(&pair(en, nl), &pair(en, &nl.replace("-t = T", "-t = Tee")), &[]);
    // Through a message: its variable is new, and the reference's is not passed on.
    let then = pair("a = A { $n }\nb = { a }\n", "a = A { $n }\nb = { a } { $y }\n");
    check(
        &then,
        &pair("a = A { $n }\nb = { a }\n", "a = A { $x }\nb = { a } { $y }\n"),
        &["unknown-variable i18n/nl/a.ftl a", "unknown-variable i18n/nl/a.ftl b"],
    );
}

#[test]
fn comments_matter_to_rules_about_comments() {
    let then = pair("# $n: a number\na = A { $n }\n", "a = A { $n }\n");
    let now = pair("# $m: a number\na = A { $n }\n", "a = A { $n }\n");
    check(&then, &now, &["comment-variable-unknown i18n/en/a.ftl a"]);
    check(&now, &now, &[]);
    let quiet = pair(EN, "# ftlkit-ignore: unknown-variable\na = A { $x }\nb = B\n");
    check(&quiet, &pair(EN, "a = A { $x }\nb = B\n"), &["unknown-variable i18n/nl/a.ftl a"]);
    let unused = pair(EN, "a = A { $n }\n\n# ftlkit-ignore: unknown-variable\nb = B\n");
    check(&pair(EN, "a = A { $n }\nb = B\n"), &unused, &["unused-suppression i18n/nl/a.ftl -"]);
    check(&unused, &unused, &[]);
}

#[test]
fn what_is_about_the_layout_of_a_file_is_compared_by_lines() {
    let marked = pair(EN, "\u{feff}a = A { $n }\nb = B\n");
    check(&pair(EN, EN), &marked, &["byte-order-mark i18n/nl/a.ftl a"]);
    check(&marked, &pair(EN, "\u{feff}a = A { $n }\nb = B \n"), &[]);
    let empty = pair(EN, "");
    check(&empty, &empty, &[]);
}
