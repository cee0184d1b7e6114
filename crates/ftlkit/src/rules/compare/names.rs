//! Names to look up.

use std::collections::HashSet;

/// How many names are looked up in a list.
const FEW: usize = 8;

/// Some names. Nearly always they are few, and then a list is faster than a table.
#[derive(Debug)]
pub(in crate::rules) enum Names<'a> {
    Few([&'a str; FEW], usize),
    Many(HashSet<&'a str>),
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

#[cfg(test)]
mod tests {
    use super::*;

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
