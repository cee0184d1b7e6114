//! Maps and sets whose keys are ids: there are millions of them in a large project.

/// A map that hashes fast; its seed is random, so that no file can choose ids that collide.
pub(crate) type Map<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;

/// A set that hashes fast, seeded as [`Map`] is.
pub(crate) type Set<K> = std::collections::HashSet<K, foldhash::fast::RandomState>;
