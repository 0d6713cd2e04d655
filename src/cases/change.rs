//! A change of a dossier, written as the part of it that differs.
//!
//! Where the dossier has an object, a change has the keys that differ; `null` takes a key away. Where
//! it has a list, a change is either another list, which takes its place, or an object whose keys say
//! which entries are meant: an `id`, a text that is itself an entry, a position counted from 0, `key=value` for all entries with that
//! text, `*` for every entry, `+` for entries to be added at the end. Anything else takes the place of
//! what was there. What a change names must be there, so that a case cannot pass by a slip of the pen.

use serde_json::{Map, Value};

/// The dossier with the change made.
///
/// # Errors
/// A change that names what the dossier does not have, with its path.
pub fn changed(dossier: &Value, change: &Value) -> Result<Value, String> {
    let mut result = dossier.clone();
    apply(&mut result, change, "")?;
    if &result == dossier {
        return Err("changes nothing".to_owned());
    }
    Ok(result)
}

fn apply(target: &mut Value, change: &Value, path: &str) -> Result<(), String> {
    match (target, change) {
        (Value::Object(target), Value::Object(change)) => object(target, change, path),
        (Value::Array(target), Value::Object(change)) => list(target, change, path),
        (target, change) => {
            *target = change.clone();
            Ok(())
        }
    }
}

fn object(
    target: &mut Map<String, Value>,
    change: &Map<String, Value>,
    path: &str,
) -> Result<(), String> {
    for (key, value) in change {
        let path = below(path, key);
        if value.is_null() {
            target
                .shift_remove(key)
                .ok_or_else(|| format!("`{path}` is taken away and is not there"))?;
        } else if let Some(inner) = target.get_mut(key) {
            apply(inner, value, &path)?;
        } else {
            target.insert(key.clone(), value.clone());
        }
    }
    Ok(())
}

fn list(target: &mut Vec<Value>, change: &Map<String, Value>, path: &str) -> Result<(), String> {
    // Positions are those before the change.
    let mut gone = Vec::new();
    let mut added = Vec::new();
    for (selector, value) in change {
        let path = below(path, selector);
        if selector == "+" {
            match value {
                Value::Array(entries) => added.extend(entries.iter().cloned()),
                entry => added.push(entry.clone()),
            }
            continue;
        }
        let meant: Vec<usize> = (0..target.len())
            .filter(|index| {
                target
                    .get(*index)
                    .is_some_and(|entry| is_meant(entry, *index, selector))
            })
            .collect();
        if meant.is_empty() {
            return Err(format!("`{path}` is not there"));
        }
        if value.is_null() {
            gone.extend(meant);
            continue;
        }
        for index in meant {
            if let Some(entry) = target.get_mut(index) {
                apply(entry, value, &path)?;
            }
        }
    }
    let mut index = 0;
    target.retain(|_| {
        index += 1;
        !gone.contains(&(index - 1))
    });
    target.append(&mut added);
    Ok(())
}

fn is_meant(entry: &Value, index: usize, selector: &str) -> bool {
    let own_name = entry.as_str().or(entry.get("id").and_then(Value::as_str));
    if selector == "*" || own_name == Some(selector) {
        return true;
    }
    if let Some((key, value)) = selector.split_once('=') {
        return entry.get(key).and_then(Value::as_str) == Some(value);
    }
    selector == index.to_string()
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::changed;
    use serde_json::{Value, json};

    fn dossier() -> Value {
        json!({
            "provider": {"name": "A", "capital": 5},
            "people": [
                {"id": "p1", "certificates": [{"kind": "cisp"}, {"kind": "cissp"}]},
                {"id": "p2", "certificates": []},
            ],
            "countries": ["CN", "SG"],
        })
    }

    #[test]
    fn keys_are_changed_added_and_taken_away() {
        let change = json!({"provider": {"name": null, "capital": 6, "form": "enterprise"}});
        let provider = changed(&dossier(), &change).unwrap()["provider"].clone();
        assert_eq!(provider, json!({"capital": 6, "form": "enterprise"}));
    }

    #[test]
    fn entries_are_meant_by_id_position_key_or_all() {
        let by_id = changed(&dossier(), &json!({"people": {"p1": null}})).unwrap();
        assert_eq!(by_id["people"], json!([{"id": "p2", "certificates": []}]));
        let by_key = json!({"people": {"p1": {"certificates": {"kind=cisp": {"level": 2}}}}});
        assert_eq!(
            changed(&dossier(), &by_key).unwrap()["people"][0]["certificates"][0],
            json!({"kind": "cisp", "level": 2})
        );
        let all = changed(
            &dossier(),
            &json!({"people": {"*": {"certificates": null}}}),
        )
        .unwrap();
        assert_eq!(all["people"], json!([{"id": "p1"}, {"id": "p2"}]));
        let position = changed(&dossier(), &json!({"countries": {"1": "DE", "+": "FR"}})).unwrap();
        assert_eq!(position["countries"], json!(["CN", "DE", "FR"]));
        let by_text = changed(&dossier(), &json!({"countries": {"SG": null}})).unwrap();
        assert_eq!(by_text["countries"], json!(["CN"]));
        let places = changed(&dossier(), &json!({"countries": {"0": null, "1": "DE"}})).unwrap();
        assert_eq!(places["countries"], json!(["DE"]));
    }

    #[test]
    fn a_list_takes_the_place_of_a_list() {
        let change = json!({"people": [], "countries": ["US"]});
        let result = changed(&dossier(), &change).unwrap();
        assert_eq!(
            (&result["people"], &result["countries"]),
            (&json!([]), &json!(["US"]))
        );
    }

    #[test]
    fn what_is_not_there_cannot_be_changed() {
        let says = |change| changed(&dossier(), &change).unwrap_err();
        assert_eq!(
            says(json!({"people": {"p3": null}})),
            "`people.p3` is not there"
        );
        assert_eq!(
            says(json!({"provider": {"form": null}})),
            "`provider.form` is taken away and is not there"
        );
        assert_eq!(says(json!({"provider": {"capital": 5}})), "changes nothing");
    }
}
