//! `extra-message`

use super::compare::{Suggester, lines_of_entry};
use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, FileRef};

pub(super) struct ExtraMessage;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for messages that the reference does not have and that no other entry of the locale refers \
        to. Those in a file that the reference lacks altogether are reported together, as `extra-file`.",
    why: "No application asks for it: the id has changed, or the text is no longer needed.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open\n"),
        ("i18n/nl/main.ftl", "open = Openen\nclose-all = Alles sluiten\n"),
    ],
    good: &[("i18n/en/main.ftl", "open = Open\n"), ("i18n/nl/main.ftl", "open = Openen\n")],
    fix: "Unsafe: the message is removed, with its comment; or its id replaced where a message is missing \
        whose id differs by a slip.",
};

impl Rule for ExtraMessage {
    fn name(&self) -> &'static str {
        "extra-message"
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
        let extra = context.without_counterpart().filter(|entry| is_extra(context, *entry));
        let extra: Vec<EntryRef<'_>> = extra.collect();
        if extra.is_empty() {
            return;
        }
        let missing = context.reference_messages().filter(|entry| context.translation(*entry).is_none());
        // Where there are too many to compare, the same are left out each time.
        let missing: Vec<&str> = missing.map(EntryRef::id).collect();
        let mut suggester = Suggester::new();
        let extra_files: Vec<bool> = context.files().map(|file| is_file_extra(context, file)).collect();
        for entry in extra.into_iter().filter(|entry| !context.uses().contains(&(entry.id(), None))) {
            if extra_files.get(entry.file().index()) == Some(&true) {
                continue;
            }
            let nearest = suggester.nearest(entry.id(), missing.iter().copied());
            let message = format!("message `{}` is not in the reference", entry.id());
            let finding = Finding::at(entry.file(), entry.id_span(), message).entry(entry, None);
            sink.report(match nearest {
                Some(nearest) => finding.help(format!("did you mean `{nearest}`, which is missing?")).fix(
                    format!("rename it to `{nearest}`"),
                    false,
                    entry.file(),
                    [(entry.id_span(), nearest.to_owned())],
                ),
                None => finding.fix(
                    format!("remove `{}`", entry.id()),
                    false,
                    entry.file(),
                    [(lines_of_entry(entry), String::new())],
                ),
            });
        }
    }
}

/// Whether the reference lacks a message, as far as is known.
pub(super) fn is_extra<'a>(context: Context<'a>, entry: EntryRef<'a>) -> bool {
    let reference = context.reference();
    entry.is_message()
        && context.counterpart(entry).is_none()
        && !reference.is_broken(entry.id(), None)
        && reference.file_like(context.key(entry.file())).is_none_or(|file| !file.is_opaque())
}

/// Whether the reference has neither the file nor any of the messages in it.
pub(super) fn is_file_extra<'a>(context: Context<'a>, file: FileRef<'a>) -> bool {
    context.reference().file_like(context.key(file)).is_none()
        && file.entries().filter(EntryRef::is_a_message).all(|entry| is_extra(context, entry))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_fix, check_pair};

    const RULE: &str = "extra-message";

    #[test]
    fn a_slip_in_the_id_is_named() {
        check_pair(
            RULE,
            "save-file = Save\nopen = Open\n",
            "save-fiel = Opslaan\nopen = Openen\nold = Oud\n",
            &[
                "1:1: warning: message `save-fiel` is not in the reference; \
                 help: did you mean `save-file`, which is missing?",
                "3:1: warning: message `old` is not in the reference",
            ],
        );
        check_fix(RULE, "a = A\n", "a = A\n# Oud\nold =\n    Oud\n    .x = X\nb\n", "a = A\nb\n");
        check_fix(RULE, "a = A\nb = B\n", "a = A\n\n# Oud\nold = Oud\n\nb = B\n", "a = A\n\nb = B\n");
        check_fix(RULE, "save = S\n", "svae = S\n", "save = S\n");
    }

    #[test]
    fn helpers_of_a_translation_are_not_extra() {
        check_pair(RULE, "a = A\n", "a = { b }\nb = B\n-t = T\n", &[]);
        check_pair(
            RULE,
            "a = A\n",
            "a = A\nb = { b }\n",
            &["2:1: warning: message `b` is not in the reference"],
        );
    }

    #[test]
    fn what_the_reference_has_elsewhere_or_broken_is_not_extra() {
        check_pair(RULE, "a = A\nb = { $\n", "a = A\nb = B\n", &[]);
        let files = [
            ("i18n/en/a.ftl", "a = A\nb = B\n"),
            ("i18n/nl/a.ftl", "a = A\n"),
            ("i18n/nl/b.ftl", "b = B\nc = C\n"),
        ];
        check(RULE, &files, &["i18n/nl/b.ftl:2:1: warning: message `c` is not in the reference"]);
    }
}
