//! Patterns of paths and of ids.
//!
//! `*` stands for any characters but `/`, `**` for any at all, `**/` also for no folder, `?` for one character
//! but `/`, and `{locale}` for the name of a locale. A pattern is run over a text once, with the list of all
//! places that may be reached: no pattern takes more than its length times that of the text.

use std::fmt;
use std::ops::Range;

/// The slot that stands for a locale.
pub(crate) const SLOT: &str = "{locale}";

/// A pattern, ready to be matched.
#[derive(Clone, PartialEq, Eq)]
pub struct Glob {
    text: String,
    /// From the first to the last that is no mere character.
    tokens: Vec<Token>,
    /// What every match begins and ends with; all of it is in the prefix where there is nothing else.
    prefix: String,
    suffix: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Char(char),
    One,
    Many,
    Any,
    /// `**/`: no folder, or some.
    Folders,
    Slot,
}

/// What a wildcard or a slot stands for in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Capture {
    pub(crate) is_slot: bool,
    pub(crate) range: Range<usize>,
}

/// A way through the tokens that has come so far.
#[derive(Clone)]
struct Thread {
    token: usize,
    captures: Vec<Capture>,
}

impl Glob {
    /// Reads a pattern. Every text is one.
    pub fn new(text: &str) -> Self {
        let tokens = tokenize(text);
        let literal = |token: &Token| if let Token::Char(char) = token { Some(*char) } else { None };
        let is_wild = |token: &Token| literal(token).is_none();
        let start = tokens.iter().position(is_wild).unwrap_or(tokens.len());
        let end = tokens.iter().rposition(is_wild).map_or(tokens.len(), |last| last + 1);
        let chars = |tokens: Option<&[Token]>| tokens.into_iter().flatten().filter_map(literal).collect();
        Self {
            text: text.to_owned(),
            prefix: chars(tokens.get(..start)),
            suffix: chars(tokens.get(end..)),
            tokens: tokens.get(start..end).unwrap_or_default().to_vec(),
        }
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether a text fits.
    pub fn is_match(&self, text: &str) -> bool {
        self.captures(text, &|_| true).is_some()
    }

    /// What each wildcard and slot stands for, in the order of the pattern, if a text fits.
    ///
    /// `accept` says whether a slot may stand for a name; all slots stand for the same one.
    pub(crate) fn captures(&self, text: &str, accept: &dyn Fn(&str) -> bool) -> Option<Vec<Capture>> {
        let middle = text.strip_prefix(&self.prefix)?.strip_suffix(&self.suffix)?;
        let start = self.prefix.len();
        let matcher = Matcher { glob: self, text, accept };
        let (mut threads, mut next) = (Vec::new(), Vec::new());
        matcher.add(&mut threads, Thread { token: 0, captures: Vec::new() }, start);
        for (at, char) in middle.char_indices() {
            for thread in threads.drain(..) {
                matcher.step(&mut next, thread, start + at, char);
            }
            std::mem::swap(&mut threads, &mut next);
            if threads.is_empty() {
                return None;
            }
        }
        threads.into_iter().find(|thread| thread.token == self.tokens.len()).map(|thread| thread.captures)
    }
}

/// Whether a name of a locale may have a sign: a tag, or the name of a language, such as `Portuguese, Brazilian`.
fn is_of_name(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '-' | '_' | '@' | ' ' | ',' | '(' | ')')
}

struct Matcher<'a> {
    glob: &'a Glob,
    text: &'a str,
    accept: &'a dyn Fn(&str) -> bool,
}

impl Matcher<'_> {
    /// Adds a thread that stands before a token, and those that pass a token that may stand for nothing.
    fn add(&self, threads: &mut Vec<Thread>, mut thread: Thread, at: usize) {
        while !threads.iter().any(|other| other.token == thread.token) {
            let token = self.glob.tokens.get(thread.token);
            let Some(Token::Many | Token::Any | Token::Folders | Token::Slot) = token else {
                threads.push(thread);
                return;
            };
            let is_slot = token == Some(&Token::Slot);
            thread.captures.push(Capture { is_slot, range: at..at });
            threads.push(thread.clone());
            if is_slot {
                return;
            }
            thread.token += 1;
        }
    }

    fn step(&self, next: &mut Vec<Thread>, mut thread: Thread, at: usize, char: char) {
        let end = at + char.len_utf8();
        let pass = |next: &mut Vec<Thread>, mut thread: Thread| {
            thread.token += 1;
            self.add(next, thread, end);
        };
        let Some(token) = self.glob.tokens.get(thread.token) else { return };
        match token {
            Token::Char(wanted) => {
                if *wanted == char {
                    pass(next, thread);
                }
            }
            Token::One => {
                if char != '/' {
                    pass(next, thread);
                }
            }
            Token::Many if char == '/' => {}
            Token::Slot if !is_of_name(char) => {}
            Token::Many | Token::Any | Token::Folders | Token::Slot => {
                let Some(capture) = thread.captures.last_mut() else { return };
                capture.range.end = end;
                let may_end = match token {
                    Token::Slot => self.accepts(&thread.captures),
                    Token::Folders => char == '/',
                    _ => true,
                };
                let is_there = next.iter().any(|other| other.token == thread.token);
                match (is_there, may_end) {
                    (false, false) => next.push(thread),
                    (false, true) => {
                        next.push(thread.clone());
                        pass(next, thread);
                    }
                    (true, true) => pass(next, thread),
                    (true, false) => {}
                }
            }
        }
    }

    fn accepts(&self, captures: &[Capture]) -> bool {
        let mut slots = captures.iter().filter(|capture| capture.is_slot);
        let slice = |capture: &Capture| self.text.get(capture.range.clone()).unwrap_or_default();
        let (Some(first), last) = (slots.next(), slots.next_back()) else { return false };
        last.is_none_or(|last| slice(last) == slice(first)) && (self.accept)(slice(first))
    }
}

fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let at_folder = tokens.is_empty() || tokens.last() == Some(&Token::Char('/'));
        let (token, length) = if rest.starts_with(SLOT) {
            (Token::Slot, SLOT.len())
        } else if rest.starts_with("**/") && at_folder {
            (Token::Folders, 3)
        } else if rest.starts_with("**") {
            (Token::Any, 2)
        } else {
            let token = match first {
                '*' => Token::Many,
                '?' => Token::One,
                other => Token::Char(other),
            };
            (token, first.len_utf8())
        };
        tokens.push(token);
        rest = rest.get(length..).unwrap_or_default();
    }
    tokens
}

impl fmt::Debug for Glob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Glob({:?})", self.text)
    }
}

impl fmt::Display for Glob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(glob: &str, yes: &[&str], no: &[&str]) {
        let pattern = Glob::new(glob);
        assert!(yes.iter().all(|text| pattern.is_match(text)), "{glob} fits all of {yes:?}");
        assert!(!no.iter().any(|text| pattern.is_match(text)), "{glob} fits none of {no:?}");
    }

    #[test]
    fn wildcards_stop_at_folders_or_do_not() {
        check("a/*.ftl", &["a/b.ftl", "a/.ftl"], &["a/b/c.ftl", "b.ftl"]);
        check("**/*.ftl", &["b.ftl", "a/b.ftl", "a/b/c.ftl"], &["a/b.txt"]);
        check("a/**", &["a/b", "a/b/c"], &["a", "b/a/c"]);
        check("a/**/b.ftl", &["a/b.ftl", "a/x/b.ftl", "a/x/y/b.ftl"], &["a/xb.ftl", "b.ftl"]);
        check("xdg-*", &["xdg-", "xdg-name"], &["xd", "a-xdg-b"]);
        check("?at", &["cat", "éat"], &["at", "/at"]);
        check("a*b*c", &["abc", "abbc", "axbxbxc"], &["ab", "abcd"]);
        check("é", &["é"], &["e", "éé"]);
        check("ab*ba", &["abba", "ab-ba"], &["aba"]);
    }

    #[track_caller]
    fn captures(glob: &str, text: &str, expected: Option<&[&str]>) {
        let accept = |name: &str| name.len() == 2 || name.contains('-');
        let found = Glob::new(glob).captures(text, &accept);
        let found: Option<Vec<&str>> =
            found.map(|found| found.into_iter().map(|capture| &text[capture.range]).collect());
        assert_eq!(found.as_deref(), expected, "{glob} {text}");
    }

    #[test]
    fn slots_are_names_that_are_accepted() {
        captures("{locale}/**/*.ftl", "fr/a/b.ftl", Some(&["fr", "a/", "b"]));
        captures("{locale}/**/*.ftl", "fr/b.ftl", Some(&["fr", "", "b"]));
        captures("{locale}/**/*.ftl", "french/b.ftl", None);
        captures("**/{locale}.ftl", "src/pt-BR.ftl", Some(&["src/", "pt-BR"]));
        captures("{locale}/{locale}.ftl", "fr/fr.ftl", Some(&["fr", "fr"]));
        captures("{locale}/{locale}.ftl", "fr/nl.ftl", None);
    }

    #[test]
    fn many_wildcards_take_no_longer_than_their_number() {
        let glob = Glob::new(&"*a".repeat(200));
        assert!(!glob.is_match(&"a".repeat(2_000).replace("aaaaaaaaaa", "aaaaaaaaab")));
    }
}
