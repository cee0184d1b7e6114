//! What changes in a file, as `git apply` and `patch -p1` read it.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices_deadline, group_diff_ops};

use crate::render::printable;

/// So many lines that stay the same are shown around those that do not.
const CONTEXT: usize = 3;

/// After so long a time the differences need no longer be the smallest: a comparison of all lines with all could take
/// for ever.
const PATIENCE: Duration = Duration::from_secs(2);

/// Writes the difference between two texts of a file; a text that is not there stands for a file that is not.
pub(crate) fn write(path: &str, old: &str, new: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    let (old, new_lines) = (lines(old), lines(new.unwrap_or_default()));
    let path = printable(path);
    // A name with a space ends where a tab is, as git writes it.
    let end = if path.contains(' ') { "\t" } else { "" };
    // A path that is absolute stays so.
    let side = |side: &str| {
        if path.starts_with('/') { format!("{path}{end}") } else { format!("{side}/{path}{end}") }
    };
    writeln!(out, "--- {}", side("a"))?;
    writeln!(out, "+++ {}", if new.is_some() { side("b") } else { "/dev/null".to_owned() })?;
    let deadline = Instant::now().checked_add(PATIENCE);
    let changes = capture_diff_slices_deadline(Algorithm::Myers, &old, &new_lines, deadline);
    group_diff_ops(changes, CONTEXT).iter().try_for_each(|hunk| write_hunk(hunk, &old, &new_lines, out))
}

/// The lines of a text with their ends. A line ends after LF; a CR belongs to it.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn write_hunk(hunk: &[DiffOp], old: &[&str], new: &[&str], out: &mut dyn Write) -> io::Result<()> {
    let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { return Ok(()) };
    let range = |start: usize, end: usize| match end - start {
        // Nothing stands behind the line before it.
        0 => format!("{start},0"),
        1 => format!("{}", start + 1),
        length => format!("{},{length}", start + 1),
    };
    let old_range = range(first.old_range().start, last.old_range().end);
    let new_range = range(first.new_range().start, last.new_range().end);
    writeln!(out, "@@ -{old_range} +{new_range} @@")?;
    for change in hunk {
        let (tag, old_lines, new_lines) = change.as_tag_tuple();
        let old_lines = old.get(old_lines).unwrap_or_default();
        let new_lines = new.get(new_lines).unwrap_or_default();
        if tag == DiffTag::Equal {
            write_lines(' ', old_lines, out)?;
        } else {
            write_lines('-', old_lines, out)?;
            write_lines('+', new_lines, out)?;
        }
    }
    Ok(())
}

fn write_lines(sign: char, lines: &[&str], out: &mut dyn Write) -> io::Result<()> {
    for line in lines {
        write!(out, "{sign}{line}")?;
        if !line.ends_with('\n') {
            writeln!(out, "\n\\ No newline at end of file")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: Option<&str>, expected: &str) {
        let mut out = Vec::new();
        write("nl/a.ftl", old, new, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn lines_are_shown_with_their_neighbours() {
        let old: String = (1..=20).fold(String::new(), |text, number| text + &format!("m{number} = M\n"));
        let new = old.replace("m10 = M", "m10 = N");
        check(
            &old,
            Some(&new),
            "--- a/nl/a.ftl\n+++ b/nl/a.ftl\n@@ -7,7 +7,7 @@\n m7 = M\n m8 = M\n m9 = M\n-m10 = M\n+m10 = N\n m11 = M\n \
             m12 = M\n m13 = M\n",
        );
    }

    #[test]
    fn line_ends_are_part_of_lines() {
        check(
            "a = A\r\nb = B\n",
            Some("a = A\nb = B\n"),
            "--- a/nl/a.ftl\n+++ b/nl/a.ftl\n@@ -1,2 +1,2 @@\n-a = A\r\n+a = A\n b = B\n",
        );
        check(
            "a = A\rB",
            Some("a = A\rB\n"),
            "--- a/nl/a.ftl\n+++ b/nl/a.ftl\n@@ -1 +1 @@\n-a = A\rB\n\\ No newline at end of file\n+a = A\rB\n",
        );
    }

    #[test]
    fn a_file_that_goes_leaves_nothing() {
        check("a = A\n", None, "--- a/nl/a.ftl\n+++ /dev/null\n@@ -1 +0,0 @@\n-a = A\n");
    }
}
