//! From a workbook to a dossier: what is wrong with its form is told by sheet and cell, what is wrong with
//! the evidence is left to the checks that every dossier meets.

mod assemble;
pub mod cells;
mod container;
mod grid;
mod headers;
mod nest;
mod refs;

use serde_json::{Map, Value};
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use super::layout::{Layout, Role};
use super::words::{ASIDE, VOCABULARY};
use crate::dossier::limits::Limit;
use crate::dossier::words::{Candidate, did_you_mean, nearest, quoted};
use crate::dossier::{DataPath, Limits};
use assemble::Assembly;
use cells::{CellPlace, Cells};
use grid::Grid;
use headers::Table;

/// What is in a workbook.
#[derive(Debug, Default)]
pub(crate) struct Read {
    /// The evidence, as far as it could be read.
    pub evidence: Map<String, Value>,
    /// Where everything in it stands.
    pub cells: Cells,
    /// What is wrong with the workbook.
    pub faults: Vec<Fault>,
}

/// Something that is wrong with a workbook.
#[derive(Debug)]
pub(crate) enum Fault {
    /// With the workbook, so that what the evidence is cannot be told: the place and what to do.
    Form(Option<CellPlace>, String),
    /// With a value in it.
    Value(DataPath, String),
}

impl Fault {
    fn of_sheet(sheet: &Arc<str>, message: impl Into<String>) -> Self {
        Self::Form(Some(CellPlace::sheet(sheet)), message.into())
    }

    fn of_cell(sheet: &Arc<str>, (row, column): (u32, u32), message: impl Into<String>) -> Self {
        let place = CellPlace::cell(sheet, row, column);
        Self::Form(Some(place), message.into())
    }
}

/// Whether a file is the workbook of a dossier, by the names of its sheets.
///
/// # Errors
/// A file that is no workbook, or that cannot be read: nobody knows what it holds.
pub(crate) fn is_dossier(file: &Path, limits: &Limits) -> Result<bool, String> {
    let unreadable = |error: std::io::Error| error.to_string();
    let mut bytes = Vec::new();
    let file = std::fs::File::open(file).map_err(unreadable)?;
    if file.metadata().map_err(unreadable)?.len() > limits.file_size {
        return Err(Limit::FileSize.exceeded(limits, None));
    }
    file.take(limits.file_size)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    let names = container::sheet_names(&bytes)?;
    let forms = ["卷宗", "dossier"];
    Ok(names.iter().any(|name| forms.contains(&name.trim())))
}

/// What is in the bytes of a workbook.
pub(crate) fn read(layout: &Layout, bytes: &[u8], limits: &Limits) -> Read {
    let mut read = Read::default();
    let mut grids = match grid::open(bytes, limits) {
        Ok(grids) => grids,
        Err(fault) => {
            read.faults.push(fault);
            return read;
        }
    };
    let found = Found::new(layout, &mut grids, &mut read.faults);
    let mut tables = Vec::new();
    for (number, grid) in found.grids.iter().enumerate() {
        let sheet = layout.sheets.get(number);
        let table = sheet.zip(grid.as_ref()).map(|(sheet, grid)| {
            if number == 0 {
                Table::of_form(sheet, grid, &mut read.faults)
            } else {
                Table::of_list(sheet, grid, &mut read.faults)
            }
        });
        tables.push(table);
    }
    missing_sheets(layout, &tables, &mut read.faults);
    if read.faults.is_empty() {
        Assembly::new(layout, &tables, limits).fill(&mut read);
    }
    read
}

/// The sheets of a workbook by the sheets of the layout.
struct Found {
    grids: Vec<Option<Grid>>,
}

impl Found {
    fn new(layout: &Layout, grids: &mut Vec<Grid>, faults: &mut Vec<Fault>) -> Self {
        let mut found: Vec<Option<Grid>> = layout.sheets.iter().map(|_| None).collect();
        for grid in grids.drain(..) {
            let name = grid.name.trim();
            let is_aside = name.starts_with(ASIDE) || VOCABULARY.contains(&name);
            if is_aside || grid.is_empty() && !is_known(layout, name) {
                continue;
            }
            let place = layout.sheets.iter().position(|sheet| {
                let names = [&sheet.name.zh, &sheet.name.en, &sheet.path];
                names.iter().any(|known| known.eq_ignore_ascii_case(name))
            });
            let Some(slot) = place.and_then(|place| found.get_mut(place)) else {
                let near = did_you_mean(near(layout, name));
                let message = format!(
                    "is no sheet of a dossier{near}; rename it, or begin its name with `{ASIDE}` to keep notes in it"
                );
                faults.push(Fault::of_sheet(&grid.name, message));
                continue;
            };
            match slot {
                Some(other) => {
                    let message = format!(
                        "holds the same as the sheet {}: put the rows of both into one",
                        quoted(&other.name)
                    );
                    faults.push(Fault::of_sheet(&grid.name, message));
                }
                None => *slot = Some(grid),
            }
        }
        Self { grids: found }
    }
}

fn is_known(layout: &Layout, name: &str) -> bool {
    layout
        .sheets
        .iter()
        .any(|sheet| [&sheet.name.zh, &sheet.name.en, &sheet.path].contains(&&name.to_owned()))
}

fn near<'a>(layout: &'a Layout, name: &str) -> Option<&'a str> {
    let names = layout
        .sheets
        .iter()
        .flat_map(|sheet| [sheet.name.zh.as_str(), sheet.name.en.as_str()]);
    nearest(name, names.map(Candidate::plain))
}

/// Sheets that are not there although those above them speak of them.
fn missing_sheets(layout: &Layout, tables: &[Option<Table>], faults: &mut Vec<Fault>) {
    let Some(form) = layout.sheets.first() else {
        return;
    };
    if !tables.first().is_some_and(Option::is_some) {
        let message = format!(
            "lacks the sheet {} ({}), which says who is assessed and when: `ciieval init --format xlsx -o new.xlsx` makes a workbook with all sheets to copy it from",
            quoted(&form.name.zh),
            quoted(&form.name.en),
        );
        faults.push(Fault::Form(None, message));
        return;
    }
    for table in tables.iter().flatten() {
        for found in &table.columns {
            let Role::Child(child) = found.column.role else {
                continue;
            };
            let is_there = tables.get(child).is_some_and(Option::is_some);
            if let Some(sheet) = layout.sheets.get(child).filter(|_| !is_there) {
                let what = if table.is_form {
                    "this row"
                } else {
                    "this column"
                };
                let message = format!(
                    "speaks of the sheet {} ({}), which is missing: restore it, or delete {what} if nothing of it is known",
                    quoted(&sheet.name.zh),
                    quoted(&sheet.name.en),
                );
                faults.push(Fault::of_cell(&table.name, found.name_at, message));
            }
        }
    }
}
