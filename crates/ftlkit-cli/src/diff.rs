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
    group_diff_ops(counted(changes), CONTEXT)
        .iter()
        .try_for_each(|hunk| write_hunk(hunk, &old, &new_lines, out))
}

/// The changes with their places counted anew: what is deleted and inserted around lines that stay may say of the other
/// side where it stood before these were moved.
fn counted(mut changes: Vec<DiffOp>) -> Vec<DiffOp> {
    let (mut old, mut new) = (0, 0);
    for change in &mut changes {
        let (old_len, new_len) = (change.old_range().len(), change.new_range().len());
        match change {
            DiffOp::Equal { old_index, new_index, .. }
            | DiffOp::Delete { old_index, new_index, .. }
            | DiffOp::Insert { old_index, new_index, .. }
            | DiffOp::Replace { old_index, new_index, .. } => (*old_index, *new_index) = (old, new),
        }
        old += old_len;
        new += new_len;
    }
    changes
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

    /// Applies a patch as strictly as git: every count and every line must be right.
    fn apply(patch: &str, before: &str) -> Option<String> {
        let numbers = |range: &str| -> Option<(usize, usize)> {
            let (start, len) = range.split_once(',').unwrap_or((range, "1"));
            let (start, len): (usize, usize) = (start[1..].parse().ok()?, len.parse().ok()?);
            Some((start.checked_sub(usize::from(len > 0))?, len))
        };
        let old = lines(before);
        let (mut read, mut after) = (0, Vec::new());
        let mut patch = lines(patch).into_iter().skip(2).peekable();
        while let Some(header) = patch.next() {
            let words: Vec<&str> = header.split_whitespace().collect();
            let ["@@", old_range, new_range, "@@"] = words[..] else { return None };
            let ((old_start, old_len), (new_start, new_len)) = (numbers(old_range)?, numbers(new_range)?);
            after.extend(old.get(read..old_start)?);
            (after.len() == new_start).then_some(())?;
            read = old_start;
            while let Some(line) = patch.next_if(|line| !line.starts_with('@')) {
                let ends = patch.next_if(|next| next.starts_with('\\')).is_none();
                let text = if ends { &line[1..] } else { line[1..].strip_suffix('\n')? };
                if !line.starts_with('+') {
                    (*old.get(read)? == text).then_some(())?;
                    read += 1;
                }
                if !line.starts_with('-') {
                    after.push(text);
                }
            }
            ((read - old_start, after.len() - new_start) == (old_len, new_len)).then_some(())?;
        }
        after.extend(old.get(read..)?);
        Some(after.concat())
    }

    /// All texts of up to five lines of two kinds, alone and on both sides of lines that stay.
    #[test]
    fn a_patch_makes_one_text_into_the_other() {
        let mut texts = vec![String::new()];
        for index in 0..31 {
            let shorter = texts[index].clone();
            texts.extend(["a\n", "b\n"].map(|line| shorter.clone() + line));
        }
        let between = "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let check = |old: &str, new: &str| {
            let mut patch = Vec::new();
            write("a.ftl", old, Some(new), &mut patch).unwrap();
            let patch = String::from_utf8(patch).unwrap();
            assert_eq!(apply(&patch, old).as_deref(), Some(new), "of {old:?}, by\n{patch}");
        };
        for (old, new) in texts.iter().flat_map(|old| texts.iter().map(move |new| (old, new))) {
            check(old, new);
            check(old.trim_end(), new);
            check(&format!("{old}{between}{new}"), &format!("{new}{between}{old}"));
        }
    }

    #[test]
    fn a_file_that_goes_leaves_nothing() {
        check("a = A\n", None, "--- a/nl/a.ftl\n+++ /dev/null\n@@ -1 +0,0 @@\n-a = A\n");
    }
}
