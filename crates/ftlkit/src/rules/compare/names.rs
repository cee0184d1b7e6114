//! Names to look up.

use std::collections::hash_map::Entry;
use std::hash::Hash;

use crate::hash::{Map, Set};

/// How many names are looked up in a list.
const FEW: usize = 8;

/// Some names. Nearly always they are few, and then a list is faster than a table.
#[derive(Debug)]
pub(in crate::rules) enum Names<'a> {
    Few([&'a str; FEW], usize),
    Many(Set<&'a str>),
}

impl<'a> FromIterator<&'a str> for Names<'a> {
    fn from_iter<I: IntoIterator<Item = &'a str>>(names: I) -> Self {
        let mut names = names.into_iter();
        let mut few = [""; FEW];
        let mut count = 0;
        for (place, name) in few.iter_mut().zip(&mut names) {
            *place = name;
            count += 1;
        }
        match names.next() {
            None => Self::Few(few, count),
            Some(next) => Self::Many(few.into_iter().chain([next]).chain(names).collect()),
        }
    }
}

impl Names<'_> {
    pub(in crate::rules) fn contains(&self, name: &str) -> bool {
        match self {
            Self::Few(names, count) => names.iter().take(*count).any(|other| *other == name),
            Self::Many(names) => names.contains(name),
        }
    }
}

/// Items whose key an earlier one has: the first that has it, and the item.
pub(in crate::rules) fn repeated<T: Copy, K: Eq + Hash + Copy>(
    items: impl Iterator<Item = T>,
    key: impl Fn(T) -> K,
) -> Vec<(T, T)> {
    let mut found = Vec::new();
    let mut few: [Option<(K, T)>; FEW] = [None; FEW];
    let mut many: Map<K, T> = Map::default();
    for (index, item) in items.enumerate() {
        let own = key(item);
        if let Some(free) = few.get_mut(index) {
            *free = Some((own, item));
            let first = few.iter().take(index).flatten().find(|(other, _)| *other == own);
            found.extend(first.map(|(_, first)| (*first, item)));
            continue;
        }
        if index == FEW {
            many.extend(few.iter().rev().flatten().copied());
        }
        match many.entry(own) {
            Entry::Occupied(first) => found.push((*first.get(), item)),
            Entry::Vacant(free) => {
                free.insert(item);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_repeated_is_found_with_the_first() {
        for count in 0..30 {
            for period in 1..12 {
                let found = repeated(0..count, |number| number % period);
                let expected: Vec<_> = (period..count).map(|number| (number % period, number)).collect();
                assert_eq!(found, expected, "{count} {period}");
            }
        }
    }

    #[test]
    fn few_and_many_are_found_alike() {
        let all: Vec<String> = (0..20).map(|number| format!("n{number}")).collect();
        for count in 0..all.len() {
            let names: Names<'_> = all.iter().take(count).map(String::as_str).collect();
            let found = all.iter().filter(|name| names.contains(name)).count();
            assert_eq!(found, count);
            assert!(!names.contains(""), "{count}");
        }
    }
}
