//! A web site that shows the Whole-COMM page about Belgium in three languages.
//!
//! Every page is the same for everybody, so all of them are written once, when the site starts. What a request may
//! choose is which of them it gets: nothing that it sends ever reaches a page.
//!
//! The files are layers: `phrase` and `frame` turn what the library says into HTML, `chart` and `timeline` work out
//! where a drawing puts it, `page` fills the templates, `document` answers with the result, [`router`] says under which
//! address.

mod address;
mod chart;
mod document;
mod frame;
mod origin;
mod page;
mod phrase;
mod relations;
mod routes;
mod timeline;

pub use address::Page;
pub use origin::{NotAnOrigin, Origin};
pub use routes::router;
