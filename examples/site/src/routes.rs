//! Under which address everything is, and what each answer says about itself.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use whole_comm::{LabelId, Library, Locale};

use crate::address::{Page, language_of};
use crate::document::{Document, fingerprint, redirect, values};
use crate::frame::{Assets, Frame};
use crate::origin::Origin;
use crate::page;

/// The order counts: what adapts the page to a screen or to paper overrides what stands before it.
const STYLESHEET: &str = concat!(
    include_str!("../assets/style/base.css"),
    include_str!("../assets/style/frame.css"),
    include_str!("../assets/style/text.css"),
    include_str!("../assets/style/drawings.css"),
    include_str!("../assets/style/screens.css"),
);
const ICON: &str = include_str!("../assets/icon.svg");

/// What no page needs is forbidden: scripts, frames, forms, anything from elsewhere.
const SECURITY: [(HeaderName, &str); 7] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// The site as a service, with every page written, for readers who find it under this address.
///
/// # Errors
///
/// A template that cannot be written, which only a lack of memory could cause.
pub fn router(library: &Library, origin: &Origin) -> Result<Router, askama::Error> {
    let assets = Assets {
        stylesheet: format!("/assets/site-{}.css", fingerprint(STYLESHEET.as_bytes())),
        icon: format!("/assets/icon-{}.svg", fingerprint(ICON.as_bytes())),
    };
    let mut router = Router::new()
        .route(&assets.stylesheet, document(Document::asset(STYLESHEET, "text/css; charset=utf-8")))
        .route(&assets.icon, document(Document::asset(ICON, "image/svg+xml")));
    let mut refusals = Vec::new();
    for edition in library.editions() {
        let locale = edition.locale();
        for &page in Page::ALL {
            let path = page.path(locale);
            let without_slash = path.trim_end_matches('/').to_owned();
            let frame = Frame { library, edition, locale, origin, assets: &assets, page: Some(page) };
            let lead = get(async move |uri: Uri| {
                redirect(StatusCode::PERMANENT_REDIRECT, &page.path(locale), uri.query())
            });
            router = router
                .route(&path, document(Document::page(page::write(frame, page)?, locale)))
                .route(&without_slash, lead);
        }
        let frame = Frame { library, edition, locale, origin, assets: &assets, page: None };
        let refusal =
            |heading, advice| page::refusal(frame, heading, advice).map(|html| Document::page(html, locale));
        refusals.push(Refusals {
            locale,
            not_found: refusal(LabelId::NotFound, LabelId::NotFoundAdvice)?,
            not_allowed: refusal(LabelId::NotAllowed, LabelId::NotAllowedAdvice)?,
        });
    }
    for &page in Page::ALL {
        let lead = get(async move |uri: Uri, headers: HeaderMap| to_language(page, uri.query(), &headers));
        let path = page.neutral_path();
        let without_slash = path.trim_end_matches('/');
        if !without_slash.is_empty() {
            router = router.route(without_slash, lead.clone());
        }
        router = router.route(path, lead);
    }
    let refusals: Arc<[Refusals]> = refusals.into();
    let not_allowed = Arc::clone(&refusals);
    Ok(router
        .fallback(async move |request: Request| refuse(&refusals, &request, StatusCode::NOT_FOUND))
        .method_not_allowed_fallback(async move |request: Request| {
            refuse(&not_allowed, &request, StatusCode::METHOD_NOT_ALLOWED)
        })
        .layer(middleware::map_response(secure)))
}

/// Answers in one language to what cannot be met.
struct Refusals {
    locale: Locale,
    not_found: Document,
    not_allowed: Document,
}

fn document(document: Document) -> axum::routing::MethodRouter {
    let document = Arc::new(document);
    get(async move |headers: HeaderMap| document.answer(&headers))
}

/// Leads to a page in the language that the reader prefers.
fn to_language(page: Page, query: Option<&str>, request: &HeaderMap) -> Response {
    let mut response = redirect(StatusCode::FOUND, &page.path(preferred(request)), query);
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept-language"));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// The language that a request prefers by its headers.
fn preferred(request: &HeaderMap) -> Locale {
    Locale::negotiate(&values(request, &ACCEPT_LANGUAGE).collect::<Vec<_>>().join(","))
}

/// Refuses in the language of the path, or else in the one that the reader prefers.
fn refuse(refusals: &[Refusals], request: &Request, status: StatusCode) -> Response {
    let locale = language_of(request.uri().path()).unwrap_or_else(|| preferred(request.headers()));
    match refusals.iter().find(|refusals| refusals.locale == locale) {
        Some(refusals) if status == StatusCode::METHOD_NOT_ALLOWED => refusals.not_allowed.refuse(status),
        Some(refusals) => refusals.not_found.refuse(status),
        None => status.into_response(),
    }
}

async fn secure(mut response: Response) -> Response {
    response.headers_mut().extend(SECURITY.map(|(name, value)| (name, HeaderValue::from_static(value))));
    response
}
