//! Policy and parties.

use serde::{Deserialize, Serialize};

use super::event::EventId;
use super::region::RegionId;
use super::{Content, Entity, EntityId, Field, ids, record};
use crate::format::{Arguments, NameArguments};
use crate::provenance::{List, Record, Str, line, remarked, slice, str};
use crate::{Event, Kind, Region};

ids! {
    /// Identifies a [`Policy`](crate::Policy).
    pub enum PolicyId: "policy" {
        /// The civic integration programme of Flanders; not the paths of individual immigrants, which are
        /// [`VariableId::IntegrationTrajectories`](crate::VariableId::IntegrationTrajectories).
        CivicIntegration = "civic-integration",
    }
}

/// What the page says of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PolicyData {
    /// The region whose policy it is.
    pub region: RegionId,
    /// The event that led to it.
    pub result_of: EventId,
}

impl EntityId for PolicyId {
    type Data = PolicyData;
    const KIND: Kind = Kind::Policy;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<PolicyData> {
        match self {
            Self::CivicIntegration => record!(
                PolicyData { region: RegionId::Flanders, result_of: EventId::PoliticisationFlanders },
                remarked!(
                    [line(19)],
                    [str(
                        "line 31 uses the same Dutch word for the paths of individual immigrants, which are another \
                           thing"
                    )]
                ),
            ),
        }
    }
}

impl Content for PolicyId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];
}

impl<'a> Entity<'a, PolicyId> {
    /// The region whose policy it is.
    pub fn region(self) -> Region<'a> {
        self.related(self.data().region)
    }

    /// The event that led to it.
    pub fn cause(self) -> Event<'a> {
        self.related(self.data().result_of)
    }
}

ids! {
    /// Identifies a [`Party`](crate::Party).
    ///
    /// ```
    /// use whole_comm::{EntityId, PartyId, PartyTrait};
    ///
    /// let party = PartyId::VlaamsBlok.data();
    /// assert_eq!(party.name, "Vlaams Blok");
    /// assert!(party.traits.contains(&PartyTrait::RadicalRight));
    /// ```
    pub enum PartyId: "party" {
        /// Vlaams Blok.
        VlaamsBlok = "vlaams-blok",
    }
}

/// What the page says of a political party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PartyData {
    /// The name, the same in every language.
    pub name: Str,
    /// The region in which the page names it.
    pub region: RegionId,
    /// What the page calls it.
    pub traits: List<PartyTrait>,
}

ids! {
    /// What the page calls a party.
    pub enum PartyTrait: "party trait" {
        /// Flemish nationalist.
        FlemishNationalist = "flemish-nationalist",
        /// Radical right; the page does not say *extreme* or *far* right.
        RadicalRight = "radical-right",
    }
}

impl EntityId for PartyId {
    type Data = PartyData;
    const KIND: Kind = Kind::Party;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<PartyData> {
        match self {
            Self::VlaamsBlok => record!(
                PartyData {
                    name: str("Vlaams Blok"),
                    region: RegionId::Flanders,
                    traits: slice(PartyTrait::ALL),
                },
                remarked!([line(19)], [str("the page gives no election, date or successor of the party")]),
            ),
        }
    }
}

impl Content for PartyId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::prose("summary")];

    fn name_arguments(self, arguments: &mut NameArguments<'_>) {
        arguments.verbatim("name", &self.data().name);
    }

    fn arguments(self, arguments: &mut Arguments<'_>) {
        arguments.event_date("politicisation", EventId::PoliticisationFlanders);
    }
}

impl<'a> Entity<'a, PartyId> {
    /// The region in which the page names it.
    pub fn region(self) -> Region<'a> {
        self.related(self.data().region)
    }

    /// The events in which it played a part, in the order of time.
    pub fn events(self) -> impl Iterator<Item = Event<'a>> {
        self.referring::<EventId>(move |event| event.parties.contains(&self.id()))
    }
}
