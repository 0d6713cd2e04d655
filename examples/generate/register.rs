//! Adding to the registers of a dossier and finding in them.

use serde_json::{Value, json};

/// The entries of a register, to be changed in place.
pub fn each<'a>(parent: &'a mut Value, register: &str) -> impl Iterator<Item = &'a mut Value> {
    parent
        .get_mut(register)
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
}

/// Keeps the entries of a register for which the condition holds.
pub fn keep(parent: &mut Value, register: &str, keep: impl Fn(&Value) -> bool) {
    if let Some(list) = parent.get_mut(register).and_then(Value::as_array_mut) {
        list.retain(|entry| keep(entry));
    }
}

/// Takes a key out of an entry.
pub fn forget(entry: &mut Value, key: &str) {
    if let Some(object) = entry.as_object_mut() {
        object.remove(key);
    }
}

/// Puts the entry at the end of a register, which is made where it is missing.
pub fn add(parent: &mut Value, register: &str, entry: Value) {
    if parent[register].is_null() {
        parent[register] = json!([]);
    }
    if let Some(list) = parent[register].as_array_mut() {
        list.push(entry);
    }
}

/// The same, unless the register has an entry with that value under the key.
pub fn add_once(parent: &mut Value, register: &str, key: &str, entry: Value) {
    let known = each(parent, register).any(|other| other[key] == entry[key]);
    if !known {
        add(parent, register, entry);
    }
}

/// The projects of a service item.
pub fn projects_of<'a>(
    dossier: &'a mut Value,
    service: &'a str,
) -> impl Iterator<Item = &'a mut Value> {
    each(dossier, "projects").filter(move |project| project["services"][0] == service)
}
