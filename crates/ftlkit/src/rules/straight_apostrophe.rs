//! `straight-apostrophe`

use super::typography::{AtomKind, Flow, Side, is_exact, is_prose_with, quotations};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};

pub(super) struct StraightApostrophe;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for `'` as an apostrophe, between letters or between a letter and a placeable, in files that have `’` \
        elsewhere; with `typography = \"exact\"` in all. Languages in which that sign is a letter or has one of its own, \
        such as Breton, Ukrainian and Uzbek, are left alone, and so are code, feet and minutes. Dutch words that begin with an \
        apostrophe, `’s avonds`, may not begin with `‘` anywhere.",
    why: "A reader sees two kinds of apostrophe on one page; in print there is only the curved one.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open the file\nnone = No file\n"),
        ("i18n/fr/main.ftl", "open = Ouvrir l'élément\nnone = Pas d’élément\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "open = Open the file\nnone = No file\n"),
        ("i18n/fr/main.ftl", "open = Ouvrir l’élément\nnone = Pas d’élément\n"),
    ],
    fix: "Safe: `’` takes its place.",
};

/// Languages in which a sign like this is a letter, or the apostrophe is another sign.
const OTHERS: &str = "be br chr ckb crh cv el fa gn haw he hy ka km lo mi my qu rue sah sm so szl th to tt ty uk uz vai vot yi";

impl Rule for StraightApostrophe {
    fn name(&self) -> &'static str {
        "straight-apostrophe"
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
        let language = context.locale().language();
        !OTHERS.split(' ').any(|other| other == language)
    }

    fn interest(&self) -> Interest {
        // In Dutch a turned mark may stand where an apostrophe belongs.
        Interest::patterns(Features::QUOTES | Features::SYMBOLS)
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let is_dutch = context.locale().language() == "nl";
        let may_be_turned = is_dutch && pattern.slice(pattern.span()).contains('‘');
        let bytes: &[u8] = if may_be_turned { "'‘".as_bytes() } else { b"'" };
        if !is_prose_with(pattern, attribute, bytes) {
            return;
        }
        let is_wanted = is_exact(context) || context.habits(entry.file()).apostrophes.is_mixed();
        if !is_wanted && !may_be_turned {
            return;
        }
        let flow = Flow::of(pattern);
        let quotations = if may_be_turned { quotations(&flow) } else { &[] };
        for (at, sign, atom) in flow.prose() {
            let begins = || is_dutch && begins_word(&flow, at);
            let is_wrong = match sign {
                '\'' => is_wanted && (begins() || joins(&flow, at, atom.before, atom.after)),
                // Where a mark closes it, it is a quotation.
                '‘' => {
                    begins() && quotations.binary_search_by_key(&at, |quotation| quotation.open).is_err()
                }
                _ => false,
            };
            if is_wrong {
                sink.report(
                    Finding::at(entry.file(), atom.span, format!("`{sign}` stands for an apostrophe"))
                        .entry(entry, attribute)
                        .help("write `’`")
                        .fix("write `’`", true, entry.file(), [(atom.span, "’".to_owned())]),
                );
            }
        }
    }
}

/// Whether a sign joins two parts of a word: `l'ami`, `l'{ $name }`, `{ $name }'s`.
fn joins(flow: &Flow, at: usize, before: Side, after: Side) -> bool {
    let is_ending = || {
        let ending: String =
            (at + 1..).map_while(|at| flow.sign(at)).take_while(|sign| sign.is_alphanumeric()).collect();
        matches!(ending.as_str(), "s" | "S" | "er" | "ers" | "tje" | "tjes")
    };
    match (before, after) {
        (Side::Sign(before), Side::Sign(after)) => before.is_alphabetic() && after.is_alphabetic(),
        // One that opens a quotation stands behind a space, or behind a letter only in elisions.
        (Side::Sign(before), Side::Value) => before.is_alphabetic() && is_elision(flow, at),
        (Side::Value, Side::Sign(_)) => is_ending(),
        _ => false,
    }
}

/// Whether a short word stands before an apostrophe, as in `l'`, `d'`, `qu'`, `dell'`.
fn is_elision(flow: &Flow, at: usize) -> bool {
    let length = (0..at).rev().map_while(|at| flow.sign(at)).take_while(|sign| sign.is_alphabetic()).count();
    let closes = flow.atom(at + 1).is_some_and(|atom| atom.kind == AtomKind::Value)
        && flow.sign(at + 2).is_some_and(|sign| sign == '\'');
    length <= 7 && !closes
}

/// Whether a word such as `'s`, `'t` or `'n` begins here.
fn begins_word(flow: &Flow, at: usize) -> bool {
    let Some(atom) = flow.atom(at) else { return false };
    let is_short = flow.sign(at + 1).is_some_and(|sign| "stnkr".contains(sign.to_ascii_lowercase()));
    // "’s-Hertogenbosch" is a name.
    let ends =
        flow.atom(at + 1).is_some_and(|atom| atom.after.is_space() || atom.after.is(|next| next == '-'));
    (atom.before == Side::Edge || atom.before.is_space()) && is_short && ends
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::testing::{check_fix_in, check_in, exact};

    const RULE: &str = "straight-apostrophe";

    #[test]
    fn a_file_that_mixes_is_mended() {
        let found = "2:6: info: `'` stands for an apostrophe; help: write `’`";
        check_in(RULE, "fr", &Config::default(), "a = l’ami\nb = l'ami\n", &[found]);
        check_in(RULE, "fr", &Config::default(), "a = l'ami d'{ $x }\n", &[]);
        let many = "a'a ".repeat(11);
        check_in(RULE, "fr", &Config::default(), &format!("a = l’ami {many}\n"), &[]);
    }

    #[test]
    fn all_are_mended_where_that_is_asked_for() {
        check_fix_in(
            RULE,
            "nl",
            &exact(),
            "a = 's avonds foto's, l'{ $x } { $x }'s\n",
            "a = ’s avonds foto’s, l’{ $x } { $x }’s\n",
        );
    }

    #[test]
    fn dutch_words_begin_with_an_apostrophe() {
        let mended = "a = ’s Morgens om ’s-Hertogenbosch, ’t en ’n huis\n";
        check_fix_in(RULE, "nl", &exact(), &mended.replace('’', "'"), mended);
        check_fix_in(RULE, "nl", &Config::default(), &mended.replace('’', "‘"), mended);
        check_in(RULE, "nl", &Config::default(), "a = de ‘s-lijn’ en ‘t x’, ‘ss’ 's avonds\n", &[]);
        check_in(RULE, "en", &exact(), "a = ‘s avonds\n", &[]);
    }

    #[test]
    fn what_is_no_apostrophe_stays() {
        for text in [
            "'quoted' 'l', 5' 6'7, '90s",
            "`l'ami`",
            "<a title='a'b'>x</a>",
            "'{ $x }'",
            "of'{ $x }'",
            "--l'ami",
        ] {
            check_in(RULE, "fr", &exact(), &format!("a = {text}\n"), &[]);
        }
        check_in(RULE, "br", &exact(), "a = c'hoar\n", &[]);
        check_in(RULE, "uk", &exact(), "a = м'я\n", &[]);
    }
}
