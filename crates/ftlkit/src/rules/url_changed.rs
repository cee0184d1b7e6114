//! `url-changed`

use std::collections::HashSet;

use super::compare::addresses;
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::Features;

pub(super) struct UrlChanged;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for web addresses whose host or path differs from that in the reference. What only chooses \
        a language may differ, such as `/nl/` or `nl.`.",
    why: "The link may lead elsewhere, or nowhere. Pages in the reader's language are welcome.",
    bad: &[
        ("i18n/en/main.ftl", "help = See https://example.org/help\n"),
        ("i18n/nl/main.ftl", "help = Zie https://example.com/help\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "help = See https://example.org/help\n"),
        ("i18n/nl/main.ftl", "help = Zie https://example.org/nl/help\n"),
    ],
    fix: "None.",
};

impl Rule for UrlChanged {
    fn name(&self) -> &'static str {
        "url-changed"
    }

    fn group(&self) -> Group {
        Group::Markup
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::references(Features::COLON)
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let wanted = addresses(unit.reference, context.reference().locale().tag());
        if wanted.is_empty() {
            return;
        }
        let found = addresses(unit.pattern, context.locale().tag());
        let known: HashSet<&str> = wanted.iter().map(|address| address.essence.as_str()).collect();
        let here: HashSet<&str> = found.iter().map(|address| address.essence.as_str()).collect();
        let mut lost = wanted.iter().filter(|address| !here.contains(address.essence.as_str()));
        for address in found.iter().filter(|address| !known.contains(address.essence.as_str())) {
            let Some(right) = lost.next() else { break };
            sink.report(
                Finding::at(
                    unit.entry.file(),
                    address.span,
                    format!("address `{}` is not that of the reference", address.text),
                )
                .entry(unit.entry, unit.attribute)
                .related(unit.reference.file(), right.span, "the address in the reference")
                .help(format!("the reference has `{}`", right.text)),
            );
        }
        for right in lost {
            sink.report(
                Finding::at(
                    unit.entry.file(),
                    unit.pattern.span(),
                    format!("address `{}` of the reference is missing", right.text),
                )
                .entry(unit.entry, unit.attribute)
                .related(unit.reference.file(), right.span, "the address in the reference"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "url-changed";

    #[test]
    fn the_address_is_underlined() {
        check_pair(
            RULE,
            "a = See https://a.example/x.\nb = http://a.example\n",
            "a = Zie (https://b.example/x).\nb = B\n",
            &[
                "1:10: info: address `https://b.example/x` is not that of the reference; \
                 help: the reference has `https://a.example/x`",
                "2:5: info: address `http://a.example` of the reference is missing",
            ],
        );
    }

    #[test]
    fn languages_may_differ() {
        for address in
            ["https://www.example.org/nl-BE/x/", "HTTPS://nl.example.org/x", "http://example.org/nl/x?hl=nl"]
        {
            check_pair(RULE, "a = https://www.example.org/en-US/x\n", &format!("a = {address}\n"), &[]);
        }
        check_pair(
            RULE,
            "a = https://en.wikipedia.org/wiki/Bee\n",
            "a = https://nl.wikipedia.org/wiki/Bij\n",
            &[],
        );
        check_pair(RULE, "a = https://example.org/{ $x }\n", "a = „https://example.org/{ $x }“\n", &[]);
    }
}
