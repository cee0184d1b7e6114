//! `id-repeated-in-value`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};
use crate::source::Span;

pub(super) struct IdRepeatedInValue;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for texts that begin with the entry's own id and `=`, and for a pilcrow (`¶`) that the reference does not have.",
    why: "Someone has copied too much from an editor, or from a translation platform: users see the id, or the sign.",
    bad: &[("i18n/en/main.ftl", "hello = Hello\n"), ("i18n/nl/main.ftl", "hello = hello = Hallo\n")],
    good: &[("i18n/en/main.ftl", "hello = Hello\n"), ("i18n/nl/main.ftl", "hello = Hallo\n")],
    fix: "Safe: an id is removed. A pilcrow stays: a line end may be meant.",
};

impl Rule for IdRepeatedInValue {
    fn name(&self) -> &'static str {
        "id-repeated-in-value"
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
        Interest::patterns(Features::EQUALS).and_translations(Features::LATIN_SIGNS)
    }

    fn check_pattern<'a>(
        &self,
        _context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let first = pattern.texts().first().filter(|text| text.span.start == pattern.span().start);
        let id = attribute.unwrap_or(entry.id());
        if let Some(span) = first.and_then(|text| repeated(pattern, text.span, id)) {
            sink.report(
                Finding::at(entry.file(), span, format!("the text begins with its own id, `{id}`"))
                    .entry(entry, attribute)
                    .help("write only the text after `=`")
                    .fix("remove the id", true, entry.file(), [(span, String::new())]),
            );
        }
    }

    fn check_unit<'a>(&self, _context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let mut texts = unit.pattern.texts().iter();
        let found = texts.find_map(|text| Some((text, unit.pattern.slice(text.span).find(PILCROW)?)));
        let Some((text, offset)) = found else { return };
        if !unit.reference.text().contains(PILCROW) {
            let start = text.span.start + u32::try_from(offset).unwrap_or(0);
            let span = Span::new(start, start + 2);
            sink.report(
                Finding::at(unit.entry.file(), span, "the reference has no `¶` here")
                    .entry(unit.entry, unit.attribute)
                    .related(unit.reference.file(), unit.reference.span(), "the text in the reference")
                    .help("remove it: translation platforms show it for a line end"),
            );
        }
    }
}

const PILCROW: char = '¶';

/// `id = ` at the start of a text, up to what follows it on the same line.
fn repeated(pattern: PatternRef<'_>, text: Span, id: &str) -> Option<Span> {
    let content = pattern.slice(text);
    let bare = content.strip_prefix('.').unwrap_or(content);
    let rest = bare.strip_prefix(id)?.trim_start_matches(' ').strip_prefix('=')?.trim_start_matches(' ');
    let is_all = matches!(rest.trim_end(), "") && pattern.span().end <= text.end;
    let length = u32::try_from(content.len() - rest.len()).ok()?;
    (!is_all).then(|| Span::new(text.start, text.start + length))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "id-repeated-in-value";

    #[test]
    fn the_id_is_underlined_and_removed() {
        let help = "; help: write only the text after `=`";
        let text = "a-b = a-b = B\n    .c = .c = C\n-t = -t=T\nd =\n    d = { $x }\n";
        check_pair(
            RULE,
            "a = A\n",
            text,
            &[
                &format!("1:7: warning: the text begins with its own id, `a-b`{help}"),
                &format!("2:10: warning: the text begins with its own id, `c`{help}"),
                &format!("3:6: warning: the text begins with its own id, `-t`{help}"),
                &format!("5:5: warning: the text begins with its own id, `d`{help}"),
            ],
        );
        check_fix(RULE, "a = A\n", text, "a-b = B\n    .c = C\n-t = T\nd =\n    { $x }\n");
    }

    #[test]
    fn equations_and_other_ids_are_texts() {
        check_pair(RULE, "a = A\n", "a = b = c\nx = x =\nfoo = foobar = 1\n", &[]);
    }

    #[test]
    fn a_pilcrow_must_be_in_the_reference() {
        check_pair(
            RULE,
            "a = A\nb = B¶\n",
            "a = é¶\nb = B¶\n",
            &[
                "1:6: warning: the reference has no `¶` here; help: remove it: translation platforms show it for a line \
             end",
            ],
        );
    }
}
