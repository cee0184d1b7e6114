//! `end-punctuation`

use super::typography::{Atom, AtomKind, Flow, Side, is_exact, is_key, is_keyword_list};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{Features, PatternRef};
use crate::source::Span;

pub(super) struct EndPunctuation;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for texts that end in another sign than the reference: `.`, `:`, `?`, `!` or `…`. The signs of other \
        scripts count as those they stand for: Greek `;`, Chinese `。`, Hindi `।`. A full stop, \
        a colon or an ellipsis that the reference lacks is found with `typography = \"exact\"` only. Short texts are left alone, and languages that set \
        no such signs, as Thai and Lao.",
    why: "A question has become a statement, or a label has lost the colon before its field.",
    bad: &[
        ("i18n/en/main.ftl", "delete = Delete the file?\n"),
        ("i18n/nl/main.ftl", "delete = Bestand verwijderen.\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "delete = Delete the file?\n"),
        ("i18n/nl/main.ftl", "delete = Bestand verwijderen?\n"),
    ],
    fix: "None.",
};

/// Languages in which a sentence need not end in a sign.
const WITHOUT: &str = "am bo dz km lo my shn th ti";

/// Languages in which a full stop is often left out in interfaces.
const FREE_STOP: &str = "ja ko yue zh";

impl Rule for EndPunctuation {
    fn name(&self) -> &'static str {
        "end-punctuation"
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
        !has(WITHOUT, context.locale().language()) && !has(WITHOUT, context.reference().locale().language())
    }

    fn interest(&self) -> Interest {
        let signs = Features::PERIOD | Features::COLON | Features::EXCLAMATION | Features::SEMICOLON;
        Interest::units(signs | Features::SYMBOLS | Features::WIDE | Features::BEYOND_LATIN)
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        if is_key(unit.attribute) || is_keyword_list(unit.pattern) || is_keyword_list(unit.reference) {
            return;
        }
        if end_alike([unit.pattern, unit.reference]) {
            return;
        }
        let flows = [Flow::of(unit.pattern), Flow::of(unit.reference)];
        let [own, wanted] = flows.each_ref().map(|flow| end(flow));
        let (Some(own), Some(wanted)) = (own, wanted) else { return };
        if own.sign == wanted.sign || flows.iter().any(|flow| is_short(flow)) {
            return;
        }
        let language = context.locale().language();
        let is_greek = language == "el" && own.sign == Some(';') && wanted.sign == Some('?');
        let is_stop = |end: End| end.sign == Some('.');
        let by_stop = is_stop(own) && wanted.sign.is_none() || own.sign.is_none() && is_stop(wanted);
        let is_free =
            by_stop && (has(FREE_STOP, language) || flows.iter().any(|flow| may_be_abbreviated(flow)));
        // Whether a description is a sentence, a state goes on or a label has a colon, a translator may see otherwise
        // than the author.
        let is_added =
            matches!(own.sign, Some('.' | ':' | '…')) && wanted.sign.is_none() && !is_exact(context);
        if is_greek || is_free || is_added {
            return;
        }
        let describe = |end: End| end.sign.map_or("no sign".to_owned(), |sign| format!("`{sign}`"));
        let message = format!("the text ends in {}, the reference in {}", describe(own), describe(wanted));
        let related = "the end of the reference";
        sink.report(
            Finding::at(unit.entry.file(), own.span, message).entry(unit.entry, unit.attribute).related(
                unit.reference.file(),
                wanted.span,
                related,
            ),
        );
    }
}

fn has(list: &str, language: &str) -> bool {
    list.split(' ').any(|other| other == language)
}

/// How a text ends.
#[derive(Debug, Clone, Copy)]
struct End {
    /// The sign, as it is in Latin script.
    sign: Option<char>,
    span: Span,
}

/// The sign that all ways through a text end in; nothing where they end in several.
fn end(flow: &Flow) -> Option<End> {
    let mut found: Option<End> = None;
    for (at, _) in flow.last() {
        let at = (0..=at).rev().find(|at| !flow.sign(*at).is_some_and(char::is_whitespace))?;
        let atom = flow.atom(at)?;
        let sign = match atom.kind {
            // What ends in a quotation or in brackets may end before or behind them.
            AtomKind::Sign(sign) if "\"'”’»“`)）」』]*>".contains(sign) => return None,
            AtomKind::Sign(_) if atom.is_protected => return None,
            AtomKind::Sign('.') if flow.sign_before(at) == Some('.') => Some('…'),
            AtomKind::Sign(sign) => latin(sign),
            AtomKind::Value => None,
            _ => return None,
        };
        if found.is_some_and(|found| found.sign != sign) {
            return None;
        }
        found = Some(End { sign, span: atom.span });
    }
    found
}

/// Whether two texts that end in text end in the same sign; most pairs do, and need no closer look.
fn end_alike(patterns: [PatternRef<'_>; 2]) -> bool {
    let [own, reference] = patterns.map(|pattern| {
        let text = pattern.slice(pattern.span()).trim_end();
        let sign = text.chars().next_back().and_then(latin);
        (text.ends_with('}'), if text.ends_with("..") { Some('…') } else { sign })
    });
    own == reference && !own.0
}

fn latin(sign: char) -> Option<char> {
    match sign {
        '.' | '。' | '．' | '｡' | '।' | '॥' | '։' | '۔' | '።' | '᙮' => Some('.'),
        '?' | '？' | '؟' | '\u{37e}' | '՞' | '⸮' | '፧' => Some('?'),
        '!' | '！' | '՜' => Some('!'),
        ':' | '：' => Some(':'),
        ';' | '；' | '؛' => Some(';'),
        '…' | '⋯' => Some('…'),
        _ => None,
    }
}

/// Texts of fewer signs are words, and have their own habits.
const SHORT: usize = 5;

fn is_short(flow: &Flow) -> bool {
    let is_seen =
        |atom: &&Atom| atom.is_shown() && !matches!(atom.kind, AtomKind::Sign(sign) if sign.is_whitespace());
    flow.atoms().filter(is_seen).nth(SHORT - 1).is_none()
}

/// Whether the last dot of a text may be that of an abbreviation: a short word before it, or few words at all.
fn may_be_abbreviated(flow: &Flow) -> bool {
    let mut words = 1;
    let mut last = 0;
    for atom in flow.atoms().filter(|atom| atom.is_shown()) {
        let is_space = matches!(atom.kind, AtomKind::Sign(sign) if sign.is_whitespace());
        if is_space && atom.before.is_visible() && atom.after != Side::Edge {
            (words, last) = (words + 1, 0);
        } else if !is_space {
            last += 1;
        }
    }
    words < 3 || last < 5 && flow.last().all(|(at, _)| flow.sign(at) == Some('.'))
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::testing::{check_in_pair, check_pair};

    const RULE: &str = "end-punctuation";

    #[track_caller]
    fn accepts(locale: &str, reference: &str, text: &str) {
        let (reference, text) = (format!("a = {reference}\n"), format!("a = {text}\n"));
        check_in_pair(RULE, locale, &Config::default(), &reference, &text, &[]);
    }

    #[test]
    fn another_sign_is_found() {
        let found = "1:12: info: the text ends in `.`, the reference in `?`";
        check_pair(RULE, "a = Really delete?\n", "a = Wegdoen.\n", &[found]);
        let found = "1:10: info: the text ends in no sign, the reference in `:`";
        check_pair(RULE, "a = Name of it:\n", "a = Naam { $x }\n", &[found]);
        let found = "1:11: info: the text ends in no sign, the reference in `…`";
        check_pair(RULE, "a = Loading it…\n", "a = Inladen\n", &[found]);
        check_pair(
            RULE,
            "a = { $n ->\n    [one] One file.\n   *[other] Many files.\n }\n",
            "a = { $n ->\n    [one] Een bestand\n   *[other] Veel bestanden\n }\n",
            &["3:26: info: the text ends in no sign, the reference in `.`"],
        );
    }

    #[test]
    fn signs_of_other_scripts_are_the_same() {
        accepts("el", "Delete the file?", "Διαγραφή αρχείου;");
        accepts("zh-CN", "Delete the file?", "要刪除檔案嗎？");
        accepts("hi", "It was not found.", "यह नहीं मिला।");
        accepts("ar", "Delete the file?", "حذف الملف؟");
        accepts("th", "It was not found.", "ไม่พบ มัน");
        accepts("ja", "It was not found.", "見つかりませんでした");
        accepts("fr", "Loading the file...", "Chargement du fichier…");
        accepts("fr", "Delete the file?", "Supprimer le fichier\u{a0}?");
    }

    #[test]
    fn words_abbreviations_and_open_ends_are_right() {
        accepts("nl", "Max", "Max.");
        accepts("nl", "5 minutes", "5 min.");
        accepts("nl", "In five long minutes", "In vijf hele min.");
        accepts("nl", "Sets the order of things", "Stelt de volgorde in.");
        accepts("zh-CN", "Cleaned EXIF from", "已清除 EXIF：");
        accepts("nl", "See “this.”", "Zie dit");
        accepts("nl", "See the manual (now).", "Zie (nu)");
        accepts("nl", "{ $n ->\n    [one] One file.\n   *[other] Many\n }", "Een bestand");
        accepts("nl", "See https://example.org/?", "Zie https://example.org/");
    }
}
