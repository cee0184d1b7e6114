//! What holds of fixes: the finding is gone, nothing new has come, and no other byte has changed.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::collections::{BTreeMap, HashMap};
#[cfg(feature = "config")]
use std::path::Path;

#[cfg(feature = "config")]
use ftlkit::Baseline;
use ftlkit::rules::Group;
use ftlkit::{Config, Diagnostic, Fixes, Mended, Report, check_texts};
use proptest::prelude::*;

type Files<'f> = &'f [(&'f str, &'f str)];

fn all_rules() -> Config {
    let select = Group::ALL.map(|group| group.name().to_owned()).into();
    Config { select, jobs: Some(1), ..Config::default() }
}

fn mend(texts: Files<'_>, fixes: Fixes, config: &Config) -> Mended {
    check_texts(texts, config).unwrap().mend(fixes, config).unwrap()
}

/// Mends a file beside `a = A { $name }` in English, with some rules, and all fixes.
#[track_caller]
fn check(select: &[&str], path: &str, before: &str, after: &str) -> Mended {
    let select = select.iter().map(|name| (*name).to_owned()).collect();
    let config = Config { select, ..Config::default() };
    let files = [("i18n/en/a.ftl", "a = A { $name }\nb = B\n"), (path, before)];
    let mended = mend(&files, Fixes::All, &config);
    let change = mended.changes.iter().find(|change| &*change.path == path);
    assert_eq!(change.map_or(before, |change| change.after.as_deref().unwrap()), after);
    mended
}

fn names(refused: &Mended) -> Vec<(&str, &str)> {
    refused.refused.iter().map(|refusal| (refusal.diagnostic.rule(), refusal.brings)).collect()
}

#[test]
fn fixes_that_touch_are_made_one_after_the_other() {
    // The line goes, and its end with it; then the last line has none.
    let mended = check(
        &["mixed-line-endings", "extra-message", "missing-final-newline"],
        "i18n/nl/a.ftl",
        "a = A { $name }\n# c\r\nc = C\r\nb = B",
        "a = A { $name }\r\nb = B\r\n",
    );
    assert!(mended.report.is_clean() && mended.refused.is_empty());
}

#[test]
fn what_a_mark_has_hidden_is_no_news() {
    let mended = check(
        &["byte-order-mark", "missing-variable"],
        "i18n/nl/a.ftl",
        "\u{feff}a = A\nb = B\n",
        "a = A\nb = B\n",
    );
    assert_eq!(mended.report.diagnostics[0].rule(), "missing-variable");
}

#[test]
fn what_a_tab_has_hidden_in_the_reference_is_no_news() {
    let config = Config { select: vec!["syntax".into(), "parity".into()], ..Config::default() };
    let files = [("i18n/en/a.ftl", "a = A\nb\t= { \"\" }\n    .c = C\n"), ("i18n/nl/a.ftl", "a = a = A\n")];
    let mended = mend(&files, Fixes::Safe, &config);
    let texts: Vec<_> = mended.changes.iter().map(|change| change.after.as_deref().unwrap()).collect();
    assert_eq!(texts, ["a = A\nb = { \"\" }\n    .c = C\n", "a = A\n"]);
    assert!(mended.refused.is_empty(), "{:?}", mended.refused);
    let rules: Vec<&str> = mended.report.diagnostics.iter().map(Diagnostic::rule).collect();
    assert_eq!(rules, ["empty-value", "missing-message"]);
}

#[test]
fn a_fix_that_brings_something_new_is_not_made() {
    let select = ["plural-impossible-category", "single-variant-select", "repeated-word"];
    let before = "a = { $n ->\n    [few] A { $name }\n   *[other] A { $name }\n}\nb = B dit dit\n";
    let mended = check(&select, "i18n/nl/a.ftl", before, &before.replace("dit dit", "dit"));
    assert_eq!(names(&mended), [("plural-impossible-category", "single-variant-select")]);
    assert_eq!(mended.changes[0].rules, ["repeated-word"]);
    // Those of an entry that bring nothing new are made all the same.
    let before = "b = { $n ->\n    [few] B\n   *[other] B dit dit\n}\n";
    let mended = check(&select, "i18n/nl/a.ftl", before, &before.replace("dit dit", "dit"));
    assert_eq!(names(&mended), [("plural-impossible-category", "single-variant-select")]);
}

#[test]
fn a_comment_that_has_done_its_work_goes_with_the_fault() {
    let comment = "# ftlkit-ignore: missing-variable -- later\n";
    let mended = check(
        &["parity", "unused-suppression"],
        "i18n/nl/a.ftl",
        &format!("# A\n{comment}a = A {{ $nmae }}\nb = B\n"),
        "# A\na = A { $name }\nb = B\n",
    );
    assert!(mended.report.is_clean(), "{}", mended.report);
}

#[test]
fn a_name_goes_from_a_comment_and_the_others_stay() {
    let select = ["unused-suppression", "missing-variable", "duplicate-id", "parity"];
    let cases = [
        (
            "# ftlkit-ignore: duplicate-id, missing-variable -- why",
            "# ftlkit-ignore: missing-variable -- why",
        ),
        (
            "# ftlkit-ignore: missing-variable , duplicate-id -- why",
            "# ftlkit-ignore: missing-variable  -- why",
        ),
        ("# ftlkit-ignore: missing-variable, duplicate-id", "# ftlkit-ignore: missing-variable"),
        ("# ftlkit-ignore: duplicate-id,missing-variable, missing-file", "# ftlkit-ignore: missing-variable"),
    ];
    for (before, after) in cases {
        let text = |comment: &str| format!("{comment}\r\na = A\r\nb = B\r\n");
        check(&select, "i18n/nl/a.ftl", &text(before), &text(after));
    }
    // A group ends where its comment stood.
    let group =
        "## G\n## ftlkit-ignore: missing-variable\n\na = A\n\n## ftlkit-ignore: duplicate-id\n\nb = B\n";
    check(&select, "i18n/nl/a.ftl", group, &group.replace(" ftlkit-ignore: duplicate-id", ""));
    let mixed = "# c\n### ftlkit-ignore: duplicate-id\na = A { $name }\nb = B\n";
    check(&select, "i18n/nl/a.ftl", mixed, &mixed.replace(" ftlkit-ignore: duplicate-id", ""));
}

#[test]
fn an_extra_file_is_removed_unless_something_in_it_is_used() {
    let config = Config::default();
    let (en, nl) = (("i18n/en/a.ftl", "a = A\n"), ("i18n/nl/a.ftl", "a = A\n"));
    let extra = ("i18n/nl/old.ftl", "x = X\n-t = T\n");
    let mended = mend(&[en, nl, extra], Fixes::All, &config);
    assert_eq!((&*mended.changes[0].path, &mended.changes[0].after), (extra.0, &None));
    assert!(mended.report.is_clean() && mended.report.projects[0].file_count() == 2);
    assert!(mend(&[en, nl, extra], Fixes::Safe, &config).changes.is_empty());
    // Its term is used elsewhere; or nothing would be left of the locale.
    assert!(mend(&[en, ("i18n/nl/a.ftl", "a = { -t }\n"), extra], Fixes::All, &config).changes.is_empty());
    assert!(mend(&[en, extra], Fixes::All, &config).changes.is_empty());
}

#[test]
fn a_renamed_message_keeps_its_findings() {
    let config = Config { select: vec!["parity".into(), "repeated-word".into()], ..Config::default() };
    let files = [
        ("i18n/en/a.ftl", "file-name = Name { $name }\nb = B\n"),
        ("i18n/fr/a.ftl", "flie-name = Nom\nb = B\n"),
        ("i18n/nl/a.ftl", "flie-name = Naam { $name }\nb = B\n"),
    ];
    let mended = mend(&files, Fixes::All, &config);
    assert_eq!(mended.changes.len(), 1);
    assert_eq!(mended.changes[0].after.as_deref(), Some("file-name = Naam { $name }\nb = B\n"));
    // There the new name would say that a variable is missing: it may be another message.
    assert_eq!(names(&mended), [("extra-message", "missing-variable")]);
}

#[test]
fn a_fix_may_ask_for_another() {
    // Only under its right name the message is compared with the reference.
    let config = Config { select: vec!["parity".into()], ..Config::default() };
    let files = [
        ("i18n/en/a.ftl", "file-name = Name { $name }\n"),
        ("i18n/nl/a.ftl", "flie-name = Naam { $nmae }\n"),
    ];
    let mended = mend(&files, Fixes::All, &config);
    assert!(mended.report.is_clean() && mended.refused.is_empty(), "{}", mended.report);
    assert_eq!(mended.changes[0].after.as_deref(), Some("file-name = Naam { $name }\n"));
}

#[test]
fn a_file_goes_on_being_fluent() {
    // With fewer entries than errors it would be taken for a template of FreeMarker, and be left out from then on.
    let before = "c = C\n<#if>\n";
    let mended = check(&["extra-message"], "i18n/nl/a.ftl", before, before);
    assert_eq!(names(&mended), [("extra-message", "syntax-error")]);
}

#[test]
fn guesses_are_made_only_where_they_are_certain() {
    let config = Config::default();
    let safe = |en: &str, nl: &str| {
        let files = [("i18n/en/a.ftl", en), ("i18n/nl/a.ftl", nl)];
        let mended = mend(&files, Fixes::Safe, &config);
        mended.changes.first().map(|change| change.after.clone().unwrap())
    };
    let is_left = |en: &str, nl: &str| assert_eq!(safe(en, nl), None, "{nl}");
    assert_eq!(safe("a = { $name }\n", "a = { $nmae }\n").as_deref(), Some("a = { $name }\n"));
    is_left("a = { $file } { $line }\n", "a = { $file } { $lien } { $line }\n");
    is_left("a = { $item-1 } { $item-2 }\n", "a = { $item-3 }\n");
    is_left("a = { $from-x } { $from-y }\n", "a = { $from-z }\n");
    is_left("save = S\nsafe = S\na = A\n", "save = S\nsafe = S\na = { sage }\n");
    assert_eq!(
        safe("save = S\na = { save }\n", "save = S\na = { svae }\n").as_deref(),
        Some("save = S\na = { save }\n")
    );
}

#[test]
fn placeholders_of_other_systems_become_the_variable_that_is_missing() {
    let select = ["foreign-placeholder", "missing-variable"];
    check(&select, "i18n/nl/a.ftl", "a = A %s\nb = B\n", "a = A { $name }\nb = B\n");
    check(&select, "i18n/nl/a.ftl", "a = A {0}\nb = B\n", "a = A { $name }\nb = B\n");
    check(&select, "i18n/nl/a.ftl", "a = A %(name)s\nb = B\n", "a = A { $name }\nb = B\n");
    check(&select, "i18n/nl/a.ftl", "a = A {{ name }}\nb = B\n", "a = A { $name }\nb = B\n");
    check(&select, "i18n/nl/a.ftl", "a = A %s %s\nb = B\n", "a = A %s %s\nb = B\n");
    check(&select, "i18n/nl/a.ftl", "a = A { $name }\nb = B %s\n", "a = A { $name }\nb = B %s\n");
}

/// Findings of one name in one entry are told apart by their places, which fixes before them move.
#[test]
fn what_is_left_alone_is_known_by_its_place() {
    let config = Config { select: vec!["unknown-term-reference".to_owned()], ..Config::default() };
    let text = |names: [&str; 4]| {
        format!("-brandy = B\na = {}\n", names.map(|name| format!("{{ -{name} }}")).join(" "))
    };
    let (wrong, right) = ("brndy", "brandy");
    let before = text([wrong; 4]);
    let files = [("i18n/en/a.ftl", "a = A\n"), ("i18n/nl/a.ftl", &before)];
    for left in 0..16_usize {
        let is_left = |place: usize| left >> place & 1 == 1;
        let report = check_texts(&files, &config).unwrap();
        let leave: Vec<Diagnostic> =
            (0..4).filter(|place| is_left(*place)).map(|place| report.diagnostics[place].clone()).collect();
        let mended = report.mend_all_but(&leave, Fixes::All, &config).unwrap();
        let after = text([0, 1, 2, 3].map(|place| if is_left(place) { wrong } else { right }));
        assert_eq!(mended.changes.first().map_or(&before, |change| change.after.as_ref().unwrap()), &after);
        assert_eq!(mended.left, (0..leave.len()).map(Some).collect::<Vec<_>>());
    }
}

#[test]
fn neighbours_that_go_take_their_blank_lines_with_them() {
    let reference = "a = A { $name }\n";
    for (before, after) in [
        ("\nx = X\ny = Y\n\n", "\n"),
        ("\nx = X\n\ny = Y\n\n", "\n"),
        ("\n# X\nx = X\n    .z = Z\ny = Y\n\n\n", "\n\n"),
        ("x = X\n\ny = Y\n\nz = Z\n", ""),
        ("\n\nx = X\n\ny = Y\n\n\nz = Z\n\n", "\n\n"),
    ] {
        for end in ["\n", "\r\n"] {
            let text = |gap: &str| format!("{reference}{gap}b = B\n").replace('\n', end);
            check(&["extra-message"], "i18n/nl/a.ftl", &text(before), &text(after));
            let last = |gap: &str| format!("b = B\n{reference}{gap}").replace('\n', end);
            check(&["extra-message"], "i18n/nl/a.ftl", &last(before.trim_end_matches('\n')), &last(""));
        }
    }
}

#[test]
fn stubs_keep_the_form_of_the_default() {
    let before = "a = { $name }\r\nb =\r\n    { $n ->\r\n        [one] x\r\n       *[many]\r\n            y\r\n              z\r\n    }\r\n";
    let stub = "        [few]\r\n            y\r\n              z\r\n";
    let after = before.replace("       *[many]", &format!("{stub}       *[many]"));
    check(&["plural-missing-category"], "i18n/pl/a.ftl", before, &after);
}

/// A message of the reference, and what may become of it: the first is right.
const MESSAGES: &[(&str, &[&str])] = &[
    (
        "ID = Text { $name }",
        &["ID = Tekst { $name }", "ID = Tekst { $nmae }", "ID = Tekst ${name}", "ID = Tekst %s"],
    ),
    (
        "ID = Long text",
        &["ID =\n  Lange\n  tekst", "ID =\n\tLange tekst", "ID = ID = Lange tekst", "ID = Lange  tekst"],
    ),
    (
        "ID = V\n    .label = Label",
        &[
            "ID = W\n    .label = Etiket",
            "ID = W\n    .lable = Etiket",
            "ID = W\n    .label = Etiket\n    .x = Y",
        ],
    ),
    (
        "ID = { $n ->\n    [one] { $n } file\n   *[other] { $n } files\n}",
        &[
            "ID = { $n ->\n    [one] { $n } plik\n    [few] { $n } pliki\n   *[many] { $n } plików\n}",
            "ID = { $n ->\n    [one] { $n } plik\n   *[many] { $n } plików\n}",
            "ID = { $n ->\n    [one] { $n } plik\n    [fwe] { $n } pliki\n   *[many] { $n } plików\n}",
            "ID = { $m ->\n    [one] { $n } plik\n    [two] { $n } pliki\n   *[many] { $n } plików\n}",
        ],
    ),
    (
        "ID = See { shared.label }",
        &[
            "ID = Zie { shared.label }",
            "ID = Zie { shared.lable }",
            "ID = Zie { sharde }",
            "ID = Zie { -brnad }",
        ],
    ),
    ("ID = Sound;Audio;", &["ID = Geluid;Audio;", "ID = Geluid;Audio", "ID = Geluid；Audio"]),
    ("ID = Wait…", &["ID = Wacht…", "ID = Wacht...", "ID = Wacht dat dit dit…", "ID = { \"Wacht…\" }"]),
    (
        "ID = Tag <b data-l10n-name=\"x\">b</b>",
        &["ID = Tag <b data-l10n-name=\"x\">b</b>", "ID = Tag <b data-l10n-name=\"z\">b</b>"],
    ),
    (
        "ID = Firebird",
        &[
            "ID = Firebird",
            "# ftlkit-ignore: untranslated, duplicate-id\nID = Firebird",
            "# c\n# ftlkit-ignore: wrong-script\nID = F",
        ],
    ),
    ("# Gone\nID-en = x", &["# Er is niets", "# Oud\nID-oud = Oud", "ID-en = x"]),
];

const SHARED: &str = "-brand = Firebird\nshared = S\n    .label = L\n";

/// The texts of a project: which message, what became of it, and how lines end.
#[derive(Debug, Clone)]
struct Texts {
    en: String,
    pl: String,
    /// The parts of the translation in which nothing is wrong.
    right: Vec<String>,
}

fn texts() -> impl Strategy<Value = Texts> {
    let message = (0..MESSAGES.len(), 0..4_usize, any::<bool>());
    let ends = prop::sample::select(vec!["\n", "\r\n"]);
    let marks = (prop::bool::weighted(0.1), prop::bool::weighted(0.3), prop::bool::weighted(0.1));
    (prop::collection::vec(message, 1..12), ends, marks).prop_map(|(messages, end, (mark, open, mixed))| {
        let mut texts = Texts { en: SHARED.to_owned(), pl: SHARED.to_owned(), right: Vec::new() };
        for (place, (message, fate, blank)) in messages.into_iter().enumerate() {
            let (en, fates) = MESSAGES[message];
            let id = format!("m{place}");
            texts.en += &(en.replace("ID", &id) + "\n");
            let part = fates[fate.min(fates.len() - 1)].replace("ID", &id) + "\n";
            if fate == 0 {
                texts.right.push(part.replace('\n', end));
            }
            texts.pl += &part;
            texts.pl += if blank { "\n" } else { "" };
        }
        texts.pl = texts.pl.replace('\n', end);
        if mixed {
            texts.pl = texts.pl.replacen(end, if end == "\n" { "\r\n" } else { "\n" }, 1);
        }
        if mark {
            texts.pl.insert(0, '\u{feff}');
        }
        if open {
            texts.pl.truncate(texts.pl.trim_end().len());
            texts.right.pop();
        }
        texts
    })
}

/// The findings that a baseline hides, and those that it shows.
#[cfg(feature = "config")]
fn hide(baseline: &Baseline, files: Files<'_>) -> (Report, Vec<Diagnostic>, Report) {
    let all = check_texts(files, &all_rules()).unwrap();
    let mut shown = check_texts(files, &all_rules()).unwrap();
    baseline.settle(&mut shown, &all_rules(), &["."]);
    let mut rest = shown.diagnostics.iter().peekable();
    let is_hidden = |one: &&Diagnostic| rest.next_if(|next| next == one).is_none();
    let hidden = all.diagnostics.iter().filter(is_hidden).cloned().collect();
    (all, hidden, shown)
}

type Name<'d> = (&'d str, &'d str, Option<&'d str>, Option<&'d str>);

fn counts(report: &Report) -> BTreeMap<Name<'_>, usize> {
    let mut counts = BTreeMap::new();
    for one in &report.diagnostics {
        *counts.entry((one.path(), one.rule(), one.id(), one.attribute())).or_default() += 1;
    }
    counts
}

/// How many parts of the files are not Fluent, and which ids are lost in them.
fn broken(report: &Report) -> (usize, Vec<String>) {
    let locales = report.projects.iter().flat_map(|project| &project.locales);
    let files = locales.flat_map(|locale| (0..locale.files.len()).map(|index| locale.file(index).unwrap()));
    let (mut errors, mut lost) = (0, Vec::new());
    for file in files {
        errors += file.errors().len();
        lost.extend(file.broken().iter().map(|broken| file.slice(broken.id).to_owned()));
    }
    (errors, lost)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_fixed_is_right_and_stays_so(texts in texts(), is_safe in any::<bool>()) {
        let fixes = if is_safe { Fixes::Safe } else { Fixes::All };
        let config = all_rules();
        let files = [("i18n/en/a.ftl", texts.en.as_str()), ("i18n/pl/a.ftl", texts.pl.as_str())];
        let before = check_texts(&files, &config).unwrap();
        let (errors, lost) = broken(&before);
        let known: HashMap<String, usize> =
            counts(&before).into_iter().map(|(name, count)| (format!("{name:?}"), count)).collect();
        let mended = before.mend(fixes, &config).unwrap();
        prop_assert!(!mended.is_unfinished);
        let mut now: HashMap<&str, &str> = files.into_iter().collect();
        for change in &mended.changes {
            prop_assert_eq!(now[&*change.path], change.before.as_str());
            now.insert(&change.path, change.after.as_deref().unwrap());
        }
        // What is left can be read, and is what the report says.
        let now: Vec<(&str, &str)> = now.into_iter().collect();
        let after = check_texts(&now, &config).unwrap();
        prop_assert_eq!(&after.diagnostics, &mended.report.diagnostics);
        prop_assert!(broken(&after).0 <= errors);
        // Nothing new has come, but for what a syntax error has hidden.
        for (name, count) in counts(&after) {
            let was_hidden = name.2.is_some_and(|id| lost.iter().any(|lost| lost == id));
            let old = known.get(&format!("{name:?}")).copied().unwrap_or(0);
            prop_assert!(count <= old || was_hidden || name.1 == "unused-suppression", "{:?}", name);
        }
        // What could be fixed is gone, unless that would have brought something.
        for left in &after.diagnostics {
            let can_be = left.fix().is_some_and(|fix| fixes.include(fix));
            let is_refused = mended.refused.iter().any(|refusal| refusal.diagnostic.rule() == left.rule());
            prop_assert!(!can_be || is_refused, "{}", left);
        }
        let again = after.mend(fixes, &config).unwrap();
        prop_assert!(again.changes.is_empty(), "{:?}", again.changes);
    }

    #[cfg(feature = "config")]
    #[test]
    fn what_is_known_stays_known_when_the_rest_is_fixed(
        texts in texts(),
        is_safe in any::<bool>(),
        old in prop::collection::vec(any::<bool>(), 60),
    ) {
        let fixes = if is_safe { Fixes::Safe } else { Fixes::All };
        let config = all_rules();
        let files = [("i18n/en/a.ftl", texts.en.as_str()), ("i18n/pl/a.ftl", texts.pl.as_str())];
        let mut some = check_texts(&files, &config).unwrap();
        let mut old = old.into_iter().cycle();
        some.diagnostics.retain(|_| old.next().unwrap());
        let mut baseline = Baseline::new(Path::new("b.toml")).settle(&mut some, &config, &["."]).all;

        let (all, hidden, shown) = hide(&baseline, &files);
        let before = baseline.keys(&all, &hidden);
        let mended = all.mend_all_but(&hidden, fixes, &config).unwrap();
        baseline.follow(&before, &mended, &mended.report);
        let mut now: BTreeMap<&str, &str> = files.into_iter().collect();
        for change in &mended.changes {
            now.insert(&change.path, change.after.as_deref().unwrap());
        }
        let now: Vec<(&str, &str)> = now.into_iter().collect();
        let mut left = check_texts(&now, &config).unwrap();
        let settled = baseline.settle(&mut left, &config, &["."]);
        prop_assert!(settled.stale.is_empty(), "{:?}", settled.stale);
        // Nothing is shown that was not, but for what a syntax error has hidden.
        let lost = broken(&check_texts(&files, &config).unwrap()).1;
        let known = counts(&shown);
        for (name, count) in counts(&left) {
            let was_hidden = name.2.is_some_and(|id| lost.iter().any(|lost| lost == id));
            let old = known.get(&name).copied().unwrap_or(0);
            prop_assert!(count <= old || was_hidden || name.1 == "unused-suppression", "{:?}", name);
        }
        // What was shown and could be fixed is gone.
        for left in &left.diagnostics {
            let can_be = left.fix().is_some_and(|fix| fixes.include(fix));
            let is_refused = mended.refused.iter().any(|refusal| refusal.diagnostic.rule() == left.rule());
            prop_assert!(!can_be || is_refused, "{}", left);
        }
    }

    #[test]
    fn what_is_right_stays_byte_for_byte(texts in texts()) {
        // Line ends are one matter of the whole file, and an inconsistent one of its signs.
        let mut config = all_rules();
        config.ignore = vec!["mixed-line-endings".to_owned(), "typography".to_owned(), "consistency".to_owned()];
        let files = [("i18n/en/a.ftl", texts.en.as_str()), ("i18n/pl/a.ftl", texts.pl.as_str())];
        let mended = mend(&files, Fixes::Safe, &config);
        let change = mended.changes.iter().find(|change| &*change.path == "i18n/pl/a.ftl");
        let after = change.map_or(texts.pl.as_str(), |change| change.after.as_deref().unwrap());
        let mut rest = after;
        for part in &texts.right {
            let found = rest.find(part.as_str());
            prop_assert!(found.is_some(), "{:?} is not in {:?}", part, rest);
            rest = &rest[found.unwrap() + part.len()..];
        }
        for comment in texts.pl.lines().filter(|line| line.starts_with('#') && !line.contains("ftlkit-ignore")) {
            prop_assert!(after.lines().any(|line| line == comment), "{:?}", comment);
        }
    }
}
