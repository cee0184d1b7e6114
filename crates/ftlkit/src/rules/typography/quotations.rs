//! Quotations: which mark opens, which closes, and what is an apostrophe.

use std::ops::Range;

use super::flow::{Atom, AtomKind, Flow, Side};
use crate::config::Quotes;

/// A quotation in a text, by the positions of its marks in the flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) struct Quotation {
    pub(in crate::rules) open: usize,
    pub(in crate::rules) close: usize,
    pub(in crate::rules) quotes: Quotes,
    /// How many quotations are around it.
    pub(in crate::rules) depth: usize,
}

impl Quotation {
    /// Whether its marks are those of a typewriter.
    pub(in crate::rules) fn is_straight(self) -> bool {
        matches!(self.quotes.open, '"' | '\'')
    }

    /// What stands between its marks.
    pub(in crate::rules) fn inside(self) -> Range<usize> {
        self.open + 1..self.close
    }
}

/// The quotations of a text whose two marks stand in the same variant, in the order of their first marks.
pub(in crate::rules) fn quotations(flow: &Flow) -> &[Quotation] {
    flow.quotations.get_or_init(|| find(flow))
}

fn find(flow: &Flow) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, sign, atom) in flow.prose() {
        if !is_mark(sign) {
            continue;
        }
        let variant = |at: usize| flow.atom(at).map(|atom| atom.variant);
        let closed = open.iter().rposition(|(start, first)| {
            closes(*first, sign)
                && variant(*start) == Some(atom.variant)
                && can_close(*first, sign, atom.before, atom.after)
        });
        if let Some(last) = closed {
            let (start, first) = open.swap_remove(last);
            open.truncate(last);
            let quotes = Quotes { open: first, close: sign };
            found.push(Quotation { open: start, close: at, quotes, depth: 0 });
        } else if can_open(flow, at, sign, atom) {
            // Marks that nothing closes must not make the search longer and longer.
            if open.len() == DEPTH {
                open.remove(0);
            }
            open.push((at, sign));
        }
    }
    found.sort_by_key(|quotation| quotation.open);
    nest(&mut found);
    found
}

/// Counts what is around each quotation: a mark that nothing closes is around none.
fn nest(found: &mut [Quotation]) {
    let mut around: Vec<usize> = Vec::new();
    for quotation in found {
        while around.pop_if(|close| *close < quotation.open).is_some() {}
        quotation.depth = around.len();
        around.push(quotation.close);
    }
}

/// How many quotations can be inside each other.
const DEPTH: usize = 4;

fn is_mark(sign: char) -> bool {
    "\"'«»‹›“”„‟‘’‚‛".contains(sign)
}

/// Whether a mark closes what another has opened, in some language.
pub(super) fn closes(open: char, sign: char) -> bool {
    match open {
        '"' | '\'' | '”' | '’' => sign == open,
        '«' => sign == '»',
        '»' => sign == '«',
        '‹' => sign == '›',
        '›' => sign == '‹',
        '“' | '‟' => sign == '”',
        '„' => matches!(sign, '“' | '”'),
        '‘' | '‛' => sign == '’',
        '‚' => matches!(sign, '‘' | '’'),
        _ => false,
    }
}

/// A closing mark stands behind what it closes; French ones have a space before them.
fn can_close(open: char, sign: char, before: Side, after: Side) -> bool {
    let is_angle = matches!(open, '«' | '‹');
    // Between letters, or between one and a placeable, it is an apostrophe.
    let joins = after.is(char::is_alphanumeric) || after == Side::Value && before.is_letter();
    let is_apostrophe = matches!(sign, '\'' | '’') && joins;
    (is_angle || !before.is_space() && before != Side::Edge) && !is_apostrophe
}

fn can_open(flow: &Flow, at: usize, sign: char, atom: &Atom) -> bool {
    let (before, after) = (atom.before, atom.after);
    let follows = match before {
        Side::Edge => true,
        Side::Sign(before) => before.is_whitespace() || "([{<«“„‘‚‹/-–—\"'’".contains(before),
        Side::Value | Side::Several => false,
    };
    match sign {
        '«' | '‹' | '„' | '‚' | '“' | '‘' | '‟' | '‛' => true,
        // They open in German and Danish; elsewhere they stand alone, as arrows.
        // An apostrophe may begin a word too, ’s avonds; only a straight one is taken for a mark there.
        '\'' => follows && after.is_visible() && !begins_elision(flow, at, after),
        '»' | '›' | '”' | '"' => follows && after.is_visible(),
        _ => false,
    }
}

/// Words that have lost their beginning: `'tis`, `Guns 'n' Roses`, Dutch `'s avonds`.
const ELISIONS: [&str; 14] =
    ["n", "s", "t", "k", "m", "tis", "twas", "twere", "twill", "cause", "em", "til", "bout", "twould"];

/// Whether a straight mark stands for letters that are left out: `'n'`, `rock-'n-roll`, `'80s`.
fn begins_elision(flow: &Flow, at: usize, after: Side) -> bool {
    let is_hyphen = flow.sign_before(at).is_some_and(|sign| matches!(sign, '-' | '\u{2010}' | '\u{2011}'));
    let is_inside = is_hyphen && flow.sign(at.saturating_sub(2)).is_some_and(char::is_alphabetic);
    let letters = (at + 1..).map_while(|at| flow.sign(at)).take_while(|sign| sign.is_alphabetic());
    // No elision has more letters.
    let word: String = letters.take(8).flat_map(char::to_lowercase).collect();
    is_inside || after.is(char::is_numeric) || ELISIONS.contains(&word.as_str())
}

/// Whether a quotation holds words, and is no value or command that is typed: `printf "%s\n"`.
pub(in crate::rules) fn is_prose(flow: &Flow, quotation: Quotation) -> bool {
    let is_assigned = flow.sign_before(quotation.open) == Some('=');
    let is_code = |at| match flow.atom(at) {
        Some(atom) => atom.is_protected || flow.sign(at).is_some_and(|sign| "\\%$<>=|*#".contains(sign)),
        None => true,
    };
    !is_assigned && has_words(flow, quotation.inside()) && !quotation.inside().any(is_code)
}

/// Whether anything between two positions can be read aloud: a letter, or a placeable.
pub(in crate::rules) fn has_words(flow: &Flow, range: Range<usize>) -> bool {
    range.filter_map(|at| flow.atom(at)).any(|atom| match atom.kind {
        AtomKind::Sign(sign) => sign.is_alphabetic() && !atom.is_protected,
        AtomKind::Value => !atom.is_protected,
        _ => false,
    })
}
