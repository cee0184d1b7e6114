//! `duplicate-attribute`

use super::compare::repeated;
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::EntryRef;
pub(super) struct DuplicateAttribute;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for attributes that an entry has twice.",
    why: "An application takes the last and ignores the others, without a word.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open\n    .title = Open a file\n"),
        ("i18n/nl/main.ftl", "open = Openen\n    .title = Een bestand openen\n    .title = Openen\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "open = Open\n    .title = Open a file\n"),
        ("i18n/nl/main.ftl", "open = Openen\n    .title = Een bestand openen\n"),
    ],
    fix: "None: only a person knows which of the texts is meant.",
};

impl Rule for DuplicateAttribute {
    fn name(&self) -> &'static str {
        "duplicate-attribute"
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
        Interest::attributes()
    }

    fn check_entry<'a>(&self, _context: Context<'a>, entry: EntryRef<'a>, sink: &mut Sink<'_>) {
        if !entry.repeats_attributes() {
            return;
        }
        for ((name, first, _), (_, again, _)) in repeated(entry.attributes(), |(name, ..)| name) {
            sink.report(
                Finding::at(entry.file(), again, format!("attribute `.{name}` is given twice"))
                    .entry(entry, Some(name))
                    .related(entry.file(), first, "first given here")
                    .help("remove one of them, or give it another name"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    #[test]
    fn attributes_of_one_entry_are_compared() {
        let found = |place: &str| {
            format!(
                "{place}: error: attribute `.b` is given twice; help: remove one of them, or give it another name"
            )
        };
        check_pair(
            "duplicate-attribute",
            "a = A\n",
            "a = A\n    .b = B\n    .c = C\n    .b = B\nd = D\n    .b = B\n-t = T\n    .b = x\n    .b = y\n",
            &[&found("4:6"), &found("9:6")],
        );
    }
}
