//! Organisations that the page names.

use serde::{Deserialize, Serialize};

use super::concept::InstrumentId;
use super::event::EventId;
use super::project::{ProgrammeId, ProjectId};
use super::{Content, Entity, EntityId, Field, field, ids, record};
use crate::format::Arguments;
use crate::provenance::{Record, Str, line, page, remarked, str};
use crate::{Event, Instrument, Kind, Programme, Project, Text};

ids! {
    /// Identifies an [`Organisation`](crate::Organisation).
    ///
    /// ```
    /// use whole_comm::{Library, Locale, OrganisationId};
    ///
    /// let fr = Library::embedded().edition(Locale::French);
    /// let nations = fr.organisation(OrganisationId::UnitedNations);
    /// assert_eq!((&*nations.with_article(), &*nations.short_name()), ("les Nations Unies", "ONU"));
    /// ```
    pub enum OrganisationId: "organisation" {
        /// The European Union.
        EuropeanUnion = "european-union",
        /// The United Nations.
        UnitedNations = "united-nations",
    }
}

/// What is known of an organisation. The page has its name; the code is CLDR's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OrganisationData {
    /// The territory code that CLDR gives it: `EU`, `UN`.
    pub code: Str,
}

impl EntityId for OrganisationId {
    type Data = OrganisationData;
    const KIND: Kind = Kind::Organisation;
    const ALL: &'static [Self] = Self::ALL;

    fn record(self) -> &'static Record<OrganisationData> {
        match self {
            Self::EuropeanUnion => record!(
                OrganisationData { code: str("EU") },
                remarked!(
                    [line(5), line(23)],
                    [str(
                        "the page does not date the years in which the European Union took in the migrants of line \
                           23, and gives no figure"
                    )]
                ),
            ),
            Self::UnitedNations => {
                record!(OrganisationData { code: str("UN") }, page![line(29)])
            }
        }
    }
}

impl Content for OrganisationId {
    const FIELDS: &'static [Field] =
        &[Field::NAME, Field::name_form("with-article"), Field::name_form("short"), Field::prose("summary")];

    fn arguments(self, arguments: &mut Arguments<'_>) {
        arguments.verbatim("programme", &ProgrammeId::Horizon2020.data().name);
    }
}

impl<'a> Entity<'a, OrganisationId> {
    /// The name with its article: *l’Union européenne*.
    pub fn with_article(self) -> Text<'a> {
        self.text(const { field::<OrganisationId>("with-article") })
    }

    /// The abbreviation that the language uses: *UE*.
    pub fn short_name(self) -> Text<'a> {
        self.text(const { field::<OrganisationId>("short") })
    }

    /// The projects that the organisation pays for.
    pub fn funded_projects(self) -> impl Iterator<Item = Project<'a>> {
        self.referring::<ProjectId>(move |project| project.funder == Some(self.id()))
    }

    /// The instruments that the organisation issued.
    pub fn instruments(self) -> impl Iterator<Item = Instrument<'a>> {
        self.referring::<InstrumentId>(move |instrument| instrument.issuer == self.id())
    }

    /// The programmes that are paid from the organisation's money.
    pub fn programmes(self) -> impl Iterator<Item = Programme<'a>> {
        self.referring::<ProgrammeId>(move |programme| programme.funder == self.id())
    }

    /// The events that took place across the organisation's member states.
    pub fn events(self) -> impl Iterator<Item = Event<'a>> {
        self.referring::<EventId>(move |event| event.across == Some(self.id()))
    }
}
