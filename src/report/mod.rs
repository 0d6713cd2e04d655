//! Reports: one model that every format reads, and one module per format.

mod build;
pub mod counts;
pub mod csv;
pub mod docx;
mod error;
pub mod external;
mod form;
pub mod format;
mod gaps;
pub mod github;
pub mod html;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod model;
pub mod ndjson;
pub mod note;
pub mod options;
pub mod overview;
pub mod parties;
pub mod remark;
pub mod reuse;
pub mod sarif;
pub(crate) mod spool;
mod spots;
pub mod text;
mod trail;
mod view;
pub mod xlsx;

pub use model::{DossierReport, ErrorReport, Report};
