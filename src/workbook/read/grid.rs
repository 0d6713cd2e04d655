//! The cells of a workbook that hold something, sheet by sheet. They are kept one by one: a cell far out
//! must not make room for all those before it.

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use super::Fault;
use super::{container, refs};
use crate::dossier::Limits;
use crate::dossier::limits::Limit;
use crate::workbook::cell::Datum;

/// A sheet with its cells.
#[derive(Debug)]
pub(super) struct Grid {
    /// What its tab is called.
    pub name: Arc<str>,
    /// Its rows with their cells, both from 0; none is empty.
    pub rows: BTreeMap<u32, BTreeMap<u32, Datum>>,
    /// What is merged: first and last row and column, from 0.
    pub merged: Vec<Area>,
    /// The cell with which there are too many, at which reading stopped.
    beyond: Option<(u32, u32)>,
    /// The longest text, in bytes, and where it is.
    longest: Option<((u32, u32), u64)>,
}

/// First and last row, first and last column.
pub(super) type Area = ((u32, u32), (u32, u32));

impl Grid {
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A cell; none where nothing is in it.
    pub fn cell(&self, row: u32, column: u32) -> Option<&Datum> {
        self.rows.get(&row)?.get(&column)
    }

    /// A cell's text; none where it is empty or holds something else.
    pub fn text(&self, row: u32, column: u32) -> Option<&str> {
        match self.cell(row, column) {
            Some(Datum::Text(text)) => Some(text.trim()),
            _ => None,
        }
    }
}

/// The sheets in the bytes of a workbook.
///
/// # Errors
/// Why it cannot be read, and what to do.
pub(super) fn open(bytes: &[u8], limits: &Limits) -> Result<Vec<Grid>, Fault> {
    let whole = |message: String| Fault::Form(None, message);
    let mut archive = container::archive(bytes).map_err(whole)?;
    container::weigh(&mut archive, limits).map_err(whole)?;
    refs::check(&mut archive).map_err(whole)?;
    drop(archive);
    let unreadable = |error: XlsxError| Fault::Form(None, unreadable(&error));
    let mut book: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets = book.sheets_metadata().iter();
    let names: Vec<String> = sheets
        .filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut left = limits.cells;
    let mut grids = Vec::new();
    for name in names {
        let grid = grid(&mut book, &name, &mut left).map_err(unreadable)?;
        if let Some(spot) = grid.beyond {
            let message = Limit::Cells.exceeded(limits, None);
            return Err(Fault::of_cell(&grid.name, spot, message));
        }
        if let Some((spot, size)) = grid.longest.filter(|(_, size)| *size > limits.text) {
            let message = Limit::Text.exceeded(limits, Some(size));
            return Err(Fault::of_cell(&grid.name, spot, message));
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn unreadable(error: &XlsxError) -> String {
    match error {
        XlsxError::Password => {
            "is protected by a password: take it away and save it again".to_owned()
        }
        XlsxError::Xml(error) if error.to_string().contains("unrecognized entity") => {
            "uses entities of XML, which no spreadsheet program writes: open it in Excel or LibreOffice and save it again"
                .to_owned()
        }
        other => format!(
            "is no workbook that can be read: {other}; open it in Excel or LibreOffice and save it again"
        ),
    }
}

fn grid(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, left: &mut usize) -> Result<Grid, XlsxError> {
    let mut beyond = None;
    let mut longest: Option<((u32, u32), u64)> = None;
    let merged = book.merge_cells_by_sheet_name(name)?;
    let from_1904 = book.has_1904_epoch();
    let mut rows: BTreeMap<u32, BTreeMap<u32, Datum>> = BTreeMap::new();
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell_with_formula_metadata()? {
        let datum = match cell.value {
            DataRef::Empty if cell.formula.is_some() => Datum::Open,
            DataRef::Empty => continue,
            #[allow(clippy::cast_precision_loss)] // files hold no whole numbers but as decimals
            DataRef::Int(number) => Datum::Number(number as f64),
            DataRef::Float(number) => Datum::Number(number),
            DataRef::String(text) => Datum::Text(text.replace("\r\n", "\n")),
            DataRef::SharedString(text) => Datum::Text(text.replace("\r\n", "\n")),
            DataRef::Bool(yes) => Datum::Boolean(yes),
            DataRef::DateTime(time) => Datum::Time(time.as_f64(), from_1904),
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Datum::IsoTime(text),
            DataRef::Error(error) => Datum::Failed(error.to_string()),
        };
        if matches!(&datum, Datum::Text(text) if text.trim().is_empty()) {
            continue;
        }
        let (row, column) = cell.pos;
        if *left == 0 {
            beyond = Some((row, column));
            break;
        }
        *left -= 1;
        if let Datum::Text(text) = &datum {
            let size = text.len() as u64;
            if longest.is_none_or(|(_, most)| size > most) {
                longest = Some(((row, column), size));
            }
        }
        rows.entry(row).or_default().insert(column, datum);
    }
    Ok(Grid {
        name: name.into(),
        rows,
        merged: merged.iter().map(|area| (area.start, area.end)).collect(),
        beyond,
        longest,
    })
}
