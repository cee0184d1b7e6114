//! The checker on our own locales, as any project would call it.

/// What `ftlkit check` finds in `locales/`: nothing, warnings included.
#[test]
fn the_checker_finds_nothing() -> Result<(), ftlkit::Error> {
    let config = ftlkit::Config { reference: Some("nl".to_owned()), ..ftlkit::Config::default() };
    let report = ftlkit::check(&["locales"], &config)?;
    assert!(report.is_clean(), "{report}");
    Ok(())
}
