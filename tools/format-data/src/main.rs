//! Makes the blob from which `whole-comm` formats numbers, dates and lists: what CLDR says of its three locales, taken
//! from the data that ICU4X publishes as crates, so that nothing else is downloaded.
//!
//! `cargo run` writes the blob; `cargo run -- --check` fails if the one in the repository is not what would be written.

extern crate alloc;

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use icu_datetime::provider::names::{
    DatetimeNamesMonthGregorianV1, DatetimeNamesWeekdayV1, DatetimeNamesYearGregorianV1,
};
use icu_datetime::provider::semantic_skeletons::DatetimePatternsDateGregorianV1;
use icu_decimal::provider::{DecimalDigitsV1, DecimalSymbolsV1};
use icu_list::provider::ListAndV1;
use icu_provider::export::DataExporter;
use icu_provider::prelude::*;
use icu_provider_blob::export::BlobExporter;

/// The locales of `Locale::regional_tag`.
const LOCALES: &[&str] = &["nl-BE", "fr-BE", "en-GB"];

/// Where the library reads the blob, from the folder of this package.
const BLOB: &str = "../../crates/core/format/cldr.postcard";

/// What goes into the blob: the kind of data, for which locales, and which of its variants.
type Part = (DataMarkerInfo, &'static [&'static str], fn(&str) -> bool);

const PARTS: [Part; 7] = [
    (DecimalSymbolsV1::INFO, LOCALES, |numbering_system| numbering_system.is_empty()),
    // Digits belong to no locale.
    (DecimalDigitsV1::INFO, &["und"], |numbering_system| numbering_system == "latn"),
    (ListAndV1::INFO, LOCALES, |_| true),
    (DatetimePatternsDateGregorianV1::INFO, LOCALES, |_| true),
    // Eras are not shown, but loaded with every date.
    (DatetimeNamesYearGregorianV1::INFO, LOCALES, |_| true),
    (DatetimeNamesMonthGregorianV1::INFO, LOCALES, |_| true),
    (DatetimeNamesWeekdayV1::INFO, LOCALES, |_| true),
];

/// The data of all locales, as they are compiled into ICU4X's data crates.
struct Cldr;

#[allow(clippy::wildcard_imports, reason = "the macros below call others by their bare names")]
const _: () = {
    use icu_datetime_data::*;
    use icu_decimal_data::*;
    use icu_list_data::*;
    // The macros name their crates as the metacrate `icu` would.
    mod icu {
        pub(super) use {icu_datetime as datetime, icu_decimal as decimal, icu_list as list};
    }
    icu_decimal_data::make_provider!(Cldr);
    impl_decimal_symbols_v1!(Cldr, ITER);
    impl_decimal_digits_v1!(Cldr, ITER);
    impl_list_and_v1!(Cldr, ITER);
    impl_datetime_patterns_date_gregorian_v1!(Cldr, ITER);
    impl_datetime_names_year_gregorian_v1!(Cldr, ITER);
    impl_datetime_names_month_gregorian_v1!(Cldr, ITER);
    impl_datetime_names_weekday_v1!(Cldr, ITER);
};

icu_provider::export::make_exportable_provider!(
    Cldr,
    [
        DecimalSymbolsV1,
        DecimalDigitsV1,
        ListAndV1,
        DatetimePatternsDateGregorianV1,
        DatetimeNamesYearGregorianV1,
        DatetimeNamesMonthGregorianV1,
        DatetimeNamesWeekdayV1,
    ]
);

fn main() -> ExitCode {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(BLOB);
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => write(&path),
        ["--check"] => check(&path),
        _ => Err("usage: format-data [--check]".into()),
    };
    match result {
        Ok(message) => {
            println!("{message}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(path: &Path) -> Result<String, Box<dyn Error>> {
    let blob = export()?;
    std::fs::write(path, &blob).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(format!("wrote {} bytes to {}", blob.len(), path.display()))
}

fn check(path: &Path) -> Result<String, Box<dyn Error>> {
    let kept = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    if kept == export()? {
        return Ok(format!("{} is up to date", path.display()));
    }
    Err(format!("{} is stale, `cargo run` in {} writes it anew", path.display(), env!("CARGO_MANIFEST_DIR"))
        .into())
}

/// Each locale gets its own copy of what it inherits, so that reading the blob needs no fallback between locales.
fn export() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut blob = Vec::new();
    let mut exporter = BlobExporter::new_with_sink(Box::new(&mut blob));
    for (marker, locales, is_wanted) in PARTS {
        let ids = Cldr.iter_ids_for_marker(marker)?;
        let variants: BTreeSet<String> = ids.iter().map(|id| id.marker_attributes.to_string()).collect();
        for tag in locales {
            let locale: DataLocale = tag.parse()?;
            for variant in variants.iter().filter(|variant| is_wanted(variant)) {
                let attributes = DataMarkerAttributes::try_from_str(variant).map_err(|_| variant.clone())?;
                let id = DataIdentifierBorrowed::for_marker_attributes_and_locale(attributes, &locale);
                let request = DataRequest { id, ..DataRequest::default() };
                exporter.put_payload(marker, id, &Cldr.load_data(marker, request)?.payload)?;
            }
        }
        exporter.flush(marker, Default::default())?;
    }
    exporter.close()?;
    drop(exporter);
    Ok(blob)
}
