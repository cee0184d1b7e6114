//! `ellipsis`

use super::typography::{Flow, is_ellipsis, is_exact, is_prose_with};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};
use crate::source::Span;

pub(super) struct Ellipsis;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for `...` where the reference has `…`, and in the reference where its file has `…` elsewhere; with `typography = \
        \"exact\"` wherever three dots are an ellipsis. Ranges such as `1...5`, `[FILE]...` in the help of commands, paths and \
        code are none. Chinese and Japanese, which write `……`, are left alone.",
    why: "Three dots can be torn apart at the end of a line, are read aloud as three dots, and look wider than the ones \
        beside them.",
    bad: &[("i18n/en/main.ftl", "load = Loading…\n"), ("i18n/nl/main.ftl", "load = Laden...\n")],
    good: &[("i18n/en/main.ftl", "load = Loading…\n"), ("i18n/nl/main.ftl", "load = Laden…\n")],
    fix: "Safe: `…` takes their place. In the reference only with `typography = \"exact\"`: its translations would have to \
        follow.",
};

impl Rule for Ellipsis {
    fn name(&self) -> &'static str {
        "ellipsis"
    }

    fn group(&self) -> Group {
        Group::Typography
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn applies(&self, context: Context<'_>) -> bool {
        !matches!(context.locale().language(), "zh" | "ja" | "yue" | "lzh" | "nan")
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::PERIOD)
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let has_dots = pattern.slice(pattern.span()).contains("...");
        if !has_dots || !is_prose_with(pattern, attribute, b".") {
            return;
        }
        let is_reference = context.is_reference();
        let reference = context.counterpart(entry).and_then(|entry| entry.unit(attribute));
        let model = reference.filter(|_| !is_reference);
        let sign = model.and_then(|model| Some((model.file(), sign_in(model)?)));
        let is_exact = is_exact(context);
        // Once the reference had it, every translation that follows the reference would be wrong.
        let is_mended = is_exact || !is_reference;
        let is_wanted =
            is_exact || sign.is_some() || model.is_none() && context.habits(entry.file()).ellipses.is_mixed();
        if !is_wanted {
            return;
        }
        let flow = Flow::of(pattern);
        for (at, _, _) in flow.prose().filter(|(at, sign, _)| *sign == '.' && is_ellipsis(&flow, *at)) {
            let span = flow.span(at..at + 3);
            let mut finding = Finding::at(entry.file(), span, "three dots stand for an ellipsis")
                .entry(entry, attribute)
                .help("write `…`");
            if is_mended {
                finding = finding.fix("write `…`", true, entry.file(), [(span, "…".to_owned())]);
            }
            if let Some((file, span)) = sign {
                finding = finding.related(file, span, "the reference has `…`");
            }
            sink.report(finding);
        }
    }
}

/// Where the sign stands in a text that has no three dots.
fn sign_in(pattern: PatternRef<'_>) -> Option<Span> {
    let text = pattern.slice(pattern.span());
    let place = |at: usize| pattern.span().start.saturating_add(u32::try_from(at).unwrap_or_default());
    let at = text.find('…').filter(|_| !text.contains("..."))?;
    Some(Span::new(place(at), place(at + '…'.len_utf8())))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_fix_in, check_in, check_pair, exact};

    const RULE: &str = "ellipsis";

    #[test]
    fn what_the_reference_has_is_asked_for() {
        let found = "1:6: info: three dots stand for an ellipsis; help: write `…`";
        check_pair(RULE, "a = A…\n", "a = é...\n", &[found]);
        check_pair(RULE, "a = A...\n", "a = é...\n", &[]);
        let own = "i18n/en/a.ftl:2:6: info: three dots stand for an ellipsis; help: write `…`";
        check(RULE, &[("i18n/en/a.ftl", "a = A…\nb = B...\n"), ("i18n/nl/a.ftl", "a = A\n")], &[own]);
    }

    #[test]
    fn all_are_mended_where_that_is_asked_for() {
        check_fix_in(RULE, "nl", &exact(), "a = Wacht... { $x }... (a...)?\n", "a = Wacht… { $x }… (a…)?\n");
    }

    #[test]
    fn what_is_no_ellipsis_stays() {
        for text in [
            "1...5",
            "a....b",
            "[BESTAND]...",
            "BESTAND...",
            "`a...`",
            ".../map",
            "../..",
            "<FILE>...",
            "a/...",
            "{ $a },...,",
            "--x...",
        ] {
            check_in(RULE, "nl", &exact(), &format!("a = {text}\n"), &[]);
        }
        check_in(RULE, "ja", &exact(), "a = 読み込み中...\n", &[]);
    }
}
