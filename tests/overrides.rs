//! Overrides from folders and from people who mean harm; and new ones while others read.

#![cfg(feature = "overrides")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; clippy.toml exempts test functions, not their helpers"
)]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Barrier};
use std::time::{Duration, Instant};

use allocation_counter::measure;
use arc_swap::ArcSwap;
use proptest::prelude::*;
use whole_comm::{Kind, LabelId, Library, Locale, OverrideProblem, RegionId};

/// An empty folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("overrides-{name}"));
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, file: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The problems as they are displayed, with paths below the folder.
fn below(folder: &Path, problems: &[OverrideProblem]) -> Vec<String> {
    let folder = format!("{}/", folder.display());
    problems.iter().map(|problem| problem.to_string().replace(&folder, "")).collect()
}

/// Reads every text in every language: each is there, in its language, and shows no brace.
fn read_all(library: &Library) -> usize {
    let mut bytes = 0;
    for edition in library.editions() {
        let mut check = |name: String, text: whole_comm::Text<'_>| {
            assert_eq!(text.answered_by(), Some(edition.locale()), "{name} fell back: {text}");
            assert!(!text.trim().is_empty() && !text.contains(['{', '}']), "{name}: {text:?}");
            bytes += text.len();
        };
        for id in Kind::ALL.iter().flat_map(|kind| kind.ids().iter().copied()) {
            for (field, text) in edition.any(id).texts() {
                check(format!("{id}.{field}"), text);
            }
        }
        for &label in LabelId::ALL.iter().filter(|label| label.variables().is_empty()) {
            check(label.to_string(), edition.label(label));
        }
    }
    bytes
}

#[test]
fn a_folder_overrides_what_its_files_name() {
    let folder = folder("right");
    write(&folder, "fr/region.ftl", "region-wallonia = La Wallonie\n");
    write(&folder, "fr/terms.ftl", "-flanders = la Flandre belge\n");
    write(&folder, "en/label.ftl", "# Nothing is replaced here.\n");
    write(&folder, ".git/config", "hidden names are left alone");
    let library = Library::builder().folder(&folder).build().unwrap();
    read_all(&library);
    let fr = library.edition(Locale::French);
    assert_eq!(fr.region(RegionId::Wallonia).name(), "La Wallonie");
    assert_eq!(
        fr.region(RegionId::Flanders).name(),
        "la Flandre belge",
        "the embedded text shows the new term"
    );
    let again =
        Library::builder().folder(&folder).text(Locale::French, "later", "region-wallonia = Wallonie !\n");
    assert_eq!(
        again.build().unwrap().edition(Locale::French).region(RegionId::Wallonia).name(),
        "Wallonie !"
    );
    assert_eq!(Library::embedded().edition(Locale::French).region(RegionId::Wallonia).name(), "Wallonie");
}

#[test]
fn no_text_in_a_folder_is_skipped_without_a_word() {
    let folder = folder("wrong");
    write(&folder, "fr-BE/region.ftl", "");
    write(&folder, "de/region.ftl", "");
    write(&folder, "nl", "a file");
    write(&folder, "label.ftl", "");
    write(&folder, "fr/regoin.ftl", "");
    write(&folder, "fr/notes.ftl", "");
    write(&folder, "fr/politics.flt", "");
    write(&folder, "fr/scope.ftl.txt", "");
    write(&folder, "fr/Country.FTL", "");
    write(&folder, "fr/old/label.ftl", "");
    write(&folder, "fr/region.ftl", "event-crisis-x = X\nlabel-home = X\n-flanders = X\n");
    write(&folder, "fr/label.ftl", b"label-home = caf\xe9\nlabel-to-top = Haut\n");
    write(&folder, "fr/place.ftl", "\u{feff}place-small-town = x\n");
    write(&folder, "fr/sector.ftl", "a".repeat(300 << 10));
    fs::create_dir_all(folder.join("fr/video.ftl")).unwrap();
    let (library, problems) = Library::builder().folder(&folder).build_without_faulty();
    read_all(&library);
    let files = "project.ftl, organisation.ftl, country.ftl, region.ftl, place.ftl, scope.ftl, objective.ftl, concept.ftl, \
        actor.ftl, population.ftl, method.ftl, politics.ftl, sector.ftl, event.ftl, publication.ftl, video.ftl, section.ftl, \
        label.ftl, date.ftl, number.ftl, terms.ftl";
    let expected = [
        "de: error: unknown locale `de`, expected one of: nl, fr, en [unknown-locale]",
        "fr-BE: error: unknown locale `fr-BE`, expected one of: nl, fr, en (did you mean `fr`?) [unknown-locale]",
        "fr/Country.FTL: error: unknown file `Country.FTL` (did you mean `country.ftl`?) [extra-file]",
        "fr/label.ftl:1:17: error: the file is not UTF-8 here (save the file as UTF-8) [invalid-utf8]",
        &format!("fr/notes.ftl: error: unknown file `notes.ftl` (expected one of: {files}) [extra-file]"),
        "fr/old: error: folder `old` is not read (files lie in the folder of their language itself) [extra-file]",
        "fr/place.ftl:1:1: error: the byte order mark hides the first entry (save the file as UTF-8 without a byte order mark) \
            [byte-order-mark]",
        "fr/politics.flt: error: unknown file `politics.flt` (did you mean `politics.ftl`?) [extra-file]",
        "fr/region.ftl:1:1: error: there is no message `event-crisis-x` [extra-message]",
        "fr/region.ftl:2:1: error: message `label-home` does not belong to this file (move it to `label.ftl`) [misplaced-entry]",
        "fr/region.ftl:3:1: error: term `-flanders` does not belong to this file (move it to `terms.ftl`) [misplaced-entry]",
        "fr/regoin.ftl: error: unknown file `regoin.ftl` (did you mean `region.ftl`?) [extra-file]",
        "fr/scope.ftl.txt: error: unknown file `scope.ftl.txt` (did you mean `scope.ftl`?) [extra-file]",
        "fr/sector.ftl: error: file of more than 262144 bytes is not read \
            (replace less: each embedded file has a few kilobytes) [file-too-large]",
        "fr/video.ftl: error: cannot be read: it is a folder [unreadable]",
        "label.ftl: error: the file is in no folder of a language (move it into one of: nl, fr, en) [extra-file]",
        "nl: error: cannot be read: it is no folder [unreadable]",
    ];
    assert_eq!(below(&folder, &problems), expected);
    let fr = library.edition(Locale::French);
    assert_eq!(fr.label(LabelId::ToTop), "Haut", "what is right in a file stands");
    assert_eq!(fr.label(LabelId::Home), Library::embedded().edition(Locale::French).label(LabelId::Home));
}

/// Who copies the crate's own folder, and works on it with an editor, has more in it than texts.
#[test]
fn what_is_no_text_is_passed_over() {
    let folder = folder("copied");
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let embedded = Library::embedded();
    for locale in Locale::ALL {
        for file in fs::read_dir(locales.join(locale.as_str())).unwrap() {
            let file = file.unwrap();
            let name = format!("{locale}/{}", file.file_name().to_str().unwrap());
            write(&folder, &name, fs::read(file.path()).unwrap());
        }
    }
    let others = [
        "README.md",
        "notes",
        "fr/NOTES.txt",
        "fr/region.ftl~",
        "fr/region.ftl.bak",
        "fr/#label.ftl#",
        "fr/Makefile",
    ];
    for name in others {
        write(&folder, name, "region-wallonia = {");
    }
    let library = Library::builder().folder(&folder).build().unwrap();
    for (own, embedded) in library.editions().zip(embedded.editions()) {
        let json = |edition| serde_json::to_string(edition).unwrap();
        assert_eq!(json(own), json(embedded));
    }
}

#[test]
fn the_last_text_that_is_right_answers() {
    let layers: &[&[&str]] = &[
        &["Un", "Deux", "Deux"],
        &["Un", "{ $x }", "Un"],
        &["Un", "Deux", "{ -x }", "Deux"],
        &["Un", "Deux { \"{\" }", "{ \"\" }", "Un"],
        &["Un", "{ region-wallonia }", "Un"],
        &["Un", "{", "Un"],
        &["{ $x }", "{ -x }", "Wallonie"],
        &["{ $x }", "Deux", "Deux"],
        &["Un", "Deux\nregion-wallonia = Trois", "Un"],
    ];
    for layers in layers {
        let (expected, texts) = layers.split_last().unwrap();
        let mut builder = Library::builder();
        for (index, text) in texts.iter().enumerate() {
            builder = builder.text(Locale::French, index.to_string(), format!("region-wallonia = {text}\n"));
        }
        let (library, problems) = builder.build_without_faulty();
        let faulty = texts.iter().filter(|text| text.contains(['{', '\n'])).count();
        assert_eq!(problems.len(), faulty, "{texts:?}: {problems:?}");
        let name = library.edition(Locale::French).region(RegionId::Wallonia).name();
        assert_eq!(&&*name, expected, "{texts:?}");
    }
}

#[test]
fn a_folder_that_is_none_is_one_problem() {
    let folder = folder("none");
    write(&folder, "file", "");
    let debug = format!("{:?}", Library::builder().folder(folder.join("file")).build().unwrap_err());
    assert!(debug.ends_with("/file: error: cannot be read: it is no folder [unreadable]"), "{debug}");
    for (name, reason) in [("missing", "there is no such file or folder"), ("file", "it is no folder")] {
        let error = Library::builder().folder(folder.join(name)).build().unwrap_err();
        assert_eq!(
            below(&folder, error.problems()),
            [format!("{name}: error: cannot be read: {reason} [unreadable]")]
        );
    }
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_what_is_no_file_is_not_opened() {
    use std::os::unix::fs::symlink;
    let folder = folder("links");
    write(&folder, ".data/region.ftl", "region-wallonia = La Wallonie\n");
    fs::create_dir_all(folder.join("fr")).unwrap();
    symlink("../.data/region.ftl", folder.join("fr/region.ftl")).unwrap();
    symlink("nowhere", folder.join("fr/label.ftl")).unwrap();
    symlink("/dev/zero", folder.join("fr/place.ftl")).unwrap();
    symlink("sector.ftl", folder.join("fr/sector.ftl")).unwrap();
    symlink("fr", folder.join("en")).unwrap();
    let (library, problems) = Library::builder().folder(&folder).build_without_faulty();
    assert_eq!(library.edition(Locale::French).region(RegionId::Wallonia).name(), "La Wallonie");
    assert_eq!(library.edition(Locale::English).region(RegionId::Wallonia).name(), "La Wallonie");
    let found = below(&folder, &problems);
    let french: Vec<&str> = found.iter().filter_map(|line| line.strip_prefix("fr/")).collect();
    assert_eq!(french[0], "label.ftl: error: cannot be read: there is no such file or folder [unreadable]");
    assert_eq!(french[1], "place.ftl: error: cannot be read: it is no regular file [unreadable]");
    assert!(french[2].starts_with("sector.ftl: error: cannot be read: "), "{}", french[2]);
    assert_eq!((french.len(), found.len()), (3, 6));
}

/// Texts that would take all memory, all time or the stack, if they were taken as they are.
#[test]
fn hostile_texts_are_problems_and_nothing_more() {
    let mut laughs = "-l0 = ha\n".to_owned();
    let mut chain = "-c0 = { $x }\n".to_owned();
    let (mut ring, mut attributes, mut variants) = (String::new(), String::new(), String::new());
    for n in 1..5000 {
        let _ = writeln!(chain, "-c{n} = {{ -c{} }}", n - 1);
        let _ = writeln!(attributes, "    .a{n} = x");
        let _ = writeln!(variants, "    [{n}] {{ -flanders }}");
        let _ = writeln!(ring, "-r{n} = {{ -r{} }}", n % 4999 + 1);
    }
    let numbered = |count: usize| {
        (0..count).fold(String::new(), |mut text, n| {
            let _ = writeln!(text, "    [{n}] x");
            text
        })
    };
    let counted = numbered(15_000);
    // Many texts with many variants.
    let mut everywhere = String::new();
    for unit in whole_comm::contract().iter().filter(|unit| unit.attribute.is_none()).take(150) {
        let variants = numbered(120);
        let _ = writeln!(everywhere, "{} = {{ 7 ->\n{variants}   *[x] {{ \"\" }}\n}}", unit.message);
    }
    for n in 1..40 {
        let _ = writeln!(laughs, "-l{n} = {}", format!("{{ -l{} }}", n - 1).repeat(10));
    }
    let cases = [
        ("laughs", format!("{laughs}region-wallonia = {{ -l39 }}\n"), "too-many-placeables"),
        ("long", format!("region-wallonia = {}\n", "x".repeat(100_000)), "text-too-long"),
        ("long name", format!("region-wallonia = {}\n", "x".repeat(2000)), "text-too-long"),
        (
            "deep",
            format!("region-wallonia = {}$x{}\n", "{ ".repeat(50_000), " }".repeat(50_000)),
            "nesting-too-deep",
        ),
        ("chain", chain, "unknown-variable"),
        ("ring", ring, "cyclic-reference"),
        (
            "dead variants",
            format!(
                "label-result-count = {{ NUMBER($count) ->\n{}   *[x] x\n}}\n",
                "    [few] y\n".repeat(240)
            ),
            "plural-impossible-category",
        ),
        (
            "many variants",
            format!("label-result-count = {{ NUMBER($count) ->\n{counted}   *[x] x\n}}\n"),
            "too-many-variants",
        ),
        ("everywhere", everywhere, "selector-type-mismatch"),
        ("attributes", format!("region-wallonia = x\n{attributes}"), "extra-attribute"),
        (
            "variants",
            format!("region-wallonia = {{ 1.0000000000000000001 ->\n{variants}   *[x] x\n}}\n"),
            "number-too-long",
        ),
        (
            "dirty",
            format!("-x = {}\nregion-wallonia = {{ {{ -x }} }}\n", "{ \"x\" }".repeat(100)),
            "too-many-placeables",
        ),
        (
            "names",
            format!("-{0} = x\nregion-wallonia = {{ -{0}b }}\n", "a".repeat(100_000)),
            "unknown-term-reference",
        ),
        ("zeros", "\0".repeat(100_000), "invalid-utf8"),
        ("junk", "{".repeat(200_000), "syntax-error"),
        ("template", "<#if x>\n<#else>\n</#if>\n".to_owned(), "syntax-error"),
    ];
    for (name, text, rule) in cases {
        let start = Instant::now();
        let (library, problems) = Library::builder().text(Locale::French, name, text).build_without_faulty();
        assert!(problems.iter().any(|problem| problem.rule == rule), "{name}: {:?}", problems.first());
        assert!(problems.iter().all(|problem| problem.to_string().lines().count() == 1), "{name}");
        assert!(read_all(&library) < 1 << 20, "{name}");
        assert!(start.elapsed() < Duration::from_secs(30), "{name} took {:?}", start.elapsed());
    }
}

/// A text that is right in every file, in each layout that Fluent knows.
#[test]
fn the_layout_of_a_definition_stays() {
    let text = "region-wallonia =\n    Une ligne\n      plus loin\n    .official =\r\n        officielle\r\n\r\n        encore\r\n\
        \x20   .in   ={ -wallonia }\n    .summary = { $project ->\n        [Whole-COMM] Whole-COMM\n       *[y] autre\n    } fin\n";
    let library = Library::builder().text(Locale::French, "layout", text).build().unwrap();
    read_all(&library);
    let wallonia = library.edition(Locale::French).region(RegionId::Wallonia);
    assert_eq!(wallonia.name(), "Une ligne\n  plus loin");
    assert_eq!(wallonia.official_name(), "officielle\n\nencore");
    assert_eq!(wallonia.summary(), "Whole-COMM fin");
}

#[test]
fn overridden_texts_cost_no_allocation_either() {
    let library = Library::builder().text(Locale::French, "a", "-wallonia = La Wallonie\n").build().unwrap();
    let cold = read_all(&library);
    let wallonia = library.edition(Locale::French).region(RegionId::Wallonia);
    let mut warm = 0;
    let allocations = measure(|| warm = wallonia.texts().map(|(_, text)| text.len()).sum());
    assert!(0 < warm && warm < cold);
    assert_eq!(allocations.count_total, 0, "{allocations:?}");
}

#[test]
fn readers_see_one_library_or_the_other() {
    let build = |name: &str| {
        let text = format!("-wallonia = {name}\n");
        Arc::new(Library::builder().text(Locale::English, "reload", text).build().unwrap())
    };
    let names = ["One", "Two"];
    let current = ArcSwap::new(build(names[0]));
    let (done, ready) = (AtomicBool::new(false), Barrier::new(3));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                ready.wait();
                let mut count = 0;
                // Ends at last even if the one who builds has failed.
                while count < 1_000_000 && (!done.load(Ordering::Relaxed) || count == 0) {
                    let library = current.load();
                    let wallonia = library.edition(Locale::English).region(RegionId::Wallonia);
                    let (name, summary) = (wallonia.name(), wallonia.summary());
                    assert!(names.contains(&&*name), "{name}");
                    assert!(summary.contains(&*name), "`{summary}` is of another library than `{name}`");
                    count += 1;
                }
            });
        }
        ready.wait();
        for round in 0..10 {
            current.store(build(names[round % 2]));
            let broken = Library::builder().text(Locale::English, "reload", "-wallonia = { $x }\n").build();
            assert!(broken.is_err(), "a broken edit builds nothing");
        }
        done.store(true, Ordering::Relaxed);
    });
}

/// Pieces of Fluent, right and wrong, that are strung together.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "region-wallonia =",
        "region-flanders =",
        "number-word =",
        "number-percent =",
        "date-month =",
        "label-home =",
        "label-result-count =",
        "-wallonia =",
        "-flanders =",
        "-new =",
        "\n",
        "\n",
        "\n",
        "\n    .in =",
        "\n    .reception =",
        "\n    .at =",
        "\n    .official =",
        " ",
        " x",
        " é",
        "{ $share }",
        "{ $number }",
        "{ $date }",
        "{ $count }",
        "{ -new }",
        "{ -wallonia }",
        "{ -flanders }",
        "{ region-flanders.in }",
        "{ region-wallonia }",
        "{ region-wallonia.reception }",
        "{ NUMBER($share) }",
        "{ NUMBER($number, minimumFractionDigits: 2) }",
        "{ DATETIME($date, month: \"short\") }",
        "{ 1 ->\n    [one] a\n   *[other] b\n}",
        "{ $number ->\n    [one] a\n   *[other] { $number }\n}",
        "{ \"\" }",
        "{ \"{\" }",
        "{",
        "}",
        "*",
        "[",
        "]",
        "\"",
        "\t",
        "\r",
        "\u{feff}",
        "\u{fffe}",
        "#",
        "# x\n",
        "\\u0000",
        "0",
        ".",
        "-",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text builds, or says why not; and whatever is built count as a whole.
    #[test]
    fn any_text_builds_or_is_a_problem(first in text(), second in text(), any in "\\PC{0,40}") {
        let builder = Library::builder()
            .text(Locale::French, "first", first)
            .text(Locale::French, "second", second)
            .text(Locale::Dutch, "any", any);
        let (library, problems) = builder.clone().build_without_faulty();
        read_all(&library);
        match builder.build() {
            Ok(library) => {
                prop_assert!(problems.is_empty());
                read_all(&library);
            }
            Err(error) => prop_assert_eq!(error.problems(), problems.as_slice()),
        }
    }
}
