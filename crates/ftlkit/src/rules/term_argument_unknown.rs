//! `term-argument-unknown`

use super::compare::Terms;
use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::diagnostic::Severity;
use crate::distance::{self, Guess};
use crate::model::{EntryKind, Features};

pub(super) struct TermArgumentUnknown;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for arguments of terms that the term does not use.",
    why: "The argument changes nothing, without an error: its name is wrong, or the term lacks the forms it \
        asks for.",
    bad: &[(
        "i18n/nl/main.ftl",
        "-brand = { $case ->\n   *[nominative] Vuurvlieg\n    [genitive] Vuurvliegs\n}\nhelp = { -brand(caes: \"genitive\") } hulp\n",
    )],
    good: &[(
        "i18n/nl/main.ftl",
        "-brand = { $case ->\n   *[nominative] Vuurvlieg\n    [genitive] Vuurvliegs\n}\nhelp = { -brand(case: \"genitive\") } hulp\n",
    )],
    fix: "Safe: the name is replaced where one that the term uses differs by a slip; unsafe where several do.",
};

impl Rule for TermArgumentUnknown {
    fn name(&self) -> &'static str {
        "term-argument-unknown"
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
                for place in
                    pattern.reference_arguments(reference).iter().filter_map(|argument| argument.name)
                {
                    let id = pattern.slice(reference.id);
                    let part = reference.attribute.map(|place| pattern.slice(place));
                    let Some(shape) = terms.shape(entry.file(), id, part) else { continue };
                    let name = pattern.slice(place);
                    if shape.keys.contains_key(name) {
                        continue;
                    }
                    let known = shape.keys.keys().copied().take(NAMES);
                    let guess = distance::guess(name, known.clone());
                    let nearest = guess.map(|guess| guess.name);
                    let help = match nearest {
                        Some(nearest) => format!("did you mean `{nearest}`?"),
                        None if shape.keys.is_empty() => "the term takes no arguments".to_owned(),
                        None => {
                            let names: Vec<String> = known.map(|name| format!("`{name}`")).collect();
                            format!("the term takes {}", names.join(", "))
                        }
                    };
                    let mut finding = Finding::at(
                        entry.file(),
                        place,
                        format!("term `{id}` does not use the argument `{name}`"),
                    )
                    .entry(entry, attribute)
                    .help(help);
                    if let Some(target) = context.find_or_inherit(entry.file(), id) {
                        finding = finding.related(target.file(), target.id_span(), "the term");
                    }
                    if let Some(Guess { name: nearest, is_certain }) = guess {
                        let title = format!("replace `{name}` with `{nearest}`");
                        finding = finding.fix(title, is_certain, entry.file(), [(place, nearest.to_owned())]);
                    }
                    sink.report(finding);
                }
            }
        }
    }
}

/// How many names are named, or compared with one that may be a slip.
const NAMES: usize = 20;

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "term-argument-unknown";

    #[test]
    fn the_name_is_underlined() {
        check_pair(
            RULE,
            "a = A\n",
            "-t = { $case ->\n   *[n] T\n}\n-u = U\na = é { -t(size: 1) } { -u(case: \"x\") }\n",
            &[
                "5:12: warning: term `-t` does not use the argument `size`; help: the term takes `case`",
                "5:28: warning: term `-u` does not use the argument `case`; help: the term takes no arguments",
            ],
        );
        check_fix(
            RULE,
            "a = A\n",
            "-t = { $case }\na = { -t(caes: 1) }\n",
            "-t = { $case }\na = { -t(case: 1) }\n",
        );
    }

    #[test]
    fn arguments_that_are_shown_and_unknown_terms_are_others_business() {
        check_pair(RULE, "a = A\n", "-t = { NUMBER($n) }\na = { -t(n: 1) } { -none(n: 1) }\n", &[]);
    }
}
