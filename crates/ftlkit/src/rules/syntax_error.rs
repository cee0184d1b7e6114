//! `syntax-error`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::FileRef;
use crate::source::Span;
use crate::syntax::{self, Cause, SyntaxError as Error};

pub(super) struct SyntaxError;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for parts of a file that are not Fluent. Each entry that is lost is reported once.",
    why: "An application skips such an entry without a word and shows the reference, or the bare id.",
    bad: &[
        ("i18n/en/main.ftl", "hello = Hello, { $name }!\n"),
        ("i18n/nl/main.ftl", "hello = Hallo, { $name !\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "hello = Hello, { $name }!\n"),
        ("i18n/nl/main.ftl", "hello = Hallo, { $name }!\n"),
    ],
    fix: "None.",
};

impl Rule for SyntaxError {
    fn name(&self) -> &'static str {
        "syntax-error"
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
        let invalid = file.source().invalid();
        // At a byte that is not UTF-8 the byte is the fault, and a tab in a blank has a rule of its own.
        let is_ours = |error: &&Error| {
            let first = invalid.partition_point(|span| span.end <= error.span.start);
            error.cause == Cause::Grammar
                && invalid.get(first).is_none_or(|span| span.start > error.span.start)
        };
        for error in file.errors().iter().filter(is_ours) {
            sink.report(
                Finding::at(file, error.span, format!("{} ({})", error.message, error.code))
                    .maybe_id(file.lost_id(error.entry))
                    .maybe_help(error.help.clone()),
            );
        }
        lone_returns(file, sink);
    }
}

/// A CR that ends no line for Fluent, and behind it an entry that is lost in the text before.
fn lone_returns(file: FileRef<'_>, sink: &mut Sink<'_>) {
    let text = file.source().text().as_bytes();
    let mut found = None;
    let mut lost = 0_usize;
    for at in memchr::memchr_iter(b'\r', text) {
        let rest = text.get(at + 1..).unwrap_or_default();
        if let Some((length, _)) = syntax::entry_id(rest) {
            let start = u32::try_from(at).unwrap_or(u32::MAX);
            let id = Span::new(start + 1, start + 1 + u32::try_from(length).unwrap_or(0));
            found.get_or_insert((Span::new(start, start + 1), id));
            lost += 1;
        }
    }
    let Some((span, id)) = found else { return };
    let id = file.slice(id);
    let others = if lost > 1 { format!(", and so are {} more", lost - 1) } else { String::new() };
    let message = format!("a CR alone ends no line: `{id}` is lost in the text before it{others}");
    sink.report(Finding::at(file, span, message).id(id).help("end lines in LF or CR LF"));
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    #[test]
    fn every_lost_entry_is_reported() {
        check_pair(
            "syntax-error",
            "a = A\n",
            "a = { $x\n\nb = B }\nc\nd = D\n",
            &[
                "1:9: error: expected `}`, the line ends (E0003); help: close the placeable with `}`; write `{ \"{\" }` \
             for a brace in text",
                "3:7: error: `}` without an opening `{` (E0027); help: write `{ \"}\" }` for a brace in text",
                "4:2: error: expected `=`, the line ends (E0003); help: write `id = text`; a line that continues a \
             text is indented",
            ],
        );
    }

    #[test]
    fn the_line_of_a_broken_attribute_is_the_place() {
        check_pair(
            "syntax-error",
            "a = A\n",
            "a = A\n    .b = { $x }}\n",
            &["2:16: error: `}` without an opening `{` (E0027); help: write `{ \"}\" }` for a brace in text"],
        );
    }

    #[test]
    fn what_other_rules_say_better_is_left_to_them() {
        check_pair("syntax-error", "a = A\n", "\u{feff}a = A\n", &[]);
        check_pair("syntax-error", "a = A\n", "a =\n\tA\n", &[]);
    }

    #[test]
    fn entries_after_a_lone_cr_are_lost() {
        check_pair(
            "syntax-error",
            "a = A\n",
            "a = A\rb = B\rc = C\r",
            &[
                "1:6: error: a CR alone ends no line: `b` is lost in the text before it, and so are 1 more; help: end \
                 lines in LF or CR LF",
            ],
        );
        check_pair("syntax-error", "a = A\n", "a = A\rB\r\nb = B\r\n", &[]);
    }
}
