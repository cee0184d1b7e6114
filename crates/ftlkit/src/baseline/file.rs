//! The file of a baseline: one finding a line, so that changes are read and merged line by line.

use std::fmt;
use std::path::Path;

use super::{Baseline, Known};
use crate::document::{Document, Table, Value};
use crate::error::Error;
use crate::project::{display_path, read_limited};

const VERSION: &str = "1";

const HEAD: &str = "\
# Findings that `ftlkit check` leaves out, because they were there before. Not to be edited by hand:
#   ftlkit check --baseline FILE --update-baseline            removes what no longer occurs
#   ftlkit check --baseline FILE --update-baseline=rewrite    accepts what is new, too
";

/// The largest file that is read: some hundred thousand findings.
const SIZE: u64 = 64 << 20;

impl Baseline {
    /// Reads the file of a baseline.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, or is none: the error names the place.
    pub fn from_file(path: &Path) -> Result<Self, Error> {
        let fail = |source| Error::ConfigurationFile { path: display_path(path), source };
        let bytes = read_limited(path, SIZE).map_err(fail)?;
        let text = String::from_utf8(bytes).map_err(|_| fail(std::io::Error::other("it is not UTF-8")))?;
        Self::from_toml(path, &text)
    }

    /// Reads the text of such a file.
    ///
    /// # Errors
    ///
    /// As [`from_file`](Self::from_file).
    ///
    /// ```
    /// use std::path::Path;
    ///
    /// let error = ftlkit::Baseline::from_toml(Path::new("b.toml"), "version = 2\n").unwrap_err();
    /// assert_eq!(error.to_string(), "b.toml:1:11: version 2 is not known: expected 1");
    /// ```
    pub fn from_toml(path: &Path, text: &str) -> Result<Self, Error> {
        let shown = display_path(path);
        let document = Document { path: &shown, text };
        if let Some(place) = conflict(text) {
            let message = "a merge left its marks: keep the lines of both sides, and run \
                `ftlkit check --update-baseline`";
            return Err(document.error(place..place, message));
        }
        document.read(|root| {
            let Some(version) = root.get("version") else {
                return Err(root.error("this is no baseline of ftlkit: it has no `version`"));
            };
            if version.integer()? != VERSION {
                return Err(
                    version.error(format!("version {} is not known: expected {VERSION}", version.integer()?))
                );
            }
            root.only(&["findings", "version"])?;
            let findings = root.get("findings").ok_or_else(|| root.error("it has no `findings`"))?;
            let mut baseline = Self::new(path);
            for finding in findings.tables()? {
                let (known, count) = known(&finding)?;
                let total = baseline.known.entry(known).or_default();
                *total = total.saturating_add(count);
            }
            Ok(baseline)
        })
    }
}

/// Where the marks of a merge begin.
fn conflict(text: &str) -> Option<usize> {
    if text.starts_with("<<<<<<<") { Some(0) } else { Some(text.find("\n<<<<<<<")? + 1) }
}

fn known(finding: &Table<'_>) -> Result<(Known, usize), Error> {
    finding.only(&["attribute", "count", "id", "locale", "path", "rule", "text"])?;
    let owned = |key: &str| Ok::<_, Error>(finding.string(key)?.map(str::to_owned));
    let needed = |key: &str| owned(key)?.ok_or_else(|| finding.error(format!("a finding needs `{key}`")));
    let count = finding.get("count").map_or(Ok(1), |value| count(&value))?;
    let known = Known {
        path: needed("path")?,
        locale: owned("locale")?,
        id: owned("id")?,
        attribute: owned("attribute")?,
        rule: needed("rule")?,
        text: finding.get("text").map(|value| fingerprint(&value)).transpose()?,
    };
    Ok((known, count))
}

fn count(value: &Value<'_>) -> Result<usize, Error> {
    let number = value.integer()?;
    let wrong = || value.error(format!("`{number}` is no count: expected a number from 1 to 1000000"));
    number.parse().ok().filter(|count| (1..=1_000_000).contains(count)).ok_or_else(wrong)
}

fn fingerprint(value: &Value<'_>) -> Result<u64, Error> {
    let text = value.string()?;
    let is_fit = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let wrong = || value.error(format!("`{text}` is no fingerprint: expected 16 hexadecimal digits"));
    u64::from_str_radix(text, 16).ok().filter(|_| is_fit).ok_or_else(wrong)
}

/// The text of the file, in an order that only the findings decide.
impl fmt::Display for Baseline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{HEAD}version = {VERSION}\nfindings = [\n")?;
        for (known, count) in self.known() {
            write!(f, "  {{ path = {}", Quoted(&known.path))?;
            let locale = known.locale.as_deref().map(|text| ("locale", text));
            let rule = Some(("rule", known.rule.as_str()));
            let id = known.id.as_deref().map(|text| ("id", text));
            let attribute = known.attribute.as_deref().map(|text| ("attribute", text));
            for (key, text) in [locale, rule, id, attribute].into_iter().flatten() {
                write!(f, ", {key} = {}", Quoted(text))?;
            }
            if let Some(text) = known.text {
                write!(f, ", text = \"{text:016x}\"")?;
            }
            if count > 1 {
                write!(f, ", count = {count}")?;
            }
            f.write_str(" },\n")?;
        }
        f.write_str("]\n")
    }
}

/// A string of TOML.
struct Quoted<'t>(&'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"")?;
        for sign in self.0.chars() {
            match sign {
                '"' | '\\' => write!(f, "\\{sign}")?,
                _ if sign.is_control() => write!(f, "\\u{:04X}", u32::from(sign))?,
                _ => write!(f, "{sign}")?,
            }
        }
        f.write_str("\"")
    }
}
