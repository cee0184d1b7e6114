//! The site in Chromium: what readers see, and what assistive technology finds. Behind the feature `browser-tests`.
//!
//! Screenshots of every page, in every language and on every screen, are left in `target/site-screenshots`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; clippy.toml exempts test functions, not their helpers"
)]

mod accessibility;
mod chromium;
mod reading;
