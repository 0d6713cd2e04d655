//! A dossier as an Excel workbook: a form with what is there once, and a sheet for each list of entries.
//!
//! `layout` derives sheets and columns from the schema; `write` fills them with a dossier, or with
//! nothing, and `read` gets it back. What a cell cannot hold as people write it stands there as JSON
//! behind `json:`, so that nothing is lost.

mod cell;
mod day;
pub mod layout;
mod read;
mod words;
mod write;

pub use read::cells::{CellPlace, Cells, cell_name};
pub(crate) use read::{Fault, is_dossier, read};
pub use write::write;
