//! `fr-punctuation-spacing`

use std::ops::Range;

use super::typography::{
    AtomKind, Flow, Gap, NARROW, NO_BREAK, Profile, Side, is_ending, is_exact, is_key, is_keyword_list,
    is_opened, profile,
};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::config::FrenchSpacing;
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};
use crate::source::Span;

pub(super) struct FrPunctuationSpacing;

const EXPLANATION: Explanation = Explanation {
    what: "Looks in French and Breton texts for `:`, `;`, `!`, `?` and `»` without a no-break space before them, and for \
        `«` without one after it. Either space is right, U+00A0 or U+202F; `french-spacing = \"exact\"` asks for the one \
        that the country’s typography has. A sign without any space is found where the file has spaces elsewhere or its \
        locale names a country that sets them, and everywhere with `typography = \"exact\"`, which looks at `%` as well. \
        Canadian French is left alone unless it is asked for exactly. Times, addresses, code, lists of keywords and \
        emoticons are no sentences.",
    why: "At a plain space a line breaks, and the next one begins with a question mark.",
    bad: &[
        ("i18n/en/main.ftl", "delete = Delete { $name }?\n"),
        ("i18n/fr/main.ftl", "delete = Supprimer { $name } ?\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "delete = Delete { $name }?\n"),
        ("i18n/fr/main.ftl", "delete = Supprimer { $name }{ \"\\u202F\" }?\n"),
    ],
    fix: "Safe: the space is replaced or put in.",
};

const BRETON: &Gaps =
    &Gaps { high: Gap::Narrow, colon: Gap::Wide, guillemets: Gap::Wide, percent: Gap::Free };

/// The spaces that one locale is asked for.
#[derive(Debug, Clone, Copy)]
struct Gaps {
    high: Gap,
    colon: Gap,
    guillemets: Gap,
    percent: Gap,
}

/// How strictly a text is looked at.
#[derive(Debug, Clone, Copy)]
struct Mode {
    gaps: Gaps,
    /// U+00A0 and U+202F are told apart.
    is_exact: bool,
    /// A sign without a space is a fault.
    wants_space: bool,
    /// The file has only ever U+00A0.
    is_wide: bool,
}

impl Rule for FrPunctuationSpacing {
    fn name(&self) -> &'static str {
        "fr-punctuation-spacing"
    }

    fn group(&self) -> Group {
        Group::Typography
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn applies(&self, context: Context<'_>) -> bool {
        let is_canadian = || profile(context).is_some_and(|profile| profile.tag == "fr-CA");
        match context.locale().language() {
            "br" => true,
            "fr" => is_exact(context) || !is_canadian(),
            _ => false,
        }
    }

    fn interest(&self) -> Interest {
        let signs = Features::COLON | Features::SEMICOLON | Features::EXCLAMATION;
        Interest::patterns(signs | Features::PERCENT | Features::LATIN_SIGNS)
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        if is_key(attribute) || is_keyword_list(pattern) {
            return;
        }
        let mode = mode(context, entry);
        let flow = Flow::of(pattern);
        for (at, sign, atom) in flow.prose() {
            let fault = match sign {
                '«' => after(&flow, at, mode),
                _ if is_sentence_sign(&flow, at, sign) => before(&flow, at, sign, mode),
                _ => None,
            };
            let Some(fault) = fault else { continue };
            let title = format!("put U+{:04X} there", u32::from(fault.space));
            sink.report(
                Finding::at(entry.file(), atom.span, fault.message)
                    .entry(entry, attribute)
                    .help(format!("write U+{:04X} {} `{sign}`", u32::from(fault.space), fault.side))
                    .fix(title, true, entry.file(), [(fault.edit, fault.space.to_string())]),
            );
        }
    }
}

fn mode<'a>(context: Context<'a>, entry: EntryRef<'a>) -> Mode {
    let gaps = profile(context).map(|Profile { spacing, .. }| Gaps {
        high: spacing.high,
        colon: spacing.colon,
        guillemets: spacing.guillemets,
        percent: if is_exact(context) { spacing.percent } else { Gap::Free },
    });
    let habits = context.habits(entry.file());
    let is_exact_space = context.config().french_spacing == FrenchSpacing::Exact;
    let names_country = context.locale().tag().len() > 2;
    Mode {
        gaps: gaps.unwrap_or(*BRETON),
        is_exact: is_exact_space,
        wants_space: is_exact(context) || names_country || habits.high_signs.printed > 0,
        is_wide: !is_exact_space && habits.narrow_spaces.printed == 0 && habits.narrow_spaces.plain > 0,
    }
}

/// What is wrong beside a sign.
struct Fault {
    message: String,
    side: &'static str,
    space: char,
    edit: Span,
}

fn before(flow: &Flow, at: usize, sign: char, mode: Mode) -> Option<Fault> {
    let gap = match sign {
        ':' => mode.gaps.colon,
        '%' => mode.gaps.percent,
        '»' => mode.gaps.guillemets,
        _ => mode.gaps.high,
    };
    let atom = flow.atom(at)?;
    let mut spaces = flow.spaces_before(at);
    // A space that does not break is not to stand beside another.
    let is_kept = |at: usize| matches!(flow.sign(at), Some(NARROW | NO_BREAK));
    while !spaces.is_empty() && spaces.start.checked_sub(1).is_some_and(is_kept) {
        spaces.start -= 1;
    }
    fault(gap, mode, atom.before, sign, "before", flow, (spaces, atom.span.start))
}

fn after(flow: &Flow, at: usize, mode: Mode) -> Option<Fault> {
    let atom = flow.atom(at)?;
    fault(
        mode.gaps.guillemets,
        mode,
        atom.after,
        '«',
        "after",
        flow,
        (flow.run(at + 1, |sign| sign == ' '), atom.span.end),
    )
}

fn fault(
    gap: Gap,
    mode: Mode,
    beside: Side,
    sign: char,
    side: &'static str,
    flow: &Flow,
    (spaces, edge): (Range<usize>, u32),
) -> Option<Fault> {
    let wanted = gap.character()?;
    let space = if mode.is_wide { NO_BREAK } else { wanted };
    match beside {
        Side::Sign(found @ (NARROW | NO_BREAK)) => {
            let is_right = !mode.is_exact || found == wanted;
            let edit =
                flow.atom(if side == "before" { spaces.end.checked_sub(1)? } else { spaces.start })?.span;
            let message = format!("U+{:04X} stands {side} `{sign}`", u32::from(found));
            (!is_right).then_some(Fault { message, side, space: wanted, edit })
        }
        Side::Sign(found) if found.is_whitespace() => {
            // A line that the translator has ended here does not end by itself.
            let is_here = found == ' ' && !spaces.is_empty();
            let message = format!("a line can break {side} `{sign}`");
            is_here.then(|| Fault { message, side, space, edit: flow.span(spaces) })
        }
        Side::Sign(_) | Side::Value if mode.wants_space && gap != Gap::NarrowOrNone => {
            let message = format!("there is no space {side} `{sign}`");
            Some(Fault { message, side, space, edit: Span::at(edge) })
        }
        _ => None,
    }
}

/// Whether a sign ends a part of a sentence here, and is no face, time, operator or key.
fn is_sentence_sign(flow: &Flow, at: usize, sign: char) -> bool {
    let Some(atom) = flow.atom(at) else { return false };
    let is_after_space = atom.before.is_space();
    let ends = is_ending(flow, at);
    if sign == '»' {
        return !is_opened(flow, at);
    }
    // "« ; »", "( ! )": the sign itself is meant.
    if !ends || is_opened(flow, at) {
        return false;
    }
    let before = flow.before_spaces(at);
    match sign {
        '%' => before == Side::Value || before.is(char::is_numeric),
        ':' | ';' => {
            let is_face = is_after_space && atom.after.is(|next| ")(-DP|/*".contains(next));
            !is_face && !is_location(flow, at)
        }
        '!' | '?' => {
            let is_second = atom.before.is(|before| "!?".contains(before));
            // "Tapez ? pour l’aide": it is a key.
            let is_key = is_after_space && atom.after.is_space() && continues(flow, at);
            !is_second && !is_key
        }
        _ => false,
    }
}

/// Whether a colon ends the name of a place, as programs write it: `{ $file }:{ $line }: …`.
fn is_location(flow: &Flow, at: usize) -> bool {
    let is_value = |at: usize| flow.atom(at).is_some_and(|atom| atom.kind == AtomKind::Value);
    at.checked_sub(2).is_some_and(|colon| is_value(at - 1) && flow.sign(colon) == Some(':'))
}

/// Whether the sentence goes on behind a sign: the next letter is a small one.
fn continues(flow: &Flow, at: usize) -> bool {
    let next = (at + 1..).map_while(|at| flow.sign(at)).find(|sign| !sign.is_whitespace());
    next.is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, FrenchSpacing};
    use crate::testing::{check_fix_in, check_in};

    const RULE: &str = "fr-punctuation-spacing";

    fn exact() -> Config {
        let mut config = Config { french_spacing: FrenchSpacing::Exact, ..Config::default() };
        config.typography.exact = true;
        config
    }

    #[track_caller]
    fn mends(text: &str, expected: &str) {
        check_fix_in(RULE, "fr", &exact(), &format!("a = {text}\n"), &format!("a = {expected}\n"));
    }

    #[track_caller]
    fn accepts(locale: &str, config: &Config, text: &str) {
        check_in(RULE, locale, config, &format!("a = {text}\n"), &[]);
    }

    #[test]
    fn plain_spaces_are_found_and_mended() {
        let found = "1:11: warning: a line can break before `?`; help: write U+202F before `?`";
        check_in(RULE, "fr", &Config::default(), "a = Quoi ?\n", &[&found.replace("1:11", "1:10")]);
        mends("Raison\u{202f} : x", "Raison\u{a0}: x");
        mends("Nom : { $x } ; fin !", "Nom\u{a0}: { $x }\u{202f}; fin\u{202f}!");
        mends("« { $x } »", "«\u{a0}{ $x }\u{a0}»");
        mends("\"{ $f }\": '{ $x }' ?", "\"{ $f }\"\u{a0}: '{ $x }'\u{202f}?");
        mends("« a  »", "«\u{a0}a\u{a0}»");
        mends("{ $x }{ \" \" }!", "{ $x }{ \"\u{202f}\" }!");
    }

    #[test]
    fn missing_spaces_are_put_in() {
        mends("{ $x }!", "{ $x }\u{202f}!");
        mends("Quoi?! «a»", "Quoi\u{202f}?! «\u{a0}a\u{a0}»");
        mends(
            "{ $n ->\n    [one] un\n   *[other] des\n }?",
            "{ $n ->\n    [one] un\n   *[other] des\n }\u{202f}?",
        );
        mends(
            "{ $n ->\n    [one] un?\n   *[other] { $n }:\n } x",
            "{ $n ->\n    [one] un\u{202f}?\n   *[other] { $n }\u{a0}:\n } x",
        );
        mends("{ $p }%, 5 %", "{ $p }\u{a0}%, 5\u{a0}%");
    }

    #[test]
    fn the_exact_space_is_asked_for_where_it_matters() {
        mends("Quoi\u{a0}? Nom\u{202f}: x", "Quoi\u{202f}? Nom\u{a0}: x");
        mends("Quoi{ \"\\u00A0\" }?", "Quoi{ \"\u{202f}\" }?");
        accepts("fr", &Config::default(), "Quoi\u{a0}? Nom\u{202f}: «\u{202f}x\u{202f}»");
    }

    #[test]
    fn a_file_without_spaces_may_be_canadian() {
        accepts("fr", &Config::default(), "Quoi? Non!");
        accepts("fr-CA", &Config::default(), "Quoi? Nom : x");
        accepts("fr-CA", &exact(), "Quoi? Nom\u{a0}: «\u{a0}x\u{a0}»");
        accepts("fr-CH", &exact(), "Quoi\u{202f}? Non! Nom\u{202f}: «x»");
        let found = "1:9: warning: there is no space before `?`; help: write U+202F before `?`";
        check_in(RULE, "fr-BE", &Config::default(), "a = Quoi?\n", &[found]);
        let spaced = "a = Quoi?\nb = Non\u{a0}!\n";
        check_in(RULE, "fr", &Config::default(), spaced, &[&found.replace("202F", "00A0")]);
    }

    #[test]
    fn what_is_no_sentence_is_right() {
        for text in [
            "à 10:30",
            "https://a.be/?q=a:b",
            "`a ? b : c`",
            "COSMIC;Settings;",
            "Clin d’œil ;) :-) :D",
            "Tapez ? pour l’aide",
            "(?) ( ! ) «\u{a0};\u{a0}»",
            "{ $f }:{ $l }: faute",
            "<a href=\"x:y\">a</a>",
            "--mode=a:b",
            "%s et %d",
            "std::io",
            "AT&amp;T",
            "{ $h }:{ $m }",
            "C:\\x",
            "caractère \":\"",
            "...",
            "{ $x ->\n    [a] A\n   *[b] B\n }",
        ] {
            let config = Config::default();
            accepts("fr", &config, text);
        }
        accepts("nl", &exact(), "Wat ? Ja !");
        check_in(RULE, "fr", &exact(), "a = A\n    .accesskey = ?\n", &[]);
        check_in(RULE, "fr", &exact(), "a = : { $x }\n", &[]);
    }
}
