//! Reading a text again and again: time, allocations, and what a second thread adds.

use std::hint::black_box;
use std::ops::Deref;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use whole_comm::{Edition, Library, Locale};

use crate::contender::{Contender, TEXTS};

/// How long one sample takes at least, and how many are taken of each reading.
const SAMPLE: Duration = Duration::from_micros(500);
const ROUNDS: usize = 81;

/// One way to read one text.
pub(crate) struct Row {
    run: Box<dyn Fn(u32) -> Duration>,
    /// What was read.
    pub(crate) text: String,
    /// How often reading it again allocates memory.
    pub(crate) allocations: u64,
}

impl Row {
    pub(crate) fn of<R: Deref<Target = str>>(read: impl Fn() -> R + 'static) -> Self {
        let text = read().to_owned();
        let allocations = allocation_counter::measure(|| drop(black_box(read()))).count_total;
        let run = move |times: u32| {
            let start = Instant::now();
            for _ in 0..times {
                drop(black_box(read()));
            }
            start.elapsed()
        };
        Self { run: Box::new(run), text, allocations }
    }
}

/// Times in nanoseconds, one for each round, by contender and text.
pub(crate) struct Times(Vec<Vec<Vec<f64>>>);

impl Times {
    /// In each round, everybody reads the first text, then everybody the second: readings that are compared stand close to
    /// each other in time.
    pub(crate) fn measure(contenders: &[Contender]) -> Self {
        let times =
            |text: usize| contenders.iter().map(move |contender| times_for_a_sample(&contender.rows[text]));
        let times: Vec<Vec<u32>> = (0..TEXTS.len()).map(|text| times(text).collect()).collect();
        let mut samples = vec![vec![Vec::with_capacity(ROUNDS); TEXTS.len()]; contenders.len()];
        for _ in 0..ROUNDS {
            for (text, times) in times.iter().enumerate() {
                for ((contender, &times), samples) in contenders.iter().zip(times).zip(&mut samples) {
                    let time = (contender.rows[text].run)(times).as_nanos() as f64;
                    samples[text].push(time / f64::from(times));
                }
            }
        }
        Self(samples)
    }

    pub(crate) fn median(&self, contender: usize, text: usize) -> f64 {
        median(self.0[contender][text].clone())
    }

    /// The median of the ratios of each round.
    pub(crate) fn ratio(&self, contender: usize, base: usize, text: usize) -> f64 {
        let rounds = self.0[contender][text].iter().zip(&self.0[base][text]);
        median(rounds.map(|(time, base)| time / base).collect())
    }
}

fn times_for_a_sample(row: &Row) -> u32 {
    let mut times = 16;
    while (row.run)(times) < SAMPLE {
        times *= 2;
    }
    times
}

pub(crate) fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}

/// What a process takes that others disturb little: whatever else the machine does only adds to a time.
pub(crate) fn lower_quartile(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 4]
}

/// Millions of texts in a second that this many threads read together from one edition.
pub(crate) fn throughput(threads: usize) -> f64 {
    const TURNS: usize = 60_000;
    let edition = Library::embedded().edition(Locale::French);
    let texts = read_regions(edition);
    let rates = (0..9).map(|_| {
        let start = Barrier::new(threads);
        let longest = std::thread::scope(|scope| {
            let read = || {
                start.wait();
                let begin = Instant::now();
                for _ in 0..TURNS {
                    black_box(read_regions(black_box(edition)));
                }
                begin.elapsed()
            };
            let handles: Vec<_> = (0..threads).map(|_| scope.spawn(read)).collect();
            handles
                .into_iter()
                .map(|handle| handle.join().expect("reading cannot fail"))
                .max()
                .unwrap_or_default()
        });
        (threads * TURNS * texts) as f64 / longest.as_secs_f64() / 1e6
    });
    median(rates.collect())
}

/// Reads every text of the regions, and says how many there are.
fn read_regions(edition: &Edition) -> usize {
    let mut count = 0;
    for (_, text) in edition.regions().flat_map(|region| region.texts()) {
        black_box(text.as_str());
        count += 1;
    }
    count
}
