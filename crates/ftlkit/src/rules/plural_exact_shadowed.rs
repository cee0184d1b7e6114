//! `plural-exact-shadowed`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Selections, Sink};
use crate::diagnostic::Severity;
use crate::plurals::Keys;

pub(super) struct PluralExactShadowed;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for an exact number beside the category that is for this number only: `[1]` beside `[one]` in Dutch.",
    why: "The first of the two that matches is taken: whole numbers never reach the other one.",
    bad: &[(
        "i18n/en/main.ftl",
        "files =\n    { $n ->\n        [1] One file\n        [one] { $n } file\n       *[other] { $n } files\n    }\n",
    )],
    good: &[(
        "i18n/en/main.ftl",
        "files =\n    { $n ->\n        [one] One file\n       *[other] { $n } files\n    }\n",
    )],
    fix: "None.",
};

impl Rule for PluralExactShadowed {
    fn name(&self) -> &'static str {
        "plural-exact-shadowed"
    }

    fn group(&self) -> Group {
        Group::Plurals
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::selections()
    }

    fn check_selections<'a>(&self, context: Context<'a>, found: &Selections<'a>, sink: &mut Sink<'_>) {
        for select in &found.selects {
            let Some(rules) = context.plural_rules(select.kind).filter(|_| select.keys() == Keys::Plural)
            else {
                continue;
            };
            for variant in select.variants.iter().filter(|variant| !variant.default) {
                let Some(category) = select.category(variant) else { continue };
                let Some([number]) = rules.all_numbers(category) else { continue };
                let is_exact = |key: &str| key.parse() == Ok(f64::from(*number));
                let exact = select
                    .variants
                    .iter()
                    .copied()
                    .find(|other| other.numeric && !other.default && is_exact(select.key(other)));
                let Some(exact) = exact else { continue };
                // What stands first is taken.
                let (taken, shadowed) =
                    if exact.key.start < variant.key.start { (exact, *variant) } else { (*variant, exact) };
                let (taken_key, key) = (select.key(taken), select.key(shadowed));
                let file = select.pattern.file();
                let message =
                    format!("whole numbers never reach `[{key}]`: `[{taken_key}]` is for the same number");
                sink.report(
                    Finding::at(file, shadowed.key, message).entry(found.entry, found.attribute).related(
                        file,
                        taken.key,
                        "this variant is taken",
                    ),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_pair};

    const RULE: &str = "plural-exact-shadowed";

    #[test]
    fn the_first_is_taken() {
        check_pair(
            RULE,
            "a = A\n",
            "a = { $n ->\n    [one] een\n    [1] één\n   *[other] { $n }\n}\n",
            &["3:6: info: whole numbers never reach `[1]`: `[one]` is for the same number"],
        );
    }

    #[test]
    fn a_category_for_several_numbers_is_reached() {
        let text = "a = { $n ->\n    [1] x\n    [one] { $n }\n   *[other] { $n }\n}\n";
        for locale in ["ru", "fr", "lv", "kmr"] {
            let path = format!("i18n/{locale}/a.ftl");
            check(RULE, &[("i18n/en/a.ftl", "a = A\n"), (&path, text)], &[]);
        }
        check_pair(RULE, "a = A\n", "a = { $n ->\n    [0] x\n    [one] { $n }\n   *[other] { $n }\n}\n", &[]);
    }
}
