//! A value made as small as it can be while something still holds of it.

use serde_json::Value;

/// Takes entries and keys out of `value` as long as `holds` says so of what is left. It holds of the value
/// as it is, and of the result.
pub(super) fn reduced(mut value: Value, holds: &mut dyn FnMut(&Value) -> bool) -> Value {
    // What is taken out late may free what was needed before, as a person whom a project named; and
    // many entries of one kind do without the same keys: these go at once.
    entries(&mut value, "", holds);
    common_keys(&mut value, &mut Vec::new(), holds);
    entries(&mut value, "", holds);
    shrink(&mut value, "", holds);
    value
}

/// Takes out what it can of the lists on the first levels.
fn entries(root: &mut Value, pointer: &str, holds: &mut dyn FnMut(&Value) -> bool) {
    for inner in names(root, pointer) {
        if matches!(root.pointer(&inner), Some(Value::Array(_))) {
            take_out_parts(root, &inner, holds);
        } else {
            entries(root, &inner, holds);
        }
    }
}

/// Takes keys, and equal entries of lists, out of everything at once that the steps lead to; `None` leads
/// into all entries of lists.
fn common_keys(
    root: &mut Value,
    steps: &mut Vec<Option<String>>,
    holds: &mut dyn FnMut(&Value) -> bool,
) {
    let (mut keys, mut listed): (Vec<String>, Vec<Value>) = (Vec::new(), Vec::new());
    at(root, steps, &mut |value| match value {
        Value::Object(inner) => inner.keys().for_each(|key| add(&mut keys, key)),
        Value::Array(inner) => inner.iter().for_each(|entry| add(&mut listed, entry)),
        _ => {}
    });
    for key in keys.into_iter().rev() {
        let without = |value: &mut Value| {
            if let Value::Object(inner) = value {
                inner.shift_remove(&key);
            }
        };
        if !try_without(root, steps, holds, without) {
            steps.push(Some(key));
            common_keys(root, steps, holds);
            steps.pop();
        }
    }
    if listed.is_empty() {
        return;
    }
    // A single list is tried entry by entry anyway.
    if steps.contains(&None) {
        for entry in listed.iter().rev() {
            try_without(root, steps, holds, |value| {
                if let Value::Array(inner) = value {
                    inner.retain(|other| other != entry);
                }
            });
        }
    }
    steps.push(None);
    common_keys(root, steps, holds);
    steps.pop();
}

fn add<T: Clone + PartialEq>(list: &mut Vec<T>, entry: &T) {
    if !list.contains(entry) {
        list.push(entry.clone());
    }
}

/// Changes everything that the steps lead to, if the value still holds then.
fn try_without(
    root: &mut Value,
    steps: &[Option<String>],
    holds: &mut dyn FnMut(&Value) -> bool,
    without: impl Fn(&mut Value),
) -> bool {
    let mut less = root.clone();
    at(&mut less, steps, &mut |value| without(value));
    let does = holds(&less);
    if does {
        *root = less;
    }
    does
}

fn at(value: &mut Value, steps: &[Option<String>], visit: &mut dyn FnMut(&mut Value)) {
    match (steps.split_first(), value) {
        (None, value) => visit(value),
        (Some((Some(key), rest)), Value::Object(keys)) => {
            if let Some(inner) = keys.get_mut(key) {
                at(inner, rest, visit);
            }
        }
        (Some((None, rest)), Value::Array(list)) => {
            for inner in list {
                at(inner, rest, visit);
            }
        }
        _ => {}
    }
}

/// Takes out whatever it can below the pointer.
fn shrink(root: &mut Value, pointer: &str, holds: &mut dyn FnMut(&Value) -> bool) {
    take_out_parts(root, pointer, holds);
    for inner in names(root, pointer) {
        shrink(root, &inner, holds);
    }
}

/// Takes out parts of what stands at the pointer, in halves, quarters and so on down to single ones.
fn take_out_parts(root: &mut Value, pointer: &str, holds: &mut dyn FnMut(&Value) -> bool) {
    let mut size = children(root, pointer);
    while size > 0 {
        // From the end: what stands late refers to what stands early.
        let mut end = children(root, pointer);
        while end > 0 {
            let start = end.saturating_sub(size);
            let mut less = root.clone();
            if let Some(inside) = less.pointer_mut(pointer) {
                take_out(inside, start..end);
            }
            if holds(&less) {
                *root = less;
            }
            end = start;
        }
        size = if size == 1 { 0 } else { size.div_ceil(2) };
    }
}

fn children(root: &Value, pointer: &str) -> usize {
    match root.pointer(pointer) {
        Some(Value::Array(entries)) => entries.len(),
        Some(Value::Object(keys)) => keys.len(),
        _ => 0,
    }
}

fn take_out(value: &mut Value, range: std::ops::Range<usize>) {
    match value {
        Value::Array(entries) => {
            entries.drain(range);
        }
        Value::Object(keys) => {
            let out: Vec<String> = keys
                .keys()
                .skip(range.start)
                .take(range.len())
                .cloned()
                .collect();
            for key in out {
                keys.shift_remove(&key);
            }
        }
        _ => {}
    }
}

/// The pointers to what stands in a value, the last first.
fn names(root: &Value, pointer: &str) -> Vec<String> {
    match root.pointer(pointer) {
        Some(Value::Array(entries)) => (0..entries.len())
            .rev()
            .map(|index| format!("{pointer}/{index}"))
            .collect(),
        Some(Value::Object(keys)) => keys
            .keys()
            .rev()
            .map(|key| format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")))
            .collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::reduced;
    use serde_json::{Value, json};

    #[test]
    fn nothing_is_left_that_is_not_needed() {
        let value = json!({
            "a": [{"id": 1, "x": 1}, {"id": 2, "x": 1, "y": [1, 2, 3]}, {"id": 3}],
            "b": {"c/d": 1, "e": 2},
            "f": 3,
        });
        let mut holds = |value: &Value| {
            let has = |id: i64| {
                let entries = value["a"].as_array().map(Vec::as_slice).unwrap_or_default();
                entries
                    .iter()
                    .any(|entry| entry["id"] == id && entry["y"] != json!([]))
            };
            has(2) && value["b"]["c/d"] == 1
        };
        assert_eq!(
            reduced(value, &mut holds),
            json!({"a": [{"id": 2}], "b": {"c/d": 1}})
        );
    }
}
