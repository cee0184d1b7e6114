//! `comment-variable-unknown`

use super::{Context, Explanation, Finding, Group, Notes, Rule, Sink};
use crate::diagnostic::Severity;
use crate::distance;
use crate::model::{EntryRef, FileRef};
use crate::source::Span;
use std::collections::BTreeSet;

pub(super) struct CommentVariableUnknown;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for comments of the reference that describe a variable which its message does not use, and which is most likely \
        another one of it: written wrongly, or called so before. A variable that only translations use is information.",
    why: "Translators use what the comment promises, and their text shows `{$nmae}` instead of a name.",
    bad: &[("i18n/en/main.ftl", "# $nmae (String) - the name of the guest\nhello = Hello, { $name }!\n")],
    good: &[("i18n/en/main.ftl", "# $name (String) - the name of the guest\nhello = Hello, { $name }!\n")],
    fix: "Unsafe: the name is replaced where another one of the message differs by a slip.",
};

impl Rule for CommentVariableUnknown {
    fn name(&self) -> &'static str {
        "comment-variable-unknown"
    }

    fn group(&self) -> Group {
        Group::Comments
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn applies(&self, context: Context<'_>) -> bool {
        context.is_reference()
    }

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        for entry in context.entries() {
            let (unknown, used) = unknown(context, entry);
            if unknown.is_empty() {
                continue;
            }
            let text = entry.comment().map(|comment| entry.file().slice(comment)).unwrap_or_default();
            // What no comment describes may be what a wrong name stands for.
            let free: Vec<&str> = used.iter().copied().filter(|name| !mentions(text, name)).collect();
            for name in unknown {
                report(context, sink, entry, name, &free);
            }
        }
    }

    fn note(&self, context: Context<'_>, notes: &mut Notes) {
        let reference = context.reference();
        let is_doubtful = |entry| !unknown(reference, entry).0.is_empty();
        let doubtful = || reference.entries().filter(|entry| is_doubtful(*entry)).collect();
        for entry in context.doubtful(doubtful) {
            for (_, pattern) in context.translation(entry).into_iter().flat_map(EntryRef::units) {
                let names = pattern.variables().iter().map(|variable| pattern.slice(variable.name));
                names.for_each(|name| notes.add_variable(entry, name));
            }
        }
    }
}

/// The names that the comment of an entry describes and the entry does not use, and those that it uses.
fn unknown<'a>(context: Context<'a>, entry: EntryRef<'a>) -> (Vec<Span>, BTreeSet<&'a str>) {
    let mut described = entry.comment().map(|comment| described(entry.file(), comment)).unwrap_or_default();
    if described.is_empty() {
        return Default::default();
    }
    let used: BTreeSet<&str> = entry.units().flat_map(|(_, pattern)| context.variables_of(pattern)).collect();
    described.retain(|name| !used.contains(entry.file().slice(*name)));
    (described, used)
}

fn report<'a>(context: Context<'a>, sink: &mut Sink<'_>, entry: EntryRef<'a>, name: Span, free: &[&str]) {
    let file = entry.file();
    let text = file.slice(name);
    let nearest = distance::hint(text, free.iter().copied());
    let kind = if entry.is_message() { "message" } else { "term" };
    let span = Span::new(name.start.saturating_sub(1), name.end);
    let mut finding =
        Finding::at(file, span, format!("the {kind} has no variable `${text}`")).entry(entry, None);
    if let Some(nearest) = nearest {
        let title = format!("replace `${text}` with `${nearest}`");
        finding = finding.fix(title, false, file, [(name, nearest.to_owned())]);
    }
    finding = match (nearest, free) {
        (Some(nearest), _) => finding.help(format!("did you mean `${nearest}`?")),
        (None, [only]) => finding.help(format!("nothing describes `${only}`: is it that?")),
        _ => finding,
    };
    // Without a likely other name the variable may well be there for other languages.
    if nearest.is_none() && (free.is_empty() || context.is_in_a_translation(entry, text)) {
        finding = finding.severity(Severity::Info);
    }
    sink.report(finding);
}

/// The names that lines of a comment begin with, after a bullet at most: `# $name (String) - …`.
fn described(file: FileRef<'_>, comment: Span) -> Vec<Span> {
    let mut names = Vec::new();
    let mut start = comment.start;
    for line in file.slice(comment).split_inclusive('\n') {
        let rest = line.trim_start_matches('#').trim_start_matches([' ', '-', '*', '`', '{']);
        if let Some(length) = rest.strip_prefix('$').map(name_length).filter(|length| *length > 0) {
            let offset = u32::try_from(line.len() - rest.len()).unwrap_or(0) + 1;
            names.push(Span::new(start + offset, start + offset + length));
        }
        start += u32::try_from(line.len()).unwrap_or(0);
    }
    names
}

/// The length of the name at the start of a text; nothing for what is no name, such as `$1` and `$HOME/x`.
fn name_length(text: &str) -> u32 {
    if !text.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return 0;
    }
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let length = text.bytes().take_while(is_name).count();
    let behind = text.get(length..).unwrap_or_default();
    let ends = behind.is_empty() || behind.starts_with([' ', ':', ',', '.', '`', '}', '(', '\r', '\n', '=']);
    if ends { u32::try_from(length).unwrap_or(0) } else { 0 }
}

/// Whether a comment speaks of a variable, at any place.
fn mentions(text: &str, name: &str) -> bool {
    let mut dollars = text.split('$').skip(1);
    dollars.any(|rest| {
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        rest.get(..rest.bytes().take_while(is_name).count()) == Some(name)
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::check;

    const RULE: &str = "comment-variable-unknown";

    #[test]
    fn slips_and_old_names_are_found() {
        let reference = "# Greets.\n# $nmae (String) - the name\n# - $number: how many\na = { $name } { $count }\n\
                         # $user - who\nb = { a } { $surname }\n    .c = { $name }\n# $user - who\nd = { $person }\n";
        let found = [
            "i18n/en/a.ftl:2:3: warning: the message has no variable `$nmae`; help: did you mean `$name`?",
            "i18n/en/a.ftl:3:5: warning: the message has no variable `$number`",
            "i18n/en/a.ftl:5:3: warning: the message has no variable `$user`",
            "i18n/en/a.ftl:8:3: warning: the message has no variable `$user`; help: nothing describes `$person`: is \
             it that?",
        ];
        check(RULE, &[("i18n/en/a.ftl", reference), ("i18n/nl/a.ftl", "# $x - y\na = A\n")], &found);
    }

    #[test]
    fn variables_for_translations_are_information() {
        let reference = "# $gender (String) - of the guest\na = A\n# $case (String)\nb = { $n }\n";
        let translation = "a = A\nb = { $case ->\n   *[x] { $n }\n}\n";
        let found = [
            "i18n/en/a.ftl:1:3: info: the message has no variable `$gender`",
            "i18n/en/a.ftl:3:3: info: the message has no variable `$case`; help: nothing describes `$n`: is it that?",
        ];
        check(RULE, &[("i18n/en/a.ftl", reference), ("i18n/nl/a.ftl", translation)], &found);
    }

    #[test]
    fn other_dollars_are_no_variables() {
        let reference =
            "# Set $HOME or $nmae first.\n# $1 is dear.\n# $HOME/x\n# $name - it\na = { $name } { $n }\n";
        check(RULE, &[("i18n/en/a.ftl", reference)], &[]);
    }
}
