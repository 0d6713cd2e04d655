//! The order of keys and of entries never matters.

use proptest::prelude::any;
use proptest::prop_assert;
use serde_json::{Map, Value};

use crate::evidence::samples;
use crate::world::{runner, world};

#[test]
fn the_order_of_keys_and_of_entries_never_matters() {
    let mut runner = runner(100);
    let outcome = runner.run(&(samples(), any::<u64>()), |(sample, seed)| {
        let mut engine = world().engine();
        let mut random = oorandom::Rand64::new(u128::from(seed));
        let shuffled = shuffled(&sample.dossier, &mut random);
        let [first, second] = [&sample.dossier, &shuffled]
            .map(|dossier| in_order(world().report(&mut engine, dossier, &[sample.class])));
        prop_assert!(first == second, "{}", difference(&first, &second));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// The smallest parts of two reports that differ, each as `pointer: one, other`.
pub fn difference(first: &Value, second: &Value) -> String {
    let mut found = Vec::new();
    differences(first, second, "", &mut found);
    found.join("\n")
}

fn differences(first: &Value, second: &Value, pointer: &str, found: &mut Vec<String>) {
    match (first, second) {
        _ if first == second => {}
        (Value::Object(one), Value::Object(other)) if one.keys().eq(other.keys()) => {
            for (key, value) in one {
                differences(value, &other[key], &format!("{pointer}/{key}"), found);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (index, (value, other)) in one.iter().zip(other).enumerate() {
                differences(value, other, &format!("{pointer}/{index}"), found);
            }
        }
        _ => found.push(format!("{pointer}: {first}, {second}")),
    }
}

/// The same with the keys of every object and the entries of every list in another order.
pub fn shuffled(value: &Value, random: &mut oorandom::Rand64) -> Value {
    match value {
        Value::Object(keys) => {
            let mut keys: Vec<_> = keys
                .iter()
                .map(|(key, value)| (key.clone(), shuffled(value, random)))
                .collect();
            shuffle(&mut keys, random);
            Value::Object(Map::from_iter(keys))
        }
        Value::Array(entries) => {
            let mut entries: Vec<Value> = entries
                .iter()
                .map(|entry| shuffled(entry, random))
                .collect();
            shuffle(&mut entries, random);
            Value::from(entries)
        }
        other => other.clone(),
    }
}

/// Puts the entries in another order.
pub fn shuffle<T>(entries: &mut [T], random: &mut oorandom::Rand64) {
    for last in (1..entries.len()).rev() {
        let other = random.rand_range(0..last as u64 + 1);
        entries.swap(last, usize::try_from(other).unwrap());
    }
}

/// A report without what the order of the evidence is allowed to show in: positions, and the order of lists.
pub fn in_order(value: Value) -> Value {
    match value {
        Value::Object(keys) => {
            let keys = keys.into_iter().map(|(key, value)| (key, in_order(value)));
            let mut keys: Vec<_> = keys.collect();
            keys.sort_by(|one, other| one.0.cmp(&other.0));
            Value::Object(Map::from_iter(keys))
        }
        Value::Array(entries) => {
            let mut entries: Vec<Value> = entries.into_iter().map(in_order).collect();
            entries.sort_by_cached_key(Value::to_string);
            Value::from(entries)
        }
        Value::String(text) => Value::from(without_positions(&text)),
        other => other,
    }
}

/// A path without the positions in lists, as `projects[3].team[0]`.
fn without_positions(path: &str) -> String {
    let mut inside = false;
    path.chars()
        .filter(|c| match c {
            '[' => {
                inside = true;
                true
            }
            ']' => {
                inside = false;
                true
            }
            _ => !inside,
        })
        .collect()
}
