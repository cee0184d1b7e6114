//! `mixed-line-endings`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::FileRef;
use crate::source::Span;

pub(super) struct MixedLineEndings;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for files in which some lines end in CR LF and others in LF.",
    why: "Tools that rewrite such a file change lines that nobody has touched.",
    bad: &[
        ("i18n/en/main.ftl", "hello = Hello\nbye = Bye\n"),
        ("i18n/nl/main.ftl", "hello = Hallo\r\nbye = Dag\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "hello = Hello\nbye = Bye\n"),
        ("i18n/nl/main.ftl", "hello = Hallo\nbye = Dag\n"),
    ],
    fix: "Safe: the rarer line end becomes the other one; of equal numbers LF stays.",
};

impl Rule for MixedLineEndings {
    fn name(&self) -> &'static str {
        "mixed-line-endings"
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
        let bytes = file.source().text().as_bytes();
        let is_crlf = |at: &usize| *at > 0 && bytes.get(at - 1) == Some(&b'\r');
        let (crlf, lf): (Vec<usize>, Vec<usize>) = memchr::memchr_iter(b'\n', bytes).partition(is_crlf);
        let (few, many, rare, common, text) = if lf.len() >= crlf.len() {
            (&crlf, &lf, "CR LF", "LF", "")
        } else {
            (&lf, &crlf, "LF", "CR LF", "\r")
        };
        let Some(first) = few.first() else { return };
        let span = |at: &usize| {
            let end = u32::try_from(*at).unwrap_or(u32::MAX);
            // What is removed is the CR; what is inserted is one.
            Span::new(end - u32::from(text.is_empty()), end)
        };
        let message = format!("{} lines end in {rare}, and {} in {common}", few.len(), many.len());
        sink.report(Finding::at(file, span(first), message).help(format!("end all lines in {common}")).fix(
            format!("end all lines in {common}"),
            true,
            file,
            few.iter().map(|at| (span(at), text.to_owned())),
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "mixed-line-endings";

    #[test]
    fn the_first_rare_end_is_underlined() {
        check_pair(
            RULE,
            "a = A\n",
            "a = A\r\nb = B\nc = C\r\n",
            &["2:6: info: 1 lines end in LF, and 2 in CR LF; help: end all lines in CR LF"],
        );
        check_pair(RULE, "a = A\n", "a = A\r\nb = B\r\nc = C\r", &[]);
        check_pair(RULE, "a = A\n", "", &[]);
    }

    #[test]
    fn the_usual_end_wins() {
        check_fix(RULE, "a = A\n", "a = A\r\nb = B\nc = C\r\n", "a = A\r\nb = B\r\nc = C\r\n");
        check_fix(RULE, "a = A\n", "a = A\r\nb = B\nc = C\n", "a = A\nb = B\nc = C\n");
    }
}
