//! The pages: templates, and what fills them.

use askama::Template;
use whole_comm::{AnyEntity, Kind, LabelId, ProgrammeId, ProjectId, SectionId};

use crate::address::{self, Page};
use crate::chart::Chart;
use crate::frame::Frame;
use crate::relations;
use crate::timeline::Timeline;

/// A page in the language of its frame.
pub(crate) fn write(frame: Frame<'_>, page: Page) -> Result<String, askama::Error> {
    match page {
        Page::Home => Home { chart: Chart::new(&frame), timeline: Timeline::new(&frame), frame }.render(),
        Page::Register => Register { frame }.render(),
    }
}

/// A page that says what is not to be had.
pub(crate) fn refusal(frame: Frame<'_>, heading: LabelId, advice: LabelId) -> Result<String, askama::Error> {
    Refusal { frame, heading, advice }.render()
}

#[derive(Template)]
#[template(path = "home.html", whitespace = "minimize")]
struct Home<'a> {
    frame: Frame<'a>,
    chart: Chart<'a>,
    timeline: Timeline<'a>,
}

#[derive(Template)]
#[template(path = "register.html", whitespace = "minimize")]
struct Register<'a> {
    frame: Frame<'a>,
}

#[derive(Template)]
#[template(path = "refusal.html", whitespace = "minimize")]
struct Refusal<'a> {
    frame: Frame<'a>,
    heading: LabelId,
    advice: LabelId,
}
