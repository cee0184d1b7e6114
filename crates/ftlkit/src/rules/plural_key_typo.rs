//! `plural-key-typo`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Selections, Sink};
use crate::diagnostic::Severity;
use crate::distance;
use crate::plurals::Category;

pub(super) struct PluralKeyTypo;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for keys that are no plural category, among others that are: `othr`, `plural`.",
    why: "No number has such a category, so the variant is never shown.",
    bad: &[
        (
            "i18n/en/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } file\n       *[other] { $n } files\n    }\n",
        ),
        (
            "i18n/cs/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } soubor\n        [fwe] { $n } soubory\n       *[other] \
             { $n } souborů\n    }\n",
        ),
    ],
    good: &[
        (
            "i18n/en/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } file\n       *[other] { $n } files\n    }\n",
        ),
        (
            "i18n/cs/main.ftl",
            "files =\n    { $n ->\n        [one] { $n } soubor\n        [few] { $n } soubory\n       *[other] \
             { $n } souborů\n    }\n",
        ),
    ],
    fix: "Safe: the key is replaced by the nearest category of the language, unless the selection has that already.",
};

/// What people write instead.
const WORDS: [(&str, Category); 6] = [
    ("single", Category::One),
    ("singular", Category::One),
    ("dual", Category::Two),
    ("plural", Category::Other),
    ("multiple", Category::Other),
    ("default", Category::Other),
];

impl Rule for PluralKeyTypo {
    fn name(&self) -> &'static str {
        "plural-key-typo"
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

    fn interest(&self) -> Interest {
        Interest::selections()
    }

    fn check_selections<'a>(&self, context: Context<'a>, found: &Selections<'a>, sink: &mut Sink<'_>) {
        for select in &found.selects {
            // `on` beside `other` is the state of a switch; beside `few` it is a slip.
            let is_plural = |category: &Category| *category != Category::Other && select.has(*category);
            if !Category::ALL.iter().any(is_plural) {
                continue;
            }
            let rules = context.plural_rules(select.kind);
            for variant in select.variants.iter().filter(|variant| !variant.numeric) {
                let key = select.key(variant);
                let Some(meant) = meant(key) else { continue };
                let file = select.pattern.file();
                let finding = Finding::at(file, variant.key, format!("`{key}` is no plural category"))
                    .entry(found.entry, found.attribute)
                    .help(format!("did you mean `{meant}`?"));
                let fits = !select.has(meant) && rules.is_none_or(|rules| rules.has(meant));
                sink.report(if fits {
                    let edits = [(variant.key, meant.name().to_owned())];
                    finding.fix(format!("replace `{key}` with `{meant}`"), true, file, edits)
                } else {
                    finding
                });
            }
        }
    }
}

/// The category that a key was probably meant to be.
fn meant(key: &str) -> Option<Category> {
    if Category::parse(key).is_some() {
        return None;
    }
    let lower = key.to_lowercase();
    let word = WORDS.iter().find(|(word, _)| *word == lower).map(|(_, category)| *category);
    let exact = || Category::parse(&lower);
    let near = || Category::parse(distance::hint(&lower, Category::ALL.map(Category::name))?);
    word.or_else(exact).or_else(near)
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "plural-key-typo";

    #[test]
    fn slips_are_found() {
        let text = "a = { $n ->\n    [one] x\n    [tow] y\n    [Few] y\n   *[plural] z\n}\n";
        check_pair(
            RULE,
            "a = A\n",
            text,
            &[
                "3:6: warning: `tow` is no plural category; help: did you mean `two`?",
                "4:6: warning: `Few` is no plural category; help: did you mean `few`?",
                "5:6: warning: `plural` is no plural category; help: did you mean `other`?",
            ],
        );
        check_fix(
            RULE,
            "a = A\n",
            "a = { $n ->\n    [one] x\n   *[othr] z\n}\n",
            "a = { $n ->\n    [one] x\n   *[other] z\n}\n",
        );
    }

    #[test]
    fn other_selections_are_left_alone() {
        check_pair(RULE, "a = A\n", "a = { $n ->\n    [on] x\n   *[other] y\n}\n", &[]);
        check_pair(RULE, "a = A\n", "a = { $n ->\n    [single] x\n   *[plural] y\n}\n", &[]);
        check_pair(RULE, "a = A\n", "a = { $n ->\n    [0] x\n    [one] x\n   *[other] y\n}\n", &[]);
    }
}
