//! The example binary, as a reader uses it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; clippy.toml exempts test functions, not their helpers"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use whole_comm::{Kind, Library, Locale, SectionId};

/// The binary, in an environment without a language of its own.
fn browse(arguments: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command.args(arguments);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] {
        command.env_remove(name);
    }
    command
}

/// The binary, built as it is now: for an example with unit tests `cargo test` builds those tests, not the program.
fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let tests = std::env::current_exe().expect("a test knows its own path");
        let folder = tests.parent().and_then(Path::parent).expect("tests stand in target/<profile>/deps");
        let profile = folder.file_name().and_then(|name| name.to_str()).expect("a profile has a name");
        let profile = if profile == "debug" { "dev" } else { profile };
        let status = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--example", "browse", "--profile", profile])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .status()
            .expect("cargo starts");
        assert!(status.success(), "the example does not build");
        folder.join("examples").join("browse").with_extension(std::env::consts::EXE_EXTENSION)
    })
}

fn run(arguments: &[&str]) -> Output {
    browse(arguments).output().expect("browse starts")
}

#[track_caller]
fn reads(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?} failed: {}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{arguments:?} wrote to standard error");
    String::from_utf8(output.stdout).expect("browse writes UTF-8")
}

#[test]
fn the_page_is_read_from_top_to_bottom_in_each_language() {
    for edition in Library::embedded().editions() {
        let page = reads(&["--lang", edition.locale().as_str()]);
        let mut from = 0;
        for section in edition.page() {
            let heading = section.name().capitalized();
            let at = page[from..].find(&*heading).unwrap_or_else(|| panic!("{heading} is not in its place"));
            from += at + heading.len();
        }
        let timeline = edition.label(whole_comm::LabelId::Timeline);
        assert!(page[from..].contains(&*timeline), "the timeline is missing");
        assert!(!page.contains(['{', '}']), "a brace is shown");
        for id in Kind::ALL.iter().flat_map(|kind| kind.ids().iter().copied()) {
            assert!(!page.contains(&format!("{}-{}", id.kind(), id.as_str())), "a message id is shown");
        }
        assert!(
            page.lines().all(|line| line.chars().count() <= 88 || line.contains("http")),
            "a line is too long"
        );
    }
}

#[test]
fn every_section_kind_and_entity_can_be_read_in_every_format() {
    for format in ["text", "markdown", "json"] {
        for section in SectionId::ALL {
            assert!(!reads(&[section.as_str(), "--format", format]).trim().is_empty());
        }
        for kind in Kind::ALL {
            assert!(!reads(&[kind.plural(), "--format", format, "--lang", "en"]).trim().is_empty());
        }
    }
    for id in Kind::ALL.iter().flat_map(|kind| kind.ids().iter().copied()) {
        let shown = reads(&[id.kind().as_str(), id.as_str(), "--lang", "fr", "--format", "json"]);
        let document: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
        assert_eq!(document["id"], id.as_str());
    }
}

#[test]
fn the_whole_edition_is_one_json_document() {
    for edition in Library::embedded().editions() {
        let shown = reads(&["--lang", edition.locale().as_str(), "--format", "json"]);
        let document: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
        assert_eq!(document, serde_json::to_value(edition).unwrap());
    }
}

#[test]
fn shares_are_bars_and_the_timeline_is_in_order() {
    let regions = reads(&["regions", "--lang", "en"]);
    let bars: Vec<usize> =
        regions.lines().filter(|line| line.contains('█')).map(|line| line.matches('█').count()).collect();
    assert_eq!(bars.len(), 3, "{regions}");
    assert!(bars.is_sorted_by(|a, b| a > b), "{regions}");
    assert!(regions.contains("49.9%") && regions.contains("42.5%") && regions.contains("7.6%"));

    let timeline = reads(&["event", "--lang", "en"]);
    let order = [
        "Since the early 20th century",
        "In the 1970s and 1980s",
        "Since the early 1990s",
        "Since 2014",
        "In 2015",
        "In September 2015",
        "On 18 May 2021",
        "Since October 2021",
        "Undated",
    ];
    let places: Vec<usize> = order
        .iter()
        .map(|when| timeline.find(when).unwrap_or_else(|| panic!("no “{when}” in\n{timeline}")))
        .collect();
    assert!(places.is_sorted(), "{timeline}");
    assert!(!timeline.contains('\u{1b}'), "the timeline needs colour");
}

/// What the reader adds to the texts keeps the language's typography too.
#[test]
fn labels_have_the_colon_of_the_language() {
    for (locale, label) in [("nl", "Auteurs:"), ("fr", "Auteurs\u{a0}:"), ("en", "Authors:")] {
        for format in ["text", "markdown"] {
            let shown = reads(&["publications", "--lang", locale, "--format", format]);
            assert!(shown.contains(label), "{locale} {format} has no “{label}”:\n{shown}");
        }
    }
    let page = reads(&["--lang", "fr"]);
    let prose = page.lines().filter(|line| !line.contains("http") && !line.contains("Exclusion policies?"));
    for line in prose {
        let spaced = line.match_indices(':').all(|(at, _)| line[..at].ends_with('\u{a0}'));
        assert!(spaced, "a colon without its no-break space: {line}");
    }
}

#[test]
fn an_entity_names_its_source() {
    assert!(reads(&["region", "wallonia", "--lang", "en"]).contains("Lines of the page: 13–15, 17"));
    assert!(reads(&["person", "ilke-adam", "--lang", "en"]).contains("Exclusion policies?"));
}

#[test]
fn the_environment_chooses_the_language() {
    let cases = [
        (&[("LANG", "fr_BE.UTF-8")][..], Locale::French),
        (&[("LC_ALL", "C"), ("LANG", "en_GB.UTF-8")], Locale::English),
        (&[("LC_ALL", ""), ("LC_MESSAGES", "fr_FR"), ("LANG", "en_GB")], Locale::French),
        (&[("LC_ALL", "de_DE.UTF-8")], Locale::Dutch),
        (&[], Locale::Dutch),
    ];
    for (variables, expected) in cases {
        let output = browse(&["region", "wallonia"]).envs(variables.iter().copied()).output().unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        let name = Library::embedded().edition(expected).region(whole_comm::RegionId::Wallonia).name();
        assert!(shown.starts_with(&*name), "for {variables:?}: {shown}");
    }
    // What a person typed wins over the environment.
    let output = browse(&["region", "wallonia", "--lang", "nl"]).env("LC_ALL", "fr_BE").output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("Wallonië"));
}

#[test]
fn wrong_input_is_one_sentence_and_status_2() {
    let cases: [(&[&str], &[&str]); 8] = [
        (&["--lang", "de"], &["unknown language `de`", "nl (Nederlands), fr (Français), en (English)"]),
        (&["--lang", ""], &["unknown language ``", "nl (Nederlands)"]),
        (&["zone"], &["unknown section or kind `zone`", "lead, objectives", "project, programme"]),
        (&["zone", "x"], &["unknown kind `zone` in front of an id"]),
        (&["lead", "x"], &["unknown kind `lead` in front of an id", "project, programme"]),
        (&["region", "antwerp"], &["unknown region `antwerp`", "flanders, wallonia, brussels-capital"]),
        (&["region", "\u{1b}[31mred"], &["unknown region", "\\u{1b}"]),
        (&["zo\nne"], &["zo\\nne"]),
    ];
    for (arguments, words) in cases {
        let output = run(arguments);
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {message}");
        assert!(output.stdout.is_empty());
        assert_eq!(message.lines().count(), 1, "{arguments:?} takes more than a line:\n{message}");
        for word in words {
            assert!(message.contains(word), "{arguments:?} does not say “{word}”: {message}");
        }
    }
    for arguments in [&["--format", "xml"][..], &["--nonsense"], &["a", "b", "c"]] {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn help_is_in_plain_words() {
    let help = reads(&["--help"]);
    for word in [
        "--lang",
        "--format",
        "Sections: lead, objectives",
        "Kinds: project",
        "Examples:",
        "browse region wallonia",
    ] {
        assert!(help.contains(word), "--help does not say “{word}”:\n{help}");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut child =
        browse(&["--format", "json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{:?}", output.status);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
