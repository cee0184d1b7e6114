//! [Pick a language]: pick_a_language
//! [List entities]: list_entities
//! [Follow relations]: follow_relations
//! [Override a text]: override_a_text
//! [Send JSON]: send_json
//! [Render HTML]: render_html
//!
#![doc = include_str!("../../docs/library/README.md")]

// The pages are files that a repository's browser shows as well. Each ends in the definitions of its links, which lead to other
// files. Of two definitions of a link the first counts, so those that are put before a page lead to the documentation instead.
macro_rules! pages {
    ($($(#[$attribute:meta])* $page:ident = $file:literal;)+) => {
        $(
            $(#[$attribute])*
            #[doc = links!()]
            #[doc = include_str!(concat!("../../docs/library/", $file))]
            pub mod $page {}
        )+
    };
}

macro_rules! links {
    () => {
        "\
[List entities]: crate::guide::list_entities
[Follow relations]: crate::guide::follow_relations
[Override a text]: crate::guide::override_a_text
[Pick a language]: crate::guide::pick_a_language
[Send JSON]: crate::guide::send_json
[Render HTML]: crate::guide::render_html
[`contract`]: crate::contract
[`AnyEntity`]: crate::AnyEntity
[`AnyId`]: crate::AnyId
[`Edition`]: crate::Edition
[`Edition::format`]: crate::Edition::format
[`Edition::label`]: crate::Edition::label
[`Edition::page`]: crate::Edition::page
[`Entity::texts`]: crate::Entity::texts
[`EntityId`]: crate::EntityId
[`Kind::ALL`]: crate::Kind::ALL
[`Kind::plural`]: crate::Kind::plural
[`LabelId`]: crate::LabelId
[`Library::embedded`]: crate::Library::embedded
[`Lines`]: crate::Lines
[`Locale`]: crate::Locale
[`Locale::Dutch`]: crate::Locale::Dutch
[`Locale::as_str`]: crate::Locale::as_str
[`Locale::negotiate`]: crate::Locale::negotiate
[`Locale::regional_tag`]: crate::Locale::regional_tag
[`PartialDate`]: crate::PartialDate
[`PartialDate::first_year`]: crate::PartialDate::first_year
[`PartialDate::sort_key`]: crate::PartialDate::sort_key
[`Provenance`]: crate::Provenance
[`Region`]: crate::Region
[`RegionData`]: crate::RegionData
[`RegionId`]: crate::RegionId
[`Text`]: crate::Text
[`Text::answered_by`]: crate::Text::answered_by
[`Text::capitalized`]: crate::Text::capitalized
[`Text::lang`]: crate::Text::lang

"
    };
}
use links;

pages! {
    pick_a_language = "pick-a-language.md";
    list_entities = "list-entities.md";
    follow_relations = "follow-relations.md";
    // To be read always; its programs run where they compile.
    #[cfg(any(feature = "overrides", not(doctest)))]
    override_a_text = "override-a-text.md";
    send_json = "send-json.md";
    render_html = "render-html.md";
}
