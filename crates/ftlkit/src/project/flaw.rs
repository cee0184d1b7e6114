//! What a configuration file names and what is not there.

use std::sync::Arc;

use crate::source::{Source, Span};

/// A place in a configuration file that points to what is absent.
#[derive(Debug, Clone)]
pub struct Flaw {
    /// The file.
    pub source: Arc<Source>,
    /// The value.
    pub span: Span,
    /// What is wrong with it.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
}

/// Where a configuration file says something.
#[cfg(feature = "config")]
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) source: Arc<Source>,
    pub(super) span: Span,
}

#[cfg(feature = "config")]
impl Said {
    /// The value as it is written.
    pub(super) fn text(&self) -> &str {
        self.source.slice(self.span).trim_matches(['"', '\''])
    }

    pub(super) fn flaw(&self, message: String, help: Option<String>) -> Flaw {
        Flaw { source: Arc::clone(&self.source), span: self.span, message, help }
    }
}
