//! The site as HTTP sees it: addresses, headers, and what the pages hold. No browser and no network are needed.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; clippy.toml exempts test functions, not their helpers"
)]

mod answers;
mod pages;
mod words;

use std::sync::LazyLock;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use scraper::{ElementRef, Html, Selector};
use site::{Origin, Page};
use tower::ServiceExt;
use whole_comm::{Library, Locale};

/// What the site answered.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    /// The value of a header, or an empty string.
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().expect("a header is text")).unwrap_or_default()
    }

    fn html(&self) -> Html {
        assert_eq!(self.header("content-type"), "text/html; charset=utf-8");
        Html::parse_document(&self.body)
    }
}

/// Where readers find the site, as far as the tests are concerned.
const ORIGIN: &str = "https://site.example";

/// The site, with its pages written once for all tests.
static SITE: LazyLock<Router> = LazyLock::new(|| {
    let origin: Origin = ORIGIN.parse().expect("it is an origin");
    site::router(Library::embedded(), &origin).expect("the pages can be written")
});

async fn ask(method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).expect("the test asks for something");
    let response = SITE.clone().oneshot(request).await.expect("the site always answers");
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("the body is whole");
    let body = String::from_utf8(body.to_vec()).expect("the site writes UTF-8");
    Answer { status: parts.status, headers: parts.headers, body }
}

async fn get(path: &str) -> Answer {
    ask(Method::GET, path, &[]).await
}

/// The paths of all pages in all languages.
fn paths() -> impl Iterator<Item = (Page, Locale, String)> {
    let pages = Page::ALL.iter();
    pages.flat_map(|&page| Locale::ALL.iter().map(move |&locale| (page, locale, page.path(locale))))
}

/// Every page in every language, parsed.
async fn parsed() -> Vec<(Page, Locale, Html)> {
    let mut pages = Vec::new();
    for (page, locale, path) in paths() {
        pages.push((page, locale, get(&path).await.html()));
    }
    pages
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("the test's selector is right")).collect()
}

/// The text below an element, with runs of line breaks and spaces as one space.
fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The value of an attribute that must be there.
#[track_caller]
fn attribute<'a>(element: ElementRef<'a>, name: &str) -> &'a str {
    element.attr(name).unwrap_or_else(|| panic!("{name} is missing: {}", element.html()))
}
