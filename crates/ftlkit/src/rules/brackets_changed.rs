//! `brackets-changed`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{Features, PatternRef, TextKind};
use crate::source::Span;

pub(super) struct BracketsChanged;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for texts with fewer round, square or curly brackets than the reference, or with brackets that do \
        not pair up. Full-width brackets count as plain ones; guillemets need only pair up. An explanation may be \
        added; brackets that end a word, as in `file(s)`, do not count.",
    why: "A bracket was forgotten, or what stood in it.",
    bad: &[
        ("i18n/en/main.ftl", "size = Size (in bytes)\n"),
        ("i18n/nl/main.ftl", "size = Grootte (in bytes\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "size = Size (in bytes)\n"),
        ("i18n/nl/main.ftl", "size = Grootte (in bytes)\n"),
    ],
    fix: "None.",
};

impl Rule for BracketsChanged {
    fn name(&self) -> &'static str {
        "brackets-changed"
    }

    fn group(&self) -> Group {
        Group::Markup
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::units(Features::BRACKETS.or(Features::WIDE).or(Features::LATIN_SIGNS))
    }

    fn check_unit<'a>(&self, _context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let has_variants = !unit.pattern.variants().is_empty() || !unit.reference.variants().is_empty();
        let (found, wanted) = (count(unit.pattern), count(unit.reference));
        for (kind, (found, wanted)) in found.iter().zip(&wanted).enumerate() {
            let Some((open, close)) = SIGNS.get(kind) else { continue };
            let is_paired = found.opening == found.closing;
            // Where the reference does not pair them up they are no brackets: `a)`, `:)`.
            if wanted.opening != wanted.closing {
                continue;
            }
            let is_same = *open == '«' || has_variants || found.opening >= wanted.opening;
            if is_paired && is_same {
                continue;
            }
            let (span, message) = if is_paired {
                let message = format!(
                    "{} pairs of `{open}{close}`, in the reference {}",
                    found.opening, wanted.opening
                );
                (unit.pattern.span(), message)
            } else {
                let (more, less) = if found.opening > found.closing { (open, close) } else { (close, open) };
                let message = format!("`{more}` has no `{less}`");
                (found.last.unwrap_or(unit.pattern.span()), message)
            };
            sink.report(
                Finding::at(unit.entry.file(), span, message).entry(unit.entry, unit.attribute).related(
                    unit.reference.file(),
                    unit.reference.span(),
                    "the text in the reference",
                ),
            );
        }
    }
}

const SIGNS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('{', '}'), ('«', '»')];

/// How many brackets of one kind there are, and where the last of them is.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    opening: u32,
    closing: u32,
    last: Option<Span>,
}

fn count(pattern: PatternRef<'_>) -> [Count; 4] {
    let mut counts = [Count::default(); 4];
    for text in pattern.texts().iter().filter(|text| text.kind != TextKind::Number) {
        let run = pattern.slice(text.span);
        let mut before = ' ';
        let mut endings = 0_u32;
        for (at, sign) in run.char_indices() {
            let plain = match sign {
                '（' => '(',
                '）' => ')',
                '［' | '【' => '[',
                '］' | '】' => ']',
                other => other,
            };
            // In "(;)" the bracket is no mouth.
            let is_face = matches!(before, ':' | ';' | '-')
                && matches!(plain, '(' | ')')
                && !matches!(run.get(..at).unwrap_or_default().chars().rev().nth(1), Some('(' | '（'));
            let kind = SIGNS.iter().position(|(open, close)| plain == *open || plain == *close);
            // In "file(s)" and "date(1)" the brackets belong to the word.
            let is_ending = match sign {
                '(' if before.is_ascii_alphanumeric() && ends_soon(run, at) => {
                    endings += 1;
                    true
                }
                ')' if endings > 0 => {
                    endings -= 1;
                    true
                }
                _ => false,
            };
            if let Some((kind, count)) = kind.and_then(|kind| Some((kind, counts.get_mut(kind)?)))
                && !is_face
                && !is_ending
            {
                let is_opening = SIGNS.get(kind).is_some_and(|(open, _)| plain == *open);
                let slot = if is_opening { &mut count.opening } else { &mut count.closing };
                *slot += 1;
                let start = text.span.start + u32::try_from(at).unwrap_or_default();
                count.last =
                    Some(Span::new(start, start + u32::try_from(sign.len_utf8()).unwrap_or_default()));
            }
            before = sign;
        }
    }
    counts
}

/// Whether a bracket is closed after a few letters.
fn ends_soon(run: &str, at: usize) -> bool {
    let rest = run.get(at + 1..).unwrap_or_default();
    rest.chars().take(4).position(|sign| sign == ')').is_some_and(|length| length > 0)
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "brackets-changed";

    #[test]
    fn the_bracket_is_underlined() {
        check_pair(RULE, "a = A (b)\n", "a = é (b\n", &["1:7: info: `(` has no `)`"]);
        check_pair(RULE, "a = A [b]\n", "a = A b]\n", &["1:8: info: `]` has no `[`"]);
        check_pair(RULE, "a = A (b)\n", "a = A b\n", &["1:5: info: 0 pairs of `()`, in the reference 1"]);
    }

    #[test]
    fn full_width_forms_faces_and_quotes_are_right() {
        check_pair(RULE, "a = A (b) [c]\n", "a = A（b）【c】\n", &[]);
        check_pair(RULE, "a = Hello\n", "a = Hallo :) ;-)\n", &[]);
        check_pair(RULE, "a = A\n", "a = 用分號(;)分隔\n", &[]);
        check_pair(RULE, "a = A “b”\n", "a = A « b » »c«\n", &[]);
        check_pair(RULE, "a = A file(s)\n", "a = Een bestand (of meer)\n", &[]);
        check_pair(RULE, "a = A ({ $n })\n", "a = A({ $n })\n", &[]);
        check_pair(RULE, "a = a) first\n", "a = 1. eerst\n", &[]);
    }
}
