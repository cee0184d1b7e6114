//! `invalid-utf8`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::FileRef;
use crate::source::Span;

pub(super) struct InvalidUtf8;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for files that are not UTF-8. One finding names the first place and how many there are. (The example is UTF-16.)",
    why: "An application cannot read the file at all: every text in it is lost.",
    bad: &[
        ("i18n/en/main.ftl", "hello = Hello\n"),
        ("i18n/nl/main.ftl", "h\0e\0l\0l\0o\0 \0=\0 \0H\0a\0l\0l\0o\0\n\0"),
    ],
    good: &[("i18n/en/main.ftl", "hello = Hello\n"), ("i18n/nl/main.ftl", "hello = Hallo\n")],
    fix: "None: what the bytes mean depends on the encoding that the file was saved in.",
};

impl Rule for InvalidUtf8 {
    fn name(&self) -> &'static str {
        "invalid-utf8"
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
        let source = file.source();
        let first = source.text().chars().next().map_or(0, char::len_utf8);
        let first = Span::new(0, u32::try_from(first).unwrap_or(0));
        let finding = match source.invalid() {
            _ if source.is_utf16() => Finding::at(file, first, "the file is UTF-16, not UTF-8"),
            [] => return,
            [first] => Finding::at(file, *first, "the file is not UTF-8 here"),
            [first, rest @ ..] => {
                let places = if rest.len() == 1 { "place" } else { "places" };
                let message = format!("the file is not UTF-8 here and in {} other {places}", rest.len());
                Finding::at(file, *first, message)
            }
        };
        sink.report(finding.help("save the file as UTF-8"));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::check_bytes;
    use crate::config::Config;

    #[track_caller]
    fn check(text: &[u8], expected: &[&str]) {
        let files: [(&str, &[u8]); 2] = [("i18n/en/a.ftl", b"a = A\n"), ("i18n/nl/a.ftl", text)];
        let report = check_bytes(&files, &Config::default()).unwrap();
        let found: Vec<String> = report.diagnostics.iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_file_is_reported_once() {
        check(b"a = caf\xe9\n", &["i18n/nl/a.ftl:1:8: error: the file is not UTF-8 here [invalid-utf8]"]);
        check(
            b"a = \xe9 \xe9\n    \xe9\xe9\n",
            &["i18n/nl/a.ftl:1:5: error: the file is not UTF-8 here and in 3 other places [invalid-utf8]"],
        );
        check("a = é\n".as_bytes(), &[]);
    }

    #[test]
    fn a_syntax_error_at_the_byte_is_not_reported_again() {
        let text = b"a = A\ncaf\xe9 = B\n";
        check(text, &["i18n/nl/a.ftl:2:4: error: the file is not UTF-8 here [invalid-utf8]"]);
    }

    #[test]
    fn nothing_else_is_said_of_utf_16() {
        let encode = |units: Vec<u16>| units.into_iter().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let expected = "i18n/nl/a.ftl:1:1: error: the file is UTF-16, not UTF-8 [invalid-utf8]";
        check(&encode("\u{feff}b = {\n".encode_utf16().collect()), &[expected]);
        check(&encode("b = {\n".encode_utf16().collect()), &[expected]);
        let marked = "i18n/nl/a.ftl:1:1: error: the byte order mark hides the first entry [byte-order-mark]";
        check(b"\xef\xbb\xbfa\0\0\0\0\0\0\0", &[marked, expected]);
    }
}
