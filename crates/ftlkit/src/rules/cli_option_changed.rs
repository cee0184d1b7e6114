//! `cli-option-changed`

use std::collections::HashSet;

use super::compare::{TYPED, Token, TokenKind, tokens};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::distance;

pub(super) struct CliOptionChanged;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for options of commands such as `--all` and `-x`, names of the environment such as \
        `TIME_STYLE`, paths of files and short pieces of code between backticks that the reference has and a \
        translation lacks.",
    why: "Who types what the help says gets an error.",
    bad: &[
        ("i18n/en/main.ftl", "hint = Try --help for more\n"),
        ("i18n/nl/main.ftl", "hint = Probeer --hulp voor meer\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "hint = Try --help for more\n"),
        ("i18n/nl/main.ftl", "hint = Probeer --help voor meer\n"),
    ],
    fix: "None.",
};

impl Rule for CliOptionChanged {
    fn name(&self) -> &'static str {
        "cli-option-changed"
    }

    fn group(&self) -> Group {
        Group::Markup
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn interest(&self) -> Interest {
        Interest::references(TYPED)
    }

    fn check_unit<'a>(&self, _context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let mut wanted = tokens(unit.reference);
        wanted.retain(|token| !token.inner);
        if wanted.is_empty() {
            return;
        }
        let found = tokens(unit.pattern);
        let own = found.iter().filter(|token| !token.inner).map(|token| token.text);
        if own.eq(wanted.iter().map(|token| token.text)) {
            // So it is nearly always.
            return;
        }
        let text = unit.pattern.text();
        let here: HashSet<&str> = found.iter().map(|token| token.text).collect();
        let known: HashSet<&str> = wanted.iter().map(|token| token.text).collect();
        let mut reported = HashSet::new();
        let mut strange: Vec<&Token<'_>> =
            found.iter().filter(|token| !token.inner && !known.contains(token.text)).collect();
        let is_lost = |token: &&Token<'_>| {
            let is_option = matches!(token.kind, TokenKind::Long | TokenKind::Short);
            !here.contains(token.text) && (is_option || !text.contains(token.text))
        };
        let lost = wanted.iter().filter(|token| reported.insert(token.text)).filter(is_lost).take(TOKENS);
        for right in lost {
            // One of the same kind that the reference lacks has taken its place; rather one that is alike.
            let same = strange.iter().filter(|token| token.kind == right.kind).map(|token| token.text);
            let alike = distance::hint(right.text, same);
            let place = strange
                .iter()
                .position(|token| token.kind == right.kind && alike.is_none_or(|alike| alike == token.text));
            let (span, message) = match place.map(|place| strange.remove(place)) {
                Some(token) => (token.span, format!("`{}` is not in the reference", token.text)),
                // A path that is gone altogether was an example.
                None if right.kind == TokenKind::Path => continue,
                None => (unit.pattern.span(), format!("`{}` of the reference is missing", right.text)),
            };
            sink.report(
                Finding::at(unit.entry.file(), span, message)
                    .entry(unit.entry, unit.attribute)
                    .related(unit.reference.file(), right.span, "the reference has this")
                    .help(format!("write `{}`, as it is typed", right.text)),
            );
        }
    }
}

/// How many tokens of one text are reported.
const TOKENS: usize = 100;

#[cfg(test)]
mod tests {
    use crate::testing::check_pair;

    const RULE: &str = "cli-option-changed";

    #[test]
    fn what_has_taken_the_place_is_underlined() {
        check_pair(
            RULE,
            "a = Use --all, -x or PAGER_NAME_X in /etc/passwd or `sort -n`\n",
            "a = é --alle, -y of PAGER_NAAM_X in /etc/wachtwoord of `sort -m`\n",
            &[
                "1:7: warning: `--alle` is not in the reference; help: write `--all`, as it is typed",
                "1:15: warning: `-y` is not in the reference; help: write `-x`, as it is typed",
                "1:21: warning: `PAGER_NAAM_X` is not in the reference; help: write `PAGER_NAME_X`, as it is typed",
                "1:37: warning: `/etc/wachtwoord` is not in the reference; help: write `/etc/passwd`, as it is typed",
                "1:57: warning: `sort -m` is not in the reference; help: write `sort -n`, as it is typed",
            ],
        );
    }

    #[test]
    fn what_is_gone_is_named() {
        let line = "1:5: warning: `--all` of the reference is missing; help: write `--all`, as it is typed";
        check_pair(RULE, "a = Use --all or --all\n", "a = Gebruik\n", &[line]);
    }

    #[test]
    fn scripts_without_spaces_write_options_into_the_text() {
        let texts = [
            "-vまたは--verboseを使う",
            "使用-v或--verbose查看更多",
            "-v나 --verbose를 쓰세요",
            "ใช้-vหรือ--verboseเพื่อดูเพิ่ม",
            "استخدم -v و--verbose",
        ];
        for text in texts {
            check_pair(RULE, "a = Use -v or --verbose\n", &format!("a = {text}\n"), &[]);
        }
        let gone = "1:5: warning: `-v` of the reference is missing; help: write `-v`, as it is typed";
        for text in ["é-v", "д-v", "-vд", "λ-v"] {
            check_pair(RULE, "a = Use -v\n", &format!("a = {text}\n"), &[gone]);
        }
        check_pair(
            RULE,
            "a = Use --verbose\n",
            "a = 使用--verbse查看\n",
            &["1:7: warning: `--verbse` is not in the reference; help: write `--verbose`, as it is typed"],
        );
    }

    #[test]
    fn values_words_and_dashes_are_translated() {
        check_pair(RULE, "a = --format=WORD (-w), e-mail\n", "a = « --format=WOORD » « -w », e-post\n", &[]);
        check_pair(RULE, "a = one -- two - three, -5 and/or A_b\n", "a = een — twee\n", &[]);
        check_pair(
            RULE,
            "a = `<tab>` and `FILE` and `text`\n",
            "a = `<tabulatie>` en `BESTAND` en `tekst`\n",
            &[],
        );
    }
}
