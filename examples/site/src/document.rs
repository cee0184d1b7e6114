//! What is sent: bytes that are made once, and known by a tag.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hasher};

use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// Something to send, the same for everybody.
#[derive(Debug)]
pub(crate) struct Document {
    body: Bytes,
    media_type: &'static str,
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
    pub(crate) fn page(html: String) -> Self {
        Self::new(html.into(), "text/html; charset=utf-8", Caching::Asking)
    }

    pub(crate) fn asset(body: &'static str, media_type: &'static str) -> Self {
        Self::new(Bytes::from_static(body.as_bytes()), media_type, Caching::Forever)
    }

    fn new(body: Bytes, media_type: &'static str, caching: Caching) -> Self {
        let tag = format!("\"{}\"", fingerprint(&body));
        Self { body, media_type, caching, tag }
    }

    /// The document, or the word that the reader's copy is still good.
    pub(crate) fn answer(&self, request: &HeaderMap) -> Response {
        let headers = [(CACHE_CONTROL, self.caching.header()), (ETAG, self.tag.as_str())];
        if self.is_known(request) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        (headers, [(CONTENT_TYPE, self.media_type)], Body::from(self.body.clone())).into_response()
    }

    /// The document as the answer to a request that cannot be met. It depends on the language that the reader asks for.
    pub(crate) fn refuse(&self, status: StatusCode) -> Response {
        let headers = [
            (CACHE_CONTROL, self.caching.header()),
            (VARY, "accept-language"),
            (CONTENT_TYPE, self.media_type),
        ];
        (status, headers, Body::from(self.body.clone())).into_response()
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

/// A redirection to a path of this site.
pub(crate) fn redirect(status: StatusCode, path: &str) -> Response {
    let mut response = status.into_response();
    // A path of this site is made of ids and languages, and so fits into a header.
    if let Ok(location) = HeaderValue::from_str(path) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
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
        let document = Document::page("<p>a</p>".to_owned());
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
        assert_ne!(tag, Document::page("<p>b</p>".to_owned()).tag);
    }
}
