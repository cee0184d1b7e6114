//! A document in XML, as a tree.

use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};

/// An element: its name, its attributes and what is in it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
    /// The text that stands in it, without that of its children.
    pub(crate) text: String,
}

impl Element {
    fn new(tag: &BytesStart<'_>) -> Self {
        let name = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let attribute = |attribute: Attribute<'_>| {
            let value = quick_xml::escape::unescape(std::str::from_utf8(&attribute.value).unwrap()).unwrap();
            (name(attribute.key.as_ref()), value.into_owned())
        };
        let attributes = tag.attributes().map(|found| attribute(found.unwrap())).collect();
        Self { name: name(tag.name().as_ref()), attributes, ..Self::default() }
    }

    /// Reads a document, which must be well-formed.
    pub(crate) fn read(text: &str) -> Self {
        let mut reader = Reader::from_str(text);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) => open.push(Self::new(&tag)),
                Event::Empty(tag) => open.last_mut().unwrap().children.push(Self::new(&tag)),
                Event::End(_) => {
                    let element = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(element);
                }
                Event::GeneralRef(name) => {
                    let name = name.decode().unwrap();
                    let character = quick_xml::escape::resolve_xml_entity(&name);
                    open.last_mut().unwrap().text.push_str(character.unwrap());
                }
                Event::Text(text) => open.last_mut().unwrap().text.push_str(&text.decode().unwrap()),
                Event::Eof => break,
                _ => {}
            }
        }
        let [document] = open.as_slice() else { panic!("an element is not closed: {open:?}") };
        assert_eq!(document.children.len(), 1, "a document has one root");
        open.pop().unwrap().children.pop().unwrap()
    }

    #[track_caller]
    pub(crate) fn get(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        &found.unwrap_or_else(|| panic!("<{}> lacks `{name}`: {:?}", self.name, self.attributes)).1
    }

    #[track_caller]
    pub(crate) fn number(&self, name: &str) -> usize {
        self.get(name).parse().unwrap()
    }
}
