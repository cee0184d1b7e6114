//! `accesskey-not-in-label`

use super::compare::is_cjk;
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, PatternRef};

pub(super) struct AccesskeyNotInLabel;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for an attribute `.accesskey` whose letter is not in the `.label`, nor in the value. In \
        languages that write no letters of the keyboard it stands in brackets after the label, or is added by \
        the application.",
    why: "The letter cannot be underlined, and nobody learns of it.",
    bad: &[("i18n/nl/main.ftl", "save =\n    .label = Opslaan\n    .accesskey = B\n")],
    good: &[("i18n/nl/main.ftl", "save =\n    .label = Opslaan\n    .accesskey = O\n")],
    fix: "Unsafe: the first letter of the label is taken, which another label may have too.",
};

impl Rule for AccesskeyNotInLabel {
    fn name(&self) -> &'static str {
        "accesskey-not-in-label"
    }

    fn group(&self) -> Group {
        Group::Markup
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn applies(&self, context: Context<'_>) -> bool {
        !is_cjk(context.locale().tag())
    }

    fn interest(&self) -> Interest {
        Interest::attributes()
    }

    fn check_entry<'a>(&self, _context: Context<'a>, entry: EntryRef<'a>, sink: &mut Sink<'_>) {
        if !entry.is_message() {
            return;
        }
        let Some((_, _, key)) = entry.attributes().find(|(name, ..)| *name == "accesskey") else {
            return;
        };
        let (name, label) = match (entry.attribute("label"), entry.value()) {
            (Some(label), _) => ("`.label`", label),
            (None, Some(value)) => ("the value", value),
            (None, None) => return,
        };
        let (Some(key_text), Some(text)) = (plain(key), plain(label)) else { return };
        let Some(letter) = key_text.trim().chars().next() else { return };
        if !text.contains(letter) && !text.to_lowercase().contains(&letter.to_lowercase().to_string()) {
            let message = format!("access key `{letter}` is not in {name}");
            let finding = Finding::at(entry.file(), key.span(), message)
                .entry(entry, Some("accesskey"))
                .related(entry.file(), label.span(), "the label");
            sink.report(match text.chars().find(|sign| sign.is_alphabetic()) {
                Some(first) => finding.fix(
                    format!("take `{first}`"),
                    false,
                    entry.file(),
                    [(key.span(), first.to_string())],
                ),
                None => finding,
            });
        }
    }
}

/// The text of a pattern without placeables.
fn plain(pattern: PatternRef<'_>) -> Option<&str> {
    pattern.placeables().is_empty().then(|| pattern.slice(pattern.span()))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_pair};

    const RULE: &str = "accesskey-not-in-label";

    #[test]
    fn the_letter_is_underlined() {
        check_pair(
            RULE,
            "a = A\n",
            "a = Opslaan\n    .accesskey = x\n",
            &["2:18: info: access key `x` is not in the value"],
        );
    }

    #[test]
    fn case_is_free_and_unknown_labels_are_left_alone() {
        check_pair(RULE, "a = A\n", "a =\n    .label = Überall\n    .accesskey = ü\n", &[]);
        check_pair(RULE, "a = A\n", "a =\n    .label = { $x }\n    .accesskey = y\n", &[]);
        let files =
            [("i18n/en/a.ftl", "a = A\n"), ("i18n/ja/a.ftl", "a =\n    .label = 保存\n    .accesskey = S\n")];
        check(RULE, &files, &[]);
    }
}
