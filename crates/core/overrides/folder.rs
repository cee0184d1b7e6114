//! Reads a folder of overrides: `<folder>/<locale>/<file>.ftl`, and nothing below that.
//!
//! Whoever copies `locales/` copies its README, and editors leave copies of their own: what is no file of Fluent is passed over.
//! What looks as if it was meant to be read, and is not, is a problem.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::problem::OverrideProblem;
use super::{FILE_SIZE, Input, file_names};
use crate::Locale;

/// Reads all files of a folder, and says what is not one of them.
pub(super) fn read(folder: &Path, inputs: &mut Vec<Input>, problems: &mut Vec<OverrideProblem>) {
    let names = match names_in(folder) {
        Ok(names) => names,
        Err(error) => return problems.push(unreadable(folder, &error)),
    };
    for name in names {
        let path = folder.join(&name);
        let known = Locale::ALL.iter().copied().find(|locale| name.to_str() == Some(locale.as_str()));
        let Some(locale) = known else {
            if is_folder(&path) {
                problems.push(unknown_locale(&path, &name));
            } else if is_of_fluent(&name) {
                let problem = OverrideProblem::new(
                    &shown(&path),
                    "extra-file",
                    "the file is in no folder of a language",
                );
                problems.push(problem.help(format!("move it into one of: {}", known_locales())));
            }
            continue;
        };
        match names_in(&path) {
            Ok(names) => read_locale(&path, locale, names, inputs, problems),
            Err(error) => problems.push(unreadable(&path, &error)),
        }
    }
}

fn read_locale(
    folder: &Path,
    locale: Locale,
    names: Vec<std::ffi::OsString>,
    inputs: &mut Vec<Input>,
    problems: &mut Vec<OverrideProblem>,
) {
    for name in names {
        let path = folder.join(&name);
        let stem = name.to_str().and_then(|name| name.strip_suffix(".ftl"));
        let Some(file) = file_names().find(|file| Some(*file) == stem) else {
            problems.extend(unknown_file(&path, &name));
            continue;
        };
        match read_file(&path) {
            Ok(Content::Bytes(bytes)) => {
                inputs.push(Input { path: shown(&path), locale, file: Some(file), bytes });
            }
            Ok(Content::TooLarge) => {
                let message = format!("file of more than {FILE_SIZE} bytes is not read");
                let problem = OverrideProblem::new(&shown(&path), "file-too-large", message);
                problems.push(problem.help("replace less: each embedded file has a few kilobytes"));
            }
            Err(error) => problems.push(unreadable(&path, &error)),
        }
    }
}

/// The names in a folder in the order of the alphabet. Names that start with a dot belong to editors and to the system.
fn names_in(folder: &Path) -> io::Result<Vec<std::ffi::OsString>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// What a file holds, where that is not more than is taken.
enum Content {
    Bytes(Vec<u8>),
    TooLarge,
}

/// Reads a file, up to one byte more than is taken, whatever size it is said to have.
fn read_file(path: &Path) -> io::Result<Content> {
    // Asked before the file is opened: opening a pipe waits for somebody to write to it.
    let kind = fs::metadata(path)?.file_type();
    if !kind.is_file() {
        let what = if kind.is_dir() { "it is a folder" } else { "it is no regular file" };
        return Err(io::Error::other(what));
    }
    let file = File::open(path)?;
    let before = file.metadata()?;
    let mut bytes = Vec::new();
    (&file).take(FILE_SIZE + 1).read_to_end(&mut bytes)?;
    let after = file.metadata()?;
    if bytes.len() as u64 > FILE_SIZE {
        return Ok(Content::TooLarge);
    }
    let is_same = before.len() == after.len() && before.modified().ok() == after.modified().ok();
    if is_same { Ok(Content::Bytes(bytes)) } else { Err(io::Error::other("it changed while it was read")) }
}

fn unreadable(path: &Path, error: &io::Error) -> OverrideProblem {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::NotADirectory => "it is no folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission is denied".to_owned(),
        _ => error.to_string(),
    };
    OverrideProblem::new(&shown(path), "unreadable", format!("cannot be read: {reason}"))
}

fn known_locales() -> String {
    Locale::ALL.iter().map(|locale| locale.as_str()).collect::<Vec<_>>().join(", ")
}

fn unknown_locale(path: &Path, name: &OsStr) -> OverrideProblem {
    let known = Locale::ALL.iter().map(|locale| locale.as_str());
    let name = name.to_string_lossy();
    let message = format!("unknown locale `{name}`, expected one of: {}", known_locales());
    // `fr-BE` is no slip of two letters, but it is clear what it means.
    let language = name.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let meant = known.clone().find(|known| *known == language).or_else(|| ftlkit::nearest(&name, known));
    OverrideProblem::new(&shown(path), "unknown-locale", message).nearest(meant)
}

/// A file or folder that is not read, where it seems that it should be.
fn unknown_file(path: &Path, name: &OsStr) -> Option<OverrideProblem> {
    let is_fluent = is_of_fluent(name);
    let name = name.to_string_lossy();
    let known: Vec<String> = file_names().map(|file| format!("{file}.ftl")).collect();
    let known = || known.iter().map(String::as_str);
    // What some programs make of a name when they save a file.
    let saved = name.strip_suffix(".txt").and_then(|name| known().find(|known| *known == name));
    // Copies that editors leave behind.
    if name.ends_with('~') || name.starts_with('#') {
        return None;
    }
    let lower = || known().find(|known| name.eq_ignore_ascii_case(known));
    let meant = saved.or_else(lower).or_else(|| ftlkit::nearest(&name, known()));
    let problem = |message| OverrideProblem::new(&shown(path), "extra-file", message);
    match meant {
        Some(_) => Some(problem(format!("unknown file `{name}`")).nearest(meant)),
        None if is_fluent => {
            let expected = format!("expected one of: {}", known().collect::<Vec<_>>().join(", "));
            Some(problem(format!("unknown file `{name}`")).help(expected))
        }
        None if is_folder(path) => Some(
            problem(format!("folder `{name}` is not read"))
                .help("files lie in the folder of their language itself"),
        ),
        None => None,
    }
}

fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

fn is_of_fluent(name: &OsStr) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ftl"))
}

/// A path with `/`, as problems show it.
fn shown(path: &Path) -> String {
    let path = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        path.into_owned()
    } else {
        path.replace(std::path::MAIN_SEPARATOR, "/")
    }
}
