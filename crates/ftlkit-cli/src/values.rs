//! Values of arguments, as shells offer them while somebody types.

use std::collections::BTreeSet;
use std::ffi::OsStr;

use clap::CommandFactory;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap_complete::engine::CompletionCandidate;
use ftlkit::rules::{ALL, Group, RULES};

use crate::args::Args;
use crate::render::first_sentence;

/// The name of a rule or of a group.
///
/// Any text is taken here: the library knows the nearest name to one that does not exist.
#[derive(Debug, Clone)]
pub(crate) struct RuleName;

impl TypedValueParser for RuleName {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue>>> {
        let size = |group: Group| RULES.iter().filter(|rule| rule.group() == group).count();
        let groups = Group::ALL.into_iter().map(move |group| (group.name(), size(group)));
        let groups = groups.filter(|(_, size)| *size > 0);
        let groups =
            groups.map(|(name, size)| PossibleValue::new(name).help(format!("a group of {size} rules")));
        let rules = RULES
            .iter()
            .map(|rule| PossibleValue::new(rule.name()).help(first_sentence(rule.explanation().what)));
        let all =
            std::iter::once(PossibleValue::new(ALL).help("every rule, also those that are off by default"));
        Some(Box::new(all.chain(groups).chain(rules)))
    }
}

/// The locales of the projects in the working directory.
pub(crate) fn locales() -> Vec<CompletionCandidate> {
    let Ok(discovery) = ftlkit::project::discover(&["."]) else { return Vec::new() };
    let files = discovery.plans.iter().flat_map(|plan| &plan.files);
    let tags: BTreeSet<&str> = files.map(|file| file.locale.tag()).collect();
    tags.into_iter().map(CompletionCandidate::new).collect()
}

/// The names of the commands.
pub(crate) fn commands() -> Vec<CompletionCandidate> {
    let root = Args::command();
    root.get_subcommands().map(|command| CompletionCandidate::new(command.get_name())).collect()
}
