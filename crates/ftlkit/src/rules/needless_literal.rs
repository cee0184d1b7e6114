//! `needless-literal`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef, TextKind};
use crate::source::Span;

pub(super) struct NeedlessLiteral;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for strings in braces, such as `{ \"Files\" }`, that can be text. Strings with braces, escapes, blanks at an end, \
        or a first sign that begins no line of text need their braces.",
    why: "Translation tools show the braces to translators, who take them for something special.",
    bad: &[("i18n/en/main.ftl", "files = { \"Files\" } of { $name }\n")],
    good: &[("i18n/en/main.ftl", "files = Files of { $name }\n")],
    fix: "Safe: the string becomes text.",
};

impl Rule for NeedlessLiteral {
    fn name(&self) -> &'static str {
        "needless-literal"
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
        Interest::patterns(Features::LITERALS)
    }

    fn check_pattern<'a>(
        &self,
        _context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let placeables = pattern.placeables();
        for text in pattern.texts().iter().filter(|text| text.kind == TextKind::String) {
            let string = pattern.slice(text.span);
            let around = placeables.partition_point(|placeable| placeable.span.start < text.span.start);
            let Some(around) = around.checked_sub(1).and_then(|index| placeables.get(index)) else {
                continue;
            };
            let inside = pattern.slice(around.span).trim_matches(['{', '}', ' ']);
            let is_alone = inside.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) == Some(string);
            let before = pattern.slice(Span::new(pattern.span().start, around.span.start));
            let is_nested = before.trim_end_matches([' ', '\n', '\r']).ends_with('{');
            if is_alone && !is_nested && can_be_text(string) {
                sink.report(
                    Finding::at(entry.file(), around.span, "the string needs no braces")
                        .entry(entry, attribute)
                        .help(format!("write `{string}` as text"))
                        .fix("write it as text", true, entry.file(), [(around.span, string.to_owned())]),
                );
            }
        }
    }
}

/// Whether a string means the same outside of braces, wherever it stands.
fn can_be_text(string: &str) -> bool {
    let is_plain =
        |character: char| character == ' ' || character.is_alphanumeric() || ".,!?%()/&-".contains(character);
    let ends = (string.chars().next(), string.chars().next_back());
    let (Some(first), Some(last)) = ends else { return false };
    first.is_alphanumeric() && last != ' ' && string.chars().all(is_plain)
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "needless-literal";

    #[test]
    fn a_plain_string_is_mended() {
        let found = "1:7: info: the string needs no braces; help: write `Bé c!` as text";
        check_pair(RULE, "a = A\n", "a = x { \"Bé c!\" } y\n", &[found]);
        check_fix(RULE, "a = A\n", "a = x { \"B\" }{\"C\"}\n", "a = x BC\n");
    }

    #[test]
    fn strings_that_need_braces_keep_them() {
        for string in ["", " ", " a", "a ", "{", "a}", "[a]", "*a", ".a", "\\u00a0", "\u{a0}a", "\\\"", "#"] {
            check_pair(RULE, "a = A\n", &format!("a = {{ \"{string}\" }}\n"), &[]);
        }
        check_pair(RULE, "a = A\n", "a = { NUMBER(\"a\") } { \"a\" ->\n   *[b] B\n} {{ \"a\" }}\n", &[]);
    }
}
