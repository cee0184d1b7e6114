//! `single-variant-select`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};

pub(super) struct SingleVariantSelect;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for selectors with only the default variant.",
    why: "There is nothing to choose: the text can stand by itself.",
    bad: &[("i18n/en/main.ftl", "files = { $n ->\n   *[other] { $n } files\n}\n")],
    good: &[("i18n/en/main.ftl", "files = { $n } files\n")],
    fix: "None.",
};

impl Rule for SingleVariantSelect {
    fn name(&self) -> &'static str {
        "single-variant-select"
    }

    fn group(&self) -> Group {
        Group::Syntax
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::SELECTS)
    }

    fn check_pattern<'a>(
        &self,
        _context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        for select in pattern.selects() {
            let mut variants = pattern.variants_of(select);
            if let (Some(only), None) = (variants.next(), variants.next()) {
                let key = pattern.slice(only.key);
                sink.report(
                    Finding::at(entry.file(), only.key, format!("`[{key}]` is the only variant"))
                        .entry(entry, attribute)
                        .help("write its text without the selector"),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    #[test]
    fn variants_inside_variants_are_not_counted() {
        check_pair(
            "single-variant-select",
            "a = A\n",
            "a = { $x ->\n   *[a] { $y ->\n        [b] B\n       *[c] C\n    }\n}\n",
            &["2:6: info: `[a]` is the only variant; help: write its text without the selector"],
        );
    }
}
