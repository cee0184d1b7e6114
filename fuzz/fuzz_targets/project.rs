//! Checks a project made of the input, with all rules: the guard, the parser, the model and every rule see it.
//!
//! The byte 1 divides the input into files: `en/a.ftl`, `nl/a.ftl`, `en/b.ftl`, `nl/b.ftl`. The bytes 2, 3 and 4
//! stand for very many `{`, `F(` and `a: 1, `: should the guard let one of these through where the parser
//! follows, then the stack overflows or the run takes too long.

#![no_main]

use libfuzzer_sys::fuzz_target;

const PATHS: [&str; 4] = ["i18n/en/a.ftl", "i18n/nl/a.ftl", "i18n/en/b.ftl", "i18n/nl/b.ftl"];

fuzz_target!(|input: &[u8]| {
    let texts: Vec<Vec<u8>> = input.splitn(PATHS.len(), |byte| *byte == 1).map(amplify).collect();
    let files: Vec<(&str, &[u8])> = PATHS.into_iter().zip(texts.iter().map(Vec::as_slice)).collect();
    let config = ftlkit::Config {
        select: ftlkit::rules::Group::ALL.map(|group| group.name().to_owned()).into(),
        ..ftlkit::Config::default()
    };
    let Ok(report) = ftlkit::check_bytes(&files, &config) else { return };
    let sources = report.sources();
    for found in &report.diagnostics {
        let places = found.range().map(|range| (found.path(), range));
        let related = found.related().iter().map(|related| (&*related.path, related.range));
        for (path, range) in places.into_iter().chain(related) {
            let text = sources[path].text();
            let (start, end) = (range.start.offset as usize, range.end.offset as usize);
            assert!(start <= end && end <= text.len(), "{found:?}");
            assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{found:?}");
        }
        let Some(fix) = found.fix() else { continue };
        let mut done = 0;
        for edit in &fix.edits {
            let (start, end) = (edit.span.start as usize, edit.span.end as usize);
            let text = sources[&*edit.path].text();
            assert!(done <= start && start <= end && end <= text.len(), "{found:?}");
            assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{found:?}");
            done = end;
        }
    }
});

fn amplify(text: &[u8]) -> Vec<u8> {
    let mut result = Vec::with_capacity(text.len());
    for &byte in text {
        match byte {
            2 => result.extend(b"{".repeat(20_000)),
            3 => result.extend(b"F(".repeat(20_000)),
            4 => result.extend(b"a: 1, ".repeat(5_000)),
            _ => result.push(byte),
        }
    }
    result
}
