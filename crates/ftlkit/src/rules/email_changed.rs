//! `email-changed`

use std::collections::HashSet;

use super::compare::emails;
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::Features;

pub(super) struct EmailChanged;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for addresses of mail that differ from those in the reference. Addresses at `example.com` \
        and the like are examples, and may be translated.",
    why: "Mail goes to somebody else, or comes back.",
    bad: &[
        ("i18n/en/main.ftl", "help = Write to help@firefly.org\n"),
        ("i18n/nl/main.ftl", "help = Schrijf naar help@firefly.com\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "help = Write to help@firefly.org\n"),
        ("i18n/nl/main.ftl", "help = Schrijf naar help@firefly.org\n"),
    ],
    fix: "None.",
};

impl Rule for EmailChanged {
    fn name(&self) -> &'static str {
        "email-changed"
    }

    fn group(&self) -> Group {
        Group::Markup
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::references(Features::AT)
    }

    fn check_unit<'a>(&self, _context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let wanted = emails(unit.reference);
        if wanted.is_empty() {
            return;
        }
        let found = emails(unit.pattern);
        let known: HashSet<String> = wanted.iter().map(|(text, _)| text.to_lowercase()).collect();
        let here: HashSet<String> = found.iter().map(|(text, _)| text.to_lowercase()).collect();
        let is_example = |text: &str| text.to_lowercase().contains("@example") || text.contains(".example");
        let lost =
            wanted.iter().filter(|(text, _)| !here.contains(&text.to_lowercase()) && !is_example(text));
        let lost = lost.copied();
        let changed = found.iter().filter(|(text, _)| !known.contains(&text.to_lowercase()));
        let changed =
            changed.map(|(text, span)| (*span, format!("address `{text}` is not that of the reference")));
        let mut changed = changed.collect::<Vec<_>>().into_iter();
        for (right, place) in lost {
            let missing = || (unit.pattern.span(), format!("address `{right}` of the reference is missing"));
            let (span, message) = changed.next().unwrap_or_else(missing);
            sink.report(
                Finding::at(unit.entry.file(), span, message)
                    .entry(unit.entry, unit.attribute)
                    .related(unit.reference.file(), place, "the address in the reference")
                    .help(format!("the reference has `{right}`")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "email-changed";

    #[test]
    fn the_address_is_underlined() {
        check_pair(
            RULE,
            "a = <a@b.org>\nc = c@d.org, e@f.org\n",
            "a = é a@c.org.\nc = e@f.org\n",
            &[
                "1:7: warning: address `a@c.org` is not that of the reference; help: the reference has `a@b.org`",
                "2:5: warning: address `c@d.org` of the reference is missing; help: the reference has `c@d.org`",
            ],
        );
    }

    #[test]
    fn examples_and_what_is_no_address_may_change() {
        check_pair(RULE, "a = you@example.com\n", "a = jij@voorbeeld.nl\n", &[]);
        check_pair(RULE, "a = @name and x@y\n", "a = @naam en z@y\n", &[]);
        check_pair(RULE, "a = A@B.org\n", "a = a@b.org\n", &[]);
    }
}
