//! Where in a workbook the evidence stands.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use crate::dossier::{DataPath, Step};

/// A sheet, or a cell of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// What the sheet's tab is called.
    pub sheet: Arc<str>,
    /// Row and column, both from 1; none for the whole sheet.
    pub cell: Option<(usize, usize)>,
}

impl CellPlace {
    pub(super) fn sheet(sheet: &Arc<str>) -> Self {
        Self {
            sheet: Arc::clone(sheet),
            cell: None,
        }
    }

    /// A cell by row and column from 0.
    pub(super) fn cell(sheet: &Arc<str>, row: u32, column: u32) -> Self {
        Self {
            sheet: Arc::clone(sheet),
            cell: Some((row as usize + 1, column as usize + 1)),
        }
    }
}

/// `sheet 人员, cell D7`.
impl fmt::Display for CellPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "sheet {}", self.sheet)?;
        match self.cell {
            Some((row, column)) => write!(f, ", cell {}", cell_name(row, column)),
            None => Ok(()),
        }
    }
}

/// A cell by row and column from 1, as spreadsheets name it: `D7`.
#[must_use]
pub fn cell_name(row: usize, column: usize) -> String {
    let column = u32::try_from(column.saturating_sub(1)).unwrap_or_default();
    format!("{}{row}", column_name(column))
}

/// A column from 0 by its letters: `D`.
#[must_use]
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.extend(char::from_digit(digit + 10, 36));
        rest = (rest - 1) / 26;
    }
    let name: String = letters.iter().rev().collect();
    name.to_uppercase()
}

/// The cells of evidence by its paths.
#[derive(Debug, Default)]
pub struct Cells {
    places: HashMap<DataPath, CellPlace>,
    start: Option<CellPlace>,
}

impl Cells {
    /// Notes where something stands; what was noted first holds.
    pub(super) fn add(&mut self, path: DataPath, place: &CellPlace) {
        self.places.entry(path).or_insert_with(|| place.clone());
    }

    /// Notes the same for all that is around it and has no place yet.
    pub(super) fn add_around(&mut self, path: &DataPath, place: &CellPlace) {
        let mut steps = path.steps();
        while let Some((_, before)) = steps.split_last() {
            if before.is_empty() {
                break;
            }
            let around: DataPath = before.iter().cloned().collect();
            if self.places.contains_key(&around) {
                break;
            }
            self.places.insert(around, place.clone());
            steps = before;
        }
    }

    /// Notes where a dossier begins.
    pub(super) fn begin(&mut self, place: CellPlace) {
        self.start = Some(place);
    }

    /// Where a dossier begins; none where nothing could be read.
    #[must_use]
    pub fn start(&self) -> Option<&CellPlace> {
        self.start.as_ref()
    }

    /// Where something stands, or the nearest thing around it.
    #[must_use]
    pub fn find(&self, path: &DataPath) -> Option<&CellPlace> {
        let steps = path.steps();
        (1..=steps.len())
            .rev()
            .filter_map(|length| steps.get(..length))
            .find_map(|steps| {
                let path: DataPath = steps.iter().cloned().collect();
                self.places.get(&path)
            })
    }

    /// Whether anything of that key at the top is there.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        let top: DataPath = std::iter::once(Step::Key(key.to_owned())).collect();
        self.places.contains_key(&top)
    }
}

#[cfg(test)]
mod tests {
    use super::cell_name;

    #[test]
    fn cells_are_named_as_spreadsheets_do() {
        assert_eq!(cell_name(7, 4), "D7");
        assert_eq!(cell_name(1, 26), "Z1");
        assert_eq!(cell_name(1, 27), "AA1");
        assert_eq!(cell_name(1_048_576, 16_384), "XFD1048576");
    }
}
