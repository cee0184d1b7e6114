//! The address that readers find the site under: a scheme, a host, a port.

use std::fmt;
use std::str::FromStr;

use axum::http::Uri;

/// What the addresses start with that are for machines, such as search engines, which want them whole.
///
/// It comes from whoever starts the site and never from a request: a `Host` header is whatever its sender likes.
///
/// ```
/// use site::Origin;
///
/// let origin: Origin = "https://Belgium.example/".parse()?;
/// assert_eq!(origin.to_string(), "https://belgium.example");
/// # Ok::<(), site::NotAnOrigin>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

/// What was given is not the start of an address.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("it must be http:// or https:// and a host, with nothing behind, such as https://example.org")]
pub struct NotAnOrigin;

impl FromStr for Origin {
    type Err = NotAnOrigin;

    fn from_str(text: &str) -> Result<Self, NotAnOrigin> {
        // The parser passes over a fragment.
        if text.contains('#') {
            return Err(NotAnOrigin);
        }
        let uri: Uri = text.parse().map_err(|_| NotAnOrigin)?;
        let scheme = uri.scheme_str().filter(|scheme| matches!(*scheme, "http" | "https"));
        let authority = uri.authority().filter(|authority| !authority.host().is_empty());
        let (Some(scheme), Some(authority)) = (scheme, authority) else { return Err(NotAnOrigin) };
        let origin = match authority.port_u16() {
            Some(port) => format!("{scheme}://{}:{port}", authority.host()),
            None => format!("{scheme}://{}", authority.host()),
        };
        // What else the text holds (a name of a user, a path, a query) would be lost without a word.
        let whole = text.strip_suffix('/').unwrap_or(text).eq_ignore_ascii_case(&origin);
        if whole { Ok(Self(origin.to_ascii_lowercase())) } else { Err(NotAnOrigin) }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_a_scheme_and_a_host() {
        for (text, expected) in [
            ("https://example.org", "https://example.org"),
            ("https://example.org/", "https://example.org"),
            ("HTTP://Example.ORG:8080", "http://example.org:8080"),
            ("http://127.0.0.1:80", "http://127.0.0.1:80"),
            ("http://[::1]:8080/", "http://[::1]:8080"),
        ] {
            assert_eq!(text.parse::<Origin>().map(|origin| origin.to_string()).as_deref(), Ok(expected));
        }
        for text in [
            "",
            "/",
            "example.org",
            "example.org:80",
            "//example.org",
            "ftp://example.org",
            "javascript:alert(1)",
            "https://",
            "https://:80",
            "https://example.org:",
            "https://example.org:http",
            "https://example.org:70000",
            "https://user@example.org",
            "https://example.org/belgium",
            "https://example.org//",
            "https://example.org?",
            "https://example.org/#top",
            "https://example.org/?a=b",
            " https://example.org",
            "https://exa mple.org",
            "https://\"><script>",
            "https://bücher.example",
        ] {
            assert_eq!(text.parse::<Origin>(), Err(NotAnOrigin), "for {text:?}");
        }
    }
}
