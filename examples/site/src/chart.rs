//! The chart of the reception shares: one bar for each region, on a track that is the whole.

use whole_comm::{EventId, Permille, PopulationId};

use crate::frame::Frame;
use crate::phrase::Phrase;

/// The height of a bar with its text, in CSS pixels.
const ROW: usize = 60;
/// What is left free below a bar, in CSS pixels.
const GAP: usize = 16;

/// A chart of shares. Lengths are percentages of the width, so that text keeps its size on a narrow screen.
#[derive(Debug)]
pub(crate) struct Chart<'a> {
    pub(crate) bars: Vec<Bar<'a>>,
    /// In CSS pixels.
    pub(crate) height: usize,
    /// What the shares are shares of.
    pub(crate) base: Phrase<'a>,
    /// The month of the figures.
    pub(crate) month: String,
    /// The chart in a sentence.
    pub(crate) alternative: Phrase<'a>,
}

/// The bar of a region.
#[derive(Debug)]
pub(crate) struct Bar<'a> {
    pub(crate) name: Phrase<'a>,
    pub(crate) share: Phrase<'a>,
    pub(crate) length: String,
    /// The top of the row, in CSS pixels.
    pub(crate) top: usize,
    /// Whether the study looks at the region.
    pub(crate) in_focus: bool,
}

impl<'a> Chart<'a> {
    /// The chart of an edition, the largest share first.
    pub(crate) fn new(frame: &Frame<'a>) -> Self {
        let mut regions: Vec<_> = frame.edition.regions().collect();
        regions.sort_by_key(|region| std::cmp::Reverse(region.data().reception_share.share));
        let bars = regions.iter().enumerate().map(|(row, region)| Bar {
            name: frame.title(region.name()),
            share: frame.say(region.reception_share()),
            length: percentage(region.data().reception_share.share),
            top: row * ROW,
            in_focus: region.data().in_focus,
        });
        let snapshot = frame.edition.event(EventId::ReceptionSnapshot);
        Self {
            bars: bars.collect(),
            height: (regions.len() * ROW).saturating_sub(GAP),
            base: frame.title(frame.edition.population(PopulationId::AsylumSeekers).name()),
            month: snapshot.data().time.map(|time| frame.date(time.date)).unwrap_or_default(),
            alternative: frame.say(snapshot.summary()),
        }
    }
}

/// A share as SVG writes a length; unlike what people read, it is the same in every language.
fn percentage(share: Permille) -> String {
    format!("{}.{}%", share.get() / 10, share.get() % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_become_lengths() {
        for (permille, length) in [(499, "49.9%"), (76, "7.6%"), (1000, "100.0%"), (5, "0.5%")] {
            assert_eq!(percentage(Permille::new(permille)), length);
        }
    }
}
