//! `missing-message`

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;

pub(super) struct MissingMessage;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for messages of the reference that a locale lacks. A locale inherits the messages of its parents: \
        `es-MX` those of `es`.",
    why: "People who chose this language see the text in another one.",
    bad: &[("i18n/en/main.ftl", "open = Open\nclose = Close\n"), ("i18n/nl/main.ftl", "open = Openen\n")],
    good: &[
        ("i18n/en/main.ftl", "open = Open\nclose = Close\n"),
        ("i18n/nl/main.ftl", "open = Openen\nclose = Sluiten\n"),
    ],
    fix: "None.",
};

impl Rule for MissingMessage {
    fn name(&self) -> &'static str {
        "missing-message"
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
        if context.is_reference() {
            return;
        }
        let severity = context.severity_of_missing();
        for entry in context.reference_messages() {
            let found = context.translation(entry).is_some()
                || context.is_broken(entry.id(), None)
                || context.inherits_all(entry);
            if found {
                continue;
            }
            let Some(file) = context.counterpart_file(entry.file()) else {
                // A file that is missing altogether is another finding, unless others took over a part of it.
                if context.is_file_missing(entry.file()) {
                    continue;
                }
                let path = context.path_like(context.reference().key(entry.file()));
                sink.report(finding(Finding::in_file(path, message(entry.id())), entry).severity(severity));
                continue;
            };
            if !file.is_opaque() {
                let path = std::sync::Arc::clone(file.source().path());
                sink.report(finding(Finding::in_file(path, message(entry.id())), entry).severity(severity));
            }
        }
    }
}

fn message(id: &str) -> String {
    format!("message `{id}` is missing")
}

fn finding(finding: Finding, entry: crate::model::EntryRef<'_>) -> Finding {
    finding.entry(entry, None).related(entry.file(), entry.span(), "the message in the reference")
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::testing::{check, check_pair, check_with};

    #[test]
    fn terms_and_broken_entries_are_not_missing() {
        check_pair(
            "missing-message",
            "-t = T\na = A\nb = B\nc = C\n",
            "a = { $x\nb = B\n",
            &["error: message `c` is missing"],
        );
    }

    #[test]
    fn regional_locales_inherit() {
        let files = [
            ("i18n/en/a.ftl", "a = A\nb = B\n"),
            ("i18n/es/a.ftl", "a = A\nb = B\n"),
            ("i18n/es-MX/a.ftl", "a = A\n"),
            ("i18n/zh/a.ftl", "a = A\nb = B\n"),
            ("i18n/zh-TW/a.ftl", "a = A\n"),
        ];
        check("missing-message", &files, &["i18n/zh-TW/a.ftl: error: message `b` is missing"]);
    }

    #[test]
    fn what_stands_in_another_file_is_not_missing() {
        let files =
            [("i18n/en/a.ftl", "a = A\nb = B\n"), ("i18n/nl/a.ftl", "a = A\n"), ("i18n/nl/b.ftl", "b = B\n")];
        check("missing-message", &files, &[]);
        let files = [
            ("i18n/en/a.ftl", "a = A\nb = B\n"),
            ("i18n/en/b.ftl", "b = B\n"),
            ("i18n/nl/a.ftl", "a = A\n"),
            ("i18n/nl/b.ftl", "b = B\n"),
        ];
        check("missing-message", &files, &["i18n/nl/a.ftl: error: message `b` is missing"]);
    }

    #[test]
    fn it_is_a_warning_where_the_locale_is_not_required() {
        let files =
            [("i18n/en/a.ftl", "a = A\nb = B\n"), ("i18n/fr/a.ftl", "a = A\n"), ("i18n/nl/a.ftl", "a = A\n")];
        let config = Config { required: Some(vec!["fr".to_owned()]), ..Config::default() };
        check_with(
            "missing-message",
            &files,
            &config,
            &[
                "i18n/fr/a.ftl: error: message `b` is missing",
                "i18n/nl/a.ftl: warning: message `b` is missing",
            ],
        );
    }
}
