//! From rows to entries of lists, each in the entry that its key names.

use serde_json::{Map, Value};
use std::collections::HashMap;

use super::cells::CellPlace;
use super::headers::{FORM, Found, Row, Table};
use super::nest::{Entry, put, whole};
use super::{Fault, Read};
use crate::dossier::limits::Limit;
use crate::dossier::words::{Candidate, did_you_mean, nearest, quoted};
use crate::dossier::{DataPath, Limits, Step};
use crate::workbook::cell::{self, Datum};
use crate::workbook::layout::{Column, Layout, Need, Role, Sheet};
use crate::workbook::words::{NONE, YES, is};

pub(super) struct Assembly<'a> {
    layout: &'a Layout,
    tables: &'a [Option<Table<'a>>],
    entries: Vec<Entry>,
    /// By sheet, the entries that are in it.
    of_sheet: Vec<Vec<usize>>,
    /// By sheet, its entries by their key.
    keys: Vec<HashMap<String, usize>>,
    /// How many entries a list of an entry has so far, by the entry and the sheet of the list.
    lengths: HashMap<(usize, usize), usize>,
    /// Lists that are said to be empty, by the entry and the sheet of the list, with the cell.
    empty: HashMap<(usize, usize), CellPlace>,
    limits: &'a Limits,
    /// Values so far: a cell can hold many.
    values: usize,
    /// How many keys may still be compared to say which is meant.
    left: usize,
}

/// How many keys the wrong ones of a workbook are compared with to say what may be meant.
const COMPARED: usize = 100_000;

impl<'a> Assembly<'a> {
    pub fn new(layout: &'a Layout, tables: &'a [Option<Table<'a>>], limits: &'a Limits) -> Self {
        Self {
            layout,
            tables,
            entries: Vec::new(),
            of_sheet: layout.sheets.iter().map(|_| Vec::new()).collect(),
            keys: layout.sheets.iter().map(|_| HashMap::new()).collect(),
            lengths: HashMap::new(),
            empty: HashMap::new(),
            limits,
            values: 0,
            left: COMPARED,
        }
    }

    /// Puts the evidence together.
    pub fn fill(mut self, read: &mut Read) {
        for (number, (sheet, table)) in self.layout.sheets.iter().zip(self.tables).enumerate() {
            for row in table.iter().flat_map(|table| &table.rows) {
                if let Some(table) = table
                    && self.values <= self.limits.values
                    && read.faults.len() <= self.limits.problems
                {
                    self.row(number, sheet, table, row, read);
                }
            }
        }
        for ((entry, child), place) in &self.empty {
            if self.lengths.contains_key(&(*entry, *child)) {
                let name = self.layout.sheets.get(*child).map(|sheet| &sheet.name.zh);
                let message = format!(
                    "says that there is nothing, but the sheet {} has rows for it: clear one of them",
                    quoted(name.map_or("", String::as_str))
                );
                read.faults.push(Fault::Form(Some(place.clone()), message));
            }
        }
        read.evidence = whole(self.layout, self.entries, &self.of_sheet);
    }

    fn row(&mut self, number: usize, sheet: &Sheet, table: &Table, row: &Row, read: &mut Read) {
        if row.cells.is_empty() && !table.is_form {
            return;
        }
        let cell = |role: &dyn Fn(&Role) -> bool| {
            let mut cells = row.cells.iter();
            cells.find_map(|(place, (spot, datum))| {
                let found = table.columns.get(*place)?;
                role(&found.column.role).then_some((*spot, *datum))
            })
        };
        let parent = match sheet.parent {
            None => None,
            Some(0) => self.of_sheet.first().and_then(|top| top.first()).copied(),
            Some(above) => {
                let named = cell(&|role| matches!(role, Role::Parent));
                match self.parent(above, table, row, named) {
                    Ok(parent) => Some(parent),
                    Err(fault) => return read.faults.push(fault),
                }
            }
        };
        let path = self.path(number, sheet, parent);
        let entry = self.entries.len();
        self.entries.push(Entry {
            path: path.clone(),
            value: Map::new(),
            parent,
        });
        if let Some(entries) = self.of_sheet.get_mut(number) {
            entries.push(entry);
        }
        self.add_key(number, entry, sheet, table, row, read);
        let start = CellPlace::cell(&table.name, row.start.0, row.start.1);
        if table.is_form {
            read.cells.begin(start);
        } else {
            read.cells.add(path.clone(), &start);
            read.cells.add_around(&path, &start);
        }
        for (place, (spot, datum)) in &row.cells {
            if let Some(found) = table.columns.get(*place) {
                self.value(entry, table, found, (*spot, datum), read);
            }
        }
        self.needed(entry, table, row, &path, read);
    }

    /// Notes the cells that must be filled in and are empty, and what they are in.
    fn needed(&mut self, entry: usize, table: &Table, row: &Row, path: &DataPath, read: &mut Read) {
        for (number, found) in table.columns.iter().enumerate() {
            let Column {
                path: keys, need, ..
            } = found.column;
            if *need == Need::No || keys.is_empty() {
                continue;
            }
            if !row.cells.contains_key(&number) {
                let (line, column) = found.name_at;
                let [_, value, _] = FORM;
                let spot = if table.is_form {
                    (line, value)
                } else {
                    (row.start.0, column)
                };
                let place = CellPlace::cell(&table.name, spot.0, spot.1);
                read.cells.add(below(path, keys), &place);
            }
            if let (Need::Always, Some((_, group)), Some(own)) =
                (need, keys.split_last(), self.entries.get_mut(entry))
                && !group.is_empty()
            {
                put(&mut own.value, group, Value::Object(Map::new()));
                let place = CellPlace::cell(&table.name, found.name_at.0, found.name_at.1);
                read.cells.add(below(path, group), &place);
            }
        }
    }

    /// The entry that a row belongs to.
    fn parent(
        &mut self,
        above: usize,
        table: &Table,
        row: &Row,
        named: Option<((u32, u32), &Datum)>,
    ) -> Result<usize, Fault> {
        let sheet = self.layout.sheets.get(above);
        let name = self.tables.get(above).and_then(Option::as_ref);
        let shown = name.map_or("", |table| &table.name);
        let column = sheet
            .and_then(Sheet::key_column)
            .map(|column| &column.title);
        let column = column.map_or_else(String::new, |title| {
            format!(" (column {}, {})", title.zh, title.en)
        });
        let Some((spot, datum)) = named else {
            let message = format!(
                "does not say to which row of the sheet {} it belongs: write its key into the column @{column}",
                quoted(shown)
            );
            return Err(Fault::of_cell(&table.name, row.start, message));
        };
        let fault = |message: String| Fault::of_cell(&table.name, spot, message);
        let key = key_of(datum).map_err(&fault)?;
        let keys = self.keys.get(above);
        let left = &mut self.left;
        keys.and_then(|keys| keys.get(&key))
            .copied()
            .ok_or_else(|| {
                let mut known: Vec<&str> = keys
                    .into_iter()
                    .flatten()
                    .map(|(key, _)| key.as_str())
                    .collect();
                known.sort_unstable();
                // Of very many wrong ones nobody asks what is meant.
                let rest = left.checked_sub(known.len());
                *left = rest.unwrap_or_default();
                let known = known.into_iter().filter(|_| rest.is_some());
                let near = did_you_mean(nearest(&key, known.map(Candidate::plain)));
                fault(format!(
                    "{} is in no row of the sheet {}{column}{near}",
                    quoted(&key),
                    quoted(shown)
                ))
            })
    }

    /// Where an entry comes to stand.
    fn path(&mut self, number: usize, sheet: &Sheet, parent: Option<usize>) -> DataPath {
        let Some(parent) = parent else {
            return DataPath::default();
        };
        let length = self.lengths.entry((parent, number)).or_insert(0);
        let index = *length;
        *length += 1;
        let above = self.entries.get(parent).map(|entry| entry.path.clone());
        below(&above.unwrap_or_default(), &sheet.inside).index(index)
    }

    /// Notes the key by which further sheets name a row.
    fn add_key(
        &mut self,
        number: usize,
        entry: usize,
        sheet: &Sheet,
        table: &Table,
        row: &Row,
        read: &mut Read,
    ) {
        let Some(column) = sheet.key_column() else {
            return;
        };
        let mut cells = row.cells.iter();
        let found = cells.find_map(|(place, (spot, datum))| {
            let found = table.columns.get(*place)?;
            std::ptr::eq(found.column, column).then_some((*spot, *datum))
        });
        let Some((spot, Ok(key))) = found.map(|(spot, datum)| (spot, key_of(datum))) else {
            return;
        };
        let Some(keys) = self.keys.get_mut(number) else {
            return;
        };
        // Ids that are taken are told of as in every dossier.
        if keys.contains_key(&key) && matches!(column.role, Role::RowKey) {
            let message = format!("the row key {} is taken: write another", quoted(&key));
            read.faults.push(Fault::of_cell(&table.name, spot, message));
        }
        keys.entry(key).or_insert(entry);
    }

    fn value(
        &mut self,
        entry: usize,
        table: &Table,
        found: &Found,
        (spot, datum): ((u32, u32), &Datum),
        read: &mut Read,
    ) {
        let Column { path, role, .. } = found.column;
        let place = CellPlace::cell(&table.name, spot.0, spot.1);
        let Some(own) = self.entries.get_mut(entry) else {
            return;
        };
        let path_here = below(&own.path, path);
        let value = match role {
            Role::Parent | Role::RowKey => return,
            Role::Value(kind) => cell::value(datum, kind),
            Role::List(kind) => cell::values(datum, kind),
            Role::Records(fields) => cell::entries(datum, fields),
            Role::Child(sheet) => match datum {
                Datum::Text(text) if is(NONE, text.trim()) => {
                    self.empty.insert((entry, *sheet), place.clone());
                    Ok(Some(Value::Array(Vec::new())))
                }
                _ => Err(self.not_here(*sheet)),
            },
            Role::Presence => match datum {
                Datum::Text(text) if is(YES, text.trim()) => Ok(Some(Value::Object(Map::new()))),
                Datum::Boolean(true) => Ok(Some(Value::Object(Map::new()))),
                _ => Err(format!("must be empty, or {} ({})", YES[1], YES[0])),
            },
        };
        if let Ok(Some(value)) = &value {
            self.values = self.values.saturating_add(size(value));
            if self.values > self.limits.values {
                let message = Limit::Values.exceeded(self.limits, None);
                return read.faults.push(Fault::of_cell(&table.name, spot, message));
            }
        }
        let value = match value {
            Ok(None) => return,
            Ok(Some(value)) => value,
            Err(message) => {
                read.faults.push(Fault::Value(path_here.clone(), message));
                Value::Null
            }
        };
        read.cells.add(path_here.clone(), &place);
        read.cells.add_around(&path_here, &place);
        if let Some(own) = self.entries.get_mut(entry) {
            put(&mut own.value, path, value);
        }
    }

    fn not_here(&self, sheet: usize) -> String {
        let name = self.layout.sheets.get(sheet).map(|sheet| &sheet.name);
        format!(
            "must be empty, or {} ({}) if there is nothing: what there is goes into the sheet {} ({})",
            NONE[1],
            NONE[0],
            quoted(name.map_or("", |name| &name.zh)),
            quoted(name.map_or("", |name| &name.en))
        )
    }
}

/// How many keys and values a value has.
fn size(value: &Value) -> usize {
    match value {
        Value::Array(entries) => 1 + entries.iter().map(size).sum::<usize>(),
        Value::Object(keys) => 1 + keys.values().map(|inner| 1 + size(inner)).sum::<usize>(),
        _ => 1,
    }
}

fn below(path: &DataPath, keys: &[String]) -> DataPath {
    let steps = path.steps().iter().cloned();
    steps.chain(keys.iter().cloned().map(Step::Key)).collect()
}

/// The text of a key.
fn key_of(datum: &Datum) -> Result<String, String> {
    match cell::value(datum, &crate::workbook::layout::Kind::Text)? {
        Some(Value::String(text)) => Ok(text),
        _ => Err("is empty".to_owned()),
    }
}
