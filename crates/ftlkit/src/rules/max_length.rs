//! `max-length`

use memchr::memmem;

use super::{Context, Explanation, Finding, Group, OptionKind, Rule, RuleOption, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Index, PatternRef, Role, TextKind};
use crate::source::{Source, Span};
use std::collections::HashMap;

pub(super) struct MaxLength;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for texts that are longer than the comment of the entry, or of its entry in the reference, declares: \
        `# max-length: 20`. The limit holds for the value, or for all attributes where there is none. A placeable \
        counts as one character, or as the text that it refers to; of variants the longest counts. The option \
        `lengths` gives limits for patterns of ids.",
    why: "The text does not fit in its place, and users see half of it.",
    bad: &[
        ("i18n/en/main.ftl", "# max-length: 8\nsave = Save\n"),
        ("i18n/nl/main.ftl", "save = Alles opslaan\n"),
    ],
    good: &[("i18n/en/main.ftl", "# max-length: 8\nsave = Save\n"), ("i18n/nl/main.ftl", "save = Opslaan\n")],
    fix: "None.",
};

impl Rule for MaxLength {
    fn name(&self) -> &'static str {
        "max-length"
    }

    fn group(&self) -> Group {
        Group::Comments
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn options(&self) -> &'static [RuleOption] {
        &[LENGTHS]
    }

    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        let is_configured = context.config().options.contains_key(NAME);
        if !is_configured && !context.declares_lengths() && !context.reference().declares_lengths() {
            return;
        }
        let mut measure = Measure::default();
        for entry in context.entries() {
            let reference = context.counterpart(entry).filter(|_| !context.is_reference());
            let declared = limit(entry).map(|limit| (entry, limit));
            let inherited = || reference.and_then(|reference| Some((reference, limit(reference)?)));
            let configured =
                || configured(context, entry.id()).map(|limit| (entry, (limit, entry.id_span())));
            let Some((from, (limit, place))) = declared.or_else(inherited).or_else(configured) else {
                continue;
            };
            let has_value = entry.value().is_some();
            for (attribute, pattern) in
                entry.units().filter(|(attribute, _)| attribute.is_none() || !has_value)
            {
                let length = measure.pattern(context, pattern);
                if length <= limit {
                    continue;
                }
                let message = format!("the text has {length} characters: at most {limit} fit");
                let mut finding = Finding::at(entry.file(), pattern.span(), message).entry(entry, attribute);
                if place != entry.id_span() {
                    finding = finding.related(from.file(), place, "the length is limited here");
                }
                sink.report(finding.help("shorten the text"));
            }
        }
    }
}

const NAME: &str = "max-length";

/// Whether the comment of an entry of a locale may declare a limit.
pub(super) fn is_declared(context: Context<'_>) -> bool {
    let name = memmem::Finder::new(NAME);
    let has_name = |entry: EntryRef<'_>| {
        entry.comment().is_some_and(|comment| name.find(entry.file().slice(comment).as_bytes()).is_some())
    };
    context.entries().any(has_name)
}

/// The limit that the comment of an entry declares, and where.
fn limit(entry: EntryRef<'_>) -> Option<(usize, Span)> {
    let comment = entry.comment()?;
    let text = entry.file().slice(comment);
    let at = text.find(NAME)?;
    let number = text
        .get(at + NAME.len()..)?
        .trim_start_matches(' ')
        .strip_prefix([':', '='])?
        .trim_start_matches(' ');
    let digits = number.len() - number.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
    let limit = number.get(..digits)?.parse().ok()?;
    let start = comment.start + u32::try_from(at).ok()?;
    let end = comment.start + u32::try_from(text.len() - number.len() + digits).ok()?;
    Some((limit, Span::new(start, end)))
}

const LENGTHS: RuleOption = RuleOption {
    rule: NAME,
    name: "lengths",
    about: "The most characters, by patterns of ids. What a comment says weighs more.",
    kind: OptionKind::ById,
    example: "{ \"menu-*\" = 20, \"*-title\" = 40 }",
};

/// The limit that the configuration gives for an id.
fn configured(context: Context<'_>, id: &str) -> Option<usize> {
    LENGTHS.by_id(context.config(), id).and_then(|limit| usize::try_from(limit).ok())
}

/// Measures the longest text that a pattern shows.
#[derive(Debug, Default)]
struct Measure {
    /// What was measured before, by file and place; a text that is being measured counts as one character.
    known: HashMap<(*const Source, u32), usize>,
    depth: usize,
}

/// How deep references are followed; what is deeper counts as one character.
const DEPTH: usize = 32;

impl Measure {
    fn pattern(&mut self, context: Context<'_>, pattern: PatternRef<'_>) -> usize {
        let place = (std::ptr::from_ref(pattern.file().source()), pattern.span().start);
        if let Some(known) = self.known.get(&place) {
            return *known;
        }
        if self.depth == DEPTH {
            return 1;
        }
        self.known.insert(place, 1);
        self.depth += 1;
        let length = self.measure(context, pattern);
        self.depth -= 1;
        self.known.insert(place, length);
        length
    }

    fn measure(&mut self, context: Context<'_>, pattern: PatternRef<'_>) -> usize {
        // What is shown beside selectors, by the variant around it.
        let mut lengths: HashMap<Option<Index>, usize> = HashMap::new();
        for text in pattern.texts() {
            *lengths.entry(text.variant).or_default() += length_of(pattern.slice(text.span), text.kind);
        }
        for variable in pattern.variables().iter().filter(|variable| variable.role == Role::Shown) {
            *lengths.entry(variable.variant).or_default() += 1;
        }
        for call in pattern.calls().iter().filter(|call| call.role == Role::Shown) {
            *lengths.entry(call.variant).or_default() += 1;
        }
        for reference in pattern.references().iter().filter(|reference| reference.role == Role::Shown) {
            let attribute = reference.attribute.map(|attribute| pattern.slice(attribute));
            let target = context.find_or_inherit(pattern.file(), pattern.slice(reference.id));
            let target = target.and_then(|entry| entry.unit(attribute));
            let length = target.map_or(1, |target| self.pattern(context, target));
            *lengths.entry(reference.variant).or_default() += length;
        }
        // Inner selectors come after the variants that hold them: from the last on, each is added to what is around it.
        for select in pattern.selects().iter().rev() {
            let variants = pattern.variants_of(select);
            let longest =
                variants.map(|variant| lengths.get(&Some(variant.index)).copied().unwrap_or(0)).max();
            *lengths.entry(select.variant).or_default() += longest.unwrap_or(0);
        }
        lengths.get(&None).copied().unwrap_or(0)
    }
}

/// The number of characters that a reader would count.
fn length_of(text: &str, kind: TextKind) -> usize {
    let is_joined = |character: &char| matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\r');
    let is_mark = |character: &char| unicode_normalization::char::is_combining_mark(*character);
    let count = text.chars().filter(|character| !is_joined(character) && !is_mark(character)).count();
    // An escape such as `\u00e9` is one character.
    let escaped = |pattern: &str, length: usize| text.matches(pattern).count() * length;
    let shorter = if kind == TextKind::String { escaped("\\u", 5) + escaped("\\U", 7) } else { 0 };
    count.saturating_sub(shorter)
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::glob::Glob;
    use crate::rules::OptionValue;
    use crate::testing::{check_pair, check_with};

    const RULE: &str = "max-length";

    #[test]
    fn the_longest_variant_counts() {
        let found = |place: &str, length| {
            format!("{place}: error: the text has {length} characters: at most 5 fit; help: shorten the text")
        };
        check_pair(
            RULE,
            "# max-length: 5\na = A\n# Short! max-length: 5.\nb = B\n# max-length: 5\nc =\n    .d = D\n",
            "a = éé { $n ->\n    [one] 1\n   *[other] { $x ->\n        [a] 2\n       *[b] 333\n    }\n}\n\
             b = 12345\nc =\n    .d = { b } 1\n",
            &[&found("1:5", 6), &found("10:10", 7)],
        );
    }

    #[test]
    fn placeables_count_as_little_as_possible() {
        check_pair(RULE, "# max-length: 5\na = A\n", "a = { $x } { NUMBER($n) } { \"\\u00e9\" }\n", &[]);
        check_pair(RULE, "# max-length: 5\na = A\n", "a = e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}\n", &[]);
        check_pair(RULE, "# max-length: 4\na = A\n", "a = नमस्ते\n", &[]);
        check_pair(RULE, "# max-length: 5\na = A\n", "a = A { a }{ b }\nb = { a }\n", &[]);
    }

    #[test]
    fn only_what_is_declared_is_limited() {
        check_pair(RULE, "# A max-length would help\na = A\n", "a = 123456789\n", &[]);
        check_pair(RULE, "# max-length: 5\na = A\n    .b = B\n", "a = A\n    .b = 123456789\n", &[]);
    }

    #[test]
    fn the_configuration_limits_ids() {
        let mut config = Config::default();
        let lengths = OptionValue::ById(vec![(Glob::new("*-title"), 3)]);
        config.options.entry(RULE.to_owned()).or_default().insert("lengths".to_owned(), lengths);
        let files = [("i18n/en/a.ftl", "app-title = Four\ntitle = Four\n")];
        let found =
            "i18n/en/a.ftl:1:13: error: the text has 4 characters: at most 3 fit; help: shorten the text";
        check_with(RULE, &files, &config, &[found]);
    }
}
