//! Projects that configuration files of other tools describe, one project a file.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::described::Description;
use super::discover::Discovery;
use super::walk::Found;
use super::{crowdin_yml, i18n_toml, l10n_toml, resolve};
use crate::error::{Error, Fault};

/// What is known of a configuration file.
struct Setting {
    shown: String,
    description: Description,
}

/// Makes plans of what configuration files describe; `claimed` takes their files, `aside` those that they
/// describe and do not want.
///
/// Where several files describe the same translations, those that a program reads come before those that a
/// translation service reads.
pub(super) fn plan(
    base: &str,
    settings: Vec<(String, PathBuf)>,
    files: &mut Vec<(String, PathBuf)>,
    [claimed, aside]: [&mut HashSet<String>; 2],
    discovery: &mut Discovery,
    more: &dyn Fn(&str) -> Option<Found>,
    read: &dyn Fn(&Path) -> std::io::Result<String>,
) {
    if settings.is_empty() {
        return;
    }
    let mut described: [Vec<Setting>; 3] = Default::default();
    let mut included = HashSet::new();
    for (shown, path) in settings {
        let text = match read(&path) {
            Ok(text) => text,
            Err(error) => {
                discovery.faults.push(Fault { path: shown, reason: error.to_string() });
                continue;
            }
        };
        let other = |path: &str| {
            let fail = |source| Error::ConfigurationFile { path: path.to_owned(), source };
            read(Path::new(path)).map_err(fail)
        };
        let name = shown.rsplit('/').next().unwrap_or_default();
        let (kind, result) = match name {
            "i18n.toml" => (0, i18n_toml::read(&shown, &text)),
            name if name.starts_with("l10n") => (1, l10n_toml::read(&shown, &text, &other, &mut included)),
            _ => (2, crowdin_yml::read(&shown, &text)),
        };
        match (result, described.get_mut(kind)) {
            (Ok(Some(description)), Some(list)) => list.push(Setting { shown, description }),
            (Ok(_), _) => {}
            (Err(error), _) => discovery.faults.push(fault(shown, &error)),
        }
    }
    let [embedded, mut mozilla, crowdin] = described;
    mozilla.retain(|setting| !included.contains(&setting.shown));
    let settings: Vec<Setting> = embedded.into_iter().chain(merged(mozilla)).chain(crowdin).collect();
    let mut known: HashSet<String> = files.iter().map(|(shown, _)| shown.clone()).collect();
    for folder in settings.iter().map(|setting| setting.description.base.as_str()) {
        if !is_below(folder, base) {
            let Some(found) = more(folder) else { continue };
            discovery.faults.extend(found.faults);
            let shown = |relative: String| resolve(folder, &relative);
            let new = found.files.into_iter().map(|(relative, path)| (shown(relative), path));
            files.extend(new.filter(|(shown, _)| known.insert(shown.clone())));
        }
    }
    for Setting { description, .. } in settings {
        discovery.plans.extend(description.plan(files, claimed, aside, &mut discovery.flaws));
    }
}

/// Several files may describe parts of what is one folder: they are one project.
fn merged(settings: Vec<Setting>) -> Vec<Setting> {
    let mut merged: Vec<Setting> = Vec::new();
    for setting in settings {
        match merged.iter_mut().find(|other| other.description.base == setting.description.base) {
            Some(other) => other.description.merge(setting.description),
            None => merged.push(setting),
        }
    }
    merged
}

fn is_below(folder: &str, base: &str) -> bool {
    let outside = folder.starts_with('/') || folder == ".." || folder.starts_with("../");
    if base.is_empty() { !outside } else { format!("{folder}/").starts_with(base) }
}

fn fault(path: String, error: &Error) -> Fault {
    let reason = match error {
        Error::Configuration { path: inner, line, column, message } if *inner == path => {
            format!("line {line}, column {column}: {message}")
        }
        other => other.to_string(),
    };
    Fault { path, reason }
}
