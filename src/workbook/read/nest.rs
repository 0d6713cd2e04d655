//! Entries put into the lists of those that they are part of.

use serde_json::{Map, Value};
use std::collections::HashMap;

use crate::dossier::DataPath;
use crate::workbook::layout::Layout;

/// An entry under way.
pub(super) struct Entry {
    /// Where it stands.
    pub path: DataPath,
    /// What is in it so far.
    pub value: Map<String, Value>,
    /// The entry that it is part of; none for the dossier itself.
    pub parent: Option<usize>,
}

/// The dossier, by all entries and those of each sheet.
pub(super) fn whole(
    layout: &Layout,
    mut entries: Vec<Entry>,
    of_sheet: &[Vec<usize>],
) -> Map<String, Value> {
    // What is inside of others comes after them.
    for (sheet, numbers) in layout.sheets.iter().zip(of_sheet).rev() {
        let mut lists: Vec<(usize, Vec<Value>)> = Vec::new();
        let mut places: HashMap<usize, usize> = HashMap::new();
        for number in numbers {
            let Some(entry) = entries.get_mut(*number) else {
                continue;
            };
            let Some(parent) = entry.parent else {
                continue;
            };
            let value = Value::Object(std::mem::take(&mut entry.value));
            let place = *places.entry(parent).or_insert_with(|| {
                lists.push((parent, Vec::new()));
                lists.len() - 1
            });
            if let Some((_, list)) = lists.get_mut(place) {
                list.push(value);
            }
        }
        for (parent, list) in lists {
            if let Some(parent) = entries.get_mut(parent) {
                put(&mut parent.value, &sheet.inside, Value::Array(list));
            }
        }
    }
    entries
        .into_iter()
        .next()
        .map(|entry| entry.value)
        .unwrap_or_default()
}

/// Puts a value below keys; what is there already is not emptied.
pub(super) fn put(object: &mut Map<String, Value>, keys: &[String], value: Value) {
    let Some((key, rest)) = keys.split_first() else {
        return;
    };
    if rest.is_empty() {
        let is_empty = |value: &Value| match value {
            Value::Object(keys) => keys.is_empty(),
            Value::Array(entries) => entries.is_empty(),
            _ => false,
        };
        if !is_empty(&value) || !object.contains_key(key) {
            object.insert(key.clone(), value);
        }
        return;
    }
    let inner = object
        .entry(key.clone())
        .or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(inner) = inner {
        put(inner, rest, value);
    }
}
