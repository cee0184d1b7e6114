//! The texts that were read last: the rules look at one text one after the other, and each reads it.

use std::cell::RefCell;
use std::rc::Rc;

use super::flow::Flow;
use crate::model::{PatternRef, Text};
use crate::source::Span;

/// So many texts are kept on each thread: a translation and its reference, and those that were read in between.
const KEPT: usize = 4;

/// So many bytes a text has at most that is kept.
const LONGEST: usize = 1 << 12;

thread_local! {
    static RECENT: RefCell<Recent> = RefCell::default();
}

#[derive(Debug, Default)]
struct Recent {
    texts: Vec<Known>,
    /// The place of the one that was read first.
    oldest: usize,
}

/// A text that was read, with all that its reading depends on: whatever has become of its file, it is still right.
#[derive(Debug)]
struct Known {
    span: Span,
    text: String,
    runs: Vec<Text>,
    flow: Rc<Flow>,
}

impl Known {
    fn is(&self, pattern: PatternRef<'_>) -> bool {
        self.span == pattern.span() && self.text == pattern.text() && self.runs == pattern.texts()
    }
}

/// Reads a pattern, unless it is one of the last that were read.
pub(super) fn read(pattern: PatternRef<'_>) -> Rc<Flow> {
    if pattern.span().len() > LONGEST {
        return Rc::new(Flow::read(pattern));
    }
    RECENT.with_borrow_mut(|recent| {
        if let Some(known) = recent.texts.iter().find(|known| known.is(pattern)) {
            return Rc::clone(&known.flow);
        }
        let flow = Rc::new(Flow::read(pattern));
        let known = Known {
            span: pattern.span(),
            text: pattern.text().to_owned(),
            runs: pattern.texts().to_vec(),
            flow: Rc::clone(&flow),
        };
        match recent.texts.get_mut(recent.oldest) {
            Some(oldest) => *oldest = known,
            None => recent.texts.push(known),
        }
        recent.oldest = (recent.oldest + 1) % KEPT;
        flow
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FileRef, Model};
    use crate::source::Source;
    use crate::syntax::Limits;

    #[test]
    fn a_text_is_read_once_and_no_other_is_taken_for_it() {
        let texts = ["a = x\n    y\n", "a = x\n     y\n", "b = x\n    y\n", "a =\n  x\n    y\n"];
        let sources = texts.map(|text| Source::new("a.ftl", text.to_owned()));
        let models = sources.each_ref().map(|source| Model::new(source, &Limits::default()));
        for _ in 0..3 {
            for (source, model) in sources.iter().zip(&models) {
                let (_, _, pattern) = FileRef::new(source, model, 0).patterns().next().unwrap();
                let shown = |flow: &Flow| format!("{:?}", flow.atoms().collect::<Vec<_>>());
                let first = read(pattern);
                assert_eq!(shown(&first), shown(&Flow::read(pattern)), "{}", source.text());
                assert!(Rc::ptr_eq(&first, &read(pattern)));
            }
        }
    }
}
