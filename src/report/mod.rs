//! Reports: one model that every format reads, and one module per format.

mod build;
pub mod counts;
pub mod docx;
mod error;
pub mod external;
mod form;
pub mod format;
pub mod html;
pub mod json;
pub mod model;
pub mod ndjson;
pub mod note;
pub mod overview;
pub mod parties;
pub mod reuse;
mod spool;
pub mod text;
mod view;

pub use model::{DossierReport, ErrorReport, Report};
