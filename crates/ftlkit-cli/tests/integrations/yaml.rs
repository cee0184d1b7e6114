//! YAML as a value of JSON. All scalars are strings, as they are written.

use saphyr_parser::{Event, Parser};
use serde_json::{Map, Value};

/// A mapping or a sequence whose end has not come yet.
enum Open {
    Mapping(Map<String, Value>, Option<String>),
    Sequence(Vec<Value>),
}

/// Reads a document, which must be valid.
pub(crate) fn read(text: &str) -> Value {
    let mut open: Vec<Open> = Vec::new();
    let mut document = Value::Null;
    for event in Parser::new_from_str(text) {
        let (event, _) = event.unwrap_or_else(|error| panic!("{error} in:\n{text}"));
        let value = match event {
            Event::MappingStart(..) => {
                open.push(Open::Mapping(Map::new(), None));
                continue;
            }
            Event::SequenceStart(..) => {
                open.push(Open::Sequence(Vec::new()));
                continue;
            }
            Event::MappingEnd | Event::SequenceEnd => match open.pop().unwrap() {
                Open::Mapping(map, _) => Value::Object(map),
                Open::Sequence(items) => Value::Array(items),
            },
            Event::Scalar(text, ..) => Value::String(text.into_owned()),
            _ => continue,
        };
        match open.last_mut() {
            None => document = value,
            Some(Open::Sequence(items)) => items.push(value),
            Some(Open::Mapping(map, key)) => match key.take() {
                None => *key = Some(value.as_str().unwrap().to_owned()),
                Some(key) => {
                    let earlier = map.insert(key, value);
                    assert!(earlier.is_none(), "a key is there twice in:\n{text}");
                }
            },
        }
    }
    document
}
