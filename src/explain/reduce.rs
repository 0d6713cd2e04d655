//! A value made as small as it can be while something still holds of it.

use serde_json::Value;

/// Takes entries and keys out of `value` as long as `holds` says so of what is left. It holds of the value
/// as it is, and of the result; of the result without any single entry or key it does not.
pub(super) fn reduced(mut value: Value, holds: &mut dyn FnMut(&Value) -> bool) -> Value {
    // What is taken out late may free what was needed before: a person whom a project named.
    while shrink(&mut value, "", holds) {}
    value
}

/// Whether anything below the pointer was taken out.
fn shrink(root: &mut Value, pointer: &str, holds: &mut dyn FnMut(&Value) -> bool) -> bool {
    let mut changed = false;
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
                changed = true;
            }
            end = start;
        }
        size = if size == 1 { 0 } else { size.div_ceil(2) };
    }
    for inner in names(root, pointer) {
        changed |= shrink(root, &inner, holds);
    }
    changed
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
