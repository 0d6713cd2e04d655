//! Workbooks as they are read back.
#![allow(dead_code)]

use calamine::{Data, Reader, Xlsx, open_workbook};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use zip::ZipArchive;

/// A sheet with its cells.
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Vec<Data>>,
}

/// The sheets of a workbook, in their order.
pub fn sheets(file: &Path) -> Vec<Sheet> {
    let mut book: Xlsx<BufReader<File>> = open_workbook(file).unwrap();
    let names = book.sheet_names();
    let read = |name: String| {
        let range = book.worksheet_range(&name).unwrap();
        // Nothing in a report is worked out, whatever it looks like.
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(formulas.is_empty(), "{name}: {formulas:?}");
        Sheet {
            rows: range.rows().map(<[Data]>::to_vec).collect(),
            name,
        }
    };
    names.into_iter().map(read).collect()
}

impl Sheet {
    /// The rows below the names of columns, which begin with `first`.
    pub fn below(&self, first: &str) -> &[Vec<Data>] {
        let heading = self.rows.iter().position(|row| said(&row[0]) == first);
        &self.rows[heading.unwrap() + 1..]
    }

    /// What stands in the column of that name, below it.
    pub fn column(&self, name: &str) -> Vec<&Data> {
        let mut rows = self.rows.iter().enumerate();
        let found = rows.find_map(|(number, row)| {
            let column = row.iter().position(|cell| said(cell) == name)?;
            Some((number, column))
        });
        let (heading, column) = found.unwrap();
        let below = self.rows[heading + 1..].iter();
        below.map(|row| &row[column]).collect()
    }
}

/// A cell as text.
pub fn said(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::DateTime(day) => day.as_datetime().unwrap().date().to_string(),
        other => other.to_string(),
    }
}

/// All cells as text, numbers and days told from text.
pub fn text(sheets: &[Sheet]) -> String {
    let mut text = String::new();
    for sheet in sheets {
        writeln!(text, "== {}", sheet.name).unwrap();
        for row in &sheet.rows {
            let cells = row.iter().map(|cell| match cell {
                Data::String(text) => text.replace('\n', "⏎"),
                Data::Empty => String::new(),
                Data::DateTime(_) => format!("#day {}", said(cell)),
                other => format!("#{other}"),
            });
            let line = cells.collect::<Vec<_>>().join(" | ");
            writeln!(text, "{}", line.trim_end_matches([' ', '|'])).unwrap();
        }
    }
    text
}

/// A part of the file, such as `xl/workbook.xml`.
pub fn part(file: &Path, name: &str) -> String {
    let mut archive = ZipArchive::new(File::open(file).unwrap()).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// The names of its parts.
pub fn parts(file: &Path) -> Vec<String> {
    let archive = ZipArchive::new(File::open(file).unwrap()).unwrap();
    let names = archive.file_names();
    names.map(|name| name.unwrap().into_owned()).collect()
}
