//! `percent-spacing`

use super::typography::{
    Atom, Flow, Gap, Habit, Habits, NARROW, NO_BREAK, Profile, is_exact, is_key, is_keyword_list, is_percent,
    profile,
};
use super::{Context, Explanation, Finding, Group, Interest, Rule, Sink};
use crate::config::FrenchSpacing;
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef};
use crate::source::Span;

pub(super) struct PercentSpacing;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for `%` behind a number without the space that its language has there, U+00A0 or U+202F in German, Spanish \
        and French, or with a space in English, Dutch, Italian, Polish and Portuguese. Usage varies, so it looks only at \
        files that do both; with `typography = \"exact\"` at every `%`. Derivations (`8%ige`), code, addresses, placeholders such as \
        `%s` and operators (`7 % 2`) are left alone.",
    why: "The sign stands alone at the beginning of the next line, or one text is set otherwise than the next.",
    bad: &[
        ("i18n/en/main.ftl", "half = 50% used\nmost = 90% used\n"),
        ("i18n/de/main.ftl", "half = 50\u{a0}% belegt\nmost = 90% belegt\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "half = 50% used\nmost = 90% used\n"),
        ("i18n/de/main.ftl", "half = 50\u{a0}% belegt\nmost = 90\u{a0}% belegt\n"),
    ],
    fix: "Safe: the space is put in, replaced or removed.",
};

impl Rule for PercentSpacing {
    fn name(&self) -> &'static str {
        "percent-spacing"
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
        profile(context).is_some_and(|profile| profile.spacing.percent != Gap::Free)
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::PERCENT)
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
        let Some(profile) = profile(context) else { return };
        let flow = Flow::of(pattern);
        for (at, sign, atom) in flow.prose() {
            if sign != '%' || !is_percent(&flow, at) {
                continue;
            }
            let wanted = Wanted::new(context, profile, entry);
            let Some(fault) = judge(&flow, at, atom, wanted) else { continue };
            let finding = Finding::at(entry.file(), atom.span, fault.message).entry(entry, attribute);
            let finding = finding.help(fault.help);
            sink.report(match fault.edit {
                Some((span, text)) => finding.fix(fault.title, true, entry.file(), [(span, text)]),
                None => finding,
            });
        }
    }
}

/// What a file is asked for.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    gap: Gap,
    /// A sign without a space, or with one where there is none, is a fault.
    is_strict: bool,
    /// A space at which a line breaks is a fault.
    is_kept_together: bool,
    /// U+202F is a fault, too.
    is_wide: bool,
}

impl Wanted {
    fn new<'a>(context: Context<'a>, profile: &Profile, entry: EntryRef<'a>) -> Self {
        let gap = profile.spacing.percent;
        let is_exact = is_exact(context);
        let Habits { percents, percent_spaces, .. } = context.habits(entry.file());
        let has_space = match gap {
            Gap::None => Habit { plain: percents.printed, printed: percents.plain },
            _ => percents,
        };
        Self {
            gap,
            is_strict: is_exact || has_space.is_mixed(),
            is_kept_together: is_exact || percent_spaces.is_mixed(),
            is_wide: profile.is_french() && context.config().french_spacing == FrenchSpacing::Exact,
        }
    }
}

/// What is wrong before a sign.
struct Fault {
    message: String,
    help: &'static str,
    title: &'static str,
    edit: Option<(Span, String)>,
}

const PUT_IN: (&str, &str) = ("write U+00A0 before `%`", "put U+00A0 there");

fn judge(flow: &Flow, at: usize, atom: &Atom, wanted: Wanted) -> Option<Fault> {
    let spaces = flow.start_of_spaces(at)..at;
    let signs = || spaces.clone().filter_map(|at| flow.sign(at));
    let fault = |message: String, (help, title), edit| Fault { message, help, title, edit: Some(edit) };
    if wanted.gap == Gap::None {
        let message = "a space stands before `%`".to_owned();
        let edit = (flow.span(spaces.clone()), String::new());
        let is_wrong = wanted.is_strict && !spaces.is_empty() && signs().all(|sign| sign != '\n');
        return is_wrong.then(|| fault(message, ("remove it", "remove the space"), edit));
    }
    let text = NO_BREAK.to_string();
    if spaces.is_empty() {
        // A value or a variant may end in a space of its own.
        let edit = (Span::at(atom.span.start), text);
        let message = "there is no space before `%`".to_owned();
        return (wanted.is_strict && atom.before.is_visible()).then(|| fault(message, PUT_IN, edit));
    }
    let edit = (flow.span(spaces.clone()), text);
    if signs().all(|sign| sign == ' ') {
        let message = "a line can break before `%`".to_owned();
        return wanted.is_kept_together.then(|| fault(message, PUT_IN, edit));
    }
    let is_narrow = wanted.is_wide && signs().eq([NARROW]);
    is_narrow.then(|| fault("U+202F stands before `%`".to_owned(), PUT_IN, edit))
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, FrenchSpacing};
    use crate::testing::{check_fix_in, check_in, exact};

    const RULE: &str = "percent-spacing";

    #[track_caller]
    fn mends(locale: &str, text: &str, expected: &str) {
        check_fix_in(RULE, locale, &exact(), &format!("a = {text}\n"), &format!("a = {expected}\n"));
    }

    #[track_caller]
    fn accepts(locale: &str, text: &str) {
        check_in(RULE, locale, &exact(), &format!("a = {text}\n"), &[]);
    }

    #[test]
    fn each_language_has_its_space() {
        for locale in ["de", "de-AT", "es", "es-ES", "fr", "fr-CA"] {
            mends(locale, "50% (20 %)", "50\u{a0}% (20\u{a0}%)");
            mends(locale, "{ $p }%, { NUMBER($p) } %.", "{ $p }\u{a0}%, { NUMBER($p) }\u{a0}%.");
            accepts(locale, "{ $p }\u{a0}% und 1,5\u{202f}%");
        }
        for locale in ["en", "it", "nl", "pl", "pt", "pt-PT"] {
            mends(locale, "50 % ({ $p }\u{a0}%)", "50% ({ $p }%)");
            accepts(locale, "{ $p }% of 1.5%");
        }
        for locale in ["de-CH", "es-MX", "fr-CH", "sv"] {
            accepts(locale, "50% 20 % { $p }\u{a0}%");
        }
        let wide = Config { french_spacing: FrenchSpacing::Exact, ..exact() };
        check_fix_in(RULE, "fr", &wide, "a = 5\u{202f}%\n", "a = 5\u{a0}%\n");
        check_fix_in(RULE, "de", &wide, "a = 5\u{202f}% 6%\n", "a = 5\u{202f}% 6\u{a0}%\n");
    }

    #[test]
    fn a_file_that_agrees_with_itself_is_left_alone() {
        let check = |locale: &str, text: &str, expected: &[&str]| {
            check_in(RULE, locale, &Config::default(), text, expected);
        };
        check("de", "a = 5%\nb = 6%\n", &[]);
        check("de", "a = 5 %\nb = 6 %\n", &[]);
        check("nl", "a = 5 %\nb = 6 %\n", &[]);
        let missing = "2:6: info: there is no space before `%`; help: write U+00A0 before `%`";
        check("de", "a = 5 %\nb = 6%\n", &[missing]);
        let breaks = "2:7: info: a line can break before `%`; help: write U+00A0 before `%`";
        check("es", "a = 5\u{a0}%\nb = 6 %\n", &[breaks]);
        check("nl", "a = 5%\nb = 6 %\n", &["2:7: info: a space stands before `%`; help: remove it"]);
    }

    #[test]
    fn what_is_no_percentage_is_right() {
        for text in [
            "eine 8%ige Lösung, 50%-ige, 100%ig",
            "%s %d 100%% %(n)s %1$s 5%s",
            "https://example.org/a%20b%2 ?x=5%",
            "`50%` <i style=\"width: 50%\">x</i> width=50% --size 50%;",
            "ARG1 % ARG2, 7 % 2, { $a } % { $b }",
            "% und %, das Zeichen „%“",
            "{ \"50%\" }s",
        ] {
            accepts("de", text);
        }
        check_in(RULE, "de", &exact(), "a = A\n    .style = width: 50%\n", &[]);
        for text in ["ARG1 % ARG2", "7 % 2", "{ $a } % { $b }", "a literal % and %"] {
            accepts("en", text);
        }
    }
}
