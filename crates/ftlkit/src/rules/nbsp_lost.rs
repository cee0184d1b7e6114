//! `nbsp-lost`

use super::typography::{Flow, NARROW, NO_BREAK, Side};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::Features;

pub(super) struct NbspLost;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for a plain space between a number, or a placeable, and the word beside it, where the reference has a no-break \
        space in such a place: `{ $size } MB`. No-break spaces before punctuation are a matter of each language.",
    why: "A line can now end between the number and its unit.",
    bad: &[
        ("i18n/en/main.ftl", "size = About { $size }{ \"\\u00A0\" }megabytes\n"),
        ("i18n/nl/main.ftl", "size = Ongeveer { $size } megabyte\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "size = About { $size }{ \"\\u00A0\" }megabytes\n"),
        ("i18n/nl/main.ftl", "size = Ongeveer { $size }{ \"\\u00A0\" }megabyte\n"),
    ],
    fix: "None.",
};

impl Rule for NbspLost {
    fn name(&self) -> &'static str {
        "nbsp-lost"
    }

    fn group(&self) -> Group {
        Group::Typography
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::references(Features::LATIN_SIGNS | Features::SYMBOLS | Features::LITERALS)
    }

    fn check_unit<'a>(&self, _context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        if !unit.reference.slice(unit.reference.span()).contains([NO_BREAK, NARROW, '\\']) {
            return;
        }
        let reference = Flow::of(unit.reference);
        let flow = Flow::of(unit.pattern);
        for place in [Place::BehindNumber, Place::BeforeNumber] {
            let Some(wanted) = spaces(&reference, place).find(|(_, sign)| is_no_break(*sign)) else {
                continue;
            };
            let mut own = spaces(&flow, place).peekable();
            let is_kept = spaces(&flow, place).any(|(_, sign)| is_no_break(sign));
            let Some((at, _)) = own.peek().copied().filter(|_| !is_kept) else { continue };
            let span = flow.span(at..at + 1);
            let code = format!("U+{:04X}", u32::from(wanted.1));
            sink.report(
                Finding::at(
                    unit.entry.file(),
                    span,
                    format!("a plain space stands where the reference has {code}"),
                )
                .entry(unit.entry, unit.attribute)
                .help(format!("write {code}"))
                .related(
                    unit.reference.file(),
                    reference.span(wanted.0..wanted.0 + 1),
                    "the no-break space of the reference",
                ),
            );
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    BehindNumber,
    BeforeNumber,
}

fn is_no_break(sign: char) -> bool {
    matches!(sign, NO_BREAK | NARROW)
}

/// The spaces between a number and a word.
fn spaces(flow: &Flow, place: Place) -> impl Iterator<Item = (usize, char)> {
    let is_number = |side: Side| side == Side::Value || side.is(char::is_numeric);
    flow.prose()
        .filter(move |(_, sign, atom)| {
            let (number, word) = match place {
                Place::BehindNumber => (atom.before, atom.after),
                Place::BeforeNumber => (atom.after, atom.before),
            };
            (*sign == ' ' || is_no_break(*sign)) && is_number(number) && word.is_letter()
        })
        .map(|(at, sign, _)| (at, sign))
}

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "nbsp-lost";

    #[test]
    fn a_lost_space_is_underlined() {
        let found = "1:11: info: a plain space stands where the reference has U+00A0; help: write U+00A0";
        check_pair(RULE, "a = { $x }\u{a0}MB { $y } a\n", "a = { $x } MB\n", &[found]);
        let found = "1:6: info: a plain space stands where the reference has U+202F; help: write U+202F";
        check_pair(RULE, "a = n\u{202f}5\n", "a = é 5\n", &[found]);
    }

    #[test]
    fn what_is_kept_or_has_no_place_is_right() {
        check_pair(RULE, "a = { $x }\u{a0}MB\n", "a = { $x }\u{202f}MB in { $y } s\n", &[]);
        check_pair(RULE, "a = { $x }\u{a0}MB\n", "a = MB: { $x }\n", &[]);
        check_pair(RULE, "a = Nom\u{a0}: { $x }\n", "a = Naam: { $x } a\n", &[]);
    }
}
