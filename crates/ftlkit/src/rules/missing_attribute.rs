//! `missing-attribute`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, Statement};
use crate::diagnostic::Severity;
use crate::model::EntryRef;
use crate::project::Fallback;

pub(super) struct MissingAttribute;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for attributes that a message has in the reference and lacks in a locale. Attributes of terms are a \
        locale's own business.",
    why: "An application that asks for the attribute gets nothing. With `i18n-embed` it gets that of the next language that \
        has it, in the middle of the others: a warning then. That is known from an `i18n.toml` with `[fluent]`, or from a \
        dependency in the `Cargo.toml` beside the texts or above.",
    bad: &[
        ("i18n/en/main.ftl", "search = Search\n    .title = Search all files\n"),
        ("i18n/nl/main.ftl", "search = Zoeken\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "search = Search\n    .title = Search all files\n"),
        ("i18n/nl/main.ftl", "search = Zoeken\n    .title = In alle bestanden zoeken\n"),
    ],
    fix: "None.",
};

impl Rule for MissingAttribute {
    fn name(&self) -> &'static str {
        "missing-attribute"
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
        reference: EntryRef<'a>,
        translation: Option<EntryRef<'a>>,
        sink: &mut Sink<'_>,
    ) {
        let Some(entry) = translation else { return };
        let severity = match context.project().fallback {
            Fallback::Attribute => Severity::Warning,
            Fallback::Unknown => context.severity_of_missing(),
        };
        for (number, (name, place, _)) in reference.attributes().enumerate() {
            let found = entry.attribute(name).is_some()
                || context.is_broken(entry.id(), Some(name))
                || context.inherited(reference, Some(name)).is_some();
            if found {
                continue;
            }
            let said = context.said_of_missing(reference, Some(number), || {
                Statement::from(format!("message `{}` lacks the attribute `.{name}`", reference.id()))
                    .entry(reference, Some(name))
                    .related(reference.file(), place, "the attribute in the reference")
            });
            sink.report(Finding::at(entry.file(), entry.id_span(), said).severity(severity));
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(feature = "config")]
    use crate::testing::check;
    use crate::testing::check_pair;

    #[test]
    fn the_message_that_lacks_it_is_underlined() {
        check_pair(
            "missing-attribute",
            "a = A\n    .x = X\n    .y = Y\n",
            "a = A\n    .x = X\n",
            &["1:1: error: message `a` lacks the attribute `.y`"],
        );
    }

    #[test]
    fn broken_attributes_and_those_of_terms_are_not_missing() {
        check_pair("missing-attribute", "a = A\n    .x = X\n", "a = A\n    .x = { $\n", &[]);
        check_pair("missing-attribute", "-a = A\n    .x = X\n", "-a = A\n", &[]);
    }

    #[cfg(feature = "config")]
    #[test]
    fn a_library_that_falls_back_by_attribute_makes_it_a_warning() {
        let texts = [("app/i18n/en/a.ftl", "a = A\n    .x = X\n"), ("app/i18n/nl/a.ftl", "a = A\n")];
        let settings = "fallback_language = \"en\"\n[fluent]\nassets_dir = \"i18n\"\n";
        for (path, text, severity) in [
            ("app/i18n.toml", settings, "warning"),
            ("app/Cargo.toml", "[dependencies]\ni18n-embed = \"0.16\"\n", "warning"),
            (
                "Cargo.toml",
                "[workspace.dependencies.embed]\npackage = \"i18n-embed\"\nversion = \"0.16\"\n",
                "warning",
            ),
            ("Cargo.toml", "[target.'cfg(unix)'.dependencies]\ni18n-embed = \"0.16\"\n", "warning"),
            ("Cargo.toml", "[dev-dependencies]\ni18n-embed = \"0.16\"\n", "error"),
            ("Cargo.toml", "[dependencies]\nfluent = \"0.17\" # not i18n-embed\n", "error"),
            ("Cargo.toml", "[dependencies\ni18n-embed = \"0.16\"\n", "error"),
            ("other/Cargo.toml", "[dependencies]\ni18n-embed = \"0.16\"\n", "error"),
        ] {
            let files = [&texts[..], &[(path, text)]].concat();
            let found = format!("app/i18n/nl/a.ftl:1:1: {severity}: message `a` lacks the attribute `.x`");
            check("missing-attribute", &files, &[&found]);
        }
        // The nearest manifest is that of the application.
        let near = ("app/Cargo.toml", "[dependencies]\nfluent = \"0.17\"\n");
        let far = ("Cargo.toml", "[workspace.dependencies]\ni18n-embed = \"0.16\"\n");
        let found = "app/i18n/nl/a.ftl:1:1: error: message `a` lacks the attribute `.x`";
        check("missing-attribute", &[texts[0], texts[1], near, far], &[found]);
    }
}
