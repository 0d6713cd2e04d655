//! A large value cut into small ones. The validator collects every error before it hands out the first,
//! which of a large dossier full of mistakes takes more memory than all the rest.

use serde_json::{Map, Value};

use super::path::{DataPath, Step};

/// Keys and values up to which a value is not cut.
const SMALL: usize = 20_000;

/// Entries that every list keeps, so that it is a list with entries still.
const KEPT: usize = 8;

/// Entries of one list in a piece.
const PIECE: usize = 500;

/// Some of the entries of a list, in what is around them.
pub(super) struct Piece {
    /// Nothing but the way to the list, and those entries in it.
    pub value: Value,
    /// The way to the list in the whole; none of the piece that has everything but long lists' ends.
    pub list: Option<DataPath>,
    /// The place of the first entry in the whole list.
    pub first: usize,
}

impl Piece {
    /// The path in the whole of what has a path in the piece; none of what is cut away around the entries.
    pub fn whole_path(&self, path: &DataPath) -> Option<DataPath> {
        let Some(list) = &self.list else {
            return Some(path.clone());
        };
        let inside = path.steps().get(list.steps().len()..)?;
        let (Step::Index(index), below) = inside.split_first()? else {
            return None;
        };
        let entry = list.index(self.first + index);
        Some(entry.steps().iter().chain(below).cloned().collect())
    }
}

/// Whether a value is so large that it is cut.
pub(super) fn is_large(value: &Value) -> bool {
    fn count(value: &Value, left: &mut usize) {
        *left = left.saturating_sub(1);
        match value {
            Value::Array(entries) if *left > 0 => entries.iter().for_each(|it| count(it, left)),
            Value::Object(keys) if *left > 0 => keys.values().for_each(|it| count(it, left)),
            _ => {}
        }
    }
    let mut left = SMALL;
    count(value, &mut left);
    left == 0
}

/// Hands out the pieces of a value until `take` has enough.
pub(super) fn each(value: &Value, take: &mut dyn FnMut(&Piece) -> bool) {
    let whole = Piece {
        value: cut(value),
        list: None,
        first: 0,
    };
    if take(&whole) {
        walk(value, &mut Vec::new(), take);
    }
}

/// The same value with long lists cut short.
fn cut(value: &Value) -> Value {
    match value {
        Value::Array(entries) => entries.iter().take(KEPT).map(cut).collect(),
        Value::Object(keys) => {
            let keys = keys.iter().map(|(key, inner)| (key.clone(), cut(inner)));
            Value::Object(keys.collect())
        }
        other => other.clone(),
    }
}

fn walk(value: &Value, way: &mut Vec<Step>, take: &mut dyn FnMut(&Piece) -> bool) -> bool {
    match value {
        Value::Array(entries) => {
            let rest = entries.get(KEPT..).unwrap_or_default();
            for (number, some) in rest.chunks(PIECE).enumerate() {
                let piece = Piece {
                    value: around(way, some.iter().map(cut).collect()),
                    list: Some(way.iter().cloned().collect()),
                    first: KEPT + number * PIECE,
                };
                if !take(&piece) {
                    return false;
                }
            }
            entries
                .iter()
                .enumerate()
                .all(|(index, entry)| below(entry, Step::Index(index), way, take))
        }
        Value::Object(keys) => keys
            .iter()
            .all(|(key, inner)| below(inner, Step::Key(key.clone()), way, take)),
        _ => true,
    }
}

fn below(
    value: &Value,
    step: Step,
    way: &mut Vec<Step>,
    take: &mut dyn FnMut(&Piece) -> bool,
) -> bool {
    way.push(step);
    let goes_on = walk(value, way, take);
    way.pop();
    goes_on
}

/// A value with nothing around it but the way to it.
fn around(way: &[Step], value: Value) -> Value {
    way.iter().rev().fold(value, |inner, step| match step {
        Step::Index(_) => Value::Array(vec![inner]),
        Step::Key(key) => Value::Object(Map::from_iter([(key.clone(), inner)])),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{cut, each, is_large};
    use serde_json::json;

    #[test]
    fn every_entry_is_in_one_piece_and_keeps_its_path() {
        let inner: Vec<_> = (0..1_100).map(|n| json!({ "n": n })).collect();
        let value = json!({"a": [{"b": [1]}, {"b": inner}]});
        let mut seen = Vec::new();
        each(&value, &mut |piece| {
            let list = piece
                .value
                .pointer("/a/1/b")
                .or(piece.value.pointer("/a/0/b"));
            for (index, entry) in list.unwrap().as_array().unwrap().iter().enumerate() {
                let place = usize::from(piece.list.is_none());
                let path = format!("a[{place}].b[{index}]");
                let path = crate::dossier::DataPath::parse(&path).unwrap();
                seen.push((
                    entry["n"].clone(),
                    piece.whole_path(&path).unwrap().to_string(),
                ));
            }
            true
        });
        let expected: Vec<_> = (0..1_100)
            .map(|n| (json!(n), format!("a[1].b[{n}]")))
            .collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn what_is_small_stays_whole() {
        let value = json!({"a": [1, {"b": null}]});
        assert!(!is_large(&value));
        assert_eq!(cut(&value), value);
        assert!(is_large(&json!(vec![1; 20_000])));
    }
}
