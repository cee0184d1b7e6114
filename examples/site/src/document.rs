//! What is sent: bytes that are made once, and known by a tag.

use std::borrow::Cow;
use std::fmt::Write;
use std::hash::{DefaultHasher, Hasher};

use axum::body::{Body, Bytes};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use whole_comm::Locale;

/// Something to send, the same for everybody.
#[derive(Debug)]
pub(crate) struct Document {
    body: Bytes,
    media_type: &'static str,
    /// The language of what is meant to be read.
    locale: Option<Locale>,
    caching: Caching,
    tag: String,
}

/// How long a copy may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caching {
    /// As long as the tag is still the same: ask every time.
    Asking,
    /// For good: the address changes with the content.
    Forever,
}

impl Caching {
    const fn header(self) -> &'static str {
        match self {
            Self::Asking => "no-cache",
            Self::Forever => "public, max-age=31536000, immutable",
        }
    }
}

impl Document {
    pub(crate) fn page(html: String, locale: Locale) -> Self {
        Self::new(html.into(), "text/html; charset=utf-8", Some(locale), Caching::Asking)
    }

    pub(crate) fn asset(body: &'static str, media_type: &'static str) -> Self {
        Self::new(Bytes::from_static(body.as_bytes()), media_type, None, Caching::Forever)
    }

    fn new(body: Bytes, media_type: &'static str, locale: Option<Locale>, caching: Caching) -> Self {
        let tag = format!("\"{}\"", fingerprint(&body));
        Self { body, media_type, locale, caching, tag }
    }

    /// The document, or the word that the reader's copy is still good.
    pub(crate) fn answer(&self, request: &HeaderMap) -> Response {
        let headers = [(CACHE_CONTROL, self.caching.header()), (ETAG, self.tag.as_str())];
        if self.is_known(request) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        (headers, self.content()).into_response()
    }

    /// The bytes, with what they are.
    fn content(&self) -> impl IntoResponse {
        let language = self.locale.map(|locale| [(CONTENT_LANGUAGE, locale.as_str())]);
        ([(CONTENT_TYPE, self.media_type)], language, Body::from(self.body.clone()))
    }

    /// The document as the answer to a request that cannot be met. It depends on the language that the reader asks for.
    pub(crate) fn refuse(&self, status: StatusCode) -> Response {
        let headers = [(CACHE_CONTROL, self.caching.header()), (VARY, "accept-language")];
        (status, headers, self.content()).into_response()
    }

    /// Whether the request names the document's tag as one it has, by the weak comparison of RFC 9110, section 13.1.2.
    fn is_known(&self, request: &HeaderMap) -> bool {
        let known = |tag: &str| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == self.tag;
        values(request, &IF_NONE_MATCH).any(|list| list.split(',').any(|tag| known(tag.trim())))
    }
}

/// The values of a header that may stand in several lines. A byte that is no text spoils its item of a list, not the list.
pub(crate) fn values<'a>(headers: &'a HeaderMap, name: &HeaderName) -> impl Iterator<Item = Cow<'a, str>> {
    headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()))
}

/// A redirection to a path of this site, with the query of the request.
pub(crate) fn redirect(status: StatusCode, path: &str, query: Option<&str>) -> Response {
    let mut response = status.into_response();
    let location = query.map_or_else(|| path.to_owned(), |query| format!("{path}?{}", in_ascii(query)));
    // A path of this site is made of ids and languages, and so fits into a header; a query in ASCII does as well.
    if let Ok(location) = HeaderValue::from_str(&location) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

/// The query as RFC 3986 writes it: the parser of requests lets more through.
fn in_ascii(query: &str) -> String {
    let mut written = String::with_capacity(query.len());
    for byte in query.bytes() {
        if byte.is_ascii_graphic() {
            written.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(written, "%{byte:02X}");
        }
    }
    written
}

/// A short name for content, which changes when the content does.
pub(crate) fn fingerprint(content: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(content);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_known_by_its_tag() {
        let document = Document::page("<p>a</p>".to_owned(), Locale::English);
        let tag = document.tag.clone();
        let cases = [
            (tag.clone(), true),
            (format!("W/{tag}"), true),
            (format!("\"x\", {tag} , \"y\""), true),
            ("*".to_owned(), true),
            ("\"x\"".to_owned(), false),
            (tag.replace('"', ""), false),
            (String::new(), false),
        ];
        for (value, known) in cases {
            let request = HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::try_from(&value).unwrap())]);
            let status = if known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
            assert_eq!(document.answer(&request).status(), status, "for {value:?}");
        }
        assert_ne!(tag, Document::page("<p>b</p>".to_owned(), Locale::English).tag);
    }
    #[test]
    fn a_redirection_keeps_the_query() {
        for (query, expected) in [
            (None, "/nl/"),
            (Some(""), "/nl/?"),
            (Some("a=b&c=%20d/?e"), "/nl/?a=b&c=%20d/?e"),
            (Some("q=é \r\nset-cookie: a"), "/nl/?q=%C3%A9%20%0D%0Aset-cookie:%20a"),
        ] {
            let response = redirect(StatusCode::FOUND, "/nl/", query);
            assert_eq!(response.headers()[LOCATION], expected, "for {query:?}");
        }
    }
}
