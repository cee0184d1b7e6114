//! Selections: which variants can be shown at all, and by which values.
//!
//! Fluent itself is asked. Each selection is written into a file of its own, with numbers in the place of its texts, and read
//! with every kind of value that its variable can have. So nothing here knows how keys and values are compared.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::Arc;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentValue};
use ftlkit::Span;
use ftlkit::model::{ArgumentKind, Call, Index, PatternRef, Role, Select, SelectorKind, Variant};

use super::draft::{Base, Candidate};
use super::unit::{self, Fault, MOST_VARIANTS};
use super::values::{self, Open, Values};
use crate::Locale;
use crate::bundle::{Catalog, File, Source};
use crate::format::Format;

/// The categories of plurals.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Categories of newer plural rules than those of fluent-bundle: right in a text, though not chosen yet.
const NEWER: &[(Locale, &str)] = &[(Locale::French, "many")];

/// A value with which a variant is shown.
#[derive(Debug, Clone)]
pub(super) struct Choice<'a> {
    pub(super) variable: &'a str,
    pub(super) value: FluentValue<'static>,
    /// Whether no other value of the variable leads there, so that the text of the variant may say it in words.
    pub(super) is_only: bool,
}

/// How to come to the variants of an override.
pub(super) type Choices<'a> = HashMap<Index, Choice<'a>>;

/// The selections of the overrides of one locale.
pub(super) struct Selections<'d, 'a> {
    base: &'d Base,
    locale: Locale,
    catalog: Arc<Catalog>,
    all: Vec<Selection<'d, 'a>>,
}

struct Selection<'d, 'a> {
    candidate: usize,
    owner: &'d Candidate<'a>,
    /// The selector as it is written.
    selector: &'a str,
    select: &'a Select,
    variable: Option<&'a str>,
    variants: Vec<&'a Variant>,
    /// Where it is written to: file and id.
    file: File,
    id: String,
}

/// The files that selections are written to.
struct Questions(HashMap<&'static str, String>);

impl Source for Questions {
    fn read(&self, _: Locale, name: &str) -> Option<Cow<'static, str>> {
        self.0.get(name).cloned().map(Cow::Owned)
    }
}

impl<'d, 'a> Selections<'d, 'a> {
    pub(super) fn new(
        base: &'d Base,
        locale: Locale,
        candidates: impl Iterator<Item = (usize, &'d Candidate<'a>)>,
    ) -> Self {
        let mut questions = HashMap::new();
        let mut selections = Vec::new();
        let is_fit = |(_, it): &(usize, &Candidate<'_>)| it.pattern.variants().len() <= MOST_VARIANTS;
        for (candidate, owner) in candidates.filter(is_fit) {
            for select in owner.pattern.selects() {
                // Percentages are known everywhere but in this file.
                let file = if owner.file == File::Number.as_str() { File::Number } else { File::Label };
                let id = format!("s{}", selections.len());
                let Some(selection) = Selection::new(candidate, owner, select, file, id) else {
                    continue;
                };
                // What its function cannot do is told elsewhere.
                if selection.call().is_some_and(|call| !unit::faults(owner, base, call).is_empty()) {
                    continue;
                }
                selection.write(questions.entry(file.as_str()).or_default());
                selections.push(selection);
            }
        }
        Self { base, locale, catalog: Catalog::new(Questions(questions)), all: selections }
    }

    /// Variants that are never shown, by override, and how to come to the others.
    pub(super) fn examine(&self) -> (Vec<(usize, Fault)>, HashMap<usize, Choices<'a>>) {
        let (mut found, mut choices) = (Vec::new(), HashMap::<usize, Choices<'a>>::new());
        for selection in &self.all {
            let faults = self.examine_one(selection, choices.entry(selection.candidate).or_default());
            found.extend(faults.into_iter().map(|fault| (selection.candidate, fault)));
        }
        (found, choices)
    }

    fn examine_one(&self, selection: &Selection<'_, 'a>, choices: &mut Choices<'a>) -> Vec<Fault> {
        if selection.select.kind == SelectorKind::Term {
            let dead = selection.variants.iter().filter(|variant| variant.numeric && !variant.default);
            return dead.map(|variant| selection.is_a_word(variant)).collect();
        }
        let Some(Values { samples, open }) = self.values(selection) else { return Vec::new() };
        let mut reached: Vec<Vec<&FluentValue<'static>>> = vec![Vec::new(); selection.variants.len()];
        for sample in &samples {
            if let Some(variants) = self.shown_by(selection, sample).and_then(|index| reached.get_mut(index))
            {
                variants.push(sample);
            }
        }
        let mut dead = Vec::new();
        for (index, (variant, reached)) in selection.variants.iter().zip(&reached).enumerate() {
            let own = selection.value_like(variant, open);
            let values = || reached.iter().copied().chain(own.as_ref());
            let way = values().find(|value| self.shown_by(selection, value) == Some(index));
            if let (Some(variable), Some(value)) = (selection.variable, way) {
                let choice = Choice { variable, value: value.clone(), is_only: reached.len() < 2 };
                choices.insert(variant.index, choice);
            }
            // A variant that another one comes before is not wrong by itself.
            let fits = |value: &FluentValue<'static>| self.fits(selection, index, value);
            if way.is_none() && !variant.default && !samples.iter().chain(own.as_ref()).any(fits) {
                dead.push(*variant);
            }
        }
        if dead.is_empty() { Vec::new() } else { self.explain(selection, &samples, &dead) }
    }

    /// What is wrong with variants that no value leads to.
    fn explain(
        &self,
        selection: &Selection<'_, 'a>,
        samples: &[FluentValue<'static>],
        dead: &[&'a Variant],
    ) -> Vec<Fault> {
        let is_seen = |category: &&str| {
            samples.iter().any(|sample| self.category(selection, sample).as_deref() == Some(*category))
        };
        let categories: Vec<&str> = CATEGORIES.iter().copied().filter(is_seen).collect();
        let is_word = matches!(samples, [FluentValue::String(_), ..])
            || selection.select.kind == SelectorKind::Literal && categories.is_empty();
        let selector = selection.selector;
        if categories.is_empty() && !is_word {
            let message =
                format!("`{selector}` is neither a number nor a word, and always selects the default");
            let span = match selection.select.kind {
                SelectorKind::Variable => selection.owner.pattern.with_sigil(selection.select.selector),
                _ => selection.select.selector,
            };
            return vec![Fault { rule: "selector-type-mismatch", span, message, help: None }];
        }
        let mut faults = Vec::new();
        for variant in dead {
            let key = selection.key(variant);
            let never = format!("`{selector}` is never `{key}`, and the variant is never shown");
            let mismatch =
                |message, help| Fault { rule: "selector-type-mismatch", span: variant.key, message, help };
            faults.push(if is_word && variant.numeric {
                selection.is_a_word(variant)
            } else if is_word {
                let only = match samples {
                    [FluentValue::String(only)] => Some(format!("it is always `{only}`")),
                    _ => None,
                };
                mismatch(never, only)
            } else if variant.numeric {
                mismatch(never, Some(selection.as_number(samples)))
            } else if CATEGORIES.contains(&key) {
                if NEWER.contains(&(self.locale, key)) && !selection.is_ordinal() {
                    continue;
                }
                selection.lacks_category(variant, self.locale, &categories)
            } else {
                let message = format!("`{selector}` is a number, which no word as a key can match");
                mismatch(message, Some("write plural categories or numbers as keys".to_owned()))
            });
        }
        faults
    }

    /// What the selector can be; nothing where its variable is not given, which is told elsewhere.
    fn values(&self, selection: &Selection<'_, 'a>) -> Option<Values> {
        let Candidate { id, attribute, .. } = *selection.owner;
        let Some(name) = selection.variable else {
            // A literal is what it is, whatever it is asked with.
            return Some(Values { samples: vec![FluentValue::None], open: Open::Nothing });
        };
        let unit = self.base.unit(id, attribute)?;
        let values = values::of(unit, name, Format::new(&self.base.catalog, self.locale));
        (!values.samples.is_empty()).then_some(values)
    }

    fn ask(
        &self,
        selection: &Selection<'_, 'a>,
        attribute: Option<&str>,
        value: &FluentValue<'static>,
    ) -> Option<String> {
        let mut arguments = FluentArgs::new();
        if let Some(name) = selection.variable {
            arguments.set(name, value.clone());
        }
        self.catalog.message(self.locale, selection.file, &selection.id, attribute, &arguments)
    }

    /// The position of the variant that is shown with a value.
    fn shown_by(&self, selection: &Selection<'_, 'a>, value: &FluentValue<'static>) -> Option<usize> {
        self.ask(selection, None, value)?.parse().ok()
    }

    /// Whether a value fits the key of a variant, whatever others there are.
    fn fits(&self, selection: &Selection<'_, 'a>, variant: usize, value: &FluentValue<'static>) -> bool {
        self.ask(selection, Some(&format!("key-{variant}")), value).as_deref() == Some("yes")
    }

    /// The plural category that the selector has with a value, where it is a number.
    fn category(&self, selection: &Selection<'_, 'a>, value: &FluentValue<'static>) -> Option<String> {
        self.ask(selection, Some("category"), value)
    }
}

impl<'d, 'a> Selection<'d, 'a> {
    fn new(
        candidate: usize,
        owner: &'d Candidate<'a>,
        select: &'a Select,
        file: File,
        id: String,
    ) -> Option<Self> {
        let pattern = owner.pattern;
        let variants: Vec<&Variant> = pattern.variants_of(select).collect();
        let selector = selector(pattern, select, variants.first()?)?;
        let variable = variable(pattern, select);
        Some(Self { candidate, owner, selector, select, variable, variants, file, id })
    }

    /// Writes down what is asked about it: the variants with their positions, each key alone, and the categories.
    fn write(&self, file: &mut String) {
        let Self { id, selector, .. } = self;
        if self.select.kind == SelectorKind::Term {
            return;
        }
        // Writing into a string cannot fail.
        let _ = write!(file, "{id} = {{ {selector} ->");
        for (index, variant) in self.variants.iter().enumerate() {
            let star = if variant.default { "*" } else { "" };
            let _ = write!(file, "\n  {star}[{}] {index}", self.key(variant));
        }
        let _ = write!(file, "\n }}\n  .category = {{ {selector} ->");
        for category in CATEGORIES {
            let _ = write!(file, "\n   [{category}] {category}");
        }
        let _ = write!(file, "\n  *[none] none\n  }}");
        for (index, variant) in self.variants.iter().enumerate() {
            let key = self.key(variant);
            let _ =
                write!(file, "\n  .key-{index} = {{ {selector} ->\n   [{key}] yes\n  *[no] {{ \"\" }}\n  }}");
        }
        file.push('\n');
    }

    fn key(&self, variant: &Variant) -> &'a str {
        self.owner.pattern.slice(variant.key)
    }

    /// The value that the key of a variant names, where there can be such a value.
    fn value_like(&self, variant: &Variant, open: Open) -> Option<FluentValue<'static>> {
        let key = self.key(variant);
        match open {
            // The value itself, without what the digits of the key would say of its form.
            Open::AnyNumber if variant.numeric => Some(FluentNumber::from(key.parse::<f64>().ok()?).into()),
            Open::AnyWord if !variant.numeric => Some(FluentValue::from(key.to_owned())),
            _ => None,
        }
    }

    fn call(&self) -> Option<&'a Call> {
        call(self.owner.pattern, self.select)
    }

    fn is_ordinal(&self) -> bool {
        let pattern = self.owner.pattern;
        let arguments = self.call().map(|call| pattern.call_arguments(call));
        arguments.into_iter().flatten().any(|argument| pattern.slice(argument.value) == "ordinal")
    }

    fn is_a_word(&self, variant: &Variant) -> Fault {
        let message = format!("`{}` is a word, which no number as a key can match", self.selector);
        Fault { rule: "selector-type-mismatch", span: variant.key, message, help: None }
    }

    /// What a number as a key has to be.
    fn as_number(&self, samples: &[FluentValue<'static>]) -> String {
        let is_number = matches!(samples, [FluentValue::Number(_), ..]);
        match (self.variable, self.select.kind) {
            (Some(name), SelectorKind::Call) if is_number => {
                format!("write plural categories, or select by `${name}` alone")
            }
            (Some(_), SelectorKind::Variable) => "write plural categories, or whole numbers".to_owned(),
            _ => "write plural categories".to_owned(),
        }
    }

    fn lacks_category(&self, variant: &Variant, locale: Locale, has: &[&str]) -> Fault {
        let (rule, kind) = if self.is_ordinal() {
            ("ordinal-category", "ordinal")
        } else {
            ("plural-impossible-category", "plural")
        };
        let (selector, key) = (self.selector, self.key(variant));
        let exact = match key {
            "zero" => "; for exactly zero write `[0]`",
            "one" => "; for exactly one write `[1]`",
            "two" => "; for exactly two write `[2]`",
            _ => "",
        };
        let has: Vec<String> = has.iter().map(|category| format!("`{category}`")).collect();
        Fault {
            rule,
            span: variant.key,
            message: format!("`{selector}` never has the {kind} category `{key}` in `{locale}`"),
            help: Some(format!("it has {}{exact}", has.join(", "))),
        }
    }
}

/// A selector as it is written: what stands before the arrow.
fn selector<'a>(pattern: PatternRef<'a>, select: &Select, first: &Variant) -> Option<&'a str> {
    let is_quoted = |span: Span| {
        let before = pattern.slice(Span::new(span.start.saturating_sub(1), span.start));
        before == "\"" || before == "$"
    };
    let own = select.selector;
    let start = own.start - u32::from(is_quoted(own));
    let (selector, _) = pattern.slice(Span::new(start, first.key.start)).rsplit_once("->")?;
    Some(selector.trim_end())
}

/// The call that a selection is made by.
fn call<'a>(pattern: PatternRef<'a>, select: &Select) -> Option<&'a Call> {
    // Calls are in the order of the text.
    let calls = pattern.calls();
    let at = calls.partition_point(|call| call.function.start < select.selector.start);
    calls.get(at).filter(|call| call.role == Role::Selector && call.function == select.selector)
}

/// The variable that a selection is made by.
fn variable<'a>(pattern: PatternRef<'a>, select: &Select) -> Option<&'a str> {
    if select.kind == SelectorKind::Variable {
        return Some(pattern.slice(select.selector));
    }
    let arguments = pattern.call_arguments(call(pattern, select)?);
    let handed = arguments.iter().find(|it| it.name.is_none() && it.kind == ArgumentKind::Variable)?;
    Some(pattern.slice(handed.value))
}
