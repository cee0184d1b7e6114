//! `edge-whitespace`

use super::typography::{Atom, AtomKind, Flow, is_key};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::Features;
use crate::source::Span;

pub(super) struct EdgeWhitespace;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for texts that begin or end with a space, written `{ \" \" }`, where the reference does not, and the other way \
        round. A no-break space before punctuation, as French has it, is no such space, nor is any at the end of a French \
        text that the reference lacks: the application may put a colon behind it.",
    why: "The application puts such a text beside another one; without its space two words run together, and one too many \
        leaves a gap.",
    bad: &[("i18n/en/main.ftl", "size = Size:{ \" \" }\n"), ("i18n/nl/main.ftl", "size = Grootte:\n")],
    good: &[
        ("i18n/en/main.ftl", "size = Size:{ \" \" }\n"),
        ("i18n/nl/main.ftl", "size = Grootte:{ \" \" }\n"),
    ],
    fix: "Safe: the space of the reference is put in, or the one too many taken out; where the text has variants, none.",
};

impl Rule for EdgeWhitespace {
    fn name(&self) -> &'static str {
        "edge-whitespace"
    }

    fn group(&self) -> Group {
        Group::Typography
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        // A text can begin or end with a space of its own only if that is no plain one.
        Interest::units(
            Features::LITERALS
                | Features::CONTROL
                | Features::LATIN_SIGNS
                | Features::SYMBOLS
                | Features::WIDE,
        )
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let is_open = [unit.pattern, unit.reference].iter().any(|pattern| {
            let text = pattern.slice(pattern.span());
            let is_edge = |sign: char| sign.is_whitespace() || matches!(sign, '{' | '}');
            text.starts_with(is_edge) || text.ends_with(is_edge)
        });
        if is_key(unit.attribute) || !is_open {
            return;
        }
        let flows = [Flow::of(unit.pattern), Flow::of(unit.reference)];
        for edge in [Edge::Start, Edge::End] {
            let [Some(own), Some(wanted)] = flows.each_ref().map(|flow| spaces(flow, edge)) else { continue };
            let [flow, reference] = &flows;
            if own.is_empty() == wanted.is_empty() || !has_ink(flow) || !has_ink(reference) {
                continue;
            }
            let (verb, place) = match edge {
                Edge::Start => ("begins", "the start"),
                Edge::End => ("ends", "the end"),
            };
            let is_extra = wanted.is_empty();
            if is_extra && edge == Edge::End && matches!(context.locale().language(), "fr" | "br") {
                continue;
            }
            let span = match edge {
                _ if is_extra => flow.span(own.clone()),
                Edge::Start => Span::at(unit.pattern.span().start),
                Edge::End => Span::at(unit.pattern.span().end),
            };
            let (message, help) = if is_extra {
                (format!("the text {verb} with a space, and the reference does not"), "remove the space")
            } else {
                (format!("the text {verb} without the space of the reference"), "write `{ \" \" }`")
            };
            let finding = Finding::at(unit.entry.file(), span, message)
                .entry(unit.entry, unit.attribute)
                .help(format!("{help} at {place}"));
            let finding = if is_extra {
                finding
            } else {
                let space = reference.span(wanted.clone());
                finding.related(unit.reference.file(), space, "the space of the reference")
            };
            sink.report(match mend(unit, flow, reference, edge, &wanted) {
                Some(edit) => finding.fix("make it like the reference", true, unit.entry.file(), [edit]),
                None => finding,
            });
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

/// The steps of space at an edge; nothing where variants disagree.
fn spaces(flow: &Flow, edge: Edge) -> Option<std::ops::Range<usize>> {
    let outermost: Vec<usize> = match edge {
        Edge::Start => flow.first().map(|(at, _)| at).collect(),
        Edge::End => flow.last().map(|(at, _)| at).collect(),
    };
    let [at] = *outermost else {
        let is_space = |at: &usize| flow.sign(*at).is_some_and(char::is_whitespace);
        let at = *outermost.first()?;
        return (!outermost.iter().any(is_space)).then_some(at..at);
    };
    let is_space = |at: usize| flow.sign(at).is_some_and(char::is_whitespace);
    let range = match edge {
        Edge::Start => flow.run(at, char::is_whitespace),
        Edge::End => (0..=at).rev().find(|at| !is_space(*at)).map_or(0, |before| before + 1)..at + 1,
    };
    // French and its like set a space before a sign that stands at the start.
    let before_sign = flow.atom(range.end).is_some_and(|atom| is_after_sign(atom.kind));
    let is_no_break = |at: usize| matches!(flow.sign(at), Some('\u{a0}' | '\u{202f}'));
    let belongs = edge == Edge::Start && before_sign && range.clone().all(is_no_break);
    Some(if belongs { range.end..range.end } else { range })
}

fn is_after_sign(kind: AtomKind) -> bool {
    matches!(kind, AtomKind::Sign(':' | ';' | '!' | '?' | '»' | '%'))
}

fn has_ink(flow: &Flow) -> bool {
    flow.atoms().any(|atom| match atom.kind {
        AtomKind::Sign(sign) => !sign.is_whitespace(),
        kind => kind == AtomKind::Value,
    })
}

/// The edit that makes an edge like that of the reference, where the text is no selection there.
fn mend(
    unit: &UnitPair<'_>,
    flow: &Flow,
    reference: &Flow,
    edge: Edge,
    wanted: &std::ops::Range<usize>,
) -> Option<(Span, String)> {
    let whole = unit.pattern.span();
    let is_flat = unit.pattern.selects().is_empty();
    if !wanted.is_empty() {
        let text: String = wanted.clone().filter_map(|at| reference.sign(at)).collect();
        // Before punctuation a space is a matter of each language.
        let before_sign =
            edge == Edge::Start && flow.atoms().next().is_some_and(|first| is_after_sign(first.kind));
        let is_plain = !before_sign && text.chars().all(|sign| sign == ' ');
        let at = if edge == Edge::Start { whole.start } else { whole.end };
        return (is_flat && is_plain).then(|| (Span::at(at), format!("{{ \"{text}\" }}")));
    }
    let ink = |atom: &&Atom| atom.is_shown() && !is_space(atom.kind) && !atom.is_literal;
    let span = match edge {
        Edge::Start => Span::new(whole.start, flow.atoms().find(ink)?.span.start),
        Edge::End => Span::new(flow.atoms().rfind(ink)?.span.end, whole.end),
    };
    // Only blanks, and placeables that hold nothing else, may go; and what remains must begin like a text.
    let removed = unit.pattern.slice(span);
    let is_blank = removed.chars().all(|sign| sign.is_whitespace() || matches!(sign, '{' | '}' | '"'));
    let rest = unit.pattern.slice(Span::new(span.end, whole.end));
    let is_text =
        edge == Edge::End || rest.starts_with(|first: char| first.is_alphanumeric() || first == '{');
    (is_flat && is_blank && is_text).then(|| (span, String::new()))
}

fn is_space(kind: AtomKind) -> bool {
    matches!(kind, AtomKind::Sign(sign) if sign.is_whitespace())
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::testing::{check_fix, check_in_pair, check_pair};

    const RULE: &str = "edge-whitespace";

    #[test]
    fn a_lost_space_is_put_in() {
        let help = "help: write `{ \" \" }` at the end";
        let found = format!("1:6: warning: the text ends without the space of the reference; {help}");
        check_pair(RULE, "a = A{ \" \" }\n", "a = B\n", &[&found]);
        check_fix(RULE, "a = A { \"\" }\n", "a = B\n", "a = B{ \" \" }\n");
        check_fix(RULE, "a = { \"  \" }A\n", "a = { $x } B\n", "a = { \"  \" }{ $x } B\n");
    }

    #[test]
    fn one_too_many_is_taken_out() {
        let help = "help: remove the space at the start";
        let found = format!("1:8: warning: the text begins with a space, and the reference does not; {help}");
        check_pair(RULE, "a = A\n", "a = { \" \" }B\n", &[&found]);
        check_fix(RULE, "a = A\n", "a = { \" \" }B c { \"\" }\n", "a = B c\n");
        check_fix(RULE, "a = A\n", "a = { \" \" }[B\n", "a = { \" \" }[B\n");
    }

    #[test]
    fn edges_that_are_alike_are_right() {
        check_pair(RULE, "a = { \" \" }A\n", "a = { \"\\u0020\" }B\n", &[]);
        check_pair(RULE, "a = : { $x }\n", "a = \u{a0}: { $x }\n", &[]);
        check_in_pair(RULE, "fr", &Config::default(), "a = A\n", "a = B{ \" \" }\n", &[]);
        check_pair(RULE, "a = { \" \" }\n", "a = { \"\" }\n", &[]);
        check_pair(RULE, "a = A { $x }\n", "a = { $x ->\n    [one] { \" \" }A\n   *[other] B\n }\n", &[]);
        check_pair(RULE, "a = A\n", "a = { $x ->\n    [one] A b\n   *[other] B\n }\n", &[]);
    }
}
