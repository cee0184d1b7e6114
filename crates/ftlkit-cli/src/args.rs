//! What can be typed.

use std::path::PathBuf;

use clap::{ArgGroup, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::{ArgValueCandidates, Shell};
use ftlkit::Severity;

use crate::coverage::MinCoverage;
use crate::output::{Output, OutputParser};
use crate::values::{self, RuleName};

/// Shown below the help of commands that check.
const EXIT_STATUS: &str = "\
Exit status:
  0  nothing at or above --fail-on was found
  1  something was found, or a locale has less than --min-coverage
  2  wrong arguments or configuration, an unreadable file, or nothing to check";

/// Shown below the help as a whole.
const ENVIRONMENT: &str = "\
Environment:
  NO_COLOR        no colours, on a terminal either
  CLICOLOR_FORCE  colours, although it is no terminal
  COLUMNS         how wide lines may be";

const STATUS_COLUMNS: &str = "\
Columns:
  coverage   units that the locale has, or inherits
  missing    units that it neither has nor inherits
  extra      units that the reference does not have
  inherited  units that come from a parent, as those of es for es-MX
  words      words of the reference in the missing units: what to translate
  A unit is the value or an attribute of a message. Terms are not counted.

Exit status:
  0  all is well
  1  a locale has less than --min-coverage
  2  wrong arguments or configuration, an unreadable file, or nothing to check";

const EXAMPLES: &str = "\
Examples:
  ftlkit                              check every project below this folder
  ftlkit i18n/nl/app.ftl              check one file against its reference
  ftlkit --select parity --locale nl  only what Dutch lacks or has too much
  ftlkit --format full --format sarif=ftlkit.sarif
                                      findings to read, and a report in a file
  ftlkit --baseline known.toml --update-baseline
                                      accept what there is, once
  ftlkit --baseline known.toml        only what came since
  ftlkit --changed-since origin/main  only what this branch has changed
  ftlkit status                       how far each locale has come
  ftlkit explain missing-message      what a rule looks for, and why";

const COMPLETIONS: &str = "\
What to add, and where:
  bash        source <(ftlkit completions bash)
              in ~/.bashrc
  zsh         source <(ftlkit completions zsh)
              in ~/.zshrc, below compinit
  fish        ftlkit completions fish | source
              in ~/.config/fish/config.fish
  powershell  ftlkit completions powershell | Out-String | Invoke-Expression
              in the file that $PROFILE names
  elvish      eval (ftlkit completions elvish | slurp)
              in ~/.config/elvish/rc.elv";

const MAN: &str = "\
Examples:
  ftlkit man | man -l -                           read the page about everything
  ftlkit man check | man -l -                     read the page of a command
  ftlkit man > ~/.local/share/man/man1/ftlkit.1   install it, for `man ftlkit`";

/// Checks that Fluent translations are complete and right
///
/// Finds the projects with `.ftl` files by itself, takes one locale of each as the reference, and compares the others
/// with it. No configuration is needed, and nothing is changed unless asked.
#[derive(Debug, Parser)]
#[command(name = "ftlkit", version, args_conflicts_with_subcommands = true)]
#[command(after_help = format!("{EXAMPLES}\n\n{EXIT_STATUS}\n\n{ENVIRONMENT}"))]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    #[command(flatten)]
    pub(crate) check: CheckArgs,
}

// The arguments of a command are only put together when it is asked for.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(crate) enum Command {
    /// Check translations; this is what happens without a command
    #[command(after_help = EXIT_STATUS)]
    Check(CheckArgs),
    /// Show how far each locale has come: coverage, what is missing, words to translate
    #[command(after_help = STATUS_COLUMNS)]
    Status(StatusArgs),
    /// Write ftlkit.toml, a configuration file in which every key is explained
    Init,
    /// Explain a rule: what it looks for, why, a bad and a good example
    Explain(ExplainArgs),
    /// List all rules, what each looks for, and how bad it is
    Rules(RulesArgs),
    /// Print a script that lets a shell complete commands, options and names of rules
    #[command(after_help = COMPLETIONS)]
    Completions(CompletionsArgs),
    /// Print a page of the manual, for `man`
    #[command(after_help = MAN)]
    Man(ManArgs),
}

/// Headings above the options of `check`, in the order of the help.
const RULES: &str = "Rules";
const NEW: &str = "Only what is new";
const FIXES: &str = "Fixes";
const REPORT: &str = "Report";
const FAILURE: &str = "When to fail";

/// More threads than any machine has use for.
const MOST_JOBS: u16 = 1024;

#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// Folders in which to look for projects, or files to look at
    #[arg(value_name = "PATH", default_value = ".", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// The locale that is translated from; without it each project's own is found
    #[arg(long, value_name = "LOCALE", add = ArgValueCandidates::new(values::locales))]
    pub(crate) reference: Option<String>,

    /// Show only findings in these locales
    #[arg(long, value_name = "LOCALE", num_args = 1.., value_delimiter = ',', add = ArgValueCandidates::new(values::locales))]
    pub(crate) locale: Vec<String>,

    /// Run exactly these rules or groups; `ftlkit rules` lists them
    #[arg(long, value_name = "RULE", num_args = 1.., value_delimiter = ',', value_parser = RuleName)]
    #[arg(hide_possible_values = true, help_heading = RULES)]
    pub(crate) select: Vec<String>,

    /// Leave out these rules or groups
    #[arg(long, value_name = "RULE", num_args = 1.., value_delimiter = ',', value_parser = RuleName)]
    #[arg(hide_possible_values = true, help_heading = RULES)]
    pub(crate) ignore: Vec<String>,

    /// Make these rules or groups errors
    #[arg(long, value_name = "RULE", num_args = 1.., value_delimiter = ',', value_parser = RuleName)]
    #[arg(hide_possible_values = true, help_heading = RULES)]
    pub(crate) error: Vec<String>,

    /// Make these rules or groups warnings
    #[arg(long, value_name = "RULE", num_args = 1.., value_delimiter = ',', value_parser = RuleName)]
    #[arg(hide_possible_values = true, help_heading = RULES)]
    pub(crate) warn: Vec<String>,

    /// Make these rules or groups mere information
    #[arg(long, value_name = "RULE", num_args = 1.., value_delimiter = ',', value_parser = RuleName)]
    #[arg(hide_possible_values = true, help_heading = RULES)]
    pub(crate) info: Vec<String>,

    /// Leave out the findings that this file knows; the configuration may name one, too
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = NEW)]
    pub(crate) baseline: Option<PathBuf>,

    /// Leave out no findings, although the configuration names a baseline
    #[arg(long, conflicts_with_all = ["baseline", "update_baseline"], help_heading = NEW)]
    pub(crate) no_baseline: bool,

    /// Take out of the baseline what no longer occurs; where there is none yet, write one that knows all findings. With
    /// `=rewrite`, write all findings, new ones too
    #[arg(long, value_name = "rewrite", num_args = 0..=1, require_equals = true, default_missing_value = "shrink")]
    #[arg(hide_possible_values = true, help_heading = NEW)]
    pub(crate) update_baseline: Option<UpdateBaseline>,

    /// Show only findings about what differs from this commit: messages that were added, removed or worded anew, here
    /// or in the reference. Of a branch, the commit at which this one left it
    #[arg(long, value_name = "REVISION", value_hint = ValueHint::Other, help_heading = NEW)]
    pub(crate) changed_since: Option<String>,

    #[command(flatten)]
    pub(crate) mending: MendingArgs,

    /// How to show findings; `FORMAT=FILE` writes them to a file, and several formats may be given at once
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "full", value_parser = OutputParser)]
    #[arg(help_heading = REPORT)]
    pub(crate) format: Vec<Output>,

    /// Show every message, attribute and file that is missing or extra, one by one
    #[arg(long, help_heading = REPORT)]
    pub(crate) all: bool,

    /// The lowest severity that makes the exit status 1
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = FailOn::Error)]
    #[arg(help_heading = FAILURE)]
    pub(crate) fail_on: FailOn,

    /// The least coverage, in all locales or in one; exit with status 1 where it is not reached
    #[arg(long, value_name = "[LOCALE=]PERCENT", num_args = 1.., value_delimiter = ',')]
    #[arg(help_heading = FAILURE)]
    pub(crate) min_coverage: Vec<MinCoverage>,

    /// The number of threads; as many as there are cores where nothing is said
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<u16>,

    #[command(flatten)]
    pub(crate) configuration: ConfigurationArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum UpdateBaseline {
    /// Only take out what no longer occurs
    #[value(hide = true)]
    Shrink,
    /// Write all findings
    Rewrite,
}

// Whether what is found is fixed, and how much of it. No documentation: it would describe the commands in their help.
#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("mending").args(["fix", "diff"]).multiple(true))]
pub(crate) struct MendingArgs {
    /// Fix what can be fixed safely, and show what is left
    #[arg(long, help_heading = FIXES)]
    pub(crate) fix: bool,

    /// With `--fix` or `--diff`: also those fixes that somebody should look at
    #[arg(long, requires = "mending", help_heading = FIXES)]
    pub(crate) unsafe_fixes: bool,

    /// Change nothing, and show what `--fix` would change, as a patch; exit with status 1 if there is anything
    #[arg(long, conflicts_with_all = ["format", "min_coverage", "update_baseline"], help_heading = FIXES)]
    pub(crate) diff: bool,
}

// Which configuration file is read. No documentation, as above.
#[derive(Debug, clap::Args)]
pub(crate) struct ConfigurationArgs {
    /// Read this configuration file: ftlkit.toml, or a Cargo.toml
    #[arg(long, value_name = "FILE", conflicts_with = "no_config", value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,

    /// Read no configuration file
    #[arg(long)]
    pub(crate) no_config: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct StatusArgs {
    /// Folders in which to look for projects, or files to look at
    #[arg(value_name = "PATH", default_value = ".", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// The locale that is translated from; without it each project's own is found
    #[arg(long, value_name = "LOCALE", add = ArgValueCandidates::new(values::locales))]
    pub(crate) reference: Option<String>,

    /// Show only these locales
    #[arg(long, value_name = "LOCALE", num_args = 1.., value_delimiter = ',', add = ArgValueCandidates::new(values::locales))]
    pub(crate) locale: Vec<String>,

    /// Show each file too; on a page, unfolded
    #[arg(long)]
    pub(crate) files: bool,

    /// How to show it
    #[arg(long, value_enum, default_value_t = StatusFormat::Text)]
    pub(crate) format: StatusFormat,

    /// The least coverage, in all locales or in one; exit with status 1 where it is not reached
    #[arg(long, value_name = "[LOCALE=]PERCENT", num_args = 1.., value_delimiter = ',')]
    pub(crate) min_coverage: Vec<MinCoverage>,

    /// The number of threads; as many as there are cores where nothing is said
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<u16>,

    #[command(flatten)]
    pub(crate) configuration: ConfigurationArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatusFormat {
    /// A table
    Text,
    /// One JSON document
    Json,
    /// A table for a comment or a wiki
    Markdown,
    /// A page for browsers in one file, with the files of each locale folded in
    Html,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ExplainArgs {
    /// The name of a rule, or of a group for all of its rules
    #[arg(value_name = "RULE", value_parser = RuleName, hide_possible_values = true)]
    pub(crate) rule: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CompletionsArgs {
    /// The shell that the script is for
    #[arg(value_name = "SHELL")]
    pub(crate) shell: Shell,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ManArgs {
    /// The command that the page is about; without it, `ftlkit` as a whole
    #[arg(value_name = "COMMAND", add = ArgValueCandidates::new(values::commands))]
    pub(crate) command: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct RulesArgs {
    /// How to show them
    #[arg(long, value_enum, default_value_t = RulesFormat::Text)]
    pub(crate) format: RulesFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    /// One line each
    Text,
    /// The page of the documentation, with everything that `explain` says
    Markdown,
    /// One JSON document, for editors and other tools
    Json,
}

impl MendingArgs {
    /// Whether anything is fixed, or would be.
    pub(crate) fn is_on(&self) -> bool {
        self.fix || self.diff
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

impl FailOn {
    /// Whether findings of a severity count.
    pub(crate) fn includes(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Info => true,
            Self::Never => false,
        }
    }
}

/// A number of threads.
fn jobs(text: &str) -> Result<u16, String> {
    let number = text.parse().ok().filter(|number| (1..=MOST_JOBS).contains(number));
    number.ok_or_else(|| format!("expected a number from 1 to {MOST_JOBS}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_consistent() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }

    #[test]
    fn check_is_the_default_command() {
        let args = Args::parse_from(["ftlkit", "i18n", "--select", "parity", "--format", "json=a.json"]);
        assert!(args.command.is_none());
        assert_eq!(args.check.paths, [PathBuf::from("i18n")]);
        assert_eq!(args.check.format[0].file, Some(PathBuf::from("a.json")));
    }
}
