//! Walks the tree of the parser once, in the order of the text, and writes down what is used where.
//!
//! The tree has no places for braces. A cursor follows the walk: behind the last piece, an opening brace
//! is the next `{`, and a closing one the `}` after blanks and closing parentheses.

use fluent_syntax::ast;

use super::build::{index_of, to_u32};
use super::{
    Argument, ArgumentKind, Call, EntryKind, Features, Index, Marks, Pattern, Placeable, Reference, Role,
    Select, SelectorKind, Text, TextKind, Uses, Variable, Variant, markup,
};
use crate::source::Span;
use crate::syntax::Piece;

type Inline<'s> = ast::InlineExpression<Piece<'s>>;

pub(super) struct Lowering<'s> {
    text: &'s str,
    uses: Uses,
    patterns: Vec<Pattern>,
    cursor: u32,
    variant: Option<Index>,
    /// What the texts of the current pattern hold.
    features: Features,
}

impl<'s> Lowering<'s> {
    /// Writes into the lists given, which must be empty.
    pub(super) fn new(text: &'s str, uses: Uses, patterns: Vec<Pattern>) -> Self {
        Self { text, uses, patterns, cursor: 0, variant: None, features: Features::NONE }
    }

    pub(super) fn text(&self) -> &'s str {
        self.text
    }

    pub(super) fn cursor(&self) -> u32 {
        self.cursor
    }

    pub(super) fn skip_to(&mut self, offset: u32) {
        self.cursor = offset;
    }

    /// What all patterns hold, taken together.
    pub(super) fn features(&self) -> Features {
        self.patterns.iter().fold(Features::NONE, |all, pattern| all | pattern.features)
    }

    /// The lists, for another file to reuse; the last pattern ends where an empty one begins, so that every
    /// pattern has a next one.
    pub(super) fn finish(mut self) -> (Uses, Vec<Pattern>) {
        let end = Span::at(self.cursor);
        let marks = self.marks();
        self.patterns.push(Pattern { span: end, marks, features: Features::NONE, shown: 0 });
        (self.uses, self.patterns)
    }

    /// Lowers the pattern of a value or of an attribute.
    pub(super) fn pattern(&mut self, pattern: &ast::Pattern<Piece<'s>>) -> Index {
        let index = index_of(&self.patterns);
        let marks = self.marks();
        let arguments = self.uses.arguments.len();
        self.features = Features::NONE;
        let (span, shown) = self.elements(pattern);
        let features = self.features_since(marks, arguments);
        self.patterns.push(Pattern { span, marks, features, shown });
        index
    }

    /// What a pattern holds that has just been lowered.
    fn features_since(&self, marks: Marks, arguments: usize) -> Features {
        let mut features = self.features.of_pattern();
        if to_u32(self.uses.placeables.len()) == marks.placeables {
            return features;
        }
        features |= Features::PLACEABLES;
        let now = self.marks();
        let grown = [
            (marks.variables < now.variables, Features::VARIABLES),
            (marks.calls < now.calls, Features::CALLS),
            (marks.selects < now.selects, Features::SELECTS),
            (arguments < self.uses.arguments.len(), Features::ARGUMENTS),
        ];
        for (_, feature) in grown.into_iter().filter(|(has_grown, _)| *has_grown) {
            features |= feature;
        }
        for reference in self.uses.references.get(marks.references as usize..).unwrap_or_default() {
            features |= match reference.kind {
                EntryKind::Message => Features::MESSAGES,
                EntryKind::Term => Features::TERMS,
            };
        }
        features
    }

    fn marks(&self) -> Marks {
        Marks {
            placeables: to_u32(self.uses.placeables.len()),
            texts: to_u32(self.uses.texts.len()),
            variables: to_u32(self.uses.variables.len()),
            references: to_u32(self.uses.references.len()),
            calls: to_u32(self.uses.calls.len()),
            selects: to_u32(self.uses.selects.len()),
            variants: to_u32(self.uses.variants.len()),
            tags: to_u32(self.uses.tags.len()),
        }
    }

    fn elements(&mut self, pattern: &ast::Pattern<Piece<'s>>) -> (Span, u32) {
        let mut start = None;
        let mut shown = 0_u32;
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => {
                    let span = self.place(value);
                    start.get_or_insert(span.start);
                    self.uses.texts.push(Text { span, kind: TextKind::Plain, variant: self.variant });
                    let features = Features::of_text(value.text());
                    self.features |= features;
                    if features.meets(Features::ANGLES) {
                        let before = self.uses.tags.len();
                        markup::scan(value.text(), span.start, self.variant, &mut self.uses.tags);
                        if before < self.uses.tags.len() {
                            self.features |= Features::TAGS;
                        }
                    }
                    self.cursor = span.end;
                }
                ast::PatternElement::Placeable { expression } => {
                    let (span, inner) = self.placeable(expression);
                    start.get_or_insert(span.start);
                    shown = shown.saturating_add(1 + inner);
                }
            }
        }
        let start = start.unwrap_or(self.cursor);
        (Span::new(start, self.cursor.max(start)), shown)
    }

    /// Lowers `{ … }`: its place, and how many placeables it shows inside.
    fn placeable(&mut self, expression: &ast::Expression<Piece<'s>>) -> (Span, u32) {
        let start = self.find(self.cursor, |byte| byte == b'{');
        self.cursor = start + 1;
        let slot = self.uses.placeables.len();
        self.uses.placeables.push(Placeable { span: Span::at(start), variant: self.variant });
        let inner = match expression {
            ast::Expression::Inline(inline) => self.inline(inline, Role::Shown),
            ast::Expression::Select { selector, variants } => self.select(selector, variants),
        };
        let end = self.find(self.cursor, |byte| byte == b'}') + 1;
        self.cursor = end;
        let span = Span::new(start, end);
        if let Some(placeable) = self.uses.placeables.get_mut(slot) {
            placeable.span = span;
        }
        (span, inner)
    }

    fn select(&mut self, selector: &Inline<'s>, variants: &[ast::Variant<Piece<'s>>]) -> u32 {
        let (name, kind) = match selector {
            Inline::VariableReference { id } => (self.place(&id.name), SelectorKind::Variable),
            Inline::FunctionReference { id, .. } => (self.place(&id.name), SelectorKind::Call),
            Inline::TermReference { id, .. } => (with_dash(self.place(&id.name)), SelectorKind::Term),
            Inline::StringLiteral { value } | Inline::NumberLiteral { value } => {
                (self.place(value), SelectorKind::Literal)
            }
            Inline::MessageReference { id, .. } => (self.place(&id.name), SelectorKind::Literal),
            Inline::Placeable { .. } => (Span::at(self.cursor), SelectorKind::Literal),
        };
        let around = self.variant;
        let index = index_of(&self.uses.selects);
        let first = to_u32(self.uses.variants.len());
        self.uses.selects.push(Select {
            selector: name,
            kind,
            variant: around,
            index,
            variants: (first, first),
        });
        self.inline(selector, Role::Selector);
        let mut most = 0;
        for variant in variants {
            let (key, numeric) = match &variant.key {
                ast::VariantKey::Identifier { name } => (self.place(name), false),
                ast::VariantKey::NumberLiteral { value } => (self.place(value), true),
            };
            let own = index_of(&self.uses.variants);
            self.uses.variants.push(Variant {
                key,
                numeric,
                default: variant.default,
                value: Span::default(),
                select: index,
                parent: around,
                index: own,
            });
            self.cursor = self.find(key.end, |byte| byte == b']') + 1;
            self.variant = Some(own);
            let (span, shown) = self.elements(&variant.value);
            if let Some(variant) = self.uses.variants.get_mut(own.get()) {
                variant.value = span;
            }
            most = most.max(shown);
        }
        self.variant = around;
        let last = to_u32(self.uses.variants.len());
        if let Some(select) = self.uses.selects.get_mut(index.get()) {
            select.variants.1 = last;
        }
        most
    }

    /// Lowers what stands in a placeable; returns how many placeables it shows inside.
    fn inline(&mut self, inline: &Inline<'s>, role: Role) -> u32 {
        let variant = self.variant;
        match inline {
            Inline::StringLiteral { value } => {
                self.literal(self.place(value), TextKind::String, role);
                self.cursor = self.place(value).end + 1;
            }
            Inline::NumberLiteral { value } => {
                self.literal(self.place(value), TextKind::Number, role);
                self.cursor = self.place(value).end;
            }
            Inline::VariableReference { id } => {
                self.uses.variables.push(Variable { name: self.place(&id.name), role, variant });
                self.cursor = self.place(&id.name).end;
            }
            Inline::MessageReference { id, attribute } => {
                let span = self.place(&id.name);
                let attribute = attribute.as_ref().map(|attribute| self.place(&attribute.name));
                self.uses.references.push(Reference {
                    kind: EntryKind::Message,
                    id: span,
                    attribute,
                    role,
                    variant,
                    arguments: (0, 0),
                });
                self.cursor = attribute.unwrap_or(span).end;
            }
            Inline::TermReference { id, attribute, arguments } => {
                let slot = self.uses.references.len();
                let span = with_dash(self.place(&id.name));
                let attribute = attribute.as_ref().map(|attribute| self.place(&attribute.name));
                self.uses.references.push(Reference {
                    kind: EntryKind::Term,
                    id: span,
                    attribute,
                    role,
                    variant,
                    arguments: (0, 0),
                });
                self.cursor = attribute.unwrap_or(span).end;
                if let Some(arguments) = arguments {
                    let arguments = self.arguments(arguments, role);
                    if let Some(reference) = self.uses.references.get_mut(slot) {
                        reference.arguments = arguments;
                    }
                }
            }
            Inline::FunctionReference { id, arguments } => {
                let slot = self.uses.calls.len();
                let function = self.place(&id.name);
                self.uses.calls.push(Call { function, role, variant, arguments: (0, 0) });
                self.cursor = function.end;
                let arguments = self.arguments(arguments, role);
                if let Some(call) = self.uses.calls.get_mut(slot) {
                    call.arguments = arguments;
                }
            }
            Inline::Placeable { expression } => return self.placeable(expression).1 + 1,
        }
        0
    }

    /// A literal is text only where it is shown; elsewhere it is an option or a key.
    fn literal(&mut self, span: Span, kind: TextKind, role: Role) {
        if role == Role::Shown {
            let text = self.text.get(span.start as usize..span.end as usize).unwrap_or_default();
            self.features |= Features::LITERALS | Features::of_text(text);
            self.uses.texts.push(Text { span, kind, variant: self.variant });
        }
    }

    fn arguments(&mut self, arguments: &ast::CallArguments<Piece<'s>>, role: Role) -> (u32, u32) {
        let role = if role.selects() { Role::SelectorArgument } else { Role::Argument };
        let mut list = Vec::with_capacity(arguments.positional.len() + arguments.named.len());
        for positional in &arguments.positional {
            let (value, kind) = match positional {
                Inline::StringLiteral { value } => (self.place(value), ArgumentKind::String),
                Inline::NumberLiteral { value } => (self.place(value), ArgumentKind::Number),
                Inline::VariableReference { id } => (self.place(&id.name), ArgumentKind::Variable),
                Inline::FunctionReference { id, .. } | Inline::MessageReference { id, .. } => {
                    (self.place(&id.name), ArgumentKind::Other)
                }
                Inline::TermReference { id, .. } => (with_dash(self.place(&id.name)), ArgumentKind::Other),
                Inline::Placeable { .. } => (Span::at(self.cursor), ArgumentKind::Other),
            };
            list.push(Argument { name: None, value, kind });
            self.inline(positional, role);
        }
        for named in &arguments.named {
            let (value, kind, quote) = match &named.value {
                Inline::StringLiteral { value } => (self.place(value), ArgumentKind::String, 1),
                Inline::NumberLiteral { value } => (self.place(value), ArgumentKind::Number, 0),
                // The parser accepts nothing else.
                _ => continue,
            };
            list.push(Argument { name: Some(self.place(&named.name.name)), value, kind });
            self.cursor = value.end + quote;
        }
        let first = to_u32(self.uses.arguments.len());
        self.uses.arguments.append(&mut list);
        self.cursor = self.find(self.cursor, |byte| byte == b')') + 1;
        (first, to_u32(self.uses.arguments.len()))
    }

    fn place(&self, piece: &Piece<'_>) -> Span {
        piece.span_in(self.text)
    }

    /// The first such byte from an offset on, or the end of the text.
    fn find(&self, from: u32, wanted: impl Fn(u8) -> bool) -> u32 {
        let rest = self.text.as_bytes().get(from as usize..).unwrap_or_default();
        from + to_u32(rest.iter().position(|&byte| wanted(byte)).unwrap_or(rest.len()))
    }
}

fn with_dash(id: Span) -> Span {
    Span::new(id.start.saturating_sub(1), id.end)
}
