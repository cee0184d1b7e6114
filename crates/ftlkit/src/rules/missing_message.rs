//! `missing-message`

use std::sync::Arc;

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, Statement};
use crate::diagnostic::Severity;
use crate::model::EntryRef;

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

    fn interest(&self) -> Interest {
        Interest::missing()
    }

    fn check_missing<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        translation: Option<EntryRef<'a>>,
        sink: &mut Sink<'_>,
    ) {
        let found =
            translation.is_some() || context.is_broken(entry.id(), None) || context.inherits_all(entry);
        if found {
            return;
        }
        let path = match context.counterpart_file(entry.file()) {
            Some(file) if file.is_opaque() => return,
            Some(file) => Arc::clone(file.source().path()),
            // A file that is missing altogether is another finding, unless others took over a part of it.
            None if context.is_file_missing(entry.file()) => return,
            None => context.path_like(context.reference().key(entry.file())).into(),
        };
        let said = context.said_of_missing(entry, None, || {
            Statement::from(format!("message `{}` is missing", entry.id())).entry(entry, None).related(
                entry.file(),
                entry.span(),
                "the message in the reference",
            )
        });
        sink.report(Finding::in_file(path, said).severity(context.severity_of_missing()));
    }
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
