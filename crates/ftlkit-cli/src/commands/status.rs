//! `ftlkit status`

use std::io::{self, BufWriter, Write};

use ftlkit::rules::Group;
use ftlkit::{Config, LocaleStatistics};

use super::{Failure, complain, until_closed};
use crate::args::StatusArgs;
use crate::{Status, coverage, render};

pub(crate) fn run(args: &StatusArgs) -> Result<Status, Failure> {
    super::start_threads(args.jobs)?;
    let (base, _) = super::configuration(&args.configuration)?;
    let config = Config {
        reference: args.reference.clone().or(base.reference),
        locales: if args.locale.is_empty() { base.locales } else { args.locale.clone() },
        // Only the counts are wanted, no findings.
        ignore: Group::ALL.map(|group| group.name().to_owned()).into(),
        ..base
    };
    let report = ftlkit::check(&args.paths, &config)?;
    let is_wanted = |statistics: &LocaleStatistics| config.wants_locale(statistics.locale.tag());
    let shortfalls = coverage::shortfalls(&args.min_coverage, &report, is_wanted)?;
    let view = render::status::View { report: &report, is_wanted: &is_wanted, files: args.files };
    let mut writer = BufWriter::new(io::stdout().lock());
    until_closed(view.write(args.format, &mut writer).and_then(|()| writer.flush()))?;
    for fault in &report.faults {
        complain(fault);
    }
    for shortfall in &shortfalls {
        complain(shortfall);
    }
    Ok(if !report.faults.is_empty() {
        Status::Failure
    } else if !shortfalls.is_empty() {
        Status::Findings
    } else {
        Status::Clean
    })
}
