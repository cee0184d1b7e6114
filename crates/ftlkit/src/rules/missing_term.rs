//! `missing-term`

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryKind, FileRef};

pub(super) struct MissingTerm;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for terms of the reference that a locale has not and does not refer to either. Terms are a \
        locale's own business; one that is referred to is the business of `reference-only-in-fallback`.",
    why: "The name may be written out in the texts, where nobody finds it when it changes.",
    bad: &[
        ("i18n/en/main.ftl", "-brand = Firefly\nabout = About { -brand }\nhelp = Help\n"),
        ("i18n/nl/main.ftl", "about = Over Firefly\nhelp = Hulp\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "-brand = Firefly\nabout = About { -brand }\nhelp = Help\n"),
        ("i18n/nl/main.ftl", "-brand = Firefly\nabout = Over { -brand }\nhelp = Hulp\n"),
    ],
    fix: "None.",
};

impl Rule for MissingTerm {
    fn name(&self) -> &'static str {
        "missing-term"
    }

    fn group(&self) -> Group {
        Group::Parity
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        let reference = context.reference();
        let mut terms = reference.entries().filter(|entry| entry.kind() == EntryKind::Term).peekable();
        if context.is_reference() || terms.peek().is_none() {
            return;
        }
        for entry in terms {
            let id = entry.id();
            let found = context.find(entry.file(), id).is_some()
                || context.uses().contains(&(id, None))
                || context.is_broken(id, None)
                || context.chain().any(|parent| parent.find(entry.file(), id).is_some());
            if found || context.is_file_missing(entry.file()) {
                continue;
            }
            let key = context.reference().key(entry.file());
            let file = context.counterpart_file(entry.file());
            if file.is_some_and(FileRef::is_opaque) {
                continue;
            }
            let path =
                file.map_or_else(|| context.path_like(key).into(), |file| file.source().path().clone());
            sink.report(
                Finding::in_file(path, format!("term `{id}` is missing")).entry(entry, None).related(
                    entry.file(),
                    entry.span(),
                    "the term in the reference",
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_pair};

    const RULE: &str = "missing-term";

    #[test]
    fn a_term_that_is_used_or_inherited_is_not_missing() {
        let files = [
            ("i18n/en/a.ftl", "-s = S\n-t = T\n-u = U\na = A\n"),
            ("i18n/es/a.ftl", "-u = U\na = { -t }\n"),
            ("i18n/es-MX/a.ftl", "-t = T\na = { -s }\n"),
        ];
        check(RULE, &files, &["i18n/es/a.ftl: info: term `-s` is missing"]);
    }

    #[test]
    fn broken_terms_and_missing_files_are_others_business() {
        check_pair(RULE, "-t = T\na = A\n", "-t = { $\na = A\n", &[]);
        let files = [
            ("i18n/en/a.ftl", "a = A\n"),
            ("i18n/en/b.ftl", "-t = T\nb = B\n"),
            ("i18n/nl/a.ftl", "a = A\n"),
        ];
        check(RULE, &files, &[]);
    }
}
