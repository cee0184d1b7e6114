//! What a text needs of a file, found without parsing the file.
//!
//! Lines are enough to tell: an entry starts at the start of a line, and the lines of a text are indented. Whoever breaks the
//! lines inside a placeable so that one starts like an entry loses only the excerpt, which does not parse; the file does.

/// One text of a message, its value or an attribute, with the terms that it refers to, and those that they refer to. Terms
/// stand in a file of their own, which is asked for where there is a reference.
pub(crate) fn excerpt<'f>(
    file: &'f str,
    message: &str,
    attribute: Option<&str>,
    terms: impl FnOnce() -> Option<&'f str>,
) -> Option<String> {
    let text = unit(entry(file, message)?, attribute)?;
    let mut texts = vec![text];
    if refers_to_terms(text) {
        add_terms(&mut texts, terms()?);
    }
    let mut excerpt =
        String::with_capacity(message.len() + texts.iter().map(|text| text.len() + 4).sum::<usize>());
    // Each ends its line, should a file not do so. Terms first, as in a bundle of whole files.
    for term in texts.drain(1..) {
        excerpt.extend([term, "\n"]);
    }
    if attribute.is_some() {
        excerpt.extend([message, " =\n"]);
    }
    excerpt.push_str(text);
    Some(excerpt)
}

/// Adds the terms that texts refer to, and those that these refer to.
fn add_terms<'f>(texts: &mut Vec<&'f str>, terms: &'f str) {
    let mut names: Vec<&str> = Vec::new();
    let mut position = 0;
    while let Some(text) = texts.get(position).copied() {
        for name in term_references(text) {
            if !names.contains(&name) {
                names.push(name);
                texts.extend(entry(terms, name));
            }
        }
        position += 1;
    }
}

/// Whether a text may refer to terms: it does if it can, and words may look like it.
pub(crate) fn refers_to_terms(text: &str) -> bool {
    term_references(text).next().is_some()
}

/// A file without the lines that start with a number sign: the lines of a text are indented, so such a line is a comment.
/// Comments are for translators, and a third of the files; the copy that a bundle needs is made without them, so that they
/// are not parsed.
pub(crate) fn without_comments(file: &str) -> String {
    let mut text = String::with_capacity(file.len());
    file.split_inclusive('\n').filter(|line| !line.starts_with('#')).for_each(|line| text.push_str(line));
    text
}

/// The lines of an entry, up to where the next one or a comment starts.
fn entry<'f>(file: &'f str, id: &str) -> Option<&'f str> {
    let starts = |line: &str| matches!(line.as_bytes(), [b'#' | b'-' | b'a'..=b'z' | b'A'..=b'Z', ..]);
    lines(file, |line| defines(line, id), starts)
}

/// The lines of an attribute, or those of the value, which end where the first attribute starts.
fn unit<'f>(entry: &'f str, attribute: Option<&str>) -> Option<&'f str> {
    let dotted = |line: &'f str| line.trim_start_matches(' ').strip_prefix('.');
    let starts = |line: &'f str| dotted(line).is_some();
    match attribute {
        None => lines(entry, |_| true, starts),
        Some(name) => lines(entry, |line| dotted(line).is_some_and(|line| defines(line, name)), starts),
    }
}

fn defines(line: &str, name: &str) -> bool {
    line.strip_prefix(name).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('='))
}

/// The lines from the first that is one to before the next that is the other.
fn lines<'f>(
    text: &'f str,
    is_first: impl Fn(&'f str) -> bool,
    is_next: impl Fn(&'f str) -> bool,
) -> Option<&'f str> {
    let mut end = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        let start = end;
        end += line.len();
        (start, line)
    });
    let (first, _) = lines.find(|(_, line)| is_first(line))?;
    let next = lines.find(|(_, line)| is_next(line));
    text.get(first..next.map_or(text.len(), |(next, _)| next))
}

/// The names of terms, with their hyphens. One stands at the start of a placeable, of an argument or of a line, or after a
/// blank.
fn term_references(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('-').filter_map(|(position, _)| {
        let before = text.get(..position)?.bytes().next_back();
        if !matches!(before, Some(b'{' | b'(' | b',' | b' ' | b'\n' | b'\r')) {
            return None;
        }
        let name = text.get(position..)?;
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let name = name.get(..name.find(|c| !is_part(c)).unwrap_or(name.len()))?;
        name.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use fluent_syntax::ast::{Entry, Pattern};
    use fluent_syntax::parser::parse_runtime;

    use super::*;
    use crate::Locale;
    use crate::bundle::{File, Source};
    use crate::embedded::Embedded;

    /// Texts by id and attribute, terms with their hyphen.
    type Texts<'f> = BTreeMap<(String, Option<&'f str>), Pattern<&'f str>>;

    /// The texts of a file; `None` if anything does not parse.
    fn texts(file: &str) -> Option<Texts<'_>> {
        let mut texts = BTreeMap::new();
        for entry in parse_runtime(file).ok()?.body {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), message.value, message.attributes),
                Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
                _ => continue,
            };
            texts.extend(value.map(|value| ((id.clone(), None), value)));
            texts.extend(attributes.into_iter().map(|text| ((id.clone(), Some(text.id.name)), text.value)));
        }
        Some(texts)
    }

    #[test]
    fn every_text_is_the_same_in_its_excerpt_as_in_its_file() {
        let mut referring = 0;
        for &locale in Locale::ALL {
            let terms = Embedded.read(locale, "terms").unwrap();
            let all_terms = texts(&terms).unwrap();
            for file in File::ALL {
                let file = Embedded.read(locale, file.as_str()).unwrap();
                for ((id, attribute), whole) in texts(&file).unwrap() {
                    let excerpt = excerpt(&file, &id, attribute, || Some(&terms)).unwrap();
                    let mut found = texts(&excerpt).unwrap_or_else(|| panic!("{locale}/{id}: {excerpt}"));
                    assert_eq!(found.remove(&(id.clone(), attribute)), Some(whole), "{locale}/{id}");
                    // Nothing else is in it but terms, as they are in their file.
                    for (term, text) in &found {
                        assert_eq!(all_terms.get(term), Some(text), "{locale}/{id}");
                    }
                    referring += usize::from(!found.is_empty());
                }
            }
        }
        assert!(referring > 100, "only {referring} texts refer to terms");
    }

    #[test]
    fn what_belongs_to_a_text_is_told_by_its_lines() {
        let file = "ab = other\n# ab = comment\na  =\r\n    one\r\n\r\n    two, -c and d-e\r\n    .b= { -t }\n\
            \u{20}     more\n  .bc = { NUMBER(-t-u) }\nd = e { a } f\n-e = { -t }";
        let terms = "# -t = 0\n-t = 1\n    .x = 2\n-t-u = { -v }{ -t-u }{ -missing }\n-v = 3";
        let cases = [
            ("ab", None, "ab = other\n"),
            ("a", None, "a  =\r\n    one\r\n\r\n    two, -c and d-e\r\n"),
            ("a", Some("b"), "-t = 1\n    .x = 2\n\na =\n    .b= { -t }\n      more\n"),
            ("a", Some("bc"), "-t-u = { -v }{ -t-u }{ -missing }\n\n-v = 3\na =\n  .bc = { NUMBER(-t-u) }\n"),
            ("d", None, "d = e { a } f\n"),
            ("-e", None, "-t = 1\n    .x = 2\n\n-e = { -t }"),
        ];
        for (id, attribute, expected) in cases {
            assert_eq!(excerpt(file, id, attribute, || Some(terms)).as_deref(), Some(expected), "{id}");
        }
        for (id, attribute) in [("b", None), ("a", Some("c")), ("d", Some("b"))] {
            assert_eq!(excerpt(file, id, attribute, || Some(terms)), None, "{id}");
        }
        assert_eq!(excerpt(file, "a", Some("b"), || None), None);
    }

    #[test]
    fn a_text_that_goes_on_like_an_entry_is_cut_and_does_not_parse() {
        let cut = "a = {\nb } c\nb = 1\n";
        assert!(texts(cut).is_some());
        assert_eq!(texts(&excerpt(cut, "a", None, || None).unwrap()), None);
    }

    #[test]
    fn nothing_but_comments_is_left_out() {
        assert_eq!(without_comments("# a\nb = 1\n    # 2\n## c\n\nd = #\n#"), "b = 1\n    # 2\n\nd = #\n");
    }
}
