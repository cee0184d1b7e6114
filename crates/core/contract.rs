//! What the translations must hold: every text of every entity, and the variables that it may use.

use fluent_bundle::FluentArgs;

use crate::Locale;
use crate::bundle::{Catalog, File};
use crate::embedded::Embedded;
use crate::entity::date::PartialDate;
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
    let listed = |unit: Unit| {
        let mut variables: Vec<String> = unit.arguments.iter().map(|(name, _)| name.to_owned()).collect();
        variables.sort();
        ContractUnit { file: unit.file.as_str(), message: unit.message, attribute: unit.attribute, variables }
    };
    units(&catalog, Locale::SOURCE).into_iter().map(listed).collect()
}

/// One text, with what it is given in one language.
pub(crate) struct Unit {
    pub(crate) file: File,
    pub(crate) message: String,
    pub(crate) attribute: Option<&'static str>,
    /// The values themselves, where they are always the same; examples of the right type for labels and patterns.
    pub(crate) arguments: FluentArgs<'static>,
    /// Whether other texts are given this one.
    #[cfg_attr(not(feature = "overrides"), expect(dead_code, reason = "only overrides need to know"))]
    pub(crate) role: Role,
}

/// How texts depend on each other through their arguments: names on patterns, prose on both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Pattern,
    Name,
    Prose,
}

/// Every text, as a catalog reads it in one language.
pub(crate) fn units(catalog: &Catalog, locale: Locale) -> Vec<Unit> {
    let mut units = Units { format: Format::new(catalog, locale), units: Vec::new() };
    visit_kinds(&mut units);
    units.add_all(LabelId::ALL, LabelId::variables);
    units.add_patterns(File::Date, date::PATTERNS);
    units.add_patterns(File::Number, number::PATTERNS);
    units.units
}

/// A message that formats a value: its id, its attributes, and a value.
pub(crate) struct Pattern {
    pub(crate) message: &'static str,
    pub(crate) attributes: &'static [&'static str],
    pub(crate) example: Example,
}

/// A value that a pattern formats.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Example {
    Date(PartialDate),
    /// A share in percent. An application may have one of its own, which can be any number.
    Percentage(u8),
    /// A difference between two shares, which is never less than nothing.
    Points(u8),
    /// A whole number.
    Count(u8),
}

struct Units<'a> {
    format: Format<'a>,
    units: Vec<Unit>,
}

impl Units<'_> {
    fn add_all<C: Content>(&mut self, ids: &[C], more: impl Fn(C) -> &'static [&'static str]) {
        for &id in ids {
            for field in C::FIELDS.iter().filter(|field| !field.is_computed() && id.has(field.name())) {
                self.add(id, field, more(id));
            }
        }
    }

    fn add<C: Content>(&mut self, id: C, field: &Field, more: &[&'static str]) {
        let mut arguments = Arguments::of(&id, field, self.format).into_values();
        for &name in more {
            match name {
                "count" => arguments.set(name, 4),
                _ => arguments.set(name, "…"),
            }
        }
        self.units.push(Unit {
            file: C::FILE,
            message: id.message(),
            attribute: field.attribute(),
            arguments,
            role: if field.is_name() { Role::Name } else { Role::Prose },
        });
    }

    fn add_patterns(&mut self, file: File, patterns: &[Pattern]) {
        for pattern in patterns {
            for attribute in std::iter::once(None).chain(pattern.attributes.iter().copied().map(Some)) {
                let mut arguments = FluentArgs::new();
                match pattern.example {
                    Example::Date(date) => arguments = self.format.date_arguments(date),
                    Example::Percentage(number) | Example::Points(number) | Example::Count(number) => {
                        arguments.set("number", number);
                    }
                }
                let message = pattern.message.to_owned();
                self.units.push(Unit { file, message, attribute, arguments, role: Role::Pattern });
            }
        }
    }
}

impl VisitKind for Units<'_> {
    fn visit<I: EntityId>(&mut self) {
        self.add_all(I::ALL, |_| &[]);
    }
}
