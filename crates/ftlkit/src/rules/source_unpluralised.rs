//! `source-unpluralised`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef, TextKind};
use crate::source::Span;

pub(super) struct SourceUnpluralised;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for texts of the reference that show a variable and leave the plural to brackets: `{ $n } file(s)`.",
    why: "Few languages can do the same: their translators cannot say it well without `{ $n -> … }`, and do not know \
        that they may.",
    bad: &[("i18n/en/main.ftl", "files = { $n } file(s) found\n")],
    good: &[(
        "i18n/en/main.ftl",
        "files =\n    { $n ->\n        [one] { $n } file found\n       *[other] { $n } files found\n    }\n",
    )],
    fix: "None.",
};

const ENDINGS: [&str; 3] = ["(s)", "(es)", "(ies)"];

impl Rule for SourceUnpluralised {
    fn name(&self) -> &'static str {
        "source-unpluralised"
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

    fn applies(&self, context: Context<'_>) -> bool {
        context.is_reference()
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::VARIABLES)
    }

    fn check_pattern<'a>(
        &self,
        _context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        if pattern.variables().is_empty() || !pattern.selects().is_empty() {
            return;
        }
        if let Some(span) = bracketed(pattern) {
            let message = format!("`{}` leaves the plural to the reader", pattern.slice(span));
            sink.report(
                Finding::at(entry.file(), span, message)
                    .entry(entry, attribute)
                    .help("select by the number: `{ $n -> [one] … *[other] … }`"),
            );
        }
    }
}

/// The first word with its plural in brackets.
fn bracketed(pattern: PatternRef<'_>) -> Option<Span> {
    pattern.texts().iter().filter(|text| text.kind == TextKind::Plain).find_map(|text| {
        let run = pattern.slice(text.span);
        let endings = ENDINGS.iter().filter_map(|ending| Some((run.find(ending)?, ending.len())));
        let (at, length) = endings.min()?;
        let before = run.get(..at)?;
        let word = before.len() - before.trim_end_matches(char::is_alphabetic).len();
        let offset = |at: usize| Some(text.span.start + u32::try_from(at).ok()?);
        (word > 1).then_some(Span::new(offset(at - word)?, offset(at + length)?))
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::check;

    const RULE: &str = "source-unpluralised";

    #[test]
    fn brackets_are_found_in_the_source_only() {
        let text = "a = Sent { $n } large message(s)\n";
        check(
            RULE,
            &[("i18n/en/a.ftl", text), ("i18n/nl/a.ftl", text)],
            &[
                "i18n/en/a.ftl:1:23: info: `message(s)` leaves the plural to the reader; help: select by the number: `{ $n -> [one] … *[other] … }`",
            ],
        );
    }

    #[test]
    fn without_a_number_nothing_can_be_selected() {
        check(
            RULE,
            &[("i18n/en/a.ftl", "a = Choose file(s)\nb = { $n } (s)\n"), ("i18n/nl/a.ftl", "a = A\n")],
            &[],
        );
    }
}
