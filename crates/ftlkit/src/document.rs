//! TOML documents, with the place of everything that can be wrong in them.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::distance;
use crate::error::Error;
use crate::source::{LineIndex, Source, Span};

/// The text of a document, and its path as shown to people.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Document<'d> {
    pub(crate) path: &'d str,
    pub(crate) text: &'d str,
}

/// A table of a document.
#[derive(Debug, Clone)]
pub(crate) struct Table<'t> {
    document: Document<'t>,
    span: Range<usize>,
    content: &'t DeTable<'t>,
}

/// A value of a document, with the name of its key.
#[derive(Debug, Clone)]
pub(crate) struct Value<'t> {
    document: Document<'t>,
    name: &'t str,
    span: Range<usize>,
    content: &'t DeValue<'t>,
}

impl Document<'_> {
    /// Reads a document and hands its root to `work`.
    pub(crate) fn read<R>(self, work: impl FnOnce(Table<'_>) -> Result<R, Error>) -> Result<R, Error> {
        let parsed = DeTable::parse(self.text).map_err(|error| {
            let message = error.message().trim_end_matches('.').replace('\n', ", ");
            self.error(error.span().unwrap_or(0..0), message)
        })?;
        work(Table { document: self, span: 0..0, content: parsed.get_ref() })
    }

    /// An error at a place.
    pub(crate) fn error(self, span: Range<usize>, message: impl Into<String>) -> Error {
        let offset = u32::try_from(span.start).unwrap_or(u32::MAX);
        let position = LineIndex::new(self.text).position(self.text, offset);
        Error::Configuration {
            path: self.path.to_owned(),
            line: position.line,
            column: position.column,
            message: message.into(),
        }
    }
}

impl<'t> Table<'t> {
    /// The keys, in the order of the alphabet, and their values.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'t str, Range<usize>, Value<'t>)> + use<'t> {
        let (document, table) = (self.document, self.content);
        table.iter().map(move |(key, value)| {
            let name = key.get_ref().as_ref();
            let value = Value { document, name, span: value.span(), content: value.get_ref() };
            (name, key.span(), value)
        })
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<Value<'t>> {
        self.entries().find(|(name, ..)| *name == key).map(|(.., value)| value)
    }

    /// The text of a key.
    pub(crate) fn string(&self, key: &str) -> Result<Option<&'t str>, Error> {
        self.get(key).map(|value| value.string()).transpose()
    }

    /// The texts of a key, which may be one or a list.
    pub(crate) fn strings(&self, key: &str) -> Result<Option<Vec<String>>, Error> {
        self.get(key).map(|value| value.strings()).transpose()
    }

    /// The table of a key.
    pub(crate) fn table(&self, key: &str) -> Result<Option<Table<'t>>, Error> {
        self.get(key).map(|value| value.table()).transpose()
    }

    /// The tables of a key: `[[key]]`.
    pub(crate) fn tables(&self, key: &str) -> Result<Vec<Table<'t>>, Error> {
        self.get(key).map_or_else(|| Ok(Vec::new()), |value| value.tables())
    }

    /// The table of a key, if it is one.
    pub(crate) fn maybe_table(&self, key: &str) -> Option<Table<'t>> {
        self.get(key)?.table().ok()
    }

    /// The document.
    pub(crate) fn source(&self) -> Source {
        Source::new(self.document.path, self.document.text.to_owned())
    }

    /// An error about this table.
    pub(crate) fn error(&self, message: impl Into<String>) -> Error {
        self.error_at(self.span.clone(), message)
    }

    /// An error at a place in this table.
    pub(crate) fn error_at(&self, span: Range<usize>, message: impl Into<String>) -> Error {
        self.document.error(span, message)
    }

    /// Refuses keys that mean nothing, naming the nearest that does.
    pub(crate) fn only(&self, known: &[&str]) -> Result<(), Error> {
        match self.entries().find(|(name, ..)| !known.contains(name)) {
            None => Ok(()),
            Some((name, span, _)) => Err(self.document.error(span, unknown("key", name, known))),
        }
    }
}

/// A sentence about a name that is not known.
pub(crate) fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    if let Some(nearest) = distance::hint(name, known.iter().copied()) {
        return format!("unknown {what} `{name}`: did you mean `{nearest}`?");
    }
    let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    format!("unknown {what} `{name}`: expected one of {}", known.join(", "))
}

impl<'t> Value<'t> {
    /// An error about this value.
    pub(crate) fn error(&self, message: impl Into<String>) -> Error {
        self.document.error(self.span.clone(), message)
    }

    /// Its place in the document.
    pub(crate) fn span(&self) -> Span {
        let place = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span::new(place(self.span.start), place(self.span.end))
    }

    fn expected(&self, what: &str) -> Error {
        let found = match self.content.type_str() {
            "integer" | "array" => format!("an {}", self.content.type_str()),
            other => format!("a {other}"),
        };
        self.error(format!("`{}` must be {what}, not {found}", self.name))
    }

    fn item(&self, item: &'t toml::Spanned<DeValue<'t>>) -> Self {
        Self { document: self.document, name: self.name, span: item.span(), content: item.get_ref() }
    }

    pub(crate) fn string(&self) -> Result<&'t str, Error> {
        self.content.as_str().ok_or_else(|| self.expected("a string"))
    }

    /// A whole number as it is written.
    pub(crate) fn integer(&self) -> Result<&'t str, Error> {
        let integer = self.content.as_integer().filter(|integer| integer.radix() == 10);
        integer.map(toml::de::DeInteger::as_str).ok_or_else(|| self.expected("a whole number"))
    }

    /// The values of a list, or the only one.
    pub(crate) fn items(&self) -> Vec<Self> {
        match self.content.as_array() {
            Some(list) => list.iter().map(|item| self.item(item)).collect(),
            None => vec![self.clone()],
        }
    }

    /// The values of what must be a list.
    pub(crate) fn list(&self) -> Result<Vec<Self>, Error> {
        if self.content.is_array() { Ok(self.items()) } else { Err(self.expected("a list")) }
    }

    pub(crate) fn strings(&self) -> Result<Vec<String>, Error> {
        let string = |item: &Self| match item.content.as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(item.expected("a string or a list of strings")),
        };
        self.items().iter().map(string).collect()
    }

    pub(crate) fn table(&self) -> Result<Table<'t>, Error> {
        let table = self.content.as_table().ok_or_else(|| self.expected("a table"))?;
        Ok(Table { document: self.document, span: self.span.clone(), content: table })
    }

    pub(crate) fn tables(&self) -> Result<Vec<Table<'t>>, Error> {
        if !self.content.is_array() {
            return Err(self.expected("a list of tables"));
        }
        self.items().iter().map(Self::table).collect()
    }
}
