//! Reports: one model that every format reads, and one module per format.

mod build;
pub mod external;
pub mod html;
pub mod json;
pub mod model;
pub mod note;
pub mod overview;
pub mod reuse;
pub mod text;

pub use model::{DossierReport, ErrorReport, Report};
