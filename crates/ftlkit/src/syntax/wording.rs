//! What syntax errors are called, and what would be right.

use fluent_syntax::parser::ErrorKind;

use crate::source::Span;

/// Where an error was found.
pub(super) struct Place<'t> {
    pub(super) text: &'t str,
    pub(super) here: Span,
    /// Where the entry begins that is lost.
    pub(super) entry: usize,
}

/// The code in Fluent's own list.
pub(super) fn code(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::ExpectedToken(_) => "E0003",
        ErrorKind::ExpectedCharRange { .. } => "E0004",
        ErrorKind::ExpectedMessageField { .. } => "E0005",
        ErrorKind::ExpectedTermField { .. } => "E0006",
        ErrorKind::ForbiddenCallee => "E0008",
        ErrorKind::MissingDefaultVariant => "E0010",
        ErrorKind::MissingValue => "E0012",
        ErrorKind::ExpectedLiteral => "E0014",
        ErrorKind::MultipleDefaultVariants => "E0015",
        ErrorKind::MessageReferenceAsSelector => "E0016",
        ErrorKind::TermReferenceAsSelector => "E0017",
        ErrorKind::MessageAttributeAsSelector => "E0018",
        ErrorKind::TermAttributeAsPlaceable => "E0019",
        ErrorKind::UnterminatedStringLiteral => "E0020",
        ErrorKind::PositionalArgumentFollowsNamed => "E0021",
        ErrorKind::DuplicatedNamedArgument(_) => "E0022",
        ErrorKind::UnknownEscapeSequence(_) => "E0025",
        ErrorKind::InvalidUnicodeEscapeSequence(_) => "E0026",
        ErrorKind::UnbalancedClosingBrace => "E0027",
        ErrorKind::ExpectedInlineExpression => "E0028",
        ErrorKind::ExpectedSimpleExpressionAsSelector => "E0029",
    }
}

const BRACE: &str = "write `{ \"{\" }` for a brace in text";

/// The place, what is wrong there, and what would be right. `end` is where the parser gave up.
pub(super) fn describe(place: &Place<'_>, kind: &ErrorKind, end: usize) -> (Span, String, Option<String>) {
    let found = || place.found();
    let plain = |message: &str, help: &str| (message.to_owned(), Some(help.to_owned()));
    let (message, help) = match kind {
        ErrorKind::ExpectedToken('=') => {
            (format!("expected `=`, {}", found()), Some(place.equals_help().to_owned()))
        }
        ErrorKind::ExpectedToken(' ') => plain("a comment has no space after `#`", "write `# ` before it"),
        ErrorKind::ExpectedToken('}') => (format!("expected `}}`, {}", found()), Some(place.brace_help())),
        ErrorKind::ExpectedToken('"') | ErrorKind::UnterminatedStringLiteral => {
            plain("the string has no closing `\"`", "a string ends on the line on which it begins")
        }
        ErrorKind::ExpectedToken(']') => (
            format!("expected `]`, {}", found()),
            Some("the key of a variant is one word or number".to_owned()),
        ),
        ErrorKind::ExpectedToken(token) => (format!("expected `{token}`, {}", found()), None),
        ErrorKind::ExpectedCharRange { range } => return place.range(range),
        ErrorKind::ExpectedMessageField { entry_id } => (
            format!("message `{entry_id}` has neither a value nor an attribute"),
            place.value_help(end).or_else(|| Some("write the text after `=`".to_owned())),
        ),
        ErrorKind::ExpectedTermField { entry_id } => (
            format!("term `-{entry_id}` has no value"),
            place.value_help(end).or_else(|| Some("a term needs a value besides its attributes".to_owned())),
        ),
        ErrorKind::MissingValue => return place.missing_value(),
        ErrorKind::ForbiddenCallee => return place.callee(),
        ErrorKind::MissingDefaultVariant => place.variant(),
        ErrorKind::MultipleDefaultVariants => {
            plain("the selector has more than one default variant", "mark only one variant with `*`")
        }
        ErrorKind::ExpectedLiteral => plain(
            "a named argument must be a string or a number",
            "a variable cannot be handed on by name, only written as `$name`",
        ),
        ErrorKind::MessageReferenceAsSelector => {
            plain("a message cannot be a selector", "select on a variable")
        }
        ErrorKind::TermReferenceAsSelector => {
            plain("the value of a term cannot be a selector", "select on an attribute of the term")
        }
        ErrorKind::MessageAttributeAsSelector => {
            plain("the attribute of a message cannot be a selector", "select on a variable")
        }
        ErrorKind::TermAttributeAsPlaceable => {
            plain("the attribute of a term cannot be shown", "use the attribute of a term only as a selector")
        }
        ErrorKind::PositionalArgumentFollowsNamed if place.next() == Some('=') => Place::argument(),
        ErrorKind::PositionalArgumentFollowsNamed => {
            plain("a positional argument stands after a named one", "write named arguments last")
        }
        ErrorKind::DuplicatedNamedArgument(name) => {
            (format!("argument `{name}` is given twice"), Some("keep one of them".to_owned()))
        }
        ErrorKind::UnknownEscapeSequence(_) => {
            plain("unknown escape sequence", "known are `\\\\`, `\\\"`, `\\uHHHH` and `\\UHHHHHH`")
        }
        ErrorKind::InvalidUnicodeEscapeSequence(_) => {
            plain("incomplete Unicode escape sequence", "write four digits after `\\u` and six after `\\U`")
        }
        ErrorKind::UnbalancedClosingBrace if place.is_variant_line() => plain(
            "`}` without an opening `{`",
            "put the `}` that ends the selector on a line of its own: here it is part of the variant's text",
        ),
        ErrorKind::UnbalancedClosingBrace => {
            plain("`}` without an opening `{`", "write `{ \"}\" }` for a brace in text")
        }
        ErrorKind::ExpectedInlineExpression => place.expression(),
        ErrorKind::ExpectedSimpleExpressionAsSelector => plain(
            "a selector must be a variable, a call, a literal or a term's attribute",
            "write `{ $x -> … }` without inner braces",
        ),
    };
    (place.here, message, help)
}

impl Place<'_> {
    fn before(&self) -> &str {
        self.text.get(self.entry..self.here.start as usize).unwrap_or_default()
    }

    /// The character at the error.
    fn next(&self) -> Option<char> {
        self.text.get(self.here.start as usize..self.here.end as usize)?.chars().next()
    }

    /// The line up to the error.
    fn line(&self) -> &str {
        let before = self.text.get(..self.here.start as usize).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default()
    }

    fn is_variant_line(&self) -> bool {
        let line = self.line().trim_start_matches(' ');
        (line.starts_with('[') || line.starts_with("*[")) && self.before().contains("->")
    }

    /// What stands at the error, for messages.
    fn found(&self) -> String {
        match self.next() {
            Some(character) if character.is_control() || character == '\u{feff}' => {
                format!("found U+{:04X}", u32::from(character))
            }
            Some(character) if character.is_whitespace() => format!("found U+{:04X}", u32::from(character)),
            Some(character) => format!("found `{character}`"),
            None if self.here.end as usize == self.text.len() => "the file ends".to_owned(),
            None => "the line ends".to_owned(),
        }
    }

    fn equals_help(&self) -> &'static str {
        match self.next() {
            Some(':') => "write `=` instead of `:`",
            Some('.') => "write an attribute on a line of its own below its message: `    .name = text`",
            Some(_) if self.line().ends_with(' ') => {
                "write `id = text`, the id without spaces; a line that continues a text is indented"
            }
            Some(found) if found.is_alphanumeric() => "an id has only a-z, A-Z, 0-9, `-` and `_`",
            _ => "write `id = text`; a line that continues a text is indented",
        }
    }

    fn brace_help(&self) -> String {
        let help = match self.next() {
            Some('.') => "a variable has no attributes, and a string none either",
            Some('-') => "the arrow of a selector is `->`",
            Some('(') => "only functions and terms take arguments",
            Some(_) => "a placeable holds one expression: write `{ $a } { $b }` for two",
            None => "close the placeable with `}`",
        };
        format!("{help}; {BRACE}")
    }

    fn range(&self, range: &str) -> (Span, String, Option<String>) {
        let (message, help) = match (range, self.next()) {
            ("0-9", _) => (
                format!("expected a digit, {}", self.found()),
                Some("write a term as `-term`, without a blank after the dash".to_owned()),
            ),
            ("a-zA-Z", next) if self.is_line_start() => self.line_start(next),
            ("a-zA-Z", _) => (format!("expected a letter (a-z, A-Z), {}", self.found()), self.name_help()),
            _ => (
                format!("expected the end of the line after `->`, {}", self.found()),
                Some("each variant stands on a line of its own".to_owned()),
            ),
        };
        (self.here, message, help)
    }

    fn name_help(&self) -> Option<String> {
        let help = match self.line().chars().next_back()? {
            '$' => "the name of a variable follows its `$` at once and begins with a letter",
            '[' => "the key of a variant is a word or a number",
            '.' => "the name of an attribute follows its dot at once and begins with a letter",
            '-' => "the name of a term follows its dash at once and begins with a letter",
            _ => return None,
        };
        Some(help.to_owned())
    }

    fn is_line_start(&self) -> bool {
        self.before().trim_start_matches('\u{feff}').bytes().all(|byte| byte == b' ')
    }

    /// A line on which an id was expected.
    fn line_start(&self, first: Option<char>) -> (String, Option<String>) {
        let quoted = |first: char| {
            (
                format!("a line of text cannot begin with `{first}`"),
                Some(format!("write `{{ \"{first}\" }}` if it is text")),
            )
        };
        match first {
            Some('}') => (
                "`}` without an opening `{`".to_owned(),
                Some("write `{ \"}\" }` for a brace in text".to_owned()),
            ),
            Some(first @ ('[' | '*')) => quoted(first),
            Some('.') if self.is_attribute() => (
                "an attribute stands below no message".to_owned(),
                Some("put it directly below its message: no comment may stand between them".to_owned()),
            ),
            Some('.') => quoted('.'),
            Some('/' | ';' | '<' | '%') => (
                format!("expected an id, {}", self.found()),
                Some("a comment begins with `# `; a line that continues a text is indented".to_owned()),
            ),
            _ if self.line().ends_with(' ') => (
                format!("expected an id at the start of the line, {}", self.found()),
                Some("an id is not indented; only a line that continues a text is".to_owned()),
            ),
            _ => (
                format!("expected an id, {}", self.found()),
                Some(
                    "an id begins with a letter (a-z, A-Z); a line that continues a text is indented"
                        .to_owned(),
                ),
            ),
        }
    }

    fn is_attribute(&self) -> bool {
        let rest = self.text.get(self.here.end as usize..).unwrap_or_default();
        super::entry_id(rest.as_bytes()).is_some()
    }

    /// What to do with the line that stands where a value was expected.
    fn value_help(&self, end: usize) -> Option<String> {
        let line = self.text.get(end..)?.lines().next()?;
        let bare = line.trim_start_matches(' ');
        let first = bare.chars().next()?;
        match first {
            '[' | '*' | '}' => {
                Some(format!("a line of text cannot begin with `{first}`: write `{{ \"{first}\" }}`"))
            }
            '.' => Some("write the text after `=`; an attribute is `.name = text`".to_owned()),
            '#' => None,
            _ if bare.len() == line.len() && super::entry_id(line.as_bytes()).is_none() => {
                Some("indent the line that follows".to_owned())
            }
            _ => None,
        }
    }

    fn missing_value(&self) -> (Span, String, Option<String>) {
        let name = self.text.get(self.here.start as usize..self.here.end as usize).unwrap_or_default();
        let line = self.before().rsplit('\n').next().unwrap_or_default();
        if line.trim_start_matches(' ') == "." {
            let span = Span::new(self.here.start.saturating_sub(1), self.here.end);
            let help = "write the text after `=`, and indent what follows";
            return (span, format!("attribute `.{name}` has no value"), Some(help.to_owned()));
        }
        let help = "write `{ \"\" }` for nothing, and indent what follows";
        let end =
            self.text.get(..self.here.start as usize).unwrap_or_default().trim_end_matches(['\n', '\r', ' ']);
        let end = u32::try_from(end.len()).unwrap_or(self.here.start);
        (Span::at(end), "the variant has no value".to_owned(), Some(help.to_owned()))
    }

    /// A call of something that is no function: the name before the parentheses is at fault.
    fn callee(&self) -> (Span, String, Option<String>) {
        let before = self.text.get(..self.here.start as usize).unwrap_or_default();
        let mut depth = 0_usize;
        let open = before.char_indices().rev().find(|(_, character)| {
            match character {
                ')' => depth += 1,
                '(' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        });
        let head = open.and_then(|(open, _)| before.get(..open)).unwrap_or(before);
        let head = head.trim_end_matches([' ', '\n', '\r']);
        let is_name = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
        let name = head.trim_end_matches(is_name);
        let start = u32::try_from(name.len()).unwrap_or(self.here.start);
        let span = Span::new(start, u32::try_from(head.len()).unwrap_or(start));
        let name = head.get(name.len()..).unwrap_or_default();
        let upper = name.to_ascii_uppercase();
        let help = if matches!(upper.as_str(), "NUMBER" | "DATETIME" | "PLATFORM") {
            format!("did you mean `{upper}`?")
        } else {
            format!("a term takes arguments, `-{name}(…)`, and so does a function, `{upper}(…)`")
        };
        (span, format!("`{name}` is a message and cannot be called"), Some(help))
    }

    fn variant(&self) -> (String, Option<String>) {
        if matches!(self.next(), Some('}')) || self.before().contains('[') && self.next() != Some('(') {
            return (
                "the selector has no default variant".to_owned(),
                Some("mark the variant for all other values with `*`, as in `*[other]`".to_owned()),
            );
        }
        (
            format!("expected a variant such as `*[other]`, {}", self.found()),
            Some("after `->` come variants, one a line: `[one] text` and `*[other] text`".to_owned()),
        )
    }

    fn argument() -> (String, Option<String>) {
        let help = "write a named argument with `:`, as in `minimumFractionDigits: 2`";
        ("expected `:`, found `=`".to_owned(), Some(help.to_owned()))
    }

    fn expression(&self) -> (String, Option<String>) {
        let last = self.before().trim_end_matches([' ', '\n', '\r']).chars().next_back();
        let (message, help) = match self.next() {
            Some('}') if last == Some('{') => ("the placeable is empty", "write `{ \"\" }` for nothing"),
            Some('}') if last != Some('>') => ("expected `)`, found `}`", "close the call with `)`"),
            Some('=') => return Self::argument(),
            Some('\'' | '“' | '”' | '‘' | '’' | '«') => {
                let message = format!("expected an expression, {}", self.found());
                return (message, Some("strings stand in straight double quotes: `\"text\"`".to_owned()));
            }
            _ => {
                let message = format!("expected an expression, {}", self.found());
                let help = format!("a placeable holds a variable, a reference, a call or a literal; {BRACE}");
                return (message, Some(help));
            }
        };
        (message.to_owned(), Some(help.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use crate::syntax::{Guarded, Limits, parse};

    #[track_caller]
    fn check(text: &str, message: &str, help: &str) {
        let error = parse(&Guarded::new(text, &Limits::default()), &Limits::default())
            .errors
            .into_iter()
            .next()
            .expect("an error");
        let given = error.help.unwrap_or_default();
        assert!(error.message.contains(message) && given.contains(help), "{}: {given}", error.message);
    }

    #[test]
    fn lines_that_begin_wrongly_are_told_apart() {
        check("a = b\n  [c]\n", "cannot begin with `[`", "`{ \"[\" }`");
        check("a = b\n    * c\n", "cannot begin with `*`", "`{ \"*\" }`");
        check("a =\n    [c]\n", "neither a value", "cannot begin with `[`");
        check("a =\nb c\n", "neither a value", "indent the line");
        check("a = b\n    ...\n", "cannot begin with `.`", "`{ \".\" }`");
        check("a = b\n# c\n    .d = e\n", "below no message", "no comment may stand");
        check("// comment\n", "expected an id", "a comment begins with `# `");
        check("1a = b\n", "expected an id, found `1`", "begins with a letter");
        check("    a = b\n", "at the start of the line", "not indented");
        check("#comment\n", "no space after `#`", "`# `");
    }

    #[test]
    fn ids_and_their_signs() {
        check("hello: Hello\n", "expected `=`, found `:`", "instead of `:`");
        check("hello.title = Hello\n", "found `.`", "line of its own");
        check("hello world = Hello\n", "found `w`", "without spaces");
        check("grüße = Hello\n", "found `ü`", "only a-z");
    }

    #[test]
    fn placeables() {
        check("a = { x y }\n", "expected `}`, found `y`", "one expression");
        check("a = { $user.name }\n", "expected `}`, found `.`", "no attributes");
        check("a = {  }\n", "the placeable is empty", "for nothing");
        check("a = { 'x' }\n", "found `'`", "double quotes");
        check("a = { \"x }\n", "no closing `\"`", "");
        check("a = { \"x", "no closing `\"`", "");
        check("a = { $ x }\n", "expected a letter", "at once");
        check("a = { - x }\n", "expected a digit", "`-term`");
        check("a = { NUMBER($n }\n", "expected `)`, found `}`", "close the call");
        check("a = { NUMBER($n, x = 1) }\n", "expected `:`, found `=`", "with `:`");
        check("a = { NUMBER($n, y: 1, x = 1) }\n", "expected `:`, found `=`", "with `:`");
        check("a = { F(a: 1, a: 2) }\n", "argument `a` is given twice", "keep one");
        check("a = { number($n) }\n", "`number` is a message", "did you mean `NUMBER`");
        check("a = { brand(x: \"(\") }\n", "cannot be called", "");
    }

    #[test]
    fn selectors() {
        check("a = { $n -> [one] b *[other] c }\n", "the end of the line after `->`", "line of its own");
        check("a = { $n ->\n    [one] b\n    *[other] c }\n", "without an opening", "on a line of its own");
        check("a = { $n ->\n    [one] b\n}\n", "no default variant", "`*[other]`");
        check("a = { $n ->\n    one b\n}\n", "expected a variant", "`[one] text`");
        check("a = { $n ->\n    [one\n   *[other] b\n}\n", "expected `]`", "one word");
        check("a = { $n ->\n    [one]\n   *[other] b\n}\n", "the variant has no value", "`{ \"\" }`");
    }
}
