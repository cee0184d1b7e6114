//! The page for a terminal, without colour.

use std::fmt::Write;

use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use crate::document::{Bar, Block, Entry};

/// The blocks, wrapped to this many columns.
pub(crate) fn render(blocks: &[Block], width: usize) -> String {
    let mut output = String::new();
    for (position, block) in blocks.iter().enumerate() {
        let before = position.checked_sub(1).and_then(|before| blocks.get(before));
        let joins = matches!(block, Block::Fact { .. })
            && matches!(before, Some(Block::Fact { .. } | Block::Heading { .. }));
        if before.is_some() && !joins {
            output.push('\n');
        }
        match block {
            Block::Heading { level, text } => heading(&mut output, text, *level, width),
            Block::Paragraph(text) => paragraph(&mut output, text, "", "", width),
            Block::Remark(text) => paragraph(&mut output, &format!("({text})"), "  ", "  ", width),
            Block::Fact { label, value } => {
                paragraph(&mut output, &format!("{label} {value}"), "  ", "    ", width);
            }
            Block::Bars(bars) => chart(&mut output, bars, width),
            Block::Timeline(entries) => timeline(&mut output, entries, width),
        }
    }
    output
}

/// A heading, underlined so that it stands out without colour: with `=` for the title, `-` for a section.
fn heading(output: &mut String, text: &str, level: usize, width: usize) {
    paragraph(output, text, "", "", width);
    let underline = match level {
        1 => "=",
        2 => "-",
        _ => return,
    };
    line(output, &underline.repeat(text.width().min(width)));
}

/// Text wrapped at spaces alone: a no-break space or a hyphen keeps words together.
fn paragraph(output: &mut String, text: &str, first_indent: &str, indent: &str, width: usize) {
    let options = Options::new(width)
        .initial_indent(first_indent)
        .subsequent_indent(indent)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    for wrapped in textwrap::wrap(text, options) {
        line(output, &wrapped);
    }
}

/// Bars in eighths of a column, beside their name and value.
fn chart(output: &mut String, bars: &[Bar], width: usize) {
    let widest = |text: fn(&Bar) -> &str| bars.iter().map(|bar| text(bar).width()).max().unwrap_or(0);
    let names = widest(|bar| &bar.name);
    let values = widest(|bar| &bar.value);
    let largest = bars.iter().map(|bar| usize::from(bar.share.get())).max().unwrap_or(0).max(1);
    // On a terminal too narrow for bars the numbers speak for themselves.
    let columns = width.saturating_sub(names + values + 6).min(50);
    let columns = if columns < 4 { 0 } else { columns };
    for bar in bars {
        let eighths = (usize::from(bar.share.get()) * columns * 8).div_ceil(largest);
        let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"].get(eighths % 8).copied().unwrap_or_default();
        let (name, value) = (pad_end(&bar.name, names), pad_start(&bar.value, values));
        line(output, &format!("  {name}  {value}  {}{part}", "█".repeat(eighths / 8)));
    }
}

/// Events with their time in a column of its own or, where the terminal is narrow, on a line of its own.
fn timeline(output: &mut String, entries: &[Entry], width: usize) {
    let times = entries.iter().map(|entry| entry.when.width()).max().unwrap_or(0);
    let columns = width >= times + 40;
    for (position, Entry { when, name, summary }) in entries.iter().enumerate() {
        if position > 0 {
            output.push('\n');
        }
        if columns {
            let indent = " ".repeat(times + 2);
            paragraph(output, name, &format!("{}  ", pad_end(when, times)), &indent, width);
            paragraph(output, summary, &indent, &indent, width);
        } else {
            paragraph(output, when, "", "", width);
            paragraph(output, name, "  ", "  ", width);
            paragraph(output, summary, "  ", "  ", width);
        }
    }
}

fn pad_end(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn pad_start(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}

fn line(output: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(output, "{}", text.trim_end_matches(' '));
}

#[cfg(test)]
mod tests {
    use super::*;
    use whole_comm::Permille;

    #[test]
    fn lines_fit_the_terminal() {
        let text = "De Whole-of-Community-benadering ziet integratie als gemeenschapsvorming. ".repeat(5);
        for width in [40, 60, 88] {
            let output = render(&[Block::Paragraph(text.clone())], width);
            assert!(output.lines().all(|line| line.width() <= width), "wider than {width}:\n{output}");
            assert!(output.contains("Whole-of-Community-benadering"), "a compound was broken:\n{output}");
        }
    }

    #[test]
    fn no_break_spaces_hold() {
        let output = render(&[Block::Paragraph("En Wallonie : 49,9\u{a0}%".to_owned())], 19);
        assert_eq!(output, "En Wallonie :\n49,9\u{a0}%\n");
    }

    #[test]
    fn bars_are_in_proportion() {
        let bar = |name: &str, share| Bar {
            name: name.to_owned(),
            value: share_text(share),
            share: Permille::new(share),
        };
        let output =
            render(&[Block::Bars(vec![bar("Wallonië", 500), bar("Brussel", 250), bar("Gent", 5)])], 40);
        let blocks = |line: &str| line.chars().filter(|&character| character == '█').count();
        let counts: Vec<usize> = output.lines().map(blocks).collect();
        assert_eq!(counts, [23, 11, 0], "{output}");
        assert!(output.lines().nth(2).unwrap().ends_with('▎'), "a small share still shows:\n{output}");
    }

    #[test]
    fn a_narrow_terminal_has_numbers_without_bars() {
        let bar = Bar { name: "Vlaanderen".to_owned(), value: "42,5%".to_owned(), share: Permille::new(425) };
        assert_eq!(render(&[Block::Bars(vec![bar])], 20), "  Vlaanderen  42,5%\n");
    }

    fn share_text(share: u16) -> String {
        format!("{}%", share / 10)
    }
}
