//! What the translations must hold: every text of every entity, and the variables that it may use.

use crate::Locale;
use crate::bundle::Catalog;
use crate::embedded::Embedded;
use crate::entity::kind::{VisitKind, visit_kinds};
use crate::entity::label::LabelId;
use crate::entity::{Content, EntityId, Field, date, number};
use crate::format::{Arguments, Format};

/// One text that every locale has: the value of a message, or one of its attributes.
///
/// ```
/// let units = whole_comm::contract();
/// let unit = units.iter().find(|unit| unit.message == "region-wallonia" && unit.attribute == Some("reception"));
/// let unit = unit.expect("the contract lists every text");
/// assert_eq!(unit.file, "region");
/// assert!(unit.variables.contains(&"share".to_owned()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContractUnit {
    /// The file of the locale, without its ending.
    pub file: &'static str,
    /// The id of the message.
    pub message: String,
    /// The attribute; `None` for the message's value.
    pub attribute: Option<&'static str>,
    /// The variables that the program passes, without the dollar sign, in alphabetical order.
    pub variables: Vec<String>,
}

/// Every text that the program reads, in the order in which the files hold them.
///
/// A locale is complete if it has all of these and nothing else. Terms are a locale's own business and are not listed.
pub fn contract() -> Vec<ContractUnit> {
    let catalog = Catalog::new(Embedded);
    let mut units = Units { format: Format::new(&catalog, Locale::SOURCE), units: Vec::new() };
    visit_kinds(&mut units);
    units.add_all(LabelId::ALL, |label| label.variables().to_vec());
    units.add_patterns("date", date::PATTERNS);
    units.add_patterns("number", number::PATTERNS);
    units.units
}

/// A message that formats a value: its id, its attributes, and the variables that it may use.
pub(crate) struct Pattern {
    pub(crate) message: &'static str,
    pub(crate) attributes: &'static [&'static str],
    pub(crate) variables: &'static [&'static str],
}

struct Units<'a> {
    format: Format<'a>,
    units: Vec<ContractUnit>,
}

impl Units<'_> {
    fn add_all<C: Content>(&mut self, ids: &[C], more: impl Fn(C) -> Vec<&'static str>) {
        for &id in ids {
            for field in C::FIELDS.iter().filter(|field| !field.is_computed() && id.has(field.name())) {
                self.add(id, field, &more(id));
            }
        }
    }

    fn add<C: Content>(&mut self, id: C, field: &Field, more: &[&str]) {
        let arguments = Arguments::of(id, field, self.format);
        let mut variables: Vec<String> = arguments.values().iter().map(|(name, _)| name.to_owned()).collect();
        variables.extend(more.iter().map(|&name| name.to_owned()));
        variables.sort();
        self.units.push(ContractUnit {
            file: C::FILE.as_str(),
            message: id.message(),
            attribute: field.attribute(),
            variables,
        });
    }

    fn add_patterns(&mut self, file: &'static str, patterns: &[Pattern]) {
        for pattern in patterns {
            let mut variables: Vec<String> = pattern.variables.iter().map(|&name| name.to_owned()).collect();
            variables.sort();
            for attribute in std::iter::once(None).chain(pattern.attributes.iter().copied().map(Some)) {
                let message = pattern.message.to_owned();
                self.units.push(ContractUnit { file, message, attribute, variables: variables.clone() });
            }
        }
    }
}

impl VisitKind for Units<'_> {
    fn visit<I: EntityId>(&mut self) {
        self.add_all(I::ALL, |_| Vec::new());
    }
}
