//! `term-variant-missing`

use super::compare::Terms;
use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::distance;
use crate::model::{ArgumentKind, EntryKind, Features};

pub(super) struct TermVariantMissing;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for arguments of terms that select no variant: `{ -brand(case: \"genitive\") }` where \
        `-brand` has no `[genitive]`.",
    why: "The default is shown, without an error: most often the wrong form of the word.",
    bad: &[(
        "i18n/nl/main.ftl",
        "-brand = { $case ->\n   *[nominative] Vuurvlieg\n    [genitive] Vuurvliegs\n}\nhelp = { -brand(case: \"genitiv\") } hulp\n",
    )],
    good: &[(
        "i18n/nl/main.ftl",
        "-brand = { $case ->\n   *[nominative] Vuurvlieg\n    [genitive] Vuurvliegs\n}\nhelp = { -brand(case: \"genitive\") } hulp\n",
    )],
    fix: "None.",
};

impl Rule for TermVariantMissing {
    fn name(&self) -> &'static str {
        "term-variant-missing"
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
        let mut terms = Terms::new(context);
        for (entry, attribute, pattern) in context.patterns_with(Features::ARGUMENTS) {
            for reference in pattern.references().iter().filter(|reference| reference.kind == EntryKind::Term)
            {
                let arguments = pattern.reference_arguments(reference).iter();
                for argument in arguments.filter(|argument| argument.kind == ArgumentKind::String) {
                    let Some(name) = argument.name else { continue };
                    let id = pattern.slice(reference.id);
                    let part = reference.attribute.map(|place| pattern.slice(place));
                    let Some(shape) = terms.shape(entry.file(), id, part) else { continue };
                    let value = pattern.slice(argument.value);
                    // A variable without keys selects nothing: it is shown, or handed on.
                    let keys = shape.keys.get(pattern.slice(name)).filter(|keys| !keys.is_empty());
                    let Some(keys) = keys.filter(|keys| !keys.contains(value)) else { continue };
                    let help = if let Some(nearest) = distance::hint(value, keys.iter().copied().take(KEYS)) {
                        format!("did you mean `{nearest}`?")
                    } else {
                        let keys: Vec<String> =
                            keys.iter().take(KEYS).map(|key| format!("`[{key}]`")).collect();
                        format!("the term has {}", keys.join(", "))
                    };
                    let mut finding = Finding::at(
                        entry.file(),
                        argument.value,
                        format!("term `{id}` has no variant `[{value}]`"),
                    )
                    .entry(entry, attribute)
                    .help(help);
                    if let Some(target) = context.find_or_inherit(entry.file(), id) {
                        finding = finding.related(target.file(), target.id_span(), "the term");
                    }
                    sink.report(finding);
                }
            }
        }
    }
}

/// How many keys are named, or compared with one that may be a slip.
const KEYS: usize = 20;

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "term-variant-missing";

    #[test]
    fn the_value_is_underlined() {
        check_pair(
            RULE,
            "a = A\n",
            "-t = { $case ->\n   *[n] T\n    [g] Ts\n}\na = é { -t(case: \"d\") } { -t(case: \"g\") }\n",
            &["5:19: warning: term `-t` has no variant `[d]`; help: the term has `[g]`, `[n]`"],
        );
    }

    #[test]
    fn variables_that_are_shown_and_numbers_take_any_value() {
        check_pair(RULE, "a = A\n", "-t = { $x ->\n   *[n] { $x }\n}\na = { -t(x: \"d\") }\n", &[]);
        check_pair(RULE, "a = A\n", "-t = { $n ->\n    [one] T\n   *[other] Ts\n}\na = { -t(n: 1) }\n", &[]);
        check_pair(RULE, "a = A\n", "-t = T\na = { -t(case: \"g\") }\n", &[]);
    }
}
