//! What reading a text of `whole-comm` costs, beside other libraries for Fluent, in one run:
//!
//!     cargo run --release --manifest-path benchmarks/Cargo.toml
//!
//! It prints the tables of `docs/performance.md` and exits with 1 where a bound is not kept. `benchmarks/README.md` says how it
//! measures.

mod cold;
mod contender;
mod report;
mod warm;

// What these two generate has to stand at the root of the crate.
include!(concat!(env!("OUT_DIR"), "/static_cache.rs"));
rust_i18n::i18n!("generated/json", fallback = "fr");

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => report::everything(),
        // One text, read first thing in a process of its own.
        ["cold", reading] => cold::child(reading),
        _ => {
            eprintln!("usage: reading");
            ExitCode::from(2)
        }
    }
}
