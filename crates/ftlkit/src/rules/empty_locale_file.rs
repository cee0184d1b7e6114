//! `empty-locale-file`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::FileRef;
use std::sync::Arc;

pub(super) struct EmptyLocaleFile;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for files without a message or a term, where the file of the reference has some.",
    why: "Such a file counts as not translated at all; often it was made by a tool and forgotten.",
    bad: &[("i18n/en/main.ftl", "-brand = Firefly\n"), ("i18n/nl/main.ftl", "# To be translated\n")],
    good: &[("i18n/en/main.ftl", "-brand = Firefly\n"), ("i18n/nl/main.ftl", "-brand = Firefly\n")],
    fix: "None.",
};

impl Rule for EmptyLocaleFile {
    fn name(&self) -> &'static str {
        "empty-locale-file"
    }

    fn group(&self) -> Group {
        Group::Layout
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::files()
    }

    fn check_file<'a>(&self, context: Context<'a>, file: FileRef<'a>, sink: &mut Sink<'_>) {
        let is_empty = file.entries().len() == 0
            && file.errors().is_empty()
            && file.refused().is_empty()
            && !file.is_opaque();
        let reference = context.reference().file_like(context.key(file));
        let entries = reference.map_or(0, |reference| reference.entries().len());
        if is_empty && (entries > 0 || context.is_reference()) {
            let path = Arc::clone(file.source().path());
            let mut finding = Finding::in_file(path, "the file has no messages");
            if entries > 0 {
                let entries = if entries == 1 { "1 entry".to_owned() } else { format!("{entries} entries") };
                finding = finding.help(format!("the reference has {entries} here"));
            }
            sink.report(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;

    #[test]
    fn a_file_is_empty_beside_one_that_is_not() {
        let files = [
            ("i18n/en/a.ftl", "a = A\nb = B\n"),
            ("i18n/en/b.ftl", "# nothing\n"),
            ("i18n/fr/a.ftl", "a = {\n"),
            ("i18n/nl/a.ftl", "\n"),
            ("i18n/nl/b.ftl", ""),
        ];
        let found = [
            "i18n/en/b.ftl: info: the file has no messages",
            "i18n/nl/a.ftl: info: the file has no messages; help: the reference has 2 entries here",
        ];
        check("empty-locale-file", &files, &found);
    }
}
