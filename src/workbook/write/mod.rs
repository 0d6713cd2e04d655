//! From a dossier to a workbook, or an empty one to fill in. The same dossier gives the same bytes.

mod form;
mod note;
mod rows;
mod rules;
mod sheet;
mod style;
mod vocabulary;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use serde_json::Value;

use super::layout::Layout;
use super::read;
use crate::dossier::Limits;
use crate::schema::Schema;
use crate::text::Language;
use rows::Rows;
use style::Styles;
use vocabulary::Vocabulary;

/// A workbook with the evidence of a dossier. It is read again before it is given out, so that nothing
/// is lost without a word.
///
/// # Errors
/// What does not fit into a cell, with its path, or why the workbook cannot be written.
pub fn write(schema: &Schema, evidence: &Value, language: Language) -> Result<Vec<u8>, String> {
    let layout = schema.layout();
    let bytes = bytes(&layout, evidence, language)?;
    let back = read::read(&layout, &bytes, &Limits::NONE);
    if let Some(fault) = back.faults.first() {
        return Err(format!("would not be read again: {fault:?}"));
    }
    match difference(evidence, &Value::Object(back.evidence), "") {
        Some(path) => Err(format!(
            "{path}: has no place in a workbook: keep the dossier as YAML or JSON"
        )),
        None => Ok(bytes),
    }
}

fn bytes(layout: &Layout, evidence: &Value, language: Language) -> Result<Vec<u8>, String> {
    let rows = Rows::of(layout, evidence, language)?;
    let mut book = Workbook::new();
    let styles = Styles::new();
    let vocabulary = Vocabulary::new(layout, language);
    let writer = sheet::Writer {
        layout,
        styles: &styles,
        vocabulary: &vocabulary,
        language,
    };
    let written: Result<Vec<u8>, XlsxError> = (|| {
        book.set_properties(
            &DocProperties::new()
                .set_title(sheet::title(language))
                .set_author(concat!("ciieval ", env!("CARGO_PKG_VERSION")))
                .set_creation_datetime(&ExcelDateTime::from_ymd(1980, 1, 1)?),
        );
        for (number, rows) in rows.sheets.iter().enumerate() {
            let worksheet = book.add_worksheet();
            if number == 0 {
                form::write(&writer, worksheet, rows)?;
            } else {
                writer.list(number, worksheet, rows)?;
            }
        }
        vocabulary.write(book.add_worksheet(), &styles)?;
        book.save_to_buffer()
    })();
    written.map_err(|error| format!("the workbook cannot be written: {error}"))
}

/// The path of the first thing that is not the same; numbers are the same that are as large.
fn difference(one: &Value, other: &Value, path: &str) -> Option<String> {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let below = |key: &str| {
                let dot = if path.is_empty() { "" } else { "." };
                format!("{path}{dot}{key}")
            };
            let gone = one.iter().find_map(|(key, value)| match other.get(key) {
                Some(other) => difference(value, other, &below(key)),
                None => Some(below(key)),
            });
            let mut keys = other.keys();
            gone.or_else(|| Some(below(keys.find(|key| !one.contains_key(*key))?)))
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let mut pairs = one.iter().zip(other).enumerate();
            pairs.find_map(|(index, (one, other))| {
                difference(one, other, &format!("{path}[{index}]"))
            })
        }
        (Value::Number(one), Value::Number(other))
            if one.is_f64() && one.as_f64() == other.as_f64() =>
        {
            None
        }
        (one, other) if one == other => None,
        _ => Some(path.to_owned()),
    }
}
