//! The evidence laid out in rows, before anything is written.

use serde_json::Value;

use crate::text::Language;
use crate::workbook::cell::{self, Content};
use crate::workbook::layout::{Layout, Role, Sheet};
use crate::workbook::words::{NONE, YES, in_language};

/// The most that a cell holds, in units of UTF-16.
const LONGEST: usize = 32_767;

/// The most rows of a sheet, below the names of its columns.
const MOST: usize = 1_048_575;

/// What stands in the cells of a row, by the columns of its sheet.
pub(super) type Row = Vec<Option<Content>>;

/// The rows of all sheets.
#[derive(Debug)]
pub(super) struct Rows {
    /// By sheet.
    pub sheets: Vec<Vec<Row>>,
}

impl Rows {
    /// The rows of a dossier.
    ///
    /// # Errors
    /// What does not fit, with its path.
    pub fn of(layout: &Layout, evidence: &Value, language: Language) -> Result<Self, String> {
        let mut filler = Filler {
            layout,
            language,
            sheets: layout.sheets.iter().map(|_| Vec::new()).collect(),
        };
        filler.entry(0, evidence, None, String::new(), "")?;
        Ok(Self {
            sheets: filler.sheets,
        })
    }
}

struct Filler<'a> {
    layout: &'a Layout,
    language: Language,
    sheets: Vec<Vec<Row>>,
}

impl Filler<'_> {
    /// Adds the row of an entry, and those of the entries in it.
    fn entry(
        &mut self,
        number: usize,
        entry: &Value,
        parent: Option<&str>,
        row_key: String,
        path: &str,
    ) -> Result<(), String> {
        let Some(sheet) = self.layout.sheets.get(number) else {
            return Ok(());
        };
        let key = own_key(sheet, entry).unwrap_or(row_key);
        let mut row = Row::new();
        let mut children = Vec::new();
        for column in &sheet.columns {
            let value = inside(entry, &column.path);
            let text = |text: &str| Some(Content::Text(text.to_owned()));
            let content = match (&column.role, value) {
                (Role::Parent, _) => parent.and_then(text),
                (Role::RowKey, _) => text(&key),
                (Role::Value(kind), Some(value)) => Some(cell::content(value, kind, self.language)),
                (Role::List(kind), Some(Value::Array(values))) => {
                    Some(cell::list(values, kind, self.language))
                }
                (Role::Records(fields), Some(Value::Array(entries))) => {
                    Some(cell::records(entries, fields, self.language))
                }
                (Role::Child(_), Some(Value::Array(entries))) if entries.is_empty() => {
                    text(in_language(NONE, self.language))
                }
                (Role::Child(child), Some(Value::Array(entries))) => {
                    children.push((*child, entries, column.path.join(".")));
                    None
                }
                (Role::Presence, Some(Value::Object(keys))) if keys.is_empty() => {
                    text(in_language(YES, self.language))
                }
                // What is not there. What has another shape than the schema says is missed when the
                // workbook is read again.
                _ => None,
            };
            if let Some(Content::Text(text)) = &content {
                let length = text.encode_utf16().count();
                if length > LONGEST {
                    return Err(format!(
                        "{path}{}: would take {length} characters in a cell, which holds {LONGEST}: keep the dossier as YAML, or put the text into a document and name it here",
                        column.path.join(".")
                    ));
                }
            }
            row.push(content);
        }
        if let Some(rows) = self.sheets.get_mut(number) {
            if rows.len() >= MOST {
                return Err(format!(
                    "{path}: a sheet has at most {MOST} rows: keep the dossier as YAML or JSON"
                ));
            }
            rows.push(row);
        }
        for (child, entries, list) in children {
            for (index, entry) in entries.iter().enumerate() {
                let place = format!("{path}{list}[{index}].");
                let row_key = if number == 0 {
                    (index + 1).to_string()
                } else {
                    format!("{key}/{}", index + 1)
                };
                self.entry(child, entry, Some(&key), row_key, &place)?;
            }
        }
        Ok(())
    }
}

/// The id of an entry that has one.
fn own_key(sheet: &Sheet, entry: &Value) -> Option<String> {
    let column = sheet.key_column()?;
    match column.role {
        Role::RowKey => None,
        _ => inside(entry, &column.path)?.as_str().map(str::to_owned),
    }
}

fn inside<'v>(entry: &'v Value, path: &[String]) -> Option<&'v Value> {
    if path.is_empty() {
        return None;
    }
    path.iter().try_fold(entry, |value, key| value.get(key))
}
