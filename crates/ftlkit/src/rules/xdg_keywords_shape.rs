//! `xdg-keywords-shape`

use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{Features, PatternRef, TextKind};
use crate::source::Span;

pub(super) struct XdgKeywordsShape;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for lists with semicolons, as desktop entries have them for keywords, that lost their \
        separators or the semicolon at their end.",
    why: "The whole list becomes one keyword, or the last keyword is lost: a search finds nothing.",
    bad: &[
        ("i18n/en/main.ftl", "keywords = Sound;Audio;Volume;\n"),
        ("i18n/nl/main.ftl", "keywords = Geluid;Audio;Volume\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "keywords = Sound;Audio;Volume;\n"),
        ("i18n/nl/main.ftl", "keywords = Geluid;Audio;Volume;\n"),
    ],
    fix: "Safe: the semicolon is added at the end, and one of another script replaced.",
};

impl Rule for XdgKeywordsShape {
    fn name(&self) -> &'static str {
        "xdg-keywords-shape"
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
        Interest::references(Features::SEMICOLON)
    }

    fn check_unit<'a>(&self, _context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let Some(reference) = list(unit.reference).filter(|text| is_keywords(text)) else { return };
        let Some(text) = list(unit.pattern) else { return };
        let pattern = unit.pattern;
        let report = |span, message: &str| {
            Finding::at(unit.entry.file(), span, message).entry(unit.entry, unit.attribute).related(
                unit.reference.file(),
                unit.reference.span(),
                "the list in the reference",
            )
        };
        let may_have_foreign = pattern.features().meets(Features::BEYOND_LATIN);
        let signs = may_have_foreign.then(|| text.char_indices()).into_iter().flatten();
        let foreign = signs.filter(|(_, sign)| matches!(sign, '\u{ff1b}' | '\u{61b}' | '\u{37e}'));
        let at = |(at, sign): (usize, char)| {
            let start = pattern.span().start + u32::try_from(at).unwrap_or_default();
            Span::new(start, start + u32::try_from(sign.len_utf8()).unwrap_or_default())
        };
        let foreign: Vec<Span> = foreign.map(at).collect();
        if let Some(first) = foreign.first() {
            let edits = foreign.iter().map(|span| (*span, ";".to_owned()));
            let finding = report(*first, "keywords are not separated by `;`");
            let help = format!("write `;` instead of `{}`", pattern.slice(*first));
            sink.report(finding.help(help).fix("replace it with `;`", true, unit.entry.file(), edits));
        } else if !text.contains(';') && reference.trim_end_matches(';').contains(';') {
            sink.report(report(pattern.span(), "keywords are not separated by `;`"));
        } else if reference.ends_with(';') && !text.ends_with(';') {
            let end = pattern.span().end;
            let last = text.rsplit(';').next().unwrap_or_default().trim_start();
            let length = u32::try_from(last.len()).unwrap_or_default();
            let span = Span::new(end.saturating_sub(length), end);
            sink.report(
                report(span, "the list does not end with `;`")
                    .help("end the list with `;`, as in the reference")
                    .fix("add `;`", true, unit.entry.file(), [(Span::at(end), ";".to_owned())]),
            );
        }
    }
}

/// The text of a pattern that is one run of text.
fn list(pattern: PatternRef<'_>) -> Option<&str> {
    let [text] = pattern.texts() else { return None };
    let is_plain = text.kind == TextKind::Plain && pattern.placeables().is_empty();
    is_plain.then(|| pattern.slice(text.span))
}

/// Whether a text is a list of keywords: short ones, with no space after the semicolons.
fn is_keywords(text: &str) -> bool {
    let Some((_, rest)) = text.split_once(';') else { return false };
    let is_plain = |byte| !matches!(byte, b'.' | b',' | b'!' | b'?' | b'(' | b'"' | b'&');
    let is_keyword = |item: &str| {
        let spaces = item.bytes().filter(|byte| *byte == b' ').count();
        !item.is_empty() && !item.starts_with(' ') && spaces < 3
    };
    let is_list = rest.contains(';') || !rest.contains(' ');
    is_list
        && !rest.is_empty()
        && text.bytes().all(is_plain)
        && text.trim_end_matches(';').split(';').all(is_keyword)
}

#[cfg(test)]
mod tests {
    use crate::testing::{check_fix, check_pair};

    const RULE: &str = "xdg-keywords-shape";

    #[test]
    fn a_lost_semicolon_is_found_and_mended() {
        let help = "help: end the list with `;`, as in the reference";
        check_pair(
            RULE,
            "a = A;B;\n",
            "a = é;Bee\n",
            &[&format!("1:7: warning: the list does not end with `;`; {help}")],
        );
        check_fix(RULE, "a = A;B;\n", "a = A;B\n    .x = X\n", "a = A;B;\n    .x = X\n");
        check_pair(
            RULE,
            "a = A;B;\n",
            "a = A；B；\n",
            &["1:6: warning: keywords are not separated by `;`; help: write `;` instead of `；`"],
        );
        check_fix(RULE, "a = A;B;\n", "a = A；B；\n", "a = A;B;\n");
        check_pair(
            RULE,
            "a = A;B;C;\n",
            "a = A, B, C\n",
            &["1:5: warning: keywords are not separated by `;`"],
        );
    }

    #[test]
    fn lists_without_an_end_and_prose_are_right() {
        check_pair(RULE, "a = A;B\n", "a = A;B;C;\n", &[]);
        check_pair(RULE, "a = Stop; then go;\n", "a = Stop en ga\n", &[]);
        check_pair(RULE, "a = AT&amp;T;\n", "a = AT\n", &[]);
        check_pair(RULE, "a = COSMIC;\n", "a = COSMIC\n", &[]);
    }
}
