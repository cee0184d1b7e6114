//! `untranslated`

use super::{Context, Explanation, Finding, Group, Interest, OptionKind, Rule, RuleOption, Sink, UnitPair};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef, TextKind};
use crate::source::Span;

pub(super) struct Untranslated;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for texts that are equal to the reference's, and have three words or more that could be translated; two \
        are mere information. Placeables, tags, addresses, options, paths, code, abbreviations and names \
        are no such words. Locales of the reference's own language are left alone, and so is an entry with the comment \
        `# same`.",
    why: "The text was copied to be translated later, and that was forgotten.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open the selected file\n"),
        ("i18n/nl/main.ftl", "open = Open the selected file\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "open = Open the selected file\nfont = Open Sans and Noto Serif\n"),
        ("i18n/nl/main.ftl", "open = Het gekozen bestand openen\n# same\nfont = Open Sans and Noto Serif\n"),
    ],
    fix: "None.",
};

/// So many capital words in a row are rather a sentence than a name.
const FEW: usize = 3;

const WORDS: RuleOption = RuleOption {
    rule: "untranslated",
    name: "words",
    about: "So many words that could be translated are no coincidence. One less is mere information.",
    kind: OptionKind::Number { default: 3, least: 2, most: 100 },
    example: "4",
};

const NAMES: RuleOption = RuleOption {
    rule: "untranslated",
    name: "names",
    about: "Words that are the same in every language, such as names of products: they do not count.",
    kind: OptionKind::Texts {
        accepts: |text| !text.is_empty() && !text.contains(char::is_whitespace),
        noun: "single word",
    },
    example: "[\"Whole-COMM\", \"Crowdin\"]",
};

impl Rule for Untranslated {
    fn name(&self) -> &'static str {
        "untranslated"
    }

    fn group(&self) -> Group {
        Group::Consistency
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn options(&self) -> &'static [RuleOption] {
        &[WORDS, NAMES]
    }

    fn applies(&self, context: Context<'_>) -> bool {
        let reference = context.reference().locale();
        // A folder `templates` says nothing of its language, which is nearly always English.
        let source = if reference.is_template() { "en" } else { reference.language() };
        context.locale().language() != source
    }

    fn interest(&self) -> Interest {
        Interest::units(Features::ANY)
    }

    fn check_unit<'a>(&self, context: Context<'a>, unit: &UnitPair<'a>, sink: &mut Sink<'_>) {
        let is_same_length = unit.pattern.span().len() == unit.reference.span().len();
        if !is_same_length || unit.pattern.text() != unit.reference.text() {
            return;
        }
        let config = context.config();
        let wanted = usize::try_from(WORDS.number(config)).unwrap_or(usize::MAX);
        let words = translatable_words(unit.pattern, NAMES.texts(config));
        if words + 1 < wanted || is_marked(unit.entry) {
            return;
        }
        let mut finding =
            Finding::at(unit.entry.file(), unit.pattern.span(), "the text is the same as in the reference")
                .entry(unit.entry, unit.attribute)
                .related(unit.reference.file(), unit.reference.span(), "the text in the reference")
                .help("translate it, or put the comment `# same` above it if it is right");
        if words < wanted {
            finding = finding.severity(Severity::Info);
        }
        sink.report(finding);
    }
}

/// Whether the comment of an entry says that it is the same on purpose.
fn is_marked(entry: EntryRef<'_>) -> bool {
    let comment = entry.comment().map(|span| entry.file().slice(span)).unwrap_or_default();
    comment.lines().any(|line| {
        let line = line.trim_start_matches('#').trim().replace('-', " ");
        matches!(
            line.as_str(),
            "same" | "same as reference" | "same as the reference" | "same as fallback" | "same as source"
        )
    })
}

fn translatable_words(pattern: PatternRef<'_>, names: &[String]) -> usize {
    let mut tags = pattern.tags().iter().peekable();
    let mut words = Words { names, ..Words::default() };
    for text in pattern.texts().iter().filter(|text| text.kind == TextKind::Plain) {
        let mut start = text.span.start;
        while let Some(tag) = tags.next_if(|tag| tag.span.start < text.span.end) {
            if tag.span.start >= start {
                words.add(pattern.slice(Span::new(start, tag.span.start)));
                start = tag.span.end;
            }
        }
        words.add(pattern.slice(Span::new(start, text.span.end)));
    }
    words.count()
}

/// The words of a text, by what they tell of it.
#[derive(Debug, Default)]
struct Words<'n> {
    /// Words that do not count.
    names: &'n [String],
    small: usize,
    capital: usize,
    /// Those that follow another one without a comma between: a list of single words is no sentence.
    joined: usize,
    /// Whether the next word follows the last one so.
    follows: bool,
}

impl Words<'_> {
    fn add(&mut self, text: &str) {
        // What stands between backticks is code.
        let prose = text.split('`').step_by(2);
        for token in prose.flat_map(str::split_whitespace) {
            if is_translatable(token) && !self.is_name(token) {
                // The first word of a sentence has its capital for that.
                let is_name = token.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
                    && self.small + self.capital > 0;
                *(if is_name { &mut self.capital } else { &mut self.small }) += 1;
                self.joined += usize::from(self.follows);
            }
            self.follows = self.small + self.capital > 0 && !token.ends_with([',', ';', '/', '&']);
        }
    }

    /// Whether a word, without the signs around it, is one that does not count.
    fn is_name(&self, token: &str) -> bool {
        let word = token.trim_matches(|sign: char| !sign.is_alphanumeric());
        !self.names.is_empty() && self.names.iter().any(|name| name == word || name == token)
    }

    fn count(&self) -> usize {
        let single = self.small + self.capital > 1 && self.joined == 0;
        match self {
            _ if single => (self.small + self.capital).min(FEW - 1),
            // Every word has a capital: a title, or a name if it is short.
            Self { small: 1, capital: FEW.., .. } => 1 + self.capital,
            Self { small: 1, capital, .. } => 1 + (*capital).min(1),
            _ => self.small,
        }
    }
}

/// Whether a token is a word, and no address, option, path, code, abbreviation or name with inner capitals.
fn is_translatable(token: &str) -> bool {
    let word =
        token.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '$' | '%' | '/' | '\\'));
    let is_code = |c: char| {
        c.is_numeric()
            || matches!(c, '/' | '\\' | '_' | '=' | '@' | '.' | ':' | '%' | '$' | '<' | '>' | ';' | '*')
    };
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capital_inside = word.chars().skip(1).any(char::is_uppercase);
    letters > 1 && !word.starts_with('-') && !word.contains(is_code) && !capital_inside
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::rules::OptionValue;
    use crate::testing::{check, check_pair, check_with};

    const RULE: &str = "untranslated";
    const FOUND: &str = "the text is the same as in the reference; help: translate it, or put the comment `# same` above it if it is right";

    #[test]
    fn three_words_are_a_warning_and_two_a_remark() {
        let text = "a = Open\nb = Open file\nc = Open the file\n    .x = Close <b>the { $x }</b> file\n";
        check_pair(
            RULE,
            text,
            text,
            &[
                &format!("2:5: info: {FOUND}"),
                &format!("3:5: warning: {FOUND}"),
                &format!("4:10: warning: {FOUND}"),
            ],
        );
    }

    #[test]
    fn what_is_not_prose_does_not_count() {
        let text = "a = { $a } GitHub PDF x86 https://a.example/b-c --long-option `some code here` a/b.c Open <a title=\"a b c d\">\nb = name@mail.example C++ 10 KiB foo_bar key=value\n";
        check_pair(RULE, text, text, &[]);
    }

    #[test]
    fn names_and_lists_are_no_sentences() {
        let text =
            "a = Visual Studio Code\nb = Frontend for Firebird Core\nc = PDF, audio, images, archives\n";
        check_pair(
            RULE,
            text,
            text,
            &[&format!("1:5: info: {FOUND}"), &format!("2:5: info: {FOUND}"), &format!("3:5: info: {FOUND}")],
        );
        let title = "a = Delete All Broken Files\n";
        check_pair(RULE, title, title, &[&format!("1:5: warning: {FOUND}")]);
    }

    #[test]
    fn the_same_language_and_marked_entries_are_exempt() {
        let text = "a = Open the file\n";
        let marked = "# same-as-fallback\na = Open the file\n";
        check(RULE, &[("i18n/en/a.ftl", text), ("i18n/en-GB/a.ftl", text), ("i18n/nl/a.ftl", marked)], &[]);
        let others = [("x/templates/a.ftl", text), ("x/en/a.ftl", text), ("x/nl/a.ftl", text)];
        check(RULE, &others, &[&format!("x/nl/a.ftl:1:5: warning: {FOUND}")]);
    }

    #[test]
    fn words_and_names_are_options() {
        let files =
            [("i18n/en/a.ftl", "a = Open Kiwi files now\n"), ("i18n/nl/a.ftl", "a = Open Kiwi files now\n")];
        let set = |option: &str, value: OptionValue| {
            let mut config = Config::default();
            config.options.entry(RULE.to_owned()).or_default().insert(option.to_owned(), value);
            config
        };
        let found = format!("i18n/nl/a.ftl:1:5: warning: {FOUND}");
        check_with(RULE, &files, &Config::default(), &[&found]);
        check_with(RULE, &files, &set("words", OptionValue::Number(6)), &[]);
        let names = ["Kiwi", "files"].map(str::to_owned).into();
        let info = format!("i18n/nl/a.ftl:1:5: info: {FOUND}");
        check_with(RULE, &files, &set("names", OptionValue::Texts(names)), &[&info]);
    }
}
