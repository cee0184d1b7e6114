//! `tab-in-blank`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::FileRef;
use crate::source::Span;
use crate::syntax::{Cause, SyntaxError};

pub(super) struct TabInBlank;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for tabs that indent a line, or stand between the parts of an entry. A tab inside a text is legal.",
    why: "Only spaces are blank in Fluent. The entry, or what follows the tab, is lost.",
    bad: &[("i18n/en/main.ftl", "hello =\n    Hello\n"), ("i18n/nl/main.ftl", "hello =\n\tHallo\n")],
    good: &[("i18n/en/main.ftl", "hello =\n    Hello\n"), ("i18n/nl/main.ftl", "hello =\n    Hallo\n")],
    fix: "Safe: each tab that indents a line of the entry becomes four spaces, one between parts one space.",
};

impl Rule for TabInBlank {
    fn name(&self) -> &'static str {
        "tab-in-blank"
    }

    fn group(&self) -> Group {
        Group::Syntax
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::files()
    }

    fn check_file<'a>(&self, _context: Context<'a>, file: FileRef<'a>, sink: &mut Sink<'_>) {
        for error in file.errors().iter().filter(|error| error.cause == Cause::Tab) {
            let finding = Finding::at(file, error.span, error.message.as_str())
                .maybe_id(file.lost_id(error.entry))
                .help("write spaces: a tab is no blank in Fluent")
                .fix("replace tabs with spaces", true, file, edits(file, error));
            sink.report(finding);
        }
    }
}

/// Replaces the tabs that indent a line of the lost entry, and the one that the parser stumbled over.
fn edits(file: FileRef<'_>, error: &SyntaxError) -> Vec<(Span, String)> {
    let mut edits = Vec::new();
    let mut start = error.entry.start;
    let mut inner = Some(error.span);
    for line in file.slice(error.entry).split_inclusive('\n') {
        let blank = line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t'));
        for (offset, _) in (start..).zip(blank).filter(|(_, byte)| *byte == b'\t') {
            let span = Span::new(offset, offset + 1);
            inner = inner.filter(|inner| *inner != span);
            edits.push((span, "    ".to_owned()));
        }
        start += u32::try_from(line.len()).unwrap_or(0);
    }
    edits.extend(inner.map(|span| (span, " ".to_owned())));
    edits
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "tab-in-blank";

    #[test]
    fn the_tab_is_underlined() {
        let found = |place: &str| {
            format!(
                "{place}: error: a tab stands where Fluent takes only spaces; help: write spaces: a tab is no blank \
                 in Fluent"
            )
        };
        check_pair(RULE, "a = A\n", "b = B\na =\n\tA\n\tB\n", &[&found("3:1")]);
        check_pair(RULE, "a = A\n", "a = A\n\t.b = B\n", &[&found("2:1")]);
        check_pair(RULE, "a = A\n", "a\t= A\nb = {\t$x }\n", &[&found("1:2"), &found("2:6")]);
    }

    #[test]
    fn tabs_in_text_are_legal() {
        check_pair(RULE, "a = A\n", "a = A\tB\n    C\tD\n", &[]);
        check_pair(RULE, "a = A\n", "a = { \"\t\" }\nb = { $x y\n\n", &[]);
    }

    #[test]
    fn a_fix_mends_the_whole_entry() {
        check_fix(RULE, "a = A\n", "a =\n\tA\n\t\tB\n", "a =\n    A\n        B\n");
        check_fix(RULE, "a = A\n", "a = A\n\t.b = B\n\t.c = C\n", "a = A\n    .b = B\n    .c = C\n");
        check_fix(RULE, "a = A\n", "a\t= A\n", "a = A\n");
        check_fix(
            RULE,
            "a = A\n",
            "a = { $n ->\n\t[one] A\n\t*[other] B\n\t}\n",
            "a = { $n ->\n    [one] A\n    *[other] B\n    }\n",
        );
    }
}
