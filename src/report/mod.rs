//! Reports: one model that every format reads, and one module per format.

mod build;
pub mod counts;
pub mod format;
pub mod json;
pub mod model;
pub mod ndjson;
mod spool;
pub mod text;

pub use model::{DossierReport, ErrorReport, Report};
