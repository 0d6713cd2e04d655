//! Ids are names: with others nothing changes but the names.

use proptest::prelude::any;
use proptest::prop_assert;
use regex::{Captures, Regex};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::evidence::samples;
use crate::order::{difference, in_order};
use crate::world::{runner, world};

#[test]
fn other_ids_change_nothing() {
    let mut runner = runner(100);
    let outcome = runner.run(&(samples(), any::<u64>()), |(sample, seed)| {
        let mut engine = world().engine();
        let ids = ids(&sample.dossier);
        let mut random = oorandom::Rand64::new(u128::from(seed));
        // Other names, which sort in another order too.
        let there: BTreeMap<String, String> = ids
            .iter()
            .enumerate()
            .map(|(number, id)| (id.clone(), format!("{:016x}-{number}", random.rand_u64())))
            .collect();
        let back: BTreeMap<String, String> = there
            .iter()
            .map(|(id, other)| (other.clone(), id.clone()))
            .collect();
        let first = world().report(&mut engine, &sample.dossier, &[sample.class]);
        let other = renamed(&sample.dossier, &there);
        let second = renamed(&world().report(&mut engine, &other, &[sample.class]), &back);
        let [first, second] = [first, second].map(in_order);
        prop_assert!(first == second, "{}", difference(&first, &second));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// The ids in it.
pub fn ids(value: &Value) -> Vec<String> {
    let mut ids = Vec::new();
    collect(value, &mut ids);
    ids
}

fn collect(value: &Value, ids: &mut Vec<String>) {
    match value {
        Value::Object(keys) => {
            ids.extend(keys.get("id").and_then(Value::as_str).map(str::to_owned));
            keys.values().for_each(|inner| collect(inner, ids));
        }
        Value::Array(entries) => entries.iter().for_each(|inner| collect(inner, ids)),
        _ => {}
    }
}

/// The same with the ids in texts replaced, as in `j03.external_resources[0]`.
pub fn renamed(value: &Value, names: &BTreeMap<String, String>) -> Value {
    match value {
        Value::String(text) => {
            static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new("[A-Za-z0-9_-]+").unwrap());
            let other =
                |found: &Captures| names.get(&found[0]).unwrap_or(&found[0].to_owned()).clone();
            Value::from(WORD.replace_all(text, other).into_owned())
        }
        Value::Array(entries) => entries.iter().map(|entry| renamed(entry, names)).collect(),
        Value::Object(keys) => keys
            .iter()
            .map(|(key, inner)| (key.clone(), renamed(inner, names)))
            .collect(),
        other => other.clone(),
    }
}
