//! `markup-key-mismatch`

use std::collections::BTreeMap;

use super::compare::key_of;
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{Features, PatternRef, Tag};
use crate::source::Span;

pub(super) struct MarkupKeyMismatch;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for the keys by which code finds a tag, such as `data-l10n-name`, that differ from those of \
        the reference.",
    why: "The element is not found: the link leads nowhere, or the text is not shown at all.",
    bad: &[
        ("i18n/en/main.ftl", "welcome = Read <a data-l10n-name=\"terms\">the terms</a>\n"),
        ("i18n/nl/main.ftl", "welcome = Lees <a data-l10n-name=\"termen\">de voorwaarden</a>\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "welcome = Read <a data-l10n-name=\"terms\">the terms</a>\n"),
        ("i18n/nl/main.ftl", "welcome = Lees <a data-l10n-name=\"terms\">de voorwaarden</a>\n"),
    ],
    fix: "Safe: the key is replaced where the translation has one key that is wrong, and lacks one; unsafe where \
        several are wrong.",
};

impl Rule for MarkupKeyMismatch {
    fn name(&self) -> &'static str {
        "markup-key-mismatch"
    }

    fn group(&self) -> Group {
        Group::Markup
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::references(Features::TAGS)
    }

    fn check_unit<'a>(&self, _context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        if unit.has_same_tags() {
            return;
        }
        let wanted = keys(unit.reference);
        if !wanted.is_empty() {
            compare(unit, &wanted, sink);
        }
    }
}

type Keys<'a> = BTreeMap<(&'static str, &'a str), Vec<(Span, &'a Tag)>>;

fn keys(pattern: PatternRef<'_>) -> Keys<'_> {
    let mut keys = Keys::new();
    for tag in pattern.tags() {
        if let Some((name, value, span)) = key_of(pattern, tag) {
            keys.entry((name, value)).or_default().push((span, tag));
        }
    }
    keys
}

fn compare(unit: &UnitPair<'_>, wanted: &Keys<'_>, sink: &mut Sink<'_>) {
    let (pattern, reference) = (unit.pattern, unit.reference);
    let found = keys(pattern);
    let wrong: Vec<_> = found.iter().filter(|(key, _)| !wanted.contains_key(*key)).collect();
    let lost: Vec<_> = wanted.iter().filter(|(key, _)| !found.contains_key(*key)).collect();
    for ((attribute, value), places) in &wrong {
        let same = lost.iter().filter(|((other, _), _)| other == attribute);
        let right = same.map(|((_, value), _)| *value).next().filter(|_| lost.len() == 1);
        for (span, _) in *places {
            let message = format!("key `{value}` of `{attribute}` is not in the reference");
            let mut finding = Finding::at(unit.entry.file(), *span, message)
                .entry(unit.entry, unit.attribute)
                .related(reference.file(), reference.span(), "the text in the reference");
            if let Some(right) = right {
                finding = finding.help(format!("did you mean `{right}`?")).fix(
                    format!("replace `{value}` with `{right}`"),
                    wrong.len() == 1,
                    unit.entry.file(),
                    [(*span, (*right).to_owned())],
                );
            }
            sink.report(finding);
        }
    }
    // A tag that is missing altogether is another finding; here its key is.
    for ((attribute, value), places) in lost.iter().skip(wrong.len()) {
        let name = places.first().map(|(_, tag)| reference.slice(tag.name)).unwrap_or_default();
        let is_bare = |tag: &&Tag| {
            tag.kind != crate::model::TagKind::Close
                && pattern.slice(tag.name) == name
                && key_of(pattern, tag).is_none()
        };
        let Some(tag) = pattern.tags().iter().find(is_bare) else { continue };
        sink.report(
            Finding::at(
                unit.entry.file(),
                tag.span,
                format!("tag `<{name}>` lacks `{attribute}=\"{value}\"`"),
            )
            .entry(unit.entry, unit.attribute)
            .related(reference.file(), reference.span(), "the text in the reference"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "markup-key-mismatch";

    #[test]
    fn the_key_is_underlined() {
        check_pair(
            RULE,
            "a = <a data-l10n-name=\"x\">A</a>\n",
            "a = é <a data-l10n-name='z'>A</a>\n",
            &["1:26: error: key `z` of `data-l10n-name` is not in the reference; help: did you mean `x`?"],
        );
        check_fix(
            RULE,
            "a = <a data-l10n-name=\"x\">A</a>\n",
            "a = <a data-l10n-name=\"z\">A</a>\n",
            "a = <a data-l10n-name=\"x\">A</a>\n",
        );
    }

    #[test]
    fn a_tag_without_its_key_is_found() {
        check_pair(
            RULE,
            "a = <a data-l10n-name=\"x\">A</a>\n",
            "a = <a>A</a>\n",
            &["1:5: error: tag `<a>` lacks `data-l10n-name=\"x\"`"],
        );
    }

    #[test]
    fn order_is_free_and_missing_tags_are_others_business() {
        let (x, y) = ("<a data-l10n-name=\"x\">X</a>", "<a data-l10n-name=\"y\">Y</a>");
        check_pair(RULE, &format!("a = {x} {y}\n"), &format!("a = {y} {x}\n"), &[]);
        check_pair(RULE, &format!("a = {x} {y}\n"), &format!("a = {y}\n"), &[]);
    }
}
