//! Which parts of a file are taken by fixes already.

use std::collections::BTreeMap;

use crate::source::Span;

/// Parts that do not overlap, by where they begin.
#[derive(Debug, Default)]
pub(super) struct Places(BTreeMap<u32, u32>);

impl Places {
    /// Whether a part neither overlaps one that is taken nor, where one of them is empty, touches it: nobody could tell
    /// which of two texts comes first.
    pub(super) fn is_free(&self, span: Span) -> bool {
        let near = self.0.range(..=span.end).rev().map(|(&start, &end)| Span::new(start, end));
        let mut near = near.take_while(|taken| taken.end >= span.start);
        near.all(|taken| {
            let apart = taken.end <= span.start || span.end <= taken.start;
            let is_point = taken.is_empty() || span.is_empty();
            apart && !(is_point && taken.end >= span.start && span.end >= taken.start)
        })
    }

    pub(super) fn take(&mut self, span: Span) {
        self.0.insert(span.start, span.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_touch_are_free_unless_one_is_empty() {
        let mut places = Places::default();
        places.take(Span::new(10, 20));
        places.take(Span::at(30));
        let free = |start, end| places.is_free(Span::new(start, end));
        assert!(free(0, 10) && free(20, 25) && free(25, 29) && free(31, 40) && free(5, 5));
        assert!(!free(10, 10) && !free(20, 20) && !free(30, 30), "a point that touches");
        assert!(!free(25, 30) && !free(30, 31), "a part that touches a point");
        assert!(!free(0, 11) && !free(12, 13) && !free(19, 25) && !free(0, u32::MAX));
    }
}
