//! `straight-quotes`

use super::typography::{
    Flow, NO_BREAK, Quotation, Side, has_words, is_exact, is_prose_with, profile, quotations, quotes_of,
};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::config::Quotes;
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};

pub(super) struct StraightQuotes;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for quotations in `\"…\"` in files that elsewhere have the quotation marks of the language; with `typography = \
        \"exact\"` in all texts of languages that have a profile, and for those in `'…'` too. Attributes of tags, code, \
        inches and marks without a partner are left alone.",
    why: "These marks come from typewriters. In print a quotation opens with one mark and closes with another, and each \
        language has its own.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open “{ $name }”\nclose = Close “{ $name }”\n"),
        ("i18n/de/main.ftl", "open = „{ $name }“ öffnen\nclose = \"{ $name }\" schließen\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "open = Open “{ $name }”\nclose = Close “{ $name }”\n"),
        ("i18n/de/main.ftl", "open = „{ $name }“ öffnen\nclose = „{ $name }“ schließen\n"),
    ],
    fix: "Safe: the marks of the language take their places, in French with their spaces.",
};

impl Rule for StraightQuotes {
    fn name(&self) -> &'static str {
        "straight-quotes"
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
        quotes_of(context).is_some()
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::QUOTES)
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let is_exact = is_exact(context);
        if !is_prose_with(pattern, attribute, b"\"'")
            || !is_exact && !context.habits(entry.file()).quotations.is_mixed()
        {
            return;
        }
        let Some(quotes) = quotes_of(context) else { return };
        let flow = Flow::of(pattern);
        let wanted = |quotation: &Quotation| {
            quotation.is_straight()
                && (is_exact || quotation.quotes.open == '"')
                && is_prose(&flow, *quotation)
        };
        for quotation in quotations(&flow).into_iter().filter(wanted) {
            let own = *quotes.get(quotation.depth.min(1)).unwrap_or(&quotes[0]);
            let (Some(open), Some(close)) = (flow.atom(quotation.open), flow.atom(quotation.close)) else {
                continue;
            };
            let has_space = own.open == '«'
                && profile(context).is_some_and(|it| it.spacing.guillemets.character().is_some());
            let [before, after] =
                marks(own, has_space.then(|| guillemet_space(context)).flatten(), [open.after, close.before]);
            let message = format!("a quotation stands in `{0}…{0}`", quotation.quotes.open);
            let edits = [(open.span, before), (close.span, after)];
            sink.report(
                Finding::at(entry.file(), open.span, message)
                    .entry(entry, attribute)
                    .help(format!("write `{}…{}`", own.open, own.close))
                    .fix("write the marks of the language", true, entry.file(), edits),
            );
        }
    }
}

/// The space that a locale sets inside `«` and `»`.
fn guillemet_space(context: Context<'_>) -> Option<char> {
    let profile = profile(context)?;
    profile.spacing.guillemets.character().or(Some(NO_BREAK))
}

/// The two marks, with a space inside where there is none yet.
fn marks(quotes: Quotes, space: Option<char>, inside: [Side; 2]) -> [String; 2] {
    let [first, last] =
        inside.map(|side| space.filter(|_| !side.is_space()).map(String::from).unwrap_or_default());
    [format!("{}{first}", quotes.open), format!("{last}{}", quotes.close)]
}

/// Whether a quotation holds words, and is no value or command that is typed: `printf "%s\n"`.
fn is_prose(flow: &Flow, quotation: Quotation) -> bool {
    let is_assigned = flow.sign_before(quotation.open) == Some('=');
    let is_code = |at| match flow.atom(at) {
        Some(atom) => atom.is_protected || flow.sign(at).is_some_and(|sign| "\\%$<>=|*#".contains(sign)),
        None => true,
    };
    !is_assigned && has_words(flow, quotation.inside()) && !quotation.inside().any(is_code)
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::testing::{check_fix_in, check_in};

    const RULE: &str = "straight-quotes";

    fn exact() -> Config {
        let mut config = Config::default();
        config.typography.exact = true;
        config
    }

    #[track_caller]
    fn mends(locale: &str, text: &str, expected: &str) {
        check_fix_in(RULE, locale, &exact(), &format!("a = {text}\n"), &format!("a = {expected}\n"));
    }

    #[test]
    fn each_language_has_its_marks() {
        mends("fr", "Le \"mot { $x }\".", "Le «\u{a0}mot { $x }\u{a0}».");
        mends("fr-CH", "Le \"mot\".", "Le «\u{202f}mot\u{202f}».");
        mends("nl", "Het \"woord 'x'\" of 'woord'", "Het ‘woord “x”’ of ‘woord’");
        mends("de", "\"{ $x }\"", "„{ $x }“");
        mends("pl", "(\"a\")", "(„a”)");
        mends("en", "{ \"\\\"\" }a\"", "{ \"“\" }a”");
    }

    #[test]
    fn a_file_that_mixes_is_reported() {
        let found = "2:5: info: a quotation stands in `\"…\"`; help: write `“…”`";
        check_in(RULE, "en", &Config::default(), "a = “A”\nb = \"B\" or 'c'\n", &[found]);
        check_in(RULE, "en", &Config::default(), "b = \"B\"\n", &[]);
        check_in(RULE, "ja", &exact(), "b = \"B\"\n", &[]);
    }

    #[test]
    fn what_is_no_quotation_stays() {
        for text in [
            "<a href=\"{ $x }\" class=\"b\">c</a>",
            "`\"a\"`",
            "printf \"the letter %X\" 10",
            "write '<file> x'",
            "5\" and 6\"",
            "\"\" \"-\" \"--all\"",
            "l'ami d'{ $x }",
            "a=\"b\"",
            "{ $n ->\n    [one] \"a\n   *[other] b\"\n }",
        ] {
            check_in(RULE, "en", &exact(), &format!("a = {text}\n"), &[]);
        }
    }
}
