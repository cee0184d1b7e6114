//! `ftlkit rules`

use std::io::{self, BufWriter, Write};

use super::{Failure, until_closed};
use crate::args::{RulesArgs, RulesFormat};
use crate::{Status, render};

pub(crate) fn run(args: &RulesArgs) -> Result<Status, Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match args.format {
        RulesFormat::Text => render::rules::text(render::width(), &mut out),
        RulesFormat::Markdown => render::rules::markdown(&mut out),
        RulesFormat::Json => render::rules::json(&mut out),
    };
    until_closed(written.and_then(|()| out.flush()))?;
    Ok(Status::Clean)
}
