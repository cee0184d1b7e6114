//! Addresses in texts.

use crate::model::PatternRef;
use crate::source::Span;

/// An address of the web.
#[derive(Debug, Clone)]
pub(in crate::rules) struct Address<'a> {
    pub(in crate::rules) text: &'a str,
    pub(in crate::rules) span: Span,
    /// Host and path without what only chooses a language.
    pub(in crate::rules) essence: String,
}

/// The addresses of the web in the texts of a pattern.
pub(in crate::rules) fn addresses<'a>(pattern: PatternRef<'a>, locale: &str) -> Vec<Address<'a>> {
    let mut found = Vec::new();
    for text in pattern.texts() {
        let run = pattern.slice(text.span);
        let mut from = 0;
        while let Some(at) = run.get(from..).and_then(|rest| rest.find("://")) {
            let mark = from + at;
            from = mark + 3;
            let scheme = ["https", "http"].into_iter().find(|scheme| {
                let start = mark.checked_sub(scheme.len());
                let before = start.and_then(|start| run.get(start..mark));
                before.is_some_and(|before| before.eq_ignore_ascii_case(scheme))
            });
            let Some(scheme) = scheme else { continue };
            let rest = run.get(from..).unwrap_or_default();
            // Letters of other scripts may follow without a space.
            let is_end =
                |sign: char| sign.is_whitespace() || !sign.is_ascii() || "<>\"'`|()[]{}".contains(sign);
            let length = rest.find(is_end).unwrap_or(rest.len());
            let body =
                rest.get(..length).unwrap_or_default().trim_end_matches(['.', ',', ';', ':', '!', '?']);
            if body.is_empty() {
                continue;
            }
            let (start, end) = (mark - scheme.len(), from + body.len());
            let (Ok(first), Ok(last)) = (u32::try_from(start), u32::try_from(end)) else { continue };
            found.push(Address {
                text: run.get(start..end).unwrap_or_default(),
                span: Span::new(text.span.start + first, text.span.start + last),
                essence: essence(body, locale),
            });
            from = end;
        }
    }
    found
}

/// Host and path, without `www.`, a language before the host or in the path, and a slash at the end.
fn essence(body: &str, locale: &str) -> String {
    let body = body.to_lowercase();
    let (body, _) = body.split_once(['#', '?']).unwrap_or((&body, ""));
    let (host, path) = body.split_once('/').unwrap_or((body, ""));
    let mut labels: Vec<&str> = host.split('.').collect();
    let language = locale.split('-').next().unwrap_or_default();
    let first = labels.first().copied().unwrap_or_default();
    let is_language = |part: &str| {
        let (head, region) = part.split_once(['-', '_']).unwrap_or((part, ""));
        let is_short =
            (head.len() == 2 || head == language) && head.bytes().all(|byte| byte.is_ascii_lowercase());
        is_short && (region.len() <= 4)
    };
    if labels.len() > 2 && (first == "www" || is_language(first)) {
        labels.remove(0);
    }
    let host = labels.join(".");
    // An encyclopedia names its pages in each language.
    if host.ends_with("wikipedia.org") {
        return host;
    }
    let parts = path.split('/').filter(|part| !part.is_empty() && !is_language(part));
    std::iter::once(host.as_str()).chain(parts).collect::<Vec<_>>().join("/")
}

/// The addresses of mail in the texts of a pattern.
pub(in crate::rules) fn emails(pattern: PatternRef<'_>) -> Vec<(&str, Span)> {
    let mut found = Vec::new();
    for text in pattern.texts() {
        let run = pattern.slice(text.span);
        let bytes = run.as_bytes();
        // Each sign belongs to one address only.
        let mut done = 0;
        for at in memchr::memchr_iter(b'@', bytes) {
            let is_local =
                |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'+' | b'-');
            let is_host = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
            let before = bytes.get(done..at).unwrap_or_default();
            let after = bytes.get(at + 1..).unwrap_or_default();
            let start = at - before.iter().rev().take_while(is_local).count();
            let mut end = at + 1 + after.iter().take_while(is_host).count();
            while end > at && matches!(bytes.get(end - 1), Some(b'.' | b'-')) {
                end -= 1;
            }
            done = end.max(at + 1);
            let host = run.get(at + 1..end).unwrap_or_default();
            let has_domain = host.rsplit_once('.').is_some_and(|(name, top)| {
                !name.is_empty() && top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic())
            });
            if start == at || !has_domain {
                continue;
            }
            let (Ok(first), Ok(last)) = (u32::try_from(start), u32::try_from(end)) else { continue };
            let span = Span::new(text.span.start + first, text.span.start + last);
            found.push((run.get(start..end).unwrap_or_default(), span));
        }
    }
    found
}
