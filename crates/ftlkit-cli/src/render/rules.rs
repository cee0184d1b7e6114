//! What the rules say about themselves, as a list or as the page of the documentation.

use std::io::{self, Write};

use ftlkit::rules::{Group, OptionKind, RULES, Rule, RuleOption};

use serde::Serialize;

use super::{concise, first_sentence, wrap};

/// The groups that have rules, each with its rules.
fn groups() -> impl Iterator<Item = (Group, Vec<&'static dyn Rule>)> {
    let of = |group| RULES.iter().copied().filter(|rule| rule.group() == group).collect::<Vec<_>>();
    Group::ALL.into_iter().map(move |group| (group, of(group))).filter(|(_, rules)| !rules.is_empty())
}

/// Group, severity, and whether it runs without being asked for.
pub(crate) fn properties(rule: &dyn Rule) -> String {
    let default = if rule.is_default() { "on" } else { "off" };
    format!("{}, {}, {default} by default", rule.group().name(), rule.severity())
}

/// What a rule finds in its own bad example, as `concise` shows it, with the help below.
pub(crate) fn said(rule: &dyn Rule) -> Vec<String> {
    let mut config = rule.example_config();
    config.select = vec![rule.name().to_owned()];
    let Ok(report) = ftlkit::check_texts(rule.explanation().bad, &config) else { return Vec::new() };
    let lines = report.diagnostics.iter().flat_map(|diagnostic| {
        let help = diagnostic.help().map(|help| format!("  help: {help}"));
        std::iter::once(concise::line(diagnostic)).chain(help)
    });
    lines.collect()
}

/// One rule a line, by group.
pub(crate) fn text(width: usize, out: &mut dyn Write) -> io::Result<()> {
    let name = RULES.iter().map(|rule| rule.name().len()).max().unwrap_or(0);
    // Name and severity stand before what it does.
    let taken = name + 13;
    for (group, rules) in groups() {
        writeln!(out, "{}", group.name())?;
        for rule in rules {
            let off = if rule.is_default() { "" } else { " (off by default)" };
            let what = format!("{}{off}", first_sentence(rule.explanation().what));
            let what = wrap(&what, width, taken).replace('\n', &format!("\n{:taken$}", ""));
            writeln!(out, "  {:name$}  {:7}  {what}", rule.name(), rule.severity().name())?;
        }
        writeln!(out)?;
    }
    writeln!(out, "`ftlkit explain RULE` says more about one of them.")
}

/// All rules as JSON. Its shape is stable: fields may be added, never changed.
#[derive(Serialize)]
struct Document {
    version: u32,
    rules: Vec<RuleJson>,
}

#[derive(Serialize)]
struct RuleJson {
    name: &'static str,
    group: &'static str,
    severity: &'static str,
    /// Whether it runs without being asked for.
    default: bool,
    /// `safe` or `unsafe`: which of its fixes is the best; nothing where it has none.
    fix: Option<&'static str>,
    summary: String,
}

/// One JSON document, sorted by name.
pub(crate) fn json(out: &mut dyn Write) -> io::Result<()> {
    let rule = |rule: &&'static dyn Rule| RuleJson {
        name: rule.name(),
        group: rule.group().name(),
        severity: rule.severity().name(),
        default: rule.is_default(),
        // What a rule says begins with this, and a test holds it against the fixes of its examples.
        fix: match rule.explanation().fix.split(':').next() {
            Some("Safe") => Some("safe"),
            Some("Unsafe") => Some("unsafe"),
            _ => None,
        },
        summary: first_sentence(rule.explanation().what).to_owned(),
    };
    serde_json::to_writer_pretty(
        &mut *out,
        &Document { version: 1, rules: RULES.iter().map(rule).collect() },
    )?;
    writeln!(out)
}

const PREFACE: &str = "\
# Rules

<!-- Written from the rule files; a test fails where it is stale. To write it anew:
     cargo run -p ftlkit-cli -- rules --format markdown > docs/rules.md -->

Names of rules and of groups can be used alike: `--select parity`, `--ignore missing-message`. Errors make `ftlkit check`
fail, warnings only with `--fail-on warning`. A rule that is off by default runs where it is selected or is given a
severity, by its name or that of its group. `all` stands for every rule; a severity for `all` switches none on. `ftlkit explain RULE`
shows the same as this page.
";

/// The page of the documentation.
pub(crate) fn markdown(out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{PREFACE}")?;
    for (group, rules) in groups() {
        writeln!(out, "\n| {} | severity | default | |\n| --- | --- | --- | --- |", group.name())?;
        for rule in rules {
            let default = if rule.is_default() { "on" } else { "off" };
            let what = first_sentence(rule.explanation().what).replace('|', "\\|");
            writeln!(out, "| [{0}](#{0}) | {1} | {default} | {what} |", rule.name(), rule.severity())?;
        }
    }
    for (group, rules) in groups() {
        writeln!(out, "\n## Group {}", group.name())?;
        for rule in rules {
            section(rule, out)?;
        }
    }
    Ok(())
}

fn section(rule: &dyn Rule, out: &mut dyn Write) -> io::Result<()> {
    let explanation = rule.explanation();
    writeln!(out, "\n### {}\n\n*{}*\n", rule.name(), properties(rule))?;
    writeln!(out, "{}\n\n**Why is this bad?** {}", explanation.what, explanation.why)?;
    for (title, files) in [("Bad", explanation.bad), ("Good", explanation.good)] {
        writeln!(out, "\n{title}:")?;
        for (path, text) in files {
            writeln!(out, "\n`{path}`\n")?;
            fenced("ftl", text, out)?;
        }
        if title == "Bad" {
            writeln!(out)?;
            fenced("text", &said(rule).join("\n"), out)?;
        }
    }
    writeln!(out, "\n**Fix:** {}", explanation.fix)?;
    if !rule.options().is_empty() {
        writeln!(out, "\n**Options**, under `[rules.{}]` of the configuration file:\n", rule.name())?;
    }
    rule.options().iter().try_for_each(|option| writeln!(out, "* `{}`: {}", option.name, about(option)))
}

/// What an option is for, what holds without it, and how it is written.
pub(crate) fn about(option: &RuleOption) -> String {
    let default = match option.kind {
        OptionKind::Number { default, least, most } => {
            format!(" From {least} to {most}; {default} where nothing is set.")
        }
        OptionKind::Texts { .. } | OptionKind::ById => String::new(),
    };
    format!("{}{default} Example: `{} = {}`", option.about, option.name, option.example)
}

/// A block of code. Control characters would not be seen, and a BOM least of all.
fn fenced(language: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut shown = String::with_capacity(text.len());
    for character in text.trim_end_matches('\n').chars() {
        match character {
            '\t' => shown.push('→'),
            '\n' => shown.push('\n'),
            '\u{feff}' => shown.push_str("[U+FEFF]"),
            _ if character.is_control() => shown.push(char::REPLACEMENT_CHARACTER),
            _ => shown.push(character),
        }
    }
    writeln!(out, "```{language}\n{shown}\n```")
}
