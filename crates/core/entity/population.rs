//! Groups of people that the study speaks of. They overlap, but none stands for another.

use serde::{Deserialize, Serialize};

use super::date::PartialDate;
use super::event::{CrisisId, EventId};
use super::method::MethodId;
use super::method::VariableId;
use super::project::ProjectId;
use super::publication::PublicationId;
use super::region::RegionId;
use super::{Content, Entity, EntityId, Field, field, ids, record};
use crate::format::{Arguments, NameArguments};
use crate::provenance::{Record, emendation, line, lines, list, page, remarked, str};
use crate::{Crisis, Kind, Method, Project, Provenance, Publication, Region, Text, Variable};

ids! {
    /// Identifies a [`Population`](crate::Population).
    ///
    /// ```
    /// use whole_comm::{EntityId, Library, Locale, PopulationId};
    ///
    /// let en = Library::embedded().edition(Locale::English);
    /// assert_eq!(en.population(PopulationId::Post2014Migrants).name(), "post-2014 migrants");
    /// assert_eq!(PopulationId::Ukrainians.data().magnitude, Some(1000));
    /// ```
    pub enum PopulationId: "population" {
        /// Migrants.
        Migrants = "migrants",
        /// Migrants who arrived after the crisis of 2015.
        PostCrisisMigrants = "post-crisis-migrants",
        /// Post-2014 migrants.
        Post2014Migrants = "post-2014-migrants",
        /// Asylum seekers.
        AsylumSeekers = "asylum-seekers",
        /// Refugees.
        Refugees = "refugees",
        /// Labour migrants.
        LabourMigrants = "labour-migrants",
        /// Immigrants.
        Immigrants = "immigrants",
        /// Residents of long standing; not the legal status of that name in European law.
        LongTermResidents = "long-term-residents",
        /// The local population.
        LocalPopulation = "local-population",
        /// Ukrainians.
        Ukrainians = "ukrainians",
    }
}

/// What the page says of a group of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PopulationData {
    /// The crisis after which the group arrived, where that defines it.
    pub after: Option<CrisisId>,
    /// The year in the group's label. It is part of a name, not a bound: *post-2014* can mean from 2014 or from 2015.
    pub label_year: Option<u16>,
    /// The order of magnitude, where the page gives one: 1000 for *thousands*.
    pub magnitude: Option<u32>,
}

const UNDEFINED: PopulationData = PopulationData { after: None, label_year: None, magnitude: None };

impl EntityId for PopulationId {
    type Data = PopulationData;
    const KIND: Kind = Kind::Population;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<PopulationData> {
        match self {
            Self::Migrants => record!(UNDEFINED, page![line(3), line(17), lines(21, 25), line(29)]),
            Self::PostCrisisMigrants => record!(
                PopulationData { after: Some(CrisisId::Crisis2015), label_year: None, magnitude: None },
                page![line(3)],
            ),
            Self::Post2014Migrants => record!(
                PopulationData { after: None, label_year: Some(2014), magnitude: None },
                remarked!([line(45), line(51)], [str("a label of the page, without a defined first year")]),
            ),
            Self::AsylumSeekers => {
                record!(UNDEFINED, page![line(15), line(17), line(19), line(23), line(31)])
            }
            Self::Refugees => record!(UNDEFINED, page![line(23), line(31), line(37)]),
            Self::LabourMigrants => record!(UNDEFINED, page![line(17), line(19), line(23)]),
            Self::Immigrants => record!(UNDEFINED, page![line(31), line(57)]),
            Self::LongTermResidents => record!(
                UNDEFINED,
                remarked!(
                    [line(45)],
                    [str(
                        "established local residents; European law uses the same words for a legal status of migrants"
                    )]
                ),
            ),
            Self::LocalPopulation => record!(UNDEFINED, page![line(29)]),
            Self::Ukrainians => record!(
                PopulationData { after: None, label_year: None, magnitude: Some(1000) },
                Provenance {
                    lines: list![line(23)],
                    emended: list![emendation(23, "uit alle EU-lidstaten", "in alle EU-lidstaten")],
                    truncated: None,
                    external: list![],
                    notes: list![str("the page gives no date and no number beyond thousands")],
                },
            ),
        }
    }
}

impl Content for PopulationId {
    const FIELDS: &'static [Field] = &[Field::NAME, Field::name_form("singular"), Field::prose("summary")];

    fn has(self, optional_field: &str) -> bool {
        // A collective noun has no singular that names one person.
        optional_field != "singular" || self != Self::LocalPopulation
    }

    fn name_arguments(self, arguments: &mut NameArguments<'_>) {
        if let Some(year) = self.data().label_year {
            arguments.date("year", PartialDate::Year { year });
        }
        if let Some(time) = self.data().after.and_then(|crisis| crisis.data().time) {
            arguments.date("crisis", time.date);
        }
    }

    fn arguments(self, arguments: &mut Arguments<'_>) {
        arguments.name("post-crisis-migrants", Self::PostCrisisMigrants, "name");
        arguments.name("post-2014-migrants", Self::Post2014Migrants, "name");
        arguments.event_date("labour-migration", EventId::LabourMigrationWallonia);
    }
}

impl<'a> Entity<'a, PopulationId> {
    /// The name of one person of the group, without an article: *asielzoeker*; `None` for a collective noun.
    pub fn singular(self) -> Option<Text<'a>> {
        self.optional(const { field::<PopulationId>("singular") })
    }

    /// The crisis after which the group arrived.
    pub fn crisis(self) -> Option<Crisis<'a>> {
        self.data().after.map(|id| self.related(id))
    }

    /// The methods that speak of the group.
    pub fn methods(self) -> impl Iterator<Item = Method<'a>> {
        self.referring::<MethodId>(move |method| method.populations.contains(&self.id()))
    }

    /// The publications that speak of the group.
    pub fn publications(self) -> impl Iterator<Item = Publication<'a>> {
        self.referring::<PublicationId>(move |publication| publication.populations.contains(&self.id()))
    }

    /// The projects that study the integration of the group.
    pub fn projects(self) -> impl Iterator<Item = Project<'a>> {
        self.referring::<ProjectId>(move |project| project.population == Some(self.id()))
    }

    /// The regions whose reception share counts the group.
    pub fn reception_regions(self) -> impl Iterator<Item = Region<'a>> {
        self.referring::<RegionId>(move |region| region.reception_share.base == self.id())
    }

    /// The research variables that are a property of the group.
    pub fn variables(self) -> impl Iterator<Item = Variable<'a>> {
        self.referring::<VariableId>(move |variable| variable.of == Some(self.id()))
    }
}
