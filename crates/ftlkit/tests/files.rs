//! What the file system can do to a check: strange files, and where projects lie.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};

use ftlkit::{Config, Diagnostic, Error, Fixes, Report, check};

/// A folder of its own for a test, removed when the test ends well.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let root = std::env::temp_dir().join(format!("ftlkit-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        for (path, bytes) in files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        Self(root)
    }

    fn check(&self) -> Report {
        check(&[&self.0], &Config::default()).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const PAIR: [(&str, &[u8]); 2] = [("i18n/en/a.ftl", b"a = A\n"), ("i18n/nl/a.ftl", b"a = A\n")];

#[test]
fn a_clean_project_is_clean() {
    let report = Folder::new("clean", &PAIR).check();
    assert!(report.is_clean(), "{report}");
    assert_eq!(report.projects[0].layouts, ["{locale}/**/*.ftl"]);
    assert_eq!(report.statistics[0][0].translated, 1);
}

#[test]
fn nothing_to_check_is_an_error() {
    let folder = Folder::new("nothing", &[("src/main.rs", b""), ("templates/page.ftl", b"<#if x></#if>\n")]);
    assert!(matches!(check(&[&folder.0], &Config::default()), Err(Error::NothingFound { .. })));
    assert!(matches!(
        check(&[Path::new("/no/such/folder")], &Config::default()),
        Err(Error::Discover { .. })
    ));
}

#[cfg(feature = "gitignore")]
#[test]
fn ignored_files_and_other_templates_are_left_out() {
    let files: &[(&str, &[u8])] = &[
        (".gitignore", b"/old\n"),
        ("old/i18n/en/a.ftl", b"x = X\n"),
        ("old/i18n/de/a.ftl", b"y = Y\n"),
        ("i18n/en/mail.ftl", b"<#if user??>\nHello ${user}\n</#if>\n"),
    ];
    let report = Folder::new("ignored", &[files, &PAIR].concat()).check();
    assert!(report.is_clean(), "{report}");
    assert_eq!(report.projects.len(), 1);
    assert_eq!(report.projects[0].file_count(), 2);
}

#[test]
fn bytes_that_are_not_text_hide_nothing_else() {
    let files: &[(&str, &[u8])] =
        &[("i18n/en/a.ftl", b"a = A\nb = B\nc = C\n"), ("i18n/nl/a.ftl", b"a = \xff\xfe\0\nb = B\r\n")];
    let report = Folder::new("bytes", files).check();
    let found: Vec<_> =
        report.diagnostics.iter().map(|found| (found.rule(), found.id().unwrap_or_default())).collect();
    let expected = [("missing-message", "c"), ("invalid-utf8", ""), ("replacement-character", "a")];
    assert_eq!(found, expected, "{report}");
}

#[cfg(unix)]
#[test]
fn files_that_cannot_be_read_are_faults() {
    let folder = Folder::new("faults", &PAIR);
    std::os::unix::fs::symlink("gone.ftl", folder.0.join("i18n/nl/b.ftl")).unwrap();
    std::os::unix::fs::symlink("loop.ftl", folder.0.join("i18n/nl/loop.ftl")).unwrap();
    std::os::unix::fs::symlink("..", folder.0.join("i18n/nl/up")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.0.join("i18n/nl/pipe.ftl")).status();
    let report = folder.check();
    let names: Vec<&str> =
        report.faults.iter().map(|fault| fault.path.rsplit('/').next().unwrap_or_default()).collect();
    let expected: &[&str] = if made.is_ok_and(|status| status.success()) {
        &["b.ftl", "loop.ftl", "pipe.ftl"]
    } else {
        &["b.ftl", "loop.ftl"]
    };
    assert_eq!(names, expected, "{report}");
    assert!(report.diagnostics.is_empty(), "{report}");
}

/// The memory of a process is a file that can be opened and not read, not even by the superuser.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_read_is_a_fault_for_everybody() {
    let folder = Folder::new("memory", &PAIR);
    let path = folder.0.join("i18n/nl/memory.ftl");
    std::os::unix::fs::symlink("/proc/self/mem", &path).unwrap();
    assert!(fs::File::open(&path).is_ok() && fs::read(&path).is_err(), "the test has lost its subject");
    let report = folder.check();
    let [fault] = report.faults.as_slice() else { panic!("{report}") };
    assert!(fault.path.ends_with("i18n/nl/memory.ftl"), "{fault}");
    assert!(!fault.reason.is_empty() && report.diagnostics.is_empty(), "{report}");
    assert_eq!(report.projects[0].file_count(), 3);
}

#[test]
fn a_folder_with_the_name_of_a_file_is_no_file() {
    let folder = Folder::new("folder", &[PAIR[0], ("i18n/nl/a.ftl/b.txt", b"")]);
    fs::create_dir_all(folder.0.join("i18n/nl")).unwrap();
    let report =
        check(&[&folder.0], &Config { required: Some(vec!["nl".to_owned()]), ..Config::default() }).unwrap();
    let found: Vec<&str> = report.diagnostics.iter().map(Diagnostic::rule).collect();
    assert_eq!(found, ["missing-file"], "{report}");
}

#[cfg(unix)]
#[test]
fn folders_that_are_linked_are_looked_at_once() {
    use std::os::unix::fs::symlink;
    let text: &[u8] = b"a = A { $x }\n";
    let files = [
        ("app/i18n/en/a.ftl", &b"a = A\n"[..]),
        ("app/i18n/nl/a.ftl", text),
        ("app/i18n/zh-Hant/a.ftl", text),
    ];
    let toml: (&str, &[u8]) =
        ("app/i18n.toml", b"fallback_language = \"en\"\n[fluent]\nassets_dir = \"i18n\"\n");
    for (name, files) in [("linked", files.to_vec()), ("linked-config", [&files[..], &[toml]].concat())] {
        let folder = Folder::new(name, &files);
        // A folder of texts, a whole project, and locales that are others under a second name.
        fs::create_dir_all(folder.0.join("web")).unwrap();
        for (target, link) in [("../app/i18n", "web/i18n"), ("../app", "web/app")] {
            symlink(target, folder.0.join(link)).unwrap();
        }
        for link in ["zh-HK", "zh-TW"] {
            symlink("zh-Hant", folder.0.join("app/i18n").join(link)).unwrap();
        }
        let report = folder.check();
        let below = |path: &str| path.split_once("app/").map(|(_, path)| path.to_owned()).unwrap();
        let found: Vec<String> = report.diagnostics.iter().map(|found| below(found.path())).collect();
        assert_eq!(found, ["i18n/nl/a.ftl", "i18n/zh-Hant/a.ftl"], "{report}");
        let [project] = report.projects.as_slice() else { panic!("{:#?}", report.projects) };
        assert!(project.root.ends_with("app/i18n"), "{}", project.root);
        let tags: Vec<&str> = project.locales.iter().map(|files| files.locale.tag()).collect();
        assert_eq!(tags, ["en", "nl", "zh-HK", "zh-Hant", "zh-TW"]);
        assert_eq!((project.file_count(), report.left_out.len()), (5, 0), "{:?}", report.left_out);
        // What is only there through a link is found there.
        let report = check(&[folder.0.join("web")], &Config::default()).unwrap();
        assert_eq!(report.diagnostics.len(), 2, "{report}");
        assert!(report.diagnostics.iter().all(|found| found.path().contains("/web/")), "{report}");
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_to_each_other_come_to_an_end() {
    let folder = Folder::new("mutual", &PAIR);
    for (name, others) in [("p", ["q", "r"]), ("q", ["p", "r"]), ("r", ["p", "q"])] {
        fs::create_dir_all(folder.0.join(name)).unwrap();
        for other in others {
            let target = format!("../{other}");
            std::os::unix::fs::symlink(target, folder.0.join(name).join(other)).unwrap();
        }
    }
    let report = folder.check();
    assert!(report.is_clean(), "{report}");
}

#[cfg(unix)]
#[test]
fn only_faults_that_concern_what_was_named_count() {
    let folder = Folder::new(
        "concern",
        &[&PAIR[..], &[("i18n/de/a.ftl", b"a = A\n"), ("docs/l10n/en.ftl", b"d = D\n")]].concat(),
    );
    fs::create_dir(folder.0.join(".git")).unwrap();
    let faults = |broken: &str, named: &str| {
        let link = folder.0.join(broken);
        std::os::unix::fs::symlink("gone", &link).unwrap();
        let report = check(&[folder.0.join(named)], &Config::default()).unwrap();
        fs::remove_file(link).unwrap();
        report.faults.len()
    };
    for (broken, named, expected) in [
        ("i18n/nl/b.ftl", "i18n/nl/a.ftl", 1),
        ("i18n/nl/b.ftl", "i18n/nl", 1),
        ("i18n/en/b.ftl", "i18n/nl/a.ftl", 1),
        ("i18n/l10n.toml", "i18n/nl/a.ftl", 1),
        ("i18n.toml", "i18n/nl/a.ftl", 1),
        ("i18n/de/b.ftl", "i18n/nl/a.ftl", 0),
        ("docs/l10n/nl.ftl", "i18n/nl/a.ftl", 0),
        ("docs/crowdin.yml", "i18n/nl/a.ftl", 0),
        ("i18n/de/b.ftl", "i18n", 1),
    ] {
        // Without the feature no configuration is read.
        let expected = if cfg!(feature = "config") || broken.contains(".ftl") { expected } else { 0 };
        assert_eq!(faults(broken, named), expected, "{broken} while {named} is looked at");
    }
}

#[test]
fn a_file_is_looked_at_within_its_project() {
    let folder = Folder::new(
        "file",
        &[
            ("i18n/en/a.ftl", b"a = A\nb = B\n"),
            ("i18n/en/b.ftl", b"c = C\n"),
            ("i18n/fr/a.ftl", b"a = A\n"),
            ("i18n/nl/a.ftl", b"a = A\n"),
        ],
    );
    let of = |path: &str| {
        let report = check(&[folder.0.join(path)], &Config::default()).unwrap();
        report
            .diagnostics
            .iter()
            .map(|found| format!("{} {}", found.rule(), found.locale().unwrap()))
            .collect()
    };
    let found: Vec<String> = of("i18n/nl/a.ftl");
    assert_eq!(found, ["missing-message nl"]);
    let found: Vec<String> = of("i18n/en/a.ftl");
    assert_eq!(found, ["missing-message fr", "missing-message nl"]);
    let found: Vec<String> = of("i18n/en/b.ftl");
    assert_eq!(found, ["missing-file fr", "missing-file nl"]);
}

#[cfg(unix)]
#[test]
fn names_that_are_not_text_are_read_all_the_same() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new("names", &PAIR);
    let name = std::ffi::OsStr::from_bytes(b"i18n/nl/b\xff.ftl");
    if fs::write(folder.0.join(name), "a = { $x\n").is_err() {
        // Some file systems take only text.
        return;
    }
    let report = folder.check();
    assert!(report.faults.is_empty(), "{report}");
    assert!(report.diagnostics.iter().any(|found| found.path().ends_with("b\u{fffd}.ftl")), "{report}");
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_a_fault() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("permissions", &PAIR);
    let close = |path: &str| {
        let path = folder.0.join(path);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        // The superuser reads everything.
        if path.is_dir() { path.read_dir().is_err() } else { fs::File::open(&path).is_err() }
    };
    fs::create_dir(folder.0.join("i18n/fr")).unwrap();
    let closed = close("i18n/nl/a.ftl") && close("i18n/fr");
    let report = folder.check();
    fs::set_permissions(folder.0.join("i18n/fr"), fs::Permissions::from_mode(0o700)).unwrap();
    if closed {
        let names: Vec<&str> =
            report.faults.iter().filter_map(|fault| fault.path.rsplit('/').next()).collect();
        assert_eq!(names, ["fr", "a.ftl"], "{report}");
    }
    assert!(report.diagnostics.is_empty(), "{report}");
}

#[test]
fn a_file_that_vanishes_is_a_fault() {
    let folder = Folder::new("vanished", &PAIR);
    let discovery = ftlkit::project::discover(&[&folder.0]).unwrap();
    fs::remove_file(folder.0.join("i18n/nl/a.ftl")).unwrap();
    let loaded = ftlkit::project::load(discovery.plans, None, &ftlkit::Limits::default());
    assert!(loaded.faults[0].path.ends_with("i18n/nl/a.ftl"));
    assert_eq!(loaded.projects[0].locales.len(), 2);
}

#[test]
fn texts_that_no_finding_shows_are_let_go_and_read_again() {
    let clean = "i18n/nl/clean.ftl";
    let files: [(&str, &[u8]); 4] = [
        ("i18n/en/a.ftl", b"a = A { $x }\n"),
        ("i18n/en/clean.ftl", b"b = B\n"),
        ("i18n/nl/a.ftl", b"a = A { $y }\n"),
        (clean, b"b = B\n"),
    ];
    let folder = Folder::new("let-go", &files);
    let kept = |report: &Report| -> Vec<String> {
        let mut kept: Vec<_> =
            report.sources().keys().map(|path| path.rsplit("i18n/").next().unwrap().to_owned()).collect();
        kept.sort();
        kept
    };
    let mut report = folder.check();
    assert_eq!(report.diagnostics.len(), 2, "{report}");
    assert_eq!(kept(&report), ["en/a.ftl", "en/clean.ftl", "nl/a.ftl"]);
    report.read_again(&Config::default()).unwrap();
    assert_eq!(kept(&report), ["en/a.ftl", "en/clean.ftl", "nl/a.ftl", "nl/clean.ftl"]);
    assert_eq!(report.sources().len(), 4);

    // What has changed since is not taken for what was checked.
    let mut report = folder.check();
    fs::write(folder.0.join(clean), "b = B, changed\n").unwrap();
    let error = report.read_again(&Config::default()).unwrap_err().to_string();
    assert!(error.ends_with("i18n/nl/clean.ftl` again: it has changed while it was checked"), "{error}");
    let report = folder.check();
    fs::write(folder.0.join(clean), "b = B, changed again\n").unwrap();
    let error = report.mend(Fixes::All, &Config::default()).unwrap_err().to_string();
    assert!(error.contains("it has changed while it was checked"), "{error}");
}

#[cfg(all(unix, feature = "config"))]
#[test]
fn a_configuration_that_is_no_file_is_a_fault() {
    let folder = Folder::new("pipes", &PAIR);
    let made = std::process::Command::new("mkfifo").arg(folder.0.join("l10n.toml")).status();
    std::os::unix::fs::symlink("i18n.toml", folder.0.join("i18n.toml")).unwrap();
    fs::write(folder.0.join("crowdin.yml"), [0xff]).unwrap();
    let report = folder.check();
    let names: Vec<&str> = report.faults.iter().filter_map(|fault| fault.path.rsplit('/').next()).collect();
    let made = made.is_ok_and(|status| status.success());
    let expected: &[&str] =
        if made { &["crowdin.yml", "i18n.toml", "l10n.toml"] } else { &["crowdin.yml", "i18n.toml"] };
    assert_eq!(names, expected, "{report}");
    assert_eq!(report.projects.len(), 1);
}
