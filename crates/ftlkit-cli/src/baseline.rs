//! The baseline of a run: where it is, what it leaves out, and how its file changes.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use ftlkit::{Baseline, Change, Config, Diagnostic, Followed, Known, Mended, Report, Settled};

use crate::args::{CheckArgs, UpdateBaseline};
use crate::commands::Failure;
use crate::output;
use crate::render::count;

/// So many findings that no longer occur are named.
const NAMED: usize = 3;

/// The baseline that was asked for.
#[derive(Debug)]
pub(crate) struct Ratchet {
    path: PathBuf,
    baseline: Baseline,
    /// Whether there is no file yet.
    is_new: bool,
    update: Option<UpdateBaseline>,
    /// What takes out of it what no longer occurs.
    command: String,
    /// What became of its findings when others were fixed.
    followed: Followed,
}

impl Ratchet {
    /// Reads the baseline that the arguments or the configuration name.
    pub(crate) fn open(args: &CheckArgs, config: &Config) -> Result<Option<Self>, Failure> {
        let update = args.update_baseline;
        let configured = config.baseline.as_ref().filter(|_| !args.no_baseline);
        let Some(path) = args.baseline.as_ref().or(configured) else {
            return match update {
                None => Ok(None),
                Some(_) => Err(Failure::Usage(
                    "`--update-baseline` needs a file: give `--baseline FILE`, or `baseline` in the configuration"
                        .to_owned(),
                )),
            };
        };
        if update.is_some() {
            output::verify_target(path).map_err(Failure::Usage)?;
        }
        let (baseline, is_new) = match Baseline::from_file(path) {
            Ok(baseline) => (baseline, false),
            Err(ftlkit::Error::ConfigurationFile { source, .. }) if source.kind() == ErrorKind::NotFound => {
                (Baseline::new(path), true)
            }
            Err(error) => return Err(error.into()),
        };
        if is_new && update.is_none() {
            return Err(Failure::Usage(format!(
                "there is no baseline `{}`: `--update-baseline` writes it",
                shown(path)
            )));
        }
        let command = match &args.baseline {
            Some(_) => format!("ftlkit check --baseline {} --update-baseline", shown(path)),
            None => "ftlkit check --update-baseline".to_owned(),
        };
        let (path, followed) = (path.clone(), Followed::default());
        Ok(Some(Self { path, baseline, is_new, update, command, followed }))
    }

    /// Takes what the baseline knows out of the report, and changes nothing else.
    pub(crate) fn hide(&self, report: &mut Report, config: &Config, paths: &[PathBuf]) {
        self.baseline.settle(report, config, paths);
    }

    /// By what findings are known.
    pub(crate) fn keys(&self, report: &Report, findings: &[Diagnostic]) -> Vec<Known> {
        self.baseline.keys(report, findings)
    }

    /// Goes on knowing what was left alone when others were fixed; `before` is by what it was known.
    pub(crate) fn follow(&mut self, before: &[Known], mended: &Mended, written: &Report) {
        self.followed = self.baseline.follow(before, mended, written);
    }

    /// Makes sure that the file can be written where fixes change what it knows: nothing is fixed otherwise, since what
    /// was known could not be told from what is new any more.
    pub(crate) fn verify(&self, before: &[Known], mended: &Mended) -> Result<(), Failure> {
        let followed = self.baseline.clone().follow(before, mended, &mended.report);
        if self.update.is_none() && followed == Followed::default() {
            return Ok(());
        }
        output::verify_writable(&self.path)
            .map_err(|error| Failure::Report(PathBuf::from(shown(&self.path)), error))
    }

    /// How the file would change where fixes are made.
    pub(crate) fn change(mut self, before: &[Known], mended: &Mended) -> Result<Option<Change>, Failure> {
        self.follow(before, mended, &mended.report);
        if self.followed == Followed::default() {
            return Ok(None);
        }
        let failure = |error| Failure::Report(PathBuf::from(shown(&self.path)), error);
        let before = std::fs::read_to_string(&self.path).map_err(failure)?;
        let path = shown(&self.path).replace(std::path::MAIN_SEPARATOR, "/").into();
        let after = Some(self.baseline.to_string());
        Ok(Some(Change { path, before, after, rules: Vec::new(), drafts: 0 }))
    }

    /// Takes what the baseline knows out of the report, and changes the file where that was asked for.
    ///
    /// Gives what there is to say.
    pub(crate) fn apply(
        self,
        report: &mut Report,
        config: &Config,
        paths: &[PathBuf],
    ) -> Result<Vec<String>, Failure> {
        let mut lines = Vec::new();
        if self.followed != Followed::default() {
            self.write(&self.baseline)?;
            lines.push(followed(&shown(&self.path), self.followed));
        }
        lines.extend(self.settle(report, config, paths)?);
        Ok(lines)
    }

    fn settle(
        self,
        report: &mut Report,
        config: &Config,
        paths: &[PathBuf],
    ) -> Result<Option<String>, Failure> {
        let settled = self.baseline.settle(report, config, paths);
        let path = shown(&self.path);
        let Some(update) = self.update else {
            let command = format!("`{}` takes", self.command);
            return Ok(match report.stale {
                0 => None,
                1 => Some(format!(
                    "1 finding of `{path}` no longer occurs ({}): {command} it out",
                    named(&settled)
                )),
                stale => {
                    let stale = count(stale, "finding", "findings");
                    Some(format!(
                        "{stale} of `{path}` no longer occur ({}): {command} them out",
                        named(&settled)
                    ))
                }
            });
        };
        // What could not be read may well have the findings that seem to be gone.
        if !report.faults.is_empty() {
            return Ok(Some(format!("`{path}` stays as it is, because not everything could be read")));
        }
        let gone = std::mem::take(&mut report.stale);
        let gone_text = count(gone, "finding", "findings");
        if !self.is_new && update == UpdateBaseline::Shrink {
            if gone == 0 {
                return Ok(None);
            }
            self.write(&settled.left)?;
            let left = match settled.left.len() {
                0 => "none is left, and the file is no longer needed".to_owned(),
                1 => "1 is left".to_owned(),
                left => {
                    format!("{} are left", count(left, "finding", "findings").trim_end_matches(" findings"))
                }
            };
            return Ok(Some(format!("took {gone_text} out of `{path}`: {left}")));
        }
        // Everything is known now.
        let new = report.diagnostics.len();
        report.baselined += new;
        report.diagnostics.clear();
        if !self.is_new && new == 0 && gone == 0 {
            return Ok(None);
        }
        self.write(&settled.all)?;
        if !self.is_new {
            let new = count(new, "finding", "findings");
            return Ok(Some(format!("took {gone_text} out of `{path}`, and put {new} into it")));
        }
        let all = count(settled.all.len(), "finding", "findings");
        let advice = if config.baseline.is_some() {
            String::new()
        } else {
            format!("; every run leaves them out with `baseline = \"{path}\"` in `{}`", ftlkit::FILE_NAME)
        };
        Ok(Some(format!("wrote {all} to `{path}`{advice}")))
    }

    fn write(&self, baseline: &Baseline) -> Result<(), Failure> {
        output::write_whole(&self.path, |out| write!(out, "{baseline}"))
            .map_err(|error| Failure::Report(PathBuf::from(shown(&self.path)), error))
    }
}

/// What became of findings when others were fixed.
fn followed(path: &str, Followed { moved, gone }: Followed) -> String {
    let moved_text = count(moved, "finding", "findings");
    let by = if moved == 1 { "by its new text" } else { "by their new texts" };
    let gone_text = if gone == 1 { "1 was fixed, too".to_owned() } else { format!("{gone} were fixed, too") };
    match (moved, gone) {
        (_, 0) => format!("`{path}` knows {moved_text} {by} now"),
        (0, _) => {
            format!("took {} out of `{path}`, fixed along with others", count(gone, "finding", "findings"))
        }
        _ => format!("`{path}` knows {moved_text} {by} now, and {gone_text}"),
    }
}

/// A path from the working directory, where it is below that.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

/// The first findings that no longer occur.
fn named(settled: &Settled) -> String {
    let name = |(known, _): &(Known, usize)| {
        let attribute = known.attribute.as_ref().map(|attribute| format!(".{attribute}")).unwrap_or_default();
        match &known.id {
            Some(id) => format!("{} `{id}{attribute}` in {}", known.rule, known.path),
            None => format!("{} in {}", known.rule, known.path),
        }
    };
    let mut names: Vec<String> = settled.stale.iter().take(NAMED).map(name).collect();
    if settled.stale.len() > NAMED {
        names.push("…".to_owned());
    }
    crate::render::printable(&names.join(", ")).into_owned()
}
