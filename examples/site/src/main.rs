//! `site`: serves the Whole-COMM page on loopback.

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use clap::error::ErrorKind;
use site::Origin;
use tokio::net::TcpListener;
use whole_comm::Library;

/// The port, where neither an argument nor the environment names one.
const PORT: u16 = 8080;
/// How long answers that are under way may take once the site was asked to stop.
const PATIENCE: Duration = Duration::from_secs(5);

/// Serves the Whole-COMM page in Dutch, French and English on this machine.
#[derive(Parser)]
#[command(name = "site", max_term_width = 100)]
struct Arguments {
    /// The port to listen on; 0 takes any that is free [default: the variable PORT, or else 8080]
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    port: Option<String>,

    /// Where readers find the site: what canonical and hreflang links start with [default: the address that it listens on]
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}")]
    Arguments(String),
    #[error("the port in {place} is {value:?}; it must be a whole number from 0 to 65535")]
    Port { place: &'static str, value: String },
    #[error("--base-url is {value:?}; {error}")]
    BaseUrl { value: String, error: site::NotAnOrigin },
    #[error("port {0} is taken; name another with --port, or 0 for any that is free")]
    Taken(u16),
    #[error("cannot listen on port {port}: {error}")]
    Listen { port: u16, error: io::Error },
    #[error("cannot write the pages: {0}")]
    Pages(#[from] askama::Error),
    #[error("cannot serve: {0}")]
    Serve(#[from] io::Error),
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Nothing is left to do if standard error is closed as well.
            let _ = writeln!(io::stderr(), "error: {failure}");
            let wrong_arguments =
                matches!(failure, Failure::Arguments(_) | Failure::Port { .. } | Failure::BaseUrl { .. });
            ExitCode::from(if wrong_arguments { 2 } else { 1 })
        }
    }
}

async fn run() -> Result<(), Failure> {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(help) if matches!(help.kind(), ErrorKind::DisplayHelp) => {
            help.print()?;
            return Ok(());
        }
        Err(error) => return Err(Failure::Arguments(first_sentence(&error.to_string()))),
    };
    let variable = std::env::var_os("PORT").map(|value| value.to_string_lossy().into_owned());
    let port = port(arguments.port, variable)?;
    let base_url = arguments.base_url.map(origin).transpose()?;
    let listener = listen(port).await?;
    let address = listener.local_addr()?;
    let base_url = base_url.map_or_else(|| origin(format!("http://{address}")), Ok)?;
    let router = site::router(Library::embedded(), &base_url)?;
    // Whoever closed standard output still gets the site.
    let _ = writeln!(io::stdout(), "listening on http://{address}/ (Ctrl-C stops it)");

    let server = axum::serve(listener, router).with_graceful_shutdown(stop());
    tokio::select! {
        result = async { server.await } => result?,
        () = async { stop().await; tokio::time::sleep(PATIENCE).await } => {}
    }
    Ok(())
}

/// The first line of a message of the argument parser, without its heading.
fn first_sentence(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}

/// The port that the argument names, or else the environment. An empty variable is like none.
fn port(argument: Option<String>, variable: Option<String>) -> Result<u16, Failure> {
    let variable = variable.filter(|value| !value.is_empty());
    let named = argument.map(|value| ("--port", value)).or(variable.map(|value| ("PORT", value)));
    let Some((place, value)) = named else { return Ok(PORT) };
    value.parse().map_err(|_| Failure::Port { place, value })
}

fn origin(value: String) -> Result<Origin, Failure> {
    value.parse().map_err(|error| Failure::BaseUrl { value, error })
}

async fn listen(port: u16) -> Result<TcpListener, Failure> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => Failure::Taken(port),
        _ => Failure::Listen { port, error },
    })
}

/// Waits until somebody asks the site to stop.
async fn stop() {
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<Option<()>>();
    tokio::select! {
        // Where the signal cannot be listened to, it ends the process as it always does.
        Ok(()) = tokio::signal::ctrl_c() => {}
        _ = terminated => {}
        else => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_a_number_that_fits() {
        let text = |value: &str| Some(value.to_owned());
        assert_eq!(port(None, None).unwrap(), PORT);
        assert_eq!(port(text("81"), text("82")).unwrap(), 81);
        assert_eq!(port(None, text("82")).unwrap(), 82);
        assert_eq!(port(None, text("")).unwrap(), PORT);
        for (argument, variable, place) in [
            (text("65536"), None, "--port"),
            (text(""), None, "--port"),
            (text("-1"), text("80"), "--port"),
            (None, text("http"), "PORT"),
        ] {
            let message = port(argument, variable).unwrap_err().to_string();
            assert!(message.contains(place) && message.contains("0 to 65535"), "{message}");
        }
    }
}
