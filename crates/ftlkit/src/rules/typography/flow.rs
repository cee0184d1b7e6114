//! A pattern as it is read: sign after sign, through literals, placeables and variants.

use std::cell::OnceCell;
use std::rc::Rc;

use super::quotations::Quotation;
use super::{prose, recent};
use crate::model::{Index, PatternRef, TextKind};
use crate::source::Span;

/// What a pattern shows, in the order of the text.
#[derive(Debug, Default)]
pub(in crate::rules) struct Flow {
    pub(super) atoms: Vec<Atom>,
    /// Found when they are first asked for.
    pub(super) quotations: OnceCell<Vec<Quotation>>,
}

/// One step of a pattern.
#[derive(Debug, Clone, Copy)]
pub(in crate::rules) struct Atom {
    pub(in crate::rules) kind: AtomKind,
    /// Where it stands: of a sign in a literal, its escape.
    pub(in crate::rules) span: Span,
    /// The innermost variant around it.
    pub(in crate::rules) variant: Option<Index>,
    /// Whether it stands in a string literal.
    pub(in crate::rules) is_literal: bool,
    /// Whether it is code, a tag, an address or another thing that is not prose.
    pub(in crate::rules) is_protected: bool,
    /// What a reader sees before it.
    pub(in crate::rules) before: Side,
    /// What a reader sees after it.
    pub(in crate::rules) after: Side,
}

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum AtomKind {
    /// A character of text, also of a literal.
    Sign(char),
    /// A placeable whose text is not known here.
    Value,
    /// A selection begins.
    Open,
    /// One of its variants begins.
    Variant,
    /// The selection ends.
    Close,
}

/// What stands beside something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum Side {
    /// Nothing: the text begins or ends.
    Edge,
    /// A character.
    Sign(char),
    /// Something that is shown, and no space: a placeable, or variants that end in different letters.
    Value,
    /// This in one variant, and that in another.
    Several,
}

impl Atom {
    /// Whether it is seen, and not only a mark of where a selection begins or ends.
    pub(in crate::rules) fn is_shown(&self) -> bool {
        matches!(self.kind, AtomKind::Sign(_) | AtomKind::Value)
    }
}

impl Side {
    pub(in crate::rules) fn is_space(self) -> bool {
        matches!(self, Self::Sign(sign) if sign.is_whitespace())
    }

    /// Whether something is seen there.
    pub(in crate::rules) fn is_visible(self) -> bool {
        matches!(self, Self::Value) || matches!(self, Self::Sign(sign) if !sign.is_whitespace())
    }

    pub(in crate::rules) fn is_letter(self) -> bool {
        matches!(self, Self::Sign(sign) if sign.is_alphabetic())
    }

    pub(in crate::rules) fn is(self, wanted: impl Fn(char) -> bool) -> bool {
        matches!(self, Self::Sign(sign) if wanted(sign))
    }

    fn merge(self, other: Self) -> Self {
        match () {
            () if self == other => self,
            () if self.is_visible() && other.is_visible() => Self::Value,
            () => Self::Several,
        }
    }
}

/// How many bytes of a pattern are read: each takes thirty bytes here.
const LONGEST: usize = 1 << 18;

impl Flow {
    /// Reads a pattern. One that is longer than any text for people shows nothing.
    pub(in crate::rules) fn of(pattern: PatternRef<'_>) -> Rc<Self> {
        recent::read(pattern)
    }

    pub(super) fn read(pattern: PatternRef<'_>) -> Self {
        if pattern.span().len() > LONGEST {
            return Self::default();
        }
        let mut flow = Self { atoms: steps(pattern), quotations: OnceCell::new() };
        flow.look_back();
        flow.look_ahead();
        prose::protect(&mut flow, pattern);
        flow
    }

    /// The characters of prose and their positions in the flow.
    pub(in crate::rules) fn prose(&self) -> impl Iterator<Item = (usize, char, &Atom)> {
        self.atoms.iter().enumerate().filter_map(|(at, atom)| match atom.kind {
            AtomKind::Sign(sign) if !atom.is_protected => Some((at, sign, atom)),
            _ => None,
        })
    }

    /// All steps.
    pub(in crate::rules) fn atoms(&self) -> impl DoubleEndedIterator<Item = &Atom> {
        self.atoms.iter()
    }

    /// The step at a position.
    pub(in crate::rules) fn atom(&self, at: usize) -> Option<&Atom> {
        self.atoms.get(at)
    }

    /// The character at a position; nothing where something else stands.
    pub(in crate::rules) fn sign(&self, at: usize) -> Option<char> {
        match self.atoms.get(at)?.kind {
            AtomKind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    /// The character right before a position, in the same run.
    pub(in crate::rules) fn sign_before(&self, at: usize) -> Option<char> {
        self.sign(at.checked_sub(1)?)
    }

    /// The positions of the plain spaces right before a position.
    pub(in crate::rules) fn spaces_before(&self, at: usize) -> std::ops::Range<usize> {
        let mut start = at;
        while start.checked_sub(1).and_then(|before| self.sign(before)) == Some(' ') {
            start -= 1;
        }
        start..at
    }

    /// What stands before a position and all spaces before it.
    pub(in crate::rules) fn before_spaces(&self, at: usize) -> Side {
        self.atom(self.start_of_spaces(at)).map_or(Side::Edge, |atom| atom.before)
    }

    /// Where the spaces of any kind begin that stand before a position.
    pub(in crate::rules) fn start_of_spaces(&self, at: usize) -> usize {
        let spaces = self.atoms.get(..at).unwrap_or_default().iter().rev();
        let is_space = |atom: &&Atom| matches!(atom.kind, AtomKind::Sign(sign) if sign.is_whitespace());
        at - spaces.take_while(is_space).count()
    }

    /// The positions from one on at which characters are of a kind.
    pub(in crate::rules) fn run(
        &self,
        start: usize,
        is_kind: impl Fn(char) -> bool,
    ) -> std::ops::Range<usize> {
        let rest = self.atoms.get(start..).unwrap_or_default();
        let is_kind = |atom: &&Atom| matches!(atom.kind, AtomKind::Sign(sign) if is_kind(sign));
        start..start + rest.iter().take_while(is_kind).count()
    }

    /// The steps that a text can begin with: several where it begins with a selection.
    pub(in crate::rules) fn first(&self) -> impl Iterator<Item = (usize, &Atom)> {
        self.atoms.iter().enumerate().filter(|(_, atom)| atom.before == Side::Edge && atom.is_shown())
    }

    /// The steps that a text can end with.
    pub(in crate::rules) fn last(&self) -> impl Iterator<Item = (usize, &Atom)> {
        self.atoms.iter().enumerate().filter(|(_, atom)| atom.after == Side::Edge && atom.is_shown())
    }

    /// The place of some steps that follow each other.
    pub(in crate::rules) fn span(&self, range: std::ops::Range<usize>) -> Span {
        let atoms = self.atoms.get(range).unwrap_or_default();
        let start = atoms.first().map_or(0, |atom| atom.span.start);
        Span::new(start, atoms.last().map_or(start, |atom| atom.span.end))
    }

    fn look_back(&mut self) {
        let mut side = Side::Edge;
        let mut open: Vec<Selection> = Vec::new();
        for atom in &mut self.atoms {
            atom.before = side;
            match atom.kind {
                AtomKind::Sign(sign) => side = Side::Sign(sign),
                AtomKind::Value => side = Side::Value,
                AtomKind::Open => open.push(Selection { outside: side, inside: None, is_first: true }),
                AtomKind::Variant => {
                    if let Some(selection) = open.last_mut() {
                        selection.end_variant(side);
                        side = selection.outside;
                        atom.before = side;
                    }
                }
                AtomKind::Close => {
                    if let Some(mut selection) = open.pop() {
                        selection.end_variant(side);
                        side = selection.inside.unwrap_or(selection.outside);
                    }
                }
            }
        }
    }

    fn look_ahead(&mut self) {
        let mut side = Side::Edge;
        let mut open: Vec<Selection> = Vec::new();
        for atom in self.atoms.iter_mut().rev() {
            atom.after = side;
            match atom.kind {
                AtomKind::Sign(sign) => side = Side::Sign(sign),
                AtomKind::Value => side = Side::Value,
                AtomKind::Close => open.push(Selection { outside: side, inside: None, is_first: false }),
                AtomKind::Variant => {
                    if let Some(selection) = open.last_mut() {
                        selection.end_variant(side);
                        side = selection.outside;
                    }
                }
                AtomKind::Open => {
                    if let Some(selection) = open.pop() {
                        side = selection.inside.unwrap_or(selection.outside);
                    }
                }
            }
        }
    }
}

/// A selection that is being walked through.
struct Selection {
    /// What stands beside the whole selection.
    outside: Side,
    /// What the variants seen so far begin or end with.
    inside: Option<Side>,
    /// Whether what comes is still before the first variant.
    is_first: bool,
}

impl Selection {
    fn end_variant(&mut self, side: Side) {
        if !std::mem::take(&mut self.is_first) {
            self.inside = Some(self.inside.map_or(side, |inside| inside.merge(side)));
        }
    }
}

/// A placeable that is not closed yet.
struct OpenPlaceable {
    end: u32,
    /// How many steps there were before it.
    mark: usize,
    variant: Option<Index>,
    span: Span,
    is_select: bool,
    has_text: bool,
}

fn steps(pattern: PatternRef<'_>) -> Vec<Atom> {
    let mut atoms = Vec::with_capacity(pattern.span().len());
    let mut texts = pattern.texts().iter().peekable();
    let mut placeables = pattern.placeables().iter().peekable();
    let mut variants = pattern.variants().iter().peekable();
    let mut open: Vec<OpenPlaceable> = Vec::new();
    loop {
        let text = texts.peek().map(|text| text.span.start);
        let placeable = placeables.peek().map(|placeable| placeable.span.start);
        let variant = variants.peek().map(|variant| variant.key.start);
        let next = [text, placeable, variant].into_iter().flatten().min();
        while let Some(last) = open.pop_if(|last| next.is_none_or(|next| last.end <= next)) {
            let end = Span::new(last.end.saturating_sub(1), last.end);
            if last.is_select {
                atoms.push(atom(AtomKind::Close, end, last.variant));
            } else if atoms.len() == last.mark && !last.has_text {
                atoms.push(atom(AtomKind::Value, last.span, last.variant));
            }
        }
        if next.is_none() {
            return atoms;
        }
        if placeable == next {
            if let Some(placeable) = placeables.next() {
                let (span, variant) = (placeable.span, placeable.variant);
                let mark = atoms.len();
                open.push(OpenPlaceable {
                    end: span.end,
                    mark,
                    variant,
                    span,
                    is_select: false,
                    has_text: false,
                });
            }
        } else if variant == next {
            if let (Some(variant), Some(last)) = (variants.next(), open.last_mut()) {
                if !std::mem::replace(&mut last.is_select, true) {
                    // What the selector is made of is not shown.
                    atoms.truncate(last.mark);
                    let brace = Span::new(last.span.start, last.span.start + 1);
                    atoms.push(atom(AtomKind::Open, brace, last.variant));
                }
                atoms.push(atom(AtomKind::Variant, variant.key, Some(variant.index)));
            }
        } else if let Some(text) = texts.next() {
            if let Some(last) = open.last_mut() {
                last.has_text = true;
            }
            let run = pattern.slice(text.span);
            if text.kind == TextKind::String && run.contains('\\') {
                literal(run, text.span, text.variant, &mut atoms);
                continue;
            }
            for (at, sign) in run.char_indices() {
                let start = text.span.start + u32::try_from(at).unwrap_or_default();
                let span = Span::new(start, start + u32::try_from(sign.len_utf8()).unwrap_or_default());
                let is_literal = text.kind != TextKind::Plain;
                atoms.push(Atom { is_literal, ..atom(AtomKind::Sign(sign), span, text.variant) });
            }
        }
    }
}

fn atom(kind: AtomKind, span: Span, variant: Option<Index>) -> Atom {
    Atom {
        kind,
        span,
        variant,
        is_literal: false,
        is_protected: false,
        before: Side::Edge,
        after: Side::Edge,
    }
}

/// The signs of a string literal with its escapes: `\"`, `\\`, `\u00A0`, `\U01F602`.
fn literal(run: &str, span: Span, variant: Option<Index>, atoms: &mut Vec<Atom>) {
    let mut at = 0;
    while let Some(rest) = run.get(at..).filter(|rest| !rest.is_empty()) {
        let length_of_code = match rest.as_bytes() {
            [b'\\', b'u', ..] => Some(4),
            [b'\\', b'U', ..] => Some(6),
            _ => None,
        };
        let code = length_of_code.and_then(|length| rest.get(2..2 + length));
        let decoded = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let (sign, length) = match (decoded, code) {
            (Some(sign), Some(code)) => (sign, 2 + code.len()),
            _ if rest.starts_with('\\') => {
                let sign = rest.chars().nth(1).unwrap_or('\\');
                (sign, 1 + rest.get(1..).map_or(0, |_| sign.len_utf8()))
            }
            _ => {
                let sign = rest.chars().next().unwrap_or_default();
                (sign, sign.len_utf8())
            }
        };
        let start = span.start + u32::try_from(at).unwrap_or_default();
        let end = start + u32::try_from(length).unwrap_or_default();
        let span = Span::new(start, end.min(span.end));
        atoms.push(Atom { is_literal: true, ..atom(AtomKind::Sign(sign), span, variant) });
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FileRef, Model};
    use crate::source::Source;
    use crate::syntax::Limits;

    /// Each visible step of the first pattern with what stands before and after it; protected steps in brackets.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let source = Source::new("a.ftl", format!("a = {text}\n"));
        let model = Model::new(&source, &Limits::default());
        let file = FileRef::new(&source, &model, 0);
        let (_, _, pattern) = file.patterns().next().expect("a pattern");
        let side = |side: Side| match side {
            Side::Edge => '|',
            Side::Sign(sign) => sign,
            Side::Value => '$',
            Side::Several => '*',
        };
        let step = |atom: &Atom| {
            let sign = match atom.kind {
                AtomKind::Sign(sign) => sign,
                _ => '$',
            };
            let shown = format!("{}{sign}{}", side(atom.before), side(atom.after));
            if atom.is_protected { format!("[{shown}]") } else { shown }
        };
        let flow = Flow::of(pattern);
        let found: Vec<String> = flow.atoms().filter(|atom| atom.is_shown()).map(step).collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }

    #[test]
    fn placeables_and_literals_are_read_through() {
        check("a{ $x }!", "|a$ a$! $!|");
        check("a{ \"\" }b", "|ab ab|");
        check("{ \"b\" }{ NUMBER($x, a: \"c\") }", "|b$ b$|");
        check(r#"{ "\u0021\"é" }"#, "|!\" !\"é \"é|");
        check("{ { $x } }{ 5 }", "|$5 $5|");
    }

    #[test]
    fn variants_stand_beside_what_is_around_their_selection() {
        check("a{ $x ->\n    [b] b\n   *[c] c\n }d", "|a$ abd acd $d|");
        check("{ $x ->\n    [b] b\n   *[c] c\n }", "|b| |c|");
        check("a{ $x ->\n    [b] b\n   *[c] { \" \" }\n }d", "|a* abd a d *d|");
        check("a{ $x ->\n    [b] b\n   *[c] { \"\" }\n }d", "|a$ abd $d|");
        check(
            "{ $x ->\n    [b] { $y ->\n        [d] d\n       *[e] e\n     }f\n   *[c] c\n }",
            "|df |ef $f| |c|",
        );
    }

    #[test]
    fn what_is_no_prose_is_protected() {
        check("`a`b", "[|`a] [`a`] [a`b] `b|");
        check("<b>a", "[|<b] [<b>] [b>a] >a|");
        check("a -b", "|a  a - [ -b] [-b|]");
        check("<i a=\"{ $x }\">b", "[|<i] [<i ] [i a] [ a=] [a=\"] [=\"$] [\"$\"] [$\">] [\">b] >b|");
    }
}
