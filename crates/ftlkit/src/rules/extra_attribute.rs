//! `extra-attribute`

use std::collections::BTreeSet;

use super::compare::lines_of_attribute;
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::distance;
use crate::model::EntryRef;

pub(super) struct ExtraAttribute;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for attributes that a message has in a locale and not in the reference. Attributes of terms \
        are a locale's own business, as are attributes that other messages of the locale refer to.",
    why: "No application asks for it: the name has changed, or the text is no longer needed.",
    bad: &[
        ("i18n/en/main.ftl", "search = Search\n"),
        ("i18n/nl/main.ftl", "search = Zoeken\n    .title = In alle bestanden zoeken\n"),
    ],
    good: &[("i18n/en/main.ftl", "search = Search\n"), ("i18n/nl/main.ftl", "search = Zoeken\n")],
    fix: "Unsafe: the attribute is removed; or its name replaced where one is missing that differs by a \
        slip.",
};

impl Rule for ExtraAttribute {
    fn name(&self) -> &'static str {
        "extra-attribute"
    }

    fn group(&self) -> Group {
        Group::Parity
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn applies(&self, context: Context<'_>) -> bool {
        !context.is_reference()
    }

    fn interest(&self) -> Interest {
        Interest::attributes()
    }

    fn check_entry<'a>(&self, context: Context<'a>, entry: EntryRef<'a>, sink: &mut Sink<'_>) {
        let Some(reference) = context.counterpart(entry).filter(|_| entry.is_message()) else { return };
        if entry.has_same_attributes(reference) {
            return;
        }
        let mut own = BTreeSet::new();
        let mut missing = None;
        let mut next = 0;
        for (name, place, pattern) in entry.attributes() {
            let found = reference.place_of_attribute(name, next);
            next = found.map_or(next, |found| found + 1);
            let is_known = found.is_some() || !own.insert(name);
            if is_known || context.reference().is_broken(entry.id(), Some(name)) {
                continue;
            }
            if context.uses().contains(&(entry.id(), Some(name))) {
                continue;
            }
            let missing = missing.get_or_insert_with(|| {
                let known = reference.attributes().map(|(name, ..)| name);
                known.filter(|known| entry.attribute(known).is_none()).take(NAMES).collect::<Vec<_>>()
            });
            let nearest = distance::hint(name, missing.iter().copied());
            let message = format!("attribute `.{name}` of `{}` is not in the reference", entry.id());
            let finding = Finding::at(entry.file(), pattern.with_sigil(place), message)
                .entry(entry, Some(name))
                .related(reference.file(), reference.id_span(), "the message in the reference");
            sink.report(match nearest {
                Some(nearest) => finding.help(format!("did you mean `.{nearest}`, which is missing?")).fix(
                    format!("rename it to `.{nearest}`"),
                    false,
                    entry.file(),
                    [(place, nearest.to_owned())],
                ),
                None => finding.fix(
                    format!("remove `.{name}`"),
                    false,
                    entry.file(),
                    [(lines_of_attribute(place, pattern), String::new())],
                ),
            });
        }
    }
}

/// How many names are compared with one that may be a slip.
const NAMES: usize = 20;

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "extra-attribute";

    #[test]
    fn the_name_is_underlined() {
        check_pair(
            RULE,
            "a = A\n    .title = T\n",
            "a = A\n    .titel = T\n    .x = X\n",
            &[
                "2:5: warning: attribute `.titel` of `a` is not in the reference; \
                 help: did you mean `.title`, which is missing?",
                "3:5: warning: attribute `.x` of `a` is not in the reference",
            ],
        );
        check_fix(RULE, "a = A\n", "a = A\n    .x =\n        X\nb = B\n", "a = A\nb = B\n");
    }

    #[test]
    fn terms_helpers_and_broken_attributes_are_not_extra() {
        check_pair(RULE, "-a = A\n", "-a = A\n    .x = X\n", &[]);
        check_pair(RULE, "a = A\nb = B\n", "a = A\n    .x = X\nb = { a.x }\n", &[]);
        check_pair(RULE, "a = A\n    .x = { $\n", "a = A\n    .x = X\n", &[]);
    }
}
