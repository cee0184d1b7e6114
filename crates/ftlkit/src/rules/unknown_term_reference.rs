//! `unknown-term-reference`

use std::cell::LazyCell;

use super::compare::Suggester;
use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::distance::Guess;
use crate::model::{EntryKind, EntryRef, Features};
use crate::source::Span;

pub(super) struct UnknownTermReference;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for references to terms that no file of the locale defines, nor a file of its parents or of the \
        reference.",
    why: "The text shows `{-brand}` instead of the name.",
    bad: &[
        ("i18n/en/main.ftl", "-brand = Firefly\nabout = About { -brand }\n"),
        ("i18n/nl/main.ftl", "-brand = Firefly\nabout = Over { -brnad }\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "-brand = Firefly\nabout = About { -brand }\n"),
        ("i18n/nl/main.ftl", "-brand = Firefly\nabout = Over { -brand }\n"),
    ],
    fix: "Safe: the id is replaced where one term of the locale differs by a slip; unsafe where several do.",
};

impl Rule for UnknownTermReference {
    fn name(&self) -> &'static str {
        "unknown-term-reference"
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
        let terms = LazyCell::new(|| context.all_ids(EntryKind::Term).collect::<Vec<_>>());
        for (entry, attribute, pattern) in context.patterns_with(Features::TERMS) {
            for reference in pattern.references().iter().filter(|reference| reference.kind == EntryKind::Term)
            {
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
                let nearest = suggester
                    .guess(id, terms.iter().copied().filter(|id| context.find(entry.file(), id).is_some()));
                let mut finding =
                    Finding::at(entry.file(), reference.id, format!("term `{id}` is not defined"))
                        .entry(entry, attribute);
                if let Some(Guess { name: nearest, is_certain }) = nearest {
                    finding = finding.help(format!("did you mean `{nearest}`?")).fix(
                        format!("replace `{id}` with `{nearest}`"),
                        is_certain,
                        entry.file(),
                        [(reference.id, nearest.to_owned())],
                    );
                }
                sink.report(finding);
            }
        }
    }
}

/// What is defined, and not where the bundle of this file would find it.
pub(super) fn outside(
    entry: EntryRef<'_>,
    attribute: Option<&str>,
    reference: Span,
    target: EntryRef<'_>,
) -> Finding {
    let kind = if target.is_message() { "message" } else { "term" };
    let path = target.file().source().path();
    let message = format!("{kind} `{}` is not defined in its domain", target.id());
    Finding::at(entry.file(), reference, message)
        .entry(entry, attribute)
        .related(target.file(), target.id_span(), "the definition in another domain")
        .help(format!("it is in `{path}`, which is not loaded with this file"))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_fix, check_pair};

    const RULE: &str = "unknown-term-reference";

    #[test]
    fn the_reference_is_underlined() {
        check_pair(
            RULE,
            "a = A\n",
            "a = é { -none }\nb = { -none.gender ->\n   *[x] X\n}\n",
            &["1:9: error: term `-none` is not defined", "2:7: error: term `-none` is not defined"],
        );
        check_fix(RULE, "a = A\n", "-name = N\na = { -nmae }\n", "-name = N\na = { -name }\n");
    }

    #[test]
    fn all_files_of_the_locale_and_its_parents_count() {
        let files = [
            ("i18n/en/a.ftl", "a = { -b }\nc = { -c }\n"),
            ("i18n/en/b.ftl", "-b = B\n-c = C\n"),
            ("i18n/es/a.ftl", "a = { -b }\nc = { -c }\n"),
            ("i18n/es/b.ftl", "-b = B\n"),
            ("i18n/es-MX/a.ftl", "a = { -b }\nc = { -c }\n"),
        ];
        check(RULE, &files, &[]);
    }

    #[test]
    fn files_beside_the_folders_of_locales_count() {
        let more = "a = { -b }\nc = { -none }\n";
        let en_fr = |rest: &[(&'static str, &'static str)]| {
            let files = [("locales/en-US/a.ftl", more), ("locales/fr/a.ftl", more)];
            files.into_iter().chain(rest.iter().copied()).collect::<Vec<_>>()
        };
        let unknown = "locales/fr/a.ftl:2:7: error: term `-none` is not defined";
        let reference = "locales/en-US/a.ftl:2:7: error: term `-none` is not defined";
        check(RULE, &en_fr(&[("locales/core.ftl", "-b = B\n")]), &[reference, unknown]);
        let own = [("locales/en-US.ftl", "-b = B\n"), ("locales/fr.ftl", "-b = B\n")];
        check(RULE, &en_fr(&own), &[reference, unknown]);
        let elsewhere = en_fr(&[("other/core.ftl", "-b = B\n")]);
        let lost = |path: &str| format!("{path}:1:7: error: term `-b` is not defined");
        let (first, second) = (lost("locales/en-US/a.ftl"), lost("locales/fr/a.ftl"));
        check(RULE, &elsewhere, &[&first, reference, &second, unknown]);
    }

    #[test]
    fn a_term_lost_in_a_syntax_error_is_not_unknown() {
        check_pair(RULE, "a = A\n", "a = { -t }\n-t = { $\n", &[]);
    }
}
