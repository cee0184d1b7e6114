//! `repeated-word`

use super::{Context, Explanation, Finding, Group, Interest, OptionKind, Rule, RuleOption, Sink};
use crate::diagnostic::Severity;
use crate::model::{EntryRef, Features, PatternRef, TextKind};
use crate::source::Span;

pub(super) struct RepeatedWord;

const EXPLANATION: Explanation = Explanation {
    what: "Looks for a word that stands twice in a row: `the the`. Languages that double words by their grammar are left \
        alone, and so are words that may well be doubled: French `nous nous`, Dutch `dat dat`, English `had had`.",
    why: "It is a slip of the hand, which the eye does not see.",
    bad: &[
        ("i18n/en/main.ftl", "open = Open the file\n"),
        ("i18n/nl/main.ftl", "open = Open het het bestand\n"),
    ],
    good: &[
        ("i18n/en/main.ftl", "open = Open the file\n"),
        ("i18n/nl/main.ftl", "open = Open het bestand\n"),
    ],
    fix: "Unsafe: the second word is removed; some words may stand twice.",
};

const WORDS: RuleOption = RuleOption {
    rule: "repeated-word",
    name: "words",
    about: "Words that may stand twice, in any language.",
    kind: OptionKind::Texts {
        accepts: |text| !text.is_empty() && !text.contains(char::is_whitespace),
        noun: "single word",
    },
    example: "[\"bora\"]",
};

/// Languages in which doubled words are grammar, or may be: reduplication, as chapter 27 of the World Atlas of Language
/// Structures describes it. The list is wider than the languages of that chapter, and comes from no single source: where it is
/// in doubt a language stands here, because to find a word that is right would be worse.
const DOUBLING: &str = "af am as az bho bn ceb ckb eu fa fil gu ha haw he hi ht hy id ig ilo ja jv ka kk km kn ko ks ku ky lo \
    mai mg mi ml mn mr ms my ne or pa ps rw sa sd si sm so su sw ta te th tk tl to tr tt ty ug ur uz vi yo yue zh zu";

/// Words that may stand twice: pronouns and articles that end one clause and begin the next, and adverbs that are
/// doubled for emphasis. What is not here can be added with the option `words`.
const DOUBLED: [(&str, &str); 14] = [
    ("da", "de den der det"),
    ("de", "das der die sie"),
    ("en", "had that bye no so very"),
    ("fr", "nous vous"),
    ("it", "via piano"),
    ("nb", "de den det"),
    ("nl", "dat die had zij"),
    ("nn", "dei det"),
    ("no", "de den det"),
    ("pl", "co"),
    ("pt", "se"),
    ("ru", "чуть еле"),
    ("sv", "de den det som"),
    ("uk", "ледь"),
];

impl Rule for RepeatedWord {
    fn name(&self) -> &'static str {
        "repeated-word"
    }

    fn group(&self) -> Group {
        Group::Consistency
    }

    fn severity(&self) -> Severity {
        Severity::Info
    }

    fn explanation(&self) -> &'static Explanation {
        &EXPLANATION
    }

    fn options(&self) -> &'static [RuleOption] {
        &[WORDS]
    }

    fn applies(&self, context: Context<'_>) -> bool {
        !has(DOUBLING, context.locale().language())
    }

    fn interest(&self) -> Interest {
        Interest::patterns(Features::SPACE)
    }

    fn check_pattern<'a>(
        &self,
        context: Context<'a>,
        entry: EntryRef<'a>,
        attribute: Option<&'a str>,
        pattern: PatternRef<'a>,
        sink: &mut Sink<'_>,
    ) {
        let language = context.locale().language();
        let doubled = DOUBLED.iter().find(|(code, _)| *code == language).map_or("", |(_, words)| words);
        for text in pattern.texts().iter().filter(|text| text.kind == TextKind::Plain) {
            let run = pattern.slice(text.span);
            for (first, second) in repetitions(run) {
                let word = run.get(second.0..second.1).unwrap_or_default();
                let lower = word.to_lowercase();
                if has(doubled, &lower)
                    || WORDS.texts(context.config()).iter().any(|own| own.to_lowercase() == lower)
                {
                    continue;
                }
                let offset = |at: usize| text.span.start + u32::try_from(at).unwrap_or(0);
                let span = Span::new(offset(second.0), offset(second.1));
                let edit = Span::new(offset(first.1), offset(second.1));
                sink.report(
                    Finding::at(entry.file(), span, format!("`{word}` stands here twice in a row"))
                        .entry(entry, attribute)
                        .fix(format!("remove one `{word}`"), false, entry.file(), [(edit, String::new())]),
                );
            }
        }
    }
}

/// Whether a word is in a list.
fn has(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|item| item == word)
}

/// The places of two equal words with nothing but spaces between them.
fn repetitions(text: &str) -> impl Iterator<Item = ((usize, usize), (usize, usize))> {
    let mut before: Option<(usize, usize)> = None;
    let tokens = text.split(' ').scan(0, |start, token| {
        let own = *start;
        *start += token.len() + 1;
        Some((own, token))
    });
    tokens.filter(|(_, token)| !token.is_empty()).filter_map(move |(start, token)| {
        let is_word = |word: &str| word.chars().all(char::is_alphabetic) && word.chars().nth(1).is_some();
        let word = token.trim_end_matches(['.', ',', ':', ';', '!', '?', '…', ')']);
        let current = is_word(word).then_some((start, start + word.len()));
        let previous = std::mem::replace(&mut before, current.filter(|_| word.len() == token.len()));
        let (previous, current) = previous.zip(current)?;
        let first = text.get(previous.0..previous.1)?;
        // "BYTES bytes" is a placeholder of the command line and its unit.
        let is_shouted = first.chars().all(char::is_uppercase);
        (first == word || !is_shouted && first.to_lowercase() == word).then_some((previous, current))
    })
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::rules::OptionValue;
    use crate::testing::{check, check_fix, check_pair, check_with};

    const RULE: &str = "repeated-word";

    #[test]
    fn doubled_words_are_found_and_removed() {
        check_pair(
            RULE,
            "a = A\n",
            "a = É het  het bestand. De de.\n",
            &["1:12: info: `het` stands here twice in a row", "1:28: info: `de` stands here twice in a row"],
        );
        check_fix(RULE, "a = A\n", "a = Open het het.\n", "a = Open het.\n");
    }

    #[test]
    fn what_may_be_doubled_is_left_alone() {
        check_pair(
            RULE,
            "a = A\n",
            "a = Zeg dat dat zo is. Is het? Het is. A a. 10 10. het, het. Lees BYTES bytes\n",
            &[],
        );
        check(RULE, &[("i18n/en/a.ftl", "a = A\n"), ("i18n/fr/a.ftl", "a = Nous nous voyons\n")], &[]);
        check(RULE, &[("i18n/en/a.ftl", "a = A\n"), ("i18n/tr/a.ftl", "a = yavaş yavaş\n")], &[]);
    }

    #[test]
    fn words_that_may_stand_twice_are_an_option() {
        let files = [("i18n/en/a.ftl", "a = A\n"), ("i18n/nl/a.ftl", "a = ga Bora Bora nu nu\n")];
        let mut config = Config::default();
        let words = OptionValue::Texts(vec!["bora".to_owned()]);
        config.options.entry(RULE.to_owned()).or_default().insert("words".to_owned(), words);
        check_with(RULE, &files, &config, &["i18n/nl/a.ftl:1:21: info: `nu` stands here twice in a row"]);
    }
}
