//! Reads, parses and analyses the files of a project, in parallel.

use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::{Locale, LocaleFiles, Plan, PlannedFile, Project, ProjectFile};
use crate::error::Fault;
use crate::model::{FileRef, Model};
use crate::parallel;
use crate::source::Source;
use crate::syntax::Limits;

/// Projects with their files, and the files that could not be read.
#[derive(Debug)]
pub struct Loaded {
    /// The projects that have at least one file.
    pub projects: Vec<Project>,
    /// What could not be read.
    pub faults: Vec<Fault>,
}

/// The bytes of a file, or its size if it is too large.
enum Content {
    Bytes(Vec<u8>),
    TooLarge(u64),
}

/// Reads the files of all plans.
///
/// `reference` names the locale to translate from; a project that lacks it chooses its own.
pub fn load(plans: Vec<Plan>, reference: Option<&str>, limits: &Limits) -> Loaded {
    load_with(plans, reference, limits, |file| read(&file.path, limits.file_size))
}

/// Takes the texts of the plans' files from memory, by the paths shown.
pub fn load_texts(
    plans: Vec<Plan>,
    texts: &BTreeMap<&str, &[u8]>,
    reference: Option<&str>,
    limits: &Limits,
) -> Loaded {
    load_with(plans, reference, limits, |file| {
        let bytes = texts.get(&*file.shown).copied().unwrap_or_default();
        let size = bytes.len() as u64;
        Ok(if size > limits.file_size { Content::TooLarge(size) } else { Content::Bytes(bytes.to_vec()) })
    })
}

fn load_with(
    plans: Vec<Plan>,
    reference: Option<&str>,
    limits: &Limits,
    read: impl Fn(&PlannedFile) -> io::Result<Content> + Sync,
) -> Loaded {
    let mut loaded = Loaded { projects: Vec::new(), faults: Vec::new() };
    for plan in plans {
        let wanted = plan.reference.clone();
        let files = parallel::map(plan.files, |file| {
            let content = read(&file);
            (file, content.map(|content| analyse(content, limits)))
        });
        let mut locales = Locales::default();
        let mut awaited = plan.locales;
        for (file, content) in files {
            match content {
                Ok(content) if is_freemarker(&content.text, &content.model) => {}
                Ok(Analysed { text, model }) => {
                    let source = text.with_path(file.shown);
                    locales.push(file.locale, ProjectFile { key: file.key, source, model });
                }
                Err(error) => {
                    loaded.faults.push(Fault { path: file.shown.to_string(), reason: error.to_string() });
                    // The file is there: what it says is unknown, not missing.
                    let source = Source::new(file.shown, String::new());
                    let model = Model::unreadable();
                    locales.push(file.locale, ProjectFile { key: file.key, source, model });
                }
            }
        }
        let mut locales = locales.finish();
        // A locale that was promised and has no file at all has everything missing.
        awaited.retain(|_| !locales.is_empty());
        for locale in awaited {
            if !locales.keys().any(|(tag, _)| tag == locale.tag()) {
                locales.insert((locale.tag().to_owned(), locale.spelling().to_owned()), (locale, Vec::new()));
            }
        }
        let locales: Vec<LocaleFiles> = locales
            .into_values()
            .map(|(locale, mut files)| {
                files.sort_by(|a, b| a.key.cmp(&b.key));
                LocaleFiles { locale, files }
            })
            .collect();
        if !locales.is_empty() {
            let reference = choose_reference(&locales, reference, wanted.as_deref());
            loaded.projects.push(Project {
                root: plan.root,
                layouts: plan.layouts,
                locales,
                reference,
                scope: plan.scope,
                strays: Vec::new(),
                shared: HashSet::new(),
                fallback: plan.fallback,
                here: plan.here,
            });
        }
    }
    loaded
}

/// Takes the ids that a file defines; none where it is too large, or no Fluent file.
pub(crate) fn ids_of(bytes: Vec<u8>, limits: &Limits) -> Vec<String> {
    if bytes.len() as u64 > limits.file_size {
        return Vec::new();
    }
    let Analysed { text, model } = analyse(Content::Bytes(bytes), limits);
    if is_freemarker(&text, &model) {
        return Vec::new();
    }
    FileRef::new(&text, &model, 0).entries().map(|entry| entry.id().to_owned()).collect()
}

/// The files of locales, by tag and spelling.
#[derive(Default)]
struct Locales {
    /// Most files have the locale of the file before them.
    last: Option<(Locale, Vec<ProjectFile>)>,
    all: BTreeMap<(String, String), (Locale, Vec<ProjectFile>)>,
}

impl Locales {
    fn push(&mut self, locale: Locale, file: ProjectFile) {
        let is_same = |last: &Locale| last.tag() == locale.tag() && last.spelling() == locale.spelling();
        match &mut self.last {
            Some((last, files)) if is_same(last) => files.push(file),
            _ => {
                self.keep();
                self.last = Some((locale, vec![file]));
            }
        }
    }

    fn keep(&mut self) {
        let Some((locale, files)) = self.last.take() else { return };
        let key = (locale.tag().to_owned(), locale.spelling().to_owned());
        self.all.entry(key).or_insert_with(|| (locale, Vec::new())).1.extend(files);
    }

    fn finish(mut self) -> BTreeMap<(String, String), (Locale, Vec<ProjectFile>)> {
        self.keep();
        self.all
    }
}

struct Analysed {
    text: Source,
    model: Model,
}

fn analyse(content: Content, limits: &Limits) -> Analysed {
    match content {
        Content::Bytes(bytes) => {
            let text = Source::from_bytes("", bytes);
            let model = Model::new(&text, limits);
            Analysed { text, model }
        }
        Content::TooLarge(size) => {
            Analysed { text: Source::new("", String::new()), model: Model::too_large(size) }
        }
    }
}

fn read(path: &Path, limit: u64) -> io::Result<Content> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let size = metadata.len();
    if size > limit {
        return Ok(Content::TooLarge(size));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    // The file may have grown since.
    let read = file.take(limit + 1).read_to_end(&mut bytes)? as u64;
    Ok(if read > limit { Content::TooLarge(read) } else { Content::Bytes(bytes) })
}

/// Reads a small file: one that says where translations are.
pub(crate) fn read_small(path: &Path) -> io::Result<Vec<u8>> {
    read_limited(path, 1 << 20)
}

/// Reads a file that has at most so many bytes.
pub(crate) fn read_limited(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    match read(path, limit)? {
        Content::Bytes(bytes) => Ok(bytes),
        Content::TooLarge(size) => Err(io::Error::other(format!("it is too large, with {size} bytes"))),
    }
}

/// Templates of `FreeMarker` have the same ending.
pub(crate) fn is_freemarker(source: &Source, model: &Model) -> bool {
    let has_directive = || ["<#", "</#", "<@"].iter().any(|directive| source.text().contains(directive));
    model.errors.len() > model.entries.len() && has_directive()
}

/// Configuration, else `templates`, else the largest of en, en-US, en-GB, else the most complete.
fn choose_reference(locales: &[LocaleFiles], asked: Option<&str>, written: Option<&str>) -> usize {
    let named = |name: &str| {
        let tag = name.replace('_', "-");
        locales.iter().position(|files| {
            files.locale.spelling() == name || files.locale.tag().eq_ignore_ascii_case(&tag)
        })
    };
    let size = |index: &usize| -> usize {
        let files = locales.get(*index).map(|locale| locale.files.as_slice()).unwrap_or_default();
        files.iter().map(|file| file.model.unit_count()).sum()
    };
    // The first of those with the same size.
    let largest = |indices: &mut dyn Iterator<Item = usize>| {
        indices.max_by_key(|index| (size(index), std::cmp::Reverse(*index)))
    };
    asked
        .and_then(named)
        .or_else(|| written.and_then(named))
        .or_else(|| locales.iter().position(|files| files.locale.is_template()))
        .or_else(|| largest(&mut ["en", "en-US", "en-GB"].into_iter().filter_map(named)))
        .or_else(|| largest(&mut (0..locales.len())))
        .unwrap_or(0)
}
