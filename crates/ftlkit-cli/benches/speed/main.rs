//! How long `ftlkit check` takes, beside the least that any checker must do: walk, read, parse.
//!
//! `cargo bench -p ftlkit-cli --bench speed` generates projects in the target folder and measures both as whole
//! processes, in turn, in the same run. `-- FOLDER…` measures on other projects instead. With
//! `--compare-locales COMMAND` that is measured on the same files too.

#![allow(clippy::print_stdout, reason = "a benchmark prints what it has measured")]
#![allow(
    clippy::cast_precision_loss,
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "no product"
)]

mod limit;
mod peer;
mod project;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 9;
/// The processor time is counted in hundredths of a second: a ratio of less than these seconds would say nothing.
const LEAST: f64 = 0.2;
const MEBIBYTE: f64 = 1_048_576.0;

/// What is generated: a name, how many locales besides the reference, how many files each.
const PROJECTS: [(&str, usize, usize); 7] = [
    ("10 locales × 10 files", 9, 10),
    ("10 locales × 100 files", 9, 100),
    ("10 locales × 1000 files", 9, 1000),
    ("1 translation, 100 files", 1, 100),
    ("10 translations, 100 files", 10, 100),
    ("100 translations, 100 files", 100, 100),
    ("100 locales × 100 files", 99, 100),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let (mut compare_locales, mut folders) = (None, Vec::new());
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || PathBuf::from(arguments.next().expect("a value behind the option"));
        match argument.as_str() {
            "--limit" => return limit::run(&value()),
            "--compare-locales" => compare_locales = Some(value()),
            folder => folders.push(PathBuf::from(folder)),
        }
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{threads} threads, median of {RUNS} runs\n");
    println!(
        "| project | files | MB | walk, read, parse (ms) | ftlkit (ms) | ratio | in CPU time | ftlkit MB/s | peak (MB) | of the bound | compare-locales (s) | times as long |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    let compare_locales = compare_locales.as_deref();
    if folders.is_empty() {
        for (name, translations, files) in PROJECTS {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("speed-{translations}-{files}"));
            project::generate(&folder, translations + 1, files);
            measure(name, &folder, compare_locales);
        }
    }
    for folder in folders {
        measure(&folder.file_name().unwrap_or_default().to_string_lossy(), &folder, compare_locales);
    }
    if compare_locales.is_none() {
        println!("\ncompare-locales is left out: `--compare-locales COMMAND` names it");
    }
}

fn measure(name: &str, folder: &Path, compare_locales: Option<&Path>) {
    let limit = || {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.arg("--limit").arg(folder);
        command
    };
    let ftlkit = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ftlkit"));
        // The project lies in the target folder, below the configuration of the workspace.
        command.args(["check", "--no-config"]).arg(folder);
        command
    };
    let (mut bounds, mut times) = (Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let (bound, time) = (cost(limit()), cost(ftlkit()));
        // The first run only fills the caches.
        if run > 0 {
            bounds.push(bound);
            times.push(time);
        }
    }
    let bound = median(bounds.iter().map(|cost| cost.wall));
    let time = median(times.iter().map(|cost| cost.wall));
    let processor = |costs: &[Cost]| costs.iter().map(|cost| cost.processor.as_secs_f64()).sum::<f64>();
    let processor = match (processor(&times), processor(&bounds)) {
        (time, bound) if bound >= LEAST => format!("{:.2}", time / bound),
        _ => "–".to_owned(),
    };
    let (files, bytes) = limit::files(folder).iter().fold((0, 0), |(files, bytes), path| {
        (files + 1, bytes + path.metadata().map_or(0, |metadata| metadata.len()))
    });
    let (megabytes, peak) = (bytes as f64 / 1e6, peak(ftlkit()));
    let allowed = 16.0 * MEBIBYTE + 6.0 * bytes as f64;
    let ratio = time.as_secs_f64() / bound.as_secs_f64();
    let peer = compare_locales.map_or_else(
        || "– | –".to_owned(),
        |command| {
            let peer = peer::run(command, folder).as_secs_f64();
            format!("{peer:.1} | {:.0}", peer / time.as_secs_f64())
        },
    );
    println!(
        "| {name} | {files} | {megabytes:.2} | {:.1} | {:.1} | {ratio:.2} | {processor} | {:.0} | {:.1} | {:.0} % | {peer} |",
        millis(bound),
        millis(time),
        megabytes / time.as_secs_f64(),
        peak / 1e6,
        100.0 * peak / allowed,
    );
}

/// What a process took: on the clock, and of all processors.
struct Cost {
    wall: Duration,
    processor: Duration,
}

fn cost(command: Command) -> Cost {
    let before = children();
    let wall = wall(command);
    Cost { wall, processor: children().saturating_sub(before) }
}

/// The processor time of all children that have ended, as Linux keeps count of it; nothing elsewhere.
fn children() -> Duration {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the name, which may hold anything: the 16th and 17th field of the whole, in hundredths of a second.
    let fields = text.rsplit_once(')').map(|(_, fields)| fields).unwrap_or_default();
    let ticks = fields.split_ascii_whitespace().skip(13).take(2);
    let ticks: u64 = ticks.filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(10 * ticks)
}

fn wall(mut command: Command) -> Duration {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    let elapsed = start.elapsed();
    // Findings are no failure.
    assert!(matches!(status.code(), Some(0 | 1)), "{command:?}: {status}");
    elapsed
}

/// The most memory that a process held, in bytes, as Linux keeps count of it; nothing elsewhere.
fn peak(mut command: Command) -> f64 {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut kilobytes: f64 = 0.0;
    while child.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let found = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
        kilobytes = found.unwrap_or(kilobytes).max(kilobytes);
        std::thread::sleep(Duration::from_micros(200));
    }
    kilobytes * 1024.0
}

fn median(times: impl Iterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.collect();
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
