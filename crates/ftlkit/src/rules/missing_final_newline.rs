//! `missing-final-newline`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::FileRef;
use crate::source::Span;

pub(super) struct MissingFinalNewline;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for files whose last line has no end.",
    why: "What is appended to such a file becomes part of its last text, and each change shows a line that nobody has touched.",
    bad: &[("i18n/en/main.ftl", "hello = Hello\n"), ("i18n/nl/main.ftl", "hello = Hallo")],
    good: &[("i18n/en/main.ftl", "hello = Hello\n"), ("i18n/nl/main.ftl", "hello = Hallo\n")],
    fix: "Safe: a line end is added, of the kind that most lines of the file have.",
};

impl Rule for MissingFinalNewline {
    fn name(&self) -> &'static str {
        "missing-final-newline"
    }

    fn group(&self) -> Group {
        Group::Syntax
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::files()
    }

    fn check_file<'a>(&self, _context: Context<'a>, file: FileRef<'a>, sink: &mut Sink<'_>) {
        let text = file.source().text();
        if text.is_empty() || text.ends_with('\n') {
            return;
        }
        let span = Span::at(u32::try_from(text.len()).unwrap_or(u32::MAX));
        sink.report(
            Finding::at(file, span, "the last line has no end").help("end the file with a line end").fix(
                "add a line end",
                true,
                file,
                [(span, file.source().line_end().to_owned())],
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "missing-final-newline";

    #[test]
    fn the_end_of_the_file_is_the_place() {
        let found = "2:6: info: the last line has no end; help: end the file with a line end";
        check_pair(RULE, "a = A\n", "a = A\nb = é", &[found]);
        check_pair(RULE, "a = A\n", "a = A\n", &[]);
        check_pair(RULE, "a = A\n", "", &[]);
    }

    #[test]
    fn the_file_keeps_its_line_ends() {
        check_fix(RULE, "a = A\n", "a = A\r\nb = B", "a = A\r\nb = B\r\n");
        check_fix(RULE, "a = A\n", "a = A", "a = A\n");
    }
}
