//! `ftlkit init`

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use super::{Failure, remark};
use crate::Status;

pub(crate) fn run() -> Result<Status, Failure> {
    let path = PathBuf::from(ftlkit::FILE_NAME);
    let fail = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::Usage(format!("`{}` is there already, and stays as it is", path.display()))
        }
        _ => Failure::Report(path.clone(), error),
    };
    let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(fail)?;
    file.write_all(ftlkit::template().as_bytes()).map_err(fail)?;
    remark(&format_args!("wrote `{}`", path.display()));
    Ok(Status::Clean)
}
