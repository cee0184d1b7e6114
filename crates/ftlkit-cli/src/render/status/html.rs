//! How far each locale has come, as one page: no script, nothing from a network, bars that screens and printers show.
//!
//! The page is HTML and XML at once, so that a test can read it strictly.

use std::io::{self, Write};

use ftlkit::{FileStatistics, LocaleStatistics, Project};

use super::View;
use super::autonym::autonym;
use crate::render::table::{percentage, permille, thousands};
use crate::render::{count, json, printable};

const STYLE: &str = include_str!("page.css");

/// A project, and those of its locales that are shown.
type Part<'r> = (&'r Project, Vec<&'r LocaleStatistics>);

/// What is counted of a locale or of a file.
struct Counts {
    units: usize,
    translated: usize,
    inherited: usize,
    extra: usize,
    words: usize,
}

impl From<&LocaleStatistics> for Counts {
    fn from(of: &LocaleStatistics) -> Self {
        let LocaleStatistics { units, translated, inherited, extra, words, .. } = *of;
        Self { units, translated, inherited, extra, words }
    }
}

impl From<&FileStatistics> for Counts {
    fn from(of: &FileStatistics) -> Self {
        let FileStatistics { units, translated, inherited, extra, words, .. } = *of;
        Self { units, translated, inherited, extra, words }
    }
}

pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    let parts: Vec<Part<'_>> = view.projects().collect();
    head(out)?;
    writeln!(out, "<header>\n<h1>Translations</h1>")?;
    if let [_, _, ..] = parts.as_slice() {
        writeln!(out, "<p>{} with {}</p>", count(parts.len(), "project", "projects"), locales(&parts))?;
        writeln!(out, "<nav aria-label=\"Projects\">\n<ul>")?;
        for (index, part) in parts.iter().enumerate() {
            let (root, locales) = (escape(&part.0.root), locales(std::slice::from_ref(part)));
            writeln!(out, "<li><a href=\"#p{index}\"><bdi>{root}</bdi></a>: {locales}</li>")?;
        }
        writeln!(out, "</ul>\n</nav>")?;
    }
    key(&parts, out)?;
    writeln!(out, "</header>")?;
    faults(view, out)?;
    writeln!(out, "<main>")?;
    for (index, part) in parts.iter().enumerate() {
        project(index, part, view.files, out)?;
    }
    writeln!(out, "</main>")?;
    writeln!(
        out,
        "<footer class=\"quiet\">\n<p>A unit is the value or an attribute of a message; terms are not counted. Written by \
         ftlkit {}.</p>\n</footer>\n</body>\n</html>",
        env!("CARGO_PKG_VERSION")
    )
}

fn head(out: &mut dyn Write) -> io::Result<()> {
    // The empty icon keeps browsers from asking a server for one.
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"color-scheme\" content=\"light dark\"/>\n\
         <title>Translations</title>\n<link rel=\"icon\" href=\"data:,\"/>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    )
}

/// How many locales there are, and how many of them are complete.
fn locales(parts: &[Part<'_>]) -> String {
    let locales = || parts.iter().flat_map(|(_, locales)| locales);
    let complete = locales().filter(|locale| locale.missing() == 0).count();
    let all = locales().count();
    match complete {
        0 => count(all, "locale", "locales"),
        _ if complete == all => format!("{}, all complete", count(all, "locale", "locales")),
        _ => format!("{}, {} complete", count(all, "locale", "locales"), thousands(complete)),
    }
}

/// What the parts of a bar mean, and the pattern that all bars share.
fn key(parts: &[Part<'_>], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<svg width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>")?;
    for class in ["some", "all"] {
        writeln!(
            out,
            "<pattern id=\"inherited-{class}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><rect class=\"{class}-light\" width=\"6\" height=\"6\"/>\
             <rect class=\"{class}\" width=\"3\" height=\"6\"/></pattern>"
        )?;
    }
    writeln!(out, "</defs></svg>")?;
    let inherits = parts.iter().flat_map(|(_, locales)| locales).any(|locale| locale.inherited > 0);
    let bar = |class: &str| format!("{BAR}<rect {class} width=\"100%\" height=\"100%\"/></svg>");
    writeln!(out, "<ul class=\"key\">")?;
    writeln!(out, "<li>{}complete</li>", bar("class=\"all\""))?;
    writeln!(out, "<li>{}translated</li>", bar("class=\"some\""))?;
    if inherits {
        writeln!(out, "<li>{}inherited from a parent locale</li>", bar("fill=\"url(#inherited-some)\""))?;
    }
    writeln!(out, "<li>{}missing</li>\n</ul>", bar("class=\"track\""))
}

/// What was not looked at, so that nobody takes the numbers for all there is.
fn faults(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    if view.report.faults.is_empty() {
        return Ok(());
    }
    writeln!(out, "<div class=\"faults\">\n<p><strong>Not everything was counted:</strong></p>\n<ul>")?;
    for fault in &view.report.faults {
        writeln!(out, "<li>{}</li>", escape(&fault.to_string()))?;
    }
    writeln!(out, "</ul>\n</div>")
}

fn project(index: usize, part: &Part<'_>, open: bool, out: &mut dyn Write) -> io::Result<()> {
    let (project, all) = part;
    let root = escape(&project.root);
    writeln!(out, "<section aria-labelledby=\"p{index}\">\n<h2 id=\"p{index}\"><bdi>{root}</bdi></h2>")?;
    let units = all.first().map(|locale| format!(" · {}", count(locale.units, "unit", "units")));
    let files = count(project.file_count(), "file", "files");
    writeln!(
        out,
        "<p class=\"about quiet\">Translated from {}{} · {files} · {}</p>",
        name(json::reference(project)),
        units.unwrap_or_default(),
        locales(std::slice::from_ref(part))
    )?;
    if all.is_empty() {
        return writeln!(out, "<p>There are no translations.</p>\n</section>");
    }
    writeln!(out, "<table>\n<caption class=\"hidden\">Locales of {root}</caption>")?;
    header("Locale", out)?;
    for locale in all {
        let several = locale.files.len() > 1;
        let class = if several { " class=\"has-files\"" } else { "" };
        writeln!(out, "<tr{class}><th scope=\"row\">{}</th>", name(locale.locale.tag()))?;
        cells(&Counts::from(*locale), out)?;
        if several {
            self::files(locale, open, out)?;
        }
    }
    writeln!(out, "</tbody>\n</table>\n</section>")
}

fn header(first: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<thead><tr><th scope=\"col\">{first}</th><th scope=\"col\" class=\"coverage\">Coverage</th>"
    )?;
    for title in ["Missing", "Extra", "Inherited", "Words to translate"] {
        writeln!(out, "<th scope=\"col\" class=\"n\">{title}</th>")?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")
}

const BAR: &str = "<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\">";

/// The coverage and the numbers of a row, and its end.
fn cells(counts: &Counts, out: &mut dyn Write) -> io::Result<()> {
    let Counts { units, translated, inherited, extra, words } = *counts;
    let part = |number, class: &str| match permille(number, units) {
        0 => String::new(),
        permille => {
            format!("<rect {class} width=\"{}.{}%\" height=\"100%\"/>", permille / 10, permille % 10)
        }
    };
    let class = if translated == units { "all" } else { "some" };
    let inherits = if inherited > 0 {
        part(translated, &format!("fill=\"url(#inherited-{class})\""))
    } else {
        String::new()
    };
    writeln!(
        out,
        "<td class=\"coverage\"><div class=\"meter\">{BAR}<rect class=\"track\" width=\"100%\" height=\"100%\"/>{inherits}{}\
         </svg><span>{}</span></div></td>",
        part(translated - inherited, &format!("class=\"{class}\"")),
        percentage(translated, units)
    )?;
    let numbers = [
        (units - translated, "missing"),
        (extra, "extra"),
        (inherited, "inherited"),
        (words, if words == 1 { "word to translate" } else { "words to translate" }),
    ];
    for (number, of) in numbers {
        let zero = if number == 0 { " zero" } else { "" };
        write!(out, "<td class=\"n{zero}\" data-of=\"{of}\">{}</td>", thousands(number))?;
    }
    writeln!(out, "</tr>")
}

fn files(locale: &LocaleStatistics, open: bool, out: &mut dyn Write) -> io::Result<()> {
    let open = if open { " open=\"\"" } else { "" };
    let gaps = locale.files.iter().filter(|file| file.missing() > 0).count();
    let gaps = if gaps > 0 { format!(", {} with gaps", thousands(gaps)) } else { String::new() };
    let files = count(locale.files.len(), "file", "files");
    let of = escape(locale.locale.tag());
    writeln!(
        out,
        "<tr class=\"files\"><td colspan=\"6\"><details{open}><summary>{files}<span class=\"hidden\"> of {of}</span>{gaps}\
         </summary>\n<table>\n<caption class=\"hidden\">Files of {of}</caption>"
    )?;
    header("File", out)?;
    for file in &locale.files {
        writeln!(out, "<tr><th scope=\"row\"><bdi><code>{}</code></bdi></th>", escape(&file.path))?;
        cells(&Counts::from(file), out)?;
    }
    writeln!(out, "</tbody>\n</table>\n</details></td></tr>")
}

/// A locale as its readers call it, with its tag.
fn name(tag: &str) -> String {
    let escaped = escape(tag);
    match autonym(tag) {
        Some(name) => format!("<bdi lang=\"{escaped}\">{}</bdi> <code>{escaped}</code>", escape(name)),
        None => format!("<code>{escaped}</code>"),
    }
}

/// Escapes a text for HTML, within elements and within quoted attributes.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in printable(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_name_is_markup() {
        assert_eq!(escape("<b id=\"x\">&amp;\n"), "&lt;b id=&quot;x&quot;&gt;&amp;amp;\u{fffd}");
        assert_eq!(name("xx-<b>"), "<code>xx-&lt;b&gt;</code>");
    }
}
