use super::*;
use crate::check::check_texts;

/// The folder of a baseline that knows everything that is found in a project: `here`, or one below or above.
fn adopt(folder: &str, config: &Config, files: &[(&str, &str)]) -> Baseline {
    let mut report = check_texts(files, config).unwrap();
    let path = std::env::current_dir().unwrap().join(folder).join("b.toml");
    let baseline = Baseline::new(&path).settle(&mut report, config, &["."]).all;
    // What is written is what is read.
    let read = Baseline::from_toml(&path, &baseline.to_string()).unwrap();
    assert_eq!(read, baseline);
    read
}

/// What is found and not known, and what is known and not found: the rule and the id of each.
fn settle(baseline: &Baseline, config: &Config, files: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let mut report = check_texts(files, config).unwrap();
    let settled = baseline.settle(&mut report, config, &["."]);
    let name = |rule: &str, id: Option<&str>| format!("{rule} {}", id.unwrap_or("-"));
    let new = report.diagnostics.iter().map(|found| name(found.rule(), found.id())).collect();
    let stale = settled
        .stale
        .iter()
        .map(|(known, count)| format!("{} {count}", name(&known.rule, known.id.as_deref())));
    (new, stale.collect())
}

const EN: &str = "a = Hello, { $name }!\nb = Bye\n    .title = Until { $day }\nc = C\nd = D { $n }\n";
const NL: &str = "# Een begroeting\na = Hallo, { $nmae }!\n    Dag { $x } { $x }\nb = Dag\n    .title = Tot { $dag }\nd = { $n\n";

#[track_caller]
fn check(en: &str, nl: &str, new: &[&str], stale: &[&str]) {
    let config = Config::default();
    let files = |en, nl| [("i18n/en/a.ftl", en), ("i18n/nl/a.ftl", nl)];
    // Wherever the baseline is.
    for folder in [".", "deep/er", "../.."] {
        let baseline = adopt(folder, &config, &files(EN, NL));
        assert_eq!(
            settle(&baseline, &config, &files(en, nl)),
            (owned(new), owned(stale)),
            "{folder}: {baseline}"
        );
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn nothing_is_new_at_first() {
    check(EN, NL, &[], &[]);
}

#[test]
fn layout_and_order_make_nothing_new() {
    check(&EN.replace('\n', "\r\n"), &NL.replace('\n', "\r\n"), &[], &[]);
    check(EN, &format!("### A file\n\n-term = T\n\n{NL}"), &[], &[]);
    check(
        EN,
        &NL.replace("    Dag", "        Dag").replace("{ $x }", "{$x}").replace("een", "één"),
        &[],
        &[],
    );
    let (rest, first) = (EN.replace("a = Hello, { $name }!\n", ""), "a = Hello, { $name }!\n");
    check(&format!("{rest}{first}"), NL, &[], &[]);
}

#[test]
fn work_on_a_text_makes_its_findings_new() {
    let new = ["unknown-variable a", "unknown-variable a"];
    check(EN, &NL.replace("Hallo", "Hoi"), &new, &["unknown-variable a 2"]);
    // Also work on the reference, unless what is wrong is that something is missing.
    let en = EN.replace("Until", "On").replace("C\n", "Sea\n");
    check(&en, NL, &["unknown-variable b"], &["unknown-variable b 1"]);
}

#[test]
fn what_is_mended_no_longer_occurs() {
    check(EN, &format!("{NL}c = C\n"), &[], &["missing-message c 1"]);
    check(EN, &NL.replace("d = { $n\n", "d = D { $n }\n"), &[], &["syntax-error d 1"]);
}

#[test]
fn new_gaps_are_new() {
    check(&format!("{EN}e = E\n"), NL, &["missing-message e"], &[]);
    let nl = NL.replace("b = Dag\n    .title = Tot { $dag }\n", "");
    check(EN, &nl, &["missing-message b"], &["unknown-variable b 1"]);
}

#[test]
fn findings_that_are_alike_are_counted() {
    let config = Config { select: vec!["unknown-term-reference".to_owned()], ..Config::default() };
    let files = |nl| [("i18n/en/a.ftl", "a = A\n"), ("i18n/nl/a.ftl", nl)];
    let baseline = adopt(".", &config, &files("a = { -t } { -t } { -t }\n"));
    assert_eq!((baseline.len(), baseline.known().len()), (3, 1));
    let mut report = check_texts(&files("a = { -t } { -t } { -t }\n"), &config).unwrap();
    let fewer =
        Baseline { known: baseline.known.keys().map(|known| (known.clone(), 2)).collect(), ..baseline };
    let settled = fewer.settle(&mut report, &config, &["."]);
    assert_eq!((report.diagnostics.len(), report.baselined), (1, 2));
    assert_eq!((settled.left.len(), settled.all.len()), (2, 3));
}

#[test]
fn what_was_not_looked_at_stays() {
    let files = |nl, fr| [("i18n/en/a.ftl", EN), ("i18n/fr/a.ftl", fr), ("i18n/nl/a.ftl", nl)];
    let all = Config::default();
    let baseline = adopt(".", &all, &files(NL, NL));
    let mended = files(EN, EN);
    let check = |config: &Config, path: &str| {
        let mut report = check_texts(&mended, config).unwrap();
        let settled = baseline.settle(&mut report, config, &[path]);
        assert_eq!(settled.left, settled.all);
        assert_eq!(baseline.len() - settled.left.len(), settled.stale.iter().map(|(_, count)| count).sum());
        settled.left.len()
    };
    let half = baseline.len() / 2;
    assert_eq!(check(&all, "."), 0);
    assert_eq!(check(&Config { locales: vec!["nl".to_owned()], ..Config::default() }, "."), half);
    assert_eq!(check(&all, "i18n/nl"), half);
    assert_eq!(check(&all, "i18n/nl/a.ftl"), half);
    assert_eq!(check(&all, "i18n/n"), 2 * half);
    let select = Config { select: vec!["syntax-error".to_owned()], ..Config::default() };
    assert_eq!(check(&select, "."), 2 * half - 2);
    let ignore = Config { ignore: vec!["syntax".to_owned()], ..Config::default() };
    assert_eq!(check(&ignore, "."), 2);
}

#[test]
fn the_file_is_read_line_by_line() {
    let config = Config::default();
    let files = [("i18n/en/a.ftl", EN), ("i18n/nl/\"\u{1}\\.ftl", "x = X\n"), ("i18n/nl/a.ftl", NL)];
    let text = adopt("base", &config, &files).to_string();
    let lines: Vec<&str> = text.lines().skip(3).collect();
    let expected = r#"version = 1
findings = [
  { path = "../i18n/nl/\"\u0001\\.ftl", locale = "nl", rule = "extra-file" },
  { path = "../i18n/nl/a.ftl", locale = "nl", rule = "unknown-variable", id = "a", text = "793885b842133586", count = 2 },
  { path = "../i18n/nl/a.ftl", locale = "nl", rule = "unknown-variable", id = "b", attribute = "title", text = "b3b0bc86011855c4" },
  { path = "../i18n/nl/a.ftl", locale = "nl", rule = "missing-message", id = "c" },
  { path = "../i18n/nl/a.ftl", locale = "nl", rule = "syntax-error", id = "d", text = "cfa590a33c51ab55" },
]"#;
    assert_eq!(lines.join("\n"), expected);
}

#[test]
fn what_is_no_baseline_is_refused() {
    let refuses = |text: &str, expected: &str| {
        let error = Baseline::from_toml(Path::new("b.toml"), text).unwrap_err();
        assert_eq!(error.to_string(), expected);
    };
    let none = "b.toml:1:1: this is no baseline of ftlkit: it has no `version`";
    refuses("", none);
    refuses("[package]\nname = \"a\"\n", none);
    refuses("version = 1\n", "b.toml:1:1: it has no `findings`");
    refuses("version = \"1\"\n", "b.toml:1:11: `version` must be a whole number, not a string");
    refuses("version = 2\nfindings = []\nmore = 1\n", "b.toml:1:11: version 2 is not known: expected 1");
    let finding = |text: &str| format!("version = 1\nfindings = [\n  {{ {text} }},\n]\n");
    refuses(&finding("rule = \"a\""), "b.toml:3:3: a finding needs `path`");
    refuses(&finding("path = \"a\""), "b.toml:3:3: a finding needs `rule`");
    refuses(&finding("path = 1"), "b.toml:3:12: `path` must be a string, not an integer");
    refuses(
        &finding("line = 1"),
        "b.toml:3:5: unknown key `line`: expected one of `attribute`, `count`, `id`, `locale`, `path`, `rule`, `text`",
    );
    let known = "path = \"a\", rule = \"b\", ";
    for count in ["0", "-1", "1000001", "99999999999999999999"] {
        let expected = format!("b.toml:3:37: `{count}` is no count: expected a number from 1 to 1000000");
        refuses(&finding(&format!("{known}count = {count}")), &expected);
    }
    for text in ["", "123", "00000000000000G0", "+000000000000000", "ABCDEF0123456789"] {
        let expected = format!("b.toml:3:36: `{text}` is no fingerprint: expected 16 hexadecimal digits");
        refuses(&finding(&format!("{known}text = \"{text}\"")), &expected);
    }
    let conflict = "version = 1\nfindings = [\n<<<<<<< HEAD\n=======\n>>>>>>> x\n]\n";
    refuses(
        conflict,
        "b.toml:3:1: a merge left its marks: keep the lines of both sides, and run `ftlkit check --update-baseline`",
    );
    for text in ["version = ", "{\"version\": 1}", "version = 1\nfindings = [ {", "\0", &"[".repeat(100_000)]
    {
        let error = Baseline::from_toml(Path::new("b.toml"), text).unwrap_err().to_string();
        assert!(error.starts_with("b.toml:"), "{error}");
    }
}
