//! The first text of a fresh process: each is read in a process of its own, which says how long it took.

use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::Instant;

use fluent_static::MessageBundle;
use fluent_templates::Loader;
use whole_comm::{LabelId, Library, Locale, RegionId};

use crate::contender::{self, FRENCH};
use crate::warm::lower_quartile;

/// How many processes read each text. They take turns.
const PROCESSES: usize = 101;

/// What is read first. The raw bundle, with its whole locale, is what ours are compared with.
pub(crate) const READINGS: [&str; 11] = [
    "whole-comm: a label",
    "whole-comm: a name",
    "whole-comm: with share, date, gap",
    "whole-comm: every text of French",
    RAW,
    "fluent-templates: a label",
    "i18n-embed: a label",
    "fluent-typed: a label",
    "fluent-zero: a text with a variable",
    "fluent-static: a label",
    "rust-i18n: a label",
];

pub(crate) const RAW: &str = "fluent-bundle, raw: a label";

/// How many of the readings are ours and bounded: single texts.
pub(crate) const BOUNDED: usize = 3;

/// What a reading took.
pub(crate) struct Cost {
    /// The time until the text is there: the lower quartile.
    pub(crate) microseconds: f64,
    /// What was left allocated.
    pub(crate) kilobytes: f64,
    /// The ratio to what the raw bundle took.
    pub(crate) times_raw: f64,
}

/// What each of the readings costs, in their order.
pub(crate) fn costs() -> std::io::Result<Vec<Cost>> {
    let program = std::env::current_exe()?;
    let mut samples = vec![Vec::with_capacity(PROCESSES); READINGS.len()];
    let mut bytes = vec![0.0; READINGS.len()];
    for _ in 0..PROCESSES {
        for (index, reading) in READINGS.iter().enumerate() {
            let output = Command::new(&program).args(["cold", reading]).output()?;
            let text = String::from_utf8_lossy(&output.stdout);
            let numbers: Vec<f64> =
                text.split_whitespace().filter_map(|number| number.parse().ok()).collect();
            let [nanoseconds, kept] = numbers[..] else {
                return Err(std::io::Error::other(format!("`{reading}` failed: {text}")));
            };
            samples[index].push(nanoseconds / 1e3);
            bytes[index] = kept / 1e3;
        }
    }
    let times: Vec<f64> = samples.into_iter().map(lower_quartile).collect();
    let raw = READINGS.iter().position(|reading| *reading == RAW).expect("it is one of the readings");
    let raw = times[raw];
    let cost = |(microseconds, kilobytes)| Cost { microseconds, kilobytes, times_raw: microseconds / raw };
    Ok(times.into_iter().zip(bytes).map(cost).collect())
}

pub(crate) fn child(reading: &str) -> ExitCode {
    let mut nanoseconds = 0;
    let mut read = false;
    let memory = allocation_counter::measure(|| {
        let start = Instant::now();
        read = read_first(reading);
        nanoseconds = start.elapsed().as_nanos();
    });
    if !read {
        return ExitCode::FAILURE;
    }
    println!("{nanoseconds} {}", memory.bytes_current.max(0));
    ExitCode::SUCCESS
}

/// Reads one text; whether it is one of the readings.
fn read_first(reading: &str) -> bool {
    let french = || Library::embedded().edition(Locale::French);
    match READINGS.iter().position(|known| *known == reading) {
        Some(0) => _ = black_box(french().label(LabelId::ReadMore)),
        Some(1) => _ = black_box(french().region(RegionId::Wallonia).name()),
        Some(2) => _ = black_box(french().region(RegionId::Wallonia).reception()),
        Some(3) => {
            let texts = whole_comm::Kind::ALL
                .iter()
                .flat_map(|kind| kind.ids())
                .flat_map(|&id| french().any(id).texts());
            _ = black_box(texts.map(|(_, text)| text.len()).sum::<usize>());
        }
        Some(4) => {
            // Kept, as an application would keep it.
            let bundle = Box::leak(Box::new(contender::raw_bundle(false)));
            _ = black_box(contender::raw_text(bundle, "label-read-more", None, None));
        }
        Some(5) => _ = black_box(contender::TEMPLATES.lookup(&FRENCH, "label-read-more")),
        Some(6) => _ = black_box(Box::leak(Box::new(contender::i18n_embed_loader())).get("label-read-more")),
        Some(7) => {
            _ = black_box(Box::leak(Box::new(contender::typed::L10n::Fr.load())).msg_label_read_more())
        }
        Some(8) => {
            fluent_zero::set_lang(FRENCH);
            _ = black_box(fluent_zero::t!("label-read-in", { "language" => "Nederlands" }).into_owned());
        }
        Some(9) => _ = black_box(contender::fixed::Static::get("fr").map(|texts| texts.label_read_more())),
        Some(10) => {
            rust_i18n::set_locale("fr");
            _ = black_box(rust_i18n::t!("label-read-more").into_owned());
        }
        _ => return false,
    }
    true
}
