//! Which projects are found: the layouts that real repositories have, in small.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use ftlkit::{Config, Diagnostic, Report, check_texts};

const A: &str = "a = A\n";

fn run(files: &[(&str, &str)]) -> Report {
    let config = Config { select: vec!["parity".to_owned()], ..Config::default() };
    check_texts(files, &config).unwrap()
}

/// One line a project: root, layouts, reference, locales with their numbers of files.
#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str]) -> Report {
    let report = run(files);
    let lines: Vec<String> = report
        .projects
        .iter()
        .map(|project| {
            let locales = project.locales.iter().map(|of| format!("{}:{}", of.locale, of.files.len()));
            let reference = project.reference_locale().unwrap().locale.spelling();
            let locales = locales.collect::<Vec<_>>().join(" ");
            format!("{} | {} | {reference} | {locales}", project.root, project.layouts.join(" "))
        })
        .collect();
    assert_eq!(lines, expected, "{report}");
    report
}

#[track_caller]
fn finds(report: &Report, expected: &[&str]) {
    let found: Vec<String> = report.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

#[test]
fn several_crates_each_with_its_i18n_toml() {
    let toml = "fallback_language = \"en\"\n[fluent]\nassets_dir = \"i18n\"\n";
    let report = check(
        &[
            ("core/i18n.toml", toml),
            ("core/i18n/en/core.ftl", A),
            ("core/i18n/no/core.ftl", A),
            ("gui/i18n.toml", toml),
            ("gui/i18n/en/gui.ftl", A),
            ("gui/i18n/zh-TW/gui.ftl", A),
        ],
        &[
            "core/i18n | {locale}/**/*.ftl | en | en:1 no:1",
            "gui/i18n | {locale}/**/*.ftl | en | en:1 zh-TW:1",
        ],
    );
    finds(&report, &[]);
}

#[test]
fn an_i18n_toml_may_point_up() {
    check(
        &[
            ("app/i18n.toml", "fallback_language = \"nl\"\n[fluent]\nassets_dir = \"../i18n\"\n"),
            ("i18n/en/app.ftl", "a = A\nb = B\n"),
            ("i18n/nl/app.ftl", A),
            ("i18n/sr-Latn/app.ftl", A),
        ],
        &["i18n | {locale}/**/*.ftl | nl | en:1 nl:1 sr-Latn:1"],
    );
}

#[test]
fn an_i18n_toml_without_fluent_is_none() {
    let gettext = "fallback_language = \"en\"\n[gettext]\ntarget_languages = [\"nl\"]\n";
    check(
        &[("i18n.toml", gettext), ("l/en/a.ftl", A), ("l/nl/a.ftl", A)],
        &["l | {locale}/**/*.ftl | en | en:1 nl:1"],
    );
}

#[test]
fn a_configuration_that_cannot_be_read_is_a_fault() {
    let files = [("i18n.toml", "fallback_language = \n"), ("i18n/en/a.ftl", A), ("i18n/nl/a.ftl", A)];
    let report = run(&files);
    assert_eq!(report.faults[0].path, "i18n.toml");
    assert!(report.faults[0].reason.starts_with("line 1, column"), "{report}");
    assert_eq!(report.projects.len(), 1);
    let files = [("i18n.toml", "[fluent]\nassets_dir = \"gone\"\n"), ("l/en/a.ftl", A), ("l/nl/a.ftl", A)];
    let report = ftlkit::check_texts(&files, &Config::default()).expect("a project");
    assert!(report.faults.is_empty(), "{report}");
    finds(
        &report,
        &["i18n.toml:2:14: error: no translations are at `gone/{locale}/**/*.ftl` [config-invalid]"],
    );
}

#[test]
fn templates_beside_locales_are_the_reference() {
    let toml =
        "basepath = \".\"\n[[paths]]\nreference = \"core/templates/**\"\nl10n = \"core/{locale}/**\"\n";
    let files = [
        ("l10n.toml", toml),
        ("core/templates/a.ftl", A),
        ("core/templates/b.ftl", A),
        ("core/en/a.ftl", A),
        ("core/tzm-MA/a.ftl", A),
        ("core/tzm-MA/b.ftl", A),
        ("core/ur/only.ftl", "x = X\n"),
    ];
    let locales = "en:1 templates:2 tzm-MA:2 ur:1";
    let report = check(&files, &[&format!(". | core/{{locale}}/** | templates | {locales}")]);
    let missing = report.diagnostics.iter().filter(|found| found.rule() == "missing-file");
    let missing: Vec<&str> = missing.map(Diagnostic::path).collect();
    assert_eq!(missing, ["core/en/b.ftl", "core/ur/a.ftl", "core/ur/b.ftl"]);
    check(&files[1..], &[&format!("core | {{locale}}/**/*.ftl | templates | {locales}")]);
}

#[test]
fn several_entry_files_with_lists_of_locales() {
    let pontoon = "basepath = \".\"\nlocales = [\"it\", \"fr\"]\n\
        [[includes]]\npath = \"configs/pontoon.toml\"\n[[excludes]]\npath = \"l10n-vendor.toml\"\n";
    let vendor =
        "locales = [\"de\"]\n[[paths]]\nreference = \"en/vendor/*.ftl\"\nl10n = \"{locale}/vendor/*.ftl\"\n";
    let included = "basepath = \"..\"\n[[paths]]\nreference = \"en/**/*.ftl\"\nl10n = \"{locale}/**/*.ftl\"\n\
        [[paths]]\nreference = \"en/ca.ftl\"\nl10n = \"{locale}/ca.ftl\"\nlocales = [\"it\"]\n";
    let files = [
        ("l10n-pontoon.toml", pontoon),
        ("l10n-vendor.toml", vendor),
        ("configs/pontoon.toml", included),
        ("en/brands.ftl", A),
        ("en/vendor/a.ftl", A),
        ("en-US/brands.ftl", A),
        ("fr/brands.ftl", A),
        ("fr/vendor/a.ftl", A),
        ("de/vendor/a.ftl", A),
        ("de/brands.ftl", A),
    ];
    let report = check(
        &files,
        &[". | {locale}/**/*.ftl {locale}/ca.ftl {locale}/vendor/*.ftl | en | de:1 en:2 fr:1 it:0"],
    );
    finds(&report, &["it/brands.ftl: error: file is missing, with 1 message [missing-file]"]);
    // Nobody asked for these: they are named, not checked.
    assert_eq!(report.left_out, ["de/brands.ftl", "en-US/brands.ftl", "fr/vendor/a.ftl"]);
}

#[test]
fn filters_say_what_matters() {
    let toml = "[env]\nroot = \"texts\"\n\
        [[paths]]\nreference = \"{root}/en/*.ftl\"\nl10n = \"{root}/{locale}/*.ftl\"\n\
        [[filters]]\npath = \"{root}/{locale}/a.ftl\"\nkey = \"re:opt-.+\"\naction = \"ignore\"\n\
        [[filters]]\npath = \"{root}/{locale}/a.ftl\"\nkey = [\"soft\"]\nlocales = [\"nl\"]\naction = \"warning\"\n\
        [[filters]]\npath = \"{root}/{locale}/b.ftl\"\nlocales = [\"nl\"]\naction = \"ignore\"\n";
    let report = run(&[
        ("l10n.toml", toml),
        ("texts/en/a.ftl", "a = A\nopt-a = A\nsoft = S\nhard = H\n"),
        ("texts/en/b.ftl", A),
        ("texts/fr/a.ftl", "a = A\nhard = H\n"),
        ("texts/nl/a.ftl", "a = A\n"),
        ("texts/nl/b.ftl", "old = O\n"),
    ]);
    finds(
        &report,
        &[
            "texts/fr/a.ftl: error: message `soft` is missing [missing-message]",
            "texts/fr/b.ftl: error: file is missing, with 1 message [missing-file]",
            "texts/nl/a.ftl: warning: message `soft` is missing [missing-message]",
            "texts/nl/a.ftl: error: message `hard` is missing [missing-message]",
        ],
    );
    let nl = report.statistics[0].iter().find(|of| of.locale.tag() == "nl").unwrap();
    assert_eq!((nl.units, nl.translated), (3, 1));
}

#[test]
fn crowdin_names_files_its_own_way() {
    let yml = "files:\n  - source: /core/texts/en-US/**/*.ftl\n    \
        translation: /core/texts/%locale%/**/%original_file_name%\n  - source: \"/web/texts/en-US/*.ftl\"\n    \
        translation: \"/web/texts/%locale%/%original_file_name%\"\n";
    let files = [
        ("crowdin.yml", yml),
        ("core/texts/en-US/a.ftl", A),
        ("core/texts/en-US/deep/b.ftl", A),
        ("core/texts/sr-CS/a.ftl", A),
        ("core/texts/sr-CS/deep/b.ftl", A),
        ("web/texts/en-US/a.ftl", A),
        ("web/texts/tt-RU/a.ftl", "old = O\n"),
    ];
    let report = check(
        &files,
        &[". | core/texts/{locale}/**/*.ftl web/texts/{locale}/*.ftl | en-US | en-US:3 sr-CS:2 tt-RU:1"],
    );
    let missing = report.diagnostics.iter().filter(|found| found.rule().starts_with("missing"));
    let missing: Vec<&str> = missing.map(Diagnostic::path).collect();
    assert_eq!(
        missing,
        [
            "core/texts/tt-RU/a.ftl",
            "core/texts/tt-RU/deep/b.ftl",
            "web/texts/sr-CS/a.ftl",
            "web/texts/tt-RU/a.ftl"
        ]
    );
    // Without it, each folder of texts is found by its shape.
    let found = run(&files[1..]);
    assert_eq!(found.projects.iter().map(ftlkit::Project::file_count).sum::<usize>(), 6);
}

#[test]
fn crowdin_maps_names_and_moves_files() {
    let json = "{ \"base_path\": \"app\", \"files\": [ { \"source\": \"/src/main.ftl\", \
        \"translation\": \"/l10n/values-%android_code%/%file_name%.ftl\", \
        \"languages_mapping\": { \"android_code\": { \"zh-CN\": \"chinese\" } } } ] }";
    let report = check(
        &[
            ("crowdin.yml", json),
            ("app/src/main.ftl", "a = A\nb = B\n"),
            ("app/l10n/values-pt-rBR/main.ftl", A),
            ("app/l10n/values-chinese/main.ftl", "a = A\nb = B\n"),
        ],
        &["app | l10n/values-{locale}/*.ftl | source | pt-BR:1 source:1 zh-CN:1"],
    );
    finds(&report, &["app/l10n/values-pt-rBR/main.ftl: error: message `b` is missing [missing-message]"]);
}

/// How a path with a placeholder finds files, or why it cannot.
#[test]
fn crowdin_has_a_placeholder_for_each_way_to_name_a_language() {
    let mapping =
        |key: &str, tag: &str, name: &str| format!("   languages_mapping:\n    {key}:\n     {tag}: {name}\n");
    for (translation, mapping, file, tag) in [
        ("/l/%two_letters_code%/%original_file_name%", String::new(), "l/nl/a.ftl", "nl"),
        ("/l/%three_letters_code%/%original_file_name%", String::new(), "l/nld/a.ftl", "nl"),
        ("/l/%three_letters_code%/%original_file_name%", String::new(), "l/fil/a.ftl", "fil"),
        ("/l/%locale%/%file_name%.%file_extension%", String::new(), "l/pt-BR/a.ftl", "pt-BR"),
        ("/l/%locale_with_underscore%/%file_name%.ftl", String::new(), "l/pt_BR/a.ftl", "pt-BR"),
        ("/l/values-%android_code%/a.ftl", String::new(), "l/values-zh-rTW/a.ftl", "zh-TW"),
        ("/l/%osx_code%/a.ftl", String::new(), "l/zh-Hant.lproj/a.ftl", "zh-Hant"),
        ("/l/%osx_locale%/a.ftl", String::new(), "l/zh_Hant/a.ftl", "zh-Hant"),
        ("/%original_path%/%two_letters_code%/a.ftl", String::new(), "src/nl/a.ftl", "nl"),
        (
            "/l/%language%/a.ftl",
            mapping("name", "pt-BR", "'Portuguese, Brazilian'"),
            "l/Portuguese, Brazilian/a.ftl",
            "pt-BR",
        ),
        ("/l/%language%/a.ftl", mapping("language", "nl", "Nederlands"), "l/Nederlands/a.ftl", "nl"),
        ("/l/%osx_code%/a.ftl", mapping("osx_code", "zh-TW", "trad.lproj"), "l/trad.lproj/a.ftl", "zh-TW"),
        // A mapping of another placeholder is about other files.
        ("/l/%locale%/a.ftl", mapping("osx_code", "zh-TW", "nl"), "l/nl/a.ftl", "nl"),
    ] {
        let yml = format!("files:\n - source: /src/a.ftl\n   translation: '{translation}'\n{mapping}");
        let report = run(&[("crowdin.yml", &yml), ("src/a.ftl", A), (file, A)]);
        let [project] = report.projects.as_slice() else { panic!("{translation}: {report}") };
        let found: Vec<&str> = project.locales.iter().map(|of| of.locale.tag()).collect();
        assert!(found.len() == 2 && found.contains(&tag), "{translation}: {found:?}");
    }
}

#[test]
fn what_crowdin_says_and_nobody_can_follow_is_a_fault() {
    for (lines, expected) in [
        (
            "/l/a.ftl",
            "line 3, column 17: `/l/a.ftl` names no locale that files could be found by: use `%locale%`",
        ),
        ("/l/%locle%/a.ftl", "line 3, column 17: unknown placeholder `%locle%`: did you mean `%locale%`?"),
        (
            "/l/%locale%/%two_letters_code%.ftl",
            "line 3, column 17: `/l/%locale%/%two_letters_code%.ftl` names the language twice, as \
             `%two_letters_code%` and as `%locale%`: use one of them",
        ),
        (
            "/l/%language%/a.ftl",
            "line 3, column 17: `%language%` stands for the English name of a language, which says no tag: give the \
             tags in `languages_mapping`, under `name`, or use `%locale%`",
        ),
        (
            "/l/%locale%/a.ftl\n   languages_mapping:\n    locle:\n     nl: n",
            "line 3, column 17: unknown key of `languages_mapping` `locle`: did you mean `locale`?",
        ),
        (
            "/l/%locale%/a.ftl\n   languages_mapping:\n    locale:\n     dutch: n",
            "line 3, column 17: `dutch` in `languages_mapping` is no tag of a language",
        ),
    ] {
        let yml = format!("files:\n - source: /src/a.ftl\n   translation: {lines}\n");
        let report = run(&[("crowdin.yml", &yml), ("src/a.ftl", A), ("l/en/a.ftl", A), ("l/nl/a.ftl", A)]);
        let [fault] = report.faults.as_slice() else { panic!("{lines}: {report}") };
        assert_eq!((fault.path.as_str(), fault.reason.as_str()), ("crowdin.yml", expected));
    }
}

#[test]
fn a_program_s_own_description_comes_before_crowdin_s() {
    check(
        &[
            (
                "crowdin.yml",
                "files:\n - source: /i18n/en/*.ftl\n   translation: /i18n/%locale%/%original_file_name%\n",
            ),
            ("i18n.toml", "fallback_language = \"en\"\n[fluent]\nassets_dir = \"i18n\"\n"),
            ("i18n/en/a.ftl", A),
            ("i18n/nl/a.ftl", A),
        ],
        &["i18n | {locale}/**/*.ftl | en | en:1 nl:1"],
    );
}

#[test]
fn texts_that_all_locales_share_are_no_locale() {
    let report = check(
        &[
            ("locales/core.ftl", "-brand = Brand\n"),
            ("locales/en-US/main.ftl", A),
            ("locales/en-US.ftl", "b = B\n"),
            ("locales/nl/main.ftl", A),
            ("locales/nl.ftl", "b = B\n"),
        ],
        &["locales | {locale}.ftl {locale}/**/*.ftl | en-US | en-US:2 nl:2"],
    );
    assert_eq!(report.left_out, ["locales/core.ftl"]);
}

#[test]
fn a_large_en_is_the_reference_beside_a_small_en_us() {
    let large = "a = A\nb = B\nc = C\n";
    check(
        &[("en/a.ftl", large), ("en-US/a.ftl", A), ("en-CA/a.ftl", A), ("fr/a.ftl", A)],
        &[". | {locale}/**/*.ftl | en | en:1 en-CA:1 en-US:1 fr:1"],
    );
    check(
        &[("x/en/a.ftl", A), ("x/en-US/a.ftl", large), ("x/fr/a.ftl", A)],
        &["x | {locale}/**/*.ftl | en-US | en:1 en-US:1 fr:1"],
    );
}

#[test]
fn spellings_may_be_mixed() {
    let report = check(
        &[("l/en/a.ftl", A), ("l/en-gb/a.ftl", A), ("l/pt-PT/a.ftl", A), ("l/pt_BR/a.ftl", "b = B\n")],
        &["l | {locale}/**/*.ftl | en | en:1 en-GB:1 pt-BR:1 pt-PT:1"],
    );
    assert!(report.diagnostics.iter().all(|found| found.path() == "l/pt_BR/a.ftl"), "{report}");
}
