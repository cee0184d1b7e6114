//! `empty-value`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef, TextKind};

pub(super) struct EmptyValue;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for translations that show nothing, such as `{ \"\" }`, where the reference has a text. Ids and attributes that \
        name half a sentence or a key, such as `found-prefix` and `.accesskey`, may be empty, and so may what the \
        reference leaves empty: there it is only information.",
    why: "Users see nothing where a text should be.",
    bad: &[("i18n/en/main.ftl", "hello = Hello\n"), ("i18n/nl/main.ftl", "hello = { \"\" }\n")],
    good: &[("i18n/en/main.ftl", "hello = Hello\n"), ("i18n/nl/main.ftl", "hello = Hallo\n")],
    fix: "None.",
};

impl Rule for EmptyValue {
    fn name(&self) -> &'static str {
        "empty-value"
    }

    fn group(&self) -> Group {
        Group::Syntax
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::BLANK)
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        if !is_empty(pattern) {
            return;
        }
        let reference = context.counterpart(entry).filter(|_| !context.is_reference() && entry.is_message());
        let reference = reference.and_then(|reference| reference.unit(attribute));
        let is_half =
            attribute.unwrap_or(entry.id()).split(['-', '_', '.']).any(|word| HALVES.contains(&word));
        let mut finding =
            Finding::at(entry.file(), pattern.span(), "the text is empty").entry(entry, attribute);
        match reference {
            Some(reference) if !is_empty(reference) && !is_half => {
                finding = finding
                    .related(reference.file(), reference.span(), "the text in the reference")
                    .help("write the text, or leave the message out to show that of the reference");
            }
            _ => finding = finding.severity(Severity::Info),
        }
        sink.report(finding);
    }
}

/// Words in ids of texts that may be empty: halves of a sentence, keys, plural endings.
const HALVES: [&str; 24] = [
    "accelerator",
    "accesskey",
    "after",
    "before",
    "begin",
    "end",
    "ending",
    "hotkey",
    "key",
    "left",
    "mnemonic",
    "part1",
    "part2",
    "plural",
    "post",
    "postfix",
    "pre",
    "prefix",
    "right",
    "separator",
    "shortcut",
    "start",
    "suffix",
    "unit",
];

/// Whether a pattern shows nothing, whatever its selectors choose.
fn is_empty(pattern: PatternRef<'_>) -> bool {
    let shows = pattern.variables().iter().any(|variable| !variable.role.selects())
        || pattern.references().iter().any(|reference| !reference.role.selects())
        || pattern.calls().iter().any(|call| !call.role.selects());
    let is_blank = |text: &&crate::model::Text| {
        let text = (pattern.slice(text.span), text.kind);
        text.0.trim().is_empty() && text.1 != TextKind::Number
    };
    !shows && pattern.texts().iter().filter(is_blank).count() == pattern.texts().len()
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::testing::{check, check_pair};

    const RULE: &str = "empty-value";

    #[test]
    fn a_text_that_shows_nothing_is_found() {
        let help = "; help: write the text, or leave the message out to show that of the reference";
        check_pair(
            RULE,
            "a = A\nb = B\n    .c = C\nd = D\n",
            "a = { \"\" }\nb = B\n    .c = { \"  \" }\nd = { $n ->\n    [one] { \"\" }\n   *[other] { \"\" } \n}\n",
            &[
                &format!("1:5: warning: the text is empty{help}"),
                &format!("3:10: warning: the text is empty{help}"),
                &format!("4:5: warning: the text is empty{help}"),
            ],
        );
    }

    #[test]
    fn what_shows_something_is_not_empty() {
        let text = "a = { $x }\nb = { a }\nc = { \"\\u00a0\" }\nd = { $n ->\n    [one] { \"\" }\n   *[other] s\n}\ne = { 5 }\n";
        check_pair(RULE, "a = A\nb = B\nc = C\nd = D\ne = E\n", text, &[]);
    }

    #[test]
    fn halves_and_what_the_reference_leaves_empty_are_information() {
        let text = "found_prefix = { \"\" }\na = A\n    .accesskey = { \"\" }\nb = { \"\" }\n";
        let reference = "found_prefix = Found\na = A\n    .accesskey = a\nb = { \"\" }\n";
        let files = [("i18n/en/a.ftl", reference), ("i18n/nl/a.ftl", text)];
        let found = [
            "i18n/en/a.ftl:4:5: info: the text is empty",
            "i18n/nl/a.ftl:1:16: info: the text is empty",
            "i18n/nl/a.ftl:3:18: info: the text is empty",
            "i18n/nl/a.ftl:4:5: info: the text is empty",
        ];
        check(RULE, &files, &found);
        let report = crate::check_texts(&files, &Config::default()).unwrap();
        assert!(report.diagnostics.iter().all(|found| found.rule() != RULE), "{report}");
    }
}
