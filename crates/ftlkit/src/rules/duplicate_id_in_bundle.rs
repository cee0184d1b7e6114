//! `duplicate-id-in-bundle`

use super::{Context, Explanation, Finding, Group, Rule, Sink};
use crate::config::{Config, Domain};
use crate::diagnostic::Severity;
use crate::glob::Glob;
use crate::hash::Map;
use crate::model::EntryRef;
use std::collections::HashSet;

pub(super) struct DuplicateIdInBundle;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for ids that two files of one locale define, where the configuration says that one bundle loads both: with `[[domains]]`.",
    why: "The bundle keeps one of the texts, and which one depends on the order of loading.",
    bad: &[("i18n/en/main.ftl", "open = Open\n"), ("i18n/en/menu.ftl", "open = Open a file\n")],
    good: &[("i18n/en/main.ftl", "open = Open\n"), ("i18n/en/menu.ftl", "open-file = Open a file\n")],
    fix: "None: only a person knows which of the texts are meant.",
};

impl Rule for DuplicateIdInBundle {
    fn name(&self) -> &'static str {
        "duplicate-id-in-bundle"
    }

    fn group(&self) -> Group {
        Group::Syntax
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn example_config(&self) -> Config {
        let all = Domain { name: "app".to_owned(), paths: vec![Glob::new("i18n/**")] };
        Config { domains: vec![all], ..Config::default() }
    }

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        let mut reported = HashSet::new();
        for (index, domain) in context.config().domains.iter().enumerate() {
            let mut seen: Map<&str, EntryRef<'_>> = Map::default();
            for file in context.files().filter(|file| context.domains(*file).contains(&index)) {
                for entry in file.entries() {
                    let first = *seen.entry(entry.id()).or_insert(entry);
                    let is_elsewhere = first.file().index() != file.index();
                    if !is_elsewhere || !reported.insert((file.index(), entry.index())) {
                        continue;
                    }
                    let kind = if entry.is_message() { "message" } else { "term" };
                    let (id, name) = (entry.id(), &domain.name);
                    let message = format!("{kind} `{id}` is defined in another file of domain `{name}` too");
                    sink.report(
                        Finding::at(file, entry.id_span(), message)
                            .entry(entry, None)
                            .related(first.file(), first.id_span(), "first defined here")
                            .help("remove one of them, or give it another id"),
                    );
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_with;

    const RULE: &str = "duplicate-id-in-bundle";

    fn domains(list: &[(&str, &[&str])]) -> Config {
        let domain = |(name, paths): &(&str, &[&str])| Domain {
            name: (*name).to_owned(),
            paths: paths.iter().map(|path| Glob::new(path)).collect(),
        };
        Config { domains: list.iter().map(domain).collect(), ..Config::default() }
    }

    #[test]
    fn only_files_of_one_domain_count() {
        let files = [
            ("cp/locales/en.ftl", "a = A\nb = B\n"),
            ("cut/locales/en.ftl", "-é = E\na = A\n"),
            ("uucore/locales/en.ftl", "b = B\n-x = X\na = A\n-x = X\n"),
        ];
        check_with(RULE, &files, &Config::default(), &[]);
        let config =
            domains(&[("cp", &["cp/**", "uucore/**"]), ("cut", &["cut/**", "uucore/**"]), ("x", &["x/**"])]);
        let told = "help: remove one of them, or give it another id";
        check_with(
            RULE,
            &files,
            &config,
            &[
                &format!(
                    "uucore/locales/en.ftl:1:1: warning: message `b` is defined in another file of domain `cp` too; {told}"
                ),
                &format!(
                    "uucore/locales/en.ftl:3:1: warning: message `a` is defined in another file of domain `cp` too; {told}"
                ),
            ],
        );
    }

    #[test]
    fn locales_are_apart_and_files_by_themselves_are_others_business() {
        let files = [("i18n/en/a.ftl", "a = A\na = A\n"), ("i18n/nl/a.ftl", "a = A\n-t = T\n")];
        check_with(RULE, &files, &domains(&[("all", &["**"])]), &[]);
        let files = [("i18n/en/a.ftl", "-t = A\n"), ("i18n/en/b.ftl", "b = A\n-t = T\n")];
        let found = "i18n/en/b.ftl:2:1: warning: term `-t` is defined in another file of domain `all` too; help: remove one of them, or give it another id";
        check_with(RULE, &files, &domains(&[("all", &["**"])]), &[found]);
    }

    #[test]
    fn each_of_several_is_found_once() {
        let told = "help: remove one of them, or give it another id";
        let line = |place: &str, domain: &str| {
            format!(
                "{place}: warning: message `a` is defined in another file of domain `{domain}` too; {told}"
            )
        };
        let files = [
            ("i18n/en/a.ftl", "a = A\n"),
            ("i18n/en/b.ftl", "a = A\n"),
            ("i18n/en/c.ftl", "a =\n    .x = X\n"),
        ];
        // A file that two patterns or two domains name is one file.
        let twice = domains(&[("one", &["i18n/**", "i18n/en/*"]), ("two", &["i18n/en/b*", "i18n/en/c*"])]);
        check_with(
            RULE,
            &files,
            &twice,
            &[&line("i18n/en/b.ftl:1:1", "one"), &line("i18n/en/c.ftl:1:1", "one")],
        );
        // In the second domain `b` comes first.
        let apart =
            domains(&[("one", &["i18n/en/a*", "i18n/en/b*"]), ("two", &["i18n/en/b*", "i18n/en/c*"])]);
        check_with(
            RULE,
            &files,
            &apart,
            &[&line("i18n/en/b.ftl:1:1", "one"), &line("i18n/en/c.ftl:1:1", "two")],
        );
    }

    #[test]
    fn parents_are_apart_and_what_is_no_entry_is_not_loaded() {
        let all = domains(&[("all", &["**"])]);
        let files = [("i18n/es/a.ftl", "a = A\n"), ("i18n/es-MX/b.ftl", "a = A\n")];
        check_with(RULE, &files, &all, &[]);
        let files =
            [("i18n/en/a.ftl", "a = A\n"), ("i18n/en/b.ftl", "a = { $x\n"), ("i18n/nl/a.ftl", "a = A\n")];
        check_with(RULE, &files, &all, &[]);
    }

    #[test]
    fn references_resolve_within_the_domain() {
        let files = [
            ("x/i18n/en.ftl", "a = { b } { c } { -t }\n"),
            ("y/i18n/en.ftl", "b = B\n-t = T\n"),
            ("z/i18n/en.ftl", "c = C\n"),
        ];
        let config = domains(&[("x", &["x/**", "z/**"]), ("y", &["y/**"])]);
        let message = "x/i18n/en.ftl:1:7: error: message `b` is not defined in its domain; help: it is in `y/i18n/en.ftl`, which is not loaded with this file";
        check_with("unknown-message-reference", &files, &config, &[message]);
        let term = "x/i18n/en.ftl:1:19: error: term `-t` is not defined in its domain; help: it is in `y/i18n/en.ftl`, which is not loaded with this file";
        check_with("unknown-term-reference", &files, &config, &[term]);
        check_with("unknown-message-reference", &files, &Config::default(), &[]);
        // What belongs to no domain may be loaded with anything.
        check_with("unknown-term-reference", &files, &domains(&[("y", &["y/**"])]), &[]);
    }
}
