//! Reads the content while somebody edits its overrides.
//!
//! ```sh
//! cargo run --example reload --features overrides -- FOLDER
//! ```
//!
//! The folder has the files of `locales/`, as far as they replace something: `FOLDER/en/region.ftl`. One thread reads and
//! prints a text; another looks at the folder twice a second, and builds a new library where something has changed. Readers
//! never wait: each of them has the library that was there when it began to read. An edit that is wrong changes nothing, and
//! its problems are printed.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program")]

use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, SystemTime};

use arc_swap::ArcSwap;
use whole_comm::{Library, Locale, OverrideError, RegionId};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return Err("give the folder of the overrides".into());
    };
    // Looked at first, so that a change during the build is one that is seen.
    let before = state(&folder);
    let current = Arc::new(ArcSwap::from_pointee(build(&folder)?));
    let (changed, wait) = mpsc::channel();
    let reader = {
        let current = Arc::clone(&current);
        thread::spawn(move || {
            loop {
                read(&current);
                // Sleeps until there is something new, and ends with the program.
                if wait.recv().is_err() {
                    break;
                }
            }
        })
    };
    watch(&folder, before, || {
        match build(&folder) {
            Ok(library) => current.store(Arc::new(library)),
            Err(error) => return eprintln!("{error}\nthe texts stay as they were"),
        }
        // The reader is gone only if the program is.
        let _ = changed.send(());
    });
    drop(changed);
    reader.join().map_err(|_| "the reader has panicked".into())
}

fn build(folder: &Path) -> Result<Library, OverrideError> {
    Library::builder().folder(folder).build()
}

/// Reads from the library of the moment, and keeps it for as long as it reads.
fn read(current: &ArcSwap<Library>) {
    let library = current.load();
    for edition in library.editions() {
        println!("{}: {}", edition.locale(), edition.region(RegionId::Wallonia).summary());
    }
}

/// Calls `change` each time that a file of the folder is another than before. Never returns; a real program would ask the
/// system to tell it.
fn watch(folder: &Path, mut before: State, change: impl Fn()) {
    loop {
        thread::sleep(Duration::from_millis(500));
        let now = state(folder);
        if now != before {
            before = now;
            change();
        }
    }
}

/// Files with their sizes and times.
type State = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// The files of the folder. What cannot be looked at is said when the library is built.
fn state(folder: &Path) -> State {
    let mut files: Vec<_> = Locale::ALL
        .iter()
        .filter_map(|locale| folder.join(locale.as_str()).read_dir().ok())
        .flatten()
        .flatten()
        .filter_map(|file| {
            let metadata = std::fs::metadata(file.path()).ok()?;
            Some((file.path(), metadata.len(), metadata.modified().ok()))
        })
        .collect();
    files.sort();
    files
}
