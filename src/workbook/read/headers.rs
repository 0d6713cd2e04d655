//! Which column of a sheet holds what. In the form, columns and rows have changed places.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Fault;
use super::cells::column_name;
use super::grid::Grid;
use crate::dossier::words::{Candidate, nearest, quoted};
use crate::workbook::cell::Datum;
use crate::workbook::layout::{Column, Need, Role, Sheet};
use crate::workbook::words::REQUIRED;

/// Row and column, both from 0.
type Spot = (u32, u32);

/// The column of the form that has the names of values, the values themselves, and their keys.
pub(in crate::workbook) const FORM: [u32; 3] = [0, 1, 3];

/// A sheet with its columns recognized.
pub(super) struct Table<'a> {
    /// What its tab is called.
    pub name: Arc<str>,
    /// Whether it is the form.
    pub is_form: bool,
    /// The columns that it has.
    pub columns: Vec<Found<'a>>,
    /// Its rows, by the number that messages show; of the form one.
    pub rows: Vec<Row<'a>>,
    /// How many columns, or rows of the form, are unknown.
    unknown: usize,
}

/// A column that a sheet has.
pub(super) struct Found<'a> {
    /// What stands in it.
    pub column: &'a Column,
    /// Where its name is.
    pub name_at: Spot,
}

/// A row: the cells that hold something, by the place of their column among those found.
pub(super) struct Row<'a> {
    /// Its cells.
    pub cells: BTreeMap<usize, (Spot, &'a Datum)>,
    /// Where it begins.
    pub start: Spot,
}

impl<'a> Table<'a> {
    /// A sheet with names in its first row and an entry in each further one.
    pub fn of_list(sheet: &'a Sheet, grid: &'a Grid, faults: &mut Vec<Fault>) -> Self {
        let mut table = Self::new(grid, false);
        refuse_merged(grid, faults);
        let below = grid.rows.range(1..);
        let mut by_place: BTreeMap<u32, usize> = BTreeMap::new();
        for column in grid
            .rows
            .get(&0)
            .into_iter()
            .flatten()
            .map(|(place, _)| *place)
        {
            let name = grid.text(0, column).unwrap_or_default();
            if let Some(place) = table.add(sheet, name, (0, column), faults) {
                by_place.insert(column, place);
            }
        }
        let mut nameless: BTreeSet<u32> = BTreeSet::new();
        for (row, cells) in below {
            let mut found = BTreeMap::new();
            for (column, datum) in cells {
                match by_place.get(column) {
                    Some(place) => {
                        found.insert(*place, ((*row, *column), datum));
                    }
                    None if grid.cell(0, *column).is_none()
                        && nameless.len() < MOST
                        && nameless.insert(*column) =>
                    {
                        let message = format!(
                            "column {} has no name in row 1: name it, or clear it",
                            column_name(*column)
                        );
                        faults.push(Fault::of_cell(&grid.name, (*row, *column), message));
                    }
                    None => {}
                }
            }
            let first = found.values().next().map(|(spot, _)| *spot);
            table.rows.push(Row {
                cells: found,
                start: first.unwrap_or((*row, 0)),
            });
        }
        if !table.rows.is_empty() {
            table.missing(sheet, faults);
        }
        table
    }

    /// The form: a value in each row, beside its name and key.
    pub fn of_form(sheet: &'a Sheet, grid: &'a Grid, faults: &mut Vec<Fault>) -> Self {
        let mut table = Self::new(grid, true);
        let [names, values, keys] = FORM;
        let mut cells = BTreeMap::new();
        for row in grid.rows.keys().copied().filter(|row| *row > 0) {
            let value = grid.cell(row, values);
            let key = grid.text(row, keys);
            let name = key.or_else(|| grid.text(row, names)).unwrap_or_default();
            // Headings, and links to sheets of sheets, name no value.
            if key.is_none() && (value.is_none() || name.is_empty()) {
                if value.is_some() {
                    let message =
                        "has a value without a name beside it: restore the name, or clear the cell";
                    faults.push(Fault::of_cell(&grid.name, (row, values), message));
                }
                continue;
            }
            if let Some(place) = table.add(sheet, name, (row, keys), faults)
                && let Some(value) = value
            {
                cells.insert(place, ((row, values), value));
            }
        }
        for ((row, first), (_, last)) in &grid.merged {
            if *first <= values && *last >= values && *row > 0 {
                faults.push(Fault::of_cell(&grid.name, (*row, *first), MERGED));
            }
        }
        table.rows.push(Row {
            cells,
            start: (0, 0),
        });
        table.missing(sheet, faults);
        table
    }

    fn new(grid: &Grid, is_form: bool) -> Self {
        Self {
            name: Arc::clone(&grid.name),
            is_form,
            columns: Vec::new(),
            rows: Vec::new(),
            unknown: 0,
        }
    }

    /// The place of the column with that name, or nothing and a fault.
    fn add(
        &mut self,
        sheet: &'a Sheet,
        name: &str,
        spot: Spot,
        faults: &mut Vec<Fault>,
    ) -> Option<usize> {
        let what = if self.is_form { "row" } else { "column" };
        let Some(column) = named(sheet, name) else {
            self.unknown += 1;
            if self.unknown > MOST {
                return None;
            }
            let near = near(sheet, name).map(|token| column_title(sheet, token));
            let hint = near.map_or_else(String::new, |near| format!(" (did you mean {near}?)"));
            let shown = quoted(name.lines().next().unwrap_or_default());
            let message =
                format!("unknown {what} {shown}{hint}: correct its name, or delete the {what}");
            faults.push(Fault::of_cell(&self.name, spot, message));
            return None;
        };
        let mut others = self.columns.iter();
        if let Some(other) = others.find(|other| std::ptr::eq(other.column, column)) {
            let (row, place) = other.name_at;
            let before = format!("{}{}", column_name(place), row + 1);
            let message = format!(
                "the {what} {} stands in {before} too: keep one of them",
                title(column)
            );
            faults.push(Fault::of_cell(&self.name, spot, message));
            return None;
        }
        self.columns.push(Found {
            column,
            name_at: spot,
        });
        Some(self.columns.len() - 1)
    }

    /// Columns that are not there and must be.
    fn missing(&self, sheet: &Sheet, faults: &mut Vec<Fault>) {
        let what = if self.is_form { "row" } else { "column" };
        for column in sheet.columns.iter().filter(|c| c.need == Need::Always) {
            let mut found = self.columns.iter();
            if !found.any(|found| std::ptr::eq(found.column, column)) {
                let message = format!("lacks the {what} {}", title(column));
                faults.push(Fault::of_sheet(&self.name, message));
            }
        }
    }
}

/// Merged cells, and columns that are unknown or have no name, that are told of in one sheet; further ones would say the same.
const MOST: usize = 100;

const MERGED: &str = "is merged with other cells: unmerge them (Home › Merge & Center) and write the value into each row that it is about";

fn refuse_merged(grid: &Grid, faults: &mut Vec<Fault>) {
    for (start, _) in grid.merged.iter().take(MOST) {
        faults.push(Fault::of_cell(&grid.name, *start, MERGED));
    }
}

/// The column that a name means: its key, or its title in either language, with or without the mark of
/// what must be filled in.
fn named<'a>(sheet: &'a Sheet, name: &str) -> Option<&'a Column> {
    let lines: Vec<&str> = name
        .lines()
        .map(|line| line.trim().trim_end_matches(REQUIRED).trim_end())
        .filter(|line| !line.is_empty())
        .collect();
    let only = |is: &dyn Fn(&Column) -> bool| {
        let mut found = sheet.columns.iter().filter(|column| is(column));
        found.next().filter(|_| found.next().is_none())
    };
    // The key stands below the title.
    let mut by_token = lines.iter().rev();
    by_token
        .find_map(|line| only(&|column| column.token() == *line))
        .or_else(|| {
            lines.iter().find_map(|line| {
                only(&|column| column.title.zh == *line)
                    .or_else(|| only(&|column| column.title.en.eq_ignore_ascii_case(line)))
            })
        })
}

fn near(sheet: &Sheet, name: &str) -> Option<String> {
    let tokens: Vec<String> = sheet.columns.iter().map(Column::token).collect();
    let candidates = || {
        tokens
            .iter()
            .zip(&sheet.columns)
            .map(|(token, column)| Candidate {
                word: token,
                titles: [Some(&column.title.zh), Some(&column.title.en)],
            })
    };
    let titles = || {
        let titles = sheet.columns.iter();
        titles.flat_map(|column| [&column.title.zh, &column.title.en])
    };
    let lines = name
        .lines()
        .rev()
        .map(|line| line.trim_end_matches(REQUIRED));
    let mut found = lines.filter_map(|line| {
        let by_token = nearest(line, candidates()).map(str::to_owned);
        by_token.or_else(|| {
            let title = nearest(line, titles().map(|title| Candidate::plain(title)))?;
            let mut columns = sheet.columns.iter();
            columns
                .find(|column| column.title.zh == title || column.title.en == title)
                .map(Column::token)
        })
    });
    found.next()
}

fn column_title(sheet: &Sheet, token: String) -> String {
    let mut columns = sheet.columns.iter();
    columns
        .find(|column| column.token() == token)
        .map_or(token, title)
}

/// A column as messages name it: its key with its title in both languages.
fn title(column: &Column) -> String {
    let name = match column.role {
        Role::Parent | Role::RowKey => String::new(),
        _ => format!("{} ", quoted(&column.token())),
    };
    format!("{name}({}, {})", column.title.zh, column.title.en)
}
