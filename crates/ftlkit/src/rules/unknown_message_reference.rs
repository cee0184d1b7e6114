//! `unknown-message-reference`

use std::cell::LazyCell;
use std::collections::HashSet;

use super::compare::{Suggester, is_foreign};
use super::unknown_term_reference::outside;
use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::distance::Guess;
use crate::model::{EntryKind, Features, FileRef};
use crate::source::Span;

pub(super) struct UnknownMessageReference;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for references to messages that no file of the locale defines, nor a file of its parents or \
        of the reference. A reference that is a placeholder of another system by its looks, such as `${name}`, \
        is the business of `foreign-placeholder`.",
    why: "The text shows `{save}` instead of the message. Often the `$` of a variable was forgotten.",
    bad: &[
        ("i18n/en/main.ftl", "save = Save\nhint = Press { save }\n"),
        ("i18n/nl/main.ftl", "save = Opslaan\nhint = Druk op { svae }\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "save = Save\nhint = Press { save }\n"),
        ("i18n/nl/main.ftl", "save = Opslaan\nhint = Druk op { save }\n"),
    ],
    fix: "Safe: the id is replaced where one message differs by a slip, and the `$` added where the reference \
        has a variable of that name; unsafe where several messages are as near.",
};

impl Rule for UnknownMessageReference {
    fn name(&self) -> &'static str {
        "unknown-message-reference"
    }

    fn group(&self) -> Group {
        Group::References
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        let mut suggester = Suggester::new();
        let known = LazyCell::new(|| context.all_ids(EntryKind::Message).collect::<Vec<_>>());
        let mut is_opaque = None;
        for (entry, attribute, pattern) in context.patterns_with(Features::MESSAGES) {
            let mut names = None;
            let messages =
                pattern.references().iter().filter(|reference| reference.kind == EntryKind::Message);
            for reference in messages.filter(|reference| !is_foreign(pattern, reference)) {
                let id = pattern.slice(reference.id);
                if context.find_or_inherit(entry.file(), id).is_some() {
                    continue;
                }
                if let Some(target) = context.find_in_another_domain(entry.file(), id) {
                    sink.report(outside(entry, attribute, reference.id, target));
                    continue;
                }
                if context.is_broken(id, None) || context.project().shared.contains(id) {
                    continue;
                }
                // What a file holds that cannot be read is not known.
                let files = || context.files().chain(context.reference().files());
                if *is_opaque.get_or_insert_with(|| files().any(FileRef::is_opaque)) {
                    return;
                }
                let finding =
                    Finding::at(entry.file(), reference.id, format!("message `{id}` is not defined"))
                        .entry(entry, attribute);
                let names = names.get_or_insert_with(|| {
                    let original = context.counterpart(entry).and_then(|entry| entry.unit(attribute));
                    let mut names = HashSet::new();
                    if let Some(original) = original {
                        names.extend(
                            original.variables().iter().map(|variable| original.slice(variable.name)),
                        );
                    }
                    names
                });
                if names.contains(id) && reference.attribute.is_none() {
                    let title = format!("replace `{id}` with `${id}`");
                    let edit = (Span::at(reference.id.start), "$".to_owned());
                    let finding = finding.help(format!("did you mean the variable `${id}`?"));
                    sink.report(finding.fix(title, true, entry.file(), [edit]));
                    continue;
                }
                sink.report(
                    match suggester.guess(
                        id,
                        known.iter().copied().filter(|id| context.find(entry.file(), id).is_some()),
                    ) {
                        Some(Guess { name: nearest, is_certain }) => {
                            finding.help(format!("did you mean `{nearest}`?")).fix(
                                format!("replace `{id}` with `{nearest}`"),
                                is_certain,
                                entry.file(),
                                [(reference.id, nearest.to_owned())],
                            )
                        }
                        None => finding,
                    },
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_fix, check_pair};

    const RULE: &str = "unknown-message-reference";

    #[test]
    fn the_reference_is_underlined() {
        check_pair(
            RULE,
            "a = { $name }\n",
            "a = é { name } { other }\n",
            &[
                "1:9: error: message `name` is not defined; help: did you mean the variable `$name`?",
                "1:18: error: message `other` is not defined",
            ],
        );
        check_fix(RULE, "a = { $n }\n", "a = { n }\n", "a = { $n }\n");
        check_fix(RULE, "save = S\na = A\n", "save = S\na = { svae.x }\n", "save = S\na = { save.x }\n");
    }

    #[test]
    fn all_files_and_the_reference_count() {
        let files = [
            ("i18n/en/a.ftl", "a = { b }\nc = { d }\nd = D\n"),
            ("i18n/en/b.ftl", "b = B\n"),
            ("i18n/nl/a.ftl", "a = { b }\nc = { d }\n"),
            ("i18n/nl/b.ftl", "b = B\n"),
        ];
        check(RULE, &files, &[]);
    }

    #[test]
    fn what_a_syntax_error_swallows_and_foreign_placeholders_are_others_business() {
        check_pair(RULE, "a = A\n", "a = { b }\nb = { $\n", &[]);
        check_pair(RULE, "a = A\n", "a = ${b} %{b} {{b}}\n", &[]);
    }
}
