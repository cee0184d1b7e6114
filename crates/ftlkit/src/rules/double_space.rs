//! `double-space`

use super::typography::{AtomKind, Flow, Side, is_exact, is_key};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};
use crate::source::Span;

pub(super) struct DoubleSpace;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for two or more spaces in a row inside a line, where the reference has none such; with `typography = \"exact\"` everywhere. Columns, as in the help of \
        commands, literals and code are left alone.",
    why: "It is a slip of the hand, and shows as a hole in the line.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open the file\n"),
        ("i18n/nl/main.ftl", "open = Open het  bestand\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "open = Open the file\n"),
        ("i18n/nl/main.ftl", "open = Open het bestand\n"),
    ],
    fix: "Safe: one space remains.",
};

impl Rule for DoubleSpace {
    fn name(&self) -> &'static str {
        "double-space"
    }

    fn group(&self) -> Group {
        Group::Typography
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::SPACE)
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let text = pattern.slice(pattern.span());
        let text_has_gaps = text.contains("  ") && !is_key(attribute);
        // Some write two behind each sentence: in the reference that is nobody’s slip.
        if !text_has_gaps || context.is_reference() && !is_exact(context) {
            return;
        }
        let has_gaps = |reference: PatternRef<'_>| !gaps(&Flow::of(reference)).is_empty();
        let reference = || context.counterpart(entry).and_then(|entry| entry.unit(attribute));
        if !is_exact(context) && reference().is_some_and(has_gaps) {
            return;
        }
        let gaps = gaps(&Flow::of(pattern));
        // Several in a text of several lines are columns.
        if gaps.len() > 2 || gaps.len() > 1 && text.trim_end().contains('\n') {
            return;
        }
        for span in gaps {
            sink.report(
                Finding::at(entry.file(), span, format!("{} spaces stand here in a row", span.len()))
                    .entry(entry, attribute)
                    .help("write one")
                    .fix("leave one space", true, entry.file(), [(span, " ".to_owned())]),
            );
        }
    }
}

/// The runs of spaces between two words of a line, but not behind what looks like the term of a list.
fn gaps(flow: &Flow) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(atom) = flow.atom(at) {
        let is_gap = |at: usize| {
            flow.atom(at).is_some_and(|atom| {
                atom.kind == AtomKind::Sign(' ') && !atom.is_literal && !atom.is_protected
            })
        };
        if !is_gap(at) {
            at += 1;
            continue;
        }
        let end =
            (at..flow.run(at, |sign| sign == ' ').end).take_while(|at| is_gap(*at)).last().unwrap_or(at) + 1;
        let after = flow.atom(end - 1).map(|atom| atom.after);
        let is_inside = atom.before.is_visible() && after.is_some_and(Side::is_visible);
        // The blanks at the start of a line belong to its indentation, and those before a line's end are cut off.
        if end - at > 1 && is_inside && !is_term(flow, at) {
            found.push(flow.span(at..end));
        }
        at = end;
    }
    found
}

/// Whether an option of a command, or its like, stands before a gap: `-a, --all  show all`.
fn is_term(flow: &Flow, at: usize) -> bool {
    let line: String = (0..at)
        .rev()
        .map_while(|at| flow.atom(at).map(|atom| atom.kind))
        .map_while(|kind| match kind {
            AtomKind::Sign('\n') => None,
            AtomKind::Sign(sign) => Some(sign),
            _ => Some('x'),
        })
        .take(60)
        .collect();
    let first: String = line.chars().rev().collect();
    let first = first.trim_start();
    first.starts_with(['-', '*', '•', '`', '\\']) || first.ends_with(|last: char| last.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::testing::{check_fix, check_in_pair, check_pair};

    const RULE: &str = "double-space";

    #[test]
    fn two_spaces_become_one() {
        let found = "1:8: info: 2 spaces stand here in a row; help: write one";
        check_pair(RULE, "a = A\n", "a = Bé.  C\n", &[found]);
        check_fix(RULE, "a = A\n", "a = B   { $x }  C\n", "a = B { $x } C\n");
    }

    #[test]
    fn columns_literals_and_code_stay() {
        check_pair(RULE, "a = A\n", "a =\n    B\n      C\n", &[]);
        check_in_pair(RULE, "nl", &Config::default(), "a = A  b\n", "a = B  c\n", &[]);
        check_pair(RULE, "a = A\n", "a = B{ \"  \" }C `x  y`\n", &[]);
        check_pair(RULE, "a = A\n", "a =\n    -a  alles\n    -b  niets\n", &[]);
        check_pair(RULE, "a = A\n", "a = --alles  toon alles\n", &[]);
        check_pair(RULE, "a = A\n", "a =\n    x  een\n    y  twee\n", &[]);
    }
}
