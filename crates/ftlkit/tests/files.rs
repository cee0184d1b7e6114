//! What the file system can do to a check: strange files, and where projects lie.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};

use ftlkit::{Config, Error, Report, check};

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
    let found: Vec<_> = report
        .diagnostics
        .iter()
        .map(|found| (found.rule, found.id.as_deref().unwrap_or_default()))
        .collect();
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
            .map(|found| format!("{} {}", found.rule, found.locale.as_deref().unwrap()))
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
    assert!(report.diagnostics.iter().any(|found| found.path.ends_with("b\u{fffd}.ftl")), "{report}");
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
