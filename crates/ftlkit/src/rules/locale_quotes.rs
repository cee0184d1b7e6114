//! `locale-quotes`

use super::typography::{Flow, has_words, is_exact, is_key, profile, quotations, quotes_in, quotes_of};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};

pub(super) struct LocaleQuotes;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for quotations in the marks of another language, such as `“…”` in German, in files that elsewhere have the \
        marks of their own. With `typography = \"exact\"` it asks for the first marks of the language, and inside a quotation \
        for the second ones, or for others that the language has too where a file keeps to them, as `»…«` in German; \
        `quotation-marks` in the configuration names others.",
    why: "A translator has kept the marks of the reference, and the reader stumbles over them.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open “{ $name }”\nclose = Close “{ $name }”\n"),
        ("i18n/de/main.ftl", "open = „{ $name }“ öffnen\nclose = “{ $name }” schließen\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "open = Open “{ $name }”\nclose = Close “{ $name }”\n"),
        ("i18n/de/main.ftl", "open = „{ $name }“ öffnen\nclose = „{ $name }“ schließen\n"),
    ],
    fix: "Safe: the marks of the language take their places; none where they have spaces of their own inside, as in French.",
};

impl Rule for LocaleQuotes {
    fn name(&self) -> &'static str {
        "locale-quotes"
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
        Interest::patterns(Features::LATIN_SIGNS | Features::SYMBOLS | Features::WIDE)
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        if is_key(attribute) {
            return;
        }
        let is_exact = is_exact(context);
        let is_mixed = || context.habits(entry.file()).quotations.printed > 0;
        let (Some(quotes), Some(profile)) = (quotes_in(context, entry.file()), profile(context)) else {
            return;
        };
        if !is_exact && !is_mixed() {
            return;
        }
        let is_style = profile.also.contains(&quotes[0]);
        let flow = Flow::of(pattern);
        for &quotation in quotations(&flow).iter().filter(|quotation| !quotation.is_straight()) {
            let own = *quotes.get(quotation.depth.min(1)).unwrap_or(&quotes[0]);
            let found = quotation.quotes;
            // French may repeat its first marks inside a quotation.
            let is_repeated = quotation.depth > 0 && profile.is_french() && found == quotes[0];
            let is_free = !is_exact || is_style && quotation.depth > 0;
            let is_in_use = is_free && (profile.knows(found) || quotes.contains(&found));
            let is_right = found == own || is_repeated || is_in_use;
            let (Some(open), Some(close)) = (flow.atom(quotation.open), flow.atom(quotation.close)) else {
                continue;
            };
            if is_right || !has_words(&flow, quotation.inside()) {
                continue;
            }
            let message = format!("a quotation stands in `{}…{}`", found.open, found.close);
            let finding = Finding::at(entry.file(), open.span, message)
                .entry(entry, attribute)
                .help(format!("write `{}…{}`", own.open, own.close));
            let is_angle = |mark: char| matches!(mark, '«' | '»' | '‹' | '›');
            let has_spaces = profile.is_french() && is_angle(found.open) != is_angle(own.open);
            let edits = [(open.span, own.open.to_string()), (close.span, own.close.to_string())];
            let title = "write the marks of the language";
            let fixed = |finding: Finding| finding.fix(title, true, entry.file(), edits);
            sink.report(if has_spaces { finding } else { fixed(finding) });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, Quotes};
    use crate::testing::{check_fix_in, check_in, exact};

    const RULE: &str = "locale-quotes";

    #[test]
    fn marks_of_other_languages_are_found() {
        let found = "2:5: info: a quotation stands in `„…“`; help: write `«…»`";
        check_in(RULE, "fr", &Config::default(), "a = « A »\nb = „B“ d’« a “b” »\n", &[found]);
        check_in(RULE, "de", &Config::default(), "a = “A”\n", &[]);
        check_in(RULE, "de", &Config::default(), "a = »A«\nb = „B“\n", &[]);
        check_fix_in(RULE, "de", &Config::default(), "a = „A“\nb = “B”\n", "a = „A“\nb = „B“\n");
    }

    #[test]
    fn the_first_marks_stand_outside() {
        check_fix_in(RULE, "nl", &exact(), "a = “A ‘b’ foto’s”\n", "a = ‘A “b” foto’s’\n");
        check_in(RULE, "nl", &exact(), "a = ‘A “b” foto’s’ ’s avonds\n", &[]);
        check_in(RULE, "en", &exact(), "a = “A ‘b’ c’s” migrants’ access\n", &[]);
        let found = "1:5: info: a quotation stands in `“…”`; help: write `«…»`";
        check_in(RULE, "fr", &exact(), "a = “A”\n", &[found]);
        check_in(RULE, "fr", &exact(), "a = « A « b » “c” »\n", &[]);
    }

    #[test]
    fn a_file_may_keep_to_other_marks_of_its_language() {
        check_in(RULE, "de", &exact(), "a = »Wort«\nb = »A ›b‹«\n", &[]);
        check_in(RULE, "de", &exact(), "a = »A ‚b‘«\n", &[]);
        check_in(RULE, "de-CH", &exact(), "a = „A ‚b‘“\n", &[]);
        check_fix_in(RULE, "de", &exact(), "a = »A«\nb = “B”\n", "a = »A«\nb = »B«\n");
        check_fix_in(RULE, "de", &exact(), "a = »A«\nb = „B“\n", "a = „A“\nb = „B“\n");
    }

    #[test]
    fn the_configuration_has_the_last_word() {
        let mut config = exact();
        let double = Quotes { open: '“', close: '”' };
        let single = Quotes { open: '‘', close: '’' };
        config.typography.quotation_marks.insert("nl".to_owned(), [double, single]);
        check_in(RULE, "nl", &config, "a = “A ‘b’”\n", &[]);
    }
}
