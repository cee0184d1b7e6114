//! What fixes make of the texts, and where the parts of a text have gone.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::check::Report;
use crate::diagnostic::Diagnostic;
use crate::fix::{Edit, apply_edits, is_blank, with_blank_lines};
use crate::source::Span;

/// The texts of the files that fixes change, with the fixes made.
#[derive(Debug, Default)]
pub(super) struct Rewritten {
    /// By path; nothing where the file is removed.
    pub(super) texts: BTreeMap<Arc<str>, Option<String>>,
    pub(super) moves: Moves,
}

impl Rewritten {
    pub(super) fn new(report: &Report, chosen: &[Diagnostic]) -> Self {
        let sources = report.sources();
        let mut edits: BTreeMap<&Arc<str>, Vec<Edit>> = BTreeMap::new();
        let mut rewritten = Self::default();
        for fix in chosen.iter().filter_map(|diagnostic| diagnostic.fix()) {
            for edit in &fix.edits {
                edits.entry(&edit.path).or_default().push(edit.clone());
                if fix.removes {
                    rewritten.texts.insert(Arc::clone(&edit.path), None);
                }
            }
        }
        for (path, edits) in edits {
            if rewritten.texts.contains_key(path) {
                continue;
            }
            let text = sources.get(&**path).map(|source| source.text()).unwrap_or_default();
            let edits = join(text, edits);
            let after = apply_edits(text, &edits);
            rewritten.moves.0.insert(report.place_of(path).into_owned(), step(&edits));
            rewritten.texts.insert(Arc::clone(path), Some(after));
        }
        rewritten.follow_links(report);
        rewritten
    }

    /// What is reached through links as well changes there, too; a link that is removed does not.
    fn follow_links(&mut self, report: &Report) {
        let places = self.texts.iter().filter(|(_, text)| text.is_some());
        let places: HashMap<_, _> =
            places.map(|(path, text)| (report.place_of(path).into_owned(), text.clone())).collect();
        for source in report.sources().values() {
            if let Some(text) = places.get(&*report.place_of(source.path())) {
                self.texts.entry(Arc::clone(source.path())).or_insert_with(|| text.clone());
            }
        }
    }
}

/// The edits, sorted. Lines that go together with their neighbours are taken as one: each for itself left the blank lines
/// between them to the other.
fn join(text: &str, mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| edit.span);
    let mut joined: Vec<Edit> = Vec::with_capacity(edits.len());
    let mut edits = edits.into_iter().peekable();
    while let Some(first) = edits.next() {
        let mut run = vec![first];
        let follows = |run: &[Edit], next: &Edit| {
            let gap = run.last().and_then(|last| text.get(last.span.end as usize..next.span.start as usize));
            [run.last(), Some(next)].into_iter().flatten().all(|edit| is_of_lines(text, edit))
                && gap.is_some_and(|gap| gap.lines().all(is_blank))
        };
        while let Some(next) = edits.next_if(|next| follows(&run, next)) {
            run.push(next);
        }
        let [Edit { path, span: start, .. }, .., Edit { span: end, .. }] = run.as_slice() else {
            joined.append(&mut run);
            continue;
        };
        let span = with_blank_lines(text, without_blank_lines(text, Span::new(start.start, end.end)));
        let is_free = joined.last().is_none_or(|last| last.span.end <= span.start)
            && edits.peek().is_none_or(|next| span.end <= next.span.start);
        if is_free {
            run = vec![Edit { path: Arc::clone(path), span, text: String::new() }];
        }
        joined.append(&mut run);
    }
    joined
}

/// Whether an edit removes whole lines.
fn is_of_lines(text: &str, edit: &Edit) -> bool {
    let (start, end) = (edit.span.start as usize, edit.span.end as usize);
    let begins = |place: usize| {
        let head = text.get(..place).unwrap_or_default();
        head.is_empty() || head.ends_with('\n')
    };
    edit.text.is_empty() && start < end && begins(start) && (begins(end) || end == text.len())
}

/// Lines without the blank ones before the first and behind the last that says something.
fn without_blank_lines(text: &str, lines: Span) -> Span {
    let all = text.get(lines.start as usize..lines.end as usize).unwrap_or_default();
    let blank = |lines: &mut dyn Iterator<Item = &str>| {
        let length: usize = lines.take_while(|line| is_blank(line)).map(str::len).sum();
        u32::try_from(length).unwrap_or(0)
    };
    let first = blank(&mut all.split_inclusive('\n'));
    let last = blank(&mut all.split_inclusive('\n').rev());
    Span::new(lines.start + first, lines.end.saturating_sub(last).max(lines.start + first))
}

/// Where the parts of texts have gone, by where the files really are.
#[derive(Debug, Default)]
pub(super) struct Moves(HashMap<String, Step>);

/// Replaced parts, sorted, and where the text in their place begins and ends now.
type Step = Vec<(Span, Span)>;

fn step(edits: &[Edit]) -> Step {
    let mut growth = 0_i64;
    let place = |at: u32, growth: i64| u32::try_from(i64::from(at) + growth).unwrap_or(at);
    let moved = edits.iter().map(|edit| {
        let start = place(edit.span.start, growth);
        growth += i64::try_from(edit.text.len()).unwrap_or(0);
        growth -= i64::from(edit.span.end.saturating_sub(edit.span.start));
        (edit.span, Span::new(start, place(edit.span.end, growth)))
    });
    moved.collect()
}

impl Moves {
    /// Where what begins at one of some places may begin now.
    pub(super) fn apply(&self, place: &str, span: Span) -> Span {
        self.0
            .get(place)
            .map_or(span, |step| Span::new(moved(step, span.start).start, moved(step, span.end).end))
    }
}

/// Where what begins at an offset may begin now: that is certain unless it is in the middle of what was replaced.
fn moved(step: &Step, offset: u32) -> Span {
    let is_before = |(old, _): &(Span, Span)| old.end < offset || (old.end == offset && !old.is_empty());
    let (before, rest) = step.split_at(step.partition_point(is_before));
    match (rest.first(), before.last()) {
        (Some((old, new)), _) if old.start <= offset => *new,
        (_, Some((old, new))) => Span::at(offset.saturating_add(new.end).saturating_sub(old.end)),
        (_, None) => Span::at(offset),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(edits: &[(u32, u32, &str)]) -> Vec<Edit> {
        let edit = |&(start, end, text): &(u32, u32, &str)| Edit {
            path: "a.ftl".into(),
            span: Span::new(start, end),
            text: text.to_owned(),
        };
        edits.iter().map(edit).collect()
    }

    #[test]
    fn neighbours_leave_no_gap() {
        let check = |text: &str, removed: &[(u32, u32, &str)], expected: &str| {
            assert_eq!(apply_edits(text, &join(text, edits(removed))), expected);
        };
        let text = "k\n\na\nb\n\nl\n";
        check(text, &[(3, 5, ""), (5, 7, "")], "k\n\nl\n");
        check(text, &[(5, 7, "")], "k\n\na\n\nl\n");
        check(text, &[(0, 1, "kkk"), (3, 5, ""), (5, 7, ""), (8, 9, "")], "kkk\n\n\n");
        check("k\na\n\nb\nl\n", &[(2, 4, ""), (5, 7, "")], "k\nl\n");
        check("k\n\na\n\n\nb\n\nl\n", &[(2, 5, ""), (7, 10, "")], "k\n\nl\n");
        // Where something else is done with a blank line, it stays.
        check("k\n\na\nb\n\nl\n", &[(3, 5, ""), (5, 7, ""), (7, 8, "\r\n")], "k\n\n\r\nl\n");
        check("k\n\na\nb\n", &[(3, 5, ""), (5, 7, "")], "k\n");
        check("k\n\na\nb\nc\n\nl\nd\ne\n\nm\n", &[(3, 5, ""), (5, 7, ""), (7, 9, "")], "k\n\nl\nd\ne\n\nm\n");
        // Two words are no lines.
        check("k\n\nab\n\nl\n", &[(3, 4, ""), (4, 5, "")], "k\n\n\n\nl\n");
    }

    #[test]
    fn what_stands_behind_an_edit_moves_with_it() {
        let edits = edits(&[(1, 2, ""), (4, 6, "xyz"), (7, 7, "_")]);
        assert_eq!(apply_edits("abcdefgh", &edits), "acdxyzg_h");
        let moves = Moves(HashMap::from([("p".to_owned(), step(&edits))]));
        let place = |at: u32| moves.apply("p", Span::at(at));
        let certain: Vec<Span> = [0, 2, 3, 6].map(place).to_vec();
        assert_eq!(certain, [Span::at(0), Span::at(1), Span::at(2), Span::at(6)]);
        // `b` is gone, `e` and `f` are something else, and what was inserted may belong to either side.
        assert_eq!([1, 4, 5, 7].map(place), [Span::at(1), Span::new(3, 6), Span::new(3, 6), Span::new(7, 8)]);
        assert_eq!(moves.apply("p", Span::new(3, 5)), Span::new(2, 6));
        assert_eq!(moves.apply("q", Span::at(7)), Span::at(7));
    }
}
