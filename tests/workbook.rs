//! Dossiers as Excel workbooks: nothing is lost either way, and what is wrong is told by sheet and cell.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc
)]

#[path = "workbook/book.rs"]
mod book;
#[path = "workbook/cells.rs"]
mod cells;
#[path = "workbook/command.rs"]
mod command;
mod common;
#[path = "workbook/dates.rs"]
mod dates;
#[path = "workbook/files.rs"]
mod files;
#[path = "workbook/form.rs"]
mod form;
#[path = "workbook/layout.rs"]
mod layout;
#[path = "workbook/newcomer.rs"]
mod newcomer;
#[path = "workbook/office.rs"]
mod office;
#[path = "workbook/round_trip.rs"]
mod round_trip;
