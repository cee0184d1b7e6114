//! Shares in whole permille, so that 49.9 % is exact.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::contract::{Example, Pattern};

/// A share, or a difference between shares, in thousandths: 499 is 49.9 %. In JSON it is the bare number, `499`.
///
/// As an argument of a text it is shown as a percentage, in the language of the text.
///
/// ```
/// use whole_comm::{EntityId, Permille, RegionId};
///
/// let sum: u16 = RegionId::ALL.iter().map(|id| id.data().reception_share.permille()).sum();
/// assert_eq!(sum, 1000);
/// assert_eq!(Permille::new(499).percent(), 49.9);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Permille(u16);

impl Permille {
    /// A share of this many thousandths; more than 1000 is more than the whole.
    pub const fn new(permille: u16) -> Self {
        Self(permille)
    }

    /// The thousandths.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The share in percent, the closest that a float can hold.
    pub fn percent(self) -> f64 {
        f64::from(self.0) / 10.0
    }

    /// How far apart two shares are, whichever is larger.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0.abs_diff(other.0))
    }
}

/// The bare thousandths with their sign: `499‰`.
impl fmt::Display for Permille {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}‰", self.0)
    }
}

/// The messages of `number.ftl`.
pub(crate) const PATTERNS: &[Pattern] = &[
    pattern("number-percent", Example::Percentage(8)),
    pattern("number-percentage-points", Example::Points(8)),
    pattern("number-word", Example::Count(8)),
];

const fn pattern(message: &'static str, example: Example) -> Pattern {
    Pattern { message, attributes: &[], example }
}
