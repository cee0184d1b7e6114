//! How long `ftlkit check` takes, beside the least that any checker must do: walk, read, parse.
//!
//! `cargo bench -p ftlkit-cli --bench speed` generates projects of three sizes in the target folder and measures both
//! as whole processes, in turn, in the same run. `cargo bench -p ftlkit-cli --bench speed -- FOLDER…` measures on
//! other projects.

#![allow(clippy::print_stdout, reason = "a benchmark prints what it has measured")]
#![allow(
    clippy::cast_precision_loss,
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "no product"
)]

mod limit;
mod project;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 9;
const MEBIBYTE: f64 = 1_048_576.0;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [flag, folder] = arguments.as_slice()
        && flag == "--limit"
    {
        return limit::run(Path::new(folder));
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{threads} threads, median of {RUNS} runs\n");
    println!(
        "| project | files | MB | walk, read, parse (ms) | ftlkit (ms) | ratio | ftlkit MB/s | peak (MB) | of the bound |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    if arguments.is_empty() {
        for (name, locales, files) in
            [("1×: 10 locales × 10 files", 10, 10), ("10×: 10 × 100", 10, 100), ("100×: 100 × 100", 100, 100)]
        {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("speed-{locales}-{files}"));
            project::generate(&folder, locales, files);
            measure(name, &folder);
        }
    }
    for folder in arguments.iter().map(PathBuf::from) {
        measure(&folder.file_name().unwrap_or_default().to_string_lossy(), &folder);
    }
}

fn measure(name: &str, folder: &Path) {
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
        let (bound, time) = (wall(limit()), wall(ftlkit()));
        // The first run only fills the caches.
        if run > 0 {
            bounds.push(bound);
            times.push(time);
        }
    }
    let (bound, time) = (median(bounds), median(times));
    let (files, bytes) = limit::files(folder).iter().fold((0, 0), |(files, bytes), path| {
        (files + 1, bytes + path.metadata().map_or(0, |metadata| metadata.len()))
    });
    let (megabytes, peak) = (bytes as f64 / 1e6, peak(ftlkit()));
    let allowed = 16.0 * MEBIBYTE + 6.0 * bytes as f64;
    let ratio = time.as_secs_f64() / bound.as_secs_f64();
    println!(
        "| {name} | {files} | {megabytes:.2} | {:.1} | {:.1} | {ratio:.2} | {:.0} | {:.1} | {:.0} % |",
        millis(bound),
        millis(time),
        megabytes / time.as_secs_f64(),
        peak / 1e6,
        100.0 * peak / allowed,
    );
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

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
