//! Reports: one model that every format reads, and one module per format.

mod build;
pub mod counts;
pub mod csv;
mod error;
pub mod external;
pub mod format;
pub mod html;
pub mod json;
pub mod model;
pub mod ndjson;
pub mod note;
pub mod overview;
pub mod reuse;
mod spool;
pub mod text;
pub mod xlsx;

pub use model::{DossierReport, ErrorReport, Report};
