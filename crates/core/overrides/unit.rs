//! What is wrong with an override by itself, whatever else is overridden.

use fluent_bundle::{FluentArgs, FluentValue};
use ftlkit::model::{ArgumentKind, Call, EntryKind, EntryRef, PatternRef, SelectorKind, TextKind};
use ftlkit::{Span, nearest};

use super::draft::{Base, Candidate};
use super::problem::OverrideProblem;
use super::{Input, TERMS, character};
use crate::Locale;
use crate::check_call;
use crate::format::{self, Format, MOST_DECIMALS};

/// The file that an entry belongs to.
pub(super) fn file_of(
    input: &Input,
    base: &Base,
    entry: EntryRef<'_>,
) -> Result<&'static str, OverrideProblem> {
    let id = entry.id();
    let problem = |rule, message: String| {
        OverrideProblem::new(&input.path, rule, message).at(entry.file().source(), entry.id_span())
    };
    let file = if entry.is_message() {
        base.file_of(id).ok_or_else(|| {
            let nearest = nearest(id, base.messages());
            problem("extra-message", format!("there is no message `{id}`")).nearest(nearest)
        })?
    } else {
        let name = id.trim_start_matches('-');
        if base.file_of(name).is_some() || check_call(name, &[]).is_ok() {
            let what = if base.file_of(name).is_some() { "message" } else { "function" };
            let message = format!("term `{id}` has the name of a {what}, and one of them would be lost");
            return Err(problem("duplicate-id-in-bundle", message).help("give the term another name"));
        }
        TERMS
    };
    match input.file {
        Some(own) if own != file => {
            let kind = if entry.is_message() { "message" } else { "term" };
            let message = format!("{kind} `{id}` does not belong to this file");
            Err(problem("misplaced-entry", message).help(format!("move it to `{file}.ftl`")))
        }
        _ => Ok(file),
    }
}

/// The most variants of a text, all of its selections together: each of them is tried.
pub(super) const MOST_VARIANTS: usize = 250;

/// What is wrong with a unit.
pub(super) fn problems(candidate: &Candidate<'_>, base: &Base) -> Vec<OverrideProblem> {
    let mut problems = Vec::new();
    let Candidate { id, attribute, pattern, place, .. } = *candidate;
    let unit = base.unit(id, attribute);
    if candidate.kind == EntryKind::Message && unit.is_none() {
        let name = attribute.unwrap_or_default();
        let message = format!("message `{id}` has no attribute `.{name}`");
        let meant = nearest(name, base.attributes(id)).map(|name| format!(".{name}"));
        return vec![candidate.problem("extra-attribute", place, message).nearest(meant)];
    }
    for (span, message) in character::unshowable(pattern) {
        problems.push(candidate.problem("unshowable-character", span, message));
    }
    for span in long_numbers(pattern) {
        let message = format!("a number has at most {MOST_DECIMALS} decimals and as many digits before them");
        problems.push(candidate.problem("number-too-long", span, message));
    }
    let none = FluentArgs::new();
    let arguments = unit.map_or(&none, |unit| &unit.arguments);
    for variable in pattern.variables() {
        let name = pattern.slice(variable.name);
        if arguments.get(name).is_some() {
            continue;
        }
        let message = format!("variable `${name}` is not passed to this text");
        let problem = candidate.problem("unknown-variable", pattern.with_sigil(variable.name), message);
        let mut known: Vec<&str> = arguments.iter().map(|(name, _)| name).collect();
        known.sort_unstable();
        problems.push(if candidate.kind == EntryKind::Term {
            problem.help("terms are given no variables")
        } else if let Some(meant) = nearest(name, known.iter().copied()) {
            problem.help(format!("did you mean `${meant}`?"))
        } else if base.has_unit((&format!("-{name}"), None)) {
            problem.help(format!("did you mean `-{name}`?"))
        } else {
            let known: Vec<String> = known.iter().map(|name| format!("`${name}`")).collect();
            problem.help(format!("it is given {}", known.join(", ")))
        });
    }
    if pattern.variants().len() > MOST_VARIANTS {
        let message =
            format!("the text has {} variants: at most {MOST_VARIANTS} are taken", pattern.variants().len());
        problems.push(candidate.problem("too-many-variants", place, message));
    }
    for call in pattern.calls() {
        problems.extend(faults(candidate, base, call).into_iter().map(|fault| fault.of(candidate)));
    }
    for reference in pattern.references() {
        for argument in pattern.reference_arguments(reference) {
            let span = argument.name.unwrap_or(argument.value);
            let message = format!("term `{}` takes no arguments", pattern.slice(reference.id));
            problems.push(candidate.problem("term-argument-unknown", span, message));
        }
    }
    problems
}

/// What is wrong with a call in a unit.
pub(super) fn faults(candidate: &Candidate<'_>, base: &Base, call: &Call) -> Vec<Fault> {
    let none = FluentArgs::new();
    let arguments = base.unit(candidate.id, candidate.attribute).map_or(&none, |unit| &unit.arguments);
    let calls = Calls { base, locale: candidate.input.locale, file: candidate.file, arguments };
    calls.faults(candidate.pattern, call)
}

/// Numbers in the text that plural rules could not count with.
fn long_numbers(pattern: PatternRef<'_>) -> impl Iterator<Item = Span> {
    let shown = pattern.texts().iter().filter(|text| text.kind == TextKind::Number).map(|text| text.span);
    let selectors = pattern.selects().iter().filter(|select| select.kind == SelectorKind::Literal);
    let handed = pattern.calls().iter().flat_map(move |call| pattern.call_arguments(call));
    let handed = handed.filter(|argument| argument.kind == ArgumentKind::Number);
    let spans = shown.chain(selectors.map(|select| select.selector)).chain(handed.map(|it| it.value));
    spans.filter(move |span| {
        let number = pattern.slice(*span);
        let is_number = number.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'.'));
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        is_number && (whole.trim_start_matches('-').len() > MOST_DECIMALS || decimals.len() > MOST_DECIMALS)
    })
}

/// Calls of functions in texts that are given certain arguments.
pub(super) struct Calls<'a> {
    pub(super) base: &'a Base,
    pub(super) locale: Locale,
    /// The file of the text.
    pub(super) file: &'static str,
    pub(super) arguments: &'a FluentArgs<'static>,
}

/// What is wrong with a part of a text.
pub(super) struct Fault {
    pub(super) rule: &'static str,
    pub(super) span: Span,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl Fault {
    /// The problem of the override that the part belongs to.
    pub(super) fn of(self, candidate: &Candidate<'_>) -> OverrideProblem {
        let problem = candidate.problem(self.rule, self.span, self.message);
        match self.help {
            Some(help) => problem.help(help),
            None => problem,
        }
    }
}

impl Calls<'_> {
    /// What is wrong with a call: the function, its options, or what is handed to it.
    pub(super) fn faults(&self, pattern: PatternRef<'_>, call: &Call) -> Vec<Fault> {
        let function = pattern.slice(call.function);
        let fault = |rule, span, message: String, help: Option<&str>| {
            let help = help.map(str::to_owned);
            Fault { rule, span, message, help }
        };
        if let Err(error) = check_call(function, &[]) {
            return vec![fault("unknown-function", call.function, error.to_string(), None)];
        }
        let list = pattern.call_arguments(call);
        let named = || list.iter().filter_map(|it| Some((it, it.name?)));
        let options: Vec<(&str, &str)> =
            named().map(|(it, name)| (pattern.slice(name), pattern.slice(it.value))).collect();
        let mut faults = Vec::new();
        for ((_, name), option) in named().zip(&options) {
            if let Err(error) = check_call(function, &[*option]) {
                faults.push(fault("invalid-function-option", name, error.to_string(), None));
            }
        }
        if faults.is_empty()
            && let Err(error) = check_call(function, &options)
        {
            faults.push(fault("invalid-function-option", call.function, error.to_string(), None));
        }
        if !faults.is_empty() {
            return faults;
        }
        let positional: Vec<_> = list.iter().filter(|it| it.name.is_none()).collect();
        let takes = if function == "NUMBER" { "a number" } else { "a date" };
        let help = Some(if function == "NUMBER" {
            "it takes a number or a share, and shows no percentages in number.ftl"
        } else {
            "it takes a date, and shows only what is known of it"
        });
        let [argument] = positional.as_slice() else {
            let message = format!("{function} takes one value, {takes}");
            return vec![fault("invalid-function-argument", call.function, message, None)];
        };
        let name = pattern.slice(argument.value);
        let (value, span) = match argument.kind {
            ArgumentKind::Variable => match self.arguments.get(name) {
                Some(value) => (value.clone(), pattern.with_sigil(argument.value)),
                // That the text is not given it is said elsewhere.
                None => return Vec::new(),
            },
            ArgumentKind::Number => (FluentValue::try_number(name), argument.value),
            ArgumentKind::String | ArgumentKind::Other => {
                let message = format!("{function} cannot show this");
                return vec![fault("invalid-function-argument", argument.value, message, help)];
            }
        };
        let options: FluentArgs<'_> =
            options.iter().map(|&(name, value)| (name, FluentValue::from(value))).collect();
        let format = Format::new(&self.base.catalog, self.locale);
        let shown = if function == "NUMBER" {
            format::number(&[value], &options, (self.file != "number").then_some(format))
        } else {
            format::date_time(&[value], &options, self.locale)
        };
        if !format::is_unformattable(&shown) {
            return Vec::new();
        }
        let message = format!("{function} cannot show `{}` so", pattern.slice(span));
        vec![fault("invalid-function-argument", span, message, help)]
    }
}
