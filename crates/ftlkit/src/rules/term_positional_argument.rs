//! `term-positional-argument`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{ArgumentKind, EntryRef, Features, PatternRef};
use crate::source::Span;

pub(super) struct TermPositionalArgument;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for arguments without a name that are handed to a term.",
    why: "A term sees only named arguments: the others are ignored.",
    bad: &[
        ("i18n/en/main.ftl", "-brand = Firefly\nabout = About { -brand }\n"),
        ("i18n/nl/main.ftl", "-brand = Firefly\nabout = Over { -brand(\"genitive\") }\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "-brand = Firefly\nabout = About { -brand }\n"),
        ("i18n/nl/main.ftl", "-brand = Firefly\nabout = Over { -brand }\n"),
    ],
    fix: "None.",
};

impl Rule for TermPositionalArgument {
    fn name(&self) -> &'static str {
        "term-positional-argument"
    }

    fn group(&self) -> Group {
        Group::Syntax
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::ARGUMENTS)
    }

    fn check_pattern<'a>(
        &self,
        _context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        for reference in pattern.references() {
            let id = pattern.slice(reference.id);
            let arguments = pattern.reference_arguments(reference).iter();
            for argument in arguments.filter(|argument| argument.name.is_none()) {
                let span = match argument.kind {
                    ArgumentKind::Variable => pattern.with_sigil(argument.value),
                    ArgumentKind::String => Span::new(argument.value.start - 1, argument.value.end + 1),
                    ArgumentKind::Number | ArgumentKind::Other => argument.value,
                };
                let message = format!("term `{id}` takes only named arguments and ignores this one");
                sink.report(
                    Finding::at(entry.file(), span, message)
                        .entry(entry, attribute)
                        .help(format!("leave it out, or name it: `{id}(name: \"value\")`")),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    #[test]
    fn the_argument_is_underlined() {
        let found = |place: &str| {
            format!(
                "{place}: warning: term `-t` takes only named arguments and ignores this one; help: leave it out, or \
                 name it: `-t(name: \"value\")`"
            )
        };
        check_pair(
            "term-positional-argument",
            "a = A\n",
            "a = { -t($x, \"y\", 1, case: \"z\") } { -t.b(b) ->\n   *[x] { -t } { -t() } { NUMBER($x) }\n}\n",
            &[&found("1:10"), &found("1:14"), &found("1:19"), &found("1:42")],
        );
    }
}
