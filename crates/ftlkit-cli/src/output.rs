//! Where reports go: which format, to standard output or to a file, and how a file is written whole.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::ValueEnum;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};

use crate::files::Draft;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Findings with the lines they are about
    Full,
    /// One finding a line
    Concise,
    /// One JSON document
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// A report of code quality for GitLab
    Gitlab,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    #[value(help = "JUnit XML, for servers that show tests")]
    Junit,
    /// A comment on a pull request
    Markdown,
    /// The format of reviewdog, with fixes as suggestions
    Rdjson,
}

impl Format {
    /// The name as it is typed.
    fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Concise => "concise",
            Self::Json => "json",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
            Self::Markdown => "markdown",
            Self::Rdjson => "rdjson",
        }
    }
}

/// A format, and where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Output {
    pub(crate) format: Format,
    pub(crate) file: Option<PathBuf>,
}

impl FromStr for Output {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, file) = match text.split_once('=') {
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (text, None),
        };
        let format = Format::from_str(name, false).map_err(|_| {
            let names: Vec<String> =
                Format::value_variants().iter().map(|format| format!("`{}`", format.name())).collect();
            format!("unknown format `{name}`: expected one of {}", names.join(", "))
        })?;
        if file.as_ref().is_some_and(|file| file.as_os_str().is_empty()) {
            return Err(format!("`{text}` names no file: write `{name}=FILE`"));
        }
        Ok(Self { format, file })
    }
}

/// Reads `FORMAT` or `FORMAT=FILE`, and tells help pages and shells which formats there are.
#[derive(Debug, Clone)]
pub(crate) struct OutputParser;

impl TypedValueParser for OutputParser {
    type Value = Output;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Output, clap::Error> {
        StringValueParser::new().try_map(|text| text.parse::<Output>()).parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue>>> {
        Some(Box::new(Format::value_variants().iter().filter_map(ValueEnum::to_possible_value)))
    }
}

/// Makes sure that a file which is written whole is none of those that are read: a translation, or a configuration.
pub(crate) fn verify_target(path: &Path) -> Result<(), String> {
    let refuse = |what| {
        let path = path.display();
        Err(format!("`{path}` would be overwritten, and has the name of a {what}: give another name"))
    };
    // What a link points to is what would be overwritten.
    let target = path.canonicalize().ok();
    for path in target.as_deref().into_iter().chain([path]) {
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ftl")) {
            return refuse("translation");
        }
        let name = path.file_name().unwrap_or_default();
        if [ftlkit::FILE_NAME, "Cargo.toml"].iter().any(|reserved| name.eq_ignore_ascii_case(reserved)) {
            return refuse("configuration file");
        }
    }
    Ok(())
}

/// Makes sure that no two reports go to the same place, and none to that of a file which is read.
pub(crate) fn verify(outputs: &[Output]) -> Result<(), String> {
    outputs.iter().filter_map(|output| output.file.as_deref()).try_for_each(verify_target)?;
    for (index, output) in outputs.iter().enumerate() {
        let Some(earlier) = outputs.iter().take(index).find(|earlier| earlier.file == output.file) else {
            continue;
        };
        let (first, second) = (earlier.format.name(), output.format.name());
        return Err(match &output.file {
            Some(file) => format!("the reports `{first}` and `{second}` both go to `{}`", file.display()),
            None => format!(
                "the reports `{first}` and `{second}` both go to standard output: write `{second}=FILE`"
            ),
        });
    }
    Ok(())
}

/// Writes a file whole or not at all: readers see the old content or the new one, never a part.
pub(crate) fn write_whole(
    path: &Path,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    // What a link points to is replaced, not the link.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let old = fs::metadata(&path).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        // A device or a pipe cannot be replaced; a folder gives an error that says so.
        return fill(&OpenOptions::new().write(true).open(&path)?, content);
    }
    let draft = Draft::beside(&path, old.as_ref())?;
    fill(draft.file(), content)?;
    draft.place(&path)
}

/// Makes sure that [`write_whole`] can put a file in the place of another one, as far as that can be known without doing it.
pub(crate) fn verify_writable(path: &Path) -> io::Result<()> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&path).ok() {
        Some(old) if !old.is_file() => OpenOptions::new().write(true).open(&path).map(drop),
        old => Draft::beside(&path, old.as_ref()).map(drop),
    }
}

fn fill(file: &File, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut writer = BufWriter::new(file);
    content(&mut writer)?;
    writer.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_have_the_names_that_are_typed() {
        for format in Format::value_variants() {
            let value = format.to_possible_value().unwrap();
            assert_eq!(value.get_name(), format.name());
            assert_eq!(format.name().parse(), Ok(Output { format: *format, file: None }));
        }
    }

    #[test]
    fn a_format_may_name_a_file() {
        let output: Output = "json=a=b.json".parse().unwrap();
        assert_eq!(output, Output { format: Format::Json, file: Some(PathBuf::from("a=b.json")) });
        assert_eq!("json=".parse::<Output>().unwrap_err(), "`json=` names no file: write `json=FILE`");
        let error = "yaml=x".parse::<Output>().unwrap_err();
        assert!(error.starts_with("unknown format `yaml`: expected one of `full`, `concise`"), "{error}");
    }

    #[test]
    fn two_reports_need_two_places() {
        let parse =
            |texts: &[&str]| -> Vec<Output> { texts.iter().map(|text| text.parse().unwrap()).collect() };
        assert_eq!(verify(&parse(&["full", "json=a", "sarif=b"])), Ok(()));
        assert_eq!(
            verify(&parse(&["full", "json"])).unwrap_err(),
            "the reports `full` and `json` both go to standard output: write `json=FILE`"
        );
        assert_eq!(
            verify(&parse(&["json=a", "sarif=a"])).unwrap_err(),
            "the reports `json` and `sarif` both go to `a`"
        );
    }

    #[test]
    fn files_that_are_read_are_no_targets() {
        for target in ["i18n/fr/x.ftl", "X.FTL", "ftlkit.toml", "sub/Cargo.toml"] {
            let output = format!("json={target}").parse().unwrap();
            let error = verify(&[output]).unwrap_err();
            assert!(error.starts_with(&format!("`{target}` would be overwritten")), "{error}");
        }
        assert_eq!(verify_target(Path::new("ftlkit-baseline.toml")), Ok(()));
        assert_eq!(verify_target(Path::new("x.ftl.json")), Ok(()));
    }

    #[test]
    fn a_file_stays_as_it_was_where_its_writing_fails() {
        let folder = std::env::temp_dir().join(format!("ftlkit-output-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("report.json");
        write_whole(&path, |out| out.write_all(b"old")).unwrap();
        let failed = write_whole(&path, |out| {
            out.write_all(b"half of the new")?;
            Err(io::Error::other("no more"))
        });
        assert!(failed.is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        write_whole(&path, |out| out.write_all(b"new")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "a draft was left behind");
        fs::remove_dir_all(&folder).unwrap();
    }
}
