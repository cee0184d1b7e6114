//! What the rules of signs and spaces share: a pattern as it is read, and what print in each language looks like.

mod flow;
mod habits;
mod letters;
mod profile;
mod prose;
mod quotations;
mod recent;

pub(in crate::rules) use flow::{Atom, AtomKind, Flow, Side};
use habits::Style;
pub(in crate::rules) use habits::{Habit, Habits};
pub(in crate::rules) use letters::{is_closing, is_ellipsis, is_ending, is_opened, is_percent};
#[cfg(test)]
pub(in crate::rules) use profile::PROFILES;
use profile::inside;
pub(in crate::rules) use profile::{Gap, NARROW, NO_BREAK, Profile};
pub(in crate::rules) use prose::{is_key, is_keyword_list};
pub(in crate::rules) use quotations::{Quotation, has_words, is_prose, quotations};

use super::Context;
use crate::config::Quotes;
use crate::model::{FileRef, PatternRef};

/// Whether the texts of a file are to follow the profile, and not only themselves.
pub(in crate::rules) fn is_exact(context: Context<'_>) -> bool {
    context.config().typography.exact
}

/// The profile of the locale, where there is one.
pub(in crate::rules) fn profile(context: Context<'_>) -> Option<&'static Profile> {
    Profile::of(context.locale(), context.config())
}

/// The quotation marks of the locale: around a quotation, and around one inside it.
pub(in crate::rules) fn quotes_of(context: Context<'_>) -> Option<[Quotes; 2]> {
    let configured = context.config().typography.quotation_marks.get(context.locale().tag()).copied();
    configured.or_else(|| Some(profile(context)?.quotes))
}

/// The quotation marks that a file is to have: those of its locale, or others that are in use there too where the
/// file keeps to them. What the configuration names comes before both.
pub(in crate::rules) fn quotes_in<'a>(context: Context<'a>, file: FileRef<'a>) -> Option<[Quotes; 2]> {
    let quotes = quotes_of(context)?;
    let is_configured = context.config().typography.quotation_marks.contains_key(context.locale().tag());
    let own = profile(context).filter(|_| !is_configured);
    Some(match (own, context.habits(file).style) {
        (Some(profile), Style::One(style)) if profile.also.contains(&style) => [style, inside(style)],
        _ => quotes,
    })
}

/// Whether a pattern is prose at all, and has any of these bytes in it.
pub(in crate::rules) fn is_prose_with(
    pattern: PatternRef<'_>,
    attribute: Option<&str>,
    bytes: &[u8],
) -> bool {
    let text = pattern.slice(pattern.span()).as_bytes();
    text.iter().any(|byte| bytes.contains(byte)) && !is_key(attribute) && !is_keyword_list(pattern)
}
