//! What is left out where nobody reads the patterns of version control: hidden things.

use std::ffi::OsStr;
use std::path::Path;

/// Stands where the patterns of a folder would.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ignored;

impl Ignored {
    pub(super) fn anywhere() -> Self {
        Self
    }

    pub(super) fn around(self, _folder: &Path) -> Self {
        self
    }

    #[expect(clippy::unused_self, reason = "patterns would be kept")]
    pub(super) fn enter<'n>(&mut self, _names: impl Iterator<Item = &'n OsStr>) {}

    pub(super) fn below(self, _name: &OsStr) -> Self {
        self
    }

    #[expect(clippy::unused_self, reason = "patterns would be asked")]
    pub(super) fn leaves_out(self, name: &OsStr, _is_folder: bool) -> bool {
        super::walk::is_hidden(name)
    }
}
