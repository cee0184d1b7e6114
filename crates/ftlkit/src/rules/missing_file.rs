//! `missing-file`

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;

pub(super) struct MissingFile;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for files of the reference that a locale lacks. The messages in such a file are not reported one by \
        one.",
    why: "People who chose this language see all texts of the file in another one.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open\n"),
        ("i18n/en/help.ftl", "help = Help\n"),
        ("i18n/nl/main.ftl", "open = Openen\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "open = Open\n"),
        ("i18n/en/help.ftl", "help = Help\n"),
        ("i18n/nl/main.ftl", "open = Openen\n"),
        ("i18n/nl/help.ftl", "help = Hulp\n"),
    ],
    fix: "None.",
};

impl Rule for MissingFile {
    fn name(&self) -> &'static str {
        "missing-file"
    }

    fn group(&self) -> Group {
        Group::Parity
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        for file in context.reference().files() {
            if context.is_reference() || !context.is_file_missing(file) {
                continue;
            }
            let messages = file.entries().filter(|entry| entry.is_message());
            let count = messages.clone().count();
            let noun = if count == 1 { "message" } else { "messages" };
            if messages.clone().all(|entry| context.inherits_all(entry)) {
                continue;
            }
            let path = context.path_like(context.reference().key(file));
            let mut finding = Finding::in_file(path, format!("file is missing, with {count} {noun}"))
                .severity(context.severity_of_missing());
            if let Some(first) = messages.clone().next() {
                finding =
                    finding.related(file, first.span(), "the first message of the file in the reference");
            }
            sink.report(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;

    #[test]
    fn only_messages_that_are_nowhere_make_a_file_missing() {
        let files = [
            ("i18n/en/a.ftl", "a = A\n"),
            ("i18n/en/b.ftl", "b = B\nc = C\n"),
            ("i18n/en/empty.ftl", "# nothing yet\n"),
            ("i18n/en/terms.ftl", "-t = T\n"),
            ("i18n/fr/a.ftl", "a = A\nb = B\n"),
            ("i18n/nl/a.ftl", "a = A\n"),
        ];
        check("missing-file", &files, &["i18n/nl/b.ftl: error: file is missing, with 2 messages"]);
    }

    #[test]
    fn regional_locales_inherit_files() {
        let files = [
            ("i18n/en/a.ftl", "a = A\n"),
            ("i18n/en/b.ftl", "b = B\n"),
            ("i18n/es/a.ftl", "a = A\n"),
            ("i18n/es/b.ftl", "b = B\n"),
            ("i18n/es-MX/a.ftl", "a = A\n"),
        ];
        check("missing-file", &files, &[]);
    }
}
