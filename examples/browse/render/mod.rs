//! One file for each format.

pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod text;
