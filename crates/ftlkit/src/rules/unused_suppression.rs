//! `unused-suppression`

use super::{Context, Explanation, Finding, Group, Reach, Rule, Sink, Suppression, Suppressions, resolve};
use crate::config::{Config, Ignored};
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::Error;
use crate::model::FileRef;
use crate::source::Span;
use crate::suppression::MARKER;

pub(super) struct UnusedSuppression;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for comments such as `# ftlkit-ignore: untranslated -- a name` that keep nothing quiet, and for names in \
        them that are no rules. A comment of an entry (`#`) is about that entry, one of a group (`##`) about what \
        follows up to the next group, one of the file (`###`) about the whole file; those of the reference hold for \
        its translations too. The same holds for a table `[[ignore]]` of the configuration file.",
    why: "Once the fault is gone, such a comment hides the next one.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open { $file }\n"),
        ("i18n/nl/main.ftl", "# ftlkit-ignore: missing-variable -- too long\nopen = { $file } openen\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "open = Open { $file }\n"),
        ("i18n/nl/main.ftl", "# ftlkit-ignore: missing-variable -- too long\nopen = Openen\n"),
    ],
    fix: "Safe: the name is removed, or the line where it is the only one. Unsafe: a name that is no rule is replaced where one differs by a \
        slip.",
};

const NAME: &str = "unused-suppression";

impl Rule for UnusedSuppression {
    fn name(&self) -> &'static str {
        NAME
    }

    fn group(&self) -> Group {
        Group::Comments
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn check(&self, _context: Context<'_>, _sink: &mut Sink<'_>) {}

    fn check_suppressions(&self, context: Context<'_>, suppressions: &Suppressions, sink: &mut Sink<'_>) {
        for file in context.files() {
            for suppression in suppressions.of(file).iter().filter(|suppression| !suppression.is_used()) {
                report(context, file, suppression, sink);
            }
        }
    }
}

/// The findings about entries of the configuration that have kept nothing quiet: those of which all rules have run that
/// they are about. They are sorted.
pub(crate) fn unused_ignored<'c>(
    unused: impl Iterator<Item = &'c Ignored>,
    running: &[&'static dyn Rule],
    config: &Config,
) -> Vec<Diagnostic> {
    let Some(own) = running.iter().find(|rule| rule.name() == NAME) else { return Vec::new() };
    let all_run = config.select.is_empty() && config.ignore.is_empty();
    let is_known = |it: &&Ignored| {
        if it.rules.is_empty() { all_run } else { running.iter().any(|rule| it.is_about(*rule)) }
    };
    let finding = |it: &'c Ignored| {
        let (source, place) = it.place.as_ref()?;
        let finding = Finding::in_source(source, *place, "no finding is ignored by this".to_owned());
        finding.help("remove the table, or mend its patterns").without_locale(*own, None, config)
    };
    let mut found: Vec<Diagnostic> = unused.filter(is_known).filter_map(finding).collect();
    Diagnostic::sort(&mut found);
    found
}

fn report(context: Context<'_>, file: FileRef<'_>, suppression: &Suppression, sink: &mut Sink<'_>) {
    let name = file.slice(suppression.name);
    let finding = |message: String| Finding::at(file, suppression.name, message);
    if name.eq_ignore_ascii_case(MARKER) {
        let help = format!("write `# {MARKER}: rule -- reason`");
        sink.report(finding("the suppression names no rule".to_owned()).help(help));
        return;
    }
    let rules = match resolve(name) {
        Ok(rules) => rules,
        Err(Error::UnknownRule { nearest, .. }) => {
            let finding = finding(format!("unknown rule or group `{name}` in a suppression"));
            sink.report(match nearest {
                Some(nearest) => finding.help(format!("did you mean `{nearest}`?")).fix(
                    format!("replace `{name}` with `{nearest}`"),
                    false,
                    file,
                    [(suppression.name, nearest)],
                ),
                None => finding,
            });
            return;
        }
        Err(_) => return,
    };
    if suppression.reach == Reach::Nothing {
        let help = "remove the blank line after the comment, or begin it with `##` or `###`";
        sink.report(finding("the suppression is about no entry".to_owned()).help(help));
        return;
    }
    // Of a rule that does not run nobody knows what it would have found.
    let (config, path) = (context.config(), file.source().path());
    let running = config.rules();
    let runs = |name: &str| running.iter().any(|running| running.name() == name);
    let is_on = |rule: &&'static dyn Rule| {
        runs(rule.name()) && config.severity_at(*rule, context.locale().tag(), path, None).is_some()
    };
    if rules.iter().any(is_on) {
        let finding = finding(format!("`{name}` has nothing to suppress here")).help("remove it");
        let place = without(file, suppression.name);
        sink.report(finding.fix(format!("remove `{name}`"), true, file, [(place, String::new())]));
    }
}

/// What is to be removed for a name to be gone from a comment: it alone, or its line where there is no other.
fn without(file: FileRef<'_>, name: Span) -> Span {
    let text = file.source().text();
    let (before, behind) = (name.start as usize, name.end as usize);
    let start = text.get(..before).and_then(|text| text.rfind('\n')).map_or(0, |at| at + 1);
    let end = text.get(behind..).and_then(|text| text.find('\n')).map_or(text.len(), |at| behind + at + 1);
    let (head, tail) =
        (text.get(start..before).unwrap_or_default(), text.get(behind..end).unwrap_or_default());
    let list = tail.split_once("--").map_or(tail, |(list, _)| list);
    let span = |start: usize, end: usize| {
        Span::new(u32::try_from(start).unwrap_or(name.start), u32::try_from(end).unwrap_or(name.end))
    };
    if let Some(next) = list.find(',') {
        let blanks = list.get(next + 1..).map_or(0, |rest| rest.len() - rest.trim_start_matches(' ').len());
        return span(before, behind + next + 1 + blanks);
    }
    if let Some(last) = head.rfind(',') {
        return span(start + last, behind);
    }
    // A comment of a group ends the group before it, and one between two others keeps them apart: its marks stay.
    let marks = |line: &str| line.len() - line.trim_start_matches('#').len();
    let own = marks(head);
    let above = text.get(..start).and_then(|text| text.lines().next_back());
    let below = text.get(end..).and_then(|text| text.lines().next());
    let mut neighbours = [above, below].into_iter().flatten().map(marks);
    let is_more = neighbours.clone().any(|marks| marks == own);
    if !is_more && (own == 2 || own == 3 && neighbours.any(|marks| marks > 0)) {
        let ending = tail.len() - tail.trim_end_matches(['\r', '\n']).len();
        return span(start + own, end - ending);
    }
    span(start, end)
}

#[cfg(test)]
mod tests {
    #[cfg(feature = "config")]
    use super::NAME;
    use crate::check::check_texts;
    use crate::config::Config;

    const EN: &str = "a = A { $x }\nb = B { $x }\nc = C { $x }\n";

    #[track_caller]
    fn check(en: &str, nl: &str, expected: &[&str]) -> usize {
        let select = ["unused-suppression", "missing-variable", "missing-message", "syntax-error"];
        let config = Config { select: select.map(str::to_owned).into(), ..Config::default() };
        let report = check_texts(&[("i18n/en/a.ftl", en), ("i18n/nl/a.ftl", nl)], &config).unwrap();
        let found: Vec<String> = report.diagnostics.iter().map(ToString::to_string).collect();
        let found: Vec<&str> = found.iter().map(|line| line.strip_prefix("i18n/").unwrap()).collect();
        assert_eq!(found, expected);
        report.suppressed
    }

    #[test]
    fn an_entry_a_group_or_a_file_is_kept_quiet() {
        assert_eq!(
            check(EN, "# ftlkit-ignore: missing-variable\na = A\nb = B { $x }\nc = C { $x }\n", &[]),
            1
        );
        let group = "a = A { $x }\n\n## G\n## ftlkit-ignore: parity -- why not\n\nb = B\nc = C\n\n##\n";
        assert_eq!(check(EN, group, &[]), 2);
        assert_eq!(
            check(EN, "### ftlkit-ignore: missing-message, missing-variable -- later\n\na = A\n", &[]),
            3
        );
    }

    #[test]
    fn capitals_do_not_matter() {
        assert_eq!(check(EN, "# Ftlkit-Ignore: parity\na = A\nb = B { $x }\nc = C { $x }\n", &[]), 1);
        let unused =
            "# FTLKIT-IGNORE: missing-variable\na = A { $x }\n# Ftlkit-ignore\nb = B { $x }\nc = C { $x }\n";
        check(
            EN,
            unused,
            &[
                "nl/a.ftl:1:18: warning: `missing-variable` has nothing to suppress here [unused-suppression]",
                "nl/a.ftl:3:3: warning: the suppression names no rule [unused-suppression]",
            ],
        );
    }

    #[test]
    fn the_reference_speaks_for_its_translations() {
        let en = "# ftlkit-ignore: missing-message -- a name\na = A\n# ftlkit-ignore: missing-variable\nb = B { $x }\n";
        assert_eq!(check(en, "b = B\n", &[]), 2);
    }

    #[test]
    fn what_suppresses_nothing_is_reported() {
        check(
            EN,
            "# ftlkit-ignore: missing-variable, mising-message\na = A { $x }\n\n# ftlkit-ignore: syntax-error\n\n\
             # ftlkit-ignore:\nb = B { $x }\n# ftlkit-ignore: untranslated -- does not run here\nc = C { $x }\n",
            &[
                "nl/a.ftl:1:18: warning: `missing-variable` has nothing to suppress here [unused-suppression]",
                "nl/a.ftl:1:36: warning: unknown rule or group `mising-message` in a suppression [unused-suppression]",
                "nl/a.ftl:4:18: warning: the suppression is about no entry [unused-suppression]",
                "nl/a.ftl:6:3: warning: the suppression names no rule [unused-suppression]",
            ],
        );
    }

    #[cfg(feature = "config")]
    #[test]
    fn tables_that_ignore_nothing_are_found_in_the_configuration() {
        let files = [("i18n/en/a.ftl", "a = A { $x }\n"), ("i18n/nl/a.ftl", "a = A\n")];
        let found = |text: &str, change: fn(&mut Config)| -> Vec<String> {
            let mut config = Config::from_toml("ftlkit.toml", text).unwrap();
            change(&mut config);
            let report = crate::check_texts(&files, &config).unwrap();
            let shown = report.diagnostics.iter().filter(|found| found.rule() == NAME);
            let shown: Vec<String> = shown.map(ToString::to_string).collect();
            assert!(shown.is_empty() || report.sources().contains_key("ftlkit.toml"));
            shown
        };
        let used = "[[ignore]]\nids = [\"a\", \"z\"]\nrules = [\"parity\"]\n";
        assert_eq!(found(used, |_| {}), [""; 0]);
        let unused = format!("{used}\n[[ignore]]\nids = [\"b-*\"]\n");
        let line = "ftlkit.toml:6:7: warning: no finding is ignored by this [unused-suppression]";
        assert_eq!(found(&unused, |_| {}), [line]);
        // Of rules and locales that were not looked at nobody knows.
        assert_eq!(found(&unused, |config| config.ignore = vec!["url-changed".to_owned()]), [""; 0]);
        assert_eq!(found(&unused, |config| config.locales = vec!["nl".to_owned()]), [""; 0]);
        let other = "[[ignore]]\nids = [\"a\"]\nrules = [\"unused-term\"]\n";
        assert_eq!(found(other, |_| {}), [""; 0]);
        let other = "[[ignore]]\nids = [\"a\"]\nlocales = [\"fr\"]\n";
        assert_eq!(found(other, |_| {}).len(), 1);
    }
}
