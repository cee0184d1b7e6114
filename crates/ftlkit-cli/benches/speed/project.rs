//! Generates a project that looks like real ones: sentences, variables, attributes, plurals, terms, comments, and
//! some faults.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The reference first.
const LOCALES: &str = "en af am ar az be bg bn bs ca cs cy da de el eo es et eu fa fi fil fr fy ga gd gl gu he hi hr hu \
    hy ia id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn or pa pl pt ro ru si sk sl so sq sr sv sw ta \
    te tg th ti tk tr tt ug uk ur uz vi yue zh zu br ce dsb hsb fo fur haw ha ig jv kw lb ln rm se wo yo xh";

/// Messages in a file; every eighth has attributes, every tenth a plural.
const MESSAGES: usize = 30;

pub(crate) fn generate(folder: &Path, locales: usize, files: usize) {
    let _ = fs::remove_dir_all(folder);
    let locales: Vec<&str> = LOCALES.split_ascii_whitespace().take(locales).collect();
    for (index, locale) in locales.iter().enumerate() {
        let folder = folder.join("i18n").join(locale);
        fs::create_dir_all(&folder).unwrap();
        for file in 0..files {
            fs::write(folder.join(format!("part-{file:03}.ftl")), text(index, file)).unwrap();
        }
    }
}

fn text(locale: usize, file: usize) -> String {
    let mut text =
        format!("### Part {file} of the application.\n\n-part-{file}-name = Firebird\n\n## Windows\n\n");
    for message in 0..MESSAGES {
        let id = format!("part-{file}-message-{message}");
        // Each translation lacks a message here and there.
        let seed = locale * 7919 + file * 31 + message;
        if locale > 0 && seed.is_multiple_of(97) {
            continue;
        }
        let words = sentence(locale, seed);
        match message % 10 {
            0 => {
                let _ = write!(text, "# $count (Number): how many there are.\n{id} =\n    {{ $count ->\n");
                for key in 0..3 {
                    let _ = writeln!(text, "        [{key}] {{ $count }} {words}");
                }
                let _ = write!(text, "       *[other] {{ $count }} {words}\n    }}\n");
            }
            3 | 7 => {
                // A slip that a checker must find.
                let name = if locale > 0 && seed.is_multiple_of(211) { "nmae" } else { "name" };
                let _ = writeln!(text, "{id} = {words} {{ ${name} }} {words}.");
            }
            5 => {
                let _ = writeln!(
                    text,
                    "{id} = {words} {{ -part-{file}-name }}\n    .title = {words}\n    .label = {words}"
                );
            }
            8 => {
                let _ = writeln!(text, "{id} =\n    {words},\n    {words} <b>{words}</b>.");
            }
            _ => {
                let _ = writeln!(text, "{id} = {words}");
            }
        }
    }
    text
}

fn sentence(locale: usize, seed: usize) -> String {
    const SYLLABLES: [&str; 12] = ["ba", "ke", "dé", "lo", "mun", "ri", "sta", "tu", "ve", "øn", "zi", "pra"];
    // The numbers of a simple generator, so that no two locales say the same.
    let mut state = seed * 101 + locale;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut text = String::new();
    for _ in 0..4 + next(4) {
        text.push_str(if text.is_empty() { "" } else { " " });
        for _ in 0..2 + next(3) {
            text.push_str(SYLLABLES.get(next(SYLLABLES.len())).copied().unwrap_or_default());
        }
    }
    text
}
