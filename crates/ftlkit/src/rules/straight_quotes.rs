//! `straight-quotes`

use super::typography::{
    Flow, NO_BREAK, Quotation, Side, is_exact, is_prose, is_prose_with, profile, quotations, quotes_in,
    quotes_of,
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
    fix: "Safe: the marks of the language take their places, in French with their spaces. Unsafe where a straight mark of \
        the same text stays as it is, and where the last `'` stands behind an `s` and may be an apostrophe.",
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
        let Some(quotes) = quotes_in(context, entry.file()) else { return };
        let flow = Flow::of(pattern);
        let wanted = |quotation: &Quotation| {
            quotation.is_straight()
                && (is_exact || quotation.quotes.open == '"')
                && is_prose(&flow, *quotation)
        };
        let found = quotations(&flow);
        let is_left = found.iter().any(|quotation| quotation.is_straight() && !wanted(quotation));
        let [lonely_double, lonely_single] = ['"', '\''].map(|mark| has_lonely(&flow, found, mark));
        for &quotation in found.iter().filter(|quotation| wanted(quotation)) {
            let mark = quotation.quotes.open;
            let is_lonely = if mark == '"' { lonely_double } else { lonely_single };
            let is_safe = !is_left && !is_lonely && !is_plural(&flow, quotation);
            let own = *quotes.get(quotation.depth.min(1)).unwrap_or(&quotes[0]);
            let (Some(open), Some(close)) = (flow.atom(quotation.open), flow.atom(quotation.close)) else {
                continue;
            };
            let has_space = own.open == '«'
                && profile(context).is_some_and(|it| it.spacing.guillemets.character().is_some());
            let [before, after] =
                marks(own, has_space.then(|| guillemet_space(context)).flatten(), [open.after, close.before]);
            let message = format!("a quotation stands in `{mark}…{mark}`");
            let edits = [(open.span, before), (close.span, after)];
            sink.report(
                Finding::at(entry.file(), open.span, message)
                    .entry(entry, attribute)
                    .help(format!("write `{}…{}`", own.open, own.close))
                    .fix("write the marks of the language", is_safe, entry.file(), edits),
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

/// Whether a mark stands alone, so that nobody knows which belong together. What joins letters is an apostrophe.
fn has_lonely(flow: &Flow, found: &[Quotation], mark: char) -> bool {
    let mut ends: Vec<usize> = found.iter().flat_map(|quotation| [quotation.open, quotation.close]).collect();
    ends.sort_unstable();
    flow.prose().any(|(at, sign, atom)| {
        let is_elision = atom.before.is_letter() && atom.after == Side::Value;
        let joins = mark == '\'' && (atom.before.is_visible() && atom.after.is_letter() || is_elision);
        sign == mark && !joins && ends.binary_search(&at).is_err()
    })
}

/// Whether the last mark may be the apostrophe of a plural: `the users' choice`.
fn is_plural(flow: &Flow, quotation: Quotation) -> bool {
    let before = flow.sign_before(quotation.close);
    quotation.quotes.close == '\'' && before.is_some_and(|sign| matches!(sign, 's' | 'S'))
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::testing::{check_fix_in, check_in, exact, run};

    const RULE: &str = "straight-quotes";

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

    /// Whether the fix of each finding is safe.
    #[track_caller]
    fn safety(locale: &str, text: &str, expected: &[bool]) {
        let (path, text) = (format!("i18n/{locale}/a.ftl"), format!("a = {text}\n"));
        let found = run(RULE, &[(path.as_str(), text.as_str())], &exact());
        let safe: Vec<bool> = found.iter().filter_map(|found| found.fix()).map(|fix| fix.safe).collect();
        assert_eq!(safe, expected, "{text}");
    }

    #[test]
    fn a_mark_that_nothing_closes_is_around_nothing() {
        mends("en", "Press \"-j0\" or \"x y\" or \"z\"", "Press \"-j0\" or “x y” or “z”");
        mends("fr", "'--group': 'deux'", "'--group': «\u{a0}deux\u{a0}»");
        mends("en", "say \"a 'b' c\"", "say “a ‘b’ c”");
    }

    #[test]
    fn a_doubtful_fix_is_unsafe() {
        safety("en", "\"a\" and 'b'", &[true, true]);
        safety("en", "it's \"a\", 'b' isn't", &[true, true]);
        // Half of a sentence would be changed.
        safety("en", "a \"0\", or hex with \"0x\" or \"b\"", &[false, false]);
        safety("en", "use \"--all\" or \"some\"", &[false]);
        safety("en", "a 5\" disk \"x\"", &[false]);
        safety("en", "'a' or 's'", &[false]);
        // The last mark may be an apostrophe.
        safety("en", "the 'users' choice", &[false]);
        safety("nl", "de 'rock-'n-roll' tijd", &[true]);
    }

    #[test]
    fn elisions_are_no_quotations() {
        for text in [
            "Guns 'n' Roses",
            "rock-'n'-roll",
            "'tis the users' choice",
            "'Twas the users' choice",
            "'cause users' files",
            "fish 'n chips' price",
            "the '80s and the '90s' end",
        ] {
            check_in(RULE, "en", &exact(), &format!("a = {text}\n"), &[]);
        }
        mends("nl", "de 'rock-'n-roll' tijd", "de ‘rock-'n-roll’ tijd");
    }

    #[test]
    fn what_is_typed_is_no_habit() {
        let typed = "b = \"--all\" \"--all\" \"--all\" \"--all\" \"--all\" \"--all\"\n"
            .repeat(2)
            .replacen("b =", "c =", 1);
        let found = "2:5: info: a quotation stands in `\"…\"`; help: write `“…”`";
        check_in(RULE, "en", &Config::default(), &format!("a = “A”\nd = \"B\"\n{typed}"), &[found]);
    }

    #[test]
    fn the_marks_of_the_file_are_written() {
        check_fix_in(RULE, "de", &exact(), "a = »A«\nb = \"B 'c'\"\n", "a = »A«\nb = »B ›c‹«\n");
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
