//! `bidi-control`

use super::typography::Flow;
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, Index, PatternRef};

pub(super) struct BidiControl;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for characters that turn the direction of text: overrides (U+202D, U+202E); embeddings and isolates that \
        are not closed in the same text, or closed and not opened; and marks of direction (U+200E, U+200F, U+061C) in texts \
        without any letter of a right-to-left script. Isolates in pairs, as Fluent sets them around placeables, are right.",
    why: "What is not closed turns around the text behind it, also that of other messages; an override shows letters in an \
        order in which they do not stand.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open { $name } now\n"),
        ("i18n/nl/main.ftl", "open = Open \u{2068}{ $name } nu\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "open = Open { $name } now\n"),
        ("i18n/nl/main.ftl", "open = Open \u{2068}{ $name }\u{2069} nu\n"),
    ],
    fix: "None.",
};

impl Rule for BidiControl {
    fn name(&self) -> &'static str {
        "bidi-control"
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
        Interest::patterns(Features::BEYOND_LATIN | Features::LITERALS)
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let text = pattern.slice(pattern.span());
        if !text.contains(is_control) && !text.contains('\\') {
            return;
        }
        let reference = context.counterpart(entry).and_then(|entry| entry.unit(attribute));
        let reference = reference.filter(|_| !context.is_reference()).map(Flow::of);
        let is_known = |sign: char| {
            reference.as_ref().is_some_and(|flow| flow.prose().any(|(_, other, _)| other == sign))
        };
        let flow = Flow::of(pattern);
        let has_rtl = is_rtl(context.locale().language()) || text.chars().any(is_rtl_letter);
        for (at, what) in faults(&flow, has_rtl) {
            let (Some(sign), Some(atom)) = (flow.sign(at), flow.atom(at)) else { continue };
            // A single mark that the reference has too, or that is written out, is meant.
            let is_meant = is_mark(sign) && (is_known(sign) || atom.span.len() > sign.len_utf8());
            if !is_meant {
                let message = format!("{what} (U+{:04X}) stands here", u32::from(sign));
                sink.report(Finding::at(entry.file(), atom.span, message).entry(entry, attribute));
            }
        }
    }
}

fn is_control(sign: char) -> bool {
    is_mark(sign) || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Languages that are written from right to left.
fn is_rtl(language: &str) -> bool {
    "ar arc arz ckb dv fa glk he iw ji ks ku mzn nqo pnb prs ps sd syr ug ur yi"
        .split(' ')
        .any(|other| other == language)
}

fn is_rtl_letter(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
        && !is_control(letter)
}

/// The positions of what is wrong, in the order of the text, and what it is.
fn faults(flow: &Flow, has_rtl: bool) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, char, Option<Index>)> = Vec::new();
    for (at, sign, atom) in flow.prose() {
        match sign {
            '\u{202d}' | '\u{202e}' => found.push((at, "an override of direction")),
            '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' => open.push((at, sign, atom.variant)),
            '\u{202c}' | '\u{2069}' => {
                let is_isolate = |first: char| matches!(first, '\u{2066}'..='\u{2068}');
                let is_pair = |(_, first, variant): &(usize, char, Option<Index>)| {
                    is_isolate(*first) == (sign == '\u{2069}') && *variant == atom.variant
                };
                let has_override = sign == '\u{202c}' && !found.is_empty();
                if open.pop_if(|last| is_pair(last)).is_none() && !has_override {
                    found.push((at, "the end of an isolate or embedding that nothing begins"));
                }
            }
            sign if is_mark(sign) && !has_rtl => found.push((at, "a mark of direction")),
            _ => {}
        }
    }
    found.extend(open.into_iter().map(|(at, ..)| (at, "an isolate or embedding that nothing ends")));
    found.sort_unstable_by_key(|(at, _)| *at);
    found
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::testing::{check_in, check_in_pair, check_pair};

    const RULE: &str = "bidi-control";

    #[test]
    fn what_is_left_open_is_found() {
        let found = "1:5: warning: an isolate or embedding that nothing ends (U+2067) stands here";
        check_pair(RULE, "a = A\n", "a = \u{2067}{ $x }\n", &[found]);
        let found =
            "1:6: warning: the end of an isolate or embedding that nothing begins (U+2069) stands here";
        check_pair(RULE, "a = A\n", "a = b\u{2069}\n", &[found]);
        let found = "1:6: warning: an override of direction (U+202E) stands here";
        check_pair(RULE, "a = A\n", "a = b\u{202e}c\u{202c}\n", &[found]);
        let found = "1:6: warning: a mark of direction (U+200F) stands here";
        check_pair(RULE, "a = A\n", "a = b\u{200f}\n", &[found]);
    }

    #[test]
    fn pairs_and_texts_from_right_to_left_are_right() {
        check_pair(RULE, "a = A\n", "a = \u{2068}{ $x }\u{2069} \u{202b}שלום\u{202c}\n", &[]);
        check_in_pair(RULE, "nl", &Config::default(), "a = A\u{200e}\n", "a = B\u{200e}\n", &[]);
        check_in(RULE, "he", &Config::default(), "a = \u{200f}(א)\n", &[]);
        check_in(RULE, "fa", &Config::default(), "a = C++\u{200e}\n", &[]);
    }
}
