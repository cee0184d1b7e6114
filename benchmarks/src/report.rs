//! The tables, and whether the bounds are kept.

use std::process::ExitCode;

use crate::contender::{self, CONSTANT, Contender, LIMIT, OURS, RAW, TEXTS};
use crate::{cold, warm};

/// A constant text costs at most so many times what indexing a static array does.
const WARM_BOUND: f64 = 3.0;
/// A text with own arguments costs at most so many times what it costs with a raw bundle.
const OWN_BOUND: f64 = 1.3;
/// The first text of a process costs at most this part of loading the locale into a raw bundle.
const COLD_BOUND: f64 = 0.55;

/// Measures all, and prints the tables: 1 where a bound is not kept, 2 where it cannot be measured.
pub(crate) fn everything() -> ExitCode {
    let contenders = contender::all();
    let mut excesses = Vec::new();
    let measured = same_texts(&contenders).and_then(|()| {
        warm_table(&contenders, &mut excesses);
        threads_table();
        cold_table(&mut excesses).map_err(|error| error.to_string())
    });
    for line in excesses.iter().chain(measured.as_ref().err()) {
        eprintln!("{line}");
    }
    match measured {
        Err(_) => ExitCode::from(2),
        Ok(()) if excesses.is_empty() => ExitCode::SUCCESS,
        Ok(()) => ExitCode::FAILURE,
    }
}

/// Everybody must read the same, but for marks of isolation, and for terms and plurals that rust-i18n does not have.
fn same_texts(contenders: &[Contender]) -> Result<(), String> {
    let bare = |text: &str| text.replace(['\u{2068}', '\u{2069}'], "");
    let ours = contenders.iter().find(|contender| contender.name == OURS).expect("we are measured");
    for contender in contenders
        .iter()
        .filter(|contender| contender.name != LIMIT && !contender.name.starts_with("rust-i18n"))
    {
        for (row, own) in contender.rows.iter().zip(&ours.rows) {
            if bare(&row.text) != bare(&own.text) {
                return Err(format!("{} reads {:?}, not {:?}", contender.name, row.text, own.text));
            }
        }
    }
    Ok(())
}

fn warm_table(contenders: &[Contender], excesses: &mut Vec<String>) {
    let times = warm::Times::measure(contenders);
    let index =
        |name: &str| contenders.iter().position(|contender| contender.name == name).expect("it is measured");
    let (limit, ours, raw) = (index(LIMIT), index(OURS), index(RAW));
    println!("## Reading a text again (ns; allocations in brackets)\n");
    println!("| | {} |", TEXTS.join(" | "));
    println!("|---{}|", "|--:".repeat(TEXTS.len()));
    for (index, contender) in contenders.iter().enumerate() {
        let cell = |(text, row): (usize, &warm::Row)| {
            format!("{:.1} ({})", times.median(index, text), row.allocations)
        };
        let cells: Vec<String> = contender.rows.iter().enumerate().map(cell).collect();
        println!("| {} | {} |", contender.name, cells.join(" | "));
    }
    let mut ratios = Vec::new();
    for (text, name) in TEXTS.iter().enumerate() {
        let (base, bound) = if text < CONSTANT { (limit, WARM_BOUND) } else { (raw, OWN_BOUND) };
        let ratio = times.ratio(ours, base, text);
        if ratio > bound {
            excesses.push(format!("{name}: {ratio:.2} times its base, more than {bound}"));
        }
        ratios.push(format!("{ratio:.2} (≤ {bound})"));
    }
    println!("| {OURS}: times the limit, or times raw | {} |\n", ratios.join(" | "));
    let allocating =
        contenders.iter().filter(|contender| contender.name == OURS).flat_map(|ours| &ours.rows[..CONSTANT]);
    if allocating.map(|row| row.allocations).sum::<u64>() > 0 {
        excesses.push("reading a constant text again allocates memory".to_owned());
    }
}

fn threads_table() {
    let rates = [1, 2].map(warm::throughput);
    println!(
        "## Threads that read one edition\n\n| threads | million texts a second | times one thread |\n|--:|--:|--:|"
    );
    for (threads, rate) in [1, 2].into_iter().zip(rates) {
        println!("| {threads} | {rate:.0} | {:.2} |", rate / rates[0]);
    }
    println!();
}

fn cold_table(excesses: &mut Vec<String>) -> std::io::Result<()> {
    println!("## The first text of a fresh process\n\n| | µs | kB kept | times raw |\n|---|--:|--:|--:|");
    for (index, (reading, cost)) in cold::READINGS.iter().zip(cold::costs()?).enumerate() {
        let bounded = index < cold::BOUNDED;
        let bound = if bounded { format!(" (≤ {COLD_BOUND})") } else { String::new() };
        if bounded && cost.times_raw > COLD_BOUND {
            excesses.push(format!("{reading}: {:.2} times raw, more than {COLD_BOUND}", cost.times_raw));
        }
        println!(
            "| {reading} | {:.1} | {:.1} | {:.2}{bound} |",
            cost.microseconds, cost.kilobytes, cost.times_raw
        );
    }
    Ok(())
}
