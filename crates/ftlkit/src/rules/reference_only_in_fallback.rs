//! `reference-only-in-fallback`

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryKind, Features, FileRef};

pub(super) struct ReferenceOnlyInFallback;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for references to messages, terms and attributes that the locale and its parents lack, and \
        only the reference has.",
    why: "A bundle of one language does not look into that of another: the text shows `{-brand}` instead of \
        the name.",
    bad: &[
        ("i18n/en/main.ftl", "-brand = Firefly\nabout = About { -brand }\n"),
        ("i18n/nl/main.ftl", "about = Over { -brand }\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "-brand = Firefly\nabout = About { -brand }\n"),
        ("i18n/nl/main.ftl", "-brand = Firefly\nabout = Over { -brand }\n"),
    ],
    fix: "None.",
};

impl Rule for ReferenceOnlyInFallback {
    fn name(&self) -> &'static str {
        "reference-only-in-fallback"
    }

    fn group(&self) -> Group {
        Group::References
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
        let mut is_opaque = None;
        for (entry, attribute, pattern) in context.patterns_with(Features::REFERENCES) {
            for reference in pattern.references() {
                let id = pattern.slice(reference.id);
                let name = reference.attribute.map(|place| pattern.slice(place));
                let defines = |context: Context<'_>| {
                    let has = |name| move |found: crate::model::EntryRef<'_>| found.attribute(name).is_some();
                    context
                        .find(entry.file(), id)
                        .is_some_and(|found| name.is_none_or(|name| has(name)(found)))
                };
                if defines(context) || context.is_broken(id, name) || context.chain().any(defines) {
                    continue;
                }
                let Some(target) =
                    context.reference().find(entry.file(), id).filter(|_| defines(context.reference()))
                else {
                    continue;
                };
                if *is_opaque.get_or_insert_with(|| context.files().any(FileRef::is_opaque)) {
                    return;
                }
                let kind = if reference.kind == EntryKind::Message { "message" } else { "term" };
                let name = name.map(|name| format!(".{name}")).unwrap_or_default();
                let message = format!("{kind} `{id}{name}` is defined in the reference only");
                let tag = context.locale().tag();
                sink.report(
                    Finding::at(entry.file(), reference.id, message)
                        .entry(entry, attribute)
                        .related(target.file(), target.id_span(), "the definition in the reference")
                        .help(format!(
                            "define it in `{tag}` too: a bundle does not look into another language"
                        )),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_pair};

    const RULE: &str = "reference-only-in-fallback";

    #[test]
    fn the_reference_is_underlined() {
        let help = "help: define it in `nl` too: a bundle does not look into another language";
        check_pair(
            RULE,
            "-t = T\n    .g = x\nb = B\n    .x = X\n",
            "-t = T\na = é { b }\nb = { -t.g ->\n   *[x] X\n}\nc = { b.x }\n",
            &[
                &format!("3:7: warning: term `-t.g` is defined in the reference only; {help}"),
                &format!("6:7: warning: message `b.x` is defined in the reference only; {help}"),
            ],
        );
    }

    #[test]
    fn parents_count_and_unknown_ones_are_others_business() {
        let files = [
            ("i18n/en/a.ftl", "-t = T\na = A\n"),
            ("i18n/es/a.ftl", "-t = T\na = A\n"),
            ("i18n/es-MX/a.ftl", "a = { -t } { -none }\n"),
        ];
        check(RULE, &files, &[]);
        check_pair(RULE, "-t = T\na = A\n", "a = { -t }\n-t = { $\n", &[]);
    }
}
