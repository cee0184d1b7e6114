//! `fr-punctuation-spacing`

use std::ops::Range;

use super::typography::{
    Atom, AtomKind, Flow, Gap, NARROW, NO_BREAK, Profile, Side, is_ending, is_exact, is_key, is_keyword_list,
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
        locale names a country that sets them, and everywhere with `typography = \"exact\"`. \
        Canadian French is left alone unless it is asked for exactly. Times, addresses, code, lists of keywords, \
        emoticons, shortcodes such as `:smile:` and places such as `a.txt:12:` are no sentences.",
    why: "At a plain space a line breaks, and the next one begins with a question mark.",
    bad: &[
        ("i18n/en/main.ftl", "delete = Delete { $name }?\n"),
        ("i18n/fr/main.ftl", "delete = Supprimer { $name } ?\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "delete = Delete { $name }?\n"),
        ("i18n/fr/main.ftl", "delete = Supprimer { $name }{ \"\\u202F\" }?\n"),
    ],
    fix: "Safe: the space is replaced or put in. Unsafe where a space is put in before a `!` or `?` that may belong to a \
        name, as in `Yahoo! Mail`: behind a word with a capital, and not at the end.",
};

const BRETON: &Gaps = &Gaps { high: Gap::Narrow, colon: Gap::Wide, guillemets: Gap::Wide };

/// The spaces that one locale is asked for.
#[derive(Debug, Clone, Copy)]
struct Gaps {
    high: Gap,
    colon: Gap,
    guillemets: Gap,
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
        Interest::patterns(signs | Features::LATIN_SIGNS)
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
                    .fix(title, fault.is_safe, entry.file(), [(fault.edit, fault.space.to_string())]),
            );
        }
    }
}

fn mode<'a>(context: Context<'a>, entry: EntryRef<'a>) -> Mode {
    let gaps = profile(context).map(|Profile { spacing, .. }| Gaps {
        high: spacing.high,
        colon: spacing.colon,
        guillemets: spacing.guillemets,
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
    is_safe: bool,
}

fn before(flow: &Flow, at: usize, sign: char, mode: Mode) -> Option<Fault> {
    let gap = match sign {
        ':' => mode.gaps.colon,
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
    let fault = fault(gap, mode, atom.before, sign, "before", flow, (spaces, atom.span.start))?;
    let is_put_in = !atom.before.is_space();
    let is_name = matches!(sign, '!' | '?') && is_put_in && may_end_name(flow, at);
    Some(Fault { is_safe: !is_name, ..fault })
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
            (!is_right).then_some(Fault { message, side, space: wanted, edit, is_safe: true })
        }
        Side::Sign(found) if found.is_whitespace() => {
            // A line that the translator has ended here does not end by itself.
            let is_here = found == ' ' && !spaces.is_empty();
            let message = format!("a line can break {side} `{sign}`");
            is_here.then(|| Fault { message, side, space, edit: flow.span(spaces), is_safe: true })
        }
        Side::Sign(_) | Side::Value if mode.wants_space && gap != Gap::NarrowOrNone => {
            let message = format!("there is no space {side} `{sign}`");
            Some(Fault { message, side, space, edit: Span::at(edge), is_safe: true })
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
    match sign {
        ':' | ';' => {
            let is_face = is_after_space && atom.after.is(|next| ")(-DP|/*".contains(next));
            // "??:??" stands for a time.
            !is_face
                && !atom.after.is(|next| next == '?')
                && !(sign == ':' && (is_location(flow, at) || is_shortcode(flow, at)))
        }
        '!' | '?' => {
            let is_second = atom.before.is(|before| "!?:".contains(before));
            // "Tapez ? pour l’aide": it is a key; "???? jours ??:??": they stand for digits.
            let last = flow.run(at, |sign| "!?".contains(sign)).end.saturating_sub(1);
            let behind = flow.atom(last).map_or(Side::Edge, |atom| atom.after);
            let goes_on = behind.is_space() && continues(flow, last) || behind.is(|next| next == ':');
            let is_key = is_after_space && goes_on;
            !is_second && !is_key
        }
        _ => false,
    }
}

/// How far back a word is read: what is longer is neither a name nor a shortcode.
const LONGEST_WORD: usize = 64;

/// Where the word begins that stands before a position, brackets and marks of quotation aside.
fn start_of_word(flow: &Flow, at: usize) -> usize {
    let signs = (0..at).rev().take(LONGEST_WORD).map_while(|at| flow.sign(at));
    let start = at - signs.take_while(|sign| !sign.is_whitespace()).count();
    flow.run(start, |sign| "([{<«“„‘‚‹\"'".contains(sign)).end
}

/// Whether a colon closes a shortcode, which another opens: `:smile:`, `:+1:`.
fn is_shortcode(flow: &Flow, at: usize) -> bool {
    let start = start_of_word(flow, at);
    start < at && flow.sign(start) == Some(':')
}

/// Whether the word before a sign begins with a capital, and the text goes on: the sign may belong to a name, as in
/// `Yahoo! Mail`.
fn may_end_name(flow: &Flow, at: usize) -> bool {
    let goes_on = flow.run(at + 1, char::is_whitespace).end;
    let is_capital = flow.sign(start_of_word(flow, at)).is_some_and(char::is_uppercase);
    is_capital && goes_on > at + 1 && flow.atom(goes_on).is_some_and(Atom::is_shown)
}

/// Whether a colon ends the name of a place, as programs write it: `{ $file }:{ $line }: …`, `a.txt:12: …`.
fn is_location(flow: &Flow, at: usize) -> bool {
    let is_value = |at: usize| flow.atom(at).is_some_and(|atom| atom.kind == AtomKind::Value);
    let digits = |at: usize| {
        let signs = (0..at).rev().take(LONGEST_WORD).map_while(|at| flow.sign(at));
        signs.take_while(char::is_ascii_digit).count()
    };
    let line = digits(at);
    let is_line = line > 0 || at.checked_sub(1).is_some_and(is_value);
    let Some(colon) = at.checked_sub(line.max(1) + 1).filter(|_| is_line) else { return false };
    // "à 10:30: début" is a time.
    let hours = digits(colon);
    let is_time =
        line > 0 && hours > 0 && flow.atom(colon - hours).is_some_and(|atom| !atom.before.is_visible());
    flow.sign(colon) == Some(':') && !is_time
}

/// Whether the sentence goes on behind a sign: the next letter is a small one.
fn continues(flow: &Flow, at: usize) -> bool {
    let next = (at + 1..).map_while(|at| flow.sign(at)).find(|sign| !sign.is_whitespace());
    next.is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, FrenchSpacing};
    use crate::testing::{check_fix_in, check_in, run};

    const RULE: &str = "fr-punctuation-spacing";

    fn exact() -> Config {
        Config { french_spacing: FrenchSpacing::Exact, ..crate::testing::exact() }
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
    }

    #[test]
    fn the_colon_of_a_sentence_is_none_of_a_place() {
        mends("à 10:30: x", "à 10:30\u{a0}: x");
        mends("fichier 12: x", "fichier 12\u{a0}: x");
        mends("a:b: x", "a:b\u{a0}: x");
    }

    #[test]
    fn names_with_a_sign_are_mended_by_people() {
        for (text, expected) in [
            ("Yahoo! Mail", [false].as_slice()),
            ("Non! Yahoo! est là!", &[false, false, true]),
            ("C’est fini! Merci!", &[true, true]),
            ("Yahoo ! Mail", &[true]),
            ("{ $x }! Merci", &[true]),
        ] {
            let text = format!("a = {text}\n");
            let found = run(RULE, &[("i18n/fr/a.ftl", text.as_str())], &exact());
            let safe: Vec<bool> = found.iter().filter_map(|found| found.fix()).map(|fix| fix.safe).collect();
            assert_eq!(safe, expected, "{text}");
        }
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
            "actif ???? jours ??:??, { $n }",
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
            ":smile: bonjour :+1:",
            "(:smile:) «\u{a0}:a:\u{a0}»",
            "fichier.txt:12: erreur { $f }:12:{ $l }: a.c:1:22: faute",
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
