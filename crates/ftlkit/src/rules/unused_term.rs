//! `unused-term`

use super::{Context, Explanation, Finding, Group, Notes, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryKind, EntryRef};

pub(super) struct UnusedTerm;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for terms that no entry of the locale refers to, nor one of a locale that inherits from it.",
    why: "The texts may write the name out, or the term is no longer needed. Files of names that several \
        projects share have such terms rightly.",
    bad: &[("i18n/nl/main.ftl", "-brand = Vuurvlieg\nhelp = Hulp\n")],
    good: &[("i18n/nl/main.ftl", "-brand = Vuurvlieg\nhelp = Hulp bij { -brand }\n")],
    fix: "None.",
};

impl Rule for UnusedTerm {
    fn name(&self) -> &'static str {
        "unused-term"
    }

    fn group(&self) -> Group {
        Group::References
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        let is_term = |entry: &EntryRef<'_>| entry.kind() == EntryKind::Term;
        if !context.entries().any(|entry| is_term(&entry)) {
            return;
        }
        for term in context.entries().filter(is_term).filter(|term| !context.is_used(term.id())) {
            sink.report(
                Finding::at(term.file(), term.id_span(), format!("term `{}` is not used", term.id()))
                    .entry(term, None),
            );
        }
    }

    fn note(&self, context: Context<'_>, notes: &mut Notes) {
        let terms = context.uses().iter().map(|(id, _)| id).filter(|id| id.starts_with('-'));
        terms.for_each(|id| notes.add_use(id));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_pair};

    const RULE: &str = "unused-term";

    #[test]
    fn the_id_is_underlined() {
        check_pair(
            RULE,
            "a = A\n",
            "-t = { -t }\n-u = U\na = { -u }\n",
            &["1:1: info: term `-t` is not used"],
        );
    }

    #[test]
    fn selectors_and_heirs_use_terms_too() {
        check_pair(RULE, "a = A\n", "-t = T\n    .g = x\na = { -t.g ->\n   *[x] X\n}\n", &[]);
        let files = [
            ("i18n/en/a.ftl", "-t = T\na = A\n"),
            ("i18n/es/a.ftl", "-u = U\na = A\n"),
            ("i18n/es-MX/a.ftl", "a = { -t } { -u }\n"),
        ];
        check(RULE, &files, &[]);
    }
}
