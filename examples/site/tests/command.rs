//! The program: where it listens, what it says when it cannot, and how it stops.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise; clippy.toml exempts test functions, not their helpers"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Output, Stdio};

fn site(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
    command.args(arguments).env_remove("PORT").stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Starts the site, and gives the address that it says.
fn start(mut command: Command) -> (Child, String) {
    let mut child = command.spawn().expect("site starts");
    let mut line = String::new();
    let stdout = child.stdout.as_mut().expect("standard output is ours");
    BufReader::new(stdout).read_line(&mut line).expect("site says where it is");
    let address = line.split(['/', ' ']).find(|word| word.starts_with("127.0.0.1:"));
    let address = address.unwrap_or_else(|| panic!("no address in {line:?}")).to_owned();
    (child, address)
}

/// The answer to a request.
fn fetch(address: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("the site listens");
    stream
        .write_all(b"GET /nl/ HTTP/1.1\r\nHost: site\r\nConnection: close\r\n\r\n")
        .expect("the site reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the site answers");
    answer
}

#[track_caller]
fn assert_served(address: &str) {
    let answer = fetch(address);
    assert_eq!(answer.lines().next(), Some("HTTP/1.1 200 OK"));
}

fn sentence(output: &Output) -> String {
    let error = String::from_utf8(output.stderr.clone()).expect("messages are UTF-8");
    assert!(output.stdout.is_empty(), "a failure says nothing on standard output");
    assert_eq!(error.lines().count(), 1, "one sentence: {error:?}");
    error.trim_end().to_owned()
}

#[test]
fn it_says_where_it_listens_and_serves_there() {
    let mut environment = site(&[]);
    environment.env("PORT", "0");
    for command in [site(&["--port", "0"]), environment] {
        let (mut child, address) = start(command);
        assert_served(&address);
        child.kill().expect("site runs until it is stopped");
        child.wait().expect("site has ended");
    }
}

/// What search engines want whole starts with the address that readers use.
#[test]
fn links_between_the_languages_start_with_the_base_url() {
    let canonical = |origin: &str| format!("<link rel=\"canonical\" href=\"{origin}/nl/\">");
    let (mut child, address) = start(site(&["--port", "0"]));
    let without = fetch(&address);
    child.kill().expect("site runs until it is stopped");
    child.wait().expect("site has ended");
    assert!(without.contains(&canonical(&format!("http://{address}"))), "{without}");

    let (mut child, address) = start(site(&["--port", "0", "--base-url", "https://Belgium.example/"]));
    let with = fetch(&address);
    child.kill().expect("site runs until it is stopped");
    child.wait().expect("site has ended");
    assert!(with.contains(&canonical("https://belgium.example")), "{with}");
}

#[test]
fn a_taken_port_is_one_clear_sentence() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = taken.local_addr().expect("it has an address").port();
    let mut environment = site(&[]);
    environment.env("PORT", port.to_string());
    for mut command in [site(&["--port", &port.to_string()]), environment] {
        let output = command.output().expect("site starts");
        assert_eq!(output.status.code(), Some(1));
        let expected =
            format!("error: port {port} is taken; name another with --port, or 0 for any that is free");
        assert_eq!(sentence(&output), expected);
    }
}

#[test]
fn wrong_arguments_are_one_clear_sentence() {
    for (arguments, variable, part) in [
        (&["--port", "http"][..], "", "\"http\""),
        (&["--port", "65536"], "", "0 to 65535"),
        (&["--port", "-1"], "", "--port is \"-1\""),
        (&["--port"], "", "--port"),
        (&["--prot", "80"], "", "'--prot'"),
        (&["80"], "", "'80'"),
        (&[], "eighty", "PORT is \"eighty\""),
        (&["--base-url", "example.org"], "", "--base-url is \"example.org\"; it must be http:// or https://"),
    ] {
        let output = site(arguments).env("PORT", variable).output().expect("site starts");
        assert_eq!(output.status.code(), Some(2), "for {arguments:?}");
        let message = sentence(&output);
        assert!(message.starts_with("error: ") && message.contains(part), "for {arguments:?}: {message}");
    }
}

#[test]
fn help_is_no_failure() {
    let output = site(&["--help"]).output().expect("site starts");
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("--port"));
}

#[cfg(unix)]
#[test]
fn it_stops_when_it_is_asked_to() {
    for signal in ["-TERM", "-INT"] {
        let (mut child, address) = start(site(&["--port", "0"]));
        // A connection that waits for its next request holds nothing up.
        let idle = TcpStream::connect(&address).expect("the site listens");
        assert_served(&address);
        let sent =
            Command::new("kill").args([signal, &child.id().to_string()]).status().expect("kill starts");
        assert!(sent.success());
        let status = child.wait().expect("site has ended");
        assert!(status.success(), "{signal}: {status}");
        assert!(TcpStream::connect(&address).is_err(), "nobody listens any more");
        drop(idle);
    }
}
