//! `unknown-attribute-reference`

use std::collections::HashSet;

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::distance::{self, Guess};
use crate::model::{EntryRef, Features};

pub(super) struct UnknownAttributeReference;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for references to attributes that the message or term does not have. An attribute that only \
        the reference has is the business of `reference-only-in-fallback`.",
    why: "The text shows `{save.label}` instead of the attribute; a selection takes its default always.",
    bad: &[
        ("i18n/en/main.ftl", "save = Save\n    .label = Save file\nhint = Press { save.label }\n"),
        ("i18n/nl/main.ftl", "save = Opslaan\n    .label = Bestand opslaan\nhint = Druk op { save.lable }\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "save = Save\n    .label = Save file\nhint = Press { save.label }\n"),
        ("i18n/nl/main.ftl", "save = Opslaan\n    .label = Bestand opslaan\nhint = Druk op { save.label }\n"),
    ],
    fix: "Safe: the name is replaced where one attribute differs by a slip; unsafe where several do.",
};

impl Rule for UnknownAttributeReference {
    fn name(&self) -> &'static str {
        "unknown-attribute-reference"
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
        let mut all = None;
        for (entry, attribute, pattern) in context.patterns_with(Features::REFERENCES) {
            for reference in pattern.references() {
                let (id, Some(place)) = (pattern.slice(reference.id), reference.attribute) else { continue };
                let name = pattern.slice(place);
                let Some(target) = context.find_or_inherit(entry.file(), id) else { continue };
                let has = |entry: EntryRef<'_>| entry.attribute(name).is_some();
                let others = context.chain().chain([context.reference()]);
                let found = has(target)
                    || context.is_broken(id, Some(name))
                    || others.filter_map(|other| other.find(entry.file(), id)).any(has)
                    || context.domains(entry.file()).is_empty()
                        && all.get_or_insert_with(|| attributes(context)).contains(&(id, name));
                if found {
                    continue;
                }
                let known = target.attributes().map(|(known, ..)| known);
                let kind = if target.is_message() { "message" } else { "term" };
                let finding =
                    Finding::at(entry.file(), place, format!("{kind} `{id}` has no attribute `.{name}`"))
                        .entry(entry, attribute)
                        .related(target.file(), target.id_span(), format!("the {kind}"));
                sink.report(match distance::guess(name, known.take(NAMES)) {
                    Some(Guess { name: nearest, is_certain }) => {
                        finding.help(format!("did you mean `.{nearest}`?")).fix(
                            format!("replace `.{name}` with `.{nearest}`"),
                            is_certain,
                            entry.file(),
                            [(place, nearest.to_owned())],
                        )
                    }
                    None => finding,
                });
            }
        }
    }
}

/// How many names are compared with one that may be a slip.
const NAMES: usize = 100;

/// All attributes of the locale. Files of different bundles may define an id with different ones.
fn attributes(context: Context<'_>) -> HashSet<(&str, &str)> {
    context.patterns().filter_map(|(entry, attribute, _)| Some((entry.id(), attribute?))).collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "unknown-attribute-reference";

    #[test]
    fn the_name_is_underlined() {
        check_pair(
            RULE,
            "a = A\n",
            "-t = T\n    .gender = f\na = { -t.gendre ->\n   *[f] F\n}\nb = é { a.x }\n",
            &[
                "3:10: error: term `-t` has no attribute `.gendre`; help: did you mean `.gender`?",
                "6:11: error: message `a` has no attribute `.x`",
            ],
        );
        check_fix(
            RULE,
            "a = A\n",
            "b = { a.tiitle }\na = A\n    .title = T\n",
            "b = { a.title }\na = A\n    .title = T\n",
        );
    }

    #[test]
    fn what_the_reference_has_or_is_broken_is_others_business() {
        check_pair(RULE, "a = A\n    .x = X\n", "a = A\nb = { a.x }\n", &[]);
        check_pair(RULE, "a = A\n", "a = A\n    .x = { $\nb = { a.x } { none.x }\n", &[]);
    }
}
