//! `extra-file`

use std::sync::Arc;

use super::compare::Suggester;
use super::extra_message::is_file_extra;
use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::EntryRef;

pub(super) struct ExtraFile;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for files of a locale that the reference does not have, where it has none of their messages \
        in another file either. Files without messages, such as those with terms only, are a locale's own \
        business.",
    why: "No application asks for these messages: the file was renamed, or is no longer needed.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open\n"),
        ("i18n/nl/main.ftl", "open = Openen\n"),
        ("i18n/nl/old.ftl", "close = Sluiten\nquit = Afsluiten\n"),
    ],
    good: &[("i18n/en/main.ftl", "open = Open\n"), ("i18n/nl/main.ftl", "open = Openen\n")],
    fix: "Unsafe: the file is removed, unless other entries refer to what is in it, it is the locale's only file, or a \
        file is missing whose name differs by a slip.",
};

impl Rule for ExtraFile {
    fn name(&self) -> &'static str {
        "extra-file"
    }

    fn group(&self) -> Group {
        Group::Parity
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        if context.is_reference() {
            return;
        }
        let reference = context.reference();
        let mut suggester = Suggester::new();
        for file in context.files().filter(|file| is_file_extra(context, *file)) {
            let messages = file.entries().filter(EntryRef::is_a_message);
            let count = messages.clone().count();
            if messages.clone().all(|entry| context.uses().contains(&(entry.id(), None))) {
                continue;
            }
            let noun = if count == 1 { "message" } else { "messages" };
            let missing = reference.files().filter(|file| context.is_file_missing(*file));
            let nearest = suggester.nearest(context.key(file), missing.map(|file| reference.key(file)));
            let help =
                nearest.map(|key| format!("did you mean `{}`, which is missing?", context.path_like(key)));
            let message = format!("file is not in the reference, with {count} {noun}");
            let finding = Finding::in_file(Arc::clone(file.source().path()), message).maybe_help(help);
            let is_used = file.entries().any(|entry| context.uses().contains(&(entry.id(), None)));
            let is_last = context.files().nth(1).is_none();
            sink.report(if is_used || is_last || nearest.is_some() {
                finding
            } else {
                finding.removal(file)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;

    const RULE: &str = "extra-file";

    #[test]
    fn a_file_that_is_misnamed_is_recognised() {
        let files = [
            ("i18n/en/a.ftl", "a = A\n"),
            ("i18n/en/main.ftl", "b = B\n"),
            ("i18n/nl/a.ftl", "a = A\n"),
            ("i18n/nl/mian.ftl", "c = C\n"),
        ];
        let line = "i18n/nl/mian.ftl: warning: file is not in the reference, with 1 message; \
                    help: did you mean `i18n/nl/main.ftl`, which is missing?";
        check(RULE, &files, &[line]);
    }

    #[test]
    fn files_that_help_are_not_extra() {
        let files = [
            ("i18n/en/a.ftl", "a = A\nb = B\n"),
            ("i18n/nl/a.ftl", "a = { helper }\n"),
            ("i18n/nl/b.ftl", "b = B\nc = C\n"),
            ("i18n/nl/empty.ftl", "# nothing\n"),
            ("i18n/nl/helpers.ftl", "helper = H\n"),
            ("i18n/nl/terms.ftl", "-t = T\n"),
        ];
        check(RULE, &files, &[]);
    }
}
