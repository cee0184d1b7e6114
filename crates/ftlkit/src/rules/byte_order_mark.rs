//! `byte-order-mark`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::FileRef;
use crate::source::Span;

pub(super) struct ByteOrderMark;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for files that begin with a byte order mark (U+FEFF).",
    why: "For the parser the mark belongs to the first entry, which it therefore does not understand: that message is lost.",
    bad: &[("i18n/en/main.ftl", "hello = Hello\n"), ("i18n/nl/main.ftl", "\u{feff}hello = Hallo\n")],
    good: &[("i18n/en/main.ftl", "hello = Hello\n"), ("i18n/nl/main.ftl", "hello = Hallo\n")],
    fix: "Safe: the mark is removed.",
};

impl Rule for ByteOrderMark {
    fn name(&self) -> &'static str {
        "byte-order-mark"
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
        if !file.source().text().starts_with(MARK) {
            return;
        }
        let span = Span::new(0, 3);
        let mut finding = Finding::at(file, span, "the byte order mark hides the first entry");
        // The first id that is lost, if it is lost in the first entry.
        let first = file.entries().next().map_or(u32::MAX, |entry| entry.id_span().start);
        if let Some(lost) = file.broken().first().filter(|lost| lost.id.start < first) {
            finding = finding.id(file.slice(lost.id));
        }
        let finding = finding.help("save the file as UTF-8 without a byte order mark");
        sink.report(finding.fix("remove the byte order mark", true, file, [(span, String::new())]));
    }
}

const MARK: char = '\u{feff}';

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "byte-order-mark";

    #[test]
    fn the_mark_is_found_and_removed() {
        check_pair(
            RULE,
            "a = A\n",
            "\u{feff}a = A\n",
            &[
                "1:1: error: the byte order mark hides the first entry; help: save the file as UTF-8 without a byte \
             order mark",
            ],
        );
        check_fix(RULE, "a = A\n", "\u{feff}a = A\n", "a = A\n");
    }

    #[test]
    fn only_the_start_of_the_file_counts() {
        check_pair(RULE, "a = A\n", "a = \u{feff}A\n", &[]);
    }
}
