//! A site, a driver and a browser for one test, and their end.

use std::io::{BufRead, BufReader};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel};
use tokio::net::TcpListener;
use whole_comm::Library;

/// A screen, as a reader may have set it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Screen {
    pub(crate) name: &'static str,
    /// In CSS pixels.
    width: u32,
    height: u32,
    phone: bool,
    dark: bool,
}

pub(crate) const DESKTOP: Screen =
    Screen { name: "desktop", width: 1280, height: 900, phone: false, dark: false };
pub(crate) const DESKTOP_DARK: Screen = Screen { name: "desktop-dark", dark: true, ..DESKTOP };
pub(crate) const PHONE: Screen = Screen { name: "phone", width: 390, height: 844, phone: true, dark: false };
pub(crate) const PHONE_DARK: Screen = Screen { name: "phone-dark", dark: true, ..PHONE };
/// The narrowest screen that WCAG 2 asks for (criterion 1.4.10).
pub(crate) const NARROW: Screen = Screen { name: "narrow", width: 320, height: 640, ..PHONE };

/// A browser that shows the site.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) driver: WebDriver,
    /// The site's address, without a slash at its end.
    pub(crate) site: String,
    pub(crate) screen: Screen,
}

/// Opens a browser for a reader with this screen and these languages, and closes it whatever comes of the test.
pub(crate) async fn browse<F>(screen: Screen, languages: &str, test: impl FnOnce(Browser) -> F)
where
    F: Future<Output = WebDriverResult<()>> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let site = format!("http://{}", listener.local_addr().expect("it has an address"));
    let origin = site.parse().expect("the address is an origin");
    let router = site::router(Library::embedded(), &origin).expect("the pages can be written");
    let server = tokio::spawn(async { axum::serve(listener, router).await });

    let (mut chromedriver, port) = Chromedriver::start();
    let profile = profile();
    let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities(&profile, languages)).await;
    let driver = driver.expect("Chromium starts");
    let browser = Browser { driver: driver.clone(), site, screen };
    browser.set_up().await.expect("Chromium can show the screen");

    let outcome = tokio::spawn(test(browser)).await;
    driver.quit().await.expect("Chromium ends");
    chromedriver.stop();
    server.abort();
    // What the browser has not let go of yet is left to the system's own cleaning.
    let _ = fs::remove_dir_all(profile);
    match outcome {
        Ok(result) => result.expect("the browser does as it is told"),
        Err(error) => resume_unwind(error.into_panic()),
    }
}

impl Browser {
    async fn set_up(&self) -> WebDriverResult<()> {
        let Screen { height, phone, dark, .. } = self.screen;
        self.resize(height.into(), if phone { 2 } else { 1 }).await?;
        let scheme = if dark { "dark" } else { "light" };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    async fn resize(&self, height: Value, scale: u32) -> WebDriverResult<()> {
        let Screen { width, phone, .. } = self.screen;
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": phone });
        self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Goes to a path of the site.
    pub(crate) async fn open(&self, path: &str) -> WebDriverResult<()> {
        self.driver.goto(format!("{}{path}", self.site)).await
    }

    /// The address shown, without the site's own.
    pub(crate) async fn path(&self) -> WebDriverResult<String> {
        let url = self.driver.current_url().await?.to_string();
        Ok(url.strip_prefix(&self.site).unwrap_or(&url).to_owned())
    }

    /// What an expression in the page is.
    pub(crate) async fn evaluate(&self, expression: &str) -> WebDriverResult<Value> {
        Ok(self.driver.execute(format!("return {expression};"), []).await?.json().clone())
    }

    /// What the console has said since the last time, warnings and errors.
    pub(crate) async fn complaints(&self) -> WebDriverResult<Vec<String>> {
        let entries = self.driver.browser_log().await?;
        Ok(entries.into_iter().map(|entry| entry.message).collect())
    }

    /// Keeps a picture of the whole page.
    pub(crate) async fn keep_picture(&self, name: &str) -> WebDriverResult<()> {
        let folder = target().join("site-screenshots");
        fs::create_dir_all(&folder)?;
        // The picture is of the window, which is made as high as the page.
        self.resize(self.evaluate("document.documentElement.scrollHeight").await?, 1).await?;
        self.driver.screenshot(&folder.join(format!("{name}-{}.png", self.screen.name))).await?;
        self.set_up().await
    }
}

/// A driver that listens on a port of its own.
struct Chromedriver {
    process: Child,
    /// Kept open: the driver writes to it as long as it runs.
    _output: BufReader<ChildStdout>,
}

impl Chromedriver {
    fn start() -> (Self, u16) {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("chromedriver does not start ({error}); .ci/run installs it"));
        let mut output = BufReader::new(process.stdout.take().expect("its output is ours"));
        let mut line = String::new();
        let port = loop {
            line.clear();
            assert!(output.read_line(&mut line).expect("the driver writes text") > 0, "the driver has ended");
            if let Some((_, port)) =
                line.trim_end().trim_end_matches('.').rsplit_once(" successfully on port ")
            {
                break port.parse().expect("a port is a number");
            }
        };
        (Self { process, _output: output }, port)
    }

    fn stop(&mut self) {
        self.process.kill().expect("the driver runs until it is stopped");
        self.process.wait().expect("the driver has ended");
    }
}

fn capabilities(profile: &Path, languages: &str) -> ChromeCapabilities {
    let mut capabilities = DesiredCapabilities::chrome();
    let profile = format!("--user-data-dir={}", profile.display());
    let languages = format!("--accept-lang={languages}");
    for argument in [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        &profile,
        &languages,
    ] {
        capabilities.add_arg(argument).expect("an argument is a string");
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a level is a string");
    capabilities
}

/// A folder of its own for each browser.
fn profile() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("site-browser-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    env::temp_dir().join(name)
}

/// The folder that cargo builds in: tests stand in `<target>/<profile>/deps`.
pub(crate) fn target() -> PathBuf {
    let test = env::current_exe().expect("a test knows its own path");
    test.ancestors().nth(3).expect("tests stand three folders deep").to_owned()
}
