//! `ftlkit check`

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};

use ftlkit::{Config, Fixes, Report, Severity};

use super::{Failure, complain, remark, until_closed};
use crate::args::CheckArgs;
use crate::baseline::Ratchet;
use crate::mending;
use crate::output::{self, Output};
use crate::render::{self, Options, count};
use crate::since::Since;
use crate::{Status, coverage};

pub(crate) fn run(args: &CheckArgs) -> Result<Status, Failure> {
    output::verify(&args.format).map_err(Failure::Usage)?;
    super::start_threads(args.jobs)?;
    let (base, path) = super::configuration(&args.configuration)?;
    let config = config(args, base);
    let mut ratchet = Ratchet::open(args, &config)?;
    let check = || ftlkit::check(&args.paths, &config);
    let mut report = check()?;
    let since = args.changed_since.as_ref();
    let since = since.map(|revision| Since::open(revision, &report, &config, path.as_deref())).transpose()?;
    let shortfalls = |report: &Report| {
        coverage::shortfalls(&args.min_coverage, report, |locale| config.wants_locale(locale.locale.tag()))
    };
    // A wrong argument is told before anything is written.
    shortfalls(&report)?;
    for line in inferred(&report, path.as_deref()) {
        remark(&line);
    }
    let choice = if args.mending.unsafe_fixes { Fixes::All } else { Fixes::Safe };
    let mut leave = Vec::new();
    if args.mending.is_on() {
        leave = mending::hidden(&mut report, |report| -> Result<(), Failure> {
            if let Some(ratchet) = &ratchet {
                ratchet.hide(report, &config, &args.paths);
            }
            if let Some(since) = &since {
                since.keep_changed(report, &config)?;
            }
            Ok(())
        })?;
    }
    let known = ratchet.as_ref().map(|ratchet| ratchet.keys(&report, &leave)).unwrap_or_default();
    if args.mending.diff {
        return mending::show(report, choice, &leave, &config, |mended| {
            ratchet.map_or(Ok(None), |ratchet| ratchet.change(&known, mended))
        });
    }
    let mut outcome = None;
    if args.mending.fix {
        let baseline = ratchet.as_mut().map(|ratchet| (ratchet, known.as_slice()));
        let (left, done) = mending::fix(report, choice, &leave, &config, check, baseline)?;
        (report, outcome) = (left, Some(done));
    }
    let shortfalls = shortfalls(&report)?;
    let about_baseline = ratchet
        .map(|ratchet| ratchet.apply(&mut report, &config, &args.paths))
        .transpose()?
        .unwrap_or_default();
    let about_changes = since.map(|since| since.keep_changed(&mut report, &config)).transpose()?;
    for line in about_baseline.iter().chain(&about_changes) {
        remark(line);
    }
    // Files first: whoever reads standard output may stop reading at any time.
    let (files, stdout): (Vec<_>, Vec<_>) = args.format.iter().partition(|output| output.file.is_some());
    for output in files.into_iter().chain(stdout) {
        write(output, &report, args.all)?;
    }
    for fault in &report.faults {
        complain(fault);
    }
    for shortfall in &shortfalls {
        complain(shortfall);
    }
    let has_failed = outcome.as_ref().is_some_and(|outcome| outcome.has_failed);
    match outcome {
        Some(outcome) => outcome.tell(&report, choice),
        None => mending::tell_available(&report),
    }
    // A baseline that knows what no longer occurs is as bad as a warning.
    let found = |severity| report.count(severity) > 0 || (severity == Severity::Warning && report.stale > 0);
    let fails = |severity| args.fail_on.includes(severity) && found(severity);
    let status = if !report.faults.is_empty() || has_failed {
        Status::Failure
    } else if !shortfalls.is_empty()
        || [Severity::Error, Severity::Warning, Severity::Info].into_iter().any(fails)
    {
        Status::Findings
    } else {
        Status::Clean
    };
    // The process ends here: giving back the memory piece by piece would only take time.
    std::mem::forget(report);
    Ok(status)
}

/// What the arguments ask for; the configuration file says the rest.
fn config(args: &CheckArgs, base: Config) -> Config {
    let mut severities = BTreeMap::new();
    for (names, severity) in
        [(&args.info, Severity::Info), (&args.warn, Severity::Warning), (&args.error, Severity::Error)]
    {
        severities.extend(names.iter().map(|name| (name.clone(), severity)));
    }
    Config {
        reference: args.reference.clone().or(base.reference),
        locales: if args.locale.is_empty() { base.locales } else { args.locale.clone() },
        select: args.select.clone(),
        ignore: args.ignore.clone(),
        severities,
        ..base
    }
}

/// What was made of the files, in one or two lines.
fn inferred(report: &Report, configuration: Option<&str>) -> Vec<String> {
    let describe = |project: &ftlkit::Project| {
        let reference = project.reference_locale().map(|files| files.locale.tag()).unwrap_or_default();
        let locales = project.locales.len();
        let mut layouts: Vec<&str> = project.layouts.iter().take(4).map(String::as_str).collect();
        if layouts.len() < project.layouts.len() {
            layouts.push("…");
        }
        let layouts = layouts.join(", ");
        let locales = count(locales, "locale", "locales");
        let files = count(project.file_count(), "file", "files");
        format!("{}: {layouts}, {locales}, reference {reference}, {files}", project.root)
    };
    let mut lines = match report.projects.as_slice() {
        [] => Vec::new(),
        [first] => vec![describe(first)],
        [first, second] => vec![describe(first), describe(second)],
        several => {
            let files: usize = several.iter().map(ftlkit::Project::file_count).sum();
            let roots: Vec<&str> = several.iter().take(8).map(|project| project.root.as_str()).collect();
            let more = if several.len() > roots.len() { ", …" } else { "" };
            vec![format!("{} projects, {files} files: {}{more}", several.len(), roots.join(", "))]
        }
    };
    if let (Some(path), Some(line)) = (configuration, lines.last_mut()) {
        line.extend([", as `", path, "` says"]);
    }
    if !report.left_out.is_empty() {
        let names: Vec<&str> = report.left_out.iter().take(3).map(String::as_str).collect();
        let more = if report.left_out.len() > names.len() { ", …" } else { "" };
        let belong = if report.left_out.len() == 1 { "belongs" } else { "belong" };
        let files = count(report.left_out.len(), "file", "files");
        lines.push(format!("{files} {belong} to no project: {}{more}", names.join(", ")));
    }
    lines
}

fn write(output: &Output, report: &Report, all: bool) -> Result<(), Failure> {
    let Some(path) = &output.file else {
        let stdout = io::stdout();
        let styled = anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never;
        let options = Options { all, styled, width: render::width() };
        let mut writer = BufWriter::new(stdout.lock());
        let written =
            render::render(output.format, report, &options, &mut writer).and_then(|()| writer.flush());
        if written.is_err() {
            // What is left in the buffer has nowhere to go, and must not be tried again.
            drop(writer.into_parts());
        }
        return until_closed(written);
    };
    let options = Options { all, styled: false, width: render::DEFAULT_WIDTH };
    output::write_whole(path, |out| render::render(output.format, report, &options, out))
        .map_err(|error| Failure::Report(path.clone(), error))
}
