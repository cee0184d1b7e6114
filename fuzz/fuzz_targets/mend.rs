//! Fixes a project made of the input, with all rules, safe fixes first and then all: nothing new may come of it, what is
//! fixed must stay so, and nothing but what the fixes say may change.
//!
//! The input is divided into files as for `project`.

#![no_main]

use std::collections::HashMap;

use ftlkit::{Config, Fixes, Report};
use libfuzzer_sys::fuzz_target;

const PATHS: [&str; 4] = ["i18n/en/a.ftl", "i18n/pl/a.ftl", "i18n/en/b.ftl", "i18n/pl/b.ftl"];

fuzz_target!(|input: &[u8]| {
    let texts: Vec<&[u8]> = input.splitn(PATHS.len(), |byte| *byte == 1).collect();
    let files: Vec<(&str, &[u8])> = PATHS.into_iter().zip(texts).collect();
    let config = Config {
        select: ftlkit::rules::Group::ALL.map(|group| group.name().to_owned()).into(),
        ..Config::default()
    };
    for fixes in [Fixes::Safe, Fixes::All] {
        let Ok(before) = ftlkit::check_bytes(&files, &config) else { return };
        let errors = errors(&before);
        let mended = before.mend(fixes, &config).expect("no threads are asked for");
        assert!(!mended.is_unfinished, "there is no end to it");
        let mut now: HashMap<&str, &[u8]> = files.iter().copied().collect();
        for change in &mended.changes {
            assert_eq!(now.get(&*change.path).copied(), Some(change.before.as_bytes()));
            assert!(!change.rules.is_empty(), "{change:?}");
            match &change.after {
                Some(after) => now.insert(&change.path, after.as_bytes()),
                None => now.remove(&*change.path),
            };
        }
        // What is in memory is what a reader of the files would see.
        let now: Vec<(&str, &[u8])> = now.into_iter().collect();
        let Ok(after) = ftlkit::check_bytes(&now, &config) else { return };
        if after.projects.len() != mended.report.projects.len() {
            // A file that was no translation before may be one now, or the other way round.
            return;
        }
        assert_eq!(after.diagnostics, mended.report.diagnostics);
        for (path, count) in self::errors(&after) {
            let old = errors.get(&path).copied().unwrap_or(0);
            assert!(count <= old, "{path}: {count} syntax errors, and {old} before");
        }
        let again = after.mend(fixes, &config).expect("no threads are asked for");
        assert!(again.changes.is_empty(), "{:?}", again.changes);
    }
});

fn errors(report: &Report) -> HashMap<String, usize> {
    let locales = report.projects.iter().flat_map(|project| &project.locales);
    let files = locales.flat_map(|locale| (0..locale.files.len()).filter_map(|index| locale.file(index)));
    files.map(|file| (file.source().path().to_string(), file.errors().len())).collect()
}
