//! Workbooks that tests make, change and read.

use calamine::{Data, Reader, Xlsx};
use ciieval::dossier::{self, Dossier};
use ciieval::pack::Pack;
use ciieval::schema::Schema;
use ciieval::text::Language;
use ciieval::workbook;
use rust_xlsxwriter::{Format, Formula, Workbook};
use serde_json::{Value, json};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::sync::LazyLock;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub static SCHEMA: LazyLock<Schema> =
    LazyLock::new(|| Schema::new(&Pack::load(&[]).unwrap()).unwrap());

/// What a test puts into a cell.
#[derive(Clone, Debug)]
pub enum Put {
    Nothing,
    Text(String),
    Number(f64),
    /// A serial number with the look of a date.
    Day(f64),
    Boolean(bool),
    /// A formula and its result; none where nobody has worked it out.
    Formula(Option<&'static str>),
}

impl From<&str> for Put {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A workbook as sheets of cells.
pub struct Book {
    pub sheets: Vec<(String, Vec<Vec<Put>>)>,
    /// Cells to merge: sheet, first row and column, last row and column.
    pub merged: Vec<(String, [u32; 4])>,
}

impl Book {
    /// The workbook of a dossier, in Chinese.
    pub fn of(evidence: &Value) -> Self {
        Self::open(&workbook::write(&SCHEMA, evidence, Language::Chinese).unwrap())
    }

    pub fn open(bytes: &[u8]) -> Self {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let sheets = book.sheet_names().into_iter().map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            assert!(range.start().is_none_or(|start| start == (0, 0)), "{name}");
            let put = |cell: &Data| match cell {
                Data::Empty => Put::Nothing,
                Data::Float(number) => Put::Number(*number),
                Data::DateTime(day) => Put::Day(day.as_f64()),
                other => Put::Text(other.to_string()),
            };
            let rows = range.rows().map(|row| row.iter().map(put).collect());
            (name, rows.collect())
        });
        Self {
            sheets: sheets.collect(),
            merged: Vec::new(),
        }
    }

    pub fn rows(&mut self, sheet: &str) -> &mut Vec<Vec<Put>> {
        let mut sheets = self.sheets.iter_mut();
        let found = sheets.find(|(name, _)| name == sheet);
        &mut found.unwrap().1
    }

    /// The place of the column whose key is `token`.
    pub fn column(&mut self, sheet: &str, token: &str) -> usize {
        let ends =
            |cell: &Put| matches!(cell, Put::Text(text) if text.lines().last() == Some(token));
        self.rows(sheet)[0].iter().position(ends).unwrap()
    }

    /// Puts something into a cell of a list, by row from 1 below the names and the key of the column.
    pub fn put(&mut self, sheet: &str, row: usize, token: &str, put: impl Into<Put>) {
        let column = self.column(sheet, token);
        let rows = self.rows(sheet);
        while rows.len() <= row {
            rows.push(Vec::new());
        }
        while rows[row].len() <= column {
            rows[row].push(Put::Nothing);
        }
        rows[row][column] = put.into();
    }

    /// Puts something beside a key of the form.
    pub fn fill(&mut self, key: &str, put: impl Into<Put>) {
        let rows = &mut self.sheets[0].1;
        let is = |row: &&mut Vec<Put>| matches!(row.get(3), Some(Put::Text(text)) if text == key);
        rows.iter_mut().find(is).unwrap()[1] = put.into();
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        let day = Format::new().set_num_format("yyyy-mm-dd");
        for (name, rows) in &self.sheets {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            for (row, cells) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(cells) {
                    match cell {
                        Put::Nothing => {}
                        Put::Text(text) => drop(sheet.write_string(row, column, text).unwrap()),
                        Put::Number(number) => {
                            sheet.write_number(row, column, *number).unwrap();
                        }
                        Put::Day(serial) => {
                            sheet
                                .write_number_with_format(row, column, *serial, &day)
                                .unwrap();
                        }
                        Put::Boolean(yes) => drop(sheet.write_boolean(row, column, *yes).unwrap()),
                        Put::Formula(result) => {
                            let formula = Formula::new("=A1+1").set_result(result.unwrap_or(""));
                            sheet.write_formula(row, column, formula).unwrap();
                        }
                    }
                }
            }
            for (_, [row, column, last_row, last_column]) in
                self.merged.iter().filter(|(sheet, _)| sheet == name)
            {
                let (column, last) = (
                    u16::try_from(*column).unwrap(),
                    u16::try_from(*last_column).unwrap(),
                );
                let text = match &rows[*row as usize][column as usize] {
                    Put::Text(text) => text.clone(),
                    _ => String::new(),
                };
                sheet
                    .merge_range(*row, column, *last_row, last, &text, &Format::new())
                    .unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    }

    /// The evidence in it, or what is said about it.
    pub fn read(&self) -> Result<Value, Vec<String>> {
        read(&self.bytes()).map(|dossier| dossier.evidence)
    }

    /// What is said about it.
    pub fn problems(&self) -> Vec<String> {
        self.read().unwrap_err()
    }
}

/// The dossier in the bytes of a workbook, or what is said about it.
pub fn read(bytes: &[u8]) -> Result<Dossier, Vec<String>> {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("a.xlsx");
    fs::write(&file, bytes).unwrap();
    read_file(&file)
}

pub fn read_file(file: &Path) -> Result<Dossier, Vec<String>> {
    let inside = format!("{}/", file.parent().unwrap().display());
    let found = dossier::find(&[file.to_owned()]);
    let said = |problem: &dossier::Problem| problem.to_string().replace(&inside, "");
    if !found.problems.is_empty() {
        return Err(found.problems.iter().map(said).collect());
    }
    dossier::read(&found.sources[0], &SCHEMA)
        .map_err(|problems| problems.iter().map(said).collect())
}

/// The same workbook with a part changed.
pub fn with_part(bytes: &[u8], name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).unwrap();
        let part_name = part.name().unwrap().into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        if part_name == name {
            text = change(String::from_utf8(text).unwrap()).into_bytes();
        }
        writer
            .start_file(part_name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&text).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A small dossier with something in sheets of sheets.
pub fn small() -> Value {
    json!({
        "schema": "ciieval/dossier/v1",
        "assessment": {"reference_date": "2026-06-30", "classes": ["consulting"]},
        "provider": {"name": "华衡网安科技有限公司", "registered_capital_yuan": 5_000_000},
        "people": [
            {
                "id": "p01", "name": "张三", "employment": {"from": "2019-03-01"},
                "education": {"level": "bachelor"},
                "certificates": [
                    {"kind": "cisp", "valid_from": "2024-01-05", "number": "007"},
                    {"kind": "cisp", "valid_from": "2021-01-05"},
                ],
            },
            {"id": "p02", "name": "李四", "certificates": []},
        ],
        "projects": [{
            "id": "x1", "name": "年度咨询", "services": ["consulting.planning"],
            "from": "2025-01-01", "status": "completed", "budget_yuan": 0.1,
            "deliverables": [{
                "name": "方案", "kind": "stage_report",
                "reviews": [{"date": "2025-02-01", "result": "passed"}],
            }],
        }],
        "incidents": [],
    })
}
