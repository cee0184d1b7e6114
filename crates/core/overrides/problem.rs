//! What is wrong with overrides, and where.

use std::fmt;

use ftlkit::{Diagnostic, Range, Source, Span};

/// One thing that is wrong with an override.
///
/// It displays as one line: `path:line:column: error: message (help) [rule]`. A problem with a whole file or folder has no
/// line and no column.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OverrideProblem {
    /// The path of the file or folder, as the folder that was given joined with what lies in it, with `/` between; or the
    /// name of the text.
    pub path: String,
    /// The line, from 1.
    pub line: Option<u32>,
    /// The column, from 1, in Unicode scalar values.
    pub column: Option<u32>,
    /// The name of the rule that is broken. Where `ftlkit` has a rule, it is that rule's name.
    pub rule: &'static str,
    /// What is wrong: one sentence in lower case, without a final dot.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
}

impl OverrideProblem {
    pub(super) fn new(path: &str, rule: &'static str, message: impl Into<String>) -> Self {
        let (path, message) = (path.to_owned(), message.into());
        Self { path, line: None, column: None, rule, message, help: None }
    }

    pub(super) fn at(self, source: &Source, span: Span) -> Self {
        let start = source.position(span.start);
        Self { line: Some(start.line), column: Some(start.column), ..self }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Names what was probably meant.
    pub(super) fn nearest(self, nearest: Option<impl fmt::Display>) -> Self {
        match nearest {
            Some(nearest) => self.help(format!("did you mean `{nearest}`?")),
            None => self,
        }
    }

    pub(super) fn of_diagnostic(path: &str, found: &Diagnostic) -> Self {
        let start = found.range().map(|Range { start, .. }| start);
        Self {
            line: start.map(|start| start.line),
            column: start.map(|start| start.column),
            help: found.help().map(str::to_owned),
            ..Self::new(path, found.rule(), found.message())
        }
    }

    fn key(&self) -> impl Ord + '_ {
        (&self.path, self.line, self.column, self.rule, &self.message)
    }
}

impl fmt::Display for OverrideProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", OneLine(&self.path))?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": error: {}", OneLine(&self.message))?;
        if let Some(help) = &self.help {
            write!(f, " ({})", OneLine(help))?;
        }
        write!(f, " [{}]", self.rule)
    }
}

/// What came from outside, harmless on a terminal: control characters are escaped.
struct OneLine<'a>(&'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                _ if character.is_control() => write!(f, "{}", character.escape_default())?,
                '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                    write!(f, "{}", character.escape_unicode())?;
                }
                _ => write!(f, "{character}")?,
            }
        }
        Ok(())
    }
}

/// Everything that is wrong with the overrides of a library that was not built.
///
/// It displays as one line for each problem. There is at least one. `Debug` writes the same lines, so that a `main` that
/// returns this error prints something that a person can read.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", Lines(.problems))]
pub struct OverrideError {
    problems: Vec<OverrideProblem>,
}

impl OverrideError {
    pub(super) fn new(problems: Vec<OverrideProblem>) -> Self {
        Self { problems }
    }

    /// The problems, sorted by path, line, column and rule.
    pub fn problems(&self) -> &[OverrideProblem] {
        &self.problems
    }

    /// The problems themselves, in the same order.
    pub fn into_problems(self) -> Vec<OverrideProblem> {
        self.problems
    }
}

impl fmt::Debug for OverrideError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

struct Lines<'a>(&'a [OverrideProblem]);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{problem}")?;
        }
        Ok(())
    }
}

/// Puts problems in order, each once.
pub(super) fn sort(problems: &mut Vec<OverrideProblem>) {
    problems.sort_by(|a, b| a.key().cmp(&b.key()));
    problems.dedup();
}
