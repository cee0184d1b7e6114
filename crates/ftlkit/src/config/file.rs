//! The configuration file: `ftlkit.toml`, or a table in `Cargo.toml`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Config, Domain, FrenchSpacing, Ignored, Override, Quotes, keys, rule_settings};
use crate::document::{Document, Table, Value, unknown};
use crate::error::Error;
use crate::glob::Glob;
use crate::project::{Locale, display_path, here, relative, resolve};

/// The name of the file.
pub const FILE_NAME: &str = "ftlkit.toml";

/// The tables of `Cargo.toml` that say the same.
const METADATA: [[&str; 3]; 2] = [["workspace", "metadata", "ftlkit"], ["package", "metadata", "ftlkit"]];

impl Config {
    /// Looks for the configuration of a folder: in it, or in those above it up to that of the repository.
    ///
    /// Gives the path as shown to people, and what the file says.
    ///
    /// # Errors
    ///
    /// Where there is a file that cannot be read, or that says what it cannot mean.
    pub fn find(folder: &Path) -> Result<Option<(String, Self)>, Error> {
        let (folder, is_absolute) =
            (std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()), folder.is_absolute());
        // As the folder was given: what is above a relative one is relative too.
        let given = |path: PathBuf| {
            if is_absolute { path } else { PathBuf::from(relative(&here(), &path.to_string_lossy())) }
        };
        for folder in folder.ancestors() {
            for name in [FILE_NAME, "Cargo.toml"] {
                let path = given(folder.join(name));
                if path.is_file()
                    && let Some(config) = read(&path)?
                {
                    return Ok(Some((display_path(&path), config)));
                }
            }
            if folder.join(".git").exists() {
                return Ok(None);
            }
        }
        Ok(None)
    }

    /// Reads a configuration file.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, or says what it cannot mean: the error names the place.
    pub fn from_file(path: &Path) -> Result<Self, Error> {
        let missing = || {
            let source = std::io::Error::other("it has no table `[workspace.metadata.ftlkit]`");
            Error::ConfigurationFile { path: display_path(path), source }
        };
        read(path)?.ok_or_else(missing)
    }

    /// Reads the text of a configuration file. Patterns of paths are relative to the working directory.
    ///
    /// # Errors
    ///
    /// Where it says what it cannot mean: the error names the place.
    ///
    /// ```
    /// let config = ftlkit::Config::from_toml("ftlkit.toml", "required = [\"fr\"]\n")?;
    /// assert!(!config.is_required("nl"));
    /// let error = ftlkit::Config::from_toml("ftlkit.toml", "\nrequird = [\"fr\"]\n").unwrap_err();
    /// assert_eq!(error.to_string(), "ftlkit.toml:2:1: unknown key `requird`: did you mean `required`?");
    /// # Ok::<(), ftlkit::Error>(())
    /// ```
    pub fn from_toml(path: &str, text: &str) -> Result<Self, Error> {
        Document { path, text }.read(|root| config(&root, ""))
    }
}

/// Reads a file; of a `Cargo.toml` its tables, if there is one.
fn read(path: &Path) -> Result<Option<Config>, Error> {
    let shown = match display_path(path) {
        here if here.is_empty() => ".".to_owned(),
        shown => shown,
    };
    let fail = |source| Error::ConfigurationFile { path: shown.clone(), source };
    let bytes = crate::project::read_small(path).map_err(fail)?;
    let text = String::from_utf8(bytes).map_err(|_| fail(std::io::Error::other("it is not UTF-8")))?;
    let is_manifest = path.file_name().is_some_and(|name| name == "Cargo.toml");
    // Most manifests say nothing about translations.
    if is_manifest && !text.contains("ftlkit") {
        return Ok(None);
    }
    let folder: PathBuf =
        std::path::absolute(path).ok().and_then(|path| Some(path.parent()?.to_owned())).unwrap_or_default();
    let folder = folder.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    let mut config = Document { path: &shown, text: &text }.read(|root| {
        if !is_manifest {
            return config(&root, &folder).map(Some);
        }
        let mut found = None;
        for [first, second, third] in METADATA {
            let table = root.maybe_table(first).and_then(|table| table.maybe_table(second));
            let Some(value) = table.and_then(|table| table.get(third)) else { continue };
            if found.is_some() {
                return Err(value.error("a package and its workspace cannot both configure `ftlkit`"));
            }
            found = Some(config(&value.table()?, &folder)?);
        }
        Ok(found)
    })?;
    if let Some(config) = &mut config {
        config.here = here();
    }
    Ok(config)
}

fn config(root: &Table<'_>, folder: &str) -> Result<Config, Error> {
    root.only(&keys::names())?;
    let mut config = Config::default();
    if let Some(reference) = root.get("reference") {
        config.reference = Some(locale(&reference)?);
    }
    if let Some(list) = root.get("locales") {
        config.locales = locales(&list)?;
    }
    if let Some(list) = root.get("required") {
        config.required = Some(locales(&list)?);
    }
    if let Some(file) = root.get("baseline") {
        if file.string()?.is_empty() {
            return Err(file.error("`baseline` names no file"));
        }
        config.baseline = Some(PathBuf::from(resolve(folder, file.string()?)));
    }
    if let Some(list) = root.get("functions") {
        config.functions = list.list()?.iter().map(function).collect::<Result<_, _>>()?;
    }
    if let Some(value) = root.get("french-spacing") {
        config.french_spacing = match value.string()? {
            "any" => FrenchSpacing::Any,
            "exact" => FrenchSpacing::Exact,
            other => return Err(value.error(unknown("value", other, &["any", "exact"]))),
        };
    }
    if let Some(value) = root.get("typography") {
        config.typography.exact = match value.string()? {
            "consistent" => false,
            "exact" => true,
            other => return Err(value.error(unknown("value", other, &["consistent", "exact"]))),
        };
    }
    for (name, value) in by_locale(root, "varieties")? {
        config.typography.varieties.insert(name, tag(&value)?);
    }
    for (name, value) in by_locale(root, "quotation-marks")? {
        config.typography.quotation_marks.insert(name, quotation_marks(&value)?);
    }
    if let Some(rules) = root.table("rules")? {
        let (levels, options) = rule_settings::settings(&rules)?;
        config.overrides.push(Override { levels, ..Override::default() });
        config.options = options;
        config.limits = rule_settings::limits(&config);
    }
    for table in root.tables("overrides")? {
        table.only(&["locales", "paths", "rules"])?;
        let rules = table.table("rules")?.ok_or_else(|| table.error("an override needs `rules`"))?;
        let (locales, paths) = scope(&table, folder)?;
        config.overrides.push(Override { locales, paths, levels: rule_settings::levels(&rules)? });
    }
    let mut source = None;
    for table in root.tables("ignore")? {
        table.only(&["ids", "locales", "paths", "reason", "rules"])?;
        let ids = table.get("ids").ok_or_else(|| table.error("what is ignored needs `ids`"))?;
        let (locales, paths) = scope(&table, folder)?;
        let rules = table.get("rules").map(|value| value.list()).transpose()?.unwrap_or_default();
        table.string("reason")?;
        let place = Some((Arc::clone(source.get_or_insert_with(|| Arc::new(table.source()))), ids.span()));
        config.ignored.push(Ignored {
            place,
            ids: ids.list()?.iter().map(|id| Ok(Glob::new(id.string()?))).collect::<Result<_, Error>>()?,
            locales,
            paths,
            rules: rules.iter().map(rule).collect::<Result<_, _>>()?,
        });
    }
    for table in root.tables("domains")? {
        table.only(&["name", "paths"])?;
        let name = table.string("name")?.ok_or_else(|| table.error("a domain needs a `name`"))?;
        let (_, paths) = scope(&table, folder)?;
        if paths.is_empty() {
            return Err(table.error("a domain needs `paths`"));
        }
        config.domains.push(Domain { name: name.to_owned(), paths });
    }
    Ok(config)
}

/// The values of a table whose keys are locales, with their canonical tags.
fn by_locale<'t>(root: &Table<'t>, key: &str) -> Result<Vec<(String, Value<'t>)>, Error> {
    let Some(table) = root.table(key)? else { return Ok(Vec::new()) };
    let entry = |(name, span, value)| match Locale::parse(name) {
        Some(locale) => Ok((locale.tag().to_owned(), value)),
        None => Err(table.error_at(span, no_locale(name))),
    };
    table.entries().map(entry).collect()
}

fn tag(value: &Value<'_>) -> Result<String, Error> {
    let name = value.string()?;
    let locale = Locale::parse(name).ok_or_else(|| value.error(no_locale(name)))?;
    Ok(locale.tag().to_owned())
}

/// Two pairs of marks: around a quotation, and around one inside it.
fn quotation_marks(value: &Value<'_>) -> Result<[Quotes; 2], Error> {
    let pair = |item: &Value<'_>| {
        let text = item.string()?;
        let mut marks = text.chars();
        match (marks.next(), marks.next(), marks.next()) {
            (Some(open), Some(close), None) => Ok(Quotes { open, close }),
            _ => Err(item.error(format!("`{text}` is no pair of marks: expected two such as `“”`"))),
        }
    };
    match value.list()?.as_slice() {
        [outer, inner] => Ok([pair(outer)?, pair(inner)?]),
        _ => Err(value.error("expected two pairs of marks: the outer one and the inner one")),
    }
}

fn no_locale(name: &str) -> String {
    format!("`{name}` is no locale: expected a tag such as `nl` or `pt-BR`")
}

/// The locales and the paths that a table is about.
fn scope(table: &Table<'_>, folder: &str) -> Result<(Vec<String>, Vec<Glob>), Error> {
    let names = table.get("locales").map(|list| locales(&list)).transpose()?.unwrap_or_default();
    let paths = table.get("paths").map(|value| value.list()).transpose()?.unwrap_or_default();
    let glob = |value: &Value<'_>| Ok(Glob::new(&resolve(folder, value.string()?)));
    Ok((names, paths.iter().map(glob).collect::<Result<_, Error>>()?))
}

fn rule(value: &Value<'_>) -> Result<String, Error> {
    let name = value.string()?;
    crate::rules::resolve(name).map_err(|error| value.error(error.to_string()))?;
    Ok(name.to_owned())
}

fn locales(value: &Value<'_>) -> Result<Vec<String>, Error> {
    value.list()?.iter().map(locale).collect()
}

fn locale(value: &Value<'_>) -> Result<String, Error> {
    let name = value.string()?;
    if Locale::parse(name).is_none() && name != "templates" {
        return Err(value.error(no_locale(name)));
    }
    Ok(name.to_owned())
}

fn function(value: &Value<'_>) -> Result<String, Error> {
    let name = value.string()?;
    let is_fit = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
    if !name.starts_with(|first: char| first.is_ascii_uppercase()) || !name.bytes().all(is_fit) {
        return Err(value.error(format!("`{name}` is no name of a function: expected one such as `NUMBER`")));
    }
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refuses(text: &str, expected: &str) {
        let error = Config::from_toml("f.toml", text).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn keys_that_mean_nothing_are_errors_with_the_nearest() {
        refuses("refrence = \"nl\"\n", "f.toml:1:1: unknown key `refrence`: did you mean `reference`?");
        refuses(
            "[[ignore]]\nids = []\nlocale = \"nl\"\n",
            "f.toml:3:1: unknown key `locale`: did you mean `locales`?",
        );
        refuses(
            "[[overrides]]\nxyz = 1\n",
            "f.toml:2:1: unknown key `xyz`: expected one of `locales`, `paths`, `rules`",
        );
        refuses(
            "[rules]\nmising-file = \"off\"\n",
            "f.toml:2:1: unknown rule or group `mising-file`: did you mean `missing-file`?",
        );
    }

    #[test]
    fn values_are_checked_too() {
        refuses("reference = 5\n", "f.toml:1:13: `reference` must be a string, not an integer");
        refuses("required = \"fr\"\n", "f.toml:1:12: `required` must be a list, not a string");
        refuses(
            "required = [\"fr\", \"french\"]\n",
            "f.toml:1:19: `french` is no locale: expected a tag such as `nl` or `pt-BR`",
        );
        refuses(
            "[rules]\nparity = \"warn\"\n",
            "f.toml:2:10: unknown severity `warn`: expected one of `error`, `warning`, `info`, `off`",
        );
        refuses(
            "functions = [\"number\"]\n",
            "f.toml:1:14: `number` is no name of a function: expected one such as `NUMBER`",
        );
        refuses("french-spacing = \"exakt\"\n", "f.toml:1:18: unknown value `exakt`: did you mean `exact`?");
        refuses("baseline = \"\"\n", "f.toml:1:12: `baseline` names no file");
        refuses(
            "typography = \"strict\"\n",
            "f.toml:1:14: unknown value `strict`: expected one of `consistent`, `exact`",
        );
        refuses(
            "[varieties]\nfrench = \"fr-BE\"\n",
            "f.toml:2:1: `french` is no locale: expected a tag such as `nl` or `pt-BR`",
        );
        refuses(
            "[quotation-marks]\nnl = [\"“”\", \"‘\"]\n",
            "f.toml:2:13: `‘` is no pair of marks: expected two such as `“”`",
        );
        refuses(
            "[quotation-marks]\nnl = [\"“”\"]\n",
            "f.toml:2:6: expected two pairs of marks: the outer one and the inner one",
        );
        refuses("[[domains]]\nname = \"a\"\n", "f.toml:1:1: a domain needs `paths`");
        assert!(Config::from_toml("f.toml", "a = \n").unwrap_err().to_string().starts_with("f.toml:1:5: "));
    }
}
