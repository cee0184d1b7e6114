//! What a file does most of the time, so that a rule can say where the file disagrees with itself.

use super::flow::{Flow, Side};
use super::profile::{NARROW, NO_BREAK, Profile};
use super::quotations::{is_prose, quotations};
use super::{letters, prose};
use crate::config::Quotes;
use crate::model::{Features, FileRef};

/// How often a file does what.
#[derive(Debug, Default, Clone, Copy)]
pub(in crate::rules) struct Habits {
    /// `'` and `’` between letters.
    pub(in crate::rules) apostrophes: Habit,
    /// Quotations in straight marks, and in those of the language.
    pub(in crate::rules) quotations: Habit,
    /// The marks of the language around quotations that stand in no other.
    pub(in crate::rules) style: Style,
    /// `...` and `…`
    pub(in crate::rules) ellipses: Habit,
    /// `?` and the like right behind a letter, and behind some space.
    pub(in crate::rules) high_signs: Habit,
    /// U+00A0 and U+202F before `;`, `!` and `?`.
    pub(in crate::rules) narrow_spaces: Habit,
    /// `%` right behind a number, and behind some space.
    pub(in crate::rules) percents: Habit,
    /// A plain space before `%`, and U+00A0 or U+202F.
    pub(in crate::rules) percent_spaces: Habit,
    /// Whether there is any punctuation of a script that is not Latin.
    pub(in crate::rules) own_signs: bool,
}

/// How often a file does the plain thing, and how often the one that print has.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) struct Habit {
    pub(in crate::rules) plain: u32,
    pub(in crate::rules) printed: u32,
}

/// Whether a file keeps to one pair of marks.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum Style {
    /// It has no quotations.
    #[default]
    None,
    /// It has no others.
    One(Quotes),
    /// It has several.
    Several,
}

impl Style {
    fn count(&mut self, quotes: Quotes) {
        *self = match *self {
            Self::None => Self::One(quotes),
            Self::One(only) if only == quotes => Self::One(only),
            _ => Self::Several,
        };
    }
}

impl Habit {
    /// Whether the file does both, and what print has not only by a slip.
    pub(in crate::rules) fn is_mixed(self) -> bool {
        self.plain > 0 && self.printed > 0 && self.printed.saturating_mul(TOLERANCE) >= self.plain
    }

    fn count(&mut self, is_printed: bool) {
        let slot = if is_printed { &mut self.printed } else { &mut self.plain };
        *slot = slot.saturating_add(1);
    }
}

/// One that stands alone among more of the others than this is the slip itself.
const TOLERANCE: u32 = 10;

impl Habits {
    /// Reads a file once; `spaces` says whether those before punctuation matter in its language.
    pub(in crate::rules) fn of(file: FileRef<'_>, profile: Option<&Profile>, spaces: bool) -> Self {
        let mut habits = Self::default();
        // Where nothing is as in print, nothing disagrees.
        let whole = file.source().text();
        let has_marks = whole.contains(['’', '«', '»', '“', '”', '„', '‘', '‚']);
        let has_ellipsis = whole.contains('…');
        habits.own_signs = whole.contains(letters::is_own_sign);
        let mut wanted = Features::PERCENT;
        if has_marks {
            wanted |= Features::QUOTES | Features::SYMBOLS | Features::LATIN_SIGNS;
        }
        if spaces {
            wanted |= Features::EXCLAMATION | Features::SEMICOLON;
        }
        for (_, attribute, pattern) in file.patterns() {
            let text = || pattern.slice(pattern.span());
            let is_ellipsis = || has_ellipsis && (text().contains("...") || text().contains('…'));
            let is_wanted = wanted.meets(pattern.features()) || is_ellipsis();
            if is_wanted && !prose::is_key(attribute) && !prose::is_keyword_list(pattern) {
                habits.read(&Flow::of(pattern), profile);
            }
        }
        habits
    }

    fn read(&mut self, flow: &Flow, profile: Option<&Profile>) {
        let mut has_marks = false;
        for (at, sign, atom) in flow.prose() {
            match sign {
                '\'' | '’' => {
                    has_marks = true;
                    if atom.before.is_letter() && atom.after.is_letter() {
                        self.apostrophes.count(sign == '’');
                    }
                }
                '"' | '«' | '“' | '„' | '‘' | '‚' | '»' => has_marks = true,
                '…' => self.ellipses.count(true),
                '.' if letters::is_ellipsis(flow, at) => self.ellipses.count(false),
                '%' if letters::is_percent(flow, at) => {
                    let is_spaced = atom.before.is_space();
                    self.percents.count(is_spaced);
                    if is_spaced {
                        self.percent_spaces.count(atom.before != Side::Sign(' '));
                    }
                }
                '!' | '?' | ';' => match atom.before {
                    Side::Sign(before) if before == NO_BREAK || before == NARROW => {
                        self.high_signs.count(true);
                        self.narrow_spaces.count(before == NARROW);
                    }
                    before if before.is_space() => self.high_signs.count(true),
                    before if before.is_letter() => self.high_signs.count(false),
                    _ => {}
                },
                _ => {}
            }
        }
        if !has_marks {
            return;
        }
        for &quotation in quotations(flow) {
            if quotation.is_straight() {
                // What is typed has straight marks everywhere.
                if is_prose(flow, quotation) {
                    self.quotations.count(false);
                }
            } else if profile.is_none_or(|profile| profile.knows(quotation.quotes)) {
                self.quotations.count(true);
                if quotation.depth == 0 {
                    self.style.count(quotation.quotes);
                }
            }
        }
    }
}
