//! What signs mean by their neighbours.

use super::flow::{AtomKind, Flow, Side};

/// Whether the first of three dots that are an ellipsis stands at a position: not one of the range `1...5`, not
/// `[FILE]...` of the help of a command, not a path.
pub(in crate::rules) fn is_ellipsis(flow: &Flow, at: usize) -> bool {
    let is_dot =
        |at: usize| flow.atom(at).is_some_and(|atom| !atom.is_protected) && flow.sign(at) == Some('.');
    if !(is_dot(at) && is_dot(at + 1) && is_dot(at + 2)) || flow.sign_before(at) == Some('.') {
        return false;
    }
    let (before, after) = (flow.atom(at).map(|atom| atom.before), flow.atom(at + 2).map(|atom| atom.after));
    let (Some(before), Some(after)) = (before, after) else { return false };
    let is_range = before.is(char::is_numeric) && !matches!(after, Side::Edge) && !after.is_space();
    let is_many = before.is(|sign| "])>}=|".contains(sign)) || is_placeholder(flow, at);
    let is_path = after.is(|sign| "./\\,]".contains(sign)) || before.is(|sign| "/\\[".contains(sign));
    !is_range && !is_many && !is_path
}

/// Whether a word in capitals stands before a position, as in `FILE...`.
fn is_placeholder(flow: &Flow, at: usize) -> bool {
    let mut word = (0..at).rev().map_while(|at| flow.sign(at)).take_while(|sign| !sign.is_whitespace());
    let mut length = 0;
    let is_capital = word.by_ref().all(|sign| {
        length += 1;
        sign.is_uppercase() || sign.is_numeric() || "_-".contains(sign)
    });
    is_capital && length > 1
}

/// Whether a sign of punctuation belongs to a script that is not Latin.
pub(in crate::rules) fn is_own_sign(sign: char) -> bool {
    "。，、！？：；．؟،؛।॥։՞՝՜".contains(sign)
}

/// Whether a part of a sentence can end at a sign: a space, the end of the text or a closing mark follows.
pub(in crate::rules) fn is_ending(flow: &Flow, at: usize) -> bool {
    let ends = |side: Side| match side {
        Side::Edge => true,
        Side::Sign(next) => next.is_whitespace() || ")]}）」』】,.…!?".contains(next),
        Side::Value | Side::Several => false,
    };
    let Some(atom) = flow.atom(at) else { return false };
    // Many a mark of quotation opens in one language and closes in another.
    let is_mark = atom.after.is(is_closing) && !ends(atom.after);
    ends(atom.after)
        || atom.after == Side::Several
        || is_mark && flow.sign(at + 1).is_some() && flow.atom(at + 1).is_some_and(|mark| ends(mark.after))
}

/// Whether a percent sign stands behind a number, and is no operator and no part of a word: `50 %`, `{ $share }%`.
pub(in crate::rules) fn is_percent(flow: &Flow, at: usize) -> bool {
    if !is_ending(flow, at) {
        return false;
    }
    let last = flow.start_of_spaces(at);
    let before = flow.before_spaces(at);
    // "7 % 2", "{ $a } % { $b }": with a space before it, it may divide what comes next.
    let next = flow.run(at + 1, char::is_whitespace).end;
    let is_operator = last < at
        && match flow.atom(next).map(|atom| atom.kind) {
            Some(AtomKind::Sign(sign)) => sign.is_numeric(),
            Some(AtomKind::Value) => before == Side::Value,
            _ => false,
        };
    let is_number = || {
        let signs = (0..last).rev().map_while(|at| flow.sign(at));
        let mut rest = signs
            .skip_while(|sign| sign.is_numeric() || matches!(sign, '.' | ',' | '\u{a0}' | '\u{202f}' | '\''));
        rest.next().is_none_or(|sign| !(sign.is_alphabetic() || "_$#=%\\".contains(sign)))
    };
    !is_operator && (before == Side::Value || before.is(char::is_numeric) && is_number())
}

/// Signs that close what stands before them.
pub(in crate::rules) fn is_closing(sign: char) -> bool {
    ")]}»”“’›\"'）」』】".contains(sign)
}

/// Whether what stands before a position, spaces aside, opens what stands there: a bracket, or a mark of quotation.
pub(in crate::rules) fn is_opened(flow: &Flow, at: usize) -> bool {
    let opens = |sign: char| "([{«“„‘‚‹（「『【¿¡".contains(sign);
    let Some(last) = flow.start_of_spaces(at).checked_sub(1) else { return false };
    match (flow.sign(last), flow.atom(last)) {
        // A mark of a typewriter opens where it does not close.
        (Some('"' | '\''), Some(atom)) => match atom.before {
            Side::Edge => true,
            Side::Sign(before) => before.is_whitespace() || opens(before),
            Side::Value | Side::Several => false,
        },
        (sign, _) => sign.is_some_and(opens),
    }
}
