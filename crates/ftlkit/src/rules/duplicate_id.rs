//! `duplicate-id`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::hash::{self, Map};
use crate::model::{EntryRef, FileRef};

pub(super) struct DuplicateId;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for messages and terms that a file defines twice.",
    why: "An application takes the first and ignores the others, or the other way round: one of the texts is never \
        shown.",
    bad: &[("i18n/en/main.ftl", "open = Open\n"), ("i18n/nl/main.ftl", "open = Openen\nopen = Geopend\n")],
    good: &[
        ("i18n/en/main.ftl", "open = Open\nopened = Opened\n"),
        ("i18n/nl/main.ftl", "open = Openen\nopened = Geopend\n"),
    ],
    fix: "None: only a person knows which of the texts is meant.",
};

impl Rule for DuplicateId {
    fn name(&self) -> &'static str {
        "duplicate-id"
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

    fn check_file<'a>(&self, context: Context<'a>, file: FileRef<'a>, sink: &mut Sink<'_>) {
        if !context.may_repeat_ids(file) || !may_repeat(file) {
            return;
        }
        let mut seen: Map<&str, EntryRef<'_>> = Map::default();
        for entry in file.entries() {
            let first = *seen.entry(entry.id()).or_insert(entry);
            if first.index() == entry.index() {
                continue;
            }
            let kind = if entry.is_message() { "message" } else { "term" };
            sink.report(
                Finding::at(file, entry.id_span(), format!("{kind} `{}` is defined twice", entry.id()))
                    .entry(entry, None)
                    .related(file, first.id_span(), "first defined here")
                    .help("remove one of them, or give it another id"),
            );
        }
    }
}

/// Whether two ids may be the same, by a quick look; in nearly all files none are.
fn may_repeat(file: FileRef<'_>) -> bool {
    let mut digests: Vec<u64> = file.entries().map(|entry| hash::digest(entry.id())).collect();
    digests.sort_unstable();
    digests.windows(2).any(|pair| pair.first() == pair.last())
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    #[test]
    fn each_further_definition_is_reported() {
        let help = "; help: remove one of them, or give it another id";
        check_pair(
            "duplicate-id",
            "a = A\n",
            "a = A\n-a = A\nb = B\na = A\n-a = A\n",
            &[
                &format!("4:1: error: message `a` is defined twice{help}"),
                &format!("5:1: error: term `-a` is defined twice{help}"),
            ],
        );
    }
}
