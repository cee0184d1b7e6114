//! Maps and sets whose keys are ids: there are millions of them in a large project.

/// What such maps hash with.
pub(crate) type Seed = foldhash::fast::RandomState;

/// A map that hashes fast; its seed is random, so that no file can choose ids that collide.
pub(crate) type Map<K, V> = std::collections::HashMap<K, V, Seed>;

/// A set that hashes fast, seeded as [`Map`] is.
pub(crate) type Set<K> = std::collections::HashSet<K, Seed>;

/// A digest of a text, for a first look: files can be made in which different texts have the same.
pub(crate) fn digest(text: &str) -> u64 {
    let add = |sum: u64, part: u64| (sum.rotate_left(5) ^ part).wrapping_mul(0x51_7c_c1_b7_27_22_0a_95);
    let mut parts = text.as_bytes().chunks_exact(8);
    let sum = parts.by_ref().fold(text.len() as u64, |sum, part| {
        add(sum, part.try_into().map(u64::from_le_bytes).unwrap_or_default())
    });
    let last = parts.remainder().iter().fold(0, |last, byte| last << 8 | u64::from(*byte));
    add(sum, last)
}
