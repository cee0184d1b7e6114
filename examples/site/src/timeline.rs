//! The timeline: events by their time, and where a drawing puts them.

use whole_comm::{Bound, Event, LabelId, PartialDate, Time};

use crate::address;
use crate::frame::Frame;
use crate::phrase::Phrase;

/// The height of a lane, in CSS pixels.
const LANE: usize = 42;
/// The height of the years above the lanes, in CSS pixels.
const AXIS: usize = 30;
/// The years between two marks of the axis.
const STEP: u16 = 20;
/// Where the axis starts and ends, in permille of the width.
const PLOT: std::ops::Range<u32> = 40..970;
/// How long something that began is drawn before it fades, in permille: the page gives no end.
const FADE: u32 = 130;
/// What is narrower than this, in permille, is drawn as a point.
const POINT: u32 = 12;

/// Everything that the timeline tells, in the order of time. What the page does not date comes last.
#[derive(Debug)]
pub(crate) struct Timeline<'a> {
    pub(crate) entries: Vec<Entry<'a>>,
    pub(crate) marks: Vec<Mark>,
    /// In CSS pixels.
    pub(crate) height: usize,
}

/// One entry.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) number: String,
    pub(crate) anchor: String,
    pub(crate) name: Phrase<'a>,
    pub(crate) when: Phrase<'a>,
    /// The same, in front of the name.
    pub(crate) when_with_colon: Phrase<'a>,
    pub(crate) summary: Phrase<'a>,
    pub(crate) crisis: bool,
    /// Where it is drawn, if the page dates it.
    pub(crate) lane: Option<Lane>,
}

/// The place of an entry in the drawing.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Lane {
    /// The top, in CSS pixels.
    pub(crate) top: usize,
    pub(crate) start: String,
    pub(crate) end: String,
    pub(crate) length: String,
    /// The middle of what is drawn as a point.
    pub(crate) point: Option<String>,
    /// How far it fades out to the right, where the page gives no end.
    pub(crate) fade: Option<String>,
    /// Where its text stands, and which end of the text is there: `start`, `middle` or `end`.
    pub(crate) text: (String, &'static str),
}

/// A year of the axis.
#[derive(Debug)]
pub(crate) struct Mark {
    pub(crate) at: String,
    pub(crate) year: String,
}

impl<'a> Timeline<'a> {
    /// The timeline of an edition: its events, and the crises that are no event of their own.
    pub(crate) fn new(frame: &Frame<'a>) -> Self {
        let mut events: Vec<Event<'a>> = frame.edition.events().collect();
        // The sort is stable: events of the same time keep the order of the page.
        events.sort_by_key(|event| event.data().time.map_or((u16::MAX, 0, 0), |time| time.date.sort_key()));
        let axis = Axis::spanning(events.iter().filter_map(|event| Some(event.data().time?.date)));
        let crises = frame.edition.crises().filter(|crisis| crisis.events().next().is_none());

        let dated = events.iter().filter(|event| event.data().time.is_some()).count();
        let events = events.into_iter().enumerate().map(|(row, event)| {
            let when = event.when().map_or_else(|| frame.label(LabelId::Undated), |when| frame.title(when));
            Entry {
                number: frame.number(row + 1),
                anchor: address::anchor(event.id()),
                name: frame.title(event.name()),
                when_with_colon: frame.colon(&when),
                when,
                summary: frame.say(event.summary()),
                crisis: event.crisis().is_some(),
                lane: event.data().time.map(|time| axis.lane(AXIS + row * LANE, time)),
            }
        });
        let mut entries: Vec<Entry<'a>> = events.collect();
        let more = entries.len() + 1..;
        entries.extend(more.zip(crises).map(|(number, crisis)| Entry {
            number: frame.number(number),
            anchor: address::anchor(crisis.id()),
            name: frame.title(crisis.name()),
            when: frame.label(LabelId::Undated),
            when_with_colon: frame.colon(&frame.label(LabelId::Undated)),
            summary: frame.say(crisis.summary()),
            crisis: true,
            lane: None,
        }));
        Self { marks: axis.marks(frame), height: AXIS + dated * LANE, entries }
    }

    /// The entries that the page dates.
    pub(crate) fn drawn(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(|entry| entry.lane.is_some())
    }
}

/// The years that a drawing spans, counted in months since the year 0.
#[derive(Debug, Clone, Copy)]
struct Axis {
    first: u32,
    last: u32,
}

impl Axis {
    /// The axis for these dates: from a mark before the first of them to the end of the last one's decade.
    fn spanning(dates: impl Iterator<Item = PartialDate>) -> Self {
        let (first, last) = dates
            .map(months)
            .fold((u32::MAX, 0), |(first, last), date| (first.min(date.start), last.max(date.end)));
        let step = u32::from(STEP) * 12;
        let first = first.min(last) / step * step;
        Self { first, last: last.div_ceil(120).max(first / 120 + 1) * 120 }
    }

    /// Where a month is, in permille of the width.
    fn place(self, month: u32) -> u32 {
        let passed = month.clamp(self.first, self.last) - self.first;
        PLOT.start + passed * (PLOT.end - PLOT.start) / (self.last - self.first)
    }

    fn lane(self, top: usize, time: Time) -> Lane {
        let span = months(time.date);
        let (start, end) = (self.place(span.start), self.place(span.end));
        let length = end - start;
        Lane {
            top,
            start: percentage(start),
            end: percentage(end),
            length: percentage(length),
            point: (length < POINT).then(|| percentage(start + length / 2)),
            fade: (time.bound == Bound::Since).then(|| percentage(FADE.min(1000 - end))),
            text: text_place(start, end),
        }
    }

    fn marks(self, frame: &Frame<'_>) -> Vec<Mark> {
        let years = (self.first / 12..=self.last / 12).step_by(STEP.into());
        let mark = |year: u32| {
            let date = PartialDate::Year { year: u16::try_from(year).ok()? };
            Some(Mark { at: percentage(self.place(year * 12)), year: frame.date(date) })
        };
        years.filter_map(mark).collect()
    }
}

/// Where the text of what is drawn from `start` to `end` has most room, even on a narrow screen.
fn text_place(start: u32, end: u32) -> (String, &'static str) {
    match (start, end) {
        (..400, _) => (percentage(start), "start"),
        (_, 800..) => (percentage(end + 5), "end"),
        _ => (percentage(u32::midpoint(start, end).min(600)), "middle"),
    }
}

/// The months that a date can mean, counted since the year 0. The first years of a decade are three, those of a century
/// ten: enough to be seen, and not to be measured.
fn months(date: PartialDate) -> std::ops::Range<u32> {
    let years = |first: u16, count: u32| u32::from(first) * 12..(u32::from(first) + count) * 12;
    match date {
        PartialDate::Day { year, month, .. } | PartialDate::Month { year, month } => {
            let month = u32::from(year) * 12 + month as u32;
            month..month + 1
        }
        PartialDate::Year { year } => years(year, 1),
        PartialDate::DecadeStart { decade } => years(decade, 3),
        PartialDate::Decades { first, last } => u32::from(first) * 12..(u32::from(last) + 10) * 12,
        PartialDate::CenturyStart { .. } => years(date.first_year(), 10),
    }
}

/// Permille of the width as SVG writes a length.
fn percentage(permille: u32) -> String {
    format!("{}.{}%", permille / 10, permille % 10)
}

#[cfg(test)]
mod tests {
    use whole_comm::Month;

    use super::*;

    const AXIS_OF_TESTS: Axis = Axis { first: 1900 * 12, last: 2000 * 12 };

    #[test]
    fn an_axis_starts_at_a_mark_and_ends_with_a_decade() {
        let dates = [
            PartialDate::Month { year: 2021, month: Month::October },
            PartialDate::CenturyStart { century: 20 },
            PartialDate::Year { year: 1915 },
        ];
        let axis = Axis::spanning(dates.into_iter());
        assert_eq!((axis.first, axis.last), (1900 * 12, 2030 * 12));
        assert_eq!((axis.place(axis.first), axis.place(axis.last)), (PLOT.start, PLOT.end));
        // Nothing to span is no division by zero.
        let empty = Axis::spanning(std::iter::empty());
        assert_eq!(empty.place(5), PLOT.start + (PLOT.end - PLOT.start) * 5 / 120);
    }

    #[test]
    fn what_is_short_is_a_point_and_what_began_fades() {
        let year = Time { date: PartialDate::Year { year: 1950 }, bound: Bound::At };
        let lane = AXIS_OF_TESTS.lane(7, year);
        assert_eq!((lane.top, lane.point.is_some(), lane.fade), (7, true, None));
        assert_eq!(lane.text, ("50.9%".to_owned(), "middle"));

        let decades = Time { date: PartialDate::Decades { first: 1920, last: 1930 }, bound: Bound::At };
        let lane = AXIS_OF_TESTS.lane(0, decades);
        assert_eq!((lane.start.as_str(), lane.length.as_str(), lane.point), ("22.6%", "18.6%", None));
        assert_eq!(lane.text, ("22.6%".to_owned(), "start"));

        let unending = Time { date: PartialDate::DecadeStart { decade: 1990 }, bound: Bound::Since };
        let lane = AXIS_OF_TESTS.lane(0, unending);
        assert_eq!(lane.fade.as_deref(), Some("9.6%"), "what fades stays inside the drawing");
        assert_eq!(lane.text.1, "end");
    }
}
