//! `foreign-placeholder`

use std::cell::LazyCell;
use std::collections::HashSet;

use super::compare::{Names, is_foreign, percent_placeholders};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef, Reference, TextKind, Variable};
use crate::source::Span;

pub(super) struct ForeignPlaceholder;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for placeholders of other systems that the reference does not have: `%s`, `%1$s`, `{0}`, \
        and the references `${name}`, `%{name}` and `{{name}}` to messages that nobody has defined.",
    why: "Fluent shows them as they are; variables are written `{ $name }`.",
    bad: &[
        ("i18n/en/main.ftl", "bye = Bye, { $name }! See you, { $name }!\n"),
        ("i18n/nl/main.ftl", "bye = Dag, { $name }! Tot ziens, ${name}!\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "bye = Bye, { $name }! See you, { $name }!\n"),
        ("i18n/nl/main.ftl", "bye = Dag, { $name }! Tot ziens, { $name }!\n"),
    ],
    fix: "Safe: `${name}` becomes `{ $name }` where the reference has that variable, and a placeholder without a name the only \
        variable that the translation lacks; unsafe where only the text itself has it. None where nobody has: it may be meant \
        as it stands.",
};

impl Rule for ForeignPlaceholder {
    fn name(&self) -> &'static str {
        "foreign-placeholder"
    }

    fn group(&self) -> Group {
        Group::Markup
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::MESSAGES).and_translations(Features::PERCENT.or(Features::LITERALS))
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let original = || context.counterpart(entry).filter(|_| !context.is_reference())?.unit(attribute);
        let known = LazyCell::new(|| -> Names<'_> {
            let variables = original().map(|original| (original, original.variables()));
            let names = |(original, list): (PatternRef<'a>, &'a [Variable])| {
                list.iter().map(move |variable| original.slice(variable.name))
            };
            variables.into_iter().flat_map(names).collect()
        });
        for reference in pattern.references().iter().filter(|reference| is_foreign(pattern, reference)) {
            let id = pattern.slice(reference.id);
            if context.find_or_inherit(entry.file(), id).is_none() && !context.is_broken(id, None) {
                let is_safe = known.contains(id).then_some(true);
                let is_safe = is_safe.or_else(|| variables(pattern).any(|name| name == id).then_some(false));
                let finding = finding(pattern, reference, is_safe);
                sink.report(finding.entry(entry, attribute));
            }
        }
    }

    fn check_unit<'a>(&self, _context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let pattern = unit.pattern;
        let digits = pattern.texts().iter().filter(|text| {
            text.kind == TextKind::Number && matches!(pattern.slice(text.span).as_bytes(), [b'0'..=b'9'])
        });
        let digits = digits.map(|text| (pattern.slice(text.span), text.span));
        let mut found: Vec<(String, Span)> =
            percent_placeholders(pattern).map(|(text, span)| (text.to_owned(), span)).collect();
        found.extend(digits.map(|(digit, span)| (format!("{{{digit}}}"), span)));
        if found.is_empty() {
            return;
        }
        let reference = unit.reference;
        let mut known: HashSet<String> =
            percent_placeholders(reference).map(|(text, _)| text.to_owned()).collect();
        let numbers = reference.texts().iter().filter(|text| text.kind == TextKind::Number);
        known.extend(numbers.map(|text| format!("{{{}}}", reference.slice(text.span))));
        let names: Vec<String> =
            variables(reference).take(NAMES).map(|name| format!("`{{ ${name} }}`")).collect();
        found.retain(|(text, _)| !known.contains(text));
        let used: HashSet<&str> = variables(pattern).collect();
        let mut lacking = variables(reference).filter(|name| !used.contains(name));
        let meant = lacking.next().filter(|_| lacking.next().is_none() && found.len() == 1);
        for (text, span) in found {
            let help = if names.is_empty() {
                "the reference has no variables here".to_owned()
            } else {
                format!("the reference has {}", names.join(", "))
            };
            let finding =
                Finding::at(unit.entry.file(), span, format!("`{text}` is no placeholder in Fluent"))
                    .entry(unit.entry, unit.attribute)
                    .related(reference.file(), reference.span(), "the text in the reference")
                    .help(help);
            let inside = text.strip_prefix("%(").and_then(|rest| rest.split_once(')'));
            let said = inside.and_then(|(name, _)| variables(reference).find(|known| *known == name));
            sink.report(match said.or(meant) {
                Some(name) => {
                    let place = if text.starts_with('{') { around(pattern, span) } else { span };
                    let title = format!("replace it with `{{ ${name} }}`");
                    finding.fix(title, true, unit.entry.file(), [(place, format!("{{ ${name} }}"))])
                }
                None => finding,
            });
        }
    }
}

/// The innermost placeable around a place, or the place itself.
fn around(pattern: PatternRef<'_>, place: Span) -> Span {
    // Placeables are listed by where they begin: the innermost is the last before it.
    let before = pattern.placeables().partition_point(|placeable| placeable.span.start < place.start);
    let placeable = before.checked_sub(1).and_then(|last| pattern.placeables().get(last));
    placeable.map_or(place, |placeable| placeable.span)
}

/// How many variables are named.
const NAMES: usize = 5;

fn variables(pattern: PatternRef<'_>) -> impl Iterator<Item = &str> {
    let mut seen = HashSet::new();
    let names = pattern.variables().iter().map(move |variable| pattern.slice(variable.name));
    names.filter(move |name| seen.insert(*name))
}

/// What is found; `is_safe` says whether the fix is, where there is such a variable.
fn finding(pattern: PatternRef<'_>, reference: &Reference, is_safe: Option<bool>) -> Finding {
    let id = pattern.slice(reference.id);
    let inner = around(pattern, reference.id);
    // The sign, or the brace, before the placeable belongs to it; the brace has a counterpart behind it.
    let text = pattern.file().source().text();
    let before = text.get(..inner.start as usize).unwrap_or_default().trim_end();
    let start = u32::try_from(before.len().saturating_sub(1)).unwrap_or(inner.start);
    let rest = text.get(inner.end as usize..).unwrap_or_default();
    let blanks = rest.len() - rest.trim_start().len();
    let tail = if before.ends_with('{') { u32::try_from(blanks + 1).unwrap_or_default() } else { 0 };
    let span = Span::new(start, inner.end + tail);
    let message = format!("`{}` is no placeholder in Fluent", pattern.slice(span));
    let finding = Finding::at(pattern.file(), span, message);
    let variable = format!("{{ ${id} }}");
    match is_safe {
        Some(is_safe) => finding.help(format!("write `{variable}` for a variable")).fix(
            format!("replace it with `{variable}`"),
            is_safe,
            pattern.file(),
            [(span, variable)],
        ),
        None => finding.help(format!(
            "write `{variable}` for a variable, or `{{ \"{}\" }}` for a text that is shown as it stands",
            pattern.slice(span)
        )),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_fix, check_pair};

    const RULE: &str = "foreign-placeholder";

    #[test]
    fn the_placeholder_is_underlined() {
        check_pair(
            RULE,
            "a = { $n } { $x }\n",
            "a = é %s {0} %1$s\n",
            &[
                "1:7: error: `%s` is no placeholder in Fluent; help: the reference has `{ $n }`, `{ $x }`",
                "1:11: error: `{0}` is no placeholder in Fluent; help: the reference has `{ $n }`, `{ $x }`",
                "1:14: error: `%1$s` is no placeholder in Fluent; help: the reference has `{ $n }`, `{ $x }`",
            ],
        );
        check_pair(
            RULE,
            "a = { $user }\n",
            "a = é ${user} {{ user }} %{ user }\n",
            &[
                "1:7: error: `${user}` is no placeholder in Fluent; help: write `{ $user }` for a variable",
                "1:15: error: `{{ user }}` is no placeholder in Fluent; help: write `{ $user }` for a variable",
                "1:26: error: `%{ user }` is no placeholder in Fluent; help: write `{ $user }` for a variable",
            ],
        );
        check_fix(RULE, "a = { $user }\n", "a = ${user} {{ user }}\n", "a = { $user } { $user }\n");
    }

    #[test]
    fn what_nobody_has_is_not_replaced() {
        let help =
            "write `{ $NAME }` for a variable, or `{ \"${NAME}\" }` for a text that is shown as it stands";
        let text = "a = Only ${NAME} is known\n";
        let line = format!("1:10: error: `${{NAME}}` is no placeholder in Fluent; help: {help}");
        check(RULE, &[("i18n/en/a.ftl", text)], &[&format!("i18n/en/a.ftl:{line}")]);
        check_pair(RULE, "a = A\n", text, &[&line]);
        check_fix(RULE, "a = A\n", text, text);
    }

    #[test]
    fn what_the_reference_has_is_right() {
        let text = "a = %s %1$s { 0 } printf %d\n";
        check_pair(RULE, text, text, &[]);
    }

    #[test]
    fn prices_percentages_and_words_are_right() {
        check_pair(
            RULE,
            "a = { $n } { $p }\n",
            "a = ${ $p } { $n }% 50% de 100 %d'un { { $n } } 5%sur\n",
            &[],
        );
        check_pair(RULE, "price = 5\na = A\n", "price = 5\na = ${ price }\n", &[]);
    }
}
