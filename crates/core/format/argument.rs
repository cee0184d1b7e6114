//! What texts are given: typed values that are formatted when a text uses them, for the language of that text.

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::sync::{Arc, Weak};

use fluent_bundle::types::{FluentNumber, FluentNumberOptions, FluentNumberStyle, FluentType};
use fluent_bundle::{FluentArgs, FluentValue};
use intl_memoizer::{IntlLangMemoizer, concurrent};

use super::Format;
use super::function::{self, DateForm};
use super::number::UNFORMATTABLE;
use crate::Locale;
use crate::bundle::Catalog;
use crate::entity::date::PartialDate;
use crate::entity::event::EventId;
use crate::entity::number::Permille;
use crate::entity::project::ProjectId;
use crate::entity::{AnyContent, Content, EntityId, Field};

/// A value that the texts of one language are given. It is formatted when a text uses it, and no sooner, so that a text
/// pays for nothing that it does not say.
#[derive(Clone)]
struct Argument {
    catalog: Weak<Catalog>,
    locale: Locale,
    value: Value,
    show: Arc<dyn Fn(Format<'_>) -> String + Send + Sync>,
}

/// What the functions know of a value.
#[derive(Debug, Clone)]
enum Value {
    /// A share: its number is the ratio, such as 0.499, and shown as a percentage.
    Share(FluentNumber),
    Date(PartialDate),
    /// A string that is ready: a name, a list of names, a date with its preposition.
    Words,
}

impl Argument {
    fn with<T>(&self, show: impl FnOnce(Format<'_>) -> T) -> Option<T> {
        let catalog = self.catalog.upgrade()?;
        Some(show(Format::new(&catalog, self.locale)))
    }

    fn text(&self) -> String {
        self.with(|format| (self.show)(format)).unwrap_or_else(|| UNFORMATTABLE.to_string())
    }
}

impl FluentType for Argument {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
        self.text().into()
    }

    fn as_string_threadsafe(&self, _: &concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        self.text().into()
    }
}

impl PartialEq for Argument {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.show, &other.show)
    }
}

impl fmt::Debug for Argument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Argument")
            .field("locale", &self.locale)
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}

impl Format<'_> {
    fn argument(
        self,
        value: Value,
        show: impl Fn(Format<'_>) -> String + Send + Sync + 'static,
    ) -> FluentValue<'static> {
        let Self { catalog, locale } = self;
        FluentValue::Custom(Box::new(Argument {
            catalog: catalog.handle(),
            locale,
            value,
            show: Arc::new(show),
        }))
    }

    fn words(self, show: impl Fn(Format<'_>) -> String + Send + Sync + 'static) -> FluentValue<'static> {
        self.argument(Value::Words, show)
    }

    fn share(self, ratio: FluentNumber) -> FluentValue<'static> {
        let value = Value::Share(ratio.clone());
        self.argument(value, move |format| format.ratio(&ratio))
    }

    fn permille(self, share: Permille) -> FluentValue<'static> {
        self.argument(Value::Share(ratio(share)), move |format| format.percent(share))
    }

    /// Shares of every size, where a value is a share.
    #[cfg(feature = "overrides")]
    pub(crate) fn other_shares(self, value: &FluentValue<'_>) -> Vec<FluentValue<'static>> {
        let is_share = argument(value).is_some_and(|argument| matches!(argument.value, Value::Share(_)));
        let sizes: &[u16] = if is_share { &[0, 1, 10, 499, 500, 999, 1000] } else { &[] };
        sizes.iter().map(|&size| self.permille(Permille::new(size))).collect()
    }

    fn dated(self, date: PartialDate) -> FluentValue<'static> {
        self.argument(Value::Date(date), move |format| format.date(date))
    }

    /// The name of the project, which any text may use.
    pub(crate) fn project(self) -> FluentValue<'static> {
        self.words(|_| ProjectId::WholeComm.data().name.to_string())
    }

    /// The date that a pattern of `date.ftl` puts its words around.
    pub(super) fn bare_date(self, date: PartialDate) -> FluentValue<'static> {
        self.argument(Value::Date(date), move |format| {
            super::date::long(date, format.locale).unwrap_or_else(|| date.to_string())
        })
    }

    /// An argument of an application as our texts take it: typed values are formatted for the language that answers.
    /// `None` where it can stay as it is.
    pub(crate) fn adopt(
        self,
        value: &FluentValue<'_>,
        guard: impl Fn(&str) -> String,
    ) -> Option<FluentValue<'static>> {
        match value {
            FluentValue::Number(number) if number.options.style == FluentNumberStyle::Percent => {
                Some(self.share(number.clone()))
            }
            FluentValue::Custom(custom) => {
                let value = (**custom).as_any();
                if let Some(&date) = value.downcast_ref::<PartialDate>() {
                    return Some(self.dated(date));
                }
                if let Some(&share) = value.downcast_ref::<Permille>() {
                    return Some(self.permille(share));
                }
                let Items(items) = value.downcast_ref::<Items>()?;
                let items: Vec<String> = items.iter().map(|item| guard(item)).collect();
                Some(self.words(move |format| format.list(&items)))
            }
            _ => None,
        }
    }
}

/// A share as Fluent's numbers give one: the ratio, with what makes it a percentage.
fn ratio(share: Permille) -> FluentNumber {
    let options = FluentNumberOptions {
        style: FluentNumberStyle::Percent,
        maximum_fraction_digits: Some(1),
        ..FluentNumberOptions::default()
    };
    FluentNumber::new(f64::from(share.get()) / 1000.0, options)
}

/// Strings that stand in a text as a list in a sentence, in the language of the text: *a, b et c*.
///
/// ```
/// use whole_comm::fluent::FluentArgs;
/// use whole_comm::{Isolation, Items, LabelId, Library, Locale};
///
/// let mut arguments = FluentArgs::new();
/// arguments.set("language", Items::from_iter(["Nederlands", "English"]));
/// let fr = Library::embedded().edition(Locale::French);
/// let shown = fr.label_with(LabelId::ReadIn, &arguments, Isolation::Plain);
/// assert!(shown.ends_with("Nederlands et English"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Items(Vec<String>);

impl<S: Into<String>> FromIterator<S> for Items {
    fn from_iter<I: IntoIterator<Item = S>>(items: I) -> Self {
        Self(items.into_iter().map(Into::into).collect())
    }
}

/// The items between commas, whatever the language.
impl fmt::Display for Items {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

/// Makes a type an argument of texts. A text of this crate shows it in its own language; in another bundle it is shown as
/// it displays.
macro_rules! fluent_value {
    ($($name:ident),+) => {$(
        impl FluentType for $name {
            fn duplicate(&self) -> Box<dyn FluentType + Send> {
                Box::new(self.clone())
            }

            fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
                self.to_string().into()
            }

            fn as_string_threadsafe(&self, _: &concurrent::IntlLangMemoizer) -> Cow<'static, str> {
                self.to_string().into()
            }
        }

        impl From<$name> for FluentValue<'_> {
            fn from(value: $name) -> Self {
                Self::Custom(Box::new(value))
            }
        }
    )+};
}

fluent_value!(PartialDate, Permille, Items, Unformattable);

/// `NUMBER()` in the texts of a language. Without a format, there are no percentages.
pub(crate) fn number<'a>(
    positional: &[FluentValue<'_>],
    named: &FluentArgs<'_>,
    format: Option<Format<'_>>,
) -> FluentValue<'a> {
    let number = match positional {
        [FluentValue::Number(number)] => Some(number.clone()),
        [value] => match argument(value) {
            Some(Argument { value: Value::Share(ratio), .. }) => Some(ratio.clone()),
            _ => None,
        },
        _ => None,
    };
    let (Some(mut number), named) = (number, function::named(named)) else { return unformattable() };
    let options: Vec<(&str, &str)> =
        named.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    if function::merge_number(&options, &mut number.options).is_err() {
        return unformattable();
    }
    match (number.options.style, format) {
        (FluentNumberStyle::Percent, Some(format)) => format.share(number),
        (FluentNumberStyle::Percent, None) => unformattable(),
        _ => FluentValue::Number(number),
    }
}

/// `DATETIME()` in the texts of a language.
pub(crate) fn date_time<'a>(
    positional: &[FluentValue<'a>],
    named: &FluentArgs<'_>,
    locale: Locale,
) -> FluentValue<'a> {
    let [value] = positional else { return unformattable() };
    let Some(argument) = argument(value) else { return unformattable() };
    let Value::Date(date) = argument.value else { return unformattable() };
    let named = function::named(named);
    let options: Vec<(&str, &str)> =
        named.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let shown = match function::date_form(&options) {
        Ok(DateForm::Plain) => return value.clone(),
        Ok(form) => super::date::shown(date, form, locale),
        Err(_) => None,
    };
    // Not a string, which would be taken for one of an application.
    let words = |text: String| Argument {
        value: Value::Words,
        show: Arc::new(move |_| text.clone()),
        ..argument.clone()
    };
    shown.map_or_else(unformattable, |text| FluentValue::Custom(Box::new(words(text))))
}

/// Whether a function could not make anything of what it was handed.
#[cfg(feature = "overrides")]
pub(crate) fn is_unformattable(value: &FluentValue<'_>) -> bool {
    matches!(value, FluentValue::Custom(custom) if (**custom).as_any().is::<Unformattable>())
}

fn argument<'v>(value: &'v FluentValue<'_>) -> Option<&'v Argument> {
    match value {
        FluentValue::Custom(custom) => (**custom).as_any().downcast_ref(),
        _ => None,
    }
}

/// What a function gives where it cannot do what a text asks for.
#[derive(Debug, Clone, PartialEq)]
struct Unformattable;

impl fmt::Display for Unformattable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char(UNFORMATTABLE)
    }
}

fn unformattable<'a>() -> FluentValue<'a> {
    FluentValue::from(Unformattable)
}

/// The arguments of a name: values that need no other entity, so that resolving a name cannot go round in a circle.
#[derive(Debug)]
pub struct NameArguments<'a> {
    format: Format<'a>,
    values: FluentArgs<'static>,
}

impl NameArguments<'_> {
    /// A name that stays as it is in every language.
    pub(crate) fn verbatim(&mut self, key: &'static str, name: &'static str) {
        self.values.set(key, name);
    }

    /// A count: `$key` for digits and plural selection, `$key-word` in words where the language has a short one.
    pub(crate) fn count(&mut self, key: &'static str, count: u32) {
        self.values.set([key, "-word"].concat(), self.format.words(move |format| format.word(count.into())));
        self.values.set(key, count);
    }

    /// A date: `$key` alone, `$key-at` as the time of something, `$key-since` as its start.
    pub(crate) fn date(&mut self, key: &'static str, date: PartialDate) {
        self.values.set(key, self.format.dated(date));
        self.values.set([key, "-at"].concat(), self.format.words(move |format| format.date_at(date)));
        self.values.set([key, "-since"].concat(), self.format.words(move |format| format.date_since(date)));
    }
}

/// The arguments of a text.
#[derive(Debug)]
pub struct Arguments<'a>(NameArguments<'a>);

impl<'a> Arguments<'a> {
    /// The arguments of an entity's field: those of its names and, where the field is prose, the others too.
    pub(crate) fn of(id: &dyn AnyContent, field: &Field, format: Format<'a>) -> Self {
        // Room for what most texts are given, so that it need not grow.
        let mut names = NameArguments { format, values: FluentArgs::with_capacity(16) };
        names.verbatim("project", &ProjectId::WholeComm.data().name);
        id.name_arguments(&mut names);
        let mut arguments = Self(names);
        if field.is_prose() {
            id.arguments(&mut arguments);
        }
        arguments
    }

    pub(crate) fn values(&self) -> &FluentArgs<'static> {
        &self.0.values
    }

    pub(crate) fn into_values(self) -> FluentArgs<'static> {
        self.0.values
    }

    /// The date of an event, if it has one, as [`date`](NameArguments::date) sets it.
    pub(crate) fn event_date(&mut self, key: &'static str, event: EventId) {
        if let Some(time) = event.data().time {
            self.date(key, time.date);
        }
    }

    /// A share as a percentage.
    pub(crate) fn percent(&mut self, key: &'static str, share: Permille) {
        self.0.values.set(key, self.0.format.permille(share));
    }

    /// A difference between shares in percentage points.
    pub(crate) fn percentage_points(&mut self, key: &'static str, difference: Permille) {
        self.0.values.set(key, self.0.format.words(move |format| format.percentage_points(difference)));
    }

    /// The name of another entity in the same language: a field that is a name, such as `name` or `with-article`.
    pub(crate) fn name<C: Content>(&mut self, key: &'static str, id: C, field: &'static str) {
        self.0.values.set(key, self.0.format.words(move |format| format.name(&id, field)));
    }

    /// The names of several entities, as a list in a sentence.
    pub(crate) fn names<C: Content>(
        &mut self,
        key: &'static str,
        ids: impl IntoIterator<Item = C>,
        field: &'static str,
    ) {
        let ids: Vec<C> = ids.into_iter().collect();
        self.0.values.set(key, self.0.format.words(move |format| format.names(ids.iter().copied(), field)));
    }
}

impl<'a> std::ops::Deref for Arguments<'a> {
    type Target = NameArguments<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl std::ops::DerefMut for Arguments<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}
