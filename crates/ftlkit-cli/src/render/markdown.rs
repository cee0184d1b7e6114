//! A comment on a pull request: the state of each locale, then the findings, the worst first.
//!
//! GitHub refuses a comment of more than 65,536 characters. What does not fit is left out, and counted.

use std::cmp::Reverse;
use std::io::{self, Write};

use ftlkit::Report;

use super::bundle::{self, Bundle};
use super::{count, found_in, json, said, table};

/// So many bytes are filled at most. A character is a byte at least, and some room is left for what posts the comment.
const LIMIT: usize = 60_000;

/// So many of them may be taken by what stands before the findings.
const BEFORE: usize = 20_000;

/// So many characters of a message are shown.
const MESSAGE: usize = 400;

/// So many ids or files of a bundle are named.
const NAMED: usize = 5;

/// So many findings are shown without being asked for.
const OPEN: usize = 10;

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { text: format!("### ftlkit {}\n", found_in(report)), limit: BEFORE };
    faults(report, &mut page);
    coverage(report, &mut page);
    page.limit = LIMIT;
    findings(report, &mut page);
    out.write_all(page.text.as_bytes())
}

/// A text that takes what fits.
struct Page {
    text: String,
    limit: usize,
}

impl Page {
    /// Adds all rows that fit below a heading, and says how many things those that do not fit are.
    fn rows(&mut self, heading: &str, rows: &[Row], what: (&str, &str)) {
        if rows.is_empty() {
            return;
        }
        self.text.push_str(heading);
        // What is said instead of the rows that are left needs a line.
        let room = self.limit.saturating_sub(self.text.len() + 100);
        let mut taken = 0;
        let fits = rows.iter().take_while(|row| {
            taken += row.text.len() + 1;
            taken <= room
        });
        let fits = fits.count();
        let (shown, left) = rows.split_at(fits);
        for row in shown {
            self.text.push_str(&row.text);
            self.text.push('\n');
        }
        let left: usize = left.iter().map(|row| row.stands_for).sum();
        if left > 0 {
            self.paragraph(&format!("… and {}", count(left, what.0, what.1)));
        }
    }

    fn paragraph(&mut self, text: &str) {
        self.text.extend(["\n", text, "\n"]);
    }
}

/// A line, and how many things it is about.
struct Row {
    text: String,
    stands_for: usize,
}

fn faults(report: &Report, page: &mut Page) {
    let rows: Vec<Row> = report
        .faults
        .iter()
        .map(|fault| Row { text: format!("* {}", cell(&fault.to_string())), stands_for: 1 })
        .collect();
    page.rows("\nNot everything was checked:\n\n", &rows, ("more file", "more files"));
}

fn coverage(report: &Report, page: &mut Page) {
    for (project, locales) in report.projects.iter().zip(&report.statistics) {
        let (complete, incomplete): (Vec<_>, Vec<_>) =
            locales.iter().partition(|locale| locale.missing() == 0 && locale.extra == 0);
        if incomplete.is_empty() {
            continue;
        }
        let row = |locale: &&ftlkit::LocaleStatistics| {
            let counts = [locale.missing(), locale.extra, locale.words].map(table::thousands).join(" | ");
            let coverage = table::percentage(locale.translated, locale.units);
            Row { text: format!("| {} | {coverage} | {counts} |", locale.locale), stands_for: 1 }
        };
        let rows: Vec<Row> = incomplete.iter().map(row).collect();
        let heading = format!(
            "\n{}, translated from {}\n\n| locale | coverage | missing | extra | words to translate |\n\
             | --- | ---: | ---: | ---: | ---: |\n",
            code(&project.root),
            json::reference(project)
        );
        if heading.len() + page.text.len() > page.limit {
            page.paragraph("… and more projects with gaps");
            return;
        }
        page.rows(&heading, &rows, ("more locale with gaps", "more locales with gaps"));
        match complete.as_slice() {
            [] => {}
            [only] => page.paragraph(&format!("{} is complete.", only.locale)),
            several => page.paragraph(&format!("{} other locales are complete.", several.len())),
        }
    }
}

fn findings(report: &Report, page: &mut Page) {
    let mut bundles = bundle::bundles(report, false);
    // Within a severity the order of the report stays.
    bundles.sort_by_key(|bundle| Reverse(bundle.findings().first().map(|first| first.severity())));
    let rows: Vec<Row> = bundles.iter().map(row).collect();
    if rows.is_empty() {
        return;
    }
    let open = if rows.len() <= OPEN { " open" } else { "" };
    let findings = count(report.diagnostics.len(), "finding", "findings");
    let heading = format!(
        "\n<details{open}><summary>{findings}</summary>\n\n\
         | severity | place | what | rule |\n| --- | --- | --- | --- |\n"
    );
    page.rows(&heading, &rows, ("more finding", "more findings"));
    page.paragraph("</details>");
}

fn row(bundle: &Bundle<'_>) -> Row {
    let stands_for = bundle.findings().len();
    let Some(first) = bundle.findings().first() else { return Row { text: String::new(), stands_for } };
    let (place, what) = if stands_for == 1 {
        let place = match first.range() {
            Some(range) => format!("{}:{}", first.path(), range.start.line),
            None => first.path().to_owned(),
        };
        (place, said(first))
    } else {
        (first.path().to_owned(), format!("{}: {}", bundle.title(), bundle.names(NAMED, "")))
    };
    let (place, what) = (code(&place), cell(&shortened(&what)));
    Row { text: format!("| {} | {place} | {what} | `{}` |", first.severity(), first.rule()), stands_for }
}

fn shortened(text: &str) -> String {
    let mut characters = text.chars();
    let start: String = characters.by_ref().take(MESSAGE).collect();
    if characters.next().is_some() { start + "…" } else { start }
}

/// A text as code, where nothing but the end of the cell has a meaning.
fn code(text: &str) -> String {
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A backtick at an end needs a blank between it and the fence.
    let pad = if longest > 0 { " " } else { "" };
    let text: String =
        text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    format!("{fence}{pad}{}{pad}{fence}", text.replace('|', "\\|"))
}

/// Escapes a text for a cell of a table. What is said in backticks stays code, where only `|` has a meaning.
fn cell(text: &str) -> String {
    let is_paired = text.matches('`').count().is_multiple_of(2);
    let mut escaped = String::with_capacity(text.len());
    let mut code = false;
    for character in text.chars() {
        match character {
            '`' if is_paired => code = !code,
            '`' | '|' => escaped.push('\\'),
            '\\' | '<' | '&' | '*' | '_' | '~' | '[' if !code => escaped.push('\\'),
            _ => {}
        }
        escaped.push(if character.is_control() { ' ' } else { character });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_their_shape() {
        assert_eq!(cell("a|b\n_c_ `d|_e_` &"), r"a\|b \_c\_ `d\|_e_` \&");
        assert_eq!(cell("`a` ` <b>"), r"\`a\` \` \<b>");
        assert_eq!(code("a|b_c_\n"), r"`a\|b_c_ `");
        assert_eq!(code("a`b``"), "``` a`b`` ```");
    }

    #[test]
    fn messages_are_shortened_between_characters() {
        assert_eq!(shortened(&"é".repeat(MESSAGE)), "é".repeat(MESSAGE));
        assert_eq!(shortened(&"é".repeat(MESSAGE + 1)), "é".repeat(MESSAGE) + "…");
    }

    /// Renders what `many` locales lack of `messages`, each with a faulty text of a given length.
    fn rendered(many: usize, messages: usize, length: usize) -> (String, usize) {
        let letters = || b'A'..=b'Z';
        let regions = letters().flat_map(|a| letters().map(move |b| [a, b].map(char::from)));
        let paths: Vec<String> = regions.take(many).map(|[a, b]| format!("i18n/es-{a}{b}/a.ftl")).collect();
        let text = |variable: &str| -> String {
            (0..messages).fold(String::new(), |text, number| format!("{text}m{number} = {{ ${variable} }}\n"))
        };
        let wrong = text(&"x".repeat(length));
        let reference = text("name");
        let mut files = vec![("i18n/en/a.ftl", reference.as_str())];
        files.extend(paths.iter().map(|path| (path.as_str(), wrong.as_str())));
        let config = ftlkit::Config { select: vec!["unknown-variable".to_owned()], ..Default::default() };
        let report = ftlkit::check_texts(&files, &config).unwrap();
        let mut out = Vec::new();
        render(&report, &mut out).unwrap();
        (String::from_utf8(out).unwrap(), report.diagnostics.len())
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        for (many, messages, length) in [(3, 2, 1), (40, 100, 3), (40, 100, 3000), (400, 20, 10)] {
            let (text, found) = rendered(many, messages, length);
            assert!(text.len() <= LIMIT + 100, "{many} × {messages} × {length} made {} bytes", text.len());
            let shown = text.lines().filter(|line| line.starts_with("| error")).count();
            let left =
                text.lines().find_map(|line| line.strip_prefix("… and ")?.strip_suffix(" more findings"));
            let left = left.map_or(0, |left| left.replace(',', "").parse::<usize>().unwrap());
            assert_eq!(shown + left, found, "{many} × {messages} × {length}");
            assert!(shown > 0 && text.ends_with("\n</details>\n"));
        }
    }
}
