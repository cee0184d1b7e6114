//! The page as Markdown.

use std::fmt::Write;

use crate::document::{Bar, Block, Entry};

/// The blocks as `CommonMark` with tables.
pub(crate) fn render(blocks: &[Block]) -> String {
    let mut output = String::new();
    for (position, block) in blocks.iter().enumerate() {
        let before = position.checked_sub(1).and_then(|before| blocks.get(before));
        if before.is_some_and(|before| !(is_fact(before) && is_fact(block))) {
            output.push('\n');
        }
        // Writing to a string cannot fail.
        let _ = match block {
            Block::Heading { level, text } => writeln!(output, "{} {}", "#".repeat(*level), escape(text)),
            Block::Paragraph(text) => writeln!(output, "{}", escape(text)),
            Block::Remark(text) => writeln!(output, "*{}*", escape(text)),
            Block::Fact { label, value } => writeln!(output, "- **{}** {}", escape(label), escape(value)),
            Block::Bars(bars) => write!(output, "{}", table(bars)),
            Block::Timeline(entries) => write!(output, "{}", timeline(entries)),
        };
    }
    output
}

fn is_fact(block: &Block) -> bool {
    matches!(block, Block::Fact { .. })
}

fn table(bars: &[Bar]) -> String {
    let rows = bars.iter().map(|bar| format!("| {} | {} |\n", escape(&bar.name), escape(&bar.value)));
    format!("| | |\n|---|--:|\n{}", rows.collect::<String>())
}

fn timeline(entries: &[Entry]) -> String {
    let entry = |entry: &Entry| {
        let Entry { when, name, summary } = entry;
        format!("- **{}** – {}. {}\n", escape(when), escape(name), escape(summary))
    };
    entries.iter().map(entry).collect()
}

/// Text that Markdown shows as it is.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
