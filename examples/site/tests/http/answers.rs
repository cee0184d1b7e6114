//! Addresses, statuses and headers.

use super::*;

/// The address of the style sheet, as the pages name it.
async fn stylesheet() -> String {
    let html = get("/nl/").await.html();
    attribute(all(&html, "link[rel=stylesheet]")[0], "href").to_owned()
}

#[tokio::test]
async fn every_page_is_served_and_may_be_asked_for_again() {
    let mut tags = std::collections::HashSet::new();
    for (_, locale, path) in paths() {
        let answer = get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
        assert_eq!(answer.header("content-language"), locale.as_str(), "{path}");
        let tag = answer.header("etag").to_owned();
        assert!(tags.insert(tag.clone()), "{path} has the tag of another page");

        let again = ask(Method::GET, &path, &[("if-none-match", &tag)]).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
        assert_eq!((again.body.as_str(), again.header("etag")), ("", tag.as_str()), "{path}");
        assert_eq!(again.header("cache-control"), "no-cache", "{path}");
        let other = ask(Method::GET, &path, &[("if-none-match", "\"0\"")]).await;
        assert_eq!(other.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn assets_are_kept_for_good() {
    let path = stylesheet().await;
    let answer = get(&path).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "text/css; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
    assert!(answer.body.contains("@media print"), "the style sheet is empty");
    let html = get("/nl/").await.html();
    let icon = get(attribute(all(&html, "link[rel=icon]")[0], "href")).await;
    assert_eq!((icon.status, icon.header("content-type")), (StatusCode::OK, "image/svg+xml"));
}

#[tokio::test]
async fn a_head_is_a_get_without_the_body() {
    for path in ["/nl/".to_owned(), "/".to_owned(), "/nl/nothing".to_owned(), stylesheet().await] {
        let (head, get) = (ask(Method::HEAD, &path, &[]).await, get(&path).await);
        assert_eq!((head.status, head.body.as_str()), (get.status, ""), "{path}");
        for name in ["content-type", "etag", "cache-control", "location", "vary"] {
            assert_eq!(head.header(name), get.header(name), "{name} of {path}");
        }
        assert_eq!(head.header("content-length"), get.body.len().to_string(), "{path}");
    }
}

#[tokio::test]
async fn an_address_without_a_language_leads_to_the_reader_s() {
    for (wishes, expected) in [
        ("fr-BE, nl;q=0.5", "fr"),
        ("en", "en"),
        ("de", "nl"),
        ("", "nl"),
        ("nl;q=0, *", "fr"),
        ("</script>", "nl"),
        ("é, en", "en"),
    ] {
        for &page in Page::ALL {
            let path = page.neutral_path();
            let answer = ask(Method::GET, path, &[("accept-language", wishes)]).await;
            assert_eq!(answer.status, StatusCode::FOUND, "{path} for {wishes:?}");
            assert_eq!(answer.header("location"), format!("/{expected}{path}"), "{path} for {wishes:?}");
            assert_eq!(answer.header("vary"), "accept-language");
            assert_eq!(answer.header("cache-control"), "no-cache");
        }
    }
    assert_eq!(get("/").await.header("location"), "/nl/");
    assert_eq!(get("/register").await.header("location"), "/nl/register/");
    // Several header lines are one list.
    let answer = ask(Method::GET, "/", &[("accept-language", "de"), ("accept-language", "en")]).await;
    assert_eq!(answer.header("location"), "/en/");
}

#[tokio::test]
async fn a_missing_slash_is_added() {
    for (_, _, path) in paths() {
        let answer = get(path.trim_end_matches('/')).await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{path}");
        assert_eq!(answer.header("location"), path);
    }
}

#[tokio::test]
async fn redirections_keep_the_query_and_stay_on_the_site() {
    for (from, to) in [
        ("/?utm_source=a&b=%C3%A9", "/nl/?utm_source=a&b=%C3%A9"),
        ("/register?a", "/nl/register/?a"),
        ("/register/?a=b?c", "/nl/register/?a=b?c"),
        ("/fr?", "/fr/?"),
        ("/en/register?next=//evil.example", "/en/register/?next=//evil.example"),
        ("/?@evil.example", "/nl/?@evil.example"),
    ] {
        let answer = get(from).await;
        assert!(answer.status.is_redirection(), "{from}");
        assert_eq!(answer.header("location"), to, "from {from}");
    }
}

#[tokio::test]
async fn what_is_not_there_says_so_in_the_right_language() {
    for (path, wishes, expected) in [
        ("/fr/rien", "en", Locale::French),
        ("/en/register/nothing", "nl", Locale::English),
        ("/nl//", "fr", Locale::Dutch),
        ("/de/", "fr", Locale::French),
        ("/nl-BE/", "en", Locale::English),
        ("/FR/", "", Locale::Dutch),
        ("/assets/site.css", "en", Locale::English),
        ("/..%2f..%2fetc/passwd", "", Locale::Dutch),
        ("/%ff%00", "fr", Locale::French),
    ] {
        let answer = ask(Method::GET, path, &[("accept-language", wishes)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.header("vary"), "accept-language");
        assert_eq!(answer.header("etag"), "", "what is missing has no tag");
        let html = answer.html();
        assert_eq!(attribute(html.root_element(), "lang"), expected.as_str(), "{path} for {wishes:?}");
        assert_eq!(answer.header("content-language"), expected.as_str(), "{path} for {wishes:?}");
        let label = Library::embedded().edition(expected).label(whole_comm::LabelId::NotFound);
        assert_eq!(text(all(&html, "h1")[0]), *label);
        assert!(html.errors.is_empty(), "{:?}", html.errors);
        assert!(all(&html, "link[hreflang]").is_empty(), "a page that is not there has no translations");
    }
}

#[tokio::test]
async fn only_reading_is_allowed() {
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS, Method::TRACE] {
        for (path, wishes, lang) in [("/fr/", "en", "fr"), ("/", "en", "en"), ("/nl", "fr", "nl")] {
            let answer = ask(method.clone(), path, &[("accept-language", wishes)]).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            assert_eq!(answer.header("allow"), "GET,HEAD", "{method} {path}");
            assert_eq!(attribute(answer.html().root_element(), "lang"), lang, "{method} {path}");
        }
        assert_eq!(ask(method, "/nl/nothing", &[]).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn every_answer_is_guarded() {
    let tag = get("/nl/").await.header("etag").to_owned();
    let stylesheet = stylesheet().await;
    for (method, path, known) in [
        (Method::GET, "/nl/", ""),
        (Method::GET, "/nl/", &tag),
        (Method::HEAD, "/fr/register/", ""),
        (Method::GET, &stylesheet, ""),
        (Method::GET, "/", ""),
        (Method::GET, "/nothing", ""),
        (Method::POST, "/nl/", ""),
    ] {
        let answer = ask(method.clone(), path, &[("if-none-match", known)]).await;
        let policy = answer.header("content-security-policy");
        let place = format!("{method} {path} ({})", answer.status);
        for directive in ["default-src 'none'", "style-src 'self'", "base-uri 'none'", "form-action 'none'"] {
            assert!(
                policy.split("; ").any(|found| found == directive),
                "{place} lacks {directive}: {policy}"
            );
        }
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "{place}: {policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{name} of {place}");
        }
    }
}

#[tokio::test]
async fn nothing_of_a_request_reaches_a_page() {
    const MARK: &str = "m4rk";
    for path in [
        "/nl/?q=<script>m4rk</script>",
        "/fr/m4rk",
        "/m4rk/",
        "/nl/%3Cscript%3Em4rk",
        "/en/register/?m4rk=\"'",
        "/?m4rk",
    ] {
        let path = path.replace('<', "%3C").replace('>', "%3E").replace('"', "%22");
        for method in [Method::GET, Method::POST] {
            let headers = [
                ("accept-language", "m4rk, fr;q=0.1"),
                ("host", "m4rk.example"),
                ("referer", "https://m4rk.example/<b>"),
                ("x-forwarded-host", "m4rk"),
                ("cookie", "m4rk=m4rk"),
            ];
            let answer = ask(method, &path, &headers).await;
            assert!(!answer.body.contains(MARK), "the body shows what {path} sent");
            // A redirection hands the query on, in its own header alone.
            let redirects = answer.status.is_redirection();
            for (name, value) in answer.headers.iter().filter(|(name, _)| !redirects || *name != "location") {
                assert!(!value.to_str().unwrap().contains(MARK), "{name} shows what {path} sent");
            }
        }
    }
}
