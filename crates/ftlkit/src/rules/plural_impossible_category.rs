//! `plural-impossible-category`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Selections, Sink};
use crate::diagnostic::Severity;
use crate::model::Variant;
use crate::plurals::{Keys, Kind, PluralSelect, Rules};
use crate::source::Span;

pub(super) struct PluralImpossibleCategory;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for variants whose key is a plural category that no number has in the language: `few` in Dutch, `one` \
        in Japanese, `zero` in English. Languages that CLDR does not know are left alone.",
    why: "The variant is never shown. Who wrote it expected something else: for zero the key is `[0]`.",
    bad: &[
        (
            "i18n/en/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } file\n       *[other] { $n } files\n    }\n",
        ),
        (
            "i18n/ja/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } 個\n       *[other] { $n } 個のファイル\n    }\n",
        ),
    ],
    good: &[
        (
            "i18n/en/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } file\n       *[other] { $n } files\n    }\n",
        ),
        ("i18n/ja/main.ftl", "files = { $n } 個のファイル\n"),
    ],
    fix: "Safe: the variant is removed, unless it is the default.",
};

impl Rule for PluralImpossibleCategory {
    fn name(&self) -> &'static str {
        "plural-impossible-category"
    }

    fn group(&self) -> Group {
        Group::Plurals
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn applies(&self, context: Context<'_>) -> bool {
        context.plural_rules(Kind::Cardinal).is_some()
    }

    fn interest(&self) -> Interest {
        Interest::selections()
    }

    fn check_selections<'a>(&self, context: Context<'a>, found: &Selections<'a>, sink: &mut Sink<'_>) {
        let Some(rules) = context.plural_rules(Kind::Cardinal) else { return };
        for select in &found.selects {
            if select.kind == Kind::Ordinal || select.keys() != Keys::Plural {
                continue;
            }
            for finding in impossible(select, rules, context.locale().tag()) {
                sink.report(finding.entry(found.entry, found.attribute));
            }
        }
    }
}

/// The variants that no number can reach; ordinals are judged in the same way. A default is always reached.
pub(super) fn impossible<'f>(
    select: &'f PluralSelect<'_>,
    rules: Rules,
    locale: &'f str,
) -> impl Iterator<Item = Finding> + 'f {
    let variants = select.variants.iter().copied().filter(|variant| !variant.default);
    variants.filter_map(move |variant| {
        let category = select.category(variant).filter(|category| !rules.has(*category))?;
        let file = select.pattern.file();
        let kind = select.kind.name();
        let message = format!("no number has the {kind} category `{category}` in `{locale}`");
        let exact = match category.name() {
            "zero" => "; for exactly zero write `[0]`",
            "one" => "; for exactly one write `[1]`",
            "two" => "; for exactly two write `[2]`",
            _ => "",
        };
        let finding = Finding::at(file, variant.key, message)
            .help(format!("whole numbers have {}{exact}", rules.describe()));
        Some(match line_of(select, variant) {
            Some(span) => finding.fix(format!("remove `[{category}]`"), true, file, [(span, String::new())]),
            None => finding,
        })
    })
}

/// The lines of a variant, if nothing else is on them.
fn line_of(select: &PluralSelect<'_>, variant: &Variant) -> Option<Span> {
    let text = select.pattern.file().source().text();
    let before = text.get(..variant.key.start as usize)?;
    let start = before.rfind('\n')? + 1;
    let is_first = before.get(start..)?.trim_start() == "[";
    let end = variant.value.end as usize;
    let rest = text.get(end..)?;
    let line = rest.find('\n')? + 1;
    let is_last = rest.get(..line)?.trim().is_empty();
    (is_first && is_last).then_some(Span::new(u32::try_from(start).ok()?, u32::try_from(end + line).ok()?))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_fix, check_pair};

    const RULE: &str = "plural-impossible-category";

    #[test]
    fn what_no_number_has_is_found_and_removed() {
        let text =
            "a =\n    { $n ->\n        [zero] niets\n        [one] een\n       *[other] { $n }\n    }\n";
        check_pair(
            RULE,
            "a = A\n",
            text,
            &[
                "3:10: warning: no number has the plural category `zero` in `nl`; help: whole numbers have `one` and `other`; for exactly zero write `[0]`",
            ],
        );
        check_fix(
            RULE,
            "a = A\n",
            text,
            "a =\n    { $n ->\n        [one] een\n       *[other] { $n }\n    }\n",
        );
        check_fix(
            RULE,
            "a = A\n",
            "a = { $n ->\n    [few] een\n        en twee\n    [one] x\n   *[other] { $n }\n}\n",
            "a = { $n ->\n    [one] x\n   *[other] { $n }\n}\n",
        );
    }

    #[test]
    fn fractions_and_millions_are_possible() {
        let text = "a = { $n ->\n    [one] x\n    [many] y\n   *[other] z\n}\n";
        for locale in ["fr", "cs", "lt", "he", "es", "kmr"] {
            let path = format!("i18n/{locale}/a.ftl");
            check(RULE, &[("i18n/en/a.ftl", "a = A\n"), (&path, text)], &[]);
        }
    }

    #[test]
    fn words_that_are_no_categories_show_another_kind_of_selection() {
        check_pair(RULE, "a = A\n", "a = { $x ->\n    [few] x\n   *[none] z\n}\n", &[]);
        check_pair(RULE, "a = A\n", "a = { $n ->\n    [one] x\n   *[many] z\n}\n", &[]);
        check_pair(RULE, "a = A\n", "a = { $key ->\n    [zero] { \"\" }\n   *[other] { $key }\n}\n", &[]);
    }
}
