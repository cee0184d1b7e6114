//! `punctuation-locale`

use unicode_script::{Script, UnicodeScript};

use super::typography::{
    Flow, Gap, Habits, Side, is_closing, is_ending, is_exact, is_key, is_keyword_list, profile,
};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};

pub(super) struct PunctuationLocale;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for punctuation of another language: `?` in Greek, where `;` asks, and `,`, `;` and `?` behind Arabic letters; \
        Spanish questions and exclamations that nothing opens; a space before `!`, `?` or the last `:` in languages that set \
        none. Where usage varies, as with wide signs in Chinese and Japanese and with `।` in Hindi, it looks only at files \
        that do both. With `typography = \"exact\"` no space may stand before `:`, `;`, `.` and `,` either.",
    why: "The reader sees at once that the text comes from another language.",
    bad: &[
        ("i18n/en/main.ftl", "delete = Delete the file?\n"),
        ("i18n/es/main.ftl", "delete = Eliminar el archivo?\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "delete = Delete the file?\n"),
        ("i18n/es/main.ftl", "delete = ¿Eliminar el archivo?\n"),
    ],
    fix: "None.",
};

impl Rule for PunctuationLocale {
    fn name(&self) -> &'static str {
        "punctuation-locale"
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
        let is_tight = || profile(context).is_some_and(|profile| profile.spacing.high == Gap::None);
        Signs::of(context).is_some() || is_tight()
    }

    fn interest(&self) -> Interest {
        let signs = Features::EXCLAMATION | Features::COMMA | Features::PERIOD | Features::COLON;
        Interest::patterns(signs | Features::SEMICOLON)
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
        if !may_be_wrong(context, pattern.slice(pattern.span())) {
            return;
        }
        let flow = Flow::of(pattern);
        let own = Own {
            context,
            entry,
            is_spanish: is_spanish(context),
            opens: flow.prose().any(|(_, sign, _)| "¿¡".contains(sign)),
            first_letter: flow.prose().find(|(_, sign, _)| sign.is_alphabetic()).map(|(at, ..)| at),
        };
        for (at, sign, atom) in flow.prose() {
            let Some((message, help)) = own.judge(&flow, at, sign) else { continue };
            sink.report(Finding::at(entry.file(), atom.span, message).entry(entry, attribute).help(help));
        }
    }
}

/// Whether any sign of a text may be wrong: most texts need no closer look.
fn may_be_wrong(context: Context<'_>, text: &str) -> bool {
    let has_pair = |is_before: fn(u8) -> bool| {
        let is_sign = |byte: u8| b",.;:!?".contains(&byte);
        text.as_bytes()
            .windows(2)
            .any(|pair| matches!(pair, [before, sign] if is_sign(*sign) && is_before(*before)))
    };
    if Signs::of(context).is_some() {
        return has_pair(|before| !before.is_ascii());
    }
    let is_unopened = is_spanish(context) && text.contains(['!', '?']) && !text.contains(['¿', '¡']);
    // Behind a space, the last bytes of U+00A0 and U+202F, or a literal that may end in one.
    is_unopened || has_pair(|before| matches!(before, b' ' | 0xa0 | 0xaf)) || text.contains('"')
}

fn is_spanish(context: Context<'_>) -> bool {
    matches!(context.locale().language(), "es" | "ast" | "an")
}

/// What is asked of one text.
struct Own<'a> {
    context: Context<'a>,
    entry: EntryRef<'a>,
    is_spanish: bool,
    /// Whether the text has any `¿` or `¡`.
    opens: bool,
    /// Where the first letter stands.
    first_letter: Option<usize>,
}

impl Own<'_> {
    fn judge(&self, flow: &Flow, at: usize, sign: char) -> Option<(String, String)> {
        if !",.;:!?".contains(sign) {
            return None;
        }
        let is_dots = sign == '.' && [flow.sign_before(at), flow.sign(at + 1)].contains(&Some('.'));
        let atom = flow.atom(at).filter(|_| !is_dots)?;
        let ends = is_ending(flow, at);
        if let Some(signs) = Signs::of(self.context) {
            let is_own = atom.before.is(|before| signs.follow(before));
            let wanted = signs.sign(sign, self.context.habits(self.entry.file()))?;
            // In "用分號;分隔" the sign itself is meant.
            let is_free = ends || signs == Signs::Wide && matches!(sign, ',' | '?' | '!');
            // A single word with a full stop is an abbreviation.
            let is_short = sign == '.' && signs == Signs::Indian && is_one_word(flow, at);
            return (is_own && is_free && !is_short).then(|| {
                let message =
                    format!("`{sign}` stands where `{}` has `{wanted}`", self.context.locale().tag());
                (message, format!("write `{wanted}`"))
            });
        }
        if self.is_spanish && matches!(sign, '!' | '?') && ends && !self.opens && self.has_sentence(flow, at)
        {
            let opening = if sign == '?' { '¿' } else { '¡' };
            return Some((
                format!("no `{opening}` opens what `{sign}` ends"),
                format!("begin with `{opening}`"),
            ));
        }
        self.spaced(flow, at, sign)
            .filter(|()| ends)
            .map(|()| (format!("a space stands before `{sign}`"), "remove it".to_owned()))
    }

    /// Whether a space stands before a sign that has none.
    fn spaced(&self, flow: &Flow, at: usize, sign: char) -> Option<()> {
        let profile = profile(self.context)?;
        let gap = match sign {
            ':' => profile.spacing.colon,
            _ => profile.spacing.high,
        };
        let after = flow.atom(at)?.after;
        let is_last = matches!(after, Side::Edge | Side::Sign('\n'));
        // What ends no text may be an operator, or the head of a column; and no text ends in a semicolon.
        let is_everywhere = match sign {
            '!' | '?' => true,
            ':' => is_last,
            _ => false,
        };
        let is_wanted = is_everywhere || is_exact(self.context) && !(sign == ';' && is_last);
        let is_space = matches!(flow.sign_before(at)?, ' ' | '\u{a0}' | '\u{202f}');
        let before = flow.before_spaces(at);
        let follows_word = match before {
            Side::Sign(before) => before.is_alphanumeric(),
            side => side == Side::Value,
        };
        let is_face = after.is(|next| ")(-DP|/*!?".contains(next));
        // "Press ? for help": it is a key.
        let next = (at + 1..).map_while(|at| flow.sign(at)).find(|sign| !sign.is_whitespace());
        let is_key = next.is_some_and(char::is_lowercase);
        (is_wanted && gap == Gap::None && is_space && follows_word && !is_face && !is_key).then_some(())
    }

    /// Whether words stand before a sign: `?` alone is a key.
    fn has_sentence(&self, flow: &Flow, at: usize) -> bool {
        let is_word =
            |side: Side| side == Side::Value || side.is(|sign| sign.is_alphanumeric() || is_closing(sign));
        flow.atom(at).is_some_and(|atom| is_word(atom.before))
            && self.first_letter.is_some_and(|first| first < at)
    }
}

/// Whether nothing but one word stands before a position.
fn is_one_word(flow: &Flow, at: usize) -> bool {
    at < LONGEST_WORD && (0..at).all(|at| flow.sign(at).is_some_and(|sign| !sign.is_whitespace()))
}

/// What is longer is no word.
const LONGEST_WORD: usize = 64;

/// The scripts that have signs of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Signs {
    Greek,
    Arabic,
    Armenian,
    Indian,
    Wide,
}

impl Signs {
    fn of(context: Context<'_>) -> Option<Self> {
        let tag = context.locale().tag();
        match context.locale().language() {
            "el" => Some(Self::Greek),
            "ar" | "fa" | "ur" | "ps" | "ckb" | "sd" | "ug" | "arz" | "glk" | "mzn" => Some(Self::Arabic),
            _ if tag.ends_with("-Arab") => Some(Self::Arabic),
            "hy" => Some(Self::Armenian),
            "hi" | "bn" | "as" | "or" | "sa" | "mai" => Some(Self::Indian),
            "zh" | "ja" | "yue" => Some(Self::Wide),
            _ => None,
        }
    }

    /// Whether a sign behind this letter belongs to a text in the script.
    fn follow(self, letter: char) -> bool {
        let script = letter.script();
        match self {
            Self::Greek => script == Script::Greek,
            Self::Arabic => script == Script::Arabic && letter.is_alphabetic(),
            Self::Armenian => script == Script::Armenian,
            Self::Indian => matches!(script, Script::Devanagari | Script::Bengali | Script::Oriya),
            Self::Wide => matches!(script, Script::Han | Script::Hiragana | Script::Katakana),
        }
    }

    /// What stands for a sign of the Latin script; nothing where that one is right too.
    fn sign(self, latin: char, habits: Habits) -> Option<&'static str> {
        let is_mixed = habits.own_signs;
        match (self, latin) {
            (Self::Greek, '?') => Some(";"),
            (Self::Arabic, '?') => Some("؟"),
            (Self::Arabic, ',') => Some("،"),
            (Self::Arabic, ';') => Some("؛"),
            (Self::Armenian, ':') if is_mixed => Some("։"),
            (Self::Armenian, '?') => Some("՞"),
            (Self::Indian, '.') if is_mixed => Some("।"),
            (Self::Wide, ',') if is_mixed => Some("，` or `、"),
            (Self::Wide, '?') if is_mixed => Some("？"),
            (Self::Wide, '!') if is_mixed => Some("！"),
            (Self::Wide, ';') if is_mixed => Some("；"),
            (Self::Wide, '.') if is_mixed => Some("。"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::testing::{check_in, exact};

    const RULE: &str = "punctuation-locale";

    #[track_caller]
    fn finds(locale: &str, text: &str, expected: &str) {
        check_in(RULE, locale, &Config::default(), &format!("a = {text}\n"), &[expected]);
    }

    #[track_caller]
    fn accepts(locale: &str, text: &str) {
        check_in(RULE, locale, &Config::default(), &format!("a = {text}\n"), &[]);
    }

    #[test]
    fn signs_of_another_script_are_found() {
        finds("el", "Διαγραφή?", "1:13: info: `?` stands where `el` has `;`; help: write `;`");
        finds("fa", "حذف, نه", "1:8: info: `,` stands where `fa` has `،`; help: write `،`");
        finds("es", "Seguro?", "1:11: info: no `¿` opens what `?` ends; help: begin with `¿`");
        finds("hi", "यह है। यह है.", "1:17: info: `.` stands where `hi` has `।`; help: write `।`");
        finds("zh", "好吗？好吗?", "1:10: info: `?` stands where `zh` has `？`; help: write `？`");
    }

    #[test]
    fn french_spaces_are_found() {
        let found = "1:9: info: a space stands before `?`; help: remove it";
        finds("nl", "Weg ?", found);
        finds("de", "Weg\u{a0}?", found);
        check_in(
            RULE,
            "nl",
            &exact(),
            "a = a .\n",
            &["1:7: info: a space stands before `.`; help: remove it"],
        );
    }

    #[test]
    fn what_the_language_has_is_right() {
        accepts("es", "¿Seguro? ¡Sí!");
        accepts("es", "Use ? para { $x } `a?`");
        accepts("ar", "استخدم USB, ثم 1,5");
        accepts("ja", "よろしいですか?");
        accepts("hi", "यह है.");
        check_in(RULE, "hi", &Config::default(), "a = चयनित.\nb = यह है।\n", &[]);
        accepts("ko", "삭제할까요?");
        accepts("fr", "Quoi\u{a0}?");
        accepts("nl", "Druk op ? voor hulp :) .deb ;-) ?? met ;");
        accepts("en", "STRING : REGEXP");
        accepts("zh", "好吗？用分号;分隔（例如.tmp）...");
        check_in(RULE, "de", &exact(), "a = Verbinden ... Warten …\n", &[]);
        accepts("sv", "Vad ?");
    }
}
