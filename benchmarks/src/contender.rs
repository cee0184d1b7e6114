//! Who is measured, and how each reads the same texts in French.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hint::black_box;
use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_static::MessageBundle;
use fluent_templates::Loader;
use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;
use whole_comm::{Isolation, LabelId, Library, Locale, OrganisationId, RegionId, VideoId};

use crate::warm::Row;

/// The texts that are read: the columns of the table.
pub(crate) const TEXTS: [&str; 6] = [
    "a plain text",
    "an attribute",
    "with share, date, gap",
    "with list and date",
    "own number, plural",
    "own string",
];

/// How many of the texts are constant; the others take arguments of the application.
pub(crate) const CONSTANT: usize = 4;

pub(crate) const OURS: &str = "whole-comm";
pub(crate) const RAW: &str = "fluent-bundle 0.16, raw";
pub(crate) const LIMIT: &str = "static array (limit)";

pub(crate) struct Contender {
    pub(crate) name: &'static str,
    pub(crate) rows: [Row; TEXTS.len()],
}

/// What the others cannot format, and so are given: the strings that the library makes of its own values.
struct Values {
    share: &'static str,
    month_at: &'static str,
    gap: &'static str,
    organisers: &'static str,
    date_at: &'static str,
}

const VALUES: Values = Values {
    share: "49,9\u{a0}%",
    month_at: "en septembre 2015",
    gap: "7,4 points de pourcentage",
    organisers: "Whole-COMM, MATILDE et Welcoming Spaces",
    date_at: "le 18 mai 2021",
};

const COUNT: u32 = 5;
const LANGUAGE: &str = "Nederlands";

pub(crate) const FRENCH: LanguageIdentifier = unic_langid::langid!("fr");

/// All files of the French locale.
static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../locales/fr");

fluent_templates::static_loader! {
    pub(crate) static TEMPLATES = {
        locales: "./generated/locales",
        fallback_language: "nl",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

#[derive(rust_embed::RustEmbed)]
#[folder = "generated/locales/"]
struct Assets;

/// A static array with the texts as they stand in the files: what no library can be faster than.
mod array {
    include!(concat!(env!("OUT_DIR"), "/static_array.rs"));
}

pub(crate) mod typed {
    #![allow(dead_code, reason = "generated for all texts")]
    include!(concat!(env!("OUT_DIR"), "/typed.rs"));
}

pub(crate) mod fixed {
    #![allow(dead_code, unused, reason = "generated for all texts")]
    include!(concat!(env!("OUT_DIR"), "/static.rs"));
}

/// A bundle with the whole locale.
pub(crate) fn raw_bundle(isolating: bool) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![FRENCH]);
    bundle.set_use_isolating(isolating);
    bundle.add_builtins().expect("the bundle is empty");
    for file in FILES.files() {
        let text = file.contents_utf8().expect("the files are UTF-8");
        let resource = FluentResource::try_new(text.to_owned()).expect("the files parse");
        bundle.add_resource(resource).expect("no id stands twice");
    }
    bundle
}

pub(crate) fn raw_text<'b>(
    bundle: &'b FluentBundle<FluentResource>,
    id: &str,
    attribute: Option<&str>,
    arguments: Option<&'b FluentArgs<'b>>,
) -> Cow<'b, str> {
    let message = bundle.get_message(id).expect("the message is there");
    let pattern = match attribute {
        None => message.value(),
        Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
    };
    bundle.format_pattern(pattern.expect("it has a text"), arguments, &mut Vec::new())
}

/// The arguments of a text, made for each reading as an application would.
fn fluent_args(values: &[(&'static str, &'static str)]) -> FluentArgs<'static> {
    values.iter().copied().collect()
}

fn hash_map(values: &[(&'static str, &'static str)]) -> HashMap<Cow<'static, str>, FluentValue<'static>> {
    values.iter().map(|&(name, value)| (Cow::Borrowed(name), FluentValue::from(value))).collect()
}

const RECEPTION: [(&str, &str); 3] =
    [("share", VALUES.share), ("month-at", VALUES.month_at), ("gap", VALUES.gap)];
const WEBINAR: [(&str, &str); 2] = [("organisers", VALUES.organisers), ("date-at", VALUES.date_at)];

pub(crate) fn i18n_embed_loader() -> FluentLanguageLoader {
    let loader = FluentLanguageLoader::new("texts", FRENCH);
    loader.load_languages(&Assets, &[FRENCH]).expect("French is there");
    loader.set_use_isolating(false);
    loader
}

pub(crate) fn all() -> Vec<Contender> {
    vec![
        limit(),
        ours(),
        raw(),
        templates(),
        i18n_embed(),
        typed_contender(),
        zero(),
        fixed_contender(),
        rust_i18n(),
    ]
}

fn limit() -> Contender {
    let text = |index: usize| Row::of(move || array::TEXTS[black_box(index)]);
    Contender {
        name: LIMIT,
        rows: [
            text(7),
            text(70),
            text(170),
            text(270),
            Row::of(|| format!("{} résultats", black_box(COUNT))),
            Row::of(|| format!("Lire cette page dans une autre langue\u{a0}: {}", black_box(LANGUAGE))),
        ],
    }
}

fn ours() -> Contender {
    let edition = Library::embedded().edition(Locale::French);
    Contender {
        name: OURS,
        rows: [
            Row::of(move || edition.label(black_box(LabelId::ReadMore)).as_str()),
            Row::of(move || {
                edition.organisation(black_box(OrganisationId::UnitedNations)).short_name().as_str()
            }),
            Row::of(move || edition.region(black_box(RegionId::Wallonia)).reception().as_str()),
            Row::of(move || edition.video(black_box(VideoId::Webinar)).summary().as_str()),
            Row::of(move || {
                let mut arguments = FluentArgs::new();
                arguments.set("count", black_box(COUNT));
                edition
                    .label_with(black_box(LabelId::ResultCount), &arguments, Isolation::Isolated)
                    .into_string()
            }),
            Row::of(move || {
                let mut arguments = FluentArgs::new();
                arguments.set("language", black_box(LANGUAGE));
                edition.label_with(black_box(LabelId::ReadIn), &arguments, Isolation::Isolated).into_string()
            }),
        ],
    }
}

fn raw() -> Contender {
    let plain: &'static _ = Box::leak(Box::new(raw_bundle(false)));
    let isolating: &'static _ = Box::leak(Box::new(raw_bundle(true)));
    Contender {
        name: RAW,
        rows: [
            Row::of(move || raw_text(plain, black_box("label-read-more"), None, None)),
            Row::of(move || raw_text(plain, black_box("organisation-united-nations"), Some("short"), None)),
            Row::of(move || {
                raw_text(
                    plain,
                    black_box("region-wallonia"),
                    Some("reception"),
                    Some(&fluent_args(&RECEPTION)),
                )
                .into_owned()
            }),
            Row::of(move || {
                raw_text(
                    plain,
                    black_box("video-webinar-2021-05-18"),
                    Some("summary"),
                    Some(&fluent_args(&WEBINAR)),
                )
                .into_owned()
            }),
            Row::of(move || {
                let mut arguments = FluentArgs::new();
                arguments.set("count", black_box(COUNT));
                raw_text(isolating, black_box("label-result-count"), None, Some(&arguments)).into_owned()
            }),
            Row::of(move || {
                let mut arguments = FluentArgs::new();
                arguments.set("language", black_box(LANGUAGE));
                raw_text(isolating, black_box("label-read-in"), None, Some(&arguments)).into_owned()
            }),
        ],
    }
}

fn templates() -> Contender {
    let read = |id: &'static str| move || TEMPLATES.lookup(&FRENCH, black_box(id));
    Contender {
        name: "fluent-templates 0.15",
        rows: [
            Row::of(read("label-read-more")),
            Row::of(read("organisation-united-nations.short")),
            Row::of(|| {
                TEMPLATES.lookup_with_args(
                    &FRENCH,
                    black_box("region-wallonia.reception"),
                    &hash_map(&RECEPTION),
                )
            }),
            Row::of(|| {
                TEMPLATES.lookup_with_args(
                    &FRENCH,
                    black_box("video-webinar-2021-05-18.summary"),
                    &hash_map(&WEBINAR),
                )
            }),
            Row::of(|| {
                let arguments =
                    HashMap::from([(Cow::Borrowed("count"), FluentValue::from(black_box(COUNT)))]);
                TEMPLATES.lookup_with_args(&FRENCH, black_box("label-result-count"), &arguments)
            }),
            Row::of(|| {
                let arguments =
                    HashMap::from([(Cow::Borrowed("language"), FluentValue::from(black_box(LANGUAGE)))]);
                TEMPLATES.lookup_with_args(&FRENCH, black_box("label-read-in"), &arguments)
            }),
        ],
    }
}

fn i18n_embed() -> Contender {
    static LOADER: LazyLock<FluentLanguageLoader> = LazyLock::new(i18n_embed_loader);
    let loader: &'static FluentLanguageLoader = &LOADER;
    Contender {
        name: "i18n-embed 0.16",
        rows: [
            Row::of(move || loader.get(black_box("label-read-more"))),
            Row::of(move || loader.get_attr(black_box("organisation-united-nations"), "short")),
            Row::of(move || {
                loader.get_attr_args_fluent(
                    black_box("region-wallonia"),
                    "reception",
                    Some(&fluent_args(&RECEPTION)),
                )
            }),
            Row::of(move || {
                loader.get_attr_args_fluent(
                    black_box("video-webinar-2021-05-18"),
                    "summary",
                    Some(&fluent_args(&WEBINAR)),
                )
            }),
            Row::of(move || {
                let mut arguments = FluentArgs::new();
                arguments.set("count", black_box(COUNT));
                loader.get_args_fluent(black_box("label-result-count"), Some(&arguments))
            }),
            Row::of(move || {
                let mut arguments = FluentArgs::new();
                arguments.set("language", black_box(LANGUAGE));
                loader.get_args_fluent(black_box("label-read-in"), Some(&arguments))
            }),
        ],
    }
}

fn typed_contender() -> Contender {
    static TYPED: LazyLock<typed::L10nLanguage> = LazyLock::new(|| typed::L10n::Fr.load());
    let typed: &'static typed::L10nLanguage = &TYPED;
    Contender {
        name: "fluent-typed 0.9",
        rows: [
            Row::of(move || typed.msg_label_read_more()),
            Row::of(move || typed.msg_organisation_united_nations_short()),
            Row::of(move || typed.msg_region_wallonia_reception(VALUES.share, VALUES.month_at, VALUES.gap)),
            Row::of(move || typed.msg_video_webinar_2021_05_18_summary(VALUES.organisers, VALUES.date_at)),
            Row::of(move || typed.msg_label_result_count(black_box(COUNT))),
            Row::of(move || typed.msg_label_read_in(black_box(LANGUAGE))),
        ],
    }
}

fn zero() -> Contender {
    fluent_zero::set_lang(FRENCH);
    Contender {
        name: "fluent-zero 0.2",
        rows: [
            Row::of(|| fluent_zero::t!("label-read-more")),
            Row::of(|| fluent_zero::t!("organisation-united-nations.short")),
            Row::of(|| {
                let values = &VALUES;
                fluent_zero::t!("region-wallonia.reception", { "share" => values.share, "month-at" => values.month_at, "gap" => values.gap })
                    .into_owned()
            }),
            Row::of(|| {
                let values = &VALUES;
                fluent_zero::t!("video-webinar-2021-05-18.summary", { "organisers" => values.organisers, "date-at" => values.date_at })
                    .into_owned()
            }),
            Row::of(|| fluent_zero::t!("label-result-count", { "count" => black_box(COUNT) }).into_owned()),
            Row::of(|| fluent_zero::t!("label-read-in", { "language" => black_box(LANGUAGE) }).into_owned()),
        ],
    }
}

fn fixed_contender() -> Contender {
    let mut texts = fixed::Static::get("fr").expect("French is there");
    texts.set_use_isolating(false);
    let texts: &'static fixed::Static = Box::leak(Box::new(texts));
    Contender {
        name: "fluent-static 0.6",
        rows: [
            Row::of(|| texts.label_read_more()),
            Row::of(|| texts.organisation_united_nations_short()),
            Row::of(|| texts.region_wallonia_reception(VALUES.share, VALUES.month_at, VALUES.gap)),
            Row::of(|| texts.video_webinar_2021_05_18_summary(VALUES.organisers, VALUES.date_at)),
            Row::of(|| texts.label_result_count(black_box(COUNT))),
            Row::of(|| texts.label_read_in(black_box(LANGUAGE))),
        ],
    }
}

fn rust_i18n() -> Contender {
    rust_i18n::set_locale("fr");
    Contender {
        name: "rust-i18n 4.2",
        rows: [
            Row::of(|| rust_i18n::t!("label-read-more")),
            Row::of(|| rust_i18n::t!("organisation-united-nations_short")),
            Row::of(|| {
                rust_i18n::t!(
                    "region-wallonia_reception",
                    share = VALUES.share,
                    month_at = VALUES.month_at,
                    gap = VALUES.gap
                )
                .into_owned()
            }),
            Row::of(|| {
                rust_i18n::t!(
                    "video-webinar-2021-05-18_summary",
                    organisers = VALUES.organisers,
                    date_at = VALUES.date_at
                )
                .into_owned()
            }),
            Row::of(|| rust_i18n::t!("label-result-count", count = black_box(COUNT)).into_owned()),
            Row::of(|| rust_i18n::t!("label-read-in", language = black_box(LANGUAGE)).into_owned()),
        ],
    }
}
